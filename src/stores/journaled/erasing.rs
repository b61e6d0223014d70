//! Erasing behind a journal. The shared store keeps a list of tombstones; every gateway takes those persons out of its own journal when it
//! next looks (each second), and keeps the tombstones, so that a shared store that loses its list gets it back.

use std::sync::atomic::Ordering;

use super::Journaled;
use crate::call::Moment;
use crate::ports::erasure::{Erasure, Traces};
use crate::ports::store::StoreError;
use crate::stores::shared::Tombstone;

impl Journaled {
    pub(super) async fn erase_here_and_there(&self, erasure: &Erasure, now: Moment) -> Result<Traces, StoreError> {
        self.ready()?;
        let mut traces = self.heed(self.shared.erase(erasure, now).await)?;
        self.learn().await?;
        traces.removed.journal = self.take_out().await?;
        Ok(traces)
    }

    /// Before anything is written again: what was erased must not be, and the list goes back first.
    pub(super) async fn forget_before_writing_again(&self) -> Result<(), StoreError> {
        self.listed.store(usize::MAX, Ordering::SeqCst);
        for tombstone in self.journal.tombstones() {
            self.shared.remember(&tombstone).await?;
        }
        self.forget_the_erased().await
    }

    /// Takes out of the journal who was erased meanwhile, here or through another gateway.
    pub(super) async fn forget_the_erased(&self) -> Result<(), StoreError> {
        self.learn().await?;
        self.take_out().await.map(drop)
    }

    async fn learn(&self) -> Result<(), StoreError> {
        let Some(all) = self.shared.tombstones(self.listed.load(Ordering::SeqCst)).await? else { return Ok(()) };
        for tombstone in &all {
            self.journal.bury(tombstone).await?;
        }
        self.listed.store(all.len(), Ordering::SeqCst);
        Ok(())
    }

    async fn take_out(&self) -> Result<u64, StoreError> {
        let unclean = self.journal.unclean();
        if unclean.is_empty() {
            return Ok(0);
        }
        let unfinished = self.unfinished().await?;
        let mut removed = 0;
        for tombstone in unclean {
            removed += self.take_one_out(&tombstone, &unfinished).await?;
        }
        Ok(removed)
    }

    /// Whoever is still in the journal may have been written again from there, before the tombstone was known.
    async fn take_one_out(&self, tombstone: &Tombstone, unfinished: &[String]) -> Result<u64, StoreError> {
        let scrubbed = self.journal.scrub(tombstone, unfinished).await?;
        if let Some(respondent) = &scrubbed.respondent {
            self.shared.erase_again(tombstone, respondent).await?;
        }
        Ok(scrubbed.removed)
    }

    /// Erasures that were asked for here and are not finished.
    async fn unfinished(&self) -> Result<Vec<String>, StoreError> {
        let mut unfinished = Vec::new();
        for task in self.journal.erasures().await? {
            if self.shared.awaits(std::slice::from_ref(&task)).await? {
                unfinished.push(task);
            }
        }
        Ok(unfinished)
    }
}

impl Journaled {
    /// Whether something of somebody who was erased may still be in this gateway's journal.
    #[must_use]
    pub fn forgets(&self) -> bool {
        !self.journal.unclean().is_empty()
    }
}
