use deadpool_postgres::ClientWrapper;
use tokio_postgres::types::{ToSql, Type};

use super::values::{Stamp, get};
use crate::ports::report::{Deed, ReportError, Unmasked, Unmasking};
use crate::reports::audit::{DEEDS, NOTE, number, numbered};
use crate::reports::{feed, nul};

pub async fn unmask(client: &ClientWrapper, asked: &Unmasking) -> Result<Vec<Unmasked>, ReportError> {
    let (keys, at, table) = (nul::json(&asked.keys)?, Stamp(asked.at), feed::name(asked.table));
    let values: [(&(dyn ToSql + Sync), Type); 5] =
        [(&asked.tenant, Type::TEXT), (&asked.token, Type::TEXT), (&at, Type::TIMESTAMPTZ), (&table, Type::TEXT), (&keys, Type::TEXT)];
    client.execute_typed(&numbered(NOTE, '$'), &values).await?;
    let select = numbered(&number(asked.table), '$');
    let mut found = Vec::new();
    for key in &asked.keys {
        let held = client.query_typed_opt(&select, &[(&asked.tenant, Type::TEXT), (&nul::text(key), Type::TEXT)]).await?;
        let held: Option<Option<String>> = held.map(|row| get(&row, 0)).transpose()?;
        found.extend(held.map(|held| Unmasked { key: key.clone(), respondent: held.filter(|held| held.starts_with('+')) }));
    }
    Ok(found)
}

pub async fn deeds(client: &ClientWrapper, tenant: &str, most: usize) -> Result<Vec<Deed>, ReportError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let found = client.query_typed(&numbered(DEEDS, '$'), &[(&tenant, Type::TEXT), (&most, Type::INT8)]).await?;
    let deed = |row| {
        let (keys, removed): (String, Option<String>) = (get(row, 4)?, get(row, 5)?);
        Ok(Deed {
            at: get::<Stamp>(row, 0)?.0,
            what: get(row, 1)?,
            who: get(row, 2)?,
            table: get(row, 3)?,
            keys: serde_json::from_str(&keys).unwrap_or_else(|_| vec![keys]),
            removed: removed.and_then(|text| serde_json::from_str(&text).ok()),
        })
    };
    found.iter().map(deed).collect()
}
