//! What scores and funnels read, whatever store they read it from.

use super::condition::{Clause, Dialect, Walk, facet, matching};
use crate::ports::report::{Dimension, Filter, Grouping, MeasureQuery, Table};

/// Whose rows, in which groups.
type Asked<'a> = (&'a Filter, &'a [Grouping]);

/// Reads what `Surveyed` needs: one column per group, the agents, then the end of the call, whether invited and answered, measures and
/// answers.
pub fn measures(dialect: &Dialect, query: &MeasureQuery) -> Clause {
    let columns = "t.call_ended_at, t.invited_at IS NOT NULL, t.first_answer_at IS NOT NULL, t.measures, t.answers FROM responses t";
    let mut select = select(dialect, (Table::Responses, columns), (&query.filter, &query.by));
    // Whoever is asked again after a complaint speaks of its handling and not of the call: only where that survey is asked for.
    let names_surveys = query.filter.conditions.iter().map(|condition| &condition.dimension).chain(query.by.iter().map(|by| &by.dimension));
    if !names_surveys.into_iter().any(|dimension| *dimension == Dimension::Survey) {
        select.push(" AND t.previous_session_id IS NULL", []);
    }
    select
}

/// Reads what `Handled` needs: one column per group of the response, the agents, then the ticket's times, whether asked again, recovered.
pub fn handling(dialect: &Dialect, asked: Asked<'_>) -> Clause {
    let columns = "k.opened_at, k.due_at, k.assigned_at, k.resolved_at, k.closed_at, k.escalated_at, k.recovery_session_id IS NOT NULL, \
        k.recovered FROM responses t JOIN tickets k ON k.id = t.ticket_id";
    select(dialect, (Table::Responses, columns), asked)
}

/// Reads what `Ended` needs: one column per group, the agents, then reason, disposition, channel, and whether invited, delivered, answered,
/// with a ticket and recovered.
pub fn funnel(dialect: &Dialect, asked: Asked<'_>) -> Clause {
    let columns = "t.reason, r.disposition, r.channel, r.invited_at IS NOT NULL, r.delivered_at IS NOT NULL, r.first_answer_at IS NOT NULL, \
        r.ticket_id IS NOT NULL, coalesce(k.recovered, FALSE) FROM calls t LEFT JOIN responses r ON r.session_id = t.session_id \
        LEFT JOIN tickets k ON k.id = r.ticket_id";
    select(dialect, (Table::Calls, columns), asked)
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
