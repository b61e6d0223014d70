use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::json;
use super::parameters::Parameters;
use crate::http::Gateway;
use crate::http::auth::Reader;
use crate::http::error::ApiError;
use crate::ports::report::Table;

pub async fn responses(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    page(&gateway, &reader, (Table::Responses, query)).await
}

pub async fn answers(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    page(&gateway, &reader, (Table::Answers, query)).await
}

pub async fn calls(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    page(&gateway, &reader, (Table::Calls, query)).await
}

pub async fn unmatched(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    page(&gateway, &reader, (Table::Unmatched, query)).await
}

async fn page(gateway: &Gateway, reader: &Reader, (table, query): (Table, Option<String>)) -> Result<Response, ApiError> {
    let query = Parameters::read(query.as_deref()).page(table, &reader.tenant)?;
    let page = gateway.reports.page(&query).await?;
    json(StatusCode::OK, &json!({"items": page.rows, "next_cursor": page.next.to_string(), "has_more": page.more}))
}

pub async fn response(State(gateway): State<Gateway>, reader: Reader, Path(id): Path<String>) -> Result<Response, ApiError> {
    let row = gateway.reports.response(&reader.tenant, &id).await?.ok_or(ApiError::NotFound("response"))?;
    json(StatusCode::OK, &row)
}

pub async fn measures(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let query = Parameters::read(query.as_deref()).measures(&reader.tenant)?;
    let items = gateway.reports.measures(&query).await?;
    json(StatusCode::OK, &json!({"items": items, "from": query.filter.from, "to": query.filter.to}))
}

pub async fn funnel(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let mut parameters = Parameters::read(query.as_deref());
    let by = parameters.groupings()?;
    let filter = parameters.filter(Table::Calls, &reader.tenant)?;
    parameters.end()?;
    let items = gateway.reports.funnel(&filter, &by).await?;
    json(StatusCode::OK, &json!({"items": items}))
}

pub async fn ranking(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let query = Parameters::read(query.as_deref()).ranking(&reader.tenant)?;
    let items = gateway.reports.ranking(&query).await?;
    let (from, to) = (query.filter.from, query.filter.to);
    json(StatusCode::OK, &json!({"items": items, "measure": query.measure, "min_n": query.min_n, "from": from, "to": to}))
}

pub async fn integrity(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let query = Parameters::read(query.as_deref()).integrity(&reader.tenant)?;
    let items = gateway.reports.integrity(&query).await?;
    json(StatusCode::OK, &json!({"items": items, "q": query.q, "from": query.filter.from, "to": query.filter.to}))
}
