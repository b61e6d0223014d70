//! The formulas of docs/measures.md, written down from their sources once more, and the distributions that they need.

use std::cell::RefCell;
use std::collections::HashMap;
use std::f64::consts::{FRAC_PI_2, PI};

/// 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A value with the ends of its interval.
pub type Figure = (f64, Option<(f64, f64)>);

/// Mean, variance around it, and Kish's effective number of weighted values.
#[derive(Clone, Copy, Debug)]
pub struct Moments {
    pub mean: f64,
    pub variance: f64,
    pub n: f64,
}

pub fn moments(values: &[(f64, f64)]) -> Option<Moments> {
    let total: f64 = values.iter().map(|(_, w)| w).sum();
    let mean = values.iter().map(|(x, w)| x * w).sum::<f64>() / total;
    let variance = values.iter().map(|(x, w)| (x - mean) * (x - mean) * w).sum::<f64>() / total;
    let squares: f64 = values.iter().map(|(_, w)| w * w).sum();
    (total > 0.0).then_some(Moments { mean, variance, n: total * total / squares })
}

/// Both roots p of (share − p)² = z² · p(1 − p) ÷ n.
pub fn wilson(share: f64, n: f64) -> (f64, f64) {
    let (a, b, c) = (1.0 + Z * Z / n, 2.0 * share + Z * Z / n, share * share);
    let root = (b * b - 4.0 * a * c).max(0.0).sqrt();
    (((b - root) / (2.0 * a)).max(0.0), ((b + root) / (2.0 * a)).min(1.0))
}

pub fn share(values: &[(f64, f64)], factor: f64) -> Option<Figure> {
    let Moments { mean, n, .. } = moments(values)?;
    let (low, high) = wilson(mean, n);
    Some((mean * factor, Some((low * factor, high * factor))))
}

/// p₊ + p₋ − (p₊ − p₋)².
pub fn net(values: &[(f64, f64)]) -> Option<Figure> {
    let Moments { mean, variance, n } = moments(values)?;
    let half = Z * (variance / n).sqrt();
    Some((100.0 * mean, Some((100.0 * (mean - half).max(-1.0), 100.0 * (mean + half).min(1.0)))))
}

pub fn mean(values: &[(f64, f64)], (lowest, highest): (f64, f64)) -> Option<Figure> {
    let Moments { mean, variance, n } = moments(values)?;
    let half = (n > 1.0 + 1e-9).then(|| student_quantile(n - 1.0) * (variance / (n - 1.0)).sqrt());
    Some((mean, half.map(|half| ((mean - half).max(lowest), (mean + half).min(highest)))))
}

/// Simpson's rule with so many pairs of steps.
fn simpson(of: impl Fn(f64) -> f64, (from, to): (f64, f64), pairs: u32) -> f64 {
    let width = (to - from) / f64::from(2 * pairs);
    let at = |step: u32| of(from + width * f64::from(step));
    let inner: f64 = (1..2 * pairs).map(|step| at(step) * if step % 2 == 1 { 4.0 } else { 2.0 }).sum();
    (at(0) + inner + at(2 * pairs)) * width / 3.0
}

/// ln Γ by Stirling's series, far enough up.
pub fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut down) = (x, 0.0);
    while x < 15.0 {
        down += x.ln();
        x += 1.0;
    }
    let series = 1.0 / (12.0 * x) - 1.0 / (360.0 * x.powi(3)) + 1.0 / (1260.0 * x.powi(5));
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * PI).ln() + series - down
}

/// P(|Z| > z).
pub fn normal_outside(z: f64) -> f64 {
    let z = z.abs();
    let density = |x: f64| (-x * x / 2.0).exp() / (2.0 * PI).sqrt();
    if z > 9.0 { 0.0 } else { 2.0 * simpson(density, (z, z + 9.0), 150) }
}

/// ∫ cos^(ν − 1) from 0 to π ÷ 2.
fn quarter(freedom: f64) -> f64 {
    0.5 * PI.sqrt() * (ln_gamma(freedom / 2.0) - ln_gamma((freedom + 1.0) / 2.0)).exp()
}

/// P(|T| > t): with t = √ν · tan φ the density is cos^(ν − 1) φ. Below one degree of freedom, where that
/// grows without bound, from the far end, with x = cos^ν φ.
pub fn student_outside(t: f64, freedom: f64) -> f64 {
    let angle = (t.abs() / freedom.sqrt()).atan();
    if freedom < 1.0 && angle > 1.0 {
        let most = (1.0 + t * t / freedom).powf(-freedom / 2.0);
        return simpson(|x| 1.0 / (1.0 - x.powf(2.0 / freedom)).sqrt(), (0.0, most), 200) / (freedom * quarter(freedom));
    }
    // Beyond that there is nothing left.
    let far = (60.0 / freedom.sqrt()).atan().min(FRAC_PI_2);
    if angle >= far && freedom > 40.0 { 0.0 } else { 1.0 - simpson(|x| x.cos().powf(freedom - 1.0), (0.0, angle), 150) / quarter(freedom) }
}

