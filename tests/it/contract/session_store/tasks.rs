use std::collections::BTreeSet;
use std::time::Duration;

use aftercall::call::{Moment, Partition};
use aftercall::policy::Event;
use aftercall::ports::notice::{Notice, Recipient, TicketErrand, TicketStep};
use aftercall::ports::store::{Change, Leased, OptOut, Purpose, Settlement, Task, TaskKind};

use super::{Store, conflict, done};
use crate::support::samples::{adding, at, caller, consent, message, session, timer, writing};

const TTL: Duration = Duration::from_secs(60);

async fn lease(store: &Store, now: Moment) -> Vec<Leased> {
    store.lease(100, TTL, now).await.expect("a lease")
}

async fn ids(store: &Store, now: Moment) -> Vec<String> {
    lease(store, now).await.into_iter().map(|leased| leased.task.id).collect()
}

/// The only task there is to lease.
async fn one(store: &Store, now: Moment) -> Leased {
    let mut leased = lease(store, now).await;
    assert_eq!(leased.len(), 1, "{leased:?}");
    leased.remove(0)
}

async fn settle(store: &Store, task: &Leased, to: Settlement) -> bool {
    store.settle(task, to).await.expect("a settlement")
}

pub async fn due_tasks_are_leased_in_order_and_early_ones_are_not(store: Store) {
    let tasks = [("T3", 30), ("T1", 10), ("T4", 41), ("T2", 20)].map(|(id, second)| timer(id, "S1", at(second)));
    done(&store, adding(tasks.to_vec())).await;
    assert_eq!(ids(&store, at(9)).await, [""; 0]);
    assert_eq!(ids(&store, at(40)).await, ["T1", "T2", "T3"]);
    let last = one(&store, at(41)).await;
    assert_eq!(last, Leased { task: timer("T4", "S1", at(41)), fence: 1, attempt: 1, in_doubt: false });
}

pub async fn confirmations_go_first(store: Store) {
    let invitation = message("T1", caller(1), Purpose::Invitation, at(1));
    let confirmation = message("T3", caller(2), Purpose::Confirmation, at(3));
    done(&store, adding(vec![invitation, timer("T2", "S1", at(2)), confirmation])).await;
    assert_eq!(ids(&store, at(3)).await, ["T3", "T1", "T2"]);
}

pub async fn no_more_is_leased_than_asked_for(store: Store) {
    let confirmation = message("T9", caller(1), Purpose::Confirmation, at(5));
    let timers = (1..=4).map(|number| timer(&format!("T{number}"), "S1", at(number)));
    done(&store, adding(timers.chain([confirmation]).collect())).await;
    let first = store.lease(3, TTL, at(9)).await.expect("a lease");
    assert_eq!(first.iter().map(|leased| leased.task.id.as_str()).collect::<Vec<_>>(), ["T9", "T1", "T2"]);
    assert_eq!(store.lease(0, TTL, at(9)).await, Ok(Vec::new()));
    assert_eq!(ids(&store, at(9)).await, ["T3", "T4"]);
}

pub async fn a_leased_task_is_not_handed_out_again_before_its_lease_ends(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    assert_eq!(ids(&store, at(0)).await, ["T1"]);
    assert_eq!(ids(&store, at(59)).await, [""; 0]);
    assert_eq!(ids(&store, at(60)).await, ["T1"]);
}

pub async fn a_task_whose_lease_ran_out_is_handed_out_with_a_higher_fence_and_attempt(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    for (round, second) in [(1, 0), (2, 60), (3, 120)] {
        let leased = one(&store, at(second)).await;
        assert_eq!((leased.fence, leased.attempt, leased.in_doubt), (round, round as u32, false));
    }
}

pub async fn an_older_holder_settles_nothing(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let older = one(&store, at(0)).await;
    let newer = one(&store, at(60)).await;
    for to in [Settlement::Started, Settlement::Done, Settlement::Retry(at(0)), Settlement::Parked, Settlement::Released] {
        assert!(!settle(&store, &older, to).await, "{to:?}");
    }
    assert_eq!(ids(&store, at(61)).await, [""; 0]);
    assert!(settle(&store, &newer, Settlement::Retry(at(70))).await);
    assert!(!one(&store, at(70)).await.in_doubt);
}

