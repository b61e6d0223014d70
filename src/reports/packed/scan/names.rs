//! What codes, groups and cells stand for.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use super::agents::{Lists, Members};
use crate::ports::report::Grouping;
use crate::reports::packed::groups::at;

/// The values of a grouping, numbered; 0 is none.
#[derive(Default)]
pub struct Values {
    known: HashMap<String, u32>,
    names: Vec<String>,
}

impl Values {
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.known.get(name) {
            return *number;
        }
        self.names.push(name.to_owned());
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.known.insert(name.to_owned(), number);
        number
    }

    pub fn name(&self, number: u32) -> Option<String> {
        at(number).checked_sub(1).and_then(|place| self.names.get(place)).cloned()
    }
}

/// What a level of groups divides by.
pub enum Level {
    Time(Vec<Time>),
    Before,
    Value {
        place: usize,
        numbers: Vec<u32>,
    },
    Agents(Lists),
    /// Of a part of a text, as bits.
    Price(Vec<Option<u64>>),
}

/// What a quarter of an hour belongs to: the number of its interval, and those of hours and days of the week by place among the groupings.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    pub fits: bool,
    pub start: u32,
    pub shown: Vec<(usize, u32)>,
}

/// A group's key in the making: interval, whether before, then the values.
pub struct Named {
    pub key: Vec<u32>,
    pub codes: Vec<u32>,
}

impl Named {
    /// What all groups of a segment have in common, unless a level says otherwise.
    pub fn begin(&mut self, start: u32, before: bool) {
        self.key.fill(0);
        self.put(0, start);
        self.put(1, u32::from(before));
    }

    pub fn put(&mut self, place: usize, number: u32) {
        self.key.get_mut(place).into_iter().for_each(|slot| *slot = number);
    }

    pub fn put_all(&mut self, numbers: &[(usize, u32)]) {
        numbers.iter().for_each(|(place, number)| self.put(place + 2, *number));
    }

    /// Fills in everything but the agents; gives these, and the price.
    pub fn fill<'l>(&mut self, levels: &'l [Level]) -> (Option<Members<'l>>, Option<u64>) {
        let (mut found, mut price) = (None, None);
        for (at_level, level) in levels.iter().enumerate() {
            let code = self.codes.get(at_level).copied().unwrap_or(0);
            match level {
                Level::Before => self.put(1, code),
                Level::Value { place, numbers } => self.put(place + 2, numbers.get(at(code)).copied().unwrap_or(0)),
                Level::Agents(lists) => found = Some(lists.of(code)),
                Level::Price(prices) => price = prices.get(at(code)).copied().flatten(),
                Level::Time(times) => {
                    if let Some(time) = times.get(at(code)) {
                        self.put(0, time.start);
                        time.shown.iter().for_each(|(place, number)| self.put(place + 2, *number));
                    }
                }
            }
        }
        (found, price)
    }
}

/// The number of the value that a row is grouped under.
pub fn numbered(values: &mut Values, by: &Grouping, value: &str) -> u32 {
    if by.levels.is_none() { values.number(value) } else { values.number(&by.cut(value)) }
}

/// Hashes keys made of our own numbers, which nobody outside can choose: multiply and rotate. Where others choose them it begins with a
/// number that nobody knows.
#[derive(Debug, Default, Clone)]
pub struct Quick(u64);

impl From<u64> for Quick {
    fn from(start: u64) -> Self {
        Self(start)
    }
}

impl BuildHasher for Quick {
    type Hasher = Self;

    fn build_hasher(&self) -> Self {
        Self(self.0)
    }
}

impl Quick {
    fn take(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }

    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| self.take(u64::from_le_bytes(*eight)));
        if !rest.is_empty() {
            self.take(rest.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        }
    }
}
