//! The program as a child process: run to its end, or serving until it is told to stop.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, ChildStdout, Command};
use tokio::task::JoinHandle;

/// Longer than anything here takes: what hangs fails by itself.
const PATIENCE: Duration = Duration::from_secs(120);

/// Waits, but not for ever.
pub async fn within<T>(wait: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, wait).await.expect("something that comes to its end")
}

/// What a command left behind.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// Its output as one JSON value.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Its output as one JSON value a line.
    pub fn json_lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
    }
}

/// A command in an empty working folder of its own, so that no configuration lies about.
pub struct Program {
    command: Command,
    input: Vec<u8>,
    folder: tempfile::TempDir,
}

pub fn aftercall(arguments: &str) -> Program {
    Program::new(&arguments.split_whitespace().collect::<Vec<_>>())
}

impl Program {
    pub fn new(arguments: &[&str]) -> Self {
        Self::under(&[], arguments)
    }

    /// Started by another command that becomes it, as `nsenter`.
    pub fn under(before: &[String], arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut words = before.iter().map(String::as_str).chain([env!("CARGO_BIN_EXE_aftercall")]);
        let mut command = Command::new(words.next().expect("at least the program"));
        command.args(words).args(arguments).current_dir(folder.path()).kill_on_drop(true);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Self { command, input: Vec::new(), folder }
    }

    pub fn data(mut self, folder: &Path) -> Self {
        self.command.arg("--data").arg(folder);
        self
    }

