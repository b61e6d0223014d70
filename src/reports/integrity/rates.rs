use std::collections::{BTreeMap, BTreeSet};

use super::talk::Case;
use super::{Test, percent, short};
use crate::ports::report::{Invites, Releases, Responses, Seen};
use crate::statistics::exact::{Fourfold, Side};
use crate::statistics::outliers::{Compared, usual_correlation};
use crate::survey::measure::round;

/// Hits and tries of each agent, by stratum.
#[derive(Debug)]
pub struct Rates<S> {
    agents: BTreeMap<usize, BTreeMap<S, (u64, u64)>>,
}

impl<S> Default for Rates<S> {
    fn default() -> Self {
        Self { agents: BTreeMap::new() }
    }
}

impl<S: Ord + Clone> Rates<S> {
    pub fn add(&mut self, agent: usize, stratum: S, hit: bool) {
        let (hits, of) = self.agents.entry(agent).or_default().entry(stratum).or_default();
        *hits += u64::from(hit);
        *of += 1;
    }

    /// All agents together.
    pub fn whole(&self) -> BTreeMap<S, (u64, u64)> {
        let mut whole: BTreeMap<S, (u64, u64)> = BTreeMap::new();
        for (stratum, (hits, of)) in self.agents.values().flatten() {
            let (all_hits, all) = whole.entry(stratum.clone()).or_default();
            *all_hits += hits;
            *all += of;
        }
        whole
    }

    /// Only the strata that fulfil the condition.
    pub fn within(&self, fulfils: impl Fn(&S) -> bool) -> Self {
        let some = |strata: &BTreeMap<S, (u64, u64)>| {
            strata.iter().filter(|(stratum, _)| fulfils(stratum)).map(|(s, c)| (s.clone(), *c)).collect()
        };
        Self { agents: self.agents.iter().map(|(agent, strata)| (*agent, some(strata))).collect() }
    }

    /// Each agent beside all others, where there are others.
    pub fn compared(&self) -> Compares {
        let whole = self.whole();
        let table = |(stratum, (hits, of)): (&S, &(u64, u64))| {
            let (all_hits, all) = whole.get(stratum).copied().unwrap_or_default();
            Fourfold { hits: *hits, group: *of, other_hits: all_hits - hits, others: all - of }
        };
        let one = |(agent, strata): (&usize, &BTreeMap<S, (u64, u64)>)| (*agent, Compared::of(strata.iter().map(table)));
        let agents: Vec<(usize, Compared)> = self.agents.iter().map(one).filter(|(_, compared)| compared.of > 0).collect();
        Compares { usual: usual_correlation(agents.iter().map(|(_, compared)| compared)), agents }
    }
}

/// Agents beside all others, and how much they usually differ.
pub struct Compares {
    pub agents: Vec<(usize, Compared)>,
    usual: f64,
}

impl Compares {
    pub fn p_value(&self, compared: &Compared, side: Side) -> f64 {
        compared.p_value(self.usual, side)
    }
}

/// What is counted call by call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Invites,
    Releases,
    Responses,
}

/// Invitations, ends of calls and answering callers.
#[derive(Default)]
pub struct Counts {
    /// Eligible and declined calls of each agent.
    calls: BTreeMap<usize, (u64, u64)>,
    invites: Rates<String>,
    /// Hits are calls that the agent did not end.
    releases: Rates<String>,
    responses: Rates<(String, String)>,
    /// Queues whose callers are asked on the phone.
    spoken: BTreeSet<String>,
}

impl Counts {
    pub fn add(&mut self, agent: usize, case: &Case<'_>) {
        if !case.is_eligible() {
            return;
        }
        let (eligible, declined) = self.calls.entry(agent).or_default();
        *eligible += 1;
        *declined += u64::from(case.is_declined());
        if case.is_in_hand() {
            self.invites.add(agent, case.queue().to_owned(), case.is_invited());
        }
        if let Some(released) = case.is_released() {
            self.releases.add(agent, case.queue().to_owned(), !released);
        }
        if case.is_invited() && case.has_ended() {
            self.responses.add(agent, (case.queue().to_owned(), case.channel().to_owned()), case.talk.answered);
        }
        if case.is_spoken() && !self.spoken.contains(case.queue()) {
            self.spoken.insert(case.queue().to_owned());
        }
    }

    pub fn tests(&self, kind: Kind) -> Vec<Test> {
        let compares = match kind {
            Kind::Invites => self.invites.compared(),
            Kind::Releases => self.where_agents_end_calls().compared(),
            Kind::Responses => self.responses.compared(),
        };
        let seen = |(agent, compared): &(usize, Compared)| {
            let p_value = p_value(kind, &compares, compared);
            Test { agent: *agent, p_value, seen: self.seen(kind, (*agent, compared), short(p_value)) }
        };
        compares.agents.iter().map(seen).collect()
    }

    /// Queues in which the survey follows on the phone, or in which agents end most calls: there a caller who hangs up was not let go.
    fn where_agents_end_calls(&self) -> Rates<String> {
        let whole = self.releases.whole();
        let expects = |queue: &String| self.spoken.contains(queue) || whole.get(queue).is_some_and(|(kept, all)| kept * 2 < *all);
        self.releases.within(expects)
    }

    fn seen(&self, kind: Kind, (agent, compared): (usize, &Compared), p_value: f64) -> Seen {
        let (hits, of, expected) = (compared.hits, compared.of, round(compared.expected));
        let (share, others) = (percent(compared.share()), percent(compared.others_share()));
        let (eligible, declined) = self.calls.get(&agent).copied().unwrap_or_default();
        match kind {
            Kind::Invites => Seen::LowInviteRate(Invites {
                eligible,
                in_hand: of,
                invited: hits,
                declined,
                invite_rate: share,
                others_invite_rate: others,
                expected,
                p_value,
            }),
            Kind::Releases => {
                Seen::CallNotReleased(Releases { calls: of, not_released: hits, share, others_share: others, expected, p_value })
            }
            Kind::Responses => Seen::ResponseRateOutlier(Responses {
                invited: of,
                answered: hits,
                response_rate: share,
                others_response_rate: others,
                expected,
                p_value,
            }),
        }
    }
}

fn p_value(kind: Kind, compares: &Compares, compared: &Compared) -> f64 {
    match kind {
        Kind::Invites => compares.p_value(compared, Side::Few),
        Kind::Releases => compares.p_value(compared, Side::Many),
        // Of two sides, twice the smaller one.
        Kind::Responses => (2.0 * compares.p_value(compared, Side::Few).min(compares.p_value(compared, Side::Many))).min(1.0),
    }
}
