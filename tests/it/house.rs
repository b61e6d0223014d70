//! The house: imports run one way, the core is pure, and nothing names what no user has.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of src") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).expect("below src").to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&path).expect("a source file")));
            }
        }
    }
    found
}

/// The code without its tests and comments.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

const PURE: [&str; 6] = ["survey", "policy", "call", "phone", "message", "statistics"];

#[test]
fn imports_run_one_way() {
    let pure = PURE.to_vec();
    let with = |more: &[&'static str]| [pure.clone(), more.to_vec()].concat();
    let may: BTreeMap<&str, Vec<&str>> = [
        ("survey", pure.clone()),
        ("policy", pure.clone()),
        ("call", pure.clone()),
        ("phone", pure.clone()),
        ("message", pure.clone()),
        ("statistics", pure.clone()),
        ("ivr", pure.clone()),
        ("ports", with(&["ivr"])),
        ("flows", with(&["ports", "ivr"])),
        ("providers", with(&["ports", "ivr"])),
        ("stores", with(&["ports"])),
        ("reports", with(&["ports"])),
        ("couriers", with(&["ports"])),
        ("http", with(&["flows", "ports", "ivr", "lifecycle", "telemetry"])),
        ("workers", with(&["flows", "ports", "lifecycle", "telemetry"])),
        ("config", with(&["ports"])),
        ("lifecycle", with(&["ports"])),
        ("telemetry", with(&["flows", "ports"])),
    ]
    .into_iter()
    .collect();
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let own = room(&file).to_owned();
        let Some(allowed) = may.get(own.as_str()) else { continue };
        let code = code(&text);
        for used in
            code.split("crate::").skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
        {
            let exists = may.contains_key(used) || ["app", "cli"].contains(&used);
            if exists && used != own && !allowed.contains(&used) {
                wrong.push(format!("{file} uses crate::{used}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_core_knows_no_clock_no_io_and_no_runtime() {
    const IMPURE: [&str; 11] =
        ["tokio", "reqwest", "hyper::", "redis", "rusqlite", "axum", "use ring", "std::fs", "std::net", "SystemTime", "Timestamp::now"];
    let mut wrong = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| PURE.contains(&room(file))) {
        let code = code(&text);
        wrong.extend(IMPURE.iter().filter(|word| code.contains(*word)).map(|word| format!("{file} names {word}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_http_side_names_no_vendor_and_no_database() {
    let mut wrong = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| ["http", "flows", "workers"].contains(&room(file))) {
        let code = code(&text).to_lowercase();
        wrong.extend(
            ["twilio", "kannel", "sqlite", "redis", "postgres"]
                .iter()
                .filter(|word| code.contains(*word))
                .map(|word| format!("{file} names {word}")),
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn files_stay_small_and_hold_no_leftovers() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let code = code(&text);
        // A language's words are one table, however many there are.
        let is_table = file.contains("answer/lexicon/");
        if !is_table && code.lines().filter(|line| !line.trim().is_empty()).count() > 400 {
            wrong.push(format!("{file} is over 400 lines"));
        }
        wrong.extend(
            ["todo!", "unimplemented!", ".unwrap()", "dbg!", "#[allow("]
                .iter()
                .filter(|w| code.contains(*w))
                .map(|w| format!("{file} has {w}")),
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}
