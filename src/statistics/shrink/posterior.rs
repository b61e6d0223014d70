use std::f64::consts::PI;

use crate::statistics::special::{beta_quantile, normal_quantile};

/// What is known of a group: a beta distribution for shares, a normal one for means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Posterior {
    /// Its mean, the estimate.
    pub mean: f64,
    shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Beta { a: f64, b: f64 },
    Normal { deviation: f64 },
}

impl Posterior {
    /// A beta distribution.
    #[must_use]
    pub fn beta(a: f64, b: f64) -> Self {
        Self { mean: a / (a + b), shape: Shape::Beta { a, b } }
    }

    /// A normal distribution.
    #[must_use]
    pub fn normal(mean: f64, deviation: f64) -> Self {
        Self { mean, shape: Shape::Normal { deviation } }
    }

    /// The value that the true one lies below with that probability, above 0 and below 1.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        match self.shape {
            Shape::Beta { a, b } => beta_quantile(share, a, b),
            Shape::Normal { deviation } => self.mean + deviation * normal_quantile(share),
        }
    }

    /// A value drawn at random.
    pub fn draw(&self, random: &mut fastrand::Rng) -> f64 {
        match self.shape {
            Shape::Beta { a, b } => {
                let (hits, misses) = (gamma(a, random), gamma(b, random));
                if hits + misses > 0.0 { hits / (hits + misses) } else { self.mean }
            }
            Shape::Normal { deviation } => self.mean + deviation * normal(random),
        }
    }
}

/// Several distributions of one group, each with its weight, known by mean and variance of the whole.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mixture {
    mean: f64,
    square: f64,
}

impl Mixture {
    pub fn add(&mut self, weight: f64, mean: f64, variance: f64) {
        self.mean += weight * mean;
        self.square += weight * (mean * mean + variance);
    }

    fn variance(&self) -> f64 {
        (self.square - self.mean * self.mean).max(1e-18)
    }

    /// The beta distribution of this mean and variance.
    pub fn beta(self) -> Posterior {
        let worth = (self.mean * (1.0 - self.mean) / self.variance() - 1.0).max(1e-3);
        Posterior::beta(self.mean * worth, (1.0 - self.mean) * worth)
    }

    /// The normal distribution of this mean and variance.
    pub fn normal(self) -> Posterior {
        Posterior::normal(self.mean, self.variance().sqrt())
    }
}

/// G. E. P. Box, M. E. Muller, Ann. Math. Statist. 29, 1958, 610-611.
fn normal(random: &mut fastrand::Rng) -> f64 {
    (-2.0 * (1.0 - random.f64()).ln()).sqrt() * (2.0 * PI * random.f64()).cos()
}

/// G. Marsaglia, W. W. Tsang, ACM Trans. Math. Softw. 26, 2000, 363-372.
fn gamma(shape: f64, random: &mut fastrand::Rng) -> f64 {
    if shape < 1.0 {
        return gamma(shape + 1.0, random) * (1.0 - random.f64()).powf(1.0 / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(random);
        let v = (1.0 + c * x).powi(3);
        if v > 0.0 && (1.0 - random.f64()).ln() < x * x / 2.0 + d - d * v + d * v.ln() {
            return d * v;
        }
    }
}
