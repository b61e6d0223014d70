//! The load's own account of what was acknowledged, and the check that holds it against what the gateways and the provider have.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::callers::Kind;
use super::site::{Site, eventually, everything};
use crate::commands::program::Serving;

/// A message that was on its way when STOP was acknowledged may still arrive, on a busy machine so much later.
const ON_ITS_WAY: Duration = Duration::from_secs(2);

/// What was acknowledged with a 2xx.
#[derive(Default)]
pub struct Ledger {
    entries: Mutex<Entries>,
}

#[derive(Default, Clone)]
struct Entries {
    calls: BTreeMap<String, (String, Kind)>,
    texts: BTreeSet<String>,
    keys: BTreeSet<(String, String)>,
    stops: BTreeMap<String, Instant>,
    doubt: bool,
    longest: Duration,
}

/// The final state, as the API and the provider show it.
struct State {
    responses: Vec<Value>,
    calls: Vec<Value>,
    unmatched: Vec<Value>,
    sent: Vec<(String, String, Instant)>,
}

impl Ledger {
    pub fn call(&self, call_id: &str, number: &str, kind: Kind) {
        self.entries().calls.insert(call_id.to_owned(), (number.to_owned(), kind));
    }

    pub fn text(&self, words: &str) {
        self.entries().texts.insert(words.to_owned());
    }

    pub fn key(&self, call_id: &str, question: &str) {
        self.entries().keys.insert((call_id.to_owned(), question.to_owned()));
    }

    pub fn stopped(&self, number: &str, at: Instant) {
        self.entries().stops.insert(number.to_owned(), at);
    }

    /// From now on a message may be in doubt, marked as such and unsent: a gateway dies, or a provider does not say.
    pub fn allow_doubt(&self) {
        self.entries().doubt = true;
    }

    pub fn heard(&self, took: Duration) {
        let mut entries = self.entries();
        entries.longest = entries.longest.max(took);
    }

    /// How many calls, texts, keys and STOPs were acknowledged.
    pub fn counts(&self) -> (usize, usize, usize, usize) {
        let entries = self.entries();
        (entries.calls.len(), entries.texts.len(), entries.keys.len(), entries.stops.len())
    }

    /// The longest that anyone on the phone waited.
    pub fn longest_wait(&self) -> Duration {
        self.entries().longest
    }

    /// Waits until everything acknowledged stands where it belongs, and panics with what is missing, doubled or wrong.
    pub async fn check(&self, site: &Site, serving: &Serving, token: &str) {
        eventually(|| async {
            let state = State::read(site, serving, token).await;
            let faults = self.faults(&state);
            if faults.is_empty() {
                Ok(())
            } else {
                let first = &faults[..faults.len().min(12)];
                Err(format!("{} faults, the first: {first:#?}; the log: {}", faults.len(), serving.log()))
            }
        })
        .await;
        // What is doubled only later is wrong too: one more look when all is quiet.
        let state = State::read(site, serving, token).await;
        assert_eq!(self.faults(&state), Vec::<String>::new());
    }

    fn entries(&self) -> std::sync::MutexGuard<'_, Entries> {
        self.entries.lock().expect("a lock")
    }

    fn faults(&self, state: &State) -> Vec<String> {
        let entries = self.entries().clone();
        let mut faults = entries.lost_and_doubled(state);
        faults.extend(entries.sends(state));
        faults
    }
}

impl Entries {
    /// P1–P6: each thing once.
    fn lost_and_doubled(&self, state: &State) -> Vec<String> {
        let mut faults = Vec::new();
        let responses = counted(state.responses.iter().map(|row| text(row, "call_id")));
        let calls = counted(state.calls.iter().map(|row| text(row, "call_id")));
        let suppressed: BTreeSet<String> =
            state.calls.iter().filter(|row| row["reason"] == "opted_out").map(|row| text(row, "call_id")).collect();
        for (call_id, (_, kind)) in &self.calls {
            for (table, counts) in [("responses", &responses), ("calls", &calls)] {
                // A STOP that waited with its call goes first, and then there is nobody to ask.
                let nobody_to_ask = *kind == Kind::Stopper && table == "responses" && suppressed.contains(call_id);
                match counts.get(call_id) {
                    Some(1) => {}
                    None if nobody_to_ask => {}
                    other => faults.push(format!("{kind:?} {call_id} stands {} times in {table}", other.unwrap_or(&0))),
                }
            }
        }
        faults.extend(responses.iter().filter(|(_, count)| **count > 1).map(|(call, count)| format!("{call} has {count} responses")));
        let texts = counted(state.texts());
        for words in &self.texts {
            match texts.get(words) {
                Some(1) => {}
                other => faults.push(format!("{words:?} was acknowledged and stands {} times", other.unwrap_or(&0))),
            }
        }
        for (call_id, question) in &self.keys {
            let row = state.responses.iter().find(|row| text(row, "call_id") == *call_id);
            let answers = row.and_then(|row| row["answers"].as_array()).into_iter().flatten();
            let count = answers.filter(|answer| answer["question"] == question.as_str()).count();
            if count != 1 {
                faults.push(format!("the key for {question} of {call_id} stands {count} times"));
            }
        }
        faults
    }

    /// P8: no question twice; each silent caller's exactly once. P9: after STOP no message that asks.
    fn sends(&self, state: &State) -> Vec<String> {
        let mut faults = Vec::new();
        let sent = counted(state.sent.iter().map(|(to, body, _)| format!("{to}: {body}")));
        faults.extend(sent.iter().filter(|(_, count)| **count > 1).map(|(message, count)| format!("sent {count} times to {message}")));
        let asked: BTreeSet<&str> = state.sent.iter().map(|(to, ..)| to.as_str()).collect();
        let in_doubt: BTreeSet<String> =
            state.responses.iter().filter(|row| row["provider_code"] == "unknown").map(|row| text(row, "call_id")).collect();
        for (call_id, (number, kind)) in &self.calls {
            let perhaps = self.doubt && in_doubt.contains(call_id);
            if *kind == Kind::Silent && !asked.contains(number.as_str()) && !perhaps {
                faults.push(format!("nobody has asked {call_id}"));
            }
        }
        for (to, body, at) in &state.sent {
            let stopped = self.stops.get(to);
            let late = stopped.map(|stop| at.saturating_duration_since(*stop)).filter(|late| *late > ON_ITS_WAY);
            if let Some(late) = late.filter(|_| body.contains("Reply 1")) {
                faults.push(format!("a question left to {to} {late:?} after STOP"));
            }
        }
        faults
    }
}

impl State {
    async fn read(site: &Site, serving: &Serving, token: &str) -> Self {
        Self {
            responses: everything(serving, token, "/v1/responses").await,
            calls: everything(serving, token, "/v1/calls").await,
            unmatched: everything(serving, token, "/v1/unmatched").await,
            sent: site.twilio.arrivals(),
        }
    }

    /// Every text that a caller sent and that is kept, as an answer or as unmatched.
    fn texts(&self) -> Vec<String> {
        let answers = self.responses.iter().flat_map(|row| row["answers"].as_array().into_iter().flatten());
        let raw = answers.map(|answer| text(answer, "raw"));
        raw.chain(self.unmatched.iter().map(|reply| text(reply, "text"))).collect()
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

fn counted(items: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    items.into_iter().fold(BTreeMap::new(), |mut counts, item| {
        *counts.entry(item).or_default() += 1;
        counts
    })
}
