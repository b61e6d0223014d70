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
        let same = |tag: &str| offered.clone().find(|o| o.tag() == tag);
        let script = || written_as(&locale).and_then(same);
        let near = || offered.clone().find(|o| o.language() == locale.language());
        if let Some(found) = same(locale.tag()).or_else(script).or_else(near) {
            return found.clone();
        }
    }
    default.clone()
}

/// The tag under which a Chinese script is offered: Hong Kong and Macao write as Taiwan does, Singapore as the mainland.
fn written_as(locale: &Locale) -> Option<&'static str> {
    match locale.tag() {
        "zh-HK" | "zh-MO" | "zh-Hant" | "zh-Hant-HK" | "zh-Hant-TW" | "zh-Hant-MO" => Some("zh-TW"),
        "zh" | "zh-SG" | "zh-Hans" | "zh-Hans-CN" | "zh-Hans-SG" => Some("zh-CN"),
        _ => None,
    }
}

/// The language of a number, by the longest beginning that is known.
fn spoken_at(number: &str) -> Option<&'static str> {
    let digits = number.strip_prefix('+')?;
    let spoken = CALLING_CODES
        .iter()
        .flat_map(|(tag, codes)| codes.iter().filter(|code| digits.starts_with(**code)).map(move |code| (code.len(), *tag)));
    spoken.max_by_key(|(length, _)| *length).map(|(_, tag)| tag)
}

/// Calling codes by the language of nearly all who live there, or of business and offices. Source: ITU-T E.164 (list of assigned country
/// codes); area codes of the North American Numbering Plan as NANPA lists them. Where several languages stand side by side (Belgium,
/// Switzerland, Luxembourg …) or none of these is spoken, nothing is guessed.
#[rustfmt::skip]
const CALLING_CODES: [(&str, &[&str]); 10] = [
    // North America and the Caribbean, Britain, Ireland, Gibraltar, Malta; Australia, New Zealand and the Pacific; Singapore, the Philippines; Africa; Guyana, Belize.
    ("en", &["1", "44", "353", "350", "356", "61", "64", "675", "677", "678", "679", "676", "682", "683", "685", "686", "688", "691", "692", "680", "65", "63",
        "27", "220", "231", "232", "233", "234", "254", "256", "260", "263", "264", "265", "266", "267", "268", "290", "500", "501", "592"]),
    ("zh-CN", &["86"]),
    // Taiwan, Hong Kong, Macao: traditional characters.
    ("zh-TW", &["886", "852", "853"]),
    // Spain, Latin America, Equatorial Guinea; Puerto Rico and the Dominican Republic within +1.
    ("es", &["34", "51", "52", "53", "54", "56", "57", "58", "240", "502", "503", "504", "505", "506", "507", "591", "593", "595", "598",
        "1787", "1939", "1809", "1829", "1849"]),
    // France with its overseas parts, Monaco, Haiti, West and Central Africa; Quebec within +1.
    ("fr", &["33", "262", "377", "508", "509", "590", "594", "596", "681", "687", "689", "221", "223", "224", "225", "226", "227", "228", "229", "235", "236",
        "237", "241", "242", "243", "253", "257", "261", "269",
        "1263", "1354", "1367", "1418", "1438", "1450", "1468", "1514", "1579", "1581", "1819", "1873"]),
    // Germany, Austria, Liechtenstein.
    ("de", &["49", "43", "423"]),
    ("pt", &["351", "55", "238", "239", "244", "245", "258", "670"]),
    ("ar", &["20", "212", "213", "216", "218", "222", "249", "961", "962", "963", "964", "965", "966", "967", "968", "970", "971", "973", "974"]),
    ("hi", &["91"]),
    ("ja", &["81"]),
];

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

    #[test]
    fn numbers_of_every_continent_have_the_language_that_is_spoken_there() {
        let cases = [
            ("+14155550123", Some("en")),
            ("+17875550123", Some("es")),
            ("+18095550123", Some("es")),
            ("+15145550123", Some("fr")),
            ("+18765550123", Some("en")),
            ("+447700900123", Some("en")),
            ("+8613800138000", Some("zh-CN")),
            ("+886912345678", Some("zh-TW")),
            ("+85251234567", Some("zh-TW")),
            ("+34600000000", Some("es")),
            ("+5215512345678", Some("es")),
            ("+59891234567", Some("es")),
            ("+33600000000", Some("fr")),
            ("+2250700000000", Some("fr")),
            ("+4915112345678", Some("de")),
            ("+436641234567", Some("de")),
            ("+5511912345678", Some("pt")),
            ("+244923123456", Some("pt")),
            ("+966501234567", Some("ar")),
            ("+201001234567", Some("ar")),
            ("+919876543210", Some("hi")),
            ("+819012345678", Some("ja")),
            ("+32470123456", None),
            ("+41791234567", None),
            ("+79161234567", None),
            ("anonymous", None),
            ("", None),
        ];
        for (number, tag) in cases {
            assert_eq!(spoken_at(number), tag, "{number}");
        }
        let codes: Vec<&str> = CALLING_CODES.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
        for code in &codes {
            let shadowing: Vec<_> = codes.iter().filter(|other| code.starts_with(**other)).collect();
            assert!(shadowing.len() == 1 || (code.starts_with('1') && shadowing.len() == 2), "{code} is also under {shadowing:?}");
        }
    }

    #[test]
    fn chinese_is_offered_in_the_script_of_the_caller() {
        let offered = ["zh-CN", "zh-TW"].map(|tag| Locale::parse(tag).expect("a tag"));
        let pick = |wanted| choose(offered.iter(), Some(wanted), None, &offered[0]).to_string();
        assert_eq!(["zh-HK", "zh-Hant", "zh-MO", "zh-SG", "zh", "zh-tw"].map(pick), ["zh-TW", "zh-TW", "zh-TW", "zh-CN", "zh-CN", "zh-TW"]);
    }
}
