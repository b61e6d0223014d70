//! Several numbers: each open question of a caller has its own.

use std::collections::BTreeMap;

use serde_json::json;

use super::{BY_TEXT, MINUTE, answers, asked, one, text_to};
use crate::support::rig::{ACCOUNT_SID, CALLER, Reply, Rig};

const POOL: &str = "[\"+14155550100\", \"+14155550101\", \"+14155550102\"]";

/// The number that each message left from.
fn lines(rig: &Rig) -> Vec<String> {
    rig.twilio.sent().into_iter().map(|form| form.into_iter().collect::<BTreeMap<_, _>>()["From"].clone()).collect()
}

async fn call_to(rig: &Rig, line: &str, call_id: &str) -> Reply {
    let params = [
        ("CallSid", call_id),
        ("AccountSid", ACCOUNT_SID),
        ("From", CALLER),
        ("To", line),
        ("CallStatus", "completed"),
        ("Direction", "inbound"),
        ("CallDuration", "63"),
    ];
    let reply = rig.hook("/hooks/main/call", &params).await;
    rig.settle().await;
    reply
}

#[tokio::test]
async fn each_open_question_of_a_caller_leaves_from_a_number_of_its_own_and_the_replies_tell_themselves_apart() {
    let rig = Rig::with_lines(POOL, BY_TEXT).await;
    asked(&rig, &[("CA1", ""), ("CA2", ""), ("CA3", ""), ("CA4", "")], 1).await;
    assert_eq!(lines(&rig), ["+14155550100", "+14155550101", "+14155550102", "+14155550100"], "the fourth finds none free");
    text_to(&rig, "+14155550102", "SM3", "3").await;
    text_to(&rig, "+14155550101", "SM2", "2").await;
    for (call_id, score) in [("CA2", 2), ("CA3", 3)] {
        assert_eq!(answers(&rig, call_id).await[0], one("score", json!(score)));
    }
    assert!(text_to(&rig, "+14155550100", "SM1", "4").await.body.contains("two calls"), "two share the first number");
    // Somebody else's questions are in nobody's way.
    rig.call_of("+14155550124", "CA5", "").await;
    rig.settle().await;
    assert_eq!(lines(&rig).last().map(String::as_str), Some("+14155550100"));
}

#[tokio::test]
async fn the_number_that_was_called_comes_first_and_is_free_again_when_its_survey_has_ended() {
    let rig = Rig::with_lines(POOL, BY_TEXT).await;
    call_to(&rig, "+14155550102", "CA1").await;
    call_to(&rig, "+14155550102", "CA2").await;
    text_to(&rig, "+14155550102", "SM1", "5").await;
    text_to(&rig, "+14155550102", "SM2", "none").await;
    rig.clock.advance(MINUTE);
    call_to(&rig, "+14155550102", "CA3").await;
    assert_eq!(lines(&rig), ["+14155550102", "+14155550100", "+14155550102"]);
    text_to(&rig, "+14155550102", "SM3", "1").await;
    assert_eq!((&answers(&rig, "CA1").await[0], &answers(&rig, "CA3").await[0]), (&one("score", json!(5)), &one("score", json!(1))));
}

#[tokio::test]
async fn calls_of_a_caller_that_end_at_once_get_different_numbers() {
    for _ in 0..5 {
        let rig = Rig::with_lines(POOL, BY_TEXT).await;
        let (one, other, third) = tokio::join!(rig.call_ends("CA1", ""), rig.call_ends("CA2", ""), rig.call_ends("CA3", ""));
        assert_eq!([one.outcome, other.outcome, third.outcome], ["accepted", "accepted", "accepted"]);
        rig.settle().await;
        let mut lines = lines(&rig);
        lines.sort();
        assert_eq!(lines, ["+14155550100", "+14155550101", "+14155550102"]);
    }
}
