//! Whole trips through real HTTP: a call ends, the caller is asked, the score is in the report.

use std::time::Duration;

use serde_json::json;

use crate::support::rig::{CALLER, Rig, element};

const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";
const BY_KEYS: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\"]";
const BY_KEYS_THEN_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\", \"sms\"]";
const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn a_call_ends_the_caller_texts_a_score_and_it_stands_in_the_report() {
    let rig = Rig::start(BY_TEXT).await;
    let reply = rig.call_ends("CA1", "?agent=alice&queue=support&attr.region=cn%2Fjs").await;
    assert_eq!((reply.status, reply.outcome.as_str()), (200, "accepted"));
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    assert!(rig.sent()[0].contains("Reply 1"), "{:?}", rig.sent());

    let reply = rig.text("SM1", "5, the agent was kind").await;
    assert_eq!((reply.status, reply.outcome.as_str()), (200, "accepted"));
    assert!(reply.body.contains("What should we improve"), "{}", reply.body);
    let reply = rig.text("SM2", "nothing at all").await;
    assert!(reply.body.contains("<Message>") || reply.body.contains("<Response"), "{}", reply.body);

    let response = rig.response().await;
    assert_eq!(response["disposition"], "completed");
    assert_eq!(response["scores"]["csat"], 5);
    assert_eq!(response["agents"], json!([{"id": "alice", "team": null, "share": 1.0}]));
    assert_eq!(response["attributes"], json!({"region": "cn/js"}));
    assert_eq!(response["respondent"], "+1415***0123");
    assert_eq!(response["answers"][0]["text"], "the agent was kind");
    let measures = rig.api("/v1/measures?measure=csat&by=agent").await;
    assert_eq!((&measures["items"][0]["value"], &measures["items"][0]["n"]), (&json!(100.0), &json!(1)));
}

#[tokio::test]
async fn a_low_score_leads_to_the_reason_and_to_what_should_be_improved() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert!(rig.text("SM1", "2").await.body.contains("What went wrong"));
    assert!(rig.text("SM2", "waiting").await.body.contains("improve"));
    rig.text("SM3", "answer faster").await;
    let response = rig.response().await;
    let answers: Vec<_> = response["answers"]
        .as_array()
        .expect("answers")
        .iter()
        .map(|a| (a["question"].clone(), a["value"].clone(), a["text"].clone()))
        .collect();
    let expected = vec![
        (json!("score"), json!(2), json!(null)),
        (json!("part"), json!("waiting"), json!(null)),
        (json!("improve"), json!(null), json!("answer faster")),
    ];
    assert_eq!((answers, response["disposition"].clone()), (expected, json!("completed")));
}

#[tokio::test]
async fn a_caller_on_the_line_answers_by_keypad() {
    let rig = Rig::start(BY_KEYS).await;
    let question = rig.agent_leaves("CA1", "?agent=bob").await;
    assert!(question.body.contains("<Gather"), "{}", question.body);
    let end = rig.press(&question.body, "CA1", Some("4")).await;
    assert!(end.body.contains("<Hangup"), "{}", end.body);
    let response = rig.response().await;
    assert_eq!(
        (&response["disposition"], &response["scores"]["csat"], &response["channel"]),
        (&json!("completed"), &json!(4), &json!("ivr"))
    );
    assert!(response["invited_at"].is_string());
}

#[tokio::test]
async fn a_repeated_post_gets_the_same_document_and_changes_nothing() {
    let rig = Rig::start(BY_KEYS).await;
    let question = rig.agent_leaves("CA1", "").await;
    assert_eq!(rig.agent_leaves("CA1", "").await.body, question.body);
    let part = rig.press(&question.body, "CA1", Some("1")).await;
    let again = rig.press(&question.body, "CA1", Some("1")).await;
    assert_eq!((again.body.as_str(), again.outcome.as_str()), (part.body.as_str(), "duplicate"));
    // A genuine second "1" to the next question counts.
    let end = rig.press(&part.body, "CA1", Some("1")).await;
    assert!(end.body.contains("<Hangup"), "{}", end.body);
    // A repetition from further back still gets what it got then.
    assert_eq!(rig.press(&question.body, "CA1", Some("1")).await.body, part.body);
    let response = rig.response().await;
    assert_eq!(response["answers"].as_array().map(Vec::len), Some(2));
    assert_eq!(response["answers"][1]["value"], "attitude");
}

