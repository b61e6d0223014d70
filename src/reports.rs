//! Reporting stores: rows in, pages, scores and exports out.

mod group;
pub mod sqlite;
mod summary;
