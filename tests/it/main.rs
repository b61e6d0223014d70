//! One integration binary: contract suites, whole trips through HTTP, the house itself.
#![expect(clippy::expect_used, reason = "a test fails by panicking, also in functions that several tests share")]

mod answers;
mod commands;
mod config;
mod contract;
mod crash;
mod deploy;
mod dialects;
mod embedded_store;
mod engine;
mod faults;
mod follow_up;
mod hooks_input;
mod hostile;
mod house;
mod journal;
mod journaled;
mod kannel;
mod measures;
mod outbox;
mod policy;
mod postgres;
mod questionnaire;
mod ready;
mod redis_store;
mod reports;
mod sending;
mod servers;
mod store_model;
mod support;
mod trips;
mod trips_shared;
mod twilio;
