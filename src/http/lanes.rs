use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Limits;

/// The work in flight, in two lanes, so that a flood of texts and receipts cannot keep a person on the phone waiting.
#[derive(Debug, Clone)]
pub struct Lanes {
    phone: Arc<Semaphore>,
    other: Arc<Semaphore>,
}

impl Lanes {
    /// Empty lanes.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let lane = || Arc::new(Semaphore::new(limits.max_in_flight.min(Semaphore::MAX_PERMITS)));
        Self { phone: lane(), other: lane() }
    }

    /// A place for work that someone on the phone waits for; `None` if the lane is full.
    pub(super) fn phone(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.phone).try_acquire_owned().ok()
    }

    /// A place for any other work; `None` if the lane is full.
    pub(super) fn other(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.other).try_acquire_owned().ok()
    }
}
