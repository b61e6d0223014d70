use aftercall::call::Moment;
use aftercall::ports::store::{Change, Committed, Dossier, OptOut, Owner, RespondentChange};
use aftercall::survey::session::Session;

use super::{Store, conflict, done, dossier};
use crate::support::samples::{at, caller, consent, ended, mark, naming, other_tenant, session, writing};

fn invited(expected: u64, now: Moment) -> Change {
    let respondent = Some(RespondentChange { invited: true, ..naming(caller(1), expected) });
    Change { respondent, now, ..Change::default() }
}

pub async fn an_unknown_respondent_has_an_empty_dossier(store: Store) {
    assert_eq!(dossier(&store).await, Dossier::default());
}

pub async fn each_change_that_names_the_respondent_grows_the_dossiers_version(store: Store) {
    for expected in 0..3 {
        assert_eq!(dossier(&store).await.version, expected);
        done(&store, Change { respondent: Some(naming(caller(1), expected)), ..Change::default() }).await;
    }
    done(&store, writing(&[&session("S1", caller(1))])).await;
    assert_eq!(dossier(&store).await.version, 3, "a change that does not name the respondent leaves the version");
}

pub async fn a_decision_on_an_older_dossier_is_a_conflict(store: Store) {
    done(&store, consent(caller(1), 0, OptOut::Out)).await;
    conflict(&store, Change { sessions: vec![session("S1", caller(1))], ..invited(0, at(1)) }).await;
    conflict(&store, invited(2, at(1))).await;
    assert_eq!(dossier(&store).await.sessions, []);
}

pub async fn of_two_invitations_decided_on_one_dossier_only_one_stands(store: Store) {
    let begin = |id: &str| Change { sessions: vec![session(id, caller(1))], ..invited(0, at(1)) };
    let (one, other) = tokio::join!(store.commit(begin("S1")), store.commit(begin("S2")));
    let mut outcomes = [one.expect("an outcome"), other.expect("an outcome")];
    outcomes.sort_by_key(|outcome| *outcome == Committed::Done);
    assert_eq!(outcomes, [Committed::Conflict, Committed::Done]);
    let dossier = dossier(&store).await;
    assert_eq!((dossier.invitations.len(), dossier.sessions.len()), (1, 1));
}

pub async fn a_dossier_lists_invitations_since_then_newest_last(store: Store) {
    for (expected, second) in [10, 30, 20].into_iter().enumerate() {
        done(&store, invited(expected as u64, at(second))).await;
    }
    let since = |second| {
        let store = Store::clone(&store);
        async move { store.dossier(Owner { tenant: "default", respondent: &caller(1) }, None, at(second)).await.expect("a dossier").invitations }
    };
    assert_eq!(since(0).await, [at(10), at(20), at(30)]);
    assert_eq!(since(20).await, [at(20), at(30)]);
    assert_eq!(since(31).await, []);
}

pub async fn a_dossier_lists_open_and_recent_sessions_newest_first(store: Store) {
    let begun = |id: &str, second| Session { created_at: at(second), ..session(id, caller(1)) };
    let (old, open, recent) = (begun("S3", 1), begun("S2", 2), begun("S1", 3));
    done(&store, writing(&[&open, &old, &recent])).await;
    done(&store, writing(&[&ended(&old, at(10)), &ended(&recent, at(20))])).await;
    let since = |second| {
        let store = Store::clone(&store);
        async move {
            let found = store.dossier(Owner { tenant: "default", respondent: &caller(1) }, None, at(second)).await.expect("a dossier");
            found.sessions.into_iter().map(|session| session.id).collect::<Vec<_>>()
        }
    };
    assert_eq!(since(10).await, ["S1", "S2", "S3"]);
    assert_eq!(since(11).await, ["S1", "S2"]);
    assert_eq!(since(21).await, ["S2"]);
}

pub async fn a_dossier_holds_nothing_of_other_respondents_or_tenants(store: Store) {
    let mut elsewhere = session("S3", caller(1));
    elsewhere.call.tenant = other_tenant(&caller(1));
    let mut withheld = session("S4", caller(1));
    withheld.call.respondent = None;
    done(&store, writing(&[&session("S2", caller(2)), &elsewhere, &withheld])).await;
    done(&store, consent(caller(2), 0, OptOut::Out)).await;
    let mut stop = consent(caller(1), 0, OptOut::Out);
    stop.respondent = stop.respondent.map(|named| RespondentChange { tenant: other_tenant(&caller(1)), ..named });
    done(&store, stop).await;
    assert_eq!(dossier(&store).await, Dossier::default());
}

pub async fn a_dossier_tells_what_was_answered_to_the_mark(store: Store) {
    let seen = mark("sms:main:SM1", "thanks");
    let of_one = caller(1);
    let owner = Owner { tenant: "default", respondent: &of_one };
    assert_eq!(store.dossier(owner, Some(&seen), at(0)).await.map(|dossier| dossier.seen), Ok(None));
    done(&store, Change { mark: Some(seen), now: at(0), ..Change::default() }).await;
    let again = mark("sms:main:SM1", "whatever");
    let found = store.dossier(owner, Some(&again), at(0)).await.map(|dossier| dossier.seen);
    assert_eq!(found, Ok(Some("thanks".to_owned())));
}

pub async fn an_opt_out_holds_from_the_first_stop_until_opted_in_again(store: Store) {
    let to = |expected, second, to| Change { now: at(second), ..consent(caller(1), expected, to) };
    done(&store, to(0, 5, OptOut::Out)).await;
    done(&store, to(1, 9, OptOut::Out)).await;
    done(&store, invited(2, at(10))).await;
    assert_eq!(dossier(&store).await.opted_out_at, Some(at(5)));
    done(&store, to(3, 11, OptOut::In)).await;
    assert_eq!(dossier(&store).await.opted_out_at, None);
    done(&store, to(4, 12, OptOut::Out)).await;
    assert_eq!(dossier(&store).await.opted_out_at, Some(at(12)));
}
