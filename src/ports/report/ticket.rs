use serde::{Deserialize, Serialize};

use crate::call::Moment;

/// The follow-up of an answer. A row with a higher version replaces an older one. It holds no number and no words of a caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Identity; follows from the session, so that an answer opens one ticket however often it is told.
    pub id: String,
    /// Grows by one with each change; starts at 1.
    pub version: u64,
    /// Tenant.
    pub tenant: String,
    /// Account.
    pub account: String,
    /// The session whose answers opened it.
    pub session_id: String,
    /// The call it is about.
    pub call_id: String,
    /// The queue of the call.
    pub queue: Option<String>,
    /// How far it is.
    pub state: TicketState,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Why it was opened: the rule's own words.
    pub reason: String,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it should be resolved.
    pub due_at: Option<Moment>,
    /// When somebody took it.
    pub assigned_at: Option<Moment>,
    /// When it was resolved.
    pub resolved_at: Option<Moment>,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// When it was overdue and others were told.
    pub escalated_at: Option<Moment>,
    /// Who is told when it is overdue.
    pub escalate_to: Option<String>,
    /// Addresses that get its e-mails.
    pub email: Vec<String>,
    /// The survey that asks the caller again once it is resolved.
    pub recovery: Option<String>,
    /// The session that asked again.
    pub recovery_session_id: Option<String>,
    /// Whether the caller was satisfied then; `None` until the answer.
    pub recovered: Option<bool>,
    /// What people wrote while they handled it, oldest first.
    pub notes: Vec<Note>,
}

/// How far a ticket is; it only goes forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// Nobody has taken it yet.
    Open,
    /// Somebody has.
    Assigned,
    /// The matter is settled; the caller is asked again.
    Resolved,
    /// Nothing more is to be done.
    Closed,
}

/// A remark on a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When.
    pub at: Moment,
    /// Who, as far as they said.
    pub by: Option<String>,
    /// What.
    pub text: String,
}

/// What somebody changes of a ticket; `None` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TicketPatch {
    /// Forward only.
    pub state: Option<TicketState>,
    /// The new owner; of an open ticket that means it is taken.
    pub owner: Option<String>,
    /// A remark to add.
    pub note: Option<String>,
    /// Who changes it; stands with the remark.
    pub by: Option<String>,
}

/// A ticket does not go back to an earlier state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a ticket only goes forward: open, assigned, resolved, closed")]
pub struct Backwards;

impl Ticket {
    /// Most remarks of one ticket; the oldest go.
    const NOTES: usize = 200;

    /// The next version; `None` if the patch changes nothing.
    ///
    /// # Errors
    /// [`Backwards`]
    pub fn changed(&self, patch: &TicketPatch, now: Moment) -> Result<Option<Self>, Backwards> {
        let mut next = self.clone();
        if let Some(owner) = &patch.owner {
            next.owner = Some(owner.clone());
        }
        let taken = patch.owner.is_some() && self.state == TicketState::Open;
        let state = patch.state.unwrap_or(if taken { TicketState::Assigned } else { self.state });
        if state < self.state {
            return Err(Backwards);
        }
        next.enter(state, now);
        next.notes.extend(patch.note.as_ref().map(|text| Note { at: now, by: patch.by.clone(), text: text.clone() }));
        next.notes.drain(..next.notes.len().saturating_sub(Self::NOTES));
        Ok((next != *self).then(|| next.later()))
    }

    /// With its version one higher.
    #[must_use]
    pub fn later(self) -> Self {
        Self { version: self.version + 1, ..self }
    }

    /// Whether it still waits for somebody to resolve it.
    #[must_use]
    pub fn is_unresolved(&self) -> bool {
        self.state < TicketState::Resolved
    }

    fn enter(&mut self, state: TicketState, now: Moment) {
        if state == self.state {
            return;
        }
        self.state = state;
        match state {
            TicketState::Open => {}
            TicketState::Assigned => self.assigned_at = Some(now),
            TicketState::Resolved => self.resolved_at = Some(now),
            TicketState::Closed => self.closed_at = Some(now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket() -> Ticket {
        Ticket {
            id: "T".to_owned(),
            version: 1,
            tenant: "default".to_owned(),
            account: "main".to_owned(),
            session_id: "S".to_owned(),
            call_id: "CA1".to_owned(),
            queue: None,
            state: TicketState::Open,
            owner: None,
            reason: "low score".to_owned(),
            opened_at: Moment::from_millis(0),
            due_at: None,
            assigned_at: None,
            resolved_at: None,
            closed_at: None,
            escalated_at: None,
            escalate_to: None,
            email: Vec::new(),
            recovery: None,
            recovery_session_id: None,
            recovered: None,
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_ticket_goes_forward_and_remembers_when() {
        let at = Moment::from_millis(7);
        let patch = |state| TicketPatch { state: Some(state), ..TicketPatch::default() };
        let taken = ticket().changed(&TicketPatch { owner: Some("ann".to_owned()), ..TicketPatch::default() }, at);
        let taken = taken.expect("forward").expect("a change");
        assert_eq!((taken.state, taken.assigned_at, taken.version), (TicketState::Assigned, Some(at), 2));
        assert_eq!(taken.changed(&patch(TicketState::Open), at), Err(Backwards));
        assert_eq!(taken.changed(&patch(TicketState::Assigned), at), Ok(None));
        let closed = ticket().changed(&patch(TicketState::Closed), at).expect("forward").expect("a change");
        assert_eq!((closed.resolved_at, closed.closed_at), (None, Some(at)), "closed without a word is not resolved");
    }

    #[test]
    fn remarks_are_kept_with_who_made_them_and_the_oldest_of_too_many_go() {
        let note = |text: &str| TicketPatch { note: Some(text.to_owned()), by: Some("ann".to_owned()), ..TicketPatch::default() };
        let many = (0..=Ticket::NOTES)
            .fold(ticket(), |ticket, n| ticket.changed(&note(&n.to_string()), Moment::from_millis(0)).expect("forward").expect("a change"));
        assert_eq!((many.notes.len(), many.notes[0].text.as_str(), many.notes[0].by.as_deref()), (Ticket::NOTES, "1", Some("ann")));
    }
}
