//! A question's own words, cut once for each language: replies come by the thousand, its options may be as many.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use super::lexicon::{self, Words};
use super::scale::{self, Name};
use super::token::{self, Shape, Token};
use crate::survey::model::{Locale, Question};

/// In more languages at once a question's words are cut anew for each reply.
const LANGUAGES: usize = 16;

/// The words of one question as replies are compared with them, by language. Made when the first reply in the language is read, and
/// never again: who changes a question changes a copy, and a copy begins with none.
#[derive(Default)]
pub struct Cuts(RwLock<Vec<(String, Arc<Cut>)>>);

impl Cuts {
    pub(super) fn of(question: &Question, locale: &Locale, words: &Words) -> Arc<Cut> {
        let language = locale.language();
        let all = &question.cuts.0;
        let known = all.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, cut)) = known.iter().find(|(cut_for, _)| cut_for == language) {
            return Arc::clone(cut);
        }
        drop(known);
        let cut = Arc::new(Cut::of(question, locale, words));
        let mut known = all.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < LANGUAGES && known.iter().all(|(cut_for, _)| cut_for != language) {
            known.push((language.to_owned(), Arc::clone(&cut)));
        }
        cut
    }
}

impl Clone for Cuts {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What was read of a question is no part of it.
impl PartialEq for Cuts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Cuts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cuts")
    }
}

/// A question's words in one language.
pub(super) struct Cut {
    pub(super) names: Vec<Name>,
    /// Where in them the names of options are by the letter that they begin with, which also stands in a slip.
    by_letter: HashMap<char, Vec<usize>>,
    /// What was asked, without its marks.
    pub(super) asked: Vec<Vec<Token>>,
    pub(super) satisfaction: bool,
    pub(super) steps: bool,
}

impl Cut {
    fn of(question: &Question, locale: &Locale, words: &Words) -> Self {
        let names = scale::names(question, locale, words);
        let satisfaction = scale::speaks_of_satisfaction(question, &names, words);
        let steps = scale::speaks_of_its_measure(question, &names, words);
        let mut by_letter: HashMap<char, Vec<usize>> = HashMap::new();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_key) {
            let letter = name.words.first().and_then(|word| word.chars().next());
            letter.into_iter().for_each(|letter| by_letter.entry(letter).or_default().push(at));
        }
        let read = question.said.sms.iter().filter(|(language, _)| scale::is_read(language, locale));
        let asked = read.map(|(_, text)| token::tokens(text, lexicon::simplify).into_iter().filter(is_text).collect()).collect();
        Self { names, by_letter, asked, satisfaction, steps }
    }

    /// The names of options that begin with this letter.
    pub(super) fn names_with(&self, letter: char) -> impl Iterator<Item = &Name> {
        self.by_letter.get(&letter).into_iter().flatten().filter_map(|at| self.names.get(*at))
    }
}

/// Whether a token is part of what a quotation is told by.
pub(super) fn is_text(token: &Token) -> bool {
    !token.text.is_empty() && !matches!(token.shape, Shape::Mark(_))
}
