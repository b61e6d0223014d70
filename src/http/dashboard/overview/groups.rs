use super::super::chart::Stand;
use super::super::view::View;
use super::super::{chart, shown};
use super::bounds;
use crate::ports::report::Score;
use crate::survey::measure::unit;
use crate::survey::model::Measure;

/// Most groups of the table; the rest is counted.
const MOST: usize = 12;

/// Fewer answers make nobody surely better or worse: intervals of so few are rough.
const ENOUGH: u64 = 10;

/// The groups of one measure, the surely worst first: by the upper end of the interval, so that one bad answer does not lead the list.
pub struct Groups {
    pub rows: Vec<GroupRow>,
    pub others: usize,
}

/// A group with its score.
pub struct GroupRow {
    /// `None`: unknown.
    pub name: Option<String>,
    /// On which side of all together it surely is.
    pub stand: Stand,
    pub link: String,
    pub value: String,
    pub interval: String,
    pub n: String,
    pub response_rate: String,
    pub picture: String,
}

/// `mean` is the score of all together.
pub fn groups(view: &View, (measure, mean): (Measure, Option<f64>), mut scores: Vec<Score>) -> Groups {
    scores.retain(|score| score.estimate.n > 0 || score.invited > 0);
    let worst = |score: &Score| score.estimate.high.unwrap_or(f64::INFINITY);
    scores.sort_by(|one, other| worst(one).total_cmp(&worst(other)));
    let ends = scores.iter().take(MOST).flat_map(|score| [score.estimate.low, score.estimate.high]).flatten();
    let scale = chart::Scale::around(ends, bounds(measure));
    let others = scores.len().saturating_sub(MOST);
    let dimension = view.by.dimension.name();
    let row = |score: Score| {
        let estimate = score.estimate;
        let name = score.group.into_values().next().flatten();
        GroupRow {
            link: name.as_deref().map(|name| view.link(&dimension, name)).unwrap_or_default(),
            name,
            stand: if estimate.n < ENOUGH { Stand::Within } else { stand((estimate.low, estimate.high), mean) },
            value: shown::score(unit(measure), estimate.value),
            interval: shown::interval(unit(measure), (estimate.low, estimate.high)),
            n: shown::count(estimate.n),
            response_rate: shown::share(score.answered, score.invited),
            picture: chart::interval_bar(scale, estimate.value, (estimate.low, estimate.high), mean),
        }
    };
    Groups { rows: scores.into_iter().take(MOST).map(row).collect(), others }
}

fn stand(ends: (Option<f64>, Option<f64>), mean: Option<f64>) -> Stand {
    match (ends, mean) {
        ((Some(low), Some(_)), Some(mean)) if low > mean => Stand::Above,
        ((Some(_), Some(high)), Some(mean)) if high < mean => Stand::Below,
        _ => Stand::Within,
    }
}
