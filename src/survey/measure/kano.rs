//! Kano's model: what a feature is to a caller, from a question about having it and one about not having it
//! (N. Kano et al., Attractive Quality and Must-Be Quality, 1984; C. Berger et al., Kano's Methods for Understanding Customer-Defined
//! Quality, CQM Journal 2(4), 1993).

use serde::{Deserialize, Serialize};

use super::part::{Dated, Piece};
use crate::call::Moment;

/// One of the two questions about a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// How do you feel if it is there?
    Functional,
    /// How do you feel if it is not?
    Dysfunctional,
}

/// What a feature is to a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Taken for granted.
    MustBe,
    /// The more the better.
    OneDimensional,
    /// Unexpected and welcome.
    Attractive,
    /// All the same.
    Indifferent,
    /// Better without.
    Reverse,
    /// The two answers contradict each other.
    Questionable,
}

use Category::{Attractive as A, Indifferent as I, MustBe as M, OneDimensional as O, Questionable as Q, Reverse as R};

/// Berger et al. 1993, table 1. Rows: the answer to the functional question; columns: to the dysfunctional one; each from like, must be,
/// neutral, live with to dislike.
const TABLE: [[Category; 5]; 5] = [[Q, A, A, A, O], [R, I, I, I, M], [R, I, I, I, M], [R, I, I, I, M], [R, R, R, R, Q]];

impl Category {
    /// In the order of reports.
    pub const ALL: [Self; 6] = [M, O, A, I, R, Q];

    /// The category of a pair of answers, each 1 to 5; `None` for others.
    #[must_use]
    pub fn of(functional: u8, dysfunctional: u8) -> Option<Self> {
        let place = |step: u8| step.checked_sub(1).map(usize::from);
        TABLE.get(place(functional)?)?.get(place(dysfunctional)?).copied()
    }

    /// Its letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            M => "M",
            O => "O",
            A => "A",
            I => "I",
            R => "R",
            Q => "Q",
        }
    }

    /// Its number in a tally, from 1 in the order of [`Category::ALL`].
    #[must_use]
    pub fn number(self) -> i64 {
        self as i64 + 1
    }

    /// The category of that number.
    #[must_use]
    pub fn numbered(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.number() == number)
    }

    /// Whether having the feature makes the caller happier; `None` where the coefficients do not count the answer.
    #[must_use]
    pub fn betters(self) -> Option<bool> {
        (!matches!(self, R | Q)).then_some(matches!(self, A | O))
    }

    /// Whether lacking it makes the caller unhappier; `None` where the coefficients do not count the answer.
    #[must_use]
    pub fn worsens(self) -> Option<bool> {
        (!matches!(self, R | Q)).then_some(matches!(self, M | O))
    }
}

/// A feature that a caller has judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged<'a> {
    /// The feature.
    pub feature: &'a str,
    /// What it is to the caller.
    pub category: Category,
    /// When the second answer came.
    pub at: Moment,
    /// Whether one of the answers was late.
    pub late: bool,
}

/// Every feature with both answers, in the order in which the features were first asked about.
#[must_use]
pub fn judged<'a>(pieces: &[Dated<'a>]) -> Vec<Judged<'a>> {
    let mut features: Vec<&str> = Vec::new();
    for given in pieces {
        if let Piece::Kano { feature, .. } = given.piece
            && !features.contains(&feature.as_str())
        {
            features.push(feature);
        }
    }
    features.into_iter().filter_map(|feature| pair(feature, pieces)).collect()
}

fn pair<'a>(wanted: &'a str, pieces: &[Dated<'a>]) -> Option<Judged<'a>> {
    let answer = |wanted_side: Side| {
        pieces.iter().find_map(|given| match given.piece {
            Piece::Kano { feature, side, step } if feature == wanted && *side == wanted_side => Some((*step, given)),
            _ => None,
        })
    };
    let ((functional, one), (dysfunctional, other)) = (answer(Side::Functional)?, answer(Side::Dysfunctional)?);
    let category = Category::of(functional, dysfunctional)?;
    Some(Judged { feature: wanted, category, at: one.at.max(other.at), late: one.late || other.late })
}
