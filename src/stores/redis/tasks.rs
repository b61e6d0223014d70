//! Tasks: leased from whichever partitions have some due, settled.

use std::sync::atomic::Ordering;
use std::time::Duration;

use redis::Value;

use super::keys::{packed, unpacked};
use super::scripts::{Call, HEALTH, LEASE, SETTLE};
use super::{LeaseClock, RedisStore, pack, value};
use crate::call::{Moment, Partition};
use crate::ports::store::{Health, Leased, Settlement, StoreError, Task};

/// Flights of one lease; where more partitions have tasks due than fit, the next lease goes on.
const ROUNDS: usize = 4;

/// Where something may be due.
#[derive(Clone, Copy)]
struct Due {
    partition: Partition,
    /// Confirmations first, then whose turn it is.
    rank: (u8, usize),
}

/// A leased task and what it is sorted by.
struct Found {
    lane: i64,
    leased: Leased,
}

impl RedisStore {
    pub(super) async fn lease_due(&self, most: usize, ttl: Duration, now: Moment) -> Result<Vec<Leased>, StoreError> {
        if most == 0 {
            return Ok(Vec::new());
        }
        let epoch = self.epoch().await?;
        let mut due = self.due(now).await?;
        let mut found = Vec::new();
        let mut last = None;
        for _ in 0..ROUNDS {
            let left = most.saturating_sub(found.len());
            if left == 0 || due.is_empty() {
                break;
            }
            let (share, partitions) = shares(&due, left);
            let words = self.words(&epoch, self.clock(now)).number(share).number(ttl.as_millis());
            let words = words.number(self.options.retention.as_millis());
            let calls: Vec<Call> = partitions.iter().map(|due| self.call(&LEASE, due.partition, words.clone())).collect();
            let mut more = Vec::new();
            for (partition, answer) in partitions.iter().zip(self.fly(&calls).await) {
                match answer.and_then(read_leased) {
                    Ok((count, tasks)) => {
                        more.extend((count == share).then_some(*partition));
                        found.extend(tasks);
                    }
                    Err(error) => last = Some(error),
                }
            }
            more.extend(due.iter().skip(partitions.len()).copied());
            due = more;
        }
        // A node that is away does not keep the tasks of the others.
        match last {
            Some(error) if found.is_empty() => Err(error),
            _ => Ok(in_order(found)),
        }
    }

    /// Looks at the first of each queue, of all partitions at once.
    async fn due(&self, now: Moment) -> Result<Vec<Due>, StoreError> {
        let mut calls = vec![Call::plain(Partition::default(), redis::cmd("TIME"))];
        for partition in Partition::all() {
            for queue in ["q0", "q1", "l"] {
                let mut first = redis::cmd("ZRANGE");
                first.arg(self.keys.of(partition, queue)).arg(0).arg(0).arg("WITHSCORES");
                calls.push(Call::plain(partition, first));
            }
        }
        let mut answers = self.fly(&calls).await.into_iter();
        let time = answers.next().unwrap_or_else(|| Err(value::odd())).and_then(value::time);
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let (mut due, mut last, mut asked) = (Vec::new(), None, false);
        let now = match self.options.lease_clock {
            LeaseClock::Store => time?,
            LeaseClock::Caller => now.millis(),
        };
        for partition in Partition::all() {
            let mut lane = None;
            for rank in [0_u8, 1, 1] {
                match answers.next().unwrap_or_else(|| Err(value::odd())).and_then(first_score) {
                    Ok(Some(score)) if score <= now => lane = lane.or(Some(rank)),
                    Ok(_) => asked = true,
                    Err(error) => last = Some(error),
                }
            }
            let behind = (usize::from(partition.number()) + turn) % usize::from(Partition::COUNT);
            due.extend(lane.map(|lane| Due { partition, rank: (lane, behind) }));
        }
        due.sort_by_key(|due| due.rank);
        match last {
            Some(error) if due.is_empty() && !asked => Err(error),
            _ => Ok(due),
        }
    }

    pub(super) async fn settle_task(&self, task: &Leased, to: Settlement) -> Result<bool, StoreError> {
        let epoch = self.epoch().await?;
        let (name, due) = settlement(to);
        let words = self.words(&epoch, self.clock(task.task.due)).bytes(packed(&task.task.id)).number(task.fence);
        let words = words.bytes(name).number(due).number(self.options.retention.as_millis());
        let answer = self.one(self.call(&SETTLE, Partition::of_id(&task.task.id), words)).await?;
        Ok(value::number(&answer)? == 1)
    }

