//! Start and stop: signals, draining, readiness.

/// Whether the gateway can do its work.
#[derive(Debug, Default)]
pub struct Readiness {}
