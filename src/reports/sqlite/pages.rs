use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::Value;

use super::columns::{home, read};
use super::condition::{Walk, matching};
use crate::ports::report::{Cursor, Order, Page, PageQuery, Row, Table};

/// A stored row and its number in the order asked for.
struct Numbered {
    number: u64,
    row: Row,
}

pub fn page(connection: &Connection, query: &PageQuery) -> rusqlite::Result<Page> {
    let rows = numbered(connection, query)?;
    let found: Vec<(Cursor, Row)> = match query.table {
        Table::Answers => rows.into_iter().flat_map(answers).filter(|(at, _)| *at > query.after).collect(),
        _ => rows.into_iter().map(|found| (Cursor { row: found.number, part: 0 }, found.row)).collect(),
    };
    let more = found.len() > query.limit;
    let next = found.iter().take(query.limit).next_back().map_or(query.after, |(at, _)| *at);
    Ok(Page { rows: found.into_iter().take(query.limit).map(|(_, row)| row).collect(), next, more })
}

pub fn response(connection: &Connection, tenant: &str, session_id: &str) -> rusqlite::Result<Option<Row>> {
    let get = format!("SELECT {} FROM responses t WHERE t.session_id = ? AND t.tenant = ?", names(Table::Responses));
    connection.prepare_cached(&get)?.query_row((session_id, tenant), |row| read(Table::Responses, row, 0)).optional()
}

/// One row more than asked for tells whether there is more; of answers another one, since the row of the cursor comes again for its rest.
fn numbered(connection: &Connection, query: &PageQuery) -> rusqlite::Result<Vec<Numbered>> {
    let table = home(query.table);
    let (order, walk) = match query.order {
        Order::Change => ("t.seq", Walk::Feed),
        Order::Identity => ("t.row_id", Walk::Rows),
    };
    let (compare, spare) = if query.table == Table::Answers { (">= ? AND t.answers <> '[]'", 2) } else { ("> ?", 1) };
    let mut clause = matching(table, &query.filter, walk);
    let row = SqlValue::Integer(query.after.row.cast_signed());
    clause.push(&format!(" AND {order} {compare} ORDER BY {order} LIMIT ?"), [row, limit(query.limit + spare)]);
    let get = format!("SELECT {order}, {} FROM {} t WHERE {}", names(table), source(table), clause.sql);
    let mut statement = connection.prepare_cached(&get)?;
    let found = statement.query_map(params_from_iter(clause.values), |row| {
        Ok(Numbered { number: row.get::<_, i64>(0)?.cast_unsigned(), row: self::read(table, row, 1)? })
    })?;
    found.collect()
}

fn limit(rows: usize) -> SqlValue {
    SqlValue::Integer(i64::try_from(rows).unwrap_or(i64::MAX))
}

fn source(table: Table) -> &'static str {
    match table {
        Table::Responses | Table::Answers => "responses",
        Table::Calls => "calls",
        Table::Unmatched => "unmatched_replies",
    }
}

fn names(table: Table) -> String {
    table.columns().map(|column| format!("t.{column}")).collect::<Vec<_>>().join(", ")
}

/// The answers of a response, each with what it takes over from there.
fn answers(mut response: Numbered) -> Vec<(Cursor, Row)> {
    let Some(Value::Array(answers)) = response.row.remove("answers") else { return Vec::new() };
    let flat = |(position, answer): (u64, Value)| {
        let mut row = Row::new();
        for column in Table::Answers.columns() {
            let value = answer.get(column).or_else(|| response.row.get(column)).cloned();
            row.insert(column.to_owned(), value.unwrap_or_default());
        }
        row.insert("position".to_owned(), position.into());
        (Cursor { row: response.number, part: position + 1 }, row)
    };
    (0..).zip(answers).map(flat).collect()
}
