//! Scores behind other words: in a later part of a reply, or inside of one.

use std::ops::Range;

use super::claim::{Claim, Reader, SEPARATORS, Source};
use super::figure::Figure;
use super::lexicon::Role;
use super::token::{Shape, Token};
use super::verdict::{add, is_covered, is_only};
use crate::survey::model::Value;

const SENTENCE: &str = ".!?;。…";
/// In tokens; who writes more says more than a judgement.
const LONGEST_JUDGEMENT: usize = 12;

/// Behind other words a claim must stand alone in its segment, a bare number at the very end or between sentences.
pub(super) fn may_come_late(reader: &Reader<'_>, claim: &Claim) -> bool {
    let is_bare = matches!(claim.source, Source::Figure | Source::Word) && !claim.marked;
    let before = &reader.tokens[..claim.from];
    let after = reader.rest(claim.to);
    let sentence = |token: Option<&Token>| token.is_none_or(|t| t.shape == Shape::Break || t.is_mark(SENTENCE));
    let last = !after.iter().any(|token| token.is_word() || token.is_figure());
    let follows_figure = before.iter().rev().find(|t| t.is_word() || t.is_figure()).is_some_and(Token::is_figure);
    let asked = claim.values.len() == 1 && after.first().is_some_and(|token| token.is_mark("?"));
    if depends(reader, claim.from) || asked {
        false
    } else if is_bare {
        let is_only = |role: Role| is_only(reader, before, role);
        let corrects = is_only(Role::Or) && (!reader.scale.is_rating() || is_only(Role::No) || is_only(Role::Doubt));
        let closes = sentence(after.first()) && (sentence(before.last()) || is_covered(reader, after, &[Role::Polite, Role::Idle]));
        let apart = last || closes || is_explained(reader, claim);
        !corrects && !is_numbered(reader, before) && reader.ends(claim.to) && apart && !follows_figure
    } else {
        reader.find(claim.from, Role::Condition).is_none() && (claim.marked || reader.ends(claim.to))
    }
}

/// "Well, 4, because she was kind".
fn is_explained(reader: &Reader<'_>, claim: &Claim) -> bool {
    let comma = reader.tokens.get(claim.to).is_some_and(|token| token.is_mark(",;"));
    reader.find(claim.to + usize::from(comma), Role::Reason).is_some()
}

/// "Order no. 4": the full stop shortens a word that numbers things.
fn is_numbered(reader: &Reader<'_>, before: &[Token]) -> bool {
    let [.., word, stop] = before else { return false };
    stop.is_mark(".") && !stop.spaced && reader.words.find(std::slice::from_ref(word), Role::OptionLead).is_some()
}

/// "If it gets solved, 5": the part right before a comma is a condition.
fn depends(reader: &Reader<'_>, from: usize) -> bool {
    let Some(comma) = from.checked_sub(1).filter(|before| reader.tokens[*before].is_mark(",")) else { return false };
    let ends = |token: &Token| token.shape == Shape::Break || token.is_mark(SEPARATORS);
    let start = reader.tokens[..comma].iter().rposition(ends).map_or(0, |mark| mark + 1);
    reader.find(start, Role::Condition).is_some()
}

/// The claim of a number that shows itself that it is a score, inside of a segment.
pub(super) fn claim_inside(reader: &Reader<'_>, segment: Range<usize>) -> Option<Claim> {
    let Range { start, end } = segment;
    let inside = || start + 1..end;
    let marked = inside().find_map(|at| marked(reader, start, at));
    let given = || (start..end).find_map(|at| given(reader, start, at));
    let judged = || inside().find_map(|at| judged(reader, start, at));
    let shown =
        || inside().find_map(|at| articled(reader, start, at).or_else(|| answered(reader, start, at)).or_else(|| announced(reader, at)));
    marked.or_else(given).or_else(judged).or_else(shown)
}

