use super::super::frame::Frame;
use super::super::view::View;
use super::super::{chart, shown};
use super::bounds;
use crate::ports::report::Score;

/// From so many answers on a score is more than an anecdote.
const ENOUGH: u64 = 30;

/// One measure at a glance.
pub struct Tile {
    pub name: &'static str,
    pub about: &'static str,
    pub link: String,
    pub is_chosen: bool,
    pub value: String,
    pub interval: String,
    pub n: String,
    pub response_rate: String,
    pub median: String,
    pub change: String,
    /// `better`, `worse`, `same`.
    pub turn: &'static str,
    pub turn_said: &'static str,
    pub spark: String,
    pub is_thin: bool,
}

/// A tile for each measure that the surveys have, from the scores now, of the period before, and in steps.
pub fn tiles(frame: &Frame, view: &View, (now, before, steps): (&[Score], &[Score], &[Score])) -> Vec<Tile> {
    let first = now.first().map(|score| score.measure);
    let tile = |score: &Score| {
        let same = |other: &&Score| other.measure == score.measure;
        let values: Vec<Option<f64>> = steps.iter().filter(same).map(|step| step.estimate.value).collect();
        let is_chosen = view.measure.or(first) == Some(score.measure);
        one(frame, view, (score, before.iter().find(same)), (values, is_chosen))
    };
    now.iter().map(tile).collect()
}

fn one(frame: &Frame, view: &View, (score, before): (&Score, Option<&Score>), (values, is_chosen): (Vec<Option<f64>>, bool)) -> Tile {
    let (words, estimate) = (frame.words, score.estimate);
    let (name, about) = words.measure(score.measure);
    let turn = before.and_then(|before| turn(score, before));
    let (turn, turn_said, change) = match turn {
        Some((by, true)) if by > 0.0 => ("better", words.better, shown::change(estimate.unit, by)),
        Some((by, true)) => ("worse", words.worse, shown::change(estimate.unit, by)),
        Some((by, false)) => ("same", words.no_clear_change, shown::change(estimate.unit, by)),
        None => ("same", words.nothing_to_compare, String::new()),
    };
    Tile {
        name,
        about,
        link: view.link("measure", score.measure.name()),
        is_chosen,
        value: shown::score(estimate.unit, estimate.value),
        interval: shown::interval(estimate.unit, (estimate.low, estimate.high)),
        n: shown::count(estimate.n),
        response_rate: shown::share(score.answered, score.invited),
        median: shown::duration(words, score.median_seconds_to_answer),
        change,
        turn,
        turn_said,
        spark: chart::spark(&values, bounds(score.measure)),
        is_thin: estimate.n < ENOUGH,
    }
}

/// By how much the score went up, and whether that is more than chance.
fn turn(now: &Score, before: &Score) -> Option<(f64, bool)> {
    let by = now.estimate.value? - before.estimate.value?;
    let error = |score: &Score| Some((score.estimate.high? - score.estimate.low?) / (2.0 * 1.96));
    let clear = error(now).zip(error(before)).is_some_and(|(one, other)| by.abs() > 1.96 * one.hypot(other));
    Some((by, clear))
}
