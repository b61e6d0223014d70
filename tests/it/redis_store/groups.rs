//! Several servers: a master that is replaced, a part of a cluster that is away.

use std::time::Duration;

use aftercall::call::Partition;
use aftercall::phone::Respondent;
use aftercall::ports::store::{Change, Committed, Owner, SessionKey, SessionStore, StoreError};
use aftercall::stores::redis::{Mode, RedisStore};

use super::{begin, is_away, node, store};
use crate::support::samples::{at, caller, later, mark, session, timer, writing};
use crate::support::servers::{Redis, RedisCluster, Sentinels, eventually};

#[tokio::test]
async fn a_new_master_is_found_and_is_a_new_epoch_since_it_may_lack_what_was_acknowledged() {
    let sentinels = Sentinels::start().await;
    let store = store(&sentinels.url());
    let first = store.recognise(&node("a")).await.expect("an epoch");
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    let killed = sentinels.kill_master().await;
    assert!(is_away(&begin(&store, 2).await));
    sentinels.moved_from(killed.port()).await;
    let refused = Err(StoreError::Away("a new epoch begins".to_owned()));
    eventually("the new master", async || begin(&store, 2).await == refused).await;
    let second = store.recognise(&node("a")).await.expect("an epoch");
    assert!(second.began_here && second.id != first.id);
    assert_eq!(begin(&store, 2).await, Ok(Committed::Done));
    assert!(matches!(store.audit().await.expect("an audit").mode, Mode::Sentinel { .. }));
}

#[tokio::test]
async fn an_ordered_failover_heals_by_looking_again() {
    let sentinels = Sentinels::start().await;
    let store = store(&sentinels.url());
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    sentinels.fail_over().await;
    eventually("recognised", async || store.recognise(&node("a")).await.is_ok() && begin(&store, 2).await == Ok(Committed::Done)).await;
}

fn everyone() -> impl Iterator<Item = Respondent> {
    (200..300).map(|area| Respondent::parse(&format!("+1{area}5550123")).expect("a number"))
}

