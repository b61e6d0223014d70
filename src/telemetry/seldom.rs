use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Between two lines that say the same.
const PAUSE: Duration = Duration::from_secs(10);
/// So many different words are remembered.
const MOST: usize = 64;

/// What every webhook of an outage would say again: said at once, and then only now and then.
#[derive(Debug, Default)]
pub struct Seldom(Mutex<BTreeMap<String, Said>>);

#[derive(Debug)]
struct Said {
    last: Instant,
    since: u64,
}

impl Seldom {
    /// How often these words have come up since they were last said, this time included; `None` where that was just now.
    pub fn take(&self, words: &str, now: Instant) -> Option<u64> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(said) = all.get_mut(words) {
            said.since += 1;
            if now.saturating_duration_since(said.last) < PAUSE {
                return None;
            }
            said.last = now;
            return Some(std::mem::take(&mut said.since));
        }
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(words.to_owned(), Said { last: now, since: 0 });
        Some(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_said_at_once_and_then_with_their_number_now_and_then() {
        let (seldom, begin) = (Seldom::default(), Instant::now());
        assert_eq!([seldom.take("full", begin), seldom.take("full", begin), seldom.take("away", begin)], [Some(1), None, Some(1)]);
        assert_eq!([seldom.take("full", begin + PAUSE / 2), seldom.take("full", begin + PAUSE)], [None, Some(3)]);
        assert_eq!([seldom.take("full", begin + PAUSE), seldom.take("full", begin + PAUSE * 2)], [None, Some(2)]);
    }

    #[test]
    fn words_that_never_come_again_are_not_kept() {
        let (seldom, begin) = (Seldom::default(), Instant::now());
        for number in 0..1000 {
            assert_eq!(seldom.take(&number.to_string(), begin), Some(1));
        }
        assert!(seldom.0.lock().expect("a lock").len() <= MOST);
    }
}
