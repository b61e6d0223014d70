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
