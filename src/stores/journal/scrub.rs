//! What the journal holds of somebody who was erased goes: of entries the mark against repetition stays, and of the person a tombstone, so
//! that a shared store that loses everything gets that back, and not them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, params};

use super::JournalFile;
use super::entries::{Again, Redo};
use crate::call::{Moment, Partition};
use crate::phone::Respondent;
use crate::ports::erasure;
use crate::ports::journal::Event;
use crate::ports::provider::Inbound;
use crate::ports::report::Fact;
use crate::ports::seal::{Seal, Sealer};
use crate::ports::store::{Change, StoreError, Task, TaskKind};
use crate::stores::file::{Fault, Operation, beside, reader, truncate};
use crate::stores::shared::Tombstone;

/// Later than the first schema: made in files that are there already. `clean`: nothing of theirs is in this file any more.
pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS tombstones (
    seal         TEXT PRIMARY KEY,
    tenant       TEXT NOT NULL,
    partition    INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    opted_out_at INTEGER,
    sessions     TEXT NOT NULL,
    clean        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;";

/// Gateways' clocks may differ by so much: what another one has written so long after an erasure by its own clock was before it.
const SKEW: Duration = Duration::from_secs(300);

/// The tombstones that this node knows, and whether its journal is clean of each.
#[derive(Debug, Default)]
pub(super) struct Graves(Mutex<BTreeMap<Seal, (Tombstone, bool)>>);

impl Graves {
    pub(super) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut statement = connection.prepare("SELECT seal, tenant, partition, at, opted_out_at, clean, sessions FROM tombstones")?;
        let rows = statement.query_map([], |row| {
            let tombstone = Tombstone {
                seal: Seal::stored(row.get(0)?),
                tenant: row.get(1)?,
                partition: row.get::<_, u8>(2).map(Partition::from)?,
                at: Moment::from_millis(row.get(3)?),
                opted_out_at: row.get::<_, Option<i64>>(4)?.map(Moment::from_millis),
                sessions: serde_json::from_str(row.get_ref(6)?.as_str()?).unwrap_or_default(),
            };
            Ok((tombstone.seal.clone(), (tombstone, row.get(5)?)))
        })?;
        Ok(Self(Mutex::new(rows.collect::<Result<_, _>>()?)))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Seal, (Tombstone, bool)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was found of somebody in the journal, and taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scrubbed {
    /// Entries and events.
    pub removed: u64,
    /// Whose number it was.
    pub respondent: Option<Respondent>,
    /// Events of theirs that wait, or an erasure that is not finished: there will be more to take out.
    pub waits: bool,
}

/// Whose traces are looked for.
struct Search<'a> {
    sealer: &'a Sealer,
    tombstone: &'a Tombstone,
    /// Erasures that are not finished: their task stays.
    unfinished: &'a [String],
}

/// What is to be done to the file.
#[derive(Debug, Clone, Default)]
struct Findings {
    /// Entries by number, with what stays of each.
    entries: Vec<(i64, Option<String>)>,
    consents: Vec<String>,
    events: Vec<i64>,
    scrubbed: Scrubbed,
}

impl Search<'_> {
    fn run(&self, connection: &Connection) -> rusqlite::Result<Findings> {
        let mut found = Findings::default();
        self.entries(connection, &mut found)?;
        self.consents(connection, &mut found)?;
        self.events(connection, &mut found)?;
        found.scrubbed.removed = (found.entries.len() + found.consents.len() + found.events.len()) as u64;
        Ok(found)
    }

    fn is_them(&self, tenant: &str, respondent: &Respondent) -> bool {
        tenant == self.tombstone.tenant && self.sealer.seal(tenant, respondent) == self.tombstone.seal
    }

    fn is_before(&self, at: Moment) -> bool {
        at <= self.tombstone.at.plus(SKEW)
    }

    fn entries(&self, connection: &Connection, found: &mut Findings) -> rusqlite::Result<()> {
        // A change begins with its partition.
        let begin = format!("{{\"change\":{{\"partition\":{},%", self.tombstone.partition.number());
        let mut statement = connection.prepare("SELECT number, body FROM entries WHERE body LIKE ?1 ORDER BY number")?;
        let mut rows = statement.query([begin])?;
        while let Some(row) = rows.next()? {
            let again = row.get_ref(1)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok());
            let Some(Again::Change(change)) = again else { continue };
            let whose = self.whose(&change);
            if !self.is_before(change.now) || whose.is_none() && !self.is_about_their_ticket(&change) {
                continue;
            }
            found.scrubbed.respondent = whose.or(found.scrubbed.respondent.take());
            let left = self.left(*change);
            found.scrubbed.waits |= left.tasks.iter().any(|task| matches!(task.kind, TaskKind::Erase(_)));
            let stays = left.mark.is_some() || !left.tasks.is_empty() || !left.facts.is_empty();
            let body = stays.then(|| Redo::Change(&left).written().ok()).flatten();
            found.entries.push((row.get(0)?, body));
        }
        Ok(())
    }

    /// Their number, if a change names them.
    fn whose(&self, change: &Change) -> Option<Respondent> {
        let named = change.respondent.iter().map(|named| (named.tenant.as_str(), &named.respondent));
        let called = change.sessions.iter().filter_map(|session| Some((session.call.tenant.as_str(), session.call.respondent.as_ref()?)));
        let told = change.facts.iter().filter_map(Fact::person).map(|(tenant, respondent, _)| (tenant, respondent));
        let addressed = change.tasks.iter().filter_map(addressee);
        let mut all = named.chain(called).chain(told).chain(addressed);
        all.find(|(tenant, respondent)| self.is_them(tenant, respondent)).map(|(_, respondent)| respondent.clone())
    }

    /// Whether it may hold notes about them.
    fn is_about_their_ticket(&self, change: &Change) -> bool {
        let theirs = |fact: &Fact| matches!(fact, Fact::Ticket(ticket) if self.tombstone.sessions.contains(&ticket.session_id) && !ticket.notes.is_empty());
        change.facts.iter().any(theirs)
    }

    /// What of a change names nobody.
    fn left(&self, change: Change) -> Change {
        let stays = |task: &Task| match task.kind {
            TaskKind::Ticket(_) => true,
            TaskKind::Erase(_) => self.unfinished.contains(&task.id),
            TaskKind::Send(_) | TaskKind::Expire | TaskKind::Notify(_) => false,
        };
        let tasks = change.tasks.into_iter().filter(stays).collect();
        let tickets = change.facts.into_iter().filter(|fact| matches!(fact, Fact::Ticket(_)));
        let facts = tickets.filter_map(|ticket| ticket.nameless(self.tombstone.at.plus(SKEW))).collect();
        let told = || change.sessions.first().map(|session| erasure::mark(&session.call.account, &session.call.call_id));
        Change { partition: change.partition, mark: change.mark.or_else(told), tasks, facts, now: change.now, ..Change::default() }
    }

    fn consents(&self, connection: &Connection, found: &mut Findings) -> rusqlite::Result<()> {
        let mut statement = connection.prepare("SELECT respondent, at FROM consents WHERE tenant = ?1")?;
        let mut rows = statement.query([&self.tombstone.tenant])?;
        while let Some(row) = rows.next()? {
            let (number, at): (String, i64) = (row.get(0)?, row.get(1)?);
            let Ok(respondent) = Respondent::parse(&number) else { continue };
            if self.is_before(Moment::from_millis(at)) && self.is_them(&self.tombstone.tenant, &respondent) {
                found.scrubbed.respondent = Some(respondent);
                found.consents.push(number);
            }
        }
        Ok(())
    }

    /// Events that wait are carried out first: a STOP among them must hold. Those that never will be go.
    fn events(&self, connection: &Connection, found: &mut Findings) -> rusqlite::Result<()> {
        let mut statement = connection.prepare("SELECT number, body, aside IS NOT NULL FROM events WHERE partition = ?1")?;
        let mut rows = statement.query([self.tombstone.partition.number()])?;
        while let Some(row) = rows.next()? {
            let Some(event) = row.get_ref(1)?.as_str().ok().and_then(|body| serde_json::from_str::<Event>(body).ok()) else { continue };
            if !self.is_before(event.at) || !sender(&event).is_some_and(|sender| self.is_them(&self.tombstone.tenant, sender)) {
                continue;
            }
            if row.get(2)? { found.events.push(row.get(0)?) } else { found.scrubbed.waits = true }
        }
        Ok(())
    }
}

