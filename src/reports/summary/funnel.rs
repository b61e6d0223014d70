//! How many calls came how far.

use std::collections::BTreeMap;

use crate::ports::report::FunnelItem;
use crate::reports::group::{Facets, Groups, Key};
use crate::reports::packed::block::Block;
use crate::reports::packed::bytes::{Cursor, Damaged, Dictionary, put_count, put_maybe_text};
use crate::reports::packed::groups::at;
use crate::reports::packed::scan::{Scan, Sorted};
use crate::reports::packed::{Columns, Count, Segment};

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
            count(self.items.entry(key).or_default(), (&ended, 1));
        }
    }

    pub fn items(self) -> Vec<FunnelItem> {
        let Self { groups, items } = self;
        items.into_iter().map(|(key, item)| FunnelItem { group: groups.shown(key), ..item }).collect()
    }
}

fn count(item: &mut FunnelItem, (ended, times): (&Ended, u64)) {
    let is = |disposition: &str| ended.disposition.as_deref() == Some(disposition);
    let reason = ended.reason.as_deref();
    if let Some(reason) = reason {
        *item.suppressed.entry(reason.to_owned()).or_default() += times;
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
        *counter += if counts { times } else { 0 };
    }
}

/// Name of the column of how far a call came.
const COLUMN: &str = "outcome.ended";

/// Adds to its row how far a call came.
pub fn pack(block: &mut Block, ended: &Ended) {
    let mut out = Vec::new();
    put_count(&mut out, 0);
    let flags = [ended.spoken, ended.invited, ended.delivered, ended.answered, ended.ticket, ended.recovered];
    out.push(flags.into_iter().rev().fold(0, |bits, flag| bits << 1 | u8::from(flag)));
    put_maybe_text(&mut out, ended.reason.as_deref());
    put_maybe_text(&mut out, ended.disposition.as_deref());
    block.put(COLUMN, &out, &[]);
}

fn unpack(entry: &[u8]) -> Result<Ended, Damaged> {
    let mut cursor = Cursor(entry);
    cursor.count()?;
    let bits = cursor.byte()?;
    let flag = |at: u8| bits >> at & 1 == 1;
    Ok(Ended {
        spoken: flag(0),
        invited: flag(1),
        delivered: flag(2),
        answered: flag(3),
        ticket: flag(4),
        recovered: flag(5),
        reason: cursor.maybe_text()?.map(str::to_owned),
        disposition: cursor.maybe_text()?.map(str::to_owned),
    })
}

/// The funnel in the making, by the cells of a [`Scan`].
#[derive(Default)]
pub struct Counted {
    items: Vec<FunnelItem>,
}

impl Counted {
    /// Brings what was counted to the funnel.
    pub fn give(self, scan: &Scan, funnel: &mut Funnel<'_>) {
        for (slot, item) in scan.slots().zip(self.items).filter(|(_, item)| item.calls > 0) {
            add(funnel.items.entry(slot.group).or_default(), item);
        }
    }
}

fn add(item: &mut FunnelItem, more: FunnelItem) {
    for (reason, count) in more.suppressed {
        *item.suppressed.entry(reason).or_default() += count;
    }
    let counts = [
        (&mut item.calls, more.calls),
        (&mut item.eligible, more.eligible),
        (&mut item.invited, more.invited),
        (&mut item.delivered, more.delivered),
        (&mut item.undeliverable, more.undeliverable),
        (&mut item.answered, more.answered),
        (&mut item.partial, more.partial),
        (&mut item.completed, more.completed),
        (&mut item.opted_out, more.opted_out),
        (&mut item.silent, more.silent),
        (&mut item.tickets, more.tickets),
        (&mut item.recovered, more.recovered),
    ];
    counts.into_iter().for_each(|(counter, count)| *counter += count);
}

impl Count for Counted {
    fn columns(&self) -> Vec<String> {
        vec![COLUMN.to_owned()]
    }

    fn add(&mut self, sorted: &Sorted, (segment, columns): (&Segment, &Columns)) -> Result<(), Damaged> {
        let dictionary = Dictionary::read(columns.get(COLUMN).ok_or(Damaged)?)?;
        let outcomes = dictionary.entries.iter().map(|entry| entry.map(unpack).transpose()).collect::<Result<Vec<_>, Damaged>>()?;
        sorted.groups.count_with(&dictionary.codes(segment.rows)?, outcomes.len(), |group, code, times| {
            let Some(ended) = outcomes.get(code).and_then(Option::as_ref) else { return };
            for (cell, _) in sorted.cells(group) {
                if self.items.len() <= at(*cell) {
                    self.items.resize_with(at(*cell) + 1, FunnelItem::default);
                }
                self.items.get_mut(at(*cell)).into_iter().for_each(|item| count(item, (ended, times)));
            }
        });
        Ok(())
    }
}
