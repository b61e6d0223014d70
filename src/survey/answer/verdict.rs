//! From all that a reply claims to one reading: one value without a rival, or none.

use std::ops::Range;

use super::Reading;
use super::claim::{Claim, Reader, SEPARATORS, Source};
use super::figure::Figure;
use super::late::{claim_inside, may_come_late};
use super::lexicon::Role;
use super::named::{by_name, named};
use super::revised::{is_deducted, is_supposed, revised};
use super::scale::{no_value, yes_value};
use super::token::{Shape, Token, spoken};
use crate::survey::model::Value;

/// What a reply gives as the answer; `None` if it gives none.
pub(super) fn verdict(reader: &Reader<'_>, raw: &str) -> Option<Reading> {
    let claims = revised(reader).map_or_else(|| claims(reader), |claim| vec![claim]);
    let named = if reader.scale.is_choice() { named(reader) } else { Vec::new() };
    let Some(main) = main_claim(&claims) else { return by_name(reader, raw, named).or_else(|| best(reader)) };
    let mut values = main.values.clone();
    rivals(reader, &claims, main).into_iter().chain(named).for_each(|value| add(&mut values, value));
    let rest = reader.rest(main.to);
    match values.as_slice() {
        [value] if main.source == Source::YesNo && *value == no_value() && is_refusal(reader, rest) => None,
        [_] if matches!(main.source, Source::Label { .. }) && is_turned_round(reader, main) => None,
        [_] if main.source == Source::Figure && !main.marked && reader.is_asked(main.to) && has_words(rest) => None,
        [value] if is_laughed_at(reader, value) || is_mock_ease(reader, main, value) => None,
        [_] if has_words(rest) && reader.words.has(&reader.tokens[..main.said], Role::Reported) => None,
        [value] => {
            Some(Reading::Answer { value: value.clone(), comment: comment(reader, main, raw), confidence: confidence(reader, main) })
        }
        [_, _] | [_, _, _] => Some(Reading::Ambiguous(values)),
        _ => None,
    }
}

/// "Excellent!", "perfect service, thanks": a word for the scale's best end, where nothing else is said.
fn best(reader: &Reader<'_>) -> Option<Reading> {
    let glad = |token: &Token| token.is_mark(".!,،。！¡") || token.is_mark("👏👍🙏😊😀😃😄😁🥰😍👌💯🎉🌟");
    let plain = reader.tokens.iter().all(|token| token.is_word() || token.shape == Shape::Break || glad(token));
    let said = reader.scale.satisfaction && plain && reader.words.has(reader.tokens, Role::Best);
    let (_, max) = reader.scale.ends().filter(|_| said && is_covered(reader, reader.tokens, &[Role::Best, Role::Polite]))?;
    Some(Reading::Answer { value: Value::Number(max), comment: None, confidence: 0.9 })
}

/// "5 for an hour on hold, haha", "5 🙄", "5 for hanging up on me": full marks with mockery are no praise.
fn is_laughed_at(reader: &Reader<'_>, value: &Value) -> bool {
    let full = reader.scale.feeling(Role::Good).is_some_and(|full| full == *value);
    let counts = |at: usize| (reader.tokens[at].is_figure() || reader.is_number_word(at)) && reader.find(at + 1, Role::Unit).is_some();
    let laughs = |last: usize| reader.find(last, Role::Laughter).is_some();
    let first_or_last = || {
        let ends = [reader.tokens.iter().position(Token::is_word), reader.tokens.iter().rposition(Token::is_word)];
        ends.into_iter().flatten().any(laughs)
    };
    let laughed = || first_or_last() && (0..reader.tokens.len()).any(counts);
    let words = || reader.tokens.iter().filter(|token| token.is_word()).count();
    let eyes_roll = || reader.tokens.iter().any(|token| token.is_mark("🙄🤡🤦🤷😒")) && words() > 1;
    full && (laughed() || eyes_roll() || reader.words.has(reader.tokens, Role::Grievance))
}

