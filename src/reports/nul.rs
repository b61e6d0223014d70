//! PostgreSQL's texts cannot hold U+0000. Every store keeps U+FFFD in its place, and looks for that, so that the same facts give the
//! same answers everywhere.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

/// The text without U+0000.
pub fn text(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// The value as JSON, its texts and keys without U+0000.
pub fn json<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let written = serde_json::to_string(value)?;
    // Also true of a backslash that only looks like the beginning of an escape: then nothing changes.
    if !written.contains("\\u0000") {
        return Ok(written);
    }
    serde_json::to_string(&without(serde_json::from_str(&written)?))
}

fn without(value: Value) -> Value {
    match value {
        Value::String(held) => text(&held).into(),
        Value::Array(members) => members.into_iter().map(without).collect(),
        Value::Object(pairs) => pairs.into_iter().map(|(key, value)| (text(&key).into_owned(), without(value))).collect(),
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nul_becomes_the_replacement_character_and_an_escaped_backslash_stays() {
        assert_eq!(text("a\0b"), "a\u{fffd}b");
        let value = serde_json::json!({"k\0": ["a\0b", "\\u0000", 5, null]});
        assert_eq!(json(&value).expect("JSON"), "{\"k\u{fffd}\":[\"a\u{fffd}b\",\"\\\\u0000\",5,null]}");
        assert_eq!(json("\\u0000").expect("JSON"), "\"\\\\u0000\"");
    }
}
