use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::parameters::Parameters;
use super::{ingest, json, object};
use crate::flows::tickets::TicketError;
use crate::http::Gateway;
use crate::http::auth::{Administrator, Reader};
use crate::http::error::ApiError;
use crate::ports::report::{Table, TicketPatch, TicketState};

/// Longest name, and longest remark, in characters.
const NAME: usize = 200;
const NOTE: usize = 2000;

/// What `PATCH` takes; at least one of the first three.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    state: Option<TicketState>,
    owner: Option<String>,
    note: Option<String>,
    by: Option<String>,
}

pub async fn page(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let query = Parameters::read(query.as_deref()).page(Table::Tickets, &reader.tenant)?;
    let page = gateway.reports.page(&query).await?;
    json(StatusCode::OK, &json!({"items": page.rows, "next_cursor": page.next.to_string(), "has_more": page.more}))
}

pub async fn one(State(gateway): State<Gateway>, reader: Reader, Path(id): Path<String>) -> Result<Response, ApiError> {
    let row = gateway.reports.ticket(&reader.tenant, &id).await?.ok_or(ApiError::NotFound("ticket"))?;
    json(StatusCode::OK, &row)
}

pub async fn handling(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let mut parameters = Parameters::read(query.as_deref());
    let by = parameters.groupings()?;
    let filter = parameters.figures(Table::Responses, &reader.tenant)?;
    parameters.end()?;
    let items = gateway.reports.handling(&filter, &by).await?;
    json(StatusCode::OK, &json!({"items": items}))
}

pub async fn patch(
    State(gateway): State<Gateway>,
    administrator: Administrator,
    Path(id): Path<String>,
    body: Body,
) -> Result<Response, ApiError> {
    let patch = read(&ingest::whole(body).await?)?;
    let ticket = gateway.tickets.patch(&administrator.tenant, &id, &patch).await?;
    json(StatusCode::OK, &ticket)
}

fn read(body: &[u8]) -> Result<TicketPatch, ApiError> {
    let wrong = |why: &str| ApiError::Invalid(why.to_owned());
    let how = "the body is not a JSON object with state (open, assigned, resolved or closed), owner, note and by";
    let wanted: Wanted = object(body).ok_or_else(|| wrong(how))?;
    let long = |text: &Option<String>, most: usize| text.as_ref().is_some_and(|text| text.chars().count() > most || text.trim().is_empty());
    if long(&wanted.owner, NAME) || long(&wanted.by, NAME) || long(&wanted.note, NOTE) {
        return Err(wrong("owner, by and note: not empty, and not longer than 200, 200 and 2000 characters"));
    }
    if wanted.state.is_none() && wanted.owner.is_none() && wanted.note.is_none() {
        return Err(wrong("nothing to change: give state, owner or note"));
    }
    Ok(TicketPatch { state: wanted.state, owner: wanted.owner, note: wanted.note, by: wanted.by })
}

impl From<TicketError> for ApiError {
    fn from(error: TicketError) -> Self {
        match error {
            TicketError::Unknown => Self::NotFound("ticket"),
            TicketError::Backwards(_) | TicketError::Changed => Self::Conflict(error.to_string()),
            TicketError::Flow(error) => error.into(),
            TicketError::Reports(error) => error.into(),
        }
    }
}
