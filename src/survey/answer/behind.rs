//! What the words right behind a value make of it.

use super::claim::{Reader, Source, Spot};
use super::lexicon::{Role, matches};
use crate::survey::model::Value;

impl Reader<'_> {
    pub(super) fn names_a_value(&self, at: usize) -> bool {
        let own = self.scale.own.names.iter().any(|name| !name.is_key && matches(self.rest(at), &name.words));
        own || self.words.pick(self.rest(at), |role| self.scale.role(role)).is_some()
    }

    pub(super) fn judges(&self, at: usize) -> bool {
        self.find(at, Role::Good).or(self.find(at, Role::Bad)).is_some()
    }

    /// "8 great": behind a number nothing but praise or blame.
    pub(super) fn is_judged(&self, spot: &Spot, at: usize) -> bool {
        let judged = [Role::Good, Role::Bad, Role::Nice, Role::Fine].iter().filter_map(|role| self.find(at, *role)).max();
        let apart = !spot.marked && self.tokens[at].spaced && !self.tokens[at].unspaced_script;
        apart && self.scale.is_rating() && judged.is_some_and(|length| self.ends(at + length) && !self.is_asked(at))
    }

    /// "0 never": the lowest of "how likely", and nothing but a denial.
    pub(super) fn is_never(&self, spot: &Spot, at: usize) -> bool {
        let lowest = self.scale.ends().is_some_and(|(min, _)| min == 0 && spot.values == [Value::Number(0)]);
        let denied = [Role::Retraction, Role::Not, Role::No].iter().filter_map(|role| self.find(at, *role)).max();
        lowest && spot.source == Source::Figure && denied.is_some_and(|length| self.ends(at + length) && !self.is_asked(at))
    }

    /// "2 unfortunately": nothing but regret behind a number that is not the best one.
    pub(super) fn is_regretted(&self, spot: &Spot, at: usize) -> bool {
        let number = matches!(spot.source, Source::Figure | Source::Word) && spot.values.len() == 1;
        let best = self.scale.ends().is_some_and(|(_, max)| spot.values == [Value::Number(max)]);
        let yes = spot.values == [super::scale::yes_value()];
        let regret = || self.find(at, Role::Regret).is_some_and(|length| self.ends(at + length) && !self.is_asked(at));
        number && !best && !yes && regret()
    }

    /// "5 five": the same number in words, and nothing else.
    pub(super) fn is_said_again(&self, spot: &Spot, at: usize) -> bool {
        let again = self.value(at).filter(|other| other.source == Source::Word && other.values == spot.values);
        again.is_some_and(|other| self.ends(other.next))
    }

    /// "5, just kidding", "5 lol no", "5, if you call back".
    pub(super) fn is_taken_back(&self, from: usize) -> bool {
        let at = self.next_words(from, &[Role::Laughter]);
        let ends = |length: usize| self.next_words(at + length, &[Role::Laughter, Role::Particle]) == self.tokens.len();
        let answer = self.words.pick(self.rest(at), |role| self.scale.role(role)).map(|(_, length)| length);
        let whole = answer.is_none() && self.find(at, Role::Retraction).is_some_and(ends);
        let conditional = self.find(at, Role::Condition) > answer.max(self.find(at, Role::Particle));
        whole || conditional || self.is_mocked(at)
    }
}
