use aftercall::ports::store::{Change, Committed, SessionKey};
use aftercall::survey::model::{Channel, Value};
use aftercall::survey::session::{Answer, Exchange, Prompt, Read, Session};

use super::{Store, by_id, conflict, done, dossier};
use crate::support::samples::{at, caller, later, mark, naming, session, timer, writing};

fn whole(first: &Session) -> Change {
    Change {
        mark: Some(mark("call:main:CA1", "asked")),
        respondent: Some(aftercall::ports::store::RespondentChange { invited: true, ..naming(caller(1), 0) }),
        tasks: vec![timer("T1", &first.id, at(60))],
        message: Some(("main".to_owned(), "SM1".to_owned(), first.id.clone())),
        ..writing(&[first])
    }
}

pub async fn a_change_is_written_as_a_whole(store: Store) {
    let first = session("S1", caller(1));
    done(&store, whole(&first)).await;
    assert_eq!(by_id(&store, "S1").await, Some(first));
    assert_eq!(dossier(&store).await.invitations, [at(0)]);
    assert_eq!(store.health(at(0)).await.map(|health| health.waiting), Ok(1));
}

pub async fn a_repeated_mark_gets_the_first_reply_and_writes_nothing(store: Store) {
    let seen = Some(mark("sms:main:SM1", "first"));
    done(&store, Change { mark: seen, now: at(0), ..Change::default() }).await;
    let again = Change { mark: Some(mark("sms:main:SM1", "second")), ..writing(&[&session("S1", caller(1))]) };
    assert_eq!(store.commit(again).await, Ok(Committed::Duplicate("first".to_owned())));
    assert_eq!(by_id(&store, "S1").await, None);
}

pub async fn a_repeated_mark_is_a_duplicate_even_where_the_change_would_conflict(store: Store) {
    let first = session("S1", caller(1));
    done(&store, whole(&first)).await;
    assert_eq!(store.commit(whole(&first)).await, Ok(Committed::Duplicate("asked".to_owned())));
}

pub async fn a_session_of_an_older_version_is_a_conflict(store: Store) {
    let first = session("S1", caller(1));
    let second = later(&first);
    done(&store, writing(&[&first])).await;
    done(&store, writing(&[&second])).await;
    conflict(&store, writing(&[&second])).await;
    conflict(&store, writing(&[&later(&later(&second))])).await;
    assert_eq!(by_id(&store, "S1").await, Some(second));
}

pub async fn a_session_that_nobody_began_has_no_next_version(store: Store) {
    conflict(&store, writing(&[&later(&session("S1", caller(1)))])).await;
    assert_eq!(by_id(&store, "S1").await, None);
}

pub async fn a_conflict_leaves_nothing_of_the_change_behind(store: Store) {
    let (first, other) = (session("S1", caller(1)), session("S2", caller(1)));
    done(&store, writing(&[&first])).await;
    conflict(&store, Change { sessions: vec![other.clone(), later(&later(&first))], ..whole(&other) }).await;
    assert_eq!(by_id(&store, "S2").await, None);
    assert_eq!(dossier(&store).await.version, 0);
    assert_eq!(store.health(at(0)).await.map(|health| health.waiting), Ok(0));
    // The mark was not kept either: the same event decided anew goes through.
    done(&store, whole(&other)).await;
}

pub async fn a_second_session_for_one_call_is_refused(store: Store) {
    let first = session("S1", caller(1));
    done(&store, writing(&[&first])).await;
    conflict(&store, writing(&[&Session { id: "S2".to_owned(), ..first }])).await;
    assert_eq!(by_id(&store, "S2").await, None);
}

pub async fn a_session_is_begun_once(store: Store) {
    let first = session("S1", caller(1));
    done(&store, writing(&[&first])).await;
    let mut other = first.clone();
    other.call.call_id = "another".to_owned();
    conflict(&store, writing(&[&other])).await;
    assert_eq!(by_id(&store, "S1").await, Some(first));
}

