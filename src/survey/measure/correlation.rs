//! How closely two answers of the same caller go together.

use std::collections::BTreeMap;

use super::interval::Z;
use super::{Span, difference, round};

/// Pairs of answers, each with a weight.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pairs {
    cells: BTreeMap<(i64, i64), f64>,
    n: u64,
    squares: f64,
}

/// A coefficient and what its uncertainty follows from.
#[derive(Debug, Clone, Copy)]
struct Coefficient {
    r: f64,
    /// Variance of atanh r.
    variance: f64,
}

impl Pairs {
    /// Counts a pair with a weight from 0 to 1.
    pub fn add(&mut self, pair: (i64, i64), weight: f64) {
        *self.cells.entry(pair).or_default() += weight;
        self.n += 1;
        self.squares += weight * weight;
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: &Self) {
        other.cells.iter().for_each(|(pair, weight)| *self.cells.entry(*pair).or_default() += weight);
        self.n += other.n;
        self.squares += other.squares;
    }

    /// Pairs, each counted once.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Pearson's coefficient with Fisher's interval, tanh(atanh r ± z ÷ √(n − 3)) (R. A. Fisher, Metron 1, 1921, 3–32); without an interval up
    /// to three pairs, and without a value where one of the answers never varies.
    #[must_use]
    pub fn pearson(&self) -> Span {
        self.linear().map(Coefficient::span).unwrap_or_default()
    }

    /// Spearman's coefficient, ties at their middle rank, with the interval of D. G. Bonett and T. A. Wright (Psychometrika 65, 2000, 23–28):
    /// variance (1 + r² ÷ 2) ÷ (n − 3).
    #[must_use]
    pub fn spearman(&self) -> Span {
        let ranks = [self.ranks(|pair| pair.0), self.ranks(|pair| pair.1)];
        let ranked = |(one, other): (i64, i64)| Some((*ranks[0].get(&one)?, *ranks[1].get(&other)?));
        let r = product_moment(self.cells.iter().filter_map(|(pair, weight)| Some((ranked(*pair)?, *weight))));
        r.map(|r| Coefficient { r, variance: (1.0 + r * r / 2.0) / (self.effective() - 3.0) }.span()).unwrap_or_default()
    }

    /// The probability of so large a difference between two coefficients that are the same in truth: z of atanh r (Fisher 1921).
    #[must_use]
    pub fn p_value(&self, other: &Self) -> Option<f64> {
        let (one, other) = (self.linear()?, other.linear()?);
        let z = (one.r.atanh() - other.r.atanh()) / (one.variance + other.variance).sqrt();
        (one.is_measured() && other.is_measured() && z.is_finite()).then(|| difference::normal_outside(z))
    }

    fn linear(&self) -> Option<Coefficient> {
        let r = product_moment(self.cells.iter().map(|((one, other), weight)| ((*one as f64, *other as f64), *weight)))?;
        Some(Coefficient { r, variance: 1.0 / (self.effective() - 3.0) })
    }

    /// Kish's effective number.
    fn effective(&self) -> f64 {
        let total: f64 = self.cells.values().sum();
        total * total / self.squares
    }

    /// Middle rank of each value, but for a constant.
    fn ranks(&self, of: impl Fn((i64, i64)) -> i64) -> BTreeMap<i64, f64> {
        let mut weights: BTreeMap<i64, f64> = BTreeMap::new();
        self.cells.iter().for_each(|(pair, weight)| *weights.entry(of(*pair)).or_default() += weight);
        let mut below = 0.0;
        let ranked = weights.into_iter().map(|(value, weight)| {
            below += weight;
            (value, below - weight / 2.0)
        });
        ranked.collect()
    }
}

/// Pearson's product-moment coefficient of weighted pairs.
fn product_moment(pairs: impl Iterator<Item = ((f64, f64), f64)> + Clone) -> Option<f64> {
    let total: f64 = pairs.clone().map(|(_, weight)| weight).sum();
    let mean = |of: fn((f64, f64)) -> f64| pairs.clone().map(|(pair, weight)| of(pair) * weight).sum::<f64>() / total;
    let (mean_one, mean_other) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let moment = |of: fn(f64, f64) -> f64| pairs.clone().map(|((x, y), weight)| of(x - mean_one, y - mean_other) * weight).sum::<f64>();
    let spread = (moment(|x, _| x * x) * moment(|_, y| y * y)).sqrt();
    (spread > 1e-12).then(|| (moment(|x, y| x * y) / spread).clamp(-1.0, 1.0))
}

