//! The same at a shared store.

use super::*;
use crate::support::chaos::{Mode, Proxy};
use crate::support::servers::{Redis, eventually};

/// Until so many calls were asked for: what is due is so by the clock of Redis.
async fn rung_in_time(rig: &Rig, count: usize) -> Placed {
    eventually("a call", || async {
        rig.settle().await;
        rig.twilio.calls().len() == count
    })
    .await;
    Placed::last(rig)
}

#[tokio::test]
async fn the_chain_of_channels_holds_at_redis() {
    let redis = Redis::start().await;
    let rules = format!("{BY_ALL}\n[policy]\ncall_back = {{ after = \"1s\" }}");
    let rig = Rig::on_redis(&redis.url(), &rules, &[]).await;
    let question = rig.agent_leaves("CA1", "").await;
    rig.press(&question.body, "CA1", Some("2")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    rig.clock.advance(Duration::from_secs(2));
    let call = rung_in_time(&rig, 1).await;
    let page = call.picked_up(&rig, "human").await;
    asks(&page, "What went wrong");
    call.press(&rig, &page, Some("3")).await;
    call.ends(&rig, "completed").await;
    rig.settle().await;
    let response = rig.response().await;
    assert_eq!((&response["disposition"], &response["channels"]), (&json!("completed"), &json!(["ivr", "sms", "call"])));
    assert_eq!(reasons(&rig).await[&call.id], "survey_call");
}

#[tokio::test]
async fn nobody_reached_leads_to_the_next_channel_and_stop_to_none_at_redis() {
    let redis = Redis::start().await;
    let rules = format!("{BY_CALL_THEN_TEXT}\n[policy]\ncall_back = {{ attempts = 1 }}\nfrequency_cap = {{ max = 0, per = \"7d\" }}");
    let rig = Rig::on_redis(&redis.url(), &rules, &[]).await;
    rig.call_ends("CA1", "").await;
    let call = rung_in_time(&rig, 1).await;
    call.ends(&rig, "busy").await;
    call.ends(&rig, "busy").await;
    rig.settle().await;
    assert_eq!((rig.sent().len(), rig.response().await["channels"].clone()), (1, json!(["call", "sms"])));
    rig.text("SM1", "STOP").await;
    rig.call_ends("CA2", "").await;
    rig.settle().await;
    assert_eq!((rig.twilio.calls().len(), reasons(&rig).await["CA2"].clone()), (1, json!("opted_out")));
}

#[tokio::test]
async fn whoever_picks_up_while_redis_is_away_is_asked_and_the_answer_counts_afterwards() {
    let redis = Redis::start().await;
    let proxy = Proxy::before(redis.address()).await;
    let rig = Rig::on_redis(&redis.url_at(proxy.address()), BY_CALL, &[]).await;
    rig.call_ends("CA1", "").await;
    let call = rung_in_time(&rig, 1).await;
    proxy.set(Mode::Refuse);
    let page = call.picked_up(&rig, "human").await;
    asks(&page, "How satisfied");
    let part = call.press(&rig, &page, Some("2")).await;
    asks(&part, "What went wrong");
    ends_politely(&call.press(&rig, &part, Some("4")).await);
    call.ends(&rig, "completed").await;
    proxy.set(Mode::Pass);
    rig.back().await;
    rig.settle().await;
    let response = rig.response().await;
    assert_eq!(
        (&response["disposition"], answers(&response)),
        (&json!("completed"), json!([["score", 2, "call"], ["part", "result", "call"]]))
    );
    assert_eq!(reasons(&rig).await[&call.id], "survey_call");
}
