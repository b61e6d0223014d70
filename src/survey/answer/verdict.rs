//! From all that a reply claims to one reading: one value without a rival, or none.

use std::ops::Range;

use super::Reading;
use super::claim::{Claim, Reader, SEPARATORS, Source};
use super::figure::Figure;
use super::lexicon::Role;
use super::named::{by_name, named};
use super::scale::{no_value, yes_value};
use super::token::{Shape, Token};
use crate::survey::model::Value;

const SENTENCE: &str = ".!?;。…";

/// What a reply gives as the answer; `None` if it gives none.
pub(super) fn verdict(reader: &Reader<'_>, raw: &str) -> Option<Reading> {
    let claims = claims(reader);
    let named = if reader.scale.is_choice() { named(reader) } else { Vec::new() };
    let Some(main) = main_claim(&claims) else { return by_name(reader, raw, named) };
    let mut values = main.values.clone();
    rivals(reader, &claims, main).into_iter().chain(named).for_each(|value| add(&mut values, value));
    let rest = reader.rest(main.to);
    match values.as_slice() {
        [value] if main.source == Source::YesNo && *value == no_value() && is_only(reader, rest, Role::Polite) => None,
        [_] if matches!(main.source, Source::Label { .. }) && is_turned_round(reader, main) => None,
        [value] => {
            Some(Reading::Answer { value: value.clone(), comment: comment(reader, main, raw), confidence: confidence(reader, main) })
        }
        [_, _] | [_, _, _] => Some(Reading::Ambiguous(values)),
        _ => None,
    }
}

pub(super) fn add(values: &mut Vec<Value>, value: Value) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// Every claim, segment by segment.
fn claims(reader: &Reader<'_>) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let end = segment_end(reader, at);
        let claim = reader.claim(at).filter(|claim| at == 0 || may_come_late(reader, claim));
        let claim = claim.or_else(|| (at..end).find_map(|inside| marked_inside(reader, at, inside)));
        let claim = claim.or_else(|| judged_end(reader, at, end)).or_else(|| (at..end).find_map(|inside| concluded(reader, at, inside)));
        at = claim.as_ref().map_or(end, |claim| segment_end(reader, claim.to)) + 1;
        found.extend(claim);
    }
    found
}

pub(super) fn segment_end(reader: &Reader<'_>, from: usize) -> usize {
    let ends = |token: &Token| token.shape == Shape::Break || token.is_mark(SEPARATORS);
    reader.rest(from).iter().position(ends).map_or(reader.tokens.len(), |length| from + length)
}

/// Behind other words a claim must stand alone in its segment, a bare number at the very end or between sentences.
fn may_come_late(reader: &Reader<'_>, claim: &Claim) -> bool {
    let is_bare = matches!(claim.source, Source::Figure | Source::Word) && !claim.marked;
    let before = &reader.tokens[..claim.from];
    let after = reader.rest(claim.to);
    let sentence = |token: Option<&Token>| token.is_none_or(|t| t.shape == Shape::Break || t.is_mark(SENTENCE));
    let last = !after.iter().any(|token| token.is_word() || token.is_figure());
    let follows_figure = before.iter().rev().find(|t| t.is_word() || t.is_figure()).is_some_and(Token::is_figure);
    if is_bare {
        let corrects = is_only(reader, before, Role::Or) && is_only(reader, before, Role::No);
        !corrects && reader.ends(claim.to) && (last || (sentence(before.last()) && sentence(after.first()))) && !follows_figure
    } else {
        let conditional = reader.find(claim.from, Role::Condition).is_some();
        !conditional && (claim.marked || reader.ends(claim.to))
    }
}

/// "great service 5 stars": a number that says itself that it is a score, if nothing before it casts doubt.
fn marked_inside(reader: &Reader<'_>, segment: usize, at: usize) -> Option<Claim> {
    let before = &reader.tokens[segment..at];
    let doubtful = || [Role::Doubt, Role::Not, Role::Without, Role::Condition].iter().any(|role| reader.words.has(before, *role));
    let number = |at: usize| reader.tokens[at].is_figure() || reader.is_number_word(at);
    let longer = at > segment && number(at - 1);
    let drawn = |token: &Token| matches!(token.shape, Shape::Star | Shape::Hollow);
    let glued = before.last().is_some_and(|t| drawn(t) || (!reader.tokens[at].spaced && matches!(t.shape, Shape::Mark(_))));
    let date = matches!(reader.tokens[at].shape, Shape::Figure(Figure::OutOf(..))) && !is_known(reader, before);
    (at > segment && !glued && !longer && !date && reader.scale.is_rating())
        .then(|| reader.marked_claim(at))
        .flatten()
        .filter(|_| !doubtful())
}

