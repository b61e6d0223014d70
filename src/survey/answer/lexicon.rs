//! The words of each language by what they do in a reply. A language is one table; adding one is only data.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod hi;
mod ja;
mod pt;
mod zh;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::token::{self, Token};
use crate::survey::model::Locale;

/// What a phrase does in a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// May stand before an answer and adds nothing to it: "I'd give it a".
    Lead,
    /// The same before the number of an option: "option".
    OptionLead,
    /// A number in words.
    Number(i64),
    /// The first, the second.
    Ordinal(i64),
    /// A step of the usual satisfaction scale of 1 to 5.
    Label(i64),
    /// Full marks.
    Full,
    /// After a number: it counts stars.
    Star,
    /// After a number: it counts points.
    Point,
    /// Between a score and the scale's end: "out of".
    OutOf,
    /// Between the scale's end and a score: "5 में से 4".
    Among,
    /// After a number: it counts something else.
    Unit,
    /// After a number: half a step more.
    Half,
    /// Between two answers: "or"; also a correction: "no, I mean".
    Or,
    /// May begin a comment right behind a number, without punctuation.
    Starter,
    /// Between a reason and the score that ends the reply: "so".
    So,
    /// May follow an answer and adds nothing.
    Particle,
    /// Turns round what follows.
    Not,
    /// Takes something away without turning a judgement round: "no complaints".
    Without,
    /// Makes what was said depend on something: "if".
    Condition,
    /// Behind this number the word makes a pun of it ("2 bad", "4 you").
    Leet(i64),
    /// May begin a comment right behind yes or no, without punctuation.
    Detail,
    /// Takes back what was said before: "but".
    But,
    /// The number is not what is given: "if", "almost", "minus".
    Doubt,
    /// Takes the whole answer back: "just kidding".
    Retraction,
    /// Whatever follows, what was said before it is meant as mockery.
    Mockery,
    /// May stand between an answer and the words that take it back.
    Laughter,
    /// Yes, to any question.
    Yes,
    /// No, to any question.
    No,
    /// Yes, to "was it resolved?".
    Resolved,
    /// No, to "was it resolved?".
    Unresolved,
    /// Speaks against a no to "was it resolved?", without being an answer.
    Mended,
    /// Speaks against a yes to "was it resolved?", without being an answer.
    Broken,
    /// What follows is wished for, promised or awaited.
    Pending,
    /// Does not want to be asked.
    Refusal,
    /// Nothing to say to an open question.
    Nothing,
    /// Polite words around a refusal.
    Polite,
    /// A machine or a hurried person wrote it.
    Automatic,
    /// How a phone quotes a message that was reacted to.
    Reaction,
    /// Words not worth keeping: a greeting, "ok".
    Idle,
    /// Praise.
    Good,
    /// Blame.
    Bad,
    /// After the name of an option: no complaint.
    Fine,
    /// Right before the name of an option: no complaint.
    Nice,
    /// Words around the name of an option that do not speak of it: "wait a minute".
    Aside,
    /// The name of an option as what is missing: "no result".
    Lack,
}

/// The table of one language.
pub(super) struct Language {
    /// As in [`Locale::language`].
    code: &'static str,
    /// The labels of yes and no.
    yes_no: [&'static str; 2],
    /// Phrases by role, with a bar between them.
    words: &'static [(Role, &'static str)],
}

/// Languages that one reply may be written in: that of the session, English, Chinese.
pub(super) const READ_AT_ONCE: usize = 3;

/// What a phrase does, and its words.
pub(super) type Phrase = (Role, Vec<String>);

/// Phrases of one language, cut into words and found by the first one.
struct Book {
    language: &'static Language,
    by_first: HashMap<String, Vec<Phrase>>,
    labels: Vec<(i64, Vec<String>)>,
}

impl Book {
    fn of(language: &'static Language) -> Self {
        let mut by_first: HashMap<String, Vec<Phrase>> = HashMap::new();
        let mut labels = Vec::new();
        for (role, phrases) in language.words {
            for words in phrases.split('|').map(|text| token::phrase(text, zh::simplified)) {
                let Some(first) = words.first().cloned() else { continue };
                if let Role::Label(value) = role {
                    labels.push((*value, words.clone()));
                }
                by_first.entry(first).or_default().push((*role, words));
            }
        }
        Self { language, by_first, labels }
    }
}

const LANGUAGES: [&Language; 9] =
    [&en::ENGLISH, &zh::CHINESE, &es::SPANISH, &fr::FRENCH, &de::GERMAN, &pt::PORTUGUESE, &ar::ARABIC, &hi::HINDI, &ja::JAPANESE];

