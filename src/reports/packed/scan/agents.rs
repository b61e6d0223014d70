//! Agents of calls, and the groups that they count in.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::names::{Quick, Values, numbered};
use crate::ports::report::{Condition, Dimension, Grouping};
use crate::reports::packed::bytes::{Cursor, Damaged};
use crate::reports::packed::groups::{OUT, at};

/// Numbers of [`Agents`] with their weights.
pub type Members<'a> = &'a [(u32, f64)];

/// Who is in each list of a segment, by the list's code.
#[derive(Default)]
pub struct Lists {
    ends: Vec<usize>,
    members: Vec<(u32, f64)>,
}

impl Lists {
    pub fn of(&self, code: u32) -> Members<'_> {
        let end = |code: usize| self.ends.get(code).copied();
        let begin = at(code).checked_sub(1).map_or(Some(0), end);
        begin.zip(end(at(code))).and_then(|(begin, end)| self.members.get(begin..end)).unwrap_or_default()
    }
}

/// The agents met so far; those whose calls count in the same groups share a number.
pub struct Agents {
    /// By id and team as they lie in lists; [`OUT`] if the filter does not ask for them.
    known: HashMap<Box<[u8]>, u32, Quick>,
    numbers: HashMap<Vec<(usize, u32)>, u32>,
    keys: Vec<Vec<(usize, u32)>>,
}

/// What is asked about agents.
pub struct Question<'a> {
    pub conditions: &'a [Condition],
    pub by: &'a [Grouping],
    /// Of each grouping.
    pub values: &'a mut [Values],
}

impl Agents {
    pub fn new() -> Self {
        let known = HashMap::with_hasher(Quick::from(RandomState::new().hash_one("agents")));
        Self { known, numbers: HashMap::new(), keys: Vec::new() }
    }

    /// What a call counts under in the groupings of agents, by their places.
    pub fn key(&self, number: u32) -> &[(usize, u32)] {
        self.keys.get(at(number)).map_or(&[], Vec::as_slice)
    }

    /// The agents of each list that the filter asks for. Nobody at all is a group of its own, unless agents are asked for.
    pub fn lists(&mut self, entries: &[Option<&[u8]>], mut question: Question<'_>) -> Result<Lists, Damaged> {
        let mut lists = Lists::default();
        for entry in entries {
            let first = lists.members.len();
            let mut list = entry.unwrap_or_default();
            if list.is_empty() && !question.conditions.iter().any(|of| of.dimension.is_of_agents()) {
                lists.members.push((self.number(question.nobody()), 1.0));
            }
            while !list.is_empty() {
                let share = f64::from_bits(Cursor(list).long()?);
                let (name, rest) = name(list.get(8..).ok_or(Damaged)?)?;
                list = rest;
                let number = self.of(name, &mut question)?;
                match lists.members.iter_mut().skip(first).find(|(known, _)| *known == number) {
                    _ if number == OUT => {}
                    Some((_, weight)) => *weight += share,
                    None => lists.members.push((number, share)),
                }
            }
            lists.ends.push(lists.members.len());
        }
        Ok(lists)
    }

    fn of(&mut self, name: &[u8], question: &mut Question<'_>) -> Result<u32, Damaged> {
        if let Some(known) = self.known.get(name) {
            return Ok(*known);
        }
        let mut cursor = Cursor(name);
        let (id, team) = (cursor.text()?, cursor.maybe_text()?);
        let number = question.of(id, team).map_or(OUT, |key| self.number(key));
        self.known.insert(name.into(), number);
        Ok(number)
    }

    fn number(&mut self, key: Vec<(usize, u32)>) -> u32 {
        let next = u32::try_from(self.keys.len()).unwrap_or(OUT);
        let number = *self.numbers.entry(key.clone()).or_insert(next);
        if number == next {
            self.keys.push(key);
        }
        number
    }
}

impl Question<'_> {
    /// The key of an agent, if it is asked for.
    fn of(&mut self, id: &str, team: Option<&str>) -> Option<Vec<(usize, u32)>> {
        let value = |dimension: &Dimension| if *dimension == Dimension::Agent { Some(id) } else { team };
        let fits = |condition: &Condition| {
            value(&condition.dimension).is_some_and(|value| condition.any_of.iter().any(|pattern| pattern.fits(value)))
        };
        let is_asked_for = self.conditions.iter().filter(|of| of.dimension.is_of_agents()).all(fits);
        let by = self.by.iter().zip(self.values.iter_mut()).enumerate().filter(|(_, (by, _))| by.dimension.is_of_agents());
        let number = |by: &Grouping, values: &mut Values| value(&by.dimension).map_or(0, |value| numbered(values, by, value));
        is_asked_for.then(|| by.map(|(place, (by, values))| (place, number(by, values))).collect())
    }

    fn nobody(&self) -> Vec<(usize, u32)> {
        let by = self.by.iter().enumerate().filter(|(_, by)| by.dimension.is_of_agents());
        by.map(|(place, _)| (place, 0)).collect()
    }
}

/// Id and team of the first agent of a list without its share, as they lie there; and the rest.
fn name(list: &[u8]) -> Result<(&[u8], &[u8]), Damaged> {
    let mut cursor = Cursor(list);
    let id = cursor.count()?;
    cursor.take(id)?;
    if cursor.byte()? != 0 {
        let team = cursor.count()?;
        cursor.take(team)?;
    }
    list.split_at_checked(list.len() - cursor.0.len()).ok_or(Damaged)
}
