//! What one question takes for an answer.

use std::sync::Arc;

use super::cuts::{Cut, Cuts};
use super::lexicon::{self, Role, Words};
use crate::survey::model::{Kind, Locale, Measure, Question, Value};

/// A word of the question itself that stands for a value.
pub(super) struct Name {
    pub(super) words: Vec<String>,
    pub(super) value: Value,
    /// The key of an option and not its name.
    pub(super) is_key: bool,
}

/// The values of a question and its own words for them.
pub(super) struct Scale<'q> {
    question: &'q Question,
    pub(super) own: Arc<Cut>,
    /// Whether the usual words of satisfaction from 1 to 5 hold.
    pub(super) satisfaction: bool,
    /// Whether the usual words of the measure hold: how easy it was, which service level.
    steps: bool,
}

impl<'q> Scale<'q> {
    pub(super) fn of(question: &'q Question, locale: &Locale, words: &Words) -> Self {
        let own = Cuts::of(question, locale, words);
        Self { question, satisfaction: own.satisfaction, steps: own.steps, own }
    }

    pub(super) fn is_rating(&self) -> bool {
        matches!(self.question.kind, Kind::Rating { .. })
    }

    pub(super) fn is_choice(&self) -> bool {
        matches!(self.question.kind, Kind::Choice { .. })
    }

    pub(super) fn is_yes_no(&self) -> bool {
        matches!(self.question.kind, Kind::YesNo { .. })
    }

    /// What words before a number are said of this question alone.
    pub(super) fn lead(&self) -> Option<Role> {
        match self.question.measure {
            Some(Measure::ServiceLevel) if self.is_rating() => Some(Role::LevelLead),
            _ => (!self.is_rating()).then_some(Role::OptionLead),
        }
    }

    /// The value that a number picks.
    pub(super) fn number(&self, n: i64) -> Option<Value> {
        match &self.question.kind {
            Kind::Rating { min, max, .. } => (*min..=*max).contains(&n).then_some(Value::Number(n)),
            Kind::Choice { options } => {
                let key = n.to_string();
                options.iter().find(|option| option.key == key).map(|option| Value::Name(option.value.clone()))
            }
            Kind::YesNo { yes, no } => {
                let key = n.to_string();
                if *yes == key { Some(yes_value()) } else { (*no == key).then(no_value) }
            }
            Kind::Text | Kind::Voice => None,
        }
    }

    /// Lowest and highest value of a rating.
    pub(super) fn ends(&self) -> Option<(i64, i64)> {
        match self.question.kind {
            Kind::Rating { min, max, .. } => Some((min, max)),
            _ => None,
        }
    }

    /// The values that so many stars may mean: they are out of five everywhere.
    pub(super) fn stars(&self, n: i64) -> Vec<Value> {
        let Some((_, max)) = self.ends() else { return Vec::new() };
        match n {
            _ if max == 5 || n > 5 => self.number(n).into_iter().collect(),
            5 => [5, max].into_iter().filter_map(|n| self.number(n)).collect(),
            _ => Vec::new(),
        }
    }

    /// The value of a role, if this question takes it.
    pub(super) fn role(&self, role: Role) -> Option<Value> {
        let resolution = self.question.measure == Some(Measure::Fcr);
        match role {
            Role::Label(step) if self.satisfaction => Some(Value::Number(step)),
            Role::Ease(step) if self.steps && self.question.measure == Some(Measure::Ces) => self.number(step),
            Role::Likely(step) if self.steps && self.question.measure == Some(Measure::Nps) => self.number(step),
            Role::Level(step) if self.steps && self.question.measure == Some(Measure::ServiceLevel) => self.number(step),
            Role::Full => self.ends().map(|(_, max)| Value::Number(max)),
            Role::Ordinal(n) if self.is_choice() => self.number(n),
            Role::Yes if self.is_yes_no() => Some(yes_value()),
            Role::No if self.is_yes_no() => Some(no_value()),
            Role::Resolved if self.is_yes_no() && resolution => Some(yes_value()),
            Role::Unresolved if self.is_yes_no() && resolution => Some(no_value()),
            _ => None,
        }
    }

    /// The value of praise or blame, where the scale's direction is known; only for telling contradictions.
    pub(super) fn feeling(&self, role: Role) -> Option<Value> {
        let known = matches!(self.question.measure, Some(Measure::Csat | Measure::Nps | Measure::ServiceLevel));
        let (min, max) = self.ends().filter(|_| known)?;
        match role {
            Role::Good => Some(Value::Number(max)),
            Role::Bad => Some(Value::Number(min)),
            other => self.role(other),
        }
    }

    /// Whether a step's words are said in anger as well: the highest level, "unbelievable".
    pub(super) fn cuts_both_ways(&self, value: &Value) -> bool {
        let highest = self.ends().map(|(_, max)| Value::Number(max));
        self.question.measure == Some(Measure::ServiceLevel) && highest.as_ref() == Some(value)
    }

