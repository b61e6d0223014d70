//! Japanese.

use super::{Language, Role};

pub(super) static JAPANESE: Language = Language { code: "ja", yes_no: ["はい", "いいえ"], words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "はい"), (Role::No, "いいえ")];
