use serde::{Deserialize, Serialize};

use crate::phone::Respondent;

/// One of the [`Partition::COUNT`] parts that respondents fall into, for good. Everything that belongs to a respondent lies in one
/// part, so that a shared store can change it with one step; an identity names its part, so that whoever holds it finds the part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub struct Partition(u8);

impl Partition {
    /// How many there are. Stored identities depend on it: it never changes.
    pub const COUNT: u8 = 128;

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self)
    }

    /// Where a respondent of a tenant belongs.
    #[must_use]
    pub fn of_respondent(tenant: &str, respondent: &Respondent) -> Self {
        Self::of_parts(&[tenant, respondent.expose()])
    }

    /// Where a call belongs whose respondent is not known, and where it is written to which part a call belongs.
    #[must_use]
    pub fn of_call(account: &str, call_id: &str) -> Self {
        Self::of_parts(&[account, call_id])
    }

    /// The part that an identity names: the low seven bits of its last byte, in hexadecimal digits; 0 for any other text.
    #[must_use]
    pub fn of_id(id: &str) -> Self {
        let last = id.len().checked_sub(2).and_then(|at| id.get(at..)).and_then(|last| u8::from_str_radix(last, 16).ok());
        Self(last.unwrap_or(0) % Self::COUNT)
    }

    /// The identity (a UUID) with this part named in it.
    #[must_use]
    pub fn name_in(self, mut id: String) -> String {
        if let Some(at) = id.len().checked_sub(2).filter(|at| id.is_char_boundary(*at)) {
            let high = id.get(at..).and_then(|last| u8::from_str_radix(last, 16).ok()).unwrap_or(0) & 0x80;
            id.truncate(at);
            id.push_str(&format!("{:02x}", high | self.0));
        }
        id
    }

    /// 0 to 127.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    fn of_parts(parts: &[&str]) -> Self {
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
        Self((crc16(bytes) % u16::from(Self::COUNT)) as u8)
    }
}

impl From<u8> for Partition {
    fn from(number: u8) -> Self {
        Self(number % Self::COUNT)
    }
}

impl From<Partition> for u8 {
    fn from(partition: Partition) -> Self {
        partition.0
    }
}

/// CRC-16/XMODEM, as Redis Cluster uses it for its slots.
fn crc16(bytes: impl Iterator<Item = u8>) -> u16 {
    bytes.fold(0, |sum, byte| {
        (0..8).fold(sum ^ (u16::from(byte) << 8), |sum, _| if sum & 0x8000 == 0 { sum << 1 } else { (sum << 1) ^ 0x1021 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_standard_one() {
        assert_eq!(crc16("123456789".bytes()), 0x31C3);
    }

    #[test]
    fn an_identity_names_its_part_and_stays_an_identity() {
        let id = "01936f00-0000-7000-8000-0000000000ff";
        for partition in Partition::all() {
            let named = partition.name_in(id.to_owned());
            assert_eq!(Partition::of_id(&named), partition);
            assert!(uuid::Uuid::parse_str(&named).is_ok(), "{named}");
            assert_eq!(named[..34], id[..34]);
        }
        assert_eq!(["", "x", "ü", "S1"].map(Partition::of_id), [Partition::default(); 4]);
    }

    #[test]
    fn respondents_spread_over_all_parts_and_tenants_apart() {
        let number = |n: u32| Respondent::parse(&format!("+1415555{n:04}")).expect("a number");
        let mut counts = [0_u32; Partition::COUNT as usize];
        (0..1280).for_each(|n| counts[usize::from(Partition::of_respondent("default", &number(n)).number())] += 1);
        assert!(counts.iter().all(|count| (2..=25).contains(count)), "{counts:?}");
        assert_ne!(Partition::of_respondent("a", &number(1)), Partition::of_respondent("b", &number(1)));
    }
}
