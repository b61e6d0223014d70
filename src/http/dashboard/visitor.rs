//! Who looks: a browser that was let in by an API token, kept in a cookie that holds no token.

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts as Head;
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac;

use super::PageError;
use super::words::Language;
use crate::call::Moment;
use crate::http::Gateway;
use crate::http::origin::Origin;
use crate::ports::report::{Digest, Role};

/// How long a browser stays signed in.
pub const STAY: std::time::Duration = std::time::Duration::from_secs(12 * 3600);
const SESSION: &str = "aftercall";
const LANGUAGE: &str = "aftercall-language";

/// Somebody who may look at a tenant's results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// Whose results.
    pub tenant: String,
    /// May also change tickets.
    pub is_admin: bool,
    /// In which language.
    pub language: Language,
}

impl FromRequestParts<Gateway> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(head: &mut Head, gateway: &Gateway) -> Result<Self, Response> {
        let language = language(head);
        let now = gateway.flows.clock.now();
        let digest = cookie(head, SESSION).and_then(|value| opened(&gateway.flows.secret, &value, now));
        let Some(digest) = digest else { return Err(to_sign_in(head)) };
        let token = gateway.tokens.find(digest).await.map_err(|error| PageError::from(error).into_response())?;
        // A token that was revoked since shuts the browser out at once.
        let token = token.filter(|token| token.role.covers(Role::Read)).ok_or_else(|| to_sign_in(head))?;
        Ok(Self { tenant: token.tenant, is_admin: token.role == Role::Admin, language })
    }
}

fn to_sign_in(head: &Head) -> Response {
    let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
    let next: String = form_urlencoded::byte_serialize(target.as_bytes()).collect();
    Redirect::to(&format!("/sign-in?next={next}")).into_response()
}

/// The language that was chosen, else the browser's own.
pub fn language(head: &Head) -> Language {
    let chosen = cookie(head, LANGUAGE).and_then(|tag| Language::named(&tag));
    let accepted = || Language::accepted(head.headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?);
    chosen.or_else(accepted).unwrap_or(Language::English)
}

fn cookie(head: &Head, name: &str) -> Option<String> {
    let lines = head.headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(given, _)| *given == name).map(|(_, value)| value.to_owned())
}

/// The header that lets a browser in.
pub fn session_cookie(gateway: &Gateway, head: &Head, digest: &Digest) -> String {
    let until = gateway.flows.clock.now().plus(STAY);
    set(gateway, head, (SESSION, &sealed(&gateway.flows.secret, digest, until)), STAY.as_secs())
}

/// The header that shows it out.
pub fn no_session_cookie(gateway: &Gateway, head: &Head) -> String {
    set(gateway, head, (SESSION, ""), 0)
}

/// The header that keeps a language.
pub fn language_cookie(gateway: &Gateway, head: &Head, language: Language) -> String {
    set(gateway, head, (LANGUAGE, language.tag()), 365 * 24 * 3600)
}

fn set(gateway: &Gateway, head: &Head, (name, value): (&str, &str), seconds: u64) -> String {
    let secure = if Origin::of(gateway, head).base.starts_with("https://") { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}")
}

/// Digest of the token and end of the stay under a MAC: whoever reads the cookie learns no token.
fn sealed(secret: &hmac::Key, digest: &Digest, until: Moment) -> String {
    let mut bytes = digest.to_vec();
    bytes.extend(until.millis().to_be_bytes());
    let mac = hmac::sign(secret, &message(&bytes));
    bytes.extend(mac.as_ref());
    URL_SAFE_NO_PAD.encode(bytes)
}

fn opened(secret: &hmac::Key, value: &str, now: Moment) -> Option<Digest> {
    let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
    let (head, given) = bytes.split_at_checked(40)?;
    hmac::verify(secret, &message(head), given).ok()?;
    let (digest, until) = head.split_at_checked(32)?;
    let until = i64::from_be_bytes(until.try_into().ok()?);
    (now.millis() < until).then(|| digest.try_into().ok()).flatten()
}

/// What is under the MAC; the words keep it apart from everything else that the secret signs.
fn message(head: &[u8]) -> Vec<u8> {
    [b"aftercall dashboard session\0", head].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_good_for_its_secret_unchanged_and_in_time() {
        let key = |text: &[u8]| hmac::Key::new(hmac::HMAC_SHA256, text);
        let (now, digest) = (Moment::from_millis(1_000), [7; 32]);
        let cookie = sealed(&key(b"secret"), &digest, now.plus(STAY));
        assert_eq!(opened(&key(b"secret"), &cookie, now), Some(digest));
        assert_eq!(opened(&key(b"secret"), &cookie, now.plus(STAY)), None);
        assert_eq!(opened(&key(b"other"), &cookie, now), None);
        for at in 0..cookie.len() {
            let mut changed = cookie.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).expect("text");
            // The last character carries bits that no byte holds; a decoder refuses them.
            assert_eq!(opened(&key(b"secret"), &changed, now), None, "{at}");
        }
        assert_eq!(["", "x", "ü", "AAAA"].map(|text| opened(&key(b"secret"), text, now)), [None; 4]);
    }
}