#[tokio::test]
async fn silence_and_wrong_keys_are_asked_again_in_words_of_their_own_and_never_hang_up() {
    let rig = Rig::start(BY_KEYS).await;
    let first = rig.agent_leaves("CA1", "").await;
    let after_silence = rig.press(&first.body, "CA1", None).await;
    assert!(
        after_silence.body.contains("<Gather") && element(&after_silence.body, "Say") != element(&first.body, "Say"),
        "{}",
        after_silence.body
    );
    let after_wrong = rig.press(&after_silence.body, "CA1", Some("9")).await;
    assert!(after_wrong.body.contains("<Gather"));
    assert_ne!(element(&after_wrong.body, "Say"), element(&after_silence.body, "Say"));
    let end = rig.press(&after_wrong.body, "CA1", Some("5")).await;
    assert!(end.body.contains("<Hangup"));
    assert_eq!(rig.response().await["disposition"], "completed");
}

#[tokio::test]
async fn a_caller_who_picks_up_and_presses_nothing_has_failed_and_never_completed() {
    let rig = Rig::start(BY_KEYS).await;
    let mut page = rig.agent_leaves("CA1", "").await.body;
    for _ in 0..20 {
        if !page.contains("<Gather") {
            break;
        }
        page = rig.press(&page, "CA1", None).await.body;
    }
    assert!(page.contains("<Hangup"), "{page}");
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["answers"]), (&json!("failed"), &json!([])));
}

#[tokio::test]
async fn who_hangs_up_in_the_middle_is_asked_the_rest_by_text_within_one_response() {
    let rig = Rig::start(BY_KEYS_THEN_TEXT).await;
    let question = rig.agent_leaves("CA1", "").await;
    rig.press(&question.body, "CA1", Some("2")).await;
    assert_eq!(rig.call_ends("CA1", "").await.outcome, "accepted");
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    assert!(rig.sent()[0].contains("What went wrong"), "{:?}", rig.sent());
    rig.text("SM1", "3").await;
    rig.text("SM2", "shorter queues").await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channels"]), (&json!("completed"), &json!(["ivr", "sms"])));
}

