//! Several servers: a master that is replaced, a part of a cluster that is away.

use std::time::Duration;

use aftercall::call::Partition;
use aftercall::phone::Respondent;
use aftercall::ports::store::{Change, Committed, Owner, SessionKey, SessionStore, StoreError};
use aftercall::stores::redis::{Mode, RedisStore};

use super::{begin, is_away, node, store};
use crate::support::samples::{at, mark, session, timer};
use crate::support::servers::{RedisCluster, Sentinels, eventually};

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
async fn a_cluster_whose_master_is_killed_serves_the_rest_and_heals() {
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
    // By the lease's end all are due again; those of the living masters are handed out.
    eventually("tasks of the others", async || {
        store.lease(1000, Duration::from_secs(1), at(10)).await.is_ok_and(|leased| (1..100).contains(&leased.len()))
    })
    .await;
    cluster.replaced(killed).await;
    eventually("recognised", async || store.recognise(&node("a")).await.is_ok_and(|epoch| epoch.id != first.id)).await;
    eventually("all served", async || begin_each(&store).await.iter().all(Result::is_ok)).await;
}
