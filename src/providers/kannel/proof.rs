//! Kannel signs nothing: it proves itself by what stands in the addresses that it fetches.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;

use super::super::form;
use crate::ports::provider::Refusal;

/// What is compared in the place of a secret, so that the time it takes tells nothing.
const MARK: &[u8] = b"aftercall kannel";
const PROOF: &str = "&proof=";

/// The secrets of an account.
pub struct Secrets(Vec<Secret>);

struct Secret {
    key: hmac::Key,
    mark: hmac::Tag,
}

impl Secrets {
    pub fn new(secrets: &[String]) -> Self {
        Self(secrets.iter().filter(|secret| !secret.is_empty()).map(|secret| Secret::of(secret.as_bytes())).collect())
    }

    /// The secret stands in the address itself, as `secret=` or before the host; a receipt's address carries a proof instead.
    pub fn verify(&self, target: &str, headers: &HeaderMap) -> Result<(), Refusal> {
        let given = in_query(target)?.or_else(|| before_host(headers));
        let known = given.as_ref().is_some_and(|given| self.0.iter().any(|secret| secret.is(given)));
        // Credentials may be those of a proxy between Kannel and us: a receipt's proof counts beside them.
        let proof = receipt(target);
        match (known || proof.is_some_and(|proof| self.signed(proof)), given, proof) {
            (true, ..) => Ok(()),
            (false, None, None) => Err(Refusal::Missing),
            (false, ..) => Err(Refusal::Wrong),
        }
    }

    fn signed(&self, (covered, tag): (&str, &str)) -> bool {
        let Some(tag) = form::unhex(tag) else { return false };
        self.0.iter().any(|secret| hmac::verify(&secret.key, covered.as_bytes(), &tag).is_ok())
    }

    /// The address for Kannel's receipts: with a proof that is good for this message alone, and with what Kannel fills in.
    /// `None` where no receipt is wanted.
    pub fn receipt_url(&self, address: &str) -> Option<String> {
        let filled_in = "type=%d&answer=%A";
        let (_, query) = address.split_once('?')?;
        // Kannel takes a percent sign for a placeholder unless it is doubled.
        let address = address.replace('%', "%%");
        let Some(secret) = self.0.first() else { return Some(format!("{address}&{filled_in}")) };
        let tag = hmac::sign(&secret.key, query.as_bytes());
        let proof: String = tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        Some(format!("{address}{PROOF}{proof}&{filled_in}"))
    }
}

impl Secret {
    fn of(bytes: &[u8]) -> Self {
        let key = hmac::Key::new(hmac::HMAC_SHA256, bytes);
        Self { mark: hmac::sign(&key, MARK), key }
    }

    fn is(&self, given: &[u8]) -> bool {
        hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, given), MARK, self.mark.as_ref()).is_ok()
    }
}

fn in_query(target: &str) -> Result<Option<Vec<u8>>, Refusal> {
    let mut given = form::decode(form::raw_query(target).as_bytes()).into_iter().filter(|(name, _)| name.as_ref() == b"secret");
    match (given.next(), given.next()) {
        (first, None) => Ok(first.map(|(_, value)| value.into_owned())),
        (_, Some(_)) => Err(Refusal::Missing),
    }
}

/// `http://ANY:SECRET@host/…` reaches us as Basic credentials (RFC 7617); unlike the query they stand in no proxy's log.
fn before_host(headers: &HeaderMap) -> Option<Vec<u8>> {
    let written = headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Basic ")?;
    let credentials = STANDARD.decode(written.trim()).ok()?;
    let colon = credentials.iter().position(|byte| *byte == b':')?;
    Some(credentials[colon + 1..].to_vec())
}

