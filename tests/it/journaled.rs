//! The journal before a shared store, by itself on a real Redis: what is acknowledged is on this node first, and what Redis lost or never
//! said comes right with the next look.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use aftercall::app::world::{RandomIds, SetClock};
use aftercall::call::Moment;
use aftercall::ports::store::{Change, Committed, Leased, OptOut, Owner, Purpose, SessionKey, SessionStore, Settlement, StoreError, Task};
use aftercall::stores::journal::{Again, JournalFile, KEPT, Logged, Stage};
use aftercall::stores::journaled::{JournalRule, Journaled};
use aftercall::stores::redis::{LeaseClock, Options, RedisStore, RedisUrl};
use aftercall::survey::session::Session;
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::contract::session_store::Opened;
use crate::support::chaos::{Mode, Proxy};
use crate::support::samples::{adding, at, caller, consent, definition, later, mark, message, session, timer, writing};
use crate::support::servers::{Redis, eventually};

const TTL: Duration = Duration::from_secs(60);

mod tasks;

mod contract {
    crate::contract::session_store::session_store_contract!(super::fresh);
}

/// The contract runs behind the journal as it does before it.
async fn fresh() -> Opened {
    static SERVER: OnceCell<Redis> = OnceCell::const_new();
    static PREFIXES: AtomicU32 = AtomicU32::new(0);
    let server = SERVER.get_or_init(Redis::start).await;
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("{}?prefix=j{}", server.url(), PREFIXES.fetch_add(1, Ordering::Relaxed));
    let journaled = journaled(&url, &journal(&folder), JournalRule::Always);
    journaled.look().await.expect("a look");
    Opened { store: Arc::new(journaled), keep: Box::new(folder) }
}

fn journal(folder: &TempDir) -> Arc<JournalFile> {
    Arc::new(JournalFile::open(&folder.path().join("journal.db"), "node-1").expect("a journal"))
}

fn redis_store(url: &str) -> Arc<RedisStore> {
    let options = Options { lease_clock: LeaseClock::Caller, in_flight: 4096, ..Options::new(Arc::new(RandomIds::random())) };
    Arc::new(RedisStore::open(&RedisUrl::parse(url).expect("an address"), options).expect("a store"))
}

fn journaled(url: &str, journal: &Arc<JournalFile>, rule: JournalRule) -> Journaled {
    Journaled::new(redis_store(url), Arc::clone(journal), (rule, KEPT), Arc::new(SetClock::at(at(0))))
}

/// A journal before a Redis of its own, behind a bad network.
struct Stand {
    redis: Redis,
    proxy: Proxy,
    folder: TempDir,
    journal: Arc<JournalFile>,
    store: Journaled,
}

impl Stand {
    async fn new(rule: JournalRule) -> Self {
        let redis = Redis::start().await;
        let proxy = Proxy::before(redis.address()).await;
        let folder = tempfile::tempdir().expect("a folder");
        let journal = journal(&folder);
        let store = journaled(&redis.url_at(proxy.address()), &journal, rule);
        store.look().await.expect("a look");
        Self { redis, proxy, folder, journal, store }
    }

    async fn always() -> Self {
        Self::new(JournalRule::Always).await
    }

    /// The process is gone; its journal, not closed, is opened by the next one.
    fn restarts(&mut self) {
        self.journal = journal(&self.folder);
        assert!(self.journal.left().iter().all(|(_, stage)| *stage == Stage::Inherited) && !self.journal.left().is_empty());
        self.store = journaled(&self.redis.url_at(self.proxy.address()), &self.journal, JournalRule::Always);
    }

    /// Another gateway that is not behind the bad network, without a journal.
    fn other(&self) -> Arc<RedisStore> {
        redis_store(&self.redis.url())
    }

    async fn does(&self, change: Change) {
        assert_eq!(self.store.commit(change).await, Ok(Committed::Done));
    }

    /// The change is made and its answer lost.
    async fn does_unheard(&self, change: Change) {
        self.proxy.set(Mode::CutAfter(0));
        is_away(self.store.commit(change).await);
        self.proxy.set(Mode::Pass);
    }

