//! Segments counted by two threads: whoever reads them hands them to a helper, and counts by itself what the helper has no time for.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use super::scan::Scan;
use super::{Columns, Count, Damaged, Segment};

/// Segments that wait for the helper, at most.
const AHEAD: usize = 4;
/// Segments from which on a helper is worth it.
pub const MANY: usize = 4;

/// What one thread has counted.
pub struct Half<C> {
    pub scan: Scan,
    pub counted: C,
    /// Packed rows that have changed since, in order.
    loose: Arc<[i64]>,
}

/// A segment with the columns that were asked for.
type Read = (Segment, Columns);

impl<C: Count> Half<C> {
    pub fn new((scan, counted): (Scan, C), loose: &Arc<[i64]>) -> Self {
        Self { scan, counted, loose: Arc::clone(loose) }
    }

    /// The columns that it needs of a segment.
    pub fn needs(&mut self, segment: &Segment) -> Vec<String> {
        let mut needs = self.scan.needs(segment, &self.loose);
        needs.extend(self.counted.columns());
        needs
    }

    /// Counts a segment.
    ///
    /// # Errors
    /// Columns that this version did not write.
    pub fn take(&mut self, (segment, columns): &Read) -> Result<(), Damaged> {
        let sorted = self.scan.sort(segment, (columns, &self.loose))?;
        self.counted.add(&sorted, (segment, columns))
    }
}

/// What the helper does, on a thread of its own.
pub struct Help<C> {
    half: Half<C>,
    waiting: Receiver<Read>,
}

impl<C: Count> Help<C> {
    /// Counts until nobody hands it anything any more.
    ///
    /// # Errors
    /// Columns that this version did not write.
    pub fn run(mut self) -> Result<Half<C>, Damaged> {
        self.waiting.iter().try_for_each(|read| self.half.take(&read))?;
        Ok(self.half)
    }
}

/// Hands segments to a helper.
pub struct Desk<C> {
    pub own: Half<C>,
    helper: Option<SyncSender<Read>>,
}

impl<C: Count> Desk<C> {
    /// Counts alone.
    pub fn new(own: Half<C>) -> Self {
        Self { own, helper: None }
    }

    /// From now on with a helper that counts into the other half.
    pub fn helped(&mut self, half: Half<C>) -> Help<C> {
        let (helper, waiting) = sync_channel(AHEAD);
        self.helper = Some(helper);
        Help { half, waiting }
    }

    /// Has a segment counted.
    ///
    /// # Errors
    /// Columns that this version did not write.
    pub fn take(&mut self, read: Read) -> Result<(), Damaged> {
        let Some(helper) = &self.helper else { return self.own.take(&read) };
        match helper.try_send(read) {
            Ok(()) => Ok(()),
            // Without a helper any more the outcome is an error of its own: how it ended tells which.
            Err(TrySendError::Full(read) | TrySendError::Disconnected(read)) => self.own.take(&read),
        }
    }

    /// What was counted here; the helper ends when it has counted what waits.
    pub fn done(self) -> Half<C> {
        self.own
    }
}
