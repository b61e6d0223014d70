//! A correlation store that several gateways share, and that may lose what was written last.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::redis::RedisStore;
use crate::call::{Moment, Partition};
use crate::phone::Respondent;
use crate::ports::Pending;
use crate::ports::seal::Seal;
use crate::ports::store::{Change, FactQueue, SessionStore, Settlement, StoreError};

/// A shared store. An *epoch* is a time in which it lost nothing; a wipe, a restart or a failover begins a new one, and every node
/// writes again what it had written (its redo). Until then operations fail as [`StoreError::Away`].
pub trait SharedStore: SessionStore + FactQueue {
    /// Looks which epoch it is, beginning a new one where something was lost or may have been; from then on operations are done in
    /// that epoch only. Says who we are and what we have done.
    fn recognise<'a>(&'a self, node: &'a Node) -> Pending<'a, Result<Epoch, StoreError>>;

    /// Writes a change again that was committed in an earlier epoch: state by state, in any order and any number of times. Its tasks
    /// are not handed out before `hold` has passed, so that other nodes can say what became of them.
    fn redo<'a>(&'a self, change: &'a Change, hold: Duration) -> Pending<'a, Result<(), StoreError>>;

    /// Says again what became of a task in an earlier epoch, also where the task itself is written again only later; one that is to be
    /// tried again is not handed out before `hold` has passed.
    fn redo_settlement<'a>(&'a self, task: &'a str, fence: u64, to: Settlement, hold: Duration) -> Pending<'a, Result<(), StoreError>>;

    /// The tombstones of everybody who was erased, if there are not exactly as many as the caller knows.
    fn tombstones(&self, known: usize) -> Pending<'_, Result<Option<Vec<Tombstone>>, StoreError>>;

    /// Puts a tombstone back that a loss of data has taken.
    fn remember<'a>(&'a self, tombstone: &'a Tombstone) -> Pending<'a, Result<(), StoreError>>;

    /// Erases once more what was written again of somebody who had been erased before; what they have done since stays.
    fn erase_again<'a>(&'a self, tombstone: &'a Tombstone, respondent: &'a Respondent) -> Pending<'a, Result<(), StoreError>>;
}

/// What stands in the place of somebody who was erased, as every gateway has to know it: what their journals hold of that person goes too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// In the place of the number.
    pub seal: Seal,
    /// Whose.
    pub tenant: String,
    /// Where what was theirs belonged.
    pub partition: Partition,
    /// When they were erased.
    pub at: Moment,
    /// Since when they had opted out.
    pub opted_out_at: Option<Moment>,
    /// Their sessions: tickets of these hold notes.
    #[serde(default)]
    pub sessions: Vec<String>,
}

/// A gateway as others see it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub id: String,
    /// The epoch that its redo is complete for.
    pub done: Option<String>,
}

/// The epoch that a store is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Epoch {
    /// Its name.
    pub id: String,
    /// The other gateways that were seen lately.
    pub peers: Vec<Peer>,
}

/// Another gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// Its name.
    pub id: String,
    /// How long ago it said so.
    pub seen_ago: Duration,
    /// The epoch that its redo is complete for.
    pub done: Option<String>,
}

impl SharedStore for RedisStore {
    fn recognise<'a>(&'a self, node: &'a Node) -> Pending<'a, Result<Epoch, StoreError>> {
        Box::pin(async move {
            let node = super::redis::Node { id: node.id.clone(), done: node.done.clone() };
            let epoch = Self::recognise(self, &node).await?;
            let peers = epoch.peers.into_iter().map(|peer| Peer { id: peer.id, seen_ago: peer.seen_ago, done: peer.done });
            Ok(Epoch { id: epoch.id, peers: peers.collect() })
        })
    }

    fn redo<'a>(&'a self, change: &'a Change, hold: Duration) -> Pending<'a, Result<(), StoreError>> {
        Box::pin(Self::redo(self, change, hold))
    }

    fn redo_settlement<'a>(&'a self, task: &'a str, fence: u64, to: Settlement, hold: Duration) -> Pending<'a, Result<(), StoreError>> {
        Box::pin(Self::redo_settlement(self, task, fence, to, hold))
    }

    fn tombstones(&self, known: usize) -> Pending<'_, Result<Option<Vec<Tombstone>>, StoreError>> {
        Box::pin(Self::tombstones(self, known))
    }

    fn remember<'a>(&'a self, tombstone: &'a Tombstone) -> Pending<'a, Result<(), StoreError>> {
        Box::pin(Self::remember(self, tombstone))
    }

    fn erase_again<'a>(&'a self, tombstone: &'a Tombstone, respondent: &'a Respondent) -> Pending<'a, Result<(), StoreError>> {
        Box::pin(Self::erase_again(self, tombstone, respondent))
    }
}
