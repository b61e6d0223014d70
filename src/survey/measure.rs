//! Scores with their uncertainty: distribution in, value and 95 % interval out.

use std::collections::BTreeMap;

use serde::Serialize;

use self::interval::Sample;
use self::kano::Category;
use super::model::{Measure, Value};

pub mod correlation;
pub mod detail;
pub mod difference;
pub mod index;
pub mod interval;
pub mod kano;
pub mod part;
pub mod portion;
pub mod ranking;
pub mod silence;
pub mod student;

/// What a score counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 0 to 100.
    Percent,
    /// −100 to 100.
    Points,
    /// The scale of the question itself.
    Mean,
    /// 0 to 100, a mean of means.
    Index,
}

/// A score and the 95 % interval around it, each rounded to four decimals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// `None` without an answer.
    pub value: Option<f64>,
    /// Lower end; `None` where the answers do not give one (none at all, or a mean of one).
    pub low: Option<f64>,
    /// Upper end, likewise.
    pub high: Option<f64>,
    /// Answers, each counted once whatever its weight.
    pub n: u64,
    /// What the three count in.
    pub unit: Unit,
}

/// A further figure and the 95 % interval around it, rounded likewise; `None` without an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Span {
    /// The figure.
    pub value: Option<f64>,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// Lowest and highest answer that a measure takes; yes is 1 and no is 0, Kano's categories are [`Category::number`]ed and an index counts
/// in millionths of a point ([`index::tallied`]).
#[must_use]
pub fn scale(measure: Measure) -> (i64, i64) {
    match measure {
        Measure::Csat => (1, 5),
        Measure::Nps => (0, 10),
        Measure::Ces => (1, 7),
        Measure::Fcr => (0, 1),
        Measure::ServiceLevel | Measure::Kano => (1, 6),
        Measure::Index => (0, index::tallied(100.0)),
    }
}

/// The unit of a measure's score.
#[must_use]
pub fn unit(measure: Measure) -> Unit {
    match measure {
        Measure::Csat | Measure::Fcr | Measure::ServiceLevel | Measure::Kano => Unit::Percent,
        Measure::Nps => Unit::Points,
        Measure::Ces => Unit::Mean,
        Measure::Index => Unit::Index,
    }
}

/// An answer as a number on the measure's scale; `None` if it is not on it, or if one answer alone makes no score.
#[must_use]
pub fn on_scale(measure: Measure, value: &Value) -> Option<i64> {
    let (low, high) = scale(measure);
    match value {
        _ if matches!(measure, Measure::Kano | Measure::Index) => None,
        Value::Number(number) if measure != Measure::Fcr => Some(*number).filter(|n| (low..=high).contains(n)),
        Value::Name(name) if measure == Measure::Fcr => match name.as_str() {
            "yes" => Some(1),
            "no" => Some(0),
            _ => None,
        },
        _ => None,
    }
}

/// What one answer adds to the score: 1 or 0 for shares, 1, 0 or −1 for NPS, itself for means; `None` where it is not counted.
fn points(measure: Measure, answer: i64) -> Option<f64> {
    Some(match measure {
        Measure::Csat | Measure::ServiceLevel => one_if(answer >= 4),
        Measure::Fcr => one_if(answer == 1),
        Measure::Nps => one_if(answer >= 9) - one_if(answer <= 6),
        Measure::Kano => one_if(Category::numbered(answer)?.betters()?),
        Measure::Ces | Measure::Index => answer as f64,
    })
}

fn one_if(good: bool) -> f64 {
    if good { 1.0 } else { 0.0 }
}

/// The answers of one measure in one group, each with a weight (an agent's share of the call's credit).
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    measure: Measure,
    cells: BTreeMap<i64, Weighed>,
}

/// How many answers with what weight. Weights are added up in whole parts of one, so that the order in which answers are counted makes
/// no difference.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weighed {
    count: u64,
    weights: u128,
    squares: u128,
}

/// The weight 1 in parts. Every weight from 1/256 on that a double can hold is a whole number of them.
const ONE: f64 = (1_u64 << 60) as f64;

fn parts(weight: f64) -> u128 {
    // Half of a u128 is quick to come by.
    if weight < 8.0 { u128::from((weight * ONE) as u64) } else { (weight * ONE) as u128 }
}

impl Weighed {
    /// So many answers of equal weight.
    #[must_use]
    pub fn of(weight: f64, times: u64) -> Self {
        let of = |weight: f64| parts(weight) * u128::from(times);
        Self { count: times, weights: of(weight), squares: of(weight * weight) }
    }

    /// Adds other answers.
    pub fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.weights += other.weights;
        self.squares += other.squares;
    }

    /// Answers, each counted once.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    fn weight(&self) -> f64 {
        self.weights as f64 / ONE
    }
}

