//! What became of tasks, through the journal.

use aftercall::ports::store::{Change, Leased, Purpose, SessionStore, Settlement};
use aftercall::stores::journal::Stage;

use super::{Stand, is_away, long_after};
use crate::support::chaos::Mode;
use crate::support::samples::{adding, at, caller, message, session, writing};

/// A task that a worker holds.
async fn held(stand: &Stand) -> Leased {
    stand.does(adding(vec![message("T1", caller(1), Purpose::Invitation, at(0))])).await;
    stand.leases(at(1)).await.pop().expect("a task")
}

#[tokio::test]
async fn a_task_that_had_begun_is_in_doubt_after_a_wipe_and_one_that_was_to_come_again_is_not() {
    for (to, in_doubt) in [(vec![Settlement::Started], true), (vec![Settlement::Started, Settlement::Retry(at(50))], false)] {
        let stand = Stand::always().await;
        let leased = held(&stand).await;
        for settlement in to {
            assert_eq!(stand.store.settle(&leased, settlement).await, Ok(true));
        }
        stand.is_wiped().await;
        let again = stand.leases(long_after()).await;
        assert_eq!(again.iter().map(|leased| leased.in_doubt).collect::<Vec<_>>(), [in_doubt]);
        assert_eq!(stand.store.settle(&leased, Settlement::Done).await, Ok(false), "the old holder has lost it");
    }
}

#[tokio::test]
async fn a_task_that_was_done_or_set_aside_does_not_come_again_after_a_wipe() {
    for to in [Settlement::Done, Settlement::Parked] {
        let stand = Stand::always().await;
        let leased = held(&stand).await;
        assert_eq!(stand.store.settle(&leased, to).await, Ok(true));
        stand.is_wiped().await;
        assert_eq!(stand.leases(long_after()).await, [], "{to:?}");
    }
    let stand = Stand::always().await;
    let leased = held(&stand).await;
    stand.does(Change { done: Some((leased.task.id, leased.fence)), ..writing(&[&session("S1", caller(1))]) }).await;
    stand.is_wiped().await;
    assert_eq!(stand.leases(long_after()).await, []);
}

#[tokio::test]
async fn a_beginning_of_which_nobody_was_told_never_was() {
    let stand = Stand::always().await;
    let leased = held(&stand).await;
    stand.proxy.set(Mode::CutAfter(0));
    is_away(stand.store.settle(&leased, Settlement::Started).await);
    stand.proxy.set(Mode::Pass);
    assert_eq!(stand.journal.left(), [(2, Stage::Left)]);
    stand.looks().await;
    let again = stand.leases(long_after()).await;
    assert_eq!(again.iter().map(|leased| leased.in_doubt).collect::<Vec<_>>(), [false], "its request has not left");
}

#[tokio::test]
async fn a_beginning_that_an_earlier_process_left_open_is_in_doubt() {
    let mut stand = Stand::always().await;
    let leased = held(&stand).await;
    assert_eq!(stand.store.settle(&leased, Settlement::Started).await, Ok(true));
    stand.redis.cli(&["FLUSHALL"]).await;
    stand.restarts();
    stand.looks().await;
    let again = stand.leases(long_after()).await;
    assert_eq!(again.iter().map(|leased| leased.in_doubt).collect::<Vec<_>>(), [true]);
}

#[tokio::test]
async fn what_has_not_begun_leaves_no_entry() {
    let stand = Stand::always().await;
    let leased = held(&stand).await;
    assert_eq!(stand.store.settle(&leased, Settlement::Postponed(at(2))).await, Ok(true));
    let leased = stand.leases(at(2)).await.pop().expect("a task");
    assert_eq!(stand.store.settle(&leased, Settlement::Released).await, Ok(true));
    assert_eq!(stand.store.settle(&leased, Settlement::Done).await, Ok(false));
    assert_eq!((stand.entries().await.len(), stand.journal.left()), (1, vec![]), "the change that added it, and nothing else");
}