/// What a receipt's proof covers, and the proof. It is good at no other address, above all not at that of texts.
fn receipt(target: &str) -> Option<(&str, &str)> {
    let path = target.split('?').next().unwrap_or_default();
    let (covered, rest) = form::raw_query(target).split_once(PROOF)?;
    path.ends_with("/receipt").then(|| (covered, rest.split('&').next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn secrets() -> Secrets {
        Secrets::new(&["new secret".to_owned(), "old".to_owned()])
    }

    fn verify(target: &str) -> Result<(), Refusal> {
        secrets().verify(target, &HeaderMap::new())
    }

    fn basic(credentials: &str) -> Result<(), Refusal> {
        let value = format!("Basic {}", STANDARD.encode(credentials)).parse().expect("a value");
        secrets().verify("/hooks/modem/sms?from=1", &[(AUTHORIZATION, value)].into_iter().collect())
    }

    /// What Kannel fetches for an address that it was given.
    fn fetched(address: &str, kind: &str, answer: &str) -> String {
        let target = address.strip_prefix("http://h").expect("our address");
        target.replace("%d", kind).replace("%A", answer).replace("%%", "%")
    }

    #[test]
    fn each_secret_is_taken_in_the_query_or_before_the_host_and_nothing_else_is() {
        assert_eq!(verify("/hooks/modem/sms?from=1&secret=new+secret&text=5"), Ok(()));
        assert_eq!(verify("/hooks/modem/sms?secret=old"), Ok(()));
        assert_eq!([basic("kannel:new secret"), basic(":old"), basic("secret")], [Ok(()), Ok(()), Err(Refusal::Missing)]);
        assert_eq!([verify("/x?secret=olD"), verify("/x?secret="), basic("old:")], [Err(Refusal::Wrong); 3]);
        assert_eq!([verify("/x"), verify("/x?from=1"), verify("/x?secret=old&secret=old")], [Err(Refusal::Missing); 3]);
        let none = Secrets::new(&[String::new()]);
        assert_eq!(none.verify("/x?secret=", &HeaderMap::new()), Err(Refusal::Wrong));
    }

    #[test]
    fn a_receipts_address_proves_itself_for_its_own_message_and_at_its_own_route_alone() {
        let address = secrets().receipt_url("http://h/hooks/modem/receipt?session=s1&task=t1").expect("an address");
        assert!(address.ends_with("&type=%d&answer=%A") && !address.contains("secret"), "{address}");
        let target = fetched(&address, "1", "");
        assert_eq!(verify(&target), Ok(()));
        assert_eq!(verify(&target.replace("type=1", "type=2")), Ok(()), "what Kannel fills in cannot be covered");
        for other in [target.replace("t1", "t2"), target.replace("s1", "s2"), target.replace("proof=", "proof=0")] {
            assert_eq!(verify(&other), Err(Refusal::Wrong), "{other}");
        }
        assert_eq!(verify(&target.replace("/receipt", "/sms")), Err(Refusal::Missing));
        assert_eq!(Secrets::new(&["old".to_owned()]).verify(&target, &HeaderMap::new()), Err(Refusal::Wrong));
        let proxys = [(AUTHORIZATION, format!("Basic {}", STANDARD.encode("a:b")).parse().expect("a value"))].into_iter().collect();
        assert_eq!((secrets().verify(&target, &proxys), secrets().verify("/x", &proxys)), (Ok(()), Err(Refusal::Wrong)));
    }

    #[test]
    fn without_a_secret_or_an_address_there_is_no_proof() {
        let none = Secrets::new(&[]);
        assert_eq!(none.receipt_url("http://h/r?task=t1").as_deref(), Some("http://h/r?task=t1&type=%d&answer=%A"));
        assert_eq!(secrets().receipt_url(""), None);
    }

    proptest! {
        #[test]
        fn whatever_an_address_holds_kannel_gives_it_back_with_its_proof(session in ".{0,20}", task in ".{0,20}") {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("session", &session).append_pair("task", &task).finish();
            let address = secrets().receipt_url(&format!("http://h/hooks/modem/receipt?{query}")).expect("an address");
            // Kannel reads from left to right: a doubled percent sign first.
            let mut target = address.strip_prefix("http://h").expect("our address").replace("%%", "\u{0}");
            target = target.replace("%d", "1").replace("%A", "").replace('\u{0}', "%");
            prop_assert_eq!(verify(&target), Ok(()));
        }
    }
}
