use serde_json::json;

use super::{BY_TEXT, HOUR, SECOND, answered, asked, send};
use crate::support::receiver::Receiver;
use crate::support::rig::Rig;

/// The pauses of the specification, in seconds, with the tenth more that spreads what failed together.
const PAUSES: [u64; 9] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

async fn rig(receiver: &Receiver, more: &str) -> Rig {
    Rig::start(&format!("{BY_TEXT}{}", receiver.configured("crm", more))).await
}

#[tokio::test]
async fn a_completed_response_reaches_its_webhook_signed_and_as_the_api_shows_it() {
    let receiver = Receiver::start().await;
    let rig = rig(&receiver, "").await;
    answered(&rig, "CA1").await;
    rig.settle().await;
    let deliveries = receiver.deliveries();
    let [delivery] = deliveries.as_slice() else { panic!("one delivery: {deliveries:#?}") };
    assert!(delivery.genuine, "the reference library accepts it");
    assert_eq!(delivery.body["type"], "response.completed");
    assert_eq!(delivery.body["data"], rig.response().await);
    assert_eq!(delivery.body["data"]["respondent"], "+1415***0123");
    assert_eq!(delivery.timestamp, 1_795_428_000, "the moment of the attempt");
    assert_eq!(delivery.body["timestamp"], "2026-11-23T10:00:00.000Z");
}

#[tokio::test]
async fn a_session_that_ends_without_an_answer_is_told_too_and_an_open_one_is_not() {
    let receiver = Receiver::start().await;
    let rig = rig(&receiver, "").await;
    asked(&rig, "CA1").await;
    rig.text("SM1", "2").await;
    rig.settle().await;
    assert_eq!(receiver.taken(), [""; 0]);
    rig.after(73 * HOUR).await;
    assert_eq!(receiver.taken(), ["response.completed"]);
    assert_eq!(receiver.deliveries()[0].body["data"]["disposition"], "partial");
}

