use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::call::Moment;

const HOUR: i64 = 3_600_000;

/// How long a period is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Every {
    /// Hours of the clock, in UTC.
    Hour,
    /// Days of the zone.
    Day(TimeZone),
    /// Weeks of the zone, from Monday.
    Week(TimeZone),
    /// Months of the zone.
    Month(TimeZone),
}

/// From `start` on, before `end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Its first moment.
    pub start: Moment,
    /// The first moment that is not in it.
    pub end: Moment,
    /// `2026-11-23`, or of an hour `20261123T14Z`.
    pub name: String,
}

impl Every {
    /// The period that a moment lies in; `None` outside of the calendar.
    #[must_use]
    pub fn period(&self, moment: Moment) -> Option<Period> {
        let at = Timestamp::from_millisecond(moment.millis()).ok()?;
        match self {
            Self::Hour => {
                let start = moment.millis().div_euclid(HOUR) * HOUR;
                let name = at.strftime("%Y%m%dT%HZ").to_string();
                Some(Period { start: Moment::from_millis(start), end: Moment::from_millis(start + HOUR), name })
            }
            Self::Day(zone) | Self::Week(zone) | Self::Month(zone) => self.beginning(at.to_zoned(zone.clone()).date(), zone),
        }
    }

    /// The period that has that name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Period> {
        let moment = match self {
            Self::Hour => {
                let (date, hour) = name.strip_suffix('Z')?.split_once('T')?;
                let date = Date::strptime("%Y%m%d", date).ok()?;
                date.at(hour.parse().ok()?, 0, 0, 0).to_zoned(TimeZone::UTC).ok()?
            }
            Self::Day(zone) | Self::Week(zone) | Self::Month(zone) => name.parse::<Date>().ok()?.to_zoned(zone.clone()).ok()?,
        };
        self.period(Moment::from_millis(moment.timestamp().as_millisecond())).filter(|period| period.name == name)
    }

    fn beginning(&self, date: Date, zone: &TimeZone) -> Option<Period> {
        let (first, length) = match self {
            Self::Week(_) => (date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok()?, 1.week()),
            Self::Month(_) => (date.first_of_month(), 1.month()),
            Self::Hour | Self::Day(_) => (date, 1.day()),
        };
        let moment = |date: Date| Some(Moment::from_millis(date.to_zoned(zone.clone()).ok()?.timestamp().as_millisecond()));
        Some(Period { start: moment(first)?, end: moment(first.checked_add(length).ok()?)?, name: first.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(every: &Every, at: &str) -> (String, String, String) {
        let period = every.period(Moment::parse(at).expect("a time")).expect("a period");
        assert_eq!(every.named(&period.name).as_ref(), Some(&period));
        assert_eq!(every.period(period.end).map(|next| next.start), Some(period.end));
        (period.name, period.start.to_string(), period.end.to_string())
    }

    #[test]
    fn periods_begin_where_their_zone_says() {
        let told = |name: &str, start: &str, end: &str| (name.to_owned(), format!("{start}:00.000Z"), format!("{end}:00.000Z"));
        let berlin = TimeZone::get("Europe/Berlin").expect("a zone");
        assert_eq!(period(&Every::Hour, "2026-11-23T10:59:59Z"), told("20261123T10Z", "2026-11-23T10:00", "2026-11-23T11:00"));
        let shanghai = Every::Day(TimeZone::get("Asia/Shanghai").expect("a zone"));
        assert_eq!(period(&shanghai, "2026-11-23T16:00:00Z"), told("2026-11-24", "2026-11-23T16:00", "2026-11-24T16:00"));
        let (day, week, month) = (Every::Day(berlin.clone()), Every::Week(berlin.clone()), Every::Month(berlin));
        assert_eq!(period(&day, "2026-10-25T12:00:00Z"), told("2026-10-25", "2026-10-24T22:00", "2026-10-25T23:00"));
        assert_eq!(period(&week, "2026-11-29T22:59:59Z"), told("2026-11-23", "2026-11-22T23:00", "2026-11-29T23:00"));
        assert_eq!(period(&month, "2026-02-10T00:00:00Z"), told("2026-02-01", "2026-01-31T23:00", "2026-02-28T23:00"));
        assert_eq!(week.named("2026-11-24"), None);
    }
}
