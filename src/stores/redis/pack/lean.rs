//! JSON in few bytes: words of a fixed list take one, and texts that are times, UUIDs, telephone numbers or hexadecimal digits take
//! what their content is worth. What is `null` in an object is left out: for an `Option` both are the same.

use serde_json::{Map, Number, Value};
use uuid::Uuid;

use crate::call::Moment;

/// Field names and usual values. Stored sessions refer to a word by its place: words are added at the end, and none is ever moved.
const WORDS: [&str; 107] = [
    "schema",
    "id",
    "version",
    "call",
    "survey",
    "locale",
    "variant",
    "channel",
    "channels",
    "fallback",
    "line",
    "state",
    "answers",
    "exchanges",
    "created_at",
    "invited_at",
    "delivered_at",
    "first_answer_at",
    "completed_at",
    "valid_until",
    "late_until",
    "send_at",
    "provider_code",
    "account",
    "tenant",
    "call_id",
    "respondent",
    "direction",
    "started_at",
    "answered_at",
    "ended_at",
    "ended_by",
    "outcome",
    "language",
    "invited_by",
    "agents",
    "queue",
    "attributes",
    "team",
    "seconds",
    "digest",
    "is",
    "open",
    "ended",
    "asking",
    "disposition",
    "at",
    "question",
    "attempt",
    "silences",
    "invalids",
    "asked_at",
    "measure",
    "kind",
    "value",
    "label",
    "text",
    "raw",
    "late",
    "reading",
    "prompt",
    "say",
    "lead",
    "because",
    "readings",
    "sms",
    "ivr",
    "inbound",
    "outbound",
    "answered",
    "unanswered",
    "caller",
    "agent",
    "system",
    "declined",
    "completed",
    "partial",
    "refused",
    "opted_out",
    "expired",
    "undeliverable",
    "failed",
    "answer",
    "invalid",
    "ambiguous",
    "comment",
    "silence",
    "ask",
    "close",
    "nothing",
    "rating",
    "choice",
    "yes_no",
    "score",
    "csat",
    "nps",
    "ces",
    "fcr",
    "default",
    "main",
    "en",
    "zh-CN",
    "on_phone_since",
    "repeat",
    "exhausted",
    "gave_up",
    "time_is_up",
];
const FIRST_WORD: u8 = 0x40;
/// Numbers from 0 take one byte up to here.
const FIRST_SMALL: u8 = 0x10;
const SMALL: u64 = (FIRST_WORD - FIRST_SMALL) as u64;

const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const NUMBER: u8 = 3;
const PRECISE: u8 = 4;
const TEXT: u8 = 5;
const MOMENT: u8 = 6;
const UUID: u8 = 7;
const TELEPHONE: u8 = 8;
const HEX: u8 = 9;
/// Two letters and hexadecimal digits, as many providers name things.
const NAMED_HEX: u8 = 10;
const LIST: u8 = 11;
const OBJECT: u8 = 12;

/// Deeper than any session; beyond it the bytes are somebody else's.
const DEEPEST: usize = 32;

pub(super) fn write(value: &Value, to: &mut Vec<u8>) {
    match value {
        Value::Null => to.push(NULL),
        Value::Bool(on) => to.push(if *on { TRUE } else { FALSE }),
        Value::Number(number) => write_number(number, to),
        Value::String(text) => write_text(text, to),
        Value::Array(items) => {
            to.push(LIST);
            write_length(items.len() as u64, to);
            items.iter().for_each(|item| write(item, to));
        }
        Value::Object(fields) => {
            let fields: Vec<_> = fields.iter().filter(|(_, value)| !value.is_null()).collect();
            to.push(OBJECT);
            write_length(fields.len() as u64, to);
            for (name, value) in fields {
                write_text(name, to);
                write(value, to);
            }
        }
    }
}

