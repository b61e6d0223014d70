//! Any sequence of operations leaves a store as a plain model in memory says, also across restarts.

use std::time::Duration;

use aftercall::ports::store::{Change, OptOut, Owner, Purpose, RespondentChange, SessionKey, SessionStore, Settlement};
use aftercall::stores::embedded::{Embedded, Options};
use aftercall::stores::redis::RedisStore;
use aftercall::survey::session::Session;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::support::samples::{at, caller, ended, later, mark, message, naming, session, timer};
use model::{Model, Ties};

mod model;

const TTL: Duration = Duration::from_secs(20);

/// One operation over a small world, in which things meet often.
#[derive(Debug, Clone)]
enum Step {
    Commit(Plan),
    Lease(usize),
    /// Of one of the leases handed out so far, stale ones too.
    Settle(usize, Settle),
    Purge(u64),
    Wait(u64),
    Reopen {
        closed: bool,
    },
}

#[derive(Debug, Clone, Copy)]
enum Settle {
    Started,
    Done,
    Retry(u64),
    Parked,
    Released,
    Postponed(u64),
}

#[derive(Debug, Clone)]
struct Plan {
    mark: Option<u8>,
    sessions: Vec<(u8, Write)>,
    respondent: Option<Named>,
    tasks: Vec<(u8, u64)>,
    cancel: Option<u8>,
    message: Option<(u8, u8)>,
    done: Option<usize>,
}

/// Who, and what changes for them.
#[derive(Debug, Clone, Copy)]
struct Named {
    caller: u8,
    /// Decided on the present dossier.
    fresh: bool,
    /// Out (`true`) or in.
    consent: Option<bool>,
    invited: bool,
}

fn named() -> impl Strategy<Value = Named> {
    (0..2_u8, prop::bool::weighted(0.9), option::weighted(0.5, any::<bool>()), any::<bool>())
        .prop_map(|(caller, fresh, consent, invited)| Named { caller, fresh, consent, invited })
}

#[derive(Debug, Clone, Copy)]
enum Write {
    Begin,
    GoOn,
    End,
    /// Decided on an older version.
    Late,
}

fn plan() -> impl Strategy<Value = Plan> {
    let write = prop_oneof![3 => Just(Write::Begin), 3 => Just(Write::GoOn), 2 => Just(Write::End), 1 => Just(Write::Late)];
    (
        option::weighted(0.3, 0..4_u8),
        vec((0..4_u8, write), 0..2),
        option::weighted(0.4, named()),
        vec((0..12_u8, 0..60_u64), 0..3),
        option::weighted(0.2, 0..4_u8),
        option::weighted(0.2, (0..3_u8, 0..4_u8)),
        option::weighted(0.2, 0..8_usize),
    )
        .prop_map(|(mark, sessions, respondent, tasks, cancel, message, done)| Plan {
            mark,
            sessions,
            respondent,
            tasks,
            cancel,
            message,
            done,
        })
}

fn step() -> impl Strategy<Value = Step> {
    let settle = prop_oneof![
        3 => Just(Settle::Started),
        2 => Just(Settle::Done),
        2 => (0..40_u64).prop_map(Settle::Retry),
        1 => Just(Settle::Parked),
        1 => Just(Settle::Released),
        1 => (0..40_u64).prop_map(Settle::Postponed),
    ];
    prop_oneof![
        8 => plan().prop_map(Step::Commit),
        3 => (0..4_usize).prop_map(Step::Lease),
        4 => (0..8_usize, settle).prop_map(|(which, to)| Step::Settle(which, to)),
        1 => (0..30_u64).prop_map(Step::Purge),
        3 => (1..30_u64).prop_map(Step::Wait),
        1 => any::<bool>().prop_map(|closed| Step::Reopen { closed }),
    ]
}

/// Where the store under test lies.
enum Place {
    Folder(tempfile::TempDir),
    Redis(String),
}

/// A store that can be opened again where an earlier one left off.
enum Subject {
    Embedded(Embedded),
    Redis(RedisStore),
}

impl Place {
    fn open(&self) -> Subject {
        match self {
            Self::Folder(folder) => {
                Subject::Embedded(Embedded::open(&folder.path().join("store.db"), Options::default()).expect("a store"))
            }
            Self::Redis(url) => Subject::Redis(crate::redis_store::store(url)),
        }
    }
}

impl Subject {
    fn store(&self) -> &dyn SessionStore {
        match self {
            Self::Embedded(store) => store,
            Self::Redis(store) => store,
        }
    }

    fn close(&self) {
        if let Self::Embedded(store) = self {
            store.close().expect("a close");
        }
    }
}

/// The store and the model side by side.
struct Pair {
    place: Place,
    subject: Subject,
    model: Model,
    now: u64,
    leases: Vec<aftercall::ports::store::Leased>,
}

impl Pair {
    fn new(place: Place, ties: Ties) -> Self {
        let subject = place.open();
        Self { place, subject, model: Model::new(ties), now: 0, leases: Vec::new() }
    }

    fn store(&self) -> &dyn SessionStore {
        self.subject.store()
    }

    /// The leases handed out last, counted from the newest, so that fresh and stale ones are met.
    fn lease(&self, which: usize) -> Option<&aftercall::ports::store::Leased> {
        self.leases.iter().rev().nth(which)
    }

