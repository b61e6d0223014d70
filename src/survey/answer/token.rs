//! A text as figures, words and marks, each with its place in the raw text.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use super::digits::{decimal, enclosed};
use super::figure::Figure;
use super::lexicon::{Phrase, Roles};
use super::plain::plain;

/// No more tokens are read: what a reply says about a score it says early.
pub(super) const MOST: usize = 250;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A number as written, with everything glued to it: `5`, `4.5`, `4/5`, `10:30`.
    Figure(Figure),
    /// Letters; of scripts without blanks a single character.
    Word,
    /// A filled star.
    Star,
    /// An empty star.
    Hollow,
    /// Punctuation or a symbol.
    Mark(char),
    /// A line break.
    Break,
}

/// One piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) shape: Shape,
    /// Case-folded, without accents, compatibility forms resolved; empty for marks.
    pub(super) text: String,
    /// Bytes of the raw text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a blank stands before it.
    pub(super) spaced: bool,
    /// A word of a script without blanks.
    pub(super) unspaced_script: bool,
    /// The phrases that this word and those behind it begin with, once they have been looked up.
    pub(super) phrases: Option<Arc<[&'static Phrase]>>,
    /// What those do.
    pub(super) roles: Roles,
}

/// The words and figures of a text, without the marks between them.
pub(super) fn spoken(tokens: &[Token]) -> impl Iterator<Item = &Token> + Clone {
    tokens.iter().filter(|token| token.is_word() || token.is_figure())
}

impl Token {
    /// The phrases that this word and those behind it begin with.
    pub(super) fn known(&self) -> impl Iterator<Item = &'static Phrase> + '_ {
        self.phrases.as_deref().unwrap_or_default().iter().copied()
    }

    pub(super) fn is_figure(&self) -> bool {
        matches!(self.shape, Shape::Figure(_))
    }

    pub(super) fn is_word(&self) -> bool {
        self.shape == Shape::Word
    }

    pub(super) fn is_mark(&self, marks: &str) -> bool {
        matches!(self.shape, Shape::Mark(c) if marks.contains(c))
    }

    /// Emoji and other symbols beyond punctuation: they say nothing that is read here.
    pub(super) fn is_picture(&self) -> bool {
        matches!(self.shape, Shape::Mark(c) if u32::from(c) >= 0x2190 && !('\u{3000}'..='\u{303f}').contains(&c))
    }
}

/// Cuts a text into tokens; `simplify` folds character variants of a language (traditional Chinese).
pub(super) fn tokens(text: &str, simplify: fn(char) -> Option<char>) -> Vec<Token> {
    let mut lexer = Lexer { done: Vec::new(), spaced: false, open: false, simplify };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if lexer.done.len() > MOST {
            break;
        }
        let next = chars.peek().map(|(_, next)| *next);
        lexer.take(c, next, at);
    }
    lexer.done.iter_mut().filter(|token| token.is_word()).for_each(|token| plain(&mut token.text));
    join_figures(lexer.done)
}

/// The words of a phrase from a table or a survey file.
pub(super) fn phrase(text: &str, simplify: fn(char) -> Option<char>) -> Vec<String> {
    tokens(text, simplify).into_iter().filter(|token| !token.text.is_empty()).map(|token| token.text).collect()
}

/// Bytes of the raw text.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
}

struct Lexer {
    done: Vec<Token>,
    spaced: bool,
    /// Whether the last token may grow.
    open: bool,
    simplify: fn(char) -> Option<char>,
}

