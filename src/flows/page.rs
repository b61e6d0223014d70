//! A prompt as the page that the phone hears.

use super::Flows;
use super::token::{self, Trip};
use crate::ivr::{Ask, Page, Spoken, Turn};
use crate::survey::model::{Channel, Question, Survey};
use crate::survey::session::{Asking, Prompt, Session};
use crate::survey::wording::{self, Speaker};
use crate::survey::{answer, model};

/// Longest spoken comment in seconds.
const LONGEST_COMMENT: u16 = 120;

impl Flows {
    /// The page of a prompt. Whatever cannot be asked on the phone becomes the polite end.
    pub(super) fn page(&self, session: &Session, survey: &Survey, prompt: &Prompt) -> Page {
        let locale = session.locale.to_string();
        let speaker = Speaker::to(session, survey, Channel::Ivr);
        let Prompt::Ask { question, attempt, .. } = prompt else {
            let last = if matches!(prompt, Prompt::GaveUp | Prompt::TimeIsUp) { prompt } else { &Prompt::Close };
            return Page { locale, lead: Vec::new(), then: Turn::End { say: speaker.say(last) } };
        };
        let asked = survey.question(question).map(|asked| asked.shown_in(&session.id));
        let words = speaker.say(prompt);
        let address = self.address((session, survey), question, *attempt);
        match (asked, words, address) {
            (Some(asked), Some(say), Some(address)) => {
                let lead = speaker.lead(prompt).into_iter().collect();
                let mut then = turn((&asked, &survey.phone), say, &address);
                if let (Turn::Ask(ask), true) = (&mut then, asked.manner.sets_language) {
                    in_every_language(ask, &speaker, question);
                }
                Page { locale, lead, then }
            }
            _ => Page::polite_end(&locale, &wording::polite_end(&session.locale)),
        }
    }

    /// Where the provider asks for the first page of a call that we place; the task is that which places it.
    pub(super) fn first_page_of_call(&self, (session, survey): (&Session, &Survey), asking: &Asking, task: &str) -> Option<String> {
        let address = self.address((session, survey), &asking.question, asking.attempt)?;
        let ring = form_urlencoded::Serializer::new(String::new()).append_pair("ring", task).finish();
        Some(format!("{}&{ring}", address.answer))
    }

    fn address(&self, (session, survey): (&Session, &Survey), question: &str, attempt: u16) -> Option<Address> {
        let trip = self.journal.as_ref().map(|_| Trip::of(session, survey, question, attempt));
        let token = token::sign(&self.secret, session.phone_account(), (&session.id, trip.as_ref()))?;
        let base = format!("{}/hooks/{}", self.public_url, session.phone_account());
        let query =
            form_urlencoded::Serializer::new(String::new()).append_pair("q", question).append_pair("try", &attempt.to_string()).finish();
        Some(Address { answer: format!("{base}/voice/{token}?{query}"), recording: format!("{base}/recording/{token}?{query}") })
    }
}

struct Address {
    answer: String,
    recording: String,
}

/// A caller who chooses a language hears the question in each.
fn in_every_language(ask: &mut Ask, speaker: &Speaker<'_>, question: &str) {
    let mut said = speaker.in_every_language(question).into_iter();
    if let Some((_, first)) = said.next() {
        ask.say = first;
    }
    ask.more = said.map(|(locale, say)| Spoken { locale: locale.to_string(), say }).collect();
}

fn turn((question, phone): (&Question, &model::Phone), say: String, address: &Address) -> Turn {
    if question.kind.is_open() {
        return Turn::Record { say, action: address.answer.clone(), ready: address.recording.clone(), most_seconds: LONGEST_COMMENT };
    }
    let mut keys = answer::keys(question);
    keys.extend(question.manner.refuse.clone());
    let digits = keys.iter().map(String::len).max().unwrap_or(1).try_into().unwrap_or(1);
    let silence = format!("{}&none=1", address.answer);
    Turn::Ask(Ask {
        say,
        more: Vec::new(),
        action: address.answer.clone(),
        silence,
        digits,
        keys,
        timeout_seconds: phone.timeout_seconds,
        key_timeout_seconds: phone.key_timeout_seconds,
        barge_in: question.manner.barge_in.unwrap_or(phone.barge_in),
    })
}
