//! What people look at in a browser: pages made here, with one style sheet and one script of our own and nothing from elsewhere.

use askama::Template;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};

use super::Gateway;
use crate::ports::report::ReportError;

mod assets;
mod chart;
mod frame;
pub mod live;
mod overview;
mod period;
mod phone;
mod responses;
mod shown;
mod sign_in;
mod system;
mod view;
mod visitor;
mod words;

/// Scripts, styles, pictures and requests from this address alone; no frame may hold a page; no form leads elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The routes for people.
pub fn routes() -> Router<Gateway> {
    Router::new()
        .route("/", get(overview::page))
        .route("/responses", get(responses::page))
        .route("/responses/{id}", get(responses::one))
        .route("/live", get(live::page))
        .route("/live/events", get(live::events))
        .route("/live/board", get(live::board))
        .route("/system", get(system::page))
        .route("/phone", get(phone::page))
        .route("/phone/texts", get(phone::texts))
        .route("/sign-in", get(sign_in::form).post(sign_in::enter))
        .route("/sign-out", post(sign_in::leave))
        .route("/language", get(sign_in::choose_language))
        .route("/assets/{name}", get(assets::serve))
        .layer(from_fn(with_headers))
}

/// The headers of every answer here.
async fn with_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Results are nobody else's; only what is the same for all says otherwise by itself.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The results cannot be read.
    #[error(transparent)]
    Reports(#[from] ReportError),
    /// A page could not be written.
    #[error(transparent)]
    Written(#[from] askama::Error),
    /// Data for the script could not be written.
    #[error("{0}")]
    Json(String),
    /// Not there, or not the tenant's.
    #[error("not found")]
    NotFound,
    /// The address says something that no page understands.
    #[error("{0}")]
    Invalid(String),
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Reports(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Written(_) | Self::Json(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        if status.is_server_error() {
            tracing::warn!(error = %self, "a page cannot be shown");
        }
        let said = match &self {
            Self::Invalid(detail) => detail.as_str(),
            Self::NotFound => "There is nothing here.",
            Self::Reports(_) | Self::Written(_) | Self::Json(_) => "The results cannot be read at the moment. Try again in a few seconds.",
        };
        let page = frame::Trouble { status: status.as_u16(), said };
        match page.render() {
            Ok(html) => (status, Html(html)).into_response(),
            Err(_) => status.into_response(),
        }
    }
}

fn html(page: &impl Template) -> Result<Response, PageError> {
    Ok(Html(page.render()?).into_response())
}
