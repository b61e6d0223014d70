use rusqlite::Connection;

use crate::ports::report::Fact;
use crate::reports::sqlite;
use crate::stores::embedded::FactSink;

/// Writes facts into the reporting tables of the store's own file, in the store's own transaction.
pub struct ReportSink;

impl FactSink for ReportSink {
    fn prepare(&self, connection: &Connection) -> rusqlite::Result<()> {
        sqlite::prepare(connection).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    }

    fn apply(&self, connection: &Connection, fact: &Fact) -> rusqlite::Result<()> {
        sqlite::apply(connection, fact)
    }
}
