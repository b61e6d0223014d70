//! What breaks breaks here: real gateway processes, real Redis and PostgreSQL, a provider that is scripted, and a ledger that is held
//! against the final state each time (promises P1–P6, P8–P10, P13).

pub mod callers;
mod clock;
mod crashes;
mod disk;
mod failing;
mod failover;
pub mod field;
pub mod ledger;
mod postgres;
mod provider;
mod redis;
pub mod site;
mod storm;
mod together;
