//! Scores from rows: one pass, whatever store the rows come from.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::group::{Facets, Groups, Key};
use crate::call::Moment;
use crate::ports::report::{MeasureQuery, Score};
use crate::survey::measure::detail::{Detail, Drivers};
use crate::survey::measure::part::Piece;
use crate::survey::measure::{Tally, round};
use crate::survey::model::{Measure, Value};
use calendar::Calendar;
use seen::Seen;

mod calendar;
pub mod funnel;
mod seen;

const HOUR: u64 = 3600;

/// What scores need of a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    pub facets: Facets,
    pub call_ended_at: Moment,
    pub invited: bool,
    pub answered: bool,
    /// Those that the survey has.
    pub measures: Vec<Measure>,
    pub answers: Vec<Given>,
}

/// What scores need of an answer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Given {
    pub measure: Option<Measure>,
    pub value: Option<Value>,
    pub answered_at: Moment,
    pub late: bool,
    pub part: Option<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Slot {
    measure: Measure,
    start: Option<Moment>,
    group: Key,
}

struct Cell {
    tally: Tally,
    drivers: Drivers,
    late: u64,
    invited: u64,
    answered: u64,
    seconds: Vec<u64>,
}

/// Scores in the making.
pub struct Summary<'a> {
    query: &'a MeasureQuery,
    groups: Groups<'a>,
    calendar: Calendar,
    cells: BTreeMap<Slot, Cell>,
}

impl<'a> Summary<'a> {
    pub fn new(query: &'a MeasureQuery) -> Self {
        let groups = Groups::new(&query.by, &query.filter);
        let calendar = Calendar::new(query.interval, query.zone.clone());
        let mut cells = BTreeMap::new();
        if let (true, Some(start)) = (groups.is_one(), calendar.only()) {
            // Asked for outright: an answer even if there is nothing to count.
            cells.extend(query.measures.iter().map(|measure| (Slot { measure: *measure, start, group: Vec::new() }, Cell::new(*measure))));
        }
        Self { query, groups, calendar, cells }
    }

    pub fn add(&mut self, surveyed: &Surveyed) {
        let start = self.calendar.start(surveyed.call_ended_at);
        let groups = self.groups.of(&surveyed.facets);
        for measure in Measure::ALL {
            let wanted = self.query.measures.is_empty() || self.query.measures.contains(&measure);
            let asked = surveyed.measures.contains(&measure);
            if !wanted || !(asked || surveyed.answers.iter().any(|answer| answer.measure == Some(measure))) {
                continue;
            }
            let seen = Seen::of(measure, &surveyed.answers);
            for (group, weight) in &groups {
                let slot = Slot { measure, start, group: group.clone() };
                self.cells.entry(slot).or_insert_with(|| Cell::new(measure)).add(&seen, surveyed, *weight);
            }
        }
    }

    /// The answers of each group as they are, where everything is one interval.
    pub fn tallies(self) -> Vec<(Key, Tally)> {
        self.cells.into_iter().map(|(slot, cell)| (slot.group, cell.tally)).collect()
    }

    pub fn scores(self) -> Vec<Score> {
        let Self { groups, cells, .. } = self;
        cells.into_iter().map(|(slot, cell)| cell.score(slot, &groups)).collect()
    }
}

impl Cell {
    fn new(measure: Measure) -> Self {
        Self { tally: Tally::new(measure), drivers: Drivers::new(), late: 0, invited: 0, answered: 0, seconds: Vec::new() }
    }

    fn add(&mut self, seen: &Seen<'_>, surveyed: &Surveyed, weight: f64) {
        self.invited += u64::from(surveyed.invited);
        self.answered += u64::from(surveyed.invited && surveyed.answered);
        for counted in &seen.counted {
            self.tally.add(counted.value, weight);
            self.late += u64::from(counted.late);
            self.seconds.push(counted.at.seconds_since(surveyed.call_ended_at));
        }
        for (driver, score) in &seen.drivers {
            self.drivers.entry((*driver).to_owned()).or_insert_with(|| Tally::new(Measure::Index)).add(*score, weight);
        }
    }

    fn score(mut self, slot: Slot, groups: &Groups<'_>) -> Score {
        self.seconds.sort_unstable();
        let within = |hours: u64| self.seconds.partition_point(|seconds| *seconds <= hours * HOUR) as u64;
        let n = self.tally.n();
        Score {
            measure: slot.measure,
            group: groups.shown(slot.group),
            interval_start: slot.start,
            estimate: self.tally.estimate(),
            late_n: self.late,
            within_24h: share(within(24), n).map(round),
            within_72h: share(within(72), n).map(round),
            invited: self.invited,
            answered: self.answered,
            response_rate: share(self.answered, self.invited).map(|share| round(share * 100.0)),
            median_seconds_to_answer: median(&self.seconds),
            distribution: self.tally.distribution(),
            detail: Detail::of(slot.measure, &self.tally, self.drivers),
        }
    }
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The middle of sorted values; between two middle ones halfway, rounded down to whole seconds.
fn median(sorted: &[u64]) -> Option<u64> {
    let (low, high) = (sorted.len().checked_sub(1)? / 2, sorted.len() / 2);
    sorted.get(low).zip(sorted.get(high)).map(|(low, high)| u64::midpoint(*low, *high))
}
