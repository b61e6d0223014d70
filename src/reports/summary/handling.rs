//! How tickets were handled: how long it took, and how many callers were won back.

use std::collections::BTreeMap;

use super::middle;
use crate::call::Moment;
use crate::ports::report::{HandlingItem, Share};
use crate::reports::group::{Facets, Groups, Key};
use crate::survey::measure::{interval, round};

/// What is read of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handled {
    pub opened_at: Moment,
    pub due_at: Option<Moment>,
    pub assigned_at: Option<Moment>,
    pub resolved_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub escalated_at: Option<Moment>,
    pub asked_again: bool,
    pub recovered: Option<bool>,
}

#[derive(Default)]
struct Cell {
    item: HandlingItem,
    to_assign: Vec<u32>,
    to_resolve: Vec<u32>,
}

/// The summary in the making.
pub struct Handling<'a> {
    groups: Groups<'a>,
    cells: BTreeMap<Key, Cell>,
}

impl<'a> Handling<'a> {
    pub fn new(groups: Groups<'a>) -> Self {
        let cells = if groups.is_one() { BTreeMap::from([(Vec::new(), Cell::default())]) } else { BTreeMap::new() };
        Self { groups, cells }
    }

    pub fn add(&mut self, facets: &Facets, ticket: &Handled) {
        for (key, _) in self.groups.of(facets) {
            self.cells.entry(key).or_default().add(ticket);
        }
    }

    pub fn items(self) -> Vec<HandlingItem> {
        let Self { groups, cells } = self;
        cells.into_iter().map(|(key, cell)| HandlingItem { group: groups.shown(key), ..cell.item() }).collect()
    }
}

impl Cell {
    fn add(&mut self, ticket: &Handled) {
        let item = &mut self.item;
        let in_time = |resolved: Moment| ticket.due_at.is_none_or(|due| resolved <= due);
        let counts = [
            (&mut item.opened, true),
            (&mut item.assigned, ticket.assigned_at.is_some()),
            (&mut item.resolved, ticket.resolved_at.is_some()),
            (&mut item.resolved_in_time, ticket.resolved_at.is_some_and(in_time)),
            (&mut item.closed, ticket.closed_at.is_some()),
            (&mut item.overdue, ticket.escalated_at.is_some()),
            (&mut item.asked_again, ticket.asked_again),
            (&mut item.answered_again, ticket.recovered.is_some()),
            (&mut item.recovered, ticket.recovered == Some(true)),
        ];
        for (counter, counts) in counts {
            *counter += u64::from(counts);
        }
        let seconds = |at: Moment| u32::try_from(at.seconds_since(ticket.opened_at)).unwrap_or(u32::MAX);
        self.to_assign.extend(ticket.assigned_at.map(seconds));
        self.to_resolve.extend(ticket.resolved_at.map(seconds));
    }

    fn item(self) -> HandlingItem {
        let (recovered, answered) = (self.item.recovered, self.item.answered_again);
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
        let (won, n) = (recovered as f64, answered as f64);
        let rate = (answered > 0).then(|| {
            let ends = interval::wilson(won / n, n);
            Share { value: round(100.0 * won / n), low: round(100.0 * ends.low), high: round(100.0 * ends.high) }
        });
        HandlingItem {
            recovery_rate: rate,
            median_seconds_to_assign: middle::median(&self.to_assign),
            median_seconds_to_resolve: middle::median(&self.to_resolve),
            ..self.item
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::report::Filter;

    #[test]
    fn a_recovery_rate_is_of_those_who_answered_again_and_times_are_medians() {
        let at = |seconds: i64| Moment::from_millis(seconds * 1000);
        let ticket = |resolved: Option<i64>, recovered| Handled {
            opened_at: at(0),
            due_at: Some(at(100)),
            assigned_at: resolved.map(|_| at(10)),
            resolved_at: resolved.map(at),
            closed_at: None,
            escalated_at: None,
            asked_again: resolved.is_some(),
            recovered,
        };
        let (by, filter) = (Vec::new(), Filter::default());
        let facets = Facets { values: Vec::new(), agents: Vec::new(), ended_at: at(0) };
        let mut handling = Handling::new(Groups::new(&by, &filter));
        for one in [
            ticket(None, None),
            ticket(Some(50), Some(true)),
            ticket(Some(150), Some(false)),
            ticket(Some(90), None),
            ticket(Some(101), None),
        ] {
            handling.add(&facets, &one);
        }
        let item = handling.items().remove(0);
        assert_eq!((item.opened, item.resolved, item.resolved_in_time, item.asked_again), (5, 4, 2, 4));
        assert_eq!((item.answered_again, item.recovered), (2, 1));
        let rate = item.recovery_rate.expect("a rate");
        // Wilson's interval of 1 of 2 at 95 %: (1 + z²/2 ± z·sqrt(1/2 + z²/4)) / (2 + z²).
        assert_eq!((rate.value, (rate.low * 10.0).round(), (rate.high * 10.0).round()), (50.0, 95.0, 905.0));
        // Halfway between 90 and 101, rounded down.
        assert_eq!((item.median_seconds_to_assign, item.median_seconds_to_resolve), (Some(10), Some(95)));
    }
}
