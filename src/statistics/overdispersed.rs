//! Counts that vary by more than chance, since those who are counted are not all alike.

use super::exact::{Side, binomial_at_least, binomial_at_most};
use super::special::{incomplete_beta, ln_beta, ln_choose};

/// Below this correlation the counts are as good as binomial.
const BINOMIAL_TO: f64 = 1e-9;
/// From here on the count's share is as good as beta.
const BETA_FROM: u64 = 20_000;

/// A beta-binomial count: each group has a probability of its own (J. G. Skellam, J. R. Statist. Soc. B 10, 1948, 257-261).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overdispersed {
    /// How many may be counted.
    pub of: u64,
    /// Mean of the groups' probabilities, between 0 and 1.
    pub mean: f64,
    /// Their variance divided by mean · (1 − mean): 0 for binomial counts, below 1.
    pub correlation: f64,
}

impl Overdispersed {
    /// P(so few or fewer), or P(so many or more).
    #[must_use]
    pub fn tail(&self, count: u64, side: Side) -> f64 {
        if self.mean <= 0.0 || self.mean >= 1.0 || self.correlation < BINOMIAL_TO {
            return match side {
                Side::Few => binomial_at_most(count, self.of, self.mean),
                Side::Many => binomial_at_least(count, self.of, self.mean),
            };
        }
        match side {
            Side::Few => self.at_most(count, self.mean),
            // Counted from the other end.
            Side::Many => self.at_most(self.of - count.min(self.of), 1.0 - self.mean),
        }
    }

    fn at_most(&self, count: u64, mean: f64) -> f64 {
        if count >= self.of {
            return 1.0;
        }
        let weight = (1.0 - self.correlation) / self.correlation;
        let (a, b) = (mean * weight, (1.0 - mean) * weight);
        if self.of > BETA_FROM {
            return incomplete_beta((count as f64 + 0.5) / self.of as f64, a, b);
        }
        let n = self.of as f64;
        // Downwards from the count, where the terms of a small tail are largest.
        let x = count as f64;
        let largest = (ln_choose(self.of, count) + ln_beta(a + x, b + n - x) - ln_beta(a, b)).exp();
        let down = |term: &mut f64, k: u64| {
            let k = k as f64;
            *term *= k * (b + n - k) / ((n - k + 1.0) * (a + k - 1.0));
            Some(*term)
        };
        let rest: f64 = (1..=count).rev().scan(largest, down).sum();
        (largest + rest).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64) {
        assert!((found / wanted - 1.0).abs() < 1e-8, "{found} is not {wanted}");
    }

    /// With a = b = 1 every count from 0 to n is as likely as any other (Laplace's law of succession).
    #[test]
    fn with_a_flat_prior_all_counts_are_alike() {
        let flat = Overdispersed { of: 9, mean: 0.5, correlation: 1.0 / 3.0 };
        for count in 0..=9 {
            near(flat.tail(count, Side::Few), (count + 1) as f64 / 10.0);
            near(flat.tail(count, Side::Many), (10 - count) as f64 / 10.0);
        }
    }

    #[test]
    fn without_correlation_they_are_binomial() {
        for (side, wanted) in [(Side::Few, binomial_at_most(70, 100, 0.8)), (Side::Many, binomial_at_least(70, 100, 0.8))] {
            near(Overdispersed { of: 100, mean: 0.8, correlation: 0.0 }.tail(70, side), wanted);
            let nearly = Overdispersed { of: 100, mean: 0.8, correlation: 1e-8 }.tail(70, side);
            assert!((nearly / wanted - 1.0).abs() < 1e-4, "{nearly}");
        }
    }

    #[test]
    fn very_large_counts_go_on_as_the_smaller_ones() {
        let of = |of: u64, count: u64| Overdispersed { of, mean: 0.3, correlation: 0.01 }.tail(count, Side::Few);
        assert!((of(20_000, 4000) / of(20_001, 4000) - 1.0).abs() < 0.03);
        assert_eq!((of(10, 10), of(0, 0)), (1.0, 1.0));
    }
}
