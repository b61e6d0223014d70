//! `aftercall journal show|replay`.

use std::io::Write;
use std::path::Path;

use clap::{Args, Subcommand};

use crate::stores::journal::{Contents, contents, take_up_again};

/// For `--help`.
pub const EXAMPLES: &str = "Examples:\n  aftercall journal show --config /etc/aftercall/aftercall.toml\n  \
                            aftercall journal show --json | jq .set_aside\n  aftercall journal replay\n\n\
                            A journal is kept where the store is a redis one; both commands work beside a running `serve`.";

const SHOW_EXAMPLE: &str = "Example:\n  aftercall journal show --json --data /var/lib/aftercall";
const REPLAY_EXAMPLE: &str = "Example:\n  aftercall journal replay --config /etc/aftercall/aftercall.toml";

/// What to do with the node's journal.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum JournalCommand {
    /// Shows what waits for the shared store, what was set aside and why.
    #[command(after_help = SHOW_EXAMPLE)]
    Show(ShowJournal),
    /// Lets events that were set aside be tried again.
    #[command(after_help = REPLAY_EXAMPLE)]
    Replay,
}

/// Arguments of `journal show`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ShowJournal {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// Carries a journal command out.
///
/// # Errors
/// No journal there, or one that cannot be read.
pub fn run(command: &JournalCommand, path: &Path, out: &mut dyn Write) -> anyhow::Result<()> {
    if !path.exists() {
        anyhow::bail!("there is no journal at {}; name its folder with --data or its configuration with --config", path.display());
    }
    match command {
        JournalCommand::Show(ShowJournal { json: true }) => writeln!(out, "{}", serde_json::to_string(&contents(path)?)?)?,
        JournalCommand::Show(_) => show(&contents(path)?, out)?,
        JournalCommand::Replay => writeln!(out, "{} events wait again", take_up_again(path)?)?,
    }
    Ok(())
}

fn show(contents: &Contents, out: &mut dyn Write) -> std::io::Result<()> {
    let epoch = if contents.epoch.is_empty() { "none yet" } else { &contents.epoch };
    writeln!(out, "node       {}\nepoch      {epoch}\nentries    {}", contents.node, contents.entries)?;
    match contents.oldest {
        Some(oldest) => writeln!(out, "waiting    {} since {oldest}", contents.waiting)?,
        None => writeln!(out, "waiting    {}", contents.waiting)?,
    }
    writeln!(out, "set aside  {}", contents.set_aside.len())?;
    for event in &contents.set_aside {
        let (account, route) = (event.account.as_deref().unwrap_or("?"), event.route.unwrap_or("?"));
        writeln!(out, "  {}  {}  {account}/{route}  {}", event.number, event.at, event.reason)?;
    }
    Ok(())
}
