use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap_or_else(|_| panic!("{text} is a time"))
}

fn quiet(from: (i8, i8), to: (i8, i8)) -> Quiet {
    let hours = Hours { from: time(from.0, from.1, 0, 0), to: time(to.0, to.1, 0, 0) };
    Quiet { hours, applies: Applies::All, ..Quiet::default() }
}

fn leaves(quiet: &Quiet, number: &str, from: &str) -> Option<String> {
    let from = at(from);
    quiet.leaves((number, from), from, from.plus(Duration::from_secs(30 * 86_400))).map(|moment| moment.to_string())
}

#[test]
fn a_message_in_quiet_hours_waits_for_their_end_on_the_respondents_own_clock() {
    let usual = Quiet { applies: Applies::All, ..Quiet::default() };
    let cases = [
        // 10:00 UTC is 02:00 in California and 18:00 in Shanghai.
        ("+14155550123", "2026-11-23T10:00:00Z", "2026-11-23T17:00:00.000Z"),
        ("+8613800138000", "2026-11-23T10:00:00Z", "2026-11-23T10:00:00.000Z"),
        ("+8613800138000", "2026-11-23T12:00:00Z", "2026-11-24T01:00:00.000Z"),
        ("+8613800138000", "2026-11-23T00:59:59.999Z", "2026-11-23T01:00:00.000Z"),
        // Half past nine in Nepal, three hours and three quarters before.
        ("+97798005550123", "2026-11-23T03:15:00Z", "2026-11-23T03:15:00.000Z"),
        ("+97798005550123", "2026-11-23T03:14:00Z", "2026-11-23T03:15:00.000Z"),
        // A mobile of Australia: loud in Perth and in Sydney.
        ("+61455550123", "2026-11-23T00:30:00Z", "2026-11-23T01:00:00.000Z"),
        ("+61455550123", "2026-11-23T09:00:00Z", "2026-11-24T01:00:00.000Z"),
    ];
    for (number, from, leaving) in cases {
        assert_eq!(leaves(&usual, number, from).as_deref(), Some(leaving), "{number} {from}");
    }
}