impl Lexer {
    fn take(&mut self, c: char, next: Option<char>, at: usize) {
        let end = at + c.len_utf8();
        let place = Place { start: at, end };
        // Nothing to fold or to look up; most text is of these.
        if c.is_ascii_alphabetic() {
            self.grow(Shape::Word, c.to_ascii_lowercase(), place);
        } else if c.is_ascii_digit() {
            self.grow(Shape::Figure(Figure::Odd), c, place);
        } else if matches!(c, '\u{4e00}'..='\u{9fff}') {
            self.letter(c, place);
        } else if is_invisible(c) {
            self.stretch(end);
        } else if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            self.push(Shape::Break, String::new(), place);
        } else if c.is_whitespace() || c.is_control() {
            self.spaced = true;
            self.open = false;
        } else if let Some(value) = enclosed(c) {
            self.push(Shape::Figure(Figure::Whole(value)), value.to_string(), place);
        } else if matches!(c, '½' | 'º' | 'ª') {
            self.push(Shape::Word, c.to_string(), place);
        } else if self.is_apostrophe(c, next) {
            self.stretch(end);
            self.open = !self.is_elided();
        } else if self.is_inner_hyphen(c, next) {
            self.stretch(end);
            self.open = false;
        } else {
            std::iter::once(c).nfkc().for_each(|folded| self.letter(folded, place));
        }
    }

    fn letter(&mut self, c: char, place: Place) {
        let Some(c) = (self.simplify)(c) else { return self.stretch(place.end) };
        match (decimal(c), c) {
            (Some(digit), _) => self.grow(Shape::Figure(Figure::Odd), digit, place),
            (None, '⭐' | '🌟' | '★' | '✭' | '✮' | '✯') => self.push(Shape::Star, String::new(), place),
            (None, '☆' | '✩') => self.push(Shape::Hollow, String::new(), place),
            (None, c) if c.is_whitespace() => (self.spaced, self.open) = (true, false),
            (None, '〜') => self.push(Shape::Mark('~'), String::new(), place),
            (None, '・') => self.push(Shape::Mark('·'), String::new(), place),
            (None, '\u{3099}' | '\u{309a}') => self.combine(c, place.end),
            (None, c) if is_unspaced(c) => {
                self.push(Shape::Word, c.to_string(), place);
                if let Some(last) = self.done.last_mut() {
                    last.unspaced_script = true;
                }
            }
            (None, c) if is_combining_mark(c) => self.combine(c, place.end),
            (None, c) if c.is_alphabetic() => c.to_lowercase().for_each(|lower| self.grow(Shape::Word, lower, place)),
            (None, c) => self.push(Shape::Mark(c), String::new(), place),
        }
    }

    fn is_apostrophe(&self, c: char, next: Option<char>) -> bool {
        let in_word = self.open && self.done.last().is_some_and(Token::is_word);
        in_word && matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`') && next.is_some_and(char::is_alphabetic)
    }

    /// The article of "l'attente", "d'attente": a word by itself.
    fn is_elided(&self) -> bool {
        self.done.last().is_some_and(|last| matches!(last.text.as_str(), "l" | "d"))
    }

    /// "Peut-être", "vingt-quatre": two words; behind a blank or a figure a hyphen ends what was said.
    fn is_inner_hyphen(&self, c: char, next: Option<char>) -> bool {
        let in_word = self.open && self.done.last().is_some_and(Token::is_word);
        in_word && matches!(c, '-' | '\u{2010}' | '\u{2011}') && next.is_some_and(char::is_alphabetic)
    }

    fn push(&mut self, shape: Shape, text: String, place: Place) {
        self.open = false;
        let Place { start, end } = place;
        self.done.push(Token {
            shape,
            text,
            start,
            end,
            spaced: self.spaced,
            unspaced_script: false,
            phrases: None,
            roles: Roles::default(),
        });
        self.spaced = false;
    }

    fn grow(&mut self, shape: Shape, c: char, place: Place) {
        match self.done.last_mut() {
            Some(last) if self.open && last.shape == shape => {
                last.text.push(c);
                last.end = place.end;
            }
            _ => {
                self.push(shape, c.to_string(), place);
                self.open = true;
            }
        }
    }

    fn combine(&mut self, mark: char, end: usize) {
        let Some(last) = self.done.last_mut().filter(|last| last.shape == Shape::Word) else { return };
        match last.text.pop().map(|base| (base, compose(base, mark))) {
            Some((_, Some(composed))) => last.text.push(composed),
            Some((base, None)) => last.text.extend([base, mark]),
            None => {}
        }
        last.end = end;
    }

    fn stretch(&mut self, end: usize) {
        if let Some(last) = self.done.last_mut() {
            last.end = end;
        }
    }
}

/// Keycap and variation selectors, joiners, direction marks: nothing that is read.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e007f}')
}

/// Han, kana, Thai, Lao, Khmer, Burmese: written without blanks between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{312f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{e01}'..='\u{e4e}' | '\u{e80}'..='\u{ece}' | '\u{1000}'..='\u{103f}' | '\u{1780}'..='\u{17d3}')
}

/// Digits with the marks and digits glued to them become one figure, so that no part of a longer number is ever a score.
fn join_figures(mut raw: Vec<Token>) -> Vec<Token> {
    let mut at = 0;
    while at < raw.len() {
        if raw[at].is_figure() {
            let mut last = at;
            while glues(&raw, last) {
                last += 2;
            }
            let parts: Vec<Token> = raw.drain(at + 1..=last).collect();
            raw[at] = joined(raw[at].clone(), &parts);
        }
        at += 1;
    }
    raw
}

fn joined(mut first: Token, others: &[Token]) -> Token {
    let mut digits = vec![first.text.clone()];
    digits.extend(others.iter().filter(|token| token.is_figure()).map(|token| token.text.clone()));
    let marks: String = others.iter().filter_map(|t| if let Shape::Mark(c) = t.shape { Some(c) } else { None }).collect();
    first.shape = Shape::Figure(Figure::of(&digits, &marks));
    first.end = others.last().map_or(first.end, |last| last.end);
    if !matches!(first.shape, Shape::Figure(Figure::Whole(_))) {
        first.text.clear();
    }
    first
}

fn glues(raw: &[Token], at: usize) -> bool {
    let [mark, digits] = raw.get(at + 1..at + 3).unwrap_or_default() else { return false };
    let wide_comma = mark.is_mark(",") && mark.end - mark.start > 1;
    !wide_comma && !mark.spaced && !digits.spaced && digits.is_figure() && mark.is_mark(".,:/-–—~·'’٫٬⁄")
}
