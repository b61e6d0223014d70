//! The SQLite reporting store, exports, tokens and the API over them.

use std::path::PathBuf;

use aftercall::call::Moment;
use aftercall::ports::erasure::{Erasure, Receipt, Traces};
use aftercall::ports::report::{Fact, ReportError, ReportStore, ReportWriter};
use aftercall::ports::seal::Sealer;
use aftercall::reports::sqlite::{self, SqliteReports, SqliteWriter};
use rusqlite::Connection;

use crate::contract::report_store::{self as suite, Stage};

mod api;
pub mod door;
mod export;
mod packing;
mod parquet;
mod tokens;
mod views;

/// A store in a folder of its own, and a writer beside it as the correlation store has one.
pub struct Sqlite {
    folder: tempfile::TempDir,
    pub reports: SqliteReports,
}

impl Sqlite {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let reports = SqliteReports::open(&folder.path().join("aftercall.db")).expect("a store");
        Self { folder, reports }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("aftercall.db")
    }
}

impl Stage for Sqlite {
    async fn write(&self, facts: &[Fact]) {
        let (path, facts) = (self.path(), facts.to_vec());
        let writing = move || {
            let mut connection = Connection::open(path).expect("the file");
            sqlite::prepare(&connection).expect("tables");
            let transaction = connection.transaction().expect("a transaction");
            for fact in &facts {
                if let Some(fact) = sqlite::admit(&transaction, &Sealer::default(), fact).expect("a look") {
                    sqlite::apply(&transaction, &fact).expect("a fact");
                }
            }
            transaction.commit().expect("a commit");
        };
        tokio::task::spawn_blocking(writing).await.expect("written");
    }

    fn store(&self) -> &dyn ReportStore {
        &self.reports
    }

    async fn erase(&self, erasure: &Erasure, traces: &Traces, now: Moment) -> Receipt {
        let writer = SqliteWriter::open(&self.path()).expect("a writer");
        writer.erase(erasure, traces, now).await.expect("an erasure")
    }
}

async fn opened() -> Sqlite {
    Sqlite::new()
}

suite::report_store_contract!(opened);

#[test]
fn tables_of_a_newer_version_are_refused() {
    let stage = Sqlite::new();
    Connection::open(stage.path()).and_then(|file| file.execute("UPDATE report_feed SET schema = 2", [])).expect("a change");
    let wanted = ReportError::Unreadable("reporting tables of schema 2".into());
    assert_eq!(SqliteReports::open(&stage.path()).err(), Some(wanted));
}

#[tokio::test]
async fn answers_and_agents_are_views_and_a_number_stands_in_one_column() {
    let stage = Sqlite::new();
    let row = suite::response("s1", Some(5));
    stage.write(&[Fact::Call(Box::new(suite::call(&row))), Fact::Response(Box::new(row))]).await;
    let file = Connection::open(stage.path()).expect("the file");
    let answer = file.query_row("SELECT question, value, late FROM answers", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    assert_eq!(answer, Ok(("score".to_owned(), 5, false)));
    let agent = file.query_row("SELECT agent, team, seconds, share FROM call_agents", [], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    });
    assert_eq!(agent, Ok(("alice".to_owned(), "blue".to_owned(), 60, 1.0)));
    for (table, columns) in [("responses", "agents || attributes || answers || scores"), ("calls", "agents || attributes")] {
        let rest: String = file.query_row(&format!("SELECT {columns} FROM {table}"), [], |row| row.get(0)).expect("a row");
        assert!(!rest.contains("4155550123"));
    }
}
