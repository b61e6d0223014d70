//! One change: every check, then every write.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};

use super::erase::Tombstone;
use super::tasks::Row;
use super::{FactSink, body, count, stored};
use crate::call::Moment;
use crate::ports::seal::Sealer;
use crate::ports::store::{Change, Committed, OptOut, Owner, RespondentChange, StoreError, Task};
use crate::stores::file::{Fault, Operation};
use crate::survey::session::{Session, State};

/// Most invitations of one respondent that are remembered, the newest.
const INVITATIONS: usize = 100;

/// A change with its rows written out by the caller's thread, so that the one writer spends no time on it.
pub(super) struct Commit {
    change: Change,
    bodies: Vec<String>,
    tasks: Vec<Row>,
    facts: Arc<dyn FactSink>,
    sealer: Sealer,
}

/// Where a session's row goes.
enum Place {
    New,
    Next {
        number: i64,
        /// Whether a column that an index holds changes; most answers only change the body.
        indexed: bool,
    },
}

/// What is stored of the respondent whom the change names.
#[derive(Default)]
struct Person {
    version: u64,
    opted_out_at: Option<i64>,
    invitations: Vec<i64>,
    erased_at: Option<i64>,
    /// There is a record of theirs with the number.
    has_come_again: bool,
}

/// What the checks found and the writes need.
struct Found {
    places: Vec<Place>,
    person: Option<Person>,
}

impl Commit {
    pub(super) fn new(change: Change, facts: Arc<dyn FactSink>, sealer: Sealer) -> Result<Self, StoreError> {
        let bodies = change.sessions.iter().map(body).collect::<Result<_, _>>()?;
        let tasks = change.tasks.iter().map(|task: &Task| Row::of(&task.kind)).collect::<Result<_, _>>()?;
        Ok(Self { change, bodies, tasks, facts, sealer })
    }

    /// The mark comes before everything that could conflict: a repetition is always a duplicate.
    fn seen(&self, connection: &Connection) -> Result<Option<String>, Fault> {
        match &self.change.mark {
            Some(mark) => Ok(super::reads::reply(connection, &mark.key)?),
            None => Ok(None),
        }
    }

    fn check(&self, connection: &Connection) -> Result<Option<Found>, Fault> {
        if let Some((task, fence)) = &self.change.done
            && !super::tasks::is_held(connection, task, *fence)?
        {
            return Ok(None);
        }
        let mut found = Found { places: Vec::with_capacity(self.change.sessions.len()), person: None };
        for session in &self.change.sessions {
            let Some(place) = place(connection, session)? else { return Ok(None) };
            found.places.push(place);
        }
        if let Some(change) = &self.change.respondent {
            let person = person(connection, &self.sealer, change)?;
            if person.version != change.expected {
                return Ok(None);
            }
            found.person = Some(person);
        }
        Ok(Some(found))
    }

    fn write(&self, connection: &Connection, found: Found) -> Result<(), Fault> {
        let change = &self.change;
        if let Some(mark) = &change.mark {
            connection.prepare_cached("INSERT INTO marks (key, created_at, reply) VALUES (?1, ?2, ?3)")?.execute(params![
                mark.key,
                change.now.millis(),
                mark.reply
            ])?;
        }
        if let Some((task, _)) = &change.done {
            connection.prepare_cached("DELETE FROM tasks WHERE id = ?1")?.execute([task])?;
        }
        for ((session, body), place) in change.sessions.iter().zip(&self.bodies).zip(&found.places) {
            write_session(connection, session, body, place)?;
        }
        if let (Some(named), Some(person)) = (&change.respondent, found.person) {
            write_respondent(connection, &self.sealer, (named, person), change.now)?;
        }
        self.write_tasks(connection)?;
        if let Some((account, message, session)) = &change.message {
            connection
                .prepare_cached("INSERT OR REPLACE INTO messages (account, message_id, session_id) VALUES (?1, ?2, ?3)")?
                .execute(params![account, message, session])?;
        }
        for fact in &change.facts {
            self.facts.apply(connection, fact)?;
        }
        Ok(())
    }

    /// Drops first and adds then: what the change itself sends is not dropped.
    fn write_tasks(&self, connection: &Connection) -> rusqlite::Result<()> {
        let change = &self.change;
        for session in &change.cancel {
            super::tasks::cancel_of_session(connection, session, change.now)?;
        }
        if let Some(named) = change.respondent.as_ref().filter(|named| named.opted_out == Some(OptOut::Out)) {
            super::tasks::cancel_sends(connection, named, change.now)?;
        }
        for (task, row) in change.tasks.iter().zip(&self.tasks) {
            super::tasks::add(connection, task, row)?;
        }
        Ok(())
    }
}

impl Operation for Commit {
    type Outcome = Committed;

    fn run(&self, connection: &Connection) -> Result<Committed, Fault> {
        if let Some(reply) = self.seen(connection)? {
            return Ok(Committed::Duplicate(reply));
        }
        let Some(found) = self.check(connection)? else { return Ok(Committed::Conflict) };
        self.write(connection, found)?;
        Ok(Committed::Done)
    }
}

