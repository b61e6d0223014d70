//! Reporting stores: rows in, pages, scores and exports out.

pub mod export;
mod group;
pub mod sqlite;
mod summary;
