//! What follows from a change: the ticket that answers open, and who outside is told of what.

use serde_json::json;

use super::Flows;
use super::change::{Course, derived_id};
use crate::call::{Moment, Partition};
use crate::policy::{Event, Policy, TicketRule};
use crate::ports::notice::{Notice, Recipient, TicketErrand, TicketStep};
use crate::ports::report::{Fact, OptOutFact, Ticket, TicketState};
use crate::ports::seal::Sealer;
use crate::ports::store::{Change, Task, TaskKind};
use crate::survey::model::{Kind, Survey, Value};
use crate::survey::response::Response;
use crate::survey::session::{Answer, Session};

/// What a session's next version means for others.
#[derive(Default)]
pub(super) struct Consequences {
    /// Its response first.
    pub(super) facts: Vec<Fact>,
    pub(super) tasks: Vec<Task>,
}

/// Something that has happened, and where it belongs.
pub(super) struct Happened<'a> {
    pub(super) tenant: &'a str,
    pub(super) event: Event,
    pub(super) about: &'a str,
    pub(super) version: u64,
    pub(super) partition: Partition,
    pub(super) at: Moment,
}

impl Happened<'_> {
    /// The task by which one recipient is told; the same for the same event, however often it is made.
    pub(super) fn task(&self, to: Recipient, data: Option<serde_json::Value>) -> Task {
        let after = self.earlier().into_iter().map(|(event, version)| self.id(&to, event, version)).collect();
        let (tenant, about) = (self.tenant.to_owned(), self.about.to_owned());
        let id = self.id(&to, self.event, self.version);
        let notice = Notice { tenant, to, event: self.event, about, version: self.version, after, at: self.at, whose: None, data };
        Task { id, session_id: None, due: self.at, kind: TaskKind::Notify(Box::new(notice)) }
    }

    /// Those tasks for every webhook that wants it.
    pub(super) fn tasks<'p>(&'p self, policy: &'p Policy) -> impl Iterator<Item = Task> + 'p {
        let wanted = policy.subscriptions.iter().filter(|subscription| subscription.wants(self.tenant, self.event));
        wanted.map(|subscription| self.task(Recipient::Webhook(subscription.webhook.clone()), None))
    }

    /// What must have been told before, of the same thing.
    fn earlier(&self) -> Vec<(Event, u64)> {
        match self.event {
            Event::ResponseUpdated => {
                vec![(Event::ResponseCompleted, 0), (Event::ResponseUpdated, self.version.saturating_sub(1))]
            }
            Event::TicketOverdue => vec![(Event::TicketOpened, 0)],
            Event::ResponseCompleted | Event::TicketOpened | Event::OptOut => Vec::new(),
        }
    }

    /// Of a response that ends, a ticket that opens or a change of consent there is only one.
    fn id(&self, to: &Recipient, event: Event, version: u64) -> String {
        let version = if matches!(event, Event::ResponseUpdated | Event::TicketOverdue) { version.to_string() } else { String::new() };
        let (kind, to) = match to {
            Recipient::Webhook(name) => ("webhook", name),
            Recipient::Mail(address) => ("mail", address),
        };
        self.partition.name_in(derived_id(&["notice", kind, to, event.name(), self.about, &version]))
    }
}

