//! Scores counted by plain loops.

use std::collections::BTreeMap;

use aftercall::ports::report::Score;
use aftercall::survey::model::{Measure, Value};
use aftercall::survey::response::Response;
use aftercall::survey::session::Answer;

use super::several;

fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => *number as f64,
        Value::Name(name) => f64::from(u8::from(name == "yes")),
    }
}

/// What counts of a response: a figure (of a letter its code), the seconds to it and whether it was late.
fn counted(row: &Response, measure: Measure) -> Vec<(f64, (u64, bool))> {
    match measure {
        Measure::Kano => several::letters(row).into_iter().map(|(letter, timed)| (f64::from(u32::from(letter)), timed)).collect(),
        Measure::Index => several::index(row).into_iter().collect(),
        _ => {
            let own = row.answers.iter().filter(|answer| answer.measure == Some(measure));
            let timed = |answer: &Answer| (answer.answered_at.seconds_since(row.call_ended_at), answer.late);
            own.map(|answer| (number(answer.value.as_ref().expect("a value")), timed(answer))).collect()
        }
    }
}

/// Scores of one measure by the group that `of` names, each with the weight it gives.
pub fn naive(rows: &[Response], measure: Measure, of: impl Fn(&Response) -> Vec<(Option<String>, f64)>) -> BTreeMap<Option<String>, Naive> {
    let mut groups: BTreeMap<Option<String>, Naive> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.tenant == "default" && row.measures.contains(&measure)) {
        for (group, weight) in of(row) {
            let naive = groups.entry(group).or_default();
            naive.parts += u64::from(row.parts);
            naive.invited += u64::from(row.invited_at.is_some());
            naive.answered += u64::from(row.first_answer_at.is_some());
            for (value, (seconds, late)) in counted(row, measure) {
                naive.answers.push((value, weight));
                naive.late += u64::from(late);
                naive.seconds.push(seconds);
            }
        }
    }
    groups
}

#[derive(Default)]
pub struct Naive {
    parts: u64,
    invited: u64,
    answered: u64,
    late: u64,
    answers: Vec<(f64, f64)>,
    seconds: Vec<u64>,
}

impl Naive {
    fn value(&self, measure: Measure) -> Option<f64> {
        let weigh = |good: &dyn Fn(f64) -> bool| self.answers.iter().filter(|(v, _)| good(*v)).map(|(_, w)| w).sum::<f64>();
        let is = |letters: &'static str| move |v: f64| letters.chars().any(|letter| f64::from(u32::from(letter)) == v);
        let total = if measure == Measure::Kano { weigh(&is("AOMI")) } else { weigh(&|_| true) };
        let share = |good: &dyn Fn(f64) -> bool| weigh(good) / total * 100.0;
        (total > 0.0).then(|| match measure {
            Measure::Csat | Measure::ServiceLevel => share(&|v| v >= 4.0),
            Measure::Fcr => share(&|v| v == 1.0),
            Measure::Nps => share(&|v| v >= 9.0) - share(&|v| v <= 6.0),
            Measure::Kano => share(&is("AO")),
            Measure::Ces | Measure::Index => self.answers.iter().map(|(v, w)| v * w).sum::<f64>() / total,
        })
    }

    /// Unweighted share of 4 and 5, and the number of answers.
    pub fn share(&self) -> (f64, f64) {
        let n = self.answers.len() as f64;
        (self.answers.iter().filter(|(value, _)| *value >= 4.0).count() as f64 / n, n)
    }

    pub fn assert(&self, score: &Score) {
        let near = |a: Option<f64>, b: Option<f64>| (a.unwrap_or(-1e9) - b.unwrap_or(-1e9)).abs() < 1e-3;
        assert!(near(score.estimate.value, self.value(score.measure)), "{score:?} is not {:?}", self.value(score.measure));
        assert_eq!(
            (score.estimate.n, score.late_n, score.invited, score.answered),
            (self.seconds.len() as u64, self.late, self.invited, self.answered)
        );
        let n = self.seconds.len() as f64;
        let within =
            |hours: u64| Some(self.seconds.iter().filter(|s| **s <= hours * 3600).count() as f64 / n).filter(|share| !share.is_nan());
        assert!(near(score.within_24h, within(24)) && near(score.within_72h, within(72)), "{score:?}");
        assert!(near(score.response_rate, Some(self.answered as f64 / self.invited as f64 * 100.0).filter(|rate| !rate.is_nan())));
        let mut sorted = self.seconds.clone();
        sorted.sort();
        let median = (!sorted.is_empty()).then(|| (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2);
        assert_eq!(score.median_seconds_to_answer, median);
        let cost = self.parts as f64 * 0.0125;
        assert!(near(score.cost, Some(cost)) && near(score.cost_per_answer, Some(cost / n).filter(|cost| cost.is_finite())), "{score:?}");
        assert_eq!(score.distribution.values().sum::<u64>(), score.estimate.n);
    }
}
