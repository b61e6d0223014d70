//! Reading packed rows.

use std::future::poll_fn;
use std::task::Poll;

use deadpool_postgres::Transaction;
use tokio_postgres::Row;
use tokio_postgres::types::Type;

use super::values::get;
use crate::call::Moment;
use crate::ports::Pending;
use crate::ports::report::{Filter, ReportError, Table};
use crate::reports::packed::bytes::Bits;
use crate::reports::packed::halves::{Desk, Half, MANY};
use crate::reports::packed::scan::Scan;
use crate::reports::packed::{Columns, Count, Segment, kind, packer};

/// Columns fetched at a time.
const FETCHED: i32 = 64;

const SEGMENT: &str =
    "SELECT id, tenant, day, rows, first_at, last_at, first_row, last_row, dead FROM segments WHERE kind = $1 AND published";

fn segment(row: &Row) -> Result<Segment, ReportError> {
    Ok(Segment {
        id: get(row, 0)?,
        tenant: get(row, 1)?,
        day: get(row, 2)?,
        rows: usize::try_from(get::<i64>(row, 3)?).unwrap_or(usize::MAX),
        ended: (get(row, 4)?, get(row, 5)?),
        ids: (get(row, 6)?, get(row, 7)?),
        dead: Bits(get(row, 8)?),
    })
}

/// The segments that may hold rows of the filter's tenant and period.
async fn within(transaction: &Transaction<'_>, table: Table, filter: &Filter) -> Result<Vec<Segment>, ReportError> {
    let (from, to) = (filter.from.map(Moment::millis), filter.to.map(Moment::millis));
    let (first, last) = packer::days((from, to));
    let bounds = (from.unwrap_or(i64::MIN), to.unwrap_or(i64::MAX));
    let tenant = if filter.tenant.is_some() { "tenant = $2" } else { "$2 IS NULL" };
    let select = format!("{SEGMENT} AND {tenant} AND day >= $3 AND day <= $4 AND last_at >= $5 AND first_at < $6 ORDER BY id");
    let values: [(&(dyn tokio_postgres::types::ToSql + Sync), Type); 6] = [
        (&kind(table), Type::TEXT),
        (&filter.tenant, Type::TEXT),
        (&first, Type::INT8),
        (&last, Type::INT8),
        (&bounds.0, Type::INT8),
        (&bounds.1, Type::INT8),
    ];
    transaction.query_typed(&select, &values).await?.iter().map(segment).collect()
}

/// All segments of a kind, or those of one tenant's day.
pub async fn all(transaction: &Transaction<'_>, table: Table, of: Option<(&str, i64)>) -> Result<Vec<Segment>, ReportError> {
    let (tenant, day) = of.unzip();
    let select = format!("{SEGMENT} AND ($2 IS NULL OR tenant = $2 AND day = $3) ORDER BY id");
    let values: [(&(dyn tokio_postgres::types::ToSql + Sync), Type); 3] =
        [(&kind(table), Type::TEXT), (&tenant, Type::TEXT), (&day, Type::INT8)];
    transaction.query_typed(&select, &values).await?.iter().map(segment).collect()
}

/// The packed rows that have changed since, in order.
async fn loose(transaction: &Transaction<'_>, table: Table) -> Result<Vec<i64>, ReportError> {
    let select = "SELECT row_id FROM loose WHERE kind = $1 ORDER BY row_id";
    transaction.query_typed(select, &[(&kind(table), Type::TEXT)]).await?.iter().map(|row| get(row, 0)).collect()
}

/// Up to which row id all are packed.
async fn upto(transaction: &Transaction<'_>, table: Table) -> Result<i64, ReportError> {
    let row = transaction.query_typed("SELECT upto FROM packing WHERE kind = $1", &[(&kind(table), Type::TEXT)]).await?;
    row.first().map_or_else(|| Err(ReportError::Unreadable("no row of packing".to_owned())), |row| get(row, 0))
}