/// "Good 4": a bare figure that ends the reply, behind nothing but judgements that agree with it and words that add nothing.
fn judged_end(reader: &Reader<'_>, segment: usize, end: usize) -> Option<Claim> {
    let says = |token: &Token| token.is_word() || token.is_figure();
    let at = (segment + 1..end).rfind(|at| says(&reader.tokens[*at]))?;
    let is_last = !reader.rest(end).iter().any(says) && reader.tokens[at].is_figure();
    let judgement = judgement(reader, &reader.tokens[segment..at]).filter(|_| is_last)?;
    let claim = reader.claim(at).filter(|claim| reader.ends(claim.to))?;
    let felt = reader.scale.feeling(judgement);
    let disagrees = claim.values.iter().any(|value| felt.as_ref().is_some_and(|felt| reader.scale.are_far(value, felt)));
    (!disagrees).then_some(Claim { led: true, ..claim })
}

/// "I waited 20 minutes so 1": behind a reason, at the very end of the reply.
fn concluded(reader: &Reader<'_>, segment: usize, at: usize) -> Option<Claim> {
    let from = at + reader.find(at, Role::So)?;
    let doubtful = reader.words.has(&reader.tokens[segment..at], Role::Condition);
    let is_last = |claim: &Claim| !reader.rest(claim.to).iter().any(|token| token.is_word() || token.is_figure());
    let claim = reader.claim(from).filter(|claim| reader.ends(claim.to) && is_last(claim))?;
    (!doubtful && matches!(claim.source, Source::Figure | Source::Word)).then_some(Claim { led: true, ..claim })
}

/// Praise or blame, if these tokens are nothing else but words that may stand before a value.
fn judgement(reader: &Reader<'_>, tokens: &[Token]) -> Option<Role> {
    let (mut at, mut found) = (0, None);
    while at < tokens.len() {
        let rest = &tokens[at..];
        let praise = [Role::Good, Role::Nice, Role::Fine].into_iter().filter_map(|role| reader.words.find(rest, role)).max();
        let blame = reader.words.find(rest, Role::Bad);
        let lead = reader.words.find(rest, Role::Lead).or_else(|| rest[0].is_picture().then_some(1));
        let length = praise.max(blame).max(lead)?;
        match (Some(length) == blame, Some(length) == praise) {
            (true, _) => found = Some(Role::Bad),
            (_, true) => found = Some(Role::Good),
            _ => {}
        }
        at += length;
    }
    found
}

/// Whether the word right before is one that scores are given with, so that "4/5" behind it is no date.
fn is_known(reader: &Reader<'_>, before: &[Token]) -> bool {
    let last = &before[before.len().saturating_sub(1)..];
    [Role::Lead, Role::Starter, Role::Good, Role::Bad].iter().any(|role| reader.words.find(last, *role).is_some())
}

/// The first explicit claim; a label only where there is no other.
fn main_claim(claims: &[Claim]) -> Option<&Claim> {
    let explicit = claims.iter().find(|claim| !matches!(claim.source, Source::Label { .. }));
    explicit.or(claims.first())
}

/// Values that stand against the main claim's.
fn rivals(reader: &Reader<'_>, claims: &[Claim], main: &Claim) -> Vec<Value> {
    let mut rivals = Vec::new();
    let mine = main.values.first();
    for claim in claims {
        let softer = matches!(claim.source, Source::Label { .. }) && !matches!(main.source, Source::Label { .. });
        let against = |value: &&Value| !softer || mine.is_some_and(|mine| reader.scale.are_far(mine, value));
        rivals.extend(claim.values.iter().filter(against).cloned());
    }
    if main.source != Source::YesNo {
        rivals.extend(strays(reader, claims));
    }
    if main.source == Source::YesNo && is_qualified(reader, main) {
        rivals.extend([yes_value(), no_value()]);
    }
    rivals.extend(contradiction(reader, main));
    rivals
}

