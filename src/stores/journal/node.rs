//! Who this node is, and what it knows of the shared store.

use std::sync::PoisonError;

use rusqlite::{Connection, params};

use super::JournalFile;
use crate::ports::store::StoreError;
use crate::stores::file::{Fault, Operation};
use crate::survey::model::SurveyKey;

/// This node in the eyes of others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NodeState {
    /// Its name.
    pub id: String,
    /// The epoch of the shared store that all its entries are written into; empty if it has met none.
    pub epoch: String,
}

pub(super) fn name(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    connection.execute("INSERT INTO node (one, id) VALUES (1, ?1) ON CONFLICT DO NOTHING", [id]).map(drop)
}

/// The node and up to which number its entries are confirmed.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<(NodeState, u64)> {
    connection.query_row("SELECT id, epoch, confirmed FROM node", [], |row| {
        Ok((NodeState { id: row.get(0)?, epoch: row.get(1)? }, row.get::<_, i64>(2)?.unsigned_abs()))
    })
}

struct Met(String);

impl Operation for Met {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        connection.prepare_cached("UPDATE node SET epoch = ?1")?.execute([&self.0])?;
        Ok(())
    }
}

struct Definitions(Vec<(SurveyKey, String)>);

impl Operation for Definitions {
    type Outcome = Vec<(SurveyKey, String)>;

    fn run(&self, connection: &Connection) -> Result<Self::Outcome, Fault> {
        let put = "INSERT INTO definitions (digest, id, version, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (digest) DO NOTHING";
        for (key, source) in &self.0 {
            connection.prepare_cached(put)?.execute(params![key.digest, key.id, key.version, source])?;
        }
        let mut statement =
            connection.prepare_cached("SELECT id, version, digest, source FROM definitions ORDER BY id, version, digest")?;
        let rows = statement
            .query_map([], |row| Ok((SurveyKey { id: row.get(0)?, version: row.get(1)?, digest: row.get(2)? }, row.get(3)?)))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

impl JournalFile {
    /// This node.
    #[must_use]
    pub fn node(&self) -> NodeState {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// All entries of this node are in that epoch of the shared store.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written down.
    pub async fn met(&self, epoch: &str) -> Result<(), StoreError> {
        self.perform(Met(epoch.to_owned())).await?;
        epoch.clone_into(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner).epoch);
        Ok(())
    }

    /// Keeps survey definitions and gives back all kept ones.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be written.
    pub async fn definitions(&self, keep: Vec<(SurveyKey, String)>) -> Result<Vec<(SurveyKey, String)>, StoreError> {
        self.perform(Definitions(keep)).await
    }
}