#[test]
fn quiet_hours_end_rightly_where_clocks_are_changed() {
    let cases = [
        // Berlin, 2026-03-29: 02:00 becomes 03:00. The end at 02:30 never shows; at 03:00 it is over.
        (quiet((22, 0), (2, 30)), "+4915155550123", "2026-03-29T00:10:00Z", "2026-03-29T01:00:00.000Z"),
        (quiet((20, 0), (9, 0)), "+4915155550123", "2026-03-28T20:00:00Z", "2026-03-29T07:00:00.000Z"),
        // Berlin, 2026-10-25: 03:00 becomes 02:00. The end at 02:30 shows twice.
        (quiet((22, 0), (2, 30)), "+4915155550123", "2026-10-24T23:00:00Z", "2026-10-25T00:30:00.000Z"),
        (quiet((22, 0), (2, 30)), "+4915155550123", "2026-10-25T00:45:00Z", "2026-10-25T00:45:00.000Z"),
        (quiet((22, 0), (2, 30)), "+4915155550123", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00.000Z"),
        (quiet((20, 0), (9, 0)), "+4915155550123", "2026-10-24T20:00:00Z", "2026-10-25T08:00:00.000Z"),
        // New York, 2026-03-08 and 2026-11-01.
        (quiet((20, 0), (9, 0)), "+12125550123", "2026-03-08T05:00:00Z", "2026-03-08T13:00:00.000Z"),
        (quiet((20, 0), (9, 0)), "+12125550123", "2026-11-01T05:00:00Z", "2026-11-01T14:00:00.000Z"),
        // Phoenix changes nothing.
        (quiet((20, 0), (9, 0)), "+16025550123", "2026-03-08T05:00:00Z", "2026-03-08T16:00:00.000Z"),
    ];
    for (quiet, number, from, leaving) in cases {
        assert_eq!(leaves(&quiet, number, from).as_deref(), Some(leaving), "{quiet:?} {number} {from}");
    }
}

#[test]
fn holidays_are_quiet_by_the_date_at_the_respondents_place() {
    let holidays = vec![Holiday::Yearly { month: 12, day: 25 }, Holiday::On(jiff::civil::date(2026, 12, 26))];
    let quiet = Quiet { holidays, ..quiet((20, 0), (9, 0)) };
    let cases = [
        ("2026-12-24T20:00:00Z", "2026-12-27T09:00:00.000Z"),
        ("2026-12-25T12:00:00Z", "2026-12-27T09:00:00.000Z"),
        ("2027-12-25T12:00:00Z", "2027-12-26T09:00:00.000Z"),
        ("2026-12-24T19:00:00Z", "2026-12-24T19:00:00.000Z"),
    ];
    for (from, leaving) in cases {
        assert_eq!(leaves(&quiet, "+447700900123", from).as_deref(), Some(leaving), "{from}");
    }
    // On the 26th in Shanghai it is still the 25th in London.
    assert_eq!(leaves(&quiet, "+8613800138000", "2026-12-24T17:00:00Z").as_deref(), Some("2026-12-27T01:00:00.000Z"));
}

#[test]
fn delayed_messages_wait_and_prompt_ones_do_not_unless_all_are_to() {
    let (ended, number) = (at("2026-11-23T10:00:00Z"), "+14155550123");
    let until = ended.plus(Duration::from_secs(3 * 86_400));
    let leaves = |applies, minutes: u64| {
        let from = ended.plus(Duration::from_secs(minutes * 60));
        Quiet { applies, ..Quiet::default() }.leaves((number, ended), from, until) == Some(from)
    };
    assert_eq!([leaves(Applies::Delayed, 0), leaves(Applies::Delayed, 30), leaves(Applies::Delayed, 31)], [true, true, false]);
    assert_eq!([leaves(Applies::All, 0), leaves(Applies::Off, 31)], [false, true]);
}

#[test]
fn a_message_that_would_have_to_wait_for_too_long_never_leaves() {
    let quiet = quiet((20, 0), (9, 0));
    let from = at("2026-11-23T10:00:00Z");
    let until = |text| quiet.leaves(("+14155550123", from), from, at(text));
    assert_eq!(until("2026-11-23T17:00:00Z"), None);
    assert_eq!(until("2026-11-23T17:00:00.001Z").map(|at| at.to_string()).as_deref(), Some("2026-11-23T17:00:00.000Z"));
    let always =
        Quiet { holidays: (1..=12).flat_map(|month| (1..=31).map(move |day| Holiday::Yearly { month, day })).collect(), ..quiet.clone() };
    assert_eq!(always.leaves(("+14155550123", from), from, from.plus(Duration::from_secs(3660 * 86_400))), None);
}

#[test]
fn one_zone_may_be_laid_down_for_all() {
    let zone = Clock::Zone(TimeZone::get("Europe/Berlin").expect("a zone"));
    let quiet = Quiet { zone, ..quiet((20, 0), (9, 0)) };
    assert_eq!(leaves(&quiet, "+14155550123", "2026-11-23T10:00:00Z").as_deref(), Some("2026-11-23T10:00:00.000Z"));
}

proptest! {
    #[test]
    fn whatever_the_hours_a_message_leaves_at_the_first_moment_that_is_not_quiet(
        from in (0_i8..24, 0_i8..60), to in (0_i8..24, 0_i8..60), minute in 0_u64..(2 * 365 * 24 * 60), zone in 0_usize..5,
    ) {
        let name = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu"][zone];
        let tz = TimeZone::get(name).expect("a zone");
        let quiet = Quiet { zone: Clock::Zone(tz.clone()), ..quiet(from, to) };
        let begin = at("2026-01-01T00:00:00Z").plus(Duration::from_secs(minute * 60));
        let end = begin.plus(Duration::from_secs(3 * 86_400));
        let is_quiet = |moment: Moment| quiet.hours.hold(local(moment, tz.clone()).expect("a date").time());
        let first = (0..3 * 24 * 60).map(|m| begin.plus(Duration::from_secs(m * 60))).find(|moment| !is_quiet(*moment));
        let leaves = quiet.leaves(("", begin), begin, end);
        prop_assert!(leaves.is_none_or(|leaves| !is_quiet(leaves)), "{leaves:?}");
        let offset = |moment: Option<Moment>| moment.and_then(|moment| local(moment, tz.clone())).map(|local| local.offset());
        // Where clocks are put back into an hour before the quiet ones, these go on.
        if offset(leaves) == offset(Some(begin)) || leaves < first {
            prop_assert_eq!(leaves, first);
        }
    }
}
