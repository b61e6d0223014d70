/// From values to places along a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// Around all of these values, with some air, within the bounds of the measure; at least a tenth of them wide, so that noise does
    /// not look like a trend.
    pub fn around(values: impl Iterator<Item = f64>, (least, most): (f64, f64)) -> Self {
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            return Self { low: least, high: most };
        }
        let air = ((most - least) * 0.1 - (high - low)).max(0.0) / 2.0 + (high - low) * 0.08;
        Self { low: (low - air).max(least), high: (high + air).min(most) }
    }

    /// From 0 (lowest) to 1.
    pub fn place(self, value: f64) -> f64 {
        let width = self.high - self.low;
        if width <= 0.0 { 0.5 } else { ((value - self.low) / width).clamp(0.0, 1.0) }
    }

    /// Three to six round values for lines across.
    pub fn ticks(self) -> Vec<f64> {
        let rough = (self.high - self.low) / 4.0;
        if rough <= 0.0 {
            return vec![self.low];
        }
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough).unwrap_or(power);
        let first = (self.low / step).ceil();
        (0..8).map(|at| (first + f64::from(at)) * step).take_while(|value| *value <= self.high + step * 1e-9).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_its_values_and_never_looks_closer_than_a_tenth() {
        let scale = Scale::around([80.0, 81.0].into_iter(), (0.0, 100.0));
        assert!(scale.place(80.0) > 0.2 && scale.place(81.0) < 0.8);
        assert_eq!(Scale::around(std::iter::empty(), (0.0, 100.0)).ticks(), [0.0, 50.0, 100.0]);
        assert_eq!(Scale::around([100.0].into_iter(), (0.0, 100.0)).place(100.0), 1.0);
        for (low, high) in [(0.0, 100.0), (-100.0, 100.0), (1.0, 7.0)] {
            let ticks = Scale { low, high }.ticks();
            assert!((3..=6).contains(&ticks.len()), "{ticks:?}");
        }
    }
}
