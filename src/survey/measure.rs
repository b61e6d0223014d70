//! Scores with their uncertainty: distribution in, value and 95 % interval out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::model::{Measure, Value};

pub mod interval;
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

/// Lowest and highest answer that a measure takes; yes is 1 and no is 0.
#[must_use]
pub fn scale(measure: Measure) -> (i64, i64) {
    match measure {
        Measure::Csat => (1, 5),
        Measure::Nps => (0, 10),
        Measure::Ces => (1, 7),
        Measure::Fcr => (0, 1),
        Measure::ServiceLevel => (1, 6),
    }
}

/// The unit of a measure's score.
#[must_use]
pub fn unit(measure: Measure) -> Unit {
    match measure {
        Measure::Csat | Measure::Fcr | Measure::ServiceLevel => Unit::Percent,
        Measure::Nps => Unit::Points,
        Measure::Ces => Unit::Mean,
    }
}

/// An answer as a number on the measure's scale; `None` if it is not on it.
#[must_use]
pub fn on_scale(measure: Measure, value: &Value) -> Option<i64> {
    let (low, high) = scale(measure);
    match value {
        Value::Number(number) if measure != Measure::Fcr => Some(*number).filter(|n| (low..=high).contains(n)),
        Value::Name(name) if measure == Measure::Fcr => match name.as_str() {
            "yes" => Some(1),
            "no" => Some(0),
            _ => None,
        },
        _ => None,
    }
}

/// What one answer adds to the score: 1 or 0 for shares, 1, 0 or −1 for NPS, itself for means.
fn points(measure: Measure, answer: i64) -> f64 {
    let share = |good: bool| if good { 1.0 } else { 0.0 };
    match measure {
        Measure::Csat | Measure::ServiceLevel => share(answer >= 4),
        Measure::Fcr => share(answer == 1),
        Measure::Nps => share(answer >= 9) - share(answer <= 6),
        Measure::Ces => answer as f64,
    }
}

/// The answers of one measure in one group, each with a weight (an agent's share of the call's credit).
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    measure: Measure,
    cells: BTreeMap<i64, Cell>,
    squares: f64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Cell {
    count: u64,
    weight: f64,
}

impl Tally {
    /// Without an answer.
    #[must_use]
    pub fn new(measure: Measure) -> Self {
        Self { measure, cells: BTreeMap::new(), squares: 0.0 }
    }

    /// Counts an answer ([`on_scale`]) with a weight from 0 to 1.
    pub fn add(&mut self, answer: i64, weight: f64) {
        let cell = self.cells.entry(answer).or_default();
        cell.count += 1;
        cell.weight += weight;
        self.squares += weight * weight;
    }

    /// Answers, each counted once.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.cells.values().map(|cell| cell.count).sum()
    }

    /// Answers per value of the whole scale, unweighted.
    #[must_use]
    pub fn distribution(&self) -> BTreeMap<String, u64> {
        let (low, high) = scale(self.measure);
        let name = |answer: i64| match (self.measure, answer) {
            (Measure::Fcr, 1) => "yes".to_owned(),
            (Measure::Fcr, _) => "no".to_owned(),
            _ => answer.to_string(),
        };
        (low..=high).map(|answer| (name(answer), self.cells.get(&answer).map_or(0, |cell| cell.count))).collect()
    }

    /// The score with its 95 % interval: Wilson for shares, normal with the multinomial variance for NPS, Student's t for means.
    /// Weighted answers count as Kish's effective sample size, (Σw)² ÷ Σw² (L. Kish, Survey Sampling, 1965, 11.7).
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        let unit = unit(self.measure);
        let total: f64 = self.cells.values().map(|cell| cell.weight).sum();
        if total <= 0.0 {
            return Estimate { value: None, low: None, high: None, n: self.n(), unit };
        }
        let sample = interval::Sample { mean: self.mean(total), variance: self.variance(total), n: total * total / self.squares };
        let (low, high) = scale(self.measure);
        let (ends, factor) = match unit {
            Unit::Percent => (Some(interval::wilson(sample.mean, sample.n)), 100.0),
            Unit::Points => (Some(interval::normal(sample).within(-1.0, 1.0)), 100.0),
            Unit::Mean => (interval::student(sample).map(|ends| ends.within(low as f64, high as f64)), 1.0),
        };
        let shown = |x: f64| round(x * factor);
        let (low, high) = (ends.map(|ends| shown(ends.low)), ends.map(|ends| shown(ends.high)));
        Estimate { value: Some(shown(sample.mean)), low, high, n: self.n(), unit }
    }

    fn mean(&self, total: f64) -> f64 {
        self.cells.iter().map(|(answer, cell)| points(self.measure, *answer) * cell.weight).sum::<f64>() / total
    }

    fn variance(&self, total: f64) -> f64 {
        let mean = self.mean(total);
        self.cells.iter().map(|(answer, cell)| (points(self.measure, *answer) - mean).powi(2) * cell.weight).sum::<f64>() / total
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
