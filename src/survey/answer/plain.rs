//! Accents are often left out on a phone: words are read without them.

/// Words that an accent tells from another short word of the same language: "sí" (yes) from "si" (if), "é" (is) from "e" (and),
/// "à" (to) from "a" (has).
const TOLD_APART: [&str; 3] = ["sí", "é", "à"];

const ACCENTED: &str = "àáâãèéêìíîòóôõùúûçñýëï";
const PLAIN: &str = "aaaaeeeiiioooouuucnyei";

/// The word without accents. Umlauts stay, and so does every script but the Latin one.
pub(super) fn plain(word: &mut String) {
    if !word.is_ascii() && !TOLD_APART.contains(&word.as_str()) {
        *word = word.chars().map(|c| if ('à'..='ÿ').contains(&c) { unaccented(c) } else { c }).collect();
    }
}

fn unaccented(c: char) -> char {
    ACCENTED.chars().position(|accented| accented == c).map_or(c, plain_at)
}

fn plain_at(position: usize) -> char {
    PLAIN.chars().nth(position).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_go_where_they_tell_no_words_apart() {
        for (written, read) in
            [("não", "nao"), ("atenção", "atencao"), ("sí", "sí"), ("así", "asi"), ("ñ", "n"), ("schön", "schön"), ("五", "五")]
        {
            let mut word = written.to_owned();
            plain(&mut word);
            assert_eq!(word, read);
        }
        assert_eq!(ACCENTED.chars().count(), PLAIN.chars().count());
    }
}
