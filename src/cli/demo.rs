//! `aftercall demo`: the gateway with simulated callers, played through its real HTTP routes.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::{Value, json};

use crate::app::world::{RandomIds, SetClock, SystemClock};
use crate::app::{App, World};
use crate::call::Moment;
use crate::lifecycle::{Reload, Stop, listen};
use crate::ports::clock::{Clock, Ids};
use crate::ports::report::Role;

mod callers;
mod phone;
mod table;

/// Play calls through a gateway on this machine and show the scores.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  aftercall demo                       200 calls, then stays up for a look around\n  \
                        aftercall demo --once --calls 50     the table, then exit\n  aftercall demo --once --json --seed 7")]
pub struct Args {
    /// How many calls are played.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=50_000))]
    calls: u32,
    /// Exit after the table instead of staying up.
    #[arg(long)]
    once: bool,
    /// Print one JSON object instead of the table.
    #[arg(long)]
    json: bool,
    /// The same seed gives the same callers and the same table.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where the gateway listens.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// How long after the last call the surveys of those who said nothing have ended.
const AFTERMATH: Duration = Duration::from_secs(100 * 3600);

/// The running gateway as the demo sees it: by its address only, but for the clock and the outbox that it drives.
struct Stage {
    base: String,
    client: reqwest::Client,
    app: Arc<App>,
    clock: Arc<SetClock>,
    token: String,
    stop: Stop,
}

impl Stage {
    fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Lets everything that is due happen.
    async fn settle(&self) -> anyhow::Result<()> {
        while self.app.outbox.run_once().await? > 0 {}
        Ok(())
    }

    async fn get(&self, path: &str) -> anyhow::Result<Value> {
        let answer = self.client.get(format!("{}{path}", self.base)).bearer_auth(&self.token).send().await?;
        let status = answer.status();
        let text = answer.text().await?;
        if !status.is_success() {
            bail!("{path} answered {status}: {text}");
        }
        Ok(serde_json::from_str(&text)?)
    }

    /// Every item of a paged list.
    async fn all(&self, path: &str) -> anyhow::Result<Vec<Value>> {
        let mut items = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = self.get(&format!("{path}?limit=1000{cursor}")).await?;
            items.extend(page["items"].as_array().into_iter().flatten().cloned());
            let next = page["next_cursor"].as_str().unwrap_or_default().to_owned();
            if page["has_more"] != Value::Bool(true) {
                return Ok(items);
            }
            cursor = format!("&cursor={next}");
        }
    }
}

/// Runs the demo.
///
/// # Errors
/// Whatever keeps it from running to its end.
pub async fn run(args: Args, data: Option<PathBuf>) -> anyhow::Result<()> {
    let stop = Stop::new();
    let signals = tokio::spawn(listen(stop.clone(), Reload::default()).context("cannot listen to signals")?);
    let result = match data {
        Some(folder) => play(&args, &folder, stop).await,
        None => {
            let folder = temporary_folder()?;
            let result = play(&args, &folder, stop).await;
            std::fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
            result
        }
    };
    signals.abort();
    result
}