#[tokio::test]
async fn a_call_that_is_over_is_asked_by_text_where_the_rule_names_text_second() {
    let rig = Rig::start(BY_KEYS_THEN_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    assert_eq!(rig.response().await["channel"], "sms");
}

#[tokio::test]
async fn a_webhook_delivered_many_times_has_the_effect_of_once() {
    let rig = Rig::start(BY_TEXT).await;
    assert_eq!(rig.call_ends("CA1", "").await.outcome, "accepted");
    assert_eq!(rig.call_ends("CA1", "").await.outcome, "duplicate");
    rig.settle().await;
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    let first = rig.text("SM1", "4").await;
    let again = rig.text("SM1", "4").await;
    assert_eq!((again.body.as_str(), again.outcome.as_str()), (first.body.as_str(), "duplicate"));
    assert_eq!(rig.response().await["answers"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn many_deliveries_at_once_have_the_effect_of_once() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    let post = || rig.text("SM1", "1");
    let (a, b, c, d, e, f) = tokio::join!(post(), post(), post(), post(), post(), post());
    let mut bodies = [a, b, c, d, e, f].map(|reply| reply.body).to_vec();
    bodies.dedup();
    assert_eq!(bodies.len(), 1);
    assert_eq!(rig.response().await["answers"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn after_stop_nothing_leaves_whatever_is_queued() {
    let rig = Rig::start(&format!("{BY_TEXT}\n[policy]\nfrequency_cap = {{ max = 0, per = \"7d\" }}")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.call_ends("CA2", "").await;
    let reply = rig.text("SM1", "退订").await;
    assert!(reply.body.contains("<Message>"), "Twilio does not answer this word itself: {}", reply.body);
    rig.after(HOUR).await;
    rig.call_ends("CA3", "").await;
    rig.after(HOUR).await;
    assert_eq!(rig.sent().len(), 1);
    let responses = rig.api("/v1/responses").await;
    for item in responses["items"].as_array().expect("items") {
        assert_eq!(item["disposition"], "opted_out");
    }
    let calls = rig.api("/v1/calls").await;
    assert!(calls["items"].as_array().expect("items").iter().any(|call| call["reason"] == "opted_out"), "{calls:#}");
    // START opens again.
    rig.text("SM2", "START").await;
    rig.call_ends("CA4", "").await;
    rig.settle().await;
    assert_eq!(rig.sent().len(), 2);
}

#[tokio::test]
async fn stop_is_answered_by_twilio_itself_and_help_by_us() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert!(rig.text("SM1", "HELP").await.body.contains("<Message>"));
    assert!(!rig.text("SM2", "STOP").await.body.contains("<Message>"));
    assert_eq!(rig.response().await["disposition"], "opted_out");
    assert_eq!(rig.text("SM3", "5").await.outcome, "accepted");
    assert_eq!(rig.unmatched().await, [("5".to_owned(), "after_opt_out".to_owned())]);
}

#[tokio::test]
async fn a_session_without_an_answer_expires_and_a_late_answer_still_counts_as_late() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR * 73).await;
    assert_eq!(rig.response().await["disposition"], "expired");
    rig.text("SM1", "3").await;
    let response = rig.response().await;
    assert_eq!((&response["scores"]["csat"], &response["late"], &response["answers"][0]["late"]), (&json!(3), &json!(true), &json!(true)));
    rig.clock.advance(HOUR * 24 * 40);
    rig.text("SM2", "4").await;
    assert_eq!(rig.unmatched().await, [("4".to_owned(), "expired".to_owned())]);
}

#[tokio::test]
async fn texts_of_strangers_are_kept_and_a_text_after_the_thanks_is_an_afterword() {
    let rig = Rig::start(BY_TEXT).await;
    rig.text_from("+14155550177", "SM0", "who are you").await;
    assert_eq!(rig.unmatched().await, [("who are you".to_owned(), "no_session".to_owned())]);
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.text("SM1", "5").await;
    rig.text("SM2", "none").await;
    let before = rig.response().await;
    assert_eq!(before["disposition"], "completed");
    rig.text("SM3", "and thanks to alice").await;
    let after = rig.response().await;
    let last = after["answers"].as_array().and_then(|answers| answers.last()).expect("an answer").clone();
    assert_eq!((last["question"].clone(), last["text"].clone()), (json!("afterword"), json!("and thanks to alice")));
    assert_eq!(after["version"].as_u64(), before["version"].as_u64().map(|version| version + 1));
}

#[tokio::test]
async fn two_scores_or_half_a_verdict_are_asked_again_and_never_guessed() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_of("+8613800138000", "CA1", "").await;
    rig.settle().await;
    assert!(rig.sent()[0].contains("满意"), "{:?}", rig.sent());
    for (id, text) in [("SM1", "3或者4"), ("SM2", "谈不上满意")] {
        let reply = rig.text_from("+8613800138000", id, text).await;
        assert!(reply.body.contains("<Message>"), "{}", reply.body);
        assert_eq!(rig.response().await["scores"]["csat"], json!(null), "{text}");
    }
    rig.text_from("+8613800138000", "SM3", "非常满意").await;
    assert_eq!(rig.response().await["scores"]["csat"], 5);
}

#[tokio::test]
async fn who_was_asked_this_week_is_not_asked_again() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.after(HOUR * 24 * 5).await;
    rig.call_ends("CA2", "").await;
    rig.after(HOUR * 24 * 3).await;
    rig.call_ends("CA3", "").await;
    let calls = rig.api("/v1/calls").await;
    let reasons: Vec<_> = calls["items"].as_array().expect("items").iter().map(|c| (c["call_id"].clone(), c["reason"].clone())).collect();
    assert_eq!(reasons, [(json!("CA1"), json!(null)), (json!("CA2"), json!("frequency_cap")), (json!("CA3"), json!(null))]);
}

#[tokio::test]
async fn calls_that_no_rule_covers_or_that_were_too_short_are_counted_with_their_reason() {
    let rig = Rig::start("[[rule]]\nwhen = { queue = \"support\", min_talk = \"120s\" }\nsurvey = \"csat\"\nchannels = [\"sms\"]").await;
    rig.call_ends("CA1", "?queue=sales").await;
    rig.call_ends("CA2", "?queue=support").await;
    rig.call_of("anonymous", "CA3", "?queue=support").await;
    let calls = rig.api("/v1/calls").await;
    let reasons: Vec<_> = calls["items"].as_array().expect("items").iter().map(|c| c["reason"].clone()).collect();
    assert_eq!(reasons, [json!("no_rule"), json!("talk_too_short"), json!("no_respondent")]);
}

#[tokio::test]
async fn a_forged_signature_gets_403_and_touches_nothing() {
    let rig = Rig::start(BY_TEXT).await;
    let params = [("CallSid", "CA1"), ("From", CALLER), ("To", "+14155550100"), ("CallStatus", "completed")];
    let reply = rig.hook_signed_with("another secret", "/hooks/main/call", &params).await;
    assert_eq!((reply.status, reply.outcome.as_str(), reply.body.as_str()), (403, "bad_signature", ""));
    assert_eq!(rig.api("/v1/calls").await["items"], json!([]));
}

#[tokio::test]
async fn a_voice_token_that_is_not_ours_hears_the_polite_end() {
    let rig = Rig::start(BY_KEYS).await;
    let params = [("CallSid", "CA1"), ("From", CALLER), ("To", "+14155550100"), ("CallStatus", "in-progress"), ("Digits", "5")];
    let reply = rig.hook("/hooks/main/voice/AAAAAAAA?q=score&try=0", &params).await;
    assert_eq!((reply.status, reply.outcome.as_str()), (200, "ignored"));
    assert!(reply.body.contains("<Hangup"));
}

#[tokio::test]
async fn everything_survives_an_orderly_restart() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.text("SM1", "1").await;
    let rig = rig.restart().await;
    assert_eq!(rig.text("SM1", "1").await.outcome, "duplicate");
    assert!(rig.text("SM2", "1").await.body.contains("improve"));
    assert_eq!(rig.response().await["answers"].as_array().map(Vec::len), Some(2));
    assert_eq!(rig.sent().len(), 1);
}

#[tokio::test]
async fn a_text_that_fits_two_calls_is_asked_about_and_the_answer_names_its_call() {
    let rig = Rig::start(&format!("{BY_TEXT}\n[policy]\nfrequency_cap = {{ max = 0, per = \"7d\" }}")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.clock.advance(Duration::from_secs(60));
    rig.call_ends("CA2", "").await;
    rig.settle().await;
    let which = rig.text("SM1", "4").await;
    assert!(which.body.contains("two calls"), "{}", which.body);
    assert_eq!(rig.unmatched().await, [("4".to_owned(), "ambiguous".to_owned())]);
    assert!(rig.text("SM2", "B 2").await.body.contains("What went wrong"));
    assert!(rig.text("SM3", "A: 5").await.body.contains("improve"));
    let page = rig.api("/v1/responses").await;
    let mut scores: Vec<_> =
        page["items"].as_array().expect("items").iter().map(|r| (r["call_id"].to_string(), r["scores"]["csat"].clone())).collect();
    scores.sort_by_key(|(call, _)| call.clone());
    assert_eq!(scores, [("\"CA1\"".to_owned(), json!(2)), ("\"CA2\"".to_owned(), json!(5))]);
}

#[tokio::test]
async fn an_agents_leg_that_ends_first_does_not_take_the_keypad_survey_away() {
    let rig = Rig::start(BY_KEYS_THEN_TEXT).await;
    let leg = [
        ("CallSid", "CA9"),
        ("ParentCallSid", "CA1"),
        ("Direction", "outbound-dial"),
        ("CallStatus", "completed"),
        ("From", CALLER),
        ("To", "+14155550142"),
        ("CallDuration", "61"),
    ];
    assert_eq!(rig.hook("/hooks/main/call", &leg).await.outcome, "ignored");
    let page = rig.agent_leaves("CA1", "").await;
    assert!(page.body.contains("<Gather"), "{}", page.body);
    rig.settle().await;
    assert_eq!(rig.sent(), Vec::<String>::new());
}

#[tokio::test]
async fn a_call_reported_by_a_crm_goes_on_when_its_caller_enters_the_survey() {
    let rig = Rig::start(BY_KEYS).await;
    let call =
        json!({"account": "main", "call_id": "CA1", "respondent": CALLER, "ended_at": "2026-11-23T10:00:00Z", "agents": [{"id": "alice"}]});
    let request = rig.client.post(format!("{}/v1/calls", rig.base)).bearer_auth(&rig.token).body(call.to_string());
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 202);
    let result: serde_json::Value = serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON");
    assert_eq!((&result["result"], &result["channel"]), (&json!("started"), &json!("ivr")));
    assert_eq!(rig.response().await["invited_at"], json!(null));
    let entering = [("CallSid", "CA1"), ("From", CALLER), ("To", "+14155550100"), ("CallStatus", "in-progress"), ("Direction", "inbound")];
    let page = rig.hook("/hooks/main/voice", &entering).await;
    assert!(page.body.contains("<Gather"), "{}", page.body);
    rig.press(&page.body, "CA1", Some("5")).await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["agents"][0]["id"]), (&json!("completed"), &json!("alice")));
    assert!(response["invited_at"].is_string());
}

