//! The scripts, and calls of them.

use std::sync::LazyLock;

use redis::Cmd;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

use super::keys::Keys;
use crate::call::Partition;

/// A script and the name by which Redis keeps it.
pub(super) struct Script {
    text: String,
    sha: String,
}

impl Script {
    fn of(parts: &[&str]) -> Self {
        let text = parts.concat();
        let sha = digest(&SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        Self { text, sha }
    }
}

macro_rules! scripts {
    ($($name:ident: $($part:literal)+;)+) => {
        $(pub(super) static $name: LazyLock<Script> = LazyLock::new(|| {
            Script::of(&[include_str!("scripts/common.lua"), $(include_str!(concat!("scripts/", $part, ".lua"))),+])
        });)+
    };
}

scripts! {
    COMMIT: "records" "change" "commit";
    CLAIM: "claim";
    TAKE: "take";
    GIVE_BACK: "give_back";
    DOSSIER: "records" "dossier";
    BELONGINGS: "records" "belongings";
    ERASE: "records" "erase";
    REMEMBER: "records" "remember";
    LEASE: "records" "lease";
    SETTLE: "records" "settle";
    HEALTH: "records" "health";
    FACTS: "facts";
    FORWARDED: "forwarded";
    REDO: "records" "change" "redo";
    SETTLED: "records" "settled";
}

macro_rules! scripts_beside_the_epoch {
    ($($name:ident: $part:literal;)+) => {
        $(pub(super) static $name: LazyLock<Script> = LazyLock::new(|| Script::of(&[include_str!(concat!("scripts/", $part, ".lua"))]));)+
    };
}

scripts_beside_the_epoch! {
    LOOK: "look";
    SWAP: "swap";
    NODES: "nodes";
}

/// One thing that a flight asks of a partition.
#[derive(Clone)]
pub(super) struct Call {
    pub(super) partition: Partition,
    what: What,
}

#[derive(Clone)]
enum What {
    Plain(Cmd),
    Script { script: &'static Script, keys: [Vec<u8>; 2], words: Vec<Vec<u8>> },
}

impl Call {
    pub(super) fn plain(partition: Partition, command: Cmd) -> Self {
        Self { partition, what: What::Plain(command) }
    }

    pub(super) fn script(script: &'static Script, keys: &Keys, partition: Partition, words: Words) -> Self {
        let keys = [keys.of(partition, "e"), keys.of(partition, "z")];
        Self { partition, what: What::Script { script, keys, words: words.0 } }
    }

    /// By the script's name; with its whole text where the server does not know that yet.
    pub(super) fn command(&self, whole: bool) -> Cmd {
        match &self.what {
            What::Plain(command) => command.clone(),
            What::Script { script, keys, words } => {
                let mut command = redis::cmd(if whole { "EVAL" } else { "EVALSHA" });
                command.arg(if whole { &script.text } else { &script.sha }).arg(keys.len()).arg(keys.as_slice());
                for word in words {
                    command.arg(word.as_slice());
                }
                command
            }
        }
    }
}

/// The words after a script's keys.
#[derive(Clone)]
pub(super) struct Words(Vec<Vec<u8>>);

impl Words {
    /// With the epoch, the clock (`None`: the store's own) and what the caller's own shows (`None`: no matter) that each script begins with.
    pub(super) fn new(epoch: &str, clock: Option<i64>, callers: Option<i64>) -> Self {
        let moment = |shown: Option<i64>| shown.map(|now| now.to_string()).unwrap_or_default().into_bytes();
        Self(vec![epoch.as_bytes().to_vec(), moment(clock), moment(callers)])
    }

    /// Of a script that looks after the epoch itself.
    pub(super) fn bare() -> Self {
        Self(Vec::new())
    }

    pub(super) fn bytes(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.push(bytes.into());
        self
    }

    pub(super) fn number(self, number: impl std::fmt::Display) -> Self {
        self.bytes(number.to_string())
    }

    pub(super) fn flag(self, on: bool) -> Self {
        self.bytes(if on { "1" } else { "0" })
    }

    /// How many, and then each.
    pub(super) fn each<T>(self, items: &[T], write: impl Fn(Self, &T) -> Self) -> Self {
        items.iter().fold(self.number(items.len()), write)
    }
}
