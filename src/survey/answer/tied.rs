//! Further values tied to the first: "4 or 5", "4/5", "four, five".

use super::claim::{Reader, Source, Spot, is_soft};
use super::lexicon::Role;
use super::token::Shape;

const CONNECTORS: &str = "、,./&~-–—…|!。→";
const STRONG: &str = ".!。";

impl Reader<'_> {
    /// Further values tied to the first by "or", a comma, a correction; `None` if a number there is no score.
    pub(super) fn alternatives(&self, mut spot: Spot) -> Option<Spot> {
        for _ in 0..4 {
            let (at, connected, strong) = self.connectors(spot.next);
            let Some(token) = self.tokens.get(at) else { break };
            let other = self.value(at);
            let soft = is_soft(spot.source);
            if soft && connected && !self.is_tied(spot.next, at) {
                break;
            }
            if token.is_figure() {
                let Some(other) = other else {
                    let counts = self.find(at + 1, Role::Unit).is_some();
                    return (counts && (strong || self.is_no_range(&spot, at))).then_some(spot);
                };
                if !connected && !soft && other.values == spot.values {
                    return None;
                }
                let digits_win = soft && !connected && !self.scale.far_apart(&spot.values, &other.values);
                spot = if digits_win { other } else { join(spot, other) };
                continue;
            }
            let tied = connected && at > spot.next && self.is_tied(spot.next, at);
            match other.filter(|other| tied && other.source != Source::Figure && self.ends(other.next)) {
                Some(other) => spot = join(spot, other),
                None => break,
            }
        }
        (spot.values.len() <= 3).then_some(spot)
    }

    /// Behind marks and words that tie values together: where, whether there were any, whether a sentence ended.
    fn connectors(&self, from: usize) -> (usize, bool, bool) {
        let (mut at, mut strong) = (from, false);
        while let Some(token) = self.tokens.get(at) {
            if token.is_mark(CONNECTORS) || token.shape == Shape::Break {
                strong |= token.is_mark(STRONG) || token.shape == Shape::Break;
                at += 1;
            } else if let Some(length) = self.article(at).filter(|_| at > from) {
                at += length;
            } else if self.value(at).is_some() {
                break;
            } else if let Some(length) = self.find(at, Role::Or) {
                at += length;
            } else {
                break;
            }
        }
        (at, at > from, strong)
    }

    /// Words are tied by "or" or a slash, not by a comma alone.
    fn is_tied(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.tokens[at].is_mark("/、&") || self.find(at, Role::Or).is_some())
    }
}

fn join(mut first: Spot, other: Spot) -> Spot {
    for value in other.values {
        if !first.values.contains(&value) {
            first.values.push(value);
        }
    }
    Spot { next: other.next, ..first }
}
