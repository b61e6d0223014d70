use std::collections::BTreeMap;

use super::rates::Rates;
use super::talk::Case;
use super::{Test, percent, short};
use crate::ports::report::{Best, Seen};
use crate::statistics::exact::Side;
use crate::statistics::outliers::Compared;
use crate::survey::measure::{round, scale};
use crate::survey::model::Measure;

/// Answers of one measure are compared in the same queue and channel.
pub type Stratum = (Measure, String, String);

/// The answers of each agent, by value.
#[derive(Default)]
pub struct Answers {
    best: Rates<Stratum>,
    values: BTreeMap<usize, BTreeMap<(Measure, i64), u64>>,
}

/// Where an answer is compared.
pub fn stratum(case: &Case<'_>, measure: Measure) -> Stratum {
    (measure, case.queue().to_owned(), case.channel().to_owned())
}

impl Answers {
    pub fn add(&mut self, agent: usize, case: &Case<'_>) {
        let Some((measure, value)) = case.scored else { return };
        self.best.add(agent, stratum(case, measure), value == scale(measure).1);
        *self.values.entry(agent).or_default().entry((measure, value)).or_default() += 1;
    }

    pub fn tests(&self) -> Vec<Test> {
        let compares = self.best.compared();
        let seen = |(agent, compared): &(usize, Compared)| {
            let p_value = compares.p_value(compared, Side::Many);
            let seen = Seen::SkewedDistribution(Best {
                n: compared.of,
                best: compared.hits,
                share: percent(compared.share()),
                others_share: percent(compared.others_share()),
                expected: round(compared.expected),
                distribution: self.distribution(*agent),
                p_value: short(p_value),
            });
            Test { agent: *agent, p_value, seen }
        };
        compares.agents.iter().map(seen).collect()
    }

    fn distribution(&self, agent: usize) -> BTreeMap<&'static str, BTreeMap<String, u64>> {
        let mut distribution: BTreeMap<_, BTreeMap<String, u64>> = BTreeMap::new();
        for ((measure, value), count) in self.values.get(&agent).into_iter().flatten() {
            distribution.entry(measure.name()).or_default().insert(value.to_string(), *count);
        }
        distribution
    }
}
