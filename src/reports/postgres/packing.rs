//! Packing rows. One gateway does at a time; writers of facts wait for it only while it says what is to be noted, and at the end.

use deadpool_postgres::{ClientWrapper, Transaction};
use tokio_postgres::types::{ToSql, Type};

use super::values::{POSTGRES, Statement, get, json};
use super::{scores, segments};
use crate::ports::report::{ReportError, Table, Waiting};
use crate::reports::packed::block::{Packed, Sorter};
use crate::reports::packed::bytes::Bits;
use crate::reports::packed::packer::{self, Bounds, COUNTED, Change, Line, MOST, Merging, SETTLED, TABLES};
use crate::reports::packed::{Columns, Segment, kind};
use crate::reports::select::{self, Rows};
use crate::reports::summary;

/// Held by whoever packs ("segments", ASCII).
const LOCK: i64 = 0x7365_676d_656e_7473;
/// Taken by everyone who writes facts: once it is held, no older writer is under way, and all later ones see what is said now.
const FEED: &str = "UPDATE report_feed SET seq = seq";

type Value<'a> = (&'a (dyn ToSql + Sync), Type);

/// Packs the next rows of each table if so many wait; gives how many it packed.
pub async fn pack(client: &mut ClientWrapper, worth: i64) -> Result<usize, ReportError> {
    if !alone(client).await? {
        return Ok(0);
    }
    let mut outcome = clear(client).await.map(|()| 0);
    for table in TABLES {
        if let Ok(packed) = outcome {
            outcome = pack_table(client, table, worth).await.map(|more| packed + more);
        }
    }
    done(client, outcome).await
}

/// Writes the segments of one day of each table anew where that is worth it; whether there was such a day.
pub async fn merge(client: &mut ClientWrapper) -> Result<bool, ReportError> {
    if !alone(client).await? {
        return Ok(false);
    }
    let mut outcome = clear(client).await.map(|()| false);
    for table in TABLES {
        if let Ok(merged) = outcome {
            outcome = merge_table(client, table).await.map(|more| merged || more);
        }
    }
    done(client, outcome).await
}

async fn alone(client: &ClientWrapper) -> Result<bool, ReportError> {
    get(&client.query_one(&format!("SELECT pg_try_advisory_lock({LOCK})"), &[]).await?, 0)
}

/// Lets others pack. Where that fails the connection is closed, and the lock goes with it.
async fn done<T>(client: &ClientWrapper, outcome: Result<T, ReportError>) -> Result<T, ReportError> {
    match client.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})")).await {
        Ok(()) => outcome,
        Err(error) => Err(outcome.err().unwrap_or_else(|| ReportError::Away(error.to_string()))),
    }
}

async fn pack_table(client: &mut ClientWrapper, table: Table, worth: i64) -> Result<usize, ReportError> {
    let Some(bounds) = aim(client, table, worth).await? else { return Ok(0) };
    let reading = scores::snapshot(client).await?;
    let settled = loose(&reading, table).await?;
    let new = lines(&reading, table, Rows::Next { upto: bounds.upto, aim: bounds.aim, loose: SETTLED }).await?;
    let ids: Vec<i64> = settled.iter().map(|(id, _)| *id).collect();
    let dead = buried(&reading, table, &ids).await?;
    reading.commit().await?;
    let packed = new.iter().map(|packed| packed.segment.rows).sum::<usize>() + settled.len();
    change(client, (table, bounds), Change { upto: bounds.aim, new, dead, gone: Vec::new(), settled }).await?;
    Ok(packed)
}

async fn merge_table(client: &mut ClientWrapper, table: Table) -> Result<bool, ReportError> {
    let Some(Merging { bounds, segments }) = to_merge(client, table).await? else { return Ok(false) };
    let new = packer::merged(&segments)?;
    let gone = segments.iter().map(|(segment, _)| segment.id).collect();
    change(client, (table, bounds), Change { upto: bounds.upto, new, gone, ..Change::default() }).await?;
    Ok(true)
}

/// What is packed and what waits.
pub async fn waiting(client: &ClientWrapper) -> Result<Waiting, ReportError> {
    let mut all = Waiting::default();
    for table in TABLES {
        let name = kind(table);
        let rows = format!(
            "SELECT count(*) FROM (SELECT 1 FROM (SELECT 1 FROM {name} WHERE row_id > (SELECT upto FROM packing WHERE kind = '{name}') \
             UNION ALL SELECT 1 FROM loose WHERE kind = '{name}') w LIMIT {COUNTED}) n"
        );
        all.rows += get::<i64>(&client.query_one(&rows, &[]).await?, 0)?.unsigned_abs();
    }
    let segments = client.query_one("SELECT count(*) FROM segments WHERE published", &[]).await?;
    all.segments = get::<i64>(&segments, 0)?.unsigned_abs();
    Ok(all)
}

