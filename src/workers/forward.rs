//! The forwarder: brings facts to a reporting store that does not share the correlation store's commit (promise P6).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::call::Moment;
use crate::crash::crash_point;
use crate::ports::clock::Clock;
use crate::ports::report::{Fact, ReportError, ReportWriter};
use crate::ports::store::{FactQueue, Queued, StoreError};
use crate::telemetry::Metrics;

/// Facts of one write.
const BATCH: usize = 200;
/// Longer than any write may take; then another gateway may bring them.
const HOLD: Duration = Duration::from_secs(30);

/// The worker.
pub struct Forward {
    /// Where facts wait.
    queue: Arc<dyn FactQueue>,
    /// Where they go.
    reports: Arc<dyn ReportWriter>,
    clock: Arc<dyn Clock>,
    metrics: Arc<Metrics>,
    /// What could not be brought yet. The queue would hand it out again only after [`HOLD`].
    in_hand: Mutex<Batch>,
}

/// Facts of one write, and their keys in the queue.
#[derive(Debug, Default)]
struct Batch {
    keys: Vec<String>,
    facts: Vec<Fact>,
}

/// Why facts have to go on waiting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ForwardError {
    /// Where they wait cannot be reached.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Where they go cannot be reached.
    #[error(transparent)]
    Reports(#[from] ReportError),
}

impl Forward {
    /// From this queue to this reporting store.
    #[must_use]
    pub fn new(queue: Arc<dyn FactQueue>, reports: Arc<dyn ReportWriter>, clock: Arc<dyn Clock>, metrics: Arc<Metrics>) -> Self {
        Self { queue, reports, clock, metrics, in_hand: Mutex::default() }
    }

    /// Brings a batch; gives the number of facts that have arrived or were set aside.
    ///
    /// # Errors
    /// [`ForwardError`]; the facts stay where they are and are brought again.
    pub async fn run_once(&self) -> Result<usize, ForwardError> {
        let left = std::mem::take(&mut *self.in_hand());
        let batch = if left.keys.is_empty() { self.next().await? } else { left };
        if batch.keys.is_empty() {
            return Ok(0);
        }
        let brought = self.bring(&batch).await;
        let count = batch.keys.len();
        if brought.is_err() {
            *self.in_hand() = batch;
        }
        brought.map(|()| count)
    }

    fn in_hand(&self) -> std::sync::MutexGuard<'_, Batch> {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn next(&self) -> Result<Batch, ForwardError> {
        let mut batch = Batch::default();
        for queued in self.queue.waiting(BATCH, HOLD).await? {
            match queued {
                Queued::Fact { key, fact } => {
                    batch.keys.push(key);
                    batch.facts.push(*fact);
                }
                // A newer gateway beside this one can read it.
                Queued::Damaged { key } => tracing::error!(key, "a fact in the queue cannot be read by this version and stays there"),
            }
        }
        batch.facts = newest(batch.facts);
        Ok(batch)
    }

    async fn bring(&self, batch: &Batch) -> Result<(), ForwardError> {
        match self.reports.write(&batch.facts).await {
            Err(ReportError::Refused(_)) => self.one_by_one(&batch.facts).await?,
            written => written?,
        }
        crash_point!("facts written");
        self.count(&batch.facts);
        self.queue.forwarded(batch.keys.clone()).await?;
        Ok(())
    }

    /// One that is refused is set aside and blocks no other.
    async fn one_by_one(&self, facts: &[Fact]) -> Result<(), ForwardError> {
        for fact in facts {
            match self.reports.write(std::slice::from_ref(fact)).await {
                Err(ReportError::Refused(reason)) => {
                    tracing::error!(reason, "the reporting store refuses a fact; it is set aside there (refused_facts)");
                    self.reports.set_aside(fact, &reason, self.clock.now()).await?;
                }
                written => written?,
            }
        }
        Ok(())
    }

    fn count(&self, facts: &[Fact]) {
        let now = self.clock.now();
        for fact in facts {
            if let Some(answered) = newest_answer(fact) {
                let late = u64::try_from(now.millis() - answered.millis()).unwrap_or(0);
                self.metrics.result_readable(Duration::from_millis(late));
            }
        }
    }
}

/// Of several versions of one session only the newest: the store would replace the others at once.
fn newest(facts: Vec<Fact>) -> Vec<Fact> {
    let mut versions: HashMap<String, u64> = HashMap::new();
    for fact in &facts {
        if let Fact::Response(response) = fact {
            let newest = versions.entry(response.session_id.clone()).or_default();
            *newest = (*newest).max(response.version);
        }
    }
    let is_newest = |fact: &Fact| match fact {
        Fact::Response(response) => versions.get(&response.session_id) == Some(&response.version),
        _ => true,
    };
    facts.into_iter().filter(is_newest).collect()
}

fn newest_answer(fact: &Fact) -> Option<Moment> {
    match fact {
        Fact::Response(response) => response.answers.iter().map(|answer| answer.answered_at).max(),
        _ => None,
    }
}
