//! Characters that are written one way or another and mean the same.

use super::zh;

/// The form under which a character is looked up; `None` for marks that most people leave out.
pub(super) fn folded(c: char) -> Option<char> {
    match c {
        '\0'..='\u{5ff}' => Some(c),
        '\u{600}'..='\u{6ff}' => arabic(c),
        '\u{900}'..='\u{97f}' => devanagari(c),
        _ => Some(zh::simplified(c)),
    }
}

/// Vowel signs and the stretching line are dropped; hamza, dots of a last letter and the letters of Persian and Urdu keyboards are folded.
fn arabic(c: char) -> Option<char> {
    match c {
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ة' | 'ۃ' | 'ہ' => Some('ه'),
        'ى' | 'ی' | 'ئ' => Some('ي'),
        'ؤ' => Some('و'),
        'ک' => Some('ك'),
        '،' => Some(','),
        '؛' => Some(';'),
        '؟' => Some('?'),
        '٪' => Some('%'),
        '۔' => Some('.'),
        _ => Some(c),
    }
}

/// The dot below is dropped; the moon dot and the vowel of loan words ("ऑर्डर") are folded.
fn devanagari(c: char) -> Option<char> {
    match c {
        '\u{93c}' => None,
        'ँ' => Some('ं'),
        'ॉ' => Some('ा'),
        'ऑ' => Some('आ'),
        'ऩ' => Some('न'),
        'ऱ' => Some('र'),
        '।' | '॥' => Some('.'),
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_a_letter_are_one_and_marks_that_people_leave_out_are_none() {
        for (written, read) in [
            ("خَمْسـة؟", "خمسه?"),
            ("أقيّم إلى آخر", "اقيم الي اخر"),
            ("ہی ک", "هي ك"),
            ("हाँ।", "हां."),
            ("ज\u{93c}रूर कॉल ऑर्डर", "जरूर काल आर्डर"),
            ("滿意", "满意"),
        ] {
            assert_eq!(written.chars().filter_map(folded).collect::<String>(), read, "{written}");
        }
    }
}
