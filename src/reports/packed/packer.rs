//! Which rows are packed together, and which segments are written anew.

use std::collections::BTreeMap;

use super::block::{Packed, Sorter};
use super::bytes::{Bits, put_maybe_text, put_text};
use super::scan::column;
use super::{Columns, DAY, MOST_ROWS, Segment, bytes::Damaged};
use crate::ports::report::{Dimension, Grouping, Table};
use crate::reports::group::Facets;
use crate::reports::packed::block::Block;
use crate::survey::response::AgentShare;

/// Most rows packed at once.
pub const MOST: i64 = 32_768;
/// Most loose rows of them: they are crossed off in the transaction that keeps writers waiting.
pub const SETTLED: i64 = 8_192;
/// How far rows that wait are counted.
pub const COUNTED: i64 = 100_000;
/// So many small segments of a day become one.
const MANY: usize = 4;

/// What all rows of a table may be grouped by; their agents come last.
pub fn groupings() -> Vec<Grouping> {
    let dimensions = [
        Dimension::Account,
        Dimension::Queue,
        Dimension::Line,
        Dimension::Survey,
        Dimension::SurveyVersion,
        Dimension::Variant,
        Dimension::Channel,
        Dimension::Language,
        Dimension::Disposition,
        Dimension::InvitedBy,
        Dimension::Silent,
        Dimension::Agent,
    ];
    dimensions.into_iter().map(|dimension| Grouping { dimension, levels: None }).collect()
}

/// A row to be packed.
pub struct Line {
    pub facets: Facets,
    pub row: i64,
    pub tenant: String,
    pub attributes: BTreeMap<String, String>,
}

impl Line {
    /// Begins its row.
    pub fn begin<'a>(&self, by: &[Grouping], sorter: &'a mut Sorter) -> &'a mut Block {
        let block = sorter.row(&self.tenant, (self.row, self.facets.ended_at.millis()));
        for (by, value) in by.iter().zip(&self.facets.values).filter(|(by, _)| !by.dimension.is_of_agents()) {
            value.iter().for_each(|value| block.put(&column(&by.dimension), value.as_bytes(), &[]));
        }
        for (key, value) in &self.attributes {
            block.put(&column(&Dimension::Attribute(key.clone())), value.as_bytes(), &[]);
        }
        if !self.facets.agents.is_empty() {
            block.put(&column(&Dimension::Agent), &list(&self.facets.agents), &[]);
        }
        block
    }
}

/// Agents as [`super::scan`] reads them.
fn list(agents: &[AgentShare]) -> Vec<u8> {
    let mut out = Vec::new();
    for agent in agents {
        out.extend_from_slice(&agent.share.to_bits().to_le_bytes());
        put_text(&mut out, &agent.id);
        put_maybe_text(&mut out, agent.team.as_deref());
    }
    out
}

/// What is known of a kind's rows before some are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Up to this row id all are packed.
    pub upto: i64,
    /// Up to this one the triggers note what changes.
    pub aim: i64,
    /// Grows with every change of segments; who packs and finds another one than before begins again.
    pub turn: i64,
}

/// What one turn of packing changes, all at once.
#[derive(Debug, Default)]
pub struct Change {
    /// Rows up to this id are packed then.
    pub upto: i64,
    /// Segments to be added.
    pub new: Vec<Packed>,
    /// Segments of which more rows are dead now: all those that are.
    pub dead: Vec<(i64, Bits)>,
    /// Segments that go.
    pub gone: Vec<i64>,
    /// Loose rows that are settled, each with the number of changes that it had.
    pub settled: Vec<(i64, i64)>,
}

/// Segments of a day that are to be written anew, with all their columns.
pub struct Merging {
    pub bounds: Bounds,
    pub segments: Vec<(Segment, Columns)>,
}

/// A segment with the living copies of loose rows marked dead; `None` if it holds none.
pub fn buried(segment: &Segment, columns: &Columns, loose: &[i64]) -> Result<Option<(i64, Bits)>, Damaged> {
    let places = segment.places(columns, loose)?;
    if places.is_empty() {
        return Ok(None);
    }
    let mut dead = segment.dead.clone();
    places.into_iter().for_each(|place| dead.set(place));
    Ok(Some((segment.id, dead)))
}

/// The segments of a day that are worth being written anew: many small ones together, and those with many dead.
pub fn to_merge(segments: &[Segment]) -> Vec<&Segment> {
    let dying = |segment: &Segment| usize::try_from(segment.dead.count()).unwrap_or(0) * 4 > segment.rows;
    let small: Vec<&Segment> = segments.iter().filter(|segment| segment.rows < MOST_ROWS * 3 / 4 || dying(segment)).collect();
    if small.len() >= MANY || small.iter().any(|segment| dying(segment)) { small } else { Vec::new() }
}

/// These segments as few new ones, without the dead.
pub fn merged(segments: &[(Segment, Columns)]) -> Result<Vec<Packed>, Damaged> {
    let mut all = Vec::new();
    let mut open: Option<Block> = None;
    for (segment, columns) in segments {
        let living = segment.rows - usize::try_from(segment.dead.count()).unwrap_or(0);
        let full = open.as_ref().is_some_and(|block| block.len() + living > MOST_ROWS);
        all.extend(full.then(|| open.take()).flatten());
        let block = open.get_or_insert_with(|| Block::new(&segment.tenant, segment.day));
        block.absorb(segment, columns)?;
    }
    let all = all.into_iter().chain(open).filter(|block| block.len() > 0);
    Ok(all.map(Block::packed).collect())
}

/// The days that touch a period; `None` at an open end.
pub fn days((from, to): (Option<i64>, Option<i64>)) -> (i64, i64) {
    let day = |millis: i64| millis.div_euclid(DAY);
    (from.map_or(i64::MIN, day), to.map_or(i64::MAX, day))
}

/// Both kinds of rows that are packed.
pub const TABLES: [Table; 2] = [Table::Responses, Table::Calls];
