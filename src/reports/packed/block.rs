//! Rows on their way into a segment.

use std::collections::{BTreeMap, HashMap};

use super::bytes::{Bits, Cursor, Damaged, Dictionary, Numbers, dictionary, numbers};
use super::{Columns, DAY, MOST_ROWS, QUARTER, Segment};

/// Rows of one tenant and one day (UTC), by columns.
#[derive(Debug)]
pub struct Block {
    tenant: String,
    day: i64,
    /// Row ids, in the order in which they came.
    rows: Vec<i64>,
    /// Milliseconds since the day began.
    at: Vec<u32>,
    words: BTreeMap<String, Words>,
}

/// A column in a dictionary; an entry may bring numbers with it that differ from row to row.
#[derive(Debug, Default)]
struct Words {
    known: HashMap<Box<[u8]>, u32>,
    codes: Vec<u32>,
    /// Where each row's numbers begin.
    starts: Vec<usize>,
    numbers: Vec<u32>,
}

impl Words {
    /// Rows without an entry, up to that one.
    fn pad(&mut self, rows: usize) {
        self.codes.resize(rows, 0);
        self.starts.resize(rows, self.numbers.len());
    }

    fn push(&mut self, entry: &[u8], numbers: &[u32]) {
        let next = u32::try_from(self.known.len() + 1).unwrap_or(u32::MAX);
        let code = self.known.get(entry).copied().unwrap_or_else(|| *self.known.entry(entry.into()).or_insert(next));
        self.codes.push(code);
        self.starts.push(self.numbers.len());
        self.numbers.extend_from_slice(numbers);
    }

    fn numbers_of(&self, row: usize) -> &[u32] {
        let end = self.starts.get(row + 1).copied().unwrap_or(self.numbers.len());
        self.starts.get(row).and_then(|start| self.numbers.get(*start..end)).unwrap_or_default()
    }

    fn written(&self, order: &[usize]) -> Vec<u8> {
        let mut entries: Vec<&[u8]> = vec![&[]; self.known.len()];
        for (entry, code) in &self.known {
            if let Some(slot) = usize::try_from(*code - 1).ok().and_then(|at| entries.get_mut(at)) {
                *slot = entry;
            }
        }
        dictionary(&entries, order.iter().map(|row| self.codes.get(*row).copied().unwrap_or(0)))
    }
}

/// A segment that is not stored yet.
#[derive(Debug)]
pub struct Packed {
    pub segment: Segment,
    pub columns: Vec<(String, Vec<u8>)>,
}

/// Name of the column of the numbers that an outcome brings.
pub fn seconds_of(outcome: &str) -> String {
    format!("seconds.{outcome}")
}

