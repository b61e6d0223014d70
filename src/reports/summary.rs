//! Scores from rows: one pass, whatever store the rows come from.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::Deserialize;

use super::group::{Facets, Groups, Key};
use crate::call::Moment;
use crate::ports::report::{Comparison, MeasureQuery, Previous, Score};
use crate::survey::measure::detail::{Detail, Drivers};
use crate::survey::measure::part::Piece;
use crate::survey::measure::{Estimate, Span, Tally, round};
use crate::survey::model::{Measure, Value};
use calendar::Calendar;
use compare::{Slot, earlier};
use seen::Seen;

pub mod calendar;
pub mod compare;
pub mod figures;
pub mod funnel;
pub mod handling;
mod middle;
pub mod packed;
mod seen;

const HOUR: u32 = 3600;

/// What scores need of a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    pub facets: Facets,
    pub invited: bool,
    pub answered: bool,
    /// Those that the survey has.
    pub measures: Vec<Measure>,
    pub answers: Vec<Given>,
    /// Which account asked; its price is that of the parts.
    pub account: String,
    /// Of texts that were paid for.
    pub parts: u64,
}

impl Surveyed {
    /// Whether its survey asks for the measure, or an answer feeds it.
    fn concerns(&self, measure: Measure) -> bool {
        self.measures.contains(&measure) || self.answers.iter().any(|answer| answer.measure == Some(measure))
    }

    /// Seconds from the end of the call; at most 2^32 − 1, which are 136 years.
    fn seconds_to(&self, moment: Moment) -> u32 {
        u32::try_from(moment.seconds_since(self.facets.ended_at)).unwrap_or(u32::MAX)
    }
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

/// What is counted of one slot. Two that were counted apart can be merged.
#[derive(Clone)]
struct Cell {
    tally: Tally,
    drivers: Drivers,
    late: u64,
    invited: u64,
    answered: u64,
    /// From the end of the call to each answer.
    seconds: Vec<u32>,
    /// Of the texts to those who were asked, by price: counted in whole parts, so that the order of rows does not matter.
    parts: BTreeMap<u64, u64>,
}

/// Scores in the making.
pub struct Summary<'a> {
    query: &'a MeasureQuery,
    groups: Groups<'a>,
    calendar: Calendar,
    cells: BTreeMap<(Measure, Slot), Cell>,
}

impl<'a> Summary<'a> {
    pub fn new(query: &'a MeasureQuery) -> Self {
        let groups = Groups::new(&query.by, &query.filter);
        let calendar = Calendar::new(query.interval, query.filter.zone.clone());
        let mut cells = BTreeMap::new();
        if let (true, Some(start)) = (groups.is_one(), calendar.only()) {
            // Asked for outright: an answer even if there is nothing to count.
            let only = Slot { start, group: Vec::new(), before: false };
            cells.extend(query.measures.iter().map(|measure| ((*measure, only.clone()), Cell::new(*measure))));
        }
        Self { query, groups, calendar, cells }
    }

    pub fn add(&mut self, surveyed: &Surveyed) {
        let start = self.calendar.start(surveyed.facets.ended_at);
        let before = self.query.filter.from.is_some_and(|from| surveyed.facets.ended_at < from);
        let groups = self.groups.of(&surveyed.facets);
        for measure in Measure::ALL {
            let wanted = self.query.measures.is_empty() || self.query.measures.contains(&measure);
            if !wanted || !surveyed.concerns(measure) {
                continue;
            }
            let seen = Seen::of(measure, &surveyed.answers);
            let price = self.query.prices.get(&surveyed.account).copied();
            for (group, weight) in &groups {
                let slot = Slot { start, group: group.clone(), before };
                let cell = self.cells.entry((measure, slot)).or_insert_with(|| Cell::new(measure));
                cell.add(&seen, surveyed, *weight);
                cell.pay(price, surveyed.parts);
            }
        }
    }

    /// Takes over what was counted elsewhere.
    fn take(&mut self, at: (Measure, Slot), cell: Cell) {
        match self.cells.entry(at) {
            Entry::Vacant(free) => drop(free.insert(cell)),
            Entry::Occupied(mut known) => known.get_mut().merge(&cell),
        }
    }

    /// The answers of each group as they are, where everything is one interval.
    pub fn tallies(self) -> Vec<(Key, Tally)> {
        self.cells.into_iter().map(|((_, slot), cell)| (slot.group, cell.tally)).collect()
    }

