//! A server under a small shell that ends it when the test process is no more.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

const WATCHER: &str = include_str!("watcher.sh");

/// One server and its folder. Orders are plain blocking writes to the shell: no runtime has to outlive the test that started it.
pub struct Watched {
    folder: PathBuf,
    orders: Mutex<Orders>,
}

struct Orders {
    shell: Child,
    out: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Watched {
    /// Not started yet. `last` is the signal that ends it at the end of the test.
    pub fn new(folder: tempfile::TempDir, last: &str, command: &[String]) -> Self {
        let folder = folder.keep();
        let mut shell = Command::new("sh");
        shell.args(["-c", WATCHER, "watcher"]).arg(&folder).arg(last).args(command);
        // Ctrl-C in the terminal is for the tests; the shell sees their end.
        shell.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut shell = shell.spawn().expect("sh runs");
        let out = shell.stdin.take();
        let answers = BufReader::new(shell.stdout.take().expect("its output"));
        Self { folder, orders: Mutex::new(Orders { shell, out, answers }) }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the server printed, for the message of a test that fails.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// Its process id.
    pub fn start(&self) -> u32 {
        let answer = self.order("start");
        answer.parse().unwrap_or_else(|_| panic!("{answer:?} instead of a process id"))
    }

    /// Sends a signal: KILL, STOP, CONT …
    pub fn signal(&self, name: &str) {
        self.order(name);
    }

    /// Sends a signal and waits for the server's end.
    pub fn end_by(&self, signal: &str) {
        self.order(signal);
        self.order("wait");
    }

    fn order(&self, order: &str) -> String {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(orders.out.as_mut().expect("open until the end"), "{order}").expect("the watcher listens");
        let mut answer = String::new();
        orders.answers.read_line(&mut answer).expect("an answer");
        answer.trim_end().to_owned()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let orders = self.orders.get_mut().unwrap_or_else(PoisonError::into_inner);
        drop(orders.out.take());
        let ended = orders.shell.wait();
        assert!(ended.is_ok() || std::thread::panicking(), "the watcher of {} did not end", self.folder.display());
    }
}