/// Numbers of the scale outside of any claim which count nothing else.
pub(super) fn strays(reader: &Reader<'_>, claims: &[Claim]) -> Vec<Value> {
    let outside = |at: &usize| !claims.iter().any(|claim| (claim.from..claim.to).contains(at));
    (0..reader.tokens.len()).filter(outside).filter_map(|at| stray(reader, at)).collect()
}

fn stray(reader: &Reader<'_>, at: usize) -> Option<Value> {
    let token = &reader.tokens[at];
    let Shape::Figure(Figure::Whole(n)) = token.shape else { return None };
    let before = at.checked_sub(1).map(|before| &reader.tokens[before]).filter(|_| !token.spaced);
    let glued = before.is_some_and(|b| (b.is_word() && !b.unspaced_script) || b.is_mark("$€£¥#@/+"));
    let after = reader.tokens.get(at + 1);
    let amount = after.is_some_and(|a| a.is_mark("%$€£¥°") || (a.is_word() && !a.spaced && !a.unspaced_script));
    let counts = reader.find(at + 1, Role::Unit) > reader.find(at + 1, Role::Point);
    if glued || amount || counts { None } else { reader.scale.number(n) }
}

/// "Yes, but", "yes, not all of it".
fn is_qualified(reader: &Reader<'_>, main: &Claim) -> bool {
    let rest = reader.rest(main.to);
    let turned = main.values.contains(&yes_value()) && is_negated(reader, rest);
    reader.words.has(rest, Role::But) || turned
}

/// Praise behind the lowest number or blame behind the highest: the scale may have been read the wrong way round.
fn contradiction(reader: &Reader<'_>, main: &Claim) -> Option<Value> {
    let mine = main.values.first()?;
    let from = (main.to..reader.tokens.len()).find(|at| reader.tokens[*at].is_word())?;
    let segment = &reader.tokens[from..segment_end(reader, from)];
    if reader.scale.is_yes_no() {
        let start = if from == main.to { main.from } else { from };
        return said_otherwise(reader, start, from..from + segment.len()).filter(|said| said != mine);
    }
    if reader.words.has(segment, Role::But) {
        return None;
    }
    let feeling =
        |at: usize| reader.words.pick(&segment[at..], |role| Some((role, reader.scale.feeling(role)?))).map(|(felt, _)| (at, felt));
    let (at, (role, felt)) = (0..segment.len()).find_map(feeling)?;
    let negated = is_negated(reader, &segment[..at]) || reader.words.has(&segment[..at], Role::Without);
    let felt = match role {
        Role::Good | Role::Bad if negated => return None,
        _ if negated => reader.scale.opposite(&felt)?,
        _ => felt,
    };
    reader.scale.are_far(mine, &felt).then_some(felt)
}

/// What the words behind a yes or no say of the same question: "still broken", "it works now".
fn said_otherwise(reader: &Reader<'_>, start: usize, segment: Range<usize>) -> Option<Value> {
    let resolution = |role: Role| match role {
        Role::Mended => reader.scale.role(Role::Resolved),
        Role::Broken => reader.scale.role(Role::Unresolved),
        _ => None,
    };
    let mut at = segment.start;
    while at < segment.end {
        let rest = &reader.tokens[at..segment.end];
        let whole = |role: Role| if at > segment.start && matches!(role, Role::Yes | Role::No) { None } else { reader.scale.role(role) };
        let said = reader.words.pick(rest, |role| whole(role).or_else(|| resolution(role)));
        let fine = reader.words.find(rest, Role::Fine);
        match said {
            Some((value, length)) if fine.is_none_or(|fine| fine <= length) => {
                let before = &reader.tokens[start..at];
                let doubtful = value == yes_value() && reader.words.has(before, Role::Pending);
                let denied = is_negated(reader, before) || reader.words.has(&reader.tokens[segment.start..at], Role::Without);
                return (!doubtful && !denied).then_some(value);
            }
            _ => at += fine.unwrap_or(1),
        }
    }
    None
}

