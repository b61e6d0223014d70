//! The real clock and identities, and the ones that the demo and the tests set.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use crate::call::Moment;
use crate::ports::clock::{Clock, Ids};

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's time enters")]
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still until it is set; released, it goes on with the machine's.
#[derive(Debug, Default)]
pub struct SetClock(AtomicI64);

/// The value at which a [`SetClock`] shows the machine's time.
const RELEASED: i64 = i64::MIN;

impl SetClock {
    /// Standing at that moment.
    #[must_use]
    pub fn at(moment: Moment) -> Self {
        Self(AtomicI64::new(moment.millis()))
    }

    /// Sets it, also backwards.
    pub fn set(&self, moment: Moment) {
        self.0.store(moment.millis(), Ordering::SeqCst);
    }

    /// Moves it on.
    pub fn advance(&self, by: std::time::Duration) {
        self.set(self.now().plus(by));
    }

    /// From now on the machine's time.
    pub fn release(&self) {
        self.0.store(RELEASED, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        match self.0.load(Ordering::SeqCst) {
            RELEASED => SystemClock.now(),
            millis => Moment::from_millis(millis),
        }
    }
}

/// UUID v7 from a generator that is seeded once.
#[derive(Debug)]
pub struct RandomIds(Mutex<fastrand::Rng>);

impl RandomIds {
    /// Always the same identities for the same seed and order of calls.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(fastrand::Rng::with_seed(seed)))
    }

    /// Seeded by the operating system.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place where randomness enters")]
    pub fn random() -> Self {
        Self(Mutex::new(fastrand::Rng::new()))
    }
}

impl Ids for RandomIds {
    fn next(&self, now: Moment) -> String {
        let mut random = [0; 10];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill(&mut random);
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(now.millis()).unwrap_or(0), &random).into_uuid().to_string()
    }
}
