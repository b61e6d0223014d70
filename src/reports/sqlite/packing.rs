//! Packing rows, in short transactions between those of the traffic.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior, params, params_from_iter};

use super::dialect::{SQLITE, bound};
use super::{PATIENCE, scores, segments};
use crate::ports::report::{ReportError, Table, Waiting};
use crate::reports::packed::block::{Packed, Sorter};
use crate::reports::packed::bytes::Bits;
use crate::reports::packed::kind;
use crate::reports::packed::packer::{self, Bounds, COUNTED, Change, Line, MOST, Merging, SETTLED};
use crate::reports::select::{self, Rows};
use crate::reports::summary;

/// Most bytes written with one commit, so that no writer waits for long.
const PIECE: usize = 1 << 20;

/// A connection for packing. What it writes follows from the rows, and reaches the disk with the next commit of theirs.
pub fn open(path: &Path) -> Result<Connection, ReportError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}

/// Packs the next rows of a table if so many wait; gives how many it packed.
pub fn pack(connection: &mut Connection, table: Table, worth: i64) -> Result<usize, ReportError> {
    clear(connection)?;
    let Some(bounds) = aim(connection, table, worth)? else { return Ok(0) };
    let reading = connection.transaction()?;
    let settled = loose(&reading, table)?;
    let rows = Rows::Next { upto: bounds.upto, aim: bounds.aim, loose: SETTLED };
    let new = lines(&reading, table, rows)?;
    let ids: Vec<i64> = settled.iter().map(|(id, _)| *id).collect();
    let dead = buried(&reading, table, &ids)?;
    reading.commit()?;
    let packed = new.iter().map(|packed| packed.segment.rows).sum::<usize>() + settled.len();
    change(connection, (table, bounds), Change { upto: bounds.aim, new, dead, gone: Vec::new(), settled })?;
    Ok(packed)
}

/// Writes the segments of one day anew where that is worth it; whether there was such a day.
pub fn merge(connection: &mut Connection, table: Table) -> Result<bool, ReportError> {
    let Some(Merging { bounds, segments }) = to_merge(connection, table)? else { return Ok(false) };
    let new = packer::merged(&segments)?;
    let gone = segments.iter().map(|(segment, _)| segment.id).collect();
    change(connection, (table, bounds), Change { upto: bounds.upto, new, gone, ..Change::default() })?;
    Ok(true)
}

/// What is packed and what waits.
pub fn waiting(connection: &Connection) -> Result<Waiting, ReportError> {
    let mut all = Waiting::default();
    for table in packer::TABLES {
        let name = kind(table);
        let rows = format!(
            "SELECT count(*) FROM (SELECT 1 FROM (SELECT 1 FROM {name} WHERE row_id > (SELECT upto FROM packing WHERE kind = '{name}') \
             UNION ALL SELECT 1 FROM loose WHERE kind = '{name}') w LIMIT {COUNTED}) n"
        );
        all.rows += connection.query_row(&rows, [], |row| row.get::<_, i64>(0))?.unsigned_abs();
    }
    all.segments =
        connection.query_row("SELECT count(*) FROM segments WHERE published = 1", [], |row| row.get::<_, i64>(0))?.unsigned_abs();
    Ok(all)
}

/// Removes what an interrupted turn left behind.
fn clear(connection: &Connection) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("SELECT id FROM segments WHERE published = 0")?;
    let left = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    for id in left {
        connection.prepare_cached("DELETE FROM segment_columns WHERE segment = ?1")?.execute([id])?;
        connection.prepare_cached("DELETE FROM segments WHERE id = ?1")?.execute([id])?;
    }
    Ok(())
}

fn bounds(connection: &Connection, table: Table) -> rusqlite::Result<Bounds> {
    let mut statement = connection.prepare_cached("SELECT upto, aim, turn FROM packing WHERE kind = ?1")?;
    statement.query_row([kind(table)], |row| Ok(Bounds { upto: row.get(0)?, aim: row.get(1)?, turn: row.get(2)? }))
}

