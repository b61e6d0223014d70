//! Who may change a session now. Two changes of this node to the same version of a session never stand in its journal together: one of
//! them is refused, and if the process dies before it has deleted that entry and the shared store then loses everything, nobody can
//! tell which of the two had been acknowledged.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{Mutex as Queue, OwnedMutexGuard};

use crate::survey::session::Session;

/// So many sessions are remembered that nobody changes now.
const MOST: usize = 8192;

/// The newest version of a session that this node has made; 0 where it knows of none.
type Made = u64;

/// The sessions that were changed lately.
#[derive(Default)]
pub(super) struct Turns(Mutex<BTreeMap<String, Arc<Queue<Made>>>>);

/// The turn to make versions of sessions; over when it is dropped.
pub(super) struct Turn(Vec<(OwnedMutexGuard<Made>, u64)>);

impl Turns {
    /// Waits for it.
    pub(super) async fn take(&self, sessions: &[Session]) -> Turn {
        // In one order for all, so that two never wait for each other.
        let wanted: BTreeMap<&str, u64> = sessions.iter().map(|session| (session.id.as_str(), session.version)).collect();
        let mut held = Vec::with_capacity(wanted.len());
        for (id, version) in wanted {
            held.push((self.queue(id).lock_owned().await, version));
        }
        Turn(held)
    }

    fn queue(&self, id: &str) -> Arc<Queue<Made>> {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if queues.len() >= MOST && !queues.contains_key(id) {
            queues.retain(|_, queue| Arc::strong_count(queue) > 1);
        }
        Arc::clone(queues.entry(id.to_owned()).or_default())
    }
}

impl Turn {
    /// Whether one of these versions was made here before: the shared store is going to refuse this change.
    pub(super) fn comes_too_late(&self) -> bool {
        self.0.iter().any(|(made, version)| **made >= *version)
    }

    /// They are made now.
    pub(super) fn made(mut self) {
        for (made, version) in &mut self.0 {
            **made = (**made).max(*version);
        }
    }
}
