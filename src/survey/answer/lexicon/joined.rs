//! Words written in one piece with a small word before them ("وشكرا", "بخمسة", "والسعر").

use std::collections::HashMap;

use super::{Phrase, Role, Token};

/// The small words of a language that join the next one.
pub(super) struct Joints {
    prefixes: Vec<String>,
    articles: Vec<String>,
}

impl Joints {
    pub(super) fn of(by_first: &HashMap<String, Vec<Phrase>>) -> Self {
        let singles = |wanted: Role| {
            let phrases = by_first.values().flatten().filter(|(role, _)| *role == wanted);
            phrases.filter_map(|(_, words)| words.first().cloned()).collect()
        };
        Self { prefixes: singles(Role::Prefix), articles: singles(Role::Article) }
    }

    /// Parts the later words of phrases just as those of replies.
    pub(super) fn part_phrases(&self, by_first: &mut HashMap<String, Vec<Phrase>>) {
        if self.prefixes.is_empty() {
            return;
        }
        let known: HashMap<String, Vec<Phrase>> = by_first.keys().map(|first| (first.clone(), Vec::new())).collect();
        let pieces = |word: String| match self.prefix(&word, &known) {
            Some(length) => vec![word[..length].to_owned(), word[length..].to_owned()],
            None => vec![word],
        };
        for (_, words) in by_first.values_mut().flatten() {
            *words = std::mem::take(words).into_iter().flat_map(pieces).collect();
        }
    }

    /// Parts each word of a reply that is unknown as a whole.
    pub(super) fn part(&self, tokens: &mut Vec<Token>, known: &HashMap<String, Vec<Phrase>>) {
        if self.prefixes.is_empty() {
            return;
        }
        let mut at = 0;
        while at < tokens.len() {
            if let Some(length) = self.prefix(&tokens[at].text, known).filter(|_| tokens[at].is_word()) {
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
    fn prefix(&self, word: &str, known: &HashMap<String, Vec<Phrase>>) -> Option<usize> {
        let is_word = |rest: &str| known.contains_key(rest) || self.articles.iter().any(|article| is_longer(rest, article));
        let fits = |prefix: &&String| word.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.chars().count() > 1 && is_word(rest));
        if known.contains_key(word) { None } else { self.prefixes.iter().find(fits).map(String::len) }
    }
}

fn is_longer(word: &str, article: &str) -> bool {
    word.strip_prefix(article).is_some_and(|rest| rest.chars().count() > 1)
}
