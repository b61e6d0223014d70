//! Everything in one SQLite file, and results in a file of their own.

use serde_json::{Value, json};

use super::{
    CALLER, RULES, TRACES, comes_again, deaf, end_of_feed, erased, feed_tells_what_went, figures_stand, is_told_again, lives, send,
    traces_in,
};
use crate::support::rig::Rig;
use aftercall::ports::report::Role;

#[tokio::test]
async fn in_one_file_nothing_is_left_of_who_is_erased_and_nothing_brings_them_back() {
    let receiver = deaf().await;
    let rig = Rig::start(&format!("{RULES}{}", receiver.configured("crm", ""))).await;
    lives(&rig).await;
    let before = traces_in(rig.folder.path());
    assert!(TRACES.iter().all(|trace| before.iter().any(|found| found.ends_with(trace))), "{before:?}");
    let cursor = end_of_feed(&rig).await;
    let receipt = erased(&rig).await;
    assert_eq!(traces_in(rig.folder.path()), Vec::<String>::new(), "{receipt:#}");
    let removed = &receipt["removed"];
    assert_eq!((&removed["sessions"], &removed["journal"]), (&json!(2), &json!(0)), "{receipt:#}");
    assert_eq!((&removed["answers"], &removed["texts"]), (&json!(5), &json!(5)), "{receipt:#}");
    assert_eq!(removed["tables"], json!({"calls": 3, "opt_outs": 1, "responses": 2, "tickets": 1, "unmatched_replies": 1}), "{receipt:#}");
    assert_eq!((receipt["receipt"].as_str().map(str::len), receipt["tombstone"].as_str().map(str::len)), (Some(36), Some(32)));
    feed_tells_what_went(&rig, cursor).await;
    figures_stand(&rig).await;
    is_told_again(&rig).await;
    assert_eq!(traces_in(rig.folder.path()), Vec::<String>::new());
    figures_stand(&rig).await;
    let rig = rig.restart().await;
    is_told_again(&rig).await;
    assert_eq!(traces_in(rig.folder.path()), Vec::<String>::new());
    figures_stand(&rig).await;
    comes_again(&rig).await;
}

#[tokio::test]
async fn only_an_administrator_of_the_tenant_erases() {
    let rig = Rig::start(RULES).await;
    lives(&rig).await;
    let path = format!("/v1/respondents/{CALLER}");
    for (tenant, role, wanted) in [("default", Role::Read, 403), ("default", Role::Ingest, 403)] {
        let token = rig.app.create_token(tenant, role).await.expect("a token");
        assert_eq!(send(&rig, &token, "DELETE", &path, &Value::Null).await.0, wanted);
    }
    assert_eq!(send(&rig, "ac_wrong", "DELETE", &path, &Value::Null).await.0, 401);
    assert_eq!(send(&rig, &rig.token, "DELETE", "/v1/respondents/12", &Value::Null).await.0, 400);
    let stranger = rig.app.create_token("other", Role::Admin).await.expect("a token");
    let (status, receipt) = send(&rig, &stranger, "DELETE", &path, &Value::Null).await;
    assert_eq!((status, &receipt["removed"]["sessions"]), (200, &json!(0)), "that tenant knows nobody of that number");
    assert_eq!(rig.api("/v1/responses").await["items"].as_array().map(Vec::len), Some(3));
}
