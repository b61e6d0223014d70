//! Answers by text message.

use super::record::{Heard, Meaning};
use super::{Step, Turn};
use crate::survey::answer::{self, Reading};
use crate::survey::model::{Channel, Question};
use crate::survey::session::{Answer, Asking, Disposition, Exchange, Lead, Prompt, Read, State};

/// Longest text that is kept, in characters (Twilio's limit of a message is 1600).
const LONGEST: usize = 2_000;
/// Most exchanges of one session that are kept; further texts are kept as unmatched replies.
const MOST: usize = 200;

impl Turn<'_> {
    pub(super) fn text(mut self, text: &str) -> Step {
        let full = self.session.exchanges.len() >= MOST;
        if full || self.session.disposition() == Some(Disposition::OptedOut) || self.now > self.session.late_until {
            return Step::Foreign;
        }
        self.invited_anyway();
        let asked = self.session.asking().cloned().filter(|_| self.takes_answers());
        let question = asked.as_ref().and_then(|asked| self.question(&asked.question));
        match (asked, question) {
            (Some(asked), Some(question)) => self.reply(&question, asked, text),
            _ => self.afterword(text),
        }
    }

    /// A session that ended on the phone without ever having asked by text, or was declined, takes further texts as comments only.
    fn takes_answers(&self) -> bool {
        match &self.session.state {
            State::Open { .. } => true,
            State::Ended { disposition, .. } => {
                let gave_up = *disposition == Disposition::Failed && self.session.channel == Channel::Sms;
                self.session.channels.contains(&Channel::Sms) && *disposition != Disposition::Refused && !gave_up
            }
        }
    }

    fn reply(mut self, question: &Question, asked: Asking, text: &str) -> Step {
        match answer::read_text(question, &self.session.locale, text) {
            Reading::Answer { value, comment, .. } => {
                self.keep(question, Meaning::Value(value, comment.map(|comment| short(&comment))), text);
                self.answered(question, &asked, text)
            }
            Reading::Comment(words) if question.kind.is_open() => {
                self.keep(question, Meaning::Words(Some(short(&words)), question.kind.name()), text);
                self.answered(question, &asked, text)
            }
            Reading::Comment(words) => {
                self.keep_beside("comment", &words, text);
                self.ask_again(question, asked, (Read::Comment, Lead::Invalid), text)
            }
            Reading::Ambiguous(values) => {
                let readings = values.iter().take(3).map(|v| v.to_string()).collect();
                self.ask_again(question, asked, (Read::Ambiguous, Lead::Ambiguous { readings }), text)
            }
            Reading::Refused => self.refused(question, &asked, text),
            Reading::OptOut => self.opt_out(text),
            Reading::Help => self.help(text),
            Reading::Invalid => self.ask_again(question, asked, (Read::Invalid, Lead::Invalid), text),
        }
    }

    fn answered(mut self, question: &Question, asked: &Asking, text: &str) -> Step {
        self.now_by_text();
        let prompt = self.go_on(&question.id);
        self.wrote(Some(asked), text, Read::Answer, prompt)
    }

    /// An answer by text ends the attempt by phone.
    fn now_by_text(&mut self) {
        self.session.fallback.retain(|channel| *channel != Channel::Sms);
        if self.session.channel != Channel::Sms {
            self.session.take_up(Channel::Sms);
            self.session.look_after_calls(self.now);
        }
    }

    fn ask_again(mut self, question: &Question, asked: Asking, why: (Read, Lead), text: &str) -> Step {
        let (reading, lead) = why;
        let again = Asking {
            attempt: asked.attempt.saturating_add(1),
            invalids: asked.invalids.saturating_add(1),
            asked_at: Some(self.now),
            ..asked.clone()
        };
        let prompt = if again.invalids > question.retry.invalid {
            self.exhausted(question)
        } else {
            let prompt = Prompt::Ask { question: question.id.clone(), attempt: again.attempt, lead: Some(lead) };
            self.put(again);
            prompt
        };
        self.wrote(Some(&asked), text, reading, prompt)
    }

    fn refused(mut self, question: &Question, asked: &Asking, text: &str) -> Step {
        if question.manner.refuse.is_some() {
            self.keep(question, Meaning::Refused, text);
        }
        let prompt = if question.optional {
            self.go_on(&question.id)
        } else {
            let disposition = if self.answered_something() { Disposition::Partial } else { Disposition::Refused };
            self.end(disposition, None);
            Prompt::Close
        };
        self.wrote(Some(asked), text, Read::Refused, prompt)
    }

    pub(super) fn opt_out(mut self, words: &str) -> Step {
        if self.session.is_open() {
            let asking = self.session.asking().cloned();
            self.end(Disposition::OptedOut, asking);
        }
        let asked = self.session.asking().cloned();
        self.wrote(asked.as_ref(), words, Read::OptOut, Prompt::OptedOut)
    }

    pub(super) fn help(self, words: &str) -> Step {
        let asked = self.session.asking().cloned();
        self.wrote(asked.as_ref(), words, Read::Help, Prompt::Help)
    }

    pub(super) fn which_call(self, words: &str) -> Step {
        let asked = self.session.asking().cloned();
        self.wrote(asked.as_ref(), words, Read::Ambiguous, Prompt::WhichCall)
    }

    fn afterword(mut self, text: &str) -> Step {
        self.keep_beside("afterword", text, text);
        self.wrote(None, text, Read::Afterword, Prompt::Nothing)
    }

    fn wrote(mut self, asked: Option<&Asking>, text: &str, reading: Read, prompt: Prompt) -> Step {
        self.session.exchanges.push(Exchange {
            channel: Channel::Sms,
            question: asked.map(|asked| asked.question.clone()),
            attempt: asked.map_or(0, |asked| asked.attempt),
            text: short(text),
            reading,
            at: self.now,
            prompt: prompt.clone(),
        });
        self.next(prompt)
    }

    fn keep(&mut self, question: &Question, meaning: Meaning<'_>, raw: &str) {
        self.record(question, Heard { channel: Channel::Sms, raw: short(raw), meaning });
    }

    /// Keeps words that answer no question.
    fn keep_beside(&mut self, name: &str, words: &str, raw: &str) {
        let blank = self.blank(name, "text", (Channel::Sms, short(raw)));
        self.session.answers.push(Answer { text: Some(short(words)), ..blank });
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(LONGEST).collect()
}
