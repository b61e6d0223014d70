//! Suites that every adapter of a port passes.

pub mod report_store;
pub mod session_store;
