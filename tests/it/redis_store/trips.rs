//! At most two round trips a webhook.

use aftercall::call::Partition;
use aftercall::ports::store::{CallQuery, Change, Committed, Owner, RespondentChange, SessionKey, SessionStore};
use aftercall::stores::redis::RedisStore;
use aftercall::survey::session::Session;

use super::{alone, shared, store};
use crate::support::samples::{at, caller, ended, later, mark, naming, session, timer, writing};

const ID: &str = "01936f00-0000-7000-8000-00000000ab00";

async fn trips(store: &RedisStore, webhook: impl AsyncFnOnce()) -> u64 {
    let before = store.trips();
    webhook().await;
    store.trips() - before
}

async fn done(store: &RedisStore, change: Change) {
    assert_eq!(store.commit(change).await, Ok(Committed::Done));
}

fn query<'a>(call_id: &'a str, candidate: &'a str, caller: Owner<'a>) -> CallQuery<'a> {
    CallQuery { account: "main", call_id, candidate, caller: Some(caller), since: at(0) }
}

#[tokio::test]
async fn every_webhook_takes_two_trips_at_most() {
    let store = store(&alone(&shared().await.url()));
    let respondent = caller(1);
    let owner = Owner { tenant: "default", respondent: &respondent };
    assert_eq!(Partition::of_id(ID), Partition::default());
    // Makes the server know the scripts.
    done(&store, writing(&[&session("S1", caller(2))])).await;
    store.known_call(query("warm", ID, owner)).await.expect("a call");

    let new = Session { id: ID.to_owned(), ..session("new", respondent.clone()) };
    let call_end = async || {
        let known = store.known_call(query("call-new", ID, owner)).await.expect("a call");
        assert_eq!((known.id.as_str(), &known.session), (ID, &None));
        let respondent = Some(RespondentChange { invited: true, ..naming(respondent.clone(), known.dossier.version) });
        done(&store, Change { respondent, tasks: vec![timer("T1", ID, at(9))], ..writing(&[&new]) }).await;
    };
    assert_eq!(trips(&store, call_end).await, 2);
    let key = async || {
        let session = store.session(SessionKey::Id(ID)).await.expect("a read").expect("a session");
        done(&store, writing(&[&later(&session)])).await;
    };
    assert_eq!(trips(&store, key).await, 2);
    let reply = async || {
        let seen = mark("sms:main:SM1", "thanks");
        let dossier = store.dossier(owner, Some(&seen), at(0)).await.expect("a dossier");
        let cancel = vec![ID.to_owned()];
        done(&store, Change { mark: Some(seen), cancel, ..writing(&[&ended(&dossier.sessions[0], at(5))]) }).await;
    };
    assert_eq!(trips(&store, reply).await, 2);
    let receipt = key;
    assert_eq!(trips(&store, receipt).await, 2);
    let repeated = async || {
        let other = "01936f00-0000-7000-8000-00000000cd00";
        let known = store.known_call(query("call-new", other, owner)).await.expect("a call");
        assert_eq!((known.id.as_str(), known.session.map(|session| session.version)), (ID, Some(4)));
    };
    assert_eq!(trips(&store, repeated).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_deliveries_of_one_call_all_are_given_the_same_id() {
    let store = std::sync::Arc::new(store(&alone(&shared().await.url())));
    let mut asking = Vec::new();
    for number in 0..64 {
        let store = std::sync::Arc::clone(&store);
        asking.push(tokio::spawn(async move {
            let (candidate, respondent) = (format!("01936f00-0000-7000-8000-0000000{number:03}00"), caller(number % 3));
            let owner = Owner { tenant: "default", respondent: &respondent };
            store.known_call(query("CA1", &candidate, owner)).await.expect("a call").id
        }));
    }
    let mut ids = std::collections::BTreeSet::new();
    for one in asking {
        ids.insert(one.await.expect("a task"));
    }
    assert_eq!(ids.len(), 1);
}
