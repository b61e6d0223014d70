//! Adapters of the correlation store ([`crate::ports::store::SessionStore`]); all pass the same contract suite.

pub mod embedded;
mod file;
pub use file::{SnapshotError, snapshot};
pub mod journal;
pub mod journaled;
pub mod redis;
pub mod shared;
mod words;
