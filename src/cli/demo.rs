//! `aftercall demo`: the gateway with simulated callers, played through its real HTTP routes.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use serde_json::{Value, json};

use crate::app::world::{RandomIds, SetClock, SystemClock};
use crate::app::{App, World};
use crate::lifecycle::{Reload, Stop, listen};
use crate::ports::clock::{Clock, Ids};
use crate::ports::report::Role;
use callers::Plan;
use play::Play;
use stage::Stage;

mod again;
mod callers;
mod centre;
mod conduct;
mod lead;
mod play;
mod setup;
mod stage;
mod table;
mod telephony;
mod words;

/// Play calls through a gateway on this machine and show the scores.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  aftercall demo                       4000 calls in 60 days, then stays up for a look around\n  \
                        aftercall demo --once --calls 50     the table, then exit\n  aftercall demo --once --json --seed 7")]
pub struct Args {
    /// How many calls are played.
    #[arg(long, default_value_t = 4_000, value_parser = clap::value_parser!(u32).range(1..=50_000))]
    calls: u32,
    /// On how many days: the last ones until now; with --once whole weeks that are over, from a Monday on.
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=366))]
    days: u32,
    /// Exit after the table instead of staying up.
    #[arg(long)]
    once: bool,
    /// Print one JSON object instead of the table.
    #[arg(long)]
    json: bool,
    /// The same seed gives the same callers, and with --once the same figures for as long as it plays the same weeks.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where the gateway listens.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// How long after the last day the surveys of those who said nothing have ended.
const AFTERMATH: Duration = Duration::from_secs(5 * 86_400);

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
    let plan = plan(args)?;
    let clock = Arc::new(SetClock::at(plan.start()));
    let loaded = setup::load(&plan, folder)?;
    let listener = tokio::net::TcpListener::bind(args.listen).await.with_context(|| format!("cannot listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let world = World { clock: Arc::clone(&clock) as Arc<dyn Clock>, ids: Arc::new(RandomIds::seeded(args.seed)), address };
    let app = Arc::new(App::build(loaded, world).await?);
    let serving = tokio::spawn(Arc::clone(&app).serve(listener, stop.clone()));
    let reader = app.create_token("default", Role::Read).await?;
    let reporter = app.create_token("default", Role::Ingest).await?;
    let visitor = app.create_token("default", Role::Admin).await?;
    let client = reqwest::Client::builder().no_proxy().build()?;
    let phones = app.simulator("simulator").context("the demo's account is a simulator")?;
    let stage = Stage { base: format!("http://{address}"), client, app: Arc::clone(&app), clock, reader, reporter, visitor, stop, phones };
    let result = stage.act(args, &plan).await;
    stage.stop.begin();
    serving.await?;
    app.close().await;
    result
}

/// Whoever looks around sees today; figures alone are those of weeks that are over, with all that came after.
fn plan(args: &Args) -> anyhow::Result<Plan> {
    let (size, now) = ((args.calls as usize, args.days, args.seed), SystemClock.now());
    Ok(if args.once { Plan::of_weeks(size, now.minus(AFTERMATH))? } else { Plan::up_to(size, now)? })
}

impl Stage {
    async fn act(&self, args: &Args, plan: &Plan) -> anyhow::Result<()> {
        if !(args.once && args.json) {
            let mut out = std::io::stdout().lock();
            writeln!(out, "listening on {}", self.base)?;
            out.flush()?;
        }
        let calls = plan.calls();
        let mut play = Play::new(self, &calls);
        self.perform(plan, &mut play).await?;
        self.show(args).await?;
        if !args.once {
            self.stay(play).await;
        }
        Ok(())
    }

    /// What is played can be played again: only from then on is every answer on the disk before it is given.
    async fn perform(&self, plan: &Plan, play: &mut Play<'_>) -> anyhow::Result<()> {
        let first = plan.start();
        self.clock.set(first.minus(Duration::from_secs(86_400)));
        self.app.sync(false).await?;
        let over = first.plus(AFTERMATH + Duration::from_secs(u64::from(plan.days) * 86_400));
        play.run(plan.until.unwrap_or(over), |ended| progress(ended, plan.calls)).await?;
        self.app.sync(true).await
    }

    /// From now on real time, until a signal ends it. Callers go on with what they were about to do.
    async fn stay(&self, play: Play<'_>) {
        self.clock.release();
        let workers = self.app.work(&self.stop);
        tokio::select! {
            () = play.go_on() => {}
            () = self.stop.begun() => {}
        }
        self.stop.begun().await;
        workers.finish(Duration::from_secs(5)).await;
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
        let callers = calls.iter().filter(|call| call["reason"] != "survey_call").count();
        let mut out = std::io::stdout().lock();
        if args.json {
            let result = json!({"calls": callers, "sessions": sessions, "responses": responses.len(), "suppressed": suppressed,
                "dispositions": dispositions, "unmatched_replies": unmatched.len(), "measures": measures});
            writeln!(out, "{result}")?;
        } else {
            let again = responses.iter().filter(|response| response["previous_session_id"].is_string()).count();
            let totals = table::Totals { calls: callers, sessions, again, unmatched: unmatched.len(), suppressed, dispositions };
            write!(out, "{}", table::render(&measures, &totals))?;
            if !args.once {
                write!(out, "{}", table::doors(&self.base, &self.visitor, &self.reader))?;
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
    if terminal.is_terminal() && (done.is_multiple_of(25) || done == total) {
        let width = 30 * done / total.max(1);
        let end = if done == total { "\n" } else { "" };
        // A terminal that cannot be written to only misses the progress bar.
        write!(terminal, "\rplaying calls [{:<30}] {done}/{total}{end}", "#".repeat(width)).ok();
    }
}
