//! What lies in deploy/: its command lines are run, its proxies stand before a real gateway, its documents fit each other.

use std::path::{Path, PathBuf};

mod documents;
mod images;
mod metrics;
mod proxies;
mod proxy;
mod unit;

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn path(file: &str) -> PathBuf {
    root().join("deploy").join(file)
}

/// A file of deploy/.
fn text(file: &str) -> String {
    std::fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The text with a part of it replaced that must be there.
fn swap(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from:?} is no longer in {text}");
    text.replace(from, to)
}

/// Names in `{ env = "NAME" }` outside of comments.
fn wanted_variables(toml: &str) -> Vec<&str> {
    let lines = toml.lines().map(|line| line.split('#').next().unwrap_or_default());
    lines.filter_map(|line| line.split_once("env = \"")?.1.split('"').next()).collect()
}

/// Names and values of an environment file.
fn variables(file: &str) -> Vec<(&str, &str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('=')).collect()
}

/// Something for each secret that is to be filled in.
fn filled(name: &str, value: &str) -> String {
    match (name, value) {
        ("AFTERCALL_SECRET", "") => "1f".repeat(32),
        (_, "") => "filled-in".to_owned(),
        _ => value.to_owned(),
    }
}
