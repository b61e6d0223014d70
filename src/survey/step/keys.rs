//! Answers on the phone.

use super::{Step, Turn, answer};
use crate::survey::model::{Channel, Kind, Question, Value};
use crate::survey::session::{Answer, Asking, Disposition, Exchange, Lead, Prompt, Read, Session};

impl Turn<'_> {
    pub(super) fn keys(self, id: &str, attempt: u16, digits: Option<&str>) -> Step {
        if let Some(before) = earlier(&self.session, id, attempt) {
            return Step::Repeated(before.prompt.clone());
        }
        let Some(question) = self.question(id) else { return Step::Foreign };
        if self.is_known(question, digits) {
            let ask = |asking: &Asking| Prompt::Ask { question: asking.question.clone(), attempt: asking.attempt, lead: None };
            return Step::Unused(self.session.asking().filter(|_| self.session.is_open()).map_or(Prompt::Close, ask));
        }
        let Some(asking) = self.session.asking().cloned() else { return Step::Foreign };
        // A recording may be announced before the key that ended it: then the answer is there already.
        if asking.question != id || self.session.answer(id).is_some() && !question.kind.is_open() {
            return Step::Foreign;
        }
        if !(self.session.is_open() && self.session.channel.is_voice()) {
            return self.keys_after_the_line_went_down(question, asking, digits);
        }
        if asking.attempt != attempt {
            return Step::Unused(Prompt::Ask { question: asking.question, attempt: asking.attempt, lead: None });
        }
        self.keys_for(question, asking, digits)
    }

    /// A later address has told this answer already ([`super::catch_up`]): the key itself comes after it and says nothing new.
    fn is_known(&self, question: &Question, digits: Option<&str>) -> bool {
        let pressed = digits.and_then(|digits| answer::read_keys(question, digits));
        let known = self.session.answer(&question.id).filter(|answer| answer.channel.is_voice());
        pressed.is_some() && known.is_some_and(|known| known.value == pressed)
    }

    fn keys_for(mut self, question: &Question, asking: Asking, digits: Option<&str>) -> Step {
        if question.kind.is_open() {
            // A key only ends the recording; the recording itself is announced on its own.
            let prompt = self.go_on(&question.id);
            return self.heard(&asking, digits.unwrap_or_default(), Read::Answer, prompt);
        }
        let reading = digits.map(|digits| answer::read_keys(question, digits));
        match reading {
            Some(Some(value)) => {
                self.keep(question, value, digits.unwrap_or_default());
                let prompt = self.go_on(&question.id);
                self.heard(&asking, digits.unwrap_or_default(), Read::Answer, prompt)
            }
            Some(None) => self.again(question, asking, digits.unwrap_or_default()),
            None => self.again(question, asking, ""),
        }
    }

    /// Asks again after silence (no keys) or a wrong key, or goes on when the retries are spent.
    fn again(mut self, question: &Question, asking: Asking, digits: &str) -> Step {
        let silent = digits.is_empty();
        let mut again = Asking { attempt: asking.attempt + 1, asked_at: Some(self.now), ..asking.clone() };
        let (spent, reading, lead) = if silent {
            again.silences += 1;
            (again.silences > question.retry.silence, Read::Silence, Lead::Silence)
        } else {
            again.invalids += 1;
            (again.invalids > question.retry.invalid, Read::Invalid, Lead::Invalid)
        };
        let prompt = if spent {
            self.exhausted(question)
        } else {
            let prompt = Prompt::Ask { question: question.id.clone(), attempt: again.attempt, lead: Some(lead) };
            self.put(again);
            prompt
        };
        self.heard(&asking, digits, reading, prompt)
    }

    /// The keys were pressed in time, but their post came after the end of the line: they count if they answer the question
    /// that was open, and what the session does by text goes on behind it.
    fn keys_after_the_line_went_down(mut self, question: &Question, asking: Asking, digits: Option<&str>) -> Step {
        let Some(digits) = digits else { return Step::Unused(Prompt::Close) };
        let Some(value) = answer::read_keys(question, digits) else { return Step::Foreign };
        self.keep(question, value, digits);
        match self.session.disposition() {
            None => drop(self.go_on(&question.id)),
            Some(Disposition::OptedOut | Disposition::Refused) => {}
            Some(_) => self.settle(None),
        }
        self.heard(&asking, digits, Read::Answer, Prompt::Close)
    }

    fn heard(mut self, asked: &Asking, digits: &str, reading: Read, prompt: Prompt) -> Step {
        self.session.exchanges.push(Exchange {
            channel: Channel::Ivr,
            question: Some(asked.question.clone()),
            attempt: asked.attempt,
            text: digits.chars().filter(|c| !c.is_control()).take(32).collect(),
            reading,
            at: self.now,
            prompt: prompt.clone(),
        });
        self.next(prompt)
    }

    pub(super) fn keep(&mut self, question: &Question, value: Value, digits: &str) {
        let label = answer::label(question, &value, &self.session.locale);
        let late = self.now > self.session.valid_until;
        self.session.first_answer_at.get_or_insert(self.now);
        self.session.answers.push(Answer {
            question: question.id.clone(),
            measure: question.measure,
            kind: question.kind.name().to_owned(),
            value: Some(value),
            label,
            text: None,
            raw: digits.to_owned(),
            channel: Channel::Ivr,
            answered_at: self.now,
            late,
            part: None,
        });
    }

    pub(super) fn recording(mut self, id: &str, url: &str) -> Step {
        if self.session.answers.iter().any(|a| a.question == id) {
            return Step::Repeated(Prompt::Nothing);
        }
        let Some(question) = self.question(id).filter(|question| matches!(question.kind, Kind::Text | Kind::Voice)) else {
            return Step::Foreign;
        };
        let late = self.now > self.session.valid_until;
        self.session.first_answer_at.get_or_insert(self.now);
        self.session.answers.push(Answer {
            question: question.id.clone(),
            measure: None,
            kind: "voice".to_owned(),
            value: None,
            label: None,
            text: None,
            raw: url.chars().filter(|c| !c.is_control()).take(500).collect(),
            channel: Channel::Ivr,
            answered_at: self.now,
            late,
            part: None,
        });
        if !self.session.is_open() && self.session.asking().is_none() {
            self.settle(None);
        }
        self.next(Prompt::Nothing)
    }
}

fn earlier<'a>(session: &'a Session, question: &str, attempt: u16) -> Option<&'a Exchange> {
    let same = |e: &&Exchange| e.channel.is_voice() && e.attempt == attempt && e.question.as_deref() == Some(question);
    session.exchanges.iter().find(same)
}
