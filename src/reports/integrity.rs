//! Signs of steered scores: one pass over calls, then tests of every agent against all others.
//!
//! A call belongs to the agent who had the caller last: that agent could offer the survey or not, hint at a score, or keep the caller
//! from it. Counts are compared within the same queue (and channel, and measure) only, and an agent stands out who differs by more than
//! chance and by more than agents usually do ([`crate::statistics::outliers`]). All tests of all agents are looked at together.

use std::collections::BTreeMap;

use crate::ports::report::{Dimension, IntegrityQuery, Seen, Sign};
use crate::statistics::discovery;
use crate::survey::measure::round;
pub use talk::Talk;

mod answers;
mod lift;
mod rates;
mod repeats;
mod runs;
mod talk;

use answers::Answers;
use lift::Lifts;
use rates::{Counts, Kind};
use repeats::Respondents;
use runs::Times;
use talk::Case;

/// A test that was made, whatever it found.
struct Test {
    agent: usize,
    p_value: f64,
    seen: Seen,
}

/// Everything that signs are seen by, in the making.
pub struct Integrity<'a> {
    query: &'a IntegrityQuery,
    agents: BTreeMap<String, usize>,
    counts: Counts,
    answers: Answers,
    lifts: Lifts,
    times: Times,
    respondents: Respondents,
}

impl<'a> Integrity<'a> {
    pub fn new(query: &'a IntegrityQuery) -> Self {
        Self {
            query,
            agents: BTreeMap::new(),
            counts: Counts::default(),
            answers: Answers::default(),
            lifts: Lifts::default(),
            times: Times::default(),
            respondents: Respondents::default(),
        }
    }

    pub fn add(&mut self, talk: &Talk) {
        let Some(last) = talk.agents.last().filter(|last| self.is_of_team(last.team.as_deref())) else { return };
        let next = self.agents.len();
        let agent = match self.agents.get(&last.id) {
            Some(known) => *known,
            None => *self.agents.entry(last.id.clone()).or_insert(next),
        };
        let case = Case::of(talk);
        self.counts.add(agent, &case);
        self.answers.add(agent, &case);
        self.lifts.add(agent, &case);
        self.times.add(agent, &case);
        self.respondents.add(agent, &case);
    }

    /// Where teams are asked for, the last agent must be of one, as [`crate::reports::group::Groups`] has it.
    fn is_of_team(&self, team: Option<&str>) -> bool {
        let mut conditions = self.query.filter.conditions.iter().filter(|condition| condition.dimension == Dimension::Team);
        conditions.all(|condition| team.is_some_and(|team| condition.any_of.iter().any(|pattern| pattern.fits(team))))
    }

    /// The signs up to the q-value that was asked for, the least likely to be chance first, of those alike by agent and name.
    pub fn signs(self) -> Vec<Sign> {
        let names: BTreeMap<usize, &String> = self.agents.iter().map(|(name, at)| (*at, name)).collect();
        let tests = self.tests();
        let q_values = discovery::q_values(&tests.iter().map(|test| test.p_value).collect::<Vec<_>>());
        let wanted = |agent: &str| self.query.agents.is_empty() || self.query.agents.iter().any(|pattern| pattern.fits(agent));
        let mut signs: Vec<Sign> = Vec::new();
        for (test, q_value) in tests.into_iter().zip(q_values).filter(|(_, q_value)| *q_value <= self.query.q) {
            let agent = names.get(&test.agent).map_or("", |name| name.as_str());
            if wanted(agent) {
                signs.push(Sign { agent: agent.to_owned(), seen: test.seen, q_value: short(q_value) });
            }
        }
        signs.sort_by(|one, other| {
            one.q_value.total_cmp(&other.q_value).then(one.agent.cmp(&other.agent)).then(one.seen.name().cmp(other.seen.name()))
        });
        signs
    }

    fn tests(&self) -> Vec<Test> {
        let mut tests = Vec::new();
        for kind in [Kind::Invites, Kind::Releases, Kind::Responses] {
            tests.extend(self.counts.tests(kind));
        }
        tests.extend(self.answers.tests());
        tests.extend(self.lifts.tests());
        tests.extend(self.times.tests());
        tests.extend(self.respondents.tests());
        tests
    }
}

/// A probability with three digits that count, so that small ones do not become 0.
fn short(p_value: f64) -> f64 {
    format!("{p_value:.2e}").parse().unwrap_or(p_value)
}

/// A share in per cent.
fn percent(share: Option<f64>) -> f64 {
    round(share.unwrap_or(0.0) * 100.0)
}

#[cfg(test)]
mod tests;
