use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use hyper::body::{Bytes, Frame};
use tokio::sync::mpsc;

use super::parameters::Parameters;
use crate::flows::export::{CHUNK, Export, Format};
use crate::http::Gateway;
use crate::http::auth::Reader;
use crate::http::error::ApiError;
use crate::ports::report::{Cursor, Order, PageQuery, ReportError, ReportStore, Table};

/// Pieces that are rendered ahead of a slow reader.
const AHEAD: usize = 2;

pub async fn export(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let mut parameters = Parameters::read(query.as_deref());
    let table = table(&mut parameters)?;
    let (format, kind) = format(&mut parameters)?;
    let filter = parameters.filter(table, &reader.tenant)?;
    parameters.end()?;
    let query = PageQuery { table, filter, order: Order::Identity, after: Cursor::default(), limit: CHUNK };
    let mut export = Export::new(query, format);
    // The first piece is made before the answer begins, so that a store that is away is a 503 and not a broken file.
    let first = export.next(gateway.reports.as_ref()).await?.unwrap_or_default();
    let file = format!("attachment; filename=\"{}.{}\"", table.name(), format.ending());
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, Body::new(stream(export, Arc::clone(&gateway.reports), first))).into_response())
}

fn table(parameters: &mut Parameters) -> Result<Table, ApiError> {
    let name = parameters.take("table")?;
    let known = || Table::NAMED.map(|(name, _)| name).join(", ");
    Table::named(name.as_deref().unwrap_or("responses")).ok_or_else(|| ApiError::Invalid(format!("table: not one of {}", known())))
}

fn format(parameters: &mut Parameters) -> Result<(Format, &'static str), ApiError> {
    let bom = match parameters.take("bom")?.as_deref() {
        None | Some("0") => false,
        Some("1") => true,
        Some(_) => return Err(ApiError::Invalid("bom: not 0 or 1".to_owned())),
    };
    let name = parameters.take("format")?;
    let name = name.as_deref().unwrap_or("csv");
    match (Format::named(name, bom), name) {
        (Some(format), "csv") => Ok((format, "text/csv; charset=utf-8")),
        (Some(format), "ndjson") => Ok((format, "application/x-ndjson")),
        (Some(format), _) => Ok((format, "application/vnd.apache.parquet")),
        (None, "parquet") => Err(ApiError::Invalid("format: parquet is not built into this version".to_owned())),
        (None, _) => Err(ApiError::Invalid("format: not one of csv, ndjson, parquet".to_owned())),
    }
}

fn stream(mut export: Export, store: Arc<dyn ReportStore>, first: Vec<u8>) -> Pieces {
    let (sender, pieces) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let mut piece = Ok(Some(first));
        while let Some(ready) = piece.transpose() {
            let broken = ready.is_err();
            // A reader that has gone away, or a store that failed, ends it; a broken stream is seen as such by the reader.
            if sender.send(ready).await.is_err() || broken {
                return;
            }
            piece = export.next(store.as_ref()).await;
        }
    });
    Pieces(pieces)
}

/// The pieces of an export as a body.
struct Pieces(mpsc::Receiver<Result<Vec<u8>, ReportError>>);

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = ReportError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, ReportError>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(|bytes| Frame::data(bytes.into()))))
    }
}
