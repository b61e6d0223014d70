//! Four zones and the calendar of one autumn, by their rules.

use super::made::{DAY, FIRST, HOUR};

/// The second Sunday's change is far; clocks in New York are put back at 06:00 UTC of 1 November 2026.
const PUT_BACK: i64 = FIRST + 20 * DAY + 6 * HOUR;

#[derive(Clone, Copy, Default, PartialEq, Debug)]
pub enum Zone {
    #[default]
    Utc,
    Shanghai,
    NewYork,
    Kolkata,
}

impl Zone {
    pub const ALL: [Self; 4] = [Self::Utc, Self::Shanghai, Self::NewYork, Self::Kolkata];

    pub fn name(self) -> &'static str {
        match self {
            Self::Utc => "UTC",
            Self::Shanghai => "Asia/Shanghai",
            Self::NewYork => "America/New_York",
            Self::Kolkata => "Asia/Kolkata",
        }
    }

    fn offset(self, at: i64) -> i64 {
        match self {
            Self::Utc => 0,
            Self::Shanghai => 8 * HOUR,
            Self::NewYork if at < PUT_BACK => -4 * HOUR,
            Self::NewYork => -5 * HOUR,
            Self::Kolkata => 5 * HOUR + HOUR / 2,
        }
    }

    fn local(self, at: i64) -> i64 {
        at + self.offset(at)
    }

    fn day(self, at: i64) -> i64 {
        self.local(at).div_euclid(DAY)
    }

    pub fn hour(self, at: i64) -> i64 {
        self.local(at).rem_euclid(DAY) / HOUR
    }

    /// 1 January 1970 was a Thursday.
    pub fn weekday(self, at: i64) -> i64 {
        (self.day(at) + 3).rem_euclid(7) + 1
    }

    /// The moment at which a day begins.
    fn midnight(self, day: i64) -> i64 {
        let near = day * DAY - self.offset(day * DAY);
        day * DAY - self.offset(near)
    }
}

/// The first days of the months from August to January, from the first Monday of the centre.
fn months() -> [i64; 6] {
    [-72, -41, -11, 20, 50, 81].map(|days| FIRST / DAY + days)
}

/// Begin of the interval that holds the moment.
pub fn start(interval: &str, zone: Zone, at: i64) -> Option<i64> {
    let day = zone.day(at);
    Some(match interval {
        "hour" => zone.local(at).div_euclid(HOUR) * HOUR - zone.offset(at),
        "day" => zone.midnight(day),
        "week" => zone.midnight(day + 1 - zone.weekday(at)),
        "month" => zone.midnight(months().into_iter().rev().find(|first| *first <= day).expect("a month of that autumn")),
        _ => return None,
    })
}

/// Begin of the period before: months, days or milliseconds.
pub fn begin_before(zone: Zone, from: i64, to: i64) -> i64 {
    let (first, end) = (zone.day(from), zone.day(to));
    if zone.midnight(first) != from || zone.midnight(end) != to {
        return from - (to - from);
    }
    let month = |day: i64| months().iter().position(|first| *first == day);
    match month(first).zip(month(end)) {
        Some((first, end)) => zone.midnight(months()[2 * first - end]),
        None => zone.midnight(first - (end - first)),
    }
}
