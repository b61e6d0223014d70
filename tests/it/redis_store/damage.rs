//! What somebody else wrote under our keys: an error that shows no value, never a panic, nothing half written.

use std::time::Duration;

use aftercall::ports::store::{Change, Committed, Owner, Purpose, SessionKey, SessionStore, StoreError};
use aftercall::stores::redis::RedisStore;

use super::{begin, store};
use crate::support::samples::{adding, at, caller, message, naming, session, timer, writing};
use crate::support::servers::Redis;

const GARBAGE: [&str; 6] = ["", "x", "+14155550123", "\u{1}", "\u{1}\u{1}\u{1}+14155550123", "\u{2}\u{1}\u{1}{}"];

/// Names of the keys of that kind in partition 0.
async fn keys(redis: &Redis, kind: &str) -> Vec<String> {
    redis.cli(&["--raw", "EVAL", "local names = {} for _, key in ipairs(redis.call('KEYS', 'ac:{0}:' .. ARGV[1] .. '*')) do names[#names + 1] = key end return #names", "0", kind]).await.lines().map(str::to_owned).collect()
}

/// Overwrites all keys of that kind with a string, or with a list.
async fn spoil(redis: &Redis, kind: &str, with: Option<&str>) {
    let write = if with.is_some() { "redis.call('SET', key, ARGV[2])" } else { "redis.call('DEL', key) redis.call('RPUSH', key, 'x')" };
    let script = format!("for _, key in ipairs(redis.call('KEYS', 'ac:{{0}}:' .. ARGV[1] .. '*')) do {write} end return 'ok'");
    assert_eq!(redis.cli(&["EVAL", &script, "0", kind, with.unwrap_or_default()]).await, "ok");
}

async fn filled(redis: &Redis) -> RedisStore {
    redis.cli(&["FLUSHALL"]).await;
    let store = store(&redis.url());
    let tasks = vec![timer("T1", "S1", at(0)), message("T2", caller(1), Purpose::Invitation, at(0))];
    let change = Change {
        mark: Some(crate::support::samples::mark("m", "reply")),
        respondent: Some(naming(caller(1), 0)),
        tasks,
        message: Some(("main".to_owned(), "SM1".to_owned(), "S1".to_owned())),
        ..writing(&[&session("S1", caller(1))])
    };
    assert_eq!(store.commit(change).await, Ok(Committed::Done));
    store
}

/// Nothing panics; an error is of the kind that says what it is and shows no value.
async fn everything_is_asked(store: &RedisStore) {
    let owner = caller(1);
    let owner = Owner { tenant: "default", respondent: &owner };
    let seen = crate::support::samples::mark("m", "");
    let next = crate::support::samples::later(&session("S1", caller(1)));
    let answers = [
        store.session(SessionKey::Id("S1")).await.map(drop),
        store.session(SessionKey::Message { account: "main", message_id: "SM1" }).await.map(drop),
        store.dossier(owner, Some(&seen), at(0)).await.map(drop),
        store.commit(Change { cancel: vec!["S1".to_owned()], ..writing(&[&next]) }).await.map(drop),
        store.commit(Change { respondent: Some(naming(caller(1), 1)), ..Change::default() }).await.map(drop),
        store.lease(10, Duration::from_secs(5), at(100)).await.map(drop),
        store.health(at(0)).await.map(drop),
        store.purge(at(0), 10).await.map(drop),
        store.redo(&writing(&[&next]), Duration::ZERO).await,
    ];
    for error in answers.into_iter().filter_map(Result::err) {
        assert!(matches!(error, StoreError::Unreadable(_)), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("4155550123"), "{error}");
    }
}

#[tokio::test]
async fn garbage_under_any_of_our_keys_is_unreadable_at_worst() {
    let redis = Redis::start().await;
    for kind in ["s", "r", "m", "p", "t", "q0", "q1", "o", "f", "k", "l", "i"] {
        for with in GARBAGE.iter().copied().map(Some).chain([None]) {
            let store = filled(&redis).await;
            spoil(&redis, kind, with).await;
            everything_is_asked(&store).await;
        }
    }
}

#[tokio::test]
async fn a_damaged_session_is_unreadable_and_the_others_go_on() {
    let redis = Redis::start().await;
    let store = filled(&redis).await;
    spoil(&redis, "s", Some("nonsense")).await;
    assert!(matches!(store.session(SessionKey::Id("S1")).await, Err(StoreError::Unreadable(_))));
    assert_eq!(begin(&store, 7).await, Ok(Committed::Done));
    assert!(store.session(SessionKey::Id("S7-")).await.expect("a read").is_some());
    assert_eq!(keys(&redis, "s").await, ["2"]);
}

#[tokio::test]
async fn a_damaged_task_is_set_aside_and_the_others_are_handed_out() {
    let redis = Redis::start().await;
    let store = filled(&redis).await;
    spoil(&redis, "t", Some("nonsense")).await;
    assert_eq!(store.commit(adding(vec![timer("T9", "S1", at(1))])).await, Ok(Committed::Done));
    let leased = store.lease(10, Duration::from_secs(5), at(100)).await.expect("a lease");
    assert_eq!(leased.iter().map(|leased| leased.task.id.as_str()).collect::<Vec<_>>(), ["T1", "T9"]);
    assert_eq!(store.health(at(0)).await.map(|health| (health.waiting, health.parked)), Ok((0, 1)));
}

#[tokio::test]
async fn a_session_of_a_newer_schema_is_refused() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    let newer = aftercall::survey::session::Session { schema: 2, ..session("S1", caller(1)) };
    assert_eq!(store.commit(writing(&[&newer])).await, Ok(Committed::Done));
    assert!(matches!(store.session(SessionKey::Id("S1")).await, Err(StoreError::Unreadable(_))));
}
