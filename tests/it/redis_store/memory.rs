//! What an open survey by text takes, all keys included. `AFTERCALL_SOAK=1` measures 100 000 and 1 000 000.

use aftercall::call::{Moment, Partition};
use aftercall::phone::Respondent;
use aftercall::ports::store::{Change, Committed, FactQueue, Purpose, Queued, RespondentChange, SessionStore, Task};
use aftercall::stores::redis::{LeaseClock, RedisStore};
use aftercall::survey::session::Session;

use super::{opened, options};
use crate::support::samples::{at, later, message, naming, session, timer};
use crate::support::servers::Redis;

/// A survey whose message has been sent: session, respondent, call, waiting timer, message id.
async fn open_one(store: &RedisStore, number: u32) {
    // Plausible numbers that nobody has: only the line number counts for size.
    let respondent = Respondent::parse(&format!("+1{:03}555{:04}", 200 + number / 10_000 % 800, number % 10_000)).expect("a number");
    let partition = Partition::of_respondent("default", &respondent);
    let name = |kind: u32| partition.name_in(format!("01936f00-{:04x}-7000-8{kind:03}-{number:010x}00", number % 65_536));
    let (id, now) = (name(0), Moment::from_millis(at(0).millis() + i64::from(number)));
    let mut new = session(&id, respondent.clone());
    new.call.call_id = format!("CA{number:032x}");
    let new = Session { created_at: now, send_at: Some(now), ..new };
    let send = Task { session_id: Some(id.clone()), ..message(&name(2), respondent.clone(), Purpose::Invitation, now) };
    let tasks = vec![timer(&name(1), &id, new.valid_until), send];
    let named = Some(RespondentChange { invited: true, ..naming(respondent, 0) });
    let change = Change { partition, sessions: vec![new.clone()], respondent: named, tasks, now, ..Change::default() };
    assert_eq!(store.commit(change).await, Ok(Committed::Done));
    let sent = Session { invited_at: Some(now), ..later(&new) };
    let cancelled = Change { partition, cancel: vec![id.clone()], tasks: vec![timer(&name(3), &id, new.valid_until)], ..Change::default() };
    let message = Some(("main".to_owned(), format!("SM{number:032x}"), id));
    assert_eq!(store.commit(Change { sessions: vec![sent], message, now, ..cancelled }).await, Ok(Committed::Done));
}

async fn used(redis: &Redis) -> u64 {
    let info = redis.cli(&["INFO", "memory"]).await;
    let used = info.lines().find_map(|line| line.strip_prefix("used_memory:")).expect("a line");
    used.trim().parse().expect("a number")
}

async fn measured(surveys: u32) {
    let redis = Redis::start().await;
    let store = std::sync::Arc::new(opened(&redis.url(), options(LeaseClock::Store)));
    open_one(&store, 0).await;
    let before = used(&redis).await;
    let mut workers = tokio::task::JoinSet::new();
    for worker in 0..16 {
        let store = std::sync::Arc::clone(&store);
        workers.spawn(async move {
            for number in (1..=surveys).filter(|number| number % 16 == worker) {
                open_one(&store, number).await;
            }
        });
    }
    while let Some(ended) = workers.join_next().await {
        ended.expect("a worker");
    }
    let waiting = store.waiting(1, std::time::Duration::from_secs(1)).await.expect("facts");
    assert_eq!(waiting, Vec::<Queued>::new());
    let after = used(&redis).await;
    println!("{surveys} open surveys: {} bytes each", (after - before) / u64::from(surveys));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_survey_takes_little_memory() {
    match std::env::var("AFTERCALL_SOAK").as_deref() {
        Ok("1") => {
            measured(100_000).await;
            measured(1_000_000).await;
        }
        _ => measured(2_000).await,
    }
}
