//! Results in a file that is not the correlation store's own: facts are brought to it in batches.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::{PATIENCE, apply, prepare};
use crate::call::Moment;
use crate::ports::Pending;
use crate::ports::report::{Fact, ReportError, ReportWriter};

/// Facts that no column can hold, with the reason.
const REFUSED: &str = "CREATE TABLE IF NOT EXISTS refused_facts (row_id INTEGER PRIMARY KEY, refused_at INTEGER NOT NULL, \
    reason TEXT NOT NULL, fact BLOB NOT NULL) STRICT";

/// Writes facts into a SQLite file, each batch with one fsync.
#[derive(Clone)]
pub struct SqliteWriter {
    connection: Arc<Mutex<Connection>>,
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
        connection.execute_batch(REFUSED)?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)) })
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
        let facts = facts.to_vec();
        Box::pin(self.run(move |connection| {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            facts.iter().try_for_each(|fact| apply(&transaction, fact))?;
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

    fn check(&self) -> Pending<'_, Result<(), ReportError>> {
        Box::pin(self.run(|connection| connection.query_row("SELECT seq FROM report_feed", [], |_| Ok(()))))
    }
}
