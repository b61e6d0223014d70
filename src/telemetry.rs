//! Logs and metrics; numbers masked, labels bounded.

pub use metrics::Metrics;
pub use outcome::WebhookOutcome;
pub use seldom::Seldom;

pub mod logs;
mod metrics;
mod outcome;
mod pace;
mod redact;
mod seldom;
mod webhooks;

/// The metrics as a scraper wants them: `application/openmetrics-text; version=1.0.0; charset=utf-8` (OpenMetrics 1.0).
pub const METRICS_CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
