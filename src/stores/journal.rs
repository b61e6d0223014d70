//! The node's journal beside a shared correlation store: one SQLite file, one fsync for many entries.
//!
//! It holds two things. *Events*: webhooks that were accepted while the shared store was away, until they are carried out there.
//! *Entries*: every change that this node committed there, for [`KEPT`], so that what the shared store loses can be written again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use self::entries::{Append, Consents, Forget, Load, Named, Prune};
use self::events::{Aside, Keep, Settle, Waiting};
use self::scrub::Graves;
use super::file::{OpenError, Operation, Schema, Writer, writer};
use crate::call::{Moment, Partition};
use crate::ports::Pending;
use crate::ports::journal::{Event, Journal, Kept};
use crate::ports::seal::Sealer;
use crate::ports::store::StoreError;

pub use entries::{Again, Entry, Logged, Redo, Whose};
pub use inspect::{Contents, SetAside, contents, take_up_again};
pub use node::NodeState;
pub use scrub::{Scrubbed, forget};

mod entries;
mod events;
mod inspect;
mod node;
mod scrub;

/// How long entries are kept at least for a store that loses them.
pub const KEPT: Duration = Duration::from_secs(48 * 3600);
/// Operations that may wait for the writer.
const QUEUE: usize = 1024;

/// The journal's file. [`JournalFile::close`] ends its writer.
pub struct JournalFile {
    writer: Arc<Writer>,
    state: Mutex<NodeState>,
    /// The number of the newest entry.
    newest: AtomicU64,
    open: Mutex<BTreeMap<u64, Stage>>,
    counts: Arc<Counts>,
    path: PathBuf,
    sealer: Sealer,
    graves: Graves,
}

fn prepare(connection: &Connection, node: &str) -> rusqlite::Result<()> {
    connection.execute_batch(scrub::TABLE)?;
    connection.execute_batch(node::TABLE)?;
    node::name(connection, node)
}

/// How far an entry has come whose effect is not known to be in the shared store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Someone sees to it.
    InHand,
    /// Its fate is unknown: whoever saw to it has gone, or the store did not answer.
    Left,
    /// Left by an earlier process.
    Inherited,
}

impl JournalFile {
    /// Opens the file, making it if it is not there; `node` names this gateway in a new one.
    ///
    /// # Errors
    /// [`OpenError`], with the file's path.
    pub fn open(path: &Path, node: &str) -> Result<Self, OpenError> {
        let failed = |error: String| OpenError::Failed { path: path.to_owned(), reason: error };
        let schema = Schema { version: 1, tables: include_str!("journal/schema.sql"), more: &|connection| prepare(connection, node) };
        let connection = writer(path, true, &schema)?;
        let found = Found::read(&connection).map_err(|error| failed(error.to_string()))?;
        let writer = Writer::start(connection, QUEUE).map_err(|error| failed(error.to_string()))?;
        let counts = Counts::new();
        found.waiting.iter().for_each(|partition| counts.came(*partition));
        Ok(Self {
            writer: Arc::new(writer),
            newest: AtomicU64::new(found.newest),
            open: Mutex::new(found.open.into_iter().map(|number| (number, Stage::Inherited)).collect()),
            state: Mutex::new(found.state),
            counts: Arc::new(counts),
            path: path.to_owned(),
            sealer: Sealer::default(),
            graves: found.graves,
        })
    }

    /// Finds again who was erased with these seals.
    #[must_use]
    pub fn sealed(self, sealer: Sealer) -> Self {
        Self { sealer, ..self }
    }

    /// Writes an entry down; `Ok` means that it is fsynced.
    ///
    /// # Errors
    /// [`StoreError::Busy`] or [`StoreError::Failed`]; then it is not written.
    pub async fn append(self: &Arc<Self>, redo: &Redo<'_>, now: Moment) -> Result<Entry, StoreError> {
        let body = redo.written()?;
        let number = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        self.opened().insert(number, Stage::InHand);
        let entry = Entry::new(Arc::clone(self), number);
        self.writer
            .perform(Append { number, at: now, consent: redo.is_consent(), body, confirmed: self.confirmed() })
            .await
            .inspect_err(|_| entry.was_not_written())?;
        Ok(entry)
    }

    /// Entries whose fate is unknown, in the order in which they were made.
    #[must_use]
    pub fn left(&self) -> Vec<(u64, Stage)> {
        self.opened().iter().filter(|(_, stage)| **stage != Stage::InHand).map(|(number, stage)| (*number, *stage)).collect()
    }