/// "Great service 5 stars", if nothing before it casts doubt.
fn marked(reader: &Reader<'_>, segment: usize, at: usize) -> Option<Claim> {
    let before = &reader.tokens[segment..at];
    let longer = reader.tokens[at - 1].is_figure() || reader.is_number_word(at - 1);
    let drawn = |token: &Token| matches!(token.shape, Shape::Star | Shape::Hollow);
    let glued = before.last().is_some_and(|t| drawn(t) || (!reader.tokens[at].spaced && matches!(t.shape, Shape::Mark(_))));
    let date = matches!(reader.tokens[at].shape, Shape::Figure(Figure::OutOf(..))) && !is_known(reader, before);
    if glued || longer || date || !reader.scale.is_rating() {
        return None;
    }
    let doubts = [Role::Doubt, Role::Not, Role::Without, Role::Condition, Role::Among];
    let doubtful = || depends(reader, segment) || doubts.iter().any(|role| reader.words.has(before, *role));
    reader.marked_claim(at).filter(|_| !doubtful())
}

/// Whether the word right before is one that scores are given with, so that "4/5" behind it is no date.
fn is_known(reader: &Reader<'_>, before: &[Token]) -> bool {
    let last = &before[before.len().saturating_sub(1)..];
    [Role::Lead, Role::Starter, Role::Good, Role::Bad].iter().any(|role| reader.words.find(last, *role).is_some())
}

/// "Great service I give 5", "I waited for hours so 1": announced, and nothing else behind it.
fn given(reader: &Reader<'_>, segment: usize, at: usize) -> Option<Claim> {
    let length = reader.find(at, Role::Give)?;
    let claim = reader.claim(at).or_else(|| reader.claim(at + length))?;
    let before = &reader.tokens[segment..at];
    let denied = |from: usize| {
        let reaches = |role, least| reader.find(from, role).is_some_and(|length| from + length >= least);
        reaches(Role::Not, at) || reaches(Role::Without, at) || reaches(Role::Former, at) || reaches(Role::Doubt, at + 1)
    };
    let doubtful = || reader.words.has(before, Role::Condition) || (at.saturating_sub(4).max(segment)..at).any(denied);
    let closed = reader.ends(claim.to) || reader.find(claim.to, Role::Reason).is_some();
    let sure = matches!(claim.source, Source::Figure | Source::Word) && closed;
    (sure && !doubtful()).then_some(Claim { led: true, ..claim })
}

/// What makes a number behind it no score that is given.
const DOUBTS: [Role; 8] = [Role::Doubt, Role::Pending, Role::Not, Role::Without, Role::Condition, Role::Among, Role::Former, Role::Denial];

/// "They are worth a 4": an article before a digit that counts nothing.
fn articled(reader: &Reader<'_>, segment: usize, at: usize) -> Option<Claim> {
    let article = at > segment + 1 && reader.find(at - 1, Role::Indefinite) == Some(1);
    let shown = article && reader.tokens[at].is_figure() && reader.scale.is_rating();
    let before = &reader.tokens[segment..at];
    let sure = || !depends(reader, segment) && !DOUBTS.iter().any(|role| reader.words.has(before, *role));
    if !shown || !sure() {
        return None;
    }
    reader.late_claim(at).filter(|claim| claim.values.len() == 1 && reader.ends(claim.to) && !is_asked_about(reader, claim))
}

/// "खुश हूं 5 दूंगा": a digit and right behind it the verb that gives it.
fn answered(reader: &Reader<'_>, segment: usize, at: usize) -> Option<Claim> {
    let token = &reader.tokens[at];
    let number = token.is_figure() && (token.spaced || reader.tokens[at - 1].unspaced_script) && reader.scale.is_rating();
    let spot = if number { reader.value(at)? } else { return None };
    let length = reader.find(spot.next, Role::Given)?;
    let doubts = [Role::Doubt, Role::Condition, Role::Former];
    let doubtful = doubts.iter().any(|role| reader.words.has(&reader.tokens[segment..at], *role));
    let claim = reader.late_claim(at)?;
    let behind = claim.to.max(spot.next + length);
    let said = !doubtful && spot.values.len() == 1 && (reader.ends(behind) || reader.find(behind, Role::Reason).is_some());
    (said && !is_asked_about(reader, &claim)).then_some(claim)
}