#[tokio::test]
async fn a_text_before_the_question_has_left_is_no_answer_to_it() {
    let rig = Rig::start("[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\ndelay = \"15m\"").await;
    rig.call_ends("CA1", "").await;
    rig.text("SM1", "5").await;
    assert_eq!(rig.unmatched().await, [("5".to_owned(), "no_session".to_owned())]);
    rig.after(Duration::from_secs(15 * 60)).await;
    rig.text("SM2", "4").await;
    assert_eq!(rig.response().await["scores"]["csat"], 4);
}

#[tokio::test]
async fn a_key_after_stop_counts_and_the_session_stays_opted_out() {
    let rig = Rig::start(BY_KEYS).await;
    let question = rig.agent_leaves("CA1", "").await;
    rig.text("SM1", "STOP").await;
    rig.press(&question.body, "CA1", Some("5")).await;
    assert_eq!(rig.response().await["disposition"], "opted_out");
}

#[tokio::test]
async fn a_caller_on_the_line_who_is_not_asked_hears_a_polite_end() {
    let rig = Rig::start("[[rule]]\nwhen = { queue = \"sales\" }\nsurvey = \"csat\"\nchannels = [\"ivr\"]").await;
    let page = rig.agent_leaves("CA1", "?queue=support").await;
    assert!(page.body.contains("<Say") && page.body.contains("<Hangup"), "{}", page.body);
    assert_eq!(rig.api("/v1/calls").await["items"][0]["reason"], "no_rule");
}

#[tokio::test]
async fn a_key_that_cannot_be_stored_is_answered_with_the_polite_end_and_a_text_with_come_again() {
    let rig = Rig::start(BY_KEYS).await;
    let question = rig.agent_leaves("CA1", "").await;
    rig.app.close().await;
    let end = rig.press(&question.body, "CA1", Some("5")).await;
    assert_eq!((end.status, end.outcome.as_str()), (200, "shed"));
    assert!(end.body.contains("<Say") && end.body.contains("<Hangup"), "{}", end.body);
    let text = rig.text("SM1", "5").await;
    assert_eq!((text.status, text.outcome.as_str()), (503, "shed"));
    assert_eq!(rig.response().await["answers"], json!([]));
}
