//! Names of keys, and identities in their shortest form.

use redis::Cmd;
use ring::digest::{Context, SHA256};
use uuid::Uuid;

use crate::call::Partition;

/// Makes the names of keys: `ac:{17}:` and what a script adds. The number in braces is the hash tag, so that a cluster keeps a whole
/// partition in one slot (<https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags>).
#[derive(Debug, Clone)]
pub(super) struct Keys {
    prefix: String,
}

impl Keys {
    pub(super) fn new(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned() }
    }

    pub(super) fn of(&self, partition: Partition, name: &str) -> Vec<u8> {
        format!("{}:{{{}}}:{name}", self.prefix, partition.number()).into_bytes()
    }

    pub(super) fn of_id(&self, partition: Partition, kind: &str, id: &[u8]) -> Vec<u8> {
        let mut key = self.of(partition, kind);
        key.extend_from_slice(id);
        key
    }

    /// Reads the partition's epoch marker and another key at once.
    pub(super) fn read(&self, partition: Partition, key: Vec<u8>) -> Cmd {
        let mut command = redis::cmd("MGET");
        command.arg(self.of(partition, "e")).arg(key);
        command
    }
}

/// First byte of an identity that is no UUID.
const TEXT: u8 = 0xFF;
/// As [`TEXT`], with a zero at the end that keeps it from being as long as a UUID.
const PADDED: u8 = 0xFE;
const UUID_BYTES: usize = 16;

/// An identity in bytes: 16 for a UUID, a mark and the text for any other.
pub(super) fn packed(id: &str) -> Vec<u8> {
    match Uuid::try_parse(id) {
        Ok(uuid) if uuid.to_string() == id => uuid.into_bytes().to_vec(),
        _ if id.len() + 1 == UUID_BYTES => [&[PADDED], id.as_bytes(), &[0]].concat(),
        _ => [&[TEXT], id.as_bytes()].concat(),
    }
}

/// [`packed`] backwards; `None` if it is none of its results.
pub(super) fn unpacked(bytes: &[u8]) -> Option<String> {
    if let Ok(uuid) = <[u8; UUID_BYTES]>::try_from(bytes) {
        return Some(Uuid::from_bytes(uuid).to_string());
    }
    let text = match bytes.split_first()? {
        (&TEXT, text) => text,
        (&PADDED, [text @ .., 0]) => text,
        _ => return None,
    };
    String::from_utf8(text.to_vec()).ok()
}

/// A short name for texts of any length: the first half of the SHA-256 of all parts, each ended by a zero byte. Marks, calls and
/// numbers are not to be read from key names.
pub(super) fn digest(parts: &[&str]) -> Vec<u8> {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(part.as_bytes());
        context.update(&[0]);
    }
    let whole = context.finish();
    whole.as_ref().iter().copied().take(UUID_BYTES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_comes_back_as_it_went_in() {
        let fifteen = "123456789012345";
        for id in ["01936f00-0000-7000-8000-0000000000ff", "S1", "", "01936F00-0000-7000-8000-0000000000FF", fifteen, "1234567890123456"] {
            assert_eq!(unpacked(&packed(id)), Some(id.to_owned()));
        }
        assert_eq!(packed("01936f00-0000-7000-8000-0000000000ff").len(), 16);
        assert_eq!([&b""[..], b"\x00abc", b"\xFF\xFF"].map(unpacked), [None, None, None]);
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(digest(&["a", "bc"]), digest(&["ab", "c"]));
        assert_eq!(digest(&["a"]).len(), 16);
    }
}