    /// Entries by number.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub async fn load(&self, numbers: Vec<u64>) -> Result<Vec<Logged>, StoreError> {
        self.writer.perform(Named(numbers)).await
    }

    /// Confirmed entries before that number, the newest first, at most `most`.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub async fn before(&self, number: u64, most: usize) -> Result<Vec<Logged>, StoreError> {
        let found = self.writer.perform(Load { before: number, most }).await?;
        let open = self.opened();
        Ok(found.into_iter().filter(|logged| !open.contains_key(&logged.number)).collect())
    }

    /// Who opted out or in longer ago than entries are kept: changes to be written again, in groups; begin behind `("", "")`.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub async fn consents(&self, after: Whose, most: usize) -> Result<Vec<(Whose, Option<Again>)>, StoreError> {
        self.writer.perform(Consents { after, most }).await
    }

    /// The effect of an entry is in the shared store.
    pub fn confirm(&self, number: u64) {
        self.opened().remove(&number);
    }

    /// An entry has had no effect in the shared store and never will: it goes.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be deleted; it stays open.
    pub async fn forget(&self, number: u64) -> Result<(), StoreError> {
        self.writer.perform(Forget(number)).await?;
        self.confirm(number);
        Ok(())
    }

    /// Deletes entries from before that moment, at most `most`; gives their number. Those whose fate is unknown stay.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be deleted.
    pub async fn prune(&self, before: Moment, most: usize) -> Result<usize, StoreError> {
        self.writer.perform(Prune { before, below: self.confirmed().saturating_add(1), most }).await
    }

    /// Does what is queued and ends the writer. Blocks.
    ///
    /// # Errors
    /// [`StoreError::Failed`] if the writer had broken down.
    pub fn close(&self) -> Result<(), StoreError> {
        self.writer.close()
    }

    /// Whether the writer refuses work or has ended.
    #[must_use]
    pub fn has_stopped(&self) -> bool {
        self.writer.has_stopped()
    }

    /// Whether the disk refuses what is to be written, as far as known.
    #[must_use]
    pub fn is_failing(&self) -> bool {
        self.writer.is_failing()
    }

    /// Tries to write where the disk has refused it; whether that is possible now.
    pub async fn try_again(&self) -> bool {
        self.writer.try_again().await
    }

    /// Up to which number every entry is confirmed or gone.
    fn confirmed(&self) -> u64 {
        let open = self.opened();
        open.keys().next().map_or_else(|| self.newest.load(Ordering::SeqCst), |first| first.saturating_sub(1))
    }

    fn opened(&self) -> MutexGuard<'_, BTreeMap<u64, Stage>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn leave(&self, number: u64) {
        if let Some(stage) = self.opened().get_mut(&number) {
            *stage = Stage::Left;
        }
    }
}

/// How many events wait, in all and of each partition.
struct Counts {
    of_partition: Vec<AtomicU64>,
    all: AtomicU64,
}

impl Counts {
    fn new() -> Self {
        Self { of_partition: (0..Partition::COUNT).map(|_| AtomicU64::new(0)).collect(), all: AtomicU64::new(0) }
    }

    fn came(&self, partition: Partition) {
        self.of_partition[usize::from(partition.number())].fetch_add(1, Ordering::SeqCst);
        self.all.fetch_add(1, Ordering::SeqCst);
    }

    fn went(&self, partition: Partition) {
        // Never below none: what a command took up again was not counted.
        let less = |count: u64| count.checked_sub(1);
        let _ = self.of_partition[usize::from(partition.number())].fetch_update(Ordering::SeqCst, Ordering::SeqCst, less);
        let _ = self.all.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less);
    }
}

/// What an earlier process left in the file.
struct Found {
    state: NodeState,
    newest: u64,
    open: Vec<u64>,
    waiting: Vec<Partition>,
    graves: Graves,
}

impl Found {
    fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let (state, confirmed) = node::read(connection)?;
        let open = entries::numbers_above(connection, confirmed)?;
        let newest = open.last().copied().unwrap_or(0).max(confirmed);
        Ok(Self { state, newest, open, waiting: events::partitions(connection)?, graves: Graves::read(connection)? })
    }
}

impl Journal for JournalFile {
    fn keep(&self, event: Event) -> Pending<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let partition = event.partition;
            let keep = Keep::new(&event)?;
            let (writer, counts) = (Arc::clone(&self.writer), Arc::clone(&self.counts));
            // On its own, so that the count stays right also when nobody waits for the answer any more.
            let kept = tokio::spawn(async move {
                // Counted first: an event of the same caller that comes meanwhile must queue behind this one.
                counts.came(partition);
                writer.perform(keep).await.inspect_err(|_| counts.went(partition))
            });
            kept.await.unwrap_or_else(|_| Err(StoreError::Failed("the journal broke off".to_owned())))
        })
    }

    fn has_waiting(&self, partition: Partition) -> bool {
        self.counts.of_partition[usize::from(partition.number())].load(Ordering::SeqCst) > 0
    }

    fn waiting(&self, most: usize) -> Pending<'_, Result<Vec<Kept>, StoreError>> {
        Box::pin(self.writer.perform(Waiting { most }))
    }

    fn settled(&self, number: u64) -> Pending<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let gone = self.writer.perform(Settle(number)).await?;
            gone.into_iter().for_each(|partition| self.counts.went(partition));
            Ok(())
        })
    }

    fn set_aside<'a>(&'a self, number: u64, reason: &'a str) -> Pending<'a, Result<(), StoreError>> {
        Box::pin(async move {
            let gone = self.writer.perform(Aside { number, reason: reason.to_owned() }).await?;
            gone.into_iter().for_each(|partition| self.counts.went(partition));
            Ok(())
        })
    }

    fn depth(&self) -> u64 {
        self.counts.all.load(Ordering::SeqCst)
    }
}

impl JournalFile {
    async fn perform<O: Operation>(&self, operation: O) -> Result<O::Outcome, StoreError> {
        self.writer.perform(operation).await
    }
}
