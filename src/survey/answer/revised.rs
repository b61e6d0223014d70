//! Two numbers of which the reply itself tells the one that counts: the other is corrected, withdrawn or denied.

use super::claim::{Claim, Reader, Source, Spot};
use super::lexicon::Role;
use super::token::{Shape, Token};
use super::verdict::is_covered;
use crate::survey::model::Value;

/// A number of the scale where it stands.
struct Said {
    at: usize,
    spot: Spot,
}

/// Words that may stand around corrected numbers and add nothing.
const AROUND: [Role; 11] = [
    Role::Correction,
    Role::Hedge,
    Role::Lead,
    Role::Particle,
    Role::Laughter,
    Role::Polite,
    Role::Idle,
    Role::Give,
    Role::Former,
    Role::Denial,
    Role::Indefinite,
];
/// A last number with one of these is not given.
const DOUBTFUL: [Role; 5] = [Role::Condition, Role::Doubt, Role::Former, Role::Denial, Role::Supposed];
const MARKS_BETWEEN: &str = ",.!;:()-–—…、。*\"/~";

/// The claim of the number that counts, if there are two and words say which.
pub(super) fn revised(reader: &Reader<'_>) -> Option<Claim> {
    if reader.scale.is_yes_no() {
        return None;
    }
    let said = numbers(reader);
    if let [first, second, third] = said.as_slice() {
        return settled(reader, first, second, third);
    }
    let [first, second] = said.as_slice() else { return None };
    if first.spot.values == second.spot.values {
        return None;
    }
    withdrawn(reader, first, second).or_else(|| chosen(reader, first, second))
}