    pub(super) async fn count(&self, now: Moment) -> Result<Health, StoreError> {
        let epoch = self.epoch().await?;
        let words = self.words(&epoch, self.clock(now));
        let calls: Vec<Call> = Partition::all().map(|partition| self.call(&HEALTH, partition, words.clone())).collect();
        let mut health = Health::default();
        for answer in self.fly(&calls).await {
            let numbers = value::list(answer?)?.iter().map(value::number).collect::<Result<Vec<_>, _>>()?;
            let [waiting, leased, parked, oldest, open] = numbers[..] else { return Err(value::odd()) };
            let count = |number: i64| u64::try_from(number).unwrap_or(0);
            health.waiting += count(waiting);
            health.leased += count(leased);
            health.parked += count(parked);
            health.oldest_due_seconds = health.oldest_due_seconds.max(count(oldest) / 1000);
            health.open_sessions += count(open);
        }
        Ok(health)
    }
}

/// The name of a settlement in `scripts/settle.lua`, and its moment.
pub(super) fn settlement(to: Settlement) -> (&'static str, i64) {
    match to {
        Settlement::Started => ("started", 0),
        Settlement::Done => ("done", 0),
        Settlement::Retry(due) => ("retry", due.millis()),
        Settlement::Parked => ("parked", 0),
        Settlement::Postponed(due) => ("postponed", due.millis()),
        Settlement::Released => ("released", 0),
    }
}

/// How many each partition may give, and which ones are asked.
fn shares(due: &[Due], left: usize) -> (usize, &[Due]) {
    let asked = due.len().min(left);
    (left / asked.max(1), due.get(..asked).unwrap_or(due))
}

fn first_score(answer: Value) -> Result<Option<i64>, StoreError> {
    let mut parts = value::list(answer)?.into_iter();
    let Some(first) = parts.next() else { return Ok(None) };
    match (first, parts.next()) {
        // Flat in RESP2, a list of pairs in RESP3.
        (Value::Array(pair), None) => pair.get(1).map(value::number).transpose(),
        (_, Some(score)) => value::number(&score).map(Some),
        _ => Err(value::odd()),
    }
}

/// What `scripts/lease.lua` answers. A task that cannot be read is left to its lease: a newer gateway may take it then.
fn read_leased(answer: Value) -> Result<(usize, Vec<Found>), StoreError> {
    let answers = value::list(answer)?;
    let count = answers.len();
    let mut found = Vec::with_capacity(count);
    for answer in answers {
        match read_one(answer) {
            Ok(one) => found.push(one),
            Err(error) => tracing::error!(%error, "a task cannot be read"),
        }
    }
    Ok((count, found))
}

fn read_one(answer: Value) -> Result<Found, StoreError> {
    let mut parts = value::list(answer)?.into_iter();
    let id = unpacked(&value::bytes(value::next(&mut parts)?)?).ok_or_else(value::odd)?;
    let session = value::bytes(value::next(&mut parts)?)?;
    let session_id = if session.is_empty() { None } else { Some(unpacked(&session).ok_or_else(value::odd)?) };
    let mut number = |_| value::number(&value::next(&mut parts)?);
    let (due, lane, sends) = (Moment::from_millis(number(())?), number(())?, number(())? == 1);
    let (fence, attempt, started) = (number(())?, number(())?, number(())? == 1);
    let kind = pack::read_task(sends, &value::bytes(value::next(&mut parts)?)?)?;
    let task = Task { id, session_id, due, kind };
    let fence = u64::try_from(fence).unwrap_or(0);
    Ok(Found { lane, leased: Leased { task, fence, attempt: u32::try_from(attempt).unwrap_or(u32::MAX), in_doubt: started } })
}

fn in_order(mut found: Vec<Found>) -> Vec<Leased> {
    found.sort_by(|one, other| {
        let key = |found: &Found| (found.lane, found.leased.task.due);
        key(one).cmp(&key(other)).then_with(|| one.leased.task.id.cmp(&other.leased.task.id))
    });
    found.into_iter().map(|found| found.leased).collect()
}
