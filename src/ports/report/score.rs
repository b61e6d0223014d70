use std::collections::BTreeMap;

use serde::Serialize;

use super::filter::{Filter, Grouping};
use crate::call::Moment;
use crate::survey::measure::detail::Detail;
use crate::survey::measure::{Estimate, Span, round};
use crate::survey::model::Measure;

/// Length of the intervals that scores are given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interval {
    /// The whole time as one.
    None,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks, from Monday.
    Week,
    /// Months.
    Month,
}

impl Interval {
    /// The interval of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "none" => Some(Self::None),
            "hour" => Some(Self::Hour),
            "day" => Some(Self::Day),
            "week" => Some(Self::Week),
            "month" => Some(Self::Month),
            _ => None,
        }
    }
}

/// Scores to compute.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureQuery {
    /// Which; none: those that the surveys in question have.
    pub measures: Vec<Measure>,
    /// Which responses.
    pub filter: Filter,
    /// In which groups.
    pub by: Vec<Grouping>,
    /// In which intervals of the call's end, in the zone of the filter.
    pub interval: Interval,
    /// Whether each score is compared: with intervals to the whole interval before, else to the period of equal length before `from`
    /// (whole months, weeks and days of the filter's zone are taken as such). Without intervals it needs both ends of the period.
    pub compare: bool,
    /// What a part of a text costs, by account.
    pub prices: BTreeMap<String, f64>,
}

/// A score of one group in one interval, as `/v1/measures` shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// Which.
    pub measure: Measure,
    /// Of whom; `None`: unknown.
    pub group: BTreeMap<String, Option<String>>,
    /// Begin of the interval.
    pub interval_start: Option<Moment>,
    /// Value, interval, number of answers and unit.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Late ones among the answers; a pair of answers, or all that make an index, is late if one of them is.
    pub late_n: u64,
    /// Share (0 to 1) of the answers that came within 24 hours of the call's end.
    pub within_24h: Option<f64>,
    /// Likewise within 72 hours.
    pub within_72h: Option<f64>,
    /// Invited sessions whose survey has the measure.
    pub invited: u64,
    /// Those of them with any answer.
    pub answered: u64,
    /// Per cent of the invited that answered.
    pub response_rate: Option<f64>,
    /// Median of the seconds from the call's end to the answer.
    pub median_seconds_to_answer: Option<u64>,
    /// Answers per value, unweighted.
    pub distribution: BTreeMap<String, u64>,
    /// Figures that this measure alone has.
    #[serde(flatten)]
    pub detail: Option<Detail>,
    /// What the texts to these callers cost, by the prices of the accounts; `None` without any price.
    pub cost: Option<f64>,
    /// That by the number of answers.
    pub cost_per_answer: Option<f64>,
    /// That by the points gained on the period before: only compared, and only where there is a gain.
    pub cost_per_point: Option<f64>,
    /// Against the period before, if asked for.
    #[serde(flatten)]
    pub comparison: Option<Comparison>,
}

/// How a figure stands to that of the period before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What it was.
    pub previous: Previous,
    /// Value less the previous value, rounded to four decimals.
    pub change: Option<f64>,
    /// How probable so large a change is if nothing has changed, two-sided, rounded to six decimals.
    pub p_value: Option<f64>,
    /// Whether that is below 0.05: more than chance. `None` where it cannot be told.
    pub differs: Option<bool>,
}

/// The figure of the period before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Previous {
    /// Value, with the ends of its interval.
    #[serde(flatten)]
    pub span: Span,
    /// Answers.
    pub n: u64,
}

/// Changes that are less probable than this are called differences.
const RARE: f64 = 0.05;

impl Comparison {
    /// Compares a value with what it was.
    #[must_use]
    pub fn of(value: Option<f64>, previous: Previous, p_value: Option<f64>) -> Self {
        let change = value.zip(previous.span.value).map(|(now, before)| round(now - before));
        Self { previous, change, p_value: p_value.map(|p| (p * 1e6).round() / 1e6), differs: p_value.map(|p| p < RARE) }
    }
}

/// How the tickets of one group were handled, as `/v1/tickets/summary` shows it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct HandlingItem {
    /// Of whom; `None`: unknown.
    pub group: BTreeMap<String, Option<String>>,
    /// Tickets.
    pub opened: u64,
    /// Somebody has taken them.
    pub assigned: u64,
    /// The matter was settled.
    pub resolved: u64,
    /// Before they were due, or without being due at all.
    pub resolved_in_time: u64,
    /// Nothing more is to be done.
    pub closed: u64,
    /// They were due before anybody had resolved them.
    pub overdue: u64,
    /// The caller was asked again.
    pub asked_again: u64,
    /// And has answered.
    pub answered_again: u64,
    /// And was content: 4 or 5 of 1 to 5, the best quarter of any other scale, or yes.
    pub recovered: u64,
    /// Per cent of those who answered again, with Wilson's interval (95 %); `None` where nobody has.
    pub recovery_rate: Option<Share>,
    /// Median of the seconds until somebody took it.
    pub median_seconds_to_assign: Option<u64>,
    /// Median of the seconds until it was resolved.
    pub median_seconds_to_resolve: Option<u64>,
}

/// Per cent, with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// 0 to 100.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How many calls of one group came how far, as `/v1/funnel` shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FunnelItem {
    /// Of whom; `None`: unknown.
    pub group: BTreeMap<String, Option<String>>,
    /// All ended calls.
    pub calls: u64,
    /// Without those that no survey was meant for: `no_rule`, `no_respondent`, `test_call`, `survey_call`.
    pub eligible: u64,
    /// Not asked, by reason.
    pub suppressed: BTreeMap<String, u64>,
    /// Invitation taken by the provider, or first prompt served.
    pub invited: u64,
    /// A receipt said so, or the caller heard it.
    pub delivered: u64,
    /// The provider could not deliver.
    pub undeliverable: u64,
    /// At least one answer.
    pub answered: u64,
    /// Some answers, not all.
    pub partial: u64,
    /// All of them.
    pub completed: u64,
    /// Opted out.
    pub opted_out: u64,
    /// Invited, ended, and nothing heard.
    pub silent: u64,
    /// Tickets opened.
    pub tickets: u64,
    /// Unhappy at first and satisfied after handling.
    pub recovered: u64,
}
