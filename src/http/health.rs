use std::collections::BTreeMap;
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tokio::time::timeout;

use super::Gateway;
use crate::ports::account::SignatureRule;
use crate::ports::store::StoreError;
use crate::telemetry::METRICS_CONTENT_TYPE;

/// How long a scrape waits for the depth of the queues; then it shows the last known one.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Serialize)]
struct Report<'a> {
    ready: bool,
    dependencies: BTreeMap<String, bool>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    notes: BTreeMap<String, Vec<String>>,
    accounts: BTreeMap<&'a str, &'static str>,
}

/// The process lives.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Whether work should be sent here; names each dependency, and how each account's webhooks prove themselves (promise P7).
pub async fn ready(State(gateway): State<Gateway>) -> Response {
    let report = Report {
        ready: gateway.readiness.is_ready(),
        dependencies: gateway.readiness.dependencies(),
        notes: gateway.readiness.notes(),
        accounts: gateway.accounts.iter().map(|(name, account)| (name.as_str(), rule_name(&account.signature))).collect(),
    };
    let status = if report.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    match serde_json::to_string(&report) {
        Ok(json) => (status, [(header::CONTENT_TYPE, "application/json")], json).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Everything counted.
pub async fn metrics(State(gateway): State<Gateway>) -> Response {
    for (name, up) in gateway.readiness.dependencies() {
        gateway.metrics.dependency(&name, up);
    }
    match timeout(PATIENCE, gateway.flows.store.health(gateway.flows.clock.now())).await {
        Ok(Ok(health)) => gateway.metrics.queues(&health),
        // Said once by whoever looks after the store, not with each scrape.
        Ok(Err(StoreError::Away(_))) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the depth of the queues is not known"),
        Err(_) => tracing::warn!("the depth of the queues is not known in time"),
    }
    if let Some(journal) = &gateway.flows.journal {
        gateway.metrics.journal_rows(journal.depth());
    }
    match gateway.metrics.encode() {
        Ok(text) => ([(header::CONTENT_TYPE, METRICS_CONTENT_TYPE)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn rule_name(rule: &SignatureRule) -> &'static str {
    match rule {
        SignatureRule::Provider => "provider",
        SignatureRule::Addresses(_) => "none",
    }
}
