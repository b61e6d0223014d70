//! A store that has lost data says so, and takes nothing until it was recognised.

use std::sync::Arc;

use aftercall::ports::store::{Committed, FactQueue, Owner, SessionKey, SessionStore, StoreError};
use aftercall::stores::redis::{Node, RedisStore};

use super::{begin, is_away, node, shared, store};
use crate::support::samples::{at, caller};
use crate::support::servers::Redis;

fn new_epoch<T>() -> Result<T, StoreError> {
    Err(StoreError::Away("a new epoch begins".to_owned()))
}

#[tokio::test]
async fn a_wiped_store_refuses_everything_until_it_is_recognised() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    let first = store.recognise(&node("a")).await.expect("an epoch");
    assert!(first.began_here);
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    redis.cli(&["FLUSHALL"]).await;
    let owner = caller(1);
    assert_eq!(begin(&store, 2).await, new_epoch());
    assert_eq!(store.session(SessionKey::Id("S1-")).await, new_epoch());
    assert_eq!(store.session(SessionKey::Call { account: "main", call_id: "call-S1-" }).await, new_epoch());
    assert_eq!(store.session(SessionKey::Message { account: "main", message_id: "SM1" }).await, new_epoch());
    assert_eq!(store.dossier(Owner { tenant: "default", respondent: &owner }, None, at(0)).await, new_epoch());
    assert_eq!(store.health(at(0)).await, new_epoch());
    let second = store.recognise(&node("a")).await.expect("an epoch");
    assert!(second.began_here && second.id != first.id);
    assert_eq!(store.session(SessionKey::Id("S1-")).await, Ok(None));
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    let third = store.recognise(&node("a")).await.expect("an epoch");
    assert!(!third.began_here && third.id == second.id && third.age < std::time::Duration::from_secs(60));
}

#[tokio::test]
async fn a_store_that_was_restarted_empty_is_a_new_epoch_also_for_who_looks_for_the_first_time() {
    let redis = Redis::start().await;
    let (old, fresh) = (store(&redis.url()), store(&redis.url()));
    let first = old.recognise(&node("a")).await.expect("an epoch");
    redis.kill();
    redis.restart().await;
    assert!(is_away(&begin(&old, 1).await));
    assert_eq!(begin(&old, 1).await, new_epoch());
    assert_eq!(begin(&fresh, 1).await, Ok(Committed::Done));
    assert_eq!(begin(&old, 2).await, new_epoch(), "not looked at yet");
    let second = old.recognise(&node("a")).await.expect("an epoch");
    assert!(!second.began_here && second.id != first.id);
    assert_eq!(begin(&old, 2).await, Ok(Committed::Done));
}

#[tokio::test]
async fn a_restart_that_keeps_the_data_is_a_new_epoch_too() {
    let redis = Redis::with(&["--appendonly", "yes", "--appendfsync", "always"]).await;
    let store = store(&redis.url());
    let first = store.recognise(&node("a")).await.expect("an epoch");
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    redis.kill();
    redis.restart().await;
    assert!(is_away(&begin(&store, 2).await));
    assert_eq!(begin(&store, 2).await, new_epoch());
    let second = store.recognise(&node("a")).await.expect("an epoch");
    assert!(second.began_here && second.id != first.id);
    assert!(store.session(SessionKey::Id("S1-")).await.expect("a read").is_some());
}

#[tokio::test]
async fn one_lost_marker_is_a_new_epoch() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    let first = store.recognise(&node("a")).await.expect("an epoch");
    redis.cli(&["DEL", "ac:{77}:e"]).await;
    let second = store.recognise(&node("a")).await.expect("an epoch");
    assert!(second.began_here && second.id != first.id);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gateways_that_begin_an_epoch_at_once_agree_on_one() {
    let redis = Redis::start().await;
    let stores: Vec<Arc<RedisStore>> = (0..8).map(|_| Arc::new(store(&redis.url()))).collect();
    for _ in 0..5 {
        let mut looking = Vec::new();
        for (number, store) in stores.iter().enumerate() {
            let store = Arc::clone(store);
            looking.push(tokio::spawn(async move { store.recognise(&node(&format!("node-{number}"))).await.expect("an epoch") }));
        }
        let mut epochs = Vec::new();
        for one in looking {
            epochs.push(one.await.expect("a task"));
        }
        assert!(epochs.iter().all(|epoch| epoch.id == epochs[0].id), "{epochs:?}");
        assert_eq!(epochs.iter().filter(|epoch| epoch.began_here).count(), 1);
        redis.cli(&["FLUSHALL"]).await;
    }
}

#[tokio::test]
async fn gateways_see_each_other_and_what_the_others_have_redone() {
    let redis = Redis::with_clock().await;
    let (one, other) = (store(&redis.url()), store(&redis.url()));
    let epoch = one.recognise(&node("one")).await.expect("an epoch");
    assert_eq!(epoch.peers, []);
    let done = Some(epoch.id.clone());
    one.recognise(&Node { done: done.clone(), ..node("one") }).await.expect("an epoch");
    redis.set_clock(90);
    let seen = other.recognise(&node("other")).await.expect("an epoch");
    assert_eq!((seen.peers.len(), &seen.peers[0].id, &seen.peers[0].done), (1, &"one".to_owned(), &done));
    assert!((85..120).contains(&seen.peers[0].seen_ago.as_secs()) && (85..120).contains(&seen.age.as_secs()), "{seen:?}");
    redis.set_clock(4000);
    assert_eq!(other.recognise(&node("other")).await.expect("an epoch").peers, [], "not seen for an hour");
}

#[tokio::test]
async fn scripts_that_the_server_has_forgotten_are_not_noticed() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    redis.cli(&["SCRIPT", "FLUSH"]).await;
    assert_eq!(begin(&store, 2).await, Ok(Committed::Done));
    redis.cli(&["SCRIPT", "FLUSH"]).await;
    assert_eq!(store.health(at(0)).await.map(|health| health.open_sessions), Ok(2));
    redis.cli(&["SCRIPT", "FLUSH"]).await;
    assert_eq!(store.depth().await, Ok(0));
    assert_eq!(store.lease(5, std::time::Duration::from_secs(1), at(0)).await, Ok(Vec::new()));
}

#[tokio::test]
async fn two_prefixes_share_a_server_and_nothing_else() {
    let (one, other) = (store(&super::alone(&shared().await.url())), store(&super::alone(&shared().await.url())));
    assert_eq!(begin(&one, 1).await, Ok(Committed::Done));
    assert_eq!(other.session(SessionKey::Id("S1-")).await, Ok(None));
    assert_eq!(begin(&other, 1).await, Ok(Committed::Done));
}
