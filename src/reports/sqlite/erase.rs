//! Everything of one respondent goes; a seal and the keys of deleted rows stay.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::write::{json, next};
use crate::call::Moment;
use crate::ports::erasure::{Erasure, Receipt, Removed, Traces};
use crate::ports::report::Fact;
use crate::ports::seal::{Seal, Sealer};
use crate::reports::erased::{Answered, attributes};

/// A fact as it may be written: of somebody who was erased after it happened without the person, or not at all.
///
/// # Errors
/// As SQLite says.
pub fn admit<'a>(connection: &Connection, sealer: &Sealer, fact: &'a Fact) -> rusqlite::Result<Option<Cow<'a, Fact>>> {
    let mut erased_at = None;
    if let Some((tenant, respondent, at)) = fact.person() {
        let find = "SELECT at FROM erased WHERE key = ?1 AND at >= ?2";
        let seal = sealer.seal(tenant, respondent);
        erased_at = connection.prepare_cached(find)?.query_row(params![seal.as_str(), at.millis()], |row| row.get(0)).optional()?;
    }
    if let (None, Some(session)) = (erased_at, fact.session()) {
        let find = "SELECT at FROM erased WHERE key = ?1";
        erased_at = connection.prepare_cached(find)?.query_row([session], |row| row.get(0)).optional()?;
    }
    Ok(match erased_at {
        None => Some(Cow::Borrowed(fact)),
        Some(at) => fact.clone().nameless(Moment::from_millis(at)).map(Cow::Owned),
    })
}

/// Erases one respondent.
#[derive(Clone)]
pub(super) struct Eraser {
    pub(super) erasure: Erasure,
    pub(super) traces: Traces,
    pub(super) seal: Seal,
    pub(super) now: Moment,
}

/// The rows that are about them, by number.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// With session and answers.
    responses: Vec<(i64, String, Answered)>,
    /// With their attributes.
    calls: Vec<(i64, String)>,
    /// With their keys.
    unmatched: Vec<(i64, String)>,
    /// With whether they hold words.
    opt_outs: Vec<(i64, bool)>,
    refused: Vec<i64>,
}

impl Eraser {
    /// From here on nothing of theirs that happened before is written.
    pub(super) fn bury(&self, connection: &mut Connection) -> rusqlite::Result<()> {
        self.put_erased(connection, self.seal.as_str())
    }

    fn put_erased(&self, connection: &Connection, key: &str) -> rusqlite::Result<()> {
        let put = "INSERT INTO erased (key, at) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET at = max(at, excluded.at)";
        connection.prepare_cached(put)?.execute(params![key, self.now.millis()]).map(drop)
    }

