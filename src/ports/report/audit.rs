use serde::Serialize;
use serde_json::Value;

use super::ReportError;
use super::rows::Table;
use crate::call::Moment;
use crate::ports::Pending;

/// Somebody looks at whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmasking {
    /// Whose rows.
    pub tenant: String,
    /// The id of the token.
    pub token: String,
    /// Of which table.
    pub table: Table,
    /// Of which rows: ids; of calls `account/call_id`.
    pub keys: Vec<String>,
    /// When.
    pub at: Moment,
}

/// A row and its whole number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unmasked {
    /// Its key.
    pub key: String,
    /// `None`: withheld, erased or kept no longer.
    pub respondent: Option<String>,
}

/// Something that somebody did with the data of callers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deed {
    /// When.
    pub at: Moment,
    /// `unmask` or `erase`.
    pub what: String,
    /// The id of the token, or `command`.
    pub who: String,
    /// The table, where it was one.
    pub table: Option<String>,
    /// Rows by key; of an erasure its receipt's id.
    pub keys: Vec<String>,
    /// What an erasure removed.
    pub removed: Option<Value>,
}

/// Who has looked at numbers, and who has erased somebody.
pub trait Audit: Send + Sync {
    /// The whole numbers of these rows, as far as they are there. That it was asked is written down first, and stays.
    fn unmask<'a>(&'a self, asked: &'a Unmasking) -> Pending<'a, Result<Vec<Unmasked>, ReportError>>;

    /// What was done with a tenant's data, the newest first, at most so much.
    fn deeds<'a>(&'a self, tenant: &'a str, most: usize) -> Pending<'a, Result<Vec<Deed>, ReportError>>;
}