impl Block {
    pub fn new(tenant: &str, day: i64) -> Self {
        Self { tenant: tenant.to_owned(), day, rows: Vec::new(), at: Vec::new(), words: BTreeMap::new() }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Begins the next row.
    pub fn row(&mut self, row: i64, ended_at: i64) {
        self.rows.push(row);
        self.at.push(u32::try_from(ended_at - self.day * DAY).unwrap_or(0));
    }

    /// Gives the newest row an entry.
    pub fn put(&mut self, name: &str, entry: &[u8], numbers: &[u32]) {
        if !self.words.contains_key(name) {
            self.words.insert(name.to_owned(), Words::default());
        }
        if let Some(words) = self.words.get_mut(name) {
            words.pad(self.rows.len() - 1);
            words.push(entry, numbers);
        }
    }

    /// Takes over the rows of a segment but for the dead.
    pub fn absorb(&mut self, segment: &Segment, columns: &Columns) -> Result<(), Damaged> {
        let count = segment.rows;
        let living: Vec<usize> = (0..count).filter(|place| !segment.dead.has(*place)).collect();
        let (rows, at) = (Numbers::read(columns.get("row").ok_or(Damaged)?)?, Numbers::read(columns.get("at").ok_or(Damaged)?)?);
        let (rows, at, first) = (rows.longs(count)?, at.words(count)?, self.rows.len());
        self.rows.extend(living.iter().filter_map(|place| rows.get(*place)).map(|row| row.cast_signed()));
        self.at.extend(living.iter().filter_map(|place| at.get(*place)));
        for (name, bytes) in columns.iter().filter(|(name, _)| name.contains('.') && !name.starts_with("seconds.")) {
            let seconds = columns.get(&seconds_of(name)).map(|bytes| Numbers::read(bytes)).transpose()?;
            let words = self.words.entry(name.clone()).or_default();
            words.pad(first);
            words.absorb(&Dictionary::read(bytes)?, (seconds, count), &living)?;
        }
        Ok(())
    }

    /// The segment of these rows, in the order of their ids.
    pub fn packed(mut self) -> Packed {
        let count = self.rows.len();
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_unstable_by_key(|row| self.rows.get(*row));
        let rows = || order.iter().filter_map(|row| self.rows.get(*row)).copied();
        let at = || order.iter().filter_map(|row| self.at.get(*row)).copied();
        let (first, last) = (self.at.iter().min().copied().unwrap_or(0), self.at.iter().max().copied().unwrap_or(0));
        let segment = Segment {
            id: 0,
            tenant: self.tenant.clone(),
            day: self.day,
            rows: count,
            ended: (self.day * DAY + i64::from(first), self.day * DAY + i64::from(last)),
            ids: (rows().next().unwrap_or(0), rows().next_back().unwrap_or(0)),
            dead: Bits::default(),
        };
        let quarter = u64::try_from(QUARTER).unwrap_or(1);
        let mut columns = vec![
            ("row".to_owned(), numbers(rows().map(i64::cast_unsigned))),
            ("at".to_owned(), numbers(at().map(u64::from))),
            ("quarter".to_owned(), numbers(at().map(|at| u64::from(at) / quarter))),
        ];
        for (name, words) in &mut self.words {
            words.pad(count);
            columns.push((name.clone(), words.written(&order)));
            if !words.numbers.is_empty() {
                let all = order.iter().flat_map(|row| words.numbers_of(*row)).map(|number| u64::from(*number));
                columns.push((seconds_of(name), numbers(all)));
            }
        }
        Packed { segment, columns }
    }
}

impl Words {
    fn absorb(&mut self, from: &Dictionary<'_>, (numbers, count): (Option<Numbers<'_>>, usize), living: &[usize]) -> Result<(), Damaged> {
        let codes = from.codes(count)?;
        let taken = |code: u32| from.entries.get(usize::try_from(code).unwrap_or(0)).copied().flatten();
        let lengths = codes.iter().map(|code| numbers.map_or(Ok(0), |_| taken(*code).map_or(Ok(0), |entry| Cursor(entry).count())));
        let lengths = lengths.collect::<Result<Vec<usize>, Damaged>>()?;
        let all = numbers.map_or(Ok(Vec::new()), |numbers| numbers.words(lengths.iter().sum()))?;
        let mut start = 0;
        let mut living = living.iter().peekable();
        for ((place, code), length) in codes.iter().enumerate().zip(lengths) {
            let own = all.get(start..start + length).ok_or(Damaged)?;
            start += length;
            if living.next_if(|next| **next == place).is_none() {
                continue;
            }
            match taken(*code) {
                Some(entry) => self.push(entry, own),
                None => self.pad(self.codes.len() + 1),
            }
        }
        Ok(())
    }
}

/// Rows sorted into blocks of one tenant and day each.
#[derive(Debug, Default)]
pub struct Sorter {
    open: BTreeMap<(String, i64), Block>,
    done: Vec<Packed>,
}

impl Sorter {
    /// The block that a row belongs to, with the row begun.
    pub fn row(&mut self, tenant: &str, (row, ended_at): (i64, i64)) -> &mut Block {
        let key = (tenant.to_owned(), ended_at.div_euclid(DAY));
        if let Some(full) = self.open.get(&key).is_some_and(|block| block.len() >= MOST_ROWS).then(|| self.open.remove(&key)).flatten() {
            self.done.push(full.packed());
        }
        let (of, day) = key.clone();
        let block = self.open.entry(key).or_insert_with(|| Block::new(&of, day));
        block.row(row, ended_at);
        block
    }

    pub fn packed(self) -> Vec<Packed> {
        self.done.into_iter().chain(self.open.into_values().map(Block::packed)).collect()
    }
}
