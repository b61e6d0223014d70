//! Facts wait until they are forwarded, in the hands of one gateway at a time.

use std::time::Duration;

use aftercall::ports::report::Fact;
use aftercall::ports::store::{Change, Committed, FactQueue, Queued, SessionStore};

use aftercall::stores::redis::{LeaseClock, Options};

use super::{alone, opened, options, shared, store};
use crate::support::samples::{at, caller, fact, later, session, writing};
use crate::support::servers::{Redis, eventually};

const HOLD: Duration = Duration::from_secs(60);

fn with(facts: &[&str]) -> Change {
    Change { facts: facts.iter().map(|id| fact(id)).collect(), now: at(0), ..Change::default() }
}

fn ids(queued: &[Queued]) -> Vec<String> {
    let id = |queued: &Queued| match queued {
        Queued::Fact { fact, .. } => match fact.as_ref() {
            Fact::Unmatched(unmatched) => unmatched.id.clone(),
            other => format!("{other:?}"),
        },
        Queued::Damaged { .. } => "damaged".to_owned(),
    };
    queued.iter().map(id).collect()
}

fn keys(queued: &[Queued]) -> Vec<String> {
    queued.iter().map(|(Queued::Fact { key, .. } | Queued::Damaged { key })| key.clone()).collect()
}

#[tokio::test]
async fn facts_wait_in_order_with_their_change_and_with_no_other() {
    let store = store(&alone(&shared().await.url()));
    let first = session("S1", caller(1));
    assert_eq!(store.commit(with(&["b", "a"])).await, Ok(Committed::Done));
    let refused = Change { facts: vec![fact("x")], ..writing(&[&later(&first)]) };
    assert_eq!(store.commit(refused).await, Ok(Committed::Conflict));
    assert_eq!(store.commit(with(&["c"])).await, Ok(Committed::Done));
    assert_eq!(store.depth().await, Ok(3));
    let waiting = store.waiting(10, HOLD).await.expect("facts");
    assert_eq!(ids(&waiting), ["b", "a", "c"]);
    store.forwarded(keys(&waiting)).await.expect("gone");
    assert_eq!((store.depth().await, store.waiting(10, HOLD).await), (Ok(0), Ok(Vec::new())));
}

#[tokio::test]
async fn a_gateway_that_starts_again_takes_over_at_once_what_it_had_in_hand() {
    let url = alone(&shared().await.url());
    let of = |node: &str| opened(&url, Options { node: Some(node.to_owned()), ..options(LeaseClock::Caller) });
    let killed = of("one");
    assert_eq!(killed.commit(with(&["a", "b"])).await, Ok(Committed::Done));
    assert_eq!(ids(&killed.waiting(10, HOLD).await.expect("facts")), ["a", "b"]);
    assert_eq!(killed.waiting(10, HOLD).await, Ok(Vec::new()), "it has them in hand itself");
    assert_eq!(of("other").waiting(10, HOLD).await, Ok(Vec::new()));
    let again = of("one");
    assert_eq!(ids(&again.waiting(10, HOLD).await.expect("facts")), ["a", "b"]);
    assert_eq!((again.waiting(10, HOLD).await, of("other").waiting(10, HOLD).await), (Ok(Vec::new()), Ok(Vec::new())));
}

#[tokio::test]
async fn two_gateways_are_not_handed_the_same_facts_until_one_lets_go() {
    let url = alone(&shared().await.url());
    let (one, other) = (store(&url), store(&url));
    assert_eq!(one.commit(with(&["a", "b"])).await, Ok(Committed::Done));
    let held = one.waiting(1, HOLD).await.expect("facts");
    assert_eq!(ids(&held), ["a"]);
    assert_eq!(other.waiting(10, HOLD).await, Ok(Vec::new()));
    one.forwarded(keys(&held)).await.expect("gone");
    assert_eq!(ids(&other.waiting(10, HOLD).await.expect("facts")), ["b"]);
}

#[tokio::test]
async fn what_a_gateway_took_and_never_forwarded_is_handed_to_the_next() {
    let url = alone(&shared().await.url());
    let (one, other) = (store(&url), store(&url));
    assert_eq!(one.commit(with(&["a"])).await, Ok(Committed::Done));
    assert_eq!(ids(&one.waiting(10, Duration::from_millis(50)).await.expect("facts")), ["a"]);
    eventually("the other's turn", async || ids(&other.waiting(10, HOLD).await.expect("facts")) == ["a"]).await;
}

#[tokio::test]
async fn a_fact_that_cannot_be_read_is_given_as_damaged_and_can_be_set_aside() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    assert_eq!(store.commit(with(&["a"])).await, Ok(Committed::Done));
    redis.cli(&["XADD", "ac:{0}:f", "*", "b", "nonsense"]).await;
    redis.cli(&["XADD", "ac:{0}:f", "*", "x", ""]).await;
    let waiting = store.waiting(10, HOLD).await.expect("facts");
    assert_eq!(ids(&waiting), ["a", "damaged", "damaged"]);
    store.forwarded(keys(&waiting)).await.expect("gone");
    assert_eq!(store.depth().await, Ok(0));
}
