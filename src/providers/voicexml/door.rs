//! Who may come in.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::{digest, hmac};

use super::super::form;
use crate::ports::provider::{Content, Refusal};

/// The secret, in the address that the operator writes.
const KEY: &str = "key";
/// The proof, in the addresses of our pages. It is the last thing that we write into them.
const PROOF: &str = "mac";

/// The secrets of an account. Without one nothing opens it.
pub struct Door(Vec<hmac::Key>);

impl Door {
    /// With these secrets; the first one writes proofs.
    pub fn new(secrets: &[String]) -> Self {
        let key = |secret: &String| hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        Self(secrets.iter().filter(|secret| !secret.is_empty()).map(key).collect())
    }

    /// Whether the target of a request carries a secret, or the proof that we wrote it. Constant time for what it compares.
    pub fn check(&self, target: &str) -> Result<(), Refusal> {
        let pairs = form::decode(form::raw_query(target).as_bytes());
        let named = |name: &str| pairs.iter().filter(|pair| *pair.0 == *name.as_bytes()).map(|pair| &*pair.1).collect::<Vec<_>>();
        if self.0.is_empty() {
            return Err(Refusal::Missing);
        }
        let fits = match (named(KEY).as_slice(), named(PROOF).as_slice()) {
            ([], []) => return Err(Refusal::Missing),
            ([key], []) => self.0.iter().any(|own| is_secret_of(own, key)),
            ([], [proof]) => self.is_proof(target, proof),
            _ => false,
        };
        if fits { Ok(()) } else { Err(Refusal::Wrong) }
    }

    /// The address with a proof that it is ours; unchanged where there is no secret.
    pub fn prove(&self, address: &str) -> String {
        let Some(own) = self.0.first() else { return address.to_owned() };
        let proof = URL_SAFE_NO_PAD.encode(hmac::sign(own, covered(address).as_bytes()));
        let join = if address.contains('?') { '&' } else { '?' };
        format!("{address}{join}{PROOF}={proof}")
    }

    fn is_proof(&self, target: &str, given: &[u8]) -> bool {
        let Ok(proof) = URL_SAFE_NO_PAD.decode(given) else { return false };
        self.0.iter().any(|own| hmac::verify(own, covered(target).as_bytes(), &proof).is_ok())
    }
}

/// Compares without telling by its time how much fits: of both sides only what a keyed hash makes of them.
fn is_secret_of(own: &hmac::Key, given: &[u8]) -> bool {
    let given = hmac::Key::new(hmac::HMAC_SHA256, given);
    hmac::verify(own, KEY.as_bytes(), hmac::sign(&given, KEY.as_bytes()).as_ref()).is_ok()
}

/// What a proof covers: everything before it, from our own part of the path on. What stands before that is a proxy's.
fn covered(address: &str) -> &str {
    let from = address.find("/hooks/").unwrap_or(0);
    let own = &address[from..];
    let proof = [format!("&{PROOF}="), format!("?{PROOF}=")];
    let end = proof.iter().filter_map(|mark| own.find(mark.as_str())).min().unwrap_or(own.len());
    &own[..end]
}

/// The same address for a call with that id, without what opened it.
pub fn address_for(address: &str, call_id: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let kept = form_urlencoded::parse(form::raw_query(address).as_bytes()).filter(|(name, _)| name != KEY && name != PROOF);
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).append_pair("call_id", call_id).finish();
    format!("{path}?{query}")
}

/// What the webhook says beside its proof.
pub fn without_proof(mut content: Content) -> Content {
    for pairs in [&mut content.pairs, &mut content.query] {
        pairs.retain(|(name, _)| name != KEY && name != PROOF);
    }
    content
}

/// A name that only the address leads to.
pub fn name_of(address: &str) -> String {
    let hash = digest::digest(&digest::SHA256, address.as_bytes());
    hash.as_ref().iter().take(16).fold(String::with_capacity(32), |mut name, byte| {
        let _written = write!(name, "{byte:02x}");
        name
    })
}
