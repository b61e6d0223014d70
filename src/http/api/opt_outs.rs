//! One respondent's consent: read, opted out, let in again. Addressed by number, or by the id of an entry of the list, which shows
//! numbers masked.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::json;
use crate::flows::Standing;
use crate::http::Gateway;
use crate::http::auth::{Administrator, Reader};
use crate::http::error::ApiError;
use crate::phone::Respondent;
use crate::ports::report::{ConsentOf, Row};
use crate::ports::store::Owner;

pub async fn read(State(gateway): State<Gateway>, reader: Reader, Path(whose): Path<String>) -> Result<Response, ApiError> {
    let Found { respondent, entry } = find(&gateway, &reader.tenant, &whose).await?;
    let standing = gateway.flows.standing(Owner { tenant: &reader.tenant, respondent: &respondent }).await?;
    shown(&respondent, standing, entry)
}

pub async fn put(State(gateway): State<Gateway>, admin: Administrator, Path(whose): Path<String>) -> Result<Response, ApiError> {
    let Found { respondent, .. } = find(&gateway, &admin.tenant, &whose).await?;
    let standing = gateway.flows.opt_out(Owner { tenant: &admin.tenant, respondent: &respondent }).await?;
    shown(&respondent, standing, None)
}

pub async fn delete(State(gateway): State<Gateway>, admin: Administrator, Path(whose): Path<String>) -> Result<Response, ApiError> {
    let Found { respondent, .. } = find(&gateway, &admin.tenant, &whose).await?;
    let standing = gateway.flows.opt_in(Owner { tenant: &admin.tenant, respondent: &respondent }).await?;
    shown(&respondent, standing, None)
}

/// Whose consent, and its newest change as the reports know it.
struct Found {
    respondent: Respondent,
    entry: Option<Row>,
}

async fn find(gateway: &Gateway, tenant: &str, whose: &str) -> Result<Found, ApiError> {
    let number = Respondent::parse(whose).ok();
    let of = number.as_ref().map_or(ConsentOf::Change(whose), ConsentOf::Respondent);
    let known = gateway.reports.consent(tenant, of).await?;
    match (known, &number) {
        (Some((respondent, entry)), _) => Ok(Found { respondent, entry: Some(entry) }),
        (None, Some(number)) => Ok(Found { respondent: number.clone(), entry: None }),
        (None, None) => Err(ApiError::NotFound("opt-out")),
    }
}

/// Whether they have opted out is what the correlation store says; reports may lag behind it.
fn shown(respondent: &Respondent, standing: Standing, entry: Option<Row>) -> Result<Response, ApiError> {
    let opted_out = standing.opted_out_at.is_some();
    let entry = entry.filter(|entry| entry["opted_out"] == opted_out);
    let state = match &entry {
        Some(entry) => entry["state"].clone(),
        None if opted_out => "opted_out".into(),
        None => "opted_in".into(),
    };
    let told = |name: &str| entry.as_ref().map_or(Value::Null, |entry| entry[name].clone());
    let body = json!({
        "respondent": respondent.masked(),
        "opted_out": opted_out,
        "state": state,
        "since": standing.opted_out_at,
        "source": told("source"),
        "text": told("text"),
        "changed_at": told("at"),
    });
    json(StatusCode::OK, &body)
}
