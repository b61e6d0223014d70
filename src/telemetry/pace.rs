use std::time::Instant;

/// A token bucket for log lines: so many a second on the long run, as many at once after a pause.
#[derive(Debug)]
pub(super) struct Pace {
    per_second: f64,
    left: f64,
    last: Instant,
    dropped: u64,
}

/// What is to become of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Write it; so many were dropped since the last one written.
    Write { dropped_before: u64 },
    /// Drop it.
    Drop,
}

impl Pace {
    pub(super) fn new(per_second: u32, now: Instant) -> Self {
        Self { per_second: f64::from(per_second), left: f64::from(per_second), last: now, dropped: 0 }
    }

    pub(super) fn take(&mut self, now: Instant) -> Verdict {
        let passed = now.saturating_duration_since(self.last).as_secs_f64();
        self.left = (self.left + passed * self.per_second).min(self.per_second);
        self.last = now;
        if self.left < 1.0 {
            self.dropped += 1;
            return Verdict::Drop;
        }
        self.left -= 1.0;
        Verdict::Write { dropped_before: std::mem::take(&mut self.dropped) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn lines_over_the_rate_are_dropped_and_their_number_is_told_once() {
        let begin = Instant::now();
        let mut pace = Pace::new(2, begin);
        let write = |dropped_before| Verdict::Write { dropped_before };
        assert_eq!(
            [pace.take(begin), pace.take(begin), pace.take(begin), pace.take(begin)],
            [write(0), write(0), Verdict::Drop, Verdict::Drop]
        );
        let later = begin + Duration::from_secs(60);
        assert_eq!([pace.take(later), pace.take(later), pace.take(later)], [write(2), write(0), Verdict::Drop]);
    }
}
