//! The journal as people look at it, beside a running gateway.

use std::path::Path;

use rusqlite::Connection;
use serde::Serialize;

use crate::call::Moment;
use crate::ports::journal::Event;
use crate::stores::file::{OpenError, beside, reader};

/// What a journal holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contents {
    /// This gateway's name.
    pub node: String,
    /// The epoch of the shared store that all entries are in; empty if it has met none.
    pub epoch: String,
    /// Changes of the last two days, kept for a shared store that loses them.
    pub entries: u64,
    /// Events that wait for the shared store.
    pub waiting: u64,
    /// The oldest of them.
    pub oldest: Option<Moment>,
    /// Events that can never be carried out.
    pub set_aside: Vec<SetAside>,
}

/// An event that was set aside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SetAside {
    /// Its number.
    pub number: u64,
    /// When it was accepted.
    pub at: Moment,
    /// The account and route that it came in on, where it can be read.
    pub account: Option<String>,
    /// The route.
    pub route: Option<&'static str>,
    /// Why it cannot be carried out.
    pub reason: String,
}

/// Reads a journal without changing it.
///
/// # Errors
/// [`OpenError`], with the file's path.
pub fn contents(path: &Path) -> Result<Contents, OpenError> {
    let connection = reader(path)?;
    read(&connection).map_err(|error| OpenError::Failed { path: path.to_owned(), reason: error.to_string() })
}

fn read(connection: &Connection) -> rusqlite::Result<Contents> {
    let ((node, epoch), entries) = connection.query_row("SELECT id, epoch, (SELECT count(*) FROM entries) FROM node", [], |row| {
        Ok(((row.get(0)?, row.get(1)?), row.get::<_, i64>(2)?.unsigned_abs()))
    })?;
    let (waiting, oldest) = connection.query_row("SELECT count(*), min(at) FROM events WHERE aside IS NULL", [], |row| {
        Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, Option<i64>>(1)?.map(Moment::from_millis)))
    })?;
    let mut statement = connection.prepare("SELECT number, at, aside, body FROM events WHERE aside IS NOT NULL ORDER BY number")?;
    let set_aside = statement.query_map([], |row| {
        let event: Option<Event> = row.get_ref(3)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok());
        Ok(SetAside {
            number: row.get::<_, i64>(0)?.unsigned_abs(),
            at: Moment::from_millis(row.get(1)?),
            account: event.as_ref().map(|event| event.account.clone()),
            route: event.map(|event| event.errand.hook.name()),
            reason: row.get(2)?,
        })
    })?;
    Ok(Contents { node, epoch, entries, waiting, oldest, set_aside: set_aside.collect::<Result<_, _>>()? })
}

/// Lets events that were set aside wait again; a running gateway tries them within seconds. Gives their number.
///
/// # Errors
/// [`OpenError`], with the file's path.
pub fn take_up_again(path: &Path) -> Result<usize, OpenError> {
    let failed = |error: rusqlite::Error| OpenError::Failed { path: path.to_owned(), reason: error.to_string() };
    let connection = beside(path)?;
    connection.execute("UPDATE events SET aside = NULL WHERE aside IS NOT NULL", []).map_err(failed)
}
