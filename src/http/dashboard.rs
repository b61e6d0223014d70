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
use words::Words;

mod agents;
mod assets;
mod chart;
mod frame;
pub mod integrity;
pub mod live;
mod overview;
mod period;
mod phone;
mod responses;
mod shown;
mod sign_in;
mod system;
mod tickets;
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
        .route("/agents", get(agents::page))
        .route("/integrity", get(integrity::page))
        .route("/integrity/count", get(integrity::count::count))
        .route("/tickets", get(tickets::board))
        .route("/tickets/{id}", get(tickets::one).post(tickets::change))
        .route("/responses", get(responses::page))
        .route("/responses/{id}", get(responses::one))
        .route("/live", get(live::page))
        .route("/live/events", get(live::events))
        .route("/live/board", get(live::board))
        .route("/system", get(system::page))
        .route("/phone", get(phone::page))
        .route("/phone/inbox", get(phone::inbox))
        .route("/sign-in", get(sign_in::form).post(sign_in::enter))
        .route("/sign-out", post(sign_in::leave))
        .route("/language", get(sign_in::choose_language))
        .route("/assets/{name}", get(assets::serve))
        .layer(from_fn(with_headers))
}

/// A page that cannot be shown says so in the visitor's language.
async fn with_headers(request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let language = visitor::language(&head);
    finished(next.run(Request::from_parts(head, body)).await, language)
}

/// There is no such page.
pub fn missing(head: &axum::http::request::Parts) -> Response {
    finished(PageError::NotFound.into_response(), visitor::language(head))
}

/// With the headers of every answer here.
fn finished(mut response: Response, language: words::Language) -> Response {
    if let Some(Said(said)) = response.extensions_mut().remove::<Said>() {
        let page = frame::Trouble { status: response.status().as_u16(), said: said(language.words()), words: language.words(), language };
        if let Ok(html) = page.render() {
            response = (response.status(), Html(html)).into_response();
        }
    }
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

/// What a page that cannot be shown says instead.
#[derive(Clone)]
struct Said(std::sync::Arc<dyn Fn(&'static Words) -> String + Send + Sync>);

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The results cannot be read.
    #[error(transparent)]
    Reports(#[from] ReportError),
    /// A store cannot take a change at the moment; nothing was changed.
    #[error(transparent)]
    Store(crate::flows::FlowError),
    /// A page could not be written.
    #[error(transparent)]
    Written(#[from] askama::Error),
    /// Not there, or not the tenant's.
    #[error("not found")]
    NotFound,
    /// A form that was not sent from a page of ours.
    #[error("a form from elsewhere")]
    Elsewhere,
    /// A form that this sign-in may not send.
    #[error("not with this token")]
    ReadOnly,
    /// The address says something that no page understands.
    #[error("{0}")]
    Invalid(String),
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Elsewhere | Self::ReadOnly => StatusCode::FORBIDDEN,
            Self::Reports(_) | Self::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Written(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        if status.is_server_error() {
            tracing::warn!(error = %self, "a page cannot be shown");
        }
        let mut response = status.into_response();
        response.extensions_mut().insert(Said(std::sync::Arc::new(move |words| self.said(words))));
        response
    }
}

impl PageError {
    fn said(&self, words: &Words) -> String {
        match self {
            Self::Invalid(detail) => detail.clone(),
            Self::NotFound => words.trouble_missing.to_owned(),
            Self::Elsewhere => words.trouble_elsewhere.to_owned(),
            Self::ReadOnly => words.read_only.to_owned(),
            Self::Store(_) => words.trouble_store.to_owned(),
            Self::Reports(_) | Self::Written(_) => words.trouble_reports.to_owned(),
        }
    }
}

fn html(page: &impl Template) -> Result<Response, PageError> {
    Ok(Html(page.render()?).into_response())
}
