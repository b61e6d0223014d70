use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::{ingest, json, object};
use crate::call::Moment;
use crate::flows::replay::{Replay, ReplayError};
use crate::http::Gateway;
use crate::http::auth::{Administrator, Reader};
use crate::http::error::ApiError;
use crate::policy::Subscription;

/// The time that is told again.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    from: Option<Moment>,
    to: Option<Moment>,
}

pub async fn list(State(gateway): State<Gateway>, reader: Reader) -> Result<Response, ApiError> {
    let rules = gateway.flows.rulebook();
    let off = gateway.switches.switched_off().await?;
    let since = |name: &str| off.iter().find(|off| off.name == name).map(|off| off.at);
    let own = rules.policy.subscriptions.iter().filter(|one| one.tenant == reader.tenant);
    let item = |one: &Subscription| {
        let events: Vec<&str> = one.events.iter().map(|event| event.name()).collect();
        json!({"name": one.webhook, "events": events, "switched_off_at": since(&one.webhook)})
    };
    json(StatusCode::OK, &json!({"items": own.map(item).collect::<Vec<_>>()}))
}

pub async fn enable(State(gateway): State<Gateway>, administrator: Administrator, Path(name): Path<String>) -> Result<Response, ApiError> {
    known(&gateway, &administrator, &name)?;
    let was_off = gateway.switches.switch_on(&name).await?;
    json(StatusCode::OK, &json!({"name": name, "was_off": was_off}))
}

pub async fn replay(
    State(gateway): State<Gateway>,
    administrator: Administrator,
    Path(name): Path<String>,
    body: Body,
) -> Result<Response, ApiError> {
    known(&gateway, &administrator, &name)?;
    let body = ingest::whole(body).await?;
    let how = || ApiError::Invalid("the body is not a JSON object with from and to as RFC 3339 times".to_owned());
    let wanted: Wanted = if body.is_empty() { Wanted::default() } else { object(&body).ok_or_else(how)? };
    let replay = Replay { tenant: &administrator.tenant, webhook: &name, from: wanted.from, to: wanted.to };
    let queued = gateway.flows.replay(gateway.reports.as_ref(), replay).await?;
    json(StatusCode::ACCEPTED, &json!({"queued": queued}))
}

fn known(gateway: &Gateway, administrator: &Administrator, name: &str) -> Result<(), ApiError> {
    let rules = gateway.flows.rulebook();
    let own = rules.policy.subscriptions.iter().any(|one| one.webhook == name && one.tenant == administrator.tenant);
    if own { Ok(()) } else { Err(ApiError::NotFound("webhook")) }
}

impl From<ReplayError> for ApiError {
    fn from(error: ReplayError) -> Self {
        match error {
            ReplayError::Unknown => Self::NotFound("webhook"),
            ReplayError::Flow(error) => error.into(),
            ReplayError::Reports(error) => error.into(),
        }
    }
}
