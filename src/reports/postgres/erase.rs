//! Everything of one respondent goes; a seal and the keys of deleted rows stay.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use deadpool_postgres::{ClientWrapper, Transaction};
use tokio_postgres::types::{ToSql, Type};

use super::values::{Stamp, get, json};
use crate::call::Moment;
use crate::ports::erasure::{Erasure, Receipt, Removed, Traces};
use crate::ports::report::{Fact, ReportError};
use crate::ports::seal::{Seal, Sealer};
use crate::reports::erased::{Answered, attributes, pseudonym};
use crate::reports::nul;

/// Who was erased, as last read. Every writer checks with its commit that nobody has been since.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    sealer: Sealer,
    known: Arc<Mutex<Known>>,
}

/// The table `erased` when `report_feed.erasures` showed that number.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub count: i64,
    /// By seal or session.
    erased: Arc<HashMap<String, Moment>>,
}

impl Guard {
    pub fn new(sealer: Sealer) -> Self {
        Self { sealer, known: Arc::default() }
    }

    pub fn seal(&self, erasure: &Erasure) -> Seal {
        self.sealer.seal(&erasure.tenant, &erasure.respondent)
    }

    pub fn known(&self) -> Known {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the table anew.
    pub async fn learn(&self, client: &ClientWrapper) -> Result<(), ReportError> {
        // The number first: what is added meanwhile is at worst read again.
        let count = get(&client.query_one("SELECT erasures FROM report_feed", &[]).await?, 0)?;
        let rows = client.query("SELECT key, at FROM erased", &[]).await?;
        let pair = |row| Ok::<_, ReportError>((get(row, 0)?, get::<Stamp>(row, 1)?.0));
        let erased = Arc::new(rows.iter().map(pair).collect::<Result<_, _>>()?);
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Known { count, erased };
        Ok(())
    }

    /// The facts as they may be written: of those who were erased after they happened without the person, or not at all.
    pub fn admit<'a>(&self, known: &Known, facts: &'a [Fact]) -> Cow<'a, [Fact]> {
        if known.erased.is_empty() {
            return Cow::Borrowed(facts);
        }
        let admitted = facts.iter().filter_map(|fact| match self.erased_at(known, fact) {
            None => Some(fact.clone()),
            Some(at) => fact.clone().nameless(at),
        });
        Cow::Owned(admitted.collect())
    }

    fn erased_at(&self, known: &Known, fact: &Fact) -> Option<Moment> {
        let person = fact.person().and_then(|(tenant, respondent, at)| {
            known.erased.get(self.sealer.seal(tenant, respondent).as_str()).filter(|erased_at| **erased_at >= at)
        });
        person.or_else(|| fact.session().and_then(|session| known.erased.get(session))).copied()
    }
}

/// Erases one respondent.
pub struct Eraser<'a> {
    pub erasure: &'a Erasure,
    pub traces: &'a Traces,
    pub seal: Seal,
    pub now: Moment,
}

/// The rows that are about them, by number.
#[derive(Debug, Default)]
struct Found {
    responses: Vec<(i64, String, Answered)>,
    calls: Vec<(i64, String)>,
    unmatched: Vec<(i64, String)>,
    opt_outs: Vec<(i64, bool)>,
    refused: Vec<i64>,
}

