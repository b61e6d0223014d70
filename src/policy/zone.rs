//! Where a telephone number may be, as zones of the tz database.

use jiff::tz::TimeZone;

mod america;
mod world;

/// The zones that a number may be in; more than one where the numbering plan leaves it open (mobiles of wide countries, area codes
/// that cross a border of zones): those furthest apart in which nearly everybody lives. UTC for a number of no known country.
#[must_use]
pub fn of_number(number: &str) -> Vec<TimeZone> {
    let digits = national_mobile(number.trim_start_matches('+'));
    let names = longest(&digits).unwrap_or("UTC");
    names.split(' ').filter_map(|name| TimeZone::get(name).ok()).collect()
}

/// Mexican mobiles are still written with a 1 behind the country code, which their plan has given up.
fn national_mobile(digits: &str) -> String {
    match digits.strip_prefix("521") {
        Some(rest) if rest.len() == 10 => format!("52{rest}"),
        _ => digits.to_owned(),
    }
}

/// The zones of the longest beginning that is known.
fn longest(digits: &str) -> Option<&'static str> {
    let known = america::AREAS.iter().chain(&world::COUNTRIES);
    let fitting = known.flat_map(|(zones, codes)| {
        codes.split_ascii_whitespace().filter(|code| digits.starts_with(*code)).map(move |code| (code.len(), *zones))
    });
    fitting.max_by_key(|(length, _)| *length).map(|(_, zones)| zones)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(number: &str) -> String {
        let zones = of_number(number);
        zones.iter().filter_map(TimeZone::iana_name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_of_every_continent_have_the_zone_of_their_country_or_area() {
        let cases = [
            ("+12125550123", "America/New_York"),
            ("+13125550123", "America/Chicago"),
            ("+13035550123", "America/Denver"),
            ("+16025550123", "America/Phoenix"),
            ("+14155550123", "America/Los_Angeles"),
            ("+19075550123", "America/Anchorage"),
            ("+18085550123", "Pacific/Honolulu"),
            ("+16045550123", "America/Vancouver"),
            ("+17095550123", "America/St_Johns"),
            ("+13065550123", "America/Regina"),
            ("+17875550123", "America/Puerto_Rico"),
            ("+18765550123", "America/Jamaica"),
            ("+18505550123", "America/New_York America/Chicago"),
            ("+18005550123", "America/New_York America/Los_Angeles"),
            ("+8613800138000", "Asia/Shanghai"),
            ("+85251234567", "Asia/Hong_Kong"),
            ("+886912345678", "Asia/Taipei"),
            ("+4915112345678", "Europe/Berlin"),
            ("+447700900123", "Europe/London"),
            ("+74955550123", "Europe/Moscow"),
            ("+74235550123", "Asia/Vladivostok"),
            ("+79165550123", "Europe/Moscow Asia/Novosibirsk"),
            ("+77015550123", "Asia/Almaty"),
            ("+61255550123", "Australia/Sydney"),
            ("+61755550123", "Australia/Brisbane"),
            ("+61895550123", "Australia/Perth"),
            ("+61885550123", "Australia/Adelaide"),
            ("+61889550123", "Australia/Darwin"),
            ("+61455550123", "Australia/Sydney Australia/Perth"),
            ("+5511955550123", "America/Sao_Paulo"),
            ("+5592955550123", "America/Manaus"),
            ("+5568955550123", "America/Rio_Branco"),
            ("+525555550123", "America/Mexico_City"),
            ("+5216645550123", "America/Tijuana"),
            ("+526645550123", "America/Tijuana"),
            ("+528675550123", "America/Matamoros"),
            ("+526575550123", "America/Ciudad_Juarez"),
            ("+17385550123", "America/Los_Angeles"),
            ("+17485550123", "America/Denver"),
            ("+12735550123", "America/Toronto"),
            ("+529985550123", "America/Cancun"),
            ("+919876543210", "Asia/Kolkata"),
            ("+97715550123", "Asia/Kathmandu"),
            ("+351212345678", "Europe/Lisbon"),
            ("+34928123456", "Atlantic/Canary"),
            ("+64215550123", "Pacific/Auckland"),
            ("+27115550123", "Africa/Johannesburg"),
            ("+2348035550123", "Africa/Lagos"),
            ("+99955550123", "UTC"),
        ];
        for (number, zones) in cases {
            assert_eq!(names(number), zones, "{number}");
        }
    }

    /// Countries for which libphonenumber 9.0.43 names a zone of another country, whose clocks differ: the tz database has them apart.
    /// Christmas Island shares beginnings with Western Australia, Norfolk Island with the stations in Antarctica.
    const APART: [&str; 7] = ["CX", "DZ", "LY", "MA", "NF", "NI", "SS"];

    /// Differences from UTC in seconds in the middle of each quarter of 2026.
    fn clocks(zone: &TimeZone) -> [i32; 4] {
        let at = |month| jiff::civil::date(2026, month, 15).to_zoned(TimeZone::UTC).map(|day| day.timestamp()).expect("a day");
        [1, 4, 7, 10].map(|month| zone.to_offset(at(month)).seconds())
    }

    #[test]
    fn clocks_are_those_of_a_zone_that_libphonenumber_knows_for_the_number() {
        let mut seen = std::collections::BTreeSet::new();
        for line in include_str!("beginnings.csv").lines().skip(1) {
            let [beginning, country, _, zones] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
            if APART.contains(&country) || zones.is_empty() {
                continue;
            }
            let theirs: Vec<_> = zones.split(' ').map(|zone| clocks(&TimeZone::get(zone).expect("a zone"))).collect();
            let ours = of_number(&format!("+{beginning}0000"));
            assert!(ours.iter().any(|zone| theirs.contains(&clocks(zone))), "{line}: {}", names(&format!("+{beginning}0000")));
            seen.insert(country);
        }
        assert!(seen.len() > 230, "{}", seen.len());
    }

    #[test]
    fn every_zone_is_in_the_database_and_no_beginning_is_named_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for (zones, codes) in america::AREAS.iter().chain(&world::COUNTRIES) {
            for zone in zones.split(' ') {
                assert!(TimeZone::get(zone).is_ok(), "{zone}");
            }
            for code in codes.split_ascii_whitespace() {
                assert!(code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
                assert!(seen.insert(code), "{code} is named twice");
            }
        }
    }

    #[test]
    fn every_calling_code_that_is_assigned_has_a_zone() {
        let assigned = "1 7 20 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 241 \
            242 243 244 245 246 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 27 290 291 297 298 299 \
            30 31 32 33 34 350 351 352 353 354 355 356 357 358 359 36 370 371 372 373 374 375 376 377 378 380 381 382 383 385 386 387 389 39 \
            40 41 420 421 423 43 44 45 46 47 48 49 500 501 502 503 504 505 506 507 508 509 51 52 53 54 55 56 57 58 590 591 592 593 594 595 \
            596 597 598 599 60 61 62 63 64 65 66 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 81 82 84 \
            850 852 853 855 856 86 880 886 90 91 92 93 94 95 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 98 992 993 \
            994 995 996 998";
        for code in assigned.split_ascii_whitespace() {
            assert!(longest(&format!("{code}0000000")).is_some(), "+{code}");
        }
    }
}
