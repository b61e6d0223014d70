//! The same where the store is shared and results are brought to a store of their own.

use serde_json::json;

use super::{BY_TEXT, SECOND, TICKET, address, answered, asked, send, ticket};
use crate::support::receiver::Receiver;
use crate::support::rig::Rig;
use crate::support::servers::{Redis, eventually};

async fn rig(redis: &Redis, receiver: &Receiver) -> Rig {
    Rig::on_redis(&redis.url(), &format!("{BY_TEXT}{TICKET}{}", receiver.configured("crm", "")), &[]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_redis_a_complaint_is_told_handled_asked_again_and_won_back() {
    let (redis, receiver) = (Redis::start().await, Receiver::start().await);
    let rig = rig(&redis, &receiver).await;
    asked(&rig, "CA1").await;
    rig.text("SM1", "1").await;
    let told = |what: &'static str| {
        let (rig, receiver) = (&rig, &receiver);
        async move {
            rig.settle().await;
            rig.clock.advance(SECOND);
            receiver.taken().iter().any(|taken| taken == what)
        }
    };
    eventually("the ticket told", || told("ticket.opened")).await;
    let (status, said) = send(&rig, "PATCH", &address(&rig).await, &json!({"state": "resolved", "by": "ann", "note": "sorted"})).await;
    assert_eq!((status, &said["state"]), (200, &json!("resolved")));
    let asked_again = async || {
        rig.settle().await;
        rig.sent().iter().any(|text| text.contains("complaint has been handled"))
    };
    eventually("the caller asked again", asked_again).await;
    rig.text("SM2", "4").await;
    let won_back = async || {
        rig.settle().await;
        ticket(&rig).await["recovered"] == json!(true)
    };
    eventually("the caller won back", won_back).await;
    eventually("the second survey told", || told("response.completed")).await;
    assert!(receiver.deliveries().iter().all(|delivery| delivery.genuine));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_gateway_accepted_on_redis_before_it_stopped_is_told_after_it_is_back() {
    let (redis, receiver) = (Redis::start().await, Receiver::start().await);
    let rig = rig(&redis, &receiver).await;
    answered(&rig, "CA1").await;
    let rig = rig.restart().await;
    rig.back().await;
    let told = async || {
        rig.settle().await;
        rig.clock.advance(SECOND);
        receiver.taken() == ["response.completed"]
    };
    eventually("the response told", told).await;
}