impl Eraser<'_> {
    /// In three steps, so that writers wait for none of it long.
    pub async fn run(&self, client: &mut ClientWrapper) -> Result<Receipt, ReportError> {
        self.bury(client).await?;
        let found = self.search(client).await?;
        let transaction = client.transaction().await?;
        let mut desk = Desk::open(&transaction, self).await?;
        let removed = desk.erase(&found).await?;
        let receipt = desk.receipt(removed).await?;
        transaction.commit().await?;
        Ok(receipt)
    }

    /// From here on nothing of theirs that happened before is written.
    async fn bury(&self, client: &mut ClientWrapper) -> Result<(), ReportError> {
        let transaction = client.transaction().await?;
        transaction.execute("UPDATE report_feed SET erasures = erasures + 1", &[]).await?;
        put_erased(&transaction, self.seal.as_str(), self.now).await?;
        Ok(transaction.commit().await?)
    }

    async fn search(&self, client: &ClientWrapper) -> Result<Found, ReportError> {
        let (tenant, number) = (nul::text(&self.erasure.tenant), self.erasure.respondent.expose());
        let pseudonym = pseudonym(&self.seal);
        let whose: [(&(dyn ToSql + Sync), Type); 3] = [(&tenant, Type::TEXT), (&number, Type::TEXT), (&pseudonym, Type::TEXT)];
        let rows = async |columns: &str, table: &str| {
            let select = format!("SELECT row_id, {columns} FROM {table} WHERE tenant = $1 AND respondent IN ($2, $3)");
            client.query_typed(&select, &whose).await
        };
        let mut found = Found::default();
        for row in rows("session_id, answers::text", "responses").await? {
            found.responses.push((get(&row, 0)?, get(&row, 1)?, Answered::of(&get::<String>(&row, 2)?)));
        }
        for row in rows("attributes::text", "calls").await? {
            found.calls.push((get(&row, 0)?, get(&row, 1)?));
        }
        for row in rows("id", "unmatched_replies").await? {
            found.unmatched.push((get(&row, 0)?, get(&row, 1)?));
        }
        for row in rows("text IS NOT NULL", "opt_outs").await? {
            found.opt_outs.push((get(&row, 0)?, get(&row, 1)?));
        }
        let bytes = number.as_bytes();
        let refused = "SELECT id FROM refused_facts WHERE position($1 in fact) > 0";
        for row in client.query_typed(refused, &[(&bytes, Type::BYTEA)]).await? {
            found.refused.push(get(&row, 0)?);
        }
        Ok(found)
    }
}

async fn put_erased(transaction: &Transaction<'_>, key: &str, at: Moment) -> Result<(), ReportError> {
    let put = "INSERT INTO erased (key, at) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET at = greatest(erased.at, excluded.at)";
    transaction.execute_typed(put, &[(&key, Type::TEXT), (&Stamp(at), Type::TIMESTAMPTZ)]).await?;
    Ok(())
}

/// The transaction that removes, with the feed's lock.
struct Desk<'a> {
    transaction: &'a Transaction<'a>,
    eraser: &'a Eraser<'a>,
}

impl<'a> Desk<'a> {
    async fn open(transaction: &'a Transaction<'a>, eraser: &'a Eraser<'a>) -> Result<Self, ReportError> {
        transaction.execute("UPDATE report_feed SET erasures = erasures + 1", &[]).await?;
        Ok(Self { transaction, eraser })
    }

    async fn next(&self) -> Result<i64, ReportError> {
        get(&self.transaction.query_one("UPDATE report_feed SET seq = seq + 1 RETURNING seq", &[]).await?, 0)
    }

    async fn erase(&mut self, found: &Found) -> Result<Removed, ReportError> {
        let mut removed = Removed::default();
        self.responses(found, &mut removed).await?;
        for (row, attributes) in &found.calls {
            self.call(*row, attributes).await?;
        }
        removed.count("calls", found.calls.len() as u64);
        for (row, key) in &found.unmatched {
            self.change("DELETE FROM unmatched_replies WHERE row_id = $1", *row).await?;
            self.gone("unmatched", key).await?;
        }
        removed.count("unmatched_replies", found.unmatched.len() as u64);
        for (row, _) in &found.opt_outs {
            let seq = self.next().await?;
            let put = "UPDATE opt_outs SET seq = $2, respondent = NULL, text = NULL WHERE row_id = $1";
            self.transaction.execute_typed(put, &[(row, Type::INT8), (&seq, Type::INT8)]).await?;
        }
        removed.count("opt_outs", found.opt_outs.len() as u64);
        for row in &found.refused {
            self.change("DELETE FROM refused_facts WHERE id = $1", *row).await?;
        }
        removed.count("refused_facts", found.refused.len() as u64);
        let words = found.unmatched.len() + found.opt_outs.iter().filter(|(_, words)| *words).count();
        let mut whole = removed.and(&self.eraser.traces.removed);
        whole.texts += words as u64;
        Ok(whole)
    }

