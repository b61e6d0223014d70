//! The feed of changes: every table's rows in one order, and what is gone.

use serde_json::Value;

use super::condition::{Clause, Dialect};
use super::rows::{self, Numbered};
use crate::ports::report::{Changed, Changes, Cursor, Filter, Order, PageQuery, Row, Table};

/// The tables of the feed.
pub const TABLES: [Table; 5] = [Table::Responses, Table::Calls, Table::Unmatched, Table::OptOuts, Table::Tickets];

/// The rows of one table behind that number; as many as asked for, and one more.
pub fn select(dialect: &Dialect, table: Table, (tenant, after, limit): (&str, u64, usize)) -> Clause {
    let filter = Filter { tenant: Some(tenant.to_owned()), ..Filter::default() };
    let after = Cursor { row: after, part: 0 };
    rows::select(dialect, &PageQuery { table, filter, order: Order::Change, after, limit })
}

/// The keys of rows that are gone: number, table, key.
pub fn gone((tenant, after, limit): (&str, u64, usize)) -> Clause {
    let sql = "SELECT seq, of_table, key FROM deleted_rows WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT ?".to_owned();
    let limit = i64::try_from(limit.saturating_add(1)).unwrap_or(i64::MAX);
    Clause { sql, values: vec![tenant.into(), super::condition::Value::Whole(after.cast_signed()), super::condition::Value::Whole(limit)] }
}

/// A row as it stands now.
pub fn stands(table: Table, found: Numbered) -> Changed {
    Changed { seq: found.number, table: name(table).to_owned(), key: key(table, &found.row), row: Some(found.row) }
}

/// The first of all, in one order. What was numbered after `head`, when reading began, waits for the next page: its neighbours may have
/// been read before it was there.
pub fn page(mut items: Vec<Changed>, head: u64, (after, limit): (u64, usize)) -> Changes {
    items.retain(|item| item.seq <= head);
    items.sort_by_key(|item| item.seq);
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().map_or(after, |item| item.seq);
    Changes { items, next: Cursor { row: next, part: 0 }, more }
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
