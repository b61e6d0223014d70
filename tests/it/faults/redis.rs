//! Redis killed, wiped, slow, black-holed, out of memory: the ledger is clean each time, and no gateway is restarted (F1–F4).

use std::time::Duration;

use super::field::{Field, pause};
use crate::support::chaos::{Mode, Proxy};
use crate::support::servers::Redis;

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
