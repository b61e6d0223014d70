//! What stays of rows about somebody who was erased, whatever store they lie in.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::phone::Respondent;
use crate::ports::erasure::Class;
use crate::ports::seal::Seal;

/// How much a response holds of the caller's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answered {
    pub answers: u64,
    /// Those with words.
    pub texts: u64,
}

impl Answered {
    /// Of the column `answers`.
    pub fn of(column: &str) -> Self {
        let answers: Vec<Value> = serde_json::from_str(column).unwrap_or_default();
        let texts = answers.iter().filter(|answer| answer["text"].is_string()).count();
        Self { answers: answers.len() as u64, texts: texts as u64 }
    }
}

/// The attributes of a call without those that tell the number.
pub fn attributes(column: &str, respondent: &Respondent) -> String {
    let mut held: BTreeMap<String, Value> = serde_json::from_str(column).unwrap_or_default();
    held.retain(|_, value| !value.as_str().is_some_and(|text| respondent.is_told_by(text)));
    serde_json::to_string(&held).unwrap_or_else(|_| "{}".to_owned())
}

/// What stands in the column of a number that is kept no longer, so that calls of one caller still count as such.
pub fn pseudonym(seal: &Seal) -> String {
    format!("#{}", seal.as_str())
}

/// Answers, notes or a text without words; `None` where there are none.
pub fn wordless(column: &str) -> Option<String> {
    let Ok(Value::Array(mut items)) = serde_json::from_str(column) else { return Some(String::new()) };
    let mut changed = false;
    items.retain_mut(|item| {
        if item.get("question").is_none() {
            changed = true;
            return false;
        }
        for words in ["text", "raw"] {
            changed |= !item[words].is_null();
            item[words] = Value::Null;
        }
        true
    });
    changed.then(|| Value::Array(items).to_string())
}

/// A table of which something is kept for a time only.
pub struct Aged {
    /// Where the place is kept up to which it was gone through.
    pub name: &'static str,
    pub table: &'static str,
    /// The table's name in the feed.
    pub feed: &'static str,
    key: &'static str,
    /// What changes.
    column: &'static str,
    /// How old a row is.
    at: &'static str,
    /// What else changes.
    also: &'static str,
    /// The row goes as a whole.
    pub deletes: bool,
}

const TEXTS: [Aged; 4] = [
    Aged { also: ", version = version + 1", ..aged("texts of responses", "responses", ("answers", "call_ended_at")) },
    Aged { deletes: true, feed: "unmatched", key: "id", ..aged("unmatched", "unmatched_replies", ("text", "received_at")) },
    Aged { key: "id", ..aged("texts of opt_outs", "opt_outs", ("text", "at")) },
    Aged { key: "id", also: ", version = version + 1", ..aged("notes", "tickets", ("notes", "opened_at")) },
];
const NUMBERS: [Aged; 2] = [
    aged("numbers of responses", "responses", ("respondent", "call_ended_at")),
    Aged { key: "account || '/' || call_id", ..aged("numbers of calls", "calls", ("respondent", "ended_at")) },
];
const RESPONSES: [Aged; 1] = [Aged { deletes: true, ..aged("responses", "responses", ("respondent", "call_ended_at")) }];
const CALLS: [Aged; 1] = [Aged { deletes: true, key: "account || '/' || call_id", ..aged("calls", "calls", ("respondent", "ended_at")) }];

const fn aged(name: &'static str, table: &'static str, (column, at): (&'static str, &'static str)) -> Aged {
    Aged { name, table, feed: table, key: "session_id", column, at, also: "", deletes: false }
}

/// What the end of a class means for which tables.
pub fn tables(class: Class) -> &'static [Aged] {
    match class {
        Class::Texts => &TEXTS,
        Class::Numbers => &NUMBERS,
        Class::Responses => &RESPONSES,
        Class::Calls => &CALLS,
    }
}

impl Aged {
    /// Reads number, tenant, key, column (as text) and age of the next rows; behind which and how many stand at the given places.
    pub fn select(&self, (last, most): (&str, &str), as_text: &str) -> String {
        let Self { table, key, column, at, .. } = self;
        format!("SELECT row_id, tenant, {key}, {column}{as_text}, {at} FROM {table} WHERE row_id > {last} ORDER BY row_id LIMIT {most}")
    }

    /// Writes what is left of the column; number, place in the feed and text stand at the given places. An empty text is none.
    pub fn update(&self, (row, seq, left): (&str, &str, &str), from_text: &str) -> String {
        let Self { table, column, also, .. } = self;
        format!("UPDATE {table} SET seq = {seq}, {column} = nullif({left}, ''){from_text}{also} WHERE row_id = {row}")
    }

    /// Whether the column holds JSON.
    pub fn is_json(&self) -> bool {
        matches!(self.column, "answers" | "notes")
    }
}
