//! Scores from packed rows.

use std::collections::HashMap;

use super::seen::Seen;
use super::{Cell, Summary, Surveyed};
use crate::ports::report::{Dimension, Filter, MeasureQuery};
use crate::reports::packed::block::{Block, seconds_of};
use crate::reports::packed::bytes::{Cursor, Damaged, Dictionary, Numbers, put_count, put_text};
use crate::reports::packed::groups::{Groups, OUT, at};
use crate::reports::packed::scan::{Asked, Scan, Sorted};
use crate::reports::packed::{Columns, Count, Segment};
use crate::survey::model::Measure;

const INVITED: u8 = 1;
const ANSWERED: u8 = 2;
const AGAIN: u8 = 4;

/// What a response adds to one measure, but for the seconds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Outcome {
    flags: u8,
    parts: u64,
    /// Values, and whether late; each has its seconds in another column.
    counted: Vec<(i64, bool)>,
    drivers: Vec<(String, i64)>,
}

impl Outcome {
    fn written(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_count(&mut out, self.counted.len());
        out.push(self.flags);
        out.extend_from_slice(&self.parts.to_le_bytes());
        for (value, late) in &self.counted {
            out.extend_from_slice(&value.to_le_bytes());
            out.push(u8::from(*late));
        }
        for (driver, score) in &self.drivers {
            put_text(&mut out, driver);
            out.extend_from_slice(&score.to_le_bytes());
        }
        out
    }

    fn read(entry: &[u8]) -> Result<Self, Damaged> {
        let mut cursor = Cursor(entry);
        let (count, flags, parts) = (cursor.count()?, cursor.byte()?, cursor.long()?);
        let counted = (0..count).map(|_| Ok((cursor.long()?.cast_signed(), cursor.byte()? != 0))).collect::<Result<_, Damaged>>()?;
        let mut drivers = Vec::new();
        while !cursor.0.is_empty() {
            drivers.push((cursor.text()?.to_owned(), cursor.long()?.cast_signed()));
        }
        Ok(Self { flags, parts, counted, drivers })
    }
}

/// Adds what a response brings to its row. `again`: whether the caller was asked again after a complaint.
pub fn pack(block: &mut Block, surveyed: &Surveyed, again: bool) {
    for measure in Measure::ALL.into_iter().filter(|measure| surveyed.concerns(*measure)) {
        let seen = Seen::of(measure, &surveyed.answers);
        let flags = [(surveyed.invited, INVITED), (surveyed.answered, ANSWERED), (again, AGAIN)];
        let outcome = Outcome {
            flags: flags.into_iter().filter(|(set, _)| *set).map(|(_, flag)| flag).sum(),
            parts: surveyed.parts,
            counted: seen.counted.iter().map(|counted| (counted.value, counted.late)).collect(),
            drivers: seen.drivers.iter().map(|(driver, score)| ((*driver).to_owned(), *score)).collect(),
        };
        let seconds: Vec<u32> = seen.counted.iter().map(|counted| surveyed.seconds_to(counted.at)).collect();
        block.put(&Cells::new(measure).outcomes, &outcome.written(), &seconds);
    }
}

/// Whether a question names surveys: only then count those who were asked again after a complaint, who speak of its handling and not of
/// the call.
pub fn names_surveys(query: &MeasureQuery) -> bool {
    let conditions = query.filter.conditions.iter().map(|condition| &condition.dimension);
    conditions.chain(query.by.iter().map(|by| &by.dimension)).any(|dimension| *dimension == Dimension::Survey)
}

/// What is asked of packed rows; `reach` is what [`super::compare::reach`] says.
pub fn asked<'a>(query: &'a MeasureQuery, reach: &'a Filter) -> Asked<'a> {
    Asked { filter: reach, by: &query.by, interval: query.interval, from: query.filter.from, accounts: !query.prices.is_empty() }
}

