//! `backup`, beside a `serve` that takes calls, and what comes of the copy.

use serde_json::{Value, json};

use super::program::{aftercall, token};

async fn report(base: &str, token: &str, call_id: &str) -> u16 {
    let call = json!({"account": "simulator", "call_id": call_id, "respondent": "+14155550123", "ended_at": "2026-11-23T09:59:00Z"});
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let sent = client.post(format!("{base}/v1/calls")).bearer_auth(token).body(call.to_string()).send().await;
    sent.expect("an answer").status().as_u16()
}

async fn calls(base: &str, token: &str) -> usize {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let page = client.get(format!("{base}/v1/calls?limit=1000")).bearer_auth(token).send().await.expect("an answer");
    let page: Value = serde_json::from_str(&page.text().await.expect("a text")).expect("JSON");
    page["items"].as_array().expect("items").len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_while_calls_come_in_holds_all_that_was_accepted_before_and_can_be_served() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy"));
    let admin = token(&data, "admin").await;
    let serving = aftercall("serve").data(&data).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").serve().await;
    for at in 0..20 {
        assert_eq!(report(&serving.base, &admin, &format!("before-{at}")).await, 202);
    }
    let (base, more) = (serving.base.clone(), admin.clone());
    let going_on = tokio::spawn(async move {
        for at in 0..40 {
            assert_eq!(report(&base, &more, &format!("during-{at}")).await, 202);
        }
    });
    let made = aftercall(&format!("backup {} --json", copy.display())).data(&data).run().await;
    assert_eq!(made.code, 0, "{made:?}");
    let files: Vec<String> =
        std::fs::read_dir(&copy).expect("copies").map(|file| file.expect("one").file_name().to_string_lossy().into_owned()).collect();
    assert!(files.len() == 2 && files.contains(&"aftercall.db".to_owned()) && files.contains(&"secret".to_owned()), "{files:?}");
    assert_eq!(made.json()["files"].as_array().map(Vec::len), Some(2));
    for file in files {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(copy.join(file)).expect("a file").permissions().mode() & 0o777, 0o600);
    }
    going_on.await.expect("no panic");
    assert_eq!(calls(&serving.base, &admin).await, 60);
    assert_eq!(serving.stop().await.code, 0);

    let again = aftercall(&format!("backup {}", copy.display())).data(&data).run().await;
    assert!(again.code == 1 && again.err.contains("aftercall.db"), "nothing is replaced: {again:?}");
    let restored = aftercall("serve").data(&copy).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").serve().await;
    assert!((20..=60).contains(&calls(&restored.base, &admin).await), "the token and the calls are in it");
    assert_eq!(restored.stop().await.code, 0);
}

#[tokio::test]
async fn where_there_is_nothing_to_copy_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy");
    let ended = aftercall(&format!("backup {}", copy.display())).data(&folder.path().join("none")).run().await;
    assert!(ended.code == 1 && ended.err.contains("none") && !copy.exists(), "{ended:?}");
}
