//! The gateway dies at every named place and at seeded moments under load, and is started again on the same files: nothing
//! acknowledged is lost, nothing is sent twice (F9: P1–P6, P8).

use std::os::unix::process::ExitStatusExt;
use std::time::Duration;

use serde_json::Value;
use tokio::task::JoinHandle;

use super::callers::{Caller, Kind};
use super::field::{ALL, Field, pause};
use super::site::{eventually, everything, metric};
use crate::commands::program::Program;
use crate::support::rig::{ACCOUNT_SID, LINE};
use crate::support::servers::Redis;
use crate::support::twilio_stand_in::Answer;

const CRASH_AT: &str = "AFTERCALL_CRASH_AT";
const SIGABRT: i32 = 6;
const SIGKILL: i32 = 9;
/// Longer than a lease.
const A_LEASE: i64 = 61;
/// Callers of one life.
const CALLERS: usize = 16;

/// A gateway whose lives are short.
struct Mortal {
    field: Field,
    callers: usize,
    loads: Vec<JoinHandle<()>>,
}

impl Mortal {
    async fn at(store: &str) -> Self {
        let field = Field::at(store).await;
        field.ledger.allow_doubt();
        Self { field, callers: 0, loads: Vec::new() }
    }

    /// Callers come and go on coming, whether a gateway is there or not.
    fn load(&mut self, count: usize) {
        let (door, callers) = (self.field.door.clone(), Caller::some(self.callers, count, &ALL));
        self.callers += count;
        self.loads.push(tokio::spawn(async move { door.crowd(callers, 8).await }));
    }

    /// All that came so far have been acknowledged.
    async fn acknowledged(&mut self) {
        for load in std::mem::take(&mut self.loads) {
            load.await.expect("callers without complaint");
        }
    }

    /// The same, or its end has come before.
    async fn acknowledged_or_dead(&mut self) {
        while let Some(load) = self.loads.last_mut() {
            tokio::select! {
                done = load => done.expect("callers without complaint"),
                _ = self.field.gateway.dies() => return,
            }
            self.loads.pop();
        }
    }

    /// A new life, to end at that place; the one before it must be over.
    async fn live_until(&mut self, place: &str) {
        self.field.site.environment = vec![(CRASH_AT.to_owned(), place.to_owned())];
        self.field.serve_again().await;
    }

    async fn live_on(&mut self) {
        self.field.site.environment.clear();
        self.field.serve_again().await;
    }

    async fn dies(&mut self, of: i32) {
        let place = self.field.site.environment.first().map(|(_, place)| place.clone());
        let died = tokio::time::timeout(Duration::from_secs(100), self.field.gateway.dies()).await;
        let Ok(ended) = died else { panic!("{place:?} was not reached: {}", self.field.gateway.log()) };
        assert_eq!(ended.signal(), Some(of), "{place:?}: {ended}: {}", self.field.gateway.log());
        let log = self.field.gateway.log();
        assert!(!log.contains("55501"), "a number in the log: {log}");
    }

    async fn stops(&mut self) {
        self.field.gateway.signal("-TERM").await;
        assert_eq!(self.field.gateway.dies().await.code(), Some(0), "{}", self.field.gateway.log());
    }

    /// Somebody starts it, and it dies before it listens.
    async fn dies_at_its_start(&self, place: &str) {
        let file = self.field.site.configure("a");
        let ended = Program::new(&["serve"]).config(&file).env(CRASH_AT, place).run().await;
        assert_eq!(ended.code, -1, "{place}: {}", ended.err);
    }

    /// Everybody was served, and the ledger is clean.
    async fn ends_clean(mut self) {
        self.acknowledged().await;
        let (calls, texts, _, stops) = self.field.ledger.counts();
        let each = self.callers / 4;
        // Whoever was on the phone when the gateway died has hung up, and a provider gives up after some minutes.
        assert!(calls > each * 2 && texts > each && stops > each / 2, "{:?} of {each} each", self.field.ledger.counts());
        self.field.ends_clean().await;
    }
}

/// What has to happen so that a place of a gateway on Redis is reached.
#[derive(Clone, Copy)]
enum When {
    /// Callers come.
    Load,
    /// Redis does not answer.
    Away,
    /// Redis answers again.
    Back,
    /// The provider breaks off.
    Doubt,
}

