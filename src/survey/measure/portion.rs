//! A share of weighted cases.

use super::interval::{Sample, wilson};
use super::{Span, difference, round};

/// How many of how many, each with a weight (an agent's share of the call's credit).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Portion {
    n: u64,
    weight: f64,
    squares: f64,
    good: f64,
}

impl Portion {
    /// Counts a case with a weight from 0 to 1.
    pub fn add(&mut self, good: bool, weight: f64) {
        self.n += 1;
        self.weight += weight;
        self.squares += weight * weight;
        self.good += if good { weight } else { 0.0 };
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.weight += other.weight;
        self.squares += other.squares;
        self.good += other.good;
    }

    /// Cases, each counted once.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.n
    }

    /// The cases that are not counted as good here.
    #[must_use]
    pub fn rest(self) -> Self {
        Self { good: self.weight - self.good, ..self }
    }

    /// The share times `factor` with Wilson's interval; weighted cases count as Kish's effective number.
    #[must_use]
    pub fn span(&self, factor: f64) -> Span {
        let Some(sample) = self.sample() else { return Span::default() };
        let ends = wilson(sample.mean, sample.n);
        let [value, low, high] = [sample.mean, ends.low, ends.high].map(|share| Some(round(share * factor)));
        Span { value, low, high }
    }

    /// The probability of so large a difference between two shares that are the same in truth.
    #[must_use]
    pub fn p_value(&self, other: &Self) -> Option<f64> {
        Some(difference::shares(self.sample()?, other.sample()?))
    }

    fn sample(&self) -> Option<Sample> {
        let mean = (self.good / self.weight).clamp(0.0, 1.0);
        (self.weight > 0.0).then(|| Sample { mean, variance: mean * (1.0 - mean), n: self.weight * self.weight / self.squares })
    }
}
