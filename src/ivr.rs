//! One provider-neutral page of a keypad survey, and a renderer per dialect. Pure.

pub mod twiml;
pub mod voicexml;
mod xml;

/// What is said and asked in one turn on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// BCP 47 tag of the voice.
    pub locale: String,
    /// Said first, cannot be interrupted by a key: thanks for the last answer, an apology.
    pub lead: Vec<String>,
    /// What follows.
    pub then: Turn,
}

/// What follows on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// A question.
    Ask(Ask),
    /// A spoken comment.
    Record {
        /// The question.
        say: String,
        /// Where the keys or the end of the recording go.
        action: String,
        /// Where the finished recording is announced.
        ready: String,
        /// Longest recording in seconds.
        most_seconds: u16,
    },
    /// The last words; then the line is hung up.
    End {
        /// May be empty.
        say: Option<String>,
    },
}

/// A question by keypad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The question's words.
    pub say: String,
    /// The same in further languages, where the caller is to choose one.
    pub more: Vec<Spoken>,
    /// Where the keys go, as an absolute address.
    pub action: String,
    /// Where the call goes on if no key comes; the same question and attempt, marked as silence.
    pub silence: String,
    /// Most keys of an answer, 1 or 2.
    pub digits: u8,
    /// Every key that is an answer, for dialects that list them.
    pub keys: Vec<String>,
    /// Seconds to wait for the first key.
    pub timeout_seconds: u8,
    /// Seconds to wait for a further key.
    pub key_timeout_seconds: u8,
    /// Whether a key interrupts the question.
    pub barge_in: bool,
}

/// Words in a language of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// BCP 47 tag of the voice.
    pub locale: String,
    /// The words.
    pub say: String,
}

/// A document of a dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// With charset, where the media type has one.
    pub content_type: &'static str,
    /// Well-formed.
    pub body: String,
}

impl Page {
    /// The polite end, whatever is broken (promise P10).
    #[must_use]
    pub fn polite_end(locale: &str, say: &str) -> Self {
        Self { locale: locale.to_owned(), lead: Vec::new(), then: Turn::End { say: Some(say.to_owned()) } }
    }
}
