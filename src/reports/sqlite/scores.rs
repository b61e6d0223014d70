use rusqlite::{Connection, Row, Rows, params_from_iter};
use serde::de::DeserializeOwned;

use super::condition::{Clause, Walk, facet, matching};
use crate::call::Moment;
use crate::ports::report::{Filter, FunnelItem, Grouping, MeasureQuery, Score, Table};
use crate::reports::group::{Facets, Groups};
use crate::reports::summary::funnel::{Ended, Funnel};
use crate::reports::summary::{Summary, Surveyed};

pub fn measures(connection: &Connection, query: &MeasureQuery) -> rusqlite::Result<Vec<Score>> {
    let from = "call_ended_at, invited_at IS NOT NULL, first_answer_at IS NOT NULL, measures, answers FROM responses";
    let select = select(Table::Responses, from, (&query.filter, &query.by));
    let mut summary = Summary::new(query);
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows = statement.query(params_from_iter(select.values))?;
    while let Some(row) = rows.next()? {
        summary.add(&surveyed(row, &query.by)?);
    }
    Ok(summary.scores())
}

fn surveyed(row: &Row<'_>, by: &[Grouping]) -> rusqlite::Result<Surveyed> {
    let (facets, at) = facets(row, by)?;
    Ok(Surveyed {
        facets,
        call_ended_at: Moment::from_millis(row.get(at)?),
        invited: row.get(at + 1)?,
        answered: row.get(at + 2)?,
        measures: json(row, at + 3)?,
        answers: json(row, at + 4)?,
    })
}

pub fn funnel(connection: &Connection, filter: &Filter, by: &[Grouping]) -> rusqlite::Result<Vec<FunnelItem>> {
    let from = "t.reason, r.disposition, r.channel, r.invited_at IS NOT NULL, r.delivered_at IS NOT NULL, r.first_answer_at IS NOT NULL, \
        r.ticket_id IS NOT NULL FROM calls";
    let mut select = select(Table::Calls, from, (filter, by));
    select.sql = select.sql.replacen(" FROM calls t ", " FROM calls t LEFT JOIN responses r ON r.session_id = t.session_id ", 1);
    let mut funnel = Funnel::new(Groups::new(by, filter));
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows: Rows<'_> = statement.query(params_from_iter(select.values))?;
    while let Some(row) = rows.next()? {
        let (facets, at) = facets(row, by)?;
        funnel.add(&facets, ended(row, at)?);
    }
    Ok(funnel.items())
}

fn ended(row: &Row<'_>, at: usize) -> rusqlite::Result<Ended> {
    Ok(Ended {
        reason: row.get(at)?,
        disposition: row.get(at + 1)?,
        spoken: row.get::<_, Option<String>>(at + 2)?.is_some_and(|channel| channel != "sms"),
        invited: row.get(at + 3)?,
        delivered: row.get(at + 4)?,
        answered: row.get(at + 5)?,
        ticket: row.get(at + 6)?,
    })
}

/// Reads one column per group, then the agents if a group is theirs, then what `from` names, of the rows that the filter lets through.
fn select(table: Table, from: &str, (filter, by): (&Filter, &[Grouping])) -> Clause {
    let mut select = Clause::default();
    select.push("SELECT ", []);
    for grouping in by {
        let facet = facet(table, &grouping.dimension);
        select.push(&format!("{}, ", facet.sql), facet.values);
    }
    select.push(if by.iter().any(|by| by.dimension.is_of_agents()) { "t.agents, " } else { "'[]', " }, []);
    let matching = matching(table, filter, Walk::Period);
    select.push(&format!("{from} t WHERE {}", matching.sql), matching.values);
    select
}

/// The facets of a row of [`select`], and the column where the rest begins.
fn facets(row: &Row<'_>, by: &[Grouping]) -> rusqlite::Result<(Facets, usize)> {
    let values = (0..by.len()).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Option<String>>>>()?;
    Ok((Facets { values, agents: json(row, by.len())? }, by.len() + 1))
}

fn json<T: DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(at)?.as_str()?;
    serde_json::from_str(text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(error)))
}
