//! Facts that wait in the store's own file for a reporting store elsewhere.

use std::time::Duration;

use rusqlite::{Connection, params};

use super::{Embedded, FactSink};
use crate::call::Moment;
use crate::ports::Pending;
use crate::ports::erasure::Erasure;
use crate::ports::report::Fact;
use crate::ports::store::{FactQueue, Queued, StoreError};
use crate::stores::file::{Fault, Operation};

/// Puts facts into the queue, in the transaction that makes them true.
#[derive(Debug, Clone, Copy, Default)]
pub struct QueuedFacts;

impl FactSink for QueuedFacts {
    fn prepare(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection
            .execute_batch("CREATE TABLE IF NOT EXISTS fact_queue (number INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL) STRICT")
    }

    fn apply(&self, connection: &Connection, fact: &Fact) -> rusqlite::Result<()> {
        let body = serde_json::to_string(fact).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        connection.prepare_cached("INSERT INTO fact_queue (body) VALUES (?1)")?.execute([body]).map(drop)
    }

    fn forget(&self, connection: &Connection, (erasure, sessions): (&Erasure, &[String]), now: Moment) -> rusqlite::Result<u64> {
        let mut statement = connection.prepare("SELECT number, body FROM fact_queue")?;
        let mut rows = statement.query([])?;
        let mut touched = Vec::new();
        while let Some(row) = rows.next()? {
            let fact: Option<Fact> = row.get_ref(1)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok());
            if let Some(fact) = fact.filter(|fact| erasure.concerns(fact, sessions)) {
                touched.push((row.get::<_, i64>(0)?, fact.nameless(now)));
            }
        }
        let count = touched.len() as u64;
        for (number, left) in touched {
            connection.prepare_cached("DELETE FROM fact_queue WHERE number = ?1")?.execute([number])?;
            left.map_or(Ok(()), |fact| self.apply(connection, &fact))?;
        }
        Ok(count)
    }
}

struct Waiting(usize);

impl Operation for Waiting {
    type Outcome = Vec<Queued>;

    fn run(&self, connection: &Connection) -> Result<Vec<Queued>, Fault> {
        let mut statement = connection.prepare_cached("SELECT number, body FROM fact_queue ORDER BY number LIMIT ?1")?;
        let rows = statement.query_map([i64::try_from(self.0).unwrap_or(i64::MAX)], |row| {
            let key = row.get::<_, i64>(0)?.to_string();
            let fact = row.get_ref(1)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok());
            Ok(fact.map_or(Queued::Damaged { key: key.clone() }, |fact| Queued::Fact { key, fact }))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

struct Forwarded(Vec<String>);

impl Operation for Forwarded {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        let mut statement = connection.prepare_cached("DELETE FROM fact_queue WHERE number = ?1")?;
        for key in &self.0 {
            statement.execute(params![key.parse::<i64>().unwrap_or(-1)])?;
        }
        Ok(())
    }
}

struct Depth;

impl Operation for Depth {
    type Outcome = u64;

    fn run(&self, connection: &Connection) -> Result<u64, Fault> {
        let rows: i64 = connection.prepare_cached("SELECT count(*) FROM fact_queue")?.query_row([], |row| row.get(0))?;
        Ok(rows.unsigned_abs())
    }
}

/// Only one `serve` works on a file, so facts need not be held for anyone.
impl FactQueue for Embedded {
    fn waiting(&self, most: usize, _hold: Duration) -> Pending<'_, Result<Vec<Queued>, StoreError>> {
        Box::pin(self.writer.perform(Waiting(most)))
    }

    fn forwarded(&self, keys: Vec<String>) -> Pending<'_, Result<(), StoreError>> {
        Box::pin(self.writer.perform(Forwarded(keys)))
    }

    fn depth(&self) -> Pending<'_, Result<u64, StoreError>> {
        Box::pin(self.writer.perform(Depth))
    }
}