    async fn take(&mut self, step: Step) {
        let now = at(self.now);
        match step {
            Step::Commit(plan) => {
                let change = self.change(&plan);
                let expected = self.model.commit(&change);
                assert_eq!(self.store().commit(change).await, Ok(expected));
            }
            Step::Lease(most) => {
                let expected = self.model.lease(most, TTL, now);
                assert_eq!(self.store().lease(most, TTL, now).await.as_ref(), Ok(&expected));
                self.leases.extend(expected);
            }
            Step::Settle(which, to) => {
                let Some(leased) = self.lease(which).cloned() else { return };
                let to = match to {
                    Settle::Started => Settlement::Started,
                    Settle::Done => Settlement::Done,
                    Settle::Retry(second) => Settlement::Retry(at(self.now + second)),
                    Settle::Parked => Settlement::Parked,
                    Settle::Released => Settlement::Released,
                    Settle::Postponed(wait) => Settlement::Postponed(at(self.now + wait)),
                };
                assert_eq!(self.store().settle(&leased, to).await, Ok(self.model.settle(&leased, to)));
            }
            // Redis forgets by itself, by its own clock.
            Step::Purge(_) if matches!(self.subject, Subject::Redis(_)) => {}
            Step::Purge(ago) => {
                let before = at(self.now.saturating_sub(ago));
                assert_eq!(self.store().purge(before, 1000).await, Ok(self.model.purge(before)));
            }
            Step::Wait(seconds) => self.now += seconds,
            Step::Reopen { closed } => {
                if closed {
                    self.subject.close();
                }
                self.subject = self.place.open();
            }
        }
        self.compare().await;
    }

    /// What a plan comes to in the present state of the world.
    fn change(&self, plan: &Plan) -> Change {
        let now = at(self.now);
        Change {
            partition: aftercall::call::Partition::default(),
            mark: plan.mark.map(|key| mark(&format!("mark-{key}"), &format!("at {}", self.now))),
            sessions: plan.sessions.iter().map(|(number, write)| self.written(*number, *write)).collect(),
            respondent: plan.respondent.map(|named| self.named(named)),
            tasks: plan.tasks.iter().map(|(id, wait)| task(*id, self.now + wait)).collect(),
            cancel: plan.cancel.map(|number| format!("S{number}")).into_iter().collect(),
            message: plan.message.map(|(id, of)| ("main".to_owned(), format!("SM{id}"), format!("S{of}"))),
            facts: Vec::new(),
            done: plan.done.and_then(|which| self.lease(which)).map(|leased| (leased.task.id.clone(), leased.fence)),
            now,
        }
    }

    fn written(&self, number: u8, write: Write) -> Session {
        let now = at(self.now);
        let fresh = Session { created_at: now, ..session(&format!("S{number}"), caller(number % 2)) };
        let stored = self.model.session(&fresh.id).cloned();
        match (write, stored) {
            (Write::Begin, _) => fresh,
            (Write::GoOn, Some(stored)) => later(&stored),
            (Write::End, Some(stored)) => ended(&stored, now),
            (Write::Late, Some(stored)) => stored,
            (_, None) => later(&fresh),
        }
    }

    fn named(&self, named: Named) -> RespondentChange {
        let respondent = caller(named.caller);
        let version = self.model.dossier(&respondent, None, at(0)).version;
        let opted_out = named.consent.map(|out| if out { OptOut::Out } else { OptOut::In });
        let expected = if named.fresh { version } else { version + 1 };
        RespondentChange { opted_out, invited: named.invited, ..naming(respondent, expected) }
    }

    /// Everything that can be read.
    async fn compare(&self) {
        for number in 0..4 {
            let id = format!("S{number}");
            let stored = self.model.session(&id).cloned();
            assert_eq!(self.store().session(SessionKey::Id(&id)).await, Ok(stored.clone()));
            let call_id = format!("call-S{number}");
            assert_eq!(self.store().session(SessionKey::Call { account: "main", call_id: &call_id }).await, Ok(stored));
            let message_id = format!("SM{number}");
            let found = self.store().session(SessionKey::Message { account: "main", message_id: &message_id }).await;
            assert_eq!(found, Ok(self.model.by_message(&message_id).cloned()));
        }
        for number in 0..2 {
            let (respondent, seen, since) = (caller(number), mark(&format!("mark-{number}"), ""), at(self.now.saturating_sub(25)));
            let found = self.store().dossier(Owner { tenant: "default", respondent: &respondent }, Some(&seen), since).await;
            assert_eq!(found, Ok(self.model.dossier(&respondent, Some(&seen.key), since)));
        }
        assert_eq!(self.store().health(at(self.now)).await, Ok(self.model.health(at(self.now))));
    }
}

/// What a task is and whose follows from its identity, which names partition 0: its end is no hexadecimal number.
fn task(id: u8, due: u64) -> aftercall::ports::store::Task {
    let of = id % 4;
    let (name, session) = (format!("T{id:02}-"), format!("S{of}"));
    let sent = |purpose| {
        let session_id = Some(session.clone()).filter(|_| of > 0);
        aftercall::ports::store::Task { session_id, ..message(&name, caller(of % 2), purpose, at(due)) }
    };
    match id / 4 {
        0 => sent(Purpose::Confirmation),
        1 => sent(Purpose::Invitation),
        _ => timer(&name, &session, at(due)),
    }
}

fn played(steps: Vec<Step>, pair: impl AsyncFnOnce() -> Pair) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut pair = pair().await;
        for step in steps {
            pair.take(step).await;
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_operations_leaves_what_the_model_says(steps in vec(step(), 1..40)) {
        played(steps, async || Pair::new(Place::Folder(tempfile::tempdir().expect("a folder")), Ties::Added));
    }

    #[test]
    fn any_sequence_of_operations_leaves_in_redis_what_the_model_says(steps in vec(step(), 1..40)) {
        played(steps, async || {
            let url = crate::redis_store::shared().await.url();
            Pair::new(Place::Redis(crate::redis_store::alone(&url)), Ties::Named)
        });
    }
}
