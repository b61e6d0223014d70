//! The store with a stopwatch: times every operation and counts what commits bring about.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::call::Moment;
use crate::policy::Share;
use crate::ports::Pending;
use crate::ports::erasure::{Erasure, Traces};
use crate::ports::report::Fact;
use crate::ports::store::{
    CallQuery, Change, Committed, Dossier, Health, KnownCall, Leased, Mark, Owner, SessionKey, SessionStore, Settlement, StoreError,
};
use crate::survey::model::SurveyKey;
use crate::survey::session::{Disposition, Session, State};
use crate::telemetry::Metrics;

/// A store whose work is counted.
pub struct Metered {
    /// Where the work is done.
    pub store: Arc<dyn SessionStore>,
    /// Where it is counted.
    pub metrics: Arc<Metrics>,
    /// Results are brought to a reporting store of their own, and counted when they arrive there.
    pub forwarded: bool,
}

impl Metered {
    fn timed<'a, T: 'a>(&'a self, operation: &'static str, work: Pending<'a, T>) -> Pending<'a, T> {
        let begun = Instant::now();
        Box::pin(async move {
            let result = work.await;
            self.metrics.store(operation, begun.elapsed());
            result
        })
    }
}

/// What a change brings about once it is committed.
struct Effects {
    ended: Vec<Disposition>,
    suppressed: Vec<String>,
    answered: bool,
}

impl Effects {
    fn of(change: &Change) -> Self {
        let ended = change.sessions.iter().filter_map(|session| match &session.state {
            State::Ended { disposition, at, .. } if *at == change.now => Some(*disposition),
            _ => None,
        });
        let suppressed = change.facts.iter().filter_map(|fact| match fact {
            Fact::Call(call) => call.reason.clone(),
            _ => None,
        });
        let answered = change.sessions.iter().any(|session| session.answers.last().is_some_and(|answer| answer.answered_at == change.now));
        Self { ended: ended.collect(), suppressed: suppressed.collect(), answered }
    }

    /// `readable_after` is given where results are readable with the commit itself.
    fn count(&self, metrics: &Metrics, readable_after: Option<Duration>) {
        for disposition in &self.ended {
            metrics.session_ended(*disposition);
        }
        for reason in &self.suppressed {
            metrics.call_suppressed(reason);
        }
        if let Some(took) = readable_after.filter(|_| self.answered) {
            metrics.result_readable(took);
        }
    }
}

impl SessionStore for Metered {
    fn session<'a>(&'a self, key: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>> {
        self.timed("session", self.store.session(key))
    }

    fn known_call<'a>(&'a self, call: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>> {
        self.timed("known_call", self.store.known_call(call))
    }

    fn dossier<'a>(&'a self, of: Owner<'a>, mark: Option<&'a Mark>, since: Moment) -> Pending<'a, Result<Dossier, StoreError>> {
        self.timed("dossier", self.store.dossier(of, mark, since))
    }

    fn commit(&self, change: Change) -> Pending<'_, Result<Committed, StoreError>> {
        let begun = Instant::now();
        let effects = Effects::of(&change);
        Box::pin(async move {
            let result = self.store.commit(change).await;
            let took = begun.elapsed();
            self.metrics.store("commit", took);
            if result == Ok(Committed::Done) {
                effects.count(&self.metrics, (!self.forwarded).then_some(took));
            }
            result
        })
    }

    fn take<'a>(&'a self, holder: &'a str, shares: &'a [Share], now: Moment) -> Pending<'a, Result<Option<usize>, StoreError>> {
        self.timed("take", self.store.take(holder, shares, now))
    }

    fn lease(&self, most: usize, ttl: Duration, now: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>> {
        self.timed("lease", self.store.lease(most, ttl, now))
    }

    fn settle<'a>(&'a self, task: &'a Leased, to: Settlement) -> Pending<'a, Result<bool, StoreError>> {
        self.timed("settle", self.store.settle(task, to))
    }

    fn awaits<'a>(&'a self, tasks: &'a [String]) -> Pending<'a, Result<bool, StoreError>> {
        self.timed("awaits", self.store.awaits(tasks))
    }

    fn definitions(&self, keep: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>> {
        self.timed("definitions", self.store.definitions(keep))
    }

    fn purge(&self, before: Moment, most: usize) -> Pending<'_, Result<usize, StoreError>> {
        self.timed("purge", self.store.purge(before, most))
    }

    fn erase<'a>(&'a self, erasure: &'a Erasure, now: Moment) -> Pending<'a, Result<Traces, StoreError>> {
        self.timed("erase", self.store.erase(erasure, now))
    }

    fn health(&self, now: Moment) -> Pending<'_, Result<Health, StoreError>> {
        self.timed("health", self.store.health(now))
    }
}
