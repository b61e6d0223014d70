//! Tells others outside what has happened, and sees to tickets: each task of the outbox of that kind ends here.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::call::Moment;
use crate::crash::crash_point;
use crate::flows::tickets::{Attended, TicketError, Tickets};
use crate::flows::{FlowError, Flows};
use crate::policy::Event;
use crate::ports::notice::{Couriers, Delivered, Letter, Notice, Recipient, TicketErrand};
use crate::ports::report::{ReportError, ReportStore, Row, WebhookSwitches};
use crate::ports::store::{Leased, Settlement};
use crate::telemetry::Metrics;

mod words;

/// Pauses after the first attempt, the second and so on: those that the Standard Webhooks specification proposes ("Deliverability and
/// reliability", github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md), 75 hours and a half in all.
const PAUSES: [Duration; 9] = [
    Duration::from_secs(5),
    Duration::from_secs(300),
    Duration::from_secs(1800),
    Duration::from_secs(2 * 3600),
    Duration::from_secs(5 * 3600),
    Duration::from_secs(10 * 3600),
    Duration::from_secs(14 * 3600),
    Duration::from_secs(20 * 3600),
    Duration::from_secs(24 * 3600),
];
/// A notice that could not leave for other reasons than the receiver (its result is not readable, an earlier one waits) is given up
/// after so long.
const PATIENCE: Duration = Duration::from_secs(80 * 3600);
/// Shortest and longest wait for what must come first.
const WAITS: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(1800));
/// How long what is known of switched-off webhooks holds.
const KNOWN_FOR: Duration = Duration::from_secs(5);
/// Tries of an errand whose ticket cannot be read; with doubled pauses about three days.
const TRIES: u32 = 50;

/// The worker.
pub struct FollowUp {
    /// The use cases.
    pub flows: Arc<Flows>,
    /// Those of tickets.
    pub tickets: Tickets,
    /// Where what is told is read.
    pub reports: Arc<dyn ReportStore>,
    /// Which webhooks are switched off.
    pub switches: Arc<dyn WebhookSwitches>,
    /// Who brings it.
    pub couriers: Arc<dyn Couriers>,
    /// Where it is counted.
    pub metrics: Arc<Metrics>,
    /// What was last read of the switches.
    pub off: Mutex<Option<(Moment, BTreeSet<String>)>>,
}

/// What is told, as far as it can be told now.
enum Content {
    /// This.
    Is(Row),
    /// It cannot be read yet.
    NotYet,
}

impl FollowUp {
    /// Sees to a ticket.
    ///
    /// # Errors
    /// [`FlowError`]; the task stays leased and comes again.
    pub async fn ticket(&self, leased: &Leased, errand: &TicketErrand) -> Result<(), FlowError> {
        match self.tickets.see_to(leased, errand).await {
            Ok(Attended::Done) => Ok(()),
            Ok(Attended::NotNeeded) => self.settle(leased, Settlement::Done).await,
            Ok(Attended::NotYet) if leased.attempt >= TRIES => {
                tracing::error!(ticket = errand.ticket, "what was to be done about a ticket is given up: it cannot be read");
                self.settle(leased, Settlement::Done).await
            }
            Ok(Attended::NotYet) => self.settle(leased, Settlement::Retry(self.now().plus(doubled(leased.attempt)))).await,
            Err(TicketError::Flow(error)) => Err(error),
            Err(error) => {
                tracing::warn!(%error, "a ticket waits");
                self.settle(leased, Settlement::Postponed(self.now().plus(doubled(3)))).await
            }
        }
    }

    /// Tells somebody what has happened, or puts it off.
    ///
    /// # Errors
    /// [`FlowError`]; the task stays leased and comes again.
    pub async fn notify(&self, leased: &Leased, notice: &Notice) -> Result<(), FlowError> {
        if self.is_off(&notice.to).await {
            return self.end(leased, notice, "switched_off").await;
        }
        if self.flows.store.awaits(&notice.after).await? {
            return self.wait(leased, notice).await;
        }
        match self.content(notice).await {
            Ok(Content::Is(row)) => self.bring(leased, notice, row).await,
            Ok(Content::NotYet) => self.wait(leased, notice).await,
            Err(error) => {
                tracing::debug!(%error, "a notice waits for the reporting store");
                self.wait(leased, notice).await
            }
        }
    }

    async fn content(&self, notice: &Notice) -> Result<Content, ReportError> {
        if let Some(serde_json::Value::Object(data)) = &notice.data {
            return Ok(Content::Is(data.clone()));
        }
        let row = match notice.event {
            Event::TicketOpened | Event::TicketOverdue => self.reports.ticket(&notice.tenant, &notice.about).await?,
            Event::ResponseCompleted | Event::ResponseUpdated | Event::OptOut => {
                self.reports.response(&notice.tenant, &notice.about).await?
            }
        };
        let is_new = |row: &Row| row.get("version").and_then(serde_json::Value::as_u64).is_some_and(|version| version >= notice.version);
        Ok(row.filter(is_new).map_or(Content::NotYet, Content::Is))
    }

