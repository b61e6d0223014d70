//! Scores from packed rows.

use std::collections::HashMap;

use super::compare::reach;
use super::seen::Seen;
use super::{Cell, Summary, Surveyed};
use crate::ports::report::{Dimension, MeasureQuery};
use crate::reports::packed::block::{Block, seconds_of};
use crate::reports::packed::bytes::{Cursor, Damaged, Dictionary, Numbers, put_count, put_text};
use crate::reports::packed::groups::{OUT, at};
use crate::reports::packed::scan::{Asked, Scan, Sorted};
use crate::reports::packed::{Columns, Count, Segment};
use crate::survey::measure::Weighed;
use crate::survey::model::Measure;

const INVITED: u8 = 1;
const ANSWERED: u8 = 2;
const AGAIN: u8 = 4;

/// Largest table of outcomes and cells.
const MOST_OUTCOMES: usize = 256;
const MOST_CELLS: usize = 1 << 14;

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

/// What is asked of packed rows.
pub fn asked(query: &MeasureQuery) -> Asked {
    let prices = Some(&query.prices).filter(|prices| !prices.is_empty()).cloned();
    Asked { filter: reach(query), by: query.by.clone(), interval: query.interval, from: query.filter.from, prices }
}

/// Scores in the making, by the cells of a [`Scan`].
pub struct Counted {
    measures: Vec<Cells>,
    again: bool,
}

/// Those of one measure.
struct Cells {
    measure: Measure,
    outcomes: String,
    seconds: String,
    cells: Vec<Option<Cell>>,
    /// Outcomes with what a part of their texts costs, numbered; by number and cell, how many there are.
    numbers: HashMap<(Outcome, Option<u64>), usize>,
    counts: Vec<Vec<Weighed>>,
    /// By cell, the seconds to its answers.
    waits: Vec<Vec<u32>>,
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

    /// Brings each row's seconds to the cells of its group.
    fn wait(&self, sorted: &Sorted, column: &[u8], waits: &mut Vec<Vec<u32>>) -> Result<(), Damaged> {
        let length = |code: u32| self.lengths.get(at(code)).copied().unwrap_or(0);
        let all = Numbers::read(column)?.words(self.codes.iter().map(|code| length(*code)).sum())?;
        let groups = 0..sorted.groups.count();
        let highest = groups.clone().flat_map(|group| sorted.cells(group)).map(|(cell, _)| at(*cell)).max();
        waits.resize(waits.len().max(highest.map_or(0, |cell| cell + 1)), Vec::new());
        if sorted.groups.is_one() && self.outcomes.iter().skip(1).all(Option::is_some) {
            bring((sorted, waits), 0, &all);
            return Ok(());
        }
        let alone = |group: usize| if let [(cell, _)] = sorted.cells(group) { *cell } else { OUT };
        let alone: Vec<u32> = groups.map(alone).collect();
        let counting: Vec<bool> = self.outcomes.iter().map(Option::is_some).collect();
        let mut rest = all.as_slice();
        for (group, code) in sorted.groups.of.iter().zip(&self.codes) {
            let (own, after) = rest.split_at_checked(length(*code)).ok_or(Damaged)?;
            rest = after;
            if own.is_empty() || *group == OUT || counting.get(at(*code)) != Some(&true) {
                continue;
            }
            let cell = alone.get(at(*group)).filter(|cell| **cell != OUT).and_then(|cell| waits.get_mut(at(*cell)));
            match (own, cell) {
                // Nearly all of them.
                ([one], Some(cell)) => cell.push(*one),
                _ => bring((sorted, waits), at(*group), own),
            }
        }
        Ok(())
    }
}

fn bring((sorted, waits): (&Sorted, &mut [Vec<u32>]), group: usize, seconds: &[u32]) {
    for (cell, _) in sorted.cells(group) {
        waits.get_mut(at(*cell)).into_iter().for_each(|of_cell| of_cell.extend_from_slice(seconds));
    }
}

impl Cells {
    fn new(measure: Measure) -> Self {
        let outcomes = format!("outcome.{}", measure.name());
        let (cells, numbers, counts, waits) = (Vec::new(), HashMap::new(), Vec::new(), Vec::new());
        Self { measure, seconds: seconds_of(&outcomes), outcomes, cells, numbers, counts, waits }
    }

    fn cell(&mut self, number: u32) -> Option<&mut Cell> {
        if self.cells.len() <= at(number) {
            self.cells.resize_with(at(number) + 1, || None);
        }
        self.cells.get_mut(at(number)).map(|cell| cell.get_or_insert_with(|| Cell::new(self.measure)))
    }

