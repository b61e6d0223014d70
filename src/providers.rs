//! The dialects of telephony providers, one folder each, and the small pieces that they share.

use crate::call::{Call, Moment};
use crate::ports::provider::{AccountName, Content, Inbound, Malformed, PlacedCall};
use crate::survey::call_back::News;

pub mod form;
pub mod kannel;
pub mod rest;
pub mod simulator;
pub mod twilio;
pub mod voicexml;

/// A call of which no more is known than who reported it, its id and its end.
fn bare_call(account: &AccountName, call_id: &str, ended_at: Moment) -> Call {
    Call::bare((&account.name, &account.tenant), call_id, ended_at)
}

/// In the query of the addresses of a call that we have placed: the task that placed it.
const RING: &str = "ring";

/// What is heard of a call that we have placed, at one of its addresses.
fn placed_call(content: &Content, call: Call, news: News) -> Inbound {
    let (task_id, session_id) = (in_query(content, RING).unwrap_or_default(), in_query(content, "session"));
    Inbound::PlacedCall(PlacedCall { task_id, session_id, news, call })
}

/// The parameter that a webhook must carry, not empty.
fn required<'a>(content: &'a Content, name: &str) -> Result<&'a str, Malformed> {
    content.get(name).ok_or_else(|| Malformed(format!("{name} is missing")))
}

/// The first value of that name in the query, if it is not empty.
fn in_query(content: &Content, name: &str) -> Option<String> {
    content.query.iter().find(|(given, value)| given == name && !value.is_empty()).map(|(_, value)| value.clone())
}
