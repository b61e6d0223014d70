//! Replies that nobody meant as an answer: reactions, machines, our own question quoted.

use super::cuts::is_text;
use super::lexicon::{Role, Words};
use super::scale::Scale;
use super::token::{self, Token};

/// So many words in a row are a quotation; in a script without blanks so many characters.
const QUOTED: usize = 5;
const QUOTED_UNSPACED: usize = 10;
/// No phrase of a reaction is longer, in words.
const REACTION: usize = 12;
const OPENING: &str = "\"“„«「『";
const CLOSING: &str = "\"”»」』";

/// Whether nobody meant this as an answer.
pub(super) fn is_noise(tokens: &[Token], words: &Words) -> bool {
    is_reaction(tokens, words) || is_reaction_behind(tokens, words) || is_automatic(tokens, words)
}

/// `Liked “…”`, `Reacted 👍 to “…”`, `对“…”点了赞`: how phones without the feature show it.
fn is_reaction(tokens: &[Token], words: &Words) -> bool {
    let Some(first) = tokens.iter().position(Token::is_word) else { return false };
    let only_pictures_before = tokens[..first].iter().all(Token::is_picture);
    let Some(length) = words.find(&tokens[first..], Role::Reaction).filter(|_| only_pictures_before) else { return false };
    let near = tokens.iter().skip(first + length).take(6);
    near.into_iter().any(|token| token.is_mark(OPENING) || token.is_mark("”"))
}

/// `「…」に“いいね”`: the reaction stands behind what it quotes.
fn is_reaction_behind(tokens: &[Token], words: &Words) -> bool {
    let quotes = tokens.first().is_some_and(|token| token.is_mark(OPENING));
    let reacts = |at: usize| {
        let spoken = tokens[at + 1..].iter().filter(|token| token.is_word()).take(REACTION);
        words.find_in(spoken, Role::Reaction).is_some_and(|length| length > 1)
    };
    quotes && (1..tokens.len()).any(|at| tokens[at].is_mark(CLOSING) && reacts(at))
}

fn is_automatic(tokens: &[Token], words: &Words) -> bool {
    let begins_with_a_figure = tokens.first().is_some_and(Token::is_figure);
    let spoken: Vec<&Token> = token::spoken(tokens).collect();
    let says = |at: usize, role: Role| words.find_in(spoken[at..].iter().copied(), role);
    let gives = |at: usize| {
        let number = |length: usize| spoken.get(at + length).is_some_and(|token| token.is_figure()) && spoken.len() == at + length + 1;
        says(at, Role::Give).is_some_and(number)
    };
    let given = |at: usize| {
        let verb = if spoken[at].is_figure() { says(at + 1, Role::Given) } else { None };
        verb.is_some_and(|length| at + 1 + length == spoken.len())
    };
    let automatic = (0..spoken.len()).any(|at| says(at, Role::Automatic).is_some());
    !begins_with_a_figure && automatic && !(0..spoken.len()).any(|at| gives(at) || given(at))
}

/// Whether the reply holds a piece of our own question.
pub(super) fn quotes(scale: &Scale<'_>, tokens: &[Token]) -> bool {
    let written: Vec<&Token> = tokens.iter().filter(|token| is_text(token)).collect();
    written.len() >= QUOTED && scale.own.asked.iter().any(|asked| shares_a_run(asked, &written))
}

fn shares_a_run(asked: &[Token], written: &[&Token]) -> bool {
    let unspaced = asked.iter().filter(|token| token.unspaced_script).count() * 2 > asked.len();
    let length = if unspaced { QUOTED_UNSPACED } else { QUOTED };
    let same = |own: &[Token], piece: &[&Token]| own.iter().zip(piece).all(|(a, b)| a.text == b.text);
    written.windows(length).any(|piece| asked.windows(length).any(|own| same(own, piece)))
}
