//! Epochs: from one loss of data to the next. What Redis lost with one, the gateways' journals bring back in the next.

use std::time::Duration;

use redis::Value;
use serde::{Deserialize, Serialize};

use super::claims::bare;
use super::link::Trust;
use super::scripts::{Call, LOOK, NODES, SWAP, Words};
use super::{RedisStore, fault, value};
use crate::call::{Moment, Partition};
use crate::ports::store::StoreError;

/// Looks before giving up where others begin epochs at the same time.
const TRIES: usize = 8;

/// A gateway that shares the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its own name, the same after a restart.
    pub id: String,
    /// The epoch for which it has brought back all that its journal holds.
    pub done: Option<String>,
}

/// Another gateway that shares the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// Its name.
    pub id: String,
    /// Since when it has not been seen, by the store's clock.
    pub seen_ago: Duration,
    /// The epoch for which it has brought back all that its journal holds.
    pub done: Option<String>,
}

/// The time since the store last lost data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epoch {
    /// Its name.
    pub id: String,
    /// Whether this call began it.
    pub began_here: bool,
    /// How long it has lasted, by the store's clock.
    pub age: Duration,
    /// The other gateways seen within the last hour.
    pub peers: Vec<Peer>,
}

/// The central record. The markers of all partitions are set before it is ready, so that one that is missing later was lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Central {
    id: String,
    /// Run ids of all masters, sorted; empty where INFO is forbidden.
    runs: Vec<String>,
    /// In milliseconds, by the store's clock.
    began: i64,
    ready: bool,
}

/// What one look finds.
struct Look {
    now: i64,
    runs: Vec<String>,
    text: String,
    central: Option<Central>,
    markers: Vec<Option<Vec<u8>>>,
}

impl Look {
    /// The epoch goes on: the same servers run, and no partition has lost its marker.
    fn goes_on(&self) -> Option<&Central> {
        let central = self.central.as_ref()?;
        let same_servers = central.runs.is_empty() || self.runs.is_empty() || central.runs == self.runs;
        let whole = !central.ready || self.markers.iter().all(|marker| marker.as_deref() == Some(central.id.as_bytes()));
        (same_servers && whole).then_some(central)
    }
}

impl RedisStore {
    /// Finds out whether the store still holds what it acknowledged: if not, a new epoch begins, and until every gateway has called
    /// this no script of an earlier epoch changes anything. Registers the gateway.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be reached or read.
    pub async fn recognise(&self, node: &Node) -> Result<Epoch, StoreError> {
        let _turn = self.recognising.lock().await;
        let (central, began_here, now) = self.look_around().await?;
        let words = bare(&node.id, node.done.as_deref().unwrap_or_default());
        let answer = self.one_beside(self.call(&NODES, Partition::default(), words)).await?;
        let peers = value::list(answer)?.into_iter().map(read_peer).collect::<Result<_, _>>()?;
        Ok(Epoch { id: central.id, began_here, age: millis(now.saturating_sub(central.began)), peers })
    }

    /// The epoch that scripts expect; on first use the store recognises by itself.
    pub(super) async fn epoch(&self) -> Result<String, StoreError> {
        if let Some(epoch) = self.expected() {
            return Ok(epoch);
        }
        let _turn = self.recognising.lock().await;
        match self.expected() {
            Some(epoch) => Ok(epoch),
            None => self.look_around().await.map(|(central, ..)| central.id),
        }
    }

    async fn look_around(&self) -> Result<(Central, bool, i64), StoreError> {
        let mut began_here = false;
        for _ in 0..TRIES {
            let look = self.look().await?;
            let Some(central) = look.goes_on().cloned() else {
                began_here |= self.begin(&look).await?;
                continue;
            };
            if central.ready {
                self.expect(&central.id);
                self.link.trust(&look.runs);
                return Ok((central, began_here, look.now));
            }
            self.mark_all(&central.id).await?;
            self.swap(&look.text, &Central { ready: true, ..central }).await?;
        }
        Err(StoreError::Away("its servers keep changing".to_owned()))
    }

