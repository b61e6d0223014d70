//! What this node has written into the shared store.

use std::sync::Arc;

use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

use super::JournalFile;
use crate::call::Moment;
use crate::ports::store::{Change, Settlement, StoreError};
use crate::stores::file::{Fault, Operation};

/// What an entry writes again.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Redo<'a> {
    /// A change.
    Change(&'a Change),
    /// What became of a task.
    Settlement {
        /// The task.
        task: &'a str,
        /// Its holder's fence.
        fence: u64,
        /// What became of it.
        to: Settlement,
    },
}

impl Redo<'_> {
    /// Whether it says that someone opted out or in.
    pub(super) fn is_consent(&self) -> bool {
        matches!(self, Self::Change(change) if change.respondent.as_ref().is_some_and(|named| named.opted_out.is_some()))
    }

    pub(super) fn written(&self) -> Result<String, StoreError> {
        serde_json::to_string(self).map_err(|_| StoreError::Failed("a change cannot be written into the journal".to_owned()))
    }
}

/// A [`Redo`] as it is read back.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Again {
    /// A change.
    Change(Box<Change>),
    /// What became of a task.
    Settlement {
        /// The task.
        task: String,
        /// Its holder's fence.
        fence: u64,
        /// What became of it.
        to: Settlement,
    },
}

/// An entry as it is read back.
#[derive(Debug)]
pub struct Logged {
    /// Its number.
    pub number: u64,
    /// `None` if this version cannot read it.
    pub again: Option<Again>,
}

impl Logged {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let again = row.get_ref(1)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok());
        Ok(Self { number: row.get::<_, i64>(0)?.unsigned_abs(), again })
    }
}

/// An entry in hand. Dropping it leaves its fate unknown, for whoever looks after that.
#[derive(Debug)]
pub struct Entry {
    journal: Arc<JournalFile>,
    number: u64,
    settled: bool,
}

impl std::fmt::Debug for JournalFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JournalFile")
    }
}

impl Entry {
    pub(super) fn new(journal: Arc<JournalFile>, number: u64) -> Self {
        Self { journal, number, settled: false }
    }

    /// Its effect is in the shared store.
    pub fn confirm(mut self) {
        self.settled = true;
        self.journal.confirm(self.number);
    }

    /// It has had no effect there and never will.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be deleted; then its fate stays unknown.
    pub async fn forget(mut self) -> Result<(), StoreError> {
        self.journal.forget(self.number).await?;
        self.settled = true;
        Ok(())
    }

    pub(super) fn was_not_written(&self) {
        self.journal.confirm(self.number);
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        if !self.settled {
            self.journal.leave(self.number);
        }
    }
}

pub(super) struct Append {
    pub(super) number: u64,
    pub(super) at: Moment,
    pub(super) consent: bool,
    pub(super) body: String,
    pub(super) confirmed: u64,
}

impl Operation for Append {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        connection.prepare_cached("INSERT INTO entries (number, at, consent, body) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            self.number.cast_signed(),
            self.at.millis(),
            self.consent,
            self.body
        ])?;
        // Not with each entry: what is confirmed and not written down as such is only looked at once more after a crash.
        if self.number.is_multiple_of(CONFIRM_EVERY) {
            connection.prepare_cached("UPDATE node SET confirmed = ?1 WHERE confirmed < ?1")?.execute([self.confirmed.cast_signed()])?;
        }
        Ok(())
    }
}

/// How often it is written down up to where entries are confirmed, in entries.
const CONFIRM_EVERY: u64 = 64;

pub(super) struct Forget(pub(super) u64);

impl Operation for Forget {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        connection.prepare_cached("DELETE FROM entries WHERE number = ?1")?.execute([self.0.cast_signed()])?;
        Ok(())
    }
}

pub(super) struct Named(pub(super) Vec<u64>);

impl Operation for Named {
    type Outcome = Vec<Logged>;