    /// The change does not even arrive.
    async fn fails_to_do(&self, change: Change) {
        self.proxy.set(Mode::Refuse);
        is_away(self.store.commit(change).await);
        self.proxy.set(Mode::Pass);
    }

    async fn looks(&self) {
        eventually("a look that goes well", async || self.store.look().await.is_ok()).await;
        assert_eq!(self.journal.left(), [], "a look leaves nothing open");
    }

    async fn is_wiped(&self) {
        self.redis.cli(&["FLUSHALL"]).await;
        self.looks().await;
    }

    async fn entries(&self) -> Vec<Logged> {
        self.journal.before(u64::MAX, 10_000).await.expect("a read")
    }

    /// The sessions of the changes that would be written again, by id and version, the newest first.
    async fn journaled(&self) -> Vec<(String, u64)> {
        let entries = self.entries().await;
        let sessions = entries.into_iter().filter_map(|entry| match entry.again {
            Some(Again::Change(change)) => Some(change.sessions),
            _ => None,
        });
        sessions.flatten().map(|session| (session.id, session.version)).collect()
    }

    async fn stored(&self, id: &str) -> Option<Session> {
        self.other().session(SessionKey::Id(id)).await.expect("a read")
    }

    async fn leases(&self, now: Moment) -> Vec<Leased> {
        self.store.lease(10, TTL, now).await.expect("a lease")
    }
}

fn is_away<T: std::fmt::Debug>(outcome: Result<T, StoreError>) {
    assert!(matches!(outcome, Err(StoreError::Away(_))), "{outcome:?}");
}

/// Later than anything that a test makes due.
fn long_after() -> Moment {
    at(3_000_000_000)
}

fn versions(list: &[(&str, u64)]) -> Vec<(String, u64)> {
    list.iter().map(|(id, version)| ((*id).to_owned(), *version)).collect()
}

#[tokio::test]
async fn a_commit_is_in_the_journal_before_it_is_in_redis_and_arrives_there_with_the_next_look() {
    let stand = Stand::always().await;
    let begun = session("S1", caller(1));
    stand.fails_to_do(writing(&[&begun])).await;
    assert_eq!((stand.journal.left().len(), stand.stored("S1").await), (1, None));
    is_away(stand.store.session(SessionKey::Id("S1")).await);
    stand.looks().await;
    assert_eq!((stand.stored("S1").await, stand.journaled().await), (Some(begun), versions(&[("S1", 1)])));
}

#[tokio::test]
async fn a_conflict_and_a_duplicate_leave_no_entry() {
    let stand = Stand::always().await;
    let begun = session("S1", caller(1));
    stand.does(Change { mark: Some(mark("sms:main:1", "first")), ..writing(&[&begun]) }).await;
    assert_eq!(stand.store.commit(writing(&[&begun])).await, Ok(Committed::Conflict));
    let again = Change { mark: Some(mark("sms:main:1", "second")), ..writing(&[&later(&begun)]) };
    assert_eq!(stand.store.commit(again).await, Ok(Committed::Duplicate("first".to_owned())));
    assert_eq!((stand.journaled().await, stand.journal.left()), (versions(&[("S1", 1)]), vec![]));
}

/// Of two entries after a crash and a wipe nobody could tell which one was acknowledged: a refused one must not be there even shortly.
#[tokio::test]
async fn of_two_changes_to_one_version_of_a_session_only_the_one_that_is_made_ever_comes_into_the_journal() {
    let stand = Stand::always().await;
    let begun = session("S1", caller(1));
    stand.does(writing(&[&begun])).await;
    let (answered, invited) = (later(&begun), Session { invited_at: Some(at(1)), ..later(&begun) });
    let (one, other) = tokio::join!(stand.store.commit(writing(&[&answered])), stand.store.commit(writing(&[&invited])));
    assert_eq!((one, other), (Ok(Committed::Done), Ok(Committed::Conflict)));
    stand.does(writing(&[&later(&answered)])).await;
    let numbers: Vec<u64> = stand.entries().await.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [3, 2, 1], "a refused one would have had a number");
}

