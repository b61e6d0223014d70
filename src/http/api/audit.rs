//! Whole numbers, for who may see them; and who has seen them.

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::parameters::Parameters;
use super::{ingest, json, object};
use crate::http::Gateway;
use crate::http::auth::{Administrator, Unmasker};
use crate::http::error::ApiError;
use crate::ports::report::{Table, Unmasking};

/// Most rows at once.
const MOST: usize = 100;

/// What is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    table: Named,
    keys: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Named {
    Responses,
    Calls,
    Unmatched,
    OptOuts,
    Tickets,
}

impl From<Named> for Table {
    fn from(named: Named) -> Self {
        match named {
            Named::Responses => Self::Responses,
            Named::Calls => Self::Calls,
            Named::Unmatched => Self::Unmatched,
            Named::OptOuts => Self::OptOuts,
            Named::Tickets => Self::Tickets,
        }
    }
}

pub async fn unmask(State(gateway): State<Gateway>, who: Unmasker, body: Body) -> Result<Response, ApiError> {
    let how = "the body is not a JSON object with table (responses, calls, unmatched, opt_outs or tickets) and keys, 1 to 100";
    let wanted: Wanted = object(&ingest::whole(body).await?).ok_or_else(|| ApiError::Invalid(how.to_owned()))?;
    if wanted.keys.is_empty() || wanted.keys.len() > MOST {
        return Err(ApiError::Invalid(how.to_owned()));
    }
    let at = gateway.flows.clock.now();
    let asked = Unmasking { tenant: who.tenant, token: who.token, table: wanted.table.into(), keys: wanted.keys, at };
    let items = gateway.audit.unmask(&asked).await?;
    json(StatusCode::OK, &json!({"items": items}))
}

pub async fn deeds(State(gateway): State<Gateway>, admin: Administrator, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let limit = Parameters::read(query.as_deref()).limit()?;
    let items = gateway.audit.deeds(&admin.tenant, limit).await?;
    json(StatusCode::OK, &json!({"items": items}))
}