thread_local! {
    static QUANTILES: RefCell<HashMap<u64, f64>> = RefCell::default();
}

/// P(|T| > t) = 0.05.
pub fn student_quantile(freedom: f64) -> f64 {
    if let Some(known) = QUANTILES.with_borrow(|known| known.get(&freedom.to_bits()).copied()) {
        return known;
    }
    let (mut low, mut high) = (1.0_f64, if freedom < 1.0 { 1e9 } else { 20.0 });
    for _ in 0..45 {
        let middle = if freedom < 1.0 { (low * high).sqrt() } else { (low + high) / 2.0 };
        if student_outside(middle, freedom) > 0.05 { low = middle } else { high = middle }
    }
    QUANTILES.with_borrow_mut(|known| known.insert(freedom.to_bits(), high));
    high
}

/// Two shares: chi-square, exact where a cell is expected to hold fewer than 5.
pub fn shares_differ(one: &[(f64, f64)], other: &[(f64, f64)]) -> Option<f64> {
    let (one, other) = (moments(one)?, moments(other)?);
    let all = one.n + other.n;
    let pooled = (one.mean * one.n + other.mean * other.n) / all;
    let least = [pooled, 1.0 - pooled].into_iter().flat_map(|p| [p * one.n, p * other.n]).fold(f64::INFINITY, f64::min);
    if least < 5.0 {
        return Some(fisher(((one.mean * one.n).round(), one.n.round()), ((other.mean * other.n).round(), other.n.round())));
    }
    // Pearson's sum over the four cells has the square of a normal distribution.
    let cells = [
        (one, one.mean, pooled),
        (one, 1.0 - one.mean, 1.0 - pooled),
        (other, other.mean, pooled),
        (other, 1.0 - other.mean, 1.0 - pooled),
    ];
    let square: f64 = cells.iter().map(|(of, seen, wanted)| of.n * (seen - wanted).powi(2) / wanted).sum();
    Some(normal_outside(square.sqrt()))
}

/// All tables with these sums that are as rare or rarer, by products of their ratios.
pub fn fisher((good, all): (f64, f64), (others_good, others): (f64, f64)) -> f64 {
    let total = good + others_good;
    let (least, most) = ((total - others).max(0.0), total.min(all));
    let mut chances = vec![0.0];
    let mut k = least;
    while k < most {
        let ratio = (total - k) * (all - k) / ((k + 1.0) * (others - total + k + 1.0));
        chances.push(chances.last().copied().unwrap_or(0.0) + ratio.ln());
        k += 1.0;
    }
    let top = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let chances: Vec<f64> = chances.iter().map(|chance| (chance - top).exp()).collect();
    let seen = chances[(good - least) as usize] * (1.0 + 1e-7);
    chances.iter().filter(|chance| **chance <= seen).sum::<f64>() / chances.iter().sum::<f64>()
}

/// Two Net Promoter Scores: z with the variance of both together.
pub fn nets_differ(one: &[(f64, f64)], other: &[(f64, f64)]) -> Option<f64> {
    let (one, other) = (moments(one)?, moments(other)?);
    let (p, q) = (one.n / (one.n + other.n), other.n / (one.n + other.n));
    // Variance within the two and between them.
    let variance = p * one.variance + q * other.variance + p * q * (one.mean - other.mean).powi(2);
    let error = (variance * (1.0 / one.n + 1.0 / other.n)).sqrt();
    (error > 0.0).then(|| normal_outside((one.mean - other.mean) / error))
}

/// Welch's t.
pub fn means_differ(one: &[(f64, f64)], other: &[(f64, f64)]) -> Option<f64> {
    let (one, other) = (moments(one)?, moments(other)?);
    let (a, b) = (one.variance / (one.n - 1.0), other.variance / (other.n - 1.0));
    if one.n <= 1.0 + 1e-9 || other.n <= 1.0 + 1e-9 || a + b <= 0.0 {
        return None;
    }
    let freedom = (a + b).powi(2) / (a * a / (one.n - 1.0) + b * b / (other.n - 1.0));
    Some(student_outside((one.mean - other.mean) / (a + b).sqrt(), freedom))
}

/// Weighted pairs.
pub type Pairs = [(f64, f64, f64)];

fn kish(pairs: &Pairs) -> f64 {
    let total: f64 = pairs.iter().map(|(_, _, w)| w).sum();
    total * total / pairs.iter().map(|(_, _, w)| w * w).sum::<f64>()
}

/// Pearson's r as sums, as textbooks write it; `None` where one side never varies.
fn product_moment(pairs: &Pairs) -> Option<f64> {
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y, w)| w * of(*x, *y)).sum::<f64>();
    let (n, x, y) = (sum(&|_, _| 1.0), sum(&|x, _| x), sum(&|_, y| y));
    let (mx, my) = (x / n, y / n);
    let spread = (sum(&|x, _| (x - mx) * (x - mx)) * sum(&|_, y| (y - my) * (y - my))).sqrt();
    (spread > 1e-12).then(|| (sum(&|x, y| (x - mx) * (y - my)) / spread).clamp(-1.0, 1.0))
}

