//! What unhappy callers left to be done: the board, and one ticket with all that people did about it.

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};

use self::card::Card;
use self::work::Work;
use super::frame::{Frame, Place};
use super::responses::{Bubble, bubbles, plain};
use super::visitor::Visitor;
use super::{PageError, html, shown};
use crate::call::Moment;
use crate::flows::tickets::TicketError;
use crate::http::Gateway;
use crate::ports::report::{Condition, Cursor, Dimension, Filter, HandlingItem, Order, PageQuery, Pattern, Table, Ticket, TicketState};

mod card;
mod work;

/// Cards of a column.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "tickets.html")]
struct Board {
    frame: Frame,
    figures: Vec<(&'static str, String, String)>,
    columns: Vec<Column>,
    is_empty: bool,
}

/// The tickets of one state.
struct Column {
    title: &'static str,
    count: String,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "ticket.html")]
struct One {
    frame: Frame,
    card: Card,
    /// What the caller said, in the language that it was asked in.
    bubbles: Vec<Bubble>,
    locale: String,
    is_admin: bool,
    alert: Option<&'static str>,
    /// Where it can go from here.
    can_resolve: bool,
    can_close: bool,
}

pub async fn board(State(gateway): State<Gateway>, visitor: Visitor) -> Result<Response, PageError> {
    let frame = Frame::new(&gateway, &visitor, Place::Tickets);
    let now = gateway.flows.clock.now();
    let words = frame.words;
    let states = [
        (TicketState::Open, words.t_open),
        (TicketState::Assigned, words.t_assigned),
        (TicketState::Resolved, words.t_resolved),
        (TicketState::Closed, words.t_closed),
    ];
    let mut columns = Vec::new();
    for (state, title) in states {
        let (tickets, more) = in_state(&gateway, &visitor, state).await?;
        let count = format!("{}{}", shown::count(tickets.len() as u64), if more { "+" } else { "" });
        columns.push(Column { title, count, cards: tickets.iter().map(|ticket| Card::of(&frame, ticket, now)).collect() });
    }
    let filter = Filter { tenant: Some(visitor.tenant.clone()), ..Filter::default() };
    let handled = gateway.reports.handling(&filter, &[]).await?.into_iter().next().unwrap_or_default();
    let is_empty = columns.iter().all(|column| column.cards.is_empty());
    html(&Board { figures: figures(&frame, &handled), columns, is_empty, frame })
}

/// The newest tickets of that state, those first that are due first; and whether there are more.
async fn in_state(gateway: &Gateway, visitor: &Visitor, state: TicketState) -> Result<(Vec<Ticket>, bool), PageError> {
    let name = serde_json::to_value(state).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
    let conditions = vec![Condition { dimension: Dimension::State, any_of: vec![Pattern::Is(name)] }];
    let filter = Filter { tenant: Some(visitor.tenant.clone()), conditions, ..Filter::default() };
    let query = PageQuery { table: Table::Tickets, filter, order: Order::Newest, after: Cursor::LAST, limit: MOST };
    let page = gateway.reports.page(&query).await?;
    let mut tickets = Vec::new();
    for row in page.rows {
        tickets.push(card::read(row)?);
    }
    if state < TicketState::Resolved {
        tickets.sort_by_key(|ticket| ticket.due_at.map_or(i64::MAX, Moment::millis));
    }
    Ok((tickets, page.more))
}

/// How well tickets are handled.
fn figures(frame: &Frame, handled: &HandlingItem) -> Vec<(&'static str, String, String)> {
    let words = frame.words;
    let recovery = handled.recovery_rate.map_or_else(|| "–".to_owned(), |share| shown::per_cent(share.value));
    let of = super::words::fill(words.of_answered_again, &[shown::count(handled.answered_again)]);
    vec![
        (words.tickets, shown::count(handled.opened), format!("{} {}", shown::count(handled.overdue), words.were_overdue)),
        (
            words.t_resolved,
            shown::count(handled.resolved),
            format!("{} {}", shown::count(handled.resolved_in_time), words.resolved_in_time),
        ),
        (words.time_to_assign, shown::duration(words, handled.median_seconds_to_assign), String::new()),
        (words.time_to_resolve, shown::duration(words, handled.median_seconds_to_resolve), String::new()),
        (words.recovery_rate, recovery, of),
    ]
}

pub async fn one(State(gateway): State<Gateway>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    show(&gateway, &visitor, &id, None).await
}

async fn show(gateway: &Gateway, visitor: &Visitor, id: &str, alert: Option<&'static str>) -> Result<Response, PageError> {
    let row = gateway.reports.ticket(&visitor.tenant, id).await?.ok_or(PageError::NotFound)?;
    let ticket = card::read(row)?;
    let frame = Frame::new(gateway, visitor, Place::Tickets);
    let card = Card::of(&frame, &ticket, gateway.flows.clock.now());
    let (can_resolve, can_close) = (ticket.is_unresolved(), ticket.state < TicketState::Closed);
    let said = gateway.reports.response(&visitor.tenant, &ticket.session_id).await?;
    let bubbles = said.as_ref().map(|row| bubbles(gateway, row)).unwrap_or_default();
    let locale = said.as_ref().and_then(|row| row.get("locale")).map(plain).unwrap_or_default();
    html(&One { card, bubbles, locale, is_admin: visitor.is_admin, alert, can_resolve, can_close, frame })
}

/// What somebody did about a ticket, by the form of its page.
pub async fn change(
    State(gateway): State<Gateway>,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, PageError> {
    let Work { patch, next } = match work::read(&gateway, &visitor, request).await? {
        Some(work) => work,
        None => return Ok(refused(show(&gateway, &visitor, &id, Some(visitor.language.words().nothing_given)).await?)),
    };
    let alert = match gateway.tickets.patch(&visitor.tenant, &id, &patch).await {
        Ok(ticket) => {
            work::shows(&gateway, &ticket).await?;
            return Ok(Redirect::to(&next.unwrap_or_else(|| format!("/tickets/{id}"))).into_response());
        }
        Err(TicketError::Unknown) => return Err(PageError::NotFound),
        Err(TicketError::Backwards(_)) => visitor.language.words().only_forward,
        Err(TicketError::Changed) => visitor.language.words().changed_meanwhile,
        Err(TicketError::Flow(error)) => return Err(PageError::Store(error)),
        Err(TicketError::Reports(error)) => return Err(error.into()),
    };
    Ok(refused(show(&gateway, &visitor, &id, Some(alert)).await?))
}

/// The page, as an answer to what was not done.
fn refused(mut page: Response) -> Response {
    *page.status_mut() = axum::http::StatusCode::CONFLICT;
    page
}
