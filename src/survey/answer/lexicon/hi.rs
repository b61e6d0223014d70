//! Hindi.

use super::{Language, Role};

pub(super) static HINDI: Language = Language { code: "hi", yes_no: ["हाँ", "नहीं"], words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "हाँ"), (Role::No, "नहीं")];
