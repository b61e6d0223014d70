//! Digits of every script, and the characters that are a whole number by themselves.

/// The zero of each run of ten decimal digits (general category Nd, Unicode 15) that NFKC does not map to ASCII.
const ZEROS: [u32; 62] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090,
    0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50,
    0x11D50, 0x11DA0, 0x11F50, 0x16A60, 0x16AC0, 0x16B50, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950, 0x1FBF0,
];

/// The ASCII digit of a decimal digit in any script.
pub(super) fn decimal(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last()?;
    char::from_digit(code - zero, 10)
}

/// First character, last character and first value of each run of enclosed numbers.
const ENCLOSED: [(u32, u32, i64); 13] = [
    (0x2460, 0x2473, 1),
    (0x2474, 0x2487, 1),
    (0x2488, 0x249B, 1),
    (0x24EA, 0x24EA, 0),
    (0x24F5, 0x24FE, 1),
    (0x24FF, 0x24FF, 0),
    (0x2776, 0x277F, 1),
    (0x2780, 0x2789, 1),
    (0x278A, 0x2793, 1),
    (0x3220, 0x3229, 1),
    (0x3280, 0x3289, 1),
    (0x1F10B, 0x1F10C, 0),
    (0x1F51F, 0x1F51F, 10),
];

/// The number in a circle, in brackets or on a key: ④, ⑷, ❹, ㊃, 🔟.
pub(super) fn enclosed(c: char) -> Option<i64> {
    let code = u32::from(c);
    let (first, last, value) = ENCLOSED.iter().find(|(first, last, _)| (*first..=*last).contains(&code))?;
    let step = if first + 1 == *last && *value == 0 { 0 } else { code - first };
    Some(value + i64::from(step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_digits() {
        for (text, digit) in [("5", '5'), ("٥", '5'), ("۵", '5'), ("५", '5'), ("๕", '5'), ("၅", '5'), ("៥", '5'), ("০", '0'), ("߉", '9')]
        {
            assert_eq!(text.chars().next().and_then(decimal), Some(digit), "{text}");
        }
        for c in ['a', '五', '½', '/', ':', ' ', '²'] {
            assert_eq!(decimal(c), None, "{c}");
        }
        assert!(ZEROS.is_sorted());
    }

    #[test]
    fn enclosed_numbers_have_their_value() {
        for (c, value) in
            [('①', 1), ('⑩', 10), ('⑷', 4), ('❺', 5), ('➎', 5), ('㊃', 4), ('㈠', 1), ('🔟', 10), ('⓪', 0), ('⒌', 5), ('🄌', 0)]
        {
            assert_eq!(enclosed(c), Some(value), "{c}");
        }
        assert_eq!(enclosed('5'), None);
    }
}
