use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

/// Longest wait for another process.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// The file cannot be read, or its copy is not whole.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The copy cannot be written, or there is something in its place.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The copy is not sound.
    #[error("the copy is damaged: {0}")]
    Damaged(String),
}

/// Copies a store's file as it is at one moment, while others go on writing it; the copy is checked, synced and its owner's alone.
/// Gives its size in bytes.
///
/// # Errors
/// [`SnapshotError`]; then nothing is left in the copy's place.
pub fn snapshot(from: &Path, to: &Path) -> Result<u64, SnapshotError> {
    // VACUUM INTO takes an empty file as it takes none.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(to)?;
    copied(from, to).inspect_err(|_| {
        if let Err(error) = std::fs::remove_file(to) {
            tracing::warn!(%error, file = %to.display(), "half a copy is left");
        }
    })
}

fn copied(from: &Path, to: &Path) -> Result<u64, SnapshotError> {
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    source.busy_timeout(PATIENCE)?;
    let name = to.to_str().ok_or_else(|| std::io::Error::other("its name is not UTF-8"))?;
    source.execute("VACUUM INTO ?1", [name])?;
    let copy = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(SnapshotError::Damaged(verdict));
    }
    drop(copy);
    let file = File::open(to)?;
    file.sync_all()?;
    Ok(file.metadata()?.len())
}
