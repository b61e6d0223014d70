//! A choice by the names of its options.

use std::ops::Range;

use super::Reading;
use super::claim::{Reader, SEPARATORS};
use super::lexicon::{Role, matches, nearly_matches};
use super::token::{Shape, Token};
use super::verdict::{add, segment_end, strays};
use crate::survey::model::Value;

/// The options that a text names and does not clear.
pub(super) fn named(reader: &Reader<'_>) -> Vec<Value> {
    let mut values = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let rest = reader.rest(at);
        let alike = rest[0].text.chars().next().into_iter().flat_map(|letter| reader.scale.own.names_with(letter));
        let names = alike.filter(|name| matches(rest, &name.words) || nearly_matches(rest, &name.words));
        let Some(name) = names.max_by_key(|name| name.words.len()) else {
            at += 1;
            continue;
        };
        let end = at + name.words.len();
        if !is_cleared(reader, at, end) {
            add(&mut values, name.value.clone());
        }
        at = end;
    }
    values
}

/// "Not the price", "the price was fine", "a good price", "wait a minute"; but "no result" complains of it.
fn is_cleared(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let before = &reader.tokens[at.saturating_sub(4)..at];
    let parts = |i: &usize| {
        before[*i].shape == Shape::Break || before[*i].is_mark(SEPARATORS) || reader.words.find(&before[*i..], Role::But).is_some()
    };
    let from = (0..before.len()).rfind(parts).map_or(0, |part| part + 1);
    let before = &before[from..];
    let lacking = covers(reader, at - before.len()..at, at, Role::Lack);
    let denied = says_no(reader, before) || reader.words.has(before, Role::Without);
    let denied = denied || (is_denied_behind(reader, end) && !reader.words.has(&reader.tokens[at..end], Role::Not));
    let aside = covers(reader, at.saturating_sub(4)..at + 1, at, Role::Aside) || is_interjection(reader, at, end);
    !lacking && (denied || aside || is_praised_before(reader, before) || is_praised_behind(reader, end))
}

/// Whether a denial stands here that is no part of another word ("特别" holds "别").
fn says_no(reader: &Reader<'_>, tokens: &[Token]) -> bool {
    let within = |at: usize| (0..=at).any(|from| reader.words.find(&tokens[from..], Role::Whole).is_some_and(|length| from + length > at));
    (0..tokens.len()).any(|at| reader.words.find(&tokens[at..], Role::Not).is_some() && !within(at))
}

/// "El precio no": nothing but a denial stands behind it.
fn is_denied_behind(reader: &Reader<'_>, end: usize) -> bool {
    let after = segment_end(reader, end) - end;
    after > 0 && reader.find(end, Role::Not) == Some(after)
}

/// Whether a phrase of the role begins at one of these tokens and reaches over the token at `at`.
fn covers(reader: &Reader<'_>, starts: Range<usize>, at: usize, role: Role) -> bool {
    starts.into_iter().any(|start| reader.find(start, role).is_some_and(|length| start + length > at))
}

/// "Wait, what?": a word that also asks to pause, with a mark and further words behind it.
fn is_interjection(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let opens = at == 0 && reader.find(at, Role::Or) == Some(end - at);
    let pauses = reader.tokens.get(end).is_some_and(|token| token.is_mark(SEPARATORS));
    opens && pauses && reader.rest(end).iter().any(Token::is_word)
}

/// "A good price", "the good, friendly attitude".
fn is_praised_before(reader: &Reader<'_>, before: &[Token]) -> bool {
    (0..before.len()).any(|i| reader.words.find(&before[i..], Role::Nice) == Some(before.len() - i))
}

/// "The price was fine", unless that is denied, blame, or of something else behind a "but".
fn is_praised_behind(reader: &Reader<'_>, end: usize) -> bool {
    let after = &reader.tokens[end..segment_end(reader, end).min(end + 5)];
    let praise = |i: &usize| {
        let rest = &after[*i..];
        let length = reader.words.find(rest, Role::Fine).max(reader.words.find(rest, Role::Nice));
        length > reader.words.find(rest, Role::Bad)
    };
    let turned = |before: &[Token]| [Role::Not, Role::Without, Role::But].iter().any(|role| reader.words.has(before, *role));
    (0..after.len()).find(praise).is_some_and(|i| !turned(&after[..i]))
}

/// A choice by the names of its options alone.
pub(super) fn by_name(reader: &Reader<'_>, raw: &str, named: Vec<Value>) -> Option<Reading> {
    match named.as_slice() {
        [] => None,
        // "It depends; with that agent I'd like it": what was said holds for a part only.
        [_] if reader.find(0, Role::Condition).is_some() => None,
        [value] if strays(reader, &[]).iter().all(|stray| stray == value) => {
            Some(Reading::Answer { value: value.clone(), comment: Some(raw.to_owned()), confidence: 0.9 })
        }
        [_] | [_, _] | [_, _, _] => {
            let mut values = named;
            strays(reader, &[]).into_iter().for_each(|value| add(&mut values, value));
            (values.len() <= 3).then_some(Reading::Ambiguous(values))
        }
        _ => None,
    }
}