    async fn look(&self) -> Result<Look, StoreError> {
        let runs = self.runs().await?;
        let mut calls = vec![self.call(&LOOK, Partition::default(), Words::bare())];
        calls.extend(Partition::all().map(|partition| {
            let mut marker = redis::cmd("GET");
            marker.arg(self.keys.of(partition, "e"));
            Call::plain(partition, marker)
        }));
        let mut answers = self.link.fly(&calls, Trust::Any).await.into_iter();
        let mut parts = value::list(answers.next().unwrap_or_else(|| Err(value::odd()))?)?.into_iter();
        let now = value::number(&value::next(&mut parts)?)?;
        let text = parts.next().map(value::optional).transpose()?.flatten().unwrap_or_default();
        let text = String::from_utf8(text).unwrap_or_default();
        // A record that cannot be read tells nothing of what was lost: as if there were none.
        let central = serde_json::from_str(&text).ok();
        let markers = answers.map(|marker| value::optional(marker?)).collect::<Result<_, _>>()?;
        Ok(Look { now, runs, text, central, markers })
    }

    /// Run ids change with every restart and failover. Where INFO is forbidden the markers alone have to do.
    async fn runs(&self) -> Result<Vec<String>, StoreError> {
        let mut info = redis::cmd("INFO");
        info.arg("server");
        let answers = match self.link.ask_all(info).await {
            Ok(answers) => answers,
            Err(StoreError::Failed(reason)) if reason.contains("NOPERM") => Vec::new(),
            Err(error) => return Err(error),
        };
        let run = |(_, answer): &(String, Value)| value::text(answer).and_then(|info| value::info_field(&info, "run_id"));
        let mut runs: Vec<String> = answers.iter().filter_map(run).collect();
        runs.sort();
        Ok(runs)
    }

    async fn begin(&self, look: &Look) -> Result<bool, StoreError> {
        // The random end of an identity: another gateway that begins at the same moment proposes another.
        let id = self.options.ids.next(Moment::from_millis(look.now));
        let id = id.chars().rev().take(8).collect::<String>().chars().rev().collect();
        let central = Central { id, runs: look.runs.clone(), began: look.now, ready: false };
        self.swap(&look.text, &central).await
    }

    async fn swap(&self, seen: &str, central: &Central) -> Result<bool, StoreError> {
        let text = serde_json::to_string(central).map_err(|_| StoreError::Failed("the epoch cannot be written".to_owned()))?;
        let answer = self.one_beside(self.call(&SWAP, Partition::default(), bare(seen, &text))).await?;
        Ok(value::number(&answer)? == 1)
    }

    async fn mark_all(&self, id: &str) -> Result<(), StoreError> {
        let set = |partition| {
            let mut set = redis::cmd("SET");
            set.arg(self.keys.of(partition, "e")).arg(id);
            Call::plain(partition, set)
        };
        let calls: Vec<Call> = Partition::all().map(set).collect();
        self.link.fly(&calls, Trust::Any).await.into_iter().try_for_each(|answer| answer.map(drop))
    }

    async fn one_beside(&self, call: Call) -> Result<Value, StoreError> {
        self.link.fly(&[call], Trust::Any).await.into_iter().next().unwrap_or_else(|| Err(fault::new_epoch()))
    }
}

fn read_peer(answer: Value) -> Result<Peer, StoreError> {
    let mut parts = value::list(answer)?.into_iter();
    let id = value::text(&value::next(&mut parts)?).ok_or_else(value::odd)?;
    let seen_ago = millis(value::number(&value::next(&mut parts)?)?);
    let done = value::text(&value::next(&mut parts)?).filter(|done| !done.is_empty());
    Ok(Peer { id, seen_ago, done })
}

fn millis(number: i64) -> Duration {
    Duration::from_millis(u64::try_from(number).unwrap_or(0))
}
