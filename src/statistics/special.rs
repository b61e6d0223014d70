//! The functions that distributions are made of.

use std::f64::consts::PI;

/// ln Γ(x) for x > 0 by Lanczos' approximation with g = 7 and nine terms (P. Godfrey's coefficients, relative error about 1e-15).
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
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
    0.5 * (2.0 * PI).ln() + (x + 0.5) * t.ln() - t + series.ln() - x.ln()
}

/// ln B(a, b) for a, b > 0.
#[must_use]
pub fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// ln of the number of ways to choose `some` out of `all`.
#[must_use]
pub fn ln_choose(all: u64, some: u64) -> f64 {
    let factorial = |n: u64| ln_gamma(n as f64 + 1.0);
    factorial(all) - factorial(some) - factorial(all - some)
}

/// The regularised incomplete beta function I_x(a, b), mirrored to the side where the continued fraction converges fast.
#[must_use]
pub fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    let front = (a * x.ln() + b * (-x).ln_1p() - ln_beta(a, b)).exp();
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

/// The x with I_x(a, b) = `share`: a quantile of the beta distribution, exact to 1e-12 of itself. Newton's steps, kept inside what bisection
/// has left over.
#[must_use]
pub fn beta_quantile(share: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    let spread = (a * b / (a + b + 1.0)).sqrt() / (a + b);
    let mut x = (a / (a + b) + spread * normal_quantile(share.clamp(1e-12, 1.0 - 1e-12))).clamp(1e-6, 1.0 - 1e-6);
    for _ in 0..200 {
        let over = incomplete_beta(x, a, b) - share;
        if over > 0.0 {
            high = x
        } else {
            low = x
        }
        let density = ((a - 1.0) * x.ln() + (b - 1.0) * (-x).ln_1p() - ln_beta(a, b)).exp();
        let next = Some(x - over / density).filter(|next| *next > low && *next < high).unwrap_or(f64::midpoint(low, high));
        if (next - x).abs() < 1e-14 * x {
            return next;
        }
        x = next;
    }
    x
}

/// P(Z > z) of the normal distribution, with small relative error far out too: the series of Abramowitz and Stegun 26.2.11 near the
/// middle, the continued fraction 26.2.14 outside.
#[must_use]
pub fn normal_above(z: f64) -> f64 {
    let density = (-z * z / 2.0).exp() / (2.0 * PI).sqrt();
    if z.abs() >= 3.0 {
        let outside = density / (1..150).rev().fold(z.abs(), |tail, i| z.abs() + f64::from(i) / tail);
        return if z > 0.0 { outside } else { 1.0 - outside };
    }
    let (mut term, mut sum) = (z, z);
    for i in (3..200).step_by(2) {
        term *= z * z / f64::from(i);
        sum += term;
    }
    0.5 - density * sum
}

/// The z with P(Z ≤ z) = `share`, between 0 and 1: Abramowitz and Stegun 26.2.23, bettered by Halley's steps.
#[must_use]
pub fn normal_quantile(share: f64) -> f64 {
    if share > 0.5 {
        return -normal_quantile(1.0 - share);
    }
    let t = (-2.0 * share.ln()).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut z = t - above / below;
    for _ in 0..4 {
        let step = (normal_above(z) - share) * (2.0 * PI).sqrt() * (z * z / 2.0).exp();
        z += step / (1.0 - z * step / 2.0);
    }
    -z
}

#[cfg(test)]
mod tests;