/// A session of each, in many partitions.
async fn begin_each(store: &RedisStore) -> Vec<Result<Committed, StoreError>> {
    let mut answers = Vec::new();
    for (number, respondent) in everyone().enumerate() {
        let partition = Partition::of_respondent("default", &respondent);
        let id = partition.name_in(format!("01936f00-0000-7000-8000-{number:010x}00"));
        let tasks = vec![timer(&partition.name_in(format!("01936f00-0000-7000-9000-{number:010x}00")), &id, at(0))];
        let seen = Some(mark(&format!("call-{number}"), "asked"));
        let sessions = vec![session(&id, respondent)];
        answers.push(store.commit(Change { partition, mark: seen, sessions, tasks, now: at(0), ..Change::default() }).await);
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cluster_spreads_the_partitions_and_heals_when_a_master_is_killed() {
    let cluster = RedisCluster::start().await;
    let store = store(&cluster.url());
    let first = store.recognise(&node("a")).await.expect("an epoch");
    assert_eq!(begin_each(&store).await, vec![Ok(Committed::Done); 100]);
    let leased = store.lease(1000, Duration::from_secs(1), at(0)).await.expect("a lease");
    assert_eq!(leased.len(), 100);
    for (number, respondent) in everyone().enumerate() {
        let (owner, mark) = (Owner { tenant: "default", respondent: &respondent }, mark(&format!("call-{number}"), ""));
        let dossier = store.dossier(owner, Some(&mark), at(0)).await.expect("a dossier");
        assert_eq!((dossier.sessions.len(), dossier.seen), (1, Some("asked".to_owned())));
        let call_id = format!("call-{}", dossier.sessions[0].id);
        let by_call = store.session(SessionKey::Call { account: "main", call_id: &call_id }).await.expect("a read");
        assert_eq!(by_call.as_ref(), dossier.sessions.first());
    }
    let audit = store.audit().await.expect("an audit");
    assert_eq!((audit.servers.len(), audit.servers[0].cluster_state.as_deref()), (3, Some("ok")), "{audit:?}");
    let killed = cluster.kill_a_master().await;
    cluster.replaced(killed).await;
    eventually("recognised", async || store.recognise(&node("a")).await.is_ok_and(|epoch| epoch.id != first.id)).await;
    eventually("all served", async || begin_each(&store).await.iter().all(Result::is_ok)).await;
}

/// The node that has the slot of partition 0, and another master; with their ids.
async fn owner_and_other(cluster: &RedisCluster, slot: &str) -> [(usize, String); 2] {
    let slot: u16 = slot.parse().expect("a number");
    let (mut owner, mut other) = (None, None);
    for (place, node) in cluster.nodes().iter().enumerate() {
        let known = node.cli(&["CLUSTER", "NODES"]).await;
        let fields: Vec<&str> = known.lines().find(|line| line.contains("myself")).expect("itself").split(' ').collect();
        let Some((first, last)) = fields.get(8).and_then(|slots| slots.split_once('-')) else { continue };
        let has = (first.parse::<u16>().expect("a slot")..=last.parse().expect("a slot")).contains(&slot);
        *(if has { &mut owner } else { &mut other }) = Some((place, fields[0].to_owned()));
    }
    [owner.expect("an owner"), other.expect("another master")]
}

/// Moves those of the slot's keys to the other node; they are no text, so that redis-cli cannot name them.
async fn move_keys(from: &Redis, to: &Redis, slot: &str, which: impl Fn(&[u8]) -> bool) -> usize {
    let client = redis::Client::open(from.url()).expect("an address");
    let mut link = client.get_multiplexed_async_connection().await.expect("a link");
    let mut list = redis::cmd("CLUSTER");
    let keys: Vec<Vec<u8>> = list.arg("GETKEYSINSLOT").arg(slot).arg(1000).query_async(&mut link).await.expect("keys");
    let mut moved = 0;
    for key in keys.iter().filter(|key| which(key)) {
        let mut migrate = redis::cmd("MIGRATE");
        migrate.arg("127.0.0.1").arg(to.port()).arg(key).arg(0).arg(5000);
        moved += migrate.query_async::<()>(&mut link).await.map(|()| 1).expect("moved");
    }
    moved
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_slot_moves_no_script_sees_half_a_partition() {
    let cluster = RedisCluster::start().await;
    let store = store(&cluster.url());
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    let slot = cluster.nodes()[0].cli(&["CLUSTER", "KEYSLOT", "ac:{0}:e"]).await;
    let [(from, from_id), (to, to_id)] = owner_and_other(&cluster, &slot).await;
    let (from, to) = (&cluster.nodes()[from], &cluster.nodes()[to]);
    to.cli(&["CLUSTER", "SETSLOT", &slot, "IMPORTING", &from_id]).await;
    from.cli(&["CLUSTER", "SETSLOT", &slot, "MIGRATING", &to_id]).await;
    // The session moves first: what a script would find then is a partition with its epoch and without its session.
    let keys = move_keys(from, to, &slot, |key| key.starts_with(b"ac:{0}:s")).await;
    assert_eq!(keys, 1);
    let next = later(&session("S1-", caller(1)));
    let answer = store.commit(writing(&[&next])).await;
    assert!(is_away(&answer), "{answer:?}");
    let answer = begin(&store, 2).await;
    assert!(is_away(&answer), "{answer:?}");
    move_keys(from, to, &slot, |_| true).await;
    for node in [to, from] {
        node.cli(&["CLUSTER", "SETSLOT", &slot, "NODE", &to_id]).await;
    }
    eventually("the new owner", async || store.commit(writing(&[&next])).await == Ok(Committed::Done)).await;
    assert_eq!(begin(&store, 2).await, Ok(Committed::Done));
}
