//! Redis killed, wiped, slow, black-holed, out of memory: the ledger is clean each time, and no gateway is restarted (F1–F4).

use std::sync::Arc;
use std::time::Duration;

use super::callers::{Caller, Door, Kind};
use super::ledger::Ledger;
use super::site::{Site, eventually, metric};
use crate::commands::program::Serving;
use crate::support::chaos::{Mode, Proxy};
use crate::support::servers::Redis;

const ALL: [Kind; 4] = [Kind::Silent, Kind::Texter, Kind::Stopper, Kind::Presser];
/// Results in a file of the gateway.
const FILE: &str = "embedded:FOLDER/reports.db";

/// A gateway under load.
struct Field {
    site: Site,
    gateway: Serving,
    token: String,
    ledger: Arc<Ledger>,
    door: Door,
}

impl Field {
    async fn at(store: &str) -> Self {
        let site = Site::new(store, FILE).await;
        let gateway = site.serve("a").await;
        let token = site.token("a").await;
        let ledger = Arc::new(Ledger::default());
        let door = Door::to(&[&gateway.base], &ledger);
        Self { site, gateway, token, ledger, door }
    }

    /// Callers come before, during and after what is done to the store.
    async fn through(&self, happens: impl Future<Output = ()>) {
        self.door.crowd(Caller::some(0, 60, &ALL), 16).await;
        let during = self.door.crowd(Caller::some(60, 160, &ALL), 8);
        tokio::join!(during, happens);
        self.serves().await;
        self.door.crowd(Caller::some(220, 40, &ALL), 16).await;
    }

    /// What waited in the journal has been carried out.
    async fn serves(&self) {
        eventually(|| async {
            let up = metric(&self.gateway, "aftercall_dependency_up{name=\"redis\"}").await;
            let rows = metric(&self.gateway, "aftercall_journal_rows").await;
            if up > 0.0 && rows == 0.0 { Ok(()) } else { Err(format!("up {up}, {rows} rows wait; {}", self.gateway.log())) }
        })
        .await;
    }

    /// The ledger is clean, callers on the phone waited two seconds at most, and the log says it in few lines.
    async fn ends_well(self) {
        let (calls, texts, ..) = self.ledger.counts();
        assert!(calls > 180 && texts > 110, "too little was acknowledged: {:?}", self.ledger.counts());
        self.ledger.check(&self.site, &self.gateway, &self.token).await;
        let ended = self.gateway.stop().await;
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert!(ended.err.lines().count() < 100, "{} lines: {}", ended.err.lines().count(), ended.err);
        assert!(!ended.err.contains("55501"), "a number in the log: {}", ended.err);
    }
}

async fn pause(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_calm_day_everything_stands_once() {
    let redis = Redis::start().await;
    let field = Field::at(&redis.url()).await;
    field.through(async {}).await;
    assert_eq!(field.ledger.counts(), (260, 130, 130, 65));
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_that_hangs_costs_time_and_nothing_else() {
    let redis = Redis::start().await;
    let field = Field::at(&redis.url()).await;
    field
        .through(async {
            pause(300).await;
            redis.stop_answering();
            pause(6000).await;
            redis.go_on();
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_behind_a_bad_network_costs_time_and_nothing_else() {
    let redis = Redis::start().await;
    let proxy = Proxy::before(redis.address()).await;
    let field = Field::at(&redis.url_at(proxy.address())).await;
    field
        .through(async {
            for mode in [
                Mode::Latency(Duration::from_millis(300)),
                Mode::BlackHole,
                Mode::CutAfter(0),
                Mode::Latency(Duration::from_secs(3)),
                Mode::CutAfter(200),
                Mode::Reset,
                Mode::HalfClose,
                Mode::CutAfter(50),
            ] {
                proxy.set(mode);
                pause(1200).await;
                proxy.set(Mode::Pass);
                pause(300).await;
            }
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_killed_under_load_and_back_from_its_file_loses_nothing() {
    let redis = Redis::with(&["--appendonly", "yes", "--appendfsync", "everysec"]).await;
    let field = Field::at(&redis.url()).await;
    field
        .through(async {
            pause(300).await;
            redis.kill();
            pause(5000).await;
            redis.restart().await;
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_wiped_again_and_again_is_filled_anew_from_the_journal() {
    let redis = Redis::start().await;
    let field = Field::at(&redis.url()).await;
    field
        .through(async {
            for _ in 0..3 {
                pause(1500).await;
                redis.cli(&["FLUSHALL"]).await;
                redis.cli(&["SCRIPT", "FLUSH"]).await;
            }
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_restarted_empty_is_filled_anew_from_the_journal() {
    let redis = Redis::start().await;
    let field = Field::at(&redis.url()).await;
    field
        .through(async {
            pause(1000).await;
            redis.kill();
            pause(1500).await;
            redis.restart().await;
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_out_of_memory_refuses_as_a_whole_and_nothing_is_lost() {
    let redis = Redis::with(&["--maxmemory-policy", "noeviction"]).await;
    let field = Field::at(&redis.url()).await;
    field
        .through(async {
            pause(300).await;
            redis.cli(&["CONFIG", "SET", "maxmemory", "1mb"]).await;
            pause(4000).await;
            redis.cli(&["CONFIG", "SET", "maxmemory", "0"]).await;
        })
        .await;
    field.ends_well().await;
}
