//! What is read beside the writer, each in one snapshot.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Deserialize;

use super::count;

use crate::call::Moment;
use crate::ports::seal::Sealer;
use crate::ports::store::{CallQuery, Dossier, Health, KnownCall, Mark, Owner, SessionKey, StoreError};
use crate::stores::file::{Fault, OpenError, reader};
use crate::survey::model::SurveyKey;
use crate::survey::session::{SCHEMA, Session};

/// Read-only connections. A point read takes some microseconds from pages that the system holds in memory, less than handing it
/// to another thread and back; and with a WAL readers never wait for the writer. So `session` and `dossier` read on the calling
/// thread, under a lock that is held for just that long. Counting takes longer: it has a connection of its own.
#[derive(Debug)]
pub(super) struct Readers {
    quick: [Mutex<Connection>; 2],
    slow: Arc<Mutex<Connection>>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Self, OpenError> {
        let reader = || reader(path).map(Mutex::new);
        Ok(Self { quick: [reader()?, reader()?], slow: Arc::new(reader()?) })
    }

    /// Reads on the calling thread.
    pub(super) fn quickly<T>(&self, read: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        Ok(read(&self.quick_one())?)
    }

    /// Reads on a thread that may block.
    pub(super) async fn slowly<T, R>(&self, read: R) -> Result<T, StoreError>
    where
        T: Send + 'static,
        R: FnOnce(&Connection) -> Result<T, Fault> + Send + 'static,
    {
        let slow = Arc::clone(&self.slow);
        let work = tokio::task::spawn_blocking(move || read(&lock(&slow)));
        Ok(work.await.map_err(|_| StoreError::Failed("a read was broken off".to_owned()))??)
    }

    fn quick_one(&self) -> MutexGuard<'_, Connection> {
        let [first, second] = &self.quick;
        first.try_lock().unwrap_or_else(|_| lock(second))
    }
}

/// A panic while reading leaves nothing half done in a read-only connection.
fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs several reads in one snapshot.
fn in_snapshot<T>(connection: &Connection, read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    connection.prepare_cached("BEGIN")?.execute([])?;
    let _snapshot = Snapshot(connection);
    read()
}

/// An open read transaction; it ends with the block, also by a panic, because an old snapshot keeps the WAL from being reused.
struct Snapshot<'a>(&'a Connection);

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        if let Err(error) = self.0.prepare_cached("COMMIT").and_then(|mut statement| statement.execute([])) {
            tracing::warn!(%error, "a read could not be ended");
        }
    }
}

pub(super) fn session(connection: &Connection, key: SessionKey<'_>) -> Result<Option<Session>, Fault> {
    let (statement, keys) = match key {
        SessionKey::Id(id) => ("SELECT body FROM sessions WHERE id = ?1", [Some(id), None]),
        SessionKey::Call { account, call_id } => {
            ("SELECT body FROM sessions WHERE account = ?1 AND call_id = ?2", [Some(account), Some(call_id)])
        }
        SessionKey::Message { account, message_id } => (
            "SELECT body FROM sessions WHERE id = (SELECT session_id FROM messages WHERE account = ?1 AND message_id = ?2)",
            [Some(account), Some(message_id)],
        ),
    };
    let mut statement = connection.prepare_cached(statement)?;
    let mut rows = statement.query(rusqlite::params_from_iter(keys.into_iter().flatten()))?;
    rows.next()?.map(decode).transpose()
}

/// Reads a body in place. A newer schema is refused even where it would parse.
fn decode(row: &Row<'_>) -> Result<Session, Fault> {
    #[derive(Deserialize)]
    struct Head {
        schema: u16,
    }
    let body = row.get_ref(0)?.as_str().unwrap_or_default();
    let newer = |schema: u16| Fault::Unreadable(format!("a session of schema {schema}; this version knows {SCHEMA}"));
    match serde_json::from_str::<Session>(body) {
        Ok(session) if session.schema <= SCHEMA => Ok(session),
        Ok(session) => Err(newer(session.schema)),
        Err(error) => match serde_json::from_str::<Head>(body) {
            Ok(head) if head.schema > SCHEMA => Err(newer(head.schema)),
            _ => Err(Fault::Unreadable(format!("a session, column {}", error.column()))),
        },
    }
}

pub(super) fn known_call(connection: &Connection, sealer: &Sealer, call: CallQuery<'_>) -> Result<KnownCall, Fault> {
    in_snapshot(connection, || {
        let found = session(connection, SessionKey::Call { account: call.account, call_id: call.call_id })?;
        let dossier = match (&found, call.caller) {
            (None, Some(caller)) => whole_dossier(connection, sealer, (caller, call.since))?,
            _ => Dossier::default(),
        };
        let id = found.as_ref().map_or(call.candidate, |session| &session.id).to_owned();
        Ok(KnownCall { id, session: found, dossier })
    })
}

/// Whose dossier, the answer to which mark, and since when.
type Asked<'a> = (Owner<'a>, Option<&'a Mark>, Moment);

pub(super) fn dossier(connection: &Connection, sealer: &Sealer, (of, mark, since): Asked<'_>) -> Result<Dossier, Fault> {
    in_snapshot(connection, || {
        let mut dossier = whole_dossier(connection, sealer, (of, since))?;
        if let Some(mark) = mark {
            dossier.seen = reply(connection, &mark.key)?;
        }
        Ok(dossier)
    })
}

