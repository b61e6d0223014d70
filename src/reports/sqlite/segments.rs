//! Reading packed rows.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::call::Moment;
use crate::ports::report::{Filter, ReportError, Table};
use crate::reports::packed::bytes::Bits;
use crate::reports::packed::halves::{Desk, Half, MANY};
use crate::reports::packed::scan::Scan;
use crate::reports::packed::{Columns, Count, Segment, kind, packer};

const SEGMENT: &str =
    "SELECT id, tenant, day, rows, first_at, last_at, first_row, last_row, dead FROM segments WHERE kind = ?1 AND published = 1";

fn segment(row: &Row<'_>) -> rusqlite::Result<Segment> {
    Ok(Segment {
        id: row.get(0)?,
        tenant: row.get(1)?,
        day: row.get(2)?,
        rows: row.get::<_, u32>(3)?.try_into().unwrap_or(usize::MAX),
        ended: (row.get(4)?, row.get(5)?),
        ids: (row.get(6)?, row.get(7)?),
        dead: Bits(row.get(8)?),
    })
}

/// The segments that may hold rows of the filter's tenant and period.
fn within(connection: &Connection, table: Table, filter: &Filter) -> rusqlite::Result<Vec<Segment>> {
    let (from, to) = (filter.from.map(Moment::millis), filter.to.map(Moment::millis));
    let (first, last) = packer::days((from, to));
    let tenant = if filter.tenant.is_some() { "tenant = ?2" } else { "?2 IS NULL" };
    let select = format!("{SEGMENT} AND {tenant} AND day >= ?3 AND day <= ?4 AND last_at >= ?5 AND first_at < ?6 ORDER BY id");
    let mut statement = connection.prepare_cached(&select)?;
    let bounds = (from.unwrap_or(i64::MIN), to.unwrap_or(i64::MAX));
    let found = statement.query_map(params![kind(table), filter.tenant, first, last, bounds.0, bounds.1], segment)?;
    found.collect()
}

/// All segments of a kind, or those of one tenant's day.
pub fn all(connection: &Connection, table: Table, of: Option<(&str, i64)>) -> rusqlite::Result<Vec<Segment>> {
    let (tenant, day) = of.unzip();
    let mut statement = connection.prepare_cached(&format!("{SEGMENT} AND (?2 IS NULL OR tenant = ?2 AND day = ?3) ORDER BY id"))?;
    let found = statement.query_map(params![kind(table), tenant, day], segment)?;
    found.collect()
}

/// The packed rows that have changed since, in order.
pub fn loose(connection: &Connection, table: Table) -> rusqlite::Result<Vec<i64>> {
    let mut statement = connection.prepare_cached("SELECT row_id FROM loose WHERE kind = ?1 ORDER BY row_id")?;
    let found = statement.query_map([kind(table)], |row| row.get(0))?;
    found.collect()
}

/// Up to which row id all are packed.
pub fn upto(connection: &Connection, table: Table) -> rusqlite::Result<i64> {
    connection.prepare_cached("SELECT upto FROM packing WHERE kind = ?1")?.query_row([kind(table)], |row| row.get(0))
}

/// Those of the named columns that a segment has.
pub fn columns(connection: &Connection, segment: &Segment, names: &[String]) -> rusqlite::Result<Columns> {
    let mut statement = connection.prepare_cached("SELECT data FROM segment_columns WHERE segment = ?1 AND name = ?2")?;
    let mut columns = Columns::new();
    for name in names {
        if let Some(data) = statement.query_row(params![segment.id, name], |row| row.get(0)).optional()? {
            columns.insert(name.clone(), data);
        }
    }
    Ok(columns)
}

/// Every column of a segment.
pub fn every_column(connection: &Connection, segment: &Segment) -> rusqlite::Result<Columns> {
    let mut statement = connection.prepare_cached("SELECT name, data FROM segment_columns WHERE segment = ?1")?;
    let found = statement.query_map([segment.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.collect()
}

/// Counts the packed rows; gives the row id up to which they are packed. Within the transaction of whoever goes on to count the others.
pub fn count<C: Count + Send + 'static>(
    connection: &Connection,
    (table, filter): (Table, &Filter),
    question: impl Fn() -> (Scan, C),
) -> Result<(i64, Vec<Half<C>>), ReportError> {
    let loose = loose(connection, table)?.into();
    let mut desk = Desk::new(Half::new(question(), &loose));
    let segments = within(connection, table, filter)?;
    let helper = (segments.len() >= MANY).then(|| desk.helped(Half::new(question(), &loose))).map(|help| std::thread::spawn(|| help.run()));
    for segment in segments {
        let needs = desk.own.needs(&segment);
        let columns = columns(connection, &segment, &needs)?;
        desk.take((segment, columns))?;
    }
    let mut halves = vec![desk.done()];
    if let Some(helper) = helper {
        halves.push(helper.join().map_err(|_| ReportError::Failed("a counting thread failed".to_owned()))??);
    }
    Ok((upto(connection, table)?, halves))
}