/// "Very easy, only took 3 hours", "simple, 4 calls": what is counted beside it makes a label above the middle mockery.
fn is_mock_ease(reader: &Reader<'_>, main: &Claim, value: &Value) -> bool {
    let label = matches!(main.source, Source::Label { .. }) && !reader.scale.is_low(value);
    let counts = |at: usize| {
        let several = reader.word_number(at).map_or(reader.tokens[at].is_figure() && reader.tokens[at].text != "1", |n| n != 1);
        several && reader.find(at + 1, Role::Tedious).is_some()
    };
    label && !reader.scale.satisfaction && (main.to..reader.tokens.len()).any(counts)
}

fn has_words(tokens: &[Token]) -> bool {
    tokens.iter().any(Token::is_word)
}

pub(super) fn add(values: &mut Vec<Value>, value: Value) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// Every claim, segment by segment.
fn claims(reader: &Reader<'_>) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    let (mut at, mut first) = (0, true);
    while at < reader.tokens.len() {
        let end = segment_end(reader, at);
        let claim = reader.claim(at).filter(|claim| first || may_come_late(reader, claim));
        let claim = claim.or_else(|| claim_inside(reader, at..end));
        first = first && claim.is_none() && only_greets(reader, &reader.tokens[at..end]);
        at = claim.as_ref().map_or(end, |claim| segment_end(reader, claim.to)) + 1;
        found.extend(claim);
    }
    found
}

pub(super) fn segment_end(reader: &Reader<'_>, from: usize) -> usize {
    let ends = |token: &Token| token.shape == Shape::Break || token.is_mark(SEPARATORS);
    reader.rest(from).iter().position(ends).map_or(reader.tokens.len(), |length| from + length)
}

/// Nothing but greetings and thanks; "no" and the like correct something.
fn only_greets(reader: &Reader<'_>, before: &[Token]) -> bool {
    is_covered(reader, before, &[Role::Idle, Role::Polite]) && !reader.words.has(before, Role::Or)
}

/// Whether every word here belongs to a phrase of one of the roles.
pub(super) fn is_covered(reader: &Reader<'_>, tokens: &[Token], roles: &[Role]) -> bool {
    let mut rest = spoken(tokens);
    while let Some(length) = roles.iter().filter_map(|role| reader.words.find_in(rest.clone(), *role)).max() {
        rest.nth(length.saturating_sub(1));
    }
    rest.next().is_none()
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
        rivals.extend(
            stray_places(reader, claims)
                .filter(|(at, _)| !mine.is_some_and(|mine| is_deducted(reader, *at, mine)) && !is_supposed(reader, *at))
                .map(|(_, value)| value),
        );
    }
    if main.source == Source::YesNo && is_qualified(reader, main) {
        rivals.extend([yes_value(), no_value()]);
    }
    rivals.extend(contradiction(reader, main));
    rivals
}

/// Numbers of the scale outside of any claim which count nothing else.
pub(super) fn strays(reader: &Reader<'_>, claims: &[Claim]) -> Vec<Value> {
    stray_places(reader, claims).map(|(_, value)| value).collect()
}

fn stray_places(reader: &Reader<'_>, claims: &[Claim]) -> impl Iterator<Item = (usize, Value)> {
    let outside = |at: &usize| !claims.iter().any(|claim| (claim.from..claim.to).contains(at));
    (0..reader.tokens.len()).filter(outside).filter_map(|at| Some((at, stray(reader, at)?)))
}

fn stray(reader: &Reader<'_>, at: usize) -> Option<Value> {
    let token = &reader.tokens[at];
    let Shape::Figure(Figure::Whole(n)) = token.shape else { return None };
    let before = at.checked_sub(1).map(|before| &reader.tokens[before]).filter(|_| !token.spaced);
    let joined = at > 0 && reader.is_joint(at - 1);
    let glued = before.is_some_and(|b| (b.is_word() && !b.unspaced_script && !joined) || b.is_mark("$€£¥#@/+"));
    let after = reader.tokens.get(at + 1);
    let amount = after.is_some_and(|a| a.is_mark("%$€£¥°") || (a.is_word() && !a.spaced && !a.unspaced_script));
    let counts = reader.find(at + 1, Role::Unit) > reader.find(at + 1, Role::Point);
    if glued || amount || counts || reader.is_in_a_row(at + 1) { None } else { reader.scale.number(n) }
}

