//! What an epoch lost comes back from the journals, in whatever order and however often they are read.

use std::collections::BTreeMap;
use std::time::Duration;

use aftercall::ports::store::{
    Change, Committed, Dossier, Leased, OptOut, Owner, Purpose, RespondentChange, SessionKey, SessionStore, Settlement, Task, TaskKind,
};
use aftercall::stores::redis::RedisStore;
use aftercall::survey::session::Session;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{alone, shared, store};
use crate::support::samples::{at, caller, ended, later, mark, message, naming, session, timer};

const TTL: Duration = Duration::from_secs(20);
const SESSIONS: u8 = 4;

/// What happens to sessions 0 to 3 of callers 0 and 1.
#[derive(Debug, Clone, Copy)]
enum Event {
    Begin(u8),
    Answer(u8),
    /// To another channel: the old tasks go, new ones come.
    Move(u8),
    End(u8),
    /// A worker takes a task and so it ends.
    Work(Fate),
    Consent(u8, bool),
    Wait(u64),
}

#[derive(Debug, Clone, Copy)]
enum Fate {
    Abandoned,
    Started,
    Sent,
    Retried,
    Postponed,
}

fn event() -> impl Strategy<Value = Event> {
    let fate = prop_oneof![Just(Fate::Abandoned), Just(Fate::Started), Just(Fate::Sent), Just(Fate::Retried), Just(Fate::Postponed)];
    prop_oneof![
        4 => (0..SESSIONS).prop_map(Event::Begin),
        2 => (0..SESSIONS).prop_map(Event::Answer),
        2 => (0..SESSIONS).prop_map(Event::Move),
        2 => (0..SESSIONS).prop_map(Event::End),
        5 => fate.prop_map(Event::Work),
        2 => (0..2_u8, any::<bool>()).prop_map(|(caller, out)| Event::Consent(caller, out)),
        2 => (1..40_u64).prop_map(Event::Wait),
    ]
}

/// A line of a journal.
#[derive(Debug, Clone)]
enum Line {
    Change(Box<Change>),
    Settlement(String, u64, Settlement),
}

/// The events as they happen, on a store that loses nothing, and the journal of them.
struct History {
    store: RedisStore,
    now: u64,
    journal: Vec<Line>,
}

impl History {
    async fn stored(&self, number: u8) -> Option<Session> {
        self.store.session(SessionKey::Id(&format!("S{number}"))).await.expect("a read")
    }

    async fn commit(&mut self, change: Change) {
        if self.store.commit(change.clone()).await == Ok(Committed::Done) {
            self.journal.push(Line::Change(Box::new(change)));
        }
    }

    async fn settle(&mut self, leased: &Leased, to: Settlement) {
        if self.store.settle(leased, to).await == Ok(true) {
            self.journal.push(Line::Settlement(leased.task.id.clone(), leased.fence, to));
        }
    }

    fn tasks(&self, session: &Session, number: u8) -> Vec<Task> {
        let name = |kind: &str| format!("{number}-{:04}-{kind}", session.version);
        let send =
            Task { session_id: Some(session.id.clone()), ..message(&name("send"), caller(number % 2), Purpose::Invitation, at(self.now)) };
        vec![timer(&name("expire"), &session.id, at(self.now + 30)), send]
    }

    async fn dossier(&self, number: u8) -> Dossier {
        let owner = Owner { tenant: "default", respondent: &caller(number % 2) };
        self.store.dossier(owner, None, at(0)).await.expect("a dossier")
    }

    async fn named(&self, number: u8, opted_out: Option<OptOut>, invited: bool) -> RespondentChange {
        let expected = self.dossier(number).await.version;
        RespondentChange { opted_out, invited, ..naming(caller(number % 2), expected) }
    }

    async fn happen(&mut self, event: Event) {
        self.now += 1;
        let now = at(self.now);
        match event {
            // Who has opted out is not asked; what waits for them nobody journals as dropped.
            Event::Begin(number) | Event::Move(number) if self.dossier(number).await.opted_out_at.is_some() => {}
            Event::Begin(number) => {
                let new = Session { created_at: now, ..session(&format!("S{number}"), caller(number % 2)) };
                let respondent = Some(self.named(number, None, true).await);
                let mark = Some(mark(&format!("call-{number}"), "asked"));
                self.commit(Change { mark, respondent, tasks: self.tasks(&new, number), sessions: vec![new], now, ..Change::default() })
                    .await;
            }
            Event::Answer(number) => {
                let Some(stored) = self.stored(number).await else { return };
                self.commit(Change { sessions: vec![later(&stored)], now, ..Change::default() }).await;
            }
            Event::Move(number) => {
                let Some(stored) = self.stored(number).await.filter(|stored| stored.is_open() && stored.invited_at.is_none()) else {
                    return;
                };
                let next = later(&stored);
                let cancel = vec![stored.id.clone()];
                self.commit(Change { cancel, tasks: self.tasks(&next, number), sessions: vec![next], now, ..Change::default() }).await;
            }
            Event::End(number) => {
                let Some(stored) = self.stored(number).await.filter(Session::is_open) else { return };
                let cancel = vec![stored.id.clone()];
                self.commit(Change { cancel, sessions: vec![ended(&stored, now)], now, ..Change::default() }).await;
            }
            Event::Consent(number, out) => {
                let to = if out { OptOut::Out } else { OptOut::In };
                let respondent = Some(self.named(number, Some(to), false).await);
                self.commit(Change { respondent, now, ..Change::default() }).await;
            }
            Event::Work(fate) => self.work(fate).await,
            Event::Wait(seconds) => self.now += seconds,
        }
    }

