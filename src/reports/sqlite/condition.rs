use rusqlite::types::Value;

use crate::ports::report::{Condition, Dimension, Filter, Pattern, Table};

/// A piece of SQL and the values of its question marks.
#[derive(Debug, Default, PartialEq)]
pub struct Clause {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Clause {
    pub fn push(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(sql);
        self.values.extend(values);
    }

    fn and(&mut self, sql: &str, value: Value) {
        self.push(&format!(" AND {sql}"), [value]);
    }
}

/// Which indexes a query may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// The index of the feed: a page goes on where the last one ended, and all pages together read each row once.
    Feed,
    /// The rows as they lie.
    Rows,
    /// The index of the period.
    Period,
}

/// The rows of a table, named `t`, that the filter lets through; begins with a condition, so that more can follow with AND.
pub fn matching(table: Table, filter: &Filter, walk: Walk) -> Clause {
    let mut clause = Clause { sql: "1".to_owned(), values: Vec::new() };
    // A plus before a column keeps SQLite from using its index (sqlite.org/optoverview.html, 6.2).
    let (tenant, ended) = match walk {
        Walk::Feed => ("", "+"),
        Walk::Rows => ("+", "+"),
        Walk::Period => ("", ""),
    };
    let ended = format!("{ended}t.{}", period(table));
    if let Some(wanted) = &filter.tenant {
        clause.and(&format!("{tenant}t.tenant = ?"), wanted.clone().into());
    }
    if let Some(from) = filter.from {
        clause.and(&format!("{ended} >= ?"), from.millis().into());
    }
    if let Some(to) = filter.to {
        clause.and(&format!("{ended} < ?"), to.millis().into());
    }
    let (agents, others): (Vec<_>, Vec<_>) = filter.conditions.iter().partition(|condition| condition.dimension.is_of_agents());
    others.into_iter().for_each(|condition| other(&mut clause, table, condition));
    agent(&mut clause, &agents);
    clause
}

fn period(table: Table) -> &'static str {
    match table {
        Table::Responses | Table::Answers => "call_ended_at",
        Table::Calls => "ended_at",
        Table::Unmatched => "received_at",
    }
}

/// One agent of the call must fulfil all conditions on agents.
fn agent(clause: &mut Clause, conditions: &[&Condition]) {
    if conditions.is_empty() {
        return;
    }
    clause.push(" AND EXISTS (SELECT 1 FROM json_each(t.agents) g WHERE 1", []);
    for condition in conditions {
        let member = if condition.dimension == Dimension::Agent { "g.value ->> '$.id'" } else { "g.value ->> '$.team'" };
        clause.push(" AND ", []);
        any_of(clause, member, &condition.any_of);
    }
    clause.push(")", []);
}

fn other(clause: &mut Clause, table: Table, condition: &Condition) {
    clause.push(" AND ", []);
    if let Dimension::Attribute(key) = &condition.dimension {
        clause.push("EXISTS (SELECT 1 FROM json_each(t.attributes) a WHERE a.key = ? AND ", [key.clone().into()]);
        any_of(clause, "a.value", &condition.any_of);
        clause.push(")", []);
    } else {
        any_of(clause, column(table, &condition.dimension), &condition.any_of);
    }
}

fn any_of(clause: &mut Clause, sql: &str, patterns: &[Pattern]) {
    clause.push("(0", []);
    for pattern in patterns {
        match pattern {
            Pattern::Is(value) => clause.push(&format!(" OR {sql} = ?"), [value.clone().into()]),
            Pattern::Begins(start) => {
                clause.push(&format!(" OR substr({sql}, 1, length(?)) = ?"), [start.clone().into(), start.clone().into()]);
            }
        }
    }
    clause.push(")", []);
}

/// The value of a dimension in a row of the table, named `t`. Calls take what belongs to the survey from their response.
pub fn facet(table: Table, dimension: &Dimension) -> Clause {
    match dimension {
        Dimension::Attribute(key) => {
            Clause { sql: "(SELECT value FROM json_each(t.attributes) WHERE key = ?)".to_owned(), values: vec![key.clone().into()] }
        }
        plain => Clause { sql: column(table, plain).to_owned(), values: Vec::new() },
    }
}

fn column(table: Table, dimension: &Dimension) -> &'static str {
    match (table, dimension) {
        (_, Dimension::Line) => "t.line",
        (_, Dimension::Account) => "t.account",
        (_, Dimension::Tenant) => "t.tenant",
        (Table::Unmatched, _) | (_, Dimension::Agent | Dimension::Team | Dimension::Attribute(_)) => "NULL",
        (_, Dimension::Queue) => "t.queue",
        (_, Dimension::Disposition) => "t.disposition",
        (_, Dimension::InvitedBy) => "coalesce(t.invited_by, 'system')",
        (Table::Calls, Dimension::Language) => "t.language",
        (Table::Calls, Dimension::Survey) => "(SELECT survey FROM responses WHERE session_id = t.session_id)",
        (Table::Calls, Dimension::SurveyVersion) => "(SELECT CAST(survey_version AS TEXT) FROM responses WHERE session_id = t.session_id)",
        (Table::Calls, Dimension::Variant) => "(SELECT variant FROM responses WHERE session_id = t.session_id)",
        (Table::Calls, Dimension::Channel) => "(SELECT channel FROM responses WHERE session_id = t.session_id)",
        (_, Dimension::Language) => "t.locale",
        (_, Dimension::Survey) => "t.survey",
        (_, Dimension::SurveyVersion) => "CAST(t.survey_version AS TEXT)",
        (_, Dimension::Variant) => "t.variant",
        (_, Dimension::Channel) => "t.channel",
    }
}
