//! Japanese.

use super::{Language, Role};

pub(super) static JAPANESE: Language = Language { code: "ja", yes_no: ["はい", "いいえ"], hides_others: false, words: WORDS };

const WORDS: &[(Role, &str)] = &[(Role::Yes, "はい"), (Role::No, "いいえ")];
