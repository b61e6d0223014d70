//! Signatures of the Standard Webhooks specification, symmetric (`v1`):
//! github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;

use crate::ports::notice::secret_bytes;

/// The key of a secret; `None` if it is none.
#[must_use]
pub fn key(secret: &str) -> Option<hmac::Key> {
    secret_bytes(secret).map(|bytes| hmac::Key::new(hmac::HMAC_SHA256, &bytes))
}

/// The header `webhook-signature`: one signature for each key, so that a receiver may hold any of them while they are rotated.
#[must_use]
pub fn sign(keys: &[hmac::Key], (id, seconds): (&str, i64), body: &[u8]) -> String {
    let one = |key: &hmac::Key| {
        let mut context = hmac::Context::with_key(key);
        context.update(format!("{id}.{seconds}.").as_bytes());
        context.update(body);
        format!("v1,{}", STANDARD.encode(context.sign()))
    };
    keys.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_specification_is_signed_as_there() {
        // Test vector of the reference implementations (libraries/python/tests/test_webhooks.py of the same repository).
        let key = key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("a key");
        let body = br#"{"test": 2432232314}"#;
        let signed = sign(&[key.clone(), key], ("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330), body);
        let one = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(signed, format!("{one} {one}"));
    }

    #[test]
    fn a_secret_of_another_kind_or_length_is_none() {
        assert!(["", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_%%%"].iter().all(|text| key(text).is_none()));
    }
}
