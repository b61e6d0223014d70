//! Whole trips through HTTP.

use std::time::Duration;

use serde_json::{Value, json};

use super::GRAND;
use crate::support::rig::{CALLER, Rig, attribute, element};

const BY_KEYS: &str = "[[rule]]\nsurvey = \"grand\"\nchannels = [\"ivr\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";
const BY_TEXT: &str = "[[rule]]\nsurvey = \"grand\"\nchannels = [\"sms\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";

async fn rig(rules: &str) -> Rig {
    Rig::with_surveys(rules, &[("grand.toml", GRAND)]).await
}

/// The words of every `<Say>`, in order, with their languages.
fn said(document: &str) -> Vec<(String, String)> {
    let parts = document.split("<Say language=\"").skip(1);
    let pair = |part: &str| {
        let (language, rest) = part.split_once("\">").expect("a tag");
        (language.to_owned(), rest.split("</Say>").next().unwrap_or_default().to_owned())
    };
    parts.map(pair).collect()
}

/// Questions with values and outcomes.
fn answers(response: &Value) -> Vec<Value> {
    let list = response["answers"].as_array().expect("answers");
    list.iter().map(|answer| json!([answer["question"], answer["value"], answer["outcome"]])).collect()
}

#[tokio::test]
async fn a_caller_chooses_a_language_by_key_and_hears_the_rest_in_it() {
    let rig = rig(BY_KEYS).await;
    let choose = rig.agent_leaves("CA1", "?attr.ask_language=yes&agent=alice").await.body;
    let both =
        [("en-US", "For English, press 1."), ("cmn-CN", "普通话请按2。")].map(|(language, text)| (language.to_owned(), text.to_owned()));
    assert_eq!(said(&choose), both);
    let recommend = rig.press(&choose, "CA1", Some("2")).await.body;
    assert!(said(&recommend).iter().all(|(language, _)| language == "cmn-CN") && recommend.contains("请按0到10"), "{recommend}");
    assert_eq!((attribute(&recommend, "numDigits"), attribute(&recommend, "timeout")), ("2".to_owned(), "3".to_owned()));
    // A repeated post gets what it got, in the language of then and now.
    assert_eq!(rig.press(&choose, "CA1", Some("2")).await.body, recommend);
    let part = rig.press(&recommend, "CA1", Some("10")).await.body;
    assert_eq!(attribute(&part, "timeout"), "7");
    let improve = rig.press(&part, "CA1", Some("0")).await.body;
    assert!(improve.contains("<Record"), "{improve}");
    let response = rig.response().await;
    assert_eq!(response["locale"], "zh-CN");
    assert_eq!(answers(&response), [json!(["recommend", 10, null]), json!(["part", null, "refused"])]);
    let flat = rig.api("/v1/answers").await;
    let outcomes: Vec<_> = flat["items"].as_array().expect("items").iter().map(|row| row["outcome"].clone()).collect();
    assert_eq!(outcomes, [Value::Null, json!("refused")], "{flat:#}");
    let measures = rig.api("/v1/measures?measure=nps").await;
    assert_eq!((&measures["items"][0]["n"], &measures["items"][0]["value"]), (&json!(1), &json!(100.0)));
}

#[tokio::test]
async fn a_star_repeats_and_a_question_without_barge_in_is_said_before_keys_are_taken() {
    let rig = rig(BY_KEYS).await;
    let first = rig.agent_leaves("CA1", "?agent=alice&attr.product=goods").await.body;
    let again = rig.press(&first, "CA1", Some("*")).await.body;
    assert_eq!(said(&again), said(&first));
    assert_ne!(attribute(&again, "action"), attribute(&first, "action"));
    let part = rig.press(&again, "CA1", Some("7")).await.body;
    let delivery = rig.press(&part, "CA1", Some("4")).await.body;
    let (question, keys) = (delivery.find("Did your order arrive").expect("asked"), delivery.find("<Gather").expect("keys"));
    assert!(question < keys, "{delivery}");
    assert!(first.find("<Gather") < first.find("ecommend"), "{first}");
}

