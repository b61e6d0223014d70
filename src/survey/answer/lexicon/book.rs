//! The phrases of one language, cut into words and found by their first two.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::joined::Joints;
use super::{Language, Role, simplify};
use crate::survey::answer::token::{self, Token};

/// What a phrase does, and its words; thousands of phrases share a word.
pub(in crate::survey::answer) type Phrase = (Role, Box<[Arc<str>]>);

/// Each word once.
#[derive(Default)]
struct Pool(HashSet<Arc<str>>);

impl Pool {
    fn shared(&mut self, words: &[String]) -> Box<[Arc<str>]> {
        words.iter().map(|word| self.word(word)).collect()
    }

    fn word(&mut self, word: &str) -> Arc<str> {
        if let Some(known) = self.0.get(word) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(word);
        self.0.insert(Arc::clone(&new));
        new
    }
}

/// Phrases that begin with one word.
#[derive(Default)]
struct Begun {
    alone: Vec<Phrase>,
    /// By the second word: hundreds may begin with "no".
    longer: HashMap<Arc<str>, Vec<Phrase>>,
}

impl Begun {
    fn add(&mut self, phrase: Phrase) {
        let beside = match phrase.1.get(1) {
            Some(second) => self.longer.entry(Arc::clone(second)).or_default(),
            None => &mut self.alone,
        };
        // Different entries may be put the same way.
        if !beside.contains(&phrase) {
            beside.push(phrase);
        }
    }

    /// Those of one word, and those that go on with the second.
    fn with(&self, second: &str) -> [&[Phrase]; 2] {
        [&self.alone, self.longer.get(second).map_or(&[], Vec::as_slice)]
    }
}

/// The table of a language, ready to be looked up.
pub(super) struct Book {
    pub(super) language: &'static Language,
    by_first: HashMap<Arc<str>, Begun>,
    pub(super) labels: Vec<(i64, Vec<String>)>,
    /// Their first words by letter, each with the places of its labels: hundreds begin with "not".
    label_starts: HashMap<char, Vec<(String, Vec<usize>)>>,
    joints: Joints,
}

impl Book {
    pub(super) fn of(language: &'static Language) -> Self {
        let mut pool = Pool::default();
        let mut phrases: Vec<Phrase> = phrases(language).map(|(role, words)| (role, pool.shared(&words))).collect();
        let joints = Joints::of(&phrases);
        if joints.part_phrases() {
            let firsts: HashSet<Arc<str>> = phrases.iter().filter_map(|(_, words)| words.first().cloned()).collect();
            for (_, words) in &mut phrases {
                let mut parted: Vec<String> = words.iter().map(|word| word.to_string()).collect();
                joints.part_words(&mut parted, |word| firsts.contains(word));
                *words = pool.shared(&parted);
            }
        }
        let mut by_first: HashMap<Arc<str>, Begun> = HashMap::new();
        let mut labels: Vec<(i64, Vec<String>)> = Vec::new();
        for (role, words) in phrases {
            let Some(first) = words.first().cloned() else { continue };
            if let Role::Label(value) = role {
                labels.push((value, words.iter().map(|word| word.to_string()).collect()));
            }
            by_first.entry(first).or_default().add((role, words));
        }
        // The longest first, so that the shorter ones of another language can be cut off.
        let longer = by_first.values_mut().flat_map(|begun| begun.longer.values_mut());
        longer.for_each(|phrases| {
            phrases.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
            phrases.shrink_to_fit();
        });
        Self { language, by_first, label_starts: starts(&labels), labels, joints }
    }

    /// The labels whose first word begins with this letter and is such a word, in the order of the table.
    pub(super) fn labels_from(&self, letter: char, is_such: impl Fn(&String) -> bool) -> impl Iterator<Item = (i64, &[String])> {
        let starts = self.label_starts.get(&letter).into_iter().flatten().filter(|(first, _)| is_such(first));
        let mut places: Vec<usize> = starts.flat_map(|(_, places)| places.iter().copied()).collect();
        places.sort_unstable();
        places.into_iter().filter_map(|at| self.labels.get(at)).map(|(value, words)| (*value, words.as_slice()))
    }

