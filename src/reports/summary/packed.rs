//! Scores from packed rows.

use super::seen::Seen;
use super::{Cell, Summary, Surveyed};
use crate::ports::report::{Dimension, Filter, MeasureQuery};
use crate::reports::packed::block::{Block, seconds_of};
use crate::reports::packed::bytes::{Cursor, Damaged, Dictionary, Numbers, put_count, put_text};
use crate::reports::packed::groups::{OUT, at};
use crate::reports::packed::scan::{Asked, Scan, Sorted};
use crate::reports::packed::{Columns, Count, Segment};
use crate::survey::model::Measure;

const INVITED: u8 = 1;
const ANSWERED: u8 = 2;
const AGAIN: u8 = 4;

/// What a response adds to one measure, but for the seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
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

fn name(measure: Measure) -> String {
    format!("outcome.{}", measure.name())
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
        block.put(&name(measure), &outcome.written(), &seconds);
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
    measures: Vec<(Measure, String, String)>,
    again: bool,
    cells: Vec<Vec<Option<Cell>>>,
}

impl<'a> Counted<'a> {
    pub fn new(query: &'a MeasureQuery) -> Self {
        let wanted = Measure::ALL.into_iter().filter(|of| query.measures.is_empty() || query.measures.contains(of));
        let measures: Vec<_> = wanted.map(|measure| (measure, name(measure), seconds_of(&name(measure)))).collect();
        let cells = measures.iter().map(|_| Vec::new()).collect();
        Self { query, measures, again: names_surveys(query), cells }
    }

    /// Brings what was counted to the summary.
    pub fn give(self, scan: &Scan<'_>, summary: &mut Summary<'a>) {
        for ((measure, _, _), cells) in self.measures.iter().zip(self.cells) {
            for (slot, cell) in scan.slots().zip(cells) {
                if let Some(cell) = cell {
                    summary.take((*measure, slot), cell);
                }
            }
        }
    }

    fn count(&mut self, which: usize, sorted: &Sorted, (segment, columns): (&Segment, &Columns)) -> Result<(), Damaged> {
        let Some((measure, name, seconds)) = self.measures.get(which) else { return Ok(()) };
        let (Some(cells), Some(bytes)) = (self.cells.get_mut(which), columns.get(name)) else { return Ok(()) };
        let dictionary = Dictionary::read(bytes)?;
        let codes = dictionary.codes(segment.rows)?;
        let outcomes = dictionary.entries.iter().map(|entry| entry.map(Outcome::read).transpose());
        let outcomes = outcomes.collect::<Result<Vec<_>, Damaged>>()?;
        let counts = |outcome: &Option<Outcome>| outcome.as_ref().is_some_and(|outcome| self.again || outcome.flags & AGAIN == 0);
        let counting: Vec<bool> = outcomes.iter().map(counts).collect();
        let query = self.query;
        let mut cell = |number: u32, add: &mut dyn FnMut(&mut Cell)| {
            if cells.len() <= at(number) {
                cells.resize_with(at(number) + 1, || None);
            }
            cells.get_mut(at(number)).into_iter().for_each(|cell| add(cell.get_or_insert_with(|| Cell::new(*measure))));
        };
        sorted.groups.count_with(&codes, outcomes.len(), |group, code, times| {
            let outcome = outcomes.get(code).and_then(Option::as_ref).filter(|_| counting.get(code) == Some(&true));
            let (Some(outcome), Some(into)) = (outcome, sorted.cells.get(group)) else { return };
            let account = sorted.accounts.get(group).and_then(Option::as_deref);
            let price = account.and_then(|account| query.prices.get(account)).copied();
            for (number, weight) in into {
                cell(*number, &mut |cell| cell.add_many((outcome, *weight), price, times));
            }
        });
        let Some(bytes) = columns.get(seconds) else { return Ok(()) };
        let lengths: Vec<usize> = outcomes.iter().map(|outcome| outcome.as_ref().map_or(0, |outcome| outcome.counted.len())).collect();
        let total = codes.iter().filter_map(|code| lengths.get(at(*code))).sum();
        let seconds = Numbers::read(bytes)?.words(total)?;
        let mut rest = seconds.as_slice();
        for (group, code) in sorted.groups.of.iter().zip(&codes) {
            let length = lengths.get(at(*code)).copied().unwrap_or(0);
            let (own, after) = rest.split_at_checked(length).ok_or(Damaged)?;
            rest = after;
            if length > 0 && *group != OUT && counting.get(at(*code)) == Some(&true) {
                let into = sorted.cells.get(at(*group)).into_iter().flatten();
                into.for_each(|(number, _)| cell(*number, &mut |cell| cell.seconds.extend_from_slice(own)));
            }
        }
        Ok(())
    }
}

impl Count for Counted<'_> {
    fn columns(&self) -> Vec<String> {
        self.measures.iter().flat_map(|(_, name, seconds)| [name.clone(), seconds.clone()]).collect()
    }

    fn add(&mut self, sorted: &Sorted, packed: (&Segment, &Columns)) -> Result<(), Damaged> {
        (0..self.measures.len()).try_for_each(|which| self.count(which, sorted, packed))
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
