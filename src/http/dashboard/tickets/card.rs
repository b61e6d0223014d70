use super::super::PageError;
use super::super::frame::Frame;
use super::super::responses::minute;
use crate::call::Moment;
use crate::ports::report::{ReportError, Row, Ticket, TicketState};

/// A ticket as people read it.
pub struct Card {
    pub id: String,
    pub reason: String,
    /// For the style sheet.
    pub state: &'static str,
    pub said: &'static str,
    pub owner: Option<String>,
    pub queue: String,
    pub call: String,
    pub opened: String,
    pub due: Option<String>,
    pub is_overdue: bool,
    pub resolved: Option<String>,
    pub closed: Option<String>,
    /// What the caller said first, and when asked again.
    pub response: String,
    pub recovery: Option<String>,
    /// `completed`, `failed` or `open` for the style sheet, and in words.
    pub outcome: Option<(&'static str, &'static str)>,
    pub notes: Vec<Remark>,
}

/// A note.
pub struct Remark {
    pub at: String,
    pub by: String,
    pub text: String,
}

/// A ticket as the reporting store gives it.
pub fn read(row: Row) -> Result<Ticket, PageError> {
    let read = serde_json::from_value(serde_json::Value::Object(row));
    Ok(read.map_err(|_| ReportError::Unreadable("a ticket".to_owned()))?)
}

impl Card {
    pub fn of(frame: &Frame, ticket: &Ticket, now: Moment) -> Self {
        let words = frame.words;
        let time = |at: Moment| minute(&at.to_string());
        let (state, said) = match ticket.state {
            TicketState::Open => ("open", words.t_open),
            TicketState::Assigned => ("partial", words.t_assigned),
            TicketState::Resolved => ("completed", words.t_resolved),
            TicketState::Closed => ("closed", words.t_closed),
        };
        let outcome = match ticket.recovered {
            Some(true) => ("completed", words.won_back),
            Some(false) => ("failed", words.still_unhappy),
            None => ("open", words.no_answer_yet),
        };
        let outcome = ticket.recovery_session_id.as_ref().map(|_| outcome);
        Self {
            id: ticket.id.clone(),
            reason: ticket.reason.clone(),
            state,
            said,
            owner: ticket.owner.clone(),
            queue: ticket.queue.clone().unwrap_or_default(),
            call: ticket.call_id.clone(),
            opened: time(ticket.opened_at),
            due: ticket.due_at.map(time),
            is_overdue: ticket.is_unresolved() && ticket.due_at.is_some_and(|due| due < now),
            resolved: ticket.resolved_at.map(time),
            closed: ticket.closed_at.map(time),
            response: format!("/responses/{}", ticket.session_id),
            recovery: ticket.recovery_session_id.as_ref().map(|session| format!("/responses/{session}")),
            outcome,
            notes: ticket.notes.iter().map(|note| Remark::of(note, time(note.at))).collect(),
        }
    }
}

impl Remark {
    fn of(note: &crate::ports::report::Note, at: String) -> Self {
        Self { at, by: note.by.clone().unwrap_or_default(), text: note.text.clone() }
    }
}
