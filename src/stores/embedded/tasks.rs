//! Tasks: added and dropped by a change, leased, settled.

use std::time::Duration;

use rusqlite::{Connection, params};

use super::{count, stored};
use crate::call::Moment;
use crate::phone::Respondent;
use crate::ports::store::{Leased, Outgoing, Purpose, RespondentChange, Settlement, StoreError, Task, TaskKind};
use crate::stores::file::{Fault, Operation};

const CONFIRMATIONS: i64 = 0;
const REST: i64 = 1;
/// In the order in which their tasks are handed out (promise P13: the STOP lane first).
pub(super) const LANES: [i64; 2] = [CONFIRMATIONS, REST];

/// The columns of a task that follow from its kind.
pub(super) struct Row {
    lane: i64,
    /// Tenant and number of a message that an opt-out drops.
    to: Option<(String, Respondent)>,
    body: String,
}

impl Row {
    pub(super) fn of(kind: &TaskKind) -> Result<Self, StoreError> {
        let body = serde_json::to_string(kind).map_err(|_| StoreError::Failed("a task cannot be written".to_owned()))?;
        Ok(match kind {
            TaskKind::Send(Outgoing { purpose: Purpose::Confirmation, .. }) => Self { lane: CONFIRMATIONS, to: None, body },
            TaskKind::Send(outgoing) => Self { lane: REST, to: Some((outgoing.tenant.clone(), outgoing.to.clone())), body },
            TaskKind::Expire | TaskKind::Notify(_) | TaskKind::Ticket(_) | TaskKind::Erase(_) => Self { lane: REST, to: None, body },
        })
    }
}

/// A task is added once: one whose id is there already stays as it is.
pub(super) fn add(connection: &Connection, task: &Task, row: &Row) -> rusqlite::Result<()> {
    let (tenant, respondent) = row.to.as_ref().map(|(tenant, to)| (tenant, to.expose())).unzip();
    connection
        .prepare_cached(
            "INSERT INTO tasks (id, session_id, lane, due, tenant, respondent, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO NOTHING",
        )?
        .execute(params![task.id, task.session_id, row.lane, task.due.millis(), tenant, respondent, row.body])
        .map(drop)
}

/// Tasks whose request may be on its way stay until their holder settles them, and do not come again after that.
pub(super) fn cancel_of_session(connection: &Connection, session: &str, now: Moment) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE tasks SET cancelled = 1 WHERE session_id = ?1 AND parked = 0 AND started = 1 AND lease_until > ?2")?
        .execute(params![session, now.millis()])?;
    connection
        .prepare_cached("DELETE FROM tasks WHERE session_id = ?1 AND parked = 0 AND cancelled = 0")?
        .execute(params![session])
        .map(drop)
}

pub(super) fn cancel_sends(connection: &Connection, to: &RespondentChange, now: Moment) -> rusqlite::Result<()> {
    let whose = params![to.tenant, to.respondent.expose(), now.millis()];
    connection
        .prepare_cached(
            "UPDATE tasks SET cancelled = 1 WHERE tenant = ?1 AND respondent = ?2 AND parked = 0 AND started = 1 AND lease_until > ?3",
        )?
        .execute(whose)?;
    connection
        .prepare_cached("DELETE FROM tasks WHERE tenant = ?1 AND respondent = ?2 AND parked = 0 AND cancelled = 0")?
        .execute(params![to.tenant, to.respondent.expose()])
        .map(drop)
}

/// Whether the holder of that fence is the last one and has not settled yet.
pub(super) fn is_held(connection: &Connection, task: &str, fence: u64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM tasks WHERE id = ?1 AND fence = ?2 AND lease_until IS NOT NULL AND parked = 0)")?
        .query_row(params![task, stored(fence)], |row| row.get(0))
}

/// Takes due tasks.
pub(super) struct Lease {
    pub(super) most: usize,
    pub(super) ttl: Duration,
    pub(super) now: Moment,
}

/// A due task and whether it was cancelled or its receiver has opted out meanwhile.
struct Candidate {
    number: i64,
    leased: Leased,
    unwanted: bool,
}

impl Operation for Lease {
    type Outcome = Vec<Leased>;

    fn run(&self, connection: &Connection) -> Result<Vec<Leased>, Fault> {
        let mut taken = Vec::new();
        for lane in LANES {
            self.take(connection, lane, &mut taken)?;
        }
        Ok(taken)
    }
}