/// Removes what an interrupted turn left behind, and what was written anew.
async fn clear(client: &ClientWrapper) -> Result<(), ReportError> {
    let columns = "DELETE FROM segment_columns WHERE segment IN (SELECT id FROM segments WHERE NOT published)";
    client.execute(columns, &[]).await?;
    client.execute("DELETE FROM segments WHERE NOT published", &[]).await?;
    Ok(())
}

async fn bounds(transaction: &Transaction<'_>, table: Table) -> Result<Bounds, ReportError> {
    let row = transaction.query_one("SELECT upto, aim, turn FROM packing WHERE kind = $1", &[&kind(table)]).await?;
    Ok(Bounds { upto: get(&row, 0)?, aim: get(&row, 1)?, turn: get(&row, 2)? })
}

/// From here on what changes up to the aim is noted, before any of it is read.
async fn aim(client: &mut ClientWrapper, table: Table, worth: i64) -> Result<Option<Bounds>, ReportError> {
    let (name, transaction) = (kind(table), client.transaction().await?);
    let known = bounds(&transaction, table).await?;
    let next = format!("SELECT count(*), max(row_id) FROM (SELECT row_id FROM {name} WHERE row_id > $1 ORDER BY row_id LIMIT $2) n");
    let row = transaction.query_one(&next, &[&known.upto, &MOST]).await?;
    let (rows, last): (i64, Option<i64>) = (get(&row, 0)?, get(&row, 1)?);
    let loose: i64 = get(&transaction.query_one("SELECT count(*) FROM loose WHERE kind = $1", &[&name]).await?, 0)?;
    if rows + loose < worth.max(1) {
        return Ok(None);
    }
    let aim = last.unwrap_or(known.upto);
    transaction.execute(FEED, &[]).await?;
    transaction.execute("UPDATE packing SET aim = greatest(aim, $2) WHERE kind = $1", &[&name, &aim]).await?;
    transaction.commit().await?;
    Ok(Some(Bounds { aim, ..known }))
}

async fn loose(transaction: &Transaction<'_>, table: Table) -> Result<Vec<(i64, i64)>, ReportError> {
    let select = "SELECT row_id, times FROM loose WHERE kind = $1 ORDER BY row_id LIMIT $2";
    let rows = transaction.query(select, &[&kind(table), &SETTLED]).await?;
    rows.iter().map(|row| Ok((get(row, 0)?, get(row, 1)?))).collect()
}

async fn lines(transaction: &Transaction<'_>, table: Table, rows: Rows) -> Result<Vec<Packed>, ReportError> {
    let by = packer::groupings();
    let mut sorter = Sorter::default();
    let add = |row: &tokio_postgres::Row| {
        let (facets, at) = scores::facets(row, &by)?;
        let line = Line { facets, row: get(row, at)?, tenant: get(row, at + 1)?, attributes: json(row, at + 2)? };
        let block = line.begin(&by, &mut sorter);
        if table == Table::Calls {
            summary::funnel::pack(block, &scores::ended(row, at + 3)?);
        } else {
            summary::packed::pack(block, &scores::surveyed(row, (line.facets, at + 3))?, get(row, at + 9)?);
        }
        Ok(())
    };
    scores::each_of(transaction, Statement::from(select::packing(&POSTGRES, (table, &by), rows)), add).await?;
    Ok(sorter.packed())
}

async fn buried(transaction: &Transaction<'_>, table: Table, loose: &[i64]) -> Result<Vec<(i64, Bits)>, ReportError> {
    let mut dead = Vec::new();
    let all = segments::all(transaction, table, None).await?.into_iter();
    let wanted = all.filter(|segment| !segment.candidates(loose).is_empty()).map(|segment| (segment, vec!["row".to_owned()]));
    let add = |segment: Segment, columns: Columns| {
        dead.extend(packer::buried(&segment, &columns, loose)?);
        Ok(())
    };
    segments::each(transaction, wanted.collect(), add).await?;
    Ok(dead)
}