    /// Every phrase that may begin these tokens, whatever marks stand between their words.
    pub(super) fn phrases<'b>(&'b self, tokens: &[Token]) -> [&'b [Phrase]; 2] {
        let mut words = tokens.iter().map(|token| token.text.as_str()).filter(|text| !text.is_empty());
        let begun = words.next().and_then(|first| self.by_first.get(first));
        begun.map_or([&[]; 2], |begun| begun.with(words.next().unwrap_or_default()))
    }

    /// What exactly these words do.
    pub(super) fn whole<'b>(&'b self, words: &'b [String]) -> impl Iterator<Item = Role> + 'b {
        let begun = words.first().and_then(|first| self.by_first.get(first.as_str()));
        let phrases = begun.map_or([&[] as &[Phrase]; 2], |begun| begun.with(words.get(1).map_or("", String::as_str)));
        phrases
            .into_iter()
            .flatten()
            .filter(move |(_, phrase)| phrase.iter().map(AsRef::as_ref).eq(words.iter().map(String::as_str)))
            .map(|(role, _)| *role)
    }

    /// Whether a phrase begins with this word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }

    /// Whether a phrase begins with all of these words.
    pub(super) fn begins(&self, words: &[Token]) -> bool {
        let same = |phrase: &Phrase| phrase.1.len() >= words.len() && words.iter().zip(&phrase.1).all(|(said, word)| said.text == **word);
        match words {
            [word] => self.knows(&word.text),
            _ => self.phrases(words).into_iter().flatten().any(same),
        }
    }

    /// Parts the words that this language writes in one piece with the word before them.
    pub(super) fn part(&self, tokens: &mut Vec<Token>) {
        self.joints.part(tokens, |word| self.by_first.contains_key(word));
    }

    /// As [`Self::part`], for the words of a phrase.
    pub(super) fn part_words(&self, words: &mut Vec<String>) {
        self.joints.part_words(words, |word| self.by_first.contains_key(word));
    }
}

fn starts(labels: &[(i64, Vec<String>)]) -> HashMap<char, Vec<(String, Vec<usize>)>> {
    let mut places: HashMap<&String, Vec<usize>> = HashMap::new();
    for (at, (_, words)) in labels.iter().enumerate() {
        words.first().into_iter().for_each(|first| places.entry(first).or_default().push(at));
    }
    let mut by_letter: HashMap<char, Vec<(String, Vec<usize>)>> = HashMap::new();
    for (first, places) in places {
        first.chars().next().into_iter().for_each(|letter| by_letter.entry(letter).or_default().push((first.clone(), places.clone())));
    }
    by_letter
}

fn phrases(language: &Language) -> impl Iterator<Item = (Role, Vec<String>)> {
    let entries = language.words.iter().copied().flatten().flat_map(|(role, phrases)| phrases.split('|').map(move |text| (*role, text)));
    let spelled = entries.flat_map(|(role, text)| expanded(text).into_iter().map(move |text| (role, text)));
    let spelled = spelled.flat_map(|(role, text)| spellings(&text).into_iter().map(move |text| (role, text)));
    spelled.map(|(role, text)| (role, token::phrase(&text, simplify)))
}

/// The phrases of a table's entry: `{das ,}problem` is two.
fn expanded(text: &str) -> Vec<String> {
    let braces = text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    if let Some((before, (choices, after))) = braces {
        return choices.split(',').flat_map(|choice| expanded(&format!("{before}{choice}{after}"))).collect();
    }
    vec![text.to_owned()]
}

/// A text as it is written and as people type it: "fünf", "fuenf", "funf".
pub(in crate::survey::answer) fn spellings(text: &str) -> Vec<String> {
    let mut all = vec![text.to_owned()];
    if !text.contains(['ä', 'ö', 'ü', 'ß', 'œ']) {
        return all;
    }
    let typed = |letters: [&str; 3]| "äöü".chars().zip(letters).fold(text.replace('œ', "oe"), |text, (c, letter)| text.replace(c, letter));
    for spelling in [["ä", "ö", "ü"], ["ae", "oe", "ue"], ["a", "o", "u"]].map(typed) {
        all.extend([spelling.replace('ß', "ss"), spelling]);
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_with_choices_is_every_combination_of_them() {
        assert_eq!(expanded("{,very }happy"), ["happy", "very happy"]);
        assert_eq!(expanded("{no,not} {a,any}"), ["no a", "no any", "not a", "not any"]);
    }

    #[test]
    fn umlauts_are_also_known_as_people_type_them_without() {
        assert_eq!(spellings("fünf"), ["fuenf", "funf", "fünf"]);
        assert_eq!(spellings("five"), ["five"]);
    }
}
