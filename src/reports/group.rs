//! Into which groups a row falls, and with what weight.

use std::collections::BTreeMap;

use super::summary::calendar::{Clock, Shown};
use crate::call::Moment;
use crate::ports::report::{Condition, Dimension, Filter, Grouping};
use crate::survey::response::AgentShare;

/// What a row is grouped by.
#[derive(Debug, Clone, PartialEq)]
pub struct Facets {
    /// One value per grouping; those of agents and of time are left `None`.
    pub values: Vec<Option<String>>,
    /// The agents, where a grouping is theirs.
    pub agents: Vec<AgentShare>,
    /// When the call ended.
    pub ended_at: Moment,
}

/// A group: one value per grouping.
pub type Key = Vec<Option<String>>;

/// The groups of a query.
pub struct Groups<'a> {
    by: &'a [Grouping],
    agents: Vec<&'a Condition>,
    times: Vec<&'a Condition>,
    clock: Clock,
}

impl<'a> Groups<'a> {
    /// Agents that the filter does not ask for get no group, although they took part in a call that it lets through.
    pub fn new(by: &'a [Grouping], filter: &'a Filter) -> Self {
        let conditions = |of: fn(&Dimension) -> bool| filter.conditions.iter().filter(move |condition| of(&condition.dimension)).collect();
        let (agents, times) = (conditions(Dimension::is_of_agents), conditions(Dimension::is_of_time));
        Self { by, agents, times, clock: Clock::new(filter.zone.clone()) }
    }

    /// The groups of a row, each once, with its weight: the share of its agents, else 1. None if the filter asks for other hours or days
    /// of the week: that part of it no store can look at.
    pub fn of(&mut self, facets: &Facets) -> Vec<(Key, f64)> {
        let timed = !self.times.is_empty() || self.by.iter().any(|by| by.dimension.is_of_time());
        let times = if timed { self.clock.shows(facets.ended_at) } else { Shown::default() };
        if !self.times.iter().all(|condition| condition.any_of.iter().any(|wanted| wanted.fits(times.of(&condition.dimension)))) {
            return Vec::new();
        }
        self.grouped(facets, &times)
    }

    fn grouped(&self, facets: &Facets, times: &Shown) -> Vec<(Key, f64)> {
        let by_agents = self.by.iter().any(|by| by.dimension.is_of_agents());
        if !by_agents || facets.agents.is_empty() {
            return vec![(self.key((facets, times), None), 1.0)];
        }
        let mut groups: Vec<(Key, f64)> = Vec::new();
        for agent in facets.agents.iter().filter(|agent| self.wanted(agent)) {
            let key = self.key((facets, times), Some(agent));
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, weight)) => *weight += agent.share,
                None => groups.push((key, agent.share)),
            }
        }
        groups
    }

    /// The group as the API shows it.
    pub fn shown(&self, key: Key) -> BTreeMap<String, Option<String>> {
        let plain = |(by, value): (&Grouping, Option<String>)| {
            let hour = |padded: &String| padded.parse::<u8>().ok().map(|hour| hour.to_string());
            (by.name(), if by.dimension == Dimension::Hour { value.as_ref().and_then(hour) } else { value })
        };
        self.by.iter().zip(key).map(plain).collect()
    }

    /// Whether everything falls into one group.
    pub fn is_one(&self) -> bool {
        self.by.is_empty()
    }

    fn wanted(&self, agent: &AgentShare) -> bool {
        self.agents.iter().all(|condition| {
            let value = if condition.dimension == Dimension::Agent { Some(&agent.id) } else { agent.team.as_ref() };
            value.is_some_and(|value| condition.any_of.iter().any(|pattern| pattern.fits(value)))
        })
    }

    fn key(&self, (facets, times): (&Facets, &Shown), agent: Option<&AgentShare>) -> Key {
        let value = |(grouping, value): (&Grouping, &Option<String>)| {
            let value = match grouping.dimension {
                Dimension::Agent => agent.map(|agent| agent.id.as_str()),
                Dimension::Team => agent.and_then(|agent| agent.team.as_deref()),
                Dimension::Hour | Dimension::Weekday => Some(times.of(&grouping.dimension)),
                _ => value.as_deref(),
            };
            // Two digits sort as numbers do.
            value.map(|value| if grouping.dimension == Dimension::Hour { format!("{value:0>2}") } else { grouping.cut(value) })
        };
        self.by.iter().zip(&facets.values).map(value).collect()
    }
}
