//! What becomes of messages that leave, and of sessions whose time is over.

use std::time::Duration;

use super::change::{Course, TRIES, charge};
use super::consent::{Consent, Source};
use super::{FlowError, Flows, Outcome, call_back};
use crate::call::{Moment, Partition};
use crate::crash::crash_point;
use crate::ports::account::Account;
use crate::ports::provider::{Delivery, Receipt, Sent};
use crate::ports::store::{Change, Committed, Leased, OptOut, Outgoing, Owner, Purpose, SessionKey, Settlement, TaskKind};
use crate::survey::session::Session;
use crate::survey::step::{Input, Step, step};

/// First pause before a message is tried again; doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_secs(2);
/// Longest pause between two tries; a session that ends meanwhile takes its tasks with it.
const LONGEST_PAUSE: Duration = Duration::from_secs(15 * 60);

pub async fn sent(flows: &Flows, account: &Account, leased: &Leased, sent: Sent) -> Result<(), FlowError> {
    let TaskKind::Send(outgoing) = &leased.task.kind else { return Ok(()) };
    if outgoing.purpose == Purpose::CallBack {
        return call_back::placed(flows, account, leased, sent).await;
    }
    match sent {
        Sent::Accepted { message_id } => {
            let owned = leased.task.session_id.clone().map(|session| (account.name.name.clone(), message_id, session));
            let with = |change: &mut Change| {
                change.message = owned.clone();
                // What answers a text was charged when the answer was decided on.
                if let (Some(session_id), Purpose::Invitation | Purpose::Reminder) = (&leased.task.session_id, outgoing.purpose) {
                    charge(change, session_id, &outgoing.text);
                }
                if change.sessions.iter().any(Session::is_open) {
                    change.tasks.extend(flows.reminders(leased, outgoing));
                }
            };
            flows.finish(leased, &Input::Sent, with).await
        }
        Sent::Rejected { opted_out: true, .. } => flows.opted_out_at_provider(leased, outgoing).await,
        // The invitation has arrived or not; the session goes on as it would without a reminder.
        Sent::Rejected { .. } if outgoing.purpose == Purpose::Reminder => flows.settle(leased, Settlement::Done).await,
        Sent::Rejected { code, opted_out: false } => flows.finish(leased, &Input::Undeliverable(&code), |_| ()).await,
        Sent::Throttled { retry_after } | Sent::Failed { retry_after, .. } => flows.try_later(leased, retry_after).await,
        Sent::Unknown { .. } if account.resend_on_unknown => flows.try_later(leased, None).await,
        Sent::Unknown { .. } if outgoing.purpose == Purpose::Reminder => flows.settle(leased, Settlement::Parked).await,
        Sent::Unknown { .. } => {
            flows.note(leased, &Input::SentPerhaps).await?;
            crash_point!("doubt noted");
            flows.settle(leased, Settlement::Parked).await
        }
    }
}

