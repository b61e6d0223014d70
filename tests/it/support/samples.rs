//! Plausible calls, sessions, tasks and changes.

use std::collections::BTreeMap;
use std::time::Duration;

use aftercall::call::{Agent, Call, CallOutcome, Direction, Moment, Partition};
use aftercall::phone::Respondent;
use aftercall::ports::report::{Fact, Unmatched, UnmatchedReason};
use aftercall::ports::store::{Change, Mark, OptOut, Outgoing, Purpose, RespondentChange, Task, TaskKind};
use aftercall::survey::model::{Channel, Locale, SurveyKey};
use aftercall::survey::session::{Asking, Disposition, SCHEMA, Session, State};

/// 2026-11-23T10:00:00Z and so many seconds.
pub fn at(seconds: u64) -> Moment {
    Moment::from_millis(1_795_428_000_000).plus(Duration::from_secs(seconds))
}

/// One of a hundred callers. They and the short ids of the samples (`S1`, `T1`) all belong to the partition of `Change::default()`, so
/// that one change may name several.
pub fn caller(number: u8) -> Respondent {
    let numbers = (200..1000).flat_map(|area| [format!("+1{area}55501{number:02}"), format!("+44{area}55501{number:02}")]);
    let mut callers = numbers.map(|number| Respondent::parse(&number).expect("a number"));
    callers.find(|caller| Partition::of_respondent("default", caller) == Partition::default()).expect("a caller of that partition")
}

/// Another tenant, for whom that caller belongs to the same partition.
pub fn other_tenant(caller: &Respondent) -> String {
    let mut names = (0..10_000).map(|number| format!("other-{number}"));
    names.find(|name| Partition::of_respondent(name, caller) == Partition::default()).expect("a tenant")
}

/// A call of that caller on account `main` of tenant `default`, ended at `at(0)`.
pub fn call(call_id: &str, respondent: Respondent) -> Call {
    Call {
        account: "main".to_owned(),
        tenant: "default".to_owned(),
        call_id: call_id.to_owned(),
        line: Some("+14155550199".to_owned()),
        respondent: Some(respondent),
        direction: Some(Direction::Inbound),
        started_at: Some(at(0).minus(Duration::from_secs(200))),
        answered_at: Some(at(0).minus(Duration::from_secs(180))),
        ended_at: at(0),
        ended_by: None,
        outcome: Some(CallOutcome::Answered),
        language: None,
        invited_by: None,
        agents: vec![Agent { id: "alice".to_owned(), team: Some("blue".to_owned()), seconds: Some(170) }],
        queue: Some("support".to_owned()),
        attributes: BTreeMap::from([("region".to_owned(), "cn/js".to_owned())]),
    }
}

/// An open session, version 1, of the call `call-<id>`.
pub fn session(id: &str, respondent: Respondent) -> Session {
    Session {
        schema: SCHEMA,
        id: id.to_owned(),
        version: 1,
        call: call(&format!("call-{id}"), respondent),
        survey: definition("csat"),
        locale: Locale::parse("en").expect("a tag"),
        variant: None,
        channel: Channel::Sms,
        channels: vec![Channel::Sms],
        fallback: Vec::new(),
        line: Some("+14155550199".to_owned()),
        state: State::Open { asking: Asking::first("rating", None) },
        answers: Vec::new(),
        exchanges: Vec::new(),
        created_at: at(0),
        invited_at: None,
        delivered_at: None,
        first_answer_at: None,
        completed_at: None,
        valid_until: at(259_200),
        late_until: at(2_592_000),
        send_at: None,
        provider_code: None,
        on_phone_since: None,
        text_account: None,
        call_back: None,
        ticket_id: None,
        follows: None,
        parts: 0,
    }
}

/// The key of a definition, version 1.
pub fn definition(id: &str) -> SurveyKey {
    SurveyKey { id: id.to_owned(), version: 1, digest: format!("{:0>16}", id.len()) }
}

/// The session's next version, still open.
pub fn later(session: &Session) -> Session {
    Session { version: session.version + 1, ..session.clone() }
}

/// The session's next version, ended.
pub fn ended(session: &Session, when: Moment) -> Session {
    Session { state: State::Ended { disposition: Disposition::Expired, at: when, asking: None }, ..later(session) }
}

/// A change that writes these sessions.
pub fn writing(sessions: &[&Session]) -> Change {
    Change { sessions: sessions.iter().map(|session| (*session).clone()).collect(), now: at(0), ..Change::default() }
}

/// A change that adds these tasks.
pub fn adding(tasks: Vec<Task>) -> Change {
    Change { tasks, now: at(0), ..Change::default() }
}

/// A mark with its reply.
pub fn mark(key: &str, reply: &str) -> Mark {
    Mark { key: key.to_owned(), reply: reply.to_owned() }
}

/// A timer of a session.
pub fn timer(id: &str, session: &str, due: Moment) -> Task {
    Task { id: id.to_owned(), session_id: Some(session.to_owned()), due, kind: TaskKind::Expire }
}

/// A message to a caller.
pub fn message(id: &str, to: Respondent, purpose: Purpose, due: Moment) -> Task {
    let kind = TaskKind::Send(Outgoing {
        tenant: "default".to_owned(),
        account: "main".to_owned(),
        line: Some("+14155550199".to_owned()),
        to,
        text: "How was it? 1-5".to_owned(),
        purpose,
    });
    Task { id: id.to_owned(), session_id: None, due, kind }
}

/// A change that names the respondent and nothing else.
pub fn naming(respondent: Respondent, expected: u64) -> RespondentChange {
    RespondentChange { tenant: "default".to_owned(), respondent, expected, opted_out: None, invited: false }
}

/// A change of consent.
pub fn consent(respondent: Respondent, expected: u64, to: OptOut) -> Change {
    let respondent = Some(RespondentChange { opted_out: Some(to), ..naming(respondent, expected) });
    Change { respondent, now: at(0), ..Change::default() }
}

/// A fact with that id.
pub fn fact(id: &str) -> Fact {
    Fact::Unmatched(Unmatched {
        id: id.to_owned(),
        tenant: "default".to_owned(),
        account: "main".to_owned(),
        line: None,
        respondent: caller(1),
        text: "hello".to_owned(),
        received_at: at(0),
        reason: UnmatchedReason::NoSession,
    })
}
