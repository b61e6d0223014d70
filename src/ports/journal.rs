//! The node's journal: what was accepted while the correlation store was away, fsynced here until it is carried out there.

use serde::{Deserialize, Serialize};

use super::Pending;
use super::provider::{Hook, Inbound};
use super::store::StoreError;
use crate::call::{Moment, Partition};

/// What a verified webhook wants, with what its address says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Errand {
    /// The route it came in on.
    pub hook: Hook,
    /// The voice token of the path; empty on other routes.
    pub token: String,
    /// `q` of the query.
    pub question: String,
    /// `try` of the query.
    pub attempt: u16,
    /// What it says.
    pub inbound: Inbound,
}

/// An errand that waits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it was accepted: what comes of it counts from then.
    pub at: Moment,
    /// The account it came in on.
    pub account: String,
    /// Where what it changes belongs; its events are carried out in the order in which they came.
    pub partition: Partition,
    /// It may be a STOP: carried out before all others.
    pub urgent: bool,
    /// What it wants.
    pub errand: Errand,
}

/// An event in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its place.
    pub number: u64,
    /// `None` if this version cannot read it.
    pub event: Option<Event>,
}

/// Keeps events until they are carried out. Promise P1: `Ok` of [`Journal::keep`] means that the event is fsynced on this node.
pub trait Journal: Send + Sync {
    /// Writes an event down.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if its queue is full, [`StoreError::Failed`] if it cannot be written; then nothing was accepted.
    fn keep(&self, event: Event) -> Pending<'_, Result<(), StoreError>>;

    /// Whether events of that partition wait: later ones must not overtake them.
    fn has_waiting(&self, partition: Partition) -> bool;

    /// Events that wait, urgent ones first, else in the order in which they came.
    fn waiting(&self, most: usize) -> Pending<'_, Result<Vec<Kept>, StoreError>>;

    /// An event has had its effect, which is fsynced elsewhere.
    fn settled(&self, number: u64) -> Pending<'_, Result<(), StoreError>>;

    /// An event can never be carried out: it is kept for people to look at, with the reason, and holds up no other.
    fn set_aside<'a>(&'a self, number: u64, reason: &'a str) -> Pending<'a, Result<(), StoreError>>;

    /// How many wait.
    fn depth(&self) -> u64;
}
