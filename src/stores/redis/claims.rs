//! Which call belongs to which session.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use super::RedisStore;
use super::keys::{digest, packed, unpacked};
use super::scripts::{CLAIM, Call, Words};
use super::value;
use crate::call::Partition;
use crate::ports::store::{Change, Committed, StoreError};

/// Claims remembered, so that a commit need not ask again for the call that it has just looked up.
const MOST: usize = 10_000;

/// Recent claims of this process, the oldest forgotten first.
#[derive(Default)]
pub(super) struct Claims(Mutex<Recent>);

#[derive(Default)]
struct Recent {
    ids: HashMap<Vec<u8>, String>,
    order: VecDeque<Vec<u8>>,
}

impl Claims {
    pub(super) fn remember(&self, call: Vec<u8>, id: &str) {
        let mut recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if recent.ids.insert(call.clone(), id.to_owned()).is_none() {
            recent.order.push_back(call);
        }
        while recent.order.len() > MOST {
            if let Some(oldest) = recent.order.pop_front() {
                recent.ids.remove(&oldest);
            }
        }
    }

    fn holds(&self, call: &[u8], id: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).ids.get(call).is_some_and(|known| known == id)
    }

    /// What an earlier epoch knew may be gone.
    pub(super) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Recent::default();
    }
}

impl RedisStore {
    /// Claims a call for a session; the answer says whose it is.
    pub(super) fn claim(&self, epoch: &str, (account, call_id): (&str, &str), candidate: &str) -> Call {
        let words = self.words(epoch, None).bytes(digest(&[account, call_id])).bytes(packed(candidate));
        self.call(&CLAIM, Partition::of_call(account, call_id), words.number(self.options.retention.as_millis()))
    }

    /// A new session's call must be its own. Where it is another's the change conflicts, unless it is a repetition.
    pub(super) async fn claim_new(&self, epoch: &str, change: &Change) -> Result<Option<Committed>, StoreError> {
        let name = |account: &str, call_id: &str| digest(&[account, call_id]);
        let new = change.sessions.iter().filter(|session| session.version == 1);
        let unclaimed: Vec<_> = new.filter(|new| !self.claims.holds(&name(&new.call.account, &new.call.call_id), &new.id)).collect();
        if unclaimed.is_empty() {
            return Ok(None);
        }
        let calls: Vec<Call> =
            unclaimed.iter().map(|session| self.claim(epoch, (&session.call.account, &session.call.call_id), &session.id)).collect();
        let mut lost = false;
        for (session, answer) in unclaimed.iter().zip(self.fly(&calls).await) {
            let id = claimed(answer?)?;
            lost |= id != session.id;
            self.claims.remember(name(&session.call.account, &session.call.call_id), &id);
        }
        if !lost {
            return Ok(None);
        }
        let seen = match &change.mark {
            Some(mark) => self.reply(epoch, change.partition, mark).await?,
            None => None,
        };
        Ok(Some(seen.map_or(Committed::Conflict, Committed::Duplicate)))
    }
}

/// The session id of a claim's answer.
pub(super) fn claimed(answer: redis::Value) -> Result<String, StoreError> {
    unpacked(&value::bytes(answer)?).ok_or_else(|| StoreError::Unreadable("a call's session".to_owned()))
}

/// The words of a script that stands on its own.
pub(super) fn bare(first: &str, second: &str) -> Words {
    Words::bare().bytes(first).bytes(second)
}
