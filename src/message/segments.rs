//! How many parts a text needs: GSM 03.38 (3GPP TS 23.038) septets, else UCS-2.

use serde::{Deserialize, Serialize};

/// The coding of a text message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// The GSM 7-bit alphabet with its extension table.
    #[serde(rename = "gsm")]
    Gsm7,
    /// UTF-16 code units.
    #[serde(rename = "ucs2")]
    Ucs2,
}

impl Encoding {
    /// The name in JSON and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gsm7 => "gsm",
            Self::Ucs2 => "ucs2",
        }
    }

    /// Units that fit one message, and units of each part of a longer one.
    fn room(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Gsm7 if EXTENSION.contains(c) => 2,
            Self::Gsm7 => 1,
            Self::Ucs2 => c.len_utf16(),
        }
    }
}

/// What sending a text takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segments {
    /// The coding that the text needs.
    pub encoding: Encoding,
    /// Septets (extension characters count two) or UTF-16 code units.
    pub units: usize,
    /// Messages that are billed; an empty text is one.
    pub parts: usize,
}

const BASIC: &str =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// The coding, units and parts of a text. No escape pair and no surrogate pair is cut, so a part may be one unit short.
#[must_use]
pub fn segments(text: &str) -> Segments {
    let encoding = if first_not_gsm(text).is_none() { Encoding::Gsm7 } else { Encoding::Ucs2 };
    let units = text.chars().map(|c| encoding.width(c)).sum();
    let (alone, part) = encoding.room();
    let parts = if units <= alone { 1 } else { parts_of(text, encoding, part) };
    Segments { encoding, units, parts }
}

fn parts_of(text: &str, encoding: Encoding, room: usize) -> usize {
    let (mut parts, mut filled) = (1, 0);
    for c in text.chars() {
        let width = encoding.width(c);
        if filled + width > room {
            parts += 1;
            filled = 0;
        }
        filled += width;
    }
    parts
}

/// The first character that makes the whole text UCS-2.
#[must_use]
pub fn first_not_gsm(text: &str) -> Option<char> {
    text.chars().find(|c| !(BASIC.contains(*c) || EXTENSION.contains(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_as_the_tables_say() {
        use Encoding::{Gsm7, Ucs2};
        let a = |n: usize| "a".repeat(n);
        let cases = [
            (a(160), Gsm7, 160, 1),
            (a(161), Gsm7, 161, 2),
            (a(306), Gsm7, 306, 2),
            (a(307), Gsm7, 307, 3),
            ("€".repeat(80), Gsm7, 160, 1),
            ("€".repeat(81), Gsm7, 162, 2),
            (a(152) + "€" + &a(152), Gsm7, 306, 3),
            ("It’s ok".to_owned(), Ucs2, 7, 1),
            ("评".repeat(70), Ucs2, 70, 1),
            ("评".repeat(71), Ucs2, 71, 2),
            ("评".repeat(134), Ucs2, 134, 2),
            ("评".repeat(135), Ucs2, 135, 3),
            ("😀".repeat(35), Ucs2, 70, 1),
            ("😀".repeat(36), Ucs2, 72, 2),
            ("😀".repeat(67), Ucs2, 134, 3),
            ("ç".to_owned(), Ucs2, 1, 1),
            (String::new(), Gsm7, 0, 1),
        ];
        for (text, encoding, units, parts) in cases {
            assert_eq!(segments(&text), Segments { encoding, units, parts }, "{text}");
        }
    }

    #[test]
    fn the_alphabet_is_complete_and_its_neighbours_are_not_in_it() {
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENSION.chars().count(), 10);
        for c in ['ç', '`', '\t', '’', '“', '”', '–', '…', 'ê', 'á', 'í', 'ó', 'ú', '\u{1b}', '\u{a0}'] {
            assert_eq!(first_not_gsm(&format!("ok {c}")), Some(c));
        }
    }

    #[test]
    fn the_encoding_is_written_as_the_report_names_it() {
        for encoding in [Encoding::Gsm7, Encoding::Ucs2] {
            assert_eq!(serde_json::to_value(encoding).expect("a name"), encoding.name());
        }
    }
}
