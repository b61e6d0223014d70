//! What packing costs those who write.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;

use super::{Bench, Database, rows};

/// Rows written one by one, with and without the triggers.
const WRITES: u64 = 3000;
const PAUSE: Duration = Duration::from_millis(2);

/// Where a writer of facts would be waiting.
#[derive(Clone)]
pub enum Place {
    Sqlite(PathBuf),
    Postgres(String),
}

/// Somebody who writes all the time, and how long each of these writes took.
pub struct Writer {
    stop: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<anyhow::Result<Vec<Duration>>>,
}

impl Writer {
    pub fn start(place: &Place) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (stopped, place) = (Arc::clone(&stop), place.clone());
        let thread = std::thread::spawn(move || match place {
            Place::Sqlite(path) => to_sqlite(&path, &stopped),
            Place::Postgres(url) => {
                tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(to_postgres(&url, &stopped))
            }
        });
        Self { stop, thread }
    }

    /// How many writes there were, the longest, and how long 99 % took at most.
    pub fn stop(self) -> anyhow::Result<(usize, Duration, Duration)> {
        self.stop.store(true, Ordering::Relaxed);
        let mut took = self.thread.join().map_err(|_| anyhow::anyhow!("the writer failed"))??;
        took.sort_unstable();
        let at = |place: usize| took.get(place).copied().unwrap_or_default();
        Ok((took.len(), at(took.len().saturating_sub(1)), at(took.len() * 99 / 100)))
    }
}

/// Waits as the writer of facts does: for the lock, with the pauses of SQLite.
fn to_sqlite(path: &std::path::Path, stop: &AtomicBool) -> anyhow::Result<Vec<Duration>> {
    let connection = rusqlite::Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    let mut took = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let begun = Instant::now();
        connection.execute_batch("BEGIN IMMEDIATE; UPDATE report_feed SET seq = seq; COMMIT")?;
        took.push(begun.elapsed());
        std::thread::sleep(PAUSE);
    }
    Ok(took)
}

async fn to_postgres(url: &str, stop: &AtomicBool) -> anyhow::Result<Vec<Duration>> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    let mut took = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let begun = Instant::now();
        client.batch_execute("BEGIN; UPDATE report_feed SET seq = seq; COMMIT").await?;
        took.push(begun.elapsed());
        tokio::time::sleep(PAUSE).await;
    }
    Ok(took)
}

impl Bench {
    /// What a new call with its response costs, and a change of a packed response, each a statement of its own; taken back at the end.
    pub async fn writes(&self) -> anyhow::Result<()> {
        let mut took = Vec::new();
        for with_triggers in [true, false, true, false] {
            self.database.run("BEGIN").await?;
            if !with_triggers {
                self.database.run(&self.database.without_triggers().await?).await?;
            }
            let new = self.each(|at| rows::insert_one(self.rows + at, self.rows, self.database.is_postgres())).await?;
            let step = (self.rows / WRITES).max(1);
            let changed =
                self.each(|at| format!("UPDATE responses SET late = late WHERE row_id = {}", 2 * (at * step % self.rows) + 2)).await?;
            self.database.run("ROLLBACK").await?;
            took.push((new, changed));
        }
        let micros = |of: fn(&(Duration, Duration)) -> Duration, first: usize| {
            let best = took.iter().skip(first).step_by(2).map(of).min().unwrap_or_default();
            best.as_secs_f64() * 1_000_000.0 / WRITES as f64
        };
        println!(
            "write     new call and response {:.0} us, without triggers {:.0} us",
            micros(|(new, _)| *new, 0),
            micros(|(new, _)| *new, 1)
        );
        println!("write     changed response {:.0} us, without triggers {:.0} us", micros(|(_, of)| *of, 0), micros(|(_, of)| *of, 1));
        Ok(())
    }

    async fn each(&self, statement: impl Fn(u64) -> String) -> anyhow::Result<Duration> {
        let statements: Vec<String> = (0..WRITES).map(statement).collect();
        let begun = Instant::now();
        for statement in &statements {
            self.database.run(statement).await?;
        }
        Ok(begun.elapsed())
    }
}

impl Database {
    /// Switches the triggers off until the transaction is taken back.
    async fn without_triggers(&self) -> anyhow::Result<String> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'loose%'")?;
                let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
                Ok(names.iter().map(|name| format!("DROP TRIGGER {name}; ")).collect())
            }
            Self::Postgres(_) => {
                let tables = ["responses", "calls", "tickets"];
                Ok(tables.map(|table| format!("ALTER TABLE {table} DISABLE TRIGGER USER; ")).concat())
            }
        }
    }
}

/// The most memory that this process had at a time since the last look, in MB.
pub fn peak() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).and_then(|rest| rest.trim().strip_suffix(" kB"));
    std::fs::write("/proc/self/clear_refs", "5")?;
    Ok(peak.map_or(Ok(0), str::parse::<u64>)? * 1024 / 1_000_000)
}

/// What this process has had of the processors so far.
pub fn busy() -> anyhow::Result<Duration> {
    let status = std::fs::read_to_string("/proc/self/stat")?;
    // Behind the name, which may have blanks: user and system time, the 14th and 15th, in hundredths of a second.
    let (_, fields) = status.rsplit_once(')').context("no name")?;
    let ticks = fields.split_whitespace().skip(11).take(2).map(str::parse::<u64>).sum::<Result<u64, _>>()?;
    Ok(Duration::from_millis(ticks * 10))
}
