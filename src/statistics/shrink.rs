//! Estimates of many groups that borrow from each other: what a small group shows is drawn towards the mean of all, the more the less it
//! knows itself and the more alike the groups are (empirical Bayes; B. Efron, C. Morris, JASA 70, 1975, 311-319).
//!
//! How alike they are is not known either. Instead of one best guess, which makes intervals too narrow where there are few groups, all
//! spreads count, each as much as the answers speak for it (A. Gelman et al., Bayesian Data Analysis, 5.3-5.4). The prior is flat in the
//! variance between groups (Stein's harmonic prior), with which intervals hold the truth as often as they say also where groups differ
//! little (C. N. Morris, R. Tang, Statist. Sci. 26, 2011, 271-287).

use super::special::ln_beta;
use posterior::Mixture;
pub use posterior::Posterior;

mod posterior;

/// Points of the two looks at the spread: over all that is possible, then where it is likely.
const COARSE: u32 = 36;
const FINE: u32 = 24;
/// Spreads this much less likely than the best are left out: e⁻⁹.
const UNLIKELY: f64 = 9.0;

/// Hits among tries, or their effective numbers where answers are weighted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// At most `of`.
    pub hits: f64,
    /// 0 where nothing is known.
    pub of: f64,
}

/// A mean and how well it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean; any number where nothing is known.
    pub value: f64,
    /// 1 ÷ its variance; 0 where nothing is known.
    pub precision: f64,
}

/// What is known of each group if the groups differ by a given spread.
trait Model {
    /// The largest spread that is possible.
    fn most(&self) -> f64;
    /// The centre of the groups, and its variance.
    fn centre(&self, spread: f64) -> (f64, f64);
    /// ln of how well the answers fit.
    fn fit(&self, spread: f64, centre: f64) -> f64;
    /// Mean and variance of each group, the centre being known.
    fn groups(&self, spread: f64, centre: f64) -> Vec<Given>;

    fn weight(&self, spread: f64) -> f64 {
        let (centre, variance) = self.centre(spread);
        // Flat in the variance: its density over the spread grows with the spread.
        self.fit(spread, centre) + 0.5 * variance.ln() + spread.ln()
    }
}

/// What is known of one group, the spread and the centre being given.
struct Given {
    mean: f64,
    variance: f64,
    /// How much of `mean` is the centre.
    borrowed: f64,
}

/// Shares, each group's true one drawn from a beta distribution (the beta-binomial model; the centre by moments, weighted as J. C.
/// Kleinman, JASA 68, 1973, 46-54, the spread by its likelihood). Same order as given; `None` where no group knows anything.
#[must_use]
pub fn shares(groups: &[Share]) -> Option<Vec<Posterior>> {
    let known = groups.iter().any(|group| group.of > 0.0);
    known.then(|| mixed(&Binomial { groups }).into_iter().map(Mixture::beta).collect())
}

/// Means, each group's true one drawn from a normal distribution; `spread` is the largest standard deviation between groups that is
/// possible. Same order as given; `None` where no group knows anything.
#[must_use]
pub fn means(groups: &[Mean], spread: f64) -> Option<Vec<Posterior>> {
    let known = groups.iter().any(|group| group.precision > 0.0);
    known.then(|| mixed(&Normal { groups, most: spread }).into_iter().map(Mixture::normal).collect())
}

fn mixed(model: &impl Model) -> Vec<Mixture> {
    let spreads = likely(model);
    let weights: Vec<f64> = spreads.iter().map(|spread| model.weight(*spread)).collect();
    let best = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = weights.into_iter().map(|weight| (weight - best).exp()).collect();
    let total: f64 = weights.iter().sum();
    let mut mixtures: Vec<Mixture> = Vec::new();
    for (spread, weight) in spreads.into_iter().zip(weights) {
        let (centre, variance) = model.centre(spread);
        let groups = model.groups(spread, centre);
        mixtures.resize(groups.len(), Mixture::default());
        for (mixture, group) in mixtures.iter_mut().zip(groups) {
            mixture.add(weight / total, group.mean, group.variance + group.borrowed * group.borrowed * variance);
        }
    }
    mixtures
}

