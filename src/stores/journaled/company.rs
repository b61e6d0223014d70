//! The other gateways behind the same store: who they are, and how far they are with writing again what it lost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;
use std::time::Duration;

use super::Journaled;
use crate::ports::store::StoreError;
use crate::stores::journal::NodeState;
use crate::stores::shared::{Epoch, Node, Peer};

/// Tasks that are written again are not handed out before, where there are other gateways: so long have they to say what became of them.
const HOLD: Duration = Duration::from_secs(20);
/// The same for a gateway that has seen no other.
const HOLD_ALONE: Duration = Duration::from_secs(1);
/// A gateway that was not seen for so long is not waited for.
const GONE: Duration = Duration::from_secs(10);
/// Between two looks at who has finished.
const PAUSE: Duration = Duration::from_millis(200);
/// So often other gateways are waited for: half a minute.
const LOOKS: usize = 150;

/// Other gateways, and how long ago each was seen.
pub(super) type Peers = BTreeMap<String, Duration>;

/// How much of its journal a gateway has written into a new epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What surely had been made; not what an earlier process left open.
    Certain,
    /// All of it.
    All,
}

impl Part {
    /// As it is registered. A gateway that knows of whole journals only waits on when it reads of a part.
    fn mark(self, epoch: &str) -> String {
        match self {
            Self::Certain => format!("{epoch}~"),
            Self::All => epoch.to_owned(),
        }
    }

    fn is_done_by(self, peer: &Peer, epoch: &str) -> bool {
        let done = peer.done.as_deref().unwrap_or_default();
        done == Self::All.mark(epoch) || (self == Self::Certain && done == Self::Certain.mark(epoch))
    }
}

/// Whom the process before this one saw last, as if it had been just now: a wipe while none ran must not make it take itself for alone.
pub(super) fn remembered(node: &NodeState) -> Peers {
    node.peers.iter().map(|id| (id.clone(), Duration::ZERO)).collect()
}

impl Journaled {
    pub(super) fn named(&self, done: &str) -> Node {
        Node { id: self.journal.node().id, done: Some(done.to_owned()).filter(|done| !done.is_empty()) }
    }

    pub(super) fn hold(&self) -> Duration {
        if self.has_company() { HOLD } else { HOLD_ALONE }
    }

    pub(super) async fn remember(&self, epoch: &Epoch) {
        let peers: Peers = epoch.peers.iter().map(|peer| (peer.id.clone(), peer.seen_ago)).collect();
        let there = there(&peers);
        *self.peers.lock().unwrap_or_else(PoisonError::into_inner) = peers;
        // Without it the next process may only wait for fewer than are there: no reason to stop this one.
        if !self.journal.is_failing()
            && let Err(error) = self.journal.sees(there).await
        {
            tracing::warn!(%error, "the journal cannot keep which other gateways there are");
        }
    }

    /// Waits until the others that are there have written as much of their journals; gives the epoch as all see it then.
    pub(super) async fn wait_for_peers(&self, epoch: &Epoch, part: Part) -> Result<Epoch, StoreError> {
        let known = there(&self.peers.lock().unwrap_or_else(PoisonError::into_inner));
        let me = self.named(&part.mark(&epoch.id));
        for _ in 0..LOOKS {
            let now = self.shared.recognise(&me).await?;
            if now.id != epoch.id {
                return Err(StoreError::Away("another epoch has begun".to_owned()));
            }
            let done = |peer: &Peer| part.is_done_by(peer, &epoch.id);
            let registered = now.peers.iter().filter(|peer| peer.seen_ago < GONE).all(done);
            if registered && known.iter().all(|id| now.peers.iter().any(|peer| peer.id == *id && done(peer))) {
                return Ok(now);
            }
            tokio::time::sleep(PAUSE).await;
        }
        tracing::warn!("another gateway has not written its part again; going on without it");
        self.shared.recognise(&me).await
    }
}

fn there(peers: &Peers) -> BTreeSet<String> {
    peers.iter().filter(|(_, seen_ago)| **seen_ago < GONE).map(|(id, _)| id.clone()).collect()
}
