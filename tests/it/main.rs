//! One integration binary: contract suites, whole trips through HTTP, the house itself.
#![expect(clippy::expect_used, reason = "a test fails by panicking, also in functions that several tests share")]

mod contract;
mod embedded_store;
mod hooks_input;
mod store_model;
mod support;
mod twilio;

mod config;
