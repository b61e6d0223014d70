//! Something between gateway and telephone is away for a while: nothing is lost, nothing counts twice.

use std::time::Duration;

use serde_json::json;

use super::desk::{Desk, report, report_of};
use crate::support::chaos::Mode;
use crate::support::servers::eventually;

#[tokio::test]
async fn a_text_that_kannel_could_not_take_leaves_once_when_it_is_back() {
    let desk = Desk::open("csat", &[]).await;
    desk.kannel.kill();
    report(&desk.rig, "C1").await;
    desk.rig.settle().await;
    desk.kannel.start_again().await;
    desk.kannel.telephone(None);
    desk.rig.after(Duration::from_secs(60)).await;
    desk.hears(1).await;
    desk.says("5");
    let heard = desk.hears(2).await;
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert_eq!(desk.rig.response().await["scores"]["csat"], 5);
}

#[tokio::test]
async fn a_text_that_bearerbox_had_taken_outlives_its_death_and_is_not_sent_twice() {
    let desk = Desk::open("csat", &[]).await;
    report(&desk.rig, "C1").await;
    desk.rig.settle().await;
    assert!(desk.rig.response().await["invited_at"].is_string(), "taken for later delivery");
    desk.kannel.kill();
    desk.rig.after(Duration::from_secs(60)).await;
    desk.kannel.start_again().await;
    desk.kannel.telephone(None);
    desk.hears(1).await;
    let response = desk.becomes("a delivered invitation", |response| response["delivered_at"].is_string()).await;
    assert_eq!((desk.kannel.heard().len(), &response["disposition"]), (1, &json!("open")));
}

#[tokio::test]
async fn a_reply_reaches_a_gateway_that_could_not_be_reached_for_a_while() {
    let desk = Desk::open("csat", &[]).await;
    desk.kannel.telephone(None);
    report(&desk.rig, "C1").await;
    desk.hears(1).await;
    desk.network.set(Mode::Refuse);
    let before = desk.network.connections();
    desk.says("4");
    eventually("two vain tries", async || desk.network.connections() >= before + 2).await;
    assert_eq!(desk.rig.response().await["answers"], json!([]));
    desk.network.set(Mode::Pass);
    let response = desk.becomes("an answer", |response| response["answers"][0].is_object()).await;
    assert_eq!(response["scores"]["csat"], 4);
}

#[tokio::test]
async fn a_reply_whose_acknowledgement_is_lost_comes_again_and_counts_once() {
    let desk = Desk::open("csat", &[]).await;
    desk.kannel.telephone(None);
    report(&desk.rig, "C1").await;
    desk.hears(1).await;
    desk.network.set(Mode::CutAfter(0));
    let before = desk.network.connections();
    desk.says("4");
    eventually("a second try", async || desk.network.connections() >= before + 2).await;
    eventually("a second try that was known", async || desk.duplicates().await).await;
    let heard = desk.hears(2).await;
    let response = desk.rig.response().await;
    assert_eq!((&response["scores"]["csat"], response["answers"].as_array().map(Vec::len)), (&json!(4), Some(1)));
    assert_eq!((heard.len(), desk.rig.unmatched().await), (2, Vec::new()));
}

#[tokio::test]
async fn texts_beyond_a_full_queue_wait_with_us_and_each_arrives_once() {
    let desk = Desk::with_queue("csat", &[], 1).await;
    let callers = ["+14155550121", "+14155550122", "+14155550124"];
    for caller in callers {
        report_of(caller, &desk.rig, caller).await;
        desk.rig.settle().await;
    }
    let invited = async || {
        let page = desk.rig.api("/v1/responses").await;
        page["items"].as_array().expect("items").iter().filter(|response| response["invited_at"].is_string()).count()
    };
    assert_eq!(invited().await, 1, "the others were refused");
    desk.kannel.telephone(None);
    desk.hears(1).await;
    eventually("all three", async || {
        // Time passes for texts that were refused again, and not while those that were taken are in the air.
        if invited().await < callers.len() {
            desk.rig.after(Duration::from_secs(60)).await;
        }
        desk.kannel.heard().len() >= callers.len()
    })
    .await;
    let mut heard: Vec<String> = desk.kannel.heard().into_iter().map(|text| text.to).collect();
    heard.sort_unstable();
    assert_eq!((heard, invited().await), (callers.map(str::to_owned).to_vec(), 3));
}
