//! The embedded store: the contract, and what only a file can do.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};

use aftercall::ports::report::Fact;
use aftercall::ports::store::{Change, Committed, OptOut, RespondentChange, SessionKey, SessionStore, StoreError};
use aftercall::stores::embedded::{Embedded, EmbeddedLock, FactSink, OpenError, Options};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::contract::session_store::Opened;
use crate::support::samples::{at, caller, consent, ended, fact, later, mark, naming, session, timer, writing};

mod contract {
    crate::contract::session_store::session_store_contract!(super::fresh, purged);
}

async fn fresh() -> Opened {
    let folder = folder();
    Opened { store: Arc::new(open(&folder, Options::default())), keep: Box::new(folder) }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn open(folder: &TempDir, options: Options) -> Embedded {
    Embedded::open(&folder.path().join("store.db"), options).expect("a store")
}

fn refused(path: &Path) -> OpenError {
    Embedded::open(path, Options::default()).err().expect("a refusal")
}

/// Keeps ids of facts in a table that refuses the id `bad`.
struct Ids;

impl FactSink for Ids {
    fn prepare(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection.execute_batch("CREATE TABLE IF NOT EXISTS facts (id TEXT CHECK (id <> 'bad'))")
    }

    fn apply(&self, connection: &Connection, fact: &Fact) -> rusqlite::Result<()> {
        let Fact::Unmatched(unmatched) = fact else { return Ok(()) };
        connection.prepare_cached("INSERT INTO facts VALUES (?1)")?.execute([&unmatched.id]).map(drop)
    }
}

fn with_facts() -> Options {
    Options { facts: Arc::new(Ids), ..Options::default() }
}

fn fact_ids(folder: &TempDir) -> Vec<String> {
    let connection = Connection::open(folder.path().join("store.db")).expect("a connection");
    let mut statement = connection.prepare("SELECT id FROM facts ORDER BY rowid").expect("a statement");
    statement.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("ids")
}

#[tokio::test]
async fn facts_are_written_in_order_with_their_change_and_with_no_other() {
    let folder = folder();
    let store = open(&folder, with_facts());
    let change = |ids: [&str; 2]| Change { facts: ids.map(fact).to_vec(), ..writing(&[&session("S1", caller(1))]) };
    assert_eq!(store.commit(change(["b", "a"])).await, Ok(Committed::Done));
    assert_eq!(store.commit(change(["c", "d"])).await, Ok(Committed::Conflict));
    assert_eq!(fact_ids(&folder), ["b", "a"]);
}

#[tokio::test]
async fn a_change_whose_fact_is_refused_leaves_nothing_and_the_store_goes_on() {
    let folder = folder();
    let store = open(&folder, with_facts());
    let change = |id| Change { facts: vec![fact("good"), fact(id)], ..writing(&[&session("S1", caller(1))]) };
    assert!(matches!(store.commit(change("bad")).await, Err(StoreError::Failed(_))));
    assert_eq!(store.session(SessionKey::Id("S1")).await, Ok(None));
    assert_eq!(store.commit(change("fine")).await, Ok(Committed::Done));
    assert_eq!(fact_ids(&folder), ["good", "fine"]);
}

/// Holds the writer inside a change until told to go on, so that a group gathers behind it.
struct Gate {
    entered: Sender<()>,
    go_on: Mutex<Receiver<()>>,
}

impl FactSink for Gate {
    fn prepare(&self, connection: &Connection) -> rusqlite::Result<()> {
        Ids.prepare(connection)
    }

    fn apply(&self, connection: &Connection, fact: &Fact) -> rusqlite::Result<()> {
        if matches!(fact, Fact::Unmatched(unmatched) if unmatched.id == "gate") {
            self.entered.send(()).expect("a listener");
            self.go_on.lock().expect("a lock").recv().expect("a word");
        }
        Ids.apply(connection, fact)
    }
}

/// A store with that queue whose writer is held up; sending lets it go on.
fn held_up(folder: &TempDir, queue: usize) -> (Arc<Embedded>, tokio::task::JoinHandle<()>, Sender<()>) {
    let (entered, waits) = channel();
    let (go_on, told) = channel();
    let facts = Arc::new(Gate { entered, go_on: Mutex::new(told) });
    let store = Arc::new(open(folder, Options { facts, queue, ..Options::default() }));
    let holding = Arc::clone(&store);
    let first = tokio::spawn(async move {
        let change = Change { facts: vec![fact("gate")], ..Change::default() };
        assert_eq!(holding.commit(change).await, Ok(Committed::Done));
    });
    waits.recv().expect("the writer inside");
    (store, first, go_on)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_bad_change_does_not_sink_the_others_of_its_group() {
    let folder = folder();
    let (store, first, go_on) = held_up(&folder, 100);
    let mut group: Vec<_> = (0..10)
        .map(|number| {
            let id = if number == 5 { "bad".to_owned() } else { format!("fact-{number}") };
            let facts = vec![fact(&id)];
            store.commit(Change { facts, ..writing(&[&session(&format!("S{number}"), caller(number))]) })
        })
        .collect();
    for pending in &mut group {
        assert!(pending.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    go_on.send(()).expect("a writer");
    first.await.expect("the first");
    for (number, pending) in group.into_iter().enumerate() {
        match pending.await {
            Ok(outcome) => assert_eq!((outcome, number == 5), (Committed::Done, false), "{number}"),
            Err(error) => assert!(number == 5 && matches!(error, StoreError::Failed(_)), "{number}: {error}"),
        }
    }
    let facts = fact_ids(&folder);
    assert_eq!(facts.len(), 10, "{facts:?}");
    assert_eq!(store.session(SessionKey::Id("S5")).await, Ok(None));
    assert!(store.session(SessionKey::Id("S9")).await.expect("a read").is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_is_busy_at_once_and_free_again_afterwards() {
    let folder = folder();
    let (store, first, go_on) = held_up(&folder, 1);
    let mut queued = store.commit(writing(&[&session("S1", caller(1))]));
    assert!(queued.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    assert_eq!(store.commit(writing(&[&session("S2", caller(2))])).await, Err(StoreError::Busy));
    assert_eq!(store.session(SessionKey::Id("S2")).await, Ok(None), "reads do not wait for the writer");
    go_on.send(()).expect("a writer");
    first.await.expect("the first");
    assert_eq!(queued.await, Ok(Committed::Done));
    assert_eq!(store.commit(writing(&[&session("S2", caller(2))])).await, Ok(Committed::Done));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_whose_caller_was_told_that_it_failed_is_not_made_later() {
    let folder = folder();
    let (store, first, go_on) = held_up(&folder, 10);
    let mut abandoned = store.commit(writing(&[&session("S1", caller(1))]));
    assert!(abandoned.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    drop(abandoned);
    go_on.send(()).expect("a writer");
    first.await.expect("the first");
    assert_eq!(store.purge(at(0), 0).await, Ok(0), "queued behind it");
    assert_eq!(store.session(SessionKey::Id("S1")).await, Ok(None));
}

#[tokio::test]
async fn a_number_that_is_kept_for_the_caps_goes_when_no_cap_looks_back_so_far_and_that_of_an_opt_out_stays() {
    const DAY: u64 = 86_400;
    let folder = folder();
    let store = open(&folder, Options::default());
    for number in [1, 2, 3] {
        let asked = Some(RespondentChange { invited: true, ..naming(caller(number), 0) });
        let session = session(&format!("S{number}"), caller(number));
        store.commit(Change { respondent: asked, ..writing(&[&session]) }).await.expect("a commit");
        store.commit(writing(&[&ended(&session, at(1))])).await.expect("a commit");
    }
    store.commit(consent(caller(2), 1, OptOut::Out)).await.expect("a commit");
    let again = RespondentChange { invited: true, ..naming(caller(3), 1) };
    store.commit(Change { respondent: Some(again), now: at(DAY), ..Change::default() }).await.expect("a commit");
    let numbers = || {
        let connection = Connection::open(folder.path().join("store.db")).expect("a connection");
        let count = |number| {
            let find = "SELECT count(*) FROM respondents WHERE respondent = ?1";
            connection.query_row(find, [caller(number).expose()], |row| row.get::<_, u32>(0)).expect("a count")
        };
        [1, 2, 3].map(count)
    };
    let ninety = 90 * DAY;
    store.purge(at(ninety), 100).await.expect("a purge");
    assert_eq!((numbers(), store.session(SessionKey::Id("S1")).await), ([1, 1, 1], Ok(None)), "a cap of 90 days still looks at them");
    store.purge(at(ninety + 1), 100).await.expect("a purge");
    assert_eq!(numbers(), [0, 1, 1]);
    store.purge(at(ninety + DAY + 1), 100).await.expect("a purge");
    assert_eq!(numbers(), [0, 1, 0]);
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_reopening_without_a_close() {
    let folder = folder();
    let store = open(&folder, Options::default());
    let first = session("S1", caller(1));
    let change = Change { mark: Some(mark("call:main:CA1", "asked")), tasks: vec![timer("T1", "S1", at(0))], ..writing(&[&first]) };
    assert_eq!(store.commit(change.clone()).await, Ok(Committed::Done));
    // As after a kill: nothing is closed, and the file is opened once more beside it.
    std::mem::forget(store);
    let again = open(&folder, Options::default());
    assert_eq!(again.session(SessionKey::Id("S1")).await, Ok(Some(first)));
    assert_eq!(again.commit(change).await, Ok(Committed::Duplicate("asked".to_owned())));
    assert_eq!(again.health(at(0)).await.map(|health| health.waiting), Ok(1));
}

#[tokio::test]
async fn closing_does_what_is_queued_empties_the_wal_and_refuses_what_follows() {
    let folder = folder();
    let store = open(&folder, Options::default());
    let first = session("S1", caller(1));
    assert_eq!(store.commit(writing(&[&first])).await, Ok(Committed::Done));
    let mut queued = store.commit(writing(&[&later(&first)]));
    let _ = queued.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert_eq!(store.close(), Ok(()));
    assert_eq!(store.close(), Ok(()), "closing twice is closing once");
    assert_eq!(queued.await, Ok(Committed::Done));
    assert_eq!(std::fs::metadata(folder.path().join("store.db-wal")).map(|wal| wal.len()).unwrap_or(0), 0);
    assert!(matches!(store.commit(writing(&[&session("S2", caller(2))])).await, Err(StoreError::Failed(_))));
    assert!(matches!(store.health(at(0)).await, Err(StoreError::Failed(_))));
}

#[tokio::test]
async fn the_wal_stays_small_under_load() {
    let folder = folder();
    let store = open(&folder, Options::default());
    let reply = "x".repeat(512 * 1024);
    for number in 0..80 {
        let change = Change { mark: Some(mark(&format!("mark-{number}"), &reply)), ..Change::default() };
        assert_eq!(store.commit(change).await, Ok(Committed::Done));
    }
    let wal = std::fs::metadata(folder.path().join("store.db-wal")).expect("a WAL").len();
    assert!(wal < 20 << 20, "{wal} bytes of the 40 MiB written");
}

#[tokio::test]
async fn a_command_works_beside_a_running_serve() {
    let folder = folder();
    let _lock = EmbeddedLock::take(&folder.path().join("store.db")).expect("a lock");
    let (serve, command) = (open(&folder, Options::default()), open(&folder, Options::default()));
    let first = session("S1", caller(1));
    assert_eq!(serve.commit(writing(&[&first])).await, Ok(Committed::Done));
    assert_eq!(command.commit(writing(&[&later(&first)])).await, Ok(Committed::Done));
    assert_eq!(serve.commit(writing(&[&later(&first)])).await, Ok(Committed::Conflict));
    assert_eq!(serve.session(SessionKey::Id("S1")).await, Ok(Some(later(&first))));
}

#[test]
fn a_second_serve_on_the_same_file_is_refused_until_the_first_ends() {
    let folder = folder();
    let file = folder.path().join("new").join("store.db");
    let first = EmbeddedLock::take(&file).expect("a lock");
    let refusal = EmbeddedLock::take(&file).expect_err("a refusal");
    assert!(matches!(refusal, OpenError::InUse { .. }), "{refusal}");
    assert!(EmbeddedLock::take(&folder.path().join("other.db")).is_ok());
    drop(first);
    assert!(EmbeddedLock::take(&file).is_ok());
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = folder();
    let file = folder.path().join("notes.txt");
    let words = "not a database at all\n".repeat(100);
    std::fs::write(&file, &words).expect("a file");
    assert!(matches!(refused(&file), OpenError::NotADatabase { .. }));
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), words);
}

#[tokio::test]
async fn a_damaged_file_is_refused_and_named() {
    let folder = folder();
    let store = open(&folder, Options::default());
    for number in 0..40 {
        assert_eq!(store.commit(writing(&[&session(&format!("S{number}"), caller(number))])).await, Ok(Committed::Done));
    }
    store.close().expect("a close");
    drop(store);
    let file = folder.path().join("store.db");
    let mut bytes = std::fs::read(&file).expect("the file");
    let length = bytes.len();
    bytes[4096..length / 2].fill(0xA5);
    std::fs::write(&file, bytes).expect("the file");
    let refusal = refused(&file);
    assert!(matches!(refusal, OpenError::Damaged { .. }), "{refusal}");
    assert!(refusal.to_string().contains("store.db"), "{refusal}");
}

#[test]
fn a_file_of_a_newer_schema_is_refused() {
    let folder = folder();
    drop(open(&folder, Options::default()));
    let file = folder.path().join("store.db");
    Connection::open(&file).and_then(|connection| connection.pragma_update(None, "user_version", 2)).expect("a pragma");
    assert!(matches!(refused(&file), OpenError::Newer { found: 2, known: 1, .. }));
}

#[tokio::test]
async fn a_session_of_a_newer_schema_or_a_damaged_one_is_unreadable_and_shows_no_value() {
    let folder = folder();
    let store = open(&folder, Options::default());
    let newer = aftercall::survey::session::Session { schema: 2, ..session("S1", caller(1)) };
    assert_eq!(store.commit(writing(&[&newer, &session("S2", caller(1))])).await, Ok(Committed::Done));
    let connection = Connection::open(folder.path().join("store.db")).expect("a connection");
    connection.execute("UPDATE sessions SET body = json_set(body, '$.version', '+14155550123') WHERE id = 'S2'", []).expect("a row");
    for id in ["S1", "S2"] {
        let error = store.session(SessionKey::Id(id)).await.expect_err("an error");
        assert!(matches!(error, StoreError::Unreadable(_)), "{error}");
        assert!(!error.to_string().contains("4155550123"), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let _store = open(&folder, Options::default());
    for name in ["store.db", "store.db-wal", "store.db-shm"] {
        let rights = std::fs::metadata(folder.path().join(name)).expect("a file").permissions().mode();
        assert_eq!(rights & 0o077, 0, "{name}");
    }
}