impl Lease {
    /// Ends because every candidate is leased or dropped and so is none the next time.
    fn take(&self, connection: &Connection, lane: i64, taken: &mut Vec<Leased>) -> Result<(), Fault> {
        while taken.len() < self.most {
            let candidates = self.candidates(connection, lane, self.most - taken.len())?;
            if candidates.is_empty() {
                break;
            }
            for candidate in candidates {
                if candidate.unwanted {
                    connection.prepare_cached("DELETE FROM tasks WHERE number = ?1")?.execute([candidate.number])?;
                } else {
                    self.mark(connection, &candidate)?;
                    taken.push(candidate.leased);
                }
            }
        }
        Ok(())
    }

    fn candidates(&self, connection: &Connection, lane: i64, most: usize) -> Result<Vec<Candidate>, Fault> {
        let mut statement = connection.prepare_cached(
            "SELECT number, id, session_id, due, fence, attempt, started, body, cancelled = 1 OR EXISTS (SELECT 1 FROM respondents AS r
                 WHERE r.tenant = t.tenant AND r.respondent = t.respondent AND r.opted_out_at IS NOT NULL)
             FROM tasks AS t
             WHERE parked = 0 AND lane = ?1 AND due <= ?2 AND (lease_until IS NULL OR lease_until <= ?2)
             ORDER BY due, number LIMIT ?3",
        )?;
        let mut rows = statement.query(params![lane, self.now.millis(), i64::try_from(most).unwrap_or(i64::MAX)])?;
        let mut candidates = Vec::new();
        while let Some(row) = rows.next()? {
            candidates.push(candidate(row)?);
        }
        Ok(candidates)
    }

    fn mark(&self, connection: &Connection, candidate: &Candidate) -> rusqlite::Result<()> {
        connection
            .prepare_cached("UPDATE tasks SET lease_until = ?2, fence = ?3, attempt = ?4 WHERE number = ?1")?
            .execute(params![candidate.number, self.now.plus(self.ttl).millis(), stored(candidate.leased.fence), candidate.leased.attempt])
            .map(drop)
    }
}

fn candidate(row: &rusqlite::Row<'_>) -> Result<Candidate, Fault> {
    let id: String = row.get(1)?;
    let kind: TaskKind = serde_json::from_str(row.get_ref(7)?.as_str().unwrap_or_default())
        .map_err(|error| Fault::Unreadable(format!("task {id}, column {}", error.column())))?;
    let task = Task { id, session_id: row.get(2)?, due: Moment::from_millis(row.get(3)?), kind };
    let fence = count(row.get(4)?).saturating_add(1);
    let attempt = row.get::<_, u32>(5)?.saturating_add(1);
    let leased = Leased { task, fence, attempt, in_doubt: row.get(6)? };
    Ok(Candidate { number: row.get(0)?, leased, unwanted: row.get(8)? })
}

/// Says what became of a leased task.
pub(super) struct Settle {
    pub(super) task: String,
    pub(super) fence: u64,
    pub(super) to: Settlement,
}

impl Operation for Settle {
    type Outcome = bool;

    fn run(&self, connection: &Connection) -> Result<bool, Fault> {
        if !is_held(connection, &self.task, self.fence)? {
            return Ok(false);
        }
        let plain = |statement: &str| connection.prepare_cached(statement)?.execute([&self.task]);
        match self.to {
            Settlement::Started => plain("UPDATE tasks SET started = 1 WHERE id = ?1"),
            Settlement::Done => plain("DELETE FROM tasks WHERE id = ?1"),
            Settlement::Parked => plain("UPDATE tasks SET parked = 1 WHERE id = ?1"),
            // An earlier holder's doubt stays: this one has not begun, so it has cleared nothing.
            Settlement::Released => plain("UPDATE tasks SET lease_until = NULL, attempt = max(attempt - 1, 0) WHERE id = ?1"),
            Settlement::Postponed(due) => connection
                .prepare_cached("UPDATE tasks SET lease_until = NULL, attempt = max(attempt - 1, 0), due = ?2 WHERE id = ?1")?
                .execute(params![self.task, due.millis()]),
            Settlement::Retry(due) => retry(connection, &self.task, due),
        }?;
        Ok(true)
    }
}

/// A task that was cancelled while its request was on its way does not come again.
fn retry(connection: &Connection, task: &str, due: Moment) -> rusqlite::Result<usize> {
    let dropped = connection.prepare_cached("DELETE FROM tasks WHERE id = ?1 AND cancelled = 1")?.execute([task])?;
    if dropped > 0 {
        return Ok(dropped);
    }
    connection
        .prepare_cached("UPDATE tasks SET lease_until = NULL, started = 0, due = ?2 WHERE id = ?1")?
        .execute(params![task, due.millis()])
}
