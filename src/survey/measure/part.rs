//! Measures that several questions make together: the part of a question in one, and what an answer to it adds.

use serde::{Deserialize, Serialize};

use super::index;
use super::kano::Side;
use crate::call::Moment;
use crate::survey::model::{Kind, Value};

/// The part of a question in a measure that several questions make together.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// One of the two questions about a feature.
    Kano {
        /// Which feature.
        feature: String,
        /// Which of the two.
        side: Side,
    },
    /// One item of a driver.
    Index {
        /// Which driver.
        driver: String,
        /// What the driver weighs, above 0; the weights of a survey's drivers add up to 1.
        weight: f64,
    },
}

/// What an answer adds to a measure of several questions. It is kept with the answer, so that reports need no survey file and later
/// changes of one rewrite no history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Piece {
    /// One half of a pair.
    Kano {
        /// The feature asked about.
        feature: String,
        /// Which of its two questions.
        side: Side,
        /// From 1 (I like it) to 5 (I dislike it).
        step: u8,
    },
    /// An item of a driver.
    Index {
        /// The driver.
        driver: String,
        /// What the driver weighs among all of the survey, which together weigh 1.
        weight: f64,
        /// From 0 for the lowest answer to 100 for the highest.
        points: f64,
    },
}

/// A piece and when it was given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dated<'a> {
    /// The piece.
    pub piece: &'a Piece,
    /// When its answer came.
    pub at: Moment,
    /// Whether that was late.
    pub late: bool,
}

impl Part {
    /// What that answer to a question of that kind adds; `None` if it is none of the question's.
    #[must_use]
    pub fn piece(&self, kind: &Kind, value: &Value) -> Option<Piece> {
        Some(match self {
            Self::Kano { feature, side } => Piece::Kano { feature: feature.clone(), side: *side, step: step(kind, value)? },
            Self::Index { driver, weight } => {
                let (Kind::Rating { min, max, .. }, Value::Number(number)) = (kind, value) else { return None };
                let points = index::points(*number, (*min, *max))?;
                Piece::Index { driver: driver.clone(), weight: *weight, points }
            }
        })
    }
}

/// The place of the answer among the five: the number of a rating, the place of a choice's option.
fn step(kind: &Kind, value: &Value) -> Option<u8> {
    let step = match (kind, value) {
        (Kind::Rating { .. }, Value::Number(number)) => u8::try_from(*number).ok()?,
        (Kind::Choice { options }, Value::Name(name)) => {
            u8::try_from(options.iter().position(|option| option.value == *name)?).ok()?.checked_add(1)?
        }
        _ => return None,
    };
    (1..=5).contains(&step).then_some(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::model::{Choice, Texts};

    fn kano() -> Part {
        Part::Kano { feature: "same_agent".to_owned(), side: Side::Functional }
    }

    fn step_of(kind: &Kind, value: Value) -> Option<u8> {
        match kano().piece(kind, &value) {
            Some(Piece::Kano { step, .. }) => Some(step),
            _ => None,
        }
    }

    #[test]
    fn the_five_answers_are_counted_by_number_or_by_place() {
        let rating = Kind::Rating { min: 1, max: 5, labels: Default::default() };
        assert_eq!([1, 5, 0, 6].map(|n| step_of(&rating, Value::Number(n))), [Some(1), Some(5), None, None]);
        let option =
            |value: &str| Choice { key: value.to_owned(), value: value.to_owned(), label: Texts::new(), words: Default::default() };
        let choice = Kind::Choice { options: ["like", "must_be", "neutral", "live_with", "dislike"].map(option).into() };
        assert_eq!(["like", "dislike", "maybe"].map(|name| step_of(&choice, Value::Name(name.to_owned()))), [Some(1), Some(5), None]);
        assert_eq!(step_of(&rating, Value::Name("like".to_owned())), None);
    }

    #[test]
    fn a_piece_comes_back_as_it_was_written() {
        let index = Piece::Index { driver: "image".to_owned(), weight: 0.15, points: 75.0 };
        let written = serde_json::to_string(&index).expect("JSON");
        assert_eq!(written, r#"{"driver":"image","weight":0.15,"points":75.0}"#);
        assert_eq!(serde_json::from_str::<Piece>(&written).expect("a piece"), index);
        let half = Piece::Kano { feature: "same_agent".to_owned(), side: Side::Dysfunctional, step: 5 };
        let written = serde_json::to_string(&half).expect("JSON");
        assert_eq!(written, r#"{"feature":"same_agent","side":"dysfunctional","step":5}"#);
        assert_eq!(serde_json::from_str::<Piece>(&written).expect("a piece"), half);
    }
}
