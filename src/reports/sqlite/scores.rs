use rusqlite::{Connection, Row, params_from_iter};
use serde::de::DeserializeOwned;

use super::dialect::{SQLITE, bound};
use super::segments;
use crate::call::Moment;
use crate::ports::report::{
    FigureItem, FigureQuery, Filter, FunnelItem, Grouping, HandlingItem, IntegrityQuery, Interval, MeasureQuery, RankingQuery, ReportError,
    Score, Sign, Table,
};
use crate::reports::group::{Facets, Groups};
use crate::reports::integrity::{Integrity, Talk};
use crate::reports::packed::scan::{Asked, Scan};
use crate::reports::ranking;
use crate::reports::select::{self, Rows};
use crate::reports::summary::figures::{Contact, Figures};
use crate::reports::summary::funnel::{Counted, Ended, Funnel};
use crate::reports::summary::handling::{Handled, Handling};
use crate::reports::summary::{Summary, Surveyed, packed};
use crate::survey::measure::ranking::Ranked;

pub fn measures(connection: &Connection, query: &MeasureQuery) -> Result<Vec<Score>, ReportError> {
    Ok(summary(connection, query)?.scores())
}

pub fn ranking(connection: &Connection, query: &RankingQuery) -> Result<Vec<Ranked>, ReportError> {
    Ok(ranking::ranked(query, summary(connection, &ranking::by_agent(query))?.tallies()))
}

fn summary<'a>(connection: &Connection, query: &'a MeasureQuery) -> Result<Summary<'a>, ReportError> {
    let snapshot = connection.unchecked_transaction()?;
    let (asked, mut summary) = (packed::asked(query), Summary::new(query));
    let question = || (Scan::new(asked.clone()), packed::Counted::new(query));
    let (upto, halves) = segments::count(&snapshot, (Table::Responses, &asked.filter), question)?;
    halves.into_iter().for_each(|half| half.counted.give(&half.scan, &mut summary));
    let select = select::measures(&SQLITE, query, Rows::Unpacked { upto });
    let mut statement = snapshot.prepare_cached(&select.sql)?;
    let mut rows = statement.query(params_from_iter(bound(select.values)))?;
    while let Some(row) = rows.next()? {
        summary.add(&surveyed(row, facets(row, &query.by)?)?);
    }
    Ok(summary)
}

/// What a response adds to scores; from that column on.
pub fn surveyed(row: &Row<'_>, (facets, at): (Facets, usize)) -> rusqlite::Result<Surveyed> {
    Ok(Surveyed {
        facets,
        invited: row.get(at)?,
        answered: row.get(at + 1)?,
        measures: json(row, at + 2)?,
        answers: json(row, at + 3)?,
        account: row.get(at + 4)?,
        parts: row.get::<_, u32>(at + 5)?.into(),
    })
}

pub fn funnel(connection: &Connection, filter: &Filter, by: &[Grouping]) -> Result<Vec<FunnelItem>, ReportError> {
    let snapshot = connection.unchecked_transaction()?;
    let mut funnel = Funnel::new(Groups::new(by, filter));
    let asked = Asked { filter: filter.clone(), by: by.to_vec(), interval: Interval::None, from: None, prices: None };
    let question = || (Scan::new(asked.clone()), Counted::default());
    let (upto, halves) = segments::count(&snapshot, (Table::Calls, filter), question)?;
    halves.into_iter().for_each(|half| half.counted.give(&half.scan, &mut funnel));
    let select = select::funnel(&SQLITE, (filter, by), Rows::Unpacked { upto });
    let mut statement = snapshot.prepare_cached(&select.sql)?;
    let mut rows = statement.query(params_from_iter(bound(select.values)))?;
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
    let mut rows = statement.query(params_from_iter(bound(select.values)))?;
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

pub fn figures(connection: &Connection, query: &FigureQuery) -> rusqlite::Result<Vec<FigureItem>> {
    let select = select::contacts(&SQLITE, query);
    let mut figures = Figures::new(query);
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows = statement.query(params_from_iter(bound(select.values)))?;
    while let Some(row) = rows.next()? {
        figures.add(&contact(row, &query.asked.by)?);
    }
    Ok(figures.items())
}

fn contact(row: &Row<'_>, by: &[Grouping]) -> rusqlite::Result<Contact> {
    let (facets, at) = facets(row, by)?;
    let moment = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(at)?.map(Moment::from_millis));
    Ok(Contact {
        facets,
        counts: row.get(at)?,
        earlier: moment(at + 1)?,
        later: moment(at + 2)?,
        transferred: row.get(at + 3)?,
        started_at: moment(at + 4)?,
        answered_at: moment(at + 5)?,
        ended_by: row.get(at + 6)?,
        ticket: row.get(at + 7)?,
        disposition: row.get(at + 8)?,
        invited: row.get(at + 9)?,
        first_answer_at: moment(at + 10)?,
        measures: json(row, at + 11)?,
        answers: json(row, at + 12)?,
    })
}

/// How far a call came; from that column on.
pub fn ended(row: &Row<'_>, at: usize) -> rusqlite::Result<Ended> {
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

pub fn integrity(connection: &Connection, query: &IntegrityQuery) -> rusqlite::Result<Vec<Sign>> {
    let select = select::integrity(&SQLITE, &query.filter);
    let mut integrity = Integrity::new(query);
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows = statement.query(params_from_iter(bound(select.values)))?;
    while let Some(row) = rows.next()? {
        integrity.add(&talk(row)?);
    }
    Ok(integrity.signs())
}

fn talk(row: &Row<'_>) -> rusqlite::Result<Talk> {
    let moment = |millis: Option<i64>| millis.map(Moment::from_millis);
    let answered: bool = row.get(12)?;
    Ok(Talk {
        agents: json(row, 2)?,
        queue: row.get(3)?,
        reason: row.get(4)?,
        ended_by: row.get(5)?,
        outcome: row.get(6)?,
        invited_by: row.get(7)?,
        respondent: row.get(8)?,
        ended_at: Moment::from_millis(row.get(1)?),
        disposition: row.get(9)?,
        channel: row.get(10)?,
        invited_at: moment(row.get(11)?),
        answered,
        answers: if answered { json(row, 13)? } else { Vec::new() },
    })
}

/// The facets of a row, and the column where the rest begins.
pub fn facets(row: &Row<'_>, by: &[Grouping]) -> rusqlite::Result<(Facets, usize)> {
    let values = (0..by.len()).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Option<String>>>>()?;
    let ended_at = Moment::from_millis(row.get(by.len() + 1)?);
    Ok((Facets { values, agents: json(row, by.len())?, ended_at }, by.len() + 2))
}

pub fn json<T: DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(at)?.as_str()?;
    serde_json::from_str(text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(error)))
}
