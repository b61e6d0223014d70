//! The correlation store in Redis or Valkey, from version 6.2 on: one server, a master named by sentinels, or a cluster.
//!
//! Keys, each with its partition's tag, as `ac:{17}:s…` (a `…` is an identity or digest in bytes):
//!
//! | name | holds | ends |
//! | --- | --- | --- |
//! | `e` | the epoch's id | never |
//! | `s…` | a session: version, tasks, body | some days after late answers |
//! | `r…` | a respondent: version, opt-out, invitations, sessions, waiting messages | after three retentions; never while opted out |
//! | `d…` | a tombstone of who was erased: version, opt-out, when; under a seal | never |
//! | `c…` | call → session id, in the call's own partition | after the retention |
//! | `m…`, `p…` | mark → reply; message id → session id | after the retention |
//! | `q0`, `q1` | waiting tasks by due time: confirmations, the rest | with their last member |
//! | `l` | leased tasks by the lease's end | with its last member |
//! | `t…` | a message to be sent, or any task that was leased once | with the task |
//! | `x…`, `y…` | in a new epoch: tasks that are over; what was redone of a session | after an hour |
//! | `i…` | tasks of a session that is not stored | with the last task, or after the retention |
//! | `k` | tasks set aside, by the time at which they are forgotten | with its last member |
//! | `f`, `h` | facts to be forwarded; who has them in hand | `f` never |
//! | `b…` | who has a place under a limit, by when it was taken | when the last place comes free |
//! | `o` | how many sessions are open | never |
//! | `epoch`, `nodes`, `defs`, `erased` | in partition 0: the epoch, the gateways, survey definitions, the list of tombstones | never |

use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use redis::Value;

pub use address::{Mode, RedisUrl};
pub use audit::{Audit, Server};
pub use epoch::{Epoch, Node, Peer};

use crate::call::{Moment, Partition};
use crate::policy::Share;
use crate::ports::Pending;
use crate::ports::clock::{Clock, Ids};
use crate::ports::erasure::{Erasure, Traces};
use crate::ports::seal::Sealer;
use crate::ports::store::{
    CallQuery, Change, Committed, Dossier, FactQueue, Health, KnownCall, Leased, Mark, Owner, Queued, SessionKey, SessionStore, Settlement,
    StoreError,
};
use crate::survey::model::SurveyKey;
use crate::survey::session::Session;
use claims::Claims;
use keys::Keys;
use link::{Answers, Link, Trust};
use scripts::{COMMIT, Call, Script, Words};

mod address;
mod audit;
mod change;
mod claims;
mod epoch;
mod erase;
mod facts;
mod fault;
mod keys;
mod link;
mod pack;
mod reads;
mod redo;
mod scripts;
mod shares;
mod tasks;
mod upkeep;
mod value;

/// Whose clock says what is due and when a lease ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LeaseClock {
    /// The store's: gateways' clocks may differ by minutes.
    #[default]
    Store,
    /// The caller's, which tests set.
    Caller,
}

/// How a store is opened.
#[derive(Clone)]
pub struct Options {
    /// Names epochs and this process.
    pub ids: Arc<dyn Ids>,
    /// This gateway's lasting name, which no other process has at the same time: what an earlier one of it held is its own at once.
    pub node: Option<String>,
    /// How long marks, calls and message ids are known; at least as long as late answers are taken.
    pub retention: Duration,
    /// Whose clock leases go by.
    pub lease_clock: LeaseClock,
    /// This gateway's clock, by which tasks come due: what it says is brought to the store's. `None`: both show the same.
    pub clock: Option<Arc<dyn Clock>>,
    /// Flights that may be under way; one more is [`StoreError::Busy`].
    pub in_flight: usize,
    /// Finds again who was erased.
    pub sealer: Sealer,
}

impl Options {
    /// As `serve` opens it: a retention of 32 days, the store's clock, 1024 flights.
    #[must_use]
    pub fn new(ids: Arc<dyn Ids>) -> Self {
        Self {
            ids,
            node: None,
            retention: Duration::from_secs(32 * 24 * 3600),
            lease_clock: LeaseClock::Store,
            clock: None,
            in_flight: 1024,
            sealer: Sealer::default(),
        }
    }
}

/// The correlation store in Redis.
pub struct RedisStore {
    mode: Mode,
    link: Link,
    keys: Keys,
    options: Options,
    claims: Claims,
    expected: Mutex<Option<String>>,
    recognising: tokio::sync::Mutex<()>,
    turn: AtomicUsize,
    /// This process, where it holds facts in hand.
    holder: String,
}

impl RedisStore {
    /// Opens the store; it connects when it is first used, so that a Redis that is away is no error here.
    ///
    /// # Errors
    /// What is wrong with the address or the file of root certificates.
    pub fn open(url: &RedisUrl, options: Options) -> Result<Self, String> {
        Ok(Self {
            mode: url.mode.clone(),
            link: Link::new(url, options.in_flight)?,
            keys: Keys::new(&url.prefix),
            claims: Claims::default(),
            expected: Mutex::new(None),
            recognising: tokio::sync::Mutex::new(()),
            turn: AtomicUsize::new(0),
            holder: holder(&options),
            options,
        })
    }

