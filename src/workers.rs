//! What runs beside the requests: the outbox with its timers, the drain of the journal, the forwarder of facts, the packing of results, and the purge. Each has
//! a `run_once`, so that tests need no waiting.

pub mod drain;
pub mod export;
pub mod follow_up;
pub mod forward;
pub mod outbox;
pub mod pace;
pub mod packing;
pub mod purge;
