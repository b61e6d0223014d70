//! The workers of a running gateway: each a loop around a `run_once`.

use std::sync::Arc;
use std::time::Duration;

use super::App;
use super::stores::Shared;
use crate::lifecycle::{Stop, Workers};
use crate::ports::report::ReportError;
use crate::ports::store::StoreError;
use crate::workers::outbox::UnderWay;
use crate::workers::{packing, purge};

/// How long ended sessions, marks against repetition and set-aside tasks are kept behind `late_until`.
const KEPT_BEHIND: Duration = Duration::from_secs(100 * 86_400);
/// The same at least, however short words and numbers are kept.
const KEPT_AT_LEAST: Duration = Duration::from_secs(2 * 86_400);
/// How often the outbox, the journal and the queue of facts are looked at when nothing woke their worker.
const BEAT: Duration = Duration::from_millis(250);
/// How often the depth of the queues is read, and how long a worker rests after a failure.
const GAUGE_BEAT: Duration = Duration::from_secs(5);
/// How often what nobody needs any more is deleted.
const PURGE_BEAT: Duration = Duration::from_secs(3600);
/// How often rows to be packed are looked for.
const PACK_BEAT: Duration = Duration::from_secs(10);
/// How often is looked whether the period of an export is over.
const EXPORT_BEAT: Duration = Duration::from_secs(60);
/// How often a shared store is looked at.
const LOOK_BEAT: Duration = Duration::from_secs(1);
/// Pauses between looks at a shared store that is away: the first, doubled up to the longest, each spread by the time of day.
const LOOK_PAUSE: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(2));
/// A look at a shared store that takes longer has failed, unless it writes again what that lost.
const PATIENCE: Duration = Duration::from_secs(600);
/// Beats after which the journal is looked at although nothing is known to wait: ten seconds.
const LOOK_ANYWAY: u32 = 200;
/// So long messages wait at most for what the journal holds: a STOP among it must come first.
const JOURNAL_FIRST: Duration = Duration::from_secs(30);
/// So long messages wait after a shared store is back: other gateways may hold a STOP.
const OTHERS_FIRST: Duration = Duration::from_secs(2);

impl App {
    /// Starts the workers; they end when the stop begins.
    pub fn work(self: &Arc<Self>, stop: &Stop) -> Workers {
        let mut workers = Workers::default();
        macro_rules! start {
            ($name:literal, $run:ident) => {
                let (app, ended) = (Arc::clone(self), stop.clone());
                workers.spawn($name, move || Arc::clone(&app).$run(ended.clone()));
            };
        }
        start!("outbox", run_outbox);
        start!("purge", run_purge);
        start!("packing", run_packing);
        start!("gauges", run_gauges);
        if self.stores.shared.is_some() {
            start!("look", run_looks);
            start!("drain", run_drain);
        }
        if self.forward.is_some() {
            start!("forward", run_forward);
        }
        if self.exports.is_some() {
            start!("exports", run_exports);
        }
        workers
    }

    async fn run_exports(self: Arc<Self>, stop: Stop) {
        let Some(exports) = &self.exports else { return };
        while !stop.has_begun() {
            if let Err((export, error)) = exports.run_once().await {
                self.gateway.metrics.export_failures.inc();
                tracing::warn!(export, %error, "an export could not be written and will be tried again");
            }
            rest(&stop, EXPORT_BEAT).await;
        }
    }

