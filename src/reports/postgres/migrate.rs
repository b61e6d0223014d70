//! The tables' versions: numbered scripts, each applied once.

use std::collections::BTreeMap;

use deadpool_postgres::{ClientWrapper, Transaction};
use ring::digest::{SHA256, digest};
use tokio_postgres::types::Type;

use super::values::get;
use crate::ports::report::ReportError;

/// A step from one version of the tables to the next. One that stands in a release is never changed again.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// From 1 on, without gaps.
    pub number: i32,
    /// What it does, in a word.
    pub name: &'static str,
    /// The script; it runs inside a transaction.
    pub script: &'static str,
    /// An older aftercall that knows only the migrations below this number must not write these tables any more. An addition that it
    /// need not know of keeps the number of the migration before.
    pub needs: i32,
}

/// The migrations of this version.
pub const MIGRATIONS: [Migration; 9] = [
    Migration { number: 1, name: "reporting", script: include_str!("migrations/0001_reporting.sql"), needs: 1 },
    Migration { number: 2, name: "consent", script: include_str!("migrations/0002_consent.sql"), needs: 1 },
    Migration { number: 3, name: "tickets", script: include_str!("migrations/0003_tickets.sql"), needs: 1 },
    Migration { number: 4, name: "parts", script: include_str!("migrations/0004_parts.sql"), needs: 1 },
    Migration { number: 5, name: "segments", script: include_str!("migrations/0005_segments.sql"), needs: 1 },
    Migration { number: 6, name: "erasure", script: include_str!("migrations/0006_erasure.sql"), needs: 1 },
    Migration { number: 7, name: "versions", script: include_str!("migrations/0007_versions.sql"), needs: 1 },
    Migration { number: 8, name: "views", script: include_str!("migrations/0008_views.sql"), needs: 1 },
    Migration { number: 9, name: "ticketed", script: include_str!("migrations/0009_ticketed.sql"), needs: 1 },
];

/// Held by whoever migrates, so that of several gateways that start at once one does and the others find it done ("aftercal", ASCII).
const LOCK: i64 = 0x6166_7465_7263_616c;

const LEDGER: &str = "CREATE TABLE schema_migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, \
    applied_at timestamptz(3) NOT NULL DEFAULT now(), needs integer NOT NULL)";

/// What the ledger says of a migration.
struct Applied {
    name: String,
    checksum: String,
    needs: i32,
}

/// Applies what is missing, all or nothing. A role that may not create tables is enough where nothing is missing.
///
/// # Errors
/// [`ReportError::Unreadable`] where a newer version says that this one must not write any more, or where an applied script is not ours.
pub async fn migrate(client: &mut ClientWrapper, migrations: &[Migration]) -> Result<(), ReportError> {
    let transaction = client.transaction().await?;
    // Making an index takes as long as the table is large.
    let patience = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s'";
    transaction.batch_execute(&format!("{patience}; SELECT pg_advisory_xact_lock({LOCK})")).await?;
    let encoding: String = get(&transaction.query_one("SHOW server_encoding", &[]).await?, 0)?;
    if encoding != "UTF8" {
        return Err(ReportError::Unreadable(format!("a database in {encoding}; make it with ENCODING 'UTF8'")));
    }
    let applied = applied(&transaction).await?;
    examine(&applied, migrations)?;
    for migration in migrations.iter().filter(|migration| !applied.contains_key(&migration.number)) {
        apply(&transaction, migration).await?;
    }
    Ok(transaction.commit().await?)
}

async fn applied(transaction: &Transaction<'_>) -> Result<BTreeMap<i32, Applied>, ReportError> {
    let there: bool = get(&transaction.query_one("SELECT to_regclass('schema_migrations') IS NOT NULL", &[]).await?, 0)?;
    if !there {
        transaction.batch_execute(LEDGER).await?;
    }
    let rows = transaction.query("SELECT number, name, checksum, needs FROM schema_migrations", &[]).await?;
    rows.iter().map(|row| Ok((get(row, 0)?, Applied { name: get(row, 1)?, checksum: get(row, 2)?, needs: get(row, 3)? }))).collect()
}

/// Whether these tables may be written by who knows these migrations.
fn examine(applied: &BTreeMap<i32, Applied>, migrations: &[Migration]) -> Result<(), ReportError> {
    let known = migrations.last().map_or(0, |last| last.number);
    for (number, found) in applied {
        let name = &found.name;
        match migrations.iter().find(|migration| migration.number == *number) {
            Some(ours) if found.checksum != checksum(ours) => {
                let why = "was applied with another script; another program or an altered build of aftercall has written here";
                return Err(ReportError::Unreadable(format!("tables whose migration {number} ({name}) {why}")));
            }
            None if found.needs > known => {
                let why = format!("needs an aftercall that knows migration {}; this one knows up to {known}", found.needs);
                return Err(ReportError::Unreadable(format!("tables whose migration {number} ({name}) {why}")));
            }
            _ => {}
        }
    }
    Ok(())
}

async fn apply(transaction: &Transaction<'_>, migration: &Migration) -> Result<(), ReportError> {
    transaction.batch_execute(migration.script).await?;
    let put = "INSERT INTO schema_migrations (number, name, checksum, needs) VALUES ($1, $2, $3, $4)";
    let checksum = checksum(migration);
    let values: [(&(dyn tokio_postgres::types::ToSql + Sync), Type); 4] =
        [(&migration.number, Type::INT4), (&migration.name, Type::TEXT), (&checksum, Type::TEXT), (&migration.needs, Type::INT4)];
    transaction.execute_typed(put, &values).await?;
    tracing::info!(number = migration.number, name = migration.name, "a migration of the reporting tables was applied");
    Ok(())
}

/// SHA-256 of the script, in hex.
fn checksum(migration: &Migration) -> String {
    digest(&SHA256, migration.script.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
