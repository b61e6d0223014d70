//! A question put to segments: which rows count, and in which groups.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::bytes::{Cursor, Damaged, Dictionary, Numbers, text};
use super::groups::{Groups, at};
use super::{Columns, QUARTER, Segment};
use crate::call::Moment;
use crate::ports::report::{Condition, Dimension, Filter, Grouping, Interval, Pattern};
use crate::reports::group::Key;
use crate::reports::nul;
use crate::reports::summary::calendar::{Calendar, Clock};
use crate::reports::summary::compare::Slot;
use names::{Level, Named, Quick, Team, Time, Values, numbered};

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
pub struct Asked<'a> {
    /// Of which rows, also those of the period before.
    pub filter: &'a Filter,
    pub by: &'a [Grouping],
    pub interval: Interval,
    /// What ended earlier is read for comparison alone.
    pub from: Option<Moment>,
    /// Whether groups are told apart by account, too.
    pub accounts: bool,
}

/// A question, and the groups found so far.
pub struct Scan<'a> {
    asked: Asked<'a>,
    conditions: Vec<Condition>,
    calendar: Calendar,
    clock: Clock,
    /// Values of each grouping; of the last one, the begins of intervals.
    values: Vec<Values>,
    starts: Vec<Option<Moment>>,
    cells: HashMap<Box<[u32]>, u32, Quick>,
    keys: Vec<Box<[u32]>>,
    teams: HashMap<Box<[u8]>, Arc<Team>>,
}

/// The rows of a segment in their groups.
pub struct Sorted {
    pub groups: Groups,
    /// Of each group, the cells that it counts in, with its weight.
    pub cells: Vec<Vec<(u32, f64)>>,
    /// Of each group, the account; where that was asked for.
    pub accounts: Vec<Option<String>>,
}

/// The codes of a column and what they stand for.
struct Coded<'a> {
    entries: Vec<Option<&'a [u8]>>,
    codes: Vec<u32>,
}

impl<'a> Coded<'a> {
    /// Where a column is missing no row has an entry.
    fn read(segment: &Segment, columns: &'a Columns, name: &str) -> Result<Self, Damaged> {
        let Some(bytes) = columns.get(name) else { return Ok(Self { entries: vec![None], codes: vec![0; segment.rows] }) };
        let read = Dictionary::read(bytes)?;
        let codes = read.codes(segment.rows)?;
        Ok(Self { entries: read.entries, codes })
    }
}

