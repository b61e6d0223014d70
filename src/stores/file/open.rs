//! Opening a file: connections, pragmas, schema, check.

use std::fs::OpenOptions;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::fault::OpenError;

/// The tables of a file.
pub struct Schema<'a> {
    /// `PRAGMA user_version` that this binary writes; it refuses a newer one.
    pub version: i64,
    /// Makes the tables of a new file.
    pub tables: &'static str,
    /// Makes what else belongs into the file, new or not.
    pub more: &'a dyn Fn(&Connection) -> rusqlite::Result<()>,
}

/// How long another process may hold the file before the store says that it is busy.
const BUSY: Duration = Duration::from_secs(5);
/// How long readers may keep the WAL from being emptied.
const BRIEFLY: Duration = Duration::from_millis(50);
/// Statements that one connection keeps compiled; the reporting tables' own are among them.
const STATEMENTS: usize = 128;

/// `auto_vacuum` only works before the first table. `wal_autocheckpoint` is off because the writer checkpoints by itself, after
/// it has answered. `synchronous = FULL` syncs the WAL at every commit: that is promise P1.
const WRITER: &str = "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -8000;
    PRAGMA temp_store = MEMORY;";
const READER: &str = "PRAGMA query_only = ON; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY;";

/// The write connection of a checked file with all tables in it.
pub fn writer(path: &Path, check: bool, schema: &Schema<'_>) -> Result<Connection, OpenError> {
    make_private(path)?;
    let named = |error: rusqlite::Error| named(path, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(named)?;
    connection.busy_timeout(BUSY).map_err(named)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    let found = version(&connection).map_err(named)?;
    if found > schema.version {
        return Err(OpenError::Newer { path: path.to_owned(), found, known: schema.version });
    }
    if check {
        quick_check(&connection, path)?;
    }
    steady(&connection).map_err(named)?;
    connection.execute_batch(WRITER).map_err(named)?;
    write_ahead(&connection, path)?;
    create(&mut connection, schema).map_err(named)?;
    Ok(connection)
}

/// Brings the WAL into the file and empties it; `false` if somebody read all the while. Readers are waited for so long that nobody notices.
pub fn truncate(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(BRIEFLY)?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    connection.busy_timeout(BUSY)?;
    Ok(busy? == 0)
}

/// A connection for short transactions beside the process that owns the file.
pub fn beside(path: &Path) -> Result<Connection, OpenError> {
    let named = |error: rusqlite::Error| named(path, &error);
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(named)?;
    connection.busy_timeout(BUSY).map_err(named)?;
    connection.execute_batch("PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;").map_err(named)?;
    Ok(connection)
}

/// A connection that can only read.
pub fn reader(path: &Path) -> Result<Connection, OpenError> {
    let named = |error: rusqlite::Error| named(path, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(named)?;
    connection.busy_timeout(BUSY).map_err(named)?;
    steady(&connection).map_err(named)?;
    connection.execute_batch(READER).map_err(named)?;
    Ok(connection)
}

/// Plans do not depend on bound values: else SQLite compiles a kept statement anew for each value (8 % of a call-end's cost).
fn steady(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

/// The file holds telephone numbers: only its owner may read it. SQLite gives its `-wal` and `-shm` the same rights.
fn make_private(path: &Path) -> Result<(), OpenError> {
    let failed = |error: std::io::Error| OpenError::Failed { path: path.to_owned(), reason: error.to_string() };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(failed)
}

fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn quick_check(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let detail: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(|error| named(path, &error))?;
    if detail == "ok" { Ok(()) } else { Err(OpenError::Damaged { path: path.to_owned(), detail }) }
}

/// SQLite stays silently without a WAL where the file system has no shared memory.
fn write_ahead(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(|error| named(path, &error))?;
    if mode == "wal" {
        return Ok(());
    }
    let reason = "this file system cannot hold a write-ahead log; use a local disk".to_owned();
    Err(OpenError::Failed { path: path.to_owned(), reason })
}

/// Looks again inside the transaction: another process may have opened the new file at the same moment.
fn create(connection: &mut Connection, schema: &Schema<'_>) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&transaction)? == 0 {
        transaction.execute_batch(schema.tables)?;
        transaction.pragma_update(None, "user_version", schema.version)?;
    }
    (schema.more)(&transaction)?;
    transaction.commit()
}

fn named(path: &Path, error: &rusqlite::Error) -> OpenError {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::NotADatabase { path },
        Some(ErrorCode::DatabaseCorrupt) => OpenError::Damaged { path, detail: error.to_string() },
        _ => OpenError::Failed { path, reason: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without these two a 2xx would not mean that it is on the disk (promise P1); a killed process alone does not show that.
    #[test]
    fn every_commit_is_synced_to_a_write_ahead_log() {
        let folder = tempfile::tempdir().expect("a folder");
        let schema = Schema { version: 1, tables: "CREATE TABLE a (b)", more: &|_| Ok(()) };
        let connection = writer(&folder.path().join("store.db"), false, &schema).expect("a store");
        let pragma =
            |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0)).expect("a value");
        assert_eq!(pragma("synchronous"), rusqlite::types::Value::Integer(2));
        assert_eq!(pragma("journal_mode"), rusqlite::types::Value::Text("wal".to_owned()));
    }
}
