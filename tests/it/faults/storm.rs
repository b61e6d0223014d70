//! Thousands of webhooks at once, and all that has waited at once (F25).

use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::callers::{Caller, Door, Kind};
use super::field::{FILE, Field};
use super::site::{Site, eventually};
use crate::support::servers::Redis;

/// More than a gateway with a few thousand requests in hand ever needs, also in a debug build.
const MOST_MEGABYTES: u64 = 400;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_texts_at_once_keep_nobody_on_the_phone_waiting_and_each_stands_once() {
    // What a debug build on two busy cores takes within seconds; the soak is what a big day brings.
    let texts = if std::env::var_os("AFTERCALL_SOAK").is_some() { 4000 } else { 2000 };
    let redis = Redis::start().await;
    let field = Field::at(&redis.url()).await;
    let callers = Caller::some(0, texts, &[Kind::Texter, Kind::Texter, Kind::Texter, Kind::Stopper]);
    let mut ending = JoinSet::new();
    for part in callers.chunks(texts / 32) {
        let (door, part) = (field.door.clone(), part.to_vec());
        ending.spawn(async move {
            for caller in part {
                caller.end_call(&door).await;
            }
        });
    }
    all(ending).await;
    let (door, storm) = (field.door.clone(), callers);
    // On a thread of its own, so that the senders of texts do not keep the callers on the phone waiting; only the gateway may.
    let storm = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(send_at_once(&door.on_its_own(), storm));
    });
    field.door.crowd(Caller::some(texts, 20, &[Kind::Presser]), 4).await;
    tokio::task::spawn_blocking(move || storm.join()).await.expect("joined").expect("all sent");
    assert!(megabytes(&field) < MOST_MEGABYTES, "{} MB", megabytes(&field));
    field.ends_clean().await;
}

async fn send_at_once(door: &Door, callers: Vec<Caller>) {
    let mut texting = JoinSet::new();
    for caller in callers {
        let door = door.clone();
        texting.spawn(async move {
            match caller.kind {
                Kind::Stopper => caller.stop(&door).await,
                _ => caller.text(&door, 0, &format!("4, note {:06} first", caller.index)).await,
            }
        });
    }
    all(texting).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_waited_through_an_outage_leaves_at_the_pace_of_the_account_and_after_every_stop() {
    let redis = Redis::with(&["--appendonly", "yes"]).await;
    let mut site = Site::new(&redis.url(), FILE).await;
    site.account_options = format!("rate = {{ per_second = {PER_SECOND}, burst = {BURST} }}");
    let field = Field::on(site).await;
    redis.kill();
    let callers = Caller::some(0, 1200, &[Kind::Silent, Kind::Stopper]);
    field.door.crowd(callers.clone(), 64).await;
    redis.restart().await;
    field.serves().await;
    let silent = callers.iter().filter(|caller| caller.kind == Kind::Silent).count();
    eventually(|| async {
        let sent = field.site.twilio.arrivals().len();
        if sent >= silent { Ok(()) } else { Err(format!("{sent} of {silent}")) }
    })
    .await;
    let arrivals = field.site.twilio.arrivals();
    let stopped: Vec<_> = callers.iter().filter(|caller| caller.kind == Kind::Stopper).collect();
    for (to, body, _) in &arrivals {
        assert!(!body.contains("Reply 1") || !stopped.iter().any(|caller| caller.number == *to), "a question to {to} after STOP");
    }
    paced(&arrivals.iter().map(|(.., at)| *at).collect::<Vec<_>>());
    field.ends_clean().await;
}

const PER_SECOND: usize = 150;
const BURST: usize = 20;

/// In no second more than the bucket holds and what flows into it; a request may take a tenth of a second longer than another.
fn paced(arrivals: &[Instant]) {
    let most = BURST + PER_SECOND + PER_SECOND / 10;
    for (first, at) in arrivals.iter().enumerate() {
        let within = arrivals[first..].iter().take_while(|other| other.duration_since(*at) < Duration::from_secs(1)).count();
        assert!(within <= most, "{within} messages within a second");
    }
}

async fn all(mut running: JoinSet<()>) {
    while let Some(done) = running.join_next().await {
        done.expect("without complaint");
    }
}

/// The most that the gateway's process has ever held in memory.
fn megabytes(field: &Field) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", field.gateway.id())).expect("a running process");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a line");
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).expect("a number") / 1024
}
