//! Spanish.

use super::{Language, Role};

pub(super) static SPANISH: Language = Language { code: "es", yes_no: ["sí", "no"], words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "sí"), (Role::No, "no")];
