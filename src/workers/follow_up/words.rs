//! What an e-mail about a ticket says. It holds no number and no words of the caller: mail is read in many places.

use crate::policy::Event;
use crate::ports::notice::{Mail, Recipient};
use crate::ports::report::Row;

/// The recipient, for logs and metrics; an address of a person is neither's business.
pub(super) fn of(to: &Recipient) -> String {
    match to {
        Recipient::Webhook(name) => format!("webhook:{name}"),
        Recipient::Mail(_) => "mail".to_owned(),
    }
}

/// The e-mail about a ticket.
pub(super) fn mail(id: &str, to: &str, (event, ticket): (Event, &Row)) -> Mail {
    let said = |column: &str| match ticket.get(column) {
        Some(serde_json::Value::String(text)) => text.clone(),
        _ => "-".to_owned(),
    };
    let what = if event == Event::TicketOverdue { "Ticket overdue" } else { "Ticket opened" };
    let lines = [
        ("Reason", "reason"),
        ("State", "state"),
        ("Owner", "owner"),
        ("Opened", "opened_at"),
        ("Due", "due_at"),
        ("Queue", "queue"),
        ("Call", "call_id"),
        ("Session", "session_id"),
        ("Ticket", "id"),
    ];
    let text: String = lines.iter().map(|(name, column)| format!("{name}: {}\r\n", said(column))).collect();
    Mail { id: id.to_owned(), to: to.to_owned(), subject: format!("{what}: {}", said("reason")), text: format!("{what}\r\n\r\n{text}") }
}
