//! 95 % intervals.

use super::student;

/// 97.5 % quantile of the normal distribution.
pub const Z: f64 = 1.959_963_984_540_054;

/// What an interval is computed from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Mean of the answers' points.
    pub mean: f64,
    /// Their mean squared distance from it (divided by n, not by n − 1).
    pub variance: f64,
    /// Answers, or their effective number where they are weighted; above 0.
    pub n: f64,
}

/// An interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Ends {
    fn around(middle: f64, half: f64) -> Self {
        Self { low: middle - half, high: middle + half }
    }

    /// Cut to what the scale allows.
    #[must_use]
    pub fn within(self, lowest: f64, highest: f64) -> Self {
        Self { low: self.low.clamp(lowest, highest), high: self.high.clamp(lowest, highest) }
    }
}

/// The score interval of a share 0–1 among `n` (E. B. Wilson, JASA 22, 1927, 209–212). Holds the share itself and stays in 0–1.
#[must_use]
pub fn wilson(share: f64, n: f64) -> Ends {
    let square = Z * Z / n;
    let middle = (share + square / 2.0) / (1.0 + square);
    let half = Z / (1.0 + square) * (share * (1.0 - share) / n + square / (4.0 * n)).max(0.0).sqrt();
    let ends = Ends::around(middle, half).within(0.0, 1.0);
    // At shares of 0 and 1 rounding errors may leave the share a hair outside.
    Ends { low: ends.low.min(share), high: ends.high.max(share) }
}

/// Mean ± z · √(variance ÷ n). For NPS (points 1, 0, −1) that variance is the multinomial one, p₊ + p₋ − (p₊ − p₋)².
#[must_use]
pub fn normal(sample: Sample) -> Ends {
    Ends::around(sample.mean, Z * (sample.variance / sample.n).sqrt())
}

/// Mean ± t · s ÷ √n with n − 1 degrees of freedom; `None` up to n = 1, where the spread is unknown.
#[must_use]
pub fn student(sample: Sample) -> Option<Ends> {
    let freedom = sample.n - 1.0;
    // Weighted sums of one answer's parts may give 1.0000000001.
    (freedom > 1e-9).then(|| Ends::around(sample.mean, student::quantile(freedom) * (sample.variance / freedom).sqrt()))
}