    async fn bring(&self, leased: &Leased, notice: &Notice, row: Row) -> Result<(), FlowError> {
        let delivered = match &notice.to {
            Recipient::Webhook(name) => {
                let body = serde_json::json!({"type": notice.event.name(), "timestamp": notice.at, "data": row}).to_string();
                let letter = Letter { id: leased.task.id.clone(), at: self.now(), body: body.into_bytes() };
                self.couriers.post(name, &letter).await
            }
            Recipient::Mail(address) => self.couriers.mail(&words::mail(&leased.task.id, address, (notice.event, &row))).await,
        };
        crash_point!("notice brought");
        match delivered {
            Delivered::Arrived => self.end(leased, notice, "delivered").await,
            Delivered::Gone => self.gone(leased, notice).await,
            Delivered::Failed { retry_after, detail } => self.again(leased, notice, (retry_after, &detail)).await,
        }
    }

    async fn gone(&self, leased: &Leased, notice: &Notice) -> Result<(), FlowError> {
        let Recipient::Webhook(name) = &notice.to else { return self.end(leased, notice, "gone").await };
        tracing::error!(webhook = name, "the receiver answers 410: this webhook is switched off until it is switched on again");
        if let Err(error) = self.switches.switch_off(name, self.now()).await {
            return self.again(leased, notice, (None, &error.to_string())).await;
        }
        *self.off.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.end(leased, notice, "gone").await
    }

    async fn again(&self, leased: &Leased, notice: &Notice, (wish, detail): (Option<Duration>, &str)) -> Result<(), FlowError> {
        let made = usize::try_from(leased.attempt.saturating_sub(1)).unwrap_or(usize::MAX);
        let Some(pause) = PAUSES.get(made) else {
            tracing::error!(
                to = words::of(&notice.to),
                event = notice.event.name(),
                detail,
                "given up after all attempts; replay it once the receiver is back"
            );
            return self.end(leased, notice, "given_up").await;
        };
        tracing::warn!(to = words::of(&notice.to), event = notice.event.name(), attempt = leased.attempt, detail, "not delivered yet");
        self.metrics.notice(&words::of(&notice.to), "failed");
        let pause = (*pause).max(wish.unwrap_or_default());
        let due = self.now().plus(pause + pause.mul_f64(spread(&leased.task.id)));
        self.settle(leased, Settlement::Retry(due)).await
    }

    /// What must come first is not there yet.
    async fn wait(&self, leased: &Leased, notice: &Notice) -> Result<(), FlowError> {
        let now = self.now();
        let age = Duration::from_secs(now.seconds_since(notice.at));
        if age > PATIENCE {
            tracing::warn!(to = words::of(&notice.to), event = notice.event.name(), "given up: what was to be told cannot be read");
            return self.end(leased, notice, "given_up").await;
        }
        self.settle(leased, Settlement::Postponed(now.plus((age / 10).clamp(WAITS.0, WAITS.1)))).await
    }

    async fn end(&self, leased: &Leased, notice: &Notice, outcome: &'static str) -> Result<(), FlowError> {
        self.metrics.notice(&words::of(&notice.to), outcome);
        self.settle(leased, Settlement::Done).await
    }

    /// Where it cannot be read, nothing is known to be off.
    async fn is_off(&self, to: &Recipient) -> bool {
        let Recipient::Webhook(name) = to else { return false };
        let now = self.now();
        let known = self.off.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((read, off)) = known
            && now >= read
            && now < read.plus(KNOWN_FOR)
        {
            return off.contains(name);
        }
        match self.switches.switched_off().await {
            Ok(off) => {
                let off: BTreeSet<String> = off.into_iter().map(|off| off.name).collect();
                let is_off = off.contains(name);
                *self.off.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, off));
                is_off
            }
            Err(error) => {
                tracing::debug!(%error, "it is not known which webhooks are switched off");
                false
            }
        }
    }

    async fn settle(&self, leased: &Leased, to: Settlement) -> Result<(), FlowError> {
        self.flows.store.settle(leased, to).await?;
        Ok(())
    }

    fn now(&self) -> Moment {
        self.flows.clock.now()
    }
}

/// Two seconds, doubled with each attempt, at most an hour and a half.
fn doubled(attempt: u32) -> Duration {
    Duration::from_secs(2 << attempt.min(11))
}

/// 0 to 0.1, by the task's identity, so that what failed together does not come again together.
fn spread(id: &str) -> f64 {
    let sum = id.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    f64::from(sum % 1000) / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attempts_last_for_75_hours() {
        let whole: Duration = PAUSES.iter().sum();
        assert_eq!(whole.as_secs(), 75 * 3600 + 35 * 60 + 5);
        assert!((0..100).map(|n| spread(&format!("task {n}"))).all(|spread| (0.0..0.1).contains(&spread)));
    }
}
