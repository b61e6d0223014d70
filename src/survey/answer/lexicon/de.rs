//! German.

use super::{Language, Role};

pub(super) static GERMAN: Language = Language { code: "de", yes_no: ["ja", "nein"], words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "ja"), (Role::No, "nein")];