    pub fn config(mut self, file: &Path) -> Self {
        self.command.arg("--config").arg(file);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Puts a file into the working folder.
    pub fn file(self, path: &str, text: &str) -> Self {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
        self
    }

    pub fn input(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.input = bytes.into();
        self
    }

    /// Runs it to its end.
    pub async fn run(mut self) -> Ended {
        let mut child = self.command.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("its input");
        let input = std::mem::take(&mut self.input);
        // A program that does not read its input closes it early.
        let feeding = tokio::spawn(async move { stdin.write_all(&input).await.is_ok() });
        let output = within(child.wait_with_output()).await.expect("its end");
        feeding.await.expect("no panic");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Ended { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs it with an output that nobody reads; its log so far and its end belong to the caller.
    pub fn unheard(mut self) -> (Child, BufReader<ChildStderr>) {
        let mut child = self.command.spawn().expect("the program starts");
        drop(child.stdout.take());
        let err = BufReader::new(child.stderr.take().expect("its errors"));
        (child, err)
    }

    /// Runs it until it listens.
    pub async fn serve(mut self) -> Serving {
        let mut child = self.command.spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("its output")).lines();
        let log = Log::of(child.stderr.take().expect("its errors"));
        let line = within(out.next_line()).await.expect("a readable line");
        let Some(base) = line.as_deref().and_then(|line| line.strip_prefix("listening on ")) else {
            panic!("{line:?} instead of an address: {}", log.text());
        };
        let id = child.id().expect("a running process");
        PROCESSES.lock().unwrap_or_else(PoisonError::into_inner).insert(base.to_owned(), id);
        Serving { base: base.to_owned(), child, out, log, client: client(), _program: self }
    }
}

/// The process that serves at each address.
static PROCESSES: Mutex<BTreeMap<String, u32>> = Mutex::new(BTreeMap::new());

/// How long each thread of a process could have run and was not let by a busy machine, in nanoseconds (second field of `schedstat`,
/// Linux Documentation/scheduler/sched-stats.rst).
pub struct KeptWaiting(BTreeMap<OsString, u64>);

impl KeptWaiting {
    /// So far, of the process that serves at that address.
    pub fn at(base: &str) -> Self {
        let Some(id) = PROCESSES.lock().unwrap_or_else(PoisonError::into_inner).get(base).copied() else { return Self(BTreeMap::new()) };
        let threads = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
        let waited = threads.filter_map(|thread| {
            let numbers = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
            Some((thread.file_name(), numbers.split_whitespace().nth(1)?.parse().ok()?))
        });
        Self(waited.collect())
    }

    /// The longest of any thread since then.
    pub fn since(&self, before: &Self) -> Duration {
        let more = |(thread, waited): (&OsString, &u64)| waited.saturating_sub(before.0.get(thread).copied().unwrap_or(0));
        Duration::from_nanos(self.0.iter().map(more).max().unwrap_or(0))
    }
}

pub fn client() -> reqwest::Client {
    aftercall::providers::rest::client().expect("a client")
}

/// What is written to stderr, as it comes.
struct Log {
    text: Arc<Mutex<String>>,
    grown: Arc<tokio::sync::Notify>,
    reading: JoinHandle<()>,
}

impl Log {
    fn of(stderr: ChildStderr) -> Self {
        let (text, grown) = (Arc::new(Mutex::new(String::new())), Arc::new(tokio::sync::Notify::new()));
        let (kept, grows) = (Arc::clone(&text), Arc::clone(&grown));
        let reading = tokio::spawn(async move {
            let mut lines = BufReader::new(stderr).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.push_str(&line);
                kept.push('\n');
                grows.notify_one();
            }
            grows.notify_one();
        });
        Self { text, grown, reading }
    }

    fn text(&self) -> String {
        self.text.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A serving process.
pub struct Serving {
    pub base: String,
    pub client: reqwest::Client,
    child: Child,
    out: Lines<BufReader<ChildStdout>>,
    log: Log,
    _program: Program,
}

impl Serving {
    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id().expect("a running process")
    }

    pub async fn signal(&self, name: &str) {
        let id = self.id().to_string();
        assert!(Command::new("kill").args([name, &id]).status().await.expect("kill runs").success());
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        self.log.text()
    }

    /// Waits until its log holds these words that many times.
    pub async fn logs(&self, words: &str, times: usize) {
        while self.log.text().matches(words).count() < times {
            assert!(!self.log.reading.is_finished(), "it ended without {words:?}: {}", self.log.text());
            within(self.log.grown.notified()).await;
        }
    }

    /// Waits for its end; the rest of its output and its log.
    pub async fn ended(mut self) -> Ended {
        let mut out = String::new();
        while let Some(line) = within(self.out.next_line()).await.expect("a readable line") {
            out = out + &line + "\n";
        }
        let code = within(self.child.wait()).await.expect("its end").code().unwrap_or(-1);
        self.log.reading.await.expect("no panic");
        let err = self.log.text.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ended { code, out, err }
    }

    /// The next line of its output.
    pub async fn line(&mut self) -> String {
        within(self.out.next_line()).await.expect("a readable line").expect("a line")
    }

    /// Stops it in an orderly way.
    pub async fn stop(self) -> Ended {
        self.signal("-TERM").await;
        self.ended().await
    }

    /// Waits until it has died by itself.
    pub async fn dies(&mut self) -> std::process::ExitStatus {
        within(self.child.wait()).await.expect("its end")
    }

    /// Kills it.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("killed");
    }

    /// The status and JSON of a page.
    pub async fn get(&self, token: &str, path: &str) -> (u16, Value) {
        let answer = self.client.get(format!("{}{path}", self.base)).bearer_auth(token).send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON"))
    }

    /// Posts a call ended now-ish by the simulator account's own door.
    pub async fn report(&self, token: &str, call: &Value) -> (u16, Value) {
        let request = self.client.post(format!("{}/v1/calls", self.base)).bearer_auth(token);
        let request = request.header("Content-Type", "application/json").body(call.to_string());
        let answer = request.send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON"))
    }
}

/// A new token of that role in a data folder.
pub async fn token(data: &Path, role: &str) -> String {
    let made = aftercall(&format!("token create --json --role {role}")).data(data).run().await;
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    made.json()["token"].as_str().expect("a token").to_owned()
}
