//! From a step of the engine to the change that the store commits.

use std::sync::Arc;

use super::follow_up::Consequences;
use super::{FlowError, Flows, Rulebook};
use crate::call::{Moment, Partition};
use crate::message::segments::segments;
use crate::ports::report::Fact;
use crate::ports::store::{Change, Outgoing, Purpose, Task, TaskKind};
use crate::survey::model::{Channel, Survey, SurveyKey};
use crate::survey::session::{Prompt, Session};
use crate::survey::wording::Speaker;

/// Times that a decision is made anew because others changed the same thing; with random load more than two is rare.
pub(super) const TRIES: usize = 8;

/// The identity of what one event brings forth: the same at each delivery of it, on whatever node.
pub(super) fn derived_id(parts: &[&str]) -> String {
    let mut context = ring::digest::Context::new(&ring::digest::SHA256);
    parts.iter().for_each(|part| {
        context.update(part.as_bytes());
        context.update(&[0]);
    });
    let digest = context.finish();
    let bytes = std::array::from_fn(|at| digest.as_ref()[at]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string()
}

impl Rulebook {
    /// The definition that a session runs.
    pub(super) fn pinned(&self, key: &SurveyKey) -> Result<&Arc<Survey>, FlowError> {
        self.book.pinned(key).ok_or_else(|| FlowError::MissingDefinition(format!("{} version {}", key.id, key.version)))
    }
}

/// Adds a text that leaves to what its session has cost, in the change that says so.
pub(super) fn charge(change: &mut Change, session_id: &str, text: &str) {
    let parts = u32::try_from(segments(text).parts).unwrap_or(u32::MAX);
    let Some(session) = change.sessions.iter_mut().find(|session| session.id == session_id) else { return };
    session.parts = session.parts.saturating_add(parts);
    for fact in &mut change.facts {
        if let Fact::Response(response) = fact
            && response.session_id == session_id
        {
            response.parts = session.parts;
        }
    }
}

/// What a session's change is made from, beside the session itself.
pub(super) struct Course<'a> {
    pub(super) flows: &'a Flows,
    pub(super) rules: &'a Rulebook,
    pub(super) survey: &'a Survey,
    pub(super) now: Moment,
}

impl Course<'_> {
    /// The change that carries a session's next version: its row for the reports, and the tasks that follow from where it now stands.
    pub(super) fn change(&self, before: Option<&Session>, mut after: Session) -> Change {
        let Consequences { facts, tasks } = self.consequences(before, &mut after);
        let mut change = Change { partition: Partition::of_id(&after.id), now: self.now, facts, tasks, ..Change::default() };
        let texts = self.text_to_send(before, &after);
        // What waits to be sent by text is asked on the phone now.
        let to_the_phone = before.is_some_and(|before| before.channel == Channel::Sms && after.channel.is_voice());
        let gives_up = before.is_some_and(|before| gives_up_a_call(before, &after));
        if !after.is_open() || texts.is_some() || to_the_phone || gives_up {
            change.cancel.extend(before.filter(|before| before.is_open()).map(|before| before.id.clone()));
        }
        if after.is_open() && (before.is_none() || !change.cancel.is_empty()) {
            change.tasks.extend(self.timers(&after));
        } else if after.is_open() && before.and_then(next_look) != next_look(&after) {
            change.tasks.extend(self.look_after_calls(&after));
        }
        change.tasks.extend(texts);
        change.sessions.push(after);
        change
    }

    /// What happens to an open session by itself.
    pub(super) fn timers(&self, session: &Session) -> Vec<Task> {
        let end = self.task(session, session.valid_until, TaskKind::Expire);
        std::iter::once(end).chain(self.look_after_calls(session)).collect()
    }

    fn look_after_calls(&self, session: &Session) -> Option<Task> {
        let back = session.call_back.as_ref()?;
        let look = Outgoing {
            tenant: session.call.tenant.clone(),
            account: back.account.clone(),
            line: back.line.clone(),
            to: session.call.respondent.clone()?,
            text: String::new(),
            purpose: Purpose::CallBack,
        };
        Some(self.task(session, back.next?, TaskKind::Send(look)))
    }

    /// A text has to leave where the session has moved on to asking by text and no reply carries the question.
    fn text_to_send(&self, before: Option<&Session>, after: &Session) -> Option<Task> {
        let place = |session: &Session| (session.channel, session.asking().map(|asking| asking.question.clone()));
        let replied = after.exchanges.last().is_some_and(|last| last.at == self.now && last.channel == Channel::Sms);
        let moved = before.is_none_or(|before| place(before) != place(after));
        if !after.is_open() || after.channel != Channel::Sms || !moved || replied {
            return None;
        }
        self.invitation(after).map(|kind| self.task(after, self.now, kind))
    }

    fn invitation(&self, session: &Session) -> Option<TaskKind> {
        let asking = session.asking()?;
        let prompt = Prompt::Ask { question: asking.question.clone(), attempt: asking.attempt, lead: None };
        Some(TaskKind::Send(Outgoing {
            tenant: session.call.tenant.clone(),
            account: session.texting_account().to_owned(),
            line: session.line.clone(),
            to: session.call.respondent.clone()?,
            text: Speaker::to(session, self.survey, Channel::Sms).say(&prompt)?,
            purpose: Purpose::Invitation,
        }))
    }

    fn task(&self, session: &Session, due: Moment, kind: TaskKind) -> Task {
        let id = Partition::of_id(&session.id).name_in(self.flows.ids.next(self.now));
        Task { id, session_id: Some(session.id.clone()), due, kind }
    }
}

fn next_look(session: &Session) -> Option<Moment> {
    session.call_back.as_ref()?.next
}

/// Whether a call that is planned, or is about to be placed, is not to be placed any more, or at another time.
fn gives_up_a_call(before: &Session, after: &Session) -> bool {
    let look = |session: &Session| next_look(session).map(|at| (session.channel, at));
    let changed = look(before).is_some() && look(after).is_some() && look(before) != look(after);
    changed || before.channel == Channel::Call && after.channel != Channel::Call
}
