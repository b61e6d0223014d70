//! French.

use super::{Language, Role};

pub(super) static FRENCH: Language = Language { code: "fr", yes_no: ["oui", "non"], words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "oui"), (Role::No, "non")];