    /// With their sessions that no response is known of yet.
    async fn responses(&self, found: &Found, removed: &mut Removed) -> Result<(), ReportError> {
        let mut sessions: BTreeMap<&str, Option<i64>> =
            self.eraser.traces.sessions.iter().map(|session| (session.as_str(), None)).collect();
        for (row, session, answered) in &found.responses {
            sessions.insert(session, Some(*row));
            removed.answers += answered.answers;
            removed.texts += answered.texts;
        }
        for (session, row) in sessions {
            if let Some(row) = row {
                self.change("DELETE FROM responses WHERE row_id = $1", row).await?;
            }
            put_erased(self.transaction, session, self.eraser.now).await?;
            self.gone("responses", session).await?;
            let seq = self.next().await?;
            let put = "UPDATE tickets SET seq = $2, version = version + 1, notes = '[]' WHERE session_id = $1 AND notes <> '[]'";
            let tickets = self.transaction.execute_typed(put, &[(&session, Type::TEXT), (&seq, Type::INT8)]).await?;
            removed.count("tickets", tickets);
        }
        removed.count("responses", found.responses.len() as u64);
        Ok(())
    }

    /// It stays in the figures: as what it was if nobody was asked, else as one whose caller was erased.
    async fn call(&self, row: i64, held: &str) -> Result<(), ReportError> {
        let (left, seq) = (attributes(held, &self.eraser.erasure.respondent), self.next().await?);
        let put = "UPDATE calls SET seq = $2, respondent = NULL, attributes = $3::text::jsonb, session_id = NULL,
              reason = CASE WHEN session_id IS NULL THEN coalesce(reason, 'erased') ELSE 'erased' END,
              disposition = CASE WHEN session_id IS NULL THEN coalesce(disposition, 'suppressed:erased') ELSE 'suppressed:erased' END
            WHERE row_id = $1";
        self.transaction.execute_typed(put, &[(&row, Type::INT8), (&seq, Type::INT8), (&left, Type::TEXT)]).await?;
        Ok(())
    }

    async fn change(&self, statement: &str, row: i64) -> Result<(), ReportError> {
        self.transaction.execute_typed(statement, &[(&row, Type::INT8)]).await?;
        Ok(())
    }

    /// In the feed: readers delete their copies.
    async fn gone(&self, table: &str, key: &str) -> Result<(), ReportError> {
        let (seq, tenant, at) = (self.next().await?, nul::text(&self.eraser.erasure.tenant), Stamp(self.eraser.now));
        let put = "INSERT INTO deleted_rows (seq, tenant, of_table, key, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
        let values: [(&(dyn ToSql + Sync), Type); 5] =
            [(&seq, Type::INT8), (&tenant, Type::TEXT), (&table, Type::TEXT), (&key, Type::TEXT), (&at, Type::TIMESTAMPTZ)];
        self.transaction.execute_typed(put, &values).await?;
        Ok(())
    }

    /// An erasure that is done again finds nothing: the receipt says what both have found.
    async fn receipt(&self, removed: Removed) -> Result<Receipt, ReportError> {
        let Erasure { id, tenant, by, .. } = self.eraser.erasure;
        let before = self.transaction.query_typed_opt("SELECT removed FROM erasures WHERE id = $1", &[(id, Type::TEXT)]).await?;
        let before: Option<Removed> = before.map(|row| json(&row, 0)).transpose()?;
        let removed = before.map_or_else(|| removed.clone(), |before| before.and(&removed));
        let put = "INSERT INTO erasures (id, tenant, seal, by, at, removed) VALUES ($1, $2, $3, $4, $5, $6::text::jsonb)
            ON CONFLICT (id) DO UPDATE SET at = excluded.at, removed = excluded.removed";
        let (at, held, seal) = (Stamp(self.eraser.now), nul::json(&removed)?, self.eraser.seal.as_str());
        let values: [(&(dyn ToSql + Sync), Type); 6] =
            [(id, Type::TEXT), (tenant, Type::TEXT), (&seal, Type::TEXT), (by, Type::TEXT), (&at, Type::TIMESTAMPTZ), (&held, Type::TEXT)];
        self.transaction.execute_typed(put, &values).await?;
        let (receipt, tenant, by) = (id.clone(), tenant.clone(), by.clone());
        Ok(Receipt { receipt, tenant, at: self.eraser.now, by, removed, tombstone: self.eraser.seal.clone() })
    }
}
