//! `aftercall backup`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::app::backup::backup;
use crate::config::Settings;

/// For `--help`.
pub const EXAMPLES: &str = "Examples:\n  aftercall backup /backup/2026-11-23 --data /var/lib/aftercall\n  \
                            aftercall backup /backup/latest --config /etc/aftercall/aftercall.toml --json\n\n\
                            Works beside a running `serve`. To restore: stop `serve`, move aftercall.db, -wal and -shm away, copy the\n\
                            files of the backup into the data folder, start.";

/// Arguments of `backup`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct BackupArguments {
    /// A folder for the copies; made where it is missing. Nothing in it is replaced.
    pub folder: PathBuf,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// Makes the copies and says which.
///
/// # Errors
/// Nothing to copy, a copy that is there already, a disk that is full.
pub fn run(arguments: &BackupArguments, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
    let made = backup(settings, &arguments.folder)?;
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string(&made)?)?;
        return Ok(());
    }
    for copy in &made.files {
        writeln!(out, "{}  {} bytes  from {}", copy.to.display(), copy.bytes, copy.from.display())?;
    }
    for elsewhere in &made.elsewhere {
        writeln!(out, "not here: {elsewhere}")?;
    }
    Ok(())
}