fn fisher_interval(r: f64, variance: f64) -> Figure {
    let known = variance > 0.0 && variance.is_finite();
    let z = 0.5 * ((1.0 + r) / (1.0 - r)).ln();
    let end = |by: f64| {
        let e = (2.0 * (z + by * variance.sqrt())).exp();
        if e.is_infinite() { 1.0 } else { (e - 1.0) / (e + 1.0) }
    };
    (r, known.then(|| (end(-Z), end(Z))))
}

pub fn pearson(pairs: &Pairs) -> Option<Figure> {
    product_moment(pairs).map(|r| fisher_interval(r, 1.0 / (kish(pairs) - 3.0)))
}

/// Ties have their middle rank.
pub fn spearman(pairs: &Pairs) -> Option<Figure> {
    let rank = |of: fn(&(f64, f64, f64)) -> f64| {
        move |one: &(f64, f64, f64)| {
            let below = pairs.iter().filter(|other| of(other) < of(one)).map(|(_, _, w)| w).sum::<f64>();
            below + pairs.iter().filter(|other| of(other) == of(one)).map(|(_, _, w)| w).sum::<f64>() / 2.0
        }
    };
    let known = |rank: &dyn Fn(&(f64, f64, f64)) -> f64, of: fn(&(f64, f64, f64)) -> f64| {
        let mut ranks: HashMap<u64, f64> = HashMap::new();
        for pair in pairs {
            ranks.entry(of(pair).to_bits()).or_insert_with(|| rank(pair));
        }
        ranks
    };
    let (xs, ys) = (known(&rank(|pair| pair.0), |pair| pair.0), known(&rank(|pair| pair.1), |pair| pair.1));
    let ranked: Vec<(f64, f64, f64)> = pairs.iter().map(|(x, y, w)| (xs[&x.to_bits()], ys[&y.to_bits()], *w)).collect();
    let r = product_moment(&ranked)?;
    Some(fisher_interval(r, (1.0 + r * r / 2.0) / (kish(pairs) - 3.0)))
}

pub fn correlations_differ(one: &Pairs, other: &Pairs) -> Option<f64> {
    let (r, s) = (product_moment(one)?, product_moment(other)?);
    let (n, m) = (kish(one) - 3.0, kish(other) - 3.0);
    let z = |r: f64| 0.5 * ((1.0 + r) / (1.0 - r)).ln();
    let z = (z(r) - z(s)) / (1.0 / n + 1.0 / m).sqrt();
    (n > 0.0 && m > 0.0 && z.is_finite()).then(|| normal_outside(z))
}

/// A logit with its standard error, as a share in per cent with its interval.
pub fn logistic(logit: f64, error: f64) -> Figure {
    let share = |logit: f64| 100.0 * logit.exp() / (1.0 + logit.exp());
    (share(logit), Some((share(logit - Z * error), share(logit + Z * error))))
}

/// Any table: A. Hald, Statistical Tables and Formulas (1952); R. A. Fisher's tea, 34 ÷ 70.
#[test]
fn the_distributions_of_this_file_are_those_of_the_tables() {
    for (freedom, wanted) in
        [(1.0, 12.706_205), (2.0, 4.302_653), (4.0, 2.776_445), (9.0, 2.262_157), (30.0, 2.042_272), (1000.0, 1.962_339)]
    {
        assert!((student_quantile(freedom) - wanted).abs() < 2e-6, "{freedom}: {}", student_quantile(freedom));
    }
    for (z, wanted) in [(0.0, 1.0), (1.0, 0.317_310_5), (1.959_964, 0.05), (2.575_829, 0.01), (4.0, 6.334e-5)] {
        assert!((normal_outside(z) - wanted).abs() < 1e-7, "{z}: {}", normal_outside(z));
    }
    assert!((student_outside(2.0, 5.5) - 0.096_59).abs() < 6e-4 && (student_outside(1.0, 1.0) - 0.5).abs() < 1e-9);
    // With half a degree of freedom both ways to integrate meet.
    for near in [(1.0_f64.tan() * 0.7_f64.sqrt() - 1e-9, 0.7), (1.0_f64.tan() * 0.2_f64.sqrt() - 1e-9, 0.2)] {
        assert!((student_outside(near.0, near.1) - student_outside(near.0 + 2e-9, near.1)).abs() < 1e-7);
    }
    assert!((student_outside(2.0, 0.999_999) - student_outside(2.0, 1.000_001)).abs() < 1e-5);
    assert!((fisher((3.0, 4.0), (1.0, 4.0)) - 34.0 / 70.0).abs() < 1e-12);
    assert!((ln_gamma(0.5) - PI.sqrt().ln()).abs() < 1e-10 && (ln_gamma(11.0) - 3_628_800_f64.ln()).abs() < 1e-10);
}
