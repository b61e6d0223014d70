//! The rights of callers: who is erased is gone from every file, key and row, and nothing brings them back.

use aftercall::ports::clock::Clock;
use serde_json::{Value, json};

use crate::support::receiver::Receiver;
use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, PUBLIC, Rig};

mod crashes;
mod embedded;
mod kept;
mod shared;

const RULES: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }\n\
    [[ticket]]\nreason = \"low score\"\nwhen = { measure.csat = \"1..=2\" }\nowner = \"lead\"\ndue = \"24h\"\n";
const CALL: &str = "?agent=alice&queue=support&attr.region=us/ca&attr.rung_from=4155550123";
/// A caller of whom nothing may change.
const OTHER: &str = "+14155550177";
/// What nobody says but the caller.
const WORD: &str = "zebra";
/// The number in every form, and the caller's own word.
const TRACES: [&str; 5] = ["+14155550123", "14155550123", "4155550123", "+1415***0123", WORD];

/// A life that leaves traces everywhere: two calls, answers, comment, ticket with a note, webhooks that wait, texts that belong nowhere, STOP.
async fn lives(rig: &Rig) {
    rig.call_ends("CA1", CALL).await;
    rig.settle().await;
    for (id, text) in [("SM1", "1"), ("SM2", "1"), ("SM3", "the zebra at the desk was rude"), ("SM4", "and the zebra hung up")] {
        assert_eq!(rig.text(id, text).await.status, 200);
        rig.settle().await;
    }
    note_on_ticket(rig).await;
    rig.call_ends("CA2", CALL).await;
    rig.settle().await;
    rig.text("SM5", "STOP, you zebra").await;
    rig.text("SM6", "STOP").await;
    rig.text("SM7", "zebra after the end").await;
    rig.call_ends("CA3", CALL).await;
    rig.call_of(OTHER, "CB1", "?agent=bob&queue=support").await;
    rig.settle().await;
    rig.text_from(OTHER, "SN1", "5, lovely").await;
    rig.settle().await;
}

async fn note_on_ticket(rig: &Rig) {
    let tickets = rig.api("/v1/tickets").await;
    let id = tickets["items"][0]["id"].as_str().expect("a ticket").to_owned();
    let note = json!({"note": "rang +1 415 555 0123 back about the zebra (4155550123)", "by": "ann"});
    let (status, said) = send(rig, &rig.token, "PATCH", &format!("/v1/tickets/{id}"), &note).await;
    assert_eq!(status, 200, "{said}");
    rig.settle().await;
}

async fn send(rig: &Rig, token: &str, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method");
    let request = rig.client.request(method, format!("{}{path}", rig.base)).bearer_auth(token).body(body.to_string());
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, serde_json::from_str(&answer.text().await.expect("a text")).unwrap_or_default())
}

/// Everything that providers told, told again.
async fn is_told_again(rig: &Rig) {
    for call_id in ["CA1", "CA2", "CA3"] {
        assert_eq!(rig.call_ends(call_id, CALL).await.status, 200);
        let call = json!({"account": "main", "call_id": call_id, "respondent": CALLER, "ended_at": "2026-11-23T09:00:00Z"});
        let (status, said) = send(rig, &rig.token, "POST", "/v1/calls", &call).await;
        assert_eq!((status, &said["result"]), (202, &json!("suppressed")), "{said}");
        if call_id != "CA3" {
            assert_eq!(said["reason"], "erased", "{said}");
        }
    }
    let texts = [
        ("SM1", "1"),
        ("SM2", "1"),
        ("SM3", "the zebra at the desk was rude"),
        ("SM4", "and the zebra hung up"),
        ("SM5", "STOP, you zebra"),
        ("SM6", "STOP"),
        ("SM7", "zebra after the end"),
    ];
    for (id, text) in texts {
        assert_eq!(rig.text(id, text).await.outcome, "duplicate", "{id}");
    }
    for (form, id) in rig.twilio.sent().into_iter().zip(rig.twilio.message_ids()) {
        let find = |name: &str| form.iter().find(|(given, _)| given == name).map(|(_, value)| value.clone()).expect("a field");
        if find("To") == CALLER {
            let target = find("StatusCallback").strip_prefix(PUBLIC).expect("an address of ours").to_owned();
            let params =
                [("MessageSid", id.as_str()), ("MessageStatus", "delivered"), ("AccountSid", ACCOUNT_SID), ("From", LINE), ("To", CALLER)];
            assert!(rig.hook(&target, &params).await.status < 300);
        }
    }
    rig.settle().await;
}

async fn erased(rig: &Rig) -> Value {
    let (status, receipt) = send(rig, &rig.token, "DELETE", &format!("/v1/respondents/{CALLER}"), &json!(null)).await;
    assert_eq!(status, 200, "{receipt}");
    receipt
}

