//! `token` and `export` beside a running `serve`.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::{Value, json};

use super::program::{Serving, aftercall, token};

async fn serve(data: &Path) -> Serving {
    aftercall("serve").data(data).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").serve().await
}

fn call(number: u32, day: u32) -> Value {
    json!({"account": "simulator", "call_id": format!("CA{number}"), "respondent": format!("+141555501{number:02}"),
        "ended_at": format!("2026-11-{day:02}T10:00:00.000Z"), "agents": [{"id": "alice"}], "queue": "=1+1"})
}

#[tokio::test]
async fn a_token_opens_a_running_serve_at_once_and_a_revoked_one_no_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let serving = serve(folder.path()).await;
    let made = aftercall("token create --tenant default --role read --json").data(folder.path()).run().await.json();
    let fields: Vec<_> = made.as_object().expect("an object").keys().cloned().collect();
    assert_eq!(fields, ["id", "token"]);
    let (id, secret) = (made["id"].as_str().expect("an id"), made["token"].as_str().expect("a token"));
    assert_eq!(serving.get(secret, "/v1/responses").await.0, 200);
    assert_eq!(serving.get("ac_nothing", "/v1/responses").await.0, 401);
    assert_eq!(serving.report(secret, &call(1, 1)).await.0, 403);

    let list = aftercall("token list --json").data(folder.path()).run().await;
    let entries = list.json();
    assert_eq!((&entries[0]["id"], &entries[0]["role"], &entries[0]["revoked_at"]), (&json!(id), &json!("read"), &Value::Null));
    let plain = aftercall("token list").data(folder.path()).run().await;
    assert!(plain.out.contains(id) && plain.out.contains("good"), "{}", plain.out);
    assert!(!plain.out.contains(secret) && !list.out.contains(secret));

    let revoked = aftercall(&format!("token revoke {id}")).data(folder.path()).run().await;
    assert_eq!((revoked.code, revoked.err.as_str()), (0, ""));
    assert_eq!(serving.get(secret, "/v1/responses").await.0, 401);
    let again = aftercall(&format!("token revoke {id}")).data(folder.path()).run().await;
    assert!(again.code == 1 && again.err.contains(id), "{again:?}");
    assert!(aftercall("token list").data(folder.path()).run().await.out.contains("revoked"));
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn a_token_made_before_the_first_serve_is_good_and_its_file_is_nobody_elses() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("not/there/yet");
    let secret = token(&data, "admin").await;
    let mode = std::fs::metadata(data.join("aftercall.db")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
    let serving = serve(&data).await;
    assert_eq!(serving.get(&secret, "/v1/responses").await.0, 200);
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn an_export_beside_a_running_serve_holds_the_period_and_nothing_that_a_spreadsheet_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let serving = serve(folder.path()).await;
    let ingest = token(folder.path(), "ingest").await;
    for (number, day) in [(1, 20), (2, 21), (3, 22)] {
        let (status, told) = serving.report(&ingest, &call(number, day)).await;
        assert_eq!((status, &told["result"]), (202, &json!("started")), "{told}");
    }
    let export = |more: &str| aftercall(&format!("export {more}")).data(folder.path()).run();
    let all = export("--table calls --format ndjson").await;
    assert_eq!((all.code, all.json_lines().len()), (0, 3));
    let part = export("--table calls --format ndjson --from 2026-11-21T10:00:00Z --to 2026-11-22T10:00:00Z").await.json_lines();
    assert_eq!(part.iter().map(|row| row["call_id"].clone()).collect::<Vec<_>>(), [json!("CA2")], "from is in, to is out");
    assert_eq!(export("--format csv --from 2030-01-01T00:00:00Z").await.out.lines().count(), 1, "the header alone");
    assert_eq!(export("--format ndjson --tenant another").await.out, "");

    let responses = export("--table responses --format csv --bom").await.out;
    let text = responses.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers().expect("a header").clone();
    for column in ["session_id", "version", "agents", "attributes", "answers", "scores", "channels", "disposition"] {
        assert!(columns.iter().any(|name| name == column), "{column}");
    }
    assert_eq!(reader.records().count(), 3);
    assert!(["01", "02", "03"].iter().all(|end| !responses.contains(&format!("+141555501{end}"))), "a number stands whole");
    assert_eq!(responses.matches(",'=1+1,").count(), 3, "a cell that a spreadsheet would run: {responses}");
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn what_cannot_be_exported_is_said_and_nothing_is_made_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("mistyped");
    for line in ["export", "token list", "token revoke 1"] {
        let ended = aftercall(line).data(&data).run().await;
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{line}");
        assert!(ended.err.contains("mistyped") && ended.err.contains("--data"), "{line}: {}", ended.err);
    }
    assert!(!data.exists());
}
