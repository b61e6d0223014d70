//! Where a row is counted, and what is compared with it.

use super::calendar::{Calendar, begin_before};
use crate::call::Moment;
use crate::ports::report::{Filter, Interval, MeasureQuery};
use crate::reports::group::Key;

/// Which interval of which group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    pub start: Option<Moment>,
    pub group: Key,
    /// Of calls that ended before the period that was asked for, and are read for comparison alone.
    pub before: bool,
}

/// The rows that a query needs: also those of the period before, if it compares.
pub fn reach(query: &MeasureQuery) -> Filter {
    let mut filter = query.filter.clone();
    if let (true, Some(from)) = (query.compare, filter.from) {
        filter.from = match (query.interval, filter.to) {
            (Interval::None, Some(to)) => Some(begin_before(from, to, &filter.zone)),
            (Interval::None, None) => Some(from),
            (interval, _) => {
                let mut calendar = Calendar::new(interval, filter.zone.clone());
                calendar.start(from).and_then(|start| calendar.before(start)).or(Some(from))
            }
        };
    }
    filter
}

/// What a slot is compared with: everything of the interval before it, or of the whole period before.
pub fn earlier(slot: &Slot, calendar: &mut Calendar) -> Vec<Slot> {
    match slot.start {
        None => vec![Slot { before: true, ..slot.clone() }],
        Some(start) => {
            let start = calendar.before(start);
            [true, false].map(|before| Slot { start, before, ..slot.clone() }).into()
        }
    }
}
