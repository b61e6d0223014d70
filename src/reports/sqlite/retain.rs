//! What is kept no longer, in batches: rows are gone through in the order in which they came, and never past one that is not old enough.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::write::next;
use crate::call::Moment;
use crate::phone::Respondent;
use crate::ports::erasure::Class;
use crate::ports::seal::Sealer;
use crate::reports::erased::{self, Aged, pseudonym};

/// One batch of one class.
pub(super) struct Batch<'a> {
    pub(super) sealer: &'a Sealer,
    pub(super) class: Class,
    pub(super) before: Moment,
    pub(super) most: usize,
}

/// An old row: number, tenant, key, what the class looks at.
type Old = (i64, String, String, Option<String>);

impl Batch<'_> {
    /// Rows that were old enough; fewer than asked for: there are no more.
    pub(super) fn run(&self, connection: &mut Connection) -> rusqlite::Result<u64> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut done = 0;
        for aged in erased::tables(self.class) {
            let rows = self.rows(&transaction, aged)?;
            done = done.max(rows.len());
            for row in &rows {
                self.change(&transaction, aged, row)?;
            }
            if let Some((last, ..)) = rows.last() {
                transaction
                    .prepare_cached("INSERT OR REPLACE INTO retained (class, last) VALUES (?1, ?2)")?
                    .execute(params![aged.name, last])?;
            }
        }
        transaction.commit()?;
        Ok(done as u64)
    }

    fn rows(&self, connection: &Connection, aged: &Aged) -> rusqlite::Result<Vec<Old>> {
        let last: Option<i64> =
            connection.prepare_cached("SELECT last FROM retained WHERE class = ?1")?.query_row([aged.name], |row| row.get(0)).optional()?;
        let mut statement = connection.prepare_cached(&aged.select(("?1", "?2"), ""))?;
        let most = i64::try_from(self.most).unwrap_or(i64::MAX);
        let mut found = statement.query(params![last.unwrap_or(0), most])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            if row.get::<_, i64>(4)? >= self.before.millis() {
                break;
            }
            rows.push((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        }
        Ok(rows)
    }

    fn change(&self, connection: &Connection, aged: &Aged, (row, tenant, key, held): &Old) -> rusqlite::Result<()> {
        if aged.deletes {
            connection.prepare_cached(&format!("DELETE FROM {} WHERE row_id = ?1", aged.table))?.execute([row])?;
            let put = "INSERT INTO deleted_rows (seq, tenant, of_table, key, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
            connection.prepare_cached(put)?.execute(params![next(connection)?, tenant, aged.feed, key, self.before.millis()])?;
            return Ok(());
        }
        let Some(left) = held.as_deref().and_then(|held| self.left(tenant, held)) else { return Ok(()) };
        let seq = next(connection)?;
        let set = aged.update(("?1", "?2", "?3"), "");
        connection.prepare_cached(&set)?.execute(params![row, seq, left]).map(drop)
    }

    fn left(&self, tenant: &str, held: &str) -> Option<String> {
        match self.class {
            Class::Numbers => Respondent::parse(held).ok().map(|number| pseudonym(&self.sealer.seal(tenant, &number))),
            _ => erased::wordless(held),
        }
    }
}
