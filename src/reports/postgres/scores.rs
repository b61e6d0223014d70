use deadpool_postgres::{ClientWrapper, Transaction};
use tokio_postgres::{IsolationLevel, Row};

use super::segments;
use super::values::{POSTGRES, Stamp, Statement, get, json};
use crate::ports::report::{
    FigureItem, FigureQuery, Filter, FunnelItem, Grouping, HandlingItem, IntegrityQuery, Interval, MeasureQuery, RankingQuery, ReportError,
    Score, Sign, Table,
};
use crate::reports::condition::Clause;
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

/// Rows fetched at a time: however long the period is, no more of it is in memory at once.
const FETCHED: i32 = 1024;

pub async fn measures(client: &mut ClientWrapper, query: &MeasureQuery) -> Result<Vec<Score>, ReportError> {
    Ok(summary(client, query).await?.scores())
}

pub async fn ranking(client: &mut ClientWrapper, query: &RankingQuery) -> Result<Vec<Ranked>, ReportError> {
    Ok(ranking::ranked(query, summary(client, &ranking::by_agent(query)).await?.tallies()))
}

async fn summary<'a>(client: &mut ClientWrapper, query: &'a MeasureQuery) -> Result<Summary<'a>, ReportError> {
    let transaction = snapshot(client).await?;
    let (asked, mut summary) = (packed::asked(query), Summary::new(query));
    let question = || (Scan::new(asked.clone()), packed::Counted::new(query));
    let (upto, halves) = segments::count(&transaction, (Table::Responses, &asked.filter), question).await?;
    halves.into_iter().for_each(|half| half.counted.give(&half.scan, &mut summary));
    let add = |row: &Row| {
        summary.add(&surveyed(row, facets(row, &query.by)?)?);
        Ok(())
    };
    each_of(&transaction, select::measures(&POSTGRES, query, Rows::Unpacked { upto }).into(), add).await?;
    transaction.commit().await?;
    Ok(summary)
}

pub async fn funnel(client: &mut ClientWrapper, filter: &Filter, by: &[Grouping]) -> Result<Vec<FunnelItem>, ReportError> {
    let transaction = snapshot(client).await?;
    let mut funnel = Funnel::new(Groups::new(by, filter));
    let asked = Asked { filter: filter.clone(), by: by.to_vec(), interval: Interval::None, from: None, prices: None };
    let question = || (Scan::new(asked.clone()), Counted::default());
    let (upto, halves) = segments::count(&transaction, (Table::Calls, filter), question).await?;
    halves.into_iter().for_each(|half| half.counted.give(&half.scan, &mut funnel));
    let add = |row: &Row| {
        let (facets, at) = facets(row, by)?;
        funnel.add(&facets, ended(row, at)?);
        Ok(())
    };
    each_of(&transaction, select::funnel(&POSTGRES, (filter, by), Rows::Unpacked { upto }).into(), add).await?;
    transaction.commit().await?;
    Ok(funnel.items())
}

/// All that one question reads is of one moment.
pub async fn snapshot(client: &mut ClientWrapper) -> Result<Transaction<'_>, ReportError> {
    let builder = client.build_transaction().read_only(true);
    Ok(builder.isolation_level(IsolationLevel::RepeatableRead).start().await?)
}

pub async fn handling(client: &mut ClientWrapper, filter: &Filter, by: &[Grouping]) -> Result<Vec<HandlingItem>, ReportError> {
    let mut handling = Handling::new(Groups::new(by, filter));
    let add = |row: &Row| {
        let (facets, at) = facets(row, by)?;
        handling.add(&facets, &handled(row, at)?);
        Ok(())
    };
    each(client, select::handling(&POSTGRES, (filter, by)), add).await?;
    Ok(handling.items())
}

fn handled(row: &Row, at: usize) -> Result<Handled, ReportError> {
    let time = |column: usize| Ok::<_, ReportError>(get::<Option<Stamp>>(row, at + column)?.map(|Stamp(moment)| moment));
    let Stamp(opened_at) = get(row, at)?;
    Ok(Handled {
        opened_at,
        due_at: time(1)?,
        assigned_at: time(2)?,
        resolved_at: time(3)?,
        closed_at: time(4)?,
        escalated_at: time(5)?,
        asked_again: get(row, at + 6)?,
        recovered: get(row, at + 7)?,
    })
}

pub async fn figures(client: &mut ClientWrapper, query: &FigureQuery) -> Result<Vec<FigureItem>, ReportError> {
    let mut figures = Figures::new(query);
    let add = |row: &Row| {
        figures.add(&contact(row, &query.asked.by)?);
        Ok(())
    };
    each(client, select::contacts(&POSTGRES, query), add).await?;
    Ok(figures.items())
}

