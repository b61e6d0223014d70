//! The `/v1` API: results out, calls in.

use axum::Router;
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, patch, post};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Gateway;
use super::error::ApiError;

mod attributes;
mod audit;
mod calls;
mod changes;
mod export;
mod ingest;
mod opt_outs;
pub(super) mod parameters;
mod respondents;
mod results;
mod tickets;
mod webhooks;

/// What the API looks like (OpenAPI 3.1).
const OPENAPI: &str = include_str!("openapi.json");

/// The routes of the API.
pub fn routes() -> Router<Gateway> {
    Router::new()
        .route("/v1/calls", post(ingest::report).get(results::calls))
        .route("/v1/calls/{account}/{call_id}/attributes", post(attributes::add))
        .route("/v1/responses", get(results::responses))
        .route("/v1/responses/{id}", get(results::response))
        .route("/v1/answers", get(results::answers))
        .route("/v1/unmatched", get(results::unmatched))
        .route("/v1/opt-outs", get(results::opt_outs))
        .route("/v1/opt-outs/{phone}", get(opt_outs::read).put(opt_outs::put).delete(opt_outs::delete))
        .route("/v1/respondents/{phone}", delete(respondents::erase))
        .route("/v1/unmask", post(audit::unmask))
        .route("/v1/audit", get(audit::deeds))
        .route("/v1/changes", get(changes::page))
        .route("/v1/measures", get(results::measures))
        .route("/v1/funnel", get(results::funnel))
        .route("/v1/agents/ranking", get(results::ranking))
        .route("/v1/integrity", get(results::integrity))
        .route("/v1/tickets", get(tickets::page))
        .route("/v1/tickets/summary", get(tickets::handling))
        .route("/v1/tickets/{id}", patch(tickets::patch).get(tickets::one))
        .route("/v1/webhooks", get(webhooks::list))
        .route("/v1/webhooks/{name}/enable", post(webhooks::enable))
        .route("/v1/webhooks/{name}/replay", post(webhooks::replay))
        .route("/v1/export", get(export::export))
        .route("/openapi.json", get(openapi))
}

async fn openapi() -> Response {
    (StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], Body::from(OPENAPI)).into_response()
}

/// A body that is a JSON object with the members of `T`: no list of their values either, which serde would take for one.
fn object<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    let members: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).ok()?;
    serde_json::from_value(serde_json::Value::Object(members)).ok()
}

/// A JSON answer; results are nobody else's, so no cache may keep them.
fn json<T: Serialize>(status: StatusCode, body: &T) -> Result<Response, ApiError> {
    let written = serde_json::to_vec(body).map_err(|error| {
        tracing::error!(%error, "an answer cannot be written");
        ApiError::Unavailable
    })?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((status, headers, Body::from(written)).into_response())
}
