//! `aftercall erase`.

use std::io::Write;

use clap::Args;

use crate::app::Eraser;
use crate::phone::Respondent;
use crate::ports::store::Owner;

/// For `--help`.
pub const EXAMPLES: &str = "Examples:\n  aftercall erase --phone +14155550123\n  aftercall erase --phone +14155550123 --tenant acme --json\n\n\
                            Works beside a running serve. docs/privacy.md says what goes and what stays.";

/// Arguments of `erase`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct EraseArguments {
    /// The number, as + and digits.
    #[arg(long, value_parser = number)]
    pub phone: Respondent,
    /// Whose respondent.
    #[arg(long, default_value = "default")]
    pub tenant: String,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

fn number(text: &str) -> Result<Respondent, String> {
    Respondent::parse(text).map_err(|wrong| wrong.to_string())
}

/// Erases and says what was removed.
///
/// # Errors
/// Stores that cannot be written; a running gateway then goes on with it.
pub async fn run(arguments: &EraseArguments, eraser: &Eraser, out: &mut dyn Write) -> anyhow::Result<()> {
    let owner = Owner { tenant: &arguments.tenant, respondent: &arguments.phone };
    let receipt = eraser.erase(owner, "command").await?;
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string(&receipt)?)?;
        return Ok(());
    }
    let removed = &receipt.removed;
    writeln!(out, "receipt    {}\nat         {}\ntombstone  {}", receipt.receipt, receipt.at, receipt.tombstone.as_str())?;
    let counts = [("sessions", removed.sessions), ("answers", removed.answers), ("texts", removed.texts)];
    for (name, count) in counts.into_iter().chain([("journal", removed.journal), ("tasks", removed.tasks)]) {
        writeln!(out, "{name:<10} {count}")?;
    }
    for (table, rows) in &removed.tables {
        writeln!(out, "  {table:<18} {rows}")?;
    }
    Ok(())
}
