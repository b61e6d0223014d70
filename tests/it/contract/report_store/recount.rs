//! Scores counted by plain loops.

use std::collections::BTreeMap;

use aftercall::ports::report::Score;
use aftercall::survey::model::{Measure, Value};
use aftercall::survey::response::Response;

fn number(value: &Value) -> i64 {
    match value {
        Value::Number(number) => *number,
        Value::Name(name) => i64::from(name == "yes"),
    }
}

/// Scores of one measure by the group that `of` names, each with the weight it gives.
pub fn naive(rows: &[Response], measure: Measure, of: impl Fn(&Response) -> Vec<(Option<String>, f64)>) -> BTreeMap<Option<String>, Naive> {
    let mut groups: BTreeMap<Option<String>, Naive> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.tenant == "default" && row.measures.contains(&measure)) {
        for (group, weight) in of(row) {
            let naive = groups.entry(group).or_default();
            naive.invited += u64::from(row.invited_at.is_some());
            naive.answered += u64::from(row.first_answer_at.is_some());
            for answer in row.answers.iter().filter(|answer| answer.measure == Some(measure)) {
                let value = answer.value.as_ref().map(number).expect("a value");
                naive.answers.push((value, weight));
                naive.late += u64::from(answer.late);
                naive.seconds.push(answer.answered_at.seconds_since(row.call_ended_at));
            }
        }
    }
    groups
}

#[derive(Default)]
pub struct Naive {
    invited: u64,
    answered: u64,
    late: u64,
    answers: Vec<(i64, f64)>,
    seconds: Vec<u64>,
}

impl Naive {
    fn value(&self, measure: Measure) -> Option<f64> {
        let total: f64 = self.answers.iter().map(|(_, weight)| weight).sum();
        let share = |good: &dyn Fn(i64) -> bool| self.answers.iter().filter(|(v, _)| good(*v)).map(|(_, w)| w).sum::<f64>() / total * 100.0;
        (total > 0.0).then(|| match measure {
            Measure::Csat | Measure::ServiceLevel => share(&|v| v >= 4),
            Measure::Fcr => share(&|v| v == 1),
            Measure::Nps => share(&|v| v >= 9) - share(&|v| v <= 6),
            Measure::Ces => self.answers.iter().map(|(v, w)| *v as f64 * w).sum::<f64>() / total,
        })
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
        assert_eq!(score.distribution.values().sum::<u64>(), score.estimate.n);
    }
}
