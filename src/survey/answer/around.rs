//! Words around a value that are easily taken for something else.

use super::claim::{Reader, Source, Spot};
use super::figure::Figure;
use super::lexicon::Role;
use super::token::{Shape, Token};

impl Reader<'_> {
    /// "Un 5": the number one is only an article where a value follows; its length.
    pub(super) fn article(&self, at: usize) -> Option<usize> {
        let length = self.find(at, Role::Lead)?;
        let one = self.value(at).is_some_and(|spot| spot.source == Source::Word && spot.next == at + length);
        (one && self.value(at + length).is_some()).then_some(length)
    }

    /// "On a scale of 1 to 5,": both ends in a row are the scale and no answer.
    pub(super) fn scale_named(&self, at: usize) -> Option<usize> {
        let (min, max) = self.scale.ends()?;
        let from = at + self.find(at, Role::Scale)?;
        let is_figure = |at: usize, n: i64| self.tokens.get(at).is_some_and(|token| token.shape == Shape::Figure(Figure::Whole(n)));
        let end = match self.tokens.get(from)?.shape {
            Shape::Figure(Figure::Either(a, b)) if (a, b) == (min, max) => from + 1,
            _ => {
                let to = from + 1 + self.find(from + 1, Role::Or)?;
                if !is_figure(from, min) || !is_figure(to, max) {
                    return None;
                }
                to + 1
            }
        };
        let comma = self.tokens.get(end).is_some_and(|token| token.is_mark(",;"));
        Some(end + usize::from(comma) - at)
    }

    /// "A.m.": a letter with a full stop and another letter right behind it.
    pub(super) fn is_abbreviated(&self, at: usize) -> bool {
        let [first, stop, second] = self.rest(at).get(..3).unwrap_or_default() else { return false };
        let letter = |token: &Token| token.is_word() && token.text.len() == 1;
        letter(first) && stop.is_mark(".") && !stop.spaced && !second.spaced && letter(second)
    }

    /// "Sí me ayudaron"; but neither "no me acuerdo" nor "si me llaman".
    pub(super) fn is_asserted(&self, spot: &Spot, at: usize) -> bool {
        let bare = [Role::Not, Role::Condition].iter().any(|role| self.find(spot.next - 1, *role).is_some());
        !bare && self.find(at, Role::Assertion).is_some()
    }

    /// A phrase of mockery begins here, with or without marks between its words.
    pub(super) fn is_mocked(&self, at: usize) -> bool {
        self.words.find_in(self.rest(at).iter().filter(|token| token.is_word()).take(8), Role::Mockery).is_some()
    }
}
