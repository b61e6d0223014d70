use std::collections::BTreeMap;

use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use serde_json::json;

use super::json;
use super::parameters::Parameters;
use crate::http::Gateway;
use crate::http::auth::Reader;
use crate::http::error::ApiError;
use crate::ports::account::Account;
use crate::ports::report::{FigureItem, Score, Table};

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

pub async fn opt_outs(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    page(&gateway, &reader, (Table::OptOuts, query)).await
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
    let mut asked = Parameters::read(query.as_deref()).measures(&reader.tenant, gateway.flows.clock.now())?;
    if let Some(scores) = &mut asked.scores {
        scores.prices = prices(&gateway.accounts);
    }
    let filter = asked.scores.as_ref().or(asked.figures.as_ref().map(|figures| &figures.asked)).map(|query| &query.filter);
    let (from, to) = filter.map_or((None, None), |filter| (filter.from, filter.to));
    let mut items = Vec::new();
    if let Some(query) = &asked.scores {
        items.extend(gateway.reports.measures(query).await?.into_iter().map(Item::Score));
    }
    if let Some(query) = &asked.figures {
        items.extend(gateway.reports.figures(query).await?.into_iter().map(Item::Figure));
    }
    json(StatusCode::OK, &json!({"items": items, "from": from, "to": to}))
}

/// What a part of a text about the calls of an account costs, by that account: the price of the account by which it leaves.
pub fn prices(accounts: &BTreeMap<String, Account>) -> BTreeMap<String, f64> {
    let price = |account: &Account| match &account.text_through {
        Some(other) => accounts.get(&other.account)?.price_per_part,
        None => account.price_per_part,
    };
    accounts.iter().filter_map(|(name, account)| Some((name.clone(), price(account)?))).collect()
}

/// A line of `/v1/measures`.
#[derive(Serialize)]
#[serde(untagged)]
enum Item {
    Score(Score),
    Figure(FigureItem),
}

pub async fn funnel(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let mut parameters = Parameters::read(query.as_deref());
    let by = parameters.groupings()?;
    let filter = parameters.figures(Table::Calls, &reader.tenant)?;
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
