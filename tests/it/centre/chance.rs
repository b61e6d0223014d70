//! Exact tests of counts, ranks and runs, each by another way than the gateway's: by whole distributions, added up.

use std::sync::OnceLock;

use super::formulas::normal_outside;

/// Which tail: so few or fewer, or so many or more.
#[derive(Clone, Copy, PartialEq)]
pub enum Tail {
    Few,
    Many,
}

/// Hits and size of a group, and those of all others.
#[derive(Clone, Copy, Default, Debug)]
pub struct Table {
    pub hits: usize,
    pub of: usize,
    pub others_hits: usize,
    pub others: usize,
}

fn ln_factorial(n: usize) -> f64 {
    static TABLE: OnceLock<Vec<f64>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut sum = 0.0;
        let next = |n: usize| {
            sum += if n == 0 { 0.0 } else { (n as f64).ln() };
            sum
        };
        (0..200_000).map(next).collect()
    });
    table[n]
}

fn ln_choose(n: usize, k: usize) -> f64 {
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

/// Least count that may be at all, and how likely it and those after it are, scaled to a sum of 1; what is a 10⁻²⁸ part of the most likely
/// one is left out at both ends.
fn hypergeometric(table: &Table) -> (usize, Vec<f64>) {
    let hits = table.hits + table.others_hits;
    let (least, most) = (hits.saturating_sub(table.others), hits.min(table.of));
    let logs: Vec<f64> = (least..=most).map(|k| ln_choose(table.of, k) + ln_choose(table.others, hits - k)).collect();
    scaled(least, &logs)
}

fn scaled(least: usize, logs: &[f64]) -> (usize, Vec<f64>) {
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let from = logs.iter().position(|log| log - top > -64.0).unwrap_or(0);
    let to = logs.iter().rposition(|log| log - top > -64.0).unwrap_or(0);
    let chances: Vec<f64> = logs[from..=to].iter().map(|log| (log - top).exp()).collect();
    let total: f64 = chances.iter().sum();
    (least + from, chances.into_iter().map(|chance| chance / total).collect())
}

/// The sum over all tables, their margins being given: its distribution by folding, however large it is.
pub fn folded(tables: &[Table], tail: Tail) -> f64 {
    let (mut first, mut chances) = (0, vec![1.0]);
    for table in tables {
        let (least, one) = hypergeometric(table);
        let mut sum = vec![0.0; chances.len() + one.len() - 1];
        for (at, a) in chances.iter().enumerate().filter(|(_, a)| **a > 1e-40) {
            sum[at..at + one.len()].iter_mut().zip(&one).for_each(|(sum, b)| *sum += a * b);
        }
        (first, chances) = (first + least, sum);
    }
    let hits: usize = tables.iter().map(|table| table.hits).sum();
    let counted = |at: usize| if tail == Tail::Few { first + at <= hits } else { first + at >= hits };
    chances.iter().enumerate().filter(|(at, _)| counted(*at)).map(|(_, chance)| chance).sum::<f64>().min(1.0)
}

/// How far the sum varies.
pub fn folded_variance(tables: &[Table]) -> f64 {
    let one = |table: &Table| {
        let (of, others, hits) = (table.of as f64, table.others as f64, (table.hits + table.others_hits) as f64);
        let all = of + others;
        of * others * hits * (all - hits) / (all * all * (all - 1.0))
    };
    tables.iter().map(one).sum()
}

/// Hits among `of`, of a group whose share is drawn from a beta distribution of that mean; `alike` is the correlation of two tries.
pub fn beta_binomial((hits, of): (usize, usize), mean: f64, (alike, tail): (f64, Tail)) -> f64 {
    let worth = 1.0 / alike - 1.0;
    let (a, b) = (mean * worth, (1.0 - mean) * worth);
    let mut logs = vec![0.0];
    for k in 0..of {
        let (at, left) = (k as f64, (of - k) as f64);
        logs.push(logs[k] + (left * (a + at) / ((at + 1.0) * (b + left - 1.0))).ln());
    }
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum = |logs: &[f64]| logs.iter().map(|log| (log - top).exp()).sum::<f64>();
    (if tail == Tail::Few { sum(&logs[..=hits]) } else { sum(&logs[hits..]) }) / sum(&logs)
}

/// P(so many or more) of tries that hold with that probability.
pub fn binomial_many((hits, of): (usize, usize), chance: f64) -> f64 {
    let log = |k: usize| ln_choose(of, k) + k as f64 * chance.ln() + (of - k) as f64 * (1.0 - chance).ln();
    if hits == 0 || chance >= 1.0 { 1.0 } else { (hits..=of).map(|k| log(k).exp()).sum() }
}

/// Counts of the two groups by value, one map for each stratum.
pub type Sides = Vec<(i64, usize, usize)>;

/// Pairs, those in which the first group is higher (of equal ones half), and the variance of these if the groups are alike.
#[derive(Clone, Copy, Default)]
pub struct Duels {
    pub pairs: f64,
    pub wins: f64,
    pub variance: f64,
}

pub fn duels(strata: &[Sides]) -> Duels {
    let mut sum = Duels::default();
    for sides in strata {
        let (m, n) = sides.iter().fold((0.0, 0.0), |(m, n), (_, one, two)| (m + *one as f64, n + *two as f64));
        for (value, one, _) in sides {
            for (other, _, two) in sides {
                let won = if value > other { 1.0 } else { f64::from(u8::from(value == other)) / 2.0 };
                sum.wins += won * (one * two) as f64;
            }
        }
        sum.pairs += m * n;
        // N = m + n; ties take Σ(t³ − t) ÷ (N(N − 1)) off N + 1.
        let all = m + n;
        let ties: f64 = sides.iter().map(|(_, one, two)| (one + two) as f64).map(|t| t * t * t - t).sum();
        if all > 1.0 {
            sum.variance += m * n / 12.0 * (all + 1.0 - ties / (all * (all - 1.0)));
        }
    }
    sum
}

/// P(so many wins or more) by the normal distribution, half a win back.
pub fn duels_above(duels: &Duels, chance: f64) -> f64 {
    if duels.variance <= 0.0 {
        return 1.0;
    }
    let z = (duels.wins - chance * duels.pairs - 0.5) / duels.variance.sqrt();
    let outside = normal_outside(z) / 2.0;
    if z > 0.0 { outside } else { 1.0 - outside }
}

/// P(so many wins or more) over all ways to choose who is in the first group: answer by answer, by doubled middle ranks.
pub fn duels_by_ranks(strata: &[Sides]) -> f64 {
    let mut all = vec![1.0];
    let mut seen = 0;
    for sides in strata {
        let m: usize = sides.iter().map(|(_, one, _)| one).sum();
        let mut ranks: Vec<usize> = Vec::new();
        for (_, one, two) in sides {
            let (before, tied) = (ranks.len(), one + two);
            // Twice the mean of the places before + 1 to before + tied.
            ranks.extend(std::iter::repeat_n(2 * before + tied + 1, tied));
            seen += (2 * before + tied + 1) * one;
        }
        let most: usize = ranks.iter().sum();
        let mut ways = vec![vec![0.0; most + 1]; m + 1];
        ways[0][0] = 1.0;
        for rank in ranks {
            for had in (0..m).rev() {
                for sum in (0..=most - rank).rev() {
                    ways[had + 1][sum + rank] += ways[had][sum];
                }
            }
        }
        let total: f64 = ways[m].iter().sum();
        let mut next = vec![0.0; all.len() + most];
        for (at, a) in all.iter().enumerate().filter(|(_, a)| **a > 0.0) {
            ways[m].iter().enumerate().for_each(|(to, b)| next[at + to] += a * b / total);
        }
        all = next;
    }
    all[seen..].iter().sum::<f64>().min(1.0)
}

/// P(a run of that length in so many tries): how long the run is at the moment, try by try.
pub fn run(length: usize, tries: usize, chance: f64) -> f64 {
    if length == 0 {
        return 1.0;
    }
    let (mut now, mut done) = (vec![0.0; length], 0.0);
    now[0] = 1.0;
    for _ in 0..tries {
        let broken = now.iter().sum::<f64>() * (1.0 - chance);
        done += now[length - 1] * chance;
        now.rotate_right(1);
        now.iter_mut().for_each(|at| *at *= chance);
        now[0] = broken;
    }
    done
}

/// A beta distribution as a table of its density, added up from the left.
pub struct Beta {
    from: f64,
    step: f64,
    below: Vec<f64>,
}

impl Beta {
    /// Of that mean and variance.
    pub fn of(mean: f64, variance: f64) -> Self {
        let worth = mean * (1.0 - mean) / variance - 1.0;
        let (a, b) = (mean * worth, (1.0 - mean) * worth);
        let reach = 9.0 * variance.sqrt();
        let (from, to) = ((mean - reach).max(0.0), (mean + reach).min(1.0));
        let step = (to - from) / 6000.0;
        let log = |at: usize| {
            let x = from + step * (at as f64 + 0.5);
            (a - 1.0) * x.ln() + (b - 1.0) * (1.0 - x).ln()
        };
        let logs: Vec<f64> = (0..6000).map(log).collect();
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut sum = 0.0;
        let add = |log: f64| {
            sum += (log - top).exp();
            sum
        };
        let below: Vec<f64> = logs.into_iter().map(add).collect();
        let total = below[below.len() - 1];
        Self { from, step, below: below.into_iter().map(|sum| sum / total).collect() }
    }

    pub fn quantile(&self, share: f64) -> f64 {
        let at = self.below.partition_point(|below| *below < share);
        let (before, here) = (if at == 0 { 0.0 } else { self.below[at - 1] }, self.below[at.min(self.below.len() - 1)]);
        self.from + self.step * (at as f64 + (share - before) / (here - before).max(1e-300))
    }
}

/// The least share of false ones with which each test is among the discoveries: over all bounds that take it in.
pub fn false_discoveries(p_values: &[f64]) -> Vec<f64> {
    let share = |bound: f64| bound * p_values.len() as f64 / p_values.iter().filter(|p| **p <= bound).count() as f64;
    p_values.iter().map(|p| p_values.iter().filter(|bound| *bound >= p).map(|bound| share(*bound)).fold(1.0, f64::min)).collect()
}

/// Fisher's tea; the amnion of Hollander and Wolfe (1973); a coin's heads; two tries of Pólya's urn.
#[test]
fn the_tests_of_this_file_are_those_of_the_books() {
    let tea = Table { hits: 3, of: 4, others_hits: 1, others: 4 };
    assert!((folded(&[tea], Tail::Many) - 17.0 / 70.0).abs() < 1e-12 && (folded(&[tea], Tail::Few) - 69.0 / 70.0).abs() < 1e-12);
    let (first, second) = ([80, 83, 189, 104, 145, 138, 191, 164, 73, 146], [115, 88, 90, 74, 121]);
    let mut sides: Sides = first.map(|value| (value, 1, 0)).into_iter().chain(second.map(|value| (value, 0, 1))).collect();
    sides.sort_unstable();
    assert!((duels_by_ranks(&[sides.clone()]) - 0.127_206).abs() < 1e-6 && (duels(&[sides]).wins - 35.0).abs() < 1e-9);
    assert!((run(3, 10, 0.5) - 520.0 / 1024.0).abs() < 1e-12 && (run(5, 10, 0.5) - 112.0 / 1024.0).abs() < 1e-12);
    assert!((beta_binomial((1, 2), 0.5, (1.0 / 3.0, Tail::Many)) - 2.0 / 3.0).abs() < 1e-12);
    // Of β(2, 2) a quarter lies below the root 0.32635 of 3x² − 2x³ = 0.25.
    assert!((Beta::of(0.5, 0.05).quantile(0.25) - 0.326_352).abs() < 1e-5 && (Beta::of(0.5, 0.05).quantile(0.5) - 0.5).abs() < 1e-6);
    assert!((binomial_many((6, 20), 0.5) - (1.0 - 0.020_694_732_7)).abs() < 1e-9);
    let found = false_discoveries(&[0.5, 0.01, 0.04]);
    assert!(found.iter().zip([0.5, 0.03, 0.06]).all(|(found, wanted)| (found - wanted).abs() < 1e-12), "{found:?}");
}
