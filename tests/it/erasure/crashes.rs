//! The gateway dies in the middle of an erasure, and the next one finishes it; the command line erases beside a gateway and without one.

use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::process::Command;

use super::{CALLER, RULES, comes_again, figures_stand, is_told_again, lives, traces_in};
use crate::support::rig::Rig;

/// `aftercall erase` on the files of a gateway.
async fn by_command(rig: &Rig, crash_at: Option<&str>) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aftercall"));
    command.args(["erase", "--phone", CALLER, "--json", "--config"]).arg(rig.folder.path().join("aftercall.toml"));
    command.stdin(Stdio::null()).env("AFTERCALL__POLICY__QUIET_HOURS__APPLIES_TO", "off");
    if let Some(place) = crash_at {
        command.env("AFTERCALL_CRASH_AT", place);
    }
    command.kill_on_drop(true).output().await.expect("the program runs")
}

#[tokio::test]
async fn the_command_erases_beside_a_running_gateway_and_says_what() {
    let rig = Rig::start(RULES).await;
    lives(&rig).await;
    let ended = by_command(&rig, None).await;
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    assert!(ended.status.success(), "{said} {}", String::from_utf8_lossy(&ended.stderr));
    let receipt: Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((&receipt["by"], &receipt["removed"]["sessions"]), (&"command".into(), &2.into()), "{receipt:#}");
    assert_eq!(traces_in(rig.folder.path()), Vec::<String>::new());
    figures_stand(&rig).await;
    is_told_again(&rig).await;
    figures_stand(&rig).await;
}

#[tokio::test]
async fn an_erasure_that_dies_anywhere_is_finished() {
    for place in ["erasure begun", "sessions erased", "results erased", "erasure done"] {
        let rig = Rig::start(RULES).await;
        lives(&rig).await;
        let ended = by_command(&rig, Some(place)).await;
        assert!(!ended.status.success(), "{place}");
        // The command goes by the machine's clock.
        let now = aftercall::ports::clock::Clock::now(&aftercall::app::world::SystemClock);
        rig.clock.set(now);
        rig.after(Duration::from_secs(300)).await;
        let rig = rig.restart().await;
        rig.settle().await;
        assert_eq!(traces_in(rig.folder.path()), Vec::<String>::new(), "{place}");
        figures_stand(&rig).await;
        comes_again(&rig).await;
    }
}
