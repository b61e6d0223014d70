//! Webhook bodies and queries as name and value pairs in wire order.

use std::borrow::Cow;
use std::fmt;

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::ports::provider::{Content, Malformed, RawRequest};

/// A decoded pair before it is known to be text; signatures cover these bytes.
pub type RawPair<'a> = (Cow<'a, [u8]>, Cow<'a, [u8]>);

/// What a body says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// `application/x-www-form-urlencoded`, or nothing said.
    Form,
    /// `application/json`.
    Json,
    /// Neither.
    Other,
}

impl Media {
    /// By the Content-Type header, parameters left aside.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let Some(given) = headers.get(CONTENT_TYPE) else { return Self::Form };
        let essence = given.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Self::Form
        } else if essence.eq_ignore_ascii_case("application/json") {
            Self::Json
        } else {
            Self::Other
        }
    }
}

/// Reads `application/x-www-form-urlencoded` (WHATWG URL standard, section 5.1) without changing a byte: empty and repeated
/// pairs are kept, a `%` without two hexadecimal digits stands for itself.
#[must_use]
pub fn decode(bytes: &[u8]) -> Vec<RawPair<'_>> {
    bytes.split(|byte| *byte == b'&').filter(|segment| !segment.is_empty()).map(pair).collect()
}

/// The pairs as text.
///
/// # Errors
/// [`Malformed`] if one is not UTF-8: nothing is replaced, because a changed value could be mistaken for an answer.
pub fn text(pairs: Vec<RawPair<'_>>) -> Result<Vec<(String, String)>, Malformed> {
    pairs.into_iter().map(|(name, value)| Ok((utf8(name)?, utf8(value)?))).collect()
}

/// The pairs of a request target's query.
///
/// # Errors
/// [`Malformed`] if one is not UTF-8.
pub fn query(target: &str) -> Result<Vec<(String, String)>, Malformed> {
    text(decode(raw_query(target).as_bytes()))
}

/// The query of a request target as received, without `?`; empty if there is none.
#[must_use]
pub fn raw_query(target: &str) -> &str {
    let target = target.split('#').next().unwrap_or_default();
    target.split_once('?').map_or("", |(_, query)| query)
}

/// The scalar members of a JSON object in wire order; arrays, objects and null are left out.
///
/// # Errors
/// [`Malformed`] if it is no JSON object.
pub fn json(body: &[u8]) -> Result<Vec<(String, String)>, Malformed> {
    let Members(pairs) = serde_json::from_slice(body).map_err(|_| Malformed("the body is no JSON object".to_owned()))?;
    Ok(pairs)
}

/// Everything that an unsigned request says.
///
/// # Errors
/// [`Malformed`] if it is no form or JSON object.
pub fn content(request: &RawRequest<'_>) -> Result<Content, Malformed> {
    let query = query(request.target)?;
    let pairs = if request.method == "POST" { body(request)? } else { query.clone() };
    Ok(Content { pairs, query, headers: Vec::new() })
}

/// The pairs of a request's body.
///
/// # Errors
/// [`Malformed`] if it is no form or JSON object.
pub fn body(request: &RawRequest<'_>) -> Result<Vec<(String, String)>, Malformed> {
    match Media::of(request.headers) {
        Media::Form => text(decode(request.body)),
        Media::Json => json(request.body),
        Media::Other if request.body.is_empty() => Ok(Vec::new()),
        Media::Other => Err(Malformed("the body is neither a form nor JSON".to_owned())),
    }
}

fn pair(segment: &[u8]) -> RawPair<'_> {
    let mut sides = segment.splitn(2, |byte| *byte == b'=');
    let name = sides.next().unwrap_or_default();
    (percent_decoded(name), percent_decoded(sides.next().unwrap_or_default()))
}

fn percent_decoded(part: &[u8]) -> Cow<'_, [u8]> {
    if !part.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return Cow::Borrowed(part);
    }
    let mut decoded = Vec::with_capacity(part.len());
    let mut rest = part;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'+', _) => decoded.push(b' '),
            (b'%', [high, low, after @ ..]) if let Some(byte) = hex_pair(*high, *low) => {
                decoded.push(byte);
                rest = after;
            }
            _ => decoded.push(*first),
        }
    }
    Cow::Owned(decoded)
}

fn hex_pair(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// Bytes written as hexadecimal digits of either case; `None` if the text is anything else.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|[high, low]| hex_pair(*high, *low)).collect()
}

fn utf8(bytes: Cow<'_, [u8]>) -> Result<String, Malformed> {
    String::from_utf8(bytes.into_owned()).map_err(|_| Malformed("a parameter is not UTF-8".to_owned()))
}

struct Members(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut pairs = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, Value>()? {
            if let Some(text) = scalar(value) {
                pairs.push((name, text));
            }
        }
        Ok(Members(pairs))
    }
}

fn scalar(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pairs(body: &str) -> Vec<(String, String)> {
        text(decode(body.as_bytes())).expect("text")
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn pairs_keep_their_order_their_repeats_and_their_empty_values() {
        assert_eq!(
            pairs("b=2&a=&b=1&&flag&=v&c=x=y&d=%2B1+%e2%82%ac"),
            owned(&[("b", "2"), ("a", ""), ("b", "1"), ("flag", ""), ("", "v"), ("c", "x=y"), ("d", "+1 €")])
        );
        assert_eq!(pairs(""), owned(&[]));
        assert_eq!(pairs("a=%&b=%4&c=%zz&d=%%41"), owned(&[("a", "%"), ("b", "%4"), ("c", "%zz"), ("d", "%A")]));
    }

    #[test]
    fn what_is_not_utf_8_is_refused_and_not_replaced() {
        assert!(text(decode(b"a=%ff")).is_err() && text(decode(b"%c3=1")).is_err() && query("/x?a=%ff").is_err());
    }

    #[test]
    fn ten_thousand_parameters_are_read_in_one_pass() {
        let body: String = (0..20_000).map(|n| format!("n{n}=%41&")).collect();
        assert_eq!(pairs(&body).len(), 20_000);
    }

    #[test]
    fn a_json_object_is_flattened_to_its_scalars() {
        let body = br#"{"z": "1", "a": 2.5, "b": true, "n": null, "o": {"x": 1}, "l": [1], "z": 3}"#;
        assert_eq!(json(body), Ok(owned(&[("z", "1"), ("a", "2.5"), ("b", "true"), ("z", "3")])));
        for wrong in ["", "[1]", "3", "{", "{} x", "\"{}\""] {
            assert!(json(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn hexadecimal_is_read_whole_or_not_at_all() {
        assert_eq!(unhex("00fFa1"), Some(vec![0, 255, 161]));
        assert_eq!([unhex("0"), unhex("0g"), unhex("+1")], [None, None, None]);
    }

    proptest! {
        #[test]
        fn what_a_form_writer_wrote_is_read_back(given in proptest::collection::vec((".*", ".*"), 0..8)) {
            let written = form_urlencoded::Serializer::new(String::new()).extend_pairs(&given).finish();
            prop_assert_eq!(pairs(&written), given);
        }

        #[test]
        fn utf_8_is_read_as_the_url_standard_reads_it(body in "[ab=&%+0-9A-F]{0,40}") {
            if let Ok(read) = text(decode(body.as_bytes())) {
                let standard: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
                prop_assert_eq!(read, standard);
            }
        }
    }
}
