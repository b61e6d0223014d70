//! `POST /v1/calls`: a PBX reports an ended call, and the survey leaves.

use aftercall::ports::report::Role;
use serde_json::{Value, json};

use crate::support::rig::{CALLER, LINE, Rig};

const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";

fn call(call_id: &str) -> Value {
    json!({"account": "main", "call_id": call_id, "line": LINE, "respondent": CALLER, "direction": "inbound",
        "started_at": "2026-11-23T09:56:00.000Z", "answered_at": "2026-11-23T09:56:05.000Z", "ended_at": "2026-11-23T09:59:00.000Z",
        "ended_by": "caller", "outcome": "answered", "language": "en", "invited_by": "system",
        "agents": [{"id": "alice", "team": "blue", "seconds": 170}], "queue": "support",
        "attributes": {"region": "cn/js/nanjing", "tier": "vip"}})
}

async fn post(rig: &Rig, token: &str, body: &Value) -> (u16, Value) {
    let request = rig.client.post(format!("{}/v1/calls", rig.base)).bearer_auth(token).header("Content-Type", "application/json");
    let answer = request.body(body.to_string()).send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON"))
}

async fn token(rig: &Rig, tenant: &str, role: Role) -> String {
    rig.app.create_token(tenant, role).await.expect("a token")
}

#[tokio::test]
async fn a_reported_call_is_asked_about_once_and_its_score_stands_in_the_report() {
    let rig = Rig::start(BY_TEXT).await;
    let ingest = token(&rig, "default", Role::Ingest).await;
    let (status, told) = post(&rig, &ingest, &call("CA1")).await;
    assert_eq!((status, &told["result"], &told["reason"], &told["channel"]), (202, &json!("started"), &Value::Null, &json!("sms")));
    let (status, again) = post(&rig, &ingest, &call("CA1")).await;
    assert_eq!((status, &again["result"], &again["session_id"]), (202, &json!("duplicate"), &told["session_id"]));
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    assert!(rig.sent()[0].contains("Reply 1"), "{:?}", rig.sent());
    let form = rig.twilio.sent().remove(0);
    assert!(form.contains(&("To".to_owned(), CALLER.to_owned())) && form.contains(&("From".to_owned(), LINE.to_owned())), "{form:?}");

    rig.text("SM1", "5").await;
    let response = rig.response().await;
    assert_eq!((&response["session_id"], &response["scores"]["csat"]), (&told["session_id"], &json!(5)));
    assert_eq!(response["agents"], json!([{"id": "alice", "team": "blue", "share": 1.0}]));
    assert_eq!(response["attributes"], json!({"region": "cn/js/nanjing", "tier": "vip"}));
    assert_eq!((&response["queue"], &response["call_ended_at"]), (&json!("support"), &json!("2026-11-23T09:59:00.000Z")));
}

#[tokio::test]
async fn a_call_that_is_not_asked_about_is_told_with_its_reason() {
    let rig = Rig::start(BY_TEXT).await;
    let ingest = token(&rig, "default", Role::Ingest).await;
    let changed = |call_id: &str, field: &str, value: Value| {
        let mut call = call(call_id);
        call[field] = value;
        call
    };
    let cases =
        [(changed("CA1", "invited_by", json!("declined")), "agent_declined"), (changed("CA2", "respondent", Value::Null), "no_respondent")];
    for (body, reason) in cases {
        let (status, told) = post(&rig, &ingest, &body).await;
        let expected = json!({"result": "suppressed", "session_id": null, "reason": reason, "channel": null});
        assert_eq!((status, told), (202, expected));
    }
    assert_eq!(post(&rig, &ingest, &call("CA3")).await.1["result"], "started");
    assert_eq!(post(&rig, &ingest, &call("CA4")).await.1["reason"], "frequency_cap");
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    let rows = rig.api("/v1/calls").await;
    let reasons: Vec<_> = rows["items"].as_array().expect("items").iter().map(|row| row["reason"].clone()).collect();
    assert_eq!(reasons, [json!("agent_declined"), json!("no_respondent"), Value::Null, json!("frequency_cap")]);
}

#[tokio::test]
async fn the_four_required_fields_are_enough() {
    let rig = Rig::start(BY_TEXT).await;
    let ingest = token(&rig, "default", Role::Admin).await;
    let least = json!({"account": "main", "call_id": "CA1", "respondent": CALLER, "ended_at": "2026-11-23T09:59:00Z"});
    assert_eq!(post(&rig, &ingest, &least).await.1["result"], "started");
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    for field in ["account", "call_id", "respondent", "ended_at"] {
        let mut less = least.clone();
        less.as_object_mut().expect("an object").remove(field);
        let (status, problem) = post(&rig, &ingest, &less).await;
        assert_eq!((status, &problem["code"]), (400, &json!("invalid")));
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains(field)), "{problem}");
    }
}

#[tokio::test]
async fn a_wrong_role_gets_403_and_a_foreign_account_404_and_nothing_happens() {
    let rig = Rig::start(BY_TEXT).await;
    let (read, foreign) = (token(&rig, "default", Role::Read).await, token(&rig, "another", Role::Ingest).await);
    assert_eq!(post(&rig, &read, &call("CA1")).await.0, 403);
    assert_eq!(post(&rig, &foreign, &call("CA1")).await.0, 404);
    assert_eq!(post(&rig, "ac_nothing", &call("CA1")).await.0, 401);
    let mut unknown = call("CA1");
    unknown["account"] = json!("nosuch");
    assert_eq!(post(&rig, &rig.token, &unknown).await.0, 404);
    rig.settle().await;
    assert_eq!((rig.sent().len(), rig.api("/v1/calls").await["items"].clone()), (0, json!([])));
}

#[tokio::test]
async fn a_call_reported_by_pbx_and_provider_is_one_call() {
    let rig = Rig::start(BY_TEXT).await;
    let ingest = token(&rig, "default", Role::Ingest).await;
    assert_eq!(post(&rig, &ingest, &call("CA1")).await.1["result"], "started");
    assert_eq!(rig.call_ends("CA1", "").await.outcome, "duplicate");
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
}