/// "Yes, but", "yes, not all of it", "yes in theory"; but not "yes, took long, but yes" or "no, unfortunately".
fn is_qualified(reader: &Reader<'_>, main: &Claim) -> bool {
    let rest = reader.rest(main.to);
    let says_yes = main.values.contains(&yes_value());
    let again = |at: usize| reader.value(at).is_some_and(|spot| spot.values == main.values && reader.ends(spot.next));
    let turns = |at: usize| {
        let but = reader.find(at, Role::But);
        but.is_some_and(|length| !again(at + length)) && (says_yes || reader.find(at, Role::Regret).is_none())
    };
    let from = main.to + reader.rest(main.to).iter().take_while(|token| !token.is_word()).count();
    let in_part = says_yes && reader.words.has(&reader.tokens[from..segment_end(reader, from)], Role::Partly);
    in_part || (main.to..reader.tokens.len()).any(turns) || (says_yes && is_negated(reader, rest))
}

/// Praise beside the lowest number or blame beside the highest: the scale may have been read the wrong way round.
/// The middle is the middle both ways.
fn contradiction(reader: &Reader<'_>, main: &Claim) -> Option<Value> {
    let mine = main.values.first()?;
    let from = (main.to..reader.tokens.len()).find(|at| reader.tokens[*at].is_word()).unwrap_or(reader.tokens.len());
    let segment = &reader.tokens[from..segment_end(reader, from)];
    if reader.scale.is_yes_no() {
        let start = if from == main.to { main.from } else { from };
        return said_otherwise(reader, start, from..from + segment.len()).filter(|said| said != mine);
    }
    let before = felt(reader, &reader.tokens[..main.from], |role| matches!(role, Role::Good | Role::Bad));
    let behind = felt(reader, segment, |_| true);
    let explained = reader.find(main.to, Role::Reason).is_some()
        && reader.scale.ends().is_some_and(|(min, max)| main.source == Source::Figure && ![min, max].map(Value::Number).contains(mine));
    let both_ways = explained || reader.scale.opposite(mine).as_ref() == Some(mine);
    [before, behind].into_iter().flatten().find(|felt| !both_ways && reader.scale.are_far(mine, felt))
}

/// The value of the first praise or blame here, unless a "but" says that there is more to it.
fn felt(reader: &Reader<'_>, tokens: &[Token], tells: fn(Role) -> bool) -> Option<Value> {
    if reader.words.has(tokens, Role::But) {
        return None;
    }
    let told = |role: Role| if tells(role) { Some((role, reader.scale.feeling(role)?)) } else { None };
    let feeling = |at: usize| reader.words.pick(&tokens[at..], told).map(|(felt, _)| (at, felt));
    let (at, (role, felt)) = (0..tokens.len()).find_map(feeling)?;
    let negated = is_negated(reader, &tokens[..at]) || reader.words.has(&tokens[..at], Role::Without);
    match role {
        Role::Good | Role::Bad if negated => None,
        _ if negated => reader.scale.opposite(&felt),
        _ => Some(felt),
    }
}

/// What the words behind a yes or no say of the same question: "still broken", "it works now".
pub(super) fn said_otherwise(reader: &Reader<'_>, start: usize, segment: Range<usize>) -> Option<Value> {
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
                let before = &reader.tokens[behind_no(reader, start, at)..at];
                let doubtful = value == yes_value() && reader.words.has(before, Role::Pending);
                let denied = is_negated(reader, before) || reader.words.has(&reader.tokens[segment.start..at], Role::Without);
                return (!doubtful && !denied).then_some(value);
            }
            _ => at += fine.unwrap_or(1),
        }
    }
    None
}