#[tokio::test]
async fn a_change_whose_answer_was_cut_off_stands_once_and_its_entry_stays() {
    let stand = Stand::always().await;
    let begun = session("S1", caller(1));
    stand.does(writing(&[&begun])).await;
    let next = later(&begun);
    stand.does_unheard(Change { mark: Some(mark("sms:main:1", "")), ..writing(&[&next]) }).await;
    assert_eq!((stand.stored("S1").await, stand.journal.left().len()), (Some(next.clone()), 1));
    stand.looks().await;
    assert_eq!((stand.stored("S1").await, stand.journaled().await), (Some(next.clone()), versions(&[("S1", 2), ("S1", 1)])));
    stand.is_wiped().await;
    assert_eq!(stand.stored("S1").await, Some(next));
}

#[tokio::test]
async fn a_change_that_never_arrived_gives_way_to_what_another_gateway_wrote_meanwhile() {
    let stand = Stand::always().await;
    let begun = session("S1", caller(1));
    stand.does(writing(&[&begun])).await;
    let (ours, theirs) = (later(&begun), Session { provider_code: Some("theirs".to_owned()), ..later(&begun) });
    stand.fails_to_do(writing(&[&ours])).await;
    assert_eq!(stand.other().commit(writing(&[&theirs])).await, Ok(Committed::Done));
    stand.looks().await;
    assert_eq!((stand.stored("S1").await, stand.journaled().await), (Some(theirs), versions(&[("S1", 1)])));
}

#[tokio::test]
async fn what_another_gateway_built_on_a_change_that_was_not_heard_of_stays() {
    let stand = Stand::always().await;
    let begun = session("S1", caller(1));
    stand.does(writing(&[&begun])).await;
    let ours = later(&begun);
    stand.does_unheard(writing(&[&ours])).await;
    let theirs = later(&ours);
    assert_eq!(stand.other().commit(writing(&[&theirs])).await, Ok(Committed::Done));
    stand.looks().await;
    assert_eq!((stand.stored("S1").await, stand.journaled().await), (Some(theirs), versions(&[("S1", 2), ("S1", 1)])));
}

/// Entries are marked as confirmed on the disk only now and then: a new process finds the newest of them open.
#[tokio::test]
async fn all_parts_of_what_an_earlier_process_had_made_outlive_a_restart_and_then_a_wipe() {
    let mut stand = Stand::always().await;
    let begun = session("S1", caller(1));
    let expires = Change { tasks: vec![timer("T1", "S1", at(100))], ..writing(&[&begun]) };
    stand.does(Change { mark: Some(mark("call:main:1", "first")), ..expires }).await;
    let next = later(&begun);
    stand.does(Change { mark: Some(mark("sms:main:1", "second")), ..writing(&[&next]) }).await;
    stand.does(writing(&[&later(&next)])).await;
    stand.restarts();
    stand.looks().await;
    assert_eq!(stand.journaled().await, versions(&[("S1", 3), ("S1", 2), ("S1", 1)]));
    stand.is_wiped().await;
    let owner = Owner { tenant: "default", respondent: &caller(1) };
    for (key, reply) in [("call:main:1", "first"), ("sms:main:1", "second")] {
        let dossier = stand.store.dossier(owner, Some(&mark(key, "")), at(0)).await.expect("a dossier");
        assert_eq!(dossier.seen.as_deref(), Some(reply));
    }
    let due: Vec<String> = stand.leases(long_after()).await.into_iter().map(|leased| leased.task.id).collect();
    assert_eq!(due, ["T1"], "it still ends");
}

/// A power cut that takes gateway and Redis together.
#[tokio::test]
async fn a_message_that_had_left_before_a_restart_and_a_wipe_at_once_does_not_leave_again() {
    let mut stand = Stand::always().await;
    let begun = session("S1", caller(1));
    let send = message("T1", caller(1), Purpose::Invitation, at(0));
    stand.does(Change { tasks: vec![Task { session_id: Some("S1".to_owned()), ..send }], ..writing(&[&begun]) }).await;
    let leased = stand.leases(at(1)).await.pop().expect("a task");
    assert_eq!(stand.store.settle(&leased, Settlement::Started).await, Ok(true));
    let invited = Session { invited_at: Some(at(1)), ..later(&begun) };
    stand.does(Change { done: Some((leased.task.id, leased.fence)), ..writing(&[&invited]) }).await;
    stand.redis.cli(&["FLUSHALL"]).await;
    stand.restarts();
    stand.looks().await;
    assert_eq!((stand.stored("S1").await, stand.leases(long_after()).await), (Some(invited), vec![]));
}

