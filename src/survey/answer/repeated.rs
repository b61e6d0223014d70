//! Letters and words that are repeated for emphasis: "fiiive", "noooo", "非常非常满意".

use super::token::Token;

/// So many same letters in a row are emphasis in every language.
const DRAWN_OUT: usize = 3;

/// A digit that is typed more often than this is no answer but a key that was held down.
const MOST_TYPED: usize = 6;

/// Each word as it is known, where it is drawn out: "muuuy" is "muy" and "goooood" "good".
pub(super) fn shorten(tokens: &mut [Token], is_known: impl Fn(&str) -> bool) {
    for token in tokens.iter_mut().filter(|token| token.is_word() && !token.unspaced_script && is_drawn_out(&token.text)) {
        if !is_known(&token.text) {
            let double = squeezed(&token.text, 2);
            token.text = if is_known(&double) { double } else { squeezed(&token.text, 1) };
        }
    }
}

fn is_drawn_out(word: &str) -> bool {
    let (mut last, mut row) = (None, 0);
    word.chars().any(|letter| {
        row = if last == Some(letter) { row + 1 } else { 1 };
        last = Some(letter);
        row >= DRAWN_OUT
    })
}

/// Runs of [`DRAWN_OUT`] letters or more cut to so many.
fn squeezed(word: &str, most: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let runs = letters.chunk_by(|a, b| a == b);
    runs.flat_map(|run| if run.len() < DRAWN_OUT { run } else { &run[..most] }).collect()
}

/// A word, or a pair of characters, that a table knows and that is said again and again is said once; unless a table knows it doubled
/// ("no no"). What no table knows may be a word of its own ("イライラ", "kif-kif").
pub(super) fn say_once(tokens: &mut Vec<Token>, is_known: impl Fn(&[Token]) -> bool) {
    let mut at = 0;
    while at < tokens.len() {
        let length = usize::from(tokens[at].unspaced_script) + 1;
        let (once, twice) = (at + length, at + 2 * length);
        if is_repeated(&tokens[at..], length) && is_known(&tokens[at..once]) && !is_known(&tokens[at..twice]) {
            let end = tokens[twice - 1].end;
            tokens.drain(once..twice);
            tokens[once - 1].end = end;
        } else {
            at += 1;
        }
    }
}

/// A reply of several words that is said twice is said once: "very satisfied very satisfied".
pub(super) fn say_half(tokens: &mut Vec<Token>) {
    let half = tokens.len() / 2;
    let (first, second) = tokens.split_at(half);
    let same = first.len() == second.len() && first.iter().zip(second).all(|(a, b)| a.is_word() && b.is_word() && a.text == b.text);
    if half > 1 && same {
        tokens.truncate(half);
    }
}

/// One digit that is typed three times or more, each apart, and no other number: "1 1 1 1".
pub(super) fn count_once(tokens: &mut Vec<Token>) {
    let Some(first) = tokens.iter().position(Token::is_figure) else { return };
    let run = tokens[first..].iter().take_while(|token| token.is_figure() && token.text == tokens[first].text).count();
    let apart = tokens[first + 1..first + run].iter().all(|token| token.spaced);
    let other = tokens[first + run..].iter().any(Token::is_figure);
    let typed = run > DRAWN_OUT || (run == DRAWN_OUT && tokens[first + run..].iter().any(Token::is_word));
    if typed && run <= MOST_TYPED && apart && !other {
        let end = tokens[first + run - 1].end;
        tokens.drain(first + 1..first + run);
        tokens[first].end = end;
    }
}

/// Whether the first so many tokens are words and stand there once more.
fn is_repeated(tokens: &[Token], length: usize) -> bool {
    let Some(twice) = tokens.get(..2 * length) else { return false };
    let (first, second) = twice.split_at(length);
    let same = first.iter().zip(second).all(|(a, b)| a.is_word() && b.is_word() && a.text == b.text);
    let one_script = twice.iter().all(|token| token.unspaced_script == (length > 1));
    let one_letter = length > 1 && first[0].text == first[1].text;
    same && one_script && !one_letter
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn letters_in_a_row_are_cut_to_the_word_that_is_known() {
        for (written, read) in
            [("fiiive", "five"), ("goooood", "good"), ("siiii", "si"), ("noooo", "no"), ("hello", "hello"), ("جدااااا", "جدا")]
        {
            let mut found = tokens(written, Some);
            shorten(&mut found, |word| ["five", "good"].contains(&word));
            assert_eq!(found[0].text, read);
        }
    }

    #[test]
    fn a_digit_typed_again_and_again_is_one_where_it_is_meant_so() {
        for (written, read) in [
            ("1 1 1 1 bad", "1 bad"),
            ("5 5 5 5", "5"),
            ("5 5 5", "5 5 5"),
            ("3 3 3 bad", "3 bad"),
            ("3 3 3 4", "3 3 3 4"),
            ("5 5 5 5 5 5 5", "5 5 5 5 5 5 5"),
            ("1, 1, 1", "1 1 1"),
        ] {
            let mut found = tokens(written, Some);
            count_once(&mut found);
            let words: Vec<&str> = found.iter().map(|token| token.text.as_str()).filter(|text| !text.is_empty()).collect();
            assert_eq!(words.join(" "), read, "{written}");
        }
    }

    #[test]
    fn a_word_said_again_is_said_once_unless_the_pair_is_known() {
        for (written, read) in [
            ("very very very happy", "very happy"),
            ("no no", "no no"),
            ("非常非常非常满意", "非常满意"),
            ("满意满意", "满意"),
            ("kif-kif", "kifkif"),
            ("イライラして", "イライラして"),
            ("馴れ馴れしい", "馴れ馴れしい"),
        ] {
            let mut found = tokens(written, Some);
            say_once(&mut found, |words| {
                let said: String = words.iter().map(|token| token.text.as_str()).collect();
                ["very", "no", "nono", "非常", "满意"].contains(&said.as_str())
            });
            let words: Vec<&str> = found.iter().map(|token| token.text.as_str()).collect();
            assert_eq!(words.concat(), read.replace(' ', ""), "{written}");
        }
    }
}
