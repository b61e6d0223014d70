//! The purge: what nobody needs any more goes, in small batches between the commits of the traffic.

use std::time::Duration;

use crate::ports::clock::Clock;
use crate::ports::erasure::{Class, Retention};
use crate::ports::report::{ReportError, ReportWriter};
use crate::ports::store::{SessionStore, StoreError};

/// Rows deleted with one commit.
const BATCH: usize = 500;

/// Deletes what is older than `keep`, batch by batch; gives the number of rows.
///
/// # Errors
/// [`StoreError`] of the first batch that failed; the next run goes on there.
pub async fn run_once(store: &dyn SessionStore, clock: &dyn Clock, keep: Duration) -> Result<usize, StoreError> {
    let before = clock.now().minus(keep);
    let mut total = 0;
    loop {
        let deleted = store.purge(before, BATCH).await?;
        total += deleted;
        if deleted < BATCH {
            return Ok(total);
        }
        tokio::task::yield_now().await;
    }
}

/// Removes what is kept no longer from the reporting store, batch by batch; gives the number of rows looked at that were old enough.
///
/// # Errors
/// [`ReportError`] of the first batch that failed; the next run goes on there.
pub async fn retain_once(reports: &dyn ReportWriter, clock: &dyn Clock, retention: &Retention) -> Result<u64, ReportError> {
    let mut total = 0;
    for class in Class::ALL {
        let Some(kept) = retention.of(class) else { continue };
        let before = clock.now().minus(kept);
        loop {
            let rows = reports.retain(class, before, BATCH).await?;
            total += rows;
            if rows < BATCH as u64 {
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    Ok(total)
}