    fn run(&self, connection: &Connection) -> Result<Vec<Logged>, Fault> {
        let mut statement = connection.prepare_cached("SELECT number, body FROM entries WHERE number = ?1")?;
        let mut found = Vec::new();
        for number in &self.0 {
            found.extend(statement.query_map([number.cast_signed()], Logged::of)?.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }
}

pub(super) struct Load {
    pub(super) before: u64,
    pub(super) most: usize,
}

impl Operation for Load {
    type Outcome = Vec<Logged>;

    fn run(&self, connection: &Connection) -> Result<Vec<Logged>, Fault> {
        let mut statement =
            connection.prepare_cached("SELECT number, body FROM entries WHERE number < ?1 ORDER BY number DESC LIMIT ?2")?;
        let before = i64::try_from(self.before).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![before, i64::try_from(self.most).unwrap_or(i64::MAX)], Logged::of)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

pub(super) struct Prune {
    pub(super) before: Moment,
    pub(super) below: u64,
    pub(super) most: usize,
}

impl Operation for Prune {
    type Outcome = usize;

    fn run(&self, connection: &Connection) -> Result<usize, Fault> {
        let below = i64::try_from(self.below).unwrap_or(i64::MAX);
        // Written down first, so that a deleted number is never given out again.
        connection.prepare_cached("UPDATE node SET confirmed = ?1 WHERE confirmed < ?1")?.execute([below.saturating_sub(1)])?;
        let most = i64::try_from(self.most).unwrap_or(i64::MAX);
        // Entries lie in the order of their times, but for a clock that was put back: an index would cost each entry a write.
        let old = connection
            .prepare_cached(
                "SELECT number, consent FROM (SELECT number, consent, at FROM entries WHERE number < ?2 ORDER BY number LIMIT ?3) WHERE at < ?1",
            )?
            .query_map(params![self.before.millis(), below, most], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(i64, bool)>, _>>()?;
        for (number, is_consent) in &old {
            if *is_consent {
                let find = "SELECT body FROM entries WHERE number = ?1";
                let body: String = connection.prepare_cached(find)?.query_row([number], |row| row.get(0))?;
                remember_consent(connection, &body)?;
            }
            connection.prepare_cached("DELETE FROM entries WHERE number = ?1")?.execute([number])?;
        }
        if !old.is_empty() {
            connection.execute_batch("PRAGMA incremental_vacuum(256)")?;
        }
        Ok(old.len())
    }
}

/// Of an entry that goes, who opted out or in stays; its words do not.
fn remember_consent(connection: &Connection, body: &str) -> Result<(), Fault> {
    let Ok(Again::Change(change)) = serde_json::from_str(body) else { return Ok(()) };
    let Some(named) = change.respondent else { return Ok(()) };
    let (tenant, respondent) = (named.tenant.clone(), named.respondent.expose().to_owned());
    let kept = Change { partition: change.partition, respondent: Some(named), now: change.now, ..Change::default() };
    let body = Redo::Change(&kept).written().map_err(|error| Fault::Unreadable(error.to_string()))?;
    connection
        .prepare_cached(
            "INSERT INTO consents (tenant, respondent, at, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (tenant, respondent) DO UPDATE SET at = excluded.at, body = excluded.body WHERE excluded.at >= consents.at",
        )?
        .execute(params![tenant, respondent, change.now.millis(), body])?;
    Ok(())
}

/// Tenant and number of someone who opted out or in.
pub type Whose = (String, String);

/// Who opted out or in longer ago than entries are kept, in groups.
pub(super) struct Consents {
    pub(super) after: Whose,
    pub(super) most: usize,
}

impl Operation for Consents {
    type Outcome = Vec<(Whose, Option<Again>)>;

    fn run(&self, connection: &Connection) -> Result<Self::Outcome, Fault> {
        let mut statement = connection.prepare_cached(
            "SELECT tenant, respondent, body FROM consents WHERE (tenant, respondent) > (?1, ?2) ORDER BY tenant, respondent LIMIT ?3",
        )?;
        let most = i64::try_from(self.most).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![self.after.0, self.after.1, most], |row| {
            let again = row.get_ref(2)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok());
            Ok(((row.get(0)?, row.get(1)?), again))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

pub(super) fn numbers_above(connection: &Connection, confirmed: u64) -> rusqlite::Result<Vec<u64>> {
    let mut statement = connection.prepare("SELECT number FROM entries WHERE number > ?1 ORDER BY number")?;
    statement.query_map([confirmed.cast_signed()], |row| row.get::<_, i64>(0).map(i64::unsigned_abs))?.collect()
}
