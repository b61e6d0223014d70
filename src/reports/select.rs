//! What scores and funnels read, whatever store they read it from.

use super::condition::{Clause, Dialect, Value, Walk, facet, matching, period};
use super::summary::compare::reach;
use super::summary::packed::names_surveys;
use crate::call::Moment;
use crate::ports::report::{FigureQuery, Filter, Grouping, MeasureQuery, Repeat, Table};

const DAY: i64 = 24 * 3600 * 1000;

/// Whether a caller called: a call of theirs, with a number, and none of tests and surveys.
const COUNTS: &str = "(t.respondent IS NOT NULL AND coalesce(t.direction, 'inbound') <> 'outbound' \
    AND coalesce(t.reason, '') NOT IN ('test_call', 'survey_call'))";

/// Which rows of a table a question reads there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Those of the period.
    All,
    /// Those that are not packed: with a higher id, or loose.
    Unpacked { upto: i64 },
    /// Those to be packed next: with an id above the first and up to the second, and that many of the loose ones.
    Next { upto: i64, aim: i64, loose: i64 },
}

impl Rows {
    /// They, as a table named `t`.
    fn of(self, table: Table) -> Clause {
        let name = if table == Table::Calls { "calls" } else { "responses" };
        let mut clause = Clause::default();
        let (upto, aim, most) = match self {
            Self::All => {
                clause.push(&format!("{name} t"), []);
                return clause;
            }
            Self::Unpacked { upto } => (upto, i64::MAX, i64::MAX),
            Self::Next { upto, aim, loose } => (upto, aim, loose),
        };
        let later = format!("(SELECT * FROM {name} WHERE row_id > ? AND row_id <= ?");
        clause.push(&later, [Value::Whole(upto), Value::Whole(aim)]);
        let loose = format!("SELECT row_id FROM loose WHERE kind = '{name}' ORDER BY row_id LIMIT ?");
        let loose = format!(" UNION ALL SELECT * FROM {name} WHERE row_id <= ? AND row_id IN ({loose})) t");
        clause.push(&loose, [Value::Whole(upto), Value::Whole(most)]);
        clause
    }

    fn walk(self) -> Walk {
        if self == Self::All { Walk::Period } else { Walk::Rows }
    }
}

/// Whose rows, in which groups.
type Asked<'a> = (&'a Filter, &'a [Grouping]);

const SURVEYED: &str = "t.invited_at IS NOT NULL, t.first_answer_at IS NOT NULL, t.measures, t.answers, t.account, t.parts";

const ENDED: &str = "t.reason, r.disposition, r.channel, r.invited_at IS NOT NULL, r.delivered_at IS NOT NULL, \
    r.first_answer_at IS NOT NULL, r.ticket_id IS NOT NULL, coalesce(k.recovered, FALSE)";
const WITH_SURVEY: &str = " LEFT JOIN responses r ON r.session_id = t.session_id LEFT JOIN tickets k ON k.id = r.ticket_id";

/// Reads what `Surveyed` needs: one column per group, the agents, the end of the call, then whether invited and answered, measures,
/// answers, account and the parts of texts.
pub fn measures(dialect: &Dialect, query: &MeasureQuery, rows: Rows) -> Clause {
    let mut select = facets(dialect, (Table::Responses, &query.by));
    select.push(&format!("{SURVEYED} FROM "), []);
    select.append(rows.of(Table::Responses));
    let matching = matching(dialect, Table::Responses, (&reach(query), rows.walk()));
    select.push(" WHERE ", []);
    select.append(matching);
    if !names_surveys(query) {
        select.push(" AND t.previous_session_id IS NULL", []);
    }
    select
}

/// Reads rows to be packed: what is grouped by, the agents, the end of the call; then the row id, the tenant, the attributes; then what
/// [`measures`] or [`funnel`] read, and at last whether somebody was asked again after a complaint.
pub fn packing(dialect: &Dialect, (table, by): (Table, &[Grouping]), rows: Rows) -> Clause {
    let mut select = facets(dialect, (table, by));
    select.push("t.row_id, t.tenant, t.attributes, ", []);
    let (columns, joined) = match table {
        Table::Calls => (format!("{ENDED}, FALSE"), WITH_SURVEY),
        _ => (format!("{SURVEYED}, t.previous_session_id IS NOT NULL"), ""),
    };
    select.push(&format!("{columns} FROM "), []);
    select.append(rows.of(table));
    select.push(joined, []);
    select
}

/// Reads what `Handled` needs: one column per group of the response, the agents, the end of the call, then the ticket's times, whether asked again, recovered.
pub fn handling(dialect: &Dialect, asked: Asked<'_>) -> Clause {
    let columns = "k.opened_at, k.due_at, k.assigned_at, k.resolved_at, k.closed_at, k.escalated_at, k.recovery_session_id IS NOT NULL, \
        k.recovered FROM responses t JOIN tickets k ON k.id = t.ticket_id AND t.ticket_id IS NOT NULL";
    select(dialect, (Table::Responses, columns), asked)
}

