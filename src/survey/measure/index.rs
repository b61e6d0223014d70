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

#[cfg(test)]
mod tests {
    use super::*;

    fn piece((driver, weight, points): (&str, f64, f64)) -> Piece {
        Piece::Index { driver: driver.to_owned(), weight, points }
    }

    fn dated(pieces: &[Piece]) -> Vec<Dated<'_>> {
        pieces.iter().zip(1..).map(|(piece, at)| Dated { piece, at: Moment::from_millis(at), late: at == 3 }).collect()
    }

    #[test]
    fn points_go_from_0_to_100_on_any_scale() {
        assert_eq!((points(1, (1, 5)), points(5, (1, 5)), points(4, (1, 5))), (Some(0.0), Some(100.0), Some(75.0)));
        assert_eq!((points(10, (1, 10)), points(0, (0, 10)), points(7, (0, 10))), (Some(100.0), Some(0.0), Some(70.0)));
        assert_eq!((points(0, (1, 5)), points(6, (1, 5)), points(3, (3, 3))), (None, None, None));
    }

    /// (60 + 100) ÷ 2 = 80 for service, 50 for image: 0.75 · 80 + 0.25 · 50 = 72.5.
    #[test]
    fn items_make_drivers_and_drivers_the_index() {
        let pieces = [("service", 0.75, 60.0), ("image", 0.25, 50.0), ("service", 0.75, 100.0)].map(piece);
        let wanted = Whole { score: 72.5, at: Moment::from_millis(3), late: true };
        assert_eq!(whole(&dated(&pieces)), Some(wanted));
        assert_eq!(drivers(&dated(&pieces)), BTreeMap::from([("image", 50.0), ("service", 80.0)]));
    }

    #[test]
    fn a_driver_without_an_answer_leaves_no_index_but_the_others_stand() {
        let pieces = [("service", 0.75, 60.0), ("service", 0.75, 100.0)].map(piece);
        assert_eq!(whole(&dated(&pieces)), None);
        assert_eq!(drivers(&dated(&pieces)), BTreeMap::from([("service", 80.0)]));
        assert_eq!((whole(&[]), drivers(&[]).len()), (None, 0));
    }

    #[test]
    fn weights_that_no_binary_fraction_holds_are_still_whole() {
        let shares = [0.4, 0.15, 0.15, 0.2, 0.1];
        let total: f64 = shares.iter().sum();
        let pieces: Vec<Piece> = shares.iter().zip('a'..).map(|(share, name)| piece((&name.to_string(), share / total, 100.0))).collect();
        assert_eq!(whole(&dated(&pieces)).map(|whole| tallied(whole.score)), Some(tallied(100.0)));
        assert_eq!(whole(&dated(&pieces[..4])), None);
    }
}
