//! Rows of one segment sorted into groups, a column at a time.

use std::collections::HashMap;

/// A row that no group holds.
pub const OUT: u32 = u32::MAX;
/// Largest table of pairs that is kept as such.
const DENSE: usize = 1 << 20;

/// The codes of the rows of a column.
pub enum Codes {
    /// Every row has this one.
    All(u32),
    Each(Vec<u32>),
}

/// For each row the number of its group, and for each group what it is made of.
pub struct Groups {
    pub of: Vec<u32>,
    /// Whether each row is in a group.
    whole: bool,
    /// Per column taken up: the group before, and the code.
    levels: Vec<Vec<(u32, u32)>>,
}

/// A number as a place.
pub fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Numbers for pairs, in the order in which they are first seen.
enum Pairs {
    Dense(Vec<u32>),
    Sparse(HashMap<u64, u32>),
}

impl Groups {
    /// All in one.
    pub fn new(rows: usize) -> Self {
        Self { of: vec![0; rows], whole: true, levels: Vec::new() }
    }

    pub fn count(&self) -> usize {
        self.levels.last().map_or(1, Vec::len)
    }

    /// Whether every row is in the one group.
    pub fn is_one(&self) -> bool {
        self.whole && self.count() == 1
    }

    /// Leaves out the rows in those places.
    pub fn leave_out(&mut self, places: impl Iterator<Item = usize>) {
        for place in places {
            self.whole = false;
            self.of.get_mut(place).into_iter().for_each(|group| *group = OUT);
        }
    }

    /// Leaves out the rows that do not fulfil it.
    pub fn keep(&mut self, codes: &Codes, fits: impl Fn(u32) -> bool) {
        match codes {
            Codes::All(code) if fits(*code) => {}
            Codes::All(_) => self.leave_out(0..self.of.len()),
            Codes::Each(codes) => {
                self.whole = false;
                let unfit = self.of.iter_mut().zip(codes).filter(|(_, code)| !fits(**code));
                unfit.for_each(|(group, _)| *group = OUT);
            }
        }
    }

    /// Divides the groups by a column whose codes are below `size`.
    pub fn divide(&mut self, codes: &Codes, size: usize) {
        match codes {
            Codes::All(code) => self.levels.push((0..self.count()).map(|group| (u32::try_from(group).unwrap_or(OUT), *code)).collect()),
            Codes::Each(codes) => self.divide_each(codes, size),
        }
    }

    fn divide_each(&mut self, codes: &[u32], size: usize) {
        let cells = self.count().saturating_mul(size);
        let mut pairs = if cells <= DENSE { Pairs::Dense(vec![OUT; cells]) } else { Pairs::Sparse(HashMap::new()) };
        let mut level = Vec::new();
        for (group, code) in self.of.iter_mut().zip(codes).filter(|(group, _)| **group != OUT) {
            let place = at(*group) * size + at(*code);
            let new = || u32::try_from(level.len()).unwrap_or(OUT - 1);
            let number = match &mut pairs {
                Pairs::Dense(table) => table.get_mut(place).map_or(OUT, |number| {
                    if *number == OUT {
                        *number = new();
                    }
                    *number
                }),
                Pairs::Sparse(table) => *table.entry(place as u64).or_insert_with(new),
            };
            if at(number) == level.len() {
                level.push((*group, *code));
            }
            *group = number;
        }
        self.levels.push(level);
    }

    /// The codes that a group is made of, of the first column first.
    pub fn codes(&self, group: usize, codes: &mut Vec<u32>) {
        codes.clear();
        let mut group = group;
        for level in self.levels.iter().rev() {
            let (before, code) = level.get(group).copied().unwrap_or_default();
            codes.push(code);
            group = at(before);
        }
        codes.reverse();
    }

    /// How many rows of each group have which code (below `size`).
    pub fn count_with(&self, codes: &[u32], size: usize, mut each: impl FnMut(usize, usize, u64)) {
        if self.is_one() {
            counts(codes, size).into_iter().enumerate().filter(|(_, count)| *count > 0).for_each(|(code, count)| each(0, code, count));
            return;
        }
        let cells = self.count().saturating_mul(size);
        if cells > DENSE {
            let mut counts: HashMap<(u32, u32), u64> = HashMap::new();
            let living = self.of.iter().zip(codes).filter(|(group, _)| **group != OUT);
            living.for_each(|(group, code)| *counts.entry((*group, *code)).or_default() += 1);
            counts.into_iter().for_each(|((group, code), count)| each(at(group), at(code), count));
            return;
        }
        let mut counts = vec![0_u32; cells];
        for (group, code) in self.of.iter().zip(codes).filter(|(group, _)| **group != OUT) {
            if let Some(count) = counts.get_mut(at(*group) * size + at(*code)) {
                *count += 1;
            }
        }
        for (place, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            each(place / size, place % size, u64::from(count));
        }
    }
}

/// How many rows have which code. In two tables by turns: equal codes behind one another need not wait for each other.
fn counts(codes: &[u32], size: usize) -> Vec<u64> {
    let (mut even, mut odd) = (vec![0_u64; size], vec![0_u64; size]);
    let (pairs, rest) = codes.as_chunks::<2>();
    let add = |table: &mut [u64], code: u32| table.get_mut(at(code)).into_iter().for_each(|count| *count += 1);
    for [one, other] in pairs {
        add(&mut even, *one);
        add(&mut odd, *other);
    }
    rest.iter().for_each(|code| add(&mut even, *code));
    even.iter_mut().zip(odd).for_each(|(count, more)| *count += more);
    even
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_divided_by_one_column_after_the_other() {
        let mut groups = Groups::new(5);
        groups.keep(&Codes::Each(vec![1, 1, 0, 1, 1]), |code| code == 1);
        groups.divide(&Codes::Each(vec![7, 7, 7, 3, 7]), 8);
        groups.divide(&Codes::All(5), 6);
        groups.divide(&Codes::Each(vec![0, 1, 0, 0, 0]), 2);
        let mut codes = Vec::new();
        let made_of: Vec<Option<Vec<u32>>> = (0..5)
            .map(|row| {
                (groups.of[row] != OUT).then(|| {
                    groups.codes(at(groups.of[row]), &mut codes);
                    codes.clone()
                })
            })
            .collect();
        assert_eq!(made_of, [Some(vec![7, 5, 0]), Some(vec![7, 5, 1]), None, Some(vec![3, 5, 0]), Some(vec![7, 5, 0])]);
        let mut counted = Vec::new();
        groups.count_with(&[0, 0, 0, 0, 1], 2, |group, code, count| counted.push((group, code, count)));
        assert_eq!(counted, [(0, 0, 1), (0, 1, 1), (1, 0, 1), (2, 0, 1)]);
    }

    #[test]
    fn the_codes_of_one_group_are_counted_as_those_of_several() {
        let codes = [2, 2, 0, 2, 0];
        let (one, mut other) = (Groups::new(5), Groups::new(5));
        other.keep(&Codes::Each(vec![0; 5]), |code| code == 0);
        for groups in [one, other] {
            let mut counted = Vec::new();
            groups.count_with(&codes, 3, |group, code, count| counted.push((group, code, count)));
            assert_eq!(counted, [(0, 0, 2), (0, 2, 3)]);
        }
    }
}
