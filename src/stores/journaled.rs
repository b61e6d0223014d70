//! A shared store with this node's journal before it: what is acknowledged is fsynced here first, and what the shared store loses is
//! written again from here.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use super::journal::{Entry, JournalFile, Redo};
use super::shared::SharedStore;
use crate::call::Moment;
use crate::crash::crash_point;
use crate::policy::Share;
use crate::ports::Pending;
use crate::ports::clock::Clock;
use crate::ports::erasure::{Erasure, Traces};
use crate::ports::store::{
    CallQuery, Change, Committed, Dossier, FactQueue, Health, KnownCall, Leased, Mark, Owner, Queued, SessionKey, SessionStore, Settlement,
    StoreError,
};
use crate::survey::model::SurveyKey;
use crate::survey::session::Session;
use company::Peers;
use turns::Turns;

mod company;
mod erasing;
mod recovery;
mod turns;

/// When this node writes its changes into the journal (`store.journal`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum JournalRule {
    /// Each one, before the shared store: nothing acknowledged is lost whatever becomes of that.
    #[default]
    Always,
    /// Only events while the shared store is away: what is acknowledged is as safe as the shared store.
    Outage,
}

/// A shared store behind this node's journal. [`Journaled::look`] must be called again and again.
pub struct Journaled {
    shared: Arc<dyn SharedStore>,
    journal: Arc<JournalFile>,
    rule: JournalRule,
    kept: Duration,
    clock: Arc<dyn Clock>,
    serving: AtomicBool,
    /// How often the shared store has come into use.
    returns: AtomicU64,
    /// Told when the shared store did not answer, so that the next look comes at once.
    doubt: Notify,
    /// Other gateways and whether they still work, as last seen.
    peers: Mutex<Peers>,
    turns: Turns,
    /// How long the list of who was erased was when it was last read.
    listed: AtomicUsize,
}

impl Journaled {
    /// Not serving until the first [`Journaled::look`]. Entries are kept for that long.
    #[must_use]
    pub fn new(
        shared: Arc<dyn SharedStore>,
        journal: Arc<JournalFile>,
        (rule, kept): (JournalRule, Duration),
        clock: Arc<dyn Clock>,
    ) -> Self {
        let (serving, returns) = (AtomicBool::new(false), AtomicU64::new(0));
        let peers = Mutex::new(company::remembered(&journal.node()));
        Self {
            shared,
            journal,
            rule,
            kept,
            clock,
            serving,
            returns,
            doubt: Notify::new(),
            peers,
            turns: Turns::default(),
            listed: AtomicUsize::new(0),
        }
    }

    /// Whether the shared store can be used now.
    #[must_use]
    pub fn is_serving(&self) -> bool {
        self.serving.load(Ordering::Acquire)
    }

    /// How often the shared store has come into use: also an outage between two glances shows.
    #[must_use]
    pub fn returns(&self) -> u64 {
        self.returns.load(Ordering::Acquire)
    }

