//! Ringing callers back: when a call is placed, and what is heard of it.

use super::change::TRIES;
use super::errand::{Done, Said};
use super::{CallAnswer, FlowError, Flows, Outcome, call_ended, token, voice};
use crate::call::{Call, CallOutcome, Direction, Moment};
use crate::ivr::{Page, Turn};
use crate::policy::Suppression;
use crate::ports::account::Account;
use crate::ports::provider::{CallReport, Hook, NewCall, PlacedCall, Sent, Whereabouts};
use crate::ports::store::{Committed, Leased, Outgoing, SessionKey, Settlement};
use crate::survey::call_back::{CallBack, News};
use crate::survey::model::Channel;
use crate::survey::session::Session;
use crate::survey::step::{Input, called_about};

/// What comes of a task that looks after the calls of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallDue {
    /// This call is to be placed now.
    Place(Box<NewCall>),
    /// Not before that moment.
    At(Moment),
    /// There is nothing to place; the task is settled.
    Settled,
}

pub async fn due(flows: &Flows, leased: &Leased, outgoing: &Outgoing) -> Result<CallDue, FlowError> {
    let mut seen = None;
    for _ in 0..TRIES {
        let Some(session) = flows.session_of_task(leased).await? else { return flows.nothing_to_place(leased).await };
        if seen == Some(session.version) {
            // Not the session but the task has changed: it was cancelled, or belongs to somebody else now.
            return Ok(CallDue::Settled);
        }
        seen = Some(session.version);
        let now = flows.clock.now();
        if let Some(later) = flows.rests_until(&session, outgoing, now) {
            return Ok(CallDue::At(later));
        }
        let task = leased.task.id.as_str();
        let Some((mut change, after)) = flows.next(&session, &Input::CallDue { task }, now)? else {
            // It was marked before and did not leave.
            return match flows.new_call(&session, leased, outgoing)? {
                Some(call) => Ok(CallDue::Place(Box::new(call))),
                None => flows.nothing_to_place(leased).await,
            };
        };
        let call = flows.new_call(&after, leased, outgoing)?;
        change.done = call.is_none().then(|| (leased.task.id.clone(), leased.fence));
        if flows.commit(change).await? == Committed::Done {
            return Ok(call.map_or(CallDue::Settled, |call| CallDue::Place(Box::new(call))));
        }
    }
    Err(FlowError::Contended)
}

/// What became of an attempt to place a call. One whose fate is unknown is never placed again (promise P8).
pub async fn placed(flows: &Flows, account: &Account, leased: &Leased, sent: Sent) -> Result<(), FlowError> {
    let task = leased.task.id.as_str();
    match sent {
        Sent::Accepted { message_id } => {
            let owned = leased.task.session_id.clone().map(|session| (account.name.name.clone(), message_id.clone(), session));
            let taken = Input::Call { task, call_id: &message_id, news: News::Taken };
            flows.finish(leased, &taken, |change| change.message = owned.clone()).await
        }
        Sent::Rejected { code, .. } => flows.finish(leased, &Input::CallRefused(&code), |_| ()).await,
        Sent::Throttled { retry_after } | Sent::Failed { retry_after, .. } => flows.try_later(leased, retry_after).await,
        Sent::Unknown { .. } => {
            flows.note(leased, &Input::Call { task, call_id: "", news: News::InDoubt }).await?;
            flows.store.settle(leased, Settlement::Parked).await?;
            Ok(())
        }
    }
}

/// Something is heard of a call that we placed; whoever has picked it up hears the answer.
pub async fn heard(flows: &Flows, account: &Account, (hook, token): (Hook, &str), placed: PlacedCall) -> Result<Done, FlowError> {
    let named = token::verify(&flows.secret, &account.name.name, token).map(|ticket| ticket.session_id);
    let Some(id) = named.or_else(|| placed.session_id.clone()) else { return Ok(unknown(hook)) };
    let input = Input::Call { task: &placed.task_id, call_id: &placed.call.call_id, news: placed.news };
    let answer = flows.call_step(account, &id, &input).await?;
    if answer.is_some() && is_final(placed.news) {
        call_ended::suppress(flows, &placed.call, Suppression::SurveyCall).await?;
    }
    let Some(answer) = answer else { return Ok(unknown(hook)) };
    let said = match (hook, placed.news) {
        (Hook::Answer, News::Person) => Said::Page(answer.page),
        (Hook::Answer, _) => Said::Page(hang_up(&answer.page)),
        _ => Said::Nothing,
    };
    Ok(Done { outcome: answer.outcome, said })
}

