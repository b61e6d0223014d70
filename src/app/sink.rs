use rusqlite::Connection;

use crate::ports::report::Fact;
use crate::ports::seal::Sealer;
use crate::reports::sqlite;
use crate::stores::embedded::FactSink;

/// Writes facts into the reporting tables of the store's own file, in the store's own transaction.
#[derive(Default)]
pub struct ReportSink {
    /// Finds again who was erased.
    pub sealer: Sealer,
}

impl FactSink for ReportSink {
    fn prepare(&self, connection: &Connection) -> rusqlite::Result<()> {
        sqlite::prepare(connection).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    }

    fn apply(&self, connection: &Connection, fact: &Fact) -> rusqlite::Result<()> {
        match sqlite::admit(connection, &self.sealer, fact)? {
            Some(fact) => sqlite::apply(connection, &fact),
            None => Ok(()),
        }
    }
}
