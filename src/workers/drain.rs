//! The drain: carries out what was kept in the journal while the correlation store was away.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::task::JoinSet;

use crate::crash::crash_point;
use crate::flows::{FlowError, Flows};
use crate::ports::account::Account;
use crate::ports::journal::{Errand, Event, Journal, Kept};
use crate::ports::provider::{Hook, Inbound, Whereabouts};

/// Events taken at once.
const BATCH: usize = 256;
/// Callers whose events are carried out at once; those of one caller one after the other.
const AT_ONCE: usize = 16;

/// The worker.
pub struct Drain {
    flows: Arc<Flows>,
    accounts: BTreeMap<String, Account>,
    journal: Arc<dyn Journal>,
}

/// What became of one event.
enum Fate {
    Settled,
    SetAside(String),
}

impl Drain {
    /// For these accounts.
    #[must_use]
    pub fn new(flows: Arc<Flows>, accounts: BTreeMap<String, Account>, journal: Arc<dyn Journal>) -> Self {
        Self { flows, accounts, journal }
    }

    /// Carries out what waits, in order for each caller; gives the number of events seen to.
    ///
    /// # Errors
    /// [`FlowError`] of the first event that has to go on waiting, for example because the store is away again.
    pub async fn run_once(self: &Arc<Self>) -> Result<usize, FlowError> {
        let waiting = self.journal.waiting(BATCH).await?;
        let count = waiting.len();
        let mut running = JoinSet::new();
        let mut failed = Ok(());
        for group in by_caller(waiting) {
            if running.len() >= AT_ONCE
                && let Some(done) = running.join_next().await
            {
                failed = failed.and(finished(done));
            }
            if failed.is_err() {
                break;
            }
            let drain = Arc::clone(self);
            running.spawn(async move { drain.one_after_the_other(group).await });
        }
        while let Some(done) = running.join_next().await {
            failed = failed.and(finished(done));
        }
        failed.map(|()| count)
    }

    async fn one_after_the_other(&self, events: Vec<Kept>) -> Result<(), FlowError> {
        for kept in events {
            match self.carry_out(kept.event).await? {
                Fate::Settled => {
                    crash_point!("event carried out");
                    self.journal.settled(kept.number).await?;
                }
                Fate::SetAside(reason) => {
                    tracing::error!(event = kept.number, reason, "an event of the journal can never be carried out and is set aside there");
                    self.journal.set_aside(kept.number, &reason).await?;
                }
            }
        }
        Ok(())
    }

    async fn carry_out(&self, event: Option<Event>) -> Result<Fate, FlowError> {
        let Some(event) = event else { return Ok(Fate::SetAside("this version cannot read it".to_owned())) };
        let Some(account) = self.accounts.get(&event.account) else {
            return Ok(Fate::SetAside("its account is no longer configured".to_owned()));
        };
        match self.flows.at(event.at).carry_out(account, afterwards(event.errand)).await {
            Ok(_) => Ok(Fate::Settled),
            Err(error @ (FlowError::Malformed(_) | FlowError::MissingDefinition(_))) => Ok(Fate::SetAside(error.to_string())),
            Err(error @ (FlowError::Store(_) | FlowError::Contended)) => Err(error),
        }
    }
}

/// Whoever was on the line has heard the polite end meanwhile.
fn afterwards(errand: Errand) -> Errand {
    match errand.inbound {
        Inbound::Call(mut report) => {
            if report.caller == Whereabouts::OnTheLine || errand.hook == Hook::Voice {
                report.caller = Whereabouts::Gone;
            }
            Errand { hook: Hook::Call, inbound: Inbound::Call(report), ..errand }
        }
        _ => errand,
    }
}

/// Events that must stay in order, together.
fn by_caller(waiting: Vec<Kept>) -> Vec<Vec<Kept>> {
    let mut groups: Vec<(Option<crate::call::Partition>, Vec<Kept>)> = Vec::new();
    for kept in waiting {
        let partition = kept.event.as_ref().map(|event| event.partition);
        match groups.iter_mut().find(|(of, _)| *of == partition) {
            Some((_, group)) => group.push(kept),
            None => groups.push((partition, vec![kept])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn finished(done: Result<Result<(), FlowError>, tokio::task::JoinError>) -> Result<(), FlowError> {
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "an event of the journal panicked and will come again");
        Err(FlowError::Contended)
    })
}