pub async fn a_task_is_settled_once(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let leased = one(&store, at(0)).await;
    assert!(settle(&store, &leased, Settlement::Retry(at(5))).await);
    assert!(!settle(&store, &leased, Settlement::Done).await);
    assert_eq!(ids(&store, at(5)).await, ["T1"]);
}

pub async fn a_task_that_is_done_goes(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let leased = one(&store, at(0)).await;
    assert!(settle(&store, &leased, Settlement::Started).await);
    assert!(settle(&store, &leased, Settlement::Done).await);
    assert!(!settle(&store, &leased, Settlement::Done).await);
    assert_eq!(ids(&store, at(1000)).await, [""; 0]);
    assert_eq!(store.health(at(1000)).await.map(|health| health.waiting + health.leased), Ok(0));
}

pub async fn a_task_that_was_started_and_abandoned_is_in_doubt(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let first = one(&store, at(0)).await;
    assert!(settle(&store, &first, Settlement::Started).await);
    assert!(one(&store, at(60)).await.in_doubt);
    assert!(one(&store, at(120)).await.in_doubt, "nobody has said anything since");
}

pub async fn a_retry_comes_at_its_moment_and_clears_the_doubt(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let first = one(&store, at(0)).await;
    assert!(settle(&store, &first, Settlement::Started).await);
    assert!(settle(&store, &first, Settlement::Retry(at(30))).await);
    assert_eq!(ids(&store, at(29)).await, [""; 0]);
    let second = one(&store, at(30)).await;
    assert_eq!(second, Leased { task: timer("T1", "S1", at(30)), fence: 2, attempt: 2, in_doubt: false });
}

pub async fn a_parked_task_is_never_handed_out_again(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let leased = one(&store, at(0)).await;
    assert!(settle(&store, &leased, Settlement::Parked).await);
    assert!(!settle(&store, &leased, Settlement::Retry(at(0))).await);
    assert_eq!(ids(&store, at(1_000_000)).await, [""; 0]);
    assert_eq!(store.health(at(1000)).await.map(|health| (health.waiting, health.leased, health.parked)), Ok((0, 0, 1)));
}

pub async fn a_released_task_is_handed_out_at_once_and_the_attempt_not_counted(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let first = one(&store, at(0)).await;
    assert!(settle(&store, &first, Settlement::Released).await);
    let second = one(&store, at(0)).await;
    assert_eq!((second.fence, second.attempt, second.in_doubt), (2, 1, false));
    assert!(!settle(&store, &first, Settlement::Done).await);
}

pub async fn a_release_does_not_clear_an_earlier_holders_doubt(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let first = one(&store, at(0)).await;
    assert!(settle(&store, &first, Settlement::Started).await);
    let second = one(&store, at(60)).await;
    assert!(settle(&store, &second, Settlement::Released).await);
    assert!(one(&store, at(60)).await.in_doubt);
}

pub async fn a_change_ends_the_task_that_led_to_it(store: Store) {
    let first = session("S1", caller(1));
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let leased = one(&store, at(0)).await;
    done(&store, Change { done: Some(("T1".to_owned(), leased.fence)), ..writing(&[&first]) }).await;
    assert!(!settle(&store, &leased, Settlement::Done).await);
    assert_eq!(ids(&store, at(1000)).await, [""; 0]);
}

pub async fn a_change_by_an_older_holder_is_a_conflict(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let older = one(&store, at(0)).await;
    let newer = one(&store, at(60)).await;
    let change = |fence| Change { done: Some(("T1".to_owned(), fence)), ..writing(&[&session("S1", caller(1))]) };
    conflict(&store, change(older.fence)).await;
    assert_eq!(super::by_id(&store, "S1").await, None);
    done(&store, change(newer.fence)).await;
    conflict(&store, Change { done: Some(("T1".to_owned(), newer.fence)), ..Change::default() }).await;
}

