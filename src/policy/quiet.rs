//! Quiet hours: when no message leaves that the caller does not expect.

use std::time::Duration;

use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::hours::{Hours, local};
use super::zone;
use crate::call::Moment;

/// A message that leaves so soon after the call's end finds someone who was just on the phone.
const JUST_CALLED: Duration = Duration::from_secs(30 * 60);

/// When callers are left in peace.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiet {
    /// Each day.
    pub hours: Hours,
    /// Whole days.
    pub holidays: Vec<Holiday>,
    /// On whose clock.
    pub zone: Clock,
    /// Which messages wait.
    pub applies: Applies,
}

impl Default for Quiet {
    fn default() -> Self {
        let hours = Hours { from: time(20, 0, 0, 0), to: time(9, 0, 0, 0) };
        Self { hours, holidays: Vec::new(), zone: Clock::Respondent, applies: Applies::Delayed }
    }
}

/// On whose clock it is quiet.
#[derive(Debug, Clone, PartialEq)]
pub enum Clock {
    /// That of the place where the respondent's number belongs; where there are several, it is quiet when it is so in any of them.
    Respondent,
    /// Of one zone for all.
    Zone(TimeZone),
}

/// Which messages wait for the end of the quiet hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applies {
    /// Those that leave more than 30 minutes after the call's end.
    Delayed,
    /// All.
    All,
    /// None.
    Off,
}

/// A day on which it is quiet from midnight to midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// Once.
    On(Date),
    /// Every year.
    Yearly {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
}

impl Holiday {
    fn is(self, date: Date) -> bool {
        match self {
            Self::On(day) => day == date,
            Self::Yearly { month, day } => (date.month(), date.day()) == (month, day),
        }
    }
}

impl Quiet {
    /// The first moment not before `at` when a message about a call that ended then may leave to that number; `None` if there is none
    /// before `until`.
    #[must_use]
    pub fn leaves(&self, (number, ended_at): (&str, Moment), at: Moment, until: Moment) -> Option<Moment> {
        match self.applies {
            Applies::Off => Some(at),
            Applies::Delayed if at <= ended_at.plus(JUST_CALLED) => Some(at),
            Applies::Delayed | Applies::All => self.first_loud(number, at, until),
        }
    }

    /// The first moment not before `at` when that number may be rung back, which nobody expects; `None` if there is none before `until`.
    #[must_use]
    pub fn rings(&self, number: &str, at: Moment, until: Moment) -> Option<Moment> {
        match self.applies {
            Applies::Off => Some(at),
            Applies::Delayed | Applies::All => self.first_loud(number, at, until),
        }
    }

    /// The first moment not before `at` when it is not quiet for that number; `None` if there is none before `until`.
    fn first_loud(&self, number: &str, at: Moment, until: Moment) -> Option<Moment> {
        let zones = match &self.zone {
            Clock::Respondent => zone::of_number(number),
            Clock::Zone(zone) => vec![zone.clone()],
        };
        let mut loud = at;
        while let Some(end) = zones.iter().filter_map(|zone| self.end(loud, zone)).max() {
            if end >= until || end <= loud {
                return None;
            }
            loud = end;
        }
        Some(loud)
    }

    /// Where it is quiet now: when that may be over, at the earliest; `None` where it is not.
    fn end(&self, at: Moment, zone: &TimeZone) -> Option<Moment> {
        let now = local(at, zone.clone())?;
        let date = now.date();
        let end = if self.holidays.iter().any(|holiday| holiday.is(date)) {
            first(date.tomorrow().ok()?, Time::midnight(), &now)
        } else if self.hours.hold(now.time()) {
            let day = if now.time() < self.hours.to { date } else { date.tomorrow().ok()? };
            first(day, self.hours.to, &now)
        } else {
            return None;
        };
        // A moment is of whole milliseconds.
        end.map(|end| Moment::from_millis(end.as_millisecond()))
    }
}

/// The first moment after `now` when clocks show that time or a later one of the day: where they are put forward over it, the moment they
/// are; where they show it twice, the first that has not been yet.
fn first(date: Date, time: Time, now: &Zoned) -> Option<Timestamp> {
    let zone = now.time_zone();
    let ambiguous = zone.to_ambiguous_timestamp(date.to_datetime(time));
    let after = |at: &Timestamp| *at > now.timestamp();
    if matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. }) {
        let before = ambiguous.earlier().ok()?;
        return zone.following(before).next().map(|transition| transition.timestamp()).filter(after);
    }
    ambiguous.earlier().ok().filter(after).or_else(|| ambiguous.later().ok().filter(after))
}

#[cfg(test)]
mod tests;
