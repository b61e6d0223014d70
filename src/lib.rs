//! `aftercall`: a post-call survey gateway.
//!
//! A call ends, the caller is asked by keypad or text, the reply is tied to its call, scored and reported.
//!
//! Imports run one way: `main → cli → app → {http, workers} → flows → ports → {survey, policy, call, phone, message, statistics}`,
//! and `{providers, stores, reports, couriers, ivr} → ports`. `tests/it/house.rs` reads this tree and fails on a wrong `use`.

pub mod app;
pub mod call;
pub mod cli;
pub mod config;
pub mod couriers;
mod crash;
pub mod flows;
pub mod http;
pub mod ivr;
pub mod lifecycle;
pub mod message;
pub mod phone;
pub mod policy;
pub mod ports;
pub mod providers;
pub mod reports;
pub mod statistics;
pub mod stores;
pub mod survey;
pub mod telemetry;
pub mod workers;
