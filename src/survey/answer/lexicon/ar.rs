//! Arabic.

use super::{Language, Role};

pub(super) static ARABIC: Language = Language { code: "ar", yes_no: ["نعم", "لا"], words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "نعم"), (Role::No, "لا")];