impl Course<'_> {
    /// The response of the session's next version, and what follows from it; a ticket that it opens is noted in the session.
    pub(super) fn consequences(&self, before: Option<&Session>, after: &mut Session) -> Consequences {
        let policy = &self.rules.policy;
        let mut response = Response::of(after, self.survey, policy.credit);
        let mut all = Consequences::default();
        let rule =
            policy.tickets.iter().find(|rule| after.ticket_id.is_none() && after.follows.is_none() && rule.opens(&after.call, &response));
        if let Some(rule) = rule {
            let ticket = self.ticket(after, rule);
            response.ticket_id = Some(ticket.id.clone());
            after.ticket_id = Some(ticket.id.clone());
            all.tasks.extend(self.told_of_ticket(&ticket));
            all.facts.push(Fact::Ticket(Box::new(ticket)));
        }
        all.tasks.extend(self.answered_again(before, after));
        all.tasks.extend(self.told_of_response(before, after));
        all.facts.insert(0, Fact::Response(Box::new(response)));
        all
    }

    fn ticket(&self, session: &Session, rule: &TicketRule) -> Ticket {
        Ticket {
            id: Partition::of_id(&session.id).name_in(derived_id(&["ticket", &session.id])),
            version: 1,
            tenant: session.call.tenant.clone(),
            account: session.call.account.clone(),
            session_id: session.id.clone(),
            call_id: session.call.call_id.clone(),
            queue: session.call.queue.clone(),
            state: TicketState::Open,
            owner: rule.owner.clone(),
            reason: rule.reason.clone(),
            opened_at: self.now,
            due_at: rule.due.map(|due| self.now.plus(due)),
            assigned_at: None,
            resolved_at: None,
            closed_at: None,
            escalated_at: None,
            escalate_to: rule.escalate_to.clone(),
            email: rule.email.clone(),
            recovery: rule.recovery.clone(),
            recovery_session_id: None,
            recovered: None,
            notes: Vec::new(),
        }
    }

    fn told_of_ticket(&self, ticket: &Ticket) -> Vec<Task> {
        let due = ticket.due_at.map(|due| errand(ticket, TicketStep::Due, due));
        let opened = happened(ticket, Event::TicketOpened, self.now);
        let mails = ticket.email.iter().map(|address| opened.task(Recipient::Mail(address.clone()), None));
        due.into_iter().chain(mails).chain(opened.tasks(&self.rules.policy)).collect()
    }

    /// The first answer of a session that asks again says whether the caller is content now.
    fn answered_again(&self, before: Option<&Session>, after: &Session) -> Option<Task> {
        let follows = after.follows.as_ref()?;
        let content = |session: &Session| session.answers.iter().find_map(|answer| is_content(self.survey, answer));
        let yes = content(after).filter(|_| before.and_then(content).is_none())?;
        let id = Partition::of_id(&after.id).name_in(derived_id(&["answered", &follows.ticket_id]));
        let (tenant, ticket) = (after.call.tenant.clone(), follows.ticket_id.clone());
        let kind = TaskKind::Ticket(TicketErrand { tenant, ticket, step: TicketStep::Answered(yes) });
        Some(Task { id, session_id: None, due: self.now, kind })
    }

    fn told_of_response(&self, before: Option<&Session>, after: &Session) -> Vec<Task> {
        if self.rules.policy.subscriptions.is_empty() || after.is_open() {
            return Vec::new();
        }
        let event = if before.is_none_or(Session::is_open) { Event::ResponseCompleted } else { Event::ResponseUpdated };
        let (partition, version) = (Partition::of_id(&after.id), after.version);
        let happened = Happened { tenant: &after.call.tenant, event, about: &after.id, version, partition, at: self.now };
        happened.tasks(&self.rules.policy).collect()
    }
}

/// What has happened to a ticket.
pub(super) fn happened(ticket: &Ticket, event: Event, at: Moment) -> Happened<'_> {
    let partition = Partition::of_id(&ticket.id);
    Happened { tenant: &ticket.tenant, event, about: &ticket.id, version: ticket.version, partition, at }
}

/// Something to be done about a ticket later; once, however often it is made.
pub(super) fn errand(ticket: &Ticket, step: TicketStep, due: Moment) -> Task {
    let name = match step {
        TicketStep::Due => "due",
        TicketStep::AskAgain => "ask again",
        TicketStep::Answered(_) => "answered",
    };
    let id = Partition::of_id(&ticket.id).name_in(derived_id(&[name, &ticket.id]));
    let errand = TicketErrand { tenant: ticket.tenant.clone(), ticket: ticket.id.clone(), step };
    Task { id, session_id: None, due, kind: TaskKind::Ticket(errand) }
}

/// Whether an answer is among the best quarter of its scale (4 and 5 of 1 to 5), or yes; `None` if it is neither a rating nor yes or no.
fn is_content(survey: &Survey, answer: &Answer) -> Option<bool> {
    match (&survey.question(&answer.question)?.kind, answer.value.as_ref()?) {
        (Kind::Rating { min, max, .. }, Value::Number(given)) => Some((given - min) * 4 >= (max - min) * 3),
        (Kind::YesNo { .. }, Value::Name(given)) => Some(given == "yes"),
        _ => None,
    }
}

impl Flows {
    /// Adds to a change those who are told of the changes of consent in it.
    pub(super) fn tell_of_consent(&self, change: &mut Change) {
        if !change.facts.iter().any(|fact| matches!(fact, Fact::OptOut(_))) {
            return;
        }
        let rules = self.rulebook();
        let consents = change.facts.iter().filter_map(|fact| match fact {
            Fact::OptOut(consent) => Some(consent),
            _ => None,
        });
        let told: Vec<Task> = consents.flat_map(|consent| self.told_of_consent(&rules.policy, consent, change.partition)).collect();
        change.tasks.extend(told);
    }

    fn told_of_consent(&self, policy: &Policy, consent: &OptOutFact, partition: Partition) -> Vec<Task> {
        let happened =
            Happened { tenant: &consent.tenant, event: Event::OptOut, about: &consent.id, version: 1, partition, at: consent.at };
        let data = json!({
            "id": consent.id, "tenant": consent.tenant, "account": consent.account, "respondent": consent.respondent.to_string(),
            "opted_out": consent.opted_out, "source": consent.source, "at": consent.at,
        });
        let whose = Sealer::of(&self.secret).seal(&consent.tenant, &consent.respondent);
        let wanted = policy.subscriptions.iter().filter(|subscription| subscription.wants(&consent.tenant, Event::OptOut));
        let told = wanted.map(|subscription| happened.task(Recipient::Webhook(subscription.webhook.clone()), Some(data.clone())));
        told.map(|mut task| {
            if let TaskKind::Notify(notice) = &mut task.kind {
                notice.whose = Some(whose.clone());
            }
            task
        })
        .collect()
    }
}
