//! The look at the shared store: is it there, is it the same, and what must be written again?

use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::task::JoinSet;

use super::Journaled;
use super::company::Part;
use crate::call::Moment;
use crate::crash::crash_point;
use crate::ports::store::{Change, Committed, SessionKey, Settlement, StoreError};
use crate::stores::journal::{Again, Logged, Stage};
use crate::stores::shared::Epoch;
use crate::survey::session::Session;

/// Entries read at once.
const CHUNK: usize = 512;
/// Entries on their way at once.
const AT_ONCE: usize = 32;

impl Journaled {
    /// Looks at the shared store once: notices an outage, its end, and a new epoch, into which this node writes its entries again.
    /// Operations are done from when this says so.
    ///
    /// # Errors
    /// [`StoreError`] as long as the shared store cannot be used.
    pub async fn look(&self) -> Result<(), StoreError> {
        let seen = self.see().await;
        if seen.is_err() {
            self.serving.store(false, Ordering::Release);
        }
        seen
    }

    async fn see(&self) -> Result<(), StoreError> {
        let node = self.journal.node();
        let mut epoch = self.shared.recognise(&self.named(&node.epoch)).await?;
        if epoch.id != node.epoch {
            self.serving.store(false, Ordering::Release);
            self.forget_before_writing_again().await?;
            // Whoever looks first after a wipe finds nobody else yet.
            epoch = self.write_again(&epoch).await?;
        }
        let comes_back = !self.is_serving();
        self.see_to_the_left().await?;
        self.forget_the_erased().await?;
        // Before others go on: what they do may depend on whether there is company.
        self.remember(&epoch).await;
        if comes_back {
            self.returns.fetch_add(1, Ordering::AcqRel);
            self.serving.store(true, Ordering::Release);
            tracing::info!(epoch = epoch.id, "the shared store is in use");
        }
        Ok(())
    }

    /// The newest entries first, because callers wait for them; the store puts them together in any order. Gives the epoch as all see
    /// it who have done the same.
    async fn write_again(&self, epoch: &Epoch) -> Result<Epoch, StoreError> {
        let mut before = u64::MAX;
        let mut written = 0_usize;
        loop {
            let entries = self.journal.before(before, CHUNK).await?;
            let Some(last) = entries.last() else { break };
            before = last.number;
            written += entries.len();
            self.redo(entries).await?;
            if written.is_multiple_of(CHUNK * 20) {
                tracing::info!(written, "writing what the shared store may have lost");
            }
        }
        self.write_consents_again().await?;
        self.write_inherited_again(epoch).await?;
        self.shared.definitions(self.journal.definitions(Vec::new()).await?).await?;
        self.see_to_the_left().await?;
        crash_point!("written again");
        tracing::warn!(epoch = epoch.id, written, "the shared store has begun a new epoch; this node's part is written again");
        // Their callers would be strangers before they have written what they hold.
        let all = self.wait_for_peers(epoch, Part::All).await?;
        // Only now: a wait that is broken off has to be waited again.
        self.journal.met(&epoch.id).await?;
        Ok(all)
    }

    /// What an earlier process left open had almost always been made, in an epoch that is gone: tried once more as what it was, it
    /// would be refused for what is not there any more (a task's lease, an earlier version), and be forgotten. One of them may have been
    /// refused for a change of another gateway, which therefore has to be there first.
    async fn write_inherited_again(&self, epoch: &Epoch) -> Result<(), StoreError> {
        let inherited = |(number, stage)| (stage == Stage::Inherited).then_some(number);
        let numbers: Vec<u64> = self.journal.left().into_iter().filter_map(inherited).collect();
        if !numbers.is_empty() {
            self.wait_for_peers(epoch, Part::Certain).await?;
        }
        for chunk in numbers.chunks(CHUNK) {
            let mut again = Vec::new();
            for entry in self.journal.load(chunk.to_vec()).await? {
                if self.is_contradicted(&entry).await? { self.journal.forget(entry.number).await? } else { again.push(entry) }
            }
            self.redo(again).await?;
            chunk.iter().for_each(|number| self.journal.confirm(*number));
        }
        Ok(())
    }

    async fn write_consents_again(&self) -> Result<(), StoreError> {
        let mut after = (String::new(), String::new());
        loop {
            let consents = self.journal.consents(after, CHUNK).await?;
            let Some((last, _)) = consents.last() else { return Ok(()) };
            after = last.clone();
            self.redo(consents.into_iter().map(|(_, again)| Logged { number: 0, again }).collect()).await?;
        }
    }

