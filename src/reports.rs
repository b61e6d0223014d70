//! Reporting stores: rows in, pages, scores and exports out.

mod audit;
mod condition;
mod credited;
mod erased;
mod feed;
mod group;
mod integrity;
mod nul;
mod packed;
pub mod postgres;
mod ranking;
mod rows;
mod select;
pub mod sqlite;
mod summary;
