//! Tasks that are being seen through.

use std::collections::BTreeMap;

use tokio::task::{JoinError, JoinSet};

use crate::flows::FlowError;
use crate::ports::store::StoreError;

/// Tasks that are being seen through; those that are still under way when this is dropped are broken off.
#[derive(Default)]
pub struct UnderWay(JoinSet<Result<(), FlowError>>);

impl UnderWay {
    /// One more.
    pub(super) fn begin(&mut self, task: impl Future<Output = Result<(), FlowError>> + Send + 'static) {
        self.0.spawn(task);
    }

    /// Says what became of those that have ended; waits for none.
    pub(super) fn look(&mut self) {
        let mut failures = Failures::default();
        while let Some(done) = self.0.try_join_next() {
            failures.note(done);
        }
        failures.say();
    }

    /// Waits until all have ended.
    pub async fn end(&mut self) {
        let mut failures = Failures::default();
        while let Some(done) = self.0.join_next().await {
            failures.note(done);
        }
        failures.say();
    }
}

/// How many failed with the same words: an outage is not told once for each task.
#[derive(Default)]
struct Failures(BTreeMap<String, usize>);

impl Failures {
    fn note(&mut self, done: Result<Result<(), FlowError>, JoinError>) {
        match done {
            // The outage itself is told elsewhere, once.
            Ok(Ok(()) | Err(FlowError::Store(StoreError::Away(_)))) => {}
            Ok(Err(error)) => *self.0.entry(error.to_string()).or_default() += 1,
            Err(error) => tracing::error!(%error, "a task panicked and will come again"),
        }
    }

    fn say(self) {
        for (error, tasks) in self.0 {
            tracing::warn!(error, tasks, "tasks could not be settled and will come again");
        }
    }
}
