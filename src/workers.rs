//! What runs beside the requests: the outbox with its timers, and the purge. Each has a `run_once`, so that tests need no waiting.

pub mod outbox;
pub mod pace;
pub mod purge;
