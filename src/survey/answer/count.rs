//! What a number counts: stars and points make it a score, anything else makes it none.

use super::claim::{Reader, Source, Spot};
use super::figure::Figure;
use super::lexicon::Role;
use super::token::Shape;
use crate::survey::model::Value;

/// What stands behind a number.
enum Counted {
    /// Nothing that is counted.
    Nothing,
    /// A score, by so many tokens; with its values if they are not those of the number.
    Score(usize, Option<Vec<Value>>),
    /// Something else.
    Other,
}

impl Counted {
    fn length(&self) -> Option<usize> {
        if let Self::Score(length, _) = self { Some(*length) } else { None }
    }
}

impl Reader<'_> {
    /// The spot of these numbers with what they count; `spot` ends right behind them and is marked if the scale's end is part of them.
    pub(super) fn counted(&self, numbers: &[i64], mut spot: Spot) -> Option<Spot> {
        spot.values = numbers.iter().filter_map(|n| self.scale.number(*n)).collect();
        if (spot.values.len() < numbers.len() && !spot.marked) || self.is_in_a_row(spot.next) {
            return None;
        }
        let mut halved = false;
        loop {
            let hyphen = usize::from(self.rest(spot.next).first().is_some_and(|t| t.is_mark("-") && !t.spaced));
            let half = self.find(spot.next, Role::Half).filter(|_| self.scale.is_rating());
            let counted = self.what(spot.next + hyphen, numbers);
            let unit = self.find(spot.next + hyphen, Role::Unit);
            let hedge = self.find(spot.next, Role::Hedge);
            if unit > half.max(counted.length()).max(hedge) && unit >= self.find(spot.next + hyphen, Role::Starter) {
                return None;
            }
            match (half, counted) {
                (Some(length), _) => {
                    spot.values = numbers.iter().flat_map(|n| [*n, n + 1]).filter_map(|n| self.scale.number(n)).collect();
                    spot.next += length;
                    halved = true;
                }
                (None, Counted::Score(length, meant)) => {
                    spot.values = meant.filter(|_| !halved).unwrap_or(spot.values);
                    spot.next += hyphen + length;
                }
                (None, Counted::Other) => return None,
                (None, Counted::Nothing) => break,
            }
            spot.marked = true;
        }
        if let Some(length) = self.find(spot.next, Role::Among) {
            return self.of_whole(numbers, spot.next + length);
        }
        spot.values.dedup();
        (!spot.values.is_empty()).then_some(spot)
    }

    /// "4,5": on a rating between two steps, if that is on the scale, else both numbers.
    pub(super) fn list_or_decimal(&self, a: i64, b: i64) -> Vec<i64> {
        match b {
            _ if !self.scale.is_rating() => vec![a, b],
            0 => vec![a],
            _ if self.scale.number(a + 1).is_some() => vec![a, a + 1],
            _ => vec![a, b],
        }
    }

    /// "5 में से 4": behind the end of the question's own scale, the score.
    fn of_whole(&self, numbers: &[i64], from: usize) -> Option<Spot> {
        let own = matches!((numbers, self.scale.ends()), ([n], Some((_, max))) if *n == max);
        let mut at = from;
        for _ in 0..4 {
            if self.find(at + 1, Role::Among).is_some() {
                return None;
            }
            match self.value(at) {
                Some(spot) => return own.then_some(Spot { marked: true, ..spot }),
                None => at += self.lead(at)?,
            }
        }
        None
    }

    fn what(&self, at: usize, numbers: &[i64]) -> Counted {
        let drawn = self.rest(at).iter().take_while(|token| token.shape == Shape::Star).count();
        if drawn > 0 {
            let agrees = drawn == 1 || numbers.iter().any(|n| usize::try_from(*n) == Ok(drawn));
            return if agrees { Counted::Score(drawn, None) } else { Counted::Other };
        }
        if let Some(length) = self.out_of(at) {
            return self.end_of_scale(at + length, length);
        }
        let star = self.find(at, Role::Star);
        let Some(length) = star.or_else(|| self.find(at, Role::Point)) else { return Counted::Nothing };
        if !self.scale.is_rating() {
            return Counted::Other;
        }
        Counted::Score(length, star.map(|_| numbers.iter().flat_map(|n| self.scale.stars(*n)).collect()))
    }

    /// Behind "out of": the end of the question's own scale, or the number is of another one.
    fn end_of_scale(&self, at: usize, before: usize) -> Counted {
        let Some(token) = self.tokens.get(at) else { return Counted::Other };
        let max = self.scale.ends().map(|(_, max)| max);
        let written = match token.shape {
            Shape::Figure(Figure::Whole(n)) => Some(n),
            Shape::Figure(_) => return Counted::Other,
            _ => self.word_number(at),
        };
        match written {
            Some(n) if Some(n) == max => Counted::Score(before + 1, None),
            Some(_) if token.is_figure() => Counted::Other,
            _ => Counted::Nothing,
        }
    }

    /// "1, 20 minutes on hold": too far apart for "5, 10 minutes", which is one amount.
    pub(super) fn is_no_range(&self, spot: &Spot, at: usize) -> bool {
        let number = |value: &Value| if let Value::Number(n) = value { Some(*n) } else { None };
        let first = spot.values.first().filter(|_| spot.source == Source::Figure).and_then(number);
        let comma = self.tokens.get(spot.next).is_some_and(|token| token.is_mark(","));
        matches!((self.tokens[at].shape, first), (Shape::Figure(Figure::Whole(n)), Some(first)) if comma && n > 3 * first.max(1))
    }

    /// "3. Anruf": the point behind the number makes it "the third".
    pub(super) fn is_in_a_row(&self, at: usize) -> bool {
        self.rest(at).first().is_some_and(|t| t.is_mark(".") && !t.spaced) && self.find(at + 1, Role::Nth).is_some()
    }

    fn out_of(&self, at: usize) -> Option<usize> {
        let slash = self.rest(at).first().is_some_and(|token| token.is_mark("/"));
        let open = usize::from(self.rest(at).first().is_some_and(|token| token.is_mark("(")));
        self.find(at + open, Role::OutOf).map(|length| open + length).or(slash.then_some(1))
    }

    /// "四五分": two neighbouring numbers without anything between them are a range.
    pub(super) fn neighbours(&self, at: usize, number: Option<(i64, usize)>) -> Option<Spot> {
        let (n, length) = number.filter(|_| self.tokens[at].unspaced_script)?;
        let next = at + length;
        let follows = self.word_number(next) == Some(n + 1) && !self.tokens[next].spaced && n > 0;
        let longer = self.is_number_word(next + 1) || (at > 0 && self.is_number_word(at - 1));
        let spot = Spot { values: Vec::new(), next: next + 1, source: Source::Word, marked: false };
        (follows && !longer).then(|| self.counted(&[n, n + 1], spot)).flatten()
    }

    /// "十" of "十五": a number word, whatever it counts.
    pub(super) fn is_number_word(&self, at: usize) -> bool {
        self.word_number(at).is_some()
    }

    pub(super) fn word_number(&self, at: usize) -> Option<i64> {
        self.words.number(self.rest(at)).map(|(n, _)| n)
    }
}
