//! The words of a prompt, in the survey's own wording or the shipped one.

use super::model::{Channel, Locale, Survey};
use super::session::Prompt;

/// The words of a prompt on a channel; `None` where nothing is said.
/// For a voice question the lead-in is separate: see [`lead`].
#[must_use]
pub fn say(_survey: &Survey, _locale: &Locale, _channel: Channel, _prompt: &Prompt) -> Option<String> {
    None
}

/// Why a question is asked again, in words; `None` where it is asked for the first time.
#[must_use]
pub fn lead(_survey: &Survey, _locale: &Locale, _channel: Channel, _prompt: &Prompt) -> Option<String> {
    None
}

/// Said on the phone when something is broken behind it; no survey may be at hand.
#[must_use]
pub fn polite_end(_locale: &Locale) -> String {
    "Thank you for your call. Goodbye.".to_owned()
}
