use rusqlite::types::{FromSqlError, Type, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::Value;

use super::dialect::{SQLITE, bound};
use crate::phone::Respondent;
use crate::ports::report::{CallName, Changed, Changes, ConsentOf, Cursor, KeptCall, Page, PageQuery, ReportError, Row, Table};
use crate::reports::feed;
use crate::reports::nul;
use crate::reports::rows::{self, Numbered, Shown, home, shown};

pub fn page(connection: &Connection, query: &PageQuery) -> rusqlite::Result<Page> {
    let select = rows::select(&SQLITE, query);
    let mut statement = connection.prepare_cached(&select.sql)?;
    let found = statement.query_map(params_from_iter(bound(select.values)), |row| {
        Ok(Numbered { number: row.get::<_, i64>(0)?.cast_unsigned(), row: read(home(query.table), row, 1)? })
    })?;
    Ok(rows::page(query, found.collect::<rusqlite::Result<_>>()?))
}

/// The number of the newest change first: what comes while the tables are read one by one waits for the next page.
pub fn changes(connection: &Connection, asked: (&str, Cursor, usize)) -> rusqlite::Result<Changes> {
    let head: i64 = connection.query_row("SELECT seq FROM report_feed", [], |row| row.get(0))?;
    let mut items = Vec::new();
    for table in feed::TABLES {
        let select = feed::select(&SQLITE, table, asked);
        let mut statement = connection.prepare_cached(&select.sql)?;
        let found = statement.query_map(params_from_iter(bound(select.values)), |row| {
            let numbered = Numbered { number: row.get::<_, i64>(0)?.cast_unsigned(), row: read(table, row, 1)? };
            Ok(feed::stands(table, numbered))
        })?;
        items.extend(found.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    let select = feed::gone(asked);
    let mut statement = connection.prepare_cached(&select.sql)?;
    let gone = statement.query_map(params_from_iter(bound(select.values)), |row| {
        Ok(Changed { seq: row.get::<_, i64>(0)?.cast_unsigned(), table: row.get(1)?, key: row.get(2)?, row: None })
    })?;
    items.extend(gone.collect::<rusqlite::Result<Vec<_>>>()?);
    Ok(feed::page(items, head.cast_unsigned(), (asked.1, asked.2)))
}

pub fn response(connection: &Connection, tenant: &str, session_id: &str) -> rusqlite::Result<Option<Row>> {
    let mut statement = connection.prepare_cached(&rows::one_response())?;
    statement.query_row((nul::text(session_id), nul::text(tenant)), |row| read(Table::Responses, row, 0)).optional()
}

pub fn consent(connection: &Connection, tenant: &str, of: ConsentOf<'_>) -> rusqlite::Result<Option<(Respondent, Row)>> {
    let key = match of {
        ConsentOf::Respondent(respondent) => respondent.expose(),
        ConsentOf::Change(id) => id,
    };
    let mut statement = connection.prepare_cached(&rows::consent(of))?;
    let found = statement.query_row((nul::text(tenant), nul::text(key)), |row| Ok((row.get(0)?, read(Table::OptOuts, row, 1)?)));
    Ok(found.optional()?.and_then(rows::whose))
}

pub fn call(connection: &Connection, name: CallName<'_>) -> Result<Option<KeptCall>, ReportError> {
    let mut calls = connection.prepare_cached(&rows::one_call())?;
    let key = (nul::text(name.tenant), nul::text(name.account), nul::text(name.call_id));
    let found = calls.query_row(key, |row| Ok((row.get(0)?, read(Table::Calls, row, 1)?))).optional()?;
    let Some(call) = found else { return Ok(None) };
    let mut responses = connection.prepare_cached(&rows::kept_response())?;
    let key = (nul::text(name.tenant), call.1["session_id"].as_str());
    let response = responses.query_row(key, |row| Ok((row.get(0)?, read(Table::Responses, row, 1)?))).optional()?;
    rows::kept(call, response).map(Some)
}

pub fn ticket(connection: &Connection, tenant: &str, id: &str) -> rusqlite::Result<Option<Row>> {
    let mut statement = connection.prepare_cached(&rows::one_ticket())?;
    statement.query_row((nul::text(id), nul::text(tenant)), |row| read(Table::Tickets, row, 0)).optional()
}

/// The row as the API shows it, from a result whose columns from `first` on are those of the table.
fn read(table: Table, row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Row> {
    let mut read = Row::new();
    for (at, column) in table.columns().enumerate() {
        read.insert(column.to_owned(), value(row, first + at, shown(column))?);
    }
    Ok(read)
}

fn value(row: &rusqlite::Row<'_>, at: usize, shown: Shown) -> rusqlite::Result<Value> {
    let failed = |kind: Type, error: Box<dyn std::error::Error + Send + Sync>| rusqlite::Error::FromSqlConversionFailure(at, kind, error);
    match row.get_ref(at)? {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(whole(shown, number)),
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text).map_err(|error| failed(Type::Text, error.into()))?;
            if shown != Shown::Json {
                return Ok(rows::words(shown, text));
            }
            serde_json::from_str(text).map_err(|error| failed(Type::Text, error.into()))
        }
        other => Err(failed(other.data_type(), FromSqlError::InvalidType.into())),
    }
}

fn whole(shown: Shown, number: i64) -> Value {
    match shown {
        Shown::Time => rows::time(number),
        Shown::Flag => (number != 0).into(),
        _ => number.into(),
    }
}