/// To whom a task goes.
fn addressee(task: &Task) -> Option<(&str, &Respondent)> {
    match &task.kind {
        TaskKind::Send(outgoing) => Some((&outgoing.tenant, &outgoing.to)),
        TaskKind::Erase(erasure) => Some((&erasure.tenant, &erasure.respondent)),
        TaskKind::Expire | TaskKind::Notify(_) | TaskKind::Ticket(_) => None,
    }
}

/// From whom an event comes, where it says so.
fn sender(event: &Event) -> Option<&Respondent> {
    match &event.errand.inbound {
        Inbound::Call(report) => report.call.respondent.as_ref(),
        Inbound::Message(message) => Some(&message.from),
        Inbound::PlacedCall(placed) => placed.call.respondent.as_ref(),
        Inbound::Keys(_) | Inbound::Recording { .. } | Inbound::LineDown { .. } | Inbound::Receipt(_) | Inbound::Nothing => None,
    }
}

/// Takes it out.
struct TakeOut {
    tenant: String,
    findings: Findings,
}

impl Operation for TakeOut {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        for (number, left) in &self.findings.entries {
            match left {
                Some(body) => connection
                    .prepare_cached("UPDATE entries SET body = ?2, consent = 0 WHERE number = ?1")?
                    .execute(params![number, body])?,
                None => connection.prepare_cached("DELETE FROM entries WHERE number = ?1")?.execute([number])?,
            };
        }
        for number in &self.findings.consents {
            connection
                .prepare_cached("DELETE FROM consents WHERE tenant = ?1 AND respondent = ?2")?
                .execute(params![self.tenant, number])?;
        }
        for number in &self.findings.events {
            connection.prepare_cached("DELETE FROM events WHERE number = ?1 AND aside IS NOT NULL")?.execute([number])?;
        }
        Ok(())
    }
}

