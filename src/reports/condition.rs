//! Which rows a filter lets through, as SQL. The dialects differ in a few words only, so both stores ask the same question.

use super::nul;
use crate::call::Moment;
use crate::ports::report::{Condition, Dimension, Filter, Pattern, Table};

/// What stands for a question mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Whole(i64),
    Time(Moment),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(nul::text(text).into_owned())
    }
}

/// What the stores say differently.
#[derive(Debug)]
pub struct Dialect {
    /// Unfolds a list, its members in the column `value`.
    pub members: &'static str,
    /// Unfolds an object into `key` and `value`.
    pub pairs: &'static str,
    /// How many members a list has.
    pub count: &'static str,
    /// An empty list.
    pub no_members: &'static str,
    /// Whether `{}` begins with a text; every `?` is that text.
    pub begins: &'static str,
    /// Written before a column whose index is not to be used.
    pub unindexed: &'static str,
}

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

    pub fn append(&mut self, other: Self) {
        self.push(&other.sql, other.values);
    }

    fn and(&mut self, sql: &str, value: Value) {
        self.push(&format!(" AND {sql}"), [value]);
    }
}

/// What a change of consent, a row named `t`, stands for now: `past` once a newer one of the same respondent is there.
pub const STATE_OF_CONSENT: &str = "CASE WHEN t.respondent IS NULL THEN 'erased' WHEN EXISTS (SELECT 1 FROM opt_outs n WHERE n.tenant = t.tenant AND n.respondent = t.respondent \
    AND n.row_id > t.row_id) THEN 'past' WHEN NOT t.opted_out THEN 'opted_in' WHEN t.source = 'review' THEN 'review' ELSE 'opted_out' END";

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
pub fn matching(dialect: &Dialect, table: Table, (filter, walk): (&Filter, Walk)) -> Clause {
    let mut clause = Clause { sql: "TRUE".to_owned(), values: Vec::new() };
    let (tenant, ended) = match walk {
        Walk::Feed => ("", dialect.unindexed),
        Walk::Rows => (dialect.unindexed, dialect.unindexed),
        Walk::Period => ("", ""),
    };
    let ended = format!("{ended}t.{}", period(table));
    if let Some(wanted) = &filter.tenant {
        clause.and(&format!("{tenant}t.tenant = ?"), wanted.as_str().into());
    }
    if let Some(from) = filter.from {
        clause.and(&format!("{ended} >= ?"), Value::Time(from));
    }
    if let Some(to) = filter.to {
        clause.and(&format!("{ended} < ?"), Value::Time(to));
    }
    // Hours and weekdays are looked at where the rows are grouped: stores know no zones.
    let stored = filter.conditions.iter().filter(|condition| !condition.dimension.is_of_time());
    let (agents, others): (Vec<_>, Vec<_>) = stored.partition(|condition| condition.dimension.is_of_agents());
    others.into_iter().for_each(|condition| other(dialect, &mut clause, (table, condition)));
    agent(dialect, &mut clause, &agents);
    clause
}

/// The column that periods look at.
pub fn period(table: Table) -> &'static str {
    match table {
        Table::Responses | Table::Answers => "call_ended_at",
        Table::Calls => "ended_at",
        Table::Unmatched => "received_at",
        Table::OptOuts => "at",
        Table::Tickets => "opened_at",
    }
}

/// One agent of the call must fulfil all conditions on agents.
fn agent(dialect: &Dialect, clause: &mut Clause, conditions: &[&Condition]) {
    if conditions.is_empty() {
        return;
    }
    clause.push(&format!(" AND EXISTS (SELECT 1 FROM {}(t.agents) g WHERE TRUE", dialect.members), []);
    for condition in conditions {
        let member = if condition.dimension == Dimension::Agent { "g.value ->> 'id'" } else { "g.value ->> 'team'" };
        clause.push(" AND ", []);
        any_of(dialect, clause, (member, &condition.any_of));
    }
    clause.push(")", []);
}

fn other(dialect: &Dialect, clause: &mut Clause, (table, condition): (Table, &Condition)) {
    clause.push(" AND ", []);
    if let Some(key) = condition.dimension.attribute() {
        clause.push(&format!("EXISTS (SELECT 1 FROM {}(t.attributes) a WHERE a.key = ? AND ", dialect.pairs), [key.into()]);
        any_of(dialect, clause, ("a.value", &condition.any_of));
        clause.push(")", []);
    } else {
        any_of(dialect, clause, (column(table, &condition.dimension), &condition.any_of));
    }
}

