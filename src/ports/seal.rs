//! What stands for a number that is kept no longer.

use std::fmt;

use ring::hmac;
use serde::{Deserialize, Serialize};

use crate::phone::Respondent;

/// What stands for a number that has been erased: the first 128 bits of an HMAC-SHA256 of tenant and number, as 32 hexadecimal digits. Whoever
/// has the number and the installation's secret finds it again; from the seal alone nobody finds the number, not even by trying all there are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seal(String);

impl Seal {
    /// As it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// One that was stored.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }
}

/// Makes seals. The default is one that everybody can make, for stores that belong to no installation.
#[derive(Clone)]
pub struct Sealer(hmac::Key);

impl Sealer {
    /// With the installation's secret: every gateway of it makes the same seals.
    #[must_use]
    pub fn of(secret: &hmac::Key) -> Self {
        Self(secret.clone())
    }

    /// The seal of a tenant's respondent.
    #[must_use]
    pub fn seal(&self, tenant: &str, respondent: &Respondent) -> Seal {
        let mut context = hmac::Context::with_key(&self.0);
        for part in ["aftercall respondent", tenant, respondent.expose()] {
            context.update(part.as_bytes());
            context.update(&[0]);
        }
        Seal(context.sign().as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }
}

impl Default for Sealer {
    fn default() -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, &[0; 32]))
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_the_same_for_tenant_number_and_secret_and_no_others() {
        let number = |text| Respondent::parse(text).expect("a number");
        let sealer = Sealer::default();
        let seal = sealer.seal("default", &number("+14155550123"));
        assert_eq!((seal.as_str().len(), &seal), (32, &sealer.seal("default", &number("+1 415 555 0123"))));
        let other = Sealer::of(&hmac::Key::new(hmac::HMAC_SHA256, &[1; 32]));
        for another in [
            sealer.seal("default", &number("+14155550124")),
            sealer.seal("acme", &number("+14155550123")),
            other.seal("default", &number("+14155550123")),
        ] {
            assert_ne!(seal, another);
        }
    }
}