/// Places of a gateway with a journal and a reporting store of its own; the number is the passing that is the last.
const PLACES: [(&str, When); 16] = [
    ("change committed:9", When::Load),
    ("answer written:9", When::Load),
    ("settlement journaled:2", When::Load),
    ("settlement made:2", When::Load),
    ("task leased:3", When::Load),
    ("send started:2", When::Load),
    ("message sent:2", When::Load),
    ("doubt noted:1", When::Doubt),
    ("group written:20", When::Load),
    ("group committed:20", When::Load),
    ("facts written:2", When::Load),
    ("event kept:7", When::Away),
    ("answer written:12", When::Away),
    ("group committed:4", When::Away),
    ("event carried out:5", When::Back),
    // The last: it surely leaves an entry that is to be tried once more.
    ("change journaled:9", When::Load),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_on_redis_may_die_at_every_place() {
    let redis = Redis::with_clock().await;
    let mut mortal = Mortal::at(&redis.url()).await;
    mortal.stops().await;
    for (place, when) in PLACES {
        mortal.live_until(place).await;
        match when {
            When::Away | When::Back => redis.stop_answering(),
            When::Doubt => mortal.field.site.twilio.script(vec![Answer::Cut; 3]),
            When::Load => {}
        }
        mortal.load(CALLERS);
        if let When::Back = when {
            mortal.acknowledged_or_dead().await;
            redis.go_on();
        }
        mortal.dies(SIGABRT).await;
        redis.go_on();
    }
    // What the last life left is tried once more, and that is broken off too.
    mortal.dies_at_its_start("entry tried once more:1").await;
    mortal.live_on().await;
    mortal.acknowledged().await;
    mortal.field.serves().await;
    redis.set_clock(A_LEASE);
    mortal.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_may_lose_everything_while_the_gateway_is_dead_or_writes_it_again() {
    let redis = Redis::with_clock().await;
    let mut mortal = Mortal::at(&redis.url()).await;
    mortal.stops().await;
    for place in ["change journaled:9", "change committed:15", "send started:2", "message sent:2", "facts written:2"] {
        mortal.live_until(place).await;
        mortal.load(CALLERS);
        mortal.dies(SIGABRT).await;
        redis.cli(&["FLUSHALL"]).await;
    }
    mortal.live_on().await;
    mortal.acknowledged().await;
    mortal.stops().await;
    mortal.live_until("entry written again:40").await;
    redis.cli(&["FLUSHALL"]).await;
    mortal.dies(SIGABRT).await;
    mortal.dies_at_its_start("written again:1").await;
    mortal.live_on().await;
    mortal.load(CALLERS);
    mortal.acknowledged().await;
    mortal.field.serves().await;
    redis.set_clock(A_LEASE);
    mortal.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_with_an_embedded_store_may_die_at_every_place() {
    let mut mortal = Mortal::at("embedded:FOLDER/aftercall.db").await;
    mortal.stops().await;
    for place in [
        "group written:20",
        "group committed:20",
        "answer written:9",
        "task leased:3",
        "send started:2",
        "message sent:2",
        "facts written:2",
    ] {
        mortal.live_until(place).await;
        mortal.load(CALLERS);
        mortal.dies(SIGABRT).await;
    }
    mortal.live_on().await;
    mortal.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_on_redis_may_be_killed_at_any_moment() {
    let kills = if std::env::var_os("AFTERCALL_SOAK").is_some() { 200 } else { 30 };
    let redis = Redis::with_clock().await;
    let mut mortal = Mortal::at(&redis.url()).await;
    let mut rng = fastrand::Rng::with_seed(9);
    let mut clock = 0;
    for _ in 0..kills {
        mortal.load(8);
        pause(rng.u64(0..400)).await;
        mortal.field.gateway.signal("-KILL").await;
        mortal.dies(SIGKILL).await;
        if rng.bool() {
            clock += A_LEASE;
            redis.set_clock(clock);
        }
        mortal.live_on().await;
    }
    mortal.acknowledged().await;
    mortal.field.serves().await;
    redis.set_clock(clock + A_LEASE);
    mortal.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_gateway_holds_for_redis_is_carried_out_whenever_that_comes_back() {
    let redis = Redis::with(&["--appendonly", "yes"]).await;
    let mut mortal = Mortal::at(&redis.url()).await;
    mortal.load(40);
    mortal.acknowledged().await;
    redis.kill();
    for _ in 0..2 {
        mortal.load(40);
        mortal.acknowledged().await;
        mortal.field.gateway.signal("-KILL").await;
        mortal.dies(SIGKILL).await;
        mortal.live_on().await;
        holds_events(&mortal.field).await;
    }
    redis.restart().await;
    mortal.field.serves().await;
    mortal.ends_clean().await;
}

/// It knows of its events without Redis.
async fn holds_events(field: &Field) {
    eventually(|| async {
        let rows = metric(&field.gateway, "aftercall_journal_rows").await;
        if rows > 0.0 { Ok(()) } else { Err(format!("no event waits: {}", field.gateway.log())) }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_had_begun_when_the_gateway_died_is_in_doubt_and_settled_by_a_reply() {
    for on_redis in [true, false] {
        for (place, left) in [("send started:1", 0), ("message sent:1", 1)] {
            let redis = Redis::with_clock().await;
            let store = if on_redis { redis.url() } else { "embedded:FOLDER/aftercall.db".to_owned() };
            let mut mortal = Mortal::at(&store).await;
            mortal.stops().await;
            mortal.live_until(place).await;
            let caller = Caller::some(0, 1, &[Kind::Silent]).remove(0);
            caller.live(&mortal.field.door).await;
            mortal.dies(SIGABRT).await;
            redis.set_clock(A_LEASE);
            mortal.live_on().await;
            only_response(&mortal.field, |row| row["provider_code"] == "unknown" && row["invited_at"].is_null()).await;
            assert_eq!(metric(&mortal.field.gateway, "aftercall_sends_total{account=\"main\",outcome=\"unknown\"}").await, 1.0);
            let params = [
                ("MessageSid", "SM1"),
                ("AccountSid", ACCOUNT_SID),
                ("From", &caller.number),
                ("To", LINE),
                ("Body", "5"),
                ("NumMedia", "0"),
            ];
            mortal.field.door.deliver("/hooks/main/sms", &params).await.expect("taken");
            only_response(&mortal.field, |row| row["provider_code"].is_null() && row["scores"]["csat"] == 5).await;
            assert_eq!(mortal.field.site.twilio.sent().len(), left, "{place}");
        }
    }
}

/// Waits until there is one response and it is so.
async fn only_response(field: &Field, so: impl Fn(&Value) -> bool) {
    eventually(|| async {
        let rows = everything(&field.gateway, &field.token, "/v1/responses").await;
        if matches!(&rows[..], [row] if so(row)) { Ok(()) } else { Err(format!("{rows:#?}")) }
    })
    .await;
}