    async fn work(&mut self, fate: Fate) {
        let leased = self.store.lease(1, TTL, at(self.now)).await.expect("a lease");
        let Some(leased) = leased.first() else { return };
        if !matches!(fate, Fate::Abandoned | Fate::Postponed) {
            self.settle(leased, Settlement::Started).await;
        }
        match fate {
            Fate::Abandoned | Fate::Started => {}
            Fate::Retried => self.settle(leased, Settlement::Retry(at(self.now + 5))).await,
            Fate::Postponed => self.settle(leased, Settlement::Postponed(at(self.now + 5))).await,
            Fate::Sent => {
                let id = leased.task.session_id.clone().expect("a session");
                let Some(stored) = self.store.session(SessionKey::Id(&id)).await.expect("a read") else { return };
                let (now, done) = (at(self.now), Some((leased.task.id.clone(), leased.fence)));
                let change = match &leased.task.kind {
                    TaskKind::Expire => Change { sessions: vec![ended(&stored, now)], cancel: vec![id], ..Change::default() },
                    TaskKind::Notify(_) | TaskKind::Ticket(_) | TaskKind::Erase(_) => panic!("there are none here"),
                    TaskKind::Send(_) => {
                        let message = Some(("main".to_owned(), format!("SM-{}", leased.task.id), id));
                        Change { sessions: vec![Session { invited_at: Some(now), ..later(&stored) }], message, ..Change::default() }
                    }
                };
                self.commit(Change { done, now, ..change }).await;
            }
        }
    }
}

/// Everything that can be read, and at last every task.
async fn state(store: &RedisStore) -> Vec<String> {
    let mut sessions = Vec::new();
    for number in 0..SESSIONS {
        let by_id = store.session(SessionKey::Id(&format!("S{number}"))).await.expect("a read");
        let call_id = format!("call-S{number}");
        let by_call = store.session(SessionKey::Call { account: "main", call_id: &call_id }).await.expect("a read");
        sessions.push((by_id, by_call));
    }
    let mut dossiers = Vec::new();
    for number in 0..2 {
        let (respondent, mark) = (caller(number), mark(&format!("call-{number}"), ""));
        dossiers.push(store.dossier(Owner { tenant: "default", respondent: &respondent }, Some(&mark), at(0)).await.expect("a dossier"));
    }
    let open = store.health(at(0)).await.expect("health").open_sessions;
    let leased = store.lease(1000, TTL, at(1_000_000)).await.expect("a lease");
    let tasks: BTreeMap<String, _> =
        leased.into_iter().map(|leased| (leased.task.id, (leased.task.session_id, leased.task.kind, leased.in_doubt))).collect();
    let tasks = tasks.into_iter().map(|task| format!("{task:?}"));
    let sessions = sessions.into_iter().map(|session| format!("{session:?}"));
    let dossiers = dossiers.into_iter().map(|dossier| format!("{dossier:?}"));
    tasks.chain([format!("{open} open")]).chain(sessions).chain(dossiers).collect()
}

async fn converges(events: Vec<Event>, order: Vec<prop::sample::Index>) {
    let url = shared().await.url();
    let mut history = History { store: store(&alone(&url)), now: 0, journal: Vec::new() };
    for event in events {
        history.happen(event).await;
    }
    let lost = store(&alone(&url));
    // Each line at least once, in any order, some again.
    let mut lines = history.journal.clone();
    for (at, index) in order.iter().enumerate().take(lines.len()) {
        let other = index.index(lines.len());
        lines.swap(at, other);
    }
    let again: Vec<Line> = order.iter().filter(|_| !lines.is_empty()).map(|index| lines[index.index(lines.len())].clone()).collect();
    for line in lines.into_iter().chain(again) {
        match line {
            Line::Change(change) => lost.redo(&change, Duration::from_secs(30)).await.expect("redone"),
            Line::Settlement(task, fence, to) => lost.redo_settlement(&task, fence, to, Duration::from_secs(30)).await.expect("redone"),
        }
    }
    assert_eq!(state(&lost).await, state(&history.store).await);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_redone_in_any_order_and_any_number_of_times_comes_to_what_had_happened(
        events in vec(event(), 1..30),
        order in vec(any::<prop::sample::Index>(), 40),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(converges(events, order));
    }
}

#[tokio::test]
async fn redoing_what_was_not_lost_changes_nothing() {
    let url = alone(&shared().await.url());
    let mut history = History { store: store(&url), now: 0, journal: Vec::new() };
    for event in [
        Event::Begin(0),
        Event::Begin(1),
        Event::Work(Fate::Sent),
        Event::Work(Fate::Retried),
        Event::Wait(10),
        Event::Work(Fate::Started),
        Event::Begin(2),
        Event::Move(2),
        Event::Consent(0, true),
        Event::Answer(1),
        Event::Consent(0, false),
    ] {
        history.happen(event).await;
    }
    let other = store(&alone(&shared().await.url()));
    for line in history.journal.iter().chain(history.journal.iter().rev()) {
        for store in [&history.store, &other] {
            match line {
                Line::Change(change) => store.redo(change, Duration::ZERO).await.expect("redone"),
                Line::Settlement(task, fence, to) => store.redo_settlement(task, *fence, *to, Duration::ZERO).await.expect("redone"),
            }
        }
    }
    assert_eq!(state(&history.store).await, state(&other).await);
}
