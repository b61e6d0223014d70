//! Ringing a caller back.

use std::time::Duration;

use super::{Step, Turn};
use crate::call::Moment;
use crate::survey::call_back::{CallBack, News, Ring, RingState};
use crate::survey::model::Channel;
use crate::survey::session::{Asking, Lead, Prompt, Session, State};

/// How much later than it should be over nothing more is expected to be heard of a call: providers queue calls, and lose webhooks.
const SLACK: Duration = Duration::from_secs(10 * 60);

impl Session {
    /// Goes on by another channel; a call that was never placed was none.
    pub(super) fn take_up(&mut self, channel: Channel) {
        if self.channel == Channel::Call && self.call_back.as_ref().is_none_or(|back| back.placed() == 0) {
            self.channels.retain(|used| *used != Channel::Call);
        }
        self.channel = channel;
        if !self.channels.contains(&channel) {
            self.channels.push(channel);
        }
    }

    /// A session that ends before it could call has ended by the channel before, if there was one.
    pub(super) fn forget_a_call_never_placed(&mut self) {
        let before = self.channels.iter().rev().find(|used| **used != Channel::Call).copied();
        if self.channel == Channel::Call
            && let Some(before) = before
        {
            self.take_up(if self.call_back.as_ref().is_some_and(|back| back.placed() > 0) { Channel::Call } else { before });
        }
    }

    /// When its calls are looked after next, now that it has taken up its channel; `from` is when the channel is first used.
    pub(super) fn look_after_calls(&mut self, from: Moment) {
        let later = self.fallback.contains(&Channel::Call);
        let Some(back) = &mut self.call_back else { return };
        back.next = match self.channel {
            Channel::Call => Some(from),
            Channel::Sms if later => Some(from.plus(back.redial.after)),
            Channel::Sms | Channel::Ivr => None,
        };
    }
}

