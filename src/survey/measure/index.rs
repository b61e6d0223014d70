//! A satisfaction index: items make drivers, and the drivers' weighted mean is the index, 0 to 100.

use std::collections::BTreeMap;

use super::part::{Dated, Piece};
use crate::call::Moment;

/// How exactly an index is tallied: in parts of a point.
pub const PARTS: f64 = 1e6;

/// Weights that add up to 1 do so but for this.
const NEARLY: f64 = 1e-9;

/// Points of an answer on a scale: 0 for its lowest value, 100 for its highest; `None` off the scale.
#[must_use]
pub fn points(value: i64, (min, max): (i64, i64)) -> Option<f64> {
    (min < max && (min..=max).contains(&value)).then(|| (value - min) as f64 / (max - min) as f64 * 100.0)
}

/// An index or a driver's score as it is tallied.
#[must_use]
pub fn tallied(score: f64) -> i64 {
    (score * PARTS).round() as i64
}

/// Each driver's score: the mean of its answered items.
#[must_use]
pub fn drivers<'a>(pieces: &[Dated<'a>]) -> BTreeMap<&'a str, f64> {
    weighed(pieces).into_iter().map(|(driver, (_, score))| (driver, score)).collect()
}

/// Weight and score of each driver that has an answer.
fn weighed<'a>(pieces: &[Dated<'a>]) -> BTreeMap<&'a str, (f64, f64)> {
    let mut sums: BTreeMap<&str, (f64, f64, f64)> = BTreeMap::new();
    for given in pieces {
        if let Piece::Index { driver, weight, points } = given.piece {
            let (_, sum, items) = sums.entry(driver).or_insert((*weight, 0.0, 0.0));
            *sum += points;
            *items += 1.0;
        }
    }
    sums.into_iter().map(|(driver, (weight, sum, items))| (driver, (weight, sum / items))).collect()
}

/// The index of one response.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Whole {
    /// 0 to 100.
    pub score: f64,
    /// When the last of its answers came.
    pub at: Moment,
    /// Whether one of them was late.
    pub late: bool,
}

/// The weighted mean of all drivers; `None` unless each of the survey's drivers has an answered item. That they are all there shows in
/// their weights, which then make 1.
#[must_use]
pub fn whole(pieces: &[Dated<'_>]) -> Option<Whole> {
    let drivers = weighed(pieces);
    let total: f64 = drivers.values().map(|(weight, _)| weight).sum();
    if (total - 1.0).abs() > NEARLY {
        return None;
    }
    let score = drivers.values().map(|(weight, score)| weight * score).sum::<f64>() / total;
    let items = || pieces.iter().filter(|given| matches!(given.piece, Piece::Index { .. }));
    Some(Whole { score, at: items().map(|given| given.at).max()?, late: items().any(|given| given.late) })
}
