//! One call after the other: who picks up, who does not, and how often it is tried.

use aftercall::flows::CallDue;
use aftercall::ports::clock::Clock;
use aftercall::ports::store::{Settlement, TaskKind};

use super::*;
use crate::support::twilio_stand_in::Answer;

#[tokio::test]
async fn a_caller_is_rung_back_hears_who_rings_and_answers() {
    let rig = Rig::start(BY_CALL).await;
    rig.call_ends("CA1", "?agent=alice").await;
    let call = rung(&rig, 1).await;
    let expected =
        [("To", CALLER), ("From", LINE), ("Timeout", "25"), ("MachineDetection", "Enable"), ("StatusCallbackEvent", "completed")];
    assert!(expected.iter().all(|(name, value)| call.form[*name] == *value), "{:?}", call.form);
    assert_eq!((rig.sent().len(), rig.response().await["invited_at"].clone()), (0, json!(null)));

    let page = call.picked_up(&rig, "human").await;
    asks(&page, "How satisfied were you");
    assert!(page.body.contains("short survey about that call"), "{}", page.body);
    assert_eq!(call.picked_up(&rig, "human").await.body, page.body);
    let end = call.press(&rig, &page, Some("4")).await;
    ends_politely(&end);
    assert_eq!(call.press(&rig, &page, Some("4")).await.body, end.body);
    assert_eq!(call.ends(&rig, "completed").await.status, 200);

    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channels"]), (&json!("completed"), &json!(["call"])));
    assert_eq!((answers(&response), response["invited_at"].is_string()), (json!([["score", 4, "call"]]), true));
    call.ends(&rig, "completed").await;
    rig.after(HOUR * 100).await;
    assert_eq!((rig.response().await["version"].clone(), rig.twilio.calls().len()), (response["version"].clone(), 1));
}

#[tokio::test]
async fn a_busy_line_and_one_that_nobody_answers_are_rung_again_after_a_pause_and_not_more_often_than_laid_down() {
    let rig = Rig::start(BY_CALL).await;
    rig.call_ends("CA1", "").await;
    rung(&rig, 1).await.ends(&rig, "busy").await;
    rig.after(MINUTE * 29).await;
    rung(&rig, 1).await.ends(&rig, "busy").await;
    rig.after(MINUTE).await;
    rung(&rig, 2).await.ends(&rig, "no-answer").await;
    rig.after(HOUR * 100).await;
    rung(&rig, 2).await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["invited_at"]), (&json!("failed"), &json!(null)));
}

#[tokio::test]
async fn the_next_channel_takes_over_when_nobody_was_reached() {
    let rig = Rig::start(&format!("{BY_CALL_THEN_TEXT}\n[policy]\ncall_back = {{ attempts = 1, ring = \"40s\" }}")).await;
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    assert_eq!(call.form["Timeout"], "40");
    call.ends(&rig, "failed").await;
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    rig.text("SM1", "5").await;
    rig.text("SM2", "nothing").await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channels"]), (&json!("completed"), &json!(["call", "sms"])));
}

#[tokio::test]
async fn to_a_machine_nothing_is_said_and_it_counts_as_an_attempt_that_reached_nobody() {
    for by in ["machine_start", "machine_end_beep", "fax"] {
        let rig = Rig::start(BY_CALL).await;
        rig.call_ends("CA1", "").await;
        let call = rung(&rig, 1).await;
        let page = call.picked_up(&rig, by).await;
        ends_politely(&page);
        assert!(!page.body.contains("<Say"), "{}", page.body);
        call.ends(&rig, "completed").await;
        rig.after(MINUTE * 30).await;
        let call = rung(&rig, 2).await;
        let page = call.picked_up(&rig, "unknown").await;
        asks(&page, "How satisfied");
        call.press(&rig, &page, Some("5")).await;
        assert_eq!(rig.response().await["disposition"], "completed", "{by}");
    }
}

#[tokio::test]
async fn only_calls_that_were_really_placed_count_as_attempts() {
    let rig = Rig::start(BY_CALL).await;
    rig.twilio.script(vec![Answer::Status(429, Some("60")), Answer::Status(503, None), Answer::Accept]);
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(MINUTE * 2).await;
    rig.after(MINUTE * 2).await;
    rung(&rig, 3).await.ends(&rig, "canceled").await;
    for count in [4, 5] {
        rig.after(MINUTE * 30).await;
        rung(&rig, count).await.ends(&rig, "busy").await;
    }
    rig.after(HOUR * 100).await;
    rung(&rig, 5).await;
    assert_eq!(rig.response().await["disposition"], "failed");
}