fn write_number(number: &Number, to: &mut Vec<u8>) {
    match (number.as_u64(), number.as_f64()) {
        (Some(small), _) if small < SMALL => to.push(FIRST_SMALL + small as u8),
        (Some(whole), _) => {
            to.push(NUMBER);
            write_length(whole, to);
        }
        (None, precise) => {
            to.push(PRECISE);
            to.extend(precise.unwrap_or_default().to_be_bytes());
        }
    }
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn write_length(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// In the shortest form that reads back to just this text.
fn write_text(text: &str, to: &mut Vec<u8>) {
    if let Some(place) = WORDS.iter().position(|word| *word == text) {
        to.push(FIRST_WORD + place as u8);
        return;
    }
    let start = to.len();
    for form in [write_moment, write_uuid, write_telephone, write_hex, write_named_hex] {
        form(text, to);
        if to.len() > start && read(to.get(start..).unwrap_or_default()).as_ref().and_then(Value::as_str) == Some(text) {
            return;
        }
        to.truncate(start);
    }
    to.push(TEXT);
    write_length(text.len() as u64, to);
    to.extend(text.as_bytes());
}

fn write_moment(text: &str, to: &mut Vec<u8>) {
    if let Some(at) = Moment::parse(text).ok().and_then(|at| u64::try_from(at.millis()).ok()) {
        to.push(MOMENT);
        to.extend(at.to_be_bytes().iter().skip(2));
    }
}

fn write_uuid(text: &str, to: &mut Vec<u8>) {
    if let Ok(uuid) = Uuid::try_parse(text) {
        to.push(UUID);
        to.extend(uuid.as_bytes());
    }
}

fn write_telephone(text: &str, to: &mut Vec<u8>) {
    if let Some(number) = text.strip_prefix('+').and_then(|digits| digits.parse().ok()) {
        to.push(TELEPHONE);
        write_length(number, to);
    }
}

fn write_hex(text: &str, to: &mut Vec<u8>) {
    if text.len() >= 6
        && let Some(bytes) = from_hex(text)
    {
        to.push(HEX);
        write_length(bytes.len() as u64, to);
        to.extend(bytes);
    }
}

fn write_named_hex(text: &str, to: &mut Vec<u8>) {
    if text.len() >= 10
        && let Some((name, digits)) = text.split_at_checked(2)
        && let Some(bytes) = from_hex(digits)
    {
        to.push(NAMED_HEX);
        to.extend(name.as_bytes());
        write_length(bytes.len() as u64, to);
        to.extend(bytes);
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let pair = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    if rest.is_empty() { pairs.iter().map(pair).collect() } else { None }
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `None` if these are not the bytes of one value.
pub(super) fn read(bytes: &[u8]) -> Option<Value> {
    let mut rest = bytes;
    let value = read_value(&mut rest, 0)?;
    rest.is_empty().then_some(value)
}

fn read_value(rest: &mut &[u8], depth: usize) -> Option<Value> {
    let tag = *rest.split_off_first()?;
    Some(match tag {
        NULL => Value::Null,
        FALSE => Value::Bool(false),
        TRUE => Value::Bool(true),
        NUMBER => Value::from(read_length(rest)?),
        PRECISE => Value::from(f64::from_be_bytes(take(rest, 8)?.try_into().ok()?)),
        LIST if depth < DEEPEST => {
            let count = read_length(rest)?;
            Value::Array((0..count).map(|_| read_value(rest, depth + 1)).collect::<Option<_>>()?)
        }
        OBJECT if depth < DEEPEST => {
            let count = read_length(rest)?;
            let field = |_| Some((read_value(rest, depth + 1)?.as_str()?.to_owned(), read_value(rest, depth + 1)?));
            Value::Object((0..count).map(field).collect::<Option<Map<_, _>>>()?)
        }
        small if (FIRST_SMALL..FIRST_WORD).contains(&small) => Value::from(small - FIRST_SMALL),
        tag => Value::String(read_text(tag, rest)?),
    })
}

fn read_text(tag: u8, rest: &mut &[u8]) -> Option<String> {
    Some(match tag {
        TEXT => {
            let length = read_length(rest)?;
            String::from_utf8(take(rest, length)?.to_vec()).ok()?
        }
        MOMENT => {
            let millis = take(rest, 6)?.iter().fold(0_i64, |sum, byte| sum << 8 | i64::from(*byte));
            Moment::from_millis(millis).to_string()
        }
        UUID => Uuid::from_slice(take(rest, 16)?).ok()?.to_string(),
        TELEPHONE => format!("+{}", read_length(rest)?),
        HEX => {
            let length = read_length(rest)?;
            to_hex(take(rest, length)?)
        }
        NAMED_HEX => {
            let name = std::str::from_utf8(take(rest, 2)?).ok()?;
            let length = read_length(rest)?;
            format!("{name}{}", to_hex(take(rest, length)?))
        }
        word => (*WORDS.get(usize::from(word.checked_sub(FIRST_WORD)?))?).to_owned(),
    })
}

fn read_length(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let byte = *rest.split_off_first()?;
        number |= u64::from(byte & 0x7F).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn take<'a>(rest: &mut &'a [u8], count: u64) -> Option<&'a [u8]> {
    rest.split_off(..usize::try_from(count).ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn packed(value: &Value) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(value, &mut bytes);
        bytes
    }

    fn value() -> impl Strategy<Value = Value> {
        let text = prop_oneof![
            any::<String>(),
            "[0-9a-fA-F]{0,20}",
            "[A-Z]{2}[0-9a-f]{8,34}",
            "\\+?[0-9]{0,22}",
            prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned),
            any::<i64>().prop_map(|millis| Moment::from_millis(millis).to_string()),
            any::<u128>().prop_map(|bits| Uuid::from_u128(bits).to_string()),
        ];
        let leaf = prop_oneof![
            any::<bool>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            (0..100_u64).prop_map(Value::from),
            text.clone().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 8, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
                prop::collection::btree_map(text.clone(), inner, 0..8).prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_comes_back_as_it_went_in(value in value()) {
            prop_assert_eq!(read(&packed(&value)), Some(value));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            read(&bytes);
        }
    }

    #[test]
    fn numbers_with_a_point_or_a_sign_come_back() {
        for value in [json!(-1.0), json!(0.5), json!([null, {"a": [1.25]}])] {
            assert_eq!(read(&packed(&value)), Some(value));
        }
        assert_eq!(read(&packed(&json!({"line": null}))), Some(json!({})));
    }

    #[test]
    fn what_nests_too_deep_or_claims_too_much_is_refused() {
        assert_eq!(read(&[LIST, 1].repeat(1000)), None);
        assert_eq!(read(&[LIST, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]), None);
        assert_eq!(read(&[TEXT, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]), None);
        assert_eq!(read(&[FIRST_WORD + WORDS.len() as u8]), None);
    }

    #[test]
    fn no_word_has_moved() {
        assert_eq!((WORDS[0], WORDS[41], WORDS[65], WORDS[101], WORDS[106]), ("schema", "is", "sms", "zh-CN", "time_is_up"));
        assert!(WORDS.iter().enumerate().all(|(at, word)| WORDS.iter().position(|other| other == word) == Some(at)));
    }
}
