//! Which address does what.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, get};

use super::body::BodyFault;
use super::{Gateway, api, body, dashboard, health, hooks};
use crate::lifecycle::caught;
use crate::ports::provider::Hook;

/// All routes of the gateway.
pub fn router(gateway: &Gateway) -> Router {
    let hooks = Router::new()
        .route("/hooks/{account}/call", hook(Hook::Call))
        .route("/hooks/{account}/voice", hook(Hook::Voice))
        .route("/hooks/{account}/voice/{token}", hook(Hook::Answer))
        .route("/hooks/{account}/recording/{token}", hook(Hook::Recording))
        .route("/hooks/{account}/sms", hook(Hook::Sms))
        .route("/hooks/{account}/receipt", hook(Hook::Receipt));
    let house =
        Router::new().route("/healthz", get(health::alive)).route("/readyz", get(health::ready)).route("/metrics", get(health::metrics));
    let api = api::routes().layer(from_fn_with_state(gateway.clone(), guarded));
    hooks
        .merge(house)
        .merge(api)
        .merge(dashboard::routes())
        .fallback(unknown)
        .method_not_allowed_fallback(not_so)
        .with_state(gateway.clone())
}

fn hook(hook: Hook) -> MethodRouter<Gateway> {
    any(move |State(gateway): State<Gateway>, request: Request| hooks::answer(gateway, hook, request))
}

/// No such address: people read a page that says so, programs a problem.
async fn unknown(request: Request) -> Response {
    let (head, _) = request.into_parts();
    let path = head.uri.path();
    let reads_pages = head.headers.get(header::ACCEPT).is_some_and(|kinds| kinds.to_str().is_ok_and(|kinds| kinds.contains("text/html")));
    if reads_pages && !path.starts_with("/hooks/") && !path.starts_with("/v1/") {
        return dashboard::missing(&head);
    }
    elsewhere(path, StatusCode::NOT_FOUND, "not_found")
}

/// The address is there, for other methods.
async fn not_so(request: Request) -> Response {
    elsewhere(request.uri().path(), StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed")
}

fn elsewhere(path: &str, status: StatusCode, code: &str) -> Response {
    if path.starts_with("/hooks/") {
        return hooks::not_here(status);
    }
    problem(status, code)
}

/// The bounds of bodies for the API, and a panic there ends in a 500.
async fn guarded(State(gateway): State<Gateway>, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let body = match body::whole(body, &head.headers, &gateway.limits).await {
        Ok(body) => body,
        Err(fault) => return problem_of(fault),
    };
    let request = Request::from_parts(head, Body::from(body));
    caught(next.run(request)).await.unwrap_or_else(|_| {
        gateway.metrics.panics.inc();
        problem(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    })
}

fn problem_of(fault: BodyFault) -> Response {
    match fault {
        BodyFault::TooLarge => problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        BodyFault::Slow => problem(StatusCode::REQUEST_TIMEOUT, "slow"),
        BodyFault::Broken => problem(StatusCode::BAD_REQUEST, "malformed"),
    }
}

/// RFC 9457, for what happens before a handler of the API runs.
fn problem(status: StatusCode, code: &str) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    let json = serde_json::json!({"type": "about:blank", "title": title, "status": status.as_u16(), "code": code, "detail": title});
    (status, [(header::CONTENT_TYPE, "application/problem+json")], json.to_string()).into_response()
}
