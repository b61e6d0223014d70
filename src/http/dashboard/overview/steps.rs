//! The steps of a trend, also those in which nothing was answered.

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Zoned};

use crate::call::Moment;
use crate::ports::report::{Interval, Score};

/// More steps than any period of the pages has.
const MOST: usize = 400;

/// A day, week or month.
pub struct Step<'a> {
    /// When it began, `2026-11-23`.
    pub date: String,
    /// What was answered, if anything.
    pub score: Option<&'a Score>,
}

/// The steps from the first with a score to that moment, each with its score.
pub fn steps<'a>(scores: &[&'a Score], interval: Interval, (zone, until): (&TimeZone, Moment)) -> Vec<Step<'a>> {
    let zoned = |at: Moment| Timestamp::from_millisecond(at.millis()).ok().map(|at| at.to_zoned(zone.clone()));
    let known: Vec<(Zoned, &Score)> = scores.iter().filter_map(|score| Some((zoned(score.interval_start?)?, *score))).collect();
    let first = known.iter().map(|(start, _)| start).min().cloned();
    let last = known.iter().map(|(start, _)| start).max().cloned().max(zoned(until));
    let next = |start: &Zoned| start.checked_add(length(interval)).ok().filter(|next| last.as_ref().is_some_and(|last| next <= last));
    let starts = std::iter::successors(first, next).take(MOST);
    let score = |start: &Zoned| known.iter().find(|(known, _)| known == start).map(|(_, score)| *score);
    starts.map(|start| Step { date: start.strftime("%Y-%m-%d").to_string(), score: score(&start) }).collect()
}

fn length(interval: Interval) -> Span {
    match interval {
        Interval::Week => Span::new().weeks(1),
        Interval::Month => Span::new().months(1),
        Interval::Hour => Span::new().hours(1),
        Interval::None | Interval::Day => Span::new().days(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::measure::Tally;
    use crate::survey::model::Measure;

    fn score(start: &str) -> Score {
        Score {
            measure: Measure::Csat,
            group: std::collections::BTreeMap::new(),
            interval_start: Moment::parse(start).ok(),
            estimate: Tally::new(Measure::Csat).estimate(),
            late_n: 0,
            within_24h: None,
            within_72h: None,
            invited: 0,
            answered: 0,
            response_rate: None,
            median_seconds_to_answer: None,
            distribution: std::collections::BTreeMap::new(),
            detail: None,
            cost: None,
            cost_per_answer: None,
            cost_per_point: None,
            comparison: None,
        }
    }

    #[test]
    fn days_without_an_answer_are_steps_too() {
        let (one, other) = (score("2026-10-24T00:00:00Z"), score("2026-10-27T00:00:00Z"));
        let until = Moment::parse("2026-10-29T12:00:00Z").expect("a time");
        let found = steps(&[&other, &one], Interval::Day, (&TimeZone::UTC, until));
        let shown: Vec<(&str, bool)> = found.iter().map(|step| (&step.date[5..], step.score.is_some())).collect();
        assert_eq!(shown, [("10-24", true), ("10-25", false), ("10-26", false), ("10-27", true), ("10-28", false), ("10-29", false)]);
        assert!(steps(&[], Interval::Day, (&TimeZone::UTC, until)).is_empty());
    }

    #[test]
    fn months_begin_where_the_zone_has_them_begin() {
        let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
        let one = score("2026-08-31T16:00:00Z");
        let found = steps(&[&one], Interval::Month, (&zone, Moment::parse("2026-11-23T00:00:00Z").expect("a time")));
        assert_eq!(found.iter().map(|step| step.date.as_str()).collect::<Vec<_>>(), ["2026-09-01", "2026-10-01", "2026-11-01"]);
    }
}
