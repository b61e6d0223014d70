//! Private instances of real servers: each in a temporary folder of its own, on free loopback ports, gone with the test process.

pub mod certificates;
pub mod clock;
mod cluster;
mod kannel;
mod mail;
mod port;
mod postgres;
mod redis;
mod sentinels;
mod watched;

use std::time::Duration;

pub use cluster::RedisCluster;
pub use kannel::{Heard, Kannel};
pub use mail::MailServer;
pub use postgres::{Database, Postgres};
pub use redis::{Redis, RedisSetup, Valkey};
pub use sentinels::Sentinels;

/// Far longer than any server here takes, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until the probe says yes; fails with these words if it never does.
pub async fn eventually<Answer: Future<Output = bool>>(what: &str, mut probe: impl FnMut() -> Answer) {
    let asking = async {
        while !probe().await {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, asking).await.is_ok(), "waited in vain: {what}");
}

/// Runs a command to its end; what it printed, or what it complained about.
async fn attempt(command: &mut tokio::process::Command) -> Result<String, String> {
    let ended = command.stdin(std::process::Stdio::null()).kill_on_drop(true).output().await;
    let ended = ended.map_err(|error| format!("{command:?}: {error}"))?;
    let text = String::from_utf8_lossy(&ended.stdout).trim_end().to_owned();
    let complaint = || format!("{command:?}: {text} {}", String::from_utf8_lossy(&ended.stderr));
    if ended.status.success() { Ok(text) } else { Err(complaint()) }
}

/// The same for what must succeed.
async fn output(command: &mut tokio::process::Command) -> String {
    attempt(command).await.unwrap_or_else(|complaint| panic!("{complaint}"))
}
