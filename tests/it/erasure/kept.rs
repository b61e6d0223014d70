//! What is kept for a time only, and who sees whole numbers.

use std::time::Duration;

use aftercall::ports::clock::Clock;
use aftercall::ports::report::Role;
use serde_json::{Value, json};

use super::{CALL, CALLER, RULES, end_of_feed, erased, feed, send};
use crate::support::rig::Rig;
use crate::support::servers::{Postgres, Redis};

const DAY: Duration = Duration::from_secs(86_400);

async fn answered(rig: &Rig) {
    rig.call_ends("CA1", CALL).await;
    rig.settle().await;
    for (id, text) in [("SM1", "4"), ("SM2", "the zebra was kind")] {
        rig.text(id, text).await;
        rig.settle().await;
    }
    rig.text_from("+14155550178", "SM3", "a stray zebra").await;
    rig.settle().await;
}

async fn row(rig: &Rig, path: &str) -> Value {
    let page = rig.api(path).await;
    assert_eq!(page["items"].as_array().map(Vec::len), Some(1), "{page:#}");
    page["items"][0].clone()
}

async fn count(rig: &Rig, path: &str) -> usize {
    rig.api(path).await["items"].as_array().expect("items").len()
}

/// Words go first, then numbers, then results; each is told to readers of the feed.
async fn goes_by_and_by(rig: &Rig) {
    answered(rig).await;
    rig.app.retain().await.expect("a run");
    assert_eq!(row(rig, "/v1/responses").await["answers"][1]["text"], "the zebra was kind");
    let place = end_of_feed(rig).await;
    rig.clock.advance(DAY * 91);
    assert!(rig.app.retain().await.expect("a run") > 0);
    let response = row(rig, "/v1/responses").await;
    assert_eq!(
        (&response["answers"][1]["text"], &response["answers"][1]["raw"], &response["answers"][0]["value"]),
        (&Value::Null, &Value::Null, &json!(4))
    );
    assert_eq!((&response["respondent"], &response["scores"]["csat"]), (&json!("+1415***0123"), &json!(4)));
    assert_eq!(count(rig, "/v1/unmatched").await, 0);
    let (seen, place) = feed(rig, place).await;
    let kinds: Vec<(&str, bool)> = seen.iter().map(|(table, stands, _)| (table.as_str(), *stands)).collect();
    assert_eq!(kinds, [("responses", true), ("unmatched", false)]);

    rig.clock.advance(DAY * 275);
    rig.app.retain().await.expect("a run");
    for path in ["/v1/responses", "/v1/calls"] {
        assert_eq!(row(rig, path).await["respondent"], Value::Null, "{path}");
    }
    let before = row(rig, "/v1/measures?measure=csat").await;
    assert_eq!((&before["n"], &before["value"]), (&json!(1), &json!(100.0)), "figures stay");
    assert_eq!(rig.app.retain().await, Ok(0), "once");

    rig.clock.advance(DAY * 366);
    rig.app.retain().await.expect("a run");
    assert_eq!((count(rig, "/v1/responses").await, count(rig, "/v1/calls").await), (0, 0));
    let (seen, _) = feed(rig, place).await;
    let gone: Vec<&str> = seen.iter().filter(|item| !item.1).map(|item| item.0.as_str()).collect();
    assert_eq!(gone, ["responses", "calls"], "{seen:?}");
}

/// What becomes known later of a call whose number is kept no longer leaves the seal of it, by which an erasure still finds both rows.
async fn is_found_by_its_seal(rig: &Rig) {
    answered(rig).await;
    rig.clock.advance(DAY * 366);
    rig.app.gateway.flows.store.purge(rig.clock.now(), 1000).await.expect("a purge");
    rig.app.retain().await.expect("a run");
    let (later, path) = (json!({"attributes": {"ward": "7"}}), "/v1/calls/main/CA1/attributes");
    let (status, said) = send(rig, &rig.token, "POST", path, &later).await;
    assert_eq!((status, &said["respondent"], &said["attributes"]["ward"]), (200, &Value::Null, &json!("7")), "{said}");
    rig.settle().await;
    for path in ["/v1/responses", "/v1/calls"] {
        let row = row(rig, path).await;
        assert_eq!((&row["respondent"], &row["attributes"]["ward"]), (&Value::Null, &json!("7")), "{path}");
    }
    let receipt = erased(rig).await;
    assert_eq!((&receipt["removed"]["tables"]["calls"], &receipt["removed"]["tables"]["responses"]), (&json!(1), &json!(1)), "{receipt}");
    assert_eq!(send(rig, &rig.token, "POST", path, &later).await.0, 404);
}

