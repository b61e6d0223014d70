//! The way to the servers: what is asked together leaves together, and no call waits longer than [`LONGEST`].

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use redis::{Cmd, Pipeline, Value};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::address::{Mode, RedisUrl};
use super::fault;
use super::scripts::Call;
use crate::call::Partition;
use crate::ports::store::StoreError;
use cluster::Cluster;
use door::Door;
use single::Single;

mod cluster;
mod door;
mod single;

/// To reach a server.
const CONNECT: Duration = Duration::from_secs(1);
/// For its answer.
const RESPONSE: Duration = Duration::from_millis(700);
/// For everything together, however the driver fares.
const LONGEST: Duration = Duration::from_millis(1800);

/// The answer to each call, in their order.
pub(super) type Answers = Vec<Result<Value, StoreError>>;

/// Whether a server that was not looked at yet may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Only one that the store has recognised: after a failover its data may lack what was acknowledged.
    Recognised,
    /// Any: this call is to recognise it.
    Any,
}

/// Commands for one partition, in a row.
type Leg = Vec<Cmd>;

enum Way {
    Single(Box<Single>),
    Cluster(Box<Cluster>),
}

/// The way to the servers of one address.
pub(super) struct Link {
    way: Way,
    places: Semaphore,
    trips: AtomicU64,
}

impl Link {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// What is wrong with the address or the file of root certificates.
    pub(super) fn new(url: &RedisUrl, in_flight: usize) -> Result<Self, String> {
        let door = Door::new(url)?;
        let way = match &url.mode {
            Mode::Standalone => Way::Single(Box::new(Single::new(door, None))),
            Mode::Sentinel { master } => Way::Single(Box::new(Single::new(door, Some(master.clone())))),
            Mode::Cluster => Way::Cluster(Box::new(Cluster::new(&door)?)),
        };
        Ok(Self { way, places: Semaphore::new(in_flight), trips: AtomicU64::new(0) })
    }

    /// Round trips so far.
    pub(super) fn trips(&self) -> u64 {
        self.trips.load(Ordering::Relaxed)
    }

    /// From here on the servers with these run ids are trusted.
    pub(super) fn trust(&self, runs: &[String]) {
        if let Way::Single(single) = &self.way {
            single.trust(runs.first().cloned());
        }
    }

    /// Asks all at once; scripts that a server does not know yet are asked once more with their text.
    pub(super) async fn fly(&self, calls: &[Call], trust: Trust) -> Answers {
        let mut answers = self.send(calls, false, trust).await;
        let unknown: Vec<usize> = (0..answers.len()).filter(|at| answers.get(*at).is_some_and(is_unknown)).collect();
        if !unknown.is_empty() {
            let again: Vec<Call> = unknown.iter().filter_map(|at| calls.get(*at).cloned()).collect();
            for (at, answer) in unknown.into_iter().zip(self.send(&again, true, trust).await) {
                if let Some(place) = answers.get_mut(at) {
                    *place = answer;
                }
            }
        }
        answers.into_iter().map(|answer| answer.and_then(settled)).collect()
    }

    /// Asks every master; each answer with its address.
    pub(super) async fn ask_all(&self, command: Cmd) -> Result<Vec<(String, Value)>, StoreError> {
        let _place = self.places.try_acquire().map_err(|_| StoreError::Busy)?;
        self.trips.fetch_add(1, Ordering::Relaxed);
        let asking = async {
            match &self.way {
                Way::Single(single) => single.ask_about(command).await,
                Way::Cluster(cluster) => cluster.ask_all(command).await,
            }
        };
        let answers = tokio::time::timeout(LONGEST, asking).await.map_err(|_| late())??;
        answers.into_iter().map(|(place, answer)| Ok((place, settled(answer)?))).collect()
    }

    async fn send(&self, calls: &[Call], whole: bool, trust: Trust) -> Answers {
        let failed = |error: StoreError| calls.iter().map(|_| Err(error.clone())).collect();
        let Ok(_place) = self.places.try_acquire() else { return failed(StoreError::Busy) };
        self.trips.fetch_add(1, Ordering::Relaxed);
        match &self.way {
            Way::Single(single) => {
                let leg = calls.iter().map(|call| call.command(whole)).collect();
                spread(calls.len(), in_time(single.ask(leg, trust)).await)
            }
            Way::Cluster(cluster) => by_partition(cluster, calls, whole).await,
        }
    }
}

/// A cluster's partitions lie on several nodes: each goes its own way, at once.
async fn by_partition(cluster: &Cluster, calls: &[Call], whole: bool) -> Answers {
    let mut legs: Vec<(Partition, Vec<usize>, Leg)> = Vec::new();
    for (at, call) in calls.iter().enumerate() {
        match legs.iter_mut().find(|(partition, ..)| *partition == call.partition) {
            Some((_, places, leg)) => {
                places.push(at);
                leg.push(call.command(whole));
            }
            None => legs.push((call.partition, vec![at], vec![call.command(whole)])),
        }
    }
    let mut flying = JoinSet::new();
    for (_, places, leg) in legs {
        let cluster = cluster.clone();
        flying.spawn(async move { (places.clone(), spread(places.len(), in_time(cluster.ask(leg)).await)) });
    }
    let mut answers: Answers = calls.iter().map(|_| Err(late())).collect();
    while let Some(landed) = flying.join_next().await {
        let Ok((places, found)) = landed else { continue };
        for (at, answer) in places.into_iter().zip(found) {
            if let Some(place) = answers.get_mut(at) {
                *place = answer;
            }
        }
    }
    answers
}

async fn in_time(asking: impl Future<Output = Result<Vec<Value>, StoreError>>) -> Result<Vec<Value>, StoreError> {
    tokio::time::timeout(LONGEST, asking).await.unwrap_or_else(|_| Err(late()))
}

/// One answer for each of so many calls.
fn spread(calls: usize, answered: Result<Vec<Value>, StoreError>) -> Answers {
    match answered {
        Ok(values) if values.len() == calls => values.into_iter().map(Ok).collect(),
        Ok(_) => vec![Err(StoreError::Failed("it does not speak as Redis does".to_owned())); calls],
        Err(error) => vec![Err(error); calls],
    }
}

fn pipeline(leg: Leg) -> Pipeline {
    let mut pipeline = Pipeline::with_capacity(leg.len());
    for command in leg {
        pipeline.add_command(command);
    }
    pipeline
}

fn is_unknown(answer: &Result<Value, StoreError>) -> bool {
    matches!(answer, Ok(Value::ServerError(error)) if error.code() == "NOSCRIPT")
}

fn settled(value: Value) -> Result<Value, StoreError> {
    match value {
        Value::ServerError(error) => Err(fault::of_answer(&error)),
        value => Ok(value),
    }
}

fn late() -> StoreError {
    StoreError::Away("no answer in time".to_owned())
}