impl Turn<'_> {
    /// A question as it is put on this leg: by a number that no earlier leg has used, so that a late key of that one is not taken for
    /// one of this. `left` is what an earlier leg was asking when it ended.
    pub(super) fn fresh(&self, question: &str, left: Option<&Asking>, asked_at: Option<Moment>) -> Asking {
        if !self.session.channel.is_voice() {
            return Asking::first(question, asked_at);
        }
        let heard = self.session.exchanges.iter().filter(|e| e.channel.is_voice() && e.question.as_deref() == Some(question));
        let asked = left.filter(|left| left.question == question).map(|left| left.attempt);
        let last = heard.map(|exchange| exchange.attempt).chain(asked).max();
        Asking::anew(question, last.map_or(0, |last| last.saturating_add(1)), asked_at)
    }

    /// The phone that the caller is, or was last, asked by.
    pub(super) fn voice(&self) -> Channel {
        let called = self.session.call_back.as_ref().is_some_and(CallBack::reached);
        if called && self.session.channel != Channel::Ivr { Channel::Call } else { Channel::Ivr }
    }

    fn last_ring(&mut self) -> Option<&mut Ring> {
        self.session.call_back.as_mut()?.rings.last_mut()
    }

    /// Keys tell that someone has picked up, whatever else was heard.
    pub(super) fn picks_up(&mut self) {
        if self.session.channel != Channel::Call {
            return;
        }
        let Some(next) = self.last_ring().and_then(|ring| ring.state.after(News::Person)) else { return };
        self.talks(next);
    }

    fn talks(&mut self, state: RingState) {
        let most = Duration::from_secs(u64::from(self.survey.phone.most_seconds));
        let (now, over) = (self.now, self.now.plus(most + SLACK));
        if let Some(ring) = self.last_ring() {
            ring.state = state;
        }
        if let Some(back) = &mut self.session.call_back {
            back.next = Some(over);
        }
        self.session.invited_at.get_or_insert(now);
        self.session.on_phone_since = Some(now);
    }

    /// The call that the caller hears is over.
    pub(super) fn hangs_up(&mut self) {
        self.picks_up();
        if self.session.channel == Channel::Call
            && let Some(ring) = self.last_ring()
        {
            ring.state = RingState::Talked;
        }
    }

    /// The provider will never place the call that is about to leave: it counts as none.
    pub(super) fn call_refused(mut self, code: &str) -> Step {
        let refused = self.session.call_back.as_mut().and_then(|back| back.rings.pop_if(|ring| ring.state == RingState::Placing));
        if !(self.session.is_open() && self.session.channel == Channel::Call && refused.is_some()) {
            return Step::Unused(Prompt::Nothing);
        }
        self.session.provider_code = Some(code.chars().take(40).collect());
        self.call_over(false)
    }

    pub(super) fn call_due(mut self, task: &str) -> Step {
        if !self.session.is_open() {
            return Step::Unused(Prompt::Nothing);
        }
        if let Some(at) = self.session.text_given_up_at() {
            // The line that it would be asked on is long down.
            self.session.fallback.retain(|channel| *channel != Channel::Ivr);
            return if at <= self.now && self.fall_back() { self.next(Prompt::Nothing) } else { Step::Unused(Prompt::Nothing) };
        }
        if self.session.channel != Channel::Call {
            return Step::Unused(Prompt::Nothing);
        }
        match self.last_ring().map(|ring| (ring.state, ring.task == task)) {
            Some((RingState::Placing, true)) => Step::Unused(Prompt::Nothing),
            Some((state, _)) if !(state.is_over() || state == RingState::Placing) => self.nothing_heard(state),
            _ if self.session.is_call_due(self.now) => self.place(task),
            _ => Step::Unused(Prompt::Nothing),
        }
    }

    /// A call is about to be placed.
    fn place(mut self, task: &str) -> Step {
        let State::Open { asking } = self.session.state.clone() else { return Step::Unused(Prompt::Nothing) };
        if let Some(back) = &mut self.session.call_back {
            back.rings.retain(|ring| ring.state != RingState::Placing);
            back.rings.push(Ring { task: task.to_owned(), call_id: None, state: RingState::Placing });
            back.next = None;
        }
        if asking.asked_at.is_some() {
            self.session.state = State::Open { asking: self.fresh(&asking.question, Some(&asking), None) };
        }
        self.next(Prompt::Nothing)
    }

    /// Nothing was heard of a call for longer than it can last. One whose request may never have left is not placed again.
    fn nothing_heard(mut self, state: RingState) -> Step {
        let over = if state == RingState::Talking { RingState::Talked } else { RingState::Unreached };
        if let Some(ring) = self.last_ring() {
            ring.state = over;
        }
        let again = state == RingState::Ringing;
        self.call_over(again)
    }

    pub(super) fn call_news(mut self, (task, call_id): (&str, &str), news: News) -> Step {
        if !(self.session.is_open() && self.session.channel == Channel::Call) {
            return Step::Unused(Prompt::Close);
        }
        let Some(ring) = self.last_ring().filter(|ring| ring.task == task) else { return Step::Unused(Prompt::Close) };
        let Some(state) = ring.state.after(news) else {
            let talks = ring.state == RingState::Talking && news == News::Person;
            return Step::Unused(if talks { self.question_again() } else { Prompt::Close });
        };
        ring.state = state;
        if ring.call_id.is_none() && !call_id.is_empty() {
            ring.call_id = Some(call_id.chars().take(100).collect());
        }
        match state {
            RingState::Talking => self.answered_by_a_person(state),
            RingState::Talked => self.call_over(false),
            RingState::Unreached | RingState::Withdrawn => self.call_over(true),
            RingState::Placing | RingState::InDoubt | RingState::Ringing => self.rings(),
        }
    }

    fn rings(mut self) -> Step {
        let now = self.now;
        if let Some(back) = &mut self.session.call_back {
            back.next = Some(now.plus(back.redial.ring + SLACK));
        }
        self.next(Prompt::Nothing)
    }

    fn answered_by_a_person(mut self, state: RingState) -> Step {
        self.talks(state);
        if let State::Open { asking } = &mut self.session.state {
            asking.asked_at = Some(self.now);
        }
        let prompt = self.question_again();
        self.next(prompt)
    }

    /// The open question; with the word of greeting where it is the first of the call.
    fn question_again(&self) -> Prompt {
        let Some(asking) = self.session.asking() else { return Prompt::Close };
        let since = self.session.on_phone_since;
        let begins = asking.attempt == asking.from && asking.asked_at == since;
        let lead = begins.then_some(Lead::CallBack);
        Prompt::Ask { question: asking.question.clone(), attempt: asking.attempt, lead }
    }

    /// A call is over: the next one, the next channel, or the end.
    fn call_over(mut self, again: bool) -> Step {
        let State::Open { asking } = self.session.state.clone() else { return Step::Unused(Prompt::Nothing) };
        let (now, until) = (self.now, self.session.valid_until);
        let again = again && self.session.call_back.as_ref().is_some_and(CallBack::may_ring_again);
        let next = self.session.call_back.as_ref().map(|back| now.plus(back.redial.pause)).filter(|at| again && *at < until);
        if let Some(back) = &mut self.session.call_back {
            back.next = next;
        }
        // Where the next one would come too late the session waits for its own end.
        if next.is_none() && !self.fall_back() && !again {
            self.settle(Some(asking));
        }
        self.next(Prompt::Nothing)
    }
}

/// The question that a call which is about to be placed opens with, and its attempt.
#[must_use]
pub fn called_about(session: &Session, task: &str) -> Option<Asking> {
    let ring = session.call_back.as_ref().filter(|_| session.is_open() && session.channel == Channel::Call)?.last()?;
    session.asking().filter(|_| ring.task == task && ring.state == RingState::Placing).cloned()
}