impl Coefficient {
    /// Whether there are more than three pairs.
    fn is_measured(self) -> bool {
        self.variance > 0.0 && self.variance.is_finite()
    }

    fn span(self) -> Span {
        let value = Some(round(self.r));
        if !self.is_measured() {
            return Span { value, low: None, high: None };
        }
        let half = Z * self.variance.sqrt();
        let end = |z: f64| Some(round((self.r.atanh() + z).tanh()));
        Span { value, low: end(-half), high: end(half) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(of: &[(i64, i64)]) -> Pairs {
        let mut pairs = Pairs::default();
        of.iter().for_each(|pair| pairs.add(*pair, 1.0));
        pairs
    }

    const SOME: [(i64, i64); 10] = [(5, 10), (5, 9), (4, 8), (4, 3), (1, 0), (2, 7), (3, 5), (5, 6), (1, 2), (4, 9)];

    fn span(value: f64, low: f64, high: f64) -> Span {
        Span { value: Some(value), low: Some(low), high: Some(high) }
    }

    /// SciPy 1.17: `pearsonr(x, y)` with `confidence_interval()`, `spearmanr(x, y)`; the second interval by hand.
    #[test]
    fn coefficients_are_those_of_the_tables() {
        let found = pairs(&SOME);
        assert_eq!(found.pearson(), span(0.7446, 0.2165, 0.9356));
        assert_eq!(found.spearman(), span(0.7315, 0.0976, 0.9432));
    }

    #[test]
    fn few_or_equal_answers_have_no_interval_or_no_value() {
        assert_eq!(pairs(&[]).pearson(), Span::default());
        assert_eq!(pairs(&[(5, 1), (5, 9), (5, 10)]).pearson(), Span::default());
        assert_eq!(pairs(&SOME[..3]).pearson().low, None);
        assert_eq!(pairs(&[(1, 2), (2, 4), (3, 6), (4, 8)]).pearson(), span(1.0, 1.0, 1.0));
        assert_eq!(pairs(&SOME[..3]).p_value(&pairs(&SOME)), None);
    }

    #[test]
    fn pairs_counted_apart_make_the_whole_and_two_halves_make_one() {
        let (mut one, mut halves) = (pairs(&SOME[..4]), Pairs::default());
        one.merge(&pairs(&SOME[4..]));
        assert_eq!((one.pearson(), one.n()), (pairs(&SOME).pearson(), 10));
        SOME.iter().for_each(|pair| halves.add(*pair, 0.5));
        assert_eq!(halves.pearson(), pairs(&SOME).pearson());
        assert!((pairs(&SOME).p_value(&pairs(&SOME)).expect("a probability") - 1.0).abs() < 1e-12);
    }
    /// Satisfaction from 1 to 5, recommendation twice that and something by chance; the truth is that of all pairs equally often.
    #[test]
    fn intervals_hold_the_truth_as_often_as_they_say() {
        let pair = |csat: i64, chance: i64| (csat, (csat * 2 + chance).clamp(0, 10));
        let chances: Vec<i64> = (-5..=3).flat_map(|one| (-5..=3).map(move |other| one + other)).collect();
        let truth = pairs(&(1..=5).flat_map(|csat| chances.iter().map(move |chance| pair(csat, *chance))).collect::<Vec<_>>());
        let truth = truth.pearson().value.expect("a value");
        let (mut random, mut held) = (fastrand::Rng::with_seed(5), 0);
        for _ in 0..2000 {
            let drawn: Vec<(i64, i64)> = (0..50).map(|_| pair(random.i64(1..=5), random.i64(-5..=3) + random.i64(-5..=3))).collect();
            let span = pairs(&drawn).pearson();
            held += u32::from(span.low.expect("an end") <= truth && truth <= span.high.expect("an end"));
        }
        assert!((1860..=1940).contains(&held), "{held} of 2000");
    }
}
