//! Columns as bytes: numbers in the narrowest width, everything else by its place in a dictionary. Integers are little-endian.

use std::collections::BTreeMap;

use super::groups::Codes;
use crate::ports::report::ReportError;

/// Bytes that this version did not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

impl From<Damaged> for ReportError {
    fn from(_: Damaged) -> Self {
        Self::Unreadable("a packed column".to_owned())
    }
}

/// Reads from the front.
pub struct Cursor<'a>(pub &'a [u8]);

impl<'a> Cursor<'a> {
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    pub fn byte(&mut self) -> Result<u8, Damaged> {
        self.take(1)?.first().copied().ok_or(Damaged)
    }

    pub fn word(&mut self) -> Result<u32, Damaged> {
        Ok(u32::from_le_bytes(self.take(4)?.try_into().map_err(|_| Damaged)?))
    }

    pub fn count(&mut self) -> Result<usize, Damaged> {
        usize::try_from(self.word()?).map_err(|_| Damaged)
    }

    pub fn long(&mut self) -> Result<u64, Damaged> {
        Ok(u64::from_le_bytes(self.take(8)?.try_into().map_err(|_| Damaged)?))
    }

    pub fn text(&mut self) -> Result<&'a str, Damaged> {
        let length = self.count()?;
        text(self.take(length)?)
    }

    pub fn maybe_text(&mut self) -> Result<Option<&'a str>, Damaged> {
        Ok(if self.byte()? == 0 { None } else { Some(self.text()?) })
    }
}

pub fn text(bytes: &[u8]) -> Result<&str, Damaged> {
    std::str::from_utf8(bytes).map_err(|_| Damaged)
}

pub fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

pub fn put_text(out: &mut Vec<u8>, text: &str) {
    put_count(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

pub fn put_maybe_text(out: &mut Vec<u8>, text: Option<&str>) {
    out.push(u8::from(text.is_some()));
    text.into_iter().for_each(|text| put_text(out, text));
}

/// Numbers: the smallest (8 bytes), the width (1 byte: 0, 1, 2, 3, 4 or 8), then each one's distance from the smallest.
pub fn numbers(values: impl Iterator<Item = u64> + Clone) -> Vec<u8> {
    let (low, high) = values.clone().fold((u64::MAX, 0), |(low, high), value| (low.min(value), high.max(value)));
    let base = low.min(high);
    let width = match high - base {
        0 => 0,
        1..0x100 => 1,
        0x100..0x1_0000 => 2,
        0x1_0000..0x100_0000 => 3,
        0x100_0000..0x1_0000_0000 => 4,
        _ => 8,
    };
    let mut out = base.to_le_bytes().to_vec();
    out.push(width);
    values.for_each(|value| out.extend((value - base).to_le_bytes().iter().take(usize::from(width))));
    out
}

/// Numbers that were written by [`numbers`].
#[derive(Clone, Copy)]
pub struct Numbers<'a> {
    base: u64,
    width: usize,
    data: &'a [u8],
}

impl<'a> Numbers<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let mut cursor = Cursor(bytes);
        let (base, width) = (cursor.long()?, usize::from(cursor.byte()?));
        if ![0, 1, 2, 3, 4, 8].contains(&width) {
            return Err(Damaged);
        }
        Ok(Self { base, width, data: cursor.0 })
    }

    /// The number that all are, where that is told apart without looking at each.
    fn all(&self) -> Option<u32> {
        (self.width == 0).then(|| u32::try_from(self.base).ok()).flatten()
    }

    /// So many numbers, each below 2^32.
    pub fn words(&self, count: usize) -> Result<Vec<u32>, Damaged> {
        let base = u32::try_from(self.base).map_err(|_| Damaged)?;
        let data = self.data.get(..count * self.width).ok_or(Damaged)?;
        let four = |bytes: &[u8]| bytes.iter().rev().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        Ok(match self.width {
            0 => vec![base; count],
            1 => data.iter().map(|byte| base.wrapping_add(u32::from(*byte))).collect(),
            2 => data.as_chunks::<2>().0.iter().map(|two| base.wrapping_add(u32::from(u16::from_le_bytes(*two)))).collect(),
            3 => data.as_chunks::<3>().0.iter().map(|[a, b, c]| base.wrapping_add(u32::from_le_bytes([*a, *b, *c, 0]))).collect(),
            4 => data.as_chunks::<4>().0.iter().map(|all| base.wrapping_add(u32::from_le_bytes(*all))).collect(),
            _ => data.as_chunks::<8>().0.iter().map(|all| base.wrapping_add(four(all))).collect(),
        })
    }

    /// As [`Self::words`], of any size.
    pub fn longs(&self, count: usize) -> Result<Vec<u64>, Damaged> {
        let data = self.data.get(..count * self.width).ok_or(Damaged)?;
        let long = |bytes: &[u8]| bytes.iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        if self.width == 0 {
            return Ok(vec![self.base; count]);
        }
        Ok(data.chunks_exact(self.width).map(|bytes| self.base.wrapping_add(long(bytes))).collect())
    }
}

