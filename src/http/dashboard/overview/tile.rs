use super::super::frame::Frame;
use super::super::view::View;
use super::super::words::fill;
use super::super::{chart, shown};
use super::bounds;
use super::steps::Step;
use crate::ports::report::Score;
use crate::survey::model::Measure;

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
    pub turn_said: String,
    pub spark: String,
    pub is_thin: bool,
}

/// A tile for each measure that the surveys have, from the scores compared with the period before, and in steps.
pub fn tiles<'a>(frame: &Frame, view: &View, (now, steps): (&[Score], &dyn Fn(Measure) -> Vec<Step<'a>>)) -> Vec<Tile> {
    let first = now.first().map(|score| score.measure);
    let tile = |score: &Score| {
        let values = steps(score.measure).iter().map(|step| step.score?.estimate.value).collect();
        let is_chosen = view.measure.or(first) == Some(score.measure);
        one(frame, view, score, (values, is_chosen))
    };
    now.iter().map(tile).collect()
}

fn one(frame: &Frame, view: &View, score: &Score, (values, is_chosen): (Vec<Option<f64>>, bool)) -> Tile {
    let (words, estimate) = (frame.words, score.estimate);
    let (name, about) = words.measure(score.measure);
    let than = |how: &str| fill(words.than_before, &[how.to_owned(), view.period.title(words).to_owned()]);
    let (turn, turn_said, change) = match turn(score) {
        Some((by, true)) if by > 0.0 => ("better", than(words.better), shown::change(estimate.unit, by)),
        Some((by, true)) => ("worse", than(words.worse), shown::change(estimate.unit, by)),
        Some((by, false)) => ("same", words.no_clear_change.to_owned(), shown::change(estimate.unit, by)),
        None => ("same", words.nothing_to_compare.to_owned(), String::new()),
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

/// By how much the score went up since the period before, and whether that is more than chance.
fn turn(score: &Score) -> Option<(f64, bool)> {
    let comparison = score.comparison.as_ref()?;
    Some((comparison.change?, comparison.differs == Some(true)))
}
