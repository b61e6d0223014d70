//! Wall clocks that step and that differ: nothing expires, nothing is sent twice, nothing is lost (F12).

use super::field::{FILE, Field, pause};
use super::site::{Site, sum};
use crate::support::servers::{Postgres, Redis, clock};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_steps_by_an_hour_and_by_a_day_ends_and_doubles_nothing_on_redis() {
    let redis = Redis::with_clock().await;
    let site = Site::new(&redis.url(), FILE).await;
    let field = steps(site).await;
    // What a gateway ahead of Redis has put off waits for the time of Redis.
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