/// From here on what changes up to the aim is noted, before any of it is read.
fn aim(connection: &Connection, table: Table, worth: i64) -> rusqlite::Result<Option<Bounds>> {
    let (name, known) = (kind(table), bounds(connection, table)?);
    let next = format!("SELECT count(*), max(row_id) FROM (SELECT row_id FROM {name} WHERE row_id > ?1 ORDER BY row_id LIMIT ?2)");
    let (rows, last): (i64, Option<i64>) = connection.query_row(&next, [known.upto, MOST], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let loose: i64 = connection.query_row("SELECT count(*) FROM loose WHERE kind = ?1", [name], |row| row.get(0))?;
    if rows + loose < worth.max(1) {
        return Ok(None);
    }
    connection.execute("UPDATE packing SET aim = max(aim, ?2) WHERE kind = ?1", params![name, last.unwrap_or(known.upto)])?;
    Ok(Some(Bounds { aim: last.unwrap_or(known.upto), ..bounds(connection, table)? }))
}

fn loose(connection: &Connection, table: Table) -> rusqlite::Result<Vec<(i64, i64)>> {
    let mut statement = connection.prepare_cached("SELECT row_id, times FROM loose WHERE kind = ?1 ORDER BY row_id LIMIT ?2")?;
    let found = statement.query_map(params![kind(table), SETTLED], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.collect()
}

fn lines(connection: &Connection, table: Table, rows: Rows) -> Result<Vec<Packed>, ReportError> {
    let by = packer::groupings();
    let select = select::packing(&SQLITE, (table, &by), rows);
    let mut sorter = Sorter::default();
    let mut statement = connection.prepare_cached(&select.sql)?;
    let mut rows = statement.query(params_from_iter(bound(select.values)))?;
    while let Some(row) = rows.next()? {
        let (facets, at) = scores::facets(row, &by)?;
        let line = Line { facets, row: row.get(at)?, tenant: row.get(at + 1)?, attributes: scores::json(row, at + 2)? };
        let block = line.begin(&by, &mut sorter);
        if table == Table::Calls {
            summary::funnel::pack(block, &scores::ended(row, at + 3)?);
        } else {
            summary::packed::pack(block, &scores::surveyed(row, (line.facets, at + 3))?, row.get(at + 9)?);
        }
    }
    Ok(sorter.packed())
}

fn buried(connection: &Connection, table: Table, loose: &[i64]) -> Result<Vec<(i64, Bits)>, ReportError> {
    let mut dead = Vec::new();
    for segment in segments::all(connection, table, None)?.iter().filter(|segment| !segment.candidates(loose).is_empty()) {
        let columns = segments::columns(connection, segment, &["row".to_owned()])?;
        dead.extend(packer::buried(segment, &columns, loose)?);
    }
    Ok(dead)
}

fn to_merge(connection: &mut Connection, table: Table) -> Result<Option<Merging>, ReportError> {
    let reading = connection.transaction()?;
    let days = "SELECT tenant, day FROM segments WHERE kind = ?1 AND published = 1 GROUP BY tenant, day \
        HAVING count(*) >= 4 OR max(dead_rows * 4 > rows)";
    let mut statement = reading.prepare_cached(days)?;
    let found = statement.query_map([kind(table)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for day in found.collect::<rusqlite::Result<Vec<(String, i64)>>>()? {
        let segments = segments::all(&reading, table, Some((&day.0, day.1)))?;
        let wanted = packer::to_merge(&segments).into_iter();
        let wanted = wanted.map(|segment| Ok((segment.clone(), segments::every_column(&reading, segment)?)));
        let wanted = wanted.collect::<rusqlite::Result<Vec<_>>>()?;
        if !wanted.is_empty() {
            return Ok(Some(Merging { bounds: bounds(&reading, table)?, segments: wanted }));
        }
    }
    Ok(None)
}

/// Brings a change into force in one short transaction; the segments were written before, unseen.
fn change(connection: &mut Connection, (table, bounds): (Table, Bounds), change: Change) -> Result<(), ReportError> {
    let mut new = Vec::new();
    for packed in change.new {
        new.push(store(connection, table, packed)?);
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let put = "UPDATE packing SET upto = ?2, turn = turn + 1 WHERE kind = ?1 AND turn = ?3";
    if transaction.execute(put, params![kind(table), change.upto, bounds.turn])? == 0 {
        return Err(ReportError::Away("another process packs".to_owned()));
    }
    for id in new {
        transaction.prepare_cached("UPDATE segments SET published = 1 WHERE id = ?1")?.execute([id])?;
    }
    for (id, dead) in change.dead {
        let bury = "UPDATE segments SET dead = ?2, dead_rows = ?3 WHERE id = ?1";
        transaction.prepare_cached(bury)?.execute(params![id, dead.0, dead.count()])?;
    }
    for (row, times) in change.settled {
        let settle = "DELETE FROM loose WHERE kind = ?1 AND row_id = ?2 AND times = ?3";
        transaction.prepare_cached(settle)?.execute(params![kind(table), row, times])?;
    }
    for id in change.gone {
        // Their columns go later, with what interrupted turns leave behind.
        transaction.prepare_cached("UPDATE segments SET published = 0 WHERE id = ?1")?.execute([id])?;
    }
    Ok(transaction.commit()?)
}

/// Writes a segment that no question sees yet.
fn store(connection: &mut Connection, table: Table, packed: Packed) -> rusqlite::Result<i64> {
    let Packed { segment: of, columns } = packed;
    let mut pieces = columns.into_iter().peekable();
    let mut transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let rows = i64::try_from(of.rows).unwrap_or(i64::MAX);
    let put = "INSERT INTO segments (kind, tenant, day, rows, first_at, last_at, first_row, last_row, dead_rows, dead, published) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, x'', 0)";
    transaction.execute(put, params![kind(table), of.tenant, of.day, rows, of.ended.0, of.ended.1, of.ids.0, of.ids.1])?;
    let id = transaction.last_insert_rowid();
    let mut written = 0;
    while let Some((name, data)) = pieces.next() {
        written += data.len();
        column(&transaction, id, (&name, &data))?;
        if written >= PIECE && pieces.peek().is_some() {
            transaction.commit()?;
            transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            written = 0;
        }
    }
    transaction.commit()?;
    Ok(id)
}

fn column(transaction: &Transaction<'_>, segment: i64, (name, data): (&str, &[u8])) -> rusqlite::Result<()> {
    let put = "INSERT INTO segment_columns (segment, name, data) VALUES (?1, ?2, ?3)";
    transaction.prepare_cached(put)?.execute(params![segment, name, data])?;
    Ok(())
}