struct Bury {
    tombstone: Tombstone,
    clean: bool,
}

impl Operation for Bury {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        let Tombstone { seal, tenant, partition, at, opted_out_at, sessions } = &self.tombstone;
        let put = "INSERT OR REPLACE INTO tombstones (seal, tenant, partition, at, opted_out_at, sessions, clean)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let sessions = serde_json::to_string(sessions).unwrap_or_else(|_| "[]".to_owned());
        let (seal, partition, at, out) = (seal.as_str(), partition.number(), at.millis(), opted_out_at.map(Moment::millis));
        connection.prepare_cached(put)?.execute(params![seal, tenant, partition, at, out, sessions, self.clean])?;
        Ok(())
    }
}

/// Takes somebody out of a journal beside the gateway that owns it.
///
/// # Errors
/// [`StoreError`] if the file cannot be read or written, or somebody reads in it all the time.
pub fn forget(path: &Path, sealer: &Sealer, tombstone: &Tombstone) -> Result<Scrubbed, StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from(Fault::from(error));
    let connection = beside(path).map_err(|error| StoreError::Failed(error.to_string()))?;
    let findings = Search { sealer, tombstone, unfinished: &[] }.run(&connection).map_err(failed)?;
    let scrubbed = findings.scrubbed.clone();
    connection.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
    TakeOut { tenant: tombstone.tenant.clone(), findings }.run(&connection)?;
    connection.execute_batch("COMMIT").map_err(failed)?;
    if truncate(&connection).map_err(failed)? { Ok(scrubbed) } else { Err(StoreError::Busy) }
}

impl JournalFile {
    /// All that this node knows.
    #[must_use]
    pub fn tombstones(&self) -> Vec<Tombstone> {
        self.graves.lock().values().map(|(tombstone, _)| tombstone.clone()).collect()
    }

    /// Those of whom something may still be in the journal.
    #[must_use]
    pub fn unclean(&self) -> Vec<Tombstone> {
        self.graves.lock().values().filter(|(_, clean)| !clean).map(|(tombstone, _)| tombstone.clone()).collect()
    }

    /// Keeps a tombstone, if it is new or newer than the one that is known.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    pub async fn bury(&self, tombstone: &Tombstone) -> Result<(), StoreError> {
        if self.graves.lock().get(&tombstone.seal).is_some_and(|(known, _)| known.at >= tombstone.at) {
            return Ok(());
        }
        self.note(tombstone, false).await
    }

    async fn note(&self, tombstone: &Tombstone, clean: bool) -> Result<(), StoreError> {
        self.writer.perform(Bury { tombstone: tombstone.clone(), clean }).await?;
        self.graves.lock().insert(tombstone.seal.clone(), (tombstone.clone(), clean));
        Ok(())
    }

    /// Takes what is found of somebody out of the journal; the tasks of erasures that are not finished stay.
    ///
    /// # Errors
    /// [`StoreError`] if the file cannot be read or written, or somebody reads in it all the time.
    pub async fn scrub(&self, tombstone: &Tombstone, unfinished: &[String]) -> Result<Scrubbed, StoreError> {
        let (path, sealer, whose, kept) = (self.path.clone(), self.sealer.clone(), tombstone.clone(), unfinished.to_vec());
        let look = move || {
            let connection = reader(&path).map_err(|error| StoreError::Failed(error.to_string()))?;
            let found = Search { sealer: &sealer, tombstone: &whose, unfinished: &kept }.run(&connection);
            found.map_err(|error| StoreError::from(Fault::from(error)))
        };
        let findings = tokio::task::spawn_blocking(look).await.map_err(|_| StoreError::Failed("a search was broken off".to_owned()))??;
        let scrubbed = findings.scrubbed.clone();
        if scrubbed.removed > 0 {
            self.writer.perform(TakeOut { tenant: tombstone.tenant.clone(), findings }).await?;
        }
        self.writer.leave_no_trace().await?;
        if !scrubbed.waits {
            self.note(tombstone, true).await?;
        }
        Ok(scrubbed)
    }

    /// The ids of erasures that entries of this journal ask for.
    ///
    /// # Errors
    /// [`StoreError`] if the file cannot be read.
    pub async fn erasures(&self) -> Result<Vec<String>, StoreError> {
        let path = self.path.clone();
        let look = move || {
            let connection = reader(&path).map_err(|error| StoreError::Failed(error.to_string()))?;
            find_erasures(&connection).map_err(|error| StoreError::from(Fault::from(error)))
        };
        tokio::task::spawn_blocking(look).await.map_err(|_| StoreError::Failed("a search was broken off".to_owned()))?
    }
}

fn find_erasures(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT body FROM entries WHERE body LIKE '%\"do\":\"erase\"%'")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(Again::Change(change)) = row.get_ref(0)?.as_str().ok().and_then(|body| serde_json::from_str(body).ok()) {
            found.extend(change.tasks.into_iter().filter(|task| matches!(task.kind, TaskKind::Erase(_))).map(|task| task.id));
        }
    }
    Ok(found)
}
