//! The feed of changes, for readers that keep a copy.

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::json;
use super::parameters::Parameters;
use crate::http::Gateway;
use crate::http::auth::Reader;
use crate::http::error::ApiError;
use crate::ports::report::Changed;

pub async fn page(State(gateway): State<Gateway>, reader: Reader, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let (after, limit) = Parameters::read(query.as_deref()).place()?;
    let page = gateway.reports.changes(&reader.tenant, after, limit).await?;
    let items: Vec<Value> = page.items.into_iter().map(shown).collect();
    json(StatusCode::OK, &json!({"items": items, "next_cursor": page.next.to_string(), "has_more": page.more}))
}

fn shown(item: Changed) -> Value {
    let op = if item.row.is_some() { "upsert" } else { "delete" };
    json!({"seq": item.seq, "table": item.table, "op": op, "key": item.key, "row": item.row})
}