#[tokio::test]
async fn a_call_that_the_provider_refuses_is_not_tried_again() {
    for (rule, disposition, texts) in [(BY_CALL, "failed", 0), (BY_CALL_THEN_TEXT, "open", 1)] {
        let rig = Rig::start(rule).await;
        rig.twilio.script(vec![Answer::Refuse(21215)]);
        rig.call_ends("CA1", "").await;
        rig.after(HOUR).await;
        rung(&rig, 1).await;
        let response = rig.response().await;
        assert_eq!((&response["disposition"], &response["provider_code"]), (&json!(disposition), &json!("21215")));
        assert_eq!(rig.sent().len(), texts);
    }
}

#[tokio::test]
async fn a_call_whose_fate_is_unknown_is_never_placed_again() {
    let rig = Rig::start(BY_CALL_THEN_TEXT).await;
    rig.twilio.script(vec![Answer::Cut]);
    rig.call_ends("CA1", "").await;
    rung(&rig, 1).await;
    rig.after(MINUTE * 9).await;
    assert_eq!(rig.sent().len(), 0, "it may still ring");
    rig.after(MINUTE * 2).await;
    assert_eq!(rig.sent().len(), 1, "the next channel");
    rig.after(HOUR * 100).await;
    rung(&rig, 1).await;
}

#[tokio::test]
async fn a_call_that_a_worker_was_about_to_place_when_it_died_is_not_placed_again_either() {
    let rig = Rig::start(&format!("resend_on_unknown = true\n{BY_CALL_THEN_TEXT}")).await;
    rig.call_ends("CA1", "").await;
    let flows = &rig.app.gateway.flows;
    let leased = flows.store.lease(9, MINUTE, rig.clock.now()).await.expect("a lease").remove(0);
    let TaskKind::Send(outgoing) = &leased.task.kind else { panic!("{leased:?}") };
    assert!(matches!(flows.call_due(&leased, outgoing).await, Ok(CallDue::Place(_))));
    assert_eq!(flows.store.settle(&leased, Settlement::Started).await, Ok(true));
    rig.after(MINUTE * 2).await;
    rig.after(MINUTE * 11).await;
    assert_eq!((rig.twilio.calls().len(), rig.sent().len()), (0, 1));
}

#[tokio::test]
async fn a_call_that_was_not_begun_when_its_worker_died_is_placed_once() {
    let rig = Rig::start(BY_CALL).await;
    rig.call_ends("CA1", "").await;
    let flows = &rig.app.gateway.flows;
    let leased = flows.store.lease(9, MINUTE, rig.clock.now()).await.expect("a lease").remove(0);
    let TaskKind::Send(outgoing) = &leased.task.kind else { panic!("{leased:?}") };
    assert!(matches!(flows.call_due(&leased, outgoing).await, Ok(CallDue::Place(_))));
    rig.after(MINUTE * 2).await;
    let call = rung(&rig, 1).await;
    asks(&call.picked_up(&rig, "human").await, "How satisfied");
    assert_eq!(flows.store.settle(&leased, Settlement::Started).await, Ok(false));
}

#[tokio::test]
async fn whoever_picks_up_a_call_whose_fate_was_unknown_is_asked() {
    let rig = Rig::start(BY_CALL).await;
    rig.twilio.script(vec![Answer::Cut]);
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    let page = call.picked_up(&rig, "human").await;
    call.press(&rig, &page, Some("5")).await;
    rig.after(HOUR * 100).await;
    rung(&rig, 1).await;
    assert_eq!(rig.response().await["disposition"], "completed");
}

#[tokio::test]
async fn a_call_of_which_nothing_more_is_heard_is_over_when_it_cannot_last_any_longer() {
    let rig = Rig::start(BY_CALL).await;
    rig.call_ends("CA1", "").await;
    rung(&rig, 1).await;
    rig.after(MINUTE * 11).await;
    rig.after(MINUTE * 30).await;
    let call = rung(&rig, 2).await;
    call.picked_up(&rig, "human").await;
    rig.after(HOUR).await;
    assert_eq!(rig.response().await["disposition"], "failed");
    rung(&rig, 2).await;
}

#[tokio::test]
async fn nobody_is_rung_in_quiet_hours_however_soon_after_the_call() {
    let rig = Rig::as_shipped(BY_CALL).await;
    // Two in the morning in California.
    rig.call_ends("CA1", "").await;
    rig.after(HOUR * 7 - Duration::from_millis(1)).await;
    assert_eq!(rig.twilio.calls().len(), 0);
    rig.after(Duration::from_millis(1)).await;
    let call = rung(&rig, 1).await;
    // A quarter to eight in the evening: the pause ends in the night.
    rig.clock.advance(Duration::from_secs(4));
    call.ends(&rig, "busy").await;
    rig.clock.set(aftercall::call::Moment::parse("2026-11-24T17:00:00Z").expect("a time"));
    rung(&rig, 2).await;
    assert_eq!(rig.response().await["disposition"], "open");
}

