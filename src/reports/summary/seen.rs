//! What a response adds to one measure.

use std::collections::BTreeMap;

use super::Given;
use crate::call::Moment;
use crate::survey::measure::part::Dated;
use crate::survey::measure::{index, kano, on_scale};
use crate::survey::model::Measure;

/// Everything that counts.
#[derive(Debug, Default)]
pub struct Seen<'a> {
    pub counted: Vec<Counted>,
    /// Scores of an index's drivers, which count also where the index as a whole does not.
    pub drivers: BTreeMap<&'a str, i64>,
}

/// An answer, a pair of answers or an index, as a number of the measure's tally.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    pub value: i64,
    pub at: Moment,
    pub late: bool,
}

impl<'a> Seen<'a> {
    pub fn of(measure: Measure, answers: &'a [Given]) -> Self {
        match measure {
            Measure::Kano => Self::kano(&pieces(answers)),
            Measure::Index => Self::index(&pieces(answers)),
            _ => Self { counted: plain(measure, answers).collect(), drivers: BTreeMap::new() },
        }
    }

    fn kano(pieces: &[Dated<'a>]) -> Self {
        let features = kano::judged(pieces).into_iter();
        let counted = features.map(|judged| Counted { value: judged.category.number(), at: judged.at, late: judged.late });
        Self { counted: counted.collect(), drivers: BTreeMap::new() }
    }

    fn index(pieces: &[Dated<'a>]) -> Self {
        let whole = index::whole(pieces).map(|whole| Counted { value: index::tallied(whole.score), at: whole.at, late: whole.late });
        let drivers = index::drivers(pieces).into_iter().map(|(driver, score)| (driver, index::tallied(score)));
        Self { counted: whole.into_iter().collect(), drivers: drivers.collect() }
    }
}

fn pieces(answers: &[Given]) -> Vec<Dated<'_>> {
    answers.iter().filter_map(|answer| Some(Dated { piece: answer.part.as_ref()?, at: answer.answered_at, late: answer.late })).collect()
}

fn plain(measure: Measure, answers: &[Given]) -> impl Iterator<Item = Counted> {
    let of_it = answers.iter().filter(move |answer| answer.measure == Some(measure));
    of_it.filter_map(move |answer| {
        let value = on_scale(measure, answer.value.as_ref()?)?;
        Some(Counted { value, at: answer.answered_at, late: answer.late })
    })
}
