//! The tables of the correlation store's file.

use std::path::Path;

use rusqlite::Connection;

use super::FactSink;
use crate::stores::file::{OpenError, Schema, writer};

/// Opens the write connection of the file with all tables in it.
pub(super) fn open(path: &Path, check: bool, facts: &dyn FactSink) -> Result<Connection, OpenError> {
    let more = |connection: &Connection| {
        connection.execute_batch(super::shares::TABLE)?;
        connection.execute_batch(super::erase::TABLE)?;
        connection.execute_batch(super::upkeep::INDEX)?;
        facts.prepare(connection)
    };
    writer(path, check, &Schema { version: 1, tables: include_str!("schema.sql"), more: &more })
}