    pub fn scores(self) -> Vec<Score> {
        let Self { query, groups, mut calendar, cells } = self;
        let mut previous = |measure: Measure, slot: &Slot| query.compare.then(|| merged(&cells, measure, &earlier(slot, &mut calendar)));
        let wanted = cells.iter().filter(|((_, slot), _)| !slot.before);
        wanted.map(|((measure, slot), cell)| cell.score((*measure, slot), &groups, previous(*measure, slot))).collect()
    }
}

fn merged(cells: &BTreeMap<(Measure, Slot), Cell>, measure: Measure, slots: &[Slot]) -> Tally {
    let mut merged = Tally::new(measure);
    slots.iter().filter_map(|slot| cells.get(&(measure, slot.clone()))).for_each(|cell| merged.merge(&cell.tally));
    merged
}

impl Cell {
    fn new(measure: Measure) -> Self {
        Self {
            tally: Tally::new(measure),
            drivers: Drivers::new(),
            late: 0,
            invited: 0,
            answered: 0,
            seconds: Vec::new(),
            parts: BTreeMap::new(),
        }
    }

    fn add(&mut self, seen: &Seen<'_>, surveyed: &Surveyed, weight: f64) {
        self.invited += u64::from(surveyed.invited);
        self.answered += u64::from(surveyed.invited && surveyed.answered);
        for counted in &seen.counted {
            self.tally.add(counted.value, weight);
            self.late += u64::from(counted.late);
            self.seconds.push(surveyed.seconds_to(counted.at));
        }
        seen.drivers.iter().for_each(|(driver, score)| self.driver(driver).add(*score, weight));
    }

    fn driver(&mut self, name: &str) -> &mut Tally {
        self.drivers.entry(name.to_owned()).or_insert_with(|| Tally::new(Measure::Index))
    }

    fn pay(&mut self, price: Option<f64>, parts: u64) {
        if let Some(price) = price {
            *self.parts.entry(price.to_bits()).or_default() += parts;
        }
    }

    /// `None` where no price is known.
    fn cost(&self) -> Option<f64> {
        let cost = |(price, parts): (&u64, &u64)| f64::from_bits(*price) * *parts as f64;
        (!self.parts.is_empty()).then(|| self.parts.iter().map(cost).sum())
    }

    fn merge(&mut self, other: &Self) {
        other.parts.iter().for_each(|(price, parts)| *self.parts.entry(*price).or_default() += parts);
        self.tally.merge(&other.tally);
        self.late += other.late;
        self.invited += other.invited;
        self.answered += other.answered;
        self.seconds.extend_from_slice(&other.seconds);
        for (driver, tally) in &other.drivers {
            self.driver(driver).merge(tally);
        }
    }

    fn score(&self, (measure, slot): (Measure, &Slot), groups: &Groups<'_>, previous: Option<Tally>) -> Score {
        let within = |hours: u32| self.seconds.iter().filter(|seconds| **seconds <= hours * HOUR).count() as u64;
        let (n, estimate, cost) = (self.tally.n(), self.tally.estimate(), self.cost());
        let comparison = previous.map(|before| compared(estimate.value, &self.tally, &before));
        let gained = comparison.as_ref().and_then(|comparison| comparison.change).filter(|change| *change > 0.0);
        Score {
            measure,
            group: groups.shown(slot.group.clone()),
            interval_start: slot.start,
            estimate,
            late_n: self.late,
            within_24h: share(within(24), n).map(round),
            within_72h: share(within(72), n).map(round),
            invited: self.invited,
            answered: self.answered,
            response_rate: share(self.answered, self.invited).map(|share| round(share * 100.0)),
            median_seconds_to_answer: middle::median(&self.seconds),
            distribution: self.tally.distribution(),
            detail: Detail::of(measure, &self.tally, &self.drivers),
            cost: cost.map(round),
            cost_per_answer: cost.filter(|_| n > 0).map(|cost| round(cost / n as f64)),
            cost_per_point: cost.zip(gained).map(|(cost, gained)| round(cost / gained)),
            comparison,
        }
    }
}

fn compared(value: Option<f64>, now: &Tally, before: &Tally) -> Comparison {
    let Estimate { value: was, low, high, n, .. } = before.estimate();
    Comparison::of(value, Previous { span: Span { value: was, low, high }, n }, now.p_value(before))
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
