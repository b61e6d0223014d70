//! `X-Twilio-Signature`: base64 of HMAC-SHA1 over the address and the sorted parameters. Pure.
//! Source: <https://www.twilio.com/docs/usage/security#validating-requests> and Twilio's Python and Node libraries.

use std::collections::BTreeMap;
use std::hint::black_box;

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA256, digest};
use ring::hmac;

use crate::ports::provider::Refusal;
use crate::providers::form::{self, RawPair};

const SIGNATURE: &str = "x-twilio-signature";
const SETTINGS: &str = "x-twilio-webhooks-signature-settings";

/// The secrets of one account, made ready once.
pub struct Keys {
    tokens: Vec<hmac::Key>,
    shared: BTreeMap<String, hmac::Key>,
}

/// What a signature covers, and the headers that carry it.
pub struct Signed<'a> {
    /// Scheme, host, port and path before the target, without a slash at its end.
    pub base: &'a str,
    /// Path and query as received.
    pub target: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body.
    pub body: Body<'a, 'a>,
}

/// The part of a request behind its address.
#[derive(Clone, Copy)]
pub enum Body<'a, 'b> {
    /// Parameters, each part of the signature; none for GET.
    Form(&'a [RawPair<'b>]),
    /// Anything else: the address carries its hash as `bodySHA256`.
    Whole(&'a [u8]),
}

impl Keys {
    /// From auth tokens (any of them may sign) and shared keys by id; empty ones are left out, for anybody could sign with those.
    #[must_use]
    pub fn new(auth_tokens: &[String], shared_keys: &BTreeMap<String, String>) -> Self {
        let token = |text: &String| hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes());
        let shared = |(id, text): (&String, &String)| (id.clone(), hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes()));
        Self {
            tokens: auth_tokens.iter().filter(|text| !text.is_empty()).map(token).collect(),
            shared: shared_keys.iter().filter(|(_, text)| !text.is_empty()).map(shared).collect(),
        }
    }

    /// Checks the signature in constant time for each key and form of the address.
    ///
    /// # Errors
    /// [`Refusal::Missing`] without exactly one signature, [`Refusal::Wrong`] if it does not fit.
    pub fn verify(&self, signed: &Signed<'_>) -> Result<(), Refusal> {
        let written = only(signed.headers, SIGNATURE).filter(|text| !text.is_empty()).ok_or(Refusal::Missing)?;
        let mut room = [0_u8; 64];
        let length = STANDARD.decode_slice(written, &mut room).map_err(|_| Refusal::Wrong)?;
        let tag = &room[..length];
        let keys = self.named(signed.headers)?;
        let fits = signed.fits(|text| keys.iter().any(|key| hmac::verify(key, text, tag).is_ok()));
        if fits { Ok(()) } else { Err(Refusal::Wrong) }
    }

    /// The auth tokens, or the one shared key that the settings header names.
    fn named(&self, headers: &HeaderMap) -> Result<&[hmac::Key], Refusal> {
        if !headers.contains_key(SETTINGS) {
            return Ok(&self.tokens);
        }
        let settings = only(headers, SETTINGS).and_then(|text| std::str::from_utf8(text).ok()).ok_or(Refusal::Wrong)?;
        let (mut id, mut algorithm) = (None, None);
        for (name, value) in settings.split(',').filter_map(|part| part.split_once('=')) {
            match name.trim() {
                "key" => id = Some(value.trim()),
                "algorithm" => algorithm = Some(value.trim()),
                _ => {}
            }
        }
        let key = id.filter(|_| algorithm == Some("HMAC_SHA256")).and_then(|id| self.shared.get(id));
        key.map(std::slice::from_ref).ok_or(Refusal::Wrong)
    }
}

impl Signed<'_> {
    /// Twilio signs the address with or without its port, depending on the signer: one of the two must fit.
    fn fits(&self, verify: impl Fn(&[u8]) -> bool) -> bool {
        let parameters = match self.body {
            Body::Form(pairs) => sorted(pairs),
            Body::Whole(body) if has_hash(self.target, body) => Vec::new(),
            Body::Whole(_) => return false,
        };
        let target = self.target.split('#').next().unwrap_or_default();
        let length: usize = parameters.iter().map(|(name, value)| name.len() + value.len()).sum();
        let mut text = Vec::with_capacity(self.base.len() + target.len() + length + ":65535".len());
        let address = Address::of(self.base);
        [address.port.is_some(), address.port.is_none()].into_iter().any(|with_port| {
            text.clear();
            address.write(with_port, &mut text);
            text.extend_from_slice(target.as_bytes());
            for (name, value) in &parameters {
                text.extend_from_slice(name);
                text.extend_from_slice(value);
            }
            verify(&text)
        })
    }
}

/// Names by code point, and per name each value once, sorted.
fn sorted<'a>(pairs: &'a [RawPair<'_>]) -> Vec<(&'a [u8], &'a [u8])> {
    let mut sorted: Vec<(&[u8], &[u8])> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted
}

/// A public address, cut where a port stands or would stand.
struct Address<'a> {
    host: &'a str,
    port: Option<&'a str>,
    path: &'a str,
}

impl<'a> Address<'a> {
    fn of(base: &'a str) -> Self {
        let start = base.find("://").map_or(0, |at| at + "://".len());
        let end = base[start..].find('/').map_or(base.len(), |at| start + at);
        let (host, path) = base.split_at(end);
        match host[start..].rfind(':').map(|at| start + at) {
            Some(at) if host[at + 1..].bytes().all(|byte| byte.is_ascii_digit()) => {
                Self { host: &host[..at], port: Some(&host[at + 1..]), path }
            }
            _ => Self { host, port: None, path },
        }
    }

