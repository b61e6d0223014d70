//! Words as they are written, or nearly.

use super::is_known;
use crate::survey::answer::token::Token;

/// Whether the tokens begin with these words.
pub(in crate::survey::answer) fn matches<W: AsRef<str>>(tokens: &[Token], words: &[W]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.text == word.as_ref())
}

/// As [`matches`], with one slip of the pen in a long word (two in a very long one); the first letter must stand.
pub(in crate::survey::answer) fn nearly_matches(tokens: &[Token], words: &[String]) -> bool {
    let meant = |(token, word): (&Token, &String)| token.text == *word || (!is_known(token) && near(&token.text, word));
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|pair| pair.0.is_word() && meant(pair))
}

fn near(written: &str, meant: &str) -> bool {
    if written == meant {
        return true;
    }
    // Nearly every pair of words ends here, before anything is copied.
    if written.chars().next() != meant.chars().next() || meant.len() < 5 || written.len().abs_diff(meant.len()) > 8 {
        return false;
    }
    let (a, written_length) = letters(written);
    let (b, length) = letters(meant);
    let slips = match length {
        0..5 => return false,
        5..9 => 1,
        _ => 2,
    };
    written_length.abs_diff(length) <= slips && is_within(&a[..written_length], &b[..length], slips)
}

/// No word of a label is longer, in letters; what is longer is no slip of it.
const LONGEST: usize = 32;

/// The first letters of a word, and how many there are.
fn letters(word: &str) -> ([char; LONGEST], usize) {
    let mut letters = ['\0'; LONGEST];
    let mut length = 0;
    for (place, letter) in letters.iter_mut().zip(word.chars()) {
        *place = letter;
        length += 1;
    }
    (letters, length)
}

/// Whether the edit distance, where swapping two neighbours counts one (optimal string alignment), is no more than that.
fn is_within(a: &[char], b: &[char], most: usize) -> bool {
    let mut before = [0; LONGEST + 1];
    let mut last = [0; LONGEST + 1];
    last.iter_mut().enumerate().for_each(|(at, distance)| *distance = at);
    for i in 1..=a.len() {
        let mut row = [i; LONGEST + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row[..=b.len()].iter().chain(&last[..=b.len()]).all(|distance| *distance > most) {
            return false;
        }
        before = last;
        last = row;
    }
    last[b.len()] <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_forgiven_in_long_words_only() {
        for (written, meant) in
            [("satisifed", "satisfied"), ("satified", "satisfied"), ("unhapy", "unhappy"), ("disatisfied", "dissatisfied")]
        {
            assert!(near(written, meant), "{written}");
        }
        for (written, meant) in
            [("unsatisfied", "satisfied"), ("natural", "neutral"), ("very", "vary"), ("sappy", "happy"), ("fine", "five")]
        {
            assert!(!near(written, meant), "{written}");
        }
    }
}
