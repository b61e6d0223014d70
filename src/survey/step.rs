//! The step from one input to the next prompt: a pure function of (session, survey, input, now).
//!
//! Repetitions are recognised from [`Session::exchanges`], so a post that comes twice gets the same prompt and changes nothing.

use std::borrow::Cow;
use std::time::Duration;

use super::answer;
use super::call_back::News;
use super::model::{Channel, Exhausted, Question, Survey};
use super::session::{Asking, Disposition, Lead, Prompt, Session, State};
use crate::call::Moment;

pub use begin::{Opening, begin};
pub use call_back::called_about;
pub use catch_up::{Way, catch_up};
pub use path::opening_question;

mod begin;
mod call_back;
mod catch_up;
mod keys;
mod path;
mod record;
mod text;

/// Something that happens to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input<'a> {
    /// A text message.
    Text(&'a str),
    /// Keys on the phone, `None` for silence, for the question and attempt in the address they were posted to.
    Keys {
        /// The question they were posted for.
        question: &'a str,
        /// Which time of asking.
        attempt: u16,
        /// `None`: no key came.
        digits: Option<&'a str>,
    },
    /// A recorded comment for that question is ready at that address.
    Recording {
        /// The question.
        question: &'a str,
        /// Where the provider keeps it.
        url: &'a str,
    },
    /// The caller enters the survey on the phone.
    Enter,
    /// The phone call is over.
    LineDown,
    /// The provider took the message that asks.
    Sent,
    /// Nobody knows whether the message that asks has left.
    SentPerhaps,
    /// The message that asks arrived.
    Delivered,
    /// The message that asks will not arrive; the provider's code.
    Undeliverable(&'a str),
    /// The caller (or the provider's own list) opted out, with the words used, if any.
    OptOut(&'a str),
    /// The caller asked for help, with the words used.
    Help(&'a str),
    /// The caller's words fit another call's question as well: which call is meant is asked.
    WhichCall(&'a str),
    /// The session's time is over.
    Expire,
    /// The task that looks after the calls is due: it places one, or notices that nothing is heard of one or of a text.
    CallDue {
        /// The task.
        task: &'a str,
    },
    /// Something is heard of a call that we placed.
    Call {
        /// The task that placed it.
        task: &'a str,
        /// The provider's id of it; empty where it is not told.
        call_id: &'a str,
        /// What.
        news: News,
    },
    /// The provider refuses to place the call that was about to leave; its code.
    CallRefused(&'a str),
}

/// What became of an input.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The session's next version, and what to say.
    Next(Box<Session>, Prompt),
    /// It was there before: the same prompt again, nothing changes.
    Repeated(Prompt),
    /// Nothing to do; what the caller should hear, if they are on the phone.
    Unused(Prompt),
    /// It cannot belong to this session.
    Foreign,
}

/// Takes the session one step further.
#[must_use]
pub fn step(session: &Session, survey: &Survey, input: &Input<'_>, now: Moment) -> Step {
    let turn = Turn { survey, now, session: session.clone() };
    match *input {
        Input::Text(text) => turn.text(text),
        Input::Keys { question, attempt, digits } => turn.keys(question, attempt, digits),
        Input::Recording { question, url } => turn.recording(question, url),
        Input::Enter => turn.enter(),
        Input::LineDown => turn.line_down(),
        Input::Sent => turn.sent(true),
        Input::SentPerhaps => turn.sent(false),
        Input::Delivered => turn.delivered(),
        Input::Undeliverable(code) => turn.undeliverable(code),
        Input::OptOut(words) => turn.opt_out(words),
        Input::Help(words) => turn.help(words),
        Input::WhichCall(words) => turn.which_call(words),
        Input::Expire => turn.expire(),
        Input::CallDue { task } => turn.call_due(task),
        Input::Call { task, call_id, news } => turn.call_news((task, call_id), news),
        Input::CallRefused(code) => turn.call_refused(code),
    }
}

/// One step in the making.
struct Turn<'a> {
    survey: &'a Survey,
    now: Moment,
    session: Session,
}

impl<'a> Turn<'a> {
    fn next(mut self, prompt: Prompt) -> Step {
        self.session.version += 1;
        Step::Next(Box::new(self.session), prompt)
    }

    /// A question as this session shows it.
    fn question(&self, id: &str) -> Option<Cow<'a, Question>> {
        self.survey.question(id).map(|question| question.shown_in(&self.session.id))
    }

    fn end(&mut self, disposition: Disposition, asking: Option<Asking>) {
        self.session.forget_a_call_never_placed();
        self.session.state = State::Ended { disposition, at: self.now, asking };
    }

    fn ask(&mut self, question: &str) -> Prompt {
        let asking = self.fresh(question, None, Some(self.now));
        let prompt = Prompt::Ask { question: question.to_owned(), attempt: asking.attempt, lead: None };
        self.put(asking);
        prompt
    }

    /// Puts a question before the caller; an ended session that still takes late answers stays ended.
    fn put(&mut self, asking: Asking) {
        match &mut self.session.state {
            State::Open { asking: open } => *open = asking,
            State::Ended { asking: left, .. } => *left = Some(asking),
        }
    }

    /// Goes on behind a question that is answered, skipped or refused.
    fn go_on(&mut self, behind: &str) -> Prompt {
        match path::behind(self.survey, &self.session, behind, self.session.channel) {
            Some(next) => {
                let id = next.id.clone();
                if !self.session.is_open() {
                    self.settle(Some(Asking::first(&id, Some(self.now))));
                }
                self.ask(&id)
            }
            None => self.finish(),
        }
    }

    /// The end of the questionnaire on this channel: what is missing is asked on the next one, if there is one.
    fn finish(&mut self) -> Prompt {
        if !(self.session.is_open() && self.missing_something() && self.fall_back()) {
            self.settle(None);
        }
        Prompt::Close
    }

    /// Ends the session (or rates its end anew) by what has been answered.
    fn settle(&mut self, asking: Option<Asking>) {
        let complete = asking.is_none() && !self.missing_something() && self.answered_something();
        let disposition = match () {
            () if complete => Disposition::Completed,
            () if self.answered_something() => Disposition::Partial,
            () => Disposition::Failed,
        };
        if complete {
            self.session.completed_at = Some(self.now);
        }
        self.end(disposition, asking);
    }

    fn missing_something(&self) -> bool {
        path::missing(self.survey, &self.session, self.session.channel)
    }

    /// Whether any question of the survey has an answer (a comment beside the questions is none).
    fn answered_something(&self) -> bool {
        self.session.answers.iter().any(|answer| self.survey.counts(answer))
    }

    /// Moves on to the next channel with the first question that is missing there; false if there is none.
    fn fall_back(&mut self) -> bool {
        while !self.session.fallback.is_empty() {
            let channel = self.session.fallback.remove(0);
            let Some(question) = path::first_open(self.survey, &self.session, channel) else { continue };
            let left = self.session.asking().filter(|left| self.session.channel.is_voice() && left.asked_at.is_some()).cloned();
            let question = question.id.clone();
            self.session.take_up(channel);
            self.session.look_after_calls(self.now);
            self.session.state = State::Open { asking: self.fresh(&question, left.as_ref(), None) };
            return true;
        }
        false
    }

    /// What follows when a question's retries are spent.
    fn exhausted(&mut self, question: &Question) -> Prompt {
        let prompt = match question.retry.then {
            Exhausted::Skip => self.go_on(&question.id),
            Exhausted::End => self.finish(),
        };
        match prompt {
            Prompt::Ask { question, attempt, .. } => Prompt::Ask { question, attempt, lead: Some(Lead::Exhausted) },
            Prompt::Close => Prompt::GaveUp,
            other => other,
        }
    }

    /// A call that has lasted long enough ends instead of asking on.
    fn within_time(&mut self, prompt: Prompt) -> Prompt {
        let State::Open { asking } = self.session.state.clone() else { return prompt };
        let most = Duration::from_secs(u64::from(self.survey.phone.most_seconds));
        let is_up = self.session.on_phone_since.is_some_and(|since| since.plus(most) <= self.now);
        if !(is_up && self.session.channel.is_voice() && matches!(prompt, Prompt::Ask { .. })) {
            return prompt;
        }
        if !self.fall_back() {
            self.settle(Some(asking));
        }
        Prompt::TimeIsUp
    }

    fn line_down(mut self) -> Step {
        let State::Open { asking } = self.session.state.clone() else { return Step::Unused(Prompt::Nothing) };
        if !self.session.is_on_phone() {
            return Step::Unused(Prompt::Nothing);
        }
        self.hangs_up();
        if !self.fall_back() {
            self.settle(Some(asking));
        }
        self.next(Prompt::Nothing)
    }

    fn enter(mut self) -> Step {
        let State::Open { asking } = self.session.state.clone() else { return Step::Unused(Prompt::Close) };
        let on_phone = self.session.is_on_phone();
        if on_phone && self.session.invited_at.is_none() {
            self.session.invited_at = Some(self.now);
            self.session.on_phone_since = Some(self.now);
            let prompt = self.ask(&asking.question);
            return self.next(prompt);
        }
        if on_phone {
            return Step::Unused(Prompt::Ask { question: asking.question, attempt: asking.attempt, lead: None });
        }
        let Some(first) = path::first_open(self.survey, &self.session, Channel::Ivr).map(|q| q.id.clone()) else {
            return Step::Unused(Prompt::Close);
        };
        // Where they hang up, the rest is asked by text again.
        if !self.session.fallback.contains(&self.session.channel) {
            self.session.fallback.insert(0, self.session.channel);
        }
        self.session.take_up(Channel::Ivr);
        self.session.look_after_calls(self.now);
        self.session.invited_at.get_or_insert(self.now);
        self.session.on_phone_since = Some(self.now);
        let prompt = self.ask(&first);
        self.next(prompt)
    }

    fn sent(mut self, surely: bool) -> Step {
        let State::Open { asking } = &mut self.session.state else {
            // The message had left before the session ended; it still counts as an invitation.
            return if surely && self.session.invited_at.is_none() { self.invited() } else { Step::Unused(Prompt::Nothing) };
        };
        if asking.asked_at.is_none() {
            asking.asked_at = Some(self.now);
        }
        if surely {
            return self.invited();
        }
        self.session.provider_code = Some("unknown".to_owned());
        self.next(Prompt::Nothing)
    }

    fn invited(mut self) -> Step {
        self.session.invited_at.get_or_insert(self.now);
        self.next(Prompt::Nothing)
    }

    fn delivered(mut self) -> Step {
        if self.session.delivered_at.is_some() {
            return Step::Repeated(Prompt::Nothing);
        }
        self.session.delivered_at = Some(self.now);
        self.invited_anyway();
        self.next(Prompt::Nothing)
    }

    /// A receipt or a reply proves that the message left, whatever the send seemed to say.
    fn invited_anyway(&mut self) {
        self.session.invited_at.get_or_insert(self.now);
        if self.session.provider_code.as_deref() == Some("unknown") {
            self.session.provider_code = None;
        }
    }

    fn undeliverable(mut self, code: &str) -> Step {
        let State::Open { asking } = self.session.state.clone() else { return Step::Unused(Prompt::Nothing) };
        if self.session.channel != Channel::Sms || self.session.delivered_at.is_some() || self.answered_by_text() {
            return Step::Unused(Prompt::Nothing);
        }
        self.session.provider_code = Some(code.chars().take(40).collect());
        if !self.fall_back() {
            let disposition = if self.answered_something() { Disposition::Partial } else { Disposition::Undeliverable };
            self.end(disposition, Some(asking));
        }
        self.next(Prompt::Nothing)
    }

    fn answered_by_text(&self) -> bool {
        self.session.exchanges.iter().any(|exchange| exchange.channel == Channel::Sms)
    }

    fn expire(mut self) -> Step {
        let State::Open { asking } = self.session.state.clone() else { return Step::Unused(Prompt::Nothing) };
        let disposition = match self.session.channel {
            _ if self.answered_something() => Disposition::Partial,
            Channel::Sms => Disposition::Expired,
            Channel::Call if !self.session.is_on_phone() => Disposition::Expired,
            Channel::Ivr | Channel::Call => Disposition::Failed,
        };
        self.end(disposition, Some(asking));
        self.next(Prompt::Nothing)
    }
}