#[tokio::test]
async fn what_is_shown_of_a_call_is_escaped_and_never_a_link() {
    let rig = rig(BY_KEYS).await;
    for (call, agent, shown) in [
        ("CA1", "%3C%2FSay%3E%3CHangup%2F%3E", "your talk with &lt;/Say&gt;&lt;Hangup/&gt;?"),
        ("CA2", "http:%2F%2Fevil.example", "your talk with our colleague?"),
        ("CA3", "", "your talk with our colleague?"),
    ] {
        let body = rig.agent_leaves(call, &format!("?agent={agent}")).await.body;
        assert!(body.contains(shown) || body.contains("Recommend us?"), "{body}");
        assert!(!body.contains("<Hangup"), "{body}");
    }
}

#[tokio::test]
async fn a_respondent_stays_in_one_arm_and_arms_are_a_dimension() {
    let rig = rig(BY_TEXT).await;
    let mut arms = Vec::new();
    for number in 100..120 {
        let caller = format!("+1415555{:04}", number);
        for call in 0..2 {
            rig.call_of(&caller, &format!("CA{number}-{call}"), "").await;
            rig.settle().await;
            rig.text_from(&caller, &format!("SM{number}-{call}"), "9").await;
        }
    }
    let page = rig.api("/v1/responses?limit=100").await;
    let rows = page["items"].as_array().expect("items");
    assert_eq!(rows.len(), 40);
    for row in rows {
        let arm = row["variant"].as_str().expect("an arm").to_owned();
        let other =
            rows.iter().find(|other| other["respondent"] == row["respondent"] && other["call_id"] != row["call_id"]).expect("two calls");
        assert_eq!(other["variant"], row["variant"], "the same caller");
        arms.push(arm);
    }
    let short = arms.iter().filter(|arm| *arm == "short").count();
    assert!((2..=38).contains(&short), "{short} of 40 are short");
    let by = rig.api("/v1/measures?measure=nps&by=variant").await;
    let groups: Vec<_> =
        by["items"].as_array().expect("items").iter().map(|item| (item["group"]["variant"].clone(), item["n"].clone())).collect();
    assert_eq!(groups, [(json!("long"), json!(40 - short)), (json!("short"), json!(short))]);
    let only = rig.api("/v1/responses?variant=short&limit=100").await;
    assert_eq!(only["items"].as_array().map(Vec::len), Some(short));
    let texts = rig.sent();
    assert_eq!(texts.iter().filter(|text| text.starts_with("Recommend us?")).count(), short, "{texts:?}");
}

#[tokio::test]
async fn mixed_options_mean_by_text_what_they_were_shown_as() {
    let rig = rig(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    let part = rig.text("SM1", "5").await.body;
    let list = part.split("What mattered most? ").nth(1).expect("a list");
    let second = list.split(", ").nth(1).and_then(|entry| entry.strip_prefix("2 ")).expect("an option").to_owned();
    rig.text("SM2", "2").await;
    assert_eq!(answers(&rig.response().await)[1], json!(["part", second, null]));
}

#[tokio::test]
async fn a_long_call_ends_with_the_words_for_it() {
    let rig = rig(BY_KEYS).await;
    let first = rig.agent_leaves("CA1", "").await.body;
    rig.clock.advance(Duration::from_secs(121));
    let end = rig.press(&first, "CA1", Some("8")).await.body;
    assert!(end.contains("<Hangup") && element(&end, "Say") == "We must stop here. Goodbye.", "{end}");
    assert_eq!(rig.press(&first, "CA1", Some("8")).await.body, end);
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["scores"]["nps"]), (&json!("partial"), &json!(8)));
}

#[tokio::test]
async fn a_comment_by_text_and_a_recording_stand_under_the_same_question() {
    let rig = rig(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.text("SM1", "5").await;
    rig.text("SM2", "0").await;
    let end = rig.text_from(CALLER, "SM3", "shorter queues").await.body;
    assert!(end.contains("Thank you."), "{end}");
    let response = rig.response().await;
    assert_eq!(response["disposition"], "completed");
    assert_eq!(response["answers"][2]["text"], "shorter queues");
}
