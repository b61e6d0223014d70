//! Logs on stderr: JSON lines (compact text on a terminal), telephone numbers masked, bounded in rate and in memory; a blocked
//! reader of stderr never blocks the gateway.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use prometheus_client::metrics::counter::Counter;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use super::pace::{Pace, Verdict};
use super::redact::redact;

/// Lines a second on the long run.
const LINES_PER_SECOND: u32 = 1000;
/// Lines that wait for a slow reader.
const WAITING: usize = 4096;
/// How long the end of the process waits for a slow reader.
const PATIENCE: Duration = Duration::from_secs(1);

/// The level where `RUST_LOG` says nothing.
pub const DEFAULT_LEVEL: &str = "info";

/// Another subscriber is already installed.
#[derive(Debug, thiserror::Error)]
#[error("logging is already set up: {0}")]
pub struct AlreadyInstalled(#[from] tracing::subscriber::SetGlobalDefaultError);

/// Keep it until the process ends; then it writes what still waits, for at most a second.
#[derive(Debug)]
#[must_use = "dropping it ends the logs"]
pub struct Logs {
    lines: Lines,
}

/// Begins to log to stderr at the level of `RUST_LOG` (default `info`), panics included. `dropped` counts lines over the rate.
///
/// # Errors
/// [`AlreadyInstalled`].
pub fn install(dropped: &Counter) -> Result<Logs, AlreadyInstalled> {
    let lines = Lines::to(std::io::stderr(), dropped.clone());
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(DEFAULT_LEVEL));
    if std::io::stderr().is_terminal() {
        let text = tracing_subscriber::fmt().compact().with_env_filter(filter).with_writer(lines.clone());
        tracing::subscriber::set_global_default(text.finish())?;
    } else {
        tracing::subscriber::set_global_default(json(filter, lines.clone()))?;
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, reason = reason(panic), "a panic");
    }));
    Ok(Logs { lines })
}

fn reason<'a>(panic: &'a std::panic::PanicHookInfo<'_>) -> Option<&'a str> {
    let payload = panic.payload();
    payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

/// A subscriber that writes JSON lines there in the way of [`install`], for tests.
pub fn json_to(sink: impl Write + Send + 'static) -> (impl tracing::Subscriber + Send + Sync, Logs) {
    let lines = Lines::to(sink, Counter::default());
    (json(EnvFilter::new("trace"), lines.clone()), Logs { lines })
}

fn json(filter: EnvFilter, lines: Lines) -> impl tracing::Subscriber + Send + Sync {
    tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(filter).with_writer(lines).finish()
}

impl Drop for Logs {
    fn drop(&mut self) {
        let (waiter, flushed) = sync_channel(0);
        let asked = self.lines.sender.try_send(Entry::Flush(waiter)).is_ok();
        if asked && flushed.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            self.lines.dropped.inc();
        }
    }
}

#[derive(Debug)]
enum Entry {
    Line(Vec<u8>),
    Flush(SyncSender<()>),
}

/// Where the formatter writes: one whole line a time.
#[derive(Debug, Clone)]
struct Lines {
    sender: SyncSender<Entry>,
    pace: Arc<Mutex<Pace>>,
    dropped: Counter,
}

impl Lines {
    fn to(sink: impl Write + Send + 'static, dropped: Counter) -> Self {
        let (sender, receiver) = sync_channel(WAITING);
        std::thread::spawn(move || write_out(&receiver, sink));
        Self { sender, pace: Arc::new(Mutex::new(Pace::new(LINES_PER_SECOND, Instant::now()))), dropped }
    }

    fn offer(&self, line: &[u8]) {
        let verdict = self.pace.lock().unwrap_or_else(PoisonError::into_inner).take(Instant::now());
        let Verdict::Write { dropped_before } = verdict else {
            self.dropped.inc();
            return;
        };
        if dropped_before > 0 {
            let note = format!("{{\"level\":\"WARN\",\"message\":\"{dropped_before} log lines were dropped\"}}\n");
            self.put(note.into_bytes());
        }
        self.put(redact(&String::from_utf8_lossy(line)).into_owned().into_bytes());
    }

    fn put(&self, line: Vec<u8>) {
        if let Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) = self.sender.try_send(Entry::Line(line)) {
            self.dropped.inc();
        }
    }
}

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.offer(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Writes until nobody can log any more; a sink that is gone is given up.
fn write_out(entries: &Receiver<Entry>, mut sink: impl Write) {
    while let Ok(entry) = entries.recv() {
        let written = match entry {
            Entry::Line(line) => sink.write_all(&line),
            Entry::Flush(waiter) => {
                let flushed = sink.flush();
                drop(waiter);
                flushed
            }
        };
        if written.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl Write for Paper {
        fn write(&mut self, text: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("paper").extend_from_slice(text);
            Ok(text.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn logged(act: impl FnOnce()) -> String {
        let paper = Paper::default();
        let (subscriber, logs) = json_to(paper.clone());
        tracing::subscriber::with_default(subscriber, act);
        drop(logs);
        let text = paper.0.lock().expect("paper").clone();
        String::from_utf8(text).expect("text")
    }

    #[test]
    fn a_number_is_masked_in_messages_fields_and_errors() {
        let text = logged(|| tracing::warn!(url = "https://x/?To=%2B14155550123", "no route to {}", "+14155550199"));
        assert!(text.contains("%2B1415***0123") && text.contains("no route to +1415***0199"), "{text}");
        assert!(!text.contains("5555012") && !text.contains("5555019"), "{text}");
    }

    #[test]
    fn a_line_break_in_a_value_makes_no_second_line() {
        let text = logged(|| tracing::info!(value = "a\r\n{\"level\":\"ERROR\"}\u{1b}[31m", "said"));
        assert_eq!(text.lines().count(), 1);
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
    }

    #[test]
    fn a_flood_is_cut_and_counted() {
        let text = logged(|| (0..5000).for_each(|n| tracing::info!(n, "again")));
        assert!((900..4000).contains(&text.lines().count()), "{}", text.lines().count());
    }
}
