//! Telephone numbers: E.164 parsing and masking. Pure.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The caller's number in E.164 form (`+` and 7 to 15 digits). Its `Debug` and `Display` are masked, so that a number can
/// reach a log only through [`Respondent::expose`].
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Respondent(String);

/// The text is not an international telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an E.164 number: write it as + and 7 to 15 digits, for example +14155550123")]
pub struct NotANumber;

impl Respondent {
    /// Reads an international number. Blanks, `-.()/`, a leading `tel:` or `sip:` with its host and a `00` prefix are understood.
    ///
    /// # Errors
    /// [`NotANumber`] for anything that is not then `+` and 7 to 15 digits, the first not 0 (ITU-T E.164).
    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let text = text.trim();
        let text = text.strip_prefix("tel:").or_else(|| text.strip_prefix("sip:")).unwrap_or(text);
        let text = text.split(['@', ';']).next().unwrap_or_default();
        let kept: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}')).collect();
        let digits = kept.strip_prefix('+').or_else(|| kept.strip_prefix("00")).ok_or(NotANumber)?;
        let plausible = (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        if plausible { Ok(Self(format!("+{digits}"))) } else { Err(NotANumber) }
    }

    /// The whole number, for provider requests and store columns only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether a text tells the number: in whatever form, with or without the country's code.
    #[must_use]
    pub fn is_told_by(&self, text: &str) -> bool {
        let own = &self.0[1..];
        let end = &own[own.len().saturating_sub(8)..];
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.contains(end)
    }

    /// The number for people and logs: `+1415***0123`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.0)
    }
}

/// Masks any number-like text: the first five and the last four characters stay where at least three between them are hidden.
#[must_use]
pub fn mask(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let (head, tail) = match chars.len() {
        12.. => (5, 4),
        8..=11 => (3, 2),
        _ => (0, 2.min(chars.len() / 3)),
    };
    let start: String = chars.iter().take(head).collect();
    let end: String = chars.iter().skip(chars.len() - tail).collect();
    format!("{start}***{end}")
}

impl TryFrom<String> for Respondent {
    type Error = NotANumber;
    fn try_from(text: String) -> Result<Self, NotANumber> {
        Self::parse(&text)
    }
}

impl From<Respondent> for String {
    fn from(respondent: Respondent) -> Self {
        respondent.0
    }
}

impl fmt::Debug for Respondent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Display for Respondent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_the_forms_that_providers_write() {
        for text in ["+14155550123", "+1 (415) 555-0123", "tel:+14155550123", "sip:+14155550123@host;user=phone", "0014155550123"] {
            assert_eq!(Respondent::parse(text).map(|n| n.expose().to_owned()), Ok("+14155550123".to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "anonymous", "Restricted", "4155550123", "+0123456789", "+1415", "+1415555012345678", "+1415555O123", "2001"] {
            assert_eq!(Respondent::parse(text), Err(NotANumber), "{text}");
        }
    }

    #[test]
    fn a_number_never_shows_whole() {
        let number = Respondent::parse("+14155550123").expect("a number");
        assert_eq!(format!("{number} {number:?}"), "+1415***0123 +1415***0123");
        assert_eq!(mask("+8613800138000"), "+8613***8000");
        assert_eq!(mask("+4930901"), "+49***01");
        assert_eq!(mask("abc"), "***c");
    }
}