/// Scores in the making, by the cells of a [`Scan`].
pub struct Counted<'a> {
    query: &'a MeasureQuery,
    measures: Vec<Cells>,
    again: bool,
}

/// Those of one measure.
struct Cells {
    measure: Measure,
    outcomes: String,
    seconds: String,
    cells: Vec<Option<Cell>>,
    /// Outcomes of whole responses with what a part of their texts costs; how many of each there are, by cell.
    whole: HashMap<(Outcome, Option<u64>), usize>,
    counts: Vec<Vec<u64>>,
}

/// What each row of a segment adds to a measure.
struct Added {
    outcomes: Vec<Option<Outcome>>,
    codes: Vec<u32>,
    /// By code, how many seconds lie beside it.
    lengths: Vec<usize>,
}

impl Added {
    /// Of outcomes that do not count only the lengths are kept.
    fn read(bytes: &[u8], rows: usize, again: bool) -> Result<Self, Damaged> {
        let dictionary = Dictionary::read(bytes)?;
        let outcomes = dictionary.entries.iter().map(|entry| entry.map(Outcome::read).transpose());
        let mut outcomes = outcomes.collect::<Result<Vec<_>, Damaged>>()?;
        let lengths = outcomes.iter().map(|outcome| outcome.as_ref().map_or(0, |outcome| outcome.counted.len())).collect();
        for outcome in &mut outcomes {
            outcome.take_if(|outcome| outcome.flags & AGAIN != 0 && !again);
        }
        Ok(Self { outcomes, codes: dictionary.codes(rows)?, lengths })
    }

    /// The seconds of the rows of each group.
    fn seconds(&self, groups: &Groups, column: &[u8]) -> Result<Vec<Vec<u32>>, Damaged> {
        let length = |code: u32| self.lengths.get(at(code)).copied().unwrap_or(0);
        let all = Numbers::read(column)?.words(self.codes.iter().map(|code| length(*code)).sum())?;
        let mut of_groups = vec![Vec::new(); groups.count()];
        let counts: Vec<bool> = self.outcomes.iter().map(Option::is_some).collect();
        let mut rest = all.as_slice();
        for (group, code) in groups.of.iter().zip(&self.codes) {
            let (own, after) = rest.split_at_checked(length(*code)).ok_or(Damaged)?;
            rest = after;
            if *group != OUT && counts.get(at(*code)) == Some(&true) {
                of_groups.get_mut(at(*group)).into_iter().for_each(|of_group: &mut Vec<u32>| of_group.extend_from_slice(own));
            }
        }
        Ok(of_groups)
    }
}

impl Cells {
    fn new(measure: Measure) -> Self {
        let outcomes = format!("outcome.{}", measure.name());
        Self { measure, seconds: seconds_of(&outcomes), outcomes, cells: Vec::new(), whole: HashMap::new(), counts: Vec::new() }
    }

    fn cell(&mut self, number: u32) -> Option<&mut Cell> {
        if self.cells.len() <= at(number) {
            self.cells.resize_with(at(number) + 1, || None);
        }
        self.cells.get_mut(at(number)).map(|cell| cell.get_or_insert_with(|| Cell::new(self.measure)))
    }

    fn add(&mut self, added: &Added, sorted: &Sorted, query: &MeasureQuery) {
        let price = |account: Option<&str>| account.and_then(|account| query.prices.get(account)).copied();
        // By outcome and price, the number under which whole responses are counted.
        let mut known: HashMap<(usize, Option<u64>), usize> = HashMap::new();
        sorted.groups.count_with(&added.codes, added.outcomes.len(), |group, code, times| {
            let (Some(Some(outcome)), Some(cells)) = (added.outcomes.get(code), sorted.cells.get(group)) else { return };
            let price = price(sorted.accounts.get(group).and_then(Option::as_deref));
            if let [(number, 1.0)] = cells.as_slice() {
                let bits = price.map(f64::to_bits);
                let place = *known.entry((code, bits)).or_insert_with(|| self.numbered(outcome, bits));
                self.count(place, *number, times);
                return;
            }
            for (number, weight) in cells {
                self.cell(*number).into_iter().for_each(|cell| cell.add_many((outcome, *weight), price, times));
            }
        });
    }

