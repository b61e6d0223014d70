//! The `/v1` API: results out, calls in.

/// The routes of the API.
pub fn routes() -> axum::Router<super::Gateway> {
    axum::Router::new()
}
