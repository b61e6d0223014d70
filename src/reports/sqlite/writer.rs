//! Results in a file that is not the correlation store's own: facts are brought to it in batches.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::erase::Eraser;
use super::retain::Batch;
use super::{PATIENCE, admit, apply, prepare};
use crate::call::Moment;
use crate::ports::Pending;
use crate::ports::erasure::{Class, Erasure, Receipt, Traces};
use crate::ports::report::{Fact, ReportError, ReportWriter};
use crate::ports::seal::Sealer;

/// Facts that no column can hold, with the reason.
const REFUSED: &str = "CREATE TABLE IF NOT EXISTS refused_facts (row_id INTEGER PRIMARY KEY, refused_at INTEGER NOT NULL, \
    reason TEXT NOT NULL, fact BLOB NOT NULL) STRICT";

/// So often it is tried to empty the write-ahead log while others read, at this distance: about ten seconds.
const TRUNCATIONS: usize = 100;
const TRUNCATION_PAUSE: Duration = Duration::from_millis(50);

/// Writes facts into a SQLite file, each batch with one fsync.
#[derive(Clone)]
pub struct SqliteWriter {
    connection: Arc<Mutex<Connection>>,
    path: PathBuf,
    sealer: Sealer,
}

impl SqliteWriter {
    /// Opens the file, and makes it with its tables where it is new. Blocks for a moment.
    ///
    /// # Errors
    /// [`ReportError`] if it cannot be opened or was written by a newer version.
    pub fn open(path: &Path) -> Result<Self, ReportError> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        prepare(&connection)?;
        connection.pragma_update(None, "secure_delete", "ON")?;
        connection.execute_batch(REFUSED)?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)), path: path.to_owned(), sealer: Sealer::default() })
    }

    /// Finds again who was erased with these seals.
    #[must_use]
    pub fn sealed(self, sealer: Sealer) -> Self {
        Self { sealer, ..self }
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, ReportError> {
        let connection = Arc::clone(&self.connection);
        let run = move || work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner));
        tokio::task::spawn_blocking(run).await.map_err(|failed| ReportError::Failed(failed.to_string()))?.map_err(kind)
    }
}

impl SqliteWriter {
    /// Deleted content is overwritten; the write-ahead log keeps pages as they were, until it is emptied.
    async fn leave_no_trace(&self) -> Result<(), ReportError> {
        for _ in 0..TRUNCATIONS {
            let emptied = self.run(|connection| {
                connection.busy_timeout(TRUNCATION_PAUSE)?;
                let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
                connection.busy_timeout(PATIENCE)?;
                Ok(busy? == 0)
            });
            if emptied.await? {
                return Ok(());
            }
            tokio::time::sleep(TRUNCATION_PAUSE).await;
        }
        Err(ReportError::Away("somebody has been reading the file all the time".to_owned()))
    }
}

/// Whether it may be tried again as it is.
fn kind(error: rusqlite::Error) -> ReportError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::DiskFull) => ReportError::Away(error.to_string()),
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig) => ReportError::Refused(error.to_string()),
        _ => error.into(),
    }
}

impl ReportWriter for SqliteWriter {
    fn write<'a>(&'a self, facts: &'a [Fact]) -> Pending<'a, Result<(), ReportError>> {
        let (facts, sealer) = (facts.to_vec(), self.sealer.clone());
        Box::pin(self.run(move |connection| {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for fact in &facts {
                if let Some(fact) = admit(&transaction, &sealer, fact)? {
                    apply(&transaction, &fact)?;
                }
            }
            transaction.commit()
        }))
    }

    fn set_aside<'a>(&'a self, fact: &'a Fact, reason: &'a str, now: Moment) -> Pending<'a, Result<(), ReportError>> {
        let (fact, reason) = (serde_json::to_vec(fact), reason.to_owned());
        Box::pin(async move {
            let fact = fact.map_err(|error| ReportError::Failed(error.to_string()))?;
            let put = "INSERT INTO refused_facts (refused_at, reason, fact) VALUES (?1, ?2, ?3)";
            self.run(move |connection| connection.execute(put, (now.millis(), reason, fact)).map(drop)).await
        })
    }

    fn erase<'a>(&'a self, erasure: &'a Erasure, traces: &'a Traces, now: Moment) -> Pending<'a, Result<Receipt, ReportError>> {
        let seal = self.sealer.seal(&erasure.tenant, &erasure.respondent);
        let eraser = Eraser { erasure: erasure.clone(), traces: traces.clone(), seal, now };
        Box::pin(async move {
            let burier = eraser.clone();
            self.run(move |connection| burier.bury(connection)).await?;
            // Looked for beside the writing connection: that may take long, and nobody else can write meanwhile.
            let (searcher, path) = (eraser.clone(), self.path.clone());
            let found = tokio::task::spawn_blocking(move || super::reader(&path).and_then(|connection| Ok(searcher.search(&connection)?)));
            let found = found.await.map_err(|failed| ReportError::Failed(failed.to_string()))??;
            let receipt = self.run(move |connection| eraser.erase(connection, &found)).await?;
            self.leave_no_trace().await?;
            Ok(receipt)
        })
    }

    fn retain(&self, class: Class, before: Moment, most: usize) -> Pending<'_, Result<u64, ReportError>> {
        let sealer = self.sealer.clone();
        Box::pin(self.run(move |connection| Batch { sealer: &sealer, class, before, most }.run(connection)))
    }

    fn check(&self) -> Pending<'_, Result<(), ReportError>> {
        Box::pin(self.run(|connection| connection.query_row("SELECT seq FROM report_feed", [], |_| Ok(()))))
    }
}
