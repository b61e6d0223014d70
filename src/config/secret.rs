use std::collections::BTreeMap;
use std::fmt;
use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};

use super::environment::Context;
use super::fault::Place;
use super::section::{Read, Section};
use super::tree::{Node, Value};
use super::value;

/// So much of a file is read as a secret, in bytes.
const LONGEST: u64 = 64 * 1024;

/// A secret text. It shows itself only through [`Secret::expose`].
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for signing and for provider requests.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("REDACTED")
    }
}

/// The secret of an installation, the same on each of its nodes: it signs voice tokens and keys the hashes of numbers.
#[derive(Clone, PartialEq, Eq)]
pub struct InstallationSecret([u8; 32]);

impl InstallationSecret {
    /// Reads 32 bytes written as 64 hex digits or as base64; `None` if they are neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bytes = hex(text)
            .or_else(|| [STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD].iter().find_map(|engine| engine.decode(text).ok()))?;
        bytes.try_into().ok().map(Self)
    }

    /// The bytes, for keys of HMAC.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for InstallationSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("REDACTED")
    }
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits.filter(|digits| digits.len() == 64)?;
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

/// Where a secret stands.
enum Source {
    Plain(String),
    Variable(String),
    File(String),
}

/// The secrets of a key that may hold one or a list of them, each as text, `{ env = "X" }` or `{ file = "…" }`.
pub fn secrets(section: &Section<'_>, key: &'static str, context: &Context<'_>) -> Vec<Secret> {
    let found = section.one_or_more(key, |node| Ok((node.place.clone(), source(node)?)));
    let name = section.name(key);
    found.into_iter().filter_map(|(place, source)| settle(section, (&name, &place), resolve(source, context), context)).collect()
}

/// Secrets by names of the operator's own, as `{ NAME = SECRET }`.
pub fn named_secrets(section: &Section<'_>, context: &Context<'_>) -> BTreeMap<String, Secret> {
    let mut found = BTreeMap::new();
    for (key, node) in section.members() {
        let name = section.name(key);
        let resolved = source(node).and_then(|source| resolve(source, context));
        if let Some(secret) = settle(section, (&name, &node.place), resolved, context) {
            found.insert(key.to_owned(), secret);
        }
    }
    found
}

fn settle(section: &Section<'_>, (name, place): (&str, &Place), resolved: Read<Secret>, context: &Context<'_>) -> Option<Secret> {
    match resolved {
        Ok(secret) => Some(secret),
        Err(missing) if context.environment.lenient => {
            section.findings.warning(place, format!("{name}: {missing}"));
            Some(Secret(String::new()))
        }
        Err(missing) => {
            section.findings.error(place, format!("{name}: {missing}"));
            None
        }
    }
}

fn source(node: &Node) -> Read<Source> {
    let Value::Table(table) = &node.value else { return value::owned(node).map(Source::Plain) };
    match table.0.as_slice() {
        [(key, node)] if key == "env" => value::owned(node).map(Source::Variable),
        [(key, node)] if key == "file" => value::owned(node).map(Source::File),
        _ => Err("write a secret as { env = \"NAME\" } or { file = \"PATH\" }".to_owned()),
    }
}

fn resolve(source: Source, context: &Context<'_>) -> Read<Secret> {
    let text = match source {
        Source::Plain(text) => text,
        Source::Variable(name) => {
            let value = context.environment.get(&name);
            value.map(str::to_owned).ok_or_else(|| format!("the environment variable {name} is not set"))?
        }
        Source::File(path) => read(&path, context)?,
    };
    let text = text.trim();
    if text.is_empty() { Err("the secret is empty".to_owned()) } else { Ok(Secret(text.to_owned())) }
}

fn read(path: &str, context: &Context<'_>) -> Read<String> {
    let whole = context.folder.join(path);
    let wrong = |wrong: std::io::Error| format!("the file {} cannot be read: {wrong}", whole.display());
    let mut text = String::new();
    let file = std::fs::File::open(&whole).map_err(wrong)?;
    file.take(LONGEST).read_to_string(&mut text).map_err(wrong)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installation_secret_is_read_as_hex_or_base64_and_never_shown() {
        let hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        let secret = InstallationSecret::parse(hex).expect("hex");
        assert_eq!(secret.expose()[31], 0x1f);
        assert_eq!(InstallationSecret::parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), Some(secret.clone()));
        assert_eq!(InstallationSecret::parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n"), Some(secret.clone()));
        assert_eq!(["", "00", "password", &hex[1..]].map(InstallationSecret::parse), [const { None }; 4]);
        assert_eq!(format!("{secret:?} {:?}", Secret::from("hunter2")), "REDACTED REDACTED");
    }
}
