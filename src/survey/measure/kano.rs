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

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as Berger et al. 1993 print it, a row for each answer to the functional question.
    #[test]
    fn every_pair_of_answers_is_classified_as_in_the_literature() {
        for (functional, row) in (1..).zip(["Q A A A O", "R I I I M", "R I I I M", "R I I I M", "R R R R Q"]) {
            for (dysfunctional, letter) in (1..).zip(row.split(' ')) {
                let category = Category::of(functional, dysfunctional).map(Category::letter);
                assert_eq!(category, Some(letter), "functional {functional}, dysfunctional {dysfunctional}");
            }
        }
        for (functional, dysfunctional) in [(0, 1), (1, 0), (6, 1), (1, 6), (255, 255)] {
            assert_eq!(Category::of(functional, dysfunctional), None);
        }
    }

    #[test]
    fn categories_come_back_from_their_numbers() {
        assert_eq!(Category::ALL.map(Category::number), [1, 2, 3, 4, 5, 6]);
        assert!(Category::ALL.into_iter().all(|category| Category::numbered(category.number()) == Some(category)));
        assert_eq!((Category::numbered(0), Category::numbered(7)), (None, None));
    }

    /// Feature, side, step, when and whether late.
    type Given = (&'static str, Side, u8, i64, bool);

    fn of(given: &[Given]) -> Vec<(String, &'static str, i64, bool)> {
        let pieces: Vec<Piece> = given
            .iter()
            .map(|(feature, side, step, ..)| Piece::Kano { feature: (*feature).to_owned(), side: *side, step: *step })
            .collect();
        let dated = |(piece, (.., at, late)): (_, &Given)| Dated { piece, at: Moment::from_millis(*at), late: *late };
        let dated: Vec<Dated<'_>> = pieces.iter().zip(given).map(dated).collect();
        judged(&dated).into_iter().map(|of| (of.feature.to_owned(), of.category.letter(), of.at.millis(), of.late)).collect()
    }

    #[test]
    fn a_feature_counts_with_both_answers_and_from_the_later_one() {
        use Side::{Dysfunctional, Functional};
        assert_eq!(of(&[("a", Functional, 1, 10, false)]), []);
        assert_eq!(of(&[("a", Functional, 1, 10, false), ("b", Dysfunctional, 5, 11, false)]), []);
        let both = [("a", Functional, 1, 10, false), ("b", Dysfunctional, 5, 11, false), ("a", Dysfunctional, 5, 12, true)];
        assert_eq!(of(&both), [("a".to_owned(), "O", 12, true)]);
        let backwards = [("b", Dysfunctional, 5, 20, false), ("a", Dysfunctional, 1, 21, false), ("b", Functional, 2, 22, false)];
        assert_eq!(of(&backwards), [("b".to_owned(), "M", 22, false)]);
    }
}