    /// Round trips so far.
    #[must_use]
    pub fn trips(&self) -> u64 {
        self.link.trips()
    }

    async fn write(&self, change: Change) -> Result<Committed, StoreError> {
        let epoch = self.epoch().await?;
        if let Some(refused) = self.claim_new(&epoch, &change).await? {
            return Ok(refused);
        }
        let words = change::write(self.words(&epoch, self.clock(change.now)), &change, (self.options.retention, &self.options.sealer))?;
        let mut answer = value::list(self.one(self.call(&COMMIT, change.partition, words)).await?)?.into_iter();
        match value::number(&value::next(&mut answer)?)? {
            0 => Ok(Committed::Done),
            1 => {
                let reply = value::bytes(value::next(&mut answer)?)?;
                let reply = String::from_utf8(reply).map_err(|_| StoreError::Unreadable("a mark's reply".to_owned()))?;
                Ok(Committed::Duplicate(reply))
            }
            _ => Ok(Committed::Conflict),
        }
    }

    fn expected(&self) -> Option<String> {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn expect(&self, epoch: &str) {
        let mut expected = self.expected.lock().unwrap_or_else(PoisonError::into_inner);
        if expected.as_deref() != Some(epoch) {
            self.claims.forget();
            *expected = Some(epoch.to_owned());
        }
    }

    fn clock(&self, now: Moment) -> Option<i64> {
        (self.options.lease_clock == LeaseClock::Caller).then(|| now.millis())
    }

    fn words(&self, epoch: &str, clock: Option<i64>) -> Words {
        let callers = self.options.clock.as_ref().filter(|_| self.options.lease_clock == LeaseClock::Store);
        Words::new(epoch, clock, callers.map(|callers| callers.now().millis()))
    }

    fn call(&self, script: &'static Script, partition: Partition, words: Words) -> Call {
        Call::script(script, &self.keys, partition, words)
    }

    async fn fly(&self, calls: &[Call]) -> Answers {
        self.link.fly(calls, Trust::Recognised).await
    }

    async fn one(&self, call: Call) -> Result<Value, StoreError> {
        self.fly(&[call]).await.into_iter().next().unwrap_or_else(|| Err(value::odd()))
    }
}

/// The node's name, where it has one, and the process's.
fn holder(options: &Options) -> String {
    let process = options.ids.next(Moment::default());
    options.node.as_ref().map_or_else(|| process.clone(), |node| format!("{node} {process}"))
}

impl SessionStore for RedisStore {
    fn session<'a>(&'a self, key: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>> {
        Box::pin(self.find(key))
    }

    fn known_call<'a>(&'a self, call: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>> {
        Box::pin(self.known(call))
    }

    fn dossier<'a>(&'a self, of: Owner<'a>, mark: Option<&'a Mark>, since: Moment) -> Pending<'a, Result<Dossier, StoreError>> {
        Box::pin(self.dossier_of(of, mark, since))
    }

    fn commit(&self, change: Change) -> Pending<'_, Result<Committed, StoreError>> {
        Box::pin(self.write(change))
    }

    fn take<'a>(&'a self, holder: &'a str, shares: &'a [Share], now: Moment) -> Pending<'a, Result<Option<usize>, StoreError>> {
        Box::pin(self.take_each(holder, shares, now))
    }

    fn lease(&self, most: usize, ttl: Duration, now: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>> {
        Box::pin(self.lease_due(most, ttl, now))
    }

    fn settle<'a>(&'a self, task: &'a Leased, to: Settlement) -> Pending<'a, Result<bool, StoreError>> {
        Box::pin(self.settle_task(task, to))
    }

    fn awaits<'a>(&'a self, tasks: &'a [String]) -> Pending<'a, Result<bool, StoreError>> {
        Box::pin(self.awaits_one(tasks))
    }

    fn definitions(&self, keep: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>> {
        Box::pin(self.keep_definitions(keep))
    }

    /// Everything ends by itself but the list of tasks set aside, and that goes by the store's retention rather than by `before`.
    fn purge(&self, before: Moment, _most: usize) -> Pending<'_, Result<usize, StoreError>> {
        Box::pin(self.forget_parked(before))
    }

    fn erase<'a>(&'a self, erasure: &'a Erasure, now: Moment) -> Pending<'a, Result<Traces, StoreError>> {
        Box::pin(self.erase_all(erasure, now))
    }

    fn health(&self, now: Moment) -> Pending<'_, Result<Health, StoreError>> {
        Box::pin(self.count(now))
    }
}

impl FactQueue for RedisStore {
    fn waiting(&self, most: usize, hold: Duration) -> Pending<'_, Result<Vec<Queued>, StoreError>> {
        Box::pin(self.facts(most, hold))
    }

    fn forwarded(&self, keys: Vec<String>) -> Pending<'_, Result<(), StoreError>> {
        Box::pin(async move { self.forward(&keys).await })
    }

    fn depth(&self) -> Pending<'_, Result<u64, StoreError>> {
        Box::pin(self.waiting_facts())
    }
}
