//! Two gateways on one Redis and one PostgreSQL, behind a balancer: load on both, a rolling restart, one dead for good, one cut off;
//! and what keeps a gateway from starting (F26, P12).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::callers::{Caller, Door, Kind};
use super::field::{ALL, pause};
use super::ledger::Ledger;
use super::site::{Site, eventually, metric};
use crate::commands::program::{Ended, Program, Serving};
use crate::support::chaos::{Mode, Proxy};
use crate::support::rig::{ACCOUNT_SID, LINE, PUBLIC, attribute};
use crate::support::servers::{Postgres, Redis};

/// What the stop of a gateway may take: its grace, and a machine that is very busy.
const GRACE: Duration = Duration::from_secs(30);

/// Two gateways and whoever calls.
struct Pair {
    site: Site,
    first: Serving,
    second: Serving,
    token: String,
    ledger: Arc<Ledger>,
    door: Door,
}

impl Pair {
    async fn at(redis: &Redis) -> Self {
        let site = site(redis).await;
        let first = site.serve("a").await;
        let second = site.serve("b").await;
        Self::of(site, first, second).await
    }

    async fn of(site: Site, first: Serving, second: Serving) -> Self {
        let token = site.token("a").await;
        let ledger = Arc::new(Ledger::default());
        let door = Door::to(&[&first.base, &second.base], &ledger);
        Self { site, first, second, token, ledger, door }
    }

    /// The ledger is clean, by both gateways' words, and both end in an orderly way.
    async fn ends_well(self) {
        for gateway in [&self.first, &self.second] {
            serves(gateway).await;
        }
        self.ledger.check(&self.site, &self.first, &self.token).await;
        assert!(self.ledger.longest_wait() < Duration::from_secs(2), "on the phone {:?}", self.ledger.longest_wait());
        for gateway in [self.first, self.second] {
            ended_well(gateway.stop().await);
        }
    }
}

/// One Redis and one PostgreSQL for all gateways.
async fn site(redis: &Redis) -> Site {
    Site::new(&redis.url(), &Postgres::database().await.url()).await
}

/// A gateway whose configuration is written a little differently.
async fn serve_otherwise(site: &Site, name: &str, from: &str, to: &str) -> Serving {
    otherwise(site, name, from, to).serve().await
}

fn otherwise(site: &Site, name: &str, from: &str, to: &str) -> Program {
    let file = site.configure(name);
    let text = std::fs::read_to_string(&file).expect("a configuration");
    assert!(text.contains(from), "{text}");
    std::fs::write(&file, text.replacen(from, to, 1)).expect("written");
    Program::new(&["serve"]).config(&file)
}

/// What waited in its journal has been carried out.
async fn serves(gateway: &Serving) {
    eventually(|| async {
        let up = metric(gateway, "aftercall_dependency_up{name=\"redis\"}").await;
        let rows = metric(gateway, "aftercall_journal_rows").await;
        if up > 0.0 && rows == 0.0 { Ok(()) } else { Err(format!("up {up}, {rows} rows wait; {}", gateway.log())) }
    })
    .await;
}

fn ended_well(ended: Ended) {
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.lines().count() < 100, "{} lines: {}", ended.err.lines().count(), ended.err);
    assert!(!ended.err.contains("55501"), "a number in the log: {}", ended.err);
}

