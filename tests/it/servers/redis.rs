//! One Redis, in all its ways.

use std::time::Duration;

use tokio::process::Command;

use crate::support::servers::{Redis, RedisSetup, Valkey};

#[tokio::test]
async fn it_dies_and_comes_back_empty_at_the_same_port() {
    let redis = Redis::start().await;
    assert_eq!(redis.cli(&["SET", "k", "v"]).await, "OK");
    redis.kill();
    assert!(!redis.answers().await);
    // In a task of its own, as a test does that breaks things beside its load.
    let redis = tokio::spawn(async move {
        redis.restart().await;
        redis
    });
    assert_eq!(redis.await.expect("no panic").cli(&["GET", "k"]).await, "");
}

#[tokio::test]
async fn with_an_append_only_file_it_comes_back_with_its_data() {
    let redis = Redis::with(&["--appendonly", "yes", "--appendfsync", "always"]).await;
    redis.cli(&["SET", "k", "v"]).await;
    redis.kill();
    redis.restart().await;
    assert_eq!(redis.cli(&["GET", "k"]).await, "v");
}

#[tokio::test]
async fn stopped_it_is_silent_and_then_goes_on() {
    let redis = Redis::start().await;
    redis.stop_answering();
    let mut asked = Box::pin(redis.cli(&["PING"]));
    assert!(tokio::time::timeout(Duration::from_millis(100), &mut asked).await.is_err());
    redis.go_on();
    assert_eq!(asked.await, "PONG");
}

#[tokio::test]
async fn nobody_gets_in_without_the_password_or_the_user() {
    for (name, login) in [("default", ":pass-word@"), ("gateway", "gateway:pass-word@")] {
        let redis = RedisSetup::default().user(name, "pass-word").start().await;
        assert_eq!(redis.url(), format!("redis://{login}127.0.0.1:{}/0", redis.port()));
        assert_eq!(redis.cli(&["PING"]).await, "PONG");
        assert_eq!(ping(&redis.url()).await.expect("let in"), "PONG");
        let stranger = ping(&format!("redis://{}/0", redis.address())).await.expect_err("kept out");
        assert_eq!(stranger.code(), Some("NOAUTH"), "{stranger}");
        let replica = Redis::replica_of(&redis).await;
        assert_eq!(replica.cli(&["PING"]).await, "PONG");
    }
}

/// By the program's own client.
async fn ping(url: &str) -> redis::RedisResult<String> {
    let mut link = redis::Client::open(url)?.get_multiplexed_async_connection().await?;
    redis::cmd("PING").query_async(&mut link).await
}

/// What redis-cli says by an address alone, to stdout or stderr.
async fn by_url(url: &str, arguments: &[&str]) -> String {
    let ended = Command::new("redis-cli").args(["--no-auth-warning", "-u", url]).args(arguments).output().await.expect("redis-cli runs");
    let text = String::from_utf8_lossy(&ended.stdout).into_owned() + &String::from_utf8_lossy(&ended.stderr);
    text.trim_end().to_owned()
}

#[tokio::test]
async fn with_tls_its_certificate_is_good_under_its_own_authority_alone() {
    let redis = RedisSetup::default().tls().start().await;
    assert!(redis.url().starts_with("rediss://127.0.0.1:"), "{}", redis.url());
    let authority = redis.authority().display().to_string();
    assert_eq!(by_url(&redis.url(), &["--cacert", &authority, "PING"]).await, "PONG");
    let stranger = by_url(&redis.url(), &["PING"]).await;
    assert!(stranger.contains("certificate verify failed"), "{stranger}");
    assert_eq!(redis.cli(&["PING"]).await, "PONG");
}

#[tokio::test]
async fn a_replica_has_its_masters_data() {
    let master = Redis::start().await;
    master.cli(&["SET", "k", "v"]).await;
    let replica = Redis::replica_of(&master).await;
    assert_eq!(replica.cli(&["GET", "k"]).await, "v");
    assert!(replica.cli(&["SET", "k", "w"]).await.starts_with("READONLY"));
}

#[tokio::test]
async fn its_clock_jumps_ahead_and_what_was_to_expire_is_gone() {
    let redis = Redis::with_clock().await;
    let time = async || redis.cli(&["TIME"]).await.lines().next().and_then(|line| line.parse::<i64>().ok()).expect("seconds");
    let before = time().await;
    redis.cli(&["SET", "k", "v", "EX", "3600"]).await;
    redis.cli(&["SET", "kept", "v", "EX", "86400"]).await;
    assert_eq!(redis.cli(&["DBSIZE"]).await, "2");
    redis.set_clock(7_200);
    assert!((7_200..7_260).contains(&(time().await - before)));
    assert_eq!(redis.cli(&["GET", "k"]).await, "");
    assert_eq!(redis.cli(&["DBSIZE"]).await, "1");
    redis.set_clock(0);
    assert!(time().await - before < 60);
}

#[tokio::test]
async fn keys_that_nobody_asks_for_expire_too_when_its_clock_jumps() {
    let redis = Redis::with_clock().await;
    redis.cli(&["SET", "k", "v", "EX", "3600"]).await;
    redis.set_clock(7_200);
    crate::support::servers::eventually("an empty Redis", async || redis.cli(&["DBSIZE"]).await == "0").await;
}

#[tokio::test]
async fn valkey_takes_its_place() {
    let valkey = Valkey::start().await;
    assert!(valkey.cli(&["INFO", "server"]).await.contains("server_name:valkey"));
    let lasting = Valkey::setup().arguments(["--appendonly", "yes"]).start().await;
    lasting.cli(&["SET", "k", "v"]).await;
    assert_eq!(lasting.cli(&["WAITAOF", "1", "0", "1000"]).await, "1\n0");
    lasting.kill();
    lasting.restart().await;
    assert_eq!(lasting.cli(&["GET", "k"]).await, "v");
}
