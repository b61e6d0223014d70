//! Errors of the API as `application/problem+json` (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::flows::FlowError;
use crate::ports::report::{ReportError, Role};

/// Everything that can go wrong on the API. Details name fields and parameters, never numbers or texts of callers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// A field or parameter is missing, wrong or unknown.
    #[error("{0}")]
    Invalid(String),
    /// The cursor is not one of ours.
    #[error("cursor: not a cursor of this API")]
    BadCursor,
    /// No token, or one that is not (or no longer) good.
    #[error("send a valid token as Authorization: Bearer <token>")]
    Unauthorized,
    /// The token is good, but not for this.
    #[error("this needs a token with the role {}", .0.name())]
    Forbidden(Role),
    /// The token is good, but may not see whole numbers.
    #[error("this needs a token that was made with --unmask")]
    Masked,
    /// Not there, or not the tenant's.
    #[error("{0} not found")]
    NotFound(&'static str),
    /// It is not (or no longer) as the request supposes.
    #[error("{0}")]
    Conflict(String),
    /// The body is longer than allowed.
    #[error("the body is longer than {0} bytes")]
    TooLarge(usize),
    /// The body did not arrive in time.
    #[error("the body did not arrive in time")]
    Slow,
    /// A store cannot work at the moment; nothing was accepted.
    #[error("a store is not available at the moment, nothing was accepted")]
    Unavailable,
}

impl ApiError {
    /// Status and stable code.
    #[must_use]
    pub fn code(&self) -> (StatusCode, &'static str) {
        match self {
            Self::Invalid(_) => (StatusCode::BAD_REQUEST, "invalid"),
            Self::BadCursor => (StatusCode::BAD_REQUEST, "bad_cursor"),
            Self::Unauthorized => (StatusCode::UNAUTHORIZED, "unauthorized"),
            Self::Forbidden(_) | Self::Masked => (StatusCode::FORBIDDEN, "forbidden"),
            Self::NotFound(_) => (StatusCode::NOT_FOUND, "not_found"),
            Self::Conflict(_) => (StatusCode::CONFLICT, "conflict"),
            Self::TooLarge(_) => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
            Self::Slow => (StatusCode::REQUEST_TIMEOUT, "slow"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code) = self.code();
        let body = serde_json::json!({
            "type": format!("urn:aftercall:problem:{code}"),
            "title": status.canonical_reason().unwrap_or(code),
            "status": status.as_u16(),
            "code": code,
            "detail": self.to_string(),
        });
        let mut response = (status, body.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self {
            Self::Unauthorized => headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"aftercall\"")),
            Self::Unavailable => headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5")),
            _ => None,
        };
        response
    }
}

impl From<ReportError> for ApiError {
    fn from(error: ReportError) -> Self {
        tracing::warn!(%error, "results cannot be read");
        Self::Unavailable
    }
}

impl From<FlowError> for ApiError {
    fn from(error: FlowError) -> Self {
        if let FlowError::Malformed(malformed) = error {
            return Self::Invalid(malformed.0);
        }
        tracing::warn!(%error, "a reported call was not accepted");
        Self::Unavailable
    }
}
