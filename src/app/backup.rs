//! A copy of what a node keeps in files of its own.

use std::fs::{DirBuilder, File};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Serialize;

use super::secret;
use crate::config::{ReportingUrl, Settings, StoreUrl};
use crate::stores::snapshot;

/// What was copied, and what was not.
#[derive(Debug, Serialize)]
pub struct Backup {
    /// The copies.
    pub files: Vec<Copied>,
    /// What lies elsewhere, and how it is kept.
    pub elsewhere: Vec<String>,
}

/// One copy.
#[derive(Debug, Serialize)]
pub struct Copied {
    /// What it is a copy of.
    pub from: PathBuf,
    /// The copy.
    pub to: PathBuf,
    /// Its size.
    pub bytes: u64,
}

/// Copies the embedded stores and the secret into a folder, beside a running `serve`.
///
/// # Errors
/// Nothing there to copy, a copy that is there already, a disk that is full.
pub fn backup(settings: &Settings, folder: &Path) -> anyhow::Result<Backup> {
    let mut made = Backup { files: Vec::new(), elsewhere: Vec::new() };
    let mut stores: Vec<&Path> = Vec::new();
    match &settings.store.url {
        StoreUrl::Embedded(path) => stores.push(path),
        StoreUrl::Redis(_) => {
            made.elsewhere.push("the Redis store is refilled from the nodes' journals; a journal is not restored".to_owned())
        }
    }
    match &settings.reporting.url {
        ReportingUrl::Embedded(path) if !stores.contains(&path.as_path()) => stores.push(path),
        ReportingUrl::Embedded(_) => {}
        ReportingUrl::Postgres(_) => made.elsewhere.push("results and API tokens lie in PostgreSQL: pg_dump".to_owned()),
    }
    if stores.is_empty() {
        bail!("nothing lies in files of this node: {}", made.elsewhere.join("; "));
    }
    if let Some(missing) = stores.iter().find(|path| !path.exists()) {
        bail!("there is no store at {}; name its folder with --data, or its configuration with --config", missing.display());
    }
    let found = || format!("cannot make the folder {}", folder.display());
    DirBuilder::new().recursive(true).mode(0o700).create(folder).with_context(found)?;
    for from in stores {
        made.files.push(copy_store(from, folder)?);
    }
    let own = settings.data_folder().join(secret::FILE);
    if settings.server.secret.is_none() && own.exists() {
        made.files.push(copy_secret(&own, folder)?);
    } else if settings.server.secret.is_some() {
        made.elsewhere.push("server.secret stands in the configuration".to_owned());
    }
    File::open(folder).and_then(|folder| folder.sync_all()).with_context(|| format!("cannot sync {}", folder.display()))?;
    Ok(made)
}

fn copy_store(from: &Path, folder: &Path) -> anyhow::Result<Copied> {
    let to = folder.join(from.file_name().unwrap_or(from.as_os_str()));
    let bytes = snapshot(from, &to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(Copied { from: from.to_owned(), to, bytes })
}

fn copy_secret(from: &Path, folder: &Path) -> anyhow::Result<Copied> {
    let to = folder.join(secret::FILE);
    let copied = || -> std::io::Result<u64> {
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&to)?;
        let bytes = std::io::copy(&mut File::open(from)?, &mut file)?;
        file.sync_all()?;
        Ok(bytes)
    };
    let bytes = copied().with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(Copied { from: from.to_owned(), to, bytes })
}
