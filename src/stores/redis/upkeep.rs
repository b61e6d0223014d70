//! Survey definitions in use, and what does not end by itself.

use redis::Value;
use serde::{Deserialize, Serialize};

use super::scripts::Call;
use super::{LeaseClock, RedisStore, value};
use crate::call::{Moment, Partition};
use crate::ports::store::StoreError;
use crate::survey::model::SurveyKey;

/// A definition as it is stored, under its digest.
#[derive(Serialize, Deserialize)]
struct Definition {
    key: SurveyKey,
    source: String,
}

type Kept = Vec<(SurveyKey, String)>;

impl RedisStore {
    pub(super) async fn keep_definitions(&self, keep: Kept) -> Result<Kept, StoreError> {
        self.epoch().await?;
        let place = || self.keys.of(Partition::default(), "defs");
        let mut calls = Vec::new();
        for (key, source) in keep {
            let digest = key.digest.clone();
            let text = serde_json::to_string(&Definition { key, source });
            let text = text.map_err(|_| StoreError::Failed("a definition cannot be written".to_owned()))?;
            let mut set = redis::cmd("HSETNX");
            set.arg(place()).arg(digest).arg(text);
            calls.push(Call::plain(Partition::default(), set));
        }
        let mut all = redis::cmd("HVALS");
        all.arg(place());
        calls.push(Call::plain(Partition::default(), all));
        let mut last = None;
        for answer in self.fly(&calls).await {
            last = Some(answer?);
        }
        let mut kept = value::list(last.ok_or_else(value::odd)?)?.into_iter().map(read_definition).collect::<Result<Kept, _>>()?;
        let order = |key: &SurveyKey| (key.id.clone(), key.version, key.digest.clone());
        kept.sort_by_key(|(key, _)| order(key));
        Ok(kept)
    }

    /// Their records end by themselves.
    pub(super) async fn forget_parked(&self, before: Moment) -> Result<usize, StoreError> {
        self.epoch().await?;
        let now = match self.options.lease_clock {
            LeaseClock::Caller => before.plus(self.options.retention).millis(),
            LeaseClock::Store => value::time(self.one(Call::plain(Partition::default(), redis::cmd("TIME"))).await?)?,
        };
        let forget = |partition| {
            let mut command = redis::cmd("ZREMRANGEBYSCORE");
            command.arg(self.keys.of(partition, "k")).arg("-inf").arg(format!("({now}"));
            Call::plain(partition, command)
        };
        let calls: Vec<Call> = Partition::all().map(forget).collect();
        let mut forgotten = 0;
        for answer in self.fly(&calls).await {
            forgotten += usize::try_from(value::number(&answer?)?).unwrap_or(0);
        }
        Ok(forgotten)
    }
}

fn read_definition(stored: Value) -> Result<(SurveyKey, String), StoreError> {
    let text = value::bytes(stored)?;
    let read: Definition = serde_json::from_slice(&text).map_err(|_| StoreError::Unreadable("a definition".to_owned()))?;
    Ok((read.key, read.source))
}