pub async fn two_accounts_may_report_the_same_call_id(store: Store) {
    let (first, mut other) = (session("S1", caller(1)), session("S2", caller(2)));
    other.call.call_id.clone_from(&first.call.call_id);
    other.call.account = "other".to_owned();
    done(&store, writing(&[&first, &other])).await;
    let found = store.session(SessionKey::Call { account: "other", call_id: "call-S1" }).await;
    assert_eq!(found, Ok(Some(other)));
}

pub async fn a_session_is_found_by_id_by_call_and_by_message(store: Store) {
    let first = session("S1", caller(1));
    done(&store, whole(&first)).await;
    let second = later(&first);
    done(&store, writing(&[&second])).await;
    for key in [
        SessionKey::Id("S1"),
        SessionKey::Call { account: "main", call_id: "call-S1" },
        SessionKey::Message { account: "main", message_id: "SM1" },
    ] {
        assert_eq!(store.session(key).await, Ok(Some(second.clone())), "{key:?}");
    }
}

pub async fn a_message_that_belongs_to_nobody_finds_nothing(store: Store) {
    done(&store, whole(&session("S1", caller(1)))).await;
    for key in [
        SessionKey::Id("S2"),
        SessionKey::Call { account: "other", call_id: "call-S1" },
        SessionKey::Message { account: "other", message_id: "SM1" },
        SessionKey::Message { account: "main", message_id: "SM2" },
    ] {
        assert_eq!(store.session(key).await, Ok(None), "{key:?}");
    }
}

pub async fn of_many_that_commit_the_same_version_exactly_one_wins(store: Store) {
    let first = session("S1", caller(1));
    done(&store, writing(&[&first])).await;
    let outcomes = all_at_once(&store, |at| {
        let mut second = later(&first);
        second.provider_code = Some(at.to_string());
        Change { tasks: vec![timer(&format!("T{at}"), "S1", crate::support::samples::at(0))], ..writing(&[&second]) }
    })
    .await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Committed::Done).count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Committed::Conflict).count(), 63);
    assert_eq!(by_id(&store, "S1").await.map(|session| session.version), Some(2));
    assert_eq!(store.health(at(0)).await.map(|health| health.waiting), Ok(1));
}

pub async fn of_many_deliveries_of_one_event_exactly_one_is_fresh(store: Store) {
    let outcomes = all_at_once(&store, |at| Change { mark: Some(mark("call:main:CA1", &at.to_string())), ..Change::default() }).await;
    let fresh = outcomes.iter().position(|outcome| *outcome == Committed::Done).expect("one fresh");
    for (at, outcome) in outcomes.iter().enumerate().filter(|(at, _)| *at != fresh) {
        assert_eq!(*outcome, Committed::Duplicate(fresh.to_string()), "{at}");
    }
}

async fn all_at_once(store: &Store, change: impl Fn(usize) -> Change) -> Vec<Committed> {
    let mut tasks = Vec::new();
    for at in 0..64 {
        let (store, change) = (Store::clone(store), change(at));
        tasks.push(tokio::spawn(async move { store.commit(change).await }));
    }
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.expect("a task").expect("an outcome"));
    }
    outcomes
}

pub async fn a_session_comes_back_as_it_went_in(store: Store) {
    let mut full = session("S1", caller(1));
    full.answers.push(Answer {
        question: "rating".to_owned(),
        measure: None,
        kind: "rating".to_owned(),
        value: Some(Value::Number(5)),
        label: Some("很满意".to_owned()),
        text: Some("\"5\" \u{1F600}\n\u{0} ok".to_owned()),
        raw: "5".to_owned(),
        channel: Channel::Sms,
        answered_at: at(61),
        late: false,
        part: None,
        outcome: Default::default(),
    });
    full.exchanges.push(Exchange {
        channel: Channel::Sms,
        question: Some("rating".to_owned()),
        attempt: 0,
        text: "5".to_owned(),
        reading: Read::Answer,
        at: at(61),
        prompt: Prompt::Close,
    });
    done(&store, writing(&[&full])).await;
    assert_eq!(by_id(&store, "S1").await, Some(full));
}
