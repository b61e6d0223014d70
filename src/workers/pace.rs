//! The pace of an account's sends: a token bucket.

use crate::call::Moment;
use crate::ports::account::Rate;

/// A token bucket; full at first.
#[derive(Debug)]
pub struct Pace {
    rate: Rate,
    tokens: f64,
    at: Moment,
}

impl Pace {
    /// A full bucket.
    #[must_use]
    pub fn new(rate: Rate, now: Moment) -> Self {
        Self { rate, tokens: f64::from(rate.burst.max(1)), at: now }
    }

    /// Takes one token, or says when the next is there.
    ///
    /// # Errors
    /// The moment at which to try again.
    pub fn take(&mut self, now: Moment) -> Result<(), Moment> {
        let passed = (now.millis() - self.at.millis()).max(0) as f64 / 1000.0;
        self.tokens = (self.tokens + passed * self.rate.per_second).min(f64::from(self.rate.burst.max(1)));
        // Also backwards: a clock that was put right must not stop the sends until it is where it was.
        self.at = now;
        if self.tokens >= 1.0 {
            self.tokens -= 1.0;
            return Ok(());
        }
        let wait = (1.0 - self.tokens) / self.rate.per_second.max(0.001);
        Err(now.plus(std::time::Duration::from_secs_f64(wait)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn after_a_burst_messages_leave_at_the_configured_pace() {
        let start = Moment::from_millis(1_000_000);
        let mut pace = Pace::new(Rate { per_second: 10.0, burst: 2 }, start);
        assert_eq!([pace.take(start), pace.take(start)], [Ok(()), Ok(())]);
        assert_eq!(pace.take(start), Err(start.plus(Duration::from_millis(100))));
        assert_eq!(pace.take(start.plus(Duration::from_millis(100))), Ok(()));
        let later = start.plus(Duration::from_secs(3600));
        assert_eq!([pace.take(later), pace.take(later), pace.take(later).map_err(|_| later)], [Ok(()), Ok(()), Err(later)]);
    }
    #[test]
    fn a_clock_that_is_put_back_by_a_day_stops_no_message() {
        let start = Moment::from_millis(100_000_000);
        let mut pace = Pace::new(Rate { per_second: 10.0, burst: 1 }, start);
        assert_eq!(pace.take(start), Ok(()));
        let back = start.minus(Duration::from_secs(86_400));
        assert_eq!(pace.take(back), Err(back.plus(Duration::from_millis(100))));
        assert_eq!(pace.take(back.plus(Duration::from_millis(100))), Ok(()));
    }
}
