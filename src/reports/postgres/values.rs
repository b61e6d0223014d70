//! How values cross to PostgreSQL and back.

use std::error::Error;

use serde::de::DeserializeOwned;
use tokio_postgres::Row;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, FromSqlOwned, IsNull, Json, ToSql, Type, to_sql_checked};

use crate::call::Moment;
use crate::ports::report::ReportError;
use crate::reports::condition::{Clause, Dialect, Value};

/// What PostgreSQL calls things.
pub const POSTGRES: Dialect = Dialect {
    members: "jsonb_array_elements",
    pairs: "jsonb_each_text",
    count: "jsonb_array_length",
    no_members: "'[]'::jsonb",
    begins: "starts_with({}, ?)",
    unindexed: "",
};

/// 2000-01-01, from which PostgreSQL counts microseconds, in milliseconds since 1970.
const EPOCH: i64 = 946_684_800_000;

/// A `timestamptz`.
#[derive(Debug, Clone, Copy)]
pub struct Stamp(pub Moment);

impl FromSql<'_> for Stamp {
    fn from_sql(_: &Type, raw: &[u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        let micros = i64::from_be_bytes(raw.try_into()?);
        Ok(Self(Moment::from_millis(micros.div_euclid(1000).saturating_add(EPOCH))))
    }

    fn accepts(of: &Type) -> bool {
        *of == Type::TIMESTAMPTZ
    }
}

impl ToSql for Stamp {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        let micros = self.0.millis().saturating_sub(EPOCH).saturating_mul(1000);
        out.extend_from_slice(&micros.to_be_bytes());
        Ok(IsNull::No)
    }

    fn accepts(of: &Type) -> bool {
        *of == Type::TIMESTAMPTZ
    }

    to_sql_checked!();
}

/// A statement and what its numbered places stand for.
pub struct Statement {
    pub sql: String,
    values: Vec<(Box<dyn ToSql + Sync + Send>, Type)>,
}

impl Statement {
    /// The values in the order of their places.
    pub fn values(&self) -> Vec<(&(dyn ToSql + Sync), Type)> {
        self.values.iter().map(|(value, of)| (value.as_ref() as &(dyn ToSql + Sync), of.clone())).collect()
    }
}

impl From<Clause> for Statement {
    fn from(clause: Clause) -> Self {
        let mut pieces = clause.sql.split('?');
        let first = pieces.next().unwrap_or_default().to_owned();
        let sql = pieces.zip(1..).fold(first, |sql, (piece, at)| format!("{sql}${at}{piece}"));
        Self { sql, values: clause.values.into_iter().map(typed).collect() }
    }
}

fn typed(value: Value) -> (Box<dyn ToSql + Sync + Send>, Type) {
    match value {
        Value::Text(text) => (Box::new(text), Type::TEXT),
        Value::Whole(number) => (Box::new(number), Type::INT8),
        Value::Time(moment) => (Box::new(Stamp(moment)), Type::TIMESTAMPTZ),
    }
}

/// The value of a column. The error names the column and never what it holds.
pub fn get<T: FromSqlOwned>(row: &Row, at: usize) -> Result<T, ReportError> {
    row.try_get(at).map_err(|_| ReportError::Unreadable(format!("column {}", row.columns().get(at).map_or("?", |column| column.name()))))
}

/// The value of a `jsonb` column.
pub fn json<T: DeserializeOwned>(row: &Row, at: usize) -> Result<T, ReportError> {
    get::<Json<Owned<T>>>(row, at).map(|Json(Owned(value))| value)
}

/// Reads what needs nothing of the bytes it came from.
#[derive(Debug)]
struct Owned<T>(T);

impl<'de, T: DeserializeOwned> serde::Deserialize<'de> for Owned<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Self)
    }
}
