//! The outbox: takes due tasks, sends what is to be sent, ends what is over. A request that hangs keeps its own place and no other.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use patience::{Patience, may_pass};
use places::Places;
use tokio::sync::watch;
use tokio::time::Instant;
pub use under_way::UnderWay;

use super::follow_up::FollowUp;
use super::pace::Pace;
use crate::call::Moment;
use crate::crash::crash_point;
use crate::flows::erase::{EraseError, Erasing};
use crate::flows::{CallDue, FlowError, Flows, Leaves};
use crate::ports::account::Account;
use crate::ports::erasure::Erasure;
use crate::ports::provider::{NewCall, Sent, Sms};
use crate::ports::store::{Leased, Outgoing, Purpose, Settlement, TaskKind};
use crate::telemetry::Metrics;

mod patience;
mod places;
mod under_way;

/// Tasks taken at once.
const BATCH: usize = 32;
/// Tasks taken at once where no account has a place free: confirmations have places of their own, and are handed out first.
const FEW: usize = 8;
/// So many free places are worth the question what is due.
const ENOUGH: usize = BATCH / 2;
/// Longer than any send may take (15 s), so that a lease that runs out means a worker that is gone.
const LEASE: Duration = Duration::from_secs(60);

/// How long a task rests that could not be begun because of the store.
const HAND_BACK: Duration = Duration::from_secs(2);

/// What leaves.
enum Parcel {
    Text(Sms),
    Call(Box<NewCall>),
}

/// The worker.
pub struct Outbox {
    flows: Arc<Flows>,
    accounts: BTreeMap<String, Account>,
    metrics: Arc<Metrics>,
    follow_up: FollowUp,
    erasing: Erasing,
    paces: Mutex<BTreeMap<String, Pace>>,
    places: Places,
    /// Whether nothing is to be tried again any more.
    ending: watch::Sender<bool>,
}

impl Outbox {
    /// For these accounts; what is no message to a caller goes to the follow-up.
    #[must_use]
    pub fn new(accounts: BTreeMap<String, Account>, follow_up: FollowUp, erasing: Erasing) -> Self {
        let (flows, metrics) = (Arc::clone(&follow_up.flows), Arc::clone(&follow_up.metrics));
        let now = flows.clock.now();
        let paced = accounts.iter().filter_map(|(name, account)| Some((name.clone(), Pace::new(account.rate?, now))));
        let paces = Mutex::new(paced.collect());
        let places = Places::new(accounts.keys());
        Self { flows, accounts, metrics, follow_up, erasing, paces, places, ending: watch::Sender::new(false) }
    }

    /// Takes a batch of what is due now and sees it through; gives the number of tasks taken. What the store does not take at once
    /// comes again.
    ///
    /// # Errors
    /// As of [`Outbox::take`].
    pub async fn run_once(self: &Arc<Self>) -> Result<usize, FlowError> {
        let mut under_way = UnderWay::default();
        let taken = self.take_for(Duration::ZERO, &mut under_way).await;
        under_way.end().await;
        taken
    }

    /// Waits for what is under way, but no longer for a store that takes nothing.
    pub async fn end(&self, under_way: &mut UnderWay) {
        self.ending.send_replace(true);
        under_way.end().await;
    }

    /// Takes of what is due now as much as has a place, and waits for none of it; gives the number of tasks taken.
    ///
    /// # Errors
    /// [`FlowError`] if the tasks could not be taken; a single task's failure is logged and the task comes again.
    pub async fn take(self: &Arc<Self>, under_way: &mut UnderWay) -> Result<usize, FlowError> {
        self.take_for(LEASE, under_way).await
    }

    async fn take_for(self: &Arc<Self>, patience: Duration, under_way: &mut UnderWay) -> Result<usize, FlowError> {
        under_way.look();
        let until = Instant::now() + patience;
        let most = self.places.free().clamp(FEW, BATCH);
        let leased = self.flows.store.lease(most, LEASE, self.flows.clock.now()).await?;
        let count = leased.len();
        let mut put_off = UnderWay::default();
        for task in leased {
            let outbox = Arc::clone(self);
            let patience = Patience { until, ending: self.ending.subscribe() };
            match self.places.take(&task.task.kind, self.flows.clock.now()) {
                Ok(place) => under_way.begin(async move {
                    let _place = place;
                    outbox.handle(&task, patience).await
                }),
                Err(later) => put_off.begin(async move { outbox.put_off(&task, later).await }),
            }
        }
        put_off.end().await;
        Ok(count)
    }

    /// Waits until it is worth taking more.
    pub async fn has_room(&self) {
        self.places.are_free(ENOUGH).await;
    }

    async fn handle(&self, leased: &Leased, mut patience: Patience) -> Result<(), FlowError> {
        crash_point!("task leased");
        let begun = match &leased.task.kind {
            TaskKind::Expire => self.flows.expire(leased).await.map(|()| None),
            TaskKind::Send(outgoing) => self.send(leased, outgoing).await,
            TaskKind::Notify(notice) => self.follow_up.notify(leased, notice).await.map(|()| None),
            TaskKind::Ticket(errand) => self.follow_up.ticket(leased, errand).await.map(|()| None),
            TaskKind::Erase(erasure) => self.erase(leased, erasure).await.map(|()| None),
        };
        match begun {
            Ok(None) => Ok(()),
            Ok(Some((account, sent))) => {
                self.note(account, &sent);
                // Nobody else knows it: who takes the task after us must take it for unknown.
                patience.see_through(|| self.flows.sent(account, leased, sent.clone())).await
            }
            Err(error) => self.hand_back(leased, error, patience).await,
        }
    }

