//! Wall clocks that step and that differ: nothing expires, nothing is sent twice, nothing is lost (F12).

use std::time::Duration;

use super::callers::{Caller, Kind};
use super::field::{FILE, Field, pause};
use super::site::{Site, eventually, sum};
use crate::support::servers::{Postgres, Redis, clock};
use crate::support::twilio_stand_in::Answer;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_steps_by_an_hour_and_by_a_day_ends_and_doubles_nothing_on_redis() {
    let redis = Redis::with_clock().await;
    let site = Site::new(&redis.url(), FILE).await;
    let field = steps(site).await;
    // A message that was put off in the very moment of a step waits for the time that the clock showed before.
    redis.set_clock(DAY + HOUR);
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_steps_by_an_hour_and_by_a_day_ends_and_doubles_nothing_in_the_embedded_store() {
    let site = Site::new("embedded:FOLDER/aftercall.db", FILE).await;
    let field = steps(site).await;
    // What was put off by a clock that was ahead is due when that time comes.
    clock::set(&field.site.folder("clock"), DAY + HOUR);
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gateways_whose_clocks_are_five_minutes_apart_share_one_store_in_peace() {
    let (redis, results) = (Redis::start().await, Postgres::database().await);
    let mut site = Site::new(&redis.url(), &results.url()).await;
    site.before = with_a_clock(&site);
    let behind = site.serve("behind").await;
    clock::set(&site.folder("clock"), -300);
    site.before = Vec::new();
    let field = Field::on(site).await;
    field.door.lead_to(&[&field.gateway.base, &behind.base]);
    field.through(async {}).await;
    field.ledger.check(&field.site, &field.gateway, &field.token).await;
    for gateway in [&field.gateway, &behind] {
        assert_eq!(sum(gateway, "aftercall_sessions_total", "expired").await, 0.0);
    }
    let ended = behind.stop().await;
    assert_eq!((ended.code, ended.err.lines().count() < 100), (0, true), "{}", ended.err);
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_whose_clock_is_not_that_of_redis_sends_at_once_and_again_when_the_provider_wants() {
    for ahead in [HOUR, -HOUR] {
        let redis = Redis::start().await;
        let mut site = Site::new(&redis.url(), FILE).await;
        site.before = with_a_clock(&site);
        clock::set(&site.folder("clock"), ahead);
        site.account_options = "rate = { per_second = 20, burst = 5 }".to_owned();
        site.twilio.script(vec![Answer::Status(429, Some("3")); 4]);
        let field = Field::on(site).await;
        field.door.crowd(Caller::some(0, 24, &[Kind::Silent]), 8).await;
        eventually(|| async {
            let left = field.site.twilio.arrivals().len();
            if left == 24 { Ok(()) } else { Err(format!("{left} messages have left by a clock that is {ahead} s ahead")) }
        })
        .await;
        let attempts = field.site.twilio.attempts();
        for refused in attempts.iter().filter(|attempt| attempt.answer.surely_refuses()) {
            let tries: Vec<_> = attempts.iter().filter(|again| again.to == refused.to).map(|again| again.at).collect();
            assert!(tries.len() == 2 && tries[1] - tries[0] > WANTED, "{ahead}: {tries:?}");
        }
        field.ends_clean().await;
    }
}

/// What the provider wants, but for what two clocks make of it.
const WANTED: Duration = Duration::from_millis(2950);

/// Back to the true time last, as a clock that is put right.
async fn steps(mut site: Site) -> Field {
    site.before = with_a_clock(&site);
    site.account_options = "rate = { per_second = 60, burst = 10 }".to_owned();
    let field = Field::on(site).await;
    field
        .through(async {
            for ahead in [HOUR, 0, -HOUR, 0, DAY, 0, -DAY, 0] {
                clock::set(&field.site.folder("clock"), ahead);
                pause(500).await;
            }
        })
        .await;
    assert_eq!(sum(&field.gateway, "aftercall_sessions_total", "expired").await, 0.0);
    field
}

/// What starts a gateway by the clock of the folder `clock`.
fn with_a_clock(site: &Site) -> Vec<String> {
    std::fs::create_dir_all(site.folder("clock")).expect("a folder");
    clock::before_command(&site.folder("clock"))
}
