//! A ranking is the measure by agent, seen as a whole.

use std::collections::BTreeMap;

use super::group::Key;
use crate::ports::report::{Dimension, Grouping, Interval, MeasureQuery, RankingQuery};
use crate::survey::measure::Tally;
use crate::survey::measure::ranking::{self, Ranked};

/// The question whose groups are ranked.
pub fn by_agent(query: &RankingQuery) -> MeasureQuery {
    MeasureQuery {
        measures: vec![query.measure],
        filter: query.filter.clone(),
        by: vec![Grouping { dimension: Dimension::Agent, levels: None }],
        interval: Interval::None,
        compare: false,
        prices: BTreeMap::new(),
    }
}

/// The ranking of those groups; calls without an agent are nobody's.
pub fn ranked(query: &RankingQuery, groups: Vec<(Key, Tally)>) -> Vec<Ranked> {
    let named = |(key, tally): (Key, Tally)| Some((key.into_iter().next().flatten()?, tally));
    ranking::ranked(query.measure, groups.into_iter().filter_map(named).collect(), query.min_n)
}