    /// The same distance from the other end.
    pub(super) fn opposite(&self, value: &Value) -> Option<Value> {
        let ((min, max), Value::Number(n)) = (self.ends()?, value) else { return None };
        Some(Value::Number(min + max - n))
    }

    /// Whether a step of satisfaction lies below the middle, or one of effort or level not above it.
    pub(super) fn is_low(&self, value: &Value) -> bool {
        let Some((min, max)) = self.ends() else { return false };
        let (low, middle) = (self.satisfaction, self.steps && self.question.measure != Some(Measure::Nps));
        matches!(value, Value::Number(n) if (low && n * 2 < min + max) || (middle && n * 2 <= min + max))
    }

    /// Whether two lists of values hold a pair that cannot be meant by one person.
    pub(super) fn far_apart(&self, a: &[Value], b: &[Value]) -> bool {
        a.iter().zip(b).any(|(a, b)| self.are_far(a, b))
    }

    /// Whether two values cannot be meant by one person: half the scale or more between two ratings.
    pub(super) fn are_far(&self, a: &Value, b: &Value) -> bool {
        match (a, b, self.ends()) {
            (Value::Number(a), Value::Number(b), Some((min, max))) => a.abs_diff(*b) >= max.abs_diff(min).div_ceil(2).max(2),
            _ => a != b,
        }
    }
}

pub(super) fn yes_value() -> Value {
    Value::Name("yes".to_owned())
}

pub(super) fn no_value() -> Value {
    Value::Name("no".to_owned())
}

/// Whether a language's words are looked at: the session's, or English.
pub(super) fn is_read(found: &Locale, wanted: &Locale) -> bool {
    found.language() == wanted.language() || found.language() == "en"
}

pub(super) fn names(question: &Question, locale: &Locale, words: &Words) -> Vec<Name> {
    let name = |text: &str, value: &Value, is_key: bool| Name { words: words.phrase(text), value: value.clone(), is_key };
    let spelled = |text: &str, value: &Value| lexicon::spellings(text).iter().map(|text| name(text, value, false)).collect::<Vec<_>>();
    let mut names = Vec::new();
    match &question.kind {
        Kind::Rating { labels, .. } => {
            for (value, texts) in labels {
                let read = texts.iter().filter(|(language, _)| is_read(language, locale));
                names.extend(read.flat_map(|(_, text)| spelled(text, &Value::Number(*value))));
            }
        }
        Kind::Choice { options } => {
            for option in options {
                let value = Value::Name(option.value.clone());
                let labels = option.label.iter().filter(|(language, _)| is_read(language, locale)).map(|(_, text)| text);
                let words = option.words.iter().filter(|(language, _)| is_read(language, locale)).flat_map(|(_, words)| words);
                names.extend(labels.chain(words).chain([&option.value]).flat_map(|text| spelled(text, &value)));
                names.push(name(&option.key, &value, true));
            }
        }
        Kind::YesNo { yes, no } => names.extend([name(yes, &yes_value(), true), name(no, &no_value(), true)]),
        Kind::Text | Kind::Voice => {}
    }
    names.retain(|name| !name.words.is_empty());
    names
}

/// The usual words hold on a scale of 1 to 5 unless its own labels say otherwise.
pub(super) fn speaks_of_satisfaction(question: &Question, names: &[Name], words: &Words) -> bool {
    let Kind::Rating { min: 1, max: 5, .. } = question.kind else { return false };
    let usual = |name: &Name| words.labels().find(|(_, label)| *label == name.words.as_slice()).map(|(value, _)| Value::Number(value));
    let found: Vec<bool> = names.iter().filter_map(|name| Some(usual(name)? == name.value)).collect();
    match question.measure {
        Some(Measure::Csat) => !found.contains(&false),
        None => !found.contains(&false) && (names.is_empty() || !found.is_empty()),
        Some(_) => false,
    }
}

/// The usual words of effort hold on a scale of 1 to 7, those of the service levels on one of 1 to 6, unless its own labels say otherwise.
pub(super) fn speaks_of_its_measure(question: &Question, names: &[Name], words: &Words) -> bool {
    let usual = match (&question.kind, question.measure) {
        (Kind::Rating { min: 1, max: 7, .. }, Some(Measure::Ces)) => ease,
        (Kind::Rating { min: 1, max: 6, .. }, Some(Measure::ServiceLevel)) => level,
        (Kind::Rating { min: 0, max: 10, .. }, Some(Measure::Nps)) => likely,
        _ => return false,
    };
    names.iter().all(|name| words.whole(&name.words, usual).is_none_or(|step| Value::Number(step) == name.value))
}

fn ease(role: Role) -> Option<i64> {
    if let Role::Ease(step) = role { Some(step) } else { None }
}

fn likely(role: Role) -> Option<i64> {
    if let Role::Likely(step) = role { Some(step) } else { None }
}

fn level(role: Role) -> Option<i64> {
    if let Role::Level(step) = role { Some(step) } else { None }
}
