//! Programs in Python that tests ask for a second opinion; `tests/run` installs them.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

/// What a program said, and whether it ended well.
#[derive(Debug)]
pub struct Said {
    pub well: bool,
    pub text: String,
}

/// A program of `AFTERCALL_TEST_TOOLS`, else of the folder `tools` that `tests/run` made in the target folder.
pub fn tool(name: &str) -> Command {
    let named = std::env::var_os("AFTERCALL_TEST_TOOLS").filter(|named| !named.is_empty()).map(PathBuf::from);
    let ours = std::env::current_exe().expect("a path").ancestors().nth(3).map(|target| target.join("tools")).expect("a target folder");
    let program = named.unwrap_or(ours).join("bin").join(name);
    assert!(program.exists(), "no {}: tests/run installs it, AFTERCALL_TEST_TOOLS names another folder", program.display());
    let mut command = Command::new(program);
    command.kill_on_drop(true).stdin(Stdio::null());
    command
}

/// Runs it to its end.
pub async fn said(mut command: Command, within: Duration) -> Said {
    let output = tokio::time::timeout(within, command.output()).await.expect("an end in time").expect("it runs");
    let text = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    Said { well: output.status.success(), text }
}