    fn add(&mut self, added: &Added, sorted: &Sorted) {
        // By price and outcome, its number; most segments know one price.
        let mut known: Vec<(Option<u64>, Vec<Option<usize>>)> = Vec::new();
        sorted.groups.count_with(&added.codes, added.outcomes.len(), |group, code, times| {
            let Some(Some(outcome)) = added.outcomes.get(code) else { return };
            let price = sorted.price(group);
            let of_price = known.iter().position(|(of, _)| *of == price).unwrap_or_else(|| {
                known.push((price, vec![None; added.outcomes.len()]));
                known.len() - 1
            });
            let Some(slot) = known.get_mut(of_price).and_then(|(_, numbers)| numbers.get_mut(code)) else { return };
            let number = *slot.get_or_insert_with(|| self.number(outcome, price));
            for (cell, weight) in sorted.cells(group) {
                self.count((number, *cell), (outcome, price), Weighed::of(*weight, times));
            }
        });
    }

    fn number(&mut self, outcome: &Outcome, price: Option<u64>) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry((outcome.clone(), price)).or_insert(next)
    }

    /// Many outcomes by many cells are no table any more: those are counted one by one.
    fn count(&mut self, (number, cell): (usize, u32), (outcome, price): (&Outcome, Option<u64>), weighed: Weighed) {
        if number >= MOST_OUTCOMES || at(cell) >= MOST_CELLS {
            self.cell(cell).into_iter().for_each(|cell| cell.add_weighed(outcome, price, weighed));
            return;
        }
        if self.counts.len() <= number {
            self.counts.resize_with(number + 1, Vec::new);
        }
        let Some(counts) = self.counts.get_mut(number) else { return };
        if counts.len() <= at(cell) {
            counts.resize(at(cell) + 1, Weighed::default());
        }
        counts.get_mut(at(cell)).into_iter().for_each(|known| known.merge(weighed));
    }

    /// What was counted, by the number of the cell.
    fn counted(mut self) -> Vec<Option<Cell>> {
        let (counts, waits) = (std::mem::take(&mut self.counts), std::mem::take(&mut self.waits));
        for ((outcome, price), number) in std::mem::take(&mut self.numbers) {
            let of_cells = counts.get(number).into_iter().flatten().zip(0..);
            for (weighed, cell) in of_cells.filter(|(weighed, _)| weighed.count() > 0) {
                self.cell(cell).into_iter().for_each(|cell| cell.add_weighed(&outcome, price, *weighed));
            }
        }
        for (seconds, cell) in waits.into_iter().zip(0..).filter(|(seconds, _)| !seconds.is_empty()) {
            if let Some(cell) = self.cell(cell) {
                cell.seconds = seconds;
            }
        }
        self.cells
    }
}

impl Counted {
    pub fn new(query: &MeasureQuery) -> Self {
        let wanted = Measure::ALL.into_iter().filter(|of| query.measures.is_empty() || query.measures.contains(of));
        Self { measures: wanted.map(Cells::new).collect(), again: names_surveys(query) }
    }

    /// Brings what was counted to the summary.
    pub fn give(self, scan: &Scan, summary: &mut Summary<'_>) {
        for of in self.measures {
            let measure = of.measure;
            for (slot, cell) in scan.slots().zip(of.counted()) {
                cell.into_iter().for_each(|cell| summary.take((measure, slot.clone()), cell));
            }
        }
    }
}

impl Count for Counted {
    fn columns(&self) -> Vec<String> {
        self.measures.iter().flat_map(|of| [of.outcomes.clone(), of.seconds.clone()]).collect()
    }

    fn add(&mut self, sorted: &Sorted, (segment, columns): (&Segment, &Columns)) -> Result<(), Damaged> {
        for of in &mut self.measures {
            let Some(outcomes) = columns.get(&of.outcomes) else { continue };
            let added = Added::read(outcomes, segment.rows, self.again)?;
            of.add(&added, sorted);
            if let Some(seconds) = columns.get(&of.seconds) {
                added.wait(sorted, seconds, &mut of.waits)?;
            }
        }
        Ok(())
    }
}

impl Cell {
    /// Counts equal outcomes, of texts whose part costs that much (as bits).
    fn add_weighed(&mut self, outcome: &Outcome, price: Option<u64>, weighed: Weighed) {
        let times = weighed.count();
        let invited = outcome.flags & INVITED != 0;
        self.invited += if invited { times } else { 0 };
        self.answered += if invited && outcome.flags & ANSWERED != 0 { times } else { 0 };
        for (value, late) in &outcome.counted {
            self.tally.add_weighed(*value, weighed);
            self.late += if *late { times } else { 0 };
        }
        for (driver, score) in &outcome.drivers {
            self.driver(driver).add_weighed(*score, weighed);
        }
        self.pay(price.map(f64::from_bits), outcome.parts * times);
    }
}
