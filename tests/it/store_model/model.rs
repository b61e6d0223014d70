//! The contract once more, without a file, threads or indexes.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use aftercall::call::Moment;
use aftercall::phone::Respondent;
use aftercall::ports::store::{
    Change, Committed, Dossier, Health, Leased, OptOut, Outgoing, Purpose, RespondentChange, Settlement, Task, TaskKind,
};
use aftercall::survey::session::{Session, State};

/// Which of two tasks that came due at the same moment goes first.
#[derive(Default, Clone, Copy, PartialEq)]
pub enum Ties {
    /// The one that was added first.
    #[default]
    Added,
    /// By identity.
    Named,
}

#[derive(Default)]
pub struct Model {
    ties: Ties,
    marks: BTreeMap<String, (String, Moment)>,
    sessions: BTreeMap<String, Session>,
    respondents: BTreeMap<Respondent, Person>,
    messages: BTreeMap<String, String>,
    /// In the order in which they were added.
    tasks: Vec<Held>,
}

#[derive(Default, Clone)]
struct Person {
    version: u64,
    opted_out_at: Option<Moment>,
    invitations: Vec<Moment>,
}

struct Held {
    task: Task,
    lease_until: Option<Moment>,
    parked: bool,
    started: bool,
    cancelled: bool,
    fence: u64,
    attempt: u32,
}

impl Held {
    fn waits(&self, now: Moment) -> bool {
        !self.parked && self.lease_until.is_none_or(|until| until <= now)
    }

    /// To whom it goes, if an opt-out of theirs drops it.
    fn unwanted_by(&self) -> Option<&Respondent> {
        match &self.task.kind {
            TaskKind::Send(Outgoing { purpose: Purpose::Invitation, to, .. }) => Some(to),
            _ => None,
        }
    }

    fn confirms(&self) -> bool {
        matches!(&self.task.kind, TaskKind::Send(Outgoing { purpose: Purpose::Confirmation, .. }))
    }
}

impl Model {
    pub fn new(ties: Ties) -> Self {
        Self { ties, ..Self::default() }
    }

    pub fn session(&self, id: &str) -> Option<&Session> {
        self.sessions.get(id)
    }

    pub fn by_message(&self, id: &str) -> Option<&Session> {
        self.messages.get(id).and_then(|session| self.session(session))
    }

    pub fn dossier(&self, of: &Respondent, mark: Option<&str>, since: Moment) -> Dossier {
        let person = self.respondents.get(of).cloned().unwrap_or_default();
        let recent = |session: &&Session| match session.state {
            State::Open { .. } => true,
            State::Ended { at, .. } => at >= since,
        };
        let mut sessions: Vec<Session> =
            self.sessions.values().filter(|session| session.call.respondent.as_ref() == Some(of)).filter(recent).cloned().collect();
        sessions.sort_by(|one, other| (other.created_at, &other.id).cmp(&(one.created_at, &one.id)));
        Dossier {
            version: person.version,
            opted_out_at: person.opted_out_at,
            erased_at: None,
            invitations: person.invitations.into_iter().filter(|at| *at >= since).collect(),
            sessions,
            seen: mark.and_then(|mark| self.marks.get(mark)).map(|(reply, _)| reply.clone()),
        }
    }

    pub fn commit(&mut self, change: &Change) -> Committed {
        if let Some((reply, _)) = change.mark.as_ref().and_then(|mark| self.marks.get(&mark.key)) {
            return Committed::Duplicate(reply.clone());
        }
        if !self.holds(change) {
            return Committed::Conflict;
        }
        if let Some(mark) = &change.mark {
            self.marks.insert(mark.key.clone(), (mark.reply.clone(), change.now));
        }
        if let Some((task, _)) = &change.done {
            self.tasks.retain(|held| held.task.id != *task);
        }
        self.sessions.extend(change.sessions.iter().map(|session| (session.id.clone(), session.clone())));
        if let Some(named) = &change.respondent {
            self.name(named, change.now);
        }
        self.write_tasks(change);
        if let Some((_, message, session)) = &change.message {
            self.messages.insert(message.clone(), session.clone());
        }
        Committed::Done
    }

    fn holds(&self, change: &Change) -> bool {
        let sessions = change.sessions.iter().all(|session| match (self.session(&session.id), session.version) {
            (stored, 1) => stored.is_none(),
            (Some(stored), version) => stored.version + 1 == version,
            (None, _) => false,
        });
        let respondent = change
            .respondent
            .as_ref()
            .is_none_or(|named| self.respondents.get(&named.respondent).map_or(0, |person| person.version) == named.expected);
        let done = change.done.as_ref().is_none_or(|(task, fence)| self.held(task, *fence).is_some());
        sessions && respondent && done
    }

    fn held(&self, id: &str, fence: u64) -> Option<usize> {
        self.tasks.iter().position(|held| held.task.id == id && held.fence == fence && held.lease_until.is_some() && !held.parked)
    }

