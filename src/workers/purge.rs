//! The purge: what nobody needs any more goes, in small batches between the commits of the traffic.

use std::time::Duration;

use crate::ports::clock::Clock;
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