    pub(super) fn search(&self, connection: &Connection) -> rusqlite::Result<Found> {
        let number = self.erasure.respondent.expose();
        let pseudonym = crate::reports::erased::pseudonym(&self.seal);
        let whose = params![self.erasure.tenant, number, pseudonym];
        let rows = |columns: &str, table: &str| {
            connection.prepare(&format!("SELECT row_id, {columns} FROM {table} WHERE tenant = ?1 AND respondent IN (?2, ?3)"))
        };
        let answered = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, Answered::of(row.get_ref(2)?.as_str()?)));
        let text = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        Ok(Found {
            responses: rows("session_id, answers", "responses")?.query_map(whose, answered)?.collect::<Result<_, _>>()?,
            calls: rows("attributes", "calls")?.query_map(whose, text)?.collect::<Result<_, _>>()?,
            unmatched: rows("id", "unmatched_replies")?.query_map(whose, text)?.collect::<Result<_, _>>()?,
            opt_outs: rows("text IS NOT NULL", "opt_outs")?
                .query_map(whose, |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?,
            refused: connection
                .prepare("SELECT row_id FROM refused_facts WHERE instr(fact, CAST(?1 AS BLOB)) > 0")?
                .query_map([number], |row| row.get(0))?
                .collect::<Result<_, _>>()?,
        })
    }

    pub(super) fn erase(&self, connection: &mut Connection, found: &Found) -> rusqlite::Result<Receipt> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut removed = Removed::default();
        self.responses(&transaction, found, &mut removed)?;
        for (row, attributes) in &found.calls {
            self.call(&transaction, (*row, attributes))?;
        }
        removed.count("calls", found.calls.len() as u64);
        for (row, key) in &found.unmatched {
            transaction.prepare_cached("DELETE FROM unmatched_replies WHERE row_id = ?1")?.execute([row])?;
            self.gone(&transaction, ("unmatched", key))?;
        }
        removed.count("unmatched_replies", found.unmatched.len() as u64);
        for (row, _) in &found.opt_outs {
            let seq = next(&transaction)?;
            transaction
                .prepare_cached("UPDATE opt_outs SET seq = ?2, respondent = NULL, text = NULL WHERE row_id = ?1")?
                .execute([*row, seq])?;
        }
        removed.count("opt_outs", found.opt_outs.len() as u64);
        for row in &found.refused {
            transaction.prepare_cached("DELETE FROM refused_facts WHERE row_id = ?1")?.execute([row])?;
        }
        removed.count("refused_facts", found.refused.len() as u64);
        let words = found.unmatched.len() + found.opt_outs.iter().filter(|(_, words)| *words).count();
        let mut whole = removed.and(&self.traces.removed);
        whole.texts += words as u64;
        let receipt = self.receipt(&transaction, whole)?;
        transaction.commit()?;
        Ok(receipt)
    }

    /// With their sessions that no response is known of yet.
    fn responses(&self, connection: &Connection, found: &Found, removed: &mut Removed) -> rusqlite::Result<()> {
        let mut sessions: BTreeMap<&str, Option<i64>> = self.traces.sessions.iter().map(|session| (session.as_str(), None)).collect();
        for (row, session, answered) in &found.responses {
            sessions.insert(session, Some(*row));
            removed.answers += answered.answers;
            removed.texts += answered.texts;
        }
        for (session, row) in sessions {
            if let Some(row) = row {
                connection.prepare_cached("DELETE FROM responses WHERE row_id = ?1")?.execute([row])?;
            }
            self.put_erased(connection, session)?;
            self.gone(connection, ("responses", session))?;
            let seq = next(connection)?;
            let put = "UPDATE tickets SET seq = ?2, version = version + 1, notes = '[]' WHERE session_id = ?1 AND notes <> '[]'";
            removed.count("tickets", connection.prepare_cached(put)?.execute(params![session, seq])? as u64);
        }
        removed.count("responses", found.responses.len() as u64);
        Ok(())
    }

    /// It stays in the figures: as what it was if nobody was asked, else as one whose caller was erased.
    fn call(&self, connection: &Connection, (row, attributes_of): (i64, &str)) -> rusqlite::Result<()> {
        let left = attributes(attributes_of, &self.erasure.respondent);
        let seq = next(connection)?;
        connection
            .prepare_cached(
                "UPDATE calls SET seq = ?2, respondent = NULL, attributes = ?3, session_id = NULL,
                   reason = CASE WHEN session_id IS NULL THEN coalesce(reason, 'erased') ELSE 'erased' END,
                   disposition = CASE WHEN session_id IS NULL THEN coalesce(disposition, 'suppressed:erased') ELSE 'suppressed:erased' END
                 WHERE row_id = ?1",
            )?
            .execute(params![row, seq, left])
            .map(drop)
    }

    /// In the feed: readers delete their copies.
    fn gone(&self, connection: &Connection, (table, key): (&str, &str)) -> rusqlite::Result<()> {
        let seq = next(connection)?;
        connection
            .prepare_cached("INSERT INTO deleted_rows (seq, tenant, of_table, key, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")?
            .execute(params![seq, self.erasure.tenant, table, key, self.now.millis()])
            .map(drop)
    }

    /// An erasure that is done again finds nothing: the receipt says what both have found.
    fn receipt(&self, connection: &Connection, removed: Removed) -> rusqlite::Result<Receipt> {
        let before = connection.query_row("SELECT removed FROM erasures WHERE id = ?1", [&self.erasure.id], |row| row.get::<_, String>(0));
        let before: Option<Removed> = before.optional()?.and_then(|text| serde_json::from_str(&text).ok());
        let removed = before.map_or_else(|| removed.clone(), |before| before.and(&removed));
        let put = "INSERT OR REPLACE INTO erasures (id, tenant, seal, by, at, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let Erasure { id, tenant, by, .. } = &self.erasure;
        connection.execute(put, params![id, tenant, self.seal.as_str(), by, self.now.millis(), json(&removed)?])?;
        let (receipt, tenant, by) = (id.clone(), tenant.clone(), by.clone());
        Ok(Receipt { receipt, tenant, at: self.now, by, removed, tombstone: self.seal.clone() })
    }
}