    fn numbered(&mut self, outcome: &Outcome, price: Option<u64>) -> usize {
        let next = self.counts.len();
        let place = *self.whole.entry((outcome.clone(), price)).or_insert(next);
        if place == next {
            self.counts.push(Vec::new());
        }
        place
    }

    fn count(&mut self, place: usize, cell: u32, times: u64) {
        let Some(counts) = self.counts.get_mut(place) else { return };
        if counts.len() <= at(cell) {
            counts.resize(at(cell) + 1, 0);
        }
        counts.get_mut(at(cell)).into_iter().for_each(|count| *count += times);
    }

    /// What was counted, by the number of the cell.
    fn counted(mut self) -> Vec<Option<Cell>> {
        let counts = std::mem::take(&mut self.counts);
        for ((outcome, price), place) in std::mem::take(&mut self.whole) {
            let of_cells = counts.get(place).into_iter().flatten().zip(0..);
            for (times, number) in of_cells.filter(|(times, _)| **times > 0) {
                let add = |cell: &mut Cell| cell.add_many((&outcome, 1.0), price.map(f64::from_bits), *times);
                self.cell(number).into_iter().for_each(add);
            }
        }
        self.cells
    }
}

impl<'a> Counted<'a> {
    pub fn new(query: &'a MeasureQuery) -> Self {
        let wanted = Measure::ALL.into_iter().filter(|of| query.measures.is_empty() || query.measures.contains(of));
        Self { query, measures: wanted.map(Cells::new).collect(), again: names_surveys(query) }
    }

    /// Brings what was counted to the summary.
    pub fn give(self, scan: &Scan<'_>, summary: &mut Summary<'a>) {
        for of in self.measures {
            let measure = of.measure;
            for (slot, cell) in scan.slots().zip(of.counted()) {
                cell.into_iter().for_each(|cell| summary.take((measure, slot.clone()), cell));
            }
        }
    }
}

impl Count for Counted<'_> {
    fn columns(&self) -> Vec<String> {
        self.measures.iter().flat_map(|of| [of.outcomes.clone(), of.seconds.clone()]).collect()
    }

    fn add(&mut self, sorted: &Sorted, (segment, columns): (&Segment, &Columns)) -> Result<(), Damaged> {
        for of in &mut self.measures {
            let Some(outcomes) = columns.get(&of.outcomes) else { continue };
            let added = Added::read(outcomes, segment.rows, self.again)?;
            of.add(&added, sorted, self.query);
            let Some(seconds) = columns.get(&of.seconds) else { continue };
            for (seconds, cells) in added.seconds(&sorted.groups, seconds)?.into_iter().zip(&sorted.cells) {
                let filled = cells.iter().filter(|_| !seconds.is_empty());
                filled.for_each(|(number, _)| of.cell(*number).into_iter().for_each(|cell| cell.seconds.extend_from_slice(&seconds)));
            }
        }
        Ok(())
    }
}

impl Cell {
    fn add_many(&mut self, (outcome, weight): (&Outcome, f64), price: Option<f64>, times: u64) {
        let invited = outcome.flags & INVITED != 0;
        self.invited += if invited { times } else { 0 };
        self.answered += if invited && outcome.flags & ANSWERED != 0 { times } else { 0 };
        for (value, late) in &outcome.counted {
            self.tally.add_many(*value, weight, times);
            self.late += if *late { times } else { 0 };
        }
        for (driver, score) in &outcome.drivers {
            self.driver(driver).add_many(*score, weight, times);
        }
        self.pay(price, outcome.parts * times);
    }
}