/// A STOP may wait in the journal of the other one, so who is first must not take itself for alone.
#[tokio::test]
async fn after_a_wipe_gateways_wait_for_each_other_and_know_of_each_other() {
    let stand = Stand::always().await;
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Arc::new(JournalFile::open(&folder.path().join("journal.db"), "node-2").expect("a journal"));
    let other = journaled(&stand.redis.url(), &journal, JournalRule::Always);
    for store in [&other, &stand.store] {
        store.look().await.expect("a look");
    }
    stand.redis.cli(&["FLUSHALL"]).await;
    let broken_off = tokio::time::timeout(Duration::from_millis(500), stand.store.look()).await;
    assert!(broken_off.is_err() && !stand.store.is_serving(), "{broken_off:?}");
    let mut look = Box::pin(stand.store.look());
    let waits = tokio::time::timeout(Duration::from_millis(500), &mut look).await;
    assert!(waits.is_err() && !stand.store.is_serving(), "it does not go on without the other: {waits:?}");
    let looks = tokio::join!(look, other.look());
    assert_eq!((looks, stand.store.has_company(), other.has_company()), ((Ok(()), Ok(())), true, true));
}

/// Of two gateways in conflict one dies before it can delete what was refused, and Redis is wiped before it is back.
#[tokio::test]
async fn what_a_gateway_that_died_may_have_been_refused_is_written_again_after_what_the_others_have_acknowledged() {
    let mut stand = Stand::always().await;
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Arc::new(JournalFile::open(&folder.path().join("journal.db"), "node-2").expect("a journal"));
    let other = journaled(&stand.redis.url(), &journal, JournalRule::Always);
    other.look().await.expect("a look");
    stand.looks().await;
    let begun = session("S1", caller(1));
    stand.does(writing(&[&begun])).await;
    let (ours, theirs) = (later(&begun), Session { provider_code: Some("theirs".to_owned()), ..later(&begun) });
    stand.fails_to_do(writing(&[&ours])).await;
    assert_eq!(other.commit(writing(&[&theirs])).await, Ok(Committed::Done));
    stand.redis.cli(&["FLUSHALL"]).await;
    stand.restarts();
    let mut look = Box::pin(stand.store.look());
    let waits = tokio::time::timeout(Duration::from_millis(500), &mut look).await;
    assert!(waits.is_err(), "the process before this one knew of the other gateway: {waits:?}");
    assert_eq!(tokio::join!(look, other.look()), (Ok(()), Ok(())));
    assert_eq!((stand.stored("S1").await, stand.journaled().await), (Some(theirs), versions(&[("S1", 1)])));
}

#[tokio::test]
async fn where_the_journal_is_for_outages_alone_changes_write_nothing_into_it() {
    let stand = Stand::new(JournalRule::Outage).await;
    let send = message("T1", caller(1), Purpose::Invitation, at(0));
    stand.does(Change { tasks: vec![send], ..writing(&[&session("S1", caller(1))]) }).await;
    let leased = stand.leases(at(1)).await;
    assert_eq!(stand.store.settle(&leased[0], Settlement::Started).await, Ok(true));
    stand.fails_to_do(writing(&[&session("S2", caller(2))])).await;
    stand.looks().await;
    assert_eq!((stand.entries().await.len(), stand.stored("S2").await), (0, None));
}

