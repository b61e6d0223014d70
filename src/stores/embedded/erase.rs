//! Everything of one respondent goes; a seal stays.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};

use super::{FactSink, count, stored};
use crate::call::{Call, Moment};
use crate::ports::erasure::{self, Erasure, Removed, Traces};
use crate::ports::seal::{Seal, Sealer};
use crate::ports::store::Owner;
use crate::stores::file::{Fault, Operation};
use crate::stores::words;
use crate::survey::session::Session;

/// Later than the first schema: made in files that are there already.
pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS tombstones (
    seal         TEXT PRIMARY KEY,
    version      INTEGER NOT NULL,
    erased_at    INTEGER NOT NULL,
    opted_out_at INTEGER
) WITHOUT ROWID;";

/// What stands in the place of somebody who was erased.
#[derive(Debug, Default)]
pub(super) struct Tombstone {
    pub(super) version: u64,
    pub(super) erased_at: Option<i64>,
    pub(super) opted_out_at: Option<i64>,
}

pub(super) fn tombstone(connection: &Connection, sealer: &Sealer, of: Owner<'_>) -> rusqlite::Result<Tombstone> {
    let read = |row: &rusqlite::Row<'_>| Ok(Tombstone { version: count(row.get(0)?), erased_at: row.get(1)?, opted_out_at: row.get(2)? });
    let seal = sealer.seal(of.tenant, of.respondent);
    let mut statement = connection.prepare_cached("SELECT version, erased_at, opted_out_at FROM tombstones WHERE seal = ?1")?;
    Ok(statement.query_row([seal.as_str()], read).optional()?.unwrap_or_default())
}

/// What changes of somebody who was erased once and has come again shows in the tombstone too: it outlives them.
pub(super) fn follow(connection: &Connection, seal: &Seal, (version, opted_out_at): (u64, Option<i64>)) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE tombstones SET version = ?2, opted_out_at = ?3 WHERE seal = ?1")?
        .execute(params![seal.as_str(), stored(version), opted_out_at])
        .map(drop)
}

/// Never purged.
fn mark(connection: &Connection, call: &Call) -> rusqlite::Result<()> {
    let mark = erasure::mark(&call.account, &call.call_id);
    connection
        .prepare_cached("INSERT OR IGNORE INTO marks (key, created_at, reply) VALUES (?1, ?2, ?3)")?
        .execute(params![mark.key, i64::MAX, mark.reply])
        .map(drop)
}

/// Erases.
pub(super) struct Erase {
    pub(super) erasure: Erasure,
    pub(super) sealer: Sealer,
    pub(super) facts: Arc<dyn FactSink>,
    pub(super) now: Moment,
}

impl Operation for Erase {
    type Outcome = Traces;

    fn run(&self, connection: &Connection) -> Result<Traces, Fault> {
        let mut traces = self.sessions(connection)?;
        traces.removed.tasks = self.tasks(connection, &traces.sessions)?;
        for id in &traces.sessions {
            connection.prepare_cached("DELETE FROM messages WHERE session_id = ?1")?.execute([id])?;
            connection.prepare_cached("DELETE FROM sessions WHERE id = ?1")?.execute([id])?;
        }
        let facts = self.facts.forget(connection, (&self.erasure, &traces.sessions), self.now)?;
        traces.removed.count("facts", facts);
        self.bury(connection)?;
        Ok(traces)
    }
}

impl Erase {
    fn owner(&self) -> Owner<'_> {
        Owner { tenant: &self.erasure.tenant, respondent: &self.erasure.respondent }
    }

    fn number(&self) -> &str {
        self.erasure.respondent.expose()
    }

    fn sessions(&self, connection: &Connection) -> rusqlite::Result<Traces> {
        let mut statement = connection.prepare_cached("SELECT id, body FROM sessions WHERE tenant = ?1 AND respondent = ?2")?;
        let mut rows = statement.query([self.erasure.tenant.as_str(), self.number()])?;
        let (mut sessions, mut removed) = (Vec::new(), Removed::default());
        while let Some(row) = rows.next()? {
            sessions.push(row.get(0)?);
            // One that a newer version wrote goes uncounted.
            if let Some(session) = row.get_ref(1)?.as_str().ok().and_then(|body| serde_json::from_str::<Session>(body).ok()) {
                words::count(&session, &mut removed);
                mark(connection, &session.call)?;
            }
        }
        removed.sessions = sessions.len() as u64;
        Ok(Traces { sessions, removed })
    }

    /// Messages to them, confirmations among them, what their sessions wait for, and what is told of their answers and their consent.
    fn tasks(&self, connection: &Connection, sessions: &[String]) -> rusqlite::Result<u64> {
        let mut gone = connection
            .prepare_cached("DELETE FROM tasks WHERE tenant = ?1 AND respondent = ?2")?
            .execute([self.erasure.tenant.as_str(), self.number()])?;
        for session in sessions {
            gone += connection.prepare_cached("DELETE FROM tasks WHERE session_id = ?1")?.execute([session])?;
        }
        let needles = words::needles(&self.erasure, &self.sealer, sessions);
        let mut statement = connection.prepare("SELECT number, body FROM tasks WHERE session_id IS NULL AND respondent IS NULL")?;
        let mut rows = statement.query([])?;
        let mut named: Vec<i64> = Vec::new();
        while let Some(row) = rows.next()? {
            let body = row.get_ref(1)?.as_str().unwrap_or_default();
            if needles.iter().any(|needle| body.contains(needle.as_str())) {
                named.push(row.get(0)?);
            }
        }
        for number in named {
            gone += connection.prepare_cached("DELETE FROM tasks WHERE number = ?1")?.execute([number])?;
        }
        Ok(gone as u64)
    }

    fn bury(&self, connection: &Connection) -> rusqlite::Result<()> {
        let key = [self.erasure.tenant.as_str(), self.number()];
        let mut find = connection.prepare_cached("SELECT version, opted_out_at FROM respondents WHERE tenant = ?1 AND respondent = ?2")?;
        let person = find.query_row(key, |row| Ok((count(row.get(0)?), row.get::<_, Option<i64>>(1)?))).optional()?;
        let before = tombstone(connection, &self.sealer, self.owner())?;
        let opted_out_at = person.map_or(before.opted_out_at, |(_, opted_out_at)| opted_out_at);
        let version = person.map_or(0, |(version, _)| version).max(before.version).saturating_add(1);
        connection.prepare_cached("DELETE FROM respondents WHERE tenant = ?1 AND respondent = ?2")?.execute(key)?;
        let seal = self.sealer.seal(&self.erasure.tenant, &self.erasure.respondent);
        connection
            .prepare_cached("INSERT OR REPLACE INTO tombstones (seal, version, erased_at, opted_out_at) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![seal.as_str(), stored(version), self.now.millis(), opted_out_at])
            .map(drop)
    }
}
