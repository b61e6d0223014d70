//! What follows from answers: webhooks out, tickets with the closed loop, e-mails; through whole trips.

use std::time::Duration;

use serde_json::Value;

use crate::support::rig::Rig;

mod configuration;
mod crashes;
mod mails;
mod shared;
mod tickets;
mod webhooks;

const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }\n";
const TICKET: &str = "[[ticket]]\nreason = \"low score\"\nwhen = { measure.csat = \"1..=2\" }\nowner = \"lead\"\ndue = \"24h\"\n";
const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3600);

/// A call of the usual caller, asked by text.
async fn asked(rig: &Rig, call_id: &str) {
    assert_eq!(rig.call_ends(call_id, "?agent=alice&queue=support").await.status, 200);
    rig.settle().await;
}

/// A whole survey: a good score, and nothing to improve.
async fn answered(rig: &Rig, call_id: &str) {
    asked(rig, call_id).await;
    for (message, text) in [("a", "5"), ("b", "nothing")] {
        assert_eq!(rig.text(&format!("SM-{call_id}-{message}"), text).await.status, 200);
    }
}

/// Something that is sent to the API.
async fn send(rig: &Rig, method: &str, path: &str, body: &Value) -> (u16, Value) {
    send_as(rig, &rig.token, (method, path), body).await
}

async fn send_as(rig: &Rig, token: &str, (method, path): (&str, &str), body: &Value) -> (u16, Value) {
    let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method");
    let request = rig.client.request(method, format!("{}{path}", rig.base)).bearer_auth(token).body(body.to_string());
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, serde_json::from_str(&answer.text().await.expect("a text")).unwrap_or_default())
}

/// The only ticket.
async fn ticket(rig: &Rig) -> Value {
    let page = rig.api("/v1/tickets").await;
    assert_eq!(page["items"].as_array().map(Vec::len), Some(1), "{page:#}");
    page["items"][0].clone()
}

/// The only ticket's address.
async fn address(rig: &Rig) -> String {
    format!("/v1/tickets/{}", ticket(rig).await["id"].as_str().expect("an id"))
}
