//! Tickets: people change them, they become overdue, and the caller is asked again once the matter is settled.

use std::sync::Arc;

use super::change::{Course, TRIES, derived_id};
use super::follow_up::{errand, happened};
use super::{FlowError, Flows, Rulebook};
use crate::call::{Call, Moment, Partition};
use crate::policy::Event;
use crate::ports::notice::{Recipient, TicketErrand, TicketStep};
use crate::ports::report::{Backwards, Fact, Note, ReportError, ReportStore, Row, Ticket, TicketPatch, TicketState};
use crate::ports::store::{Change, Committed, Leased, Mark, Owner, RespondentChange, SessionKey, StoreError, TaskKind};
use crate::survey::locale;
use crate::survey::model::Channel;
use crate::survey::session::{Follows, Session};
use crate::survey::step::{Input, Opening, Step as Next, begin, step};

/// The use cases of tickets. They are read from the reporting store and changed by way of the correlation store, where every other
/// effect of the change is committed with it.
#[derive(Clone)]
pub struct Tickets {
    /// The other use cases.
    pub flows: Arc<Flows>,
    /// Where tickets are read.
    pub reports: Arc<dyn ReportStore>,
}

/// Why a ticket was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TicketError {
    /// There is none of that id.
    #[error("there is no such ticket")]
    Unknown,
    /// It does not go back.
    #[error(transparent)]
    Backwards(#[from] Backwards),
    /// Somebody else has just changed it.
    #[error("the ticket has been changed a moment ago: read it and try again")]
    Changed,
    /// A store could not.
    #[error(transparent)]
    Flow(#[from] FlowError),
    /// The reporting store could not.
    #[error(transparent)]
    Reports(#[from] ReportError),
}

impl From<StoreError> for TicketError {
    fn from(error: StoreError) -> Self {
        Self::Flow(error.into())
    }
}

/// What became of an errand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attended {
    /// It is done, and its task with it.
    Done,
    /// There is nothing to do.
    NotNeeded,
    /// The ticket cannot be read yet, or is being changed.
    NotYet,
}

/// What an errand means for its ticket.
struct Step {
    ticket: Ticket,
    change: Change,
}

impl Tickets {
    /// Changes a ticket as somebody wants it.
    ///
    /// # Errors
    /// [`TicketError`]; then nothing was changed.
    pub async fn patch(&self, tenant: &str, id: &str, patch: &TicketPatch) -> Result<Ticket, TicketError> {
        for _ in 0..TRIES {
            let ticket = self.read(tenant, id).await?.ok_or(TicketError::Unknown)?;
            let now = self.flows.clock.now();
            let Some(next) = ticket.changed(patch, now)? else { return Ok(ticket) };
            let mut change = changing(&ticket, &next, now);
            if next.state == TicketState::Resolved && ticket.is_unresolved() && next.recovery.is_some() {
                change.tasks.push(errand(&next, TicketStep::AskAgain, now));
            }
            if self.flows.commit(change).await? == Committed::Done {
                return Ok(next);
            }
        }
        Err(TicketError::Changed)
    }

    /// Sees to a ticket; the task of the errand is done with the same commit.
    ///
    /// # Errors
    /// [`TicketError`]; then the task stays leased.
    pub async fn see_to(&self, leased: &Leased, errand: &TicketErrand) -> Result<Attended, TicketError> {
        for _ in 0..TRIES {
            let Some(ticket) = self.read(&errand.tenant, &errand.ticket).await? else { return Ok(Attended::NotYet) };
            let now = self.flows.clock.now();
            let step = match errand.step {
                TicketStep::Due => self.overdue(&ticket, now),
                TicketStep::AskAgain => self.ask_again(&ticket, now).await?,
                TicketStep::Answered(content) => answered(&ticket, content),
            };
            let Some(Step { ticket: next, change: mut more }) = step else { return Ok(Attended::NotNeeded) };
            let mut change = changing(&ticket, &next, now);
            more.facts.append(&mut change.facts);
            let change =
                Change { partition: change.partition, mark: change.mark, now, done: Some((leased.task.id.clone(), leased.fence)), ..more };
            if self.flows.commit(change).await? == Committed::Done {
                return Ok(Attended::Done);
            }
        }
        Ok(Attended::NotYet)
    }

    async fn read(&self, tenant: &str, id: &str) -> Result<Option<Ticket>, TicketError> {
        self.reports.ticket(tenant, id).await?.map(read).transpose()
    }

    fn overdue(&self, ticket: &Ticket, now: Moment) -> Option<Step> {
        if !ticket.is_unresolved() || ticket.escalated_at.is_some() {
            return None;
        }
        let next = Ticket { escalated_at: Some(now), ..ticket.clone() }.later();
        let overdue = happened(&next, Event::TicketOverdue, now);
        let by_mail = next.escalate_to.iter().filter(|to| to.contains('@') && !next.email.contains(to));
        let mails = next.email.iter().chain(by_mail).map(|address| overdue.task(Recipient::Mail(address.clone()), None));
        let rules = self.flows.rulebook();
        let tasks = mails.chain(overdue.tasks(&rules.policy)).collect();
        Some(Step { change: Change { tasks, ..Change::default() }, ticket: next })
    }

    /// The session that asks again; or a remark why nobody is asked.
    async fn ask_again(&self, ticket: &Ticket, now: Moment) -> Result<Option<Step>, TicketError> {
        let Some(survey) = ticket.recovery.as_deref().filter(|_| ticket.recovery_session_id.is_none()) else { return Ok(None) };
        let not_asked = |why: &str| {
            let mut next = ticket.clone().later();
            next.recovery = None;
            next.notes.push(Note { at: now, by: None, text: format!("not asked again: {why}") });
            Ok(Some(Step { ticket: next, change: Change::default() }))
        };
        let Some(before) = self.flows.store.session(SessionKey::Id(&ticket.session_id)).await? else {
            return not_asked("the survey is no longer kept");
        };
        let Some(respondent) = &before.call.respondent else { return not_asked("the number is withheld") };
        let owner = Owner { tenant: &ticket.tenant, respondent };
        let dossier = self.flows.store.dossier(owner, None, now).await?;
        if dossier.opted_out_at.is_some() {
            return not_asked("opted out");
        }
        let rules = self.flows.rulebook();
        let Some(opening) = self.opening(&rules, (ticket, survey), &before, now) else {
            return not_asked("quiet hours last until it is too late");
        };
        let survey = rules.book.current(survey).ok_or_else(|| FlowError::MissingDefinition(survey.to_owned()))?;
        let send_at = opening.send_at;
        let follows = Follows { session_id: before.id.clone(), call_id: before.call.call_id.clone(), ticket_id: ticket.id.clone() };
        let session = Session { follows: Some(follows), ..begin(opening, survey, now) };
        let next = Ticket { recovery_session_id: Some(session.id.clone()), ..ticket.clone() }.later();
        let mut change = Course { flows: &self.flows, rules: &rules, survey, now }.change(None, session);
        for task in change.tasks.iter_mut().filter(|task| matches!(task.kind, TaskKind::Send(_))) {
            task.due = send_at;
        }
        self.end_the_first(&rules, &before, &mut change)?;
        // Guards against a STOP that comes in between; it does not count for the frequency caps.
        let (tenant, respondent) = (ticket.tenant.clone(), respondent.clone());
        change.respondent = Some(RespondentChange { tenant, respondent, expected: dossier.version, opted_out: None, invited: false });
        Ok(Some(Step { ticket: next, change }))
    }

    /// Whoever is asked how the matter was handled is not asked about the call any longer: a reply could mean either.
    fn end_the_first(&self, rules: &Rulebook, before: &Session, change: &mut Change) -> Result<(), FlowError> {
        if !before.is_open() {
            return Ok(());
        }
        let (survey, now) = (rules.pinned(&before.survey)?, change.now);
        if let Next::Next(ended, _) = step(before, survey, &Input::Expire, now) {
            change.absorb(Course { flows: &self.flows, rules, survey, now }.change(Some(before), *ended));
        }
        Ok(())
    }

    /// `None` where quiet hours would hold the message back until the session's end.
    fn opening(&self, rules: &Rulebook, (ticket, survey): (&Ticket, &str), before: &Session, now: Moment) -> Option<Opening> {
        let number = before.call.respondent.as_ref().map(crate::phone::Respondent::expose)?;
        let (valid_until, late_until) = rules.policy.deadlines(now);
        let survey = rules.book.current(survey)?;
        Some(Opening {
            id: Partition::of_id(&ticket.id).name_in(derived_id(&["recovery", &ticket.id])),
            // A call has one session at most: this one is known under a name that no provider gives.
            call: Call { call_id: format!("{}/recovery", before.call.call_id), ..before.call.clone() },
            channels: vec![Channel::Sms],
            intended: Channel::Sms,
            locale: locale::choose(survey.locales(), Some(before.locale.tag()), Some(number), &survey.default_locale),
            variant: None,
            line: before.line.clone(),
            text_account: before.text_account.clone(),
            call_back: None,
            send_at: rules.policy.quiet.leaves((number, before.call.ended_at), now, valid_until)?,
            on_line: false,
            valid_until,
            late_until,
        })
    }
}

fn answered(ticket: &Ticket, content: bool) -> Option<Step> {
    let next = Ticket { recovered: Some(content), ..ticket.clone() }.later();
    ticket.recovered.is_none().then(|| Step { ticket: next, change: Change::default() })
}

/// The change that replaces one version of a ticket by the next; of two that replace the same one, one is refused.
fn changing(before: &Ticket, next: &Ticket, now: Moment) -> Change {
    let mark = Mark { key: format!("ticket:{}:{}", before.id, before.version), reply: String::new() };
    let facts = vec![Fact::Ticket(Box::new(next.clone()))];
    Change { partition: Partition::of_id(&before.id), mark: Some(mark), facts, now, ..Change::default() }
}

/// A ticket as the reporting store shows it.
fn read(row: Row) -> Result<Ticket, TicketError> {
    let read = serde_json::from_value(serde_json::Value::Object(row));
    Ok(read.map_err(|_| ReportError::Unreadable("a ticket".to_owned()))?)
}
