use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::{calls, json};
use crate::http::Gateway;
use crate::http::auth::Reporter;
use crate::http::error::ApiError;
use crate::ports::provider::{CallReport, Whereabouts};

/// Longest body of a reported call, in bytes.
const LONGEST: usize = 64 * 1024;
/// Longest wait for it.
const PATIENCE: Duration = Duration::from_secs(10);

/// A call's end further ahead than this is a mistake and not another system's clock or zone.
const AHEAD: Duration = Duration::from_secs(7 * 86_400);

/// A whole body, if it comes in time and is not too long.
pub async fn whole(body: Body) -> Result<Bytes, ApiError> {
    let read = tokio::time::timeout(PATIENCE, to_bytes(body, LONGEST)).await.map_err(|_| ApiError::Slow)?;
    read.map_err(|_| ApiError::TooLarge(LONGEST))
}

/// A PBX or CRM reports an ended call.
pub async fn report(State(gateway): State<Gateway>, reporter: Reporter, body: Body) -> Result<Response, ApiError> {
    let body = whole(body).await?;
    let call = calls::read(&body, &reporter.tenant)?;
    let own = gateway.accounts.get(&call.account).filter(|account| account.name.tenant == reporter.tenant);
    let account = own.ok_or(ApiError::NotFound("account"))?;
    if call.ended_at > gateway.flows.clock.now().plus(AHEAD) {
        return Err(ApiError::Invalid("ended_at: lies more than a week in the future".to_owned()));
    }
    let result = gateway.flows.reported(account, CallReport { call, caller: Whereabouts::Unknown }).await?;
    json(StatusCode::ACCEPTED, &result)
}
