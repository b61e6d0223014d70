//! Places under limits that callers share. Each limit lies in a partition of its own name.

use super::keys::digest;
use super::scripts::{Call, GIVE_BACK, TAKE};
use super::{RedisStore, value};
use crate::call::{Moment, Partition};
use crate::policy::Share;
use crate::ports::store::StoreError;

impl RedisStore {
    /// One flight for all, and a second for those taken in vain where one was full: until then they are missing to others.
    pub(super) async fn take_each(&self, holder: &str, shares: &[Share], now: Moment) -> Result<Option<usize>, StoreError> {
        let epoch = self.epoch().await?;
        let holder = digest(&[holder]);
        let take = |share: &Share| {
            let words = self.words(&epoch, self.clock(now)).bytes(digest(&[&share.name])).bytes(holder.as_slice());
            self.call(&TAKE, place(share), words.number(share.most).number(share.per.as_millis()))
        };
        let calls: Vec<Call> = shares.iter().map(take).collect();
        let answers: Result<Vec<i64>, StoreError> = self.fly(&calls).await.into_iter().map(|answer| value::number(&answer?)).collect();
        let answers = answers?;
        let full = answers.iter().position(|taken| *taken == 0);
        if full.is_some() {
            let in_vain = shares.iter().zip(&answers).filter(|(_, taken)| **taken == 1).map(|(share, _)| share);
            let give_back = |share: &Share| {
                let words = self.words(&epoch, None).bytes(digest(&[&share.name])).bytes(holder.as_slice());
                self.call(&GIVE_BACK, place(share), words)
            };
            let calls: Vec<Call> = in_vain.map(give_back).collect();
            // A place that could not be given back comes free by itself.
            drop(self.fly(&calls).await);
        }
        Ok(full)
    }
}

fn place(share: &Share) -> Partition {
    Partition::of_call("share", &share.name)
}
