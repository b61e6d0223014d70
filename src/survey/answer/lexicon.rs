//! The words of each language by what they do in a reply. A language is one table; adding one is only data.

mod ar;
mod book;
mod de;
mod en;
mod es;
mod folding;
mod fr;
mod hi;
mod ja;
mod joined;
mod pt;
mod roles;
mod slip;
mod zh;

use std::sync::{Arc, LazyLock};

use book::Book;
pub(super) use book::{Phrase, spellings};
pub(super) use roles::Roles;
pub(super) use slip::{matches, nearly_matches};

use super::repeated;
use super::token::{self, Token};
use crate::survey::model::Locale;

/// What a phrase does in a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// May stand before an answer and adds nothing to it: "I'd give it a".
    Lead,
    /// Announces a score wherever it stands: "I give", and "so" behind a reason.
    Give,
    /// The same before the number of an option: "option".
    OptionLead,
    /// The same before the number of a service level: "level".
    LevelLead,
    /// A word that is written in one piece with the number behind it ("ب5").
    Joined,
    /// Letters written in one piece with the known word behind them ("والسعر").
    Prefix,
    /// The article: behind a [`Role::Prefix`] it shows that a word begins, known or not.
    Article,
    /// A number in words.
    Number(i64),
    /// The first, the second.
    Ordinal(i64),
    /// A step of the usual satisfaction scale of 1 to 5.
    Label(i64),
    /// A step of the usual effort scale of 1 (very difficult) to 7 (very easy).
    Ease(i64),
    /// The lowest or highest answer to "how likely", put otherwise than the question does.
    Likely(i64),
    /// Before or behind a number: it would be given if something were otherwise.
    Supposed,
    /// Regret beside a no: it takes nothing back.
    Regret,
    /// Someone else gives the score that follows: it counts where nothing is said beside it.
    Reported,
    /// Before or behind two numbers: what is meant lies between them.
    Between,
    /// Behind a yes: only a part is so.
    Partly,
    /// Several of these are behind no easy thing: hours, calls.
    Tedious,
    /// One of the six service levels.
    Level(i64),
    /// As the whole reply to a question of satisfaction: the scale's best end ("excellent").
    Best,
    /// Full marks.
    Full,
    /// After a number: it counts stars.
    Star,
    /// After a number: it counts points.
    Point,
    /// Between a score and the scale's end: "out of".
    OutOf,
    /// Before both ends of the scale, to name it: "on a scale of" 1 to 5.
    Scale,
    /// Between the scale's end and a score: "5 में से 4".
    Among,
    /// After a number: it counts something else.
    Unit,
    /// After a number and a full stop, where that writes "the third": it stands in a row.
    Nth,
    /// After a number: half a step more.
    Half,
    /// Between two answers: "or"; also a correction: "no, I mean".
    Or,
    /// Between two numbers: the second is meant: "no, sorry".
    Correction,
    /// Between two numbers: either may be meant: "or", "maybe".
    Perhaps,
    /// Right before a number: this one is not meant: "and not".
    Denial,
    /// Right behind a number: this one is not meant.
    DenialBehind,
    /// Right before or behind a number: it was meant once and is no more: "would have given".
    Former,
    /// Right before a number: so much is taken off: "minus".
    Deducted,
    /// The same behind a number.
    DeductedBehind,
    /// Before or behind a number: about so much, which is that score; said of words it makes them none.
    Hedge,
    /// A word before a number that a full stop may shorten: "approx".
    Shortened,
    /// The article before a number that is a score: "a 4".
    Indefinite,
    /// Right behind a number: it says something about the number ("5 is generous").
    About,
    /// Behind a number: it is given as a score.
    Given,
    /// A word that holds one of another role without meaning it ("特别" holds "别").
    Whole,
    /// What nobody thanks for: with full marks it is mockery.
    Grievance,
    /// Gives the reason of a score: behind a number word and no mark too ("five because …").
    Reason,
    /// May begin a comment right behind a number, without punctuation.
    Starter,
    /// May follow an answer and adds nothing.
    Particle,
    /// Turns round what follows.
    Not,
    /// Takes something away without turning a judgement round: "no complaints".
    Without,
    /// Makes what was said depend on something: "if".
    Condition,
    /// Behind this number the word makes a pun of it ("2 bad", "4 you"), or is counted by it ("1 agente").
    Leet(i64),
    /// May begin a comment right behind yes or no, without punctuation.
    Detail,
    /// The same where it is not right behind a bare "no" or "if", which are one word with "not" and "yes" there ("no me acuerdo").
    Assertion,
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
    /// Whether its words are spelled like those of other languages and mean something else ("me", "once", "die").
    hides_others: bool,
    /// Ends of words that are counted: "colleagues", "llamadas".
    plurals: &'static [&'static str],
    /// Phrases by role, with a bar between them; in braces and with commas the ways that a part of a phrase may be put.
    words: &'static [&'static [(Role, &'static str)]],
}

/// Each book is made when a reply in its language is read for the first time.
static BOOKS: [(&Language, LazyLock<Book>); 9] = [
    (&en::ENGLISH, LazyLock::new(|| Book::of(&en::ENGLISH))),
    (&zh::CHINESE, LazyLock::new(|| Book::of(&zh::CHINESE))),
    (&es::SPANISH, LazyLock::new(|| Book::of(&es::SPANISH))),
    (&fr::FRENCH, LazyLock::new(|| Book::of(&fr::FRENCH))),
    (&de::GERMAN, LazyLock::new(|| Book::of(&de::GERMAN))),
    (&pt::PORTUGUESE, LazyLock::new(|| Book::of(&pt::PORTUGUESE))),
    (&ar::ARABIC, LazyLock::new(|| Book::of(&ar::ARABIC))),
    (&hi::HINDI, LazyLock::new(|| Book::of(&hi::HINDI))),
    (&ja::JAPANESE, LazyLock::new(|| Book::of(&ja::JAPANESE))),
];

/// The languages that a reply may be written in: that of the session, English, and Chinese where there are such characters.
pub(super) struct Words {
    own: Option<&'static Book>,
    books: Vec<&'static Book>,
}

/// Folds variants of characters that mean the same; `None` for those that mean nothing.
pub(super) fn simplify(c: char) -> Option<char> {
    folding::folded(c)
}

impl Words {
    pub(super) fn of(locale: &Locale) -> Self {
        let language = locale.language();
        let reads = |code: &str| code == language || code == "en" || (code == "zh" && language != "ja");
        let books: Vec<&Book> = BOOKS.iter().filter(|(known, _)| reads(known.code)).map(|(_, book)| &**book).collect();
        Self { own: books.iter().copied().find(|book| book.language.code == language), books }
    }

    /// The words for yes and no in the session's language, or English.
    pub(super) fn yes_no(&self) -> [&'static str; 2] {
        self.own.map_or(["yes", "no"], |book| book.language.yes_no)
    }

    /// A text as tokens that know the phrases which begin with them: each word is looked up once.
    /// What the session's own language knows is not read in another one ("me", "y", "once"), unless that has a longer phrase.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = token::tokens(text, simplify);
        repeated::shorten(&mut tokens, |word| self.books.iter().any(|book| book.knows(word)));
        repeated::say_once(&mut tokens, |words| self.books.iter().any(|book| book.begins(words)));
        repeated::say_half(&mut tokens);
        repeated::count_once(&mut tokens);
        if let Some(own) = self.own {
            own.part(&mut tokens);
        }
        let spoken: Vec<usize> = (0..tokens.len()).filter(|at| !tokens[*at].text.is_empty()).collect();
        for place in 0..spoken.len() {
            let known = self.known(&tokens, &spoken[place..]);
            let token = &mut tokens[spoken[place]];
            token.roles = Roles::of(known.iter().map(|(role, _)| *role));
            token.phrases = Some(known).filter(|known| !known.is_empty()).map(Arc::from);
        }
        tokens
    }

    /// The phrases that these words begin with, whatever marks stand between them: of hundreds that share two words a few are left.
    fn known(&self, tokens: &[Token], spoken: &[usize]) -> Vec<&'static Phrase> {
        let from = &tokens[spoken[0]..];
        let own = self.own_length(from);
        let said = |words: &[Arc<str>]| {
            let same = |(word, at): (&Arc<str>, &usize)| tokens[*at].text == word.as_ref();
            words.len() <= spoken.len() && words.iter().zip(spoken).all(same)
        };
        let mut known = Vec::new();
        for book in &self.books {
            let is_own = self.own.is_some_and(|own| std::ptr::eq(own, *book));
            let phrases = book.phrases(from).into_iter().flatten();
            known.extend(phrases.filter(|(_, words)| (is_own || words.len() > own) && said(words)));
        }
        known
    }

    /// Whether a word ends as those do that are counted.
    pub(super) fn is_plural(&self, token: &Token) -> bool {
        let ends = |book: &Book| book.language.plurals.iter().any(|end| token.text.ends_with(end));
        let long = token.text.chars().count() > 4 && !token.unspaced_script;
        long && !is_known(token) && self.books.iter().any(|book| ends(book))
    }

    /// The words of a name as those of replies are cut.
    pub(super) fn phrase(&self, text: &str) -> Vec<String> {
        let mut words = token::phrase(text, simplify);
        if let Some(own) = self.own {
            own.part_words(&mut words);
        }
        words
    }

    /// The longest phrase of the session's own language that begins at this token and hides those of others: its length, 0 if there is none.
    fn own_length(&self, tokens: &[Token]) -> usize {
        let own = self.own.filter(|own| own.language.hides_others);
        let phrases = own.map_or([&[] as &[Phrase]; 2], |book| book.phrases(tokens)).into_iter().flatten();
        phrases.filter(|(_, words)| matches(tokens, words)).map(|(_, words)| words.len()).max().unwrap_or(0)
    }

    /// The longest phrase of a role that begins at this token: its length.
    pub(super) fn find(&self, tokens: &[Token], role: Role) -> Option<usize> {
        tokens.first().filter(|token| token.roles.may_hold(role)).and_then(|_| self.find_in(tokens.iter(), role))
    }

    /// As [`Self::find`], where some of the tokens are passed over.
    pub(super) fn find_in<'t>(&self, mut tokens: impl Iterator<Item = &'t Token> + Clone, role: Role) -> Option<usize> {
        let first = tokens.next().filter(|token| token.roles.may_hold(role))?;
        let phrases = first.known().filter(|(found, words)| *found == role && continues(tokens.clone(), words));
        phrases.map(|(_, words)| words.len()).max()
    }

    /// The longest phrase for which `pick` gives something.
    pub(super) fn pick<T>(&self, tokens: &[Token], pick: impl Fn(Role) -> Option<T>) -> Option<(T, usize)> {
        self.pick_in(tokens.iter(), pick)
    }

    /// As [`Self::pick`], where some of the tokens are passed over.
    pub(super) fn pick_in<'t, T>(
        &self,
        mut tokens: impl Iterator<Item = &'t Token> + Clone,
        pick: impl Fn(Role) -> Option<T>,
    ) -> Option<(T, usize)> {
        let phrases = tokens.next()?.known().filter(|(_, words)| continues(tokens.clone(), words));
        phrases.filter_map(|(role, words)| Some((pick(*role)?, words.len()))).max_by_key(|(_, length)| *length)
    }

    /// The longest number in words that begins at this token.
    pub(super) fn number(&self, tokens: &[Token]) -> Option<(i64, usize)> {
        let first = tokens.first()?;
        let number = |role: Role| if let Role::Number(n) = role { Some(n) } else { None };
        if first.roles.may_hold(Role::Number(0)) { self.pick(tokens, number) } else { None }
    }

    /// Whether a phrase of the role begins anywhere in these tokens.
    pub(super) fn has(&self, tokens: &[Token], role: Role) -> bool {
        (0..tokens.len()).any(|at| self.find(&tokens[at..], role).is_some())
    }

    /// The steps of the usual satisfaction scale that these tokens may begin, written without a slip or with one.
    pub(super) fn labels_near<'t>(&'t self, tokens: &'t [Token]) -> impl Iterator<Item = (i64, &'t [String])> {
        let letter = tokens.first().and_then(|token| token.text.chars().next());
        let begins = |first: &String| nearly_matches(tokens, std::slice::from_ref(first));
        letter.into_iter().flat_map(move |letter| self.books.iter().flat_map(move |book| book.labels_from(letter, begins)))
    }

    /// Every step of the usual satisfaction scale in words.
    pub(super) fn labels(&self) -> impl Iterator<Item = (i64, &[String])> {
        self.books.iter().flat_map(|book| &book.labels).map(|(value, words)| (*value, words.as_slice()))
    }

    /// What `pick` gives for exactly these words, in any of the languages.
    pub(super) fn whole<T>(&self, words: &[String], pick: fn(Role) -> Option<T>) -> Option<T> {
        self.books.iter().find_map(|book| book.whole(words).find_map(pick))
    }

    /// Whether the session's own language has this as a whole phrase of one of the roles.
    pub(super) fn own_has(&self, tokens: &[&Token], roles: &[Role]) -> bool {
        let words: Vec<String> = tokens.iter().map(|token| token.text.clone()).collect();
        self.own.is_some_and(|book| book.whole(&words).any(|role| roles.contains(&role)))
    }
}

