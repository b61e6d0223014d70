//! A prompt as the page that the phone hears.

use super::Flows;
use super::token::{self, Trip};
use crate::ivr::{Ask, Page, Turn};
use crate::survey::model::{Channel, Question, Survey};
use crate::survey::session::{Prompt, Session};
use crate::survey::{answer, wording};

/// Seconds that the caller has for the first key.
const TIMEOUT_SECONDS: u8 = 6;
/// Longest spoken comment in seconds.
const LONGEST_COMMENT: u16 = 120;

impl Flows {
    /// The page of a prompt. Whatever cannot be asked on the phone becomes the polite end.
    pub(super) fn page(&self, session: &Session, survey: &Survey, prompt: &Prompt) -> Page {
        let locale = session.locale.to_string();
        let Prompt::Ask { question, attempt, .. } = prompt else {
            let say = wording::say(survey, &session.locale, Channel::Ivr, &Prompt::Close);
            return Page { locale, lead: Vec::new(), then: Turn::End { say } };
        };
        let asked = survey.question(question);
        let words = wording::say(survey, &session.locale, Channel::Ivr, prompt);
        let address = self.address((session, survey), question, *attempt);
        match (asked, words, address) {
            (Some(asked), Some(say), Some(address)) => {
                let lead = wording::lead(survey, &session.locale, Channel::Ivr, prompt).into_iter().collect();
                Page { locale, lead, then: turn(asked, say, &address) }
            }
            _ => Page::polite_end(&locale, &wording::polite_end(&session.locale)),
        }
    }

    fn address(&self, (session, survey): (&Session, &Survey), question: &str, attempt: u16) -> Option<Address> {
        let trip = self.journal.as_ref().map(|_| Trip::of(session, survey, question, attempt));
        let token = token::sign(&self.secret, &session.call.account, (&session.id, trip.as_ref()))?;
        let base = format!("{}/hooks/{}", self.public_url, session.call.account);
        let query =
            form_urlencoded::Serializer::new(String::new()).append_pair("q", question).append_pair("try", &attempt.to_string()).finish();
        Some(Address { answer: format!("{base}/voice/{token}?{query}"), recording: format!("{base}/recording/{token}?{query}") })
    }
}

struct Address {
    answer: String,
    recording: String,
}

fn turn(question: &Question, say: String, address: &Address) -> Turn {
    if question.kind.is_open() {
        return Turn::Record { say, action: address.answer.clone(), ready: address.recording.clone(), most_seconds: LONGEST_COMMENT };
    }
    let keys = answer::keys(question);
    let digits = keys.iter().map(String::len).max().unwrap_or(1).try_into().unwrap_or(1);
    let silence = format!("{}&none=1", address.answer);
    Turn::Ask(Ask { say, action: address.answer.clone(), silence, digits, keys, timeout_seconds: TIMEOUT_SECONDS })
}
