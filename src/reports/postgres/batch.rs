//! Facts sorted into statements that each touch a row at most once.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::Value;

use crate::ports::report::{CallFact, Fact};
use crate::reports::credited;
use crate::reports::nul::{self, text};

/// The tables that facts are written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Calls,
    Responses,
    Unmatched,
    OptOuts,
    Tickets,
}

/// One multi-row statement: the table, and its rows as a JSON array. `seq` counts from the feed's number after the whole batch has
/// taken its numbers, so that the last fact has 0 and those before it −1, −2, …
#[derive(Debug, PartialEq)]
pub struct Put {
    pub kind: Kind,
    pub rows: String,
}

/// A row that a fact writes or reads.
type Key = (Kind, String);

/// The statements of a batch, in order; their effect is that of applying the facts one by one.
///
/// Facts that share a row go to different steps in the order in which they came. Those of one step share none, and neither does a
/// later fact that goes to an earlier step with what it overtakes, so they may change places.
pub fn puts(facts: &[Fact]) -> serde_json::Result<Vec<Put>> {
    let mut steps: HashMap<Key, usize> = HashMap::new();
    let mut sorted: BTreeMap<(usize, Kind), Vec<String>> = BTreeMap::new();
    let first = 1 - i64::try_from(facts.len()).unwrap_or(i64::MAX);
    for (seq, fact) in (first..).zip(facts) {
        let keys = keys(fact);
        let step = keys.iter().filter_map(|key| steps.get(key)).max().map_or(0, |last| last + 1);
        steps.extend(keys.into_iter().map(|key| (key, step)));
        sorted.entry((step, kind(fact))).or_default().push(row(seq, fact)?);
    }
    Ok(sorted.into_iter().map(|((_, kind), rows)| Put { kind, rows: format!("[{}]", rows.join(",")) }).collect())
}

fn kind(fact: &Fact) -> Kind {
    match fact {
        Fact::Call(_) => Kind::Calls,
        Fact::Response(_) => Kind::Responses,
        Fact::Unmatched(_) => Kind::Unmatched,
        Fact::OptOut(_) => Kind::OptOuts,
        Fact::Ticket(_) => Kind::Tickets,
    }
}

/// A call shows what became of its response, and the end of a response shows in its call: either touches both.
fn keys(fact: &Fact) -> Vec<Key> {
    let call = |account: &str, call_id: &str| (Kind::Calls, format!("{}\0{}", text(account), text(call_id)));
    let session = |id: &String| (Kind::Responses, text(id).into_owned());
    match fact {
        Fact::Call(fact) => fact.session_id.iter().map(session).chain([call(&fact.call.account, &fact.call.call_id)]).collect(),
        Fact::Response(of) => vec![session(&of.session_id), call(&of.account, &of.call_id)],
        Fact::Unmatched(of) => vec![(Kind::Unmatched, text(&of.id).into_owned())],
        Fact::OptOut(of) => vec![(Kind::OptOuts, text(&of.id).into_owned())],
        Fact::Ticket(of) => vec![(Kind::Tickets, text(&of.id).into_owned())],
    }
}

/// A row by column name, as JSON. Facts are serialised under the names of their columns.
#[derive(Serialize)]
struct Numbered<'a, T> {
    seq: i64,
    #[serde(flatten)]
    row: &'a T,
}

fn row(seq: i64, fact: &Fact) -> serde_json::Result<String> {
    match fact {
        Fact::Call(fact) => nul::json(&Numbered { seq, row: &call(fact)? }),
        Fact::Response(row) => nul::json(&Numbered { seq, row: row.as_ref() }),
        Fact::Unmatched(row) => nul::json(&Numbered { seq, row }),
        Fact::OptOut(row) => nul::json(&Numbered { seq, row }),
        Fact::Ticket(row) => nul::json(&Numbered { seq, row: row.as_ref() }),
    }
}

fn call(fact: &CallFact) -> serde_json::Result<Value> {
    let mut row = serde_json::to_value(&fact.call)?;
    row["agents"] = serde_json::to_value(credited::agents(fact))?;
    row["session_id"] = fact.session_id.clone().into();
    row["reason"] = fact.reason.clone().into();
    row["version"] = fact.version.into();
    row["disposition"] = credited::disposition(fact).into();
    Ok(row)
}
