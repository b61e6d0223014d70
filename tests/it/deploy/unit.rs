//! The systemd unit.

use std::time::Duration;

use aftercall::config::Environment;

use super::{filled, root, swap, text, variables, wanted_variables};
use crate::commands::program::Program;

const UNIT: &str = "systemd/aftercall.service";

fn setting(unit: &str, key: &str) -> String {
    let line = unit.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
    line.unwrap_or_else(|| panic!("the unit has no {key}")).to_owned()
}

/// The unit's command with its paths moved into that folder.
fn program(folder: &std::path::Path) -> Program {
    let data = folder.join("state").display().to_string();
    let line = swap(&setting(&text(UNIT), "ExecStart"), "/etc/aftercall", &folder.display().to_string());
    let line = swap(&line, "%S/aftercall", &data);
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words[0], "/usr/local/bin/aftercall");
    let program = Program::new(&words[1..]).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0");
    let environment = text("systemd/environment.example");
    variables(&environment).into_iter().fold(program, |program, (name, value)| program.env(name, &filled(name, value)))
}

#[tokio::test]
async fn the_units_command_serves_the_example_reloads_and_ends_with_zero() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::copy(root().join("config/example.toml"), folder.path().join("aftercall.toml")).expect("copied");
    std::fs::create_dir(folder.path().join("state")).expect("made, as StateDirectory is");
    let serving = program(folder.path()).serve().await;
    assert!(folder.path().join("state/aftercall.db").exists(), "the store is not in the state directory");
    let reload = setting(&text(UNIT), "ExecReload");
    serving.signal(reload.strip_prefix("/bin/kill ").and_then(|rest| rest.strip_suffix(" $MAINPID")).expect("kill -SIGNAL")).await;
    serving.logs("were read anew", 1).await;
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn a_faulty_configuration_ends_with_the_status_that_the_unit_does_not_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("aftercall.toml"), "[server]\nlisten_at = 5\n").expect("written");
    let ended = program(folder.path()).run().await;
    assert_eq!(ended.code.to_string(), setting(&text(UNIT), "RestartPreventExitStatus"), "{}", ended.err);
}

#[test]
fn a_stop_by_systemd_leaves_time_for_what_is_in_flight() {
    let stop: u64 = setting(&text(UNIT), "TimeoutStopSec").trim_end_matches('s').parse().expect("seconds");
    let grace = aftercall::config::load(None, None, &Environment::new([])).expect("the defaults").settings.server.grace;
    assert!(Duration::from_secs(stop) > grace + Duration::from_secs(10), "{stop} s for {grace:?}");
}

#[test]
fn the_environment_file_names_every_secret_of_the_example() {
    let (example, environment) =
        (std::fs::read_to_string(root().join("config/example.toml")).expect("it"), text("systemd/environment.example"));
    let given: Vec<&str> = variables(&environment).into_iter().map(|(name, _)| name).collect();
    let missing: Vec<&str> = wanted_variables(&example).into_iter().filter(|name| !given.contains(name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