#[tokio::test]
async fn a_pause_that_ends_in_the_night_goes_on_until_the_morning_and_what_is_stale_expires() {
    let rig = Rig::as_shipped(&format!("{BY_CALL}\n[policy]\nvalid_for = \"20h\"")).await;
    rig.call_ends("CA1", "").await;
    rig.after(HOUR * 7).await;
    rig.clock.set(aftercall::call::Moment::parse("2026-11-24T03:45:00Z").expect("a time"));
    rung(&rig, 1).await;
    rig.clock.advance(MINUTE * 11);
    rung(&rig, 1).await;
    rig.after(HOUR).await;
    rig.after(HOUR * 20).await;
    rung(&rig, 1).await;
    assert_eq!(rig.response().await["disposition"], "expired");
}

#[tokio::test]
async fn who_picks_up_and_presses_nothing_has_failed_and_is_not_rung_again() {
    let rig = Rig::start(BY_CALL).await;
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    let mut page = call.picked_up(&rig, "human").await;
    while page.body.contains("<Gather") {
        page = call.press(&rig, &page, None).await;
    }
    ends_politely(&page);
    call.ends(&rig, "completed").await;
    rig.after(HOUR * 100).await;
    rung(&rig, 1).await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["answers"]), (&json!("failed"), &json!([])));
}

#[tokio::test]
async fn what_is_heard_in_another_order_comes_to_the_same_end() {
    let rig = Rig::start(BY_CALL).await;
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    // Its page could not be had; the end is told, and then the page is asked for all the same.
    call.ends(&rig, "completed").await;
    call.ends(&rig, "no-answer").await;
    ends_politely(&call.picked_up(&rig, "human").await);
    rig.after(MINUTE * 30).await;
    let second = rung(&rig, 2).await;
    call.ends(&rig, "busy").await;
    let page = second.picked_up(&rig, "human").await;
    call.ends(&rig, "completed").await;
    second.press(&rig, &page, Some("3")).await;
    second.ends(&rig, "completed").await;
    assert_eq!((rig.response().await["disposition"].clone(), rig.twilio.calls().len()), (json!("completed"), 2));
}

#[tokio::test]
async fn no_survey_follows_a_survey_call_whoever_tells_of_its_end() {
    let rig = Rig::start(&format!("{BY_CALL}\n[policy]\nfrequency_cap = {{ max = 0, per = \"7d\" }}")).await;
    rig.twilio.script(vec![Answer::Accept, Answer::Cut]);
    rig.call_ends("CA1", "").await;
    let call = rung(&rig, 1).await;
    // At the address for all calls of the number, without a word of ours in it.
    for _ in 0..2 {
        rig.hook("/hooks/main/call?queue=support", &call.params("busy")).await;
    }
    call.ends(&rig, "busy").await;
    rig.after(MINUTE * 30).await;
    let unknown = rung(&rig, 2).await;
    rig.hook("/hooks/main/call", &unknown.params("completed")).await;
    rig.after(HOUR * 100).await;
    rung(&rig, 2).await;
    let expected = [("CA1", json!(null)), (&*call.id, json!("survey_call")), ("CAunknown", json!("survey_call"))];
    assert_eq!(reasons(&rig).await, expected.map(|(call, reason)| (call.to_owned(), reason)).into());
    assert_eq!(rig.response().await["call_id"], "CA1");
    let funnel = rig.api("/v1/funnel").await;
    assert_eq!((&funnel["items"][0]["calls"], &funnel["items"][0]["eligible"]), (&json!(3), &json!(1)));
}

#[tokio::test]
async fn a_landline_is_rung_where_it_cannot_be_texted() {
    let rig = Rig::start("[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\", \"call\"]").await;
    rig.call_of("+4930901820", "CA1", "").await;
    assert_eq!(rung(&rig, 1).await.form["To"], "+4930901820");
    assert_eq!((rig.sent().len(), rig.response().await["channels"].clone()), (0, json!(["call"])));
}

#[tokio::test]
async fn who_could_be_rung_only_after_the_surveys_end_is_not_asked_and_counted() {
    let rig = Rig::as_shipped(&format!("{BY_CALL}\n[policy]\nvalid_for = \"6h\"")).await;
    rig.call_ends("CA1", "").await;
    assert_eq!(reasons(&rig).await["CA1"], "quiet_hours_expired");
}
