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
    let (table, name) = table(&mut parameters)?;
    let (format, kind, ending) = format(&mut parameters)?;
    let filter = parameters.filter(table, &reader.tenant)?;
    parameters.end()?;
    let query = PageQuery { table, filter, order: Order::Identity, after: Cursor::default(), limit: CHUNK };
    let mut export = Export::new(query, format);
    // The first piece is made before the answer begins, so that a store that is away is a 503 and not a broken file.
    let first = export.next(gateway.reports.as_ref()).await?.unwrap_or_default();
    let file = format!("attachment; filename=\"{name}.{ending}\"");
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, Body::new(stream(export, Arc::clone(&gateway.reports), first))).into_response())
}

fn table(parameters: &mut Parameters) -> Result<(Table, &'static str), ApiError> {
    match parameters.take("table")?.as_deref() {
        Some("responses") | None => Ok((Table::Responses, "responses")),
        Some("answers") => Ok((Table::Answers, "answers")),
        Some("calls") => Ok((Table::Calls, "calls")),
        Some("unmatched") => Ok((Table::Unmatched, "unmatched")),
        Some("opt-outs") => Ok((Table::OptOuts, "opt-outs")),
        Some(_) => Err(ApiError::Invalid("table: not one of responses, answers, calls, unmatched, opt-outs".to_owned())),
    }
}

fn format(parameters: &mut Parameters) -> Result<(Format, &'static str, &'static str), ApiError> {
    let bom = match parameters.take("bom")?.as_deref() {
        None | Some("0") => false,
        Some("1") => true,
        Some(_) => return Err(ApiError::Invalid("bom: not 0 or 1".to_owned())),
    };
    match parameters.take("format")?.as_deref() {
        Some("csv") | None => Ok((Format::Csv { bom }, "text/csv; charset=utf-8", "csv")),
        Some("ndjson") => Ok((Format::Ndjson, "application/x-ndjson", "ndjson")),
        Some("parquet") => Err(ApiError::Invalid("format: parquet is not built into this version".to_owned())),
        Some(_) => Err(ApiError::Invalid("format: not one of csv, ndjson".to_owned())),
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
