//! The feed of changes: every table's rows in one order, and what is gone.

use serde_json::Value;

use super::condition::{Clause, Dialect};
use super::rows::{self, Numbered};
use crate::ports::report::{Changed, Changes, Cursor, Filter, Order, PageQuery, Row, Table};

/// The tables of the feed.
pub const TABLES: [Table; 5] = [Table::Responses, Table::Calls, Table::Unmatched, Table::OptOuts, Table::Tickets];

/// The rows of one table behind that place: as many as asked for, one more, and the one of the place itself.
pub fn select(dialect: &Dialect, table: Table, (tenant, after, limit): (&str, Cursor, usize)) -> Clause {
    let filter = Filter { tenant: Some(tenant.to_owned()), ..Filter::default() };
    let after = Cursor { row: before(after), part: 0 };
    rows::select(dialect, &PageQuery { table, filter, order: Order::Change, after, limit: limit.saturating_add(1) })
}

/// The keys of rows that are gone: number, table, key.
pub fn gone((tenant, after, limit): (&str, Cursor, usize)) -> Clause {
    let sql = "SELECT seq, of_table, key FROM deleted_rows WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT ?".to_owned();
    let limit = i64::try_from(limit.saturating_add(2)).unwrap_or(i64::MAX);
    Clause {
        sql,
        values: vec![tenant.into(), super::condition::Value::Whole(before(after).cast_signed()), super::condition::Value::Whole(limit)],
    }
}

/// A row as it stands now.
pub fn stands(table: Table, found: Numbered) -> Changed {
    Changed { seq: found.number, table: name(table).to_owned(), key: key(table, &found.row), row: Some(found.row) }
}

/// The number behind which is read: where a page ended among rows of one number, that number again.
fn before(after: Cursor) -> u64 {
    after.row.saturating_sub(u64::from(after.part > 0))
}

/// The first of all, in one order: by number, and of one number (a response that ends and its call have one) by table. What was numbered
/// after `head`, when reading began, waits for the next page: its neighbours may have been read before it was there.
pub fn page(items: Vec<Changed>, head: u64, (after, limit): (Cursor, usize)) -> Changes {
    let mut placed: Vec<(Cursor, Changed)> = items.into_iter().filter(|item| item.seq <= head).map(|item| (place(&item), item)).collect();
    placed.retain(|(place, _)| *place > after);
    placed.sort_by_key(|(place, _)| *place);
    let more = placed.len() > limit;
    placed.truncate(limit);
    let next = placed.last().map_or(after, |(place, _)| *place);
    Changes { items: placed.into_iter().map(|(_, item)| item).collect(), next, more }
}

/// Where a reader stands that has seen it.
fn place(item: &Changed) -> Cursor {
    let rank = TABLES.iter().position(|table| name(*table) == item.table).unwrap_or(TABLES.len());
    Cursor { row: item.seq, part: rank as u64 + 1 }
}

/// The table's name in the feed.
pub fn name(table: Table) -> &'static str {
    match table {
        Table::Responses => "responses",
        Table::Answers => "answers",
        Table::Calls => "calls",
        Table::Unmatched => "unmatched",
        Table::OptOuts => "opt_outs",
        Table::Tickets => "tickets",
    }
}

fn key(table: Table, row: &Row) -> String {
    let text = |column: &str| row.get(column).and_then(Value::as_str).unwrap_or_default();
    match table {
        Table::Responses | Table::Answers => text("session_id").to_owned(),
        Table::Calls => format!("{}/{}", text("account"), text("call_id")),
        Table::Unmatched | Table::OptOuts | Table::Tickets => text("id").to_owned(),
    }
}
