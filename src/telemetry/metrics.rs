use std::time::Duration;

use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::WebhookOutcome;
use super::webhooks::Webhooks;
use crate::ports::provider::{Hook, Sent};
use crate::ports::store::Health;
use crate::survey::session::Disposition;

/// Upper bounds in seconds: from a reply out of memory to a caller's patience.
const REPLY: [f64; 14] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 5.0];
/// Upper bounds in seconds: from the next relay run to an outage of a day.
const LAG: [f64; 11] = [0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0, 300.0, 3600.0, 86_400.0];
/// The reasons of the contract for not asking; anything else is counted as `other`.
const REASONS: [&str; 16] = [
    "no_rule",
    "sampled_out",
    "quota",
    "frequency_cap",
    "budget",
    "quiet_hours_expired",
    "opted_out",
    "no_consent",
    "not_allowed_country",
    "not_textable",
    "talk_too_short",
    "test_call",
    "survey_call",
    "no_respondent",
    "agent_declined",
    "erased",
];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct SendLabels {
    account: String,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct NoticeLabels {
    recipient: String,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct State {
    state: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Ended {
    disposition: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Name {
    name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Operation {
    operation: &'static str,
}

/// Counters and gauges by the names of the contract. Counting never blocks for long and never fails.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    webhooks: Webhooks,
    reply_seconds: Histogram,
    result_lag_seconds: Histogram,
    sends: Family<SendLabels, Counter>,
    notices: Family<NoticeLabels, Counter>,
    tasks: Family<State, Gauge>,
    oldest_task_seconds: Gauge,
    open_sessions: Gauge,
    sessions: Family<Ended, Counter>,
    journal_rows: Gauge,
    report_rows_unpacked: Gauge,
    report_segments: Gauge,
    dependency_up: Family<Name, Gauge>,
    store_seconds: Family<Operation, Histogram, fn() -> Histogram>,
    /// Connections that are open.
    pub connections: Gauge,
    /// Connections that were closed at once, over a cap.
    pub connections_refused: Counter,
    /// Handlers and connections that panicked.
    pub panics: Counter,
    /// Turns of the exports to folders that failed; the next turn tries again.
    pub export_failures: Counter,
    /// Log lines over the rate or the buffer; hand it to [`super::logs::install`].
    pub log_lines_dropped: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new([])
    }
}

impl Metrics {
    /// Metrics for these accounts.
    pub fn new(accounts: impl IntoIterator<Item = String>) -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("aftercall"),
            webhooks: Webhooks::new(accounts),
            reply_seconds: Histogram::new(REPLY),
            result_lag_seconds: Histogram::new(LAG),
            sends: Family::default(),
            notices: Family::default(),
            tasks: Family::default(),
            oldest_task_seconds: Gauge::default(),
            open_sessions: Gauge::default(),
            sessions: Family::default(),
            journal_rows: Gauge::default(),
            report_rows_unpacked: Gauge::default(),
            report_segments: Gauge::default(),
            dependency_up: Family::default(),
            store_seconds: Family::new_with_constructor(|| Histogram::new(REPLY)),
            connections: Gauge::default(),
            connections_refused: Counter::default(),
            panics: Counter::default(),
            export_failures: Counter::default(),
            log_lines_dropped: Counter::default(),
        };
        metrics.register_work();
        metrics.register_house();
        metrics
    }

    fn register_work(&mut self) {
        let registry = &mut self.registry;
        registry.register("webhooks", "Webhooks by account, kind and outcome", self.webhooks.family());
        registry.register("reply_seconds", "From a webhook received to its answer", self.reply_seconds.clone());
        registry.register(
            "result_lag_seconds",
            "From the last answer until it can be read in the reporting store",
            self.result_lag_seconds.clone(),
        );
        registry.register("sends", "Messages handed to providers by account and outcome", self.sends.clone());
        registry.register("notices", "Attempts to tell webhooks and mailboxes by recipient and outcome", self.notices.clone());
        registry.register("tasks", "Tasks by state", self.tasks.clone());
        registry.register("oldest_task_seconds", "Age of the oldest due task", self.oldest_task_seconds.clone());
        registry.register("open_sessions", "Sessions that wait for answers", self.open_sessions.clone());
        registry.register("sessions", "Sessions ended, and calls not asked, by disposition", self.sessions.clone());
    }

    fn register_house(&mut self) {
        let registry = &mut self.registry;
        registry.register("journal_rows", "Rows of the node's journal that are not pruned yet", self.journal_rows.clone());
        let unpacked = "Calls and responses that are not packed for reports yet, or have changed since; at most 100000 of either";
        registry.register("report_rows_unpacked", unpacked, self.report_rows_unpacked.clone());
        registry.register("report_segments", "Segments of calls and responses packed for reports", self.report_segments.clone());
        registry.register("dependency_up", "Whether a dependency is there", self.dependency_up.clone());
        registry.register("store_seconds", "Time of an operation of the correlation store", self.store_seconds.clone());
        registry.register("connections", "Open connections", self.connections.clone());
        registry.register("connections_refused", "Connections closed at once, over a cap", self.connections_refused.clone());
        registry.register("panics", "Handlers and connections that panicked", self.panics.clone());
        registry.register(
            "export_failures",
            "Turns of the exports to folders that failed and are tried again",
            self.export_failures.clone(),
        );
        registry.register("log_lines_dropped", "Log lines over the rate or the buffer", self.log_lines_dropped.clone());
    }

    /// A webhook was answered.
    pub fn webhook(&self, account: &str, hook: Hook, outcome: WebhookOutcome) {
        self.webhooks.count(account, hook, outcome);
    }

    /// A webhook was answered, so long after it came in.
    pub fn replied(&self, took: Duration) {
        self.reply_seconds.observe(took.as_secs_f64());
    }

    /// A result became readable, so long after its last answer.
    pub fn result_readable(&self, lag: Duration) {
        self.result_lag_seconds.observe(lag.as_secs_f64());
    }

    /// A message was handed to a provider. The account is one of the configuration.
    pub fn sent(&self, account: &str, outcome: &Sent) {
        self.sends.get_or_create(&SendLabels { account: account.to_owned(), outcome: outcome.name() }).inc();
    }

    /// Somebody outside was told (or not): `delivered failed given_up gone switched_off`. Recipients are those of the configuration.
    pub fn notice(&self, recipient: &str, outcome: &'static str) {
        self.notices.get_or_create(&NoticeLabels { recipient: recipient.to_owned(), outcome }).inc();
    }

    /// A session ended.
    pub fn session_ended(&self, disposition: Disposition) {
        self.sessions.get_or_create(&Ended { disposition: disposition.name().to_owned() }).inc();
    }

    /// A caller was not asked, for a reason of the contract.
    pub fn call_suppressed(&self, reason: &str) {
        let reason = REASONS.iter().find(|known| **known == reason).unwrap_or(&"other");
        self.sessions.get_or_create(&Ended { disposition: format!("suppressed:{reason}") }).inc();
    }

    /// Depth of the queues.
    pub fn queues(&self, health: &Health) {
        for (state, depth) in [("waiting", health.waiting), ("leased", health.leased), ("parked", health.parked)] {
            self.tasks.get_or_create(&State { state }).set(gauge(depth));
        }
        self.oldest_task_seconds.set(gauge(health.oldest_due_seconds));
        self.open_sessions.set(gauge(health.open_sessions));
    }

    /// Rows of the node's journal.
    pub fn journal_rows(&self, rows: u64) {
        self.journal_rows.set(gauge(rows));
    }

    /// How many rows wait to be packed for reports, and how many segments there are.
    pub fn packing(&self, rows: u64, segments: u64) {
        self.report_rows_unpacked.set(gauge(rows));
        self.report_segments.set(gauge(segments));
    }

    /// Whether a dependency is there. Names come from the code or the configuration.
    pub fn dependency(&self, name: &str, up: bool) {
        self.dependency_up.get_or_create(&Name { name: name.to_owned() }).set(i64::from(up));
    }

    /// An operation of the correlation store took so long.
    pub fn store(&self, operation: &'static str, took: Duration) {
        self.store_seconds.get_or_create(&Operation { operation }).observe(took.as_secs_f64());
    }

    /// All of it as [`super::METRICS_CONTENT_TYPE`].
    ///
    /// # Errors
    /// Only if text cannot be made at all.
    pub fn encode(&self) -> Result<String, std::fmt::Error> {
        let mut written = String::with_capacity(16 * 1024);
        text::encode(&mut written, &self.registry)?;
        Ok(written)
    }
}

fn gauge(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used() -> Metrics {
        let metrics = Metrics::new(["main".to_owned()]);
        metrics.webhook("main", Hook::Call, WebhookOutcome::Accepted);
        metrics.replied(Duration::from_millis(3));
        metrics.webhook("a-stranger", Hook::Sms, WebhookOutcome::UnknownAccount);
        metrics.result_readable(Duration::from_secs(1));
        metrics.sent("main", &Sent::Throttled { retry_after: None });
        metrics.session_ended(Disposition::Completed);
        metrics.call_suppressed("sampled_out");
        metrics.call_suppressed("+14155550123");
        metrics.queues(&Health { waiting: 1, leased: 2, parked: 3, oldest_due_seconds: 4, open_sessions: 5 });
        metrics.journal_rows(6);
        metrics.packing(8, 9);
        metrics.dependency("store", true);
        metrics.store("commit", Duration::from_millis(7));
        metrics
    }

    #[test]
    fn every_name_of_the_contract_is_there_and_strangers_make_no_series() {
        let text = used().encode().expect("text");
        for line in [
            "aftercall_webhooks_total{account=\"main\",kind=\"call\",outcome=\"accepted\"} 1",
            "aftercall_webhooks_total{account=\"\",kind=\"sms\",outcome=\"unknown_account\"} 1",
            "aftercall_reply_seconds_count 1",
            "aftercall_result_lag_seconds_count 1",
            "aftercall_sends_total{account=\"main\",outcome=\"throttled\"} 1",
            "aftercall_tasks{state=\"parked\"} 3",
            "aftercall_oldest_task_seconds 4",
            "aftercall_sessions_total{disposition=\"completed\"} 1",
            "aftercall_sessions_total{disposition=\"suppressed:sampled_out\"} 1",
            "aftercall_sessions_total{disposition=\"suppressed:other\"} 1",
            "aftercall_journal_rows 6",
            "aftercall_report_rows_unpacked 8",
            "aftercall_report_segments 9",
            "aftercall_dependency_up{name=\"store\"} 1",
            "aftercall_store_seconds_count{operation=\"commit\"} 1",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is missing in\n{text}");
        }
        assert!(!text.contains("stranger") && !text.contains("555"), "{text}");
        assert!(text.ends_with("# EOF\n"));
    }
}
