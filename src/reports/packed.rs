//! Rows of the past, packed by columns, so that a question about millions of them reads a few bytes of each.
//!
//! A segment holds rows of one tenant and one day (UTC). Per column there is one blob: what a row is grouped by as the code of an entry in
//! a dictionary, what it adds to a measure (its outcome) likewise, the seconds to its answers, its row id and the end of its call.
//!
//! Rows up to the number `upto` of `packing` are packed. One that has changed since, or is gone, is loose: triggers of the database note
//! it in `loose` in the transaction of the change, whoever makes it. A question counts the segments without the rows that are dead (packed
//! again elsewhere) or loose, then the loose and the later ones from their table, all in one snapshot.

use std::collections::HashMap;

use crate::ports::report::Table;
use bytes::{Bits, Damaged, Numbers};

pub mod block;
pub mod bytes;
pub mod groups;
pub mod halves;
pub mod packer;
pub mod scan;

/// A day in milliseconds.
pub const DAY: i64 = 24 * 3600 * 1000;
/// Zones change their clocks at whole quarters of an hour.
pub const QUARTER: i64 = 15 * 60 * 1000;
/// Most rows of a segment: as many as keep what a question holds of it in the processor's cache.
pub const MOST_ROWS: usize = 1 << 16;

/// What a segment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Identity; 0 where it is not stored yet.
    pub id: i64,
    pub tenant: String,
    /// Days since 1970.
    pub day: i64,
    pub rows: usize,
    /// First and last end of a call, in milliseconds since 1970.
    pub ended: (i64, i64),
    /// Lowest and highest row id; rows lie in this order.
    pub ids: (i64, i64),
    /// Rows that are packed again elsewhere, or are gone.
    pub dead: Bits,
}

/// Columns of a segment by name.
pub type Columns = HashMap<String, Vec<u8>>;

impl Segment {
    /// Those of the sorted row ids that may be in it.
    pub fn candidates<'a>(&self, ids: &'a [i64]) -> &'a [i64] {
        let begin = ids.partition_point(|id| *id < self.ids.0);
        let end = ids.partition_point(|id| *id <= self.ids.1);
        ids.get(begin..end).unwrap_or_default()
    }

    /// The places of those of the row ids that are in it and living.
    pub fn places(&self, columns: &Columns, ids: &[i64]) -> Result<Vec<usize>, Damaged> {
        let wanted = self.candidates(ids);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let rows = Numbers::read(columns.get("row").ok_or(Damaged)?)?.longs(self.rows)?;
        let place = |id: &i64| rows.binary_search(&id.cast_unsigned()).ok();
        Ok(wanted.iter().filter_map(place).filter(|place| !self.dead.has(*place)).collect())
    }
}

/// The name under which the rows of a table are packed.
pub fn kind(table: Table) -> &'static str {
    if table == Table::Calls { "calls" } else { "responses" }
}

/// What is counted of rows that were sorted into groups.
pub trait Count {
    /// The columns that it needs.
    fn columns(&self) -> Vec<String>;

    /// Counts the rows of a segment.
    ///
    /// # Errors
    /// Columns that this version did not write.
    fn add(&mut self, sorted: &scan::Sorted, packed: (&Segment, &Columns)) -> Result<(), Damaged>;
}