    /// One that cannot be finished yet comes again when its lease ends.
    async fn erase(&self, leased: &Leased, erasure: &Erasure) -> Result<(), FlowError> {
        match self.erasing.finish(leased, erasure).await {
            Ok(receipt) => tracing::info!(receipt = receipt.receipt, "an erasure that was broken off is finished"),
            Err(EraseError::Store(error)) => return Err(error.into()),
            Err(EraseError::Reports(error)) => tracing::warn!(%error, "an erasure waits for the reporting store"),
        }
        Ok(())
    }

    /// What became of a message that has begun; `None` where nothing was to leave now. An error means that nothing has begun.
    async fn send(&self, leased: &Leased, outgoing: &Outgoing) -> Result<Option<(&Account, Sent)>, FlowError> {
        let Some(account) = self.accounts.get(&outgoing.account) else {
            tracing::error!(account = outgoing.account, "a message waits for an account that is no longer configured");
            let later = self.flows.clock.now().plus(Duration::from_secs(600));
            self.flows.store.settle(leased, Settlement::Retry(later)).await?;
            return Ok(None);
        };
        // Rather a text twice than not at all; nobody is rung twice.
        let again = account.resend_on_unknown && outgoing.purpose != Purpose::CallBack;
        if leased.in_doubt && !again {
            return Ok(Some((account, Sent::Unknown { detail: "an earlier attempt was cut off".to_owned() })));
        }
        let Some(parcel) = self.ready(leased, outgoing).await? else { return Ok(None) };
        if let Some(later) = self.too_fast(&outgoing.account) {
            self.put_off(leased, later).await?;
            return Ok(None);
        }
        // From here on a crash leaves the fate of the message unknown; a `false` means that STOP or an answer came first.
        if !self.flows.store.settle(leased, Settlement::Started).await? {
            return Ok(None);
        }
        crash_point!("send started");
        let sent = match &parcel {
            Parcel::Text(sms) => account.provider.send(sms).await,
            Parcel::Call(call) => account.provider.place_call(call).await,
        };
        crash_point!("message sent");
        Ok(Some((account, sent)))
    }

    /// What leaves now; where nothing does the task has been put off or settled.
    async fn ready(&self, leased: &Leased, outgoing: &Outgoing) -> Result<Option<Parcel>, FlowError> {
        if outgoing.purpose == Purpose::CallBack {
            match self.flows.call_due(leased, outgoing).await? {
                CallDue::Place(call) => return Ok(Some(Parcel::Call(call))),
                CallDue::At(later) => self.put_off(leased, later).await?,
                CallDue::Settled => {}
            }
            return Ok(None);
        }
        match self.flows.leaves(leased, outgoing).await? {
            Leaves::Now => return Ok(Some(Parcel::Text(self.sms(leased, outgoing)))),
            Leaves::At(later) => self.put_off(leased, later).await?,
            Leaves::Never => self.drop_it(leased).await?,
        }
        Ok(None)
    }

    async fn drop_it(&self, leased: &Leased) -> Result<(), FlowError> {
        self.flows.store.settle(leased, Settlement::Done).await?;
        Ok(())
    }

    async fn put_off(&self, leased: &Leased, until: Moment) -> Result<(), FlowError> {
        self.flows.store.settle(leased, Settlement::Postponed(until)).await?;
        Ok(())
    }

    /// A task that could not be begun because of the store, as on a full disk, need not wait for the end of its lease. Where nobody
    /// knows whether the begin was written, a shared store's recovery takes it back before this comes there.
    async fn hand_back(&self, leased: &Leased, error: FlowError, mut patience: Patience) -> Result<(), FlowError> {
        if may_pass(&error) {
            patience.see_through(|| self.put_off(leased, self.flows.clock.now().plus(HAND_BACK))).await?;
        }
        Err(error)
    }

    fn note(&self, account: &Account, sent: &Sent) {
        self.metrics.sent(&account.name.name, sent);
        match sent {
            Sent::Failed { detail, .. } => tracing::warn!(account = account.name.name, detail, "a message could not be sent yet"),
            Sent::Unknown { detail } => tracing::warn!(account = account.name.name, detail, "the fate of a message is unknown"),
            Sent::Rejected { code, .. } => tracing::info!(account = account.name.name, code, "the provider refused a message"),
            Sent::Accepted { .. } | Sent::Throttled { .. } => {}
        }
    }

    fn sms(&self, leased: &Leased, outgoing: &Outgoing) -> Sms {
        let session = leased.task.session_id.as_deref().unwrap_or_default();
        let query =
            form_urlencoded::Serializer::new(String::new()).append_pair("session", session).append_pair("task", &leased.task.id).finish();
        Sms {
            to: outgoing.to.clone(),
            from: outgoing.line.clone(),
            text: outgoing.text.clone(),
            receipt_url: format!("{}/hooks/{}/receipt?{query}", self.flows.public_url, outgoing.account),
            task_id: leased.task.id.clone(),
        }
    }

    fn too_fast(&self, account: &str) -> Option<Moment> {
        let mut paces = self.paces.lock().unwrap_or_else(PoisonError::into_inner);
        paces.get_mut(account)?.take(self.flows.clock.now()).err()
    }
}
