//! Results as they come in, pushed to the browser (server-sent events, WHATWG HTML 9.2).

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hyper::body::{Bytes, Frame as Piece};
use serde_json::json;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::sleep;

use super::frame::{Frame, Place};
use super::period::Period;
use super::responses::{Line, line};
use super::visitor::Visitor;
use super::{PageError, html, shown};
use crate::http::Gateway;
use crate::ports::report::{Cursor, Filter, Interval, MeasureQuery, Order, PageQuery, ReportError, Row, Table};

/// Browsers that may follow at once.
const MOST: usize = 64;
/// How often is looked for news.
const STEP: Duration = Duration::from_secs(1);
/// After so many steps the browser comes again by itself, and shows its cookie again.
const STEPS: usize = 600;
/// So often something is sent, so that no proxy thinks the line dead.
const SIGN_OF_LIFE: usize = 15;
/// Lines that the page begins with.
const FIRST: usize = 25;

/// Places for browsers that follow.
#[derive(Debug, Clone)]
pub struct Seats(Arc<Semaphore>);

impl Default for Seats {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST)))
    }
}

#[derive(Template)]
#[template(path = "live.html")]
struct Live {
    frame: Frame,
    lines: Vec<Line>,
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor) -> Result<Response, PageError> {
    let query = PageQuery { limit: FIRST, ..newest(&visitor.tenant) };
    let page = gateway.reports.page(&query).await?;
    let frame = Frame::new(&gateway, &visitor, Place::Live);
    let lines = page.rows.iter().map(|row| line(frame.words, row)).collect();
    html(&Live { frame, lines })
}

fn newest(tenant: &str) -> PageQuery {
    let filter = Filter { tenant: Some(tenant.to_owned()), ..Filter::default() };
    PageQuery { table: Table::Responses, filter, order: Order::Newest, after: Cursor::LAST, limit: 1 }
}

/// Follows the feed.
pub async fn events(State(gateway): State<Gateway>, visitor: Visitor) -> Result<Response, PageError> {
    let Ok(seat) = Arc::clone(&gateway.seats.0).try_acquire_owned() else {
        return Ok((StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "10")]).into_response());
    };
    let query = newest(&visitor.tenant);
    let page = gateway.reports.page(&query).await?;
    let after = if page.rows.is_empty() { Cursor::default() } else { page.next };
    let (sender, pieces) = mpsc::channel(4);
    let query = PageQuery { order: Order::Change, after, limit: 50, ..query };
    tokio::spawn(follow(gateway, query, (sender, seat), visitor));
    // The last one is for nginx, which otherwise would hold events back.
    let unbuffered = HeaderName::from_static("x-accel-buffering");
    let headers = [(header::CONTENT_TYPE, "text/event-stream"), (header::CACHE_CONTROL, "no-store"), (unbuffered, "no")];
    Ok((headers, Body::new(Events(pieces))).into_response())
}

type Listener = (mpsc::Sender<Vec<u8>>, OwnedSemaphorePermit);

/// Until the browser goes, the gateway stops, or the time is up.
async fn follow(gateway: Gateway, mut query: PageQuery, (sender, _seat): Listener, visitor: Visitor) {
    if sender.send(b"retry: 3000\n\n".to_vec()).await.is_err() {
        return;
    }
    for step in 1..=STEPS {
        if !gateway.readiness.is_ready() {
            return;
        }
        let news = match gateway.reports.page(&query).await {
            Ok(page) => {
                query.after = page.next;
                written(&page.rows, &visitor)
            }
            Err(error) => {
                tracing::warn!(%error, "the feed cannot be followed");
                return;
            }
        };
        let sign = if step.is_multiple_of(SIGN_OF_LIFE) { b": still here\n\n".to_vec() } else { Vec::new() };
        let piece = if news.is_empty() { sign } else { news };
        let sent = piece.is_empty() || sender.send(piece).await.is_ok();
        if !sent || sender.is_closed() {
            return;
        }
        sleep(STEP).await;
    }
}

/// The rows as events; what a page shows is put together here, so that the script only places it.
fn written(rows: &[Row], visitor: &Visitor) -> Vec<u8> {
    let words = visitor.language.words();
    rows.iter().flat_map(|row| format!("event: response\ndata: {}\n\n", json!(line(words, row))).into_bytes()).collect()
}

/// The events as a body.
struct Events(mpsc::Receiver<Vec<u8>>);

impl hyper::body::Body for Events {
    type Data = Bytes;
    type Error = ReportError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Piece<Bytes>, ReportError>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|bytes| Ok(Piece::data(bytes.into()))))
    }
}

/// The scores of the usual period, for the board beside the telephone.
pub async fn board(State(gateway): State<Gateway>, visitor: Visitor) -> Result<Response, PageError> {
    let from = Period::USUAL.begin(gateway.flows.clock.now());
    let filter = Filter { tenant: Some(visitor.tenant.clone()), from: Some(from), ..Filter::default() };
    let query =
        MeasureQuery { measures: Vec::new(), filter, by: Vec::new(), interval: Interval::None, compare: false, prices: BTreeMap::new() };
    let words = visitor.language.words();
    let tiles: Vec<_> = gateway
        .reports
        .measures(&query)
        .await?
        .into_iter()
        .map(|score| {
            let estimate = score.estimate;
            json!({"name": words.measure(score.measure).0, "value": shown::score(estimate.unit, estimate.value),
                "interval": shown::interval(estimate.unit, (estimate.low, estimate.high)), "n": shown::count(estimate.n)})
        })
        .collect();
    Ok(([(header::CONTENT_TYPE, "application/json")], json!(tiles).to_string()).into_response())
}
