use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::fault::OpenError;

/// Held by `serve` for as long as it runs: a second one on the same file is refused. The operating system lets go of it when
/// the process ends, however it ends. Other commands do not take it: they work beside a running `serve`.
#[derive(Debug)]
pub struct EmbeddedLock {
    _file: File,
}

impl EmbeddedLock {
    /// Takes the lock of a database file: an advisory lock on `<file>.lock` beside it.
    ///
    /// # Errors
    /// [`OpenError::InUse`] if another process (or another part of this one) holds it; [`OpenError::Failed`] if the lock file
    /// cannot be made.
    pub fn take(database: &Path) -> Result<Self, OpenError> {
        let path = beside(database);
        let failed = |error: std::io::Error| OpenError::Failed { path: path.clone(), reason: error.to_string() };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse { path }),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}