impl<'a> Scan<'a> {
    pub fn new(asked: Asked<'a>) -> Self {
        let (filter, by) = (asked.filter, asked.by);
        Self {
            conditions: filter.conditions.iter().map(stored).collect(),
            calendar: Calendar::new(asked.interval, filter.zone.clone()),
            clock: Clock::new(filter.zone.clone()),
            values: by.iter().map(|_| Values::default()).collect(),
            starts: Vec::new(),
            cells: HashMap::default(),
            keys: Vec::new(),
            teams: HashMap::new(),
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
            ("of.account", self.asked.accounts),
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
        if self.asked.accounts {
            let coded = Coded::read(segment, columns, "of.account")?;
            groups.divide(&coded.codes, coded.entries.len());
            let names = coded.entries.iter().map(|entry| entry.map(text).transpose());
            let names = names.map(|name| Ok(name?.map(str::to_owned))).collect::<Result<Vec<_>, Damaged>>()?;
            levels.push(Level::Account(names));
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
            groups.keep(&moments, |at| (from..to).contains(&i64::from(at)));
        }
        if begins {
            let from = since(self.asked.from).unwrap_or(i64::MIN);
            let before: Vec<u32> = moments.iter().map(|at| u32::from(i64::from(*at) < from)).collect();
            groups.divide(&before, 2);
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
        let codes: Vec<u32> = quarters.iter().map(code).collect();
        groups.keep(&codes, |code| times.get(at(code)).is_some_and(|time| time.fits));
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
                groups.keep(&vec![u32::from(fits(&segment.tenant)); segment.rows], |fits| fits == 1);
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
                (vec![number(Some(segment.tenant.as_bytes()))?], vec![0; segment.rows])
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
        let teams = coded.entries.iter().map(|entry| self.known_team(entry.unwrap_or_default()));
        let teams = teams.collect::<Result<Vec<Arc<Team>>, Damaged>>()?;
        if asked_for {
            groups.keep(&coded.codes, |code| teams.get(at(code)).is_some_and(|team| !team.is_empty()));
        }
        if grouped {
            groups.divide(&coded.codes, teams.len());
            levels.push(Level::Agents(teams));
        }
        Ok(())
    }

    /// As [`Self::team`]; lists without shares come again and again, and are read once.
    fn known_team(&mut self, list: &[u8]) -> Result<Arc<Team>, Damaged> {
        let is_whole = list.starts_with(&1.0_f64.to_bits().to_le_bytes());
        if let Some(known) = self.teams.get(list).filter(|_| is_whole) {
            return Ok(Arc::clone(known));
        }
        let team = Arc::new(self.team(list)?);
        if is_whole {
            self.teams.insert(list.into(), Arc::clone(&team));
        }
        Ok(team)
    }

    /// The agents of a list that the filter asks for. Nobody at all is a group of its own, unless agents are asked for.
    fn team(&mut self, mut list: &[u8]) -> Result<Team, Damaged> {
        let conditions: Vec<&Condition> = self.conditions.iter().filter(|of| of.dimension.is_of_agents()).collect();
        let mut team: Team = Vec::new();
        if list.is_empty() && conditions.is_empty() {
            let by = self.asked.by.iter().enumerate().filter(|(_, by)| by.dimension.is_of_agents());
            team.push((by.map(|(place, _)| (place, 0)).collect(), 1.0));
        }
        while !list.is_empty() {
            let mut cursor = Cursor(list);
            let (share, id, of) = (f64::from_bits(cursor.long()?), cursor.text()?, cursor.maybe_text()?);
            list = cursor.0;
            let value = |dimension: &Dimension| if *dimension == Dimension::Agent { Some(id) } else { of };
            let fits = |condition: &&Condition| {
                value(&condition.dimension).is_some_and(|value| condition.any_of.iter().any(|pattern| pattern.fits(value)))
            };
            if !conditions.iter().all(fits) {
                continue;
            }
            let by = self.asked.by.iter().zip(&mut self.values).enumerate().filter(|(_, (by, _))| by.dimension.is_of_agents());
            let key: Vec<(usize, u32)> =
                by.map(|(place, (by, values))| (place, value(&by.dimension).map_or(0, |value| numbered(values, by, value)))).collect();
            match team.iter_mut().find(|(known, _)| *known == key) {
                Some((_, weight)) => *weight += share,
                None => team.push((key, share)),
            }
        }
        Ok(team)
    }

    /// Finds the cells of each group.
    fn named(&mut self, segment: &Segment, groups: Groups, levels: &[Level]) -> Sorted {
        let before = self.asked.from.is_some_and(|from| segment.ended.1 < from.millis());
        let mut named = Named { key: vec![0; self.asked.by.len() + 2], codes: Vec::new() };
        let start = self.only_start(segment).unwrap_or(0);
        let (mut cells, mut accounts) = (Vec::with_capacity(groups.count()), Vec::new());
        for group in 0..groups.count() {
            groups.codes(group, &mut named.codes);
            named.begin(start, before);
            let (team, account) = named.fill(levels);
            cells.push(match team {
                Some(team) => team.iter().map(|(numbers, weight)| (self.cell(named.with(numbers)), *weight)).collect(),
                None => vec![(self.cell(&named.key), 1.0)],
            });
            accounts.extend(account);
        }
        Sorted { groups, cells, accounts }
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