    async fn run_outbox(self: Arc<Self>, stop: Stop) {
        let mut under_way = UnderWay::default();
        let mut seen = self.stores.shared.as_ref().map_or(0, |shared| shared.journaled.returns());
        while !stop.has_begun() {
            seen = self.let_the_journal_go_first(seen, &stop).await;
            match self.outbox.take(&mut under_way).await {
                Ok(0) => unless(&stop, BEAT, self.gateway.flows.wake.notified()).await,
                // Also where all places are taken: confirmations have their own.
                Ok(_) => unless(&stop, BEAT, self.outbox.has_room()).await,
                Err(crate::flows::FlowError::Store(StoreError::Away(_))) => rest(&stop, BEAT).await,
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read");
                    rest(&stop, GAUGE_BEAT).await;
                }
            }
        }
        self.outbox.end(&mut under_way).await;
    }

    /// What was accepted while a shared store was away comes before what is to be sent (promise P9). Of how many returns of the store
    /// it knows; gives those that there have been.
    async fn let_the_journal_go_first(&self, seen: u64, stop: &Stop) -> u64 {
        let (Some(shared), Some(journal)) = (&self.stores.shared, &self.stores.journal) else { return seen };
        if !shared.journaled.is_serving() {
            return seen;
        }
        let returns = shared.journaled.returns();
        if returns != seen && shared.journaled.has_company() {
            rest(stop, OTHERS_FIRST).await;
        }
        let mut waited = Duration::ZERO;
        while journal.depth() > 0 && waited < JOURNAL_FIRST && shared.journaled.is_serving() && !stop.has_begun() {
            let pause = Duration::from_millis(20);
            rest(stop, pause).await;
            waited += pause;
        }
        returns
    }

    async fn run_drain(self: Arc<Self>, stop: Stop) {
        let (Some(drain), Some(shared), Some(journal)) = (&self.drain, &self.stores.shared, &self.stores.journal) else { return };
        let mut idle = 0_u32;
        while !stop.has_begun() {
            // Now and then also where nothing is known to wait: a command may have taken up again what was set aside.
            idle = if journal.depth() == 0 { idle.saturating_add(1) } else { LOOK_ANYWAY };
            if idle < LOOK_ANYWAY || !shared.journaled.is_serving() {
                rest(&stop, BEAT / 5).await;
                continue;
            }
            idle = 0;
            match drain.run_once().await {
                Ok(0) => {}
                Ok(events) => tracing::info!(events, waiting = journal.depth(), "carried out what was kept in the journal"),
                Err(error) => {
                    tracing::debug!(%error, "what is kept in the journal goes on waiting");
                    rest(&stop, BEAT).await;
                }
            }
        }
    }

    async fn run_forward(self: Arc<Self>, stop: Stop) {
        let Some(forward) = &self.forward else { return };
        let mut failures = 0_u32;
        while !stop.has_begun() {
            match forward.run_once().await {
                Ok(0) => rest(&stop, BEAT).await,
                Ok(_) => failures = 0,
                Err(error) => {
                    if failures == 0 {
                        tracing::warn!(%error, "results cannot be brought to the reporting store yet; they wait");
                    }
                    failures = failures.saturating_add(1);
                    rest(&stop, BEAT * failures.min(20)).await;
                }
            }
        }
    }

    async fn run_looks(self: Arc<Self>, stop: Stop) {
        let Some(shared) = &self.stores.shared else { return };
        let (mut pause, mut audited) = (LOOK_PAUSE.0, false);
        while !stop.has_begun() {
            let up = self.look().await;
            if up && !audited {
                self.say_what_is_promised(shared).await;
                audited = true;
            }
            if up {
                pause = LOOK_PAUSE.0;
                tokio::select! {
                    () = shared.journaled.doubted() => {}
                    () = rest(&stop, LOOK_BEAT) => {}
                }
            } else {
                let spread = u32::try_from(self.gateway.flows.clock.now().millis().rem_euclid(8)).unwrap_or(0);
                rest(&stop, pause + pause * spread / 16).await;
                pause = (pause * 2).min(LOOK_PAUSE.1);
            }
        }
    }

    /// Looks at the shared store once, where there is one; whether the store is in use now.
    pub async fn look(&self) -> bool {
        let Some(shared) = &self.stores.shared else { return true };
        let looked = tokio::time::timeout(PATIENCE, shared.journaled.look()).await;
        let looked = looked.unwrap_or_else(|_| Err(StoreError::Away("a look at it has no end".to_owned())));
        self.note_shared(shared, looked.is_ok());
        looked.inspect_err(|error| tracing::debug!(%error, "looked at the shared store")).is_ok()
    }

    /// One line of the log, and the page of readiness.
    async fn say_what_is_promised(&self, shared: &Shared) {
        let found = super::audit::of_redis(&shared.redis).await;
        for fault in &found.faults {
            tracing::error!(fault, "the shared store must not be used as it is");
        }
        tracing::info!(notes = found.warnings.join("; "), "what the shared store promises");
        self.gateway.readiness.note_of("redis", found.faults.into_iter().chain(found.warnings).collect());
    }

    fn note_shared(&self, shared: &Shared, up: bool) {
        self.gateway.readiness.show("redis", up);
        self.gateway.metrics.dependency("redis", up);
        let journal = shared.can_be_written();
        self.gateway.readiness.set("journal", journal);
        self.gateway.metrics.dependency("journal", journal);
    }

    async fn run_purge(self: Arc<Self>, stop: Stop) {
        while !stop.has_begun() {
            let late_until = self.gateway.flows.rulebook().policy.late_until;
            let keep = self.retention.of_sessions(late_until + KEPT_BEHIND).max(late_until + KEPT_AT_LEAST);
            match purge::run_once(self.stores.sessions.as_ref(), self.gateway.flows.clock.as_ref(), keep).await {
                Ok(rows) => tracing::debug!(rows, "purged"),
                Err(StoreError::Away(_)) => {}
                Err(error) => tracing::warn!(%error, "the purge failed and will go on later"),
            }
            match self.retain().await {
                Ok(rows) => tracing::debug!(rows, "what is kept no longer is gone"),
                Err(error) => tracing::warn!(%error, "what is kept no longer goes later"),
            }
            rest(&stop, PURGE_BEAT).await;
        }
    }

    async fn run_packing(self: Arc<Self>, stop: Stop) {
        let store = self.stores.reports.packing.as_ref();
        while !stop.has_begun() {
            let begun = tokio::time::Instant::now();
            let more = packing::run_once(store, packing::WORTH).await;
            match store.waiting().await {
                Ok(waiting) => self.gateway.metrics.packing(waiting.rows, waiting.segments),
                Err(error) => tracing::debug!(%error, "how far results are packed is not known"),
            }
            match more {
                // As long as it worked it rests, so that an old store is packed beside the traffic.
                Ok(true) => rest(&stop, begun.elapsed()).await,
                Ok(false) | Err(ReportError::Away(_)) => rest(&stop, PACK_BEAT).await,
                Err(error) => {
                    tracing::warn!(%error, "results cannot be packed; reports read them one by one");
                    rest(&stop, PACK_BEAT * 6).await;
                }
            }
        }
    }

    /// Removes from the reporting store what is kept no longer, once; gives the number of rows that were old enough.
    ///
    /// # Errors
    /// [`ReportError`]; the next time goes on there.
    pub async fn retain(&self) -> Result<u64, ReportError> {
        purge::retain_once(self.stores.writer.as_ref(), self.gateway.flows.clock.as_ref(), &self.retention).await
    }

    async fn run_gauges(self: Arc<Self>, stop: Stop) {
        while !stop.has_begun() {
            self.look_at_dependencies().await;
            rest(&stop, GAUGE_BEAT).await;
        }
    }

    /// Reads the depth of the queues and whether the stores answer.
    pub(super) async fn look_at_dependencies(&self) {
        let health = self.stores.sessions.health(self.gateway.flows.clock.now()).await;
        let written = self.stores.can_be_written().await;
        match &self.stores.shared {
            Some(shared) => self.note_shared(shared, shared.journaled.is_serving()),
            None => {
                let up = health.is_ok() && written;
                self.gateway.readiness.set("store", up);
                self.gateway.metrics.dependency("store", up);
            }
        }
        match health {
            Ok(health) => self.gateway.metrics.queues(&health),
            Err(StoreError::Away(_)) => {}
            Err(error) => tracing::error!(%error, "the store cannot be read"),
        }
        if let Some(journal) = &self.stores.journal {
            self.gateway.metrics.journal_rows(journal.depth());
        }
        if let Some((_, reports)) = &self.stores.forward {
            let up = tokio::time::timeout(GAUGE_BEAT, reports.check()).await.is_ok_and(|answer| answer.is_ok());
            self.gateway.readiness.show("reporting", up);
            self.gateway.metrics.dependency("reporting", up);
        }
    }
}

async fn rest(stop: &Stop, time: Duration) {
    unless(stop, time, std::future::pending()).await;
}

/// Rests unless that happens first.
async fn unless(stop: &Stop, time: Duration, happens: impl Future<Output = ()>) {
    tokio::select! {
        () = happens => {}
        () = tokio::time::sleep(time) => {}
        () = stop.begun() => {}
    }
}