/// A call that was reported as ended is one of our own: no survey follows it, and it says that its own is over.
pub async fn own(flows: &Flows, account: &Account, report: &CallReport) -> Result<Option<CallAnswer>, FlowError> {
    let call = &report.call;
    if call.direction != Some(Direction::Outbound) {
        return Ok(None);
    }
    let key = SessionKey::Message { account: &call.account, message_id: &call.call_id };
    let session = flows.store.session(key).await?;
    let Some(session) = session.filter(|session| session.call_back.is_some()) else { return Ok(None) };
    let ring = session.call_back.as_ref().and_then(|back| back.ring_of(&call.call_id));
    if let Some(ring) = ring.filter(|_| report.caller == Whereabouts::Gone) {
        let news = if call.outcome == Some(CallOutcome::Unanswered) { News::NoAnswer } else { News::Completed };
        flows.call_step(account, &session.id, &Input::Call { task: &ring.task, call_id: &call.call_id, news }).await?;
    }
    call_ended::suppress(flows, call, Suppression::SurveyCall).await.map(Some)
}

/// Whether a call may be one that we have just placed, whose id we are still to be told.
pub fn may_be_own(call: &Call, sessions: &[Session]) -> bool {
    let awaits = |back: &CallBack| back.account == call.account && back.awaits_an_id();
    call.direction == Some(Direction::Outbound) && sessions.iter().any(|session| session.call_back.as_ref().is_some_and(awaits))
}

fn is_final(news: News) -> bool {
    !matches!(news, News::Taken | News::InDoubt | News::Person | News::Machine)
}

fn unknown(hook: Hook) -> Done {
    let said = if hook == Hook::Answer { Said::Page(voice::goodbye(None)) } else { Said::Nothing };
    Done { outcome: Outcome::Ignored, said }
}

/// To a machine nothing is said.
pub(super) fn hang_up(page: &Page) -> Page {
    Page { locale: page.locale.clone(), lead: Vec::new(), then: Turn::End { say: None } }
}

impl Flows {
    async fn session_of_task(&self, leased: &Leased) -> Result<Option<Session>, FlowError> {
        match &leased.task.session_id {
            Some(id) => Ok(self.store.session(SessionKey::Id(id)).await?),
            None => Ok(None),
        }
    }

    async fn nothing_to_place(&self, leased: &Leased) -> Result<CallDue, FlowError> {
        self.store.settle(leased, Settlement::Done).await?;
        Ok(CallDue::Settled)
    }

    /// A text still has time to be answered, or it is quiet where the call would ring.
    fn rests_until(&self, session: &Session, outgoing: &Outgoing, now: Moment) -> Option<Moment> {
        if !session.is_open() {
            return None;
        }
        let at = match session.text_given_up_at() {
            Some(at) => at,
            None if session.is_on_phone() || session.channel != Channel::Call => now,
            None => {
                let until = session.valid_until;
                let planned = session.call_back.as_ref().and_then(|back| back.next).unwrap_or(now).max(now);
                self.rulebook().policy.quiet.rings(outgoing.to.expose(), planned, until).unwrap_or(until)
            }
        };
        (at > now).then_some(at)
    }

    /// The call that the task is to place; `None` where it is to place none.
    fn new_call(&self, session: &Session, leased: &Leased, outgoing: &Outgoing) -> Result<Option<NewCall>, FlowError> {
        let rules = self.rulebook();
        let survey = rules.pinned(&session.survey)?;
        let task = leased.task.id.as_str();
        let Some((asking, back)) = called_about(session, task).zip(session.call_back.as_ref()) else { return Ok(None) };
        let page_url = self.first_page_of_call((session, survey), &asking, task);
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("session", &session.id).append_pair("ring", task).finish();
        Ok(page_url.map(|page_url| NewCall {
            to: outgoing.to.clone(),
            from: outgoing.line.clone(),
            page_url,
            status_url: format!("{}/hooks/{}/call?{query}", self.public_url, outgoing.account),
            ring: back.redial.ring,
            task_id: task.to_owned(),
        }))
    }

    /// One step of a session whose call was heard of; `None` for one that is not this account's.
    async fn call_step(&self, account: &Account, id: &str, input: &Input<'_>) -> Result<Option<super::VoiceAnswer>, FlowError> {
        for _ in 0..TRIES {
            let session = self.store.session(SessionKey::Id(id)).await?;
            let Some(session) = session.filter(|session| session.belongs_to(&account.name.name)) else { return Ok(None) };
            if let Some(answer) = self.voice_step(session, input).await? {
                return Ok(Some(answer));
            }
        }
        Err(FlowError::Contended)
    }
}
