//! Whether a message that is due may leave now: quiet hours hold it back, and a reminder that is no longer needed goes.

use std::time::Duration;

use super::{FlowError, Flows};
use crate::call::{Moment, Partition};
use crate::ports::store::{Leased, Outgoing, Purpose, SessionKey, Task, TaskKind};
use crate::survey::model::Channel;
use crate::survey::session::Session;

/// When a message leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaves {
    /// Now.
    Now,
    /// Not before that moment.
    At(Moment),
    /// Never: nobody waits for it any more.
    Never,
}

pub async fn leaves(flows: &Flows, leased: &Leased, outgoing: &Outgoing) -> Result<Leaves, FlowError> {
    match outgoing.purpose {
        // What answers the caller's own words waits for nothing.
        Purpose::Question | Purpose::Confirmation | Purpose::CallBack => return Ok(Leaves::Now),
        // It is read from the store only where it is quiet: it may have been put off, or have failed, until into those hours.
        Purpose::Invitation if flows.is_loud(outgoing) => return Ok(Leaves::Now),
        Purpose::Invitation | Purpose::Reminder => {}
    }
    let session = match &leased.task.session_id {
        Some(id) => flows.store.session(SessionKey::Id(id)).await?,
        None => None,
    };
    let reminds = outgoing.purpose == Purpose::Reminder;
    Ok(match session {
        Some(session) if reminds && !is_silent(&session) => Leaves::Never,
        Some(session) => flows.wakes(outgoing, &session),
        None if reminds => Leaves::Never,
        None => Leaves::Now,
    })
}

/// Whether its caller was asked by text and has said nothing at all.
fn is_silent(session: &Session) -> bool {
    session.is_open() && session.channel == Channel::Sms && session.answers.is_empty() && session.exchanges.is_empty()
}

impl Flows {
    fn is_loud(&self, outgoing: &Outgoing) -> bool {
        let now = self.clock.now();
        let long_ago = Moment::from_millis(0);
        let soon = now.plus(Duration::from_millis(1));
        self.rulebook().policy.quiet.leaves((outgoing.to.expose(), long_ago), now, soon) == Some(now)
    }

    /// A message that cannot leave in time goes with its session's end.
    fn wakes(&self, outgoing: &Outgoing, session: &Session) -> Leaves {
        let now = self.clock.now();
        let about = (outgoing.to.expose(), session.call.ended_at);
        let at = self.rulebook().policy.quiet.leaves(about, now, session.valid_until).unwrap_or(session.valid_until);
        if at <= now { Leaves::Now } else { Leaves::At(at) }
    }

    /// The reminders that follow an invitation which has just left.
    pub(super) fn reminders(&self, leased: &Leased, outgoing: &Outgoing) -> Vec<Task> {
        if outgoing.purpose != Purpose::Invitation {
            return Vec::new();
        }
        let now = self.clock.now();
        let reminder = |after: &Duration| {
            let id = Partition::of_id(&leased.task.id).name_in(self.ids.next(now));
            let kind = TaskKind::Send(Outgoing { purpose: Purpose::Reminder, ..outgoing.clone() });
            Task { id, session_id: leased.task.session_id.clone(), due: now.plus(*after), kind }
        };
        self.rulebook().policy.reminders.iter().filter(|after| !after.is_zero()).map(reminder).collect()
    }
}
