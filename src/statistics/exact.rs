//! Exact tests of counts.

use super::special::{incomplete_beta, ln_choose, normal_above};

/// Spread of a sum of hypergeometric counts from which on it is taken as normal: tails of more than 1e-9 are then right to a tenth.
const NORMAL_FROM: f64 = 400.0;
/// Probabilities that are this much smaller than the largest are left out.
const NOTHING: f64 = 1e-22;

/// P(X ≤ x) of a binomial count among `n` with probability `p` (Abramowitz and Stegun 26.5.24).
#[must_use]
pub fn binomial_at_most(x: u64, n: u64, p: f64) -> f64 {
    if x >= n { 1.0 } else { incomplete_beta(1.0 - p, (n - x) as f64, x as f64 + 1.0) }
}

/// P(X ≥ x) of a binomial count among `n` with probability `p`.
#[must_use]
pub fn binomial_at_least(x: u64, n: u64, p: f64) -> f64 {
    if x == 0 { 1.0 } else { incomplete_beta(p, x as f64, (n - x.min(n)) as f64 + 1.0) }
}

/// Four counts: those of a group and those of all others, each by whether something holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fourfold {
    /// Of the group, those for which it holds.
    pub hits: u64,
    /// All of the group.
    pub group: u64,
    /// Of the others, those for which it holds.
    pub other_hits: u64,
    /// All others.
    pub others: u64,
}

impl Fourfold {
    /// Hits that the group has on average if its members are as the others.
    #[must_use]
    pub fn expected(&self) -> f64 {
        let all = self.group + self.others;
        if all == 0 { 0.0 } else { self.group as f64 * (self.hits + self.other_hits) as f64 / all as f64 }
    }

    /// Variance of the hits, likewise.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let (all, hits) = ((self.group + self.others) as f64, (self.hits + self.other_hits) as f64);
        if all < 2.0 { 0.0 } else { self.expected() * (1.0 - hits / all) * self.others as f64 / (all - 1.0) }
    }

    /// The hypergeometric distribution of the group's hits, the margins being given.
    #[must_use]
    pub fn distribution(&self) -> Counts {
        let (hits, all) = (self.hits + self.other_hits, self.group + self.others);
        let (least, most) = (hits.saturating_sub(self.others), hits.min(self.group));
        // Computed outwards from the mode: what lies too far out never takes part.
        let mode = ((self.group + 1) * (hits + 1) / (all + 2)).clamp(least, most);
        let log = ln_choose(hits, mode) + ln_choose(all - hits, self.group - mode) - ln_choose(all, self.group);
        let peak = log.exp();
        let up = |k: u64| ((hits - k) * (self.group - k)) as f64 / ((k + 1) * (self.others + k + 1 - hits)) as f64;
        let down = |k: u64| (k * (self.others + k - hits)) as f64 / ((hits + 1 - k) * (self.group + 1 - k)) as f64;
        let step = |p: &mut f64, ratio: f64| {
            *p *= ratio;
            (*p > peak * NOTHING).then_some(*p)
        };
        let mut below: Vec<f64> = (least + 1..=mode).rev().map(down).scan(peak, step).collect();
        let first = mode - below.len() as u64;
        below.reverse();
        below.push(peak);
        below.extend((mode..most).map(up).scan(peak, step));
        Counts { first, chances: below }
    }

    /// Fisher's exact test of two sides: as likely as this or less (R. A. Fisher, The Design of Experiments, 1935).
    #[must_use]
    pub fn two_sided(&self) -> f64 {
        let counts = self.distribution();
        // As R does: equally likely ones differ by rounding.
        let bound = counts.chance(self.hits) * (1.0 + 1e-7);
        counts.chances.iter().filter(|chance| **chance <= bound).sum::<f64>().min(1.0)
    }
}

/// How likely each count is, from the first that is likely at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    first: u64,
    chances: Vec<f64>,
}

impl Counts {
    fn chance(&self, count: u64) -> f64 {
        count.checked_sub(self.first).and_then(|at| self.chances.get(usize::try_from(at).ok()?)).copied().unwrap_or(0.0)
    }

    /// P(X ≤ count).
    #[must_use]
    pub fn at_most(&self, count: u64) -> f64 {
        (self.first..).zip(&self.chances).take_while(|(at, _)| *at <= count).map(|(_, chance)| chance).sum::<f64>().min(1.0)
    }

    /// P(X ≥ count).
    #[must_use]
    pub fn at_least(&self, count: u64) -> f64 {
        (self.first..).zip(&self.chances).filter(|(at, _)| *at >= count).map(|(_, chance)| chance).sum::<f64>().min(1.0)
    }

    /// The distribution of the sum with another count.
    fn plus(&self, other: &Self) -> Self {
        let mut chances = vec![0.0; self.chances.len() + other.chances.len() - 1];
        for (at, one) in self.chances.iter().enumerate() {
            for (sum, two) in chances.iter_mut().skip(at).zip(&other.chances) {
                *sum += one * two;
            }
        }
        Self { first: self.first + other.first, chances }
    }
}