/// `None` if the session is not what the change was decided on.
fn place(connection: &Connection, session: &Session) -> rusqlite::Result<Option<Place>> {
    if session.version == 1 {
        let there: bool = connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM sessions WHERE id = ?1) OR EXISTS (SELECT 1 FROM sessions WHERE account = ?2 AND call_id = ?3)",
            )?
            .query_row(params![session.id, session.call.account, session.call.call_id], |row| row.get(0))?;
        return Ok((!there).then_some(Place::New));
    }
    let mut statement =
        connection.prepare_cached("SELECT number, version, ended_at IS NOT ?2 OR respondent IS NOT ?3 FROM sessions WHERE id = ?1")?;
    let respondent = session.call.respondent.as_ref().map(|respondent| respondent.expose());
    let found = statement
        .query_row(params![session.id, ended_at(session), respondent], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get(2)?)))
        .optional()?;
    Ok(match found {
        Some((number, version, indexed)) if Some(count(version)) == session.version.checked_sub(1) => Some(Place::Next { number, indexed }),
        _ => None,
    })
}

fn write_session(connection: &Connection, session: &Session, body: &str, place: &Place) -> rusqlite::Result<()> {
    let version = stored(session.version);
    let respondent = session.call.respondent.as_ref().map(|respondent| respondent.expose());
    match place {
        Place::New => connection
            .prepare_cached(
                "INSERT INTO sessions (version, created_at, ended_at, id, account, call_id, tenant, respondent, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                version,
                session.created_at.millis(),
                ended_at(session),
                session.id,
                session.call.account,
                session.call.call_id,
                session.call.tenant,
                respondent,
                body
            ])?,
        Place::Next { number, indexed: true } => connection
            .prepare_cached("UPDATE sessions SET version = ?2, body = ?3, ended_at = ?4, respondent = ?5 WHERE number = ?1")?
            .execute(params![number, version, body, ended_at(session), respondent])?,
        Place::Next { number, indexed: false } => connection
            .prepare_cached("UPDATE sessions SET version = ?2, body = ?3 WHERE number = ?1")?
            .execute(params![number, version, body])?,
    };
    Ok(())
}

fn ended_at(session: &Session) -> Option<i64> {
    match &session.state {
        State::Open { .. } => None,
        State::Ended { at, .. } => Some(at.millis()),
    }
}

/// Of somebody who was erased and has not come again since, what the tombstone says.
fn person(connection: &Connection, sealer: &Sealer, change: &RespondentChange) -> Result<Person, Fault> {
    let tombstone = super::erase::tombstone(connection, sealer, Owner { tenant: &change.tenant, respondent: &change.respondent })?;
    let mut statement =
        connection.prepare_cached("SELECT version, opted_out_at, invitations FROM respondents WHERE tenant = ?1 AND respondent = ?2")?;
    let mut rows = statement.query([&change.tenant, change.respondent.expose()])?;
    let Some(row) = rows.next()? else {
        let Tombstone { version, erased_at, opted_out_at } = tombstone;
        return Ok(Person { version, opted_out_at, erased_at, ..Person::default() });
    };
    let invitations = super::reads::invitations(row.get_ref(2)?.as_str().unwrap_or_default())?;
    let (version, erased_at) = (count(row.get(0)?).max(tombstone.version), tombstone.erased_at);
    Ok(Person { version, opted_out_at: row.get(1)?, invitations, erased_at, has_come_again: true })
}

fn write_respondent(
    connection: &Connection,
    sealer: &Sealer,
    (change, mut person): (&RespondentChange, Person),
    now: Moment,
) -> Result<(), Fault> {
    person.opted_out_at = match change.opted_out {
        None => person.opted_out_at,
        // "Since when": a second STOP does not move the first.
        Some(OptOut::Out) => person.opted_out_at.or(Some(now.millis())),
        Some(OptOut::In) => None,
    };
    if change.invited {
        person.invitations.push(now.millis());
        person.invitations.sort_unstable();
        let surplus = person.invitations.len().saturating_sub(INVITATIONS);
        person.invitations.drain(..surplus);
    }
    let version = person.version.saturating_add(1);
    let seal = sealer.seal(&change.tenant, &change.respondent);
    if person.erased_at >= Some(now.millis()) && !person.has_come_again {
        // From before: they stay without a number.
        return Ok(super::erase::follow(connection, &seal, (version, person.opted_out_at))?);
    }
    let invitations = serde_json::to_string(&person.invitations).map_err(|_| Fault::Unreadable("invitations".to_owned()))?;
    connection
        .prepare_cached(
            "INSERT INTO respondents (tenant, respondent, version, opted_out_at, invitations) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (tenant, respondent) DO UPDATE
             SET version = excluded.version, opted_out_at = excluded.opted_out_at, invitations = excluded.invitations",
        )?
        .execute(params![change.tenant, change.respondent.expose(), stored(version), person.opted_out_at, invitations])?;
    Ok(super::erase::follow(connection, &seal, (version, person.opted_out_at))?)
}