pub async fn cancelling_a_session_drops_its_tasks_also_one_that_a_worker_has_taken_but_not_begun(store: Store) {
    let tasks = [("T1", "S1", 0), ("T2", "S1", 10), ("T3", "S2", 10)].map(|(id, of, second)| timer(id, of, at(second)));
    done(&store, adding(tasks.to_vec())).await;
    let leased = one(&store, at(0)).await;
    done(&store, Change { cancel: vec!["S1".to_owned()], now: at(1), ..Change::default() }).await;
    assert_eq!(ids(&store, at(20)).await, ["T3"]);
    assert!(!settle(&store, &leased, Settlement::Started).await);
}

pub async fn a_task_that_was_cancelled_while_its_request_was_on_its_way_does_not_come_again(store: Store) {
    for end in [Settlement::Retry(at(2)), Settlement::Done] {
        done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
        let leased = one(&store, at(0)).await;
        assert!(settle(&store, &leased, Settlement::Started).await);
        done(&store, Change { cancel: vec!["S1".to_owned()], now: at(1), ..Change::default() }).await;
        assert!(settle(&store, &leased, end).await);
        assert_eq!(ids(&store, at(500)).await, [""; 0]);
    }
}

pub async fn a_stop_holds_back_a_message_that_a_worker_has_taken_but_not_begun(store: Store) {
    for (version, purpose) in [(0, Purpose::Invitation), (2, Purpose::CallBack)] {
        done(&store, adding(vec![message(&format!("T{version}"), caller(1), purpose, at(0))])).await;
        let leased = one(&store, at(0)).await;
        done(&store, consent(caller(1), version, OptOut::Out)).await;
        assert!(!settle(&store, &leased, Settlement::Started).await, "{purpose:?}");
        done(&store, consent(caller(1), version + 1, OptOut::In)).await;
    }
}

pub async fn a_postponed_task_comes_at_its_new_time_and_the_attempt_is_not_counted(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let leased = one(&store, at(0)).await;
    assert!(settle(&store, &leased, Settlement::Postponed(at(5))).await);
    assert_eq!(ids(&store, at(4)).await, [""; 0]);
    assert_eq!(one(&store, at(5)).await.attempt, 1);
}

pub async fn a_change_may_cancel_and_add_for_the_same_session(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(0))])).await;
    let cancel = vec!["S1".to_owned()];
    done(&store, Change { cancel, ..adding(vec![timer("T1", "S1", at(50)), timer("T2", "S1", at(40))]) }).await;
    assert_eq!(ids(&store, at(30)).await, [""; 0]);
    assert_eq!(ids(&store, at(50)).await, ["T2", "T1"]);
}

pub async fn a_task_is_added_once_by_its_id(store: Store) {
    done(&store, adding(vec![timer("T1", "S1", at(10))])).await;
    done(&store, adding(vec![timer("T1", "S1", at(20))])).await;
    assert_eq!(one(&store, at(30)).await.task.due, at(10));
}

pub async fn a_stop_drops_waiting_messages_to_that_respondent_only(store: Store) {
    let to_other = message("T2", caller(2), Purpose::Invitation, at(0));
    let confirmation = message("T3", caller(1), Purpose::Confirmation, at(0));
    let [text, call] = [("T1", Purpose::Invitation), ("T5", Purpose::CallBack)].map(|(id, purpose)| message(id, caller(1), purpose, at(0)));
    done(&store, adding(vec![text, call, to_other, confirmation, timer("T4", "S1", at(0))])).await;
    done(&store, consent(caller(1), 0, OptOut::Out)).await;
    done(&store, consent(caller(1), 1, OptOut::In)).await;
    assert_eq!(ids(&store, at(0)).await, ["T3", "T2", "T4"]);
}

pub async fn a_message_queued_after_a_stop_is_dropped_and_not_handed_out(store: Store) {
    done(&store, consent(caller(1), 0, OptOut::Out)).await;
    done(&store, adding(vec![message("T1", caller(1), Purpose::Invitation, at(0)), timer("T2", "S1", at(1))])).await;
    let first = store.lease(1, TTL, at(9)).await.expect("a lease");
    assert_eq!(first.first().map(|leased| leased.task.id.as_str()), Some("T2"));
    done(&store, consent(caller(1), 1, OptOut::In)).await;
    assert_eq!(ids(&store, at(9)).await, [""; 0]);
}

