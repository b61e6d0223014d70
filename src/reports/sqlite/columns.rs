use rusqlite::types::{FromSqlError, Type, ValueRef};
use serde_json::Value;

use crate::call::Moment;
use crate::phone;
use crate::ports::report::{Row, Table};

/// How a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    AsIs,
    Flag,
    Time,
    Json,
    Masked,
}

fn shown(column: &str) -> Shown {
    match column {
        "respondent" => Shown::Masked,
        "late" => Shown::Flag,
        "agents" | "attributes" | "channels" | "answers" | "scores" | "measures" => Shown::Json,
        time if time.ends_with("_at") => Shown::Time,
        _ => Shown::AsIs,
    }
}

/// The table that holds the rows; answers lie in their responses.
pub fn home(table: Table) -> Table {
    if table == Table::Answers { Table::Responses } else { table }
}

/// The row as the API shows it, from a result whose columns from `first` on are those of the table.
pub fn read(table: Table, row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Row> {
    let mut read = Row::new();
    for (at, column) in table.columns().enumerate() {
        let at = first + at;
        let failed =
            |kind: Type, error: Box<dyn std::error::Error + Send + Sync>| rusqlite::Error::FromSqlConversionFailure(at, kind, error);
        let value = match row.get_ref(at)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => whole(shown(column), number),
            ValueRef::Text(text) => {
                let text = std::str::from_utf8(text).map_err(|error| failed(Type::Text, error.into()))?;
                words(shown(column), text).map_err(|error| failed(Type::Text, error.into()))?
            }
            other => return Err(failed(other.data_type(), FromSqlError::InvalidType.into())),
        };
        read.insert(column.to_owned(), value);
    }
    Ok(read)
}

fn whole(shown: Shown, number: i64) -> Value {
    match shown {
        Shown::Time => Moment::from_millis(number).to_string().into(),
        Shown::Flag => (number != 0).into(),
        _ => number.into(),
    }
}

fn words(shown: Shown, text: &str) -> serde_json::Result<Value> {
    match shown {
        Shown::Json => serde_json::from_str(text),
        Shown::Masked => Ok(phone::mask(text).into()),
        _ => Ok(text.into()),
    }
}
