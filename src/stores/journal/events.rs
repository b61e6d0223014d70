//! What waits for the shared store.

use rusqlite::{Connection, OptionalExtension, params};

use crate::call::Partition;
use crate::ports::journal::{Event, Kept};
use crate::ports::store::StoreError;
use crate::stores::file::{Fault, Operation};

pub(super) struct Keep {
    urgent: bool,
    partition: u8,
    at: i64,
    body: String,
}

impl Keep {
    pub(super) fn new(event: &Event) -> Result<Self, StoreError> {
        let body =
            serde_json::to_string(event).map_err(|_| StoreError::Failed("an event cannot be written into the journal".to_owned()))?;
        Ok(Self { urgent: event.urgent, partition: event.partition.number(), at: event.at.millis(), body })
    }
}

impl Operation for Keep {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        connection.prepare_cached("INSERT INTO events (urgent, partition, at, body) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            self.urgent,
            self.partition,
            self.at,
            self.body
        ])?;
        Ok(())
    }
}

pub(super) struct Waiting {
    pub(super) most: usize,
}

impl Operation for Waiting {
    type Outcome = Vec<Kept>;

    fn run(&self, connection: &Connection) -> Result<Vec<Kept>, Fault> {
        let mut statement =
            connection.prepare_cached("SELECT number, body FROM events WHERE aside IS NULL ORDER BY urgent DESC, number LIMIT ?1")?;
        let rows = statement.query_map([i64::try_from(self.most).unwrap_or(i64::MAX)], |row| {
            let event: Option<Event> = row.get_ref(1)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok());
            Ok(Kept { number: row.get::<_, i64>(0)?.unsigned_abs(), event })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Gives the partition of the event that is gone now, if it was there.
pub(super) struct Settle(pub(super) u64);

impl Operation for Settle {
    type Outcome = Option<Partition>;

    fn run(&self, connection: &Connection) -> Result<Option<Partition>, Fault> {
        let gone = "DELETE FROM events WHERE number = ?1 AND aside IS NULL RETURNING partition";
        Ok(connection.prepare_cached(gone)?.query_row([self.0.cast_signed()], partition).optional()?)
    }
}

pub(super) struct Aside {
    pub(super) number: u64,
    pub(super) reason: String,
}

impl Operation for Aside {
    type Outcome = Option<Partition>;

    fn run(&self, connection: &Connection) -> Result<Option<Partition>, Fault> {
        let put = "UPDATE events SET aside = ?2 WHERE number = ?1 AND aside IS NULL RETURNING partition";
        Ok(connection.prepare_cached(put)?.query_row(params![self.number.cast_signed(), self.reason], partition).optional()?)
    }
}

/// The partition of each event that waits.
pub(super) fn partitions(connection: &Connection) -> rusqlite::Result<Vec<Partition>> {
    connection.prepare("SELECT partition FROM events WHERE aside IS NULL")?.query_map([], partition)?.collect()
}

pub(super) fn partition(row: &rusqlite::Row<'_>) -> rusqlite::Result<Partition> {
    row.get::<_, u8>(0).map(Partition::from)
}
