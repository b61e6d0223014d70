//! Into which groups a row falls, and with what weight.

use std::collections::BTreeMap;

use crate::ports::report::{Condition, Dimension, Filter, Grouping};
use crate::survey::response::AgentShare;

/// What a row is grouped by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facets {
    /// One value per grouping; those of agents are left `None`.
    pub values: Vec<Option<String>>,
    /// The agents, where a grouping is theirs.
    pub agents: Vec<AgentShare>,
}

/// A group: one value per grouping.
pub type Key = Vec<Option<String>>;

/// The groups of a query.
#[derive(Debug, Clone)]
pub struct Groups<'a> {
    by: &'a [Grouping],
    agents: Vec<&'a Condition>,
}

impl<'a> Groups<'a> {
    /// Agents that the filter does not ask for get no group, although they took part in a call that it lets through.
    pub fn new(by: &'a [Grouping], filter: &'a Filter) -> Self {
        Self { by, agents: filter.conditions.iter().filter(|condition| condition.dimension.is_of_agents()).collect() }
    }

    /// The groups of a row, each once, with its weight: the share of its agents, else 1.
    pub fn of(&self, facets: &Facets) -> Vec<(Key, f64)> {
        let by_agents = self.by.iter().any(|by| by.dimension.is_of_agents());
        if !by_agents || facets.agents.is_empty() {
            return vec![(self.key(facets, None), 1.0)];
        }
        let mut groups: Vec<(Key, f64)> = Vec::new();
        for agent in facets.agents.iter().filter(|agent| self.wanted(agent)) {
            let key = self.key(facets, Some(agent));
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, weight)) => *weight += agent.share,
                None => groups.push((key, agent.share)),
            }
        }
        groups
    }

    /// The group as the API shows it.
    pub fn shown(&self, key: Key) -> BTreeMap<String, Option<String>> {
        self.by.iter().map(Grouping::name).zip(key).collect()
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

    fn key(&self, facets: &Facets, agent: Option<&AgentShare>) -> Key {
        let value = |(grouping, value): (&Grouping, &Option<String>)| {
            let value = match grouping.dimension {
                Dimension::Agent => agent.map(|agent| agent.id.as_str()),
                Dimension::Team => agent.and_then(|agent| agent.team.as_deref()),
                _ => value.as_deref(),
            };
            value.map(|value| grouping.cut(value))
        };
        self.by.iter().zip(&facets.values).map(value).collect()
    }
}
