//! Who this node is, and what it knows of the shared store.

use std::collections::BTreeSet;
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
    /// The other gateways that were there when it last looked.
    pub peers: BTreeSet<String>,
}

/// For a file that has none yet.
pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS peers (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;";

pub(super) fn name(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    connection.execute("INSERT INTO node (one, id) VALUES (1, ?1) ON CONFLICT DO NOTHING", [id]).map(drop)
}

/// The node and up to which number its entries are confirmed.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<(NodeState, u64)> {
    let peers = connection.prepare("SELECT id FROM peers")?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    connection.query_row("SELECT id, epoch, confirmed FROM node", [], |row| {
        Ok((NodeState { id: row.get(0)?, epoch: row.get(1)?, peers }, row.get::<_, i64>(2)?.unsigned_abs()))
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

struct Sees(BTreeSet<String>);

impl Operation for Sees {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        connection.prepare_cached("DELETE FROM peers")?.execute([])?;
        let mut put = connection.prepare_cached("INSERT INTO peers (id) VALUES (?1)")?;
        for id in &self.0 {
            put.execute([id])?;
        }
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

    /// These other gateways are there. Written down where it has changed, for the next process.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written down.
    pub async fn sees(&self, peers: BTreeSet<String>) -> Result<(), StoreError> {
        if self.node().peers == peers {
            return Ok(());
        }
        self.perform(Sees(peers.clone())).await?;
        self.state.lock().unwrap_or_else(PoisonError::into_inner).peers = peers;
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