/// Callers come for as long as it takes; gives the index of the next one.
async fn under_load<T>(door: &Door, from: usize, happens: impl Future<Output = T>) -> (usize, T) {
    let over = AtomicBool::new(false);
    let load = async {
        let mut next = from;
        while !over.load(Ordering::Relaxed) {
            door.crowd(Caller::some(next, 24, &ALL), 6).await;
            next += 24;
        }
        next
    };
    let happens = async {
        let came_of_it = happens.await;
        over.store(true, Ordering::Relaxed);
        came_of_it
    };
    tokio::join!(load, happens)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_gateways_share_the_load_and_every_webhook_may_go_to_either() {
    let redis = Redis::start().await;
    let pair = Pair::at(&redis).await;
    pair.door.crowd(Caller::some(0, 200, &ALL), 16).await;
    assert_eq!(pair.ledger.counts(), (200, 100, 100, 50), "nobody is cut off");
    for gateway in [&pair.first, &pair.second] {
        let webhooks = metric(gateway, "aftercall_reply_seconds_count").await;
        assert!(webhooks > 100.0, "one gateway does little: {webhooks}");
    }
    pair.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rolling_restart_under_load_loses_nothing_and_cuts_nobody_off() {
    let redis = Redis::start().await;
    let Pair { site, first, second, token, ledger, door } = Pair::at(&redis).await;
    let restarts = async {
        pause(300).await;
        let first = restarted(&site, "a", first).await;
        door.lead_to(&[&first.base, &second.base]);
        pause(300).await;
        let second = restarted(&site, "b", second).await;
        door.lead_to(&[&first.base, &second.base]);
        (first, second)
    };
    let (callers, (first, second)) = under_load(&door, 0, restarts).await;
    // A text is two of them, a survey on the phone is two keys.
    assert_eq!(ledger.counts(), (callers, callers / 2, callers / 2, callers / 4), "somebody is cut off");
    Pair { site, first, second, token, ledger, door }.ends_well().await;
}

/// Stopped in an orderly way and within its grace, and started again on its journal.
async fn restarted(site: &Site, name: &str, gateway: Serving) -> Serving {
    let asked = std::time::Instant::now();
    ended_well(gateway.stop().await);
    assert!(asked.elapsed() < GRACE, "the stop took {:?}", asked.elapsed());
    site.serve(name).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_gateway_held_that_died_for_good_is_done_by_the_other_when_its_leases_end() {
    let redis = Redis::with_clock().await;
    let site = site(&redis).await;
    // Dies as by a power cut, with a task in its hands that it has not begun.
    let program = Program::new(&["serve"]).config(&site.configure("a")).env("AFTERCALL_CRASH_AT", "task leased:12");
    let (first, second) = (program.serve().await, site.serve("b").await);
    let Pair { site, first, second, token, ledger, door } = Pair::of(site, first, second).await;
    // What it had begun and not finished is marked as unknown, and not sent again.
    ledger.allow_doubt();
    let dies = async {
        assert_ne!(first.ended().await.code, 0, "it was to die");
    };
    // Who answers or stops takes back what the dead one held; who is silent waits for it.
    tokio::join!(door.crowd(Caller::some(0, 80, &[Kind::Silent]), 8), dies);
    door.lead_to(&[&second.base]);
    door.crowd(Caller::some(80, 80, &ALL), 8).await;
    serves(&second).await;
    let held = metric(&second, "aftercall_tasks{state=\"leased\"}").await;
    assert!(held >= 1.0, "the dead gateway held nothing");
    // Leases go by the clock of Redis: instead of a minute's wait.
    redis.set_clock(61);
    ledger.check(&site, &second, &token).await;
    assert_eq!(metric(&second, "aftercall_tasks{state=\"leased\"}").await, 0.0);
    ended_well(second.stop().await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wiped_redis_is_filled_anew_from_the_journals_of_both_and_no_call_is_asked_twice() {
    let redis = Redis::start().await;
    let pair = Pair::at(&redis).await;
    let wipes = async {
        for _ in 0..2 {
            pause(1500).await;
            redis.cli(&["FLUSHALL"]).await;
        }
    };
    let (callers, ()) = under_load(&pair.door, 0, wipes).await;
    for gateway in [&pair.first, &pair.second] {
        serves(gateway).await;
        assert!(gateway.log().contains("has begun a new epoch"), "a wipe was not noticed: {}", gateway.log());
    }
    pair.door.crowd(Caller::some(callers, 40, &ALL), 8).await;
    pair.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_is_cut_off_alone_serves_from_its_journal_and_the_other_goes_on() {
    let redis = Redis::start().await;
    let proxy = Proxy::before(redis.address()).await;
    let site = site(&redis).await;
    let first = serve_otherwise(&site, "a", &redis.url(), &redis.url_at(proxy.address())).await;
    let second = site.serve("b").await;
    let pair = Pair::of(site, first, second).await;
    let (cut_off, whole) = (Door::to(&[&pair.first.base], &pair.ledger), Door::to(&[&pair.second.base], &pair.ledger));
    // A STOP that the first one takes meanwhile cannot be known to the second: nobody says it here.
    let kinds = [Kind::Silent, Kind::Texter, Kind::Presser];
    cut_off.crowd(Caller::some(0, 30, &kinds), 8).await;
    let cut = async {
        pause(200).await;
        proxy.set(Mode::BlackHole);
        pause(4000).await;
        // The other one's callers have noticed nothing.
        assert_eq!(metric(&pair.second, "aftercall_dependency_up{name=\"redis\"}").await, 1.0);
        let kept = metric(&pair.first, "aftercall_journal_rows").await;
        assert!(kept > 0.0, "nothing was kept in the journal");
        proxy.set(Mode::Pass);
    };
    tokio::join!(cut_off.crowd(Caller::some(30, 90, &kinds), 4), whole.crowd(Caller::some(120, 90, &kinds), 4), cut);
    let (calls, texts, ..) = pair.ledger.counts();
    assert_eq!((calls, texts), (210, 140));
    pair.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_would_lose_data_or_calls_does_not_start_and_says_why() {
    let redis = Redis::start().await;
    let site = Site::new(&redis.url(), "embedded:FOLDER/reports.db").await;
    for (from, to, said) in [
        ("journal_path", "jurnal_path", "aftercall.toml:10: unknown key `jurnal_path` in `store`, did you mean `journal_path`?"),
        ("\nsecret = ", "\n# ", "server.secret"),
        ("redis://", "redes://", "`redes` is no kind of store"),
    ] {
        let ended = otherwise(&site, "a", from, to).run().await;
        assert!(ended.code == 2 && ended.err.contains(said), "{to}: {ended:?}");
    }
    redis.cli(&["CONFIG", "SET", "maxmemory-policy", "allkeys-lru"]).await;
    let ended = Program::new(&["serve"]).config(&site.configure("a")).run().await;
    assert!(ended.code == 1 && ended.err.contains("must not be used") && ended.err.contains("set noeviction"), "{ended:?}");
}

/// The one thing that gateways of one store must have in common beside it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_caller_whose_next_key_reaches_a_gateway_with_another_secret_hears_the_polite_end() {
    let redis = Redis::start().await;
    let site = site(&redis).await;
    let first = site.serve("a").await;
    let second = serve_otherwise(&site, "b", "secret = \"0001", "secret = \"ffff").await;
    let pair = Pair::of(site, first, second).await;
    let (at_first, at_second) = (Door::to(&[&pair.first.base], &pair.ledger), Door::to(&[&pair.second.base], &pair.ledger));
    let leaves = [
        ("CallSid", "CA1"),
        ("AccountSid", ACCOUNT_SID),
        ("From", "+14155550123"),
        ("To", LINE),
        ("CallStatus", "in-progress"),
        ("Direction", "inbound"),
        ("DialCallStatus", "completed"),
        ("DialCallDuration", "61"),
    ];
    let question = at_first.deliver_by_phone("/hooks/main/call", &leaves).await.expect("an answer");
    let target = attribute(&question.body, "action").strip_prefix(PUBLIC).expect("an address of ours").to_owned();
    let presses = [("CallSid", "CA1"), ("From", "+14155550123"), ("To", LINE), ("CallStatus", "in-progress"), ("Digits", "5")];
    let foreign = at_second.deliver_by_phone(&target, &presses).await.expect("an answer");
    assert!(foreign.outcome == "ignored" && foreign.body.contains("<Hangup"), "{foreign:?}");
    let own = at_first.deliver_by_phone(&target, &presses).await.expect("an answer");
    assert!(own.outcome == "accepted" && own.body.contains("Thank you"), "{own:?}");
    pair.ends_well().await;
}
