//! Attributes that are known only after the call's end.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::{calls, ingest, json};
use crate::flows::attributes::{Attributes, AttributesError, Described};
use crate::http::Gateway;
use crate::http::auth::Reporter;
use crate::http::error::ApiError;
use crate::ports::report::CallName;

pub async fn add(
    State(gateway): State<Gateway>,
    reporter: Reporter,
    Path((account, call_id)): Path<(String, String)>,
    body: Body,
) -> Result<Response, ApiError> {
    let added = calls::added(&ingest::whole(body).await?)?;
    let name = CallName { tenant: &reporter.tenant, account: &account, call_id: &call_id };
    let call = Attributes { flows: &gateway.flows, reports: gateway.reports.as_ref() }.add(name, &added).await?;
    json(StatusCode::OK, &shown(call))
}

/// The call as `GET /v1/calls` shows it, and the version of its response.
fn shown(described: Described) -> Value {
    let Described { fact, disposition, response_version } = described;
    let shares = fact.shares.iter().copied().chain(std::iter::repeat(0.0));
    let agent =
        |(agent, share): (&crate::call::Agent, f64)| json!({"id": agent.id, "team": agent.team, "seconds": agent.seconds, "share": share});
    let agents: Vec<Value> = fact.call.agents.iter().zip(shares).map(agent).collect();
    let call = fact.call;
    json!({
        "account": call.account, "call_id": call.call_id, "tenant": call.tenant, "line": call.line,
        "respondent": call.respondent.map(|respondent| respondent.masked()), "direction": call.direction, "started_at": call.started_at,
        "answered_at": call.answered_at, "ended_at": call.ended_at, "ended_by": call.ended_by, "outcome": call.outcome,
        "language": call.language, "invited_by": call.invited_by, "queue": call.queue, "agents": agents, "attributes": call.attributes,
        "session_id": fact.session_id, "disposition": disposition, "reason": fact.reason, "version": fact.version,
        "response_version": response_version,
    })
}

impl From<AttributesError> for ApiError {
    fn from(error: AttributesError) -> Self {
        match error {
            AttributesError::Unknown => Self::NotFound("call"),
            AttributesError::TooMany => Self::Invalid(format!("attributes: {error}")),
            AttributesError::Changed => Self::Conflict(error.to_string()),
            AttributesError::Flow(error) => error.into(),
            AttributesError::Reports(error) => error.into(),
        }
    }
}
