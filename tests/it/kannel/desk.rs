//! A gateway whose texts go through a real Kannel to a telephone and back.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::chaos::Proxy;
use crate::support::rig::Rig;
use crate::support::servers::{Heard, Kannel, eventually};

/// Our short code.
pub const LINE: &str = "40404";
/// A caller.
pub const CALLER: &str = "+14155550123";
/// What proves Kannel's webhooks.
pub const SECRET: &str = "kannel-webhook-secret";

/// The configuration of the account `modem`, with a rule.
pub fn config(folder: &Path, api_base: &str, survey: &str) -> String {
    let folder = folder.display();
    format!(
        "[server]\nlisten = \"127.0.0.1:0\"\n[store]\nurl = \"embedded:{folder}/aftercall.db\"\n\
         [reporting]\nurl = \"embedded:{folder}/aftercall.db\"\n\
         [[account]]\nname = \"modem\"\nprovider = \"kannel\"\napi_base = \"{api_base}\"\nusername = \"gateway\"\n\
         password = \"kannel-password\"\nsecret = \"{SECRET}\"\nlines = [\"{LINE}\"]\n\
         [[rule]]\nsurvey = \"{survey}\"\nchannels = [\"sms\"]\n"
    )
}

/// A call of this id has ended, as another system reports it; what was answered.
pub async fn report(rig: &Rig, call_id: &str) -> Value {
    report_of(CALLER, rig, call_id).await
}

/// The same for another caller.
pub async fn report_of(caller: &str, rig: &Rig, call_id: &str) -> Value {
    let call = json!({"account": "modem", "call_id": call_id, "line": LINE, "respondent": caller, "ended_at": "2026-11-23T10:00:00.000Z"});
    let request = rig.client.post(format!("{}/v1/calls", rig.base)).bearer_auth(&rig.token).header("Content-Type", "application/json");
    let answer = request.body(call.to_string()).send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 202);
    serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON")
}

/// Gateway, Kannel, and a network between them that can be cut where Kannel fetches texts.
pub struct Desk {
    pub rig: Rig,
    pub kannel: Kannel,
    pub network: Proxy,
}

impl Desk {
    pub async fn open(survey: &str, surveys: &[(&str, &str)]) -> Self {
        Self::with_queue(survey, surveys, 1000).await
    }

    /// Where so few texts may wait for the message centre.
    pub async fn with_queue(survey: &str, surveys: &[(&str, &str)], queue: u32) -> Self {
        let kannel = Kannel::prepare(queue);
        let rig = Rig::configured(|folder| config(folder, &kannel.base(), survey), surveys).await;
        let address = rig.base.strip_prefix("http://").and_then(|address| address.parse().ok()).expect("an address");
        let network = Proxy::before(address).await;
        kannel.start(&format!("http://kannel:{SECRET}@{}", network.address())).await;
        Self { rig, kannel, network }
    }

    /// Lets the gateway work until the telephone has received so many texts in all.
    pub async fn hears(&self, count: usize) -> Vec<Heard> {
        eventually("texts on the telephone", async || {
            self.rig.settle().await;
            self.kannel.heard().len() >= count
        })
        .await;
        self.kannel.heard()
    }

    /// The caller writes.
    pub fn says(&self, words: &str) {
        self.kannel.telephone(Some(&format!("{CALLER} {LINE} text {words}")));
    }

    /// Waits until the only response is like this.
    pub async fn becomes(&self, what: &str, probe: impl Fn(&Value) -> bool) -> Value {
        eventually(what, async || {
            self.rig.settle().await;
            probe(&self.rig.response().await)
        })
        .await;
        self.rig.response().await
    }

    /// Whether a text was fetched a second time.
    pub async fn duplicates(&self) -> bool {
        let page = self.rig.client.get(format!("{}/metrics", self.rig.base)).send().await.expect("an answer");
        let page = page.text().await.expect("a text");
        page.lines().any(|line| ["webhooks_total", "kind=\"sms\"", "outcome=\"duplicate\""].iter().all(|word| line.contains(word)))
    }
}