/// A new folder that nobody else can look into.
fn temporary_folder() -> anyhow::Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("aftercall-demo-{}", RandomIds::random().next(SystemClock.now())));
    std::fs::DirBuilder::new().mode(0o700).create(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

async fn play(args: &Args, folder: &Path, stop: Stop) -> anyhow::Result<()> {
    let start = SystemClock.now().minus(AFTERMATH + Duration::from_secs(u64::from(args.calls) * 120));
    let clock = Arc::new(SetClock::at(start));
    let loaded = crate::config::load(None, Some(folder), &crate::config::Environment::new([])).map_err(crate::cli::faults)?;
    let listener = tokio::net::TcpListener::bind(args.listen).await.with_context(|| format!("cannot listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let world = World { clock: Arc::clone(&clock) as Arc<dyn Clock>, ids: Arc::new(RandomIds::seeded(args.seed)), address };
    let app = Arc::new(App::build(loaded, world).await?);
    let serving = tokio::spawn(Arc::clone(&app).serve(listener, stop.clone()));
    let token = app.create_token("default", Role::Read).await?;
    let client = reqwest::Client::builder().no_proxy().build()?;
    let stage = Stage { base: format!("http://{address}"), client, app: Arc::clone(&app), clock, token, stop };
    let result = stage.act(args, start).await;
    stage.stop.begin();
    serving.await?;
    app.close().await;
    result
}

impl Stage {
    async fn act(&self, args: &Args, start: Moment) -> anyhow::Result<()> {
        if !(args.once && args.json) {
            let mut out = std::io::stdout().lock();
            writeln!(out, "listening on {}", self.base)?;
            out.flush()?;
        }
        self.perform(args, start).await?;
        self.show(args).await?;
        if !args.once {
            self.stay().await;
        }
        Ok(())
    }

    /// From now on real time, until a signal ends it.
    async fn stay(&self) {
        self.clock.release();
        let workers = self.app.work(&self.stop);
        self.stop.begun().await;
        workers.finish(Duration::from_secs(5)).await;
    }

    async fn perform(&self, args: &Args, start: Moment) -> anyhow::Result<()> {
        let callers = callers::callers(args.calls as usize, args.seed);
        let events = phone::events(&callers);
        for (done, event) in events.iter().enumerate() {
            if self.stop.has_begun() {
                bail!("stopped after {done} of {} events", events.len());
            }
            self.clock.set(start.plus(event.at));
            self.settle().await?;
            self.play_event(&callers, event).await?;
            self.settle().await?;
            progress(done + 1, events.len());
        }
        self.clock.set(start.plus(AFTERMATH + Duration::from_secs(u64::from(args.calls) * 120)));
        self.settle().await
    }

    async fn play_event(&self, callers: &[callers::Caller], event: &phone::Event) -> anyhow::Result<()> {
        let Some(caller) = callers.get(event.caller) else { bail!("an event without a caller") };
        self.play(caller, &event.action).await.with_context(|| format!("call {}", caller.call_id))
    }

    async fn show(&self, args: &Args) -> anyhow::Result<()> {
        let measures = self.get("/v1/measures?measure=csat&by=agent").await?;
        let measures = measures["items"].clone();
        let calls = self.all("/v1/calls").await?;
        let responses = self.all("/v1/responses").await?;
        let unmatched = self.all("/v1/unmatched").await?;
        let suppressed = count(&calls, "reason");
        let dispositions = count(&responses, "disposition");
        let sessions = calls.iter().filter(|call| call["session_id"].is_string()).count();
        let mut out = std::io::stdout().lock();
        if args.json {
            let result = json!({"calls": calls.len(), "sessions": sessions, "responses": responses.len(), "suppressed": suppressed,
                "dispositions": dispositions, "unmatched_replies": unmatched.len(), "measures": measures});
            writeln!(out, "{result}")?;
        } else {
            let totals = table::Totals { calls: calls.len(), sessions, unmatched: unmatched.len(), suppressed, dispositions };
            write!(out, "{}", table::render(&measures, &totals))?;
            if !args.once {
                writeln!(
                    out,
                    "\nThe gateway stays up: {base}/healthz\nResults:  curl -H 'Authorization: Bearer {token}' '{base}/v1/measures?measure=csat&by=agent'\nStop with Ctrl-C.",
                    base = self.base,
                    token = self.token
                )?;
            }
        }
        Ok(())
    }
}

/// How often each value of a text field occurs; `null` is not counted.
fn count(rows: &[Value], field: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for value in rows.iter().filter_map(|row| row[field].as_str()) {
        *counts.entry(value.to_owned()).or_insert(0) += 1;
    }
    counts
}

fn progress(done: usize, total: usize) {
    let mut terminal = std::io::stderr();
    if terminal.is_terminal() && (done.is_multiple_of(10) || done == total) {
        let width = 30 * done / total.max(1);
        let end = if done == total { "\n" } else { "" };
        // A terminal that cannot be written to only misses the progress bar.
        write!(terminal, "\rplaying calls [{:<30}] {done}/{total}{end}", "#".repeat(width)).ok();
    }
}
