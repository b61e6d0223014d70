//! What a number says as it is written.

/// A number with everything glued to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// `5`, `5.0`.
    Whole(i64),
    /// `4.5`: more than this and less than the next.
    Above(i64),
    /// `4/5`.
    OutOf(i64, i64),
    /// `4.5/5`.
    AboveOutOf(i64, i64),
    /// `4-5`.
    Either(i64, i64),
    /// `4,5`: two numbers or a decimal.
    Comma(i64, i64),
    /// A date, a time, a phone number, an amount: never a score.
    Odd,
}

impl Figure {
    /// The figure of digit runs with one mark between each two.
    pub(super) fn of(digits: &[String], marks: &str) -> Self {
        let numbers: Vec<Option<i64>> = digits.iter().map(|run| plain(run)).collect();
        match (numbers.as_slice(), marks) {
            // "5,5" is a decimal, "5-5" a result.
            ([Some(a), Some(b)], "," | "-" | "–" | "—" | "~") if a == b => Self::Odd,
            ([Some(n)], "") => Self::Whole(*n),
            ([Some(n), _], "." | "·" | "٫") => decimals(*n, &digits[1]),
            ([Some(a), Some(b)], ",") if digits[1].len() == 1 => Self::Comma(*a, *b),
            ([Some(a), Some(b)], "/" | "⁄") => Self::OutOf(*a, *b),
            ([Some(a), _, Some(of)], "./" | ",/") => match decimals(*a, &digits[1]) {
                Self::Whole(a) => Self::OutOf(a, *of),
                Self::Above(a) => Self::AboveOutOf(a, *of),
                _ => Self::Odd,
            },
            ([Some(a), Some(b)], "-" | "–" | "—" | "~") => Self::Either(*a, *b),
            _ => Self::Odd,
        }
    }
}

/// A number without leading zeros ("05" is a code, not a five).
fn plain(digits: &str) -> Option<i64> {
    let padded = digits.len() > 1 && digits.starts_with('0');
    if padded { None } else { digits.parse().ok() }
}

fn decimals(whole: i64, fraction: &str) -> Figure {
    match fraction {
        "0" => Figure::Whole(whole),
        _ if fraction.len() <= 2 => Figure::Above(whole),
        _ => Figure::Odd,
    }
}
