use std::collections::BTreeMap;

use serde::Serialize;

use super::filter::Dimension;
use super::score::{Comparison, MeasureQuery};
use crate::call::Moment;
use crate::survey::measure::{Span, round};

/// A figure that no question asks for: it follows from calls and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Tickets per million ended calls.
    ComplaintRate,
    /// Per cent of calls after which the same caller called again on the same subject; see [`Repeat`].
    RepeatRate,
    /// Per cent of calls after which they did not: first contact resolution by what callers do.
    FcrBehaviour,
    /// Pearson's correlation of satisfaction and recommendation over the responses that have both.
    CsatNpsCorrelation,
    /// Expected satisfaction of those who were asked and said nothing; see `survey::measure::silence` for what it assumes.
    SilentCsat,
}

impl Figure {
    /// Every figure, in the order of reports.
    pub const ALL: [Self; 5] = [Self::ComplaintRate, Self::RepeatRate, Self::FcrBehaviour, Self::CsatNpsCorrelation, Self::SilentCsat];

    /// The name in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ComplaintRate => "complaint_rate",
            Self::RepeatRate => "repeat_rate",
            Self::FcrBehaviour => "fcr_behaviour",
            Self::CsatNpsCorrelation => "csat_nps_correlation",
            Self::SilentCsat => "silent_csat",
        }
    }

    /// The figure of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.name() == name)
    }

    /// What it counts in.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::ComplaintRate => "per_million",
            Self::CsatNpsCorrelation => "correlation",
            Self::RepeatRate | Self::FcrBehaviour | Self::SilentCsat => "percent",
        }
    }
}

/// When a call repeats another: the same number of the same tenant calls on the same subject. Calls that we made, and calls of tests and
/// of surveys, are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// What tells subjects apart: queue or an attribute; `None`: every call of a number is on the same.
    pub subject: Option<Dimension>,
    /// Between the two calls' ends.
    pub days: u16,
}

impl Default for Repeat {
    fn default() -> Self {
        Self { subject: Some(Dimension::Queue), days: 7 }
    }
}

/// Figures to compute.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureQuery {
    /// Which.
    pub figures: Vec<Figure>,
    /// Which calls, in which groups and intervals; its measures do not matter.
    pub asked: MeasureQuery,
    /// What is a repeated call.
    pub repeat: Repeat,
    /// A call counts for repetition once its days are over.
    pub now: Moment,
}

/// A figure of one group in one interval, as `/v1/measures` shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureItem {
    /// Which.
    pub measure: Figure,
    /// Of whom; `None`: unknown.
    pub group: BTreeMap<String, Option<String>>,
    /// Begin of the interval.
    pub interval_start: Option<Moment>,
    /// The figure with its 95 % interval.
    #[serde(flatten)]
    pub span: Span,
    /// What it counts in.
    pub unit: &'static str,
    /// What it is made from: calls (complaints, repetition), pairs of answers (correlation) or silent callers.
    pub n: u64,
    /// Invited sessions of these calls.
    pub invited: u64,
    /// Those of them with any answer.
    pub answered: u64,
    /// Per cent of the invited that answered.
    pub response_rate: Option<f64>,
    /// Median of the seconds from the call's end to the first answer.
    pub median_seconds_to_answer: Option<u64>,
    /// Always empty: figures have no scale.
    pub distribution: BTreeMap<String, u64>,
    /// What this figure alone has.
    #[serde(flatten)]
    pub detail: FigureDetail,
    /// Against the period before, if asked for.
    #[serde(flatten)]
    pub comparison: Option<Comparison>,
}

/// What some figures report beside their value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum FigureDetail {
    /// Of a correlation.
    Correlation {
        /// Spearman's rank correlation.
        spearman: Span,
    },
    /// Of the silent.
    Silent {
        /// Callers with an answer, on whom the expectation rests.
        answers_n: u64,
        /// Satisfaction of all if the silent are as expected.
        all_expected: Option<f64>,
        /// Satisfaction of all if none of the silent were satisfied.
        all_lowest: Option<f64>,
        /// Satisfaction of all if all of the silent were.
        all_highest: Option<f64>,
    },
    /// Nothing more.
    Plain {},
}

impl FigureItem {
    /// Per cent of the invited that answered.
    #[must_use]
    pub fn rate(answered: u64, invited: u64) -> Option<f64> {
        (invited > 0).then(|| round(answered as f64 / invited as f64 * 100.0))
    }
}
