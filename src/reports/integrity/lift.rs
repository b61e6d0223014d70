use std::collections::BTreeMap;

use super::answers::{Stratum, stratum};
use super::talk::Case;
use super::{Test, percent, short};
use crate::ports::report::{Lift, Seen};
use crate::statistics::outliers::median;
use crate::statistics::ranks::{self, Answers, Comparison};
use crate::survey::measure::{index, round, scale};

/// Fewer agents than this do not show what invitation by an agent usually brings.
const CROWD: usize = 5;

/// Answers of callers whom the agent invited (the first of each pair) and whom the system invited, by agent.
#[derive(Default)]
pub struct Lifts {
    agents: BTreeMap<usize, BTreeMap<Stratum, Answers>>,
}

impl Lifts {
    pub fn add(&mut self, agent: usize, case: &Case<'_>) {
        let Some((measure, value)) = case.scored else { return };
        let strata = self.agents.entry(agent).or_default();
        let (by_agent, by_system) = strata.entry(stratum(case, measure)).or_default().entry(value).or_default();
        let count = if case.talk.invited_by.as_deref() == Some("agent") { by_agent } else { by_system };
        *count += 1;
    }

    /// Of agents who have answers of both kinds.
    pub fn tests(&self) -> Vec<Test> {
        let compared = |(agent, strata): (&usize, &BTreeMap<Stratum, Answers>)| {
            let comparison = Comparison::of(&strata.values().cloned().collect::<Vec<_>>());
            Some((*agent, comparison.superiority()?, comparison))
        };
        let both: Vec<(usize, f64, Comparison)> = self.agents.iter().filter_map(compared).collect();
        both.iter().map(|(agent, superiority, comparison)| self.test(*agent, (*superiority, comparison), usual(*agent, &both))).collect()
    }

    fn test(&self, agent: usize, (superiority, comparison): (f64, &Comparison), usual: f64) -> Test {
        let strata = self.agents.get(&agent);
        let answers: Vec<Answers> = strata.into_iter().flatten().map(|(_, answers)| answers.clone()).collect();
        let p_value = ranks::first_is_higher(&answers).max(comparison.above(usual));
        let of = |which: fn(&(u64, u64)) -> u64| Mean::of(strata, which);
        let (by_agent, by_system) = (of(|both| both.0), of(|both| both.1));
        let seen = Seen::AgentInvitedLift(Lift {
            agent_invited: by_agent.n,
            system_invited: by_system.n,
            agent_invited_mean: by_agent.mean(),
            system_invited_mean: by_system.mean(),
            superiority: percent(Some(superiority)),
            usual_superiority: percent(Some(usual)),
            p_value: short(p_value),
        });
        Test { agent, p_value, seen }
    }
}

/// What invitation by an agent brings the others, if it brings anything.
fn usual(agent: usize, both: &[(usize, f64, Comparison)]) -> f64 {
    let others: Vec<f64> = both.iter().filter(|(other, ..)| *other != agent).map(|(_, superiority, _)| *superiority).collect();
    if others.len() < CROWD { 0.5 } else { median(others).max(0.5) }
}

/// Answers on a scale from 0 to 100.
#[derive(Default)]
struct Mean {
    n: u64,
    sum: f64,
}

impl Mean {
    fn of(strata: Option<&BTreeMap<Stratum, Answers>>, which: fn(&(u64, u64)) -> u64) -> Self {
        let mut mean = Self::default();
        for ((measure, ..), answers) in strata.into_iter().flatten() {
            for (value, both) in answers {
                mean.n += which(both);
                mean.sum += index::points(*value, scale(*measure)).unwrap_or(0.0) * which(both) as f64;
            }
        }
        mean
    }

    fn mean(&self) -> f64 {
        round(self.sum / self.n.max(1) as f64)
    }
}