/// Behind the words that are a no by themselves: they answer, and deny nothing of what follows.
fn behind_no(reader: &Reader<'_>, from: usize, to: usize) -> usize {
    (from..to).find(|at| reader.words.find(&reader.tokens[*at..=*at], Role::No).is_none()).unwrap_or(to)
}

/// Whether anything is denied here; "not bad" and the like deny nothing.
fn is_negated(reader: &Reader<'_>, tokens: &[Token]) -> bool {
    let mut at = 0;
    while at < tokens.len() {
        let praise = [Role::Fine, Role::Good, Role::Whole].iter().filter_map(|role| reader.words.find(&tokens[at..], *role)).max();
        match praise {
            Some(length) => at += length,
            None if reader.words.find(&tokens[at..], Role::Not).is_some() => return true,
            None => at += 1,
        }
    }
    false
}

/// "No, thanks", "no, I don't want to answer".
fn is_refusal(reader: &Reader<'_>, rest: &[Token]) -> bool {
    is_only(reader, rest, Role::Polite) || is_only(reader, rest, Role::Refusal)
}

/// A denial turns praise round; behind blame in another part of the reply it only goes on ("unhappy, nobody helped").
fn is_turned_round(reader: &Reader<'_>, main: &Claim) -> bool {
    let blames = main.values.iter().all(|value| reader.scale.is_low(value));
    let end = if blames { segment_end(reader, main.said) } else { reader.tokens.len() };
    is_negated(reader, &reader.tokens[main.said..end]) || reader.words.has(reader.rest(main.said), Role::But)
}

/// Whether the words here are nothing but phrases of the role.
pub(super) fn is_only(reader: &Reader<'_>, tokens: &[Token], role: Role) -> bool {
    let mut words = spoken(tokens);
    reader.words.find_in(words.clone(), role).is_some_and(|length| words.nth(length).is_none())
}

/// The words beside the claim, as they were written.
fn comment(reader: &Reader<'_>, claim: &Claim, raw: &str) -> Option<String> {
    let start = reader.tokens.get(claim.from).map_or(0, |token| token.start);
    let end = claim.to.checked_sub(1).and_then(|last| reader.tokens.get(last)).map_or(raw.len(), |token| token.end);
    let before = tidy(raw.get(..start)?);
    let after = tidy(raw.get(end..)?);
    let repeats = |name: &super::scale::Name| is_words(reader.rest(claim.to), &name.words) && claim.values.contains(&name.value);
    let only_label = reader.scale.own.names.iter().any(repeats) || says_the_same(reader, claim);
    let greets = is_only(reader, &reader.tokens[..claim.from], Role::Idle);
    match (has_letters(before) && !greets, has_letters(after) && !only_label) {
        (true, true) => Some(raw.to_owned()),
        (true, false) => Some(before.to_owned()),
        (false, true) => Some(after.to_owned()),
        (false, false) => None,
    }
}

/// Whether all that follows is the value once more, in words.
fn says_the_same(reader: &Reader<'_>, claim: &Claim) -> bool {
    let words = spoken(reader.rest(claim.to));
    let number = |role: Role| if let Role::Number(n) = role { reader.scale.number(n) } else { None };
    let said = reader
        .words
        .pick_in(words.clone(), |role| reader.scale.role(role).or_else(|| number(role)))
        .filter(|(_, length)| *length == words.clone().count());
    claim.source != Source::YesNo && said.is_some_and(|(said, _)| claim.values.iter().all(|value| !reader.scale.are_far(value, &said)))
}

fn is_words(tokens: &[Token], words: &[String]) -> bool {
    tokens.iter().filter(|token| !token.text.is_empty()).map(|token| &token.text).eq(words)
}

fn tidy(text: &str) -> &str {
    const EDGES: &str = ",;:，；：、،؛-–—~～·|";
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || EDGES.contains(c) || ".!?。！？؟।．・…)）]”\"#*".contains(c));
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