/// Reads the named columns of each segment, one segment after the other; while some are counted, the next ones are on their way.
pub async fn each(
    transaction: &Transaction<'_>,
    wanted: Vec<(Segment, Vec<String>)>,
    mut take: impl FnMut(Segment, Columns) -> Result<(), ReportError>,
) -> Result<(), ReportError> {
    let pairs = || wanted.iter().flat_map(|(segment, names)| names.iter().map(move |name| (segment.id, name.clone())));
    let (ids, names): (Vec<i64>, Vec<String>) = pairs().unzip();
    let select = "SELECT c.segment, c.name, c.data FROM unnest($1, $2) WITH ORDINALITY AS n (segment, name, place) \
        JOIN segment_columns c ON c.segment = n.segment AND c.name = n.name ORDER BY n.place";
    let statement = transaction.prepare_typed(select, &[Type::INT8_ARRAY, Type::TEXT_ARRAY]).await?;
    let portal = transaction.bind(&statement, &[&ids, &names]).await?;
    let mut segments = wanted.into_iter().map(|(segment, _)| (segment, Columns::new()));
    let mut current = segments.next();
    let mut fetch: Pending<'_, _> = Box::pin(transaction.query_portal(&portal, FETCHED));
    loop {
        let rows = fetch.await?;
        let last = i32::try_from(rows.len()).is_ok_and(|fetched| fetched < FETCHED);
        let mut next: Pending<'_, _> = Box::pin(transaction.query_portal(&portal, FETCHED));
        let early = if last { None } else { sent(&mut next).await };
        for row in rows {
            let (id, name, data): (i64, String, Vec<u8>) = (get(&row, 0)?, get(&row, 1)?, get(&row, 2)?);
            while let Some((segment, columns)) = current.take_if(|(segment, _)| segment.id != id) {
                take(segment, columns)?;
                current = segments.next();
            }
            if let Some((_, columns)) = &mut current {
                columns.insert(name, data);
            }
        }
        if last {
            break;
        }
        fetch = match early {
            Some(done) => Box::pin(std::future::ready(done)),
            None => next,
        };
    }
    current.into_iter().chain(segments).try_for_each(|(segment, columns)| take(segment, columns))
}

/// Polls once: then a statement has left.
async fn sent<T>(pending: &mut Pending<'_, T>) -> Option<T> {
    poll_fn(|context| match pending.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}

/// Every column of some segments.
pub async fn every_column(transaction: &Transaction<'_>, segments: Vec<Segment>) -> Result<Vec<(Segment, Columns)>, ReportError> {
    let mut all = Vec::new();
    for segment in segments {
        let rows =
            transaction.query_typed("SELECT name, data FROM segment_columns WHERE segment = $1", &[(&segment.id, Type::INT8)]).await?;
        let columns = rows.iter().map(|row| Ok((get(row, 0)?, get(row, 1)?))).collect::<Result<Columns, ReportError>>()?;
        all.push((segment, columns));
    }
    Ok(all)
}

/// Counts the packed rows; gives the row id up to which they are packed. Within the transaction of whoever goes on to count the others.
pub async fn count<C: Count + Send + 'static>(
    transaction: &Transaction<'_>,
    (table, filter): (Table, &Filter),
    question: impl Fn() -> (Scan, C),
) -> Result<(i64, Vec<Half<C>>), ReportError> {
    let loose = loose(transaction, table).await?.into();
    let mut desk = Desk::new(Half::new(question(), &loose));
    let segments = within(transaction, table, filter).await?;
    let help = (segments.len() >= MANY).then(|| desk.helped(Half::new(question(), &loose)));
    let helper = help.map(|help| tokio::task::spawn_blocking(|| help.run()));
    let mut wanted = Vec::new();
    for segment in segments {
        let needs = desk.own.needs(&segment);
        wanted.push((segment, needs));
    }
    each(transaction, wanted, |segment, columns| Ok(desk.take((segment, columns))?)).await?;
    let mut halves = vec![desk.done()];
    if let Some(helper) = helper {
        halves.push(helper.await.map_err(|failed| ReportError::Failed(failed.to_string()))??);
    }
    Ok((upto(transaction, table).await?, halves))
}
