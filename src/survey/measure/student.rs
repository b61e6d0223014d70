//! Student's t distribution.

use super::interval::Z;

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

/// P(|T| > t) = I_{ν ÷ (ν + t²)}(ν ÷ 2, 1 ÷ 2) (Abramowitz and Stegun 26.7.1, 26.5.27).
#[must_use]
pub fn outside(t: f64, freedom: f64) -> f64 {
    incomplete_beta(freedom / (freedom + t * t), freedom / 2.0, 0.5)
}

/// The regularised incomplete beta function I_x(a, b), mirrored to the side where the continued fraction converges fast.
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    if x < (a + 1.0) / (a + b + 2.0) { front * fraction(x, a, b) / a } else { 1.0 - front * fraction(1.0 - x, b, a) / b }
}

/// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let away_from_zero = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for m in (1..10_000).map(f64::from) {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut step = 1.0;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            step = d * c;
            result *= step;
        }
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

/// ln Γ(x) for x > 0 by Lanczos' approximation with g = 7 and nine terms (P. Godfrey's coefficients, relative error about 1e-15).
pub(super) fn ln_gamma(x: f64) -> f64 {
    const G: f64 = 7.0;
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    // Γ(x) = Γ(x + 1) ÷ x keeps the argument where the approximation is best.
    let series = TERMS.iter().zip(1..).fold(0.999_999_999_999_809_9, |sum, (term, i)| sum + term / (x + f64::from(i)));
    let t = x + G + 0.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + series.ln() - x.ln()
}
