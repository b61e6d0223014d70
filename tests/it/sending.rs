//! Messages leave through the provider's REST API: retried, refused, in doubt, confirmed by receipts.

use std::time::Duration;

use serde_json::json;

use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, Reply, Rig};
use crate::support::twilio_stand_in::Answer;

const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";
const HOUR: Duration = Duration::from_secs(3600);

/// A receipt for the message that left last, at the address that was given with it.
async fn receipt(rig: &Rig, status: &str, code: Option<&str>) -> Reply {
    let form = rig.twilio.sent().pop().expect("a message left");
    let callback = form.into_iter().find(|(name, _)| name == "StatusCallback").expect("an address").1;
    let target = callback.strip_prefix(crate::support::rig::PUBLIC).expect("an address of ours").to_owned();
    let id = rig.twilio.message_ids().pop().unwrap_or_else(|| "SMunknown".to_owned());
    let mut params =
        vec![("MessageSid", id.as_str()), ("MessageStatus", status), ("AccountSid", ACCOUNT_SID), ("From", LINE), ("To", CALLER)];
    params.extend(code.map(|code| ("ErrorCode", code)));
    rig.hook(&target, &params).await
}

#[tokio::test]
async fn a_throttled_message_leaves_after_the_time_that_the_provider_wants() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Status(429, Some("120"))]);
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(Duration::from_secs(100)).await;
    assert_eq!(rig.sent().len(), 1);
    rig.after(Duration::from_secs(60)).await;
    assert_eq!(rig.sent().len(), 2);
    assert!(rig.response().await["invited_at"].is_string());
}

#[tokio::test]
async fn a_failing_provider_is_tried_again_with_growing_pauses_until_the_session_ends() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Status(500, None); 400]);
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    for _ in 0..60 {
        rig.after(Duration::from_secs(60)).await;
    }
    let within_an_hour = rig.sent().len();
    assert!((6..=16).contains(&within_an_hour), "{within_an_hour}");
    rig.after(HOUR * 72).await;
    let at_the_end = rig.sent().len();
    rig.after(HOUR * 24).await;
    assert_eq!(rig.sent().len(), at_the_end, "a session that has ended takes its messages with it");
    assert_eq!(rig.response().await["disposition"], "expired");
}

#[tokio::test]
async fn a_refused_message_makes_the_session_undeliverable_with_the_providers_code() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Refuse(21211)]);
    rig.call_ends("CA1", "").await;
    rig.after(HOUR).await;
    let response = rig.response().await;
    assert_eq!(
        (&response["disposition"], &response["provider_code"], &response["invited_at"]),
        (&json!("undeliverable"), &json!("21211"), &json!(null))
    );
    assert_eq!(rig.sent().len(), 1);
}

#[tokio::test]
async fn a_number_on_the_providers_own_opt_out_list_has_opted_out_with_us_too() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Refuse(21610)]);
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert_eq!(rig.response().await["disposition"], "opted_out");
    rig.clock.advance(HOUR * 24 * 30);
    rig.call_ends("CA2", "").await;
    let calls = rig.api("/v1/calls").await;
    assert_eq!(calls["items"][1]["reason"], "opted_out");
}

#[tokio::test]
async fn a_message_whose_fate_is_unknown_is_not_sent_again_and_a_reply_settles_it() {
    for lost in [Answer::Cut, Answer::CutHalfway, Answer::Say(200, "<html>")] {
        let rig = Rig::start(BY_TEXT).await;
        rig.twilio.script(vec![lost.clone()]);
        rig.call_ends("CA1", "").await;
        rig.after(HOUR).await;
        assert_eq!(rig.sent().len(), 1, "{lost:?}");
        let before = rig.response().await;
        assert_eq!((&before["provider_code"], &before["invited_at"]), (&json!("unknown"), &json!(null)), "{lost:?}");
        rig.text("SM1", "4").await;
        let after = rig.response().await;
        assert_eq!((&after["provider_code"], &after["scores"]["csat"]), (&json!(null), &json!(4)), "{lost:?}");
        assert!(after["invited_at"].is_string(), "{lost:?}");
    }
}

#[tokio::test]
async fn a_receipt_settles_a_message_whose_fate_was_unknown() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Cut]);
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert_eq!(receipt(&rig, "delivered", None).await.outcome, "accepted");
    let response = rig.response().await;
    assert_eq!(response["provider_code"], json!(null));
    assert!(response["invited_at"].is_string());
}

#[tokio::test]
async fn an_account_may_say_that_messages_in_doubt_are_sent_again() {
    let rig = Rig::start(&format!("resend_on_unknown = true\n{BY_TEXT}")).await;
    rig.twilio.script(vec![Answer::Cut]);
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR).await;
    assert_eq!(rig.sent().len(), 2);
}

#[tokio::test]
async fn receipts_never_step_back_and_failed_ones_end_the_session() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert_eq!(receipt(&rig, "delivered", None).await.outcome, "accepted");
    assert_eq!(receipt(&rig, "delivered", None).await.outcome, "duplicate");
    assert_ne!(receipt(&rig, "failed", Some("30003")).await.outcome, "accepted");
    assert_eq!(rig.response().await["disposition"], "open");

    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    receipt(&rig, "undelivered", Some("30006")).await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["provider_code"]), (&json!("undeliverable"), &json!("30006")));
    // The person answers all the same: the message had arrived.
    rig.text("SM1", "5").await;
    assert_eq!(rig.response().await["scores"]["csat"], 5);
}

#[tokio::test]
async fn a_receipt_for_a_message_that_nobody_knows_is_ignored() {
    let rig = Rig::start(BY_TEXT).await;
    let params = [("MessageSid", "SMnobody"), ("MessageStatus", "delivered"), ("AccountSid", ACCOUNT_SID)];
    let reply = rig.hook("/hooks/main/receipt", &params).await;
    assert_eq!((reply.status / 100, reply.outcome.as_str()), (2, "ignored"));
}

#[tokio::test]
async fn messages_leave_at_the_accounts_pace() {
    let rules = format!("rate = {{ per_second = 1, burst = 2 }}\n{BY_TEXT}");
    let rig = Rig::start(&rules).await;
    for number in 0..5 {
        rig.call_of(&format!("+141555501{number:02}"), &format!("CA{number}"), "").await;
    }
    rig.settle().await;
    assert_eq!(rig.sent().len(), 2);
    rig.after(Duration::from_secs(1)).await;
    assert_eq!(rig.sent().len(), 3);
    rig.after(Duration::from_secs(10)).await;
    assert_eq!(rig.sent().len(), 5);
}

#[tokio::test]
async fn a_delayed_message_leaves_when_its_time_has_come_and_a_stop_before_that_holds_it_back() {
    let rules = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\ndelay = \"15m\"\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";
    let rig = Rig::start(rules).await;
    rig.call_ends("CA1", "").await;
    rig.after(Duration::from_secs(14 * 60)).await;
    assert_eq!(rig.sent().len(), 0);
    rig.after(Duration::from_secs(60)).await;
    assert_eq!(rig.sent().len(), 1);
    rig.call_ends("CA2", "").await;
    rig.text("SM1", "STOP").await;
    rig.after(HOUR).await;
    assert_eq!(rig.sent().len(), 1);
}
