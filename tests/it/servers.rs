//! The tests' own servers and proxy do what the tests rely on.

mod many;
mod postgres;
mod proxy;
mod redis;

use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::support::servers::{Postgres, Redis, eventually};

/// Says to the test below that it is the one to be killed.
const VICTIM: &str = "AFTERCALL_TEST_VICTIM";

/// Plays both parts: starts itself as another process, which starts servers and is killed without a chance to clean up.
#[tokio::test]
async fn no_server_and_no_folder_survives_a_test_process_that_is_killed() {
    if std::env::var_os(VICTIM).is_some() {
        return serve_until_killed().await;
    }
    let mut victim = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "--nocapture", "servers::no_server_and_no_folder_survives_a_test_process_that_is_killed"])
        .env(VICTIM, "1")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("a process");
    let mut lines = BufReader::new(victim.stdout.take().expect("its output")).lines();
    let mut servers = Vec::new();
    while servers.len() < 3 {
        let line = lines.next_line().await.expect("a readable line").expect("a line before its end");
        servers.extend(line.split_once("serving ").and_then(|(_, server)| server.split_once(' ')).map(owned));
    }
    for (address, folder) in &servers {
        assert!(TcpStream::connect(address).await.is_ok() && std::fs::exists(folder).is_ok_and(|exists| exists), "{address} {folder}");
    }
    hang_up(&victim).await;
    victim.kill().await.expect("killed");
    for (address, folder) in &servers {
        eventually("a server gone", async || TcpStream::connect(address).await.is_err()).await;
        eventually("a folder gone", async || std::fs::exists(folder).is_ok_and(|exists| !exists)).await;
    }
}

/// What the kernel sends, sooner or later, to the group that a dead process leaves behind with a stopped server in it.
async fn hang_up(victim: &Child) {
    let id = victim.id().expect("a running process").to_string();
    let sent = Command::new("pkill").args(["-HUP", "--parent", &id]).status().await.expect("pkill runs");
    assert!(sent.success());
}

fn owned((address, folder): (&str, &str)) -> (String, String) {
    (address.to_owned(), folder.to_owned())
}

async fn serve_until_killed() {
    let (running, stopped, postgres) = (Redis::start().await, Redis::start().await, Postgres::own().await);
    stopped.stop_answering();
    for (address, folder) in [(running.address(), running.folder()), (stopped.address(), stopped.folder())] {
        println!("\nserving {address} {}", folder.display());
    }
    println!("\nserving {} {}", postgres.address(), postgres.folder().display());
    std::future::pending().await
}
