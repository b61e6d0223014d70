//! A question put to segments: which rows count, and in which groups.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::bytes::{Damaged, Dictionary, Numbers, text};
use super::groups::{Codes, Groups, OUT, at};
use super::{Columns, QUARTER, Segment};
use crate::call::Moment;
use crate::ports::report::{Condition, Dimension, Filter, Grouping, Interval, Pattern};
use crate::reports::group::Key;
use crate::reports::nul;
use crate::reports::summary::calendar::{Calendar, Clock};
use crate::reports::summary::compare::Slot;
use agents::{Agents, Question};
use names::{Level, Named, Quick, Time, Values, numbered};

mod agents;
mod names;

/// Name of the column of what rows are grouped by.
pub fn column(dimension: &Dimension) -> String {
    match dimension {
        Dimension::Agent | Dimension::Team => "of.agents".to_owned(),
        Dimension::Brand => "of.attr.brand".to_owned(),
        other => format!("of.{}", other.name()),
    }
}

/// What is asked.
#[derive(Clone)]
pub struct Asked {
    /// Of which rows, also those of the period before.
    pub filter: Filter,
    pub by: Vec<Grouping>,
    pub interval: Interval,
    /// What ended earlier is read for comparison alone.
    pub from: Option<Moment>,
    /// What a part of a text costs, by account, where groups are told apart by that, too.
    pub prices: Option<BTreeMap<String, f64>>,
}

/// A question, and the groups found so far.
pub struct Scan {
    asked: Asked,
    conditions: Vec<Condition>,
    calendar: Calendar,
    clock: Clock,
    /// Values of each grouping; of the last one, the begins of intervals.
    values: Vec<Values>,
    starts: Vec<Option<Moment>>,
    cells: HashMap<Box<[u32]>, u32, Quick>,
    keys: Vec<Box<[u32]>>,
    agents: Agents,
    /// The cells of agents, by their numbers, in the group that was named last.
    recent: (Vec<u32>, Vec<u32>),
}

/// The rows of a segment in their groups.
pub struct Sorted {
    pub groups: Groups,
    /// The cells of one group after the other, each with its weight, and where those of each end.
    cells: Vec<(u32, f64)>,
    ends: Vec<usize>,
    /// Of each group.
    prices: Vec<Option<u64>>,
}

impl Sorted {
    /// The cells that a group counts in, each with its weight.
    pub fn cells(&self, group: usize) -> &[(u32, f64)] {
        let end = |group: usize| self.ends.get(group).copied();
        let begin = group.checked_sub(1).map_or(Some(0), end);
        begin.zip(end(group)).and_then(|(begin, end)| self.cells.get(begin..end)).unwrap_or_default()
    }

    /// What a part of a text costs in a group, as bits; `None` where that is not known, or not asked for.
    pub fn price(&self, group: usize) -> Option<u64> {
        self.prices.get(group).copied().flatten()
    }
}

/// The codes of a column and what they stand for.
struct Coded<'a> {
    entries: Vec<Option<&'a [u8]>>,
    codes: Codes,
}

impl<'a> Coded<'a> {
    /// Where a column is missing no row has an entry.
    fn read(segment: &Segment, columns: &'a Columns, name: &str) -> Result<Self, Damaged> {
        let Some(bytes) = columns.get(name) else { return Ok(Self { entries: vec![None], codes: Codes::All(0) }) };
        let read = Dictionary::read(bytes)?;
        let codes = read.coded(segment.rows)?;
        Ok(Self { entries: read.entries, codes })
    }
}

impl Scan {
    pub fn new(asked: Asked) -> Self {
        let (filter, by) = (&asked.filter, &asked.by);
        Self {
            conditions: filter.conditions.iter().map(stored).collect(),
            calendar: Calendar::new(asked.interval, filter.zone.clone()),
            clock: Clock::new(filter.zone.clone()),
            values: by.iter().map(|_| Values::default()).collect(),
            starts: Vec::new(),
            cells: HashMap::default(),
            keys: Vec::new(),
            agents: Agents::new(),
            recent: (Vec::new(), Vec::new()),
            asked,
        }
    }

