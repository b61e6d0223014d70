//! The correlation store in one SQLite file: the default, and the node's journal beside a shared store.
//!
//! One thread writes, many operations to one fsync; reads go beside it. The reporting tables may live in the same file: their
//! facts are written in the transaction that makes them true, through a [`FactSink`].

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

use self::reads::Readers;
use crate::call::Moment;
use crate::policy::Share;
use crate::ports::Pending;
use crate::ports::erasure::{Erasure, Traces};
use crate::ports::report::Fact;
use crate::ports::seal::Sealer;
use crate::ports::store::{
    CallQuery, Change, Committed, Dossier, Health, KnownCall, Leased, Mark, Owner, SessionKey, SessionStore, Settlement, StoreError,
};
use crate::stores::file::Writer;
use crate::survey::model::SurveyKey;
use crate::survey::session::Session;

pub use crate::stores::file::{EmbeddedLock, OpenError};

pub use queue::QueuedFacts;

mod commit;
mod erase;
mod queue;
mod reads;
mod schema;
mod shares;
mod tasks;
mod upkeep;

/// Writes facts into reporting tables of the same file. What it does must live in the connection's transaction alone: a group
/// that fails is rolled back and run again.
pub trait FactSink: Send + Sync {
    /// Makes the tables, once at open, inside a transaction. `PRAGMA user_version` belongs to the store.
    ///
    /// # Errors
    /// Whatever SQLite says; the file is then not opened.
    fn prepare(&self, connection: &Connection) -> rusqlite::Result<()>;

    /// Writes one fact, on the writer's thread; use `prepare_cached`.
    ///
    /// # Errors
    /// Whatever SQLite says; the whole change is then refused as [`StoreError::Failed`].
    fn apply(&self, connection: &Connection, fact: &Fact) -> rusqlite::Result<()>;

    /// Takes a respondent, and the words of their sessions, out of facts that are kept here on their way elsewhere; gives how many were touched.
    ///
    /// # Errors
    /// Whatever SQLite says; the whole erasure is then refused.
    fn forget(&self, _connection: &Connection, _whose: (&Erasure, &[String]), _now: Moment) -> rusqlite::Result<u64> {
        Ok(0)
    }
}

/// For a file without reporting tables: facts are not kept here.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFacts;

impl FactSink for NoFacts {
    fn prepare(&self, _connection: &Connection) -> rusqlite::Result<()> {
        Ok(())
    }

    fn apply(&self, _connection: &Connection, _fact: &Fact) -> rusqlite::Result<()> {
        Ok(())
    }
}

/// How a file is opened.
#[derive(Clone)]
pub struct Options {
    /// Where facts go.
    pub facts: Arc<dyn FactSink>,
    /// Operations that may wait for the writer; one more is [`StoreError::Busy`].
    pub queue: usize,
    /// Whether the whole file is read and checked first. For `serve`; short commands beside it need not.
    pub check: bool,
    /// Finds again who was erased.
    pub sealer: Sealer,
}

impl Default for Options {
    fn default() -> Self {
        Self { facts: Arc::new(NoFacts), queue: 1024, check: true, sealer: Sealer::default() }
    }
}

/// The correlation store in one SQLite file. Dropping it ends the writer once its queue is done; [`Embedded::close`] waits for that.
pub struct Embedded {
    writer: Writer,
    readers: Readers,
    facts: Arc<dyn FactSink>,
    sealer: Sealer,
}

impl Embedded {
    /// Opens the file, making it and its folder if they are not there. `serve` takes an [`EmbeddedLock`] first; other commands
    /// open it beside a running `serve`.
    ///
    /// # Errors
    /// [`OpenError`], with the file's path.
    pub fn open(path: &Path, options: Options) -> Result<Self, OpenError> {
        let connection = schema::open(path, options.check, options.facts.as_ref())?;
        let readers = Readers::open(path)?;
        let failed = |error: std::io::Error| OpenError::Failed { path: path.to_owned(), reason: error.to_string() };
        let writer = Writer::start(connection, options.queue).map_err(failed)?;
        Ok(Self { writer, readers, facts: options.facts, sealer: options.sealer })
    }

    /// Frees the tasks that an earlier process held when it ended, so that they need not wait for their leases to run out. Only for
    /// who holds the [`EmbeddedLock`]; a message that may have left stays in doubt.
    ///
    /// # Errors
    /// [`StoreError`] if the file cannot be written.
    pub async fn take_over(&self) -> Result<(), StoreError> {
        self.writer.perform(upkeep::TakeOver).await
    }

