use std::borrow::Cow;

/// Fewest digits of a number, E.164 without the plus sign.
const FEWEST: usize = 7;
/// Most digits of a number (ITU-T E.164).
const MOST: usize = 15;

/// Masks everything that looks like a telephone number: `+` or `%2B`, then at least seven digits, which may be grouped by
/// single blanks, hyphens, dots or brackets. The first four and the last four digits stay (fewer of a short one).
pub(super) fn redact(line: &str) -> Cow<'_, str> {
    let mut written = String::new();
    let mut done = 0;
    let mut at = 0;
    while let Some(plus) = next_plus(line, at) {
        let number = Digits::read(&line[plus..]);
        at = plus + number.length;
        if number.digits.len() >= FEWEST {
            written.push_str(&line[done..plus]);
            number.mask(&mut written);
            done = at;
        }
    }
    if done == 0 {
        return Cow::Borrowed(line);
    }
    written.push_str(&line[done..]);
    Cow::Owned(written)
}

/// Where the text after the next plus sign begins.
fn next_plus(line: &str, from: usize) -> Option<usize> {
    let rest = &line.as_bytes()[from..];
    rest.iter().enumerate().find_map(|(place, byte)| match byte {
        b'+' => Some(from + place + 1),
        b'%' if rest[place + 1..].starts_with(b"2B") || rest[place + 1..].starts_with(b"2b") => Some(from + place + 3),
        _ => None,
    })
}

struct Digits {
    digits: String,
    length: usize,
}

impl Digits {
    fn read(text: &str) -> Self {
        let (mut digits, mut length, mut apart) = (String::new(), 0, 0);
        for (place, c) in text.char_indices() {
            match c {
                '0'..='9' if digits.len() <= MOST => {
                    digits.push(c);
                    length = place + 1;
                    apart = 0;
                }
                ' ' | '-' | '.' | '(' | ')' if apart < 2 => apart += 1,
                _ => break,
            }
        }
        Self { digits, length }
    }

    fn mask(&self, into: &mut String) {
        let (head, tail) = if self.digits.len() > 10 { (4, 4) } else { (2, 2) };
        into.push_str(&self.digits[..head]);
        into.push_str("***");
        into.push_str(&self.digits[self.digits.len() - tail..]);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_masked_in_every_dress() {
        let table = [
            ("from +14155550123 to %2B14155550199.", "from +1415***0123 to %2B1415***0199."),
            ("+1 (415) 555-0123", "+1415***0123"),
            (r#"{"to":"+8613800138000"}"#, r#"{"to":"+8613***8000"}"#),
            ("+4930901", "+49***01"),
            ("++14155550123+14155550199", "++1415***0123+1415***0199"),
        ];
        for (line, masked) in table {
            assert_eq!(redact(line), masked);
        }
    }

    #[test]
    fn what_is_no_number_stays() {
        for line in ["1+1 = 2", "2026-11-23T10:00:00.000+08:00", "50%2", "%2B", "+", "call CA14155550123", "漢+字", "+1***0123"] {
            assert_eq!(redact(line), line);
        }
    }

    proptest! {
        #[test]
        fn no_number_survives_whatever_stands_around_it(before in "\\PC{0,20}", after in "[^0-9]\\PC{0,20}", number in "[1-9][0-9]{7,14}") {
            let line = format!("{before}+{number}{after}");
            prop_assert!(!redact(&line).contains(&number));
        }
    }
}
