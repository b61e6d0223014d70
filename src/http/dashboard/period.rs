//! The period that a page shows.

use std::time::Duration;

use super::words::Words;
use crate::call::Moment;
use crate::ports::report::Interval;

const DAY: u64 = 24 * 3600;

/// The last days until now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many.
    pub days: u64,
}

impl Period {
    /// Those that can be chosen.
    pub const ALL: [Self; 4] = [Self { days: 7 }, Self { days: 30 }, Self { days: 90 }, Self { days: 365 }];

    /// The month, unless another one is chosen.
    pub const USUAL: Self = Self { days: 30 };

    /// The period of that name, `7d`.
    pub fn named(name: &str) -> Option<Self> {
        let days: u64 = name.strip_suffix('d')?.parse().ok()?;
        Self::ALL.into_iter().find(|period| period.days == days)
    }

    /// Its name in addresses.
    pub fn name(self) -> String {
        format!("{}d", self.days)
    }

    /// Its name on the page.
    pub fn title(self, words: &Words) -> &'static str {
        match self.days {
            7 => words.last_days_7,
            90 => words.last_days_90,
            365 => words.last_days_365,
            _ => words.last_days_30,
        }
    }

    /// When it began.
    pub fn begin(self, now: Moment) -> Moment {
        now.minus(Duration::from_secs(self.days * DAY))
    }

    /// The steps of its trend: some two to five dozen of them.
    pub fn interval(self) -> Interval {
        match self.days {
            0..=45 => Interval::Day,
            46..=200 => Interval::Week,
            _ => Interval::Month,
        }
    }
}
