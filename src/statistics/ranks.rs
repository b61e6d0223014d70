//! Two groups of ordered answers.

use std::collections::BTreeMap;

use super::special::normal_above;

/// Answers by value: how many of the first group, how many of the second.
pub type Answers = BTreeMap<i64, (u64, u64)>;

/// Up to so many pairs the test is exact.
const EXACT_TO: f64 = 400.0;

/// Every answer of the first group beside every answer of the second, within each stratum.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Comparison {
    /// Pairs in which the first group's answer is higher; equal ones count half (Mann and Whitney's U).
    pub wins: f64,
    /// All pairs.
    pub pairs: f64,
    /// Variance of `wins` if both groups are alike, ties taken into account.
    pub variance: f64,
}

impl Comparison {
    /// Compares within strata and adds up.
    #[must_use]
    pub fn of(strata: &[Answers]) -> Self {
        strata.iter().map(Self::one).fold(Self::default(), |sum, one| Self {
            wins: sum.wins + one.wins,
            pairs: sum.pairs + one.pairs,
            variance: sum.variance + one.variance,
        })
    }

    /// H. B. Mann, D. R. Whitney, Ann. Math. Statist. 18, 1947, 50-60; variance with ties: E. L. Lehmann, Nonparametrics, 1975, (1.35).
    fn one(answers: &Answers) -> Self {
        let (first, second) = sizes(answers);
        let all = first + second;
        let (mut wins, mut lower, mut ties) = (0.0, 0.0, 0.0);
        for (one, two) in answers.values().map(|(one, two)| (*one as f64, *two as f64)) {
            wins += one * (lower + two / 2.0);
            lower += two;
            ties += (one + two).powi(3) - (one + two);
        }
        let pairs = first * second;
        let variance = if all < 2.0 { 0.0 } else { pairs / 12.0 * (all + 1.0 - ties / (all * (all - 1.0))) };
        Self { wins, pairs, variance }
    }

    /// The chance that an answer of the first group is higher than one of the second, equal ones by half; `None` without a pair.
    #[must_use]
    pub fn superiority(&self) -> Option<f64> {
        (self.pairs > 0.0).then(|| self.wins / self.pairs)
    }

    /// P(as many wins or more) if an answer of the first group is higher with that chance; normal, with continuity correction.
    #[must_use]
    pub fn above(&self, chance: f64) -> f64 {
        if self.variance <= 0.0 { 1.0 } else { normal_above((self.wins - self.pairs * chance - 0.5) / self.variance.sqrt()) }
    }
}

fn sizes(answers: &Answers) -> (f64, f64) {
    answers.values().fold((0.0, 0.0), |(first, second), (one, two)| (first + *one as f64, second + *two as f64))
}

/// P(the first group does as well or better) if both are alike: by all ways to deal the answers within their strata where those are few,
/// else normal.
#[must_use]
pub fn first_is_higher(strata: &[Answers]) -> f64 {
    let compared = Comparison::of(strata);
    if compared.pairs > EXACT_TO {
        return compared.above(0.5);
    }
    let mut sums = vec![1.0];
    for dealt in strata.iter().map(dealt) {
        let mut next = vec![0.0; sums.len() + dealt.len() - 1];
        for (at, one) in sums.iter().enumerate() {
            next.iter_mut().skip(at).zip(&dealt).for_each(|(sum, two)| *sum += one * two);
        }
        sums = next;
    }
    let least = (compared.wins * 2.0).round() as usize;
    sums.iter().skip(least).sum::<f64>().min(1.0)
}

/// How likely each doubled number of wins is when the answers are dealt to the two groups at random.
fn dealt(answers: &Answers) -> Vec<f64> {
    let (first, second) = sizes(answers);
    let (first, width) = (first as usize, (first * second * 2.0) as usize + 1);
    // Ways by how many went to the first group so far, and by its doubled wins; `seen` answers are lower.
    let mut ways = vec![vec![0.0; width]; first + 1];
    ways[0][0] = 1.0;
    let mut seen = 0;
    for all in answers.values().map(|(one, two)| (one + two) as usize) {
        let mut next = vec![vec![0.0; width]; first + 1];
        for (had, row) in ways.iter().enumerate() {
            for take in 0..=all.min(first - had).min(all) {
                let Some(lower) = usize::checked_sub(seen, had) else { continue };
                let (choices, gain) = (choose(all, take), take * (2 * lower + all - take));
                row.iter().zip(gain..width).filter(|(way, _)| **way > 0.0).for_each(|(way, to)| next[had + take][to] += way * choices);
            }
        }
        (ways, seen) = (next, seen + all);
    }
    let last = ways.pop().unwrap_or_default();
    let total: f64 = last.iter().sum();
    last.into_iter().map(|way| way / total).collect()
}

fn choose(all: usize, some: usize) -> f64 {
    (0..some).fold(1.0, |ways, at| ways * (all - at) as f64 / (at + 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(first: &[i64], second: &[i64]) -> Answers {
        let mut answers = Answers::new();
        first.iter().for_each(|value| answers.entry(*value).or_default().0 += 1);
        second.iter().for_each(|value| answers.entry(*value).or_default().1 += 1);
        answers
    }

    /// Permeability of the amnion: M. Hollander, D. A. Wolfe, Nonparametric Statistical Methods, 1973, p. 69; R's
    /// `example(wilcox.test)`: W = 35, p = 0.1272.
    #[test]
    fn the_amnion_has_the_probability_of_the_book() {
        let given = answers(&[80, 83, 189, 104, 145, 138, 191, 164, 73, 146], &[115, 88, 90, 74, 121]);
        let compared = Comparison::of(std::slice::from_ref(&given));
        assert_eq!((compared.wins, compared.superiority()), (35.0, Some(0.7)));
        assert!((first_is_higher(&[given]) - 0.127_206).abs() < 1e-6);
    }

    /// All 20 ways to deal (1, 1, 2, 2, 3, 3) to two groups of three, counted by hand: 8 ÷ 20 give U ≥ 5.5, 2 ÷ 20 give U ≥ 7.5.
    #[test]
    fn ties_are_dealt_too() {
        let by_hand = |first: &[i64], second: &[i64]| first_is_higher(&[answers(first, second)]);
        assert!((by_hand(&[2, 3, 3], &[1, 1, 2]) - 0.1).abs() < 1e-12, "{}", by_hand(&[2, 3, 3], &[1, 1, 2]));
        assert!((by_hand(&[1, 1, 2], &[2, 3, 3]) - 1.0).abs() < 1e-12);
    }

    /// Z. W. Birnbaum: the normal approximation of large groups is near to the exact one of the same groups.
    #[test]
    fn large_groups_are_near_to_the_exact_test() {
        let low: Answers = [(1, (2, 4)), (2, (2, 3)), (3, (3, 3)), (4, (5, 4)), (5, (8, 4))].into();
        let compared = Comparison::of(std::slice::from_ref(&low));
        assert!((compared.above(0.5) - first_is_higher(std::slice::from_ref(&low))).abs() < 0.005);
        let none: Answers = [(5, (8, 0))].into();
        assert_eq!((Comparison::of(std::slice::from_ref(&none)).superiority(), first_is_higher(&[none])), (None, 1.0));
    }

    #[test]
    fn strata_are_compared_within_themselves() {
        // In each queue both groups are alike; the first group has more of the happy queue.
        let queues = [answers(&[5; 9], &[5]), answers(&[1], &[1; 9])];
        assert_eq!(first_is_higher(&queues), 1.0);
    }
}
