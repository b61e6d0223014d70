use rusqlite::{Connection, Row, Rows, params_from_iter};
use serde::de::DeserializeOwned;

use super::dialect::{SQLITE, bound};
use crate::call::Moment;
use crate::ports::report::{Filter, FunnelItem, Grouping, HandlingItem, MeasureQuery, Score};
use crate::reports::group::{Facets, Groups};
use crate::reports::select;
use crate::reports::summary::funnel::{Ended, Funnel};
use crate::reports::summary::handling::{Handled, Handling};
use crate::reports::summary::{Summary, Surveyed};

pub fn measures(connection: &Connection, query: &MeasureQuery) -> rusqlite::Result<Vec<Score>> {
    let select = select::measures(&SQLITE, query);
    let mut summary = Summary::new(query);
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows = statement.query(params_from_iter(bound(select.values)))?;
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
    let select = select::funnel(&SQLITE, (filter, by));
    let mut funnel = Funnel::new(Groups::new(by, filter));
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows: Rows<'_> = statement.query(params_from_iter(bound(select.values)))?;
    while let Some(row) = rows.next()? {
        let (facets, at) = facets(row, by)?;
        funnel.add(&facets, ended(row, at)?);
    }
    Ok(funnel.items())
}

pub fn handling(connection: &Connection, filter: &Filter, by: &[Grouping]) -> rusqlite::Result<Vec<HandlingItem>> {
    let select = select::handling(&SQLITE, (filter, by));
    let mut handling = Handling::new(Groups::new(by, filter));
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows: Rows<'_> = statement.query(params_from_iter(bound(select.values)))?;
    while let Some(row) = rows.next()? {
        let (facets, at) = facets(row, by)?;
        handling.add(&facets, &handled(row, at)?);
    }
    Ok(handling.items())
}

fn handled(row: &Row<'_>, at: usize) -> rusqlite::Result<Handled> {
    let time = |column: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(at + column)?.map(Moment::from_millis));
    Ok(Handled {
        opened_at: Moment::from_millis(row.get(at)?),
        due_at: time(1)?,
        assigned_at: time(2)?,
        resolved_at: time(3)?,
        closed_at: time(4)?,
        escalated_at: time(5)?,
        asked_again: row.get(at + 6)?,
        recovered: row.get(at + 7)?,
    })
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
        recovered: row.get(at + 7)?,
    })
}

/// The facets of a row, and the column where the rest begins.
fn facets(row: &Row<'_>, by: &[Grouping]) -> rusqlite::Result<(Facets, usize)> {
    let values = (0..by.len()).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Option<String>>>>()?;
    Ok((Facets { values, agents: json(row, by.len())? }, by.len() + 1))
}

fn json<T: DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(at)?.as_str()?;
    serde_json::from_str(text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(error)))
}
