//! What an earlier epoch committed, brought back from a journal.

use std::time::Duration;

use super::change;
use super::claims::claimed;
use super::keys::{digest, packed};
use super::scripts::{Call, REDO, SETTLED};
use super::tasks::settlement;
use super::{RedisStore, value};
use crate::call::Partition;
use crate::ports::store::{Change, Settlement, StoreError};

impl RedisStore {
    /// Merges a change that was committed in an earlier epoch. Changes may be redone in any order and any number of times, also while
    /// others go on; what is stored and newer stays. Tasks come due no earlier than in `hold`, so that whoever finished one has time
    /// to say so.
    ///
    /// # Errors
    /// [`StoreError`] as of a commit; then it has to be redone once more.
    pub async fn redo(&self, change: &Change, hold: Duration) -> Result<(), StoreError> {
        let epoch = self.epoch().await?;
        let name = |account: &str, call_id: &str| digest(&[account, call_id]);
        let claims = change.sessions.iter().map(|session| (&session.call.account, &session.call.call_id, &session.id));
        let mut calls: Vec<Call> = claims.clone().map(|(account, call, id)| self.claim(&epoch, (account, call), id)).collect();
        let words = change::write(self.words(&epoch, self.clock(change.now)), change, (self.options.retention, &self.options.sealer))?;
        calls.push(self.call(&REDO, change.partition, words.number(hold.as_millis())));
        let mut answers = self.fly(&calls).await.into_iter();
        for (account, call, _) in claims {
            let id = claimed(answers.next().unwrap_or_else(|| Err(value::odd()))?)?;
            self.claims.remember(name(account, call), &id);
        }
        answers.try_for_each(|answer| answer.map(drop))
    }

    /// Merges a settlement of an earlier epoch: [`Settlement::Started`] puts the task in doubt, also one that is added only later;
    /// [`Settlement::Done`] ends it for good. A settlement with a lower fence than is known already changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] as of a settlement; then it has to be redone once more.
    pub async fn redo_settlement(&self, task_id: &str, fence: u64, to: Settlement, hold: Duration) -> Result<(), StoreError> {
        let epoch = self.epoch().await?;
        let (name, due) = settlement(to);
        let words = self.words(&epoch, None).bytes(packed(task_id)).number(fence).bytes(name).number(due);
        let words = words.number(self.options.retention.as_millis()).number(hold.as_millis());
        self.one(self.call(&SETTLED, Partition::of_id(task_id), words)).await.map(drop)
    }
}
