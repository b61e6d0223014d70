//! What becomes of an answer in the session.

use super::{Turn, answer};
use crate::survey::model::{Channel, Locale, Measure, Question, Value};
use crate::survey::session::{Answer, Outcome};

/// An answer, as it came in.
pub(super) struct Heard<'a> {
    /// By which channel.
    pub(super) channel: Channel,
    /// What the caller sent.
    pub(super) raw: String,
    /// What it means.
    pub(super) meaning: Meaning<'a>,
}

/// What an answer means.
pub(super) enum Meaning<'a> {
    /// A value, and the words that came along.
    Value(Value, Option<String>),
    /// Words alone, or a recording, with the name of its kind.
    Words(Option<String>, &'a str),
    /// The caller declines the question.
    Refused,
}

impl Turn<'_> {
    /// Keeps an answer to a question.
    pub(super) fn record(&mut self, question: &Question, heard: Heard<'_>) {
        let Heard { channel, raw, meaning } = heard;
        let blank = self.blank(&question.id, question.kind.name(), (channel, raw));
        let kept = match meaning {
            Meaning::Refused => Answer { outcome: Outcome::Refused, ..blank },
            Meaning::Words(text, kind) => Answer { text, kind: kind.to_owned(), ..blank },
            Meaning::Value(value, text) => {
                let label = answer::label(question, &value, &self.session.locale);
                Answer { measure: measured(question), value: Some(value), label, text, ..blank }
            }
        };
        if self.survey.counts(&kept) {
            self.session.first_answer_at.get_or_insert(self.now);
        }
        self.speak(question, &kept);
        self.session.answers.push(kept);
    }

    /// The language goes on as the caller chose it.
    fn speak(&mut self, question: &Question, kept: &Answer) {
        let chosen = kept.value.as_ref().filter(|_| question.manner.sets_language).and_then(|value| Locale::parse(&value.to_string()));
        if let Some(locale) = chosen {
            self.session.locale = locale;
        }
    }

    /// An entry that says nothing yet.
    pub(super) fn blank(&self, id: &str, kind: &str, (channel, raw): (Channel, String)) -> Answer {
        Answer {
            question: id.to_owned(),
            measure: None,
            kind: kind.to_owned(),
            value: None,
            label: None,
            text: None,
            raw,
            channel,
            answered_at: self.now,
            late: self.now > self.session.valid_until,
            part: None,
            outcome: Outcome::Answer,
        }
    }
}

fn measured(question: &Question) -> Option<Measure> {
    question.measure.filter(|_| !question.manner.sets_language)
}
