use std::time::Duration;

use axum::extract::Request;
use tokio::time::sleep;

use super::super::PageError;
use super::super::sign_in::{is_ours, parameters};
use super::super::visitor::Visitor;
use crate::http::{Gateway, body};
use crate::ports::report::{Ticket, TicketPatch, TicketState};

/// Longest name, and longest remark, in characters; as the API has it.
const NAME: usize = 200;
const NOTE: usize = 2000;
/// A reporting store of its own shows a change a moment later: so often, and after so long each time, it is looked at.
const LOOKS: usize = 40;
const PAUSE: Duration = Duration::from_millis(50);

/// What the form of a ticket asks for.
pub struct Work {
    pub patch: TicketPatch,
    /// The page to go on with, if not the ticket's own.
    pub next: Option<String>,
}

/// Reads the form; `None` if it asks for nothing, or for too much.
pub async fn read(gateway: &Gateway, visitor: &Visitor, request: Request) -> Result<Option<Work>, PageError> {
    let (head, body) = request.into_parts();
    if !is_ours(&head.headers) {
        return Err(PageError::Elsewhere);
    }
    if !visitor.is_admin {
        return Err(PageError::ReadOnly);
    }
    let body = body::whole(body, &head.headers, &gateway.limits).await;
    let pairs = parameters(&body.map_err(|_| PageError::Invalid("the form did not arrive".to_owned()))?);
    let field =
        |name: &str| pairs.iter().find(|(given, _)| given == name).map(|(_, text)| text.trim().to_owned()).filter(|t| !t.is_empty());
    let act = field("act").unwrap_or_default();
    // Each button sends the whole form; it means what stands beside it.
    let owner = field("owner").filter(|_| act == "assign");
    let note = field("note").filter(|_| act != "assign");
    let state = match act.as_str() {
        "resolve" => Some(TicketState::Resolved),
        "close" => Some(TicketState::Closed),
        _ => None,
    };
    let by = field("by");
    let long = |text: &Option<String>, most: usize| text.as_ref().is_some_and(|text| text.chars().count() > most);
    let nothing = owner.is_none() && note.is_none() && state.is_none();
    if nothing || long(&owner, NAME) || long(&by, NAME) || long(&note, NOTE) {
        return Ok(None);
    }
    Ok(Some(Work { patch: TicketPatch { state, owner, note, by }, next: field("board").map(|_| "/tickets".to_owned()) }))
}

/// Waits until the reporting store shows this version, but not for long.
pub async fn shows(gateway: &Gateway, ticket: &Ticket) -> Result<(), PageError> {
    for _ in 0..LOOKS {
        let row = gateway.reports.ticket(&ticket.tenant, &ticket.id).await?;
        let version = row.and_then(|row| row.get("version")?.as_u64());
        if version >= Some(ticket.version) {
            return Ok(());
        }
        sleep(PAUSE).await;
    }
    Ok(())
}
