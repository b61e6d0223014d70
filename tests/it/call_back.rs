//! Callers are rung back: whole trips through HTTP.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, PUBLIC, Reply, Rig};

mod chain;
mod keypad;
mod rings;
mod shared;
mod simulator;
mod through;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
const BY_CALL: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"call\"]";
const BY_CALL_THEN_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"call\", \"sms\"]";
const BY_TEXT_THEN_CALL: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\", \"call\"]";
const BY_ALL: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\", \"sms\", \"call\"]";

/// A call that was asked for.
struct Placed {
    id: String,
    form: BTreeMap<String, String>,
}

impl Placed {
    /// The last one; `CAunknown` where its id was not told.
    fn last(rig: &Rig) -> Self {
        let form = rig.twilio.calls().pop().expect("a call").into_iter().collect();
        let told = rig.twilio.call_ids().len() == rig.twilio.calls().len();
        let id = rig.twilio.call_ids().pop().filter(|_| told);
        Self { id: id.unwrap_or_else(|| "CAunknown".to_owned()), form }
    }

    fn target(&self, name: &str) -> &str {
        self.form[name].strip_prefix(PUBLIC).expect("an address of ours")
    }

    fn params<'a>(&'a self, status: &'a str) -> Vec<(&'a str, &'a str)> {
        let ends = [("From", LINE), ("To", CALLER), ("Direction", "outbound-api")];
        ends.into_iter().chain([("CallSid", self.id.as_str()), ("AccountSid", ACCOUNT_SID), ("CallStatus", status)]).collect()
    }

    /// Somebody, or something, picks up.
    async fn picked_up(&self, rig: &Rig, by: &str) -> Reply {
        let params: Vec<_> = self.params("in-progress").into_iter().chain([("AnsweredBy", by)]).collect();
        rig.hook(self.target("Url"), &params).await
    }

    /// It is over.
    async fn ends(&self, rig: &Rig, status: &str) -> Reply {
        rig.hook(self.target("StatusCallback"), &self.params(status)).await
    }

    async fn press(&self, rig: &Rig, page: &Reply, digits: Option<&str>) -> Reply {
        rig.press(&page.body, &self.id, digits).await
    }
}

/// Rings back until there is such a call.
async fn rung(rig: &Rig, count: usize) -> Placed {
    rig.settle().await;
    assert_eq!(rig.twilio.calls().len(), count);
    assert_eq!(rig.twilio.refusals(), Vec::<u32>::new());
    Placed::last(rig)
}

fn ends_politely(page: &Reply) {
    assert!(page.status == 200 && page.body.contains("<Hangup") && !page.body.contains("<Gather"), "{page:?}");
}

fn asks(page: &Reply, words: &str) {
    assert!(page.status == 200 && page.body.contains("<Gather") && page.body.contains(words), "{page:?}");
}

/// The answers as question, value and channel.
fn answers(response: &Value) -> Value {
    let of = |answer: &Value| json!([answer["question"], answer["value"], answer["channel"]]);
    response["answers"].as_array().expect("answers").iter().map(of).collect()
}

/// Why callers were not asked, by call.
async fn reasons(rig: &Rig) -> BTreeMap<String, Value> {
    let page = rig.api("/v1/calls").await;
    let items = page["items"].as_array().expect("items").clone();
    items.into_iter().map(|item| (item["call_id"].as_str().expect("an id").to_owned(), item["reason"].clone())).collect()
}
