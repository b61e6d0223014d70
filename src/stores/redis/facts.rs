//! Facts on their way to the reporting store: a stream per partition, read by one gateway at a time.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::time::Duration;

use redis::Value;

use super::scripts::{Call, FACTS, FORWARDED};
use super::{RedisStore, pack, value};
use crate::call::Partition;
use crate::ports::store::{Queued, StoreError};

impl RedisStore {
    pub(super) async fn facts(&self, most: usize, hold: Duration) -> Result<Vec<Queued>, StoreError> {
        let epoch = self.epoch().await?;
        let lengths = self.lengths().await;
        if let Some((_, Err(error))) = lengths.iter().find(|_| lengths.iter().all(|(_, length)| length.is_err())) {
            return Err(error.clone());
        }
        let mut calls = Vec::new();
        let mut left = most;
        for (partition, length) in self.in_turn(lengths) {
            let share = left.min(length);
            if share == 0 {
                break;
            }
            let words = self.words(&epoch, None).number(share).bytes(self.holder.as_str()).number(hold.as_millis());
            calls.push(self.call(&FACTS, partition, words));
            left -= share;
        }
        let mut queued = Vec::new();
        let mut last = None;
        for (call, answer) in calls.iter().zip(self.fly(&calls).await) {
            match answer.and_then(|answer| read_facts(call.partition, answer)) {
                Ok(facts) => queued.extend(facts),
                Err(error) => last = Some(error),
            }
        }
        match last {
            Some(error) if queued.is_empty() => Err(error),
            _ => Ok(queued),
        }
    }

    pub(super) async fn forward(&self, keys: &[String]) -> Result<(), StoreError> {
        let epoch = self.epoch().await?;
        let mut by_partition: BTreeMap<Partition, Vec<&str>> = BTreeMap::new();
        for key in keys {
            let (partition, place) = key.split_once(':').ok_or_else(value::odd)?;
            let partition = partition.parse::<u8>().map_err(|_| value::odd())?;
            by_partition.entry(Partition::from(partition)).or_default().push(place);
        }
        let words = |places: &[&str]| {
            let words = self.words(&epoch, None).bytes(self.holder.as_str());
            words.each(places, |words, place| words.bytes(*place))
        };
        let calls: Vec<Call> = by_partition.iter().map(|(partition, places)| self.call(&FORWARDED, *partition, words(places))).collect();
        if calls.is_empty() {
            return Ok(());
        }
        self.fly(&calls).await.into_iter().try_for_each(|answer| answer.map(drop))
    }

    pub(super) async fn waiting_facts(&self) -> Result<u64, StoreError> {
        self.epoch().await?;
        self.lengths().await.into_iter().map(|(_, length)| length.map(|length| length as u64)).sum()
    }

    async fn lengths(&self) -> Vec<(Partition, Result<usize, StoreError>)> {
        let length = |partition| {
            let mut command = redis::cmd("XLEN");
            command.arg(self.keys.of(partition, "f"));
            Call::plain(partition, command)
        };
        let calls: Vec<Call> = Partition::all().map(length).collect();
        let read = |answer: Value| value::number(&answer).map(|length| usize::try_from(length).unwrap_or(0));
        Partition::all().zip(self.fly(&calls).await).map(|(partition, answer)| (partition, answer.and_then(read))).collect()
    }

    /// Those that have some, beginning with another one each time.
    fn in_turn(&self, lengths: Vec<(Partition, Result<usize, StoreError>)>) -> Vec<(Partition, usize)> {
        let mut lengths: Vec<(Partition, usize)> =
            lengths.into_iter().filter_map(|(partition, length)| Some((partition, length.ok().filter(|length| *length > 0)?))).collect();
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        if !lengths.is_empty() {
            let first = turn % lengths.len();
            lengths.rotate_left(first);
        }
        lengths
    }
}

/// A key is the partition's number and the place in its stream.
pub(super) fn read_facts(partition: Partition, answer: Value) -> Result<Vec<Queued>, StoreError> {
    let entry = |entry: Value| {
        let mut parts = value::list(entry)?.into_iter();
        let place = value::text(&value::next(&mut parts)?).ok_or_else(value::odd)?;
        let key = format!("{}:{place}", partition.number());
        let mut fields = value::list(value::next(&mut parts)?)?.into_iter();
        let body = fields.nth(1).map(value::bytes).transpose().unwrap_or_default();
        Ok(match body.map(|body| pack::read_fact(&body)) {
            Some(Ok(fact)) => Queued::Fact { key, fact: Box::new(fact) },
            _ => Queued::Damaged { key },
        })
    };
    value::list(answer)?.into_iter().map(entry).collect()
}
