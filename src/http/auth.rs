//! Bearer tokens: who calls, for which tenant, in which role.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SecureRandom;

use super::Gateway;
use super::error::ApiError;
use crate::ports::report::{ApiToken, Digest, Role};

/// How a token's text begins, so that scanners of leaked secrets can find it.
const PREFIX: &str = "ac_";

/// Draws the text of a new token: 32 random bytes. Shown once and kept nowhere.
///
/// # Errors
/// [`ring::error::Unspecified`] if the system has no randomness.
pub fn draw(random: &dyn SecureRandom) -> Result<String, ring::error::Unspecified> {
    let mut bytes = [0; 32];
    random.fill(&mut bytes)?;
    Ok(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

/// What of a token is stored: SHA-256. A slow hash would gain nothing, 32 random bytes cannot be guessed.
#[must_use]
pub fn digest(token: &str) -> Digest {
    let mut digest = Digest::default();
    digest.copy_from_slice(ring::digest::digest(&ring::digest::SHA256, token.as_bytes()).as_ref());
    digest
}

/// A caller that may read results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Whose rows.
    pub tenant: String,
}

/// A caller that may report calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporter {
    /// Whose accounts.
    pub tenant: String,
}

/// A caller that may see whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmasker {
    /// Whose.
    pub tenant: String,
    /// The id of the token.
    pub token: String,
}

impl FromRequestParts<Gateway> for Unmasker {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, gateway: &Gateway) -> Result<Self, ApiError> {
        let ApiToken { id, tenant, unmask, .. } = token(parts, gateway, Role::Read).await?;
        if unmask { Ok(Self { tenant, token: id }) } else { Err(ApiError::Masked) }
    }
}

/// A caller that may change what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administrator {
    /// Whose.
    pub tenant: String,
    /// The id of the token.
    pub token: String,
}

impl FromRequestParts<Gateway> for Administrator {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, gateway: &Gateway) -> Result<Self, ApiError> {
        let ApiToken { id, tenant, .. } = token(parts, gateway, Role::Admin).await?;
        Ok(Self { tenant, token: id })
    }
}

impl FromRequestParts<Gateway> for Reader {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, gateway: &Gateway) -> Result<Self, ApiError> {
        Ok(Self { tenant: token(parts, gateway, Role::Read).await?.tenant })
    }
}

impl FromRequestParts<Gateway> for Reporter {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, gateway: &Gateway) -> Result<Self, ApiError> {
        Ok(Self { tenant: token(parts, gateway, Role::Ingest).await?.tenant })
    }
}

async fn token(parts: &Parts, gateway: &Gateway, needed: Role) -> Result<ApiToken, ApiError> {
    let given = parts.headers.get(AUTHORIZATION).and_then(|value| bearer(value.to_str().ok()?)).ok_or(ApiError::Unauthorized)?;
    let token = gateway.tokens.find(digest(given)).await?.ok_or(ApiError::Unauthorized)?;
    if token.role.covers(needed) { Ok(token) } else { Err(ApiError::Forbidden(needed)) }
}

/// The token of `Bearer <token>`; the scheme in any case (RFC 9110, 11.1).
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    Some(token.trim()).filter(|token| scheme.eq_ignore_ascii_case("bearer") && !token.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bearer_tokens_are_read() {
        assert_eq!(bearer("Bearer ac_1"), Some("ac_1"));
        assert_eq!(bearer("bearer  ac_1 "), Some("ac_1"));
        assert_eq!(["Basic ac_1", "Bearer", "Bearer ", "ac_1", ""].map(bearer), [None; 5]);
    }

    #[test]
    fn tokens_differ_and_hold_32_random_bytes() {
        let random = ring::rand::SystemRandom::new();
        let (one, other) = (draw(&random).expect("a token"), draw(&random).expect("a token"));
        assert!(one != other && one.len() == PREFIX.len() + 43);
        assert_ne!(digest(&one), digest(&other));
    }
}
