use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::section::{Read, Section, short};
use super::tree::{Node, Value};
use super::value::{one_of, parsed, text};
use crate::policy::quiet::{Applies, Clock, Holiday};
use crate::policy::{Hours, Quiet, Times};

/// `quiet_hours` and `holidays` of `[policy]`.
pub fn read(policy: &Section<'_>) -> Quiet {
    let default = Quiet::default();
    let section = policy.section("quiet_hours");
    let words = [("delayed", Applies::Delayed), ("all", Applies::All), ("off", Applies::Off)];
    let quiet = Quiet {
        hours: Hours { from: section.value_or("from", default.hours.from, clock), to: section.value_or("to", default.hours.to, clock) },
        holidays: policy.list("holidays", holiday),
        zone: section.value_or("zone", default.zone, whose),
        applies: section.value_or("applies_to", default.applies, one_of(&words)),
    };
    if quiet.applies == Applies::Off && !quiet.holidays.is_empty() {
        policy.warning("holidays", "have no effect while quiet_hours are off");
    }
    section.finish();
    quiet
}

/// `weekday` and `hours` of a rule's `when`, with the rule's `zone`.
pub fn read_times(when: &Section<'_>, zone: Option<TimeZone>) -> Times {
    let weekdays = when.one_or_more("weekday", weekdays).into_iter().flatten().collect();
    Times { weekdays, hours: when.one_or_more("hours", hours), zone }
}

/// A zone of the tz database.
pub fn zone(node: &Node) -> Read<TimeZone> {
    let name = text(node)?;
    TimeZone::get(name).map_err(|_| format!("`{}` is no zone such as \"Europe/Berlin\"", short(name)))
}

fn whose(node: &Node) -> Read<Clock> {
    if text(node)? == "respondent" {
        return Ok(Clock::Respondent);
    }
    zone(node).map(Clock::Zone).map_err(|wrong| format!("{wrong} and not \"respondent\""))
}

fn clock(node: &Node) -> Read<Time> {
    parsed("a time of day such as \"20:00\"", time_of_day)(node)
}

fn time_of_day(text: &str) -> Option<Time> {
    text.contains(':').then(|| text.parse().ok()).flatten()
}

/// `09:00-17:00`; the end `24:00` is midnight.
fn hours(node: &Node) -> Read<Hours> {
    parsed("a part of the day such as \"09:00-17:00\"", |text| {
        let (from, to) = text.split_once('-')?;
        let to = if to.trim() == "24:00" { "00:00" } else { to };
        let hours = Hours { from: time_of_day(from.trim())?, to: time_of_day(to.trim())? };
        (hours.from != hours.to).then_some(hours)
    })(node)
}

/// `mon`, or `mon-fri`.
fn weekdays(node: &Node) -> Read<Vec<Weekday>> {
    parsed("a day such as \"mon\" or days such as \"mon-fri\"", |text| {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let (first, last) = (weekday(first.trim())?, weekday(last.trim())?);
        let days = first.cycle_forward().take(7);
        let many = usize::try_from(first.until(last)).ok()?;
        Some(days.take(many + 1).collect())
    })(node)
}

fn weekday(name: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let name = name.to_ascii_lowercase();
    let at = NAMES.iter().position(|whole| name.len() >= 3 && whole.starts_with(&name))?;
    Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
}

/// A date in quotes: `2026-12-25`, or `12-25` for every year.
fn holiday(node: &Node) -> Read<Holiday> {
    if matches!(node.value, Value::Time) {
        return Err("write the date in quotes, for example \"2026-12-25\"".to_owned());
    }
    parsed("a date such as \"2026-12-25\", or \"12-25\" for every year", |text| {
        if let Ok(date) = text.parse::<Date>() {
            return Some(Holiday::On(date));
        }
        // In a leap year every day of the year is.
        let date = format!("2024-{text}").parse::<Date>().ok().filter(|_| text.len() == 5)?;
        Some(Holiday::Yearly { month: date.month(), day: date.day() })
    })(node)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tree::read_value;

    fn node(text: &str) -> Node {
        read_value("X", &format!("\"{text}\""))
    }

    #[test]
    fn weekdays_are_read_alone_and_as_ranges_also_over_sunday() {
        let days =
            |text: &str| weekdays(&node(text)).map(|days| days.iter().map(|day| day.to_monday_zero_offset()).collect::<Vec<_>>()).ok();
        assert_eq!(days("mon"), Some(vec![0]));
        assert_eq!(days("Monday-fri"), Some(vec![0, 1, 2, 3, 4]));
        assert_eq!(days("sat-mon"), Some(vec![5, 6, 0]));
        assert_eq!(["", "m", "mond-x", "someday", "mon-tue-wed"].map(days), [const { None }; 5]);
    }

    #[test]
    fn parts_of_the_day_are_read_and_empty_ones_are_not() {
        let read = |text: &str| hours(&node(text)).map(|hours| format!("{}-{}", hours.from, hours.to)).ok();
        assert_eq!(read("09:00-17:30").as_deref(), Some("09:00:00-17:30:00"));
        assert_eq!(read("22:00 - 24:00").as_deref(), Some("22:00:00-00:00:00"));
        assert_eq!(["09:00", "9-17", "09:00-09:00", "25:00-26:00", "-"].map(read), [const { None }; 5]);
    }

    #[test]
    fn holidays_are_dates_of_one_year_or_of_each() {
        let read = |text: &str| holiday(&node(text)).ok();
        assert_eq!(read("2026-12-25"), Some(Holiday::On(jiff::civil::date(2026, 12, 25))));
        assert_eq!(read("12-25"), Some(Holiday::Yearly { month: 12, day: 25 }));
        assert_eq!(read("02-29"), Some(Holiday::Yearly { month: 2, day: 29 }));
        assert_eq!(["25.12.", "13-01", "02-30", "2026-02-29", "", "1-1"].map(read), [None; 6]);
    }
}