/// Reads what `Ended` needs: one column per group, the agents, the end of the call, then reason, disposition, channel, and whether invited,
/// delivered, answered, with a ticket and recovered.
pub fn funnel(dialect: &Dialect, (filter, by): Asked<'_>, rows: Rows) -> Clause {
    let mut select = facets(dialect, (Table::Calls, by));
    select.push(&format!("{ENDED} FROM "), []);
    select.append(rows.of(Table::Calls));
    select.push(&format!("{WITH_SURVEY} WHERE "), []);
    select.append(matching(dialect, Table::Calls, (filter, rows.walk())));
    select
}

/// Reads what `Contact` needs: one column per group, the agents, the end of the call, then whether it counts for repetition, the ends of the
/// caller's calls on the same subject before and after, whether there was more than one agent, begin, answer and who ended it, whether
/// there is a ticket, the survey's disposition, whether invited, when first answered, measures and answers.
pub fn contacts(dialect: &Dialect, query: &FigureQuery) -> Clause {
    let (filter, by) = (reach(&query.asked), &query.asked.by);
    let mut select = facets(dialect, (Table::Calls, by));
    let Dialect { count, no_members, .. } = dialect;
    select.push(
        &format!(
            "t.counts, t.earlier, t.later, {count}(t.agents) > 1, t.started_at, t.answered_at, t.ended_by, r.ticket_id IS NOT NULL, \
             r.disposition, r.invited_at IS NOT NULL, r.first_answer_at, coalesce(r.measures, {no_members}), \
             coalesce(r.answers, {no_members}) FROM ("
        ),
        [],
    );
    let calls = sequenced(dialect, &query.repeat, &filter);
    select.push(&calls.sql, calls.values);
    let matching = matching(dialect, Table::Calls, (&filter, Walk::Period));
    select.push(&format!(") t LEFT JOIN responses r ON r.session_id = t.session_id WHERE {}", matching.sql), matching.values);
    select
}

/// Every call that may repeat one of those that are asked for, or be repeated by it, with the ends of its neighbours. Calls that do not
/// count are kept apart from those that do.
fn sequenced(dialect: &Dialect, repeat: &Repeat, filter: &Filter) -> Clause {
    let days = |moment: Moment, count: i64| Moment::from_millis(moment.millis().saturating_add(count * i64::from(repeat.days) * DAY));
    let around = Filter {
        tenant: filter.tenant.clone(),
        from: filter.from.map(|from| days(from, -1)),
        to: filter.to.map(|to| days(to, 1)),
        ..Filter::default()
    };
    let subject = repeat
        .subject
        .as_ref()
        .map_or_else(|| Clause { sql: "NULL".to_owned(), values: Vec::new() }, |subject| facet(dialect, Table::Calls, subject));
    let mut calls = Clause::default();
    calls.push("SELECT s.*, lag(s.ended_at) OVER w AS earlier, lead(s.ended_at) OVER w AS later FROM (SELECT t.*, ", []);
    calls.push(&format!("{} AS subject, {COUNTS} AS counts FROM calls t WHERE ", subject.sql), subject.values);
    let matching = matching(dialect, Table::Calls, (&around, Walk::Period));
    let window = "PARTITION BY s.counts, s.tenant, s.respondent, s.subject ORDER BY s.ended_at, s.row_id";
    calls.push(&format!("{}) s WINDOW w AS ({window})", matching.sql), matching.values);
    calls
}

/// Reads what [`Talk`](super::integrity::Talk) needs of each call and its session: its end, the agents, queue, reason, who ended it,
/// outcome, who invited, respondent, then disposition, channel, whether invited and answered, invitation and answers.
pub fn integrity(dialect: &Dialect, filter: &Filter) -> Clause {
    let columns = "t.queue, t.reason, t.ended_by, t.outcome, t.invited_by, t.respondent, r.disposition, r.channel, \
        r.invited_at, r.first_answer_at IS NOT NULL, r.answers FROM calls t LEFT JOIN responses r ON r.session_id = t.session_id";
    select(dialect, (Table::Calls, &format!("t.agents, {columns}")), (filter, &[]))
}

fn select(dialect: &Dialect, (table, columns): (Table, &str), (filter, by): Asked<'_>) -> Clause {
    let mut select = facets(dialect, (table, by));
    let matching = matching(dialect, table, (filter, Walk::Period));
    select.push(&format!("{columns} WHERE {}", matching.sql), matching.values);
    select
}

/// The columns that every row begins with.
fn facets(dialect: &Dialect, (table, by): (Table, &[Grouping])) -> Clause {
    let mut select = Clause::default();
    select.push("SELECT ", []);
    for grouping in by {
        let facet = facet(dialect, table, &grouping.dimension);
        select.push(&format!("{}, ", facet.sql), facet.values);
    }
    let agents = if by.iter().any(|by| by.dimension.is_of_agents()) { "t.agents" } else { dialect.no_members };
    select.push(&format!("{agents}, t.{}, ", period(table)), []);
    select
}
