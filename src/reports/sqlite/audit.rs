use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::SqliteReports;
use crate::call::Moment;
use crate::ports::Pending;
use crate::ports::report::{Audit, Deed, ReportError, Unmasked, Unmasking};
use crate::reports::audit::{DEEDS, NOTE, number, numbered};
use crate::reports::feed;

impl Audit for SqliteReports {
    fn unmask<'a>(&'a self, asked: &'a Unmasking) -> Pending<'a, Result<Vec<Unmasked>, ReportError>> {
        let asked = asked.clone();
        Box::pin(self.on_tokens(move |connection| unmask(connection, &asked)))
    }

    fn deeds<'a>(&'a self, tenant: &'a str, most: usize) -> Pending<'a, Result<Vec<Deed>, ReportError>> {
        let tenant = tenant.to_owned();
        Box::pin(self.on_tokens(move |connection| deeds(connection, &tenant, most)))
    }
}

fn unmask(connection: &Connection, asked: &Unmasking) -> rusqlite::Result<Vec<Unmasked>> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let keys = super::write::json(&asked.keys)?;
    let note = numbered(NOTE, '?');
    transaction.execute(&note, params![asked.tenant, asked.token, asked.at.millis(), feed::name(asked.table), keys])?;
    let select = numbered(&number(asked.table), '?');
    let mut found = Vec::new();
    for key in &asked.keys {
        let held: Option<Option<String>> =
            transaction.prepare_cached(&select)?.query_row(params![asked.tenant, key], |row| row.get(0)).optional()?;
        found.extend(held.map(|held| Unmasked { key: key.clone(), respondent: held.filter(|held| held.starts_with('+')) }));
    }
    transaction.commit()?;
    Ok(found)
}

fn deeds(connection: &Connection, tenant: &str, most: usize) -> rusqlite::Result<Vec<Deed>> {
    let select = DEEDS.replace("::text", "");
    let mut statement = connection.prepare_cached(&numbered(&select, '?'))?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![tenant, most], |row| {
        let json = |at: usize| row.get::<_, Option<String>>(at).map(|text| text.and_then(|text| serde_json::from_str(&text).ok()));
        Ok(Deed {
            at: Moment::from_millis(row.get(0)?),
            what: row.get(1)?,
            who: row.get(2)?,
            table: row.get(3)?,
            keys: row.get::<_, String>(4).map(|text| serde_json::from_str(&text).unwrap_or_else(|_| vec![text]))?,
            removed: json(5)?,
        })
    })?;
    rows.collect()
}
