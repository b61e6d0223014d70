//! Logs and metrics; numbers masked, labels bounded.

/// Counters and gauges by the names of the contract.
#[derive(Debug, Default)]
pub struct Metrics {}