/// Every number that would be a score by itself.
fn numbers(reader: &Reader<'_>) -> Vec<Said> {
    let (mut at, mut found) = (0, Vec::new());
    while at < reader.tokens.len() && found.len() < 3 {
        let is_number = reader.tokens[at].is_figure() || reader.is_number_word(at);
        let article = reader.article(at).is_some();
        let spot = if is_number && !article { reader.value(at) } else { None };
        match spot.filter(|spot| matches!(spot.source, Source::Figure | Source::Word) && spot.values.len() == 1) {
            Some(spot) => {
                let next = spot.next.max(at + 1);
                found.push(Said { at, spot });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// "Between 7 and 9, I give 8", "Monday's was a 1, today's a 5, so 5": the last of three is given, and one that was spoken of.
fn settled(reader: &Reader<'_>, first: &Said, second: &Said, third: &Said) -> Option<Claim> {
    let values = [first, second, third].map(|said| said.spot.values.first());
    let [Some(Value::Number(a)), Some(Value::Number(b)), Some(Value::Number(c))] = values else { return None };
    let right_before = |role: Role| (0..third.at).any(|at| reader.find(at, role) == Some(third.at - at));
    let behind = reader.find(third.spot.next, Role::Given);
    let given = right_before(Role::Give) || behind.is_some();
    let between = reader.words.has(&reader.tokens[..third.at], Role::Between) && (a.min(b)..=a.max(b)).contains(&c);
    let again = given && (c == a || c == b);
    let spot = Spot { next: third.spot.next + behind.unwrap_or(0), ..copy(&third.spot) };
    let apart = reader.tokens[second.spot.next..third.at].iter().any(|token| token.is_mark(",.;:。!、…-–—") || token.shape == Shape::Break);
    let open = DOUBTFUL.iter().any(|role| reader.words.has(&reader.tokens[second.spot.next..], *role));
    let last = reader.ends(spot.next) && !reader.is_asked(spot.next);
    ((between && (given || apart) || again) && last && !open).then(|| claim(reader, spot, 0)).flatten()
}

/// "4, not 5", "not 4 but 5", "4, sorry, 5".
fn chosen(reader: &Reader<'_>, first: &Said, second: &Said) -> Option<Claim> {
    if !is_covered(reader, &reader.tokens[..first.at], &AROUND) {
        return None;
    }
    let between = first.spot.next..second.at;
    let denied_behind = between.clone().find(|at| reader.find(*at, Role::Denial) == Some(second.at - at));
    let denied_before = (0..first.at).any(|at| reader.find(at, Role::Denial) == Some(first.at - at))
        || reader.find(first.spot.next, Role::DenialBehind).is_some();
    match denied_behind {
        Some(at) if !denied_before && is_linked(reader, between.start, at) => {
            claim(reader, Spot { next: second.spot.next, ..copy(&first.spot) }, 0)
        }
        None if denied_before && is_linked(reader, between.start, second.at) => claim(reader, copy(&second.spot), 0),
        None if is_corrected(reader, between.start, between.end) => claim(reader, copy(&second.spot), 0),
        _ => None,
    }
}

/// Nothing but marks and "and", "but", "it is" between two numbers.
fn is_linked(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let links = [Role::Or, Role::But, Role::Lead, Role::Particle, Role::Correction, Role::DenialBehind, Role::Indefinite];
    let perhaps = (from..to).any(|at| reader.find(at, Role::Perhaps).is_some());
    !perhaps && marks_only(&reader.tokens[from..to]) && is_covered(reader, &reader.tokens[from..to], &links)
}

fn marks_only(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| token.is_word() || token.shape == Shape::Break || token.is_mark(MARKS_BETWEEN) || token.is_picture())
}

/// Whether the words between two numbers correct the first: a no behind which the sentence pauses does it too.
fn is_corrected(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let (mut at, mut corrects) = (from, false);
    while at < to {
        let token = &reader.tokens[at];
        if !token.is_word() {
            at += 1;
            continue;
        }
        let longest = |roles: &[Role]| roles.iter().filter_map(|role| reader.find(at, *role)).filter(|length| at + length <= to).max();
        let correction = longest(&[Role::Correction]);
        let refused = longest(&[Role::No]).filter(|length| reader.tokens[at + length..to].iter().any(|t| t.is_mark(",.!;:…。、")));
        let other =
            longest(&[Role::Lead, Role::Particle, Role::Laughter, Role::Polite, Role::Indefinite, Role::Give, Role::Hedge, Role::But]);
        let choice = longest(&[Role::Perhaps]);
        let said = correction.max(refused);
        if said.is_none() && other.is_none() || choice > said.max(other) || (choice.is_some() && choice >= said) {
            return false;
        }
        corrects |= said.is_some() && said >= other;
        at += said.max(other).unwrap_or(1);
    }
    corrects && marks_only(&reader.tokens[from..to])
}

/// "Would have been a 5, but the wait brings it down to 3": what was meant once, and at the very end what is meant now.
fn withdrawn(reader: &Reader<'_>, first: &Said, second: &Said) -> Option<Claim> {
    let announced = (0..first.at).rfind(|at| reader.find(*at, Role::Former) == Some(first.at - at));
    let behind = reader.closing(first.spot.next);
    let former =
        announced.or_else(|| [first.spot.next, behind].iter().any(|at| reader.find(*at, Role::Former).is_some()).then_some(first.at))?;
    let between = &reader.tokens[first.spot.next..second.at];
    let turns = [Role::But, Role::Correction, Role::Give].iter().any(|role| reader.words.has(between, *role))
        || between.iter().any(|token| token.is_mark(",.;。!…、") || token.shape == Shape::Break);
    let last_doubt = (second.at.saturating_sub(3)..second.at).any(|at| reader.find(at, Role::Doubt) == Some(second.at - at));
    let conditional = reader.words.has(reader.tokens, Role::Condition);
    let apart = reader.tokens[second.at].spaced || reader.tokens[second.at - 1].unspaced_script || !reader.tokens[second.at - 1].is_word();
    let given = reader.find(second.spot.next, Role::Given).map_or(second.spot.next, |length| second.spot.next + length);
    let next = if reader.ends(second.spot.next) { second.spot.next } else { given };
    let whole = reader.ends(next);
    let spot = Spot { next, ..copy(&second.spot) };
    (turns && !last_doubt && !conditional && apart && whole).then(|| claim(reader, spot, former)).flatten()
}

fn claim(reader: &Reader<'_>, spot: Spot, from: usize) -> Option<Claim> {
    reader.complete(spot, from, true)
}

fn copy(spot: &Spot) -> Spot {
    Spot { values: spot.values.clone(), next: spot.next, source: spot.source, marked: spot.marked }
}

/// "4. Minus 1 for the wait": the point that is missing to full marks is no score of its own.
pub(super) fn is_deducted(reader: &Reader<'_>, at: usize, main: &Value) -> bool {
    let (Some((_, max)), Value::Number(main)) = (reader.scale.ends(), main) else { return false };
    let Shape::Figure(super::figure::Figure::Whole(n)) = reader.tokens[at].shape else { return false };
    let before = (at.saturating_sub(3)..at).any(|from| reader.find(from, Role::Deducted) == Some(at - from));
    let behind = (at + 1..at + 3).any(|from| reader.find(from, Role::DeductedBehind).is_some());
    main + n == max && (before || behind)
}

/// "8; it would be a 10 with a better network": beside a score the number that would be given is none.
pub(super) fn is_supposed(reader: &Reader<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(5)..at).any(|from| reader.find(from, Role::Supposed) == Some(at - from));
    let corrected = reader.words.has(&reader.tokens[..at], Role::Correction);
    !corrected && (before || reader.find(at + 1, Role::Supposed).is_some())
}
