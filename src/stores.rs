//! Adapters of the correlation store ([`crate::ports::store::SessionStore`]); all pass the same contract suite.

pub mod embedded;
pub mod redis;
