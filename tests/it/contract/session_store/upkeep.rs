use std::time::Duration;

use aftercall::ports::store::{Change, Committed, Health, SessionKey, Settlement};

use super::{Store, by_id, done};
use crate::support::samples::{adding, at, caller, definition, ended, mark, session, timer, writing};

pub async fn definitions_are_kept_and_given_back(store: Store) {
    assert_eq!(store.definitions(Vec::new()).await, Ok(Vec::new()));
    let (csat, nps) = ((definition("csat"), "id = 'csat'".to_owned()), (definition("nps"), "id = 'nps'".to_owned()));
    assert_eq!(store.definitions(vec![nps.clone()]).await, Ok(vec![nps.clone()]));
    assert_eq!(store.definitions(vec![csat.clone()]).await.map(|kept| kept.len()), Ok(2));
    let mut kept = store.definitions(Vec::new()).await.expect("definitions");
    kept.sort_by(|one, other| one.0.id.cmp(&other.0.id));
    assert_eq!(kept, [csat, nps]);
}

pub async fn a_kept_definition_is_not_overwritten(store: Store) {
    let first = (definition("csat"), "first".to_owned());
    assert_eq!(store.definitions(vec![first.clone()]).await, Ok(vec![first.clone()]));
    assert_eq!(store.definitions(vec![(definition("csat"), "second".to_owned())]).await, Ok(vec![first]));
}

fn marked(key: &str, second: u64) -> Change {
    Change { mark: Some(mark(key, "first")), now: at(second), ..Change::default() }
}

pub async fn a_purge_deletes_old_marks_and_ended_sessions_and_nothing_else(store: Store) {
    let (old, open, recent) = (session("S1", caller(1)), session("S2", caller(1)), session("S3", caller(1)));
    done(&store, writing(&[&old, &open, &recent])).await;
    done(&store, writing(&[&ended(&old, at(9)), &ended(&recent, at(10))])).await;
    done(&store, adding(vec![timer("T1", "S2", at(0))])).await;
    done(&store, marked("old", 9)).await;
    done(&store, marked("recent", 10)).await;
    assert_eq!(store.purge(at(10), 100).await, Ok(2));
    assert_eq!(by_id(&store, "S1").await, None);
    assert_eq!(by_id(&store, "S2").await, Some(open));
    assert_eq!(by_id(&store, "S3").await.map(|session| session.version), Some(2));
    assert_eq!(store.commit(marked("recent", 20)).await, Ok(Committed::Duplicate("first".to_owned())));
    assert_eq!(store.commit(marked("old", 20)).await, Ok(Committed::Done));
    assert_eq!(store.health(at(0)).await.map(|health| health.waiting), Ok(1));
}

pub async fn a_purge_stops_at_its_limit(store: Store) {
    for number in 0..5 {
        done(&store, marked(&format!("mark-{number}"), number)).await;
    }
    let first = session("S1", caller(1));
    done(&store, writing(&[&first])).await;
    done(&store, writing(&[&ended(&first, at(1))])).await;
    let mut deleted = Vec::new();
    for _ in 0..3 {
        deleted.push(store.purge(at(10), 4).await.expect("a purge"));
    }
    assert_eq!(deleted, [4, 2, 0]);
}

pub async fn a_purged_sessions_call_and_messages_are_forgotten(store: Store) {
    let first = session("S1", caller(1));
    let message = Some(("main".to_owned(), "SM1".to_owned(), "S1".to_owned()));
    done(&store, Change { message, ..writing(&[&first]) }).await;
    done(&store, writing(&[&ended(&first, at(1))])).await;
    assert_eq!(store.purge(at(10), 100).await, Ok(1));
    assert_eq!(store.session(SessionKey::Message { account: "main", message_id: "SM1" }).await, Ok(None));
    assert_eq!(store.session(SessionKey::Call { account: "main", call_id: "call-S1" }).await, Ok(None));
    done(&store, writing(&[&first])).await;
}

pub async fn a_purge_deletes_parked_tasks_of_old(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0)), timer("T2", "S1", at(0))])).await;
    let leased = store.lease(1, Duration::from_secs(10), at(0)).await.expect("a lease");
    assert_eq!(store.settle(&leased[0], Settlement::Parked).await, Ok(true));
    assert_eq!(store.purge(at(10_000), 100).await, Ok(1));
    assert_eq!(store.health(at(0)).await.map(|health| (health.waiting, health.parked)), Ok((1, 0)));
}

pub async fn health_counts_the_queues(store: Store) {
    assert_eq!(store.health(at(0)).await, Ok(Health::default()));
    let (open, over) = (session("S1", caller(1)), session("S2", caller(2)));
    done(&store, writing(&[&open, &over])).await;
    done(&store, writing(&[&ended(&over, at(0))])).await;
    let tasks = [("T1", 0), ("T2", 1), ("T3", 10), ("T4", 500)].map(|(id, second)| timer(id, "S1", at(second)));
    done(&store, adding(tasks.to_vec())).await;
    let leased = store.lease(2, Duration::from_secs(60), at(1)).await.expect("a lease");
    assert_eq!(store.settle(&leased[0], Settlement::Parked).await, Ok(true));
    let expected = Health { waiting: 2, leased: 1, parked: 1, oldest_due_seconds: 30, open_sessions: 1 };
    assert_eq!(store.health(at(40)).await, Ok(expected));
    let abandoned = Health { waiting: 3, leased: 0, oldest_due_seconds: 60, ..expected };
    assert_eq!(store.health(at(61)).await, Ok(abandoned));
}
