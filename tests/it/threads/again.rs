//! A caller who comes again before the survey is through.

use serde_json::json;

use super::{answers, on_each_store, one, response};
use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, Reply, Rig};

/// With the cap that is shipped: a caller is asked once a week.
const CAPPED: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\", \"sms\"]\n";

async fn enters(rig: &Rig, call_id: &str) -> Reply {
    let params = [
        ("CallSid", call_id),
        ("AccountSid", ACCOUNT_SID),
        ("From", CALLER),
        ("To", LINE),
        ("CallStatus", "in-progress"),
        ("Direction", "inbound"),
    ];
    rig.hook("/hooks/main/voice", &params).await
}

#[tokio::test]
async fn a_caller_who_hung_up_and_calls_again_goes_on_with_what_is_missing() {
    on_each_store(CAPPED, &[], async |rig| {
        let score = rig.agent_leaves("CA1", "?agent=alice").await;
        rig.press(&score.body, "CA1", Some("2")).await;
        rig.call_ends("CA1", "?agent=alice").await;
        // What is missing waits to leave by text, and is asked on the phone instead.
        let part = rig.agent_leaves("CA2", "?agent=bob").await;
        assert!(part.body.contains("<Gather") && part.body.contains("went wrong"), "{part:?}");
        assert_eq!(rig.agent_leaves("CA2", "?agent=bob").await.body, part.body, "told twice, heard twice");
        rig.press(&part.body, "CA2", Some("3")).await;
        rig.call_ends("CA2", "?agent=bob").await;
        rig.settle().await;
        assert!(rig.sent().iter().all(|words| !words.contains("went wrong")), "{:?}", rig.sent());

        let row = response(rig, "CA1").await;
        assert_eq!(answers(rig, "CA1").await[..2], [one("score", json!(2)), one("part", json!("waiting"))]);
        assert_eq!((&row["agents"][0]["id"], row["channels"].as_array().map(Vec::len)), (&json!("alice"), Some(2)), "{row:#}");
        let calls = rig.api("/v1/calls").await;
        let second = calls["items"].as_array().expect("items").iter().find(|call| call["call_id"] == "CA2").expect("a call");
        assert_eq!((&second["reason"], &second["session_id"]), (&json!("frequency_cap"), &json!(null)));
    })
    .await;
}

#[tokio::test]
async fn a_caller_asked_by_text_may_answer_on_the_phone_and_goes_on_by_text_after_hanging_up() {
    let rules = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n";
    on_each_store(rules, &[], async |rig| {
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        let score = enters(rig, "CA2").await;
        assert!(score.body.contains("<Gather"), "{score:?}");
        rig.press(&score.body, "CA2", Some("1")).await;
        rig.call_ends("CA2", "").await;
        rig.settle().await;
        let sent = rig.sent();
        assert!(sent.len() == 2 && sent[1].contains("What went wrong"), "{sent:?}");
        rig.text("SM1", "2").await;
        rig.text("SM2", "nothing").await;
        rig.settle().await;
        let row = response(rig, "CA1").await;
        assert_eq!((&row["disposition"], &row["channels"]), (&json!("completed"), &json!(["sms", "ivr"])), "{row:#}");
    })
    .await;
}

#[tokio::test]
async fn a_caller_whose_survey_is_through_hears_a_polite_end() {
    let rig = Rig::start(CAPPED).await;
    let score = rig.agent_leaves("CA1", "").await;
    rig.press(&score.body, "CA1", Some("5")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.text("SM1", "none").await;
    let end = rig.agent_leaves("CA2", "").await;
    assert!(end.body.contains("<Hangup") && !end.body.contains("<Gather"), "{end:?}");
}
