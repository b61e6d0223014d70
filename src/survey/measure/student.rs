//! Student's t distribution.

use super::interval::Z;
use crate::statistics::special::incomplete_beta;

/// From here on the t quantile is the normal one to better than 1e-6.
const NORMAL_FROM: f64 = 5e6;
/// Quantiles above are of no use to anyone and are given as this.
const HIGHEST: f64 = 1e9;

/// The 97.5 % quantile (the factor of a 95 % interval) for that many degrees of freedom, above 0, whole or not; exact to 1e-6 from 1 on.
#[must_use]
pub fn quantile(freedom: f64) -> f64 {
    if freedom >= NORMAL_FROM {
        return Z;
    }
    let (mut low, mut high) = (1.0_f64, HIGHEST);
    while high - low > 1e-9 * low {
        let middle = (low * high).sqrt();
        if outside(middle, freedom) > 0.05 { low = middle } else { high = middle }
    }
    high
}

/// P(|T| > t) for that many degrees of freedom, = I_{ν ÷ (ν + t²)}(ν ÷ 2, 1 ÷ 2) (Abramowitz and Stegun 26.7.1, 26.5.27).
#[must_use]
pub fn outside(t: f64, freedom: f64) -> f64 {
    incomplete_beta(freedom / (freedom + t * t), freedom / 2.0, 0.5)
}