#[tokio::test]
async fn a_closed_journal_refuses_commits_and_settlements_and_redis_stays_as_it_was() {
    let stand = Stand::always().await;
    stand.does(adding(vec![message("T1", caller(1), Purpose::Invitation, at(0))])).await;
    let leased = stand.leases(at(1)).await;
    stand.journal.close().expect("closed");
    let before = stand.redis.cli(&["DEBUG", "DIGEST"]).await;
    let refused = stand.store.commit(writing(&[&session("S1", caller(1))])).await;
    assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
    let refused = stand.store.settle(&leased[0], Settlement::Started).await;
    assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
    assert!(stand.store.health(at(0)).await.is_err() && stand.store.is_serving());
    assert_eq!(stand.redis.cli(&["DEBUG", "DIGEST"]).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_journal_refuses_the_rest_and_what_it_refused_is_not_in_redis() {
    let Stand { redis, proxy: _proxy, journal, store, folder } = Stand::always().await;
    let store = Arc::new(store);
    let lock = rusqlite::Connection::open(folder.path().join("journal.db")).expect("the file");
    lock.execute_batch("BEGIN IMMEDIATE").expect("a lock");
    let mut committing = tokio::task::JoinSet::new();
    for (number, caller_number) in (0..1500).zip((0..50).cycle()) {
        let (store, change) = (Arc::clone(&store), writing(&[&session(&format!("S{number}"), caller(caller_number))]));
        committing.spawn(async move { store.commit(change).await });
    }
    let mut outcomes = vec![committing.join_next().await.expect("one").expect("no panic")];
    assert_eq!(outcomes, [Err(StoreError::Busy)], "before anything could be written");
    lock.execute_batch("COMMIT").expect("released");
    while let Some(outcome) = committing.join_next().await {
        outcomes.push(outcome.expect("no panic"));
    }
    // So many at once may be too much for Redis, too; what is in the journal gets there.
    eventually("a look that goes well", async || store.look().await.is_ok()).await;
    let refused = outcomes.iter().filter(|outcome| **outcome == Err(StoreError::Busy)).count();
    let done = journal.before(u64::MAX, 10_000).await.expect("a read").len();
    assert!(refused > 0 && done + refused == 1500, "{done} done, {refused} refused");
    let sessions = redis.cli(&["EVAL", "return #redis.call('KEYS', 'ac:{0}:s*')", "0"]).await;
    assert_eq!(sessions, done.to_string());
}

#[tokio::test]
async fn one_look_writes_everything_again_into_an_emptied_redis() {
    let stand = Stand::always().await;
    let (one, two) = (session("S1", caller(1)), session("S2", caller(2)));
    let send = message("T1", caller(2), Purpose::Invitation, at(0));
    stand.does(Change { mark: Some(mark("call:main:1", "reply")), ..writing(&[&one]) }).await;
    stand.does(Change { message: Some(("main".to_owned(), "SM1".to_owned(), "S1".to_owned())), ..writing(&[&later(&one)]) }).await;
    stand.does(consent(caller(1), 0, OptOut::Out)).await;
    stand.does(Change { tasks: vec![send.clone()], ..writing(&[&two]) }).await;
    stand.store.definitions(vec![(definition("csat"), "source".to_owned())]).await.expect("kept");
    stand.redis.cli(&["FLUSHALL"]).await;
    is_away(stand.store.commit(writing(&[&later(&two)])).await);
    stand.looks().await;

    let by_message = SessionKey::Message { account: "main", message_id: "SM1" };
    let by_call = SessionKey::Call { account: "main", call_id: "call-S1" };
    for key in [SessionKey::Id("S1"), by_message, by_call] {
        assert_eq!(stand.store.session(key).await, Ok(Some(later(&one))), "{key:?}");
    }
    assert_eq!(stand.stored("S2").await, Some(later(&two)), "also the change that was on its way");
    let owner = Owner { tenant: "default", respondent: &caller(1) };
    let dossier = stand.store.dossier(owner, Some(&mark("call:main:1", "")), at(0)).await.expect("a dossier");
    assert_eq!((dossier.opted_out_at, dossier.seen.as_deref()), (Some(at(0)), Some("reply")));
    let known = stand.other().definitions(Vec::new()).await.expect("a read");
    assert_eq!(known, [(definition("csat"), "source".to_owned())]);
    let leased: Vec<_> = stand.leases(long_after()).await.into_iter().map(|leased| (leased.task.id, leased.in_doubt)).collect();
    assert_eq!(leased, [(send.id, false)]);
}
