//! Words written in one piece with a small word before them ("وشكرا", "بخمسة", "والسعر").

use super::book::Phrase;
use super::{Role, Token};

/// The small words of a language that join the next one.
pub(super) struct Joints {
    prefixes: Vec<String>,
    articles: Vec<String>,
}

impl Joints {
    pub(super) fn of(phrases: &[Phrase]) -> Self {
        let singles = |wanted: Role| {
            let found = phrases.iter().filter(|(role, _)| *role == wanted);
            found.filter_map(|(_, words)| words.first().map(|word| word.to_string())).collect()
        };
        Self { prefixes: singles(Role::Prefix), articles: singles(Role::Article) }
    }

    /// Whether this language joins words at all.
    pub(super) fn part_phrases(&self) -> bool {
        !self.prefixes.is_empty()
    }

    /// Parts the words of phrases just as those of replies.
    pub(super) fn part_words(&self, words: &mut Vec<String>, is_known: impl Fn(&str) -> bool) {
        let pieces = |word: String| match self.prefix(&word, &is_known) {
            Some(length) => vec![word[..length].to_owned(), word[length..].to_owned()],
            None => vec![word],
        };
        if !self.prefixes.is_empty() {
            *words = std::mem::take(words).into_iter().flat_map(pieces).collect();
        }
    }

    /// Parts each word of a reply that is unknown as a whole.
    pub(super) fn part(&self, tokens: &mut Vec<Token>, is_known: impl Fn(&str) -> bool) {
        let mut at = 0;
        while at < tokens.len() && !self.prefixes.is_empty() {
            if let Some(length) = self.prefix(&tokens[at].text, &is_known).filter(|_| tokens[at].is_word()) {
                let mut rest = tokens[at].clone();
                rest.text = tokens[at].text.split_off(length);
                rest.start = (rest.start + length).min(rest.end);
                rest.spaced = false;
                tokens[at].end = rest.start;
                tokens.insert(at + 1, rest);
                at += 1;
            }
            at += 1;
        }
    }

    /// Bytes of the small word that this one begins with, if what follows is a word by itself.
    fn prefix(&self, word: &str, is_known: &impl Fn(&str) -> bool) -> Option<usize> {
        let is_word = |rest: &str| is_known(rest) || self.articles.iter().any(|article| is_longer(rest, article));
        let fits = |prefix: &&String| word.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.chars().count() > 1 && is_word(rest));
        if is_known(word) { None } else { self.prefixes.iter().find(fits).map(String::len) }
    }
}

fn is_longer(word: &str, article: &str) -> bool {
    word.strip_prefix(article).is_some_and(|rest| rest.chars().count() > 1)
}
