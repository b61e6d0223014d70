//! Runs of events that follow each other without a break.

/// P(a run of at least `length` successes somewhere in `trials` trials), each a success with probability `success` (W. Feller, An
/// Introduction to Probability Theory I, XIII.7, by recursion over the trials).
#[must_use]
pub fn at_least(length: usize, trials: usize, success: f64) -> f64 {
    if length == 0 {
        return 1.0;
    }
    if length > trials {
        return 0.0;
    }
    let whole = success.powi(i32::try_from(length).unwrap_or(i32::MAX));
    let begins = (1.0 - success) * whole;
    // by[i]: a run within the first `length` + i trials; before those there is none.
    let mut by = vec![whole];
    for at in 1..=trials - length {
        let before = if at > length { by[at - length - 1] } else { 0.0 };
        by.push(by[at - 1] + begins * (1.0 - before));
    }
    by.last().copied().unwrap_or(1.0).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the 1024 ways in which a coin falls ten times, 520 have three heads in a row, 251 four and 112 five.
    #[test]
    fn runs_of_heads_are_those_of_all_ways() {
        for (length, ways) in [(1, 1023.0), (3, 520.0), (4, 251.0), (5, 112.0), (10, 1.0)] {
            assert!((at_least(length, 10, 0.5) - ways / 1024.0).abs() < 1e-12, "{length}");
        }
        assert_eq!((at_least(11, 10, 0.5), at_least(0, 0, 0.5), at_least(2, 2, 1.0)), (0.0, 1.0, 1.0));
    }

    #[test]
    fn rare_runs_keep_their_small_probability() {
        assert!((at_least(5, 200, 0.01) / (1e-10 * (1.0 + 195.0 * 0.99)) - 1.0).abs() < 1e-6);
    }
}
