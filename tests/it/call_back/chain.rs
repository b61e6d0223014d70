//! By keypad, then by text, then by call: one session, one response, and each channel asks what is missing.

use super::*;
use crate::support::twilio_stand_in::Answer;

const SOON: &str = "[policy]\ncall_back = { after = \"1h\" }";

#[tokio::test]
async fn each_channel_asks_only_what_is_missing_within_one_response() {
    let rig = Rig::start(BY_ALL).await;
    let question = rig.agent_leaves("CA1", "").await;
    rig.press(&question.body, "CA1", Some("2")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert!(rig.sent().len() == 1 && rig.sent()[0].contains("What went wrong"), "{:?}", rig.sent());
    rig.after(HOUR * 24 - MINUTE).await;
    assert_eq!(rig.twilio.calls().len(), 0);
    rig.after(MINUTE).await;
    let call = rung(&rig, 1).await;
    // Told once more, the end of the first call ends nothing.
    rig.call_ends("CA1", "").await;
    let page = call.picked_up(&rig, "human").await;
    asks(&page, "What went wrong");
    ends_politely(&call.press(&rig, &page, Some("3")).await);
    call.ends(&rig, "completed").await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channels"]), (&json!("completed"), &json!(["ivr", "sms", "call"])));
    assert_eq!(answers(&response), json!([["score", 2, "ivr"], ["part", "waiting", "call"]]));
}

#[tokio::test]
async fn who_was_silent_on_the_keypad_is_asked_anew_on_the_phone_and_heard() {
    let rig = Rig::start("[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\", \"call\"]").await;
    let question = rig.agent_leaves("CA1", "").await;
    let again = rig.press(&question.body, "CA1", None).await;
    asks(&again, "I did not hear a key");
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    let page = call.picked_up(&rig, "human").await;
    asks(&page, "How satisfied");
    let silent = call.press(&rig, &page, None).await;
    asks(&silent, "I did not hear a key");
    // A late repetition from the first leg counts for nothing on this one.
    rig.press(&question.body, "CA1", None).await;
    call.press(&rig, &silent, Some("5")).await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channels"]), (&json!("completed"), &json!(["ivr", "call"])));
    assert_eq!(answers(&response), json!([["score", 5, "call"]]));
}

#[tokio::test]
async fn who_hangs_up_in_the_middle_of_a_call_back_is_asked_the_rest_by_text() {
    let rig = Rig::start(BY_CALL_THEN_TEXT).await;
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    let page = call.picked_up(&rig, "human").await;
    call.press(&rig, &page, Some("1")).await;
    call.ends(&rig, "completed").await;
    rig.settle().await;
    assert!(rig.sent().len() == 1 && rig.sent()[0].contains("What went wrong"), "{:?}", rig.sent());
    rig.text("SM1", "5").await;
    rig.text("SM2", "cheaper").await;
    rig.after(HOUR * 100).await;
    rung(&rig, 1).await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channels"]), (&json!("completed"), &json!(["call", "sms"])));
    assert_eq!(answers(&response), json!([["score", 1, "call"], ["part", "price", "sms"], ["improve", null, "sms"]]));
}

#[tokio::test]
async fn a_text_that_comes_after_the_call_was_queued_keeps_it_from_being_placed() {
    for reply in ["4", "2", "STOP"] {
        let rig = Rig::start(&format!("{BY_TEXT_THEN_CALL}\n{SOON}")).await;
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        rig.twilio.script(vec![Answer::Status(503, None)]);
        rig.after(HOUR).await;
        rung(&rig, 1).await;
        rig.text("SM1", reply).await;
        rig.after(HOUR * 100).await;
        rung(&rig, 1).await;
        assert_eq!((rig.sent().len(), rig.response().await["channels"].clone()), (1, json!(["sms"])), "{reply}");
    }
}

#[tokio::test]
async fn a_text_is_given_up_only_when_nothing_was_heard_for_long_enough() {
    let rig = Rig::start(&format!("{BY_TEXT_THEN_CALL}\n{SOON}")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(MINUTE * 40).await;
    rig.text("SM1", "1").await;
    rig.after(MINUTE * 50).await;
    assert_eq!(rig.twilio.calls().len(), 0);
    rig.after(MINUTE * 10).await;
    let call = rung(&rig, 1).await;
    asks(&call.picked_up(&rig, "human").await, "What went wrong");
    assert_eq!(rig.response().await["channels"], json!(["sms", "call"]));
}

#[tokio::test]
async fn an_answer_by_text_while_it_rings_ends_the_call_politely_and_no_other_follows() {
    let rig = Rig::start(&format!("{BY_TEXT_THEN_CALL}\n{SOON}")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR).await;
    let call = rung(&rig, 1).await;
    assert!(rig.text("SM1", "5").await.body.contains("improve"));
    ends_politely(&call.picked_up(&rig, "human").await);
    call.ends(&rig, "completed").await;
    rig.text("SM2", "nothing").await;
    rig.after(HOUR * 100).await;
    rung(&rig, 1).await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channel"]), (&json!("completed"), &json!("sms")));
}

#[tokio::test]
async fn an_answer_by_text_in_the_middle_of_the_call_counts_and_the_key_for_it_is_kept_as_unmatched() {
    let rig = Rig::start(&format!("{BY_TEXT_THEN_CALL}\n{SOON}")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR).await;
    let call = rung(&rig, 1).await;
    let page = call.picked_up(&rig, "human").await;
    rig.text("SM1", "5").await;
    ends_politely(&call.press(&rig, &page, Some("3")).await);
    call.ends(&rig, "completed").await;
    assert_eq!(rig.unmatched().await, [("3".to_owned(), "no_session".to_owned())]);
    assert_eq!(answers(&rig.response().await), json!([["score", 5, "sms"]]));
}

#[tokio::test]
async fn after_stop_no_call_is_placed_whatever_was_planned() {
    // While it rings; the next attempt, which is planned, falls away.
    let rig = Rig::start(&format!("{BY_TEXT_THEN_CALL}\n{SOON}")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR).await;
    let call = rung(&rig, 1).await;
    rig.text("SM1", "STOP").await;
    ends_politely(&call.picked_up(&rig, "human").await);
    call.ends(&rig, "busy").await;
    rig.after(HOUR * 100).await;
    rung(&rig, 1).await;
    assert_eq!(rig.response().await["disposition"], "opted_out");
    // Between two attempts.
    let rig = Rig::start(BY_CALL_THEN_TEXT).await;
    rig.call_ends("CA1", "").await;
    rung(&rig, 1).await.ends(&rig, "busy").await;
    rig.text("SM1", "STOP").await;
    rig.after(HOUR * 100).await;
    rung(&rig, 1).await;
    assert_eq!((rig.sent().len(), rig.response().await["disposition"].clone()), (0, json!("opted_out")));
}

#[tokio::test]
async fn what_was_planned_survives_a_restart() {
    let rig = Rig::start(BY_CALL).await;
    rig.call_ends("CA1", "").await;
    rung(&rig, 1).await.ends(&rig, "busy").await;
    let rig = rig.restart().await;
    rig.after(MINUTE * 30).await;
    let call = rung(&rig, 2).await;
    let page = call.picked_up(&rig, "human").await;
    let rig = rig.restart().await;
    call.press(&rig, &page, Some("5")).await;
    assert_eq!(rig.response().await["disposition"], "completed");
}

#[tokio::test]
async fn a_text_that_comes_after_call_backs_in_vain_is_the_answer() {
    let rig = Rig::start(&format!("{BY_TEXT_THEN_CALL}\n[policy]\ncall_back = {{ after = \"1h\", attempts = 1 }}")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR).await;
    rung(&rig, 1).await.ends(&rig, "no-answer").await;
    assert_eq!(rig.response().await["disposition"], "failed");
    assert!(rig.text("SM1", "5").await.body.contains("improve"));
    rig.text("SM2", "shorter queues").await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["late"]), (&json!("completed"), &json!(false)));
    assert_eq!(answers(&response), json!([["score", 5, "sms"], ["improve", null, "sms"]]));
}

#[tokio::test]
async fn a_key_whose_post_comes_after_the_end_of_the_call_back_still_counts() {
    let rig = Rig::start(BY_CALL_THEN_TEXT).await;
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    let page = call.picked_up(&rig, "human").await;
    call.ends(&rig, "completed").await;
    call.press(&rig, &page, Some("2")).await;
    rig.text("SM1", "3").await;
    rig.text("SM2", "shorter queues").await;
    let response = rig.response().await;
    assert_eq!(answers(&response), json!([["score", 2, "call"], ["part", "waiting", "sms"], ["improve", null, "sms"]]));
    assert_eq!(response["disposition"], "completed");
}
