//! What the store does not take now it may take in a moment: a disk is full, a shared store is away.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use crate::flows::FlowError;
use crate::ports::store::StoreError;

/// Between two tries. Shorter than the worker's own pauses, so that what is known of a task comes before it is handed out again.
const PAUSE: Duration = Duration::from_millis(200);

/// How long the holder of a task tries to write down what became of it: as long as it has the lease, and nobody wishes to stop.
pub(super) struct Patience {
    pub(super) until: Instant,
    pub(super) ending: watch::Receiver<bool>,
}

impl Patience {
    /// Does it, again and again where the store does not take it. It must do no harm to do it twice.
    ///
    /// # Errors
    /// The last one.
    pub(super) async fn see_through<F>(&mut self, mut attempt: impl FnMut() -> F) -> Result<(), FlowError>
    where
        F: Future<Output = Result<(), FlowError>>,
    {
        loop {
            let Err(error) = attempt().await else { return Ok(()) };
            if !may_pass(&error) || self.is_over() {
                return Err(error);
            }
            self.rest().await;
        }
    }

    fn is_over(&self) -> bool {
        Instant::now() + PAUSE >= self.until || *self.ending.borrow()
    }

    async fn rest(&mut self) {
        tokio::select! {
            () = sleep(PAUSE) => {}
            Ok(_) = self.ending.wait_for(|ending| *ending) => {}
        }
    }
}

/// Whether it is the store's state and not the task that is at fault.
pub(super) fn may_pass(error: &FlowError) -> bool {
    match error {
        FlowError::Store(error) => !matches!(error, StoreError::Unreadable(_)),
        FlowError::Contended => true,
        FlowError::Malformed(_) | FlowError::MissingDefinition(_) => false,
    }
}