/// "A mess at first, then Tom fixed it: 4": a digit behind a colon or an arrow that ends a whole sentence, and the reply.
fn announced(reader: &Reader<'_>, at: usize) -> Option<Claim> {
    const SENTENCE_WORDS: usize = 5;
    let before = &reader.tokens[..at - 1];
    let several = reader.word_number(at).is_some_and(|n| n > 1);
    let arrow =
        reader.tokens[at - 1].is_mark("→⇒➡") || (at > 1 && reader.tokens[at - 1].is_mark(">") && reader.tokens[at - 2].is_mark("-="));
    let shows = arrow || reader.tokens[at - 1].is_mark(":");
    let colon = (reader.tokens[at].is_figure() || several) && shows && reader.scale.is_rating();
    let words = || before.iter().filter(|token| token.is_word()).count();
    let counts = || [Role::Unit, Role::Condition].iter().any(|role| reader.words.has(before, *role));
    if !colon || words() < SENTENCE_WORDS || (!arrow && (counts() || before.iter().any(Token::is_figure))) {
        return None;
    }
    let ends = |claim: &Claim| !reader.rest(claim.to).iter().any(|token| token.is_word() || token.is_figure());
    reader.late_claim(at).filter(|claim| ends(claim) && !is_asked_about(reader, claim))
}

fn is_asked_about(reader: &Reader<'_>, claim: &Claim) -> bool {
    reader.rest(claim.to).first().is_some_and(|token| token.is_mark("?"))
}

/// "Excellent service 5": nothing but a judgement before the number; one that does not go with it ("super 1") is a second value.
fn judged(reader: &Reader<'_>, segment: usize, at: usize) -> Option<Claim> {
    let (token, before) = (&reader.tokens[at], &reader.tokens[at - 1]);
    let number = token.is_figure() || (!token.unspaced_script && reader.is_number_word(at));
    let apart = token.spaced || before.unspaced_script || before.is_picture();
    if !number || !apart || at - segment > LONGEST_JUDGEMENT || !reader.scale.is_rating() {
        return None;
    }
    let judgement = judgement(reader, &reader.tokens[segment..at])?;
    let mut claim = reader.late_claim(at).filter(|claim| reader.ends(claim.to))?;
    let felt = judgement.into_iter().filter_map(|role| reader.scale.feeling(role));
    let against: Vec<Value> = felt.filter(|felt| claim.values.iter().any(|value| reader.scale.are_far(value, felt))).collect();
    against.into_iter().for_each(|value| add(&mut claim.values, value));
    Some(claim)
}

/// Praise and blame, if these tokens are nothing else but words that add nothing.
fn judgement(reader: &Reader<'_>, tokens: &[Token]) -> Option<Vec<Role>> {
    let (mut at, mut found) = (0, Vec::new());
    while at < tokens.len() {
        let rest = &tokens[at..];
        let longest = |roles: &[Role]| roles.iter().filter_map(|role| reader.words.find(rest, *role)).max();
        let (praise, blame) = (longest(&[Role::Good, Role::Nice, Role::Fine]), longest(&[Role::Bad]));
        let picture = (!rest[0].is_word() && !rest[0].is_figure()).then_some(1);
        let plain = longest(&[Role::Lead, Role::Polite, Role::Particle]).or(picture);
        let judges = praise.max(blame);
        if longest(&[Role::Condition, Role::Doubt, Role::Not]) > judges {
            return None;
        }
        if judges.is_some() && judges >= plain {
            found.push(if blame >= praise { Role::Bad } else { Role::Good });
        }
        at += judges.max(plain)?;
    }
    (!found.is_empty()).then_some(found)
}
