//! Voice tokens: which session an address on the phone belongs to, under a MAC.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac;

/// First byte of a token; later layouts (with partition and answers so far) get other numbers.
const LAYOUT: u8 = 1;
const ID: usize = 16;
const MAC: usize = 12;

/// The token of a session at an account: 29 bytes as URL-safe base64. `None` if the id is no UUID.
pub fn sign(secret: &hmac::Key, account: &str, session_id: &str) -> Option<String> {
    let id = uuid::Uuid::parse_str(session_id).ok()?;
    let mut token = [0; 1 + ID + MAC];
    token[0] = LAYOUT;
    token[1..=ID].copy_from_slice(id.as_bytes());
    let mac = mac(secret, account, &token[..=ID]);
    token[1 + ID..].copy_from_slice(&mac.as_ref()[..MAC]);
    Some(URL_SAFE_NO_PAD.encode(token))
}

/// The session that a token names; `None` for anything that we did not sign for this account. Constant time.
pub fn verify(secret: &hmac::Key, account: &str, token: &str) -> Option<String> {
    let mut bytes = [0; 1 + ID + MAC + 3];
    let length = URL_SAFE_NO_PAD.decode_slice(token, &mut bytes).ok()?;
    if length != 1 + ID + MAC || bytes[0] != LAYOUT {
        return None;
    }
    let expected = mac(secret, account, &bytes[..=ID]);
    let differing = expected.as_ref()[..MAC].iter().zip(&bytes[1 + ID..length]).fold(0, |sum, (a, b)| sum | (a ^ b));
    if std::hint::black_box(differing) != 0 {
        return None;
    }
    uuid::Uuid::from_slice(&bytes[1..=ID]).ok().map(|id| id.to_string())
}

fn mac(secret: &hmac::Key, account: &str, head: &[u8]) -> hmac::Tag {
    let mut context = hmac::Context::with_key(secret);
    context.update(b"aftercall voice token\0");
    context.update(account.as_bytes());
    context.update(b"\0");
    context.update(head);
    context.sign()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_only_with_its_secret_and_account_and_unchanged() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"secret");
        let id = "01936f00-0000-7000-8000-000000000001";
        let token = sign(&key, "main", id).expect("a token");
        assert_eq!(verify(&key, "main", &token).as_deref(), Some(id));
        assert_eq!(verify(&key, "other", &token), None);
        assert_eq!(verify(&hmac::Key::new(hmac::HMAC_SHA256, b"other"), "main", &token), None);
        for at in 0..token.len() {
            let mut changed: Vec<char> = token.chars().collect();
            changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
            assert_eq!(verify(&key, "main", &changed.into_iter().collect::<String>()), None, "{at}");
        }
        for token in ["", "x", "ü", &"A".repeat(5000)] {
            assert_eq!(verify(&key, "main", token), None);
        }
    }
}
