//! What scores and funnels read, whatever store they read it from.

use super::condition::{Clause, Dialect, Walk, facet, matching};
use crate::ports::report::{Filter, Grouping, MeasureQuery, Table};

/// Whose rows, in which groups.
type Asked<'a> = (&'a Filter, &'a [Grouping]);

/// Reads what `Surveyed` needs: one column per group, the agents, then the end of the call, whether invited and answered, measures and
/// answers.
pub fn measures(dialect: &Dialect, query: &MeasureQuery) -> Clause {
    let columns = "t.call_ended_at, t.invited_at IS NOT NULL, t.first_answer_at IS NOT NULL, t.measures, t.answers FROM responses t";
    select(dialect, (Table::Responses, columns), (&query.filter, &query.by))
}

/// Reads what `Ended` needs: one column per group, the agents, then reason, disposition, channel, and whether invited, delivered, answered
/// and with a ticket.
pub fn funnel(dialect: &Dialect, asked: Asked<'_>) -> Clause {
    let columns = "t.reason, r.disposition, r.channel, r.invited_at IS NOT NULL, r.delivered_at IS NOT NULL, r.first_answer_at IS NOT NULL, \
        r.ticket_id IS NOT NULL FROM calls t LEFT JOIN responses r ON r.session_id = t.session_id";
    select(dialect, (Table::Calls, columns), asked)
}

/// Reads what [`Talk`](super::integrity::Talk) needs of each call and its session: the agents, then queue, reason, who ended it, outcome,
/// who invited, respondent, end, then disposition, channel, whether invited and answered, invitation and answers.
pub fn integrity(dialect: &Dialect, filter: &Filter) -> Clause {
    let columns = "t.queue, t.reason, t.ended_by, t.outcome, t.invited_by, t.respondent, t.ended_at, r.disposition, r.channel, \
        r.invited_at, r.first_answer_at IS NOT NULL, r.answers FROM calls t LEFT JOIN responses r ON r.session_id = t.session_id";
    select(dialect, (Table::Calls, &format!("t.agents, {columns}")), (filter, &[]))
}

fn select(dialect: &Dialect, (table, columns): (Table, &str), (filter, by): Asked<'_>) -> Clause {
    let mut select = Clause::default();
    select.push("SELECT ", []);
    for grouping in by {
        let facet = facet(dialect, table, &grouping.dimension);
        select.push(&format!("{}, ", facet.sql), facet.values);
    }
    let agents = if by.iter().any(|by| by.dimension.is_of_agents()) { "t.agents" } else { dialect.no_members };
    let matching = matching(dialect, table, (filter, Walk::Period));
    select.push(&format!("{agents}, {columns} WHERE {}", matching.sql), matching.values);
    select
}
