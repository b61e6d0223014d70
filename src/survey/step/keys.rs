//! Answers on the phone.

use super::record::{Heard, Meaning};
use super::{Step, Turn, answer};
use crate::survey::answer::Pressed;
use crate::survey::model::{Kind, Question};
use crate::survey::session::{Asking, Disposition, Exchange, Lead, Prompt, Read, Session};

/// How often a caller can have one question repeated by key; beyond it the key is a wrong one, so that every leg ends.
const MOST_REPEATS: u16 = 5;

impl Turn<'_> {
    pub(super) fn keys(self, id: &str, attempt: u16, digits: Option<&str>) -> Step {
        if let Some(before) = earlier(&self.session, id, attempt) {
            return Step::Repeated(before.prompt.clone());
        }
        let Some(question) = self.question(id) else { return Step::Foreign };
        let question = question.as_ref();
        if self.is_known(question, digits) {
            let ask = |asking: &Asking| Prompt::Ask { question: asking.question.clone(), attempt: asking.attempt, lead: None };
            return Step::Unused(self.session.asking().filter(|_| self.session.is_open()).map_or(Prompt::Close, ask));
        }
        let Some(asking) = self.session.asking().cloned() else { return Step::Foreign };
        // A recording may be announced before the key that ended it: then the answer is there already.
        if asking.question != id || self.session.answer(id).is_some() && !question.kind.is_open() {
            return Step::Foreign;
        }
        if !(self.session.is_open() && self.session.is_on_phone()) || attempt < asking.from {
            return self.keys_after_the_line_went_down(question, asking, digits);
        }
        if asking.attempt != attempt {
            return Step::Unused(Prompt::Ask { question: asking.question, attempt: asking.attempt, lead: None });
        }
        self.keys_for(question, asking, digits)
    }

    /// A later address has told this answer already ([`super::catch_up`]): the key itself comes after it and says nothing new.
    fn is_known(&self, question: &Question, digits: Option<&str>) -> bool {
        let Some(known) = self.session.answer(&question.id).filter(|answer| answer.channel.is_voice()) else { return false };
        match digits.map(|digits| answer::read_pressed(question, digits)) {
            Some(Pressed::Answer(value)) => known.value == Some(value),
            Some(Pressed::Refused) => !known.outcome.is_answer(),
            _ => false,
        }
    }

    fn keys_for(mut self, question: &Question, asking: Asking, digits: Option<&str>) -> Step {
        self.picks_up();
        if question.kind.is_open() {
            // A key only ends the recording; the recording itself is announced on its own.
            let prompt = self.go_on(&question.id);
            return self.heard(&asking, digits.unwrap_or_default(), Read::Answer, prompt);
        }
        let Some(digits) = digits else { return self.again(question, asking, "") };
        match answer::read_pressed(question, digits) {
            Pressed::Answer(value) => self.pressed(question, asking, (Meaning::Value(value, None), Read::Answer, digits)),
            Pressed::Refused => self.pressed(question, asking, (Meaning::Refused, Read::Refused, digits)),
            Pressed::Repeat if repeats(&asking) < MOST_REPEATS => self.repeat(question, asking, digits),
            Pressed::Repeat | Pressed::Wrong => self.again(question, asking, digits),
        }
    }

    fn pressed(mut self, question: &Question, asking: Asking, (meaning, read, digits): (Meaning<'_>, Read, &str)) -> Step {
        self.record(question, Heard { channel: self.voice(), raw: digits.to_owned(), meaning });
        let prompt = self.go_on(&question.id);
        self.heard(&asking, digits, read, prompt)
    }

    /// The same question once more, at no cost to the caller.
    fn repeat(mut self, question: &Question, asking: Asking, digits: &str) -> Step {
        let again = Asking { attempt: asking.attempt + 1, asked_at: Some(self.now), ..asking.clone() };
        let prompt = Prompt::Ask { question: question.id.clone(), attempt: again.attempt, lead: None };
        self.put(again);
        self.heard(&asking, digits, Read::Repeat, prompt)
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
        let (meaning, read) = match answer::read_pressed(question, digits) {
            Pressed::Answer(value) => (Meaning::Value(value, None), Read::Answer),
            Pressed::Refused => (Meaning::Refused, Read::Refused),
            Pressed::Repeat | Pressed::Wrong => return Step::Foreign,
        };
        self.record(question, Heard { channel: self.voice(), raw: digits.to_owned(), meaning });
        match self.session.disposition() {
            None => drop(self.go_on(&question.id)),
            Some(Disposition::OptedOut | Disposition::Refused) => {}
            Some(_) => self.settle(None),
        }
        self.heard(&asking, digits, read, Prompt::Close)
    }

    fn heard(mut self, asked: &Asking, digits: &str, reading: Read, prompt: Prompt) -> Step {
        let prompt = self.within_time(prompt);
        self.session.exchanges.push(Exchange {
            channel: self.voice(),
            question: Some(asked.question.clone()),
            attempt: asked.attempt,
            text: digits.chars().filter(|c| !c.is_control()).take(32).collect(),
            reading,
            at: self.now,
            prompt: prompt.clone(),
        });
        self.next(prompt)
    }

    pub(super) fn recording(mut self, id: &str, url: &str) -> Step {
        if self.session.answers.iter().any(|a| a.question == id) {
            return Step::Repeated(Prompt::Nothing);
        }
        let Some(question) = self.question(id).filter(|question| matches!(question.kind, Kind::Text | Kind::Voice)) else {
            return Step::Foreign;
        };
        let raw = url.chars().filter(|c| !c.is_control()).take(500).collect();
        self.record(&question, Heard { channel: self.voice(), raw, meaning: Meaning::Words(None, "voice") });
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

/// Askings that neither silence nor a wrong key explains.
fn repeats(asking: &Asking) -> u16 {
    asking.attempt.saturating_sub(asking.from).saturating_sub(u16::from(asking.silences)).saturating_sub(u16::from(asking.invalids))
}
