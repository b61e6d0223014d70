//! The secret of an installation: from the configuration, or made on first start and kept in the data folder.

use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, bail};
use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};

use crate::config::InstallationSecret;

/// The file in the data folder.
pub const FILE: &str = "secret";

/// The key of an installation that is there already.
///
/// # Errors
/// No secret in the configuration and none in the folder, or one that cannot be read.
pub fn load(configured: Option<&InstallationSecret>, folder: &Path) -> anyhow::Result<hmac::Key> {
    if configured.is_none() && !folder.join(FILE).exists() {
        bail!(
            "there is no secret of an installation in {}; name its folder with --data or its configuration with --config",
            folder.display()
        );
    }
    load_or_make(configured, folder)
}

/// The key that signs voice tokens.
///
/// # Errors
/// A file that cannot be read or made, or that holds something else.
pub fn load_or_make(configured: Option<&InstallationSecret>, folder: &Path) -> anyhow::Result<hmac::Key> {
    if let Some(secret) = configured {
        return Ok(key(secret.expose()));
    }
    let path = folder.join(FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => match InstallationSecret::parse(&text) {
            Some(secret) => Ok(key(secret.expose())),
            None => bail!(
                "{} does not hold 32 bytes as hex or base64; calls in progress depend on it: restore it from a backup",
                path.display()
            ),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => make(&path),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn make(path: &Path) -> anyhow::Result<hmac::Key> {
    let mut secret = [0; 32];
    SystemRandom::new().fill(&mut secret).map_err(|_| anyhow::anyhow!("the system gives no random numbers"))?;
    let text: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    let file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut file = file.with_context(|| format!("cannot make {}", path.display()))?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(key(&secret))
}

fn key(secret: &[u8; 32]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, secret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_secret_is_made_once_and_readable_by_its_owner_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = load_or_make(None, folder.path()).expect("made");
        let second = load_or_make(None, folder.path()).expect("read");
        assert_eq!(hmac::sign(&first, b"x").as_ref(), hmac::sign(&second, b"x").as_ref());
        let mode = std::fs::metadata(folder.path().join(FILE)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        std::fs::write(folder.path().join(FILE), "short").expect("written");
        assert!(load_or_make(None, folder.path()).is_err());
    }
}
