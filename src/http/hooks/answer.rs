use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::request::Parts as Head;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use super::errand::Done;
use crate::flows::FlowError;
use crate::http::body::BodyFault;
use crate::ivr::{Document, Page};
use crate::ports::account::Account;
use crate::survey::locale::Locale;
use crate::survey::wording;
use crate::telemetry::WebhookOutcome;

const OUTCOME: HeaderName = HeaderName::from_static("aftercall-outcome");
/// Longest explanation of what is malformed, in characters.
const LONGEST: usize = 200;

/// The answer to a webhook, before it is written.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    /// For the header and the metrics.
    pub outcome: WebhookOutcome,
    document: Option<Document>,
}

impl Answer {
    /// Without a body.
    pub fn status(status: StatusCode, outcome: WebhookOutcome) -> Self {
        Self { status, outcome, document: None }
    }

    /// It was carried out.
    pub fn of(done: Done) -> Self {
        let status = if done.document.is_some() { StatusCode::OK } else { StatusCode::NO_CONTENT };
        Self { status, outcome: done.outcome.into(), document: done.document }
    }

    /// What cannot be understood is named, not quoted at length.
    pub fn malformed(what: &str) -> Self {
        let body = what.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        let document = Some(Document { content_type: "text/plain; charset=utf-8", body });
        Self { status: StatusCode::BAD_REQUEST, outcome: WebhookOutcome::Malformed, document }
    }

    /// The body could not be had.
    pub fn of_fault(fault: BodyFault) -> Self {
        match fault {
            BodyFault::TooLarge => Self::status(StatusCode::PAYLOAD_TOO_LARGE, WebhookOutcome::TooLarge),
            BodyFault::Slow => Self::status(StatusCode::REQUEST_TIMEOUT, WebhookOutcome::Slow),
            BodyFault::Broken => Self::malformed("the body is cut off"),
        }
    }

    /// Nothing was accepted; the provider is to deliver it again (promise P1: 503, since a 4xx is not retried).
    pub fn come_again(outcome: WebhookOutcome) -> Self {
        Self::status(StatusCode::SERVICE_UNAVAILABLE, outcome)
    }

    /// It could not be carried out.
    pub fn of_error(error: &FlowError) -> Self {
        match error {
            FlowError::Malformed(malformed) => Self::malformed(&malformed.0),
            other => Self::come_again(Self::outcome_of(other)),
        }
    }

    /// What metrics say of it.
    pub fn outcome_of(error: &FlowError) -> WebhookOutcome {
        match error {
            FlowError::Malformed(_) => WebhookOutcome::Malformed,
            FlowError::Contended | FlowError::Store(_) => WebhookOutcome::Shed,
            FlowError::MissingDefinition(_) => WebhookOutcome::Error,
        }
    }

    /// What a person on the phone hears when something is broken (promise P10), in the language that the query names.
    pub fn polite_end(account: &Account, head: &Head, outcome: WebhookOutcome) -> Self {
        let page = match language(head) {
            Some(locale) => Page::polite_end(locale.tag(), &wording::polite_end(&locale)),
            None => Page::polite_end("en", ENGLISH_END),
        };
        Self { status: StatusCode::OK, outcome, document: Some(account.provider.render_page(&page)) }
    }

    /// As HTTP.
    pub fn into_response(self) -> Response {
        let (content_type, body) = match self.document {
            Some(document) => (Some(document.content_type), Body::from(document.body)),
            None => (None, Body::empty()),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(OUTCOME, HeaderValue::from_static(self.outcome.header()));
        // A page that a platform fetches by GET is one caller's own.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(content_type) = content_type {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        match self.status {
            StatusCode::SERVICE_UNAVAILABLE => headers.insert(RETRY_AFTER, HeaderValue::from_static("1")),
            StatusCode::METHOD_NOT_ALLOWED => headers.insert(ALLOW, HeaderValue::from_static("GET, POST")),
            _ => None,
        };
        response
    }
}

/// Said where no language is named.
const ENGLISH_END: &str = "Thank you for your call. Goodbye.";

fn language(head: &Head) -> Option<Locale> {
    let mut query = form_urlencoded::parse(head.uri.query()?.as_bytes());
    query.find(|(name, _)| name == "language").and_then(|(_, tag)| Locale::parse(&tag))
}
