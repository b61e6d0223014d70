//! What some measures report beside their score.

use std::collections::BTreeMap;

use serde::Serialize;

use super::kano::Category;
use super::{Span, Tally};
use crate::survey::model::Measure;

/// Further figures of a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Detail {
    /// Of customer effort.
    Effort {
        /// Per cent that agreed (5 to 7).
        share_5_7: Span,
    },
    /// Of Kano's model.
    Kano {
        /// Berger's coefficient of dissatisfaction, (O + M) ÷ (A + O + M + I), in per cent and without its customary minus.
        worse: Option<f64>,
        /// Lower end of its interval.
        worse_low: Option<f64>,
        /// Upper end.
        worse_high: Option<f64>,
        /// Each letter in per cent of all.
        shares: BTreeMap<&'static str, Span>,
    },
    /// Of an index.
    Index {
        /// Each driver by its name.
        drivers: BTreeMap<String, Driver>,
    },
}

/// Mean of one driver over the responses that have an answer to one of its items, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Driver {
    /// The mean with its interval.
    #[serde(flatten)]
    pub span: Span,
    /// Responses.
    pub n: u64,
}

/// The tallies of an index's drivers.
pub type Drivers = BTreeMap<String, Tally>;

impl Detail {
    /// The further figures of a measure, if it has any.
    #[must_use]
    pub fn of(measure: Measure, tally: &Tally, drivers: &Drivers) -> Option<Self> {
        match measure {
            Measure::Ces => Some(Self::Effort { share_5_7: tally.share(|answer| Some(answer >= 5)) }),
            Measure::Kano => Some(kano(tally)),
            Measure::Index => Some(Self::Index { drivers: drivers.iter().map(|(name, tally)| (name.clone(), driver(tally))).collect() }),
            Measure::Csat | Measure::Nps | Measure::Fcr | Measure::ServiceLevel => None,
        }
    }
}

fn kano(tally: &Tally) -> Detail {
    let worse = tally.share(|number| Category::numbered(number)?.worsens());
    let share = |category: Category| (category.letter(), tally.share(|number| Some(number == category.number())));
    Detail::Kano {
        worse: worse.value,
        worse_low: worse.low,
        worse_high: worse.high,
        shares: Category::ALL.into_iter().map(share).collect(),
    }
}

fn driver(tally: &Tally) -> Driver {
    let mean = tally.estimate();
    Driver { span: Span { value: mean.value, low: mean.low, high: mean.high }, n: mean.n }
}
