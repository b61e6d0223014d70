//! An agent beside all others in the same strata, and how much agents usually differ.

use std::collections::BTreeMap;

use super::chance::{self, Table, Tail};
use super::formulas::normal_outside;

/// Hits and tries of each agent by stratum.
pub type Rates = BTreeMap<&'static str, BTreeMap<String, (usize, usize)>>;

pub fn count(rates: &mut Rates, (agent, stratum): (&'static str, String), hit: bool) {
    let counts = rates.entry(agent).or_default().entry(stratum).or_default();
    *counts = (counts.0 + usize::from(hit), counts.1 + 1);
}

/// All agents together.
pub fn whole(rates: &Rates) -> BTreeMap<String, (usize, usize)> {
    let mut whole: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (stratum, (hits, of)) in rates.values().flatten() {
        let sum = whole.entry(stratum.clone()).or_default();
        *sum = (sum.0 + hits, sum.1 + of);
    }
    whole
}

/// An agent's counts where there are others.
pub struct Beside {
    tables: Vec<Table>,
    pub hits: usize,
    pub of: usize,
    /// Hits with the others' shares.
    pub expected: f64,
}

impl Beside {
    pub fn share(&self) -> f64 {
        100.0 * self.hits as f64 / self.of as f64
    }

    pub fn others_share(&self) -> f64 {
        100.0 * self.expected / self.of as f64
    }

    /// The others' share, half an answer of theirs away from the ends.
    fn mean(&self) -> f64 {
        let others: usize = self.tables.iter().map(|table| table.others).sum();
        let least = 0.5 / (others as f64 + 1.0);
        (self.expected / self.of as f64).clamp(least, 1.0 - least)
    }
}

/// Each agent beside the others, and the usual correlation.
pub struct Crowd {
    pub agents: BTreeMap<&'static str, Beside>,
    usual: f64,
}

impl Crowd {
    pub fn of(rates: &Rates) -> Self {
        let whole = whole(rates);
        let mut agents = BTreeMap::new();
        for (agent, strata) in rates {
            let table = |(stratum, (hits, of)): (&String, &(usize, usize))| {
                let (all_hits, all) = whole[stratum];
                Table { hits: *hits, of: *of, others_hits: all_hits - hits, others: all - of }
            };
            let tables: Vec<Table> = strata.iter().map(table).filter(|table| table.others > 0).collect();
            let expected = tables.iter().map(|table| (table.of * table.others_hits) as f64 / table.others as f64).sum();
            let sum = |of: fn(&Table) -> usize| tables.iter().map(of).sum::<usize>();
            let (hits, of) = (sum(|table| table.hits), sum(|table| table.of));
            if of > 0 {
                agents.insert(*agent, Beside { tables, hits, of, expected });
            }
        }
        let usual = usual(&agents.values().filter(|agent| agent.of >= 10).collect::<Vec<_>>());
        Self { agents, usual }
    }

    /// The larger of two: by chance alone, and by chance and the usual differences.
    pub fn p_value(&self, agent: &str, tail: Tail) -> f64 {
        let beside = &self.agents[agent];
        let common = chance::beta_binomial((beside.hits, beside.of), beside.mean(), (self.usual, tail));
        chance::folded(&beside.tables, tail).max(common)
    }

    /// Whether the sum is so large that the gateway takes it as normal.
    pub fn is_large(&self, agent: &str) -> bool {
        chance::folded_variance(&self.agents[agent].tables) > 400.0
    }
}

/// Mean of a squared normal distance that counts for 1 at most: P(|Z| > 1) + ∫ z² φ(z) from −1 to 1, and that is P(|Z| < 1) − 2 φ(1).
fn cut() -> f64 {
    1.0 - 2.0 * (-0.5_f64).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

/// 0.0016 at least (2 points around 50 %), 0.01 (5 points) where fewer than six show it.
fn usual(crowd: &[&Beside]) -> f64 {
    if crowd.len() < 6 {
        return 0.01;
    }
    let off = |agent: &Beside| (agent.share() - agent.others_share()) / 100.0;
    let middle = median(crowd.iter().map(|agent| off(agent)).collect());
    let distance = |alike: f64| {
        let one = |agent: &&Beside| {
            let spread = agent.mean() * (1.0 - agent.mean()) * (alike + (1.0 - alike) / agent.of as f64);
            ((off(agent) - middle).powi(2) / spread).min(1.0)
        };
        crowd.iter().map(one).sum::<f64>() / crowd.len() as f64
    };
    let (mut low, mut high) = (0.0016, 0.5);
    for _ in 0..60 {
        let half = (low + high) / 2.0;
        if distance(half) > cut() { low = half } else { high = half }
    }
    if distance(0.0016) > cut() { high } else { 0.0016 }
}

/// Of two in the middle their mean; 0 of none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        n => (values[(n - 1) / 2] + values[n / 2]) / 2.0,
    }
}

#[test]
fn a_normal_distance_cut_at_one_has_that_mean() {
    let within = |z: f64| (-z * z / 2.0).exp() * z * z / (2.0 * std::f64::consts::PI).sqrt();
    let sum: f64 = (0..20_000).map(|at| within((f64::from(at) + 0.5) / 10_000.0 - 1.0) / 10_000.0).sum();
    assert!((sum + normal_outside(1.0) - cut()).abs() < 1e-8, "{sum}");
}
