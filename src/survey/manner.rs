//! When and how a survey asks, beside the usual.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::condition::Condition;
use super::model::{Channel, Choice, Kind, Question, Said, Texts};

/// When and how a question is asked, beside the usual.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Manner {
    /// It is passed where one of these does not hold.
    pub ask_when: Vec<Condition>,
    /// The order of the options differs from session to session.
    pub shuffle: Option<Shuffle>,
    /// The key that declines an optional question; never an answer.
    pub refuse: Option<String>,
    /// The answer chooses the language of the session (a choice whose values are language tags) and is no result.
    pub sets_language: bool,
    /// Texts of A/B arms that differ from the question's own.
    pub in_variant: BTreeMap<String, Said>,
    /// `*` does not repeat the question.
    pub no_repeat: bool,
    /// Whether a key interrupts the question; `None`: as [`Phone::barge_in`].
    pub barge_in: Option<bool>,
}

/// How the options of a choice are mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shuffle {
    /// So many options at the end stay where they are, such as "other".
    pub keep_last: usize,
}

/// One arm of an A/B test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its name in reports.
    pub name: String,
    /// Its share of the callers, against the sum of all weights.
    pub weight: u32,
}

/// How a survey is held on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Whether a key interrupts a question.
    pub barge_in: bool,
    /// Seconds to wait for the first key.
    pub timeout_seconds: u8,
    /// Seconds to wait for a further key, where an answer may have two.
    pub key_timeout_seconds: u8,
    /// Seconds after which the survey's leg ends politely.
    pub most_seconds: u16,
}

impl Default for Phone {
    fn default() -> Self {
        Self { barge_in: true, timeout_seconds: 6, key_timeout_seconds: 4, most_seconds: 300 }
    }
}

/// The arm for a respondent; the same for the same draw as long as the arms stay the same. `None` without arms.
#[must_use]
pub fn pick(variants: &[Variant], draw: u64) -> Option<&Variant> {
    let total: u64 = variants.iter().map(|variant| u64::from(variant.weight)).sum();
    let at = u64::try_from((u128::from(draw) * u128::from(total)) >> 64).ok()?;
    let mut passed = 0;
    variants.iter().find(|variant| {
        passed += u64::from(variant.weight);
        at < passed
    })
}

impl Question {
    /// The texts of a channel in an A/B arm: the arm's own, the question's where it has none.
    #[must_use]
    pub fn texts(&self, channel: Channel, variant: Option<&str>) -> Cow<'_, Texts> {
        let usual = self.said.on(channel);
        let own = variant.and_then(|variant| self.manner.in_variant.get(variant)).map(|said| said.on(channel));
        match own.filter(|own| !own.is_empty()) {
            None => Cow::Borrowed(usual),
            Some(own) => Cow::Owned(usual.iter().chain(own).map(|(locale, text)| (locale.clone(), text.clone())).collect()),
        }
    }

    /// The question as a session shows it: mixed options get the keys of the places where they stand.
    #[must_use]
    pub fn shown_in(&self, session_id: &str) -> Cow<'_, Self> {
        let (Some(shuffle), Kind::Choice { options }) = (self.manner.shuffle, &self.kind) else { return Cow::Borrowed(self) };
        let mut order: Vec<usize> = (0..options.len()).collect();
        let free = options.len().saturating_sub(shuffle.keep_last);
        mix(&mut order[..free], seed(&[session_id, &self.id]));
        let moved = |(place, from): (usize, usize)| Choice { key: options[place].key.clone(), ..options[from].clone() };
        let options = order.into_iter().enumerate().map(moved).collect();
        Cow::Owned(Self { kind: Kind::Choice { options }, ..self.clone() })
    }
}

/// FNV-1a over the parts. Source: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn seed(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Fisher and Yates, driven by SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
fn mix(items: &mut [usize], mut seed: u64) {
    let mut draw = || {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    for last in (1..items.len()).rev() {
        let other = usize::try_from((u128::from(draw()) * (last as u128 + 1)) >> 64).unwrap_or(0);
        items.swap(last, other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_of_three_options_is_about_as_frequent_as_every_other() {
        let mut counts = BTreeMap::new();
        for session in 0..6000 {
            let mut order = [0, 1, 2];
            mix(&mut order, seed(&[&format!("session {session}"), "part"]));
            *counts.entry(order).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (880..1120).contains(count)), "{counts:?}");
    }

    #[test]
    fn arms_are_drawn_by_their_weights() {
        let arm = |name: &str, weight| Variant { name: name.to_owned(), weight };
        let arms = [arm("a", 1), arm("off", 0), arm("b", 3)];
        let named = |draw| pick(&arms, draw).map(|arm| arm.name.as_str());
        assert_eq!([0, u64::MAX / 4 - 1, u64::MAX / 4 + 1, u64::MAX].map(named), [Some("a"), Some("a"), Some("b"), Some("b")]);
        assert_eq!(pick(&[], 5), None);
        assert_eq!(pick(&[arm("off", 0)], 5), None);
    }
}