    /// Whether other gateways share the store.
    #[must_use]
    pub fn has_company(&self) -> bool {
        !self.peers.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Waits until there is a reason to look at the shared store at once.
    pub async fn doubted(&self) {
        self.doubt.notified().await;
    }

    fn ready(&self) -> Result<(), StoreError> {
        if self.is_serving() { Ok(()) } else { Err(StoreError::Away("it is being waited for".to_owned())) }
    }

    /// One operation that did not come through stops the others, until a look says that all is well: so a store that hangs costs each
    /// webhook no time.
    fn heed<T>(&self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        if matches!(result, Err(StoreError::Away(_))) && self.serving.swap(false, Ordering::AcqRel) {
            self.doubt.notify_one();
        }
        result
    }

    async fn entry(&self, redo: Redo<'_>) -> Result<Option<Entry>, StoreError> {
        match self.rule {
            JournalRule::Always => Ok(Some(self.journal.append(&redo, self.clock.now()).await?)),
            JournalRule::Outage => Ok(None),
        }
    }

    async fn commit_here_and_there(&self, change: Change) -> Result<Committed, StoreError> {
        let turn = self.turns.take(&change.sessions).await;
        self.ready()?;
        if turn.comes_too_late() {
            return self.commit_there_first(change).await;
        }
        let entry = self.entry(Redo::Change(&change)).await?;
        crash_point!("change journaled");
        let outcome = self.heed(self.shared.commit(change).await)?;
        crash_point!("change committed");
        if let Committed::Done = outcome {
            turn.made();
        }
        match (entry, &outcome) {
            (Some(entry), Committed::Done) => entry.confirm(),
            (Some(entry), Committed::Duplicate(_) | Committed::Conflict) => entry.forget().await?,
            (None, _) => {}
        }
        Ok(outcome)
    }

    /// A change that is going to be refused, whether as a repetition or a conflict, never comes into the journal.
    async fn commit_there_first(&self, change: Change) -> Result<Committed, StoreError> {
        let outcome = self.heed(self.shared.commit(change.clone()).await)?;
        // The shared store has forgotten the session meanwhile, as it does with those that ended long ago.
        if let Committed::Done = outcome {
            self.entry(Redo::Change(&change)).await?.into_iter().for_each(Entry::confirm);
        }
        Ok(outcome)
    }

    async fn settle_here_and_there(&self, task: &Leased, to: Settlement) -> Result<bool, StoreError> {
        self.ready()?;
        let entry = match to {
            Settlement::Postponed(_) | Settlement::Released => None,
            _ => self.entry(Redo::Settlement { task: &task.task.id, fence: task.fence, to }).await?,
        };
        crash_point!("settlement journaled");
        let held = self.heed(self.shared.settle(task, to).await)?;
        crash_point!("settlement made");
        match (entry, held) {
            (Some(entry), true) => entry.confirm(),
            (Some(entry), false) => entry.forget().await?,
            (None, _) => {}
        }
        Ok(held)
    }

    async fn keep_definitions(&self, keep: Vec<(SurveyKey, String)>) -> Result<Vec<(SurveyKey, String)>, StoreError> {
        let here = self.journal.definitions(keep.clone()).await?;
        if !self.is_serving() {
            return Ok(here);
        }
        match self.heed(self.shared.definitions(keep).await) {
            Ok(mut there) => {
                there.extend(here.into_iter().filter(|(key, _)| !there.iter().any(|(known, _)| known == key)).collect::<Vec<_>>());
                Ok(there)
            }
            Err(StoreError::Away(_)) => Ok(here),
            Err(error) => Err(error),
        }
    }
}

impl SessionStore for Journaled {
    fn session<'a>(&'a self, key: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.session(key).await)
        })
    }

    fn known_call<'a>(&'a self, call: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.known_call(call).await)
        })
    }

    fn dossier<'a>(&'a self, of: Owner<'a>, mark: Option<&'a Mark>, since: Moment) -> Pending<'a, Result<Dossier, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.dossier(of, mark, since).await)
        })
    }

    fn commit(&self, change: Change) -> Pending<'_, Result<Committed, StoreError>> {
        Box::pin(self.commit_here_and_there(change))
    }

    fn take<'a>(&'a self, holder: &'a str, shares: &'a [Share], now: Moment) -> Pending<'a, Result<Option<usize>, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.take(holder, shares, now).await)
        })
    }

    fn lease(&self, most: usize, ttl: Duration, now: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.lease(most, ttl, now).await)
        })
    }

    fn settle<'a>(&'a self, task: &'a Leased, to: Settlement) -> Pending<'a, Result<bool, StoreError>> {
        Box::pin(self.settle_here_and_there(task, to))
    }

    fn awaits<'a>(&'a self, tasks: &'a [String]) -> Pending<'a, Result<bool, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.awaits(tasks).await)
        })
    }

    fn definitions(&self, keep: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>> {
        Box::pin(self.keep_definitions(keep))
    }

    fn purge(&self, before: Moment, most: usize) -> Pending<'_, Result<usize, StoreError>> {
        Box::pin(async move {
            let here = self.journal.prune(self.clock.now().minus(self.kept), most).await?;
            self.ready()?;
            Ok(here.max(self.heed(self.shared.purge(before, most).await)?))
        })
    }

    fn erase<'a>(&'a self, erasure: &'a Erasure, now: Moment) -> Pending<'a, Result<Traces, StoreError>> {
        Box::pin(self.erase_here_and_there(erasure, now))
    }

    fn health(&self, now: Moment) -> Pending<'_, Result<Health, StoreError>> {
        Box::pin(async move {
            if self.journal.has_stopped() {
                return Err(StoreError::Failed("the journal takes no more writes".to_owned()));
            }
            self.ready()?;
            self.heed(self.shared.health(now).await)
        })
    }
}

impl FactQueue for Journaled {
    fn waiting(&self, most: usize, hold: Duration) -> Pending<'_, Result<Vec<Queued>, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.waiting(most, hold).await)
        })
    }

    fn forwarded(&self, keys: Vec<String>) -> Pending<'_, Result<(), StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.forwarded(keys).await)
        })
    }

    fn depth(&self) -> Pending<'_, Result<u64, StoreError>> {
        Box::pin(async move {
            self.ready()?;
            self.heed(self.shared.depth().await)
        })
    }
}