#[tokio::test]
async fn what_comes_after_the_end_is_told_behind_it_in_order_also_where_the_first_delivery_fails() {
    let receiver = Receiver::start().await;
    receiver.script(&[500]);
    let rig = rig(&receiver, "").await;
    answered(&rig, "CA1").await;
    rig.settle().await;
    rig.text("SM3", "thanks again").await;
    rig.text("SM4", "and again").await;
    rig.after(3 * SECOND).await;
    assert_eq!((receiver.taken(), receiver.deliveries().len()), (vec![], 1), "the updates wait for the first");
    for _ in 0..6 {
        rig.after(3 * SECOND).await;
    }
    assert_eq!(receiver.taken(), ["response.completed", "response.updated", "response.updated"]);
    let taken: Vec<_> = receiver.deliveries().into_iter().filter(|delivery| delivery.answered < 300).collect();
    let versions: Vec<u64> = taken.iter().map(|delivery| delivery.body["data"]["version"].as_u64().expect("a version")).collect();
    assert!(versions.is_sorted(), "{versions:?}");
    let answers = taken[2].body["data"]["answers"].as_array().expect("answers");
    assert_eq!(answers.last().map(|answer| answer["text"].clone()), Some(json!("and again")));
    let mut ids: Vec<_> = taken.iter().map(|delivery| &delivery.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}

#[tokio::test]
async fn a_delivery_is_tried_for_75_hours_under_one_id_and_can_then_be_replayed_under_it() {
    let receiver = Receiver::start().await;
    receiver.script(&[500; 10]);
    let rig = rig(&receiver, "events = [\"response.completed\"]").await;
    answered(&rig, "CA1").await;
    rig.settle().await;
    for (made, pause) in PAUSES.into_iter().enumerate() {
        assert_eq!(receiver.deliveries().len(), made + 1);
        rig.after(SECOND * u32::try_from(pause - 1).expect("seconds")).await;
        assert_eq!(receiver.deliveries().len(), made + 1, "not before its time");
        rig.after(SECOND * u32::try_from(pause / 10 + 2).expect("seconds")).await;
    }
    rig.after(200 * HOUR).await;
    let deliveries = receiver.deliveries();
    assert_eq!((deliveries.len(), receiver.taken().len()), (10, 0), "given up");
    assert!(deliveries.iter().all(|delivery| delivery.id == deliveries[0].id && delivery.genuine));
    let (status, said) = send(&rig, "POST", "/v1/webhooks/crm/replay", &json!({"from": "2026-11-23T00:00:00Z"})).await;
    assert_eq!((status, said), (202, json!({"queued": 1})));
    rig.settle().await;
    assert_eq!(receiver.deliveries().len(), 11);
    assert_eq!(receiver.deliveries()[10].id, deliveries[0].id);
    let later = json!({"from": "2026-11-24T00:00:00Z"});
    assert_eq!(send(&rig, "POST", "/v1/webhooks/crm/replay", &later).await, (202, json!({"queued": 0})));
    assert_eq!(send(&rig, "POST", "/v1/webhooks/other/replay", &later).await.0, 404);
}

#[tokio::test]
async fn a_receiver_that_asks_for_time_gets_it() {
    let receiver = Receiver::start().await;
    receiver.answer(503, "600");
    let rig = rig(&receiver, "").await;
    answered(&rig, "CA1").await;
    rig.settle().await;
    rig.after(599 * SECOND).await;
    assert_eq!(receiver.deliveries().len(), 1);
    rig.after(70 * SECOND).await;
    assert_eq!(receiver.taken(), ["response.completed"]);
}

#[tokio::test]
async fn a_receiver_that_is_gone_switches_its_webhook_off_until_somebody_switches_it_on() {
    let receiver = Receiver::start().await;
    receiver.script(&[410]);
    let rig = rig(&receiver, "").await;
    answered(&rig, "CA1").await;
    rig.settle().await;
    answered(&rig, "CA2").await;
    rig.after(HOUR).await;
    assert_eq!(receiver.deliveries().len(), 1);
    let listed = rig.api("/v1/webhooks").await;
    assert_eq!(listed["items"][0]["switched_off_at"], "2026-11-23T10:00:00.000Z");
    let rig = rig.restart().await;
    assert_eq!(send(&rig, "POST", "/v1/webhooks/crm/enable", &json!({})).await, (200, json!({"name": "crm", "was_off": true})));
    assert_eq!(rig.api("/v1/webhooks").await["items"][0]["switched_off_at"], json!(null));
    rig.after(6 * SECOND).await;
    answered(&rig, "CA3").await;
    rig.settle().await;
    assert_eq!(receiver.taken(), ["response.completed"]);
    assert_eq!(send(&rig, "POST", "/v1/webhooks/crm/replay", &json!({})).await, (202, json!({"queued": 3})));
    rig.settle().await;
    assert_eq!(receiver.taken().len(), 4);
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_an_address_inside_the_network_is_not_reached_unless_it_may_be() {
    let (receiver, inside) = (Receiver::start().await, Receiver::start().await);
    receiver.answer(307, inside.url().leak());
    let guarded = inside.configured("guarded", "").replace("allow_private = true", "");
    let by_name = guarded.replace("guarded", "named").replace("127.0.0.1", "localhost");
    let rules = format!("{BY_TEXT}{}{guarded}{by_name}", receiver.configured("crm", ""));
    let rig = Rig::start(&rules).await;
    answered(&rig, "CA1").await;
    rig.settle().await;
    assert_eq!((receiver.taken().len(), receiver.deliveries().len(), inside.deliveries().len()), (0, 1, 0));
    rig.after(6 * SECOND).await;
    assert_eq!((receiver.taken().len(), inside.deliveries().len()), (1, 0));
    let metrics = rig.client.get(format!("{}/metrics", rig.base)).send().await.expect("an answer").text().await.expect("a text");
    for line in [
        "aftercall_notices_total{recipient=\"webhook:guarded\",outcome=\"failed\"} 2",
        "aftercall_notices_total{recipient=\"webhook:named\",outcome=\"failed\"} 2",
        "aftercall_notices_total{recipient=\"webhook:crm\",outcome=\"delivered\"} 1",
    ] {
        assert!(metrics.lines().any(|found| found == line), "{line} is missing in\n{metrics}");
    }
}

#[tokio::test]
async fn what_was_accepted_before_a_restart_is_told_after_it() {
    let receiver = Receiver::start().await;
    let rig = rig(&receiver, "").await;
    answered(&rig, "CA1").await;
    assert_eq!(receiver.deliveries().len(), 0);
    let rig = rig.restart().await;
    rig.settle().await;
    assert_eq!(receiver.taken(), ["response.completed"]);
}

#[tokio::test]
async fn a_stop_is_told_with_the_number_masked_and_ends_the_response() {
    let receiver = Receiver::start().await;
    let rig = rig(&receiver, "").await;
    asked(&rig, "CA1").await;
    rig.text("SM1", "STOP").await;
    rig.settle().await;
    let mut taken = receiver.taken();
    taken.sort();
    assert_eq!(taken, ["opt_out", "response.completed"]);
    let deliveries = receiver.deliveries();
    let consent = deliveries.iter().find(|delivery| delivery.body["type"] == "opt_out").expect("one");
    let data = &consent.body["data"];
    assert_eq!((&data["respondent"], &data["opted_out"], &data["source"]), (&json!("+1415***0123"), &json!(true), &json!("keyword")));
    assert!(deliveries.iter().all(|delivery| delivery.genuine && !delivery.body.to_string().contains("4155550123")));
}

#[tokio::test]
async fn a_webhook_hears_only_what_it_asked_for_and_only_of_its_tenant() {
    let receiver = Receiver::start().await;
    let foreign = receiver.configured("foreign", "tenant = \"other\"");
    let rig = Rig::start(&format!("{BY_TEXT}{foreign}{}", receiver.configured("crm", "events = [\"opt_out\"]"))).await;
    answered(&rig, "CA1").await;
    rig.text("SM9", "STOP").await;
    rig.settle().await;
    assert_eq!(receiver.taken(), ["opt_out"]);
    let listed = rig.api("/v1/webhooks").await;
    assert_eq!(listed["items"], json!([{"name": "crm", "events": ["opt_out"], "switched_off_at": null}]));
}

#[tokio::test]
async fn two_secrets_sign_twice_so_that_the_receiver_can_change_its_own_in_its_time() {
    let receiver = Receiver::start().await;
    let both = format!("secret = [\"whsec_{}\", \"{}\"]", "A".repeat(32), Receiver::SECRET);
    let configured = receiver.configured("crm", "").replace(&format!("secret = \"{}\"", Receiver::SECRET), &both);
    let rig = Rig::start(&format!("{BY_TEXT}{configured}")).await;
    answered(&rig, "CA1").await;
    rig.settle().await;
    assert!(receiver.deliveries()[0].genuine);
}
