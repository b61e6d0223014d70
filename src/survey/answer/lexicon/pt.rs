//! Portuguese.

use super::{Language, Role};

pub(super) static PORTUGUESE: Language = Language { code: "pt", yes_no: ["sim", "não"], words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "sim"), (Role::No, "não")];