    fn write(&self, with_port: bool, text: &mut Vec<u8>) {
        text.extend_from_slice(self.host.as_bytes());
        if with_port {
            let usual = if self.host.starts_with("http://") { "80" } else { "443" };
            text.push(b':');
            text.extend_from_slice(self.port.unwrap_or(usual).as_bytes());
        }
        text.extend_from_slice(self.path.as_bytes());
    }
}

fn has_hash(target: &str, body: &[u8]) -> bool {
    let query = form::raw_query(target);
    let given = query.split('&').find_map(|pair| pair.strip_prefix("bodySHA256=")).and_then(form::unhex);
    given.is_some_and(|given| equal(digest(&SHA256, body).as_ref(), &given))
}

/// Compares without an early end; only the length may show.
fn equal(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && black_box(one.iter().zip(other).fold(0, |seen, (a, b)| black_box(seen | (a ^ b)))) == 0
}

/// The header's value if it is there exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a [u8]> {
    let mut given = headers.get_all(name).iter();
    given.next().filter(|_| given.next().is_none()).map(|value| value.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked examples: token `12345`, address `https://h.example.com/s?t=1`.
    fn verify(base: &str, form: &[u8], headers: &[(&'static str, &str)]) -> Result<(), Refusal> {
        let headers: HeaderMap = headers.iter().map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value"))).fold(
            HeaderMap::new(),
            |mut all, (name, value): (axum::http::HeaderName, _)| {
                all.append(name, value);
                all
            },
        );
        let pairs = form::decode(form);
        let keys = Keys::new(&["old".to_owned(), "12345".to_owned(), String::new()], &BTreeMap::new());
        keys.verify(&Signed { base, target: "/s?t=1", headers: &headers, body: Body::Form(&pairs) })
    }

    const FORM: &[u8] = b"Digits=5&CallSid=CA1&Speech=";
    const PLAIN: (&str, &str) = (SIGNATURE, "yVJvD5ehdlT1FnrVZn9+OQPcNqA=");
    const WITH_PORT: (&str, &str) = (SIGNATURE, "+JHg+BSUuXbgkYzSxeQFviKSZQU=");

    #[test]
    fn the_worked_examples_fit_with_and_without_the_port() {
        for base in ["https://h.example.com", "https://h.example.com:443"] {
            assert_eq!(verify(base, FORM, &[PLAIN]), Ok(()), "{base}");
            assert_eq!(verify(base, FORM, &[WITH_PORT]), Ok(()), "{base}");
        }
        assert_eq!(verify("https://h.example.com", b"A=b&A=a&A=b", &[(SIGNATURE, "+VxEqB2HJRQJMxwyZ8QH6mYfA5I=")]), Ok(()));
        assert_eq!(verify("https://h.example.com:8443", FORM, &[WITH_PORT]), Err(Refusal::Wrong));
        assert_eq!(verify("http://h.example.com", FORM, &[PLAIN]), Err(Refusal::Wrong));
    }

    #[test]
    fn a_signature_that_is_missing_empty_repeated_or_no_base64_is_refused() {
        let base = "https://h.example.com";
        assert_eq!(verify(base, FORM, &[]), Err(Refusal::Missing));
        assert_eq!(verify(base, FORM, &[(SIGNATURE, "")]), Err(Refusal::Missing));
        assert_eq!(verify(base, FORM, &[PLAIN, PLAIN]), Err(Refusal::Missing));
        for wrong in ["?", "yVJvD5ehdlT1FnrVZn9+OQPcNqA", "yVJvD5ehdlT1FnrVZn9+OQPcNqB=", "AAAA", &"A".repeat(400)] {
            assert_eq!(verify(base, FORM, &[(SIGNATURE, wrong)]), Err(Refusal::Wrong), "{wrong}");
        }
    }

    #[test]
    fn the_settings_header_never_falls_back_to_the_auth_token() {
        for settings in ["", "key=k,algorithm=HMAC_SHA256", "algorithm=HMAC_SHA1", "key=12345,algorithm=HMAC_SHA1"] {
            let refused = verify("https://h.example.com", FORM, &[PLAIN, (SETTINGS, settings)]);
            assert_eq!(refused, Err(Refusal::Wrong), "{settings}");
        }
    }

    #[test]
    fn an_empty_token_signs_nothing() {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, b"");
        let signature = STANDARD.encode(hmac::sign(&key, b"https://h.example.com/s?t=1"));
        assert_eq!(verify("https://h.example.com", b"", &[(SIGNATURE, &signature)]), Err(Refusal::Wrong));
    }

    #[test]
    fn addresses_are_cut_at_their_port() {
        let cut = |base| {
            let Address { host, port, path } = Address::of(base);
            (host, port, path)
        };
        assert_eq!(cut("https://h.example.com/a:1"), ("https://h.example.com", None, "/a:1"));
        assert_eq!(cut("https://h.example.com:8443/a"), ("https://h.example.com", Some("8443"), "/a"));
        assert_eq!(cut("http://[::1]"), ("http://[::1]", None, ""));
        assert_eq!(cut("http://[::1]:80"), ("http://[::1]", Some("80"), ""));
    }
}
