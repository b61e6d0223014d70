//! Agents in the order of their scores, in which small samples neither win nor lose.

use serde::Serialize;

use super::interval::Sample;
use super::{Tally, Unit, index, points, round, scale, unit};
use crate::statistics::places;
use crate::statistics::shrink::{self, Mean, Posterior, Share};
use crate::survey::model::Measure;

/// Answers that an agent's own variance counts as, drawn towards that of all (as G. K. Smyth, Stat. Appl. Genet. Mol. Biol. 3, 2004,
/// article 3, moderates variances): two answers alike are no sign of no spread.
const MODERATED: f64 = 10.0;

/// An agent's place, as `/v1/agents/ranking` shows it; scores in the measure's unit, rounded to four decimals.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranked {
    /// Who.
    pub agent: String,
    /// From 1 for the best; agents whose shrunken score is the same share it, and the next is left out. `None` with too few answers.
    pub rank: Option<u64>,
    /// The best place that is still possible (the 95 % interval of the rank).
    pub rank_low: Option<u64>,
    /// The worst one.
    pub rank_high: Option<u64>,
    /// The score as it is; `None` without an answer.
    pub value: Option<f64>,
    /// The score drawn towards that of all agents, the more the fewer answers there are; the ranking goes by it.
    pub shrunken: Option<f64>,
    /// Lower end of the 95 % interval of the shrunken score.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Answers, each counted once.
    pub n: u64,
    /// Whether there are as many as asked for; all others have no place.
    pub enough: bool,
}

/// The agents in their order: those with `enough` answers by place, the others behind them; of those alike by name.
#[must_use]
pub fn ranked(measure: Measure, agents: Vec<(String, Tally)>, enough: u64) -> Vec<Ranked> {
    let samples: Vec<Option<Sample>> = agents.iter().map(|(_, tally)| tally.sample(|answer| points(measure, answer))).collect();
    let known = posteriors(measure, &samples);
    let mut rows: Vec<(Ranked, Option<Posterior>)> = Vec::new();
    for (at, (agent, tally)) in agents.into_iter().enumerate() {
        let posterior = known.as_ref().and_then(|known| known.get(at).copied());
        rows.push((row(measure, (agent, &tally), posterior, enough), posterior));
    }
    rows.sort_by(|(one, _), (other, _)| {
        let score = |row: &Ranked| row.shrunken.unwrap_or(f64::NEG_INFINITY);
        other.enough.cmp(&one.enough).then(score(other).total_cmp(&score(one))).then(one.agent.cmp(&other.agent))
    });
    place(&mut rows);
    rows.into_iter().map(|(row, _)| row).collect()
}

fn row(measure: Measure, (agent, tally): (String, &Tally), posterior: Option<Posterior>, enough: u64) -> Ranked {
    let estimate = tally.estimate();
    let shown = |value: f64| Some(shown(measure, value));
    Ranked {
        agent,
        rank: None,
        rank_low: None,
        rank_high: None,
        value: estimate.value,
        shrunken: posterior.and_then(|known| shown(known.mean)),
        low: posterior.and_then(|known| shown(known.quantile(0.025))),
        high: posterior.and_then(|known| shown(known.quantile(0.975))),
        n: estimate.n,
        enough: estimate.n >= enough.max(1),
    }
}

/// Gives places to those who have enough answers.
fn place(rows: &mut [(Ranked, Option<Posterior>)]) {
    let known: Vec<Posterior> = rows.iter().filter(|(row, _)| row.enough).filter_map(|(_, posterior)| *posterior).collect();
    let mut last: Option<(Option<f64>, u64)> = None;
    for ((row, _), (at, (low, high))) in rows.iter_mut().zip((1..).zip(places::between(&known))) {
        let rank = last.filter(|(score, _)| *score == row.shrunken).map_or(at, |(_, rank)| rank);
        last = Some((row.shrunken, rank));
        row.rank = Some(rank);
        row.rank_low = Some(rank.min(low as u64));
        row.rank_high = Some(rank.max(high as u64));
    }
}

fn posteriors(measure: Measure, samples: &[Option<Sample>]) -> Option<Vec<Posterior>> {
    if unit(measure) == Unit::Percent {
        let share = |sample: &Option<Sample>| sample.map_or(Share { hits: 0.0, of: 0.0 }, |s| Share { hits: s.mean * s.n, of: s.n });
        return shrink::shares(&samples.iter().map(share).collect::<Vec<_>>());
    }
    let (lowest, highest) = ends(measure);
    let quarter = (highest - lowest) / 4.0;
    let pooled = pooled(samples, quarter);
    let mean = |sample: &Option<Sample>| {
        sample.map_or(Mean { value: 0.0, precision: 0.0 }, |s| {
            let variance = (s.n * s.variance + MODERATED * pooled) / ((s.n - 1.0).max(0.0) + MODERATED);
            Mean { value: s.mean, precision: s.n / variance }
        })
    };
    shrink::means(&samples.iter().map(mean).collect::<Vec<_>>(), quarter)
}

/// The variance of answers around their agent's mean, all agents together; one more answer, a quarter of the scale off, keeps it above 0.
fn pooled(samples: &[Option<Sample>], quarter: f64) -> f64 {
    let known = || samples.iter().flatten();
    let squares: f64 = known().map(|sample| sample.n * sample.variance).sum();
    (squares + quarter * quarter) / (known().map(|sample| (sample.n - 1.0).max(0.0)).sum::<f64>() + 1.0)
}

/// The least and the most that an answer adds to the score.
fn ends(measure: Measure) -> (f64, f64) {
    let (low, high) = scale(measure);
    match unit(measure) {
        Unit::Percent => (0.0, 1.0),
        Unit::Points => (-1.0, 1.0),
        Unit::Mean | Unit::Index => (low as f64, high as f64),
    }
}

fn shown(measure: Measure, value: f64) -> f64 {
    let (lowest, highest) = ends(measure);
    let factor = match unit(measure) {
        Unit::Percent | Unit::Points => 100.0,
        Unit::Mean => 1.0,
        Unit::Index => 1.0 / index::PARTS,
    };
    round(value.clamp(lowest, highest) * factor)
}

#[cfg(test)]
mod tests;
