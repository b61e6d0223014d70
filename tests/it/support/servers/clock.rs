//! A wall clock of its own for one server, by libfaketime; its monotonic clock stays true.

use std::path::{Path, PathBuf};

const FILE: &str = "clock";

/// What stands before the server's command. The clock starts at the real time.
pub fn before_command(folder: &Path) -> Vec<String> {
    set(folder, 0);
    vec![
        "env".to_owned(),
        // The C library's malloc in place of jemalloc's: that one asks for the time before libfaketime is ready to say it.
        format!("LD_PRELOAD={} libc.so.6", library().display()),
        format!("FAKETIME_TIMESTAMP_FILE={}", folder.join(FILE).display()),
        "FAKETIME_NO_CACHE=1".to_owned(),
        "FAKETIME_DONT_FAKE_MONOTONIC=1".to_owned(),
    ]
}

/// In one step: the server reads the file whenever it asks for the time.
pub fn set(folder: &Path, ahead: i64) {
    let next = folder.join("clock.next");
    std::fs::write(&next, format!("{ahead:+}s\n")).expect("written");
    std::fs::rename(next, folder.join(FILE)).expect("in place");
}

/// Debian's, below the folder of whatever machine this is.
fn library() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib").expect("/usr/lib");
    let candidates = folders.flatten().map(|folder| folder.path().join("faketime/libfaketimeMT.so.1"));
    candidates.into_iter().find(|path| path.exists()).expect("libfaketime: tests/run installs it")
}