impl Tally {
    /// Without an answer.
    #[must_use]
    pub fn new(measure: Measure) -> Self {
        Self { measure, cells: BTreeMap::new() }
    }

    /// Counts an answer ([`on_scale`]) with a weight from 0 to 1.
    pub fn add(&mut self, answer: i64, weight: f64) {
        self.add_weighed(answer, Weighed::of(weight, 1));
    }

    /// Counts equal answers.
    pub fn add_weighed(&mut self, answer: i64, weighed: Weighed) {
        self.cells.entry(answer).or_default().merge(weighed);
    }

    /// Adds another tally of the same measure.
    pub fn merge(&mut self, other: &Self) {
        for (answer, more) in &other.cells {
            self.add_weighed(*answer, *more);
        }
    }

    /// Answers, each counted once.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.cells.values().map(|cell| cell.count).sum()
    }

    /// Answers per value of the whole scale, unweighted; an index in ten steps, each without its upper end but for the last.
    #[must_use]
    pub fn distribution(&self) -> BTreeMap<String, u64> {
        let (low, high) = scale(self.measure);
        if self.measure == Measure::Index {
            let tenth = |at: i64| (at * high / 10, if at == 9 { high } else { (at + 1) * high / 10 - 1 });
            return (0..10).map(|at| (format!("{}-{}", at * 10, at * 10 + 10), self.between(tenth(at)))).collect();
        }
        (low..=high).map(|answer| (self.name(answer), self.between((answer, answer)))).collect()
    }

    fn between(&self, (low, high): (i64, i64)) -> u64 {
        self.cells.range(low..=high).map(|(_, cell)| cell.count).sum()
    }

    fn name(&self, answer: i64) -> String {
        match (self.measure, answer) {
            (Measure::Fcr, 1) => "yes".to_owned(),
            (Measure::Fcr, _) => "no".to_owned(),
            (Measure::Kano, number) => Category::numbered(number).map_or_else(String::new, |category| category.letter().to_owned()),
            _ => answer.to_string(),
        }
    }

    /// The score with its 95 % interval: Wilson for shares, normal with the multinomial variance for NPS, Student's t for means.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        let (unit, n) = (unit(self.measure), self.n());
        let Some(sample) = self.sample(|answer| points(self.measure, answer)) else {
            return Estimate { value: None, low: None, high: None, n, unit };
        };
        let (low, high) = scale(self.measure);
        let student = || interval::student(sample).map(|ends| ends.within(low as f64, high as f64));
        let (ends, factor) = match unit {
            Unit::Percent => (Some(interval::wilson(sample.mean, sample.n)), 100.0),
            Unit::Points => (Some(interval::normal(sample).within(-1.0, 1.0)), 100.0),
            Unit::Mean => (student(), 1.0),
            Unit::Index => (student(), 1.0 / index::PARTS),
        };
        let shown = |x: f64| round(x * factor);
        let (low, high) = (ends.map(|ends| shown(ends.low)), ends.map(|ends| shown(ends.high)));
        Estimate { value: Some(shown(sample.mean)), low, high, n, unit }
    }

    /// The share of answers that `counts` says yes to among those that it does not leave out, in per cent with Wilson's interval.
    #[must_use]
    pub fn share(&self, counts: impl Fn(i64) -> Option<bool>) -> Span {
        let Some(sample) = self.sample(|answer| counts(answer).map(one_if)) else { return Span::default() };
        let ends = interval::wilson(sample.mean, sample.n);
        let [value, low, high] = [sample.mean, ends.low, ends.high].map(|share| Some(round(share * 100.0)));
        Span { value, low, high }
    }

    /// The answers as points, without those that have none; `None` where nothing weighs anything.
    /// Weighted answers count as Kish's effective sample size, (Σw)² ÷ Σw² (L. Kish, Survey Sampling, 1965, 11.7).
    fn sample(&self, points: impl Fn(i64) -> Option<f64>) -> Option<Sample> {
        let counted: Vec<(f64, &Weighed)> = self.cells.iter().filter_map(|(answer, cell)| Some((points(*answer)?, cell))).collect();
        let total = counted.iter().map(|(_, cell)| cell.weights).sum::<u128>() as f64 / ONE;
        let squares = counted.iter().map(|(_, cell)| cell.squares).sum::<u128>() as f64 / ONE;
        let mean = counted.iter().map(|(points, cell)| points * cell.weight()).sum::<f64>() / total;
        let variance = counted.iter().map(|(points, cell)| (points - mean).powi(2) * cell.weight()).sum::<f64>() / total;
        (total > 0.0).then_some(Sample { mean, variance, n: total * total / squares })
    }
}

/// Four decimals, so that reports do not show the noise of binary fractions.
#[must_use]
pub fn round(x: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (x * 10_000.0).round() / 10_000.0 + 0.0
}

#[cfg(test)]
mod tests;
