//! From a step of the engine to the change that the store commits.

use std::sync::Arc;

use super::{FlowError, Flows, Rulebook};
use crate::call::Moment;
use crate::ports::report::Fact;
use crate::ports::store::{Change, Outgoing, Purpose, Task, TaskKind};
use crate::survey::model::{Channel, Survey, SurveyKey};
use crate::survey::response::Response;
use crate::survey::session::{Prompt, Session};
use crate::survey::wording;

/// Times that a decision is made anew because others changed the same thing; with random load more than two is rare.
pub(super) const TRIES: usize = 8;

impl Rulebook {
    /// The definition that a session runs.
    pub(super) fn pinned(&self, key: &SurveyKey) -> Result<&Arc<Survey>, FlowError> {
        self.book.pinned(key).ok_or_else(|| FlowError::MissingDefinition(format!("{} version {}", key.id, key.version)))
    }

    fn fact(&self, session: &Session, survey: &Survey) -> Fact {
        Fact::Response(Box::new(Response::of(session, survey, self.policy.credit)))
    }
}

impl Flows {
    /// The change that carries a session's next version: its row for the reports, and the tasks that follow from where it now stands.
    pub(super) fn change_to(&self, rules: &Rulebook, survey: &Survey, before: Option<&Session>, after: Session, now: Moment) -> Change {
        let mut change = Change { now, facts: vec![rules.fact(&after, survey)], ..Change::default() };
        let texts = self.text_to_send(survey, before, &after, now);
        if !after.is_open() || !texts.is_empty() {
            change.cancel.extend(before.filter(|before| before.is_open()).map(|before| before.id.clone()));
        }
        if after.is_open() && (before.is_none() || !change.cancel.is_empty()) {
            change.tasks.push(self.task(&after, after.valid_until, TaskKind::Expire, now));
        }
        change.tasks.extend(texts);
        change.sessions.push(after);
        change
    }

    /// A text has to leave where the session has moved on to asking by text and no reply carries the question.
    fn text_to_send(&self, survey: &Survey, before: Option<&Session>, after: &Session, now: Moment) -> Vec<Task> {
        let place = |session: &Session| (session.channel, session.asking().map(|asking| asking.question.clone()));
        let replied = after.exchanges.last().filter(|last| last.at == now && last.channel == Channel::Sms);
        let moved = before.is_none_or(|before| place(before) != place(after));
        if !after.is_open() || after.channel != Channel::Sms || !moved || replied.is_some() {
            return Vec::new();
        }
        self.invitation(survey, after).into_iter().map(|kind| self.task(after, now, kind, now)).collect()
    }

    fn invitation(&self, survey: &Survey, session: &Session) -> Option<TaskKind> {
        let asking = session.asking()?;
        let prompt = Prompt::Ask { question: asking.question.clone(), attempt: asking.attempt, lead: None };
        Some(TaskKind::Send(Outgoing {
            tenant: session.call.tenant.clone(),
            account: session.call.account.clone(),
            line: session.line.clone(),
            to: session.call.respondent.clone()?,
            text: wording::say(survey, &session.locale, Channel::Sms, &prompt)?,
            purpose: Purpose::Invitation,
        }))
    }

    fn task(&self, session: &Session, due: Moment, kind: TaskKind, now: Moment) -> Task {
        Task { id: self.ids.next(now), session_id: Some(session.id.clone()), due, kind }
    }
}
