//! A score with a remark in words that no table knows right behind it: "7 ging ratzfatz", "1 absolute joke", "2 保留が長すぎました".

use super::claim::{Reader, Source, Spot};
use super::lexicon::Role;
use super::token::{Shape, Token};
use super::verdict::{said_otherwise, segment_end};
use crate::survey::model::Value;

/// So far behind a number the noun that it counts may stand: "5 very long minutes".
const REACH: usize = 4;

/// Words that begin something else than what a number counts: a noun behind them is not counted.
const TURNS: [Role; 8] =
    [Role::Article, Role::OutOf, Role::Perhaps, Role::But, Role::Give, Role::Condition, Role::Indefinite, Role::Polite];

/// Right behind a number these make it no score that is given.
const SPEAKS_OF_IT: [Role; 11] = [
    Role::About,
    Role::Unit,
    Role::Nth,
    Role::Or,
    Role::OutOf,
    Role::Doubt,
    Role::Condition,
    Role::Former,
    Role::DenialBehind,
    Role::Indefinite,
    Role::Given,
];

impl Reader<'_> {
    /// Whether the words behind a number that a reply begins with are a remark, known or not: nothing in them is counted by it,
    /// and they say nothing about the number itself.
    pub(super) fn begins_a_remark(&self, spot: &Spot, at: usize) -> bool {
        let digits = matches!(spot.source, Source::Figure | Source::Stars) && spot.values.len() == 1;
        let takes = self.scale.is_rating() || self.says_it_again(spot, at);
        if !digits || !takes || !self.tokens.get(at).is_some_and(|token| token.is_word() && token.spaced) {
            return false;
        }
        let speaks = SPEAKS_OF_IT.iter().filter(|role| !(spot.marked && **role == Role::Unit));
        let about = speaks.into_iter().any(|role| [spot.next, at].iter().any(|at| self.find(*at, *role).is_some()));
        let pun = spot.values.iter().any(|value| matches!(value, Value::Number(n) if self.find(at, Role::Leet(*n)).is_some()));
        let words = self.remark(at).count();
        let short = !self.tokens[at].unspaced_script && self.tokens[at].text.chars().count() < 3 && words < 3;
        let unclear = about || pun || words < 2 || (short && !self.is_any(at));
        !(unclear || self.is_counted(spot, at) || self.is_asked(at) || self.is_doubted(at))
    }

    /// "2 still no internet": behind the key of yes or no, words that say the same.
    fn says_it_again(&self, spot: &Spot, at: usize) -> bool {
        let said = || said_otherwise(self, at, at..segment_end(self, at));
        self.scale.is_yes_no() && said().is_some_and(|said| spot.values == [said])
    }

    /// The words of the remark's first part.
    fn remark(&self, at: usize) -> impl Iterator<Item = &Token> {
        let ends = |token: &&Token| token.shape != Shape::Break && !token.is_mark(super::claim::SEPARATORS);
        self.rest(at).iter().take_while(ends).filter(|token| token.is_word())
    }

    /// "5 when it works", "5 yeah right", "1 bhi nahi": the remark makes the number none.
    fn is_doubted(&self, at: usize) -> bool {
        let length = self.remark(at).count();
        let places = || (at..self.tokens.len()).filter(|place| self.tokens[*place].is_word()).take(length);
        let begins = self.find(at, Role::Laughter).is_some() || self.is_number_word(at);
        let depends = places().any(|place| [Role::Condition, Role::Mockery].iter().any(|role| self.find(place, *role).is_some()));
        let denied =
            length < 5 && places().last().is_some_and(|last| [Role::Not, Role::No].iter().any(|role| self.find(last, *role).is_some()));
        begins || depends || denied
    }

    /// Whether any table knows the word here.
    fn is_any(&self, at: usize) -> bool {
        self.words.pick(self.rest(at), Some).is_some()
    }

    /// "5 long minutes": one adjective stands before what is counted.
    pub(super) fn counts_behind(&self, spot: &Spot, at: usize) -> bool {
        let adjective = self.tokens[at].is_word() && !self.tokens[at].unspaced_script && !spot.marked;
        let function = TURNS.iter().chain(&[Role::Lead, Role::Not, Role::Give, Role::Without]).any(|role| self.find(at, *role).is_some());
        adjective && !function && self.find(at + 1, Role::Unit) == Some(1) && self.tokens[at + 1].text.chars().count() > 3
    }

    /// Whether a noun that the number counts follows, next to it or behind words that go with it.
    fn is_counted(&self, spot: &Spot, at: usize) -> bool {
        let several = spot.values != [Value::Number(1)] && !spot.marked;
        for (step, token) in self.rest(at).iter().take(REACH).enumerate() {
            let place = at + step;
            if !token.is_word() || (step > 0 && TURNS.iter().any(|role| self.find(place, *role).is_some())) {
                return false;
            }
            let noun = self.find(place, Role::Unit).is_some_and(|length| length > 1 || !token.unspaced_script || step == 0);
            let plural = several && step < 2 && self.words.is_plural(token);
            if noun || plural {
                return true;
            }
        }
        false
    }
}
