use std::time::Duration;

use aftercall::ports::erasure::Erasure;
use aftercall::ports::store::{Change, OptOut, Owner, Purpose, SessionKey};

use super::{Store, by_id, conflict, done, dossier};
use crate::support::samples::{adding, at, caller, consent, fact, mark, message, naming, session, timer, writing};

const TTL: Duration = Duration::from_secs(60);

fn erasure() -> Erasure {
    Erasure { id: "E1".to_owned(), tenant: "default".to_owned(), respondent: caller(1), by: "command".to_owned() }
}

/// Two sessions of caller 1 and one of caller 2, with tasks of all kinds.
async fn lived(store: &Store) {
    let (first, second, other) = (session("S1", caller(1)), session("S2", caller(1)), session("S3", caller(2)));
    done(store, writing(&[&first, &second, &other])).await;
    let message_of = Some(("main".to_owned(), "SM1".to_owned(), "S1".to_owned()));
    done(store, Change { message: message_of, now: at(0), ..Change::default() }).await;
    let tasks = vec![
        timer("T1", "S1", at(1)),
        message("T2", caller(1), Purpose::Invitation, at(1)),
        message("T3", caller(1), Purpose::Confirmation, at(1)),
        timer("T4", "S3", at(1)),
        message("T5", caller(2), Purpose::Question, at(1)),
    ];
    done(store, adding(tasks)).await;
}

async fn due(store: &Store) -> Vec<String> {
    let leased = store.lease(100, TTL, at(1_000)).await.expect("a lease");
    let mut ids: Vec<String> = leased.into_iter().map(|leased| leased.task.id).collect();
    ids.sort();
    ids
}

pub async fn an_erasure_takes_sessions_and_tasks_and_leaves_those_of_others(store: Store) {
    lived(&store).await;
    let traces = store.erase(&erasure(), at(10)).await.expect("an erasure");
    let mut sessions = traces.sessions.clone();
    sessions.sort();
    assert_eq!((sessions, traces.removed.sessions, traces.removed.tasks), (vec!["S1".to_owned(), "S2".to_owned()], 2, 3));
    assert_eq!((by_id(&store, "S1").await, by_id(&store, "S2").await), (None, None));
    for key in [SessionKey::Call { account: "main", call_id: "call-S1" }, SessionKey::Message { account: "main", message_id: "SM1" }] {
        assert_eq!(store.session(key).await, Ok(None), "{key:?}");
    }
    assert_eq!(by_id(&store, "S3").await.map(|session| session.version), Some(1));
    assert_eq!(due(&store).await, ["T4", "T5"]);
    assert_eq!(store.health(at(2_000)).await.map(|health| health.open_sessions), Ok(1));
}

pub async fn an_erasure_is_remembered_and_may_be_done_again(store: Store) {
    lived(&store).await;
    store.erase(&erasure(), at(10)).await.expect("an erasure");
    let after = dossier(&store).await;
    assert_eq!((after.erased_at, after.opted_out_at, after.sessions.len(), after.invitations.len()), (Some(at(10)), None, 0, 0));
    let again = store.erase(&erasure(), at(20)).await.expect("an erasure");
    assert_eq!((again.sessions.len(), again.removed.tasks), (0, 0));
    assert_eq!(dossier(&store).await.erased_at, Some(at(20)));
    let other = store.dossier(Owner { tenant: "default", respondent: &caller(2) }, None, at(0)).await.expect("a dossier");
    assert_eq!((other.erased_at, other.sessions.len()), (None, 1));
}

pub async fn a_call_that_was_told_before_an_erasure_is_marked_for_good(store: Store) {
    lived(&store).await;
    store.erase(&erasure(), at(10)).await.expect("an erasure");
    let told = aftercall::ports::erasure::mark("main", "call-S1");
    let found = store.dossier(Owner { tenant: "default", respondent: &caller(1) }, Some(&told), at(0)).await.expect("a dossier");
    assert_eq!(found.seen, Some(told.reply));
    let unknown = mark("erased:main:call-S3", "");
    let found = store.dossier(Owner { tenant: "default", respondent: &caller(1) }, Some(&unknown), at(0)).await.expect("a dossier");
    assert_eq!(found.seen, None);
}

pub async fn an_opt_out_outlives_the_erasure_until_opted_in_again(store: Store) {
    done(&store, consent(caller(1), 0, OptOut::Out)).await;
    store.erase(&erasure(), at(10)).await.expect("an erasure");
    let after = dossier(&store).await;
    assert_eq!((after.opted_out_at, after.erased_at), (Some(at(0)), Some(at(10))));
    done(&store, Change { now: at(30), ..consent(caller(1), after.version, OptOut::In) }).await;
    let back = dossier(&store).await;
    assert_eq!((back.opted_out_at, back.erased_at), (None, Some(at(10))));
    store.erase(&erasure(), at(40)).await.expect("an erasure");
    assert_eq!(dossier(&store).await.opted_out_at, None, "the last word was to be asked again");
}

pub async fn a_stop_from_before_the_erasure_holds(store: Store) {
    store.erase(&erasure(), at(10)).await.expect("an erasure");
    let version = dossier(&store).await.version;
    done(&store, Change { now: at(5), ..consent(caller(1), version, OptOut::Out) }).await;
    let after = dossier(&store).await;
    assert_eq!((after.opted_out_at.is_some(), after.version > version), (true, true));
}

pub async fn what_was_decided_before_an_erasure_is_a_conflict_after_it(store: Store) {
    let first = session("S1", caller(1));
    done(&store, writing(&[&first])).await;
    let seen = dossier(&store).await;
    store.erase(&erasure(), at(10)).await.expect("an erasure");
    let next = Change { respondent: Some(naming(caller(1), seen.version)), ..writing(&[&session("S4", caller(1))]) };
    conflict(&store, next).await;
    conflict(&store, writing(&[&crate::support::samples::later(&first)])).await;
    assert_eq!(dossier(&store).await.sessions, []);
}

pub async fn a_new_contact_after_an_erasure_is_kept_like_any_other(store: Store) {
    lived(&store).await;
    store.erase(&erasure(), at(10)).await.expect("an erasure");
    let version = dossier(&store).await.version;
    let again = session("S5", caller(1));
    let change = Change { respondent: Some(naming(caller(1), version)), facts: vec![fact("U1")], ..writing(&[&again]) };
    done(&store, Change { now: at(20), ..change }).await;
    let after = dossier(&store).await;
    assert_eq!((after.sessions, after.erased_at), (vec![again], Some(at(10))));
}