fn any_of(dialect: &Dialect, clause: &mut Clause, (sql, patterns): (&str, &[Pattern])) {
    clause.push("(FALSE", []);
    for pattern in patterns {
        match pattern {
            Pattern::Is(value) => clause.push(&format!(" OR {sql} = ?"), [value.as_str().into()]),
            Pattern::Begins(start) => begins(dialect, clause, (sql, start)),
            Pattern::Within(path) => {
                clause.push(&format!(" OR {sql} = ?"), [path.as_str().into()]);
                begins(dialect, clause, (sql, &format!("{path}/")));
            }
        }
    }
    clause.push(")", []);
}

fn begins(dialect: &Dialect, clause: &mut Clause, (sql, start): (&str, &str)) {
    let values = dialect.begins.matches('?').map(|_| start.into());
    clause.push(&format!(" OR {}", dialect.begins.replace("{}", sql)), values);
}

/// The value of a dimension in a row of the table, named `t`. Calls take what belongs to the survey from their response.
pub fn facet(dialect: &Dialect, table: Table, dimension: &Dimension) -> Clause {
    match dimension.attribute() {
        Some(key) => {
            let value = format!("(SELECT value FROM {}(t.attributes) WHERE key = ?)", dialect.pairs);
            Clause { sql: value, values: vec![key.into()] }
        }
        None => Clause { sql: column(table, dimension).to_owned(), values: Vec::new() },
    }
}

fn column(table: Table, dimension: &Dimension) -> &'static str {
    match (table, dimension) {
        (_, Dimension::Account) => "t.account",
        (_, Dimension::Tenant) => "t.tenant",
        (Table::OptOuts, Dimension::State) => STATE_OF_CONSENT,
        (Table::Tickets, Dimension::State) => "t.state",
        (Table::Tickets, Dimension::Owner) => "t.owner",
        (Table::Tickets, Dimension::Queue) => "t.queue",
        (Table::Tickets | Table::OptOuts, _) | (_, Dimension::State | Dimension::Owner) => "NULL",
        (_, Dimension::Line) => "t.line",
        (Table::Unmatched, _)
        | (_, Dimension::Agent | Dimension::Team | Dimension::Attribute(_) | Dimension::Brand | Dimension::Hour | Dimension::Weekday) => {
            "NULL"
        }
        (_, Dimension::Queue) => "t.queue",
        (_, Dimension::Disposition) => "t.disposition",
        (_, Dimension::InvitedBy) => "coalesce(t.invited_by, 'system')",
        (Table::Calls, Dimension::Language) => "t.language",
        (Table::Calls, Dimension::Survey) => "(SELECT survey FROM responses WHERE session_id = t.session_id)",
        (Table::Calls, Dimension::SurveyVersion) => "(SELECT CAST(survey_version AS TEXT) FROM responses WHERE session_id = t.session_id)",
        (Table::Calls, Dimension::Variant) => "(SELECT variant FROM responses WHERE session_id = t.session_id)",
        (Table::Calls, Dimension::Silent) => {
            "(SELECT CASE WHEN invited_at IS NOT NULL AND first_answer_at IS NULL \
            AND disposition NOT IN ('open', 'opted_out', 'undeliverable') THEN 'true' ELSE 'false' END FROM responses WHERE session_id = t.session_id)"
        }
        (_, Dimension::Silent) => {
            "CASE WHEN t.invited_at IS NOT NULL AND t.first_answer_at IS NULL \
            AND t.disposition NOT IN ('open', 'opted_out', 'undeliverable') THEN 'true' ELSE 'false' END"
        }
        (Table::Calls, Dimension::Channel) => "(SELECT channel FROM responses WHERE session_id = t.session_id)",
        (_, Dimension::Language) => "t.locale",
        (_, Dimension::Survey) => "t.survey",
        (_, Dimension::SurveyVersion) => "CAST(t.survey_version AS TEXT)",
        (_, Dimension::Variant) => "t.variant",
        (_, Dimension::Channel) => "t.channel",
    }
}
