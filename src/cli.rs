//! The commands: one file each.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::world::{RandomIds, SystemClock};
use crate::config::{Environment, Fault, Loaded};
use crate::ports::clock::Clock;
use crate::ports::seal::Sealer;

pub mod backup;
pub mod check;
mod demo;
pub mod erase;
pub mod export;
pub mod journal;
mod read;
mod serve;
pub mod token;
pub mod try_survey;

/// Asks callers by keypad or text after a call, ties each reply to its call, and reports scores that can be trusted.
#[derive(Debug, Parser)]
#[command(name = "aftercall", version, max_term_width = 110)]
struct Line {
    /// Configuration file [default: config/aftercall.toml if it is there, else built-in defaults]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Folder of the embedded store and the installation's secret
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the gateway
    #[command(after_help = serve::EXAMPLES)]
    Serve,
    Demo(demo::Args),
    /// Find every fault of configuration and surveys, and what each text costs
    #[command(after_help = check::EXAMPLES)]
    Check {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    Try(try_survey::Args),
    Read(read::Args),
    /// Make, list and revoke API tokens
    #[command(subcommand, after_help = token::EXAMPLES)]
    Token(token::TokenCommand),
    /// Look into the journal beside a shared store
    #[command(subcommand, after_help = journal::EXAMPLES)]
    Journal(journal::JournalCommand),
    /// Remove a respondent from every store
    #[command(after_help = erase::EXAMPLES)]
    Erase(erase::EraseArguments),
    /// Write results to standard output
    #[command(after_help = export::EXAMPLES)]
    Export(export::ExportArguments),
    /// Copy the embedded stores into a folder, also while `serve` runs
    #[command(after_help = backup::EXAMPLES)]
    Backup(backup::BackupArguments),
}

/// Faults of a configuration; the exit code is 2.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Faulty(Vec<Fault>);

/// An argument that names something that is not there; the exit code is 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BadArgument(pub String);

/// Faults as an error whose exit code is 2.
#[must_use]
pub fn faults(faults: Vec<Fault>) -> anyhow::Error {
    Faulty(faults).into()
}

/// Runs the command line; the exit code says how it went: 0, 1 for a failure while running, 2 for bad arguments or configuration.
#[must_use]
pub fn run() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => {
            // Where nobody reads, there is nobody to tell.
            error.print().ok();
            return ExitCode::from(u8::from(error.use_stderr()) * 2);
        }
    };
    match line.execute() {
        Ok(code) => code,
        Err(error) if error.is::<Faulty>() || error.is::<BadArgument>() => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        Err(error) if broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("aftercall: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The reader of our output has gone, as `head` does.
fn broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>()).any(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
}

impl Line {
    fn execute(self) -> anyhow::Result<ExitCode> {
        let Self { config, data, command } = self;
        let load = || load(&config, &data);
        match command {
            Command::Serve => runtime()?.block_on(serve::run(&config, &data))?,
            Command::Demo(args) => runtime()?.block_on(demo::run(args, data))?,
            Command::Check { json } => {
                let request = check::Request { config: config.as_deref(), data: data.as_deref() };
                let mut found = check::look(&request, Environment::of_process());
                runtime()?.block_on(crate::app::look_at_stores(&mut found));
                return Ok(check::report(&found, json, &mut std::io::stdout().lock())?.into());
            }
            Command::Try(args) => try_survey::run(&args, &load()?.book(), std::io::stdin().lock(), std::io::stdout().lock())?,
            Command::Read(args) => read::run(&args, &load()?.book(), std::io::stdin().lock(), std::io::stdout().lock())?,
            Command::Token(args) => {
                let settings = load()?.settings;
                let runtime = runtime()?;
                let opened = async {
                    if args.makes() {
                        Ok(crate::app::open_reports(&settings, &Sealer::default()).await?.0)
                    } else {
                        crate::app::existing_reports(&settings).await
                    }
                };
                let reports = runtime.block_on(opened).map_err(|error: anyhow::Error| error)?;
                let desk = token::TokenDesk {
                    tokens: reports.tokens.as_ref(),
                    ids: &RandomIds::random(),
                    random: &ring::rand::SystemRandom::new(),
                    now: SystemClock.now(),
                    out: &mut std::io::stdout().lock(),
                };
                runtime.block_on(token::run(&args, desk))?;
            }
            Command::Journal(args) => journal::run(&args, &load()?.settings.store.journal_path, &mut std::io::stdout().lock())?,
            Command::Erase(args) => {
                let (runtime, settings) = (runtime()?, load()?.settings);
                let work = async {
                    crate::app::existing_reports(&settings).await?;
                    erase::run(&args, &crate::app::Eraser::open(&settings).await?, &mut std::io::stdout().lock()).await
                };
                runtime.block_on(work).map_err(|error: anyhow::Error| error)?;
            }
            Command::Backup(args) => backup::run(&args, &load()?.settings, &mut std::io::stdout().lock())?,
            Command::Export(args) => {
                let runtime = runtime()?;
                let reports = runtime.block_on(crate::app::existing_reports(&load()?.settings))?;
                runtime.block_on(export::run(&args, reports.results.as_ref(), &mut std::io::stdout().lock()))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}

/// The configuration of a command.
pub(crate) fn load(config: &Option<PathBuf>, data: &Option<PathBuf>) -> anyhow::Result<Loaded> {
    let source = crate::config::find(config.as_deref());
    crate::config::load(source.as_deref(), data.as_deref(), &Environment::of_process()).map_err(faults)
}