async fn to_merge(client: &mut ClientWrapper, table: Table) -> Result<Option<Merging>, ReportError> {
    let reading = scores::snapshot(client).await?;
    let days = "SELECT tenant, day FROM segments WHERE kind = $1 AND published GROUP BY tenant, day \
        HAVING count(*) >= 4 OR bool_or(dead_rows * 4 > rows)";
    for row in reading.query(days, &[&kind(table)]).await? {
        let (tenant, day): (String, i64) = (get(&row, 0)?, get(&row, 1)?);
        let segments = segments::all(&reading, table, Some((&tenant, day))).await?;
        let wanted: Vec<Segment> = packer::to_merge(&segments).into_iter().cloned().collect();
        if !wanted.is_empty() {
            let bounds = bounds(&reading, table).await?;
            return Ok(Some(Merging { bounds, segments: segments::every_column(&reading, wanted).await? }));
        }
    }
    Ok(None)
}

/// Brings a change into force in one short transaction; the segments were written before, unseen.
async fn change(client: &mut ClientWrapper, (table, bounds): (Table, Bounds), change: Change) -> Result<(), ReportError> {
    let mut new = Vec::new();
    for packed in change.new {
        new.push(store(client, table, packed).await?);
    }
    let transaction = client.transaction().await?;
    transaction.execute(FEED, &[]).await?;
    let put = "UPDATE packing SET upto = $2, turn = turn + 1 WHERE kind = $1 AND turn = $3";
    let turned = transaction.execute(put, &[&kind(table), &change.upto, &bounds.turn]).await?;
    let shown = transaction.execute("UPDATE segments SET published = TRUE WHERE id = ANY($1)", &[&new]).await?;
    if turned == 0 || usize::try_from(shown) != Ok(new.len()) {
        return Err(ReportError::Away("another gateway packs".to_owned()));
    }
    let bury = "UPDATE segments s SET dead = n.dead, dead_rows = n.dead_rows FROM unnest($1::bigint[], $2::bytea[], $3::bigint[]) \
        AS n (id, dead, dead_rows) WHERE s.id = n.id";
    let (ids, dead): (Vec<i64>, Vec<Bits>) = change.dead.into_iter().unzip();
    let (counts, dead): (Vec<i64>, Vec<Vec<u8>>) = dead.into_iter().map(|dead| (i64::from(dead.count()), dead.0)).unzip();
    transaction.execute(bury, &[&ids, &dead, &counts]).await?;
    let settle = "DELETE FROM loose l USING unnest($2::bigint[], $3::bigint[]) AS n (row_id, times) \
        WHERE l.kind = $1 AND l.row_id = n.row_id AND l.times = n.times";
    let (rows, times): (Vec<i64>, Vec<i64>) = change.settled.into_iter().unzip();
    transaction.execute(settle, &[&kind(table), &rows, &times]).await?;
    transaction.execute("UPDATE segments SET published = FALSE WHERE id = ANY($1)", &[&change.gone]).await?;
    Ok(transaction.commit().await?)
}

/// Writes a segment that no question sees yet.
async fn store(client: &mut ClientWrapper, table: Table, packed: Packed) -> Result<i64, ReportError> {
    let Packed { segment: of, columns } = packed;
    let transaction = client.transaction().await?;
    let put = "INSERT INTO segments (kind, tenant, day, rows, first_at, last_at, first_row, last_row, dead_rows, dead, published) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, '', FALSE) RETURNING id";
    let rows = i64::try_from(of.rows).unwrap_or(i64::MAX);
    let values: [Value<'_>; 8] = [
        (&kind(table), Type::TEXT),
        (&of.tenant, Type::TEXT),
        (&of.day, Type::INT8),
        (&rows, Type::INT8),
        (&of.ended.0, Type::INT8),
        (&of.ended.1, Type::INT8),
        (&of.ids.0, Type::INT8),
        (&of.ids.1, Type::INT8),
    ];
    let id: i64 = match transaction.query_typed(put, &values).await?.first() {
        Some(row) => get(row, 0)?,
        None => return Err(ReportError::Failed("a segment has no id".to_owned())),
    };
    let (names, data): (Vec<String>, Vec<Vec<u8>>) = columns.into_iter().unzip();
    let put = "INSERT INTO segment_columns (segment, name, data) SELECT $1, n.name, n.data FROM unnest($2::text[], $3::bytea[]) AS n (name, data)";
    transaction.execute(put, &[&id, &names, &data]).await?;
    transaction.commit().await?;
    Ok(id)
}
