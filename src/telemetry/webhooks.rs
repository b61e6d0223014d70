use std::collections::HashMap;
use std::sync::OnceLock;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;

use super::WebhookOutcome;
use crate::ports::provider::Hook;

const HOOKS: [Hook; 6] = [Hook::Call, Hook::Voice, Hook::Answer, Hook::Recording, Hook::Sms, Hook::Receipt];
const CELLS: usize = HOOKS.len() * WebhookOutcome::ALL.len();

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct WebhookLabels {
    account: String,
    kind: &'static str,
    outcome: &'static str,
}

/// Counts webhooks without a lock or an allocation once a cell has been used. Accounts are those of the configuration and
/// one without name for all others, so that strangers cannot make series.
#[derive(Debug)]
pub(super) struct Webhooks {
    family: Family<WebhookLabels, Counter>,
    rows: HashMap<String, Box<[OnceLock<Counter>; CELLS]>>,
    strangers: Box<[OnceLock<Counter>; CELLS]>,
}

impl Webhooks {
    pub(super) fn new(accounts: impl IntoIterator<Item = String>) -> Self {
        let rows = accounts.into_iter().map(|name| (name, empty_row())).collect();
        Self { family: Family::default(), rows, strangers: empty_row() }
    }

    pub(super) fn family(&self) -> Family<WebhookLabels, Counter> {
        self.family.clone()
    }

    pub(super) fn count(&self, account: &str, hook: Hook, outcome: WebhookOutcome) {
        let (account, row) = match self.rows.get_key_value(account) {
            Some((name, row)) => (name.as_str(), row),
            None => ("", &self.strangers),
        };
        let cell = hook as usize * WebhookOutcome::ALL.len() + outcome as usize;
        row[cell].get_or_init(|| self.counter(account, hook, outcome)).inc();
    }

    fn counter(&self, account: &str, hook: Hook, outcome: WebhookOutcome) -> Counter {
        let labels = WebhookLabels { account: account.to_owned(), kind: hook.name(), outcome: outcome.name() };
        self.family.get_or_create_owned(&labels)
    }
}

fn empty_row() -> Box<[OnceLock<Counter>; CELLS]> {
    Box::new(std::array::from_fn(|_| OnceLock::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hook_and_outcome_has_its_own_cell() {
        for (place, hook) in HOOKS.into_iter().enumerate() {
            assert_eq!(hook as usize, place);
        }
        for (place, outcome) in WebhookOutcome::ALL.into_iter().enumerate() {
            assert_eq!(outcome as usize, place);
        }
    }
}
