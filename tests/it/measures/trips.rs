use std::time::Duration;

use serde_json::json;

use crate::support::rig::Rig;

const KANO: &str = "[[rule]]\nsurvey = \"kano\"\nchannels = [\"sms\"]";
const INDEX: &str = "[[rule]]\nsurvey = \"index\"\nchannels = [\"sms\"]";
const INDEX_BY_KEYS: &str = "[[rule]]\nsurvey = \"index\"\nchannels = [\"ivr\"]";
const HOUR: Duration = Duration::from_secs(3600);

async fn asked(rules: &str) -> Rig {
    let rig = Rig::start(rules).await;
    rig.call_ends("CA1", "?agent=alice").await;
    rig.settle().await;
    rig
}

#[tokio::test]
async fn a_caller_who_texts_both_answers_is_classified() {
    let rig = asked(KANO).await;
    assert!(rig.text("SM1", "1").await.body.contains("different agent"));
    assert_eq!(rig.response().await["scores"]["kano"], json!(null));
    rig.text("SM2", "dislike it").await;
    let response = rig.response().await;
    assert_eq!((&response["scores"]["kano"], &response["scores"]["index"]), (&json!("O"), &json!(null)));
    let part = json!({"feature": "same_agent", "side": "dysfunctional", "step": 5});
    assert_eq!((&response["answers"][1]["value"], &response["answers"][1]["part"]), (&json!("dislike"), &part));
    let item = rig.api("/v1/measures?measure=kano&by=agent").await["items"][0].clone();
    assert_eq!(item["distribution"], json!({"M": 0, "O": 1, "A": 0, "I": 0, "R": 0, "Q": 0}));
    assert_eq!((&item["value"], &item["worse"], &item["n"], &item["unit"]), (&json!(100.0), &json!(100.0), &json!(1), &json!("percent")));
    assert_eq!(item["shares"]["O"]["value"], 100.0);
}

#[tokio::test]
async fn a_second_answer_that_comes_late_still_makes_the_pair() {
    let rig = asked(KANO).await;
    rig.text("SM1", "1").await;
    let before = rig.api("/v1/measures?measure=kano").await["items"][0].clone();
    assert_eq!((&before["n"], &before["value"]), (&json!(0), &json!(null)));
    rig.after(HOUR * 80).await;
    assert_eq!(rig.response().await["disposition"], "partial");
    rig.text("SM2", "5").await;
    let response = rig.response().await;
    assert_eq!((&response["scores"]["kano"], &response["late"]), (&json!("O"), &json!(true)));
    let after = rig.api("/v1/measures?measure=kano").await["items"][0].clone();
    assert_eq!((&after["n"], &after["late_n"], &after["within_72h"], &after["value"]), (&json!(1), &json!(1), &json!(0.0), &json!(100.0)));
}

/// 4, 2, 5, 3, 1 are 75, 25, 100, 50, 0 points at 0.4, 0.15, 0.15, 0.2, 0.1.
#[tokio::test]
async fn an_index_stands_with_the_last_driver_and_drivers_stand_before() {
    let rig = asked(INDEX).await;
    for (id, text) in [("SM1", "4"), ("SM2", "2"), ("SM3", "5"), ("SM4", "3")] {
        rig.text(id, text).await;
    }
    assert_eq!(rig.response().await["scores"]["index"], json!(null));
    let item = rig.api("/v1/measures?measure=index").await["items"][0].clone();
    assert_eq!((&item["n"], &item["drivers"]["image"]["value"]), (&json!(0), &json!(25.0)));
    rig.text("SM5", "1").await;
    let response = rig.response().await;
    assert_eq!((&response["scores"]["index"], &response["disposition"]), (&json!(58.75), &json!("completed")));
    let item = rig.api("/v1/measures?measure=index&by=agent").await["items"][0].clone();
    assert_eq!((&item["value"], &item["unit"], &item["n"], &item["low"]), (&json!(58.75), &json!("index"), &json!(1), &json!(null)));
    assert_eq!(item["drivers"]["service_quality"], json!({"value": 75.0, "low": null, "high": null, "n": 1}));
    assert_eq!(item["drivers"].as_object().map(serde_json::Map::len), Some(5));
}

#[tokio::test]
async fn an_index_is_answered_by_keypad() {
    let rig = Rig::start(INDEX_BY_KEYS).await;
    let mut page = rig.agent_leaves("CA1", "?agent=bob").await;
    for digit in ["5", "5", "5", "5", "5"] {
        page = rig.press(&page.body, "CA1", Some(digit)).await;
    }
    assert!(page.body.contains("<Hangup"), "{}", page.body);
    assert_eq!(rig.response().await["scores"]["index"], 100.0);
}

#[tokio::test]
async fn exports_show_the_letter_the_index_and_the_parts() {
    let rig = asked(KANO).await;
    rig.text("SM1", "2").await;
    rig.text("SM2", "5").await;
    let lines = |table: &str| format!("{}/v1/export?format=ndjson&table={table}", rig.base);
    let fetch = async |table: &str| {
        let answer = rig.client.get(lines(table)).bearer_auth(&rig.token).send().await.expect("an answer");
        let text = answer.text().await.expect("a text");
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect::<Vec<serde_json::Value>>()
    };
    assert!(fetch("responses").await[0]["scores"].as_str().is_some_and(|scores| scores.contains("\"kano\":\"M\"")));
    let part = r#"{"feature":"same_agent","side":"functional","step":2}"#;
    assert_eq!(fetch("answers").await[0]["part"], part);
}

/// An invitation and a thank-you of one part each, then a caller who says nothing: three parts for one answer.
#[tokio::test]
async fn what_an_answer_costs_follows_from_the_parts_that_left() {
    let rig = Rig::start("price_per_part = 0.5\n[[rule]]\nsurvey = \"fcr\"\nchannels = [\"sms\"]").await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert_eq!(rig.response().await["parts"], 1);
    assert!(rig.text("SM1", "yes").await.body.contains("<Message>"));
    rig.text("SM1", "yes").await;
    assert_eq!(rig.response().await["parts"], 2);
    rig.call_of("+14155550199", "CA2", "").await;
    rig.settle().await;
    let item = rig.api("/v1/measures?measure=fcr").await["items"][0].clone();
    assert_eq!(
        (&item["cost"], &item["n"], &item["cost_per_answer"], &item["cost_per_point"]),
        (&json!(1.5), &json!(1), &json!(1.5), &json!(null))
    );
}