    async fn redo(&self, entries: Vec<Logged>) -> Result<(), StoreError> {
        let mut running = JoinSet::new();
        for entry in entries {
            if running.len() >= AT_ONCE {
                joined(running.join_next().await)?;
            }
            let (shared, hold) = (std::sync::Arc::clone(&self.shared), self.hold());
            running.spawn(async move {
                let redone = match entry.again {
                    Some(Again::Change(change)) => shared.redo(&change, hold).await,
                    Some(Again::Settlement { task, fence, to }) => shared.redo_settlement(&task, fence, to, hold).await,
                    None => {
                        tracing::error!(entry = entry.number, "an entry of the journal cannot be read by this version");
                        Ok(())
                    }
                };
                crash_point!("entry written again");
                redone
            });
        }
        while let Some(done) = running.join_next().await {
            joined(Some(done))?;
        }
        Ok(())
    }

    /// Entries whose fate is unknown are tried once more as what they were: a change that was made is refused as a repetition.
    async fn see_to_the_left(&self) -> Result<(), StoreError> {
        let left = self.journal.left();
        for chunk in left.chunks(CHUNK) {
            let entries = self.journal.load(chunk.iter().map(|(number, _)| *number).collect()).await?;
            for (number, stage) in chunk {
                match entries.iter().find(|entry| entry.number == *number).map(|entry| &entry.again) {
                    Some(again) => self.see_to(*number, *stage, again.as_ref()).await?,
                    None => self.journal.confirm(*number),
                }
            }
        }
        Ok(())
    }

    async fn see_to(&self, number: u64, stage: Stage, again: Option<&Again>) -> Result<(), StoreError> {
        match again {
            Some(Again::Change(change)) => {
                let outcome = self.shared.commit((**change).clone()).await?;
                crash_point!("entry tried once more");
                match outcome {
                    Committed::Done => self.journal.confirm(number),
                    Committed::Duplicate(_) | Committed::Conflict if self.stands(change).await? => self.journal.confirm(number),
                    Committed::Duplicate(_) | Committed::Conflict => self.journal.forget(number).await?,
                }
            }
            // Nobody was told that it had begun, so nothing has left: it is to be done as if it had never been begun.
            Some(Again::Settlement { task, fence, to: Settlement::Started }) if stage == Stage::Left => {
                self.shared.redo_settlement(task, *fence, Settlement::Retry(self.clock.now()), Duration::ZERO).await?;
                self.journal.forget(number).await?;
            }
            // The store itself knows whether it was told.
            Some(Again::Settlement { to: Settlement::Started, .. }) => self.journal.confirm(number),
            Some(Again::Settlement { task, fence, to }) => {
                self.shared.redo_settlement(task, *fence, *to, Duration::ZERO).await?;
                self.journal.confirm(number);
            }
            None => self.journal.confirm(number),
        }
        Ok(())
    }
}

impl Journaled {
    /// Whether a change that is refused now had been made before: then it must stay, in case it has to be written again. A change
    /// without sessions is known by its mark, and to write it again does no harm.
    async fn stands(&self, change: &Change) -> Result<bool, StoreError> {
        for session in &change.sessions {
            match self.shared.session(SessionKey::Id(&session.id)).await? {
                Some(stored) if stored == *session || has_become(session, &stored) => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Whether another change was made in its place: then it had been refused, and the process died before it could delete it.
    async fn is_contradicted(&self, entry: &Logged) -> Result<bool, StoreError> {
        let Some(Again::Change(change)) = &entry.again else { return Ok(false) };
        for session in &change.sessions {
            match self.shared.session(SessionKey::Id(&session.id)).await? {
                Some(stored) if stored.version >= session.version && stored != *session && !has_become(session, &stored) => {
                    return Ok(true);
                }
                _ => {}
            }
        }
        Ok(false)
    }
}

/// Whether a stored session has grown out of this one, rather than out of another one of its version.
fn has_become(session: &Session, stored: &Session) -> bool {
    let kept = |ours: Option<Moment>, theirs| ours.is_none() || ours == theirs;
    stored.version > session.version
        && stored.exchanges.starts_with(&session.exchanges)
        && stored.answers.starts_with(&session.answers)
        && kept(session.invited_at, stored.invited_at)
        && kept(session.delivered_at, stored.delivered_at)
}

fn joined(done: Option<Result<Result<(), StoreError>, tokio::task::JoinError>>) -> Result<(), StoreError> {
    match done {
        Some(Ok(result)) => result,
        Some(Err(_)) => Err(StoreError::Failed("writing again was broken off".to_owned())),
        None => Ok(()),
    }
}
