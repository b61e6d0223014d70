//! Languages of callers.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language as BCP 47 tag, for example `en` or `zh-CN`; written in the usual case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Locale(String);

impl Locale {
    /// Takes a tag such as `en`, `zh-CN`, `zh_cn`; `None` if it is not two or three letters, with an optional region or script.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let mut parts = tag.trim().split(['-', '_']);
        let language = parts.next().filter(|l| (2..=3).contains(&l.len()) && l.bytes().all(|b| b.is_ascii_alphabetic()))?;
        let mut written = language.to_ascii_lowercase();
        for part in parts {
            if !(2..=8).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return None;
            }
            written.push('-');
            match part.len() {
                2 => written.push_str(&part.to_ascii_uppercase()),
                4 => {
                    written.push_str(&part[..1].to_ascii_uppercase());
                    written.push_str(&part[1..].to_ascii_lowercase());
                }
                _ => written.push_str(&part.to_ascii_lowercase()),
            }
        }
        Some(Self(written))
    }

    /// The tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language without region, `zh` of `zh-CN`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The language for a caller: the one the call names if it is offered (exactly, else with the same language), else the
/// one spoken where the number is, else the survey's default.
#[must_use]
pub fn choose<'a>(
    offered: impl Iterator<Item = &'a Locale> + Clone,
    wanted: Option<&str>,
    number: Option<&str>,
    default: &Locale,
) -> Locale {
    let by_number = number.and_then(spoken_at);
    for tag in [wanted, by_number].into_iter().flatten() {
        let Some(locale) = Locale::parse(tag) else { continue };
        let near = || offered.clone().find(|o| o.language() == locale.language());
        if let Some(found) = offered.clone().find(|o| **o == locale).or_else(near) {
            return found.clone();
        }
    }
    default.clone()
}

/// The language of a country calling code, where one is spoken by nearly all.
fn spoken_at(number: &str) -> Option<&'static str> {
    const BY_CODE: [(&str, &str); 19] = [
        ("+86", "zh-CN"),
        ("+886", "zh-TW"),
        ("+852", "zh-TW"),
        ("+853", "zh-TW"),
        ("+81", "ja"),
        ("+91", "hi"),
        ("+49", "de"),
        ("+43", "de"),
        ("+33", "fr"),
        ("+34", "es"),
        ("+52", "es"),
        ("+54", "es"),
        ("+57", "es"),
        ("+55", "pt"),
        ("+351", "pt"),
        ("+966", "ar"),
        ("+971", "ar"),
        ("+20", "ar"),
        ("+44", "en"),
    ];
    BY_CODE.iter().find(|(code, _)| number.starts_with(code)).map(|(_, tag)| *tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_one_asked_for_then_the_country_then_the_default() {
        let offered = [Locale::parse("en"), Locale::parse("zh-CN")].map(|l| l.expect("a tag"));
        let pick = |wanted, number| choose(offered.iter(), wanted, number, &offered[0]).to_string();
        assert_eq!(pick(Some("zh_cn"), None), "zh-CN");
        assert_eq!(pick(Some("zh-TW"), None), "zh-CN");
        assert_eq!(pick(None, Some("+8613800138000")), "zh-CN");
        assert_eq!(pick(Some("sv"), Some("+4930901820")), "en");
        assert_eq!(pick(Some("en-GB"), Some("+8613800138000")), "en");
        assert_eq!(pick(Some("../x"), None), "en");
    }
}
