//! What can go wrong, and what the writer does about it.

use std::path::PathBuf;

use rusqlite::{ErrorCode, ffi};

use crate::ports::store::StoreError;

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another `serve` holds it.
    #[error("{path}: in use by another `aftercall serve`; stop that one first, or give this one a store of its own (--data DIR)")]
    InUse {
        /// The lock file.
        path: PathBuf,
    },
    /// It holds something else.
    #[error("{path}: not a database of aftercall")]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// It fails its own check.
    #[error("{path}: damaged ({detail}); restore a backup, or move the file away to begin anew")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The first fault found.
        detail: String,
    },
    /// A newer aftercall wrote it; an older one does not guess.
    #[error("{path}: schema {found} was written by a newer aftercall; this one knows up to {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// `user_version` of the file.
        found: i64,
        /// What this binary knows.
        known: i64,
    },
    /// Anything else: rights, a full disk, a missing folder.
    #[error("{path}: {reason}")]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
}

/// Why an operation failed inside a transaction. Never carries a stored value, which could be a number.
#[derive(Debug)]
pub enum Fault {
    /// SQLite refused.
    Sql(rusqlite::Error),
    /// A stored value cannot be read.
    Unreadable(String),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Unreadable(what) => Self::Unreadable(what),
            Fault::Sql(error) if is_busy(&error) => Self::Busy,
            Fault::Sql(error) => Self::Failed(error.to_string()),
        }
    }
}

/// Another process holds the file longer than `busy_timeout`.
fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// After these nothing may be written any more: a failed fsync may have dropped dirty pages, so that a second one which
/// succeeds proves nothing (Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020); and a damaged
/// file only gets worse. A full disk is not among them: it heals.
pub fn is_final(error: &rusqlite::Error) -> bool {
    let Some(failure) = error.sqlite_error() else { return false };
    matches!(failure.extended_code, ffi::SQLITE_IOERR_FSYNC | ffi::SQLITE_IOERR_DIR_FSYNC)
        || matches!(failure.code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
}

/// The disk is full, read-only or fails: no write will do better until that is mended.
pub fn is_of_the_disk(error: &rusqlite::Error) -> bool {
    let codes = [ErrorCode::DiskFull, ErrorCode::SystemIoFailure, ErrorCode::ReadOnly, ErrorCode::CannotOpen];
    error.sqlite_error_code().is_some_and(|code| codes.contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(code: i32) -> rusqlite::Error {
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)
    }

    #[test]
    fn a_failed_fsync_or_a_damaged_file_is_final_and_a_full_disk_is_not() {
        for code in [ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_DIR_FSYNC, ffi::SQLITE_CORRUPT, ffi::SQLITE_NOTADB] {
            assert!(is_final(&failure(code)), "{code}");
        }
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_BUSY, ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_CONSTRAINT] {
            assert!(!is_final(&failure(code)), "{code}");
        }
    }

    #[test]
    fn a_file_held_by_another_process_is_busy_and_not_failed() {
        assert_eq!(StoreError::from(Fault::from(failure(ffi::SQLITE_BUSY))), StoreError::Busy);
        assert!(matches!(StoreError::from(Fault::from(failure(ffi::SQLITE_FULL))), StoreError::Failed(_)));
    }
}