/// Only a token with the permission sees whole numbers, and each look is written down.
async fn is_seen_by_permission(rig: &Rig) {
    answered(rig).await;
    let session = row(rig, "/v1/responses").await["session_id"].clone();
    let asked = json!({"table": "responses", "keys": [session, "none"]});
    let (status, said) = send(rig, &rig.token, "POST", "/v1/unmask", &asked).await;
    assert_eq!((status, &said["code"]), (403, &json!("forbidden")));
    let token = rig.app.create_unmasking_token("default", Role::Read).await.expect("a token");
    let (status, said) = send(rig, &token, "POST", "/v1/unmask", &asked).await;
    assert_eq!((status, &said["items"]), (200, &json!([{"key": session, "respondent": CALLER}])));
    let call = json!({"table": "calls", "keys": ["main/CA1"]});
    assert_eq!(send(rig, &token, "POST", "/v1/unmask", &call).await.1["items"][0]["respondent"], CALLER);
    let stranger = rig.app.create_unmasking_token("other", Role::Read).await.expect("a token");
    assert_eq!(send(rig, &stranger, "POST", "/v1/unmask", &asked).await.1, json!({"items": []}));
    for wrong in [json!({}), json!({"table": "responses", "keys": []}), json!({"table": "tokens", "keys": ["x"]})] {
        assert_eq!(send(rig, &token, "POST", "/v1/unmask", &wrong).await.0, 400, "{wrong}");
    }
    assert_eq!(send(rig, &token, "GET", "/v1/audit", &Value::Null).await.0, 403);
    rig.clock.advance(DAY);
    let receipt = erased(rig).await;
    assert_eq!(send(rig, &token, "POST", "/v1/unmask", &call).await.1["items"], json!([{"key": "main/CA1", "respondent": null}]));
    let audit = rig.api("/v1/audit").await;
    let deeds: Vec<(&Value, &Value)> =
        audit["items"].as_array().expect("items").iter().map(|deed| (&deed["what"], &deed["table"])).collect();
    assert_eq!(deeds.len(), 4, "{audit:#}");
    let erasure = audit["items"].as_array().and_then(|items| items.iter().find(|deed| deed["what"] == "erase")).expect("an erasure");
    assert_eq!((&erasure["keys"][0], &erasure["removed"]["sessions"]), (&receipt["receipt"], &json!(1)), "{audit:#}");
    assert!(!audit.to_string().contains("4155550123"), "{audit:#}");
    let look = audit["items"].as_array().and_then(|items| items.iter().find(|deed| deed["table"] == "responses")).expect("a look");
    assert_eq!(look["keys"], asked["keys"]);
}

#[tokio::test]
async fn in_one_file_words_numbers_and_results_go_when_their_time_is_over() {
    goes_by_and_by(&Rig::start(RULES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_postgresql_words_numbers_and_results_go_when_their_time_is_over() {
    let (redis, database) = (Redis::start().await, Postgres::database().await);
    goes_by_and_by(&Rig::on_servers((&redis.url(), Some(&database.url())), RULES, &[]).await).await;
}

#[tokio::test]
async fn in_one_file_who_is_erased_is_found_by_the_seal_after_later_attributes() {
    is_found_by_its_seal(&Rig::start(RULES).await).await;
}

#[tokio::test]
async fn in_one_file_whole_numbers_are_seen_by_permission_and_each_look_is_written_down() {
    is_seen_by_permission(&Rig::start(RULES).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_postgresql_whole_numbers_are_seen_by_permission_and_each_look_is_written_down() {
    let (redis, database) = (Redis::start().await, Postgres::database().await);
    is_seen_by_permission(&Rig::on_servers((&redis.url(), Some(&database.url())), RULES, &[]).await).await;
}