/// Which side of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// So few or fewer.
    Few,
    /// So many or more.
    Many,
}

/// Whether a group has too few or too many hits, compared within strata only: the conditional test of the sum over fourfold tables, exact
/// by convolution (M. H. Gail, N. Mantel, JASA 72, 1977, 859-862), normal with Mantel and Haenszel's variance and a continuity
/// correction where the sum is large. One stratum gives Fisher's exact test.
#[must_use]
pub fn stratified(strata: &[Fourfold], side: Side) -> f64 {
    let (hits, expected, variance) = strata.iter().fold((0, 0.0, 0.0), |(hits, expected, variance), table| {
        (hits + table.hits, expected + table.expected(), variance + table.variance())
    });
    if variance > NORMAL_FROM {
        let distance = if side == Side::Many { hits as f64 - expected } else { expected - hits as f64 };
        return normal_above((distance - 0.5) / variance.sqrt());
    }
    let none = Counts { first: 0, chances: vec![1.0] };
    let sum = strata.iter().filter(|table| table.group > 0).fold(none, |sum, table| sum.plus(&table.distribution()));
    if side == Side::Many { sum.at_least(hits) } else { sum.at_most(hits) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64, within: f64) {
        assert!((found - wanted).abs() <= within * wanted.abs().max(1e-300), "{found} is not {wanted}");
    }

    fn table(hits: u64, group: u64, other_hits: u64, others: u64) -> Fourfold {
        Fourfold { hits, group, other_hits, others }
    }

    /// W. Feller, An Introduction to Probability Theory I, and R's `pbinom`.
    #[test]
    fn binomial_tails_are_those_of_the_tables() {
        for (x, n, p, wanted) in
            [(0, 10, 0.1, 0.348_678_440_1), (2, 10, 0.1, 0.929_809_173_6), (5, 20, 0.5, 0.020_694_732_7), (30, 100, 0.4, 0.024_782_823_1)]
        {
            near(binomial_at_most(x, n, p), wanted, 1e-8);
            near(1.0 - binomial_at_least(x + 1, n, p), wanted, 1e-8);
        }
        assert_eq!((binomial_at_most(5, 5, 0.3), binomial_at_least(0, 5, 0.3)), (1.0, 1.0));
    }

    /// Fisher's lady tasting tea: three of four cups right, 17 ÷ 70 for that or better, 34 ÷ 70 on two sides.
    #[test]
    fn the_lady_tasting_tea_has_the_probability_that_fisher_gives() {
        let tea = table(3, 4, 1, 4);
        near(stratified(&[tea], Side::Many), 17.0 / 70.0, 1e-12);
        near(tea.two_sided(), 34.0 / 70.0, 1e-12);
        near(stratified(&[tea], Side::Few), 69.0 / 70.0, 1e-12);
    }

    /// Twins of criminals: R's `example(fisher.test)`, 2 of 17 against 10 of 13 with p = 0.0005367 on two sides, 0.0004652 on one.
    #[test]
    fn fishers_twins_are_those_of_r() {
        let twins = table(2, 17, 10, 13);
        near(twins.two_sided(), 0.000_536_724_119_1, 1e-9);
        near(stratified(&[twins], Side::Few), 0.000_465_180_943_4, 1e-9);
    }

    /// R's `mantelhaen.test(Rabbits, exact = TRUE, alternative = "greater")`, the penicillin example of its documentation (after Agresti):
    /// S = 16, p = 0.01997; strata without a choice add nothing.
    #[test]
    fn strata_are_compared_within_themselves() {
        let rabbits = [table(0, 6, 0, 5), table(3, 6, 0, 6), table(6, 6, 2, 6), table(5, 6, 6, 6), table(2, 2, 5, 5)];
        near(stratified(&rabbits, Side::Many), 0.019_972_451_79, 1e-9);
    }

    /// Simpson's paradox: alike within each queue, far apart in the sum.
    #[test]
    fn a_difference_between_queues_is_no_difference_between_groups() {
        let queues = [table(90, 100, 9, 10), table(1, 10, 10, 100)];
        assert!(stratified(&queues, Side::Many) > 0.4 && stratified(&queues, Side::Few) > 0.4);
        assert!(table(91, 110, 19, 110).two_sided() < 1e-10);
    }

    #[test]
    fn large_counts_are_near_to_the_exact_ones() {
        let large = table(620, 1000, 12_000, 20_000);
        let exact = large.distribution().at_least(620);
        let many = [table(6200, 10_000, 120_000, 200_000)];
        near(exact, 0.109_652_041_6, 1e-9);
        near(stratified(&many, Side::Many), 0.000_033_715_6, 0.05);
        assert_eq!(stratified(&[table(0, 0, 4, 9)], Side::Many), 1.0);
    }
}