/// Exponential, with up to a quarter more by the task's identity, so that tasks that failed together do not come again together.
fn pause(leased: &Leased) -> Duration {
    let doubled = FIRST_PAUSE.saturating_mul(1 << leased.attempt.saturating_sub(1).min(16)).min(LONGEST_PAUSE);
    let spread =
        leased.task.id.bytes().fold(u32::from(leased.attempt as u8), |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    doubled + doubled.mul_f64(f64::from(spread % 1000) / 4000.0)
}

pub async fn expire(flows: &Flows, leased: &Leased) -> Result<(), FlowError> {
    flows.finish(leased, &Input::Expire, |_| ()).await
}

pub async fn receipt(flows: &Flows, account: &Account, receipt: Receipt) -> Result<Outcome, FlowError> {
    for _ in 0..TRIES {
        let Some(session) = flows.session_of(account, &receipt).await? else { return Ok(Outcome::Ignored) };
        let code = receipt.code.as_deref().unwrap_or("unknown_error");
        let input = match receipt.state {
            Delivery::Sent => Input::Sent,
            Delivery::Delivered => Input::Delivered,
            Delivery::Failed => Input::Undeliverable(code),
            Delivery::OptedOut => Input::OptOut(""),
        };
        if receipt.state == Delivery::Sent && session.invited_at.is_some() {
            return Ok(Outcome::Duplicate);
        }
        let now = flows.clock.now();
        let Some((mut change, _)) = flows.next(&session, &input, now)? else { return Ok(Outcome::Duplicate) };
        if receipt.state == Delivery::OptedOut && !flows.add_opt_out(&mut change, account, &session).await? {
            return Ok(Outcome::Duplicate);
        }
        if flows.commit(change).await? == Committed::Done {
            return Ok(Outcome::Accepted);
        }
    }
    Err(FlowError::Contended)
}

/// A change in the partition of a task.
fn nothing_yet(leased: &Leased, now: Moment) -> Change {
    Change { partition: Partition::of_id(&leased.task.id), now, ..Change::default() }
}

impl Flows {
    /// The session of a receipt: the one that we put into the receipt's address ourselves (a receipt may overtake the answer to
    /// the send, and a shared store finds it at once), else by the message's id.
    async fn session_of(&self, account: &Account, receipt: &Receipt) -> Result<Option<Session>, FlowError> {
        let named = match &receipt.session_id {
            Some(id) => self.store.session(SessionKey::Id(id)).await?,
            None => None,
        };
        if let Some(session) = named.filter(|session| session.belongs_to(&account.name.name)) {
            return Ok(Some(session));
        }
        let key = SessionKey::Message { account: &account.name.name, message_id: &receipt.message_id };
        Ok(self.store.session(key).await?)
    }

    /// The change of one step; `None` if there is nothing to change.
    pub(super) fn next(&self, session: &Session, input: &Input<'_>, now: Moment) -> Result<Option<(Change, Session)>, FlowError> {
        let rules = self.rulebook();
        let survey = rules.pinned(&session.survey)?;
        Ok(match step(session, survey, input, now) {
            Step::Next(after, _) => {
                Some((Course { flows: self, rules: &rules, survey, now }.change(Some(session), (*after).clone()), *after))
            }
            Step::Repeated(_) | Step::Unused(_) | Step::Foreign => None,
        })
    }

    /// Takes the session of a task a step further and settles the task with the same commit.
    pub(super) async fn finish(&self, leased: &Leased, input: &Input<'_>, with: impl Fn(&mut Change)) -> Result<(), FlowError> {
        let mut seen = None;
        for _ in 0..TRIES {
            let now = self.clock.now();
            let session = match &leased.task.session_id {
                Some(id) => self.store.session(SessionKey::Id(id)).await?,
                None => None,
            };
            let version = session.as_ref().map(|session| session.version);
            if seen == Some(version) {
                // Not the session but the task has changed: it was cancelled, or belongs to somebody else now.
                return Ok(());
            }
            seen = Some(version);
            let next = session.map(|session| self.next(&session, input, now)).transpose()?.flatten();
            let mut change = next.map_or_else(|| nothing_yet(leased, now), |(change, _)| change);
            change.done = Some((leased.task.id.clone(), leased.fence));
            with(&mut change);
            if self.commit(change).await? != Committed::Conflict {
                return Ok(());
            }
        }
        Err(FlowError::Contended)
    }

    /// Takes the session of a task a step further and leaves the task as it is.
    pub(super) async fn note(&self, leased: &Leased, input: &Input<'_>) -> Result<(), FlowError> {
        let Some(id) = &leased.task.session_id else { return Ok(()) };
        for _ in 0..TRIES {
            let Some(session) = self.store.session(SessionKey::Id(id)).await? else { return Ok(()) };
            let Some((change, _)) = self.next(&session, input, self.clock.now())? else { return Ok(()) };
            if self.commit(change).await? == Committed::Done {
                return Ok(());
            }
        }
        Err(FlowError::Contended)
    }

    async fn settle(&self, leased: &Leased, to: Settlement) -> Result<(), FlowError> {
        self.store.settle(leased, to).await?;
        Ok(())
    }

    /// It surely has not left, or may leave twice.
    pub(super) async fn try_later(&self, leased: &Leased, retry_after: Option<Duration>) -> Result<(), FlowError> {
        let due = self.clock.now().plus(retry_after.unwrap_or_default().max(pause(leased)));
        self.settle(leased, Settlement::Retry(due)).await
    }

    /// The provider's own list says that the number has opted out: so it has with us.
    async fn opted_out_at_provider(&self, leased: &Leased, outgoing: &Outgoing) -> Result<(), FlowError> {
        for _ in 0..TRIES {
            let now = self.clock.now();
            let session = match &leased.task.session_id {
                Some(id) => self.store.session(SessionKey::Id(id)).await?,
                None => None,
            };
            let mut change = nothing_yet(leased, now);
            if let Some((next, _)) = session.map(|session| self.next(&session, &Input::OptOut(""), now)).transpose()?.flatten() {
                change = next;
            }
            self.opt_out_of(&mut change, outgoing).await?;
            change.done = Some((leased.task.id.clone(), leased.fence));
            if self.commit(change).await? != Committed::Conflict {
                return Ok(());
            }
        }
        Err(FlowError::Contended)
    }

    async fn add_opt_out(&self, change: &mut Change, account: &Account, session: &Session) -> Result<bool, FlowError> {
        let Some(respondent) = session.call.respondent.clone() else { return Ok(false) };
        let owner = Owner { tenant: &account.name.tenant, respondent: &respondent };
        let dossier = self.store.dossier(owner, None, change.now).await?;
        if dossier.opted_out_at.is_some() && !session.is_open() {
            return Ok(false);
        }
        self.write_opt_out(change, (&account.name.name, &account.name.tenant), &respondent, dossier.version);
        Ok(true)
    }

    async fn opt_out_of(&self, change: &mut Change, outgoing: &Outgoing) -> Result<(), FlowError> {
        let owner = Owner { tenant: &outgoing.tenant, respondent: &outgoing.to };
        let dossier = self.store.dossier(owner, None, change.now).await?;
        self.write_opt_out(change, (&outgoing.account, &outgoing.tenant), &outgoing.to, dossier.version);
        Ok(())
    }

    fn write_opt_out(&self, change: &mut Change, whose: (&str, &str), respondent: &crate::phone::Respondent, version: u64) {
        let (account, tenant) = whose;
        let of = Owner { tenant, respondent };
        let consent = Consent { account, of, to: OptOut::Out, source: Source::Provider, text: None };
        consent.write(change, self.ids.next(change.now), version);
    }
}
