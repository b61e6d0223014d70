use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::call::Moment;
use crate::ports::report::Interval;

/// Zones change their clocks at whole quarters of an hour, so all moments of one quarter begin in the same interval.
const QUARTER: i64 = 15 * 60 * 1000;

/// Finds the interval that a moment belongs to.
pub struct Calendar {
    interval: Interval,
    zone: TimeZone,
    known: HashMap<i64, Option<Moment>>,
}

impl Calendar {
    pub fn new(interval: Interval, zone: TimeZone) -> Self {
        Self { interval, zone, known: HashMap::new() }
    }

    /// The only interval there is, if everything is one.
    pub fn only(&self) -> Option<Option<Moment>> {
        (self.interval == Interval::None).then_some(None)
    }

    /// Begin of the moment's interval; `None` if everything is one.
    pub fn start(&mut self, moment: Moment) -> Option<Moment> {
        if self.interval == Interval::None {
            return None;
        }
        let (interval, zone) = (self.interval, &self.zone);
        *self.known.entry(moment.millis().div_euclid(QUARTER)).or_insert_with(|| start(interval, zone, moment))
    }
}

/// `None` only at the ends of time, where a day has no beginning that can be written.
fn start(interval: Interval, zone: &TimeZone, moment: Moment) -> Option<Moment> {
    let at = Timestamp::from_millisecond(moment.millis()).ok()?.to_zoned(zone.clone());
    let start = match interval {
        Interval::None => return None,
        Interval::Hour => hour(&at)?,
        Interval::Day => midnight(at.date(), zone)?,
        Interval::Week => midnight(at.date().checked_sub(i64::from(at.weekday().to_monday_zero_offset()).days()).ok()?, zone)?,
        Interval::Month => midnight(at.date().first_of_month(), zone)?,
    };
    Some(Moment::from_millis(start.timestamp().as_millisecond()))
}

fn hour(at: &Zoned) -> Option<Zoned> {
    let since = i64::from(at.minute()).minutes().seconds(at.second()).nanoseconds(at.subsec_nanosecond());
    at.checked_sub(since).ok()
}

/// The first moment of a day, also where clocks are put forward at midnight.
fn midnight(date: Date, zone: &TimeZone) -> Option<Zoned> {
    date.to_zoned(zone.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(interval: Interval, zone: &str, moment: &str) -> String {
        let mut calendar = Calendar::new(interval, TimeZone::get(zone).expect("a zone"));
        calendar.start(Moment::parse(moment).expect("a time")).expect("a start").to_string()
    }

    #[test]
    fn intervals_begin_in_the_zone_that_was_asked_for() {
        assert_eq!(begins(Interval::Day, "UTC", "2026-11-23T10:03:00Z"), "2026-11-23T00:00:00.000Z");
        assert_eq!(begins(Interval::Day, "Asia/Shanghai", "2026-11-23T16:30:00Z"), "2026-11-23T16:00:00.000Z");
        assert_eq!(begins(Interval::Hour, "Asia/Kolkata", "2026-11-23T10:29:59.999Z"), "2026-11-23T09:30:00.000Z");
        assert_eq!(begins(Interval::Month, "America/New_York", "2026-11-01T03:00:00Z"), "2026-10-01T04:00:00.000Z");
    }

    #[test]
    fn weeks_begin_on_monday() {
        for (moment, monday) in
            [("2026-11-23T00:00:00Z", "2026-11-23"), ("2026-11-29T23:59:59Z", "2026-11-23"), ("2026-11-30T00:00:00Z", "2026-11-30")]
        {
            assert_eq!(begins(Interval::Week, "UTC", moment), format!("{monday}T00:00:00.000Z"));
        }
    }

    #[test]
    fn days_of_23_and_25_hours_are_days() {
        assert_eq!(begins(Interval::Day, "Europe/Berlin", "2026-03-29T21:59:00Z"), "2026-03-28T23:00:00.000Z");
        assert_eq!(begins(Interval::Day, "Europe/Berlin", "2026-10-25T22:59:00Z"), "2026-10-24T22:00:00.000Z");
    }
}