/// A dictionary: how many entries, the length of each, their bytes; then the codes as [`numbers`]. Code 0 is no entry at all, code 1 the
/// first one.
pub fn dictionary(entries: &[&[u8]], codes: impl Iterator<Item = u32> + Clone) -> Vec<u8> {
    let mut sorted: Vec<usize> = (0..entries.len()).collect();
    sorted.sort_unstable_by_key(|at| entries.get(*at));
    let new: BTreeMap<usize, u64> = sorted.iter().copied().zip(1..).collect();
    let mut out = Vec::new();
    put_count(&mut out, entries.len());
    let in_order = || sorted.iter().filter_map(|at| entries.get(*at));
    in_order().for_each(|entry| put_count(&mut out, entry.len()));
    in_order().for_each(|entry| out.extend_from_slice(entry));
    let places: Vec<u64> = std::iter::once(0).chain((0..entries.len()).map(|at| new.get(&at).copied().unwrap_or(0))).collect();
    let renamed = codes.map(|code| usize::try_from(code).ok().and_then(|code| places.get(code)).copied().unwrap_or(0));
    out.extend(numbers(renamed));
    out
}

/// A dictionary that was written by [`dictionary`].
pub struct Dictionary<'a> {
    /// By code; the first is none.
    pub entries: Vec<Option<&'a [u8]>>,
    pub codes: Numbers<'a>,
}

impl<'a> Dictionary<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let mut cursor = Cursor(bytes);
        let count = cursor.count()?;
        let mut lengths = Cursor(cursor.take(count.checked_mul(4).ok_or(Damaged)?)?);
        let mut entries = Vec::with_capacity(count + 1);
        entries.push(None);
        for _ in 0..count {
            entries.push(Some(cursor.take(lengths.count()?)?));
        }
        Ok(Self { entries, codes: Numbers::read(cursor.0)? })
    }

    /// As [`Self::codes`], once where all are the same.
    pub fn coded(&self, count: usize) -> Result<Codes, Damaged> {
        match (self.codes.all(), self.entries.len()) {
            (Some(code), entries) if usize::try_from(code).is_ok_and(|code| code < entries) => Ok(Codes::All(code)),
            (Some(_), _) => Err(Damaged),
            (None, _) => Ok(Codes::Each(self.codes(count)?)),
        }
    }

    /// So many codes, each of an entry.
    pub fn codes(&self, count: usize) -> Result<Vec<u32>, Damaged> {
        let codes = self.codes.words(count)?;
        let known = |code: &u32| usize::try_from(*code).is_ok_and(|code| code < self.entries.len());
        // The highest one tells of all.
        if codes.iter().max().is_none_or(known) { Ok(codes) } else { Err(Damaged) }
    }
}

/// One bit for each row of a segment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits(pub Vec<u8>);

impl Bits {
    pub fn set(&mut self, place: usize) {
        if self.0.len() <= place / 8 {
            self.0.resize(place / 8 + 1, 0);
        }
        if let Some(byte) = self.0.get_mut(place / 8) {
            *byte |= 1 << (place % 8);
        }
    }

    pub fn has(&self, place: usize) -> bool {
        self.0.get(place / 8).is_some_and(|byte| byte >> (place % 8) & 1 == 1)
    }

    pub fn count(&self) -> u32 {
        self.0.iter().map(|byte| byte.count_ones()).sum()
    }

    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, byte)| (0..8).filter(move |bit| byte >> bit & 1 == 1).map(move |bit| at * 8 + bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_in_every_width() {
        for high in [0, 255, 65_535, 1 << 24, u64::from(u32::MAX), u64::MAX - 7] {
            let values = [7, 7 + high / 3, 7 + high];
            let written = numbers(values.into_iter());
            let read = Numbers::read(&written).expect("numbers");
            assert_eq!(read.longs(3).expect("three"), values);
            if high < 1 << 31 {
                assert_eq!(read.words(3).expect("three"), values.map(|value| u32::try_from(value).expect("small")));
            }
            assert_eq!(read.longs(4).is_err(), high > 0, "no more than were written");
        }
        assert_eq!(numbers([3; 1000].into_iter()).len(), 9, "what is always the same takes no room");
    }

    #[test]
    fn a_dictionary_keeps_each_entry_once_and_knows_rows_without_one() {
        let written = dictionary(&[b"support", b"", b"sales"], [1, 0, 3, 2, 1].into_iter());
        let read = Dictionary::read(&written).expect("a dictionary");
        let entries: Vec<_> = read.codes(5).expect("codes").iter().map(|code| read.entries[*code as usize]).collect();
        assert_eq!(entries, [Some(&b"support"[..]), None, Some(b"sales"), Some(b""), Some(b"support")]);
        for cut in 0..written.len() {
            assert!(Dictionary::read(&written[..cut]).and_then(|read| read.codes(5)).is_err(), "cut after {cut}");
        }
    }

    #[test]
    fn bits_are_where_they_were_set() {
        let mut bits = Bits::default();
        [70, 3, 8, 3].into_iter().for_each(|place| bits.set(place));
        assert_eq!((bits.places().collect::<Vec<_>>(), bits.count()), (vec![3, 8, 70], 3));
        assert!(bits.has(70) && !bits.has(69) && !bits.has(700));
    }
}
