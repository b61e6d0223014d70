//! Suites that every adapter of a port passes.

pub mod session_store;
