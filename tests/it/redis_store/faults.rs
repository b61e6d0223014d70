//! A server that is away, hangs, is full or a replica: an answer in time, nothing half written, and no restart needed.

use std::sync::Arc;
use std::time::{Duration, Instant};

use aftercall::call::Moment;
use aftercall::ports::store::{Change, Committed, Owner, Purpose, SessionKey, SessionStore, StoreError};
use aftercall::stores::redis::{LeaseClock, Options, RedisStore};

use super::{begin, is_away, node, opened, options, store};
use crate::support::chaos::{Mode, Proxy};
use crate::support::samples::{at, caller, fact, mark, message, naming, session, timer, writing};
use crate::support::servers::{Redis, eventually};

/// What no call may exceed.
const LIMIT: Duration = Duration::from_secs(2);

/// Waits until the store takes changes again.
async fn healed(store: &RedisStore, number: u8) {
    eventually("a store that takes changes", async || begin(store, number).await == Ok(Committed::Done)).await;
}

async fn all_away(store: &Arc<RedisStore>, calls: u8) {
    let began = Instant::now();
    let mut asking = Vec::new();
    for number in 0..calls {
        let store = Arc::clone(store);
        asking.push(tokio::spawn(async move {
            match number % 4 {
                0 => begin(&store, number).await.map(drop),
                1 => store.session(SessionKey::Id("S1-")).await.map(drop),
                2 => store.lease(1, Duration::from_secs(1), at(0)).await.map(drop),
                _ => store.dossier(Owner { tenant: "default", respondent: &caller(1) }, None, at(0)).await.map(drop),
            }
        }));
    }
    for one in asking {
        let answer = one.await.expect("a task");
        assert!(is_away(&answer), "{answer:?}");
    }
    assert!(began.elapsed() < LIMIT, "{:?}", began.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_hangs_is_away_within_two_seconds_for_all_and_heals_by_itself() {
    let redis = Redis::start().await;
    let store = Arc::new(store(&redis.url()));
    assert_eq!(begin(&store, 250).await, Ok(Committed::Done));
    redis.stop_answering();
    all_away(&store, 200).await;
    all_away(&store, 200).await;
    redis.go_on();
    healed(&store, 251).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_network_that_swallows_everything_is_away_within_two_seconds_and_heals_by_itself() {
    let redis = Redis::start().await;
    let proxy = Proxy::before(redis.address()).await;
    let store = Arc::new(store(&redis.url_at(proxy.address())));
    assert_eq!(begin(&store, 250).await, Ok(Committed::Done));
    for mode in [Mode::BlackHole, Mode::Refuse, Mode::Reset, Mode::HalfClose] {
        proxy.set(mode);
        all_away(&store, 40).await;
        proxy.set(Mode::Pass);
        eventually("healed", async || store.session(SessionKey::Id("S250-")).await.is_ok_and(|found| found.is_some())).await;
    }
}

#[tokio::test]
async fn a_reply_that_is_lost_is_away_and_the_change_may_be_repeated() {
    let redis = Redis::start().await;
    let proxy = Proxy::before(redis.address()).await;
    let store = store(&redis.url_at(proxy.address()));
    let change = Change { mark: Some(mark("sms:main:SM1", "thanks")), now: at(0), ..Change::default() };
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    proxy.set(Mode::CutAfter(0));
    assert!(is_away(&store.commit(change.clone()).await));
    proxy.set(Mode::Pass);
    assert_eq!(store.commit(change).await, Ok(Committed::Duplicate("thanks".to_owned())));
}

#[tokio::test]
async fn a_redis_that_is_not_there_is_no_reason_not_to_open_the_store() {
    let redis = Redis::start().await;
    redis.kill();
    let store = store(&redis.url());
    assert!(is_away(&begin(&store, 1).await));
    redis.restart().await;
    healed(&store, 1).await;
}

#[tokio::test]
async fn more_than_the_bound_is_refused_at_once() {
    let redis = Redis::start().await;
    let store = Arc::new(opened(&redis.url(), Options { in_flight: 1, ..options(LeaseClock::Caller) }));
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    redis.stop_answering();
    let ask = || store.session(SessionKey::Id("S1-"));
    let mut one = ask();
    // At once: before the first one has its answer, however busy the machine is.
    tokio::select! {
        biased;
        answer = &mut one => panic!("answered at once: {answer:?}"),
        other = ask() => assert_eq!(other, Err(StoreError::Busy)),
    }
    redis.go_on();
    assert_ne!(one.await, Err(StoreError::Busy));
    healed(&store, 2).await;
}

#[tokio::test]
async fn a_master_that_becomes_a_replica_is_away_and_heals_when_it_is_master_again() {
    let master = Redis::start().await;
    let replica = Redis::replica_of(&master).await;
    let store = store(&master.url());
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    master.cli(&["REPLICAOF", "127.0.0.1", "1"]).await;
    for _ in 0..3 {
        assert_eq!(begin(&store, 2).await, Err(StoreError::Away("READONLY".to_owned())));
    }
    master.cli(&["REPLICAOF", "NO", "ONE"]).await;
    healed(&store, 2).await;
    let follower = super::store(&replica.url());
    assert_eq!(begin(&follower, 3).await, Err(StoreError::Away("READONLY".to_owned())));
}

#[tokio::test]
async fn a_full_store_takes_nothing_rather_than_half_and_heals() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    let new = session("S2-", caller(2));
    let whole = Change {
        mark: Some(mark("call:main:CA2", "asked")),
        respondent: Some(naming(caller(2), 0)),
        tasks: vec![timer("T1-", "S2-", at(0)), message("T2-", caller(2), Purpose::Invitation, at(0))],
        message: Some(("main".to_owned(), "SM1".to_owned(), "S2-".to_owned())),
        facts: vec![fact("F1")],
        ..writing(&[&new])
    };
    // The call is claimed and every script known before memory runs out.
    assert_eq!(store.commit(Change { sessions: vec![session("S3-", caller(2))], ..Change::default() }).await, Ok(Committed::Done));
    redis.cli(&["CONFIG", "SET", "maxmemory", "1"]).await;
    let answer = store.commit(whole.clone()).await;
    assert_eq!(answer, Err(StoreError::Away("OOM".to_owned())));
    let key = SessionKey::Id("S2-");
    assert_eq!(store.session(key).await, Ok(None));
    assert_eq!(store.session(SessionKey::Message { account: "main", message_id: "SM1" }).await, Ok(None));
    let health = store.health(at(0)).await.expect("health");
    assert_eq!((health.waiting, health.open_sessions), (0, 2));
    let dossier = store.dossier(Owner { tenant: "default", respondent: &caller(2) }, whole.mark.as_ref(), Moment::default()).await;
    assert_eq!(dossier.map(|dossier| (dossier.version, dossier.seen, dossier.sessions.len())), Ok((0, None, 1)));
    redis.cli(&["CONFIG", "SET", "maxmemory", "0"]).await;
    assert_eq!(store.commit(whole).await, Ok(Committed::Done));
}

#[tokio::test]
async fn a_server_that_is_back_is_used_again_without_a_restart_of_ours() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    for round in 0..3 {
        store.recognise(&node("a")).await.expect("an epoch");
        assert_eq!(begin(&store, round).await, Ok(Committed::Done));
        redis.kill();
        let answer = begin(&store, 100 + round).await;
        assert!(is_away(&answer), "{answer:?}");
        redis.restart().await;
        eventually("recognised", async || store.recognise(&node("a")).await.is_ok()).await;
    }
}
