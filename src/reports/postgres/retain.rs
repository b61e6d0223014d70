//! What is kept no longer, in batches: rows are gone through in the order in which they came, and never past one that is not old enough.

use deadpool_postgres::{ClientWrapper, Transaction};
use tokio_postgres::types::{ToSql, Type};

use super::values::{Stamp, get};
use crate::call::Moment;
use crate::phone::Respondent;
use crate::ports::erasure::Class;
use crate::ports::report::ReportError;
use crate::ports::seal::Sealer;
use crate::reports::erased::{self, Aged, pseudonym};

/// One batch of one class.
pub struct Batch<'a> {
    pub sealer: &'a Sealer,
    pub class: Class,
    pub before: Moment,
    pub most: usize,
}

/// An old row: number, tenant, key, what the class looks at.
type Old = (i64, String, String, Option<String>);

impl Batch<'_> {
    /// Rows that were old enough; fewer than asked for: there are no more.
    pub async fn run(&self, client: &mut ClientWrapper) -> Result<u64, ReportError> {
        let transaction = client.transaction().await?;
        // The feed's lock: one gateway at a time, and places in the order of commits.
        transaction.execute("UPDATE report_feed SET seq = seq", &[]).await?;
        let mut done = 0;
        for aged in erased::tables(self.class) {
            let rows = self.rows(&transaction, aged).await?;
            done = done.max(rows.len());
            for row in &rows {
                self.change(&transaction, aged, row).await?;
            }
            if let Some((last, ..)) = rows.last() {
                let put = "INSERT INTO retained (class, last) VALUES ($1, $2) ON CONFLICT (class) DO UPDATE SET last = excluded.last";
                transaction.execute_typed(put, &[(&aged.name, Type::TEXT), (last, Type::INT8)]).await?;
            }
        }
        transaction.commit().await?;
        Ok(done as u64)
    }

    async fn rows(&self, transaction: &Transaction<'_>, aged: &Aged) -> Result<Vec<Old>, ReportError> {
        let last = transaction.query_typed_opt("SELECT last FROM retained WHERE class = $1", &[(&aged.name, Type::TEXT)]).await?;
        let last: i64 = last.map_or(Ok(0), |row| get(&row, 0))?;
        let most = i64::try_from(self.most).unwrap_or(i64::MAX);
        let select = aged.select(("$1", "$2"), "::text");
        let mut rows = Vec::new();
        for row in transaction.query_typed(&select, &[(&last, Type::INT8), (&most, Type::INT8)]).await? {
            if get::<Stamp>(&row, 4)?.0 >= self.before {
                break;
            }
            rows.push((get(&row, 0)?, get(&row, 1)?, get(&row, 2)?, get(&row, 3)?));
        }
        Ok(rows)
    }

    async fn change(&self, transaction: &Transaction<'_>, aged: &Aged, (row, tenant, key, held): &Old) -> Result<(), ReportError> {
        let left = held.as_deref().and_then(|held| self.left(tenant, held));
        if left.is_none() && !aged.deletes {
            return Ok(());
        }
        let seq: i64 = get(&transaction.query_one("UPDATE report_feed SET seq = seq + 1 RETURNING seq", &[]).await?, 0)?;
        if aged.deletes {
            let delete = format!("DELETE FROM {} WHERE row_id = $1", aged.table);
            transaction.execute_typed(&delete, &[(row, Type::INT8)]).await?;
            let put = "INSERT INTO deleted_rows (seq, tenant, of_table, key, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
            let at = Stamp(self.before);
            let values: [(&(dyn ToSql + Sync), Type); 5] =
                [(&seq, Type::INT8), (tenant, Type::TEXT), (&aged.feed, Type::TEXT), (key, Type::TEXT), (&at, Type::TIMESTAMPTZ)];
            transaction.execute_typed(put, &values).await?;
            return Ok(());
        }
        let update = aged.update(("$1", "$2", "$3::text"), if aged.is_json() { "::jsonb" } else { "" });
        transaction.execute_typed(&update, &[(row, Type::INT8), (&seq, Type::INT8), (&left, Type::TEXT)]).await?;
        Ok(())
    }

    fn left(&self, tenant: &str, held: &str) -> Option<String> {
        match self.class {
            Class::Numbers => Respondent::parse(held).ok().map(|number| pseudonym(&self.sealer.seal(tenant, &number))),
            _ => erased::wordless(held),
        }
    }
}