pub async fn a_confirmation_leaves_after_a_stop(store: Store) {
    let confirmation = message("T1", caller(1), Purpose::Confirmation, at(0));
    done(&store, Change { tasks: vec![confirmation], ..consent(caller(1), 0, OptOut::Out) }).await;
    assert_eq!(ids(&store, at(0)).await, ["T1"]);
}

pub async fn messages_leave_again_after_opting_in(store: Store) {
    done(&store, consent(caller(1), 0, OptOut::Out)).await;
    done(&store, consent(caller(1), 1, OptOut::In)).await;
    done(&store, adding(vec![message("T1", caller(1), Purpose::Invitation, at(0))])).await;
    assert_eq!(ids(&store, at(0)).await, ["T1"]);
}

pub async fn many_workers_never_hold_the_same_task(store: Store) {
    done(&store, adding((0..100).map(|number| timer(&format!("T{number}"), "S1", at(0))).collect())).await;
    let mut workers = Vec::new();
    for _ in 0..32 {
        let store = Store::clone(&store);
        workers.push(tokio::spawn(async move { store.lease(5, TTL, at(0)).await.expect("a lease") }));
    }
    let mut held = BTreeSet::new();
    for worker in workers {
        for leased in worker.await.expect("a worker") {
            assert!(held.insert(leased.task.id.clone()), "{} twice", leased.task.id);
        }
    }
    assert_eq!(held.len(), 100);
}

/// What is neither a message nor a timer.
fn errands() -> Vec<Task> {
    let id = |last: &str| format!("01936f00-0000-7000-8000-0000000000{last}");
    let notice = Notice {
        tenant: "default".to_owned(),
        to: Recipient::Webhook("crm".to_owned()),
        event: Event::ResponseUpdated,
        about: "S1".to_owned(),
        version: 3,
        after: vec![id("0a")],
        at: at(0),
        whose: None,
        data: Some(serde_json::json!({"opted_out": true, "text": "投诉"})),
    };
    let errand = TicketErrand { tenant: "default".to_owned(), ticket: "K1".to_owned(), step: TicketStep::Answered(true) };
    let task = |id, kind| Task { id, session_id: None, due: at(1), kind };
    vec![task(id("0b"), TaskKind::Notify(Box::new(notice))), task(id("0c"), TaskKind::Ticket(errand))]
}

pub async fn notices_and_errands_come_back_as_they_went_in_and_are_awaited_until_they_are_done(store: Store) {
    let ids: Vec<String> = errands().into_iter().map(|task| task.id).collect();
    assert_eq!(store.awaits(&ids).await, Ok(false));
    done(&store, Change { partition: Partition::of_id(&ids[0]), tasks: errands()[..1].to_vec(), now: at(0), ..Change::default() }).await;
    done(&store, Change { partition: Partition::of_id(&ids[1]), tasks: errands()[1..].to_vec(), now: at(0), ..Change::default() }).await;
    let mut leased = lease(&store, at(1)).await;
    leased.sort_by(|one, other| one.task.id.cmp(&other.task.id));
    assert_eq!(leased.iter().map(|leased| leased.task.clone()).collect::<Vec<_>>(), errands());
    assert_eq!(store.awaits(&ids[..1]).await, Ok(true), "also while somebody holds it");
    assert!(settle(&store, &leased[0], Settlement::Retry(at(5))).await);
    assert_eq!(store.awaits(&ids[..1]).await, Ok(true));
    assert!(settle(&store, &leased[1], Settlement::Done).await);
    assert_eq!((store.awaits(&ids[1..]).await, store.awaits(&[]).await), (Ok(false), Ok(false)));
    let again = one(&store, at(5)).await;
    assert_eq!((again.attempt, again.task.kind.clone()), (2, errands()[0].kind.clone()));
    assert!(settle(&store, &again, Settlement::Done).await);
    assert_eq!(store.awaits(&ids).await, Ok(false));
}

pub async fn a_stop_and_a_sessions_end_leave_notices_alone(store: Store) {
    let notice = errands().remove(0);
    let partition = Partition::of_id(&notice.id);
    done(&store, Change { partition, tasks: vec![notice.clone()], now: at(0), ..Change::default() }).await;
    done(&store, Change { cancel: vec!["S1".to_owned()], ..consent(caller(1), 0, OptOut::Out) }).await;
    assert_eq!(one(&store, at(1)).await.task, notice);
}
