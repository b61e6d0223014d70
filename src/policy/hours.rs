//! Times of day and days of the week, where they hold.

use jiff::Zoned;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;

use super::zone;
use crate::call::{Call, Moment};

/// A part of the day. `from` belongs to it, `to` does not; over midnight where `to` is the earlier one; nothing where both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Its begin.
    pub from: Time,
    /// Its end.
    pub to: Time,
}

impl Hours {
    /// Whether a time of day lies within.
    #[must_use]
    pub fn hold(&self, time: Time) -> bool {
        if self.from <= self.to { self.from <= time && time < self.to } else { self.from <= time || time < self.to }
    }
}

/// When a rule holds; an empty list holds always.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Times {
    /// One of these days.
    pub weekdays: Vec<Weekday>,
    /// Any of these parts of the day.
    pub hours: Vec<Hours>,
    /// Whose clock counts; `None`: that of the place our line's number belongs to, else UTC.
    pub zone: Option<TimeZone>,
}

impl Times {
    /// Whether the call ended at such a time.
    #[must_use]
    pub fn hold(&self, call: &Call) -> bool {
        if self.weekdays.is_empty() && self.hours.is_empty() {
            return true;
        }
        let Some(local) = local(call.ended_at, self.zone_of(call)) else { return false };
        (self.weekdays.is_empty() || self.weekdays.contains(&local.weekday()))
            && (self.hours.is_empty() || self.hours.iter().any(|hours| hours.hold(local.time())))
    }

    fn zone_of(&self, call: &Call) -> TimeZone {
        let of_line =
            || call.line.as_deref().filter(|line| line.starts_with('+')).and_then(|line| zone::of_number(line).into_iter().next());
        self.zone.clone().or_else(of_line).unwrap_or(TimeZone::UTC)
    }
}

/// A moment as clocks on the wall show it; `None` beyond the years that a calendar knows.
pub(super) fn local(at: Moment, zone: TimeZone) -> Option<Zoned> {
    jiff::Timestamp::from_millisecond(at.millis()).ok().map(|at| at.to_zoned(zone))
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    fn call(line: Option<&str>, ended_at: &str) -> Call {
        let call = Call::bare(("main", "default"), "CA1", Moment::parse(ended_at).expect("a time"));
        Call { line: line.map(str::to_owned), ..call }
    }

    fn office(zone: Option<&str>) -> Times {
        let hours = vec![Hours { from: time(9, 0, 0, 0), to: time(17, 0, 0, 0) }];
        let weekdays = vec![Weekday::Monday, Weekday::Friday];
        Times { weekdays, hours, zone: zone.map(|name| TimeZone::get(name).expect("a zone")) }
    }

    #[test]
    fn the_begin_belongs_to_the_hours_and_the_end_does_not_also_over_midnight() {
        let day = Hours { from: time(9, 0, 0, 0), to: time(17, 0, 0, 0) };
        let night = Hours { from: time(20, 0, 0, 0), to: time(9, 0, 0, 0) };
        let never = Hours { from: time(9, 0, 0, 0), to: time(9, 0, 0, 0) };
        for (at, by_day, by_night) in
            [(time(9, 0, 0, 0), true, false), (time(16, 59, 59, 0), true, false), (time(17, 0, 0, 0), false, false)]
        {
            assert_eq!((day.hold(at), night.hold(at), never.hold(at)), (by_day, by_night, false), "{at}");
        }
        for (at, by_night) in
            [(time(19, 59, 59, 0), false), (time(20, 0, 0, 0), true), (time(0, 0, 0, 0), true), (time(8, 59, 59, 0), true)]
        {
            assert_eq!((night.hold(at), never.hold(at)), (by_night, false), "{at}");
        }
    }

    #[test]
    fn a_rule_looks_at_the_end_of_the_call_on_its_own_clock_else_the_lines_else_utc() {
        // 2026-11-23 is a Monday.
        let cases = [
            (office(Some("Europe/Berlin")), Some("+14155550100"), "2026-11-23T08:00:00Z", true),
            (office(Some("Europe/Berlin")), Some("+14155550100"), "2026-11-23T16:00:00Z", false),
            (office(None), Some("+14155550100"), "2026-11-23T17:00:00Z", true),
            (office(None), Some("+14155550100"), "2026-11-23T16:59:59Z", false),
            (office(None), Some("12345"), "2026-11-23T09:00:00Z", true),
            (office(None), None, "2026-11-23T08:59:59Z", false),
            (office(None), None, "2026-11-24T10:00:00Z", false),
            (Times::default(), None, "2026-11-24T03:00:00Z", true),
        ];
        for (times, line, ended_at, holds) in cases {
            assert_eq!(times.hold(&call(line, ended_at)), holds, "{times:?} {line:?} {ended_at}");
        }
    }
}
