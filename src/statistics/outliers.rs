//! Groups that stand out: neither chance nor the usual differences between groups explain what they show.

use super::exact::{Fourfold, Side, stratified};
use super::overdispersed::Overdispersed;

/// Fewer groups than this do not show how much groups usually differ.
const CROWD: usize = 6;
/// Groups smaller than this do not take part in showing it.
const WORTH: u64 = 10;
/// How much groups differ at least, and how much where too few show it: as correlations, a standard deviation of 2 and of 5 points
/// around a mean of 50 %.
const LEAST: f64 = 0.0016;
const UNKNOWN: f64 = 0.01;
/// Mean of a squared standard normal variable that counts for 1 at most.
const CUT: f64 = 0.516_058_551_0;

/// What a group shows beside all others, in the strata where there are others.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    strata: Vec<Fourfold>,
    /// Hits of the group.
    pub hits: u64,
    /// Its tries.
    pub of: u64,
    /// Hits that it would have with the others' shares in the same strata.
    pub expected: f64,
}

impl Compared {
    /// Of fourfold tables, one for each stratum.
    #[must_use]
    pub fn of(tables: impl IntoIterator<Item = Fourfold>) -> Self {
        let strata: Vec<Fourfold> = tables.into_iter().filter(|table| table.group > 0 && table.others > 0).collect();
        let expected = strata.iter().map(|table| table.group as f64 * table.other_hits as f64 / table.others as f64).sum();
        let sum = |what: fn(&Fourfold) -> u64| strata.iter().map(what).sum();
        Self { hits: sum(|table| table.hits), of: sum(|table| table.group), expected, strata }
    }

    /// The share of hits; `None` without a try.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.of > 0).then(|| self.hits as f64 / self.of as f64)
    }

    /// The share that the others have in the same strata.
    #[must_use]
    pub fn others_share(&self) -> Option<f64> {
        (self.of > 0).then(|| self.expected / self.of as f64)
    }

    /// The others' share, kept away from 0 and 1 by half an answer of theirs.
    fn mean(&self) -> f64 {
        let others = self.strata.iter().map(|table| table.others).sum::<u64>() as f64;
        let least = 0.5 / (others + 1.0);
        self.others_share().unwrap_or(0.5).clamp(least, 1.0 - least)
    }

    /// P(so few, or so many, or more extreme): the larger one of the exact test against the others (chance alone) and of the
    /// beta-binomial count that groups usually have (chance and the usual differences).
    #[must_use]
    pub fn p_value(&self, usual: f64, side: Side) -> f64 {
        let common = Overdispersed { of: self.of, mean: self.mean(), correlation: usual };
        stratified(&self.strata, side).max(common.tail(self.hits, side))
    }
}

/// How much groups usually differ, as the correlation of a beta-binomial count: that with which the groups' squared
/// distances from the middle one, each cut at one standard deviation, have the mean of such a normal variable: groups far out count for no
/// more than others (P. J. Huber, Ann. Math. Statist. 35, 1964, 73-101, proposal 2).
#[must_use]
pub fn usual_correlation<'a>(groups: impl IntoIterator<Item = &'a Compared>) -> f64 {
    let crowd: Vec<&Compared> = groups.into_iter().filter(|group| group.of >= WORTH).collect();
    if crowd.len() < CROWD {
        return UNKNOWN;
    }
    let off = |group: &&Compared| group.share().unwrap_or(0.0) - group.others_share().unwrap_or(0.0);
    let middle = median(crowd.iter().map(off).collect());
    let distance = |correlation: f64| {
        let one = |group: &&Compared| {
            let n = group.of as f64;
            let variance = group.mean() * (1.0 - group.mean()) * (1.0 / n + correlation * (1.0 - 1.0 / n));
            ((off(group) - middle).powi(2) / variance).min(1.0)
        };
        crowd.iter().map(one).sum::<f64>() / crowd.len() as f64
    };
    let (mut low, mut high) = (LEAST, 0.5);
    if distance(low) <= CUT {
        return LEAST;
    }
    for _ in 0..40 {
        let half = f64::midpoint(low, high);
        if distance(half) > CUT { low = half } else { high = half }
    }
    high
}

/// The middle value; 0 of none.
#[must_use]
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.get(middle), values.len() % 2) {
        (Some(high), 0) => f64::midpoint(values[middle - 1], *high),
        (Some(high), _) => *high,
        (None, _) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::shrink::Posterior;

    /// Groups with these hits of so many each, every one beside all others.
    fn beside(hits: &[u64], of: u64) -> Vec<Compared> {
        let (all, tries) = (hits.iter().sum::<u64>(), of * hits.len() as u64);
        let one = |own: &u64| Compared::of([Fourfold { hits: *own, group: of, other_hits: all - own, others: tries - of }]);
        hits.iter().map(one).collect()
    }

    fn drawn(spread: f64, groups: usize, random: &mut fastrand::Rng) -> Vec<u64> {
        let worth = 0.8 * 0.2 / (spread * spread) - 1.0;
        let prior = Posterior::beta(0.8 * worth, 0.2 * worth);
        let one = |_| {
            let share = prior.draw(random);
            (0..300).filter(|_| random.f64() < share).count() as u64
        };
        (0..groups).map(one).collect()
    }

    #[test]
    fn medians_are_the_middle() {
        assert_eq!((median(vec![3.0, 1.0, 2.0]), median(vec![4.0, 1.0, 2.0, 3.0]), median(vec![])), (2.0, 2.5, 0.0));
    }

    #[test]
    fn the_usual_difference_is_found_though_a_fifth_of_the_groups_stand_out() {
        let (mut honest, mut mixed) = (0.0, 0.0);
        for seed in 0..50 {
            let mut hits = drawn(0.06, 40, &mut fastrand::Rng::with_seed(seed));
            honest += usual_correlation(&beside(&hits, 300)) / 50.0;
            hits.iter_mut().take(8).for_each(|hits| *hits = 60);
            mixed += usual_correlation(&beside(&hits, 300)) / 50.0;
        }
        // 0.06² ÷ (0.8 · 0.2) = 0.0225.
        assert!((0.018..0.029).contains(&honest), "{honest}");
        assert!((0.018..0.06).contains(&mixed), "{mixed}");
    }

    #[test]
    fn groups_that_differ_as_groups_do_stand_out_as_rarely_as_chance_allows() {
        let (mut found, mut tests) = (0, 0);
        for seed in 0..100 {
            let groups = beside(&drawn(0.06, 30, &mut fastrand::Rng::with_seed(seed)), 300);
            let usual = usual_correlation(&groups);
            found += groups.iter().filter(|group| group.p_value(usual, Side::Few) <= 0.05).count();
            tests += groups.len();
        }
        let share = f64::from(u32::try_from(found).expect("few")) / tests as f64;
        assert!((0.03..0.07).contains(&share), "{share}");
    }

    #[test]
    fn who_has_nobody_beside_is_not_compared() {
        let alone = Compared::of([Fourfold { hits: 3, group: 9, other_hits: 0, others: 0 }]);
        assert_eq!((alone.of, alone.share(), alone.others_share(), alone.p_value(0.01, Side::Few)), (0, None, None, 1.0));
        assert_eq!(usual_correlation(&beside(&[5, 9, 3], 100)), UNKNOWN);
    }
}