/// Spreads, evenly over those that the answers allow for.
fn likely(model: &impl Model) -> Vec<f64> {
    let coarse: Vec<f64> = (0..COARSE).map(|at| model.most() * 10_f64.powf(-3.0 * f64::from(at) / f64::from(COARSE - 1))).collect();
    let weights: Vec<f64> = coarse.iter().map(|spread| model.weight(*spread)).collect();
    let best = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let allowed = |at: &usize| weights[*at] > best - UNLIKELY;
    let (first, last) = ((0..weights.len()).find(allowed).unwrap_or(0), (0..weights.len()).rev().find(allowed).unwrap_or(0));
    let high = coarse[first.saturating_sub(1)];
    let low = coarse.get(last + 1).copied().unwrap_or(0.0);
    (0..FINE).map(|at| low + (high - low) * (f64::from(at) + 0.5) / f64::from(FINE)).collect()
}

struct Binomial<'a> {
    groups: &'a [Share],
}

impl Binomial<'_> {
    /// As many answers as the prior is worth; the spread is the square root of the correlation.
    fn worth(spread: f64) -> f64 {
        (1.0 - spread * spread) / (spread * spread)
    }
}

impl Model for Binomial<'_> {
    /// Standard deviation of the groups as a part of the largest that their mean allows.
    fn most(&self) -> f64 {
        0.5
    }

    fn centre(&self, spread: f64) -> (f64, f64) {
        let weight = |group: &Share| 1.0 / (1.0 + (group.of - 1.0).max(0.0) * spread * spread);
        let total: f64 = self.groups.iter().map(|group| weight(group) * group.of).sum();
        let hits: f64 = self.groups.iter().map(|group| weight(group) * group.hits).sum();
        // Half an answer to each side keeps a centre of 0 or 1 away from certainty.
        let least = 0.5 / (total + 1.0);
        let centre = (hits / total).clamp(least, 1.0 - least);
        (centre, centre * (1.0 - centre) / total)
    }

    fn fit(&self, spread: f64, centre: f64) -> f64 {
        let (a, b) = (centre * Self::worth(spread), (1.0 - centre) * Self::worth(spread));
        let prior = ln_beta(a, b);
        let known = self.groups.iter().filter(|group| group.of > 0.0);
        known.map(|group| ln_beta(a + group.hits, b + group.of - group.hits) - prior).sum()
    }

    fn groups(&self, spread: f64, centre: f64) -> Vec<Given> {
        let worth = Self::worth(spread);
        let given = |group: &Share| {
            let mean = (centre * worth + group.hits) / (worth + group.of);
            Given { mean, variance: mean * (1.0 - mean) / (worth + group.of + 1.0), borrowed: worth / (worth + group.of) }
        };
        self.groups.iter().map(given).collect()
    }
}

struct Normal<'a> {
    groups: &'a [Mean],
    most: f64,
}

impl Model for Normal<'_> {
    fn most(&self) -> f64 {
        self.most
    }

    fn centre(&self, spread: f64) -> (f64, f64) {
        let weight = |group: &Mean| group.precision / (1.0 + spread * spread * group.precision);
        let total: f64 = self.groups.iter().map(weight).sum();
        (self.groups.iter().map(|group| weight(group) * group.value).sum::<f64>() / total, 1.0 / total)
    }

    fn fit(&self, spread: f64, centre: f64) -> f64 {
        let known = self.groups.iter().filter(|group| group.precision > 0.0);
        let one = |group: &Mean| {
            let variance = 1.0 / group.precision + spread * spread;
            -0.5 * (variance.ln() + (group.value - centre).powi(2) / variance)
        };
        known.map(one).sum()
    }

    fn groups(&self, spread: f64, centre: f64) -> Vec<Given> {
        let given = |group: &Mean| {
            let borrowed = 1.0 / (1.0 + spread * spread * group.precision);
            let own = if group.precision > 0.0 { (1.0 - borrowed) * group.value } else { 0.0 };
            Given { mean: own + borrowed * centre, variance: spread * spread * borrowed, borrowed }
        };
        self.groups.iter().map(given).collect()
    }
}

#[cfg(test)]
mod tests;
