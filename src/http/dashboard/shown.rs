//! Figures as people read them.

use super::words::Words;
use crate::survey::measure::Unit;

/// A score with its unit: `87.5%`, `+32`, `5.64`.
pub fn score(unit: Unit, value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    match unit {
        Unit::Percent => format!("{}%", fixed(value, 1)),
        Unit::Points if value.round() > 0.0 => format!("+{}", fixed(value, 0)),
        Unit::Points => fixed(value, 0),
        Unit::Mean => fixed(value, 2),
        Unit::Index => fixed(value, 1),
    }
}

/// A round score at an axis: `50%`, `+20`, `5.5`.
pub fn tick(unit: Unit, value: f64) -> String {
    let digits = if value.fract().abs() < 1e-9 { 0 } else { 1 };
    match unit {
        Unit::Percent => format!("{}%", fixed(value, digits)),
        Unit::Points => score(unit, Some(value)),
        Unit::Mean | Unit::Index => fixed(value, digits),
    }
}

/// An interval in the score's unit, shorter: `80.4 – 92.3`, and `−29 … 41` where a dash would look like one more minus.
pub fn interval(unit: Unit, (low, high): (Option<f64>, Option<f64>)) -> String {
    let digits = match unit {
        Unit::Percent | Unit::Index => 1,
        Unit::Points => 0,
        Unit::Mean => 2,
    };
    match (low, high) {
        // Answers that are all alike show nothing of how much others would differ: a point is no interval.
        (Some(low), Some(high)) if low < 0.0 && high > low => format!("{} … {}", fixed(low, digits), fixed(high, digits)),
        (Some(low), Some(high)) if high > low => format!("{} – {}", fixed(low, digits), fixed(high, digits)),
        _ => "–".to_owned(),
    }
}

/// A change in the score's unit, always with its sign.
pub fn change(unit: Unit, by: f64) -> String {
    let digits = match unit {
        Unit::Percent | Unit::Index => 1,
        Unit::Points => 0,
        Unit::Mean => 2,
    };
    let sign = if by >= 0.0 { "+" } else { "" };
    format!("{sign}{}", fixed(by, digits))
}

/// A count with its thousands apart, as both languages of the pages write it.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// Per cent of a whole; a dash of nothing.
pub fn share(part: u64, whole: u64) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{}%", fixed(100.0 * part as f64 / whole as f64, 1)) }
}

/// A share that already is in per cent.
pub fn per_cent(share: f64) -> String {
    format!("{}%", fixed(share, if share.fract().abs() < 1e-9 { 0 } else { 1 }))
}

/// A figure that is not meant to the last digit.
pub fn about(value: f64) -> String {
    fixed(value, if value.abs() < 10.0 { 1 } else { 0 })
}

/// A probability in per cent, which may be very small.
pub fn small(probability: f64) -> String {
    if probability < 0.000_1 { "< 0.01%".to_owned() } else { format!("{}%", fixed(probability * 100.0, 2)) }
}

/// A duration in its largest sensible unit.
pub fn duration(words: &Words, seconds: Option<u64>) -> String {
    let Some(seconds) = seconds else { return "–".to_owned() };
    let (unit, number) = match seconds {
        0..120 => (words.seconds, seconds),
        120..7_200 => (words.minutes, seconds / 60),
        7_200..172_800 => (words.hours, seconds / 3_600),
        _ => (words.days, seconds / 86_400),
    };
    unit.replace("{}", &count(number))
}

/// With a true minus sign, and no minus before a zero.
fn fixed(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let is_zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    if is_zero { text.trim_start_matches('-').to_owned() } else { text.replace('-', "\u{2212}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::dashboard::words::Language;

    #[test]
    fn figures_read_as_people_write_them() {
        assert_eq!(score(Unit::Percent, Some(87.456)), "87.5%");
        assert_eq!([score(Unit::Points, Some(32.4)), score(Unit::Points, Some(-3.0)), score(Unit::Points, Some(-0.2))], ["+32", "−3", "0"]);
        assert_eq!([score(Unit::Mean, Some(5.6)), score(Unit::Index, None)], ["5.60", "–"]);
        assert_eq!([tick(Unit::Percent, 50.0), tick(Unit::Percent, 62.5), tick(Unit::Points, 20.0)], ["50%", "62.5%", "+20"]);
        assert_eq!([tick(Unit::Mean, 5.5), tick(Unit::Index, 40.0)], ["5.5", "40"]);
        assert_eq!(interval(Unit::Percent, (Some(80.44), Some(92.0))), "80.4 – 92.0");
        assert_eq!(interval(Unit::Points, (Some(-29.2), Some(41.0))), "−29 … 41");
        assert_eq!([interval(Unit::Mean, (None, None)), interval(Unit::Mean, (Some(6.0), Some(6.0)))], ["–", "–"]);
        assert_eq!([change(Unit::Percent, 2.0), change(Unit::Percent, -2.04), change(Unit::Mean, 0.0)], ["+2.0", "−2.0", "+0.00"]);
        assert_eq!([count(7), count(1_234), count(12_345_678)], ["7", "1,234", "12,345,678"]);
        assert_eq!([share(1, 3), share(0, 0)], ["33.3%", "–"]);
        assert_eq!([per_cent(5.0), per_cent(33.333)], ["5%", "33.3%"]);
        assert_eq!([about(3.21), about(42.4)], ["3.2", "42"]);
        assert_eq!([small(0.000_01), small(0.012_34)], ["< 0.01%", "1.23%"]);
        let words = Language::English.words();
        let durations = [Some(45), Some(210), Some(7_300), Some(200_000), None].map(|seconds| duration(words, seconds));
        assert_eq!(durations, ["45 s", "3 min", "2 h", "2 d", "–"]);
    }
}