fn whole_dossier(connection: &Connection, sealer: &Sealer, (of, since): (Owner<'_>, Moment)) -> Result<Dossier, Fault> {
    let dossier = person(connection, sealer, (of, since))?;
    Ok(Dossier { sessions: sessions(connection, of, since)?, ..dossier })
}

/// What was answered when the mark was first seen.
pub(super) fn reply(connection: &Connection, mark: &str) -> rusqlite::Result<Option<String>> {
    connection.prepare_cached("SELECT reply FROM marks WHERE key = ?1")?.query_row([mark], |row| row.get(0)).optional()
}

/// Of somebody who was erased once as much as the tombstone says; what they have done since stands beside it.
fn person(connection: &Connection, sealer: &Sealer, (of, since): (Owner<'_>, Moment)) -> Result<Dossier, Fault> {
    let mut statement =
        connection.prepare_cached("SELECT version, opted_out_at, invitations FROM respondents WHERE tenant = ?1 AND respondent = ?2")?;
    let mut rows = statement.query([of.tenant, of.respondent.expose()])?;
    let moment = |at: Option<i64>| at.map(Moment::from_millis);
    let tombstone = super::erase::tombstone(connection, sealer, of)?;
    let erased_at = moment(tombstone.erased_at);
    let Some(row) = rows.next()? else {
        return Ok(Dossier { version: tombstone.version, opted_out_at: moment(tombstone.opted_out_at), erased_at, ..Dossier::default() });
    };
    let invitations = invitations(row.get_ref(2)?.as_str().unwrap_or_default())?;
    Ok(Dossier {
        version: count(row.get(0)?).max(tombstone.version),
        opted_out_at: moment(row.get(1)?),
        erased_at,
        invitations: invitations.into_iter().map(Moment::from_millis).filter(|at| *at >= since).collect(),
        ..Dossier::default()
    })
}

pub(super) fn invitations(column: &str) -> Result<Vec<i64>, Fault> {
    serde_json::from_str(column).map_err(|_| Fault::Unreadable("a respondent's invitations".to_owned()))
}

fn sessions(connection: &Connection, of: Owner<'_>, since: Moment) -> Result<Vec<Session>, Fault> {
    // What is too old is left out here: as a bound parameter it would make SQLite plan anew for each value.
    let mut statement = connection
        .prepare_cached("SELECT body, ended_at FROM sessions WHERE tenant = ?1 AND respondent = ?2 ORDER BY created_at DESC LIMIT 50")?;
    let mut rows = statement.query(params![of.tenant, of.respondent.expose()])?;
    let mut sessions = Vec::new();
    while let Some(row) = rows.next()? {
        let ended: Option<i64> = row.get(1)?;
        if ended.is_none_or(|ended| ended >= since.millis()) {
            sessions.push(decode(row)?);
        }
    }
    // Of the same moment in the order of ids; SQLite would need a table of its own for that.
    sessions.sort_by(|one, other| (other.created_at, &other.id).cmp(&(one.created_at, &one.id)));
    Ok(sessions)
}

/// All kept definitions as (key, source text).
pub(super) fn definitions(connection: &Connection) -> Result<Vec<(SurveyKey, String)>, Fault> {
    let mut statement = connection.prepare_cached("SELECT id, version, digest, source FROM definitions ORDER BY id, version, digest")?;
    let rows = statement.query_map([], |row| {
        let key = SurveyKey { id: row.get(0)?, version: row.get(1)?, digest: row.get(2)? };
        Ok((key, row.get(3)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Each number comes from an index alone.
pub(super) fn health(connection: &Connection, now: Moment) -> Result<Health, Fault> {
    in_snapshot(connection, || {
        let number = |statement: &str| -> rusqlite::Result<u64> {
            let mut statement = connection.prepare_cached(statement)?;
            let timed = statement.parameter_count() == 1;
            let parameters = timed.then_some(now.millis());
            statement.query_row(rusqlite::params_from_iter(parameters), |row| row.get(0)).map(count)
        };
        let unsettled = number("SELECT count(*) FROM tasks WHERE parked = 0")?;
        let leased = number("SELECT count(*) FROM tasks WHERE lease_until > ?1 AND parked = 0")?;
        Ok(Health {
            waiting: unsettled.saturating_sub(leased),
            leased,
            parked: number("SELECT count(*) FROM tasks WHERE lease_until IS NOT NULL AND parked = 1")?,
            oldest_due_seconds: oldest_due(connection, now)?,
            open_sessions: number("SELECT count(*) FROM sessions WHERE ended_at IS NULL")?,
        })
    })
}

fn oldest_due(connection: &Connection, now: Moment) -> rusqlite::Result<u64> {
    let mut statement = connection.prepare_cached(
        "SELECT due FROM tasks WHERE parked = 0 AND lane = ?1 AND due <= ?2 AND (lease_until IS NULL OR lease_until <= ?2)
         ORDER BY due LIMIT 1",
    )?;
    let mut oldest = 0;
    for lane in super::tasks::LANES {
        let due = statement.query_row(params![lane, now.millis()], |row| row.get(0)).optional()?;
        oldest = oldest.max(due.map_or(0, |due| now.seconds_since(Moment::from_millis(due))));
    }
    Ok(oldest)
}

pub(super) fn awaits(connection: &Connection, tasks: &[String]) -> Result<bool, Fault> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM tasks WHERE id = ?1")?;
    for task in tasks {
        if statement.exists([task])? {
            return Ok(true);
        }
    }
    Ok(false)
}