    fn name(&mut self, named: &RespondentChange, now: Moment) {
        let person = self.respondents.entry(named.respondent.clone()).or_default();
        person.version += 1;
        match named.opted_out {
            Some(OptOut::Out) => person.opted_out_at = person.opted_out_at.or(Some(now)),
            Some(OptOut::In) => person.opted_out_at = None,
            None => {}
        }
        if named.invited {
            person.invitations.push(now);
        }
    }

    fn write_tasks(&mut self, change: &Change) {
        let out = change.respondent.as_ref().filter(|named| named.opted_out == Some(OptOut::Out)).map(|named| &named.respondent);
        let cancelled: BTreeSet<Option<&String>> = change.cancel.iter().map(Some).collect();
        let unwanted = |held: &Held| {
            let dropped = cancelled.contains(&held.task.session_id.as_ref()) || (out.is_some() && held.unwanted_by() == out);
            dropped && !held.parked
        };
        for held in self.tasks.iter_mut().filter(|held| unwanted(held)) {
            held.cancelled |= held.started && !held.waits(change.now);
        }
        self.tasks.retain(|held| !unwanted(held) || held.cancelled);
        for task in &change.tasks {
            if self.tasks.iter().all(|held| held.task.id != task.id) {
                let held =
                    Held { task: task.clone(), lease_until: None, parked: false, started: false, cancelled: false, fence: 0, attempt: 0 };
                self.tasks.push(held);
            }
        }
    }

    pub fn lease(&mut self, most: usize, ttl: Duration, now: Moment) -> Vec<Leased> {
        let mut due: Vec<(bool, Moment, String)> = self
            .tasks
            .iter()
            .filter(|held| held.waits(now) && held.task.due <= now)
            .map(|held| (!held.confirms(), held.task.due, held.task.id.clone()))
            .collect();
        if self.ties == Ties::Named {
            due.sort_by(|one, other| one.2.cmp(&other.2));
        }
        due.sort_by_key(|(rest, due, _)| (*rest, *due));
        let mut leased = Vec::new();
        for (_, _, id) in due {
            if leased.len() == most {
                break;
            }
            leased.extend(self.hand_out(&id, now.plus(ttl)));
        }
        leased
    }

    fn hand_out(&mut self, id: &str, until: Moment) -> Option<Leased> {
        let position = self.tasks.iter().position(|held| held.task.id == id)?;
        let receiver = self.tasks[position].unwanted_by().and_then(|to| self.respondents.get(to));
        if self.tasks[position].cancelled || receiver.is_some_and(|person| person.opted_out_at.is_some()) {
            self.tasks.remove(position);
            return None;
        }
        let held = &mut self.tasks[position];
        held.lease_until = Some(until);
        held.fence += 1;
        held.attempt += 1;
        Some(Leased { task: held.task.clone(), fence: held.fence, attempt: held.attempt, in_doubt: held.started })
    }

    pub fn settle(&mut self, leased: &Leased, to: Settlement) -> bool {
        let Some(position) = self.held(&leased.task.id, leased.fence) else { return false };
        let held = &mut self.tasks[position];
        match to {
            Settlement::Started => held.started = true,
            Settlement::Done => drop(self.tasks.remove(position)),
            Settlement::Retry(_) if held.cancelled => drop(self.tasks.remove(position)),
            Settlement::Postponed(due) => {
                held.lease_until = None;
                held.attempt -= 1;
                held.task.due = due;
            }
            Settlement::Retry(due) => {
                held.lease_until = None;
                held.started = false;
                held.task.due = due;
            }
            Settlement::Parked => held.parked = true,
            Settlement::Released => {
                held.lease_until = None;
                held.attempt -= 1;
            }
        }
        true
    }

    pub fn purge(&mut self, before: Moment) -> usize {
        let count = |model: &Self| model.marks.len() + model.sessions.len() + model.tasks.len();
        let was = count(self);
        self.marks.retain(|_, (_, at)| *at >= before);
        let old = |session: &Session| matches!(session.state, State::Ended { at, .. } if at < before);
        self.messages.retain(|_, session| !self.sessions.get(session).is_some_and(old));
        self.sessions.retain(|_, session| !old(session));
        self.tasks.retain(|held| !(held.parked && held.lease_until.is_some_and(|until| until < before)));
        was - count(self)
    }

    pub fn health(&self, now: Moment) -> Health {
        let waiting = || self.tasks.iter().filter(|held| held.waits(now));
        let parked = self.tasks.iter().filter(|held| held.parked).count();
        let oldest = waiting().map(|held| held.task.due).filter(|due| *due <= now).min();
        Health {
            waiting: waiting().count() as u64,
            leased: (self.tasks.len() - parked - waiting().count()) as u64,
            parked: parked as u64,
            oldest_due_seconds: oldest.map_or(0, |due| now.seconds_since(due)),
            open_sessions: self.sessions.values().filter(|session| session.is_open()).count() as u64,
        }
    }
}
