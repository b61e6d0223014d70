//! The same on the simulator, whose phones are played here.

use aftercall::providers::simulator::SimulatedCall;

use super::*;

const RULES: &str = "[[account]]\nname = \"toy\"\nprovider = \"simulator\"\nsignature = \"none\"\nallow_from = [\"127.0.0.1\"]\n\
    lines = [\"+14155550199\"]\n[[rule]]\nsurvey = \"csat\"\nchannels = [\"call\"]";

async fn post(rig: &Rig, address: &str, form: &[(&str, &str)]) -> Value {
    let target = address.strip_prefix(PUBLIC).unwrap_or(address);
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = rig.client.post(format!("{}{target}", rig.base)).header("Content-Type", "application/x-www-form-urlencoded");
    let answer = request.body(body).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{target}: {}", answer.status());
    let text = answer.text().await.expect("a text");
    if text.is_empty() { Value::Null } else { serde_json::from_str(&text).expect("JSON") }
}

async fn call_ends(rig: &Rig) {
    post(rig, "/hooks/toy/call", &[("call_id", "C1"), ("from", CALLER), ("to", "+14155550199"), ("talk_seconds", "60")]).await;
}

/// The only call since the last look.
async fn rung_by(rig: &Rig) -> SimulatedCall {
    rig.settle().await;
    let mut calls = rig.app.simulator("toy").expect("a simulator").take_calls();
    assert_eq!(calls.len(), 1);
    calls.remove(0)
}

async fn picked_up(rig: &Rig, call: &SimulatedCall, by: &str) -> Value {
    post(rig, &call.call.page_url, &[("call_id", &call.call_id), ("to", CALLER), ("answered_by", by)]).await
}

async fn ends(rig: &Rig, call: &SimulatedCall, status: &str) {
    post(rig, &call.call.status_url, &[("call_id", &call.call_id), ("to", CALLER), ("status", status)]).await;
}

#[tokio::test]
async fn a_phone_of_the_simulator_is_busy_then_a_machine_then_a_person_who_answers() {
    let rig = Rig::start(&format!("{RULES}\n[policy]\ncall_back = {{ attempts = 3 }}")).await;
    call_ends(&rig).await;
    let busy = rung_by(&rig).await;
    assert_eq!((busy.call.to.expose(), busy.call.from.as_deref()), (CALLER, Some("+14155550199")));
    ends(&rig, &busy, "busy").await;
    rig.after(MINUTE * 30).await;
    let machine = rung_by(&rig).await;
    let page = picked_up(&rig, &machine, "machine").await;
    assert_eq!((&page["say"], &page["end"]), (&json!([]), &json!(true)));
    ends(&rig, &machine, "completed").await;
    rig.after(MINUTE * 30).await;
    let person = rung_by(&rig).await;
    let page = picked_up(&rig, &person, "person").await;
    assert!(page["say"][0].as_str().is_some_and(|said| said.contains("short survey")), "{page}");
    let page = post(&rig, page["ask"]["action"].as_str().expect("an address"), &[("digits", "2")]).await;
    let end = post(&rig, page["ask"]["action"].as_str().expect("an address"), &[("digits", "3")]).await;
    assert_eq!(end["end"], true);
    ends(&rig, &person, "completed").await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channel"]), (&json!("completed"), &json!("call")));
    assert_eq!(answers(&response), json!([["score", 2, "call"], ["part", "waiting", "call"]]));
    assert_eq!(reasons(&rig).await.values().filter(|reason| **reason == "survey_call").count(), 3);
}

#[tokio::test]
async fn a_phone_of_the_simulator_that_nobody_answers_is_rung_twice() {
    let rig = Rig::start(RULES).await;
    call_ends(&rig).await;
    ends(&rig, &rung_by(&rig).await, "no_answer").await;
    rig.after(MINUTE * 30).await;
    ends(&rig, &rung_by(&rig).await, "no_answer").await;
    rig.after(HOUR * 100).await;
    assert!(rig.app.simulator("toy").expect("a simulator").take_calls().is_empty());
    assert_eq!(rig.response().await["disposition"], "failed");
}

#[tokio::test]
async fn who_hangs_up_on_the_simulator_leaves_a_partial_answer() {
    let rig = Rig::start(RULES).await;
    call_ends(&rig).await;
    let call = rung_by(&rig).await;
    let page = picked_up(&rig, &call, "person").await;
    post(&rig, page["ask"]["action"].as_str().expect("an address"), &[("digits", "1")]).await;
    ends(&rig, &call, "completed").await;
    rig.after(HOUR * 100).await;
    assert!(rig.app.simulator("toy").expect("a simulator").take_calls().is_empty());
    assert_eq!(rig.response().await["disposition"], "partial");
}
