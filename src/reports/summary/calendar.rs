use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Unit, Zoned};

use crate::call::Moment;
use crate::ports::report::{Dimension, Interval};

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

    /// Begin of the interval before the one that begins there.
    pub fn before(&mut self, start: Moment) -> Option<Moment> {
        self.start(Moment::from_millis(start.millis() - 1))
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

/// Begin of the period of equal length that ends where this one begins. Whole months, and whole days, of the zone are counted as such:
/// before March comes February, before a week with a day of 23 hours another week.
pub fn begin_before(from: Moment, to: Moment, zone: &TimeZone) -> Moment {
    whole_days_before(from, to, zone).unwrap_or_else(|| Moment::from_millis(from.millis().saturating_sub(to.millis() - from.millis())))
}

fn whole_days_before(from: Moment, to: Moment, zone: &TimeZone) -> Option<Moment> {
    let day = |moment: Moment| {
        let at = Timestamp::from_millisecond(moment.millis()).ok()?.to_zoned(zone.clone());
        (midnight(at.date(), zone)?.timestamp() == at.timestamp()).then(|| at.date())
    };
    let (first, end) = (day(from)?, day(to)?);
    let unit = if first.day() == 1 && end.day() == 1 { Unit::Month } else { Unit::Day };
    let begin = first.checked_sub(end.since((unit, first)).ok()?).ok()?;
    Some(Moment::from_millis(midnight(begin, zone)?.timestamp().as_millisecond()))
}

/// Tells hour and day of the week.
pub struct Clock {
    zone: TimeZone,
    known: HashMap<i64, Shown>,
}

/// What a clock on the wall and the calendar beside it show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shown {
    /// 0 to 23.
    hour: usize,
    /// 1 (Monday) to 7; 0 where nobody has looked.
    weekday: usize,
}

const NUMBERS: [&str; 24] =
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23"];

impl Clock {
    pub fn new(zone: TimeZone) -> Self {
        Self { zone, known: HashMap::new() }
    }

    /// What is shown at that moment.
    pub fn shows(&mut self, moment: Moment) -> Shown {
        let zone = &self.zone;
        *self.known.entry(moment.millis().div_euclid(QUARTER)).or_insert_with(|| Shown::at(zone, moment).unwrap_or_default())
    }
}

impl Shown {
    fn at(zone: &TimeZone, moment: Moment) -> Option<Self> {
        let at = zone.to_datetime(Timestamp::from_millisecond(moment.millis()).ok()?);
        let weekday = usize::try_from(at.weekday().to_monday_one_offset()).ok()?;
        Some(Self { hour: usize::try_from(at.hour()).ok()?, weekday })
    }

    /// The value of a dimension of time.
    pub fn of(&self, dimension: &Dimension) -> &'static str {
        let number = if *dimension == Dimension::Hour { self.hour } else { self.weekday };
        NUMBERS.get(number).copied().unwrap_or_default()
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
    fn hours_and_weekdays_are_those_of_the_zone() {
        let shown = |zone: &str, moment: &str| {
            let shown = Clock::new(TimeZone::get(zone).expect("a zone")).shows(Moment::parse(moment).expect("a time"));
            (shown.of(&Dimension::Hour), shown.of(&Dimension::Weekday))
        };
        assert_eq!(shown("UTC", "2026-11-23T10:03:00Z"), ("10", "1"));
        assert_eq!(shown("Asia/Shanghai", "2026-11-22T16:00:00Z"), ("0", "1"));
        assert_eq!(shown("America/New_York", "2026-11-23T04:59:59Z"), ("23", "7"));
        assert_eq!(shown("Asia/Kathmandu", "2026-11-23T18:14:59.999Z"), ("23", "1"));
        // The hour that clocks put back show twice.
        assert_eq!(shown("Europe/Berlin", "2026-10-25T00:30:00Z").0, shown("Europe/Berlin", "2026-10-25T01:30:00Z").0);
    }

    #[test]
    fn the_period_before_is_as_long_by_the_calendar() {
        let begin = |zone: &str, from: &str, to: &str| {
            let moment = |text: &str| Moment::parse(text).expect("a time");
            begin_before(moment(from), moment(to), &TimeZone::get(zone).expect("a zone")).to_string()
        };
        assert_eq!(begin("UTC", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"), "2026-02-01T00:00:00.000Z");
        assert_eq!(begin("UTC", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), "2025-01-01T00:00:00.000Z");
        assert_eq!(begin("UTC", "2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z"), "2026-02-23T00:00:00.000Z");
        // A week with a day of 23 hours, and the one before it.
        assert_eq!(begin("Europe/Berlin", "2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z"), "2026-03-15T23:00:00.000Z");
        assert_eq!(begin("Europe/Berlin", "2026-03-29T22:00:00Z", "2026-04-05T22:00:00Z"), "2026-03-22T23:00:00.000Z");
        // Not whole days there.
        assert_eq!(begin("Europe/Berlin", "2026-03-30T00:00:00Z", "2026-04-06T00:00:00Z"), "2026-03-23T00:00:00.000Z");
        assert_eq!(begin("UTC", "2026-03-30T10:00:00Z", "2026-03-30T12:30:00Z"), "2026-03-30T07:30:00.000Z");
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