    /// The cells in the order of their numbers.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        self.keys.iter().map(|key| {
            let [start, before, values @ ..] = key.as_ref() else { return Slot { start: None, group: Key::new(), before: false } };
            let group = self.values.iter().zip(values).map(|(of, number)| of.name(*number)).collect();
            Slot { start: self.starts.get(at(*start)).copied().flatten(), group, before: *before == 1 }
        })
    }

    /// The columns that it needs of a segment, beside those of outcomes.
    pub fn needs(&mut self, segment: &Segment, loose: &[i64]) -> Vec<String> {
        let is_of_several = self.is_of_time() && self.only_start(segment).is_none();
        let conditions = self.conditions.iter().map(|condition| &condition.dimension);
        let dimensions = conditions.chain(self.asked.by.iter().map(|by| &by.dimension));
        let mut needs: Vec<String> = dimensions.filter(|of| !of.is_of_time() && **of != Dimension::Tenant).map(column).collect();
        let of_time = [
            ("row", !segment.candidates(loose).is_empty()),
            ("at", self.is_cut(segment) || self.begins_within(segment)),
            ("quarter", is_of_several),
            ("of.account", self.asked.prices.is_some()),
        ];
        needs.extend(of_time.into_iter().filter(|(_, needed)| *needed).map(|(name, _)| name.to_owned()));
        needs.sort_unstable();
        needs.dedup();
        needs
    }

    /// Whether some of its rows may lie outside the period.
    fn is_cut(&self, segment: &Segment) -> bool {
        let (from, to) = (self.asked.filter.from.map(Moment::millis), self.asked.filter.to.map(Moment::millis));
        from.is_some_and(|from| segment.ended.0 < from) || to.is_some_and(|to| segment.ended.1 >= to)
    }

    /// Whether the period that was asked for begins within it.
    fn begins_within(&self, segment: &Segment) -> bool {
        self.asked.from.is_some_and(|from| segment.ended.0 < from.millis() && segment.ended.1 >= from.millis())
    }

    fn is_of_time(&self) -> bool {
        self.asked.interval != Interval::None || self.looks_at_the_clock()
    }

    fn looks_at_the_clock(&self) -> bool {
        let conditions = self.conditions.iter().map(|condition| &condition.dimension);
        conditions.chain(self.asked.by.iter().map(|by| &by.dimension)).any(Dimension::is_of_time)
    }

    /// The number of the interval that all its rows belong to, if there is one and nothing else of time is asked for.
    fn only_start(&mut self, segment: &Segment) -> Option<u32> {
        if self.looks_at_the_clock() {
            return None;
        }
        let (first, last) = (Moment::from_millis(segment.ended.0), Moment::from_millis(segment.ended.1));
        let start = self.calendar.start(first);
        (start == self.calendar.start(last)).then(|| self.start(start))
    }

    fn start(&mut self, start: Option<Moment>) -> u32 {
        let known = self.starts.iter().rposition(|known| *known == start).unwrap_or(self.starts.len());
        if known == self.starts.len() {
            self.starts.push(start);
        }
        u32::try_from(known).unwrap_or(0)
    }

    /// Sorts the rows of a segment.
    pub fn sort(&mut self, segment: &Segment, (columns, loose): (&Columns, &[i64])) -> Result<Sorted, Damaged> {
        let mut groups = Groups::new(segment.rows);
        groups.leave_out(segment.dead.places());
        groups.leave_out(segment.places(columns, loose)?.into_iter());
        let mut levels = Vec::new();
        self.take_moments(segment, columns, (&mut groups, &mut levels))?;
        self.take_quarters(segment, columns, (&mut groups, &mut levels))?;
        self.take_conditions(segment, columns, &mut groups)?;
        self.take_values(segment, columns, (&mut groups, &mut levels))?;
        self.take_agents(segment, columns, (&mut groups, &mut levels))?;
        if let Some(prices) = &self.asked.prices {
            let coded = Coded::read(segment, columns, "of.account")?;
            let price = |account: &[u8]| Ok(prices.get(text(account)?).map(|price| price.to_bits()));
            let known = coded.entries.iter().map(|entry| entry.map_or(Ok(None), price)).collect::<Result<Vec<_>, Damaged>>()?;
            groups.divide(&coded.codes, known.len());
            levels.push(Level::Price(known));
        }
        Ok(self.named(segment, groups, &levels))
    }

    fn take_moments(&self, segment: &Segment, columns: &Columns, (groups, levels): (&mut Groups, &mut Vec<Level>)) -> Result<(), Damaged> {
        let (cut, begins) = (self.is_cut(segment), self.begins_within(segment));
        if !cut && !begins {
            return Ok(());
        }
        let moments = Numbers::read(columns.get("at").ok_or(Damaged)?)?.words(segment.rows)?;
        let since = |moment: Option<Moment>| moment.map(|moment| moment.millis().saturating_sub(segment.day * super::DAY));
        if cut {
            let (from, to) = (since(self.asked.filter.from).unwrap_or(i64::MIN), since(self.asked.filter.to).unwrap_or(i64::MAX));
            let within = moments.iter().map(|at| u32::from((from..to).contains(&i64::from(*at))));
            groups.keep(&Codes::Each(within.collect()), |within| within == 1);
        }
        if begins {
            let from = since(self.asked.from).unwrap_or(i64::MIN);
            let before = moments.iter().map(|at| u32::from(i64::from(*at) < from));
            groups.divide(&Codes::Each(before.collect()), 2);
            levels.push(Level::Before);
        }
        Ok(())
    }

    fn take_quarters(
        &mut self,
        segment: &Segment,
        columns: &Columns,
        (groups, levels): (&mut Groups, &mut Vec<Level>),
    ) -> Result<(), Damaged> {
        if !self.is_of_time() || self.only_start(segment).is_some() {
            return Ok(());
        }
        let quarters = Numbers::read(columns.get("quarter").ok_or(Damaged)?)?.words(segment.rows)?;
        let mut times: Vec<Time> = Vec::new();
        let mut codes = Vec::new();
        for quarter in 0..super::DAY / QUARTER {
            let time = self.time(Moment::from_millis(segment.day * super::DAY + quarter * QUARTER));
            let known = times.iter().position(|known| *known == time).unwrap_or(times.len());
            if known == times.len() {
                times.push(time);
            }
            codes.push(u32::try_from(known).unwrap_or(0));
        }
        let code = |quarter: &u32| codes.get(at(*quarter)).copied().unwrap_or(0);
        let codes = Codes::Each(quarters.iter().map(code).collect());
        if !times.iter().all(|time| time.fits) {
            groups.keep(&codes, |code| times.get(at(code)).is_some_and(|time| time.fits));
        }
        groups.divide(&codes, times.len());
        levels.push(Level::Time(times));
        Ok(())
    }

    fn time(&mut self, moment: Moment) -> Time {
        let (start, shows) = (self.calendar.start(moment), self.clock.shows(moment));
        let start = self.start(start);
        let times = self.conditions.iter().filter(|condition| condition.dimension.is_of_time());
        let fits = times.into_iter().all(|condition| condition.any_of.iter().any(|wanted| wanted.fits(shows.of(&condition.dimension))));
        let by = self.asked.by.iter().zip(&mut self.values).enumerate().filter(|(_, (by, _))| by.dimension.is_of_time());
        let shown = by.map(|(place, (by, values))| {
            let value = shows.of(&by.dimension);
            // Two digits sort as numbers do.
            let value = if by.dimension == Dimension::Hour { format!("{value:0>2}") } else { value.to_owned() };
            (place, values.number(&value))
        });
        Time { fits, start, shown: shown.collect() }
    }

    fn take_conditions(&self, segment: &Segment, columns: &Columns, groups: &mut Groups) -> Result<(), Damaged> {
        let plain = self.conditions.iter().filter(|of| !of.dimension.is_of_time() && !of.dimension.is_of_agents());
        for condition in plain {
            let fits = |value: &str| condition.any_of.iter().any(|pattern| pattern.fits(value));
            if condition.dimension == Dimension::Tenant {
                groups.keep(&Codes::All(0), |_| fits(&segment.tenant));
                continue;
            }
            let coded = Coded::read(segment, columns, &column(&condition.dimension))?;
            let fitting = coded.entries.iter().map(|entry| entry.map_or(Ok(false), |entry| Ok(fits(text(entry)?))));
            let fitting = fitting.collect::<Result<Vec<bool>, Damaged>>()?;
            if !fitting.iter().all(|fits| *fits) {
                groups.keep(&coded.codes, |code| fitting.get(at(code)).copied().unwrap_or(false));
            }
        }
        Ok(())
    }

    fn take_values(
        &mut self,
        segment: &Segment,
        columns: &Columns,
        (groups, levels): (&mut Groups, &mut Vec<Level>),
    ) -> Result<(), Damaged> {
        let by = self.asked.by.iter().zip(&mut self.values).enumerate();
        for (place, (by, values)) in by.filter(|(_, (by, _))| !by.dimension.is_of_time() && !by.dimension.is_of_agents()) {
            let mut number = |entry: Option<&[u8]>| Ok(entry.map(text).transpose()?.map_or(0, |value| numbered(values, by, value)));
            let (numbers, codes) = if by.dimension == Dimension::Tenant {
                (vec![number(Some(segment.tenant.as_bytes()))?], Codes::All(0))
            } else {
                let coded = Coded::read(segment, columns, &column(&by.dimension))?;
                (coded.entries.into_iter().map(number).collect::<Result<Vec<u32>, Damaged>>()?, coded.codes)
            };
            groups.divide(&codes, numbers.len());
            levels.push(Level::Value { place, numbers });
        }
        Ok(())
    }

    fn take_agents(
        &mut self,
        segment: &Segment,
        columns: &Columns,
        (groups, levels): (&mut Groups, &mut Vec<Level>),
    ) -> Result<(), Damaged> {
        let asked_for = self.conditions.iter().any(|condition| condition.dimension.is_of_agents());
        let grouped = self.asked.by.iter().any(|by| by.dimension.is_of_agents());
        if !asked_for && !grouped {
            return Ok(());
        }
        let coded = Coded::read(segment, columns, "of.agents")?;
        let question = Question { conditions: &self.conditions, by: &self.asked.by, values: &mut self.values };
        let lists = self.agents.lists(&coded.entries, question)?;
        if asked_for {
            groups.keep(&coded.codes, |code| !lists.of(code).is_empty());
        }
        if grouped {
            groups.divide(&coded.codes, coded.entries.len());
            levels.push(Level::Agents(lists));
        }
        Ok(())
    }

    /// Finds the cells of each group.
    fn named(&mut self, segment: &Segment, groups: Groups, levels: &[Level]) -> Sorted {
        let before = self.asked.from.is_some_and(|from| segment.ended.1 < from.millis());
        let mut named = Named { key: vec![0; self.asked.by.len() + 2], codes: Vec::new() };
        let start = self.only_start(segment).unwrap_or(0);
        let (mut cells, mut ends, mut prices) = (Vec::with_capacity(groups.count()), Vec::with_capacity(groups.count()), Vec::new());
        for group in 0..groups.count() {
            groups.codes(group, &mut named.codes);
            named.begin(start, before);
            let (agents, price) = named.fill(levels);
            match agents {
                Some(agents) => {
                    self.begin(&named.key);
                    cells.extend(agents.iter().map(|(agent, weight)| (self.agents_cell(&mut named, *agent), *weight)));
                }
                None => cells.push((self.cell(&named.key), 1.0)),
            }
            ends.push(cells.len());
            prices.push(price);
        }
        Sorted { groups, cells, ends, prices }
    }

    /// What is known of agents' cells holds in groups that share all else.
    fn begin(&mut self, key: &[u32]) {
        let (of, cells) = &mut self.recent;
        if of != key {
            of.clear();
            of.extend_from_slice(key);
            cells.clear();
        }
    }

    fn agents_cell(&mut self, named: &mut Named, agent: u32) -> u32 {
        if let Some(known) = self.recent.1.get(at(agent)).filter(|known| **known != OUT) {
            return *known;
        }
        named.put_all(self.agents.key(agent));
        let cell = self.cell(&named.key);
        let cells = &mut self.recent.1;
        if cells.len() <= at(agent) {
            cells.resize(at(agent) + 1, OUT);
        }
        cells.get_mut(at(agent)).into_iter().for_each(|slot| *slot = cell);
        cell
    }

    fn cell(&mut self, key: &[u32]) -> u32 {
        if let Some(known) = self.cells.get(key) {
            return *known;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.keys.push(key.into());
        match self.cells.entry(key.into()) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(free) => *free.insert(number),
        }
    }
}

/// A condition as what is stored fulfils it.
fn stored(condition: &Condition) -> Condition {
    let text = |text: &str| nul::text(text).into_owned();
    let pattern = |pattern: &Pattern| match pattern {
        Pattern::Is(value) => Pattern::Is(text(value)),
        Pattern::Begins(start) => Pattern::Begins(text(start)),
        Pattern::Within(path) => Pattern::Within(text(path)),
    };
    Condition { dimension: condition.dimension.clone(), any_of: condition.any_of.iter().map(pattern).collect() }
}