static BOOKS: LazyLock<Vec<Book>> = LazyLock::new(|| LANGUAGES.into_iter().map(Book::of).collect());

/// The languages that a reply may be written in: that of the session, English, and Chinese where there are such characters.
pub(super) struct Words {
    own: Option<&'static Book>,
    /// [`READ_AT_ONCE`] at most.
    books: Vec<&'static Book>,
}

/// Folds variants of characters that mean the same.
pub(super) fn simplify(c: char) -> char {
    zh::simplified(c)
}

impl Words {
    pub(super) fn of(locale: &Locale) -> Self {
        let language = locale.language();
        let reads = |book: &&Book| {
            let code = book.language.code;
            code == language || code == "en" || (code == "zh" && language != "ja")
        };
        let books: Vec<&Book> = BOOKS.iter().filter(reads).collect();
        Self { own: books.iter().copied().find(|book| book.language.code == language), books }
    }

    /// The words for yes and no in the session's language, or English.
    pub(super) fn yes_no(&self) -> [&'static str; 2] {
        self.own.map_or(["yes", "no"], |book| book.language.yes_no)
    }

    /// A text as tokens that know the phrases which begin with them: each word is looked up once.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = token::tokens(text, zh::simplified);
        for token in tokens.iter_mut().filter(|token| !token.text.is_empty()) {
            let phrases = self.books.iter().filter_map(|book| book.by_first.get(&token.text));
            token.phrases.iter_mut().zip(phrases).for_each(|(known, phrases)| *known = phrases);
        }
        tokens
    }

    /// Every phrase that may begin at this token.
    fn phrases(tokens: &[Token]) -> impl Iterator<Item = &'static Phrase> {
        tokens.first().map_or([&[] as &[Phrase]; READ_AT_ONCE], |token| token.phrases).into_iter().flatten()
    }

    /// The longest phrase of a role that begins at this token: its length.
    pub(super) fn find(&self, tokens: &[Token], role: Role) -> Option<usize> {
        Self::phrases(tokens).filter(|(found, words)| *found == role && matches(tokens, words)).map(|(_, words)| words.len()).max()
    }

    /// The longest phrase for which `pick` gives something.
    pub(super) fn pick<T>(&self, tokens: &[Token], pick: impl Fn(Role) -> Option<T>) -> Option<(T, usize)> {
        let phrases = Self::phrases(tokens).filter(|(_, words)| matches(tokens, words));
        phrases.filter_map(|(role, words)| Some((pick(*role)?, words.len()))).max_by_key(|(_, length)| *length)
    }

    /// Whether a phrase of the role begins anywhere in these tokens.
    pub(super) fn has(&self, tokens: &[Token], role: Role) -> bool {
        (0..tokens.len()).any(|at| self.find(&tokens[at..], role).is_some())
    }

    /// Every step of the usual satisfaction scale in words.
    pub(super) fn labels(&self) -> impl Iterator<Item = (i64, &[String])> {
        self.books.iter().flat_map(|book| &book.labels).map(|(value, words)| (*value, words.as_slice()))
    }

    /// Whether the session's own language has this as a whole phrase of one of the roles.
    pub(super) fn own_has(&self, tokens: &[Token], roles: &[Role]) -> bool {
        let first = tokens.first().map_or("", |token| token.text.as_str());
        let phrases = self.own.and_then(|book| book.by_first.get(first)).into_iter().flatten();
        phrases.into_iter().any(|(role, words)| roles.contains(role) && words.len() == tokens.len() && matches(tokens, words))
    }
}

/// Whether the tokens begin with these words.
pub(super) fn matches(tokens: &[Token], words: &[String]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.text == *word)
}

/// As [`matches`], with one slip of the pen in a long word (two in a very long one); the first letter must stand.
pub(super) fn nearly_matches(tokens: &[Token], words: &[String]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is_word() && near(&token.text, word))
}

fn near(written: &str, meant: &str) -> bool {
    if written == meant {
        return true;
    }
    // Nearly every pair of words ends here, before anything is copied.
    if written.chars().next() != meant.chars().next() || meant.len() < 5 || written.len().abs_diff(meant.len()) > 8 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (written.chars().take(24).collect(), meant.chars().collect());
    let slips = match b.len() {
        0..5 => return false,
        5..9 => 1,
        _ => 2,
    };
    a.len().abs_diff(b.len()) <= slips && distance(&a, &b) <= slips
}

/// Edit distance where swapping two neighbours counts one (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
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