fn contact(row: &Row, by: &[Grouping]) -> Result<Contact, ReportError> {
    let (facets, at) = facets(row, by)?;
    let moment = |at: usize| Ok::<_, ReportError>(get::<Option<Stamp>>(row, at)?.map(|Stamp(moment)| moment));
    Ok(Contact {
        facets,
        counts: get(row, at)?,
        earlier: moment(at + 1)?,
        later: moment(at + 2)?,
        transferred: get(row, at + 3)?,
        started_at: moment(at + 4)?,
        answered_at: moment(at + 5)?,
        ended_by: get(row, at + 6)?,
        ticket: get(row, at + 7)?,
        disposition: get(row, at + 8)?,
        invited: get(row, at + 9)?,
        first_answer_at: moment(at + 10)?,
        measures: json(row, at + 11)?,
        answers: json(row, at + 12)?,
    })
}

pub async fn integrity(client: &mut ClientWrapper, query: &IntegrityQuery) -> Result<Vec<Sign>, ReportError> {
    let mut integrity = Integrity::new(query);
    let add = |row: &Row| {
        integrity.add(&talk(row)?);
        Ok(())
    };
    each(client, select::integrity(&POSTGRES, &query.filter), add).await?;
    Ok(integrity.signs())
}

fn talk(row: &Row) -> Result<Talk, ReportError> {
    let Stamp(ended_at) = get(row, 1)?;
    let answered: bool = get(row, 12)?;
    Ok(Talk {
        agents: json(row, 2)?,
        queue: get(row, 3)?,
        reason: get(row, 4)?,
        ended_by: get(row, 5)?,
        outcome: get(row, 6)?,
        invited_by: get(row, 7)?,
        respondent: get(row, 8)?,
        ended_at,
        disposition: get(row, 9)?,
        channel: get(row, 10)?,
        invited_at: get::<Option<Stamp>>(row, 11)?.map(|Stamp(at)| at),
        answered,
        answers: if answered { json(row, 13)? } else { Vec::new() },
    })
}

async fn each(client: &mut ClientWrapper, clause: Clause, add: impl FnMut(&Row) -> Result<(), ReportError>) -> Result<(), ReportError> {
    let transaction = client.build_transaction().read_only(true).start().await?;
    each_of(&transaction, clause.into(), add).await?;
    Ok(transaction.commit().await?)
}

/// Reads row by row within a transaction.
pub async fn each_of(
    transaction: &Transaction<'_>,
    select: Statement,
    mut add: impl FnMut(&Row) -> Result<(), ReportError>,
) -> Result<(), ReportError> {
    let (values, types): (Vec<_>, Vec<_>) = select.values().into_iter().unzip();
    let statement = transaction.prepare_typed(&select.sql, &types).await?;
    let portal = transaction.bind(&statement, &values).await?;
    loop {
        let rows = transaction.query_portal(&portal, FETCHED).await?;
        rows.iter().try_for_each(&mut add)?;
        if i32::try_from(rows.len()).is_ok_and(|fetched| fetched < FETCHED) {
            return Ok(());
        }
    }
}

/// What a response adds to scores; from that column on.
pub fn surveyed(row: &Row, (facets, at): (Facets, usize)) -> Result<Surveyed, ReportError> {
    Ok(Surveyed {
        facets,
        invited: get(row, at)?,
        answered: get(row, at + 1)?,
        measures: json(row, at + 2)?,
        answers: json(row, at + 3)?,
        account: get(row, at + 4)?,
        parts: get::<i64>(row, at + 5)?.unsigned_abs(),
    })
}

/// How far a call came; from that column on.
pub fn ended(row: &Row, at: usize) -> Result<Ended, ReportError> {
    Ok(Ended {
        reason: get(row, at)?,
        disposition: get(row, at + 1)?,
        spoken: get::<Option<String>>(row, at + 2)?.is_some_and(|channel| channel != "sms"),
        invited: get(row, at + 3)?,
        delivered: get(row, at + 4)?,
        answered: get(row, at + 5)?,
        ticket: get(row, at + 6)?,
        recovered: get(row, at + 7)?,
    })
}

/// The facets of a row, and the column where the rest begins.
pub fn facets(row: &Row, by: &[Grouping]) -> Result<(Facets, usize), ReportError> {
    let values = (0..by.len()).map(|at| get(row, at)).collect::<Result<Vec<Option<String>>, _>>()?;
    let Stamp(ended_at) = get(row, by.len() + 1)?;
    Ok((Facets { values, agents: json(row, by.len())?, ended_at }, by.len() + 2))
}