    /// Tries to write where the disk has refused it; whether that is possible now.
    pub async fn try_again(&self) -> bool {
        self.writer.try_again().await
    }

    /// Whether each commit is brought to the disk before it is answered: so it is, unless this says otherwise. Without it a power cut may
    /// damage the file, so only what can be made anew is written like that.
    ///
    /// # Errors
    /// [`StoreError`] if the writer has ended.
    pub async fn sync(&self, on: bool) -> Result<(), StoreError> {
        self.writer.sync(on).await
    }

    /// Does what is queued, brings the WAL into the file and ends the writer; later writes fail. Blocks for as long as that takes.
    ///
    /// # Errors
    /// [`StoreError::Failed`] if the writer had broken down.
    pub fn close(&self) -> Result<(), StoreError> {
        self.writer.close()
    }
}

impl SessionStore for Embedded {
    fn session<'a>(&'a self, key: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>> {
        Box::pin(async move { self.readers.quickly(|connection| reads::session(connection, key)) })
    }

    fn known_call<'a>(&'a self, call: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>> {
        Box::pin(async move { self.readers.quickly(|connection| reads::known_call(connection, &self.sealer, call)) })
    }

    fn dossier<'a>(&'a self, of: Owner<'a>, mark: Option<&'a Mark>, since: Moment) -> Pending<'a, Result<Dossier, StoreError>> {
        Box::pin(async move { self.readers.quickly(|connection| reads::dossier(connection, &self.sealer, (of, mark, since))) })
    }

    fn commit(&self, change: Change) -> Pending<'_, Result<Committed, StoreError>> {
        Box::pin(async move { self.writer.perform(commit::Commit::new(change, Arc::clone(&self.facts), self.sealer.clone())?).await })
    }

    fn take<'a>(&'a self, holder: &'a str, shares: &'a [Share], now: Moment) -> Pending<'a, Result<Option<usize>, StoreError>> {
        Box::pin(self.writer.perform(shares::Take { holder: holder.to_owned(), shares: shares.to_vec(), now }))
    }

    fn lease(&self, most: usize, ttl: Duration, now: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>> {
        Box::pin(self.writer.perform(tasks::Lease { most, ttl, now }))
    }

    fn settle<'a>(&'a self, task: &'a Leased, to: Settlement) -> Pending<'a, Result<bool, StoreError>> {
        Box::pin(self.writer.perform(tasks::Settle { task: task.task.id.clone(), fence: task.fence, to }))
    }

    fn awaits<'a>(&'a self, tasks: &'a [String]) -> Pending<'a, Result<bool, StoreError>> {
        Box::pin(async move { self.readers.quickly(|connection| reads::awaits(connection, tasks)) })
    }

    fn definitions(&self, keep: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>> {
        Box::pin(async move {
            if keep.is_empty() { self.readers.slowly(reads::definitions).await } else { self.writer.perform(upkeep::Keep(keep)).await }
        })
    }

    fn purge(&self, before: Moment, most: usize) -> Pending<'_, Result<usize, StoreError>> {
        Box::pin(self.writer.perform(upkeep::Purge { before, most }))
    }

    fn erase<'a>(&'a self, erasure: &'a Erasure, now: Moment) -> Pending<'a, Result<Traces, StoreError>> {
        let (erasure, sealer, facts) = (erasure.clone(), self.sealer.clone(), Arc::clone(&self.facts));
        Box::pin(async move {
            let traces = self.writer.perform(erase::Erase { erasure, sealer, facts, now }).await?;
            self.writer.leave_no_trace().await?;
            Ok(traces)
        })
    }

    fn health(&self, now: Moment) -> Pending<'_, Result<Health, StoreError>> {
        Box::pin(async move {
            if self.writer.has_stopped() {
                return Err(StoreError::Failed("its writer has ended".to_owned()));
            }
            self.readers.slowly(move |connection| reads::health(connection, now)).await
        })
    }
}

/// A session as it is stored.
fn body(session: &Session) -> Result<String, StoreError> {
    serde_json::to_string(session).map_err(|_| StoreError::Failed("a session cannot be written".to_owned()))
}

/// SQLite's numbers have a sign; ours never reach that far.
fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn count(column: i64) -> u64 {
    u64::try_from(column).unwrap_or(0)
}