/// Whether anything is denied here; "not bad" and the like deny nothing.
fn is_negated(reader: &Reader<'_>, tokens: &[Token]) -> bool {
    let mut at = 0;
    while at < tokens.len() {
        let praise = reader.words.find(&tokens[at..], Role::Fine).max(reader.words.find(&tokens[at..], Role::Good));
        match praise {
            Some(length) => at += length,
            None if reader.words.find(&tokens[at..], Role::Not).is_some() => return true,
            None => at += 1,
        }
    }
    false
}

/// Whether the words behind a label deny it; behind blame a denial in another part of the reply is more blame ("nobody came").
fn is_turned_round(reader: &Reader<'_>, main: &Claim) -> bool {
    let low = main.values.first().is_some_and(|value| reader.scale.is_low(value));
    let end = if low { segment_end(reader, main.said) } else { reader.tokens.len() };
    is_negated(reader, &reader.tokens[main.said..end]) || reader.words.has(reader.rest(main.said), Role::But)
}

/// Whether the words here are nothing but phrases of the role.
fn is_only(reader: &Reader<'_>, tokens: &[Token], role: Role) -> bool {
    let words: Vec<Token> = tokens.iter().filter(|token| token.is_word() || token.is_figure()).cloned().collect();
    !words.is_empty() && reader.words.find(&words, role) == Some(words.len())
}

/// The words beside the claim, as they were written.
fn comment(reader: &Reader<'_>, claim: &Claim, raw: &str) -> Option<String> {
    let start = reader.tokens.get(claim.from).map_or(0, |token| token.start);
    let end = claim.to.checked_sub(1).and_then(|last| reader.tokens.get(last)).map_or(raw.len(), |token| token.end);
    let before = tidy(raw.get(..start)?);
    let after = tidy(raw.get(end..)?);
    let repeats = |name: &super::scale::Name| is_words(reader.rest(claim.to), &name.words) && claim.values.contains(&name.value);
    let only_label = reader.scale.names.iter().any(repeats) || says_the_same(reader, claim);
    let greets = is_only(reader, &reader.tokens[..claim.from], Role::Idle);
    match (has_letters(before) && !greets, has_letters(after) && !only_label) {
        (true, true) => Some(raw.to_owned()),
        (true, false) => Some(before.to_owned()),
        (false, true) => Some(after.to_owned()),
        (false, false) => None,
    }
}

/// Whether all that follows is the value once more, in the usual words.
fn says_the_same(reader: &Reader<'_>, claim: &Claim) -> bool {
    let words: Vec<Token> = reader.rest(claim.to).iter().filter(|token| token.is_word() || token.is_figure()).cloned().collect();
    let said = reader.words.pick(&words, |role| reader.scale.role(role)).filter(|(_, length)| *length == words.len());
    claim.source != Source::YesNo && said.is_some_and(|(said, _)| claim.values.iter().all(|value| !reader.scale.are_far(value, &said)))
}

fn is_words(tokens: &[Token], words: &[String]) -> bool {
    tokens.iter().filter(|token| !token.text.is_empty()).map(|token| &token.text).eq(words)
}

fn tidy(text: &str) -> &str {
    const EDGES: &str = ",;:，；：、-–—~～·|";
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || EDGES.contains(c) || ".!?。！？．・…)）]”\"#*".contains(c));
    let inner = start.trim_end_matches(|c: char| c.is_whitespace() || EDGES.contains(c));
    let bare = inner.strip_prefix(['(', '（']).and_then(|open| open.strip_suffix([')', '）']));
    bare.unwrap_or(inner)
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// How sure: 1 for the bare value, less the looser it was written.
fn confidence(reader: &Reader<'_>, claim: &Claim) -> f32 {
    let base: f32 = match claim.source {
        Source::Figure | Source::Key => 1.0,
        Source::YesNo | Source::Stars => 0.98,
        Source::Word | Source::Label { slip: false } => 0.97,
        Source::Ordinal => 0.93,
        Source::Label { slip: true } => 0.9,
    };
    let alone = !reader.rest(claim.to).iter().any(Token::is_word);
    let first = claim.from == 0;
    base - if alone { 0.0 } else { 0.03 } - if claim.led { 0.02 } else { 0.0 } - if first { 0.0 } else { 0.05 }
}
