//! How many calls came how far.

use std::collections::BTreeMap;

use crate::ports::report::FunnelItem;
use crate::reports::group::{Facets, Groups, Key};

/// Reasons of calls that no survey was meant for.
const NOT_ELIGIBLE: [&str; 4] = ["no_rule", "no_respondent", "test_call", "survey_call"];

/// What the funnel needs of an ended call and of its session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ended {
    pub reason: Option<String>,
    pub disposition: Option<String>,
    /// Asked by keypad: whoever was invited heard it.
    pub spoken: bool,
    pub invited: bool,
    pub delivered: bool,
    pub answered: bool,
    pub ticket: bool,
    pub recovered: bool,
}

/// The funnel in the making.
pub struct Funnel<'a> {
    groups: Groups<'a>,
    items: BTreeMap<Key, FunnelItem>,
}

impl<'a> Funnel<'a> {
    pub fn new(groups: Groups<'a>) -> Self {
        let items = if groups.is_one() { BTreeMap::from([(Vec::new(), FunnelItem::default())]) } else { BTreeMap::new() };
        Self { groups, items }
    }

    pub fn add(&mut self, facets: &Facets, ended: Ended) {
        for (key, _) in self.groups.of(facets) {
            count(self.items.entry(key).or_default(), &ended);
        }
    }

    pub fn items(self) -> Vec<FunnelItem> {
        let Self { groups, items } = self;
        items.into_iter().map(|(key, item)| FunnelItem { group: groups.shown(key), ..item }).collect()
    }
}

fn count(item: &mut FunnelItem, ended: &Ended) {
    let is = |disposition: &str| ended.disposition.as_deref() == Some(disposition);
    let reason = ended.reason.as_deref();
    if let Some(reason) = reason {
        *item.suppressed.entry(reason.to_owned()).or_default() += 1;
    }
    let silent =
        ended.invited && !ended.answered && ended.disposition.is_some() && !["open", "opted_out", "undeliverable"].into_iter().any(is);
    let counts = [
        (&mut item.calls, true),
        (&mut item.eligible, !reason.is_some_and(|reason| NOT_ELIGIBLE.contains(&reason))),
        (&mut item.invited, ended.invited),
        (&mut item.delivered, ended.delivered || (ended.spoken && ended.invited)),
        (&mut item.undeliverable, is("undeliverable")),
        (&mut item.answered, ended.answered),
        (&mut item.partial, is("partial")),
        (&mut item.completed, is("completed")),
        (&mut item.opted_out, is("opted_out")),
        (&mut item.silent, silent),
        (&mut item.tickets, ended.ticket),
        (&mut item.recovered, ended.recovered),
    ];
    for (counter, counts) in counts {
        *counter += u64::from(counts);
    }
}
