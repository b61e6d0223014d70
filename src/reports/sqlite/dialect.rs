use rusqlite::types::Value as SqlValue;

use crate::reports::condition::{Dialect, Value};

/// A plus before a column keeps SQLite from using its index (sqlite.org/optoverview.html, 6.2).
pub const SQLITE: Dialect = Dialect {
    members: "json_each",
    pairs: "json_each",
    count: "json_array_length",
    no_members: "'[]'",
    begins: "substr({}, 1, length(?)) = ?",
    unindexed: "+",
};

/// The values as SQLite stores them.
pub fn bound(values: Vec<Value>) -> impl Iterator<Item = SqlValue> {
    values.into_iter().map(|value| match value {
        Value::Text(text) => SqlValue::Text(text),
        Value::Whole(number) => SqlValue::Integer(number),
        Value::Time(moment) => SqlValue::Integer(moment.millis()),
    })
}