/// What reports show of the three calls and of the other caller.
async fn figures_stand(rig: &Rig) {
    let calls = rig.api("/v1/calls").await;
    let rows: Vec<Value> = calls["items"].as_array().expect("items").clone();
    assert_eq!(rows.len(), 4, "{calls:#}");
    for row in rows.iter().filter(|row| row["call_id"] != "CB1") {
        let reason = if row["call_id"] == "CA3" { "opted_out" } else { "erased" };
        assert_eq!((&row["respondent"], &row["session_id"], &row["reason"]), (&Value::Null, &Value::Null, &json!(reason)), "{row:#}");
        assert_eq!((&row["queue"], &row["attributes"]), (&json!("support"), &json!({"region": "us/ca"})), "{row:#}");
    }
    let responses = rig.api("/v1/responses").await;
    let kept = responses["items"].as_array().expect("items");
    assert!(kept.len() == 1 && kept[0]["respondent"] == "+1415***0177" && kept[0]["answers"][0]["text"] == "lovely", "{responses:#}");
    let funnel = rig.api("/v1/funnel").await;
    let whole = &funnel["items"][0];
    assert_eq!((&whole["calls"], &whole["suppressed"]), (&json!(4), &json!({"erased": 2, "opted_out": 1})), "{funnel:#}");
    let ticket = &rig.api("/v1/tickets").await["items"][0];
    assert_eq!((&ticket["notes"], &ticket["state"]), (&json!([]), &json!("open")));
    assert_eq!(rig.unmatched().await, []);
}

/// The whole feed: table, whether it stands, key; and that its text holds no trace.
async fn feed(rig: &Rig, mut cursor: String) -> (Vec<(String, bool, String)>, String) {
    let mut seen = Vec::new();
    let mut last = 0;
    loop {
        let page = rig.api(&format!("/v1/changes?limit=2&cursor={cursor}")).await;
        for item in page["items"].as_array().expect("items") {
            let stands = item["op"] == "upsert";
            assert!(item["seq"].as_u64() >= Some(last) && stands == item["row"].is_object(), "{item:#}");
            last = item["seq"].as_u64().expect("a number");
            let text = |name: &str| item[name].as_str().expect("a text").to_owned();
            seen.push((text("table"), stands, text("key")));
        }
        page["next_cursor"].as_str().expect("a cursor").clone_into(&mut cursor);
        if page["has_more"] == false {
            return (seen, cursor);
        }
    }
}

/// A reader that was through before sees what went, by key, and what stays without the person.
async fn feed_tells_what_went(rig: &Rig, cursor: String) {
    let (seen, _) = feed(rig, cursor).await;
    let whole = rig.api("/v1/changes?limit=1000").await;
    assert!(TRACES.iter().all(|trace| !whole.to_string().contains(trace)), "{whole:#}");
    let of = |table: &str, stands: bool| seen.iter().filter(|item| item.0 == table && item.1 == stands).count();
    assert_eq!(
        [of("responses", false), of("unmatched", false), of("calls", true), of("opt_outs", true), of("tickets", true)],
        [2, 1, 3, 1, 1],
        "{seen:?}"
    );
    let (whole, _) = feed(rig, String::new()).await;
    let stand: Vec<&(String, bool, String)> = whole.iter().filter(|item| item.0 == "responses" && item.1).collect();
    assert_eq!(stand.len(), 1, "{whole:?}");
}

/// Where a reader stands that has read everything.
async fn end_of_feed(rig: &Rig) -> String {
    let page = rig.api("/v1/changes?limit=1000").await;
    assert_eq!(page["has_more"], false);
    page["next_cursor"].as_str().expect("a cursor").to_owned()
}

/// A webhook whose receiver takes nothing at the moment, so that what it is to be told waits.
async fn deaf() -> Receiver {
    let receiver = Receiver::start().await;
    receiver.script(&[500; 64]);
    receiver
}

/// The traces that a folder's files hold, byte by byte; the configuration names none.
fn traces_in(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(traces_in(&path));
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file");
        let holds = |trace: &&&str| bytes.windows(trace.len()).any(|window| window == trace.as_bytes());
        found.extend(TRACES.iter().filter(holds).map(|trace| format!("{} holds {trace}", path.display())));
    }
    found
}

/// A later call is a new contact; that the caller had opted out still holds.
async fn comes_again(rig: &Rig) {
    rig.clock.advance(std::time::Duration::from_secs(3600));
    let call = json!({"account": "main", "call_id": "CA9", "respondent": CALLER, "ended_at": rig.clock.now().to_string()});
    let (status, said) = send(rig, &rig.token, "POST", "/v1/calls", &call).await;
    assert_eq!((status, &said["reason"]), (202, &json!("opted_out")), "{said}");
    let (status, said) = send(rig, &rig.token, "DELETE", &format!("/v1/opt-outs/{CALLER}"), &json!(null)).await;
    assert_eq!((status, &said["opted_out"]), (200, &json!(false)));
    rig.clock.advance(std::time::Duration::from_secs(60));
    let call = json!({"account": "main", "call_id": "CA10", "respondent": CALLER, "ended_at": rig.clock.now().to_string()});
    let (status, said) = send(rig, &rig.token, "POST", "/v1/calls", &call).await;
    assert_eq!((status, &said["result"]), (202, &json!("started")), "{said}");
}
