//! Somebody is erased: out of the correlation store, the reporting store and the journal. What is begun is finished, whatever breaks off
//! between: the wish waits as a task of the outbox until all of it is done.

use std::sync::Arc;
use std::time::Duration;

use crate::call::Partition;
use crate::crash::crash_point;
use crate::ports::clock::{Clock, Ids};
use crate::ports::erasure::{Erasure, Receipt};
use crate::ports::report::{ReportError, ReportWriter};
use crate::ports::store::{Change, Leased, Owner, SessionStore, Settlement, StoreError, Task, TaskKind};

/// After so long a worker takes over what was begun.
const HEAD_START: Duration = Duration::from_secs(120);

/// Erases.
#[derive(Clone)]
pub struct Erasing {
    /// Correlation store; behind a journal, that too.
    pub store: Arc<dyn SessionStore>,
    /// Reporting store.
    pub reports: Arc<dyn ReportWriter>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Identities.
    pub ids: Arc<dyn Ids>,
}

/// Why it is not finished; it will be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EraseError {
    /// The correlation store could not.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The reporting store could not.
    #[error(transparent)]
    Reports(#[from] ReportError),
}

/// By what the end of an erasure is noted.
enum End<'a> {
    /// Whoever asked for it sees it through.
    Asked,
    /// A worker does.
    Leased(&'a Leased),
}

impl Erasing {
    /// Erases a respondent of a tenant, as somebody (a token's id, or `command`) wants it.
    ///
    /// # Errors
    /// [`EraseError`]; once the wish is written down a worker goes on with it.
    pub async fn erase(&self, of: Owner<'_>, by: &str) -> Result<Receipt, EraseError> {
        let now = self.clock.now();
        let partition = Partition::of_respondent(of.tenant, of.respondent);
        let id = partition.name_in(self.ids.next(now));
        let (tenant, respondent, by) = (of.tenant.to_owned(), of.respondent.clone(), by.to_owned());
        let erasure = Erasure { id: id.clone(), tenant, respondent, by };
        let task = Task { id: id.clone(), session_id: Some(id), due: now.plus(HEAD_START), kind: TaskKind::Erase(erasure.clone()) };
        self.store.commit(Change { partition, tasks: vec![task], now, ..Change::default() }).await?;
        crash_point!("erasure begun");
        self.carry_out(&erasure, End::Asked).await
    }

    /// Finishes an erasure that was broken off.
    ///
    /// # Errors
    /// [`EraseError`]; the task stays leased and comes again.
    pub async fn finish(&self, leased: &Leased, erasure: &Erasure) -> Result<Receipt, EraseError> {
        self.carry_out(erasure, End::Leased(leased)).await
    }

    async fn carry_out(&self, erasure: &Erasure, end: End<'_>) -> Result<Receipt, EraseError> {
        let now = self.clock.now();
        let mut traces = self.store.erase(erasure, now).await?;
        crash_point!("sessions erased");
        let mut receipt = self.reports.erase(erasure, &traces, now).await?;
        crash_point!("results erased");
        match end {
            End::Asked => {
                let partition = Partition::of_respondent(&erasure.tenant, &erasure.respondent);
                self.store.commit(Change { partition, cancel: vec![erasure.id.clone()], now, ..Change::default() }).await?;
            }
            End::Leased(leased) => {
                self.store.settle(leased, Settlement::Done).await?;
            }
        }
        crash_point!("erasure done");
        // The wish itself named them.
        traces = self.store.erase(erasure, now).await?;
        receipt.removed.journal += traces.removed.journal;
        Ok(receipt)
    }
}
