//! A configured connection to a provider, and the proof that a webhook is its own.

use std::net::IpAddr;
use std::sync::Arc;

use super::provider::{AccountName, Content, Hook, Inbound, Malformed, Provider, RawRequest, Refusal};
use crate::call::{Moment, Tags};

/// A configured connection to a provider.
#[derive(Clone)]
pub struct Account {
    /// Its name and tenant.
    pub name: AccountName,
    /// Its dialect.
    pub provider: Arc<dyn Provider>,
    /// How its webhooks prove themselves.
    pub signature: SignatureRule,
    /// Our numbers; the first is the default sender.
    pub lines: Vec<String>,
    /// Names taken from a webhook's query; empty takes every known one.
    pub query: Vec<String>,
    /// Pace of sends.
    pub rate: Option<Rate>,
    /// Send again although the first attempt may have arrived (promise P8).
    pub resend_on_unknown: bool,
    /// Texts about its calls leave by another account.
    pub text_through: Option<Through>,
    /// Its callers are rung back by another account.
    pub call_through: Option<Through>,
    /// What the provider takes for one part of a text, in the currency of all accounts.
    pub price_per_part: Option<f64>,
}

/// Another account of the same tenant, which does what this one cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through {
    /// Its name.
    pub account: String,
    /// Its numbers; the first is the default sender.
    pub lines: Vec<String>,
}

/// How an account's webhooks prove themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignatureRule {
    /// By the provider's own signature.
    Provider,
    /// By the address they come from alone (`signature = "none"` with `allow_from`).
    Addresses(Vec<AddressRange>),
}

/// Addresses with a common beginning, written `10.0.0.0/8` or as one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddressRange {
    address: IpAddr,
    bits: u8,
}

/// The pace of an account's sends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Messages a second on the long run, above 0.
    pub per_second: f64,
    /// Messages at once after a pause, at least 1.
    pub burst: u32,
}

/// A webhook whose signature was verified. Nothing else gives access to a webhook's content.
#[derive(Debug)]
pub struct Verified {
    content: Content,
    /// What the operator's flow added in the query.
    pub tags: Tags,
}

impl Account {
    /// Verifies a webhook (promise P7).
    ///
    /// # Errors
    /// [`Refusal`] if it is not the provider's.
    pub fn verify(&self, request: &RawRequest<'_>) -> Result<Verified, Refusal> {
        let content = match &self.signature {
            SignatureRule::Provider => self.provider.verify(request)?,
            SignatureRule::Addresses(ranges) if ranges.iter().any(|range| range.holds(request.peer)) => {
                self.provider.read_unsigned(request).map_err(|_| Refusal::Unreadable)?
            }
            SignatureRule::Addresses(_) => return Err(Refusal::Address),
        };
        let query = content.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let tags = Tags::from_pairs(query, &self.query);
        Ok(Verified { content, tags })
    }

    /// What a verified webhook says; a call carries the tags of its query.
    ///
    /// # Errors
    /// [`Malformed`] names what is missing or wrong.
    pub fn parse(&self, hook: Hook, verified: &Verified, now: Moment) -> Result<Inbound, Malformed> {
        let mut inbound = self.provider.parse(hook, &verified.content, &self.name, now)?;
        if let Inbound::Call(report) = &mut inbound {
            verified.tags.apply(&mut report.call);
        }
        Ok(inbound)
    }

    /// The number that messages about a call leave from: the line that was called if it is ours, else the first of ours.
    #[must_use]
    pub fn sender(&self, called: Option<&str>) -> Option<String> {
        match &self.text_through {
            Some(other) => other.sender(called),
            None => one_of(&self.lines, called, self.lines.is_empty()),
        }
    }

    /// The same for a respondent who has questions of other calls open on the `taken` lines: where [`Self::sender`] is one of them, the
    /// first of ours that is not, so that each reply tells by its line which question it answers. Where all are taken the sender stays.
    #[must_use]
    pub fn free_sender(&self, called: Option<&str>, taken: &[&str]) -> Option<String> {
        let is_free = |line: &str| !taken.contains(&line);
        let sender = self.sender(called);
        let lines = self.text_through.as_ref().map_or(&self.lines, |other| &other.lines);
        let other = || lines.iter().find(|line| is_free(line)).cloned();
        if sender.as_deref().is_none_or(is_free) { sender } else { other().or(sender) }
    }

    /// The account that rings its callers back, and the number that such a call shows.
    #[must_use]
    pub fn rings_by(&self, called: Option<&str>) -> (&str, Option<String>) {
        match &self.call_through {
            Some(other) => (&other.account, other.sender(called)),
            None => (&self.name.name, one_of(&self.lines, called, self.lines.is_empty())),
        }
    }
}

impl Through {
    fn sender(&self, called: Option<&str>) -> Option<String> {
        one_of(&self.lines, called, false)
    }
}

/// The line that was called if it is one of these (or `any` is), else the first.
fn one_of(lines: &[String], called: Option<&str>, any: bool) -> Option<String> {
    let own = called.filter(|line| any || lines.iter().any(|own| own == line));
    own.or(lines.first().map(String::as_str)).map(str::to_owned)
}

impl AddressRange {
    /// Reads `10.0.0.0/8`, `::1` and the like; `None` if it is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(most), |bits| bits.parse().ok().filter(|bits| *bits <= most))?;
        Some(Self { address, bits })
    }

    /// Whether the address is one of them; an IPv4 address in IPv6 clothes counts as IPv4.
    #[must_use]
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                same_start(u128::from(own.to_bits()) << 96, u128::from(other.to_bits()) << 96, self.bits)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => same_start(own.to_bits(), other.to_bits(), self.bits),
            _ => false,
        }
    }
}

fn same_start(one: u128, other: u128, bits: u8) -> bool {
    bits == 0 || (one ^ other) >> (128 - u32::from(bits)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_ranges_hold_what_they_say() {
        let holds = |range: &str, address: &str| AddressRange::parse(range).expect("a range").holds(address.parse().expect("an address"));
        assert!(holds("127.0.0.1", "127.0.0.1") && holds("10.0.0.0/8", "10.9.8.7") && holds("::1", "::1") && holds("0.0.0.0/0", "8.8.8.8"));
        assert!(holds("127.0.0.1", "::ffff:127.0.0.1") && holds("2001:db8::/32", "2001:db8:1::5"));
        assert!(!holds("127.0.0.1", "127.0.0.2") && !holds("10.0.0.0/8", "11.0.0.1") && !holds("::1", "127.0.0.1"));
        assert_eq!(["10.0.0.0/33", "x", "::1/129", ""].map(AddressRange::parse), [None; 4]);
    }
}