/// Whether the tokens behind the first word of a phrase go on with it.
fn continues<'t>(mut tokens: impl Iterator<Item = &'t Token>, words: &[Arc<str>]) -> bool {
    words.iter().skip(1).all(|word| tokens.next().is_some_and(|token| token.text == **word))
}

/// Whether a table has this word by itself, as no label.
fn is_known(token: &Token) -> bool {
    let by_itself = |(role, words): &Phrase| words.len() == 1 && !matches!(role, Role::Label(_));
    token.known().any(by_itself)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_of_any_length_is_a_few_hundred_words_that_begin_few_phrases_each() {
        let pieces =
            ["no ", "5 4 ", "不", "满意", "ない", "pas ", "لا", "nahi ", "so ", "I give it a ", "يعني ", "、", "⭐", "a\u{301}", "㍿"];
        for tag in ["en", "zh-CN", "ja", "es", "pt", "fr", "de", "ar", "hi"] {
            let words = Words::of(&Locale::parse(tag).expect("a language tag"));
            for piece in pieces {
                let tokens = words.tokens(&piece.repeat(20_000));
                let phrases = tokens.iter().map(|token| token.phrases.as_deref().unwrap_or_default().len()).max();
                assert!(tokens.len() <= 2 * token::MOST + 40, "{tag} {piece:?}: {} tokens", tokens.len());
                assert!(phrases <= Some(32), "{tag} {piece:?}: {phrases:?} phrases at one word");
            }
        }
    }
}
