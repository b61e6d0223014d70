//! Who has said no gets nothing any more, whoever took the no; who says START is asked again. Through HTTP, in both stores.

use std::time::Duration;

use aftercall::ports::report::Role;
use serde_json::{Value, json};

use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, Reply, Rig};
use crate::support::servers::Redis;
use crate::support::twilio_stand_in::Answer;

const HOUR: Duration = Duration::from_secs(3600);
const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";
const DELAYED: &str =
    "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\ndelay = \"10m\"\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";
const REVOKED: &str = "please stop texting me";

/// The same gateway on the embedded store and on a shared one.
async fn on_each_store(rules: &str, trip: impl AsyncFn(&Rig)) {
    trip(&Rig::start(rules).await).await;
    let redis = Redis::start().await;
    trip(&Rig::on_redis(&redis.url(), rules, &[]).await).await;
}

/// What the API answers to one of the requests about somebody's consent.
async fn consent(rig: &Rig, method: &str, whose: &str) -> (u16, Value) {
    as_role(rig, &rig.token, (method, whose)).await
}

async fn as_role(rig: &Rig, token: &str, (method, whose): (&str, &str)) -> (u16, Value) {
    let method = method.parse().expect("a method");
    let request = rig.client.request(method, format!("{}/v1/opt-outs/{whose}", rig.base)).bearer_auth(token);
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON"))
}

/// Every change of consent as (state, source, text), the oldest first.
async fn trail(rig: &Rig, query: &str) -> Vec<Value> {
    rig.settle().await;
    let page = rig.api(&format!("/v1/opt-outs{query}")).await;
    page["items"].as_array().expect("items").iter().map(|item| json!([item["state"], item["source"], item["text"]])).collect()
}

async fn dispositions(rig: &Rig) -> Vec<String> {
    rig.settle().await;
    let page = rig.api("/v1/responses").await;
    page["items"].as_array().expect("items").iter().map(|item| item["disposition"].as_str().unwrap_or_default().to_owned()).collect()
}

async fn reason_of(rig: &Rig, call_id: &str) -> Value {
    rig.settle().await;
    let page = rig.api("/v1/calls?limit=1000").await;
    let found = page["items"].as_array().expect("items").iter().find(|call| call["call_id"] == call_id);
    found.expect("a call")["reason"].clone()
}

/// A text of which Twilio says what its own handling of opt-outs made of it.
async fn handled_by_twilio(rig: &Rig, message_id: &str, (text, made): (&str, &str)) -> Reply {
    let params = [
        ("MessageSid", message_id),
        ("AccountSid", ACCOUNT_SID),
        ("From", CALLER),
        ("To", LINE),
        ("Body", text),
        ("NumMedia", "0"),
        ("OptOutType", made),
    ];
    rig.hook("/hooks/main/sms", &params).await
}

#[tokio::test]
async fn a_stop_in_any_language_is_confirmed_once_and_nothing_leaves_after_it() {
    let rig = Rig::start(DELAYED).await;
    let words = ["退订", "td", "Baja", "SAIR", "Arrêter", "abmelden", "إلغاء الاشتراك", "बंद करें", "配信停止", "取消訂閱", "STOP svp"];
    for (at, word) in words.iter().enumerate() {
        let caller = format!("+141555501{:02}", at + 10);
        rig.call_of(&caller, &format!("CA{at}"), "").await;
        let first = rig.text_from(&caller, &format!("SM{at}"), word).await;
        assert!(first.body.contains("<Message>"), "{word}: {first:?}");
        let second = rig.text_from(&caller, &format!("SM{at}-again"), word).await;
        assert!(!second.body.contains("<Message>"), "{word}: one confirmation is enough");
    }
    rig.after(HOUR * 24).await;
    assert_eq!(rig.sent(), Vec::<String>::new());
    assert_eq!(dispositions(&rig).await, vec!["opted_out"; words.len()]);
}

#[tokio::test]
async fn a_request_in_words_of_their_own_pauses_everything_until_a_person_has_decided() {
    on_each_store(BY_TEXT, async |rig| {
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        // Its question is queued, and has not left yet.
        rig.call_ends("CA2", "").await;
        assert!(rig.text("SM1", REVOKED).await.body.contains("<Message>"), "confirmed once");
        rig.call_ends("CA3", "").await;
        rig.after(HOUR).await;
        assert_eq!(rig.sent().len(), 1, "what was queued is gone");
        assert_eq!((dispositions(rig).await, reason_of(rig, "CA3").await), (vec!["opted_out".to_owned(); 2], json!("opted_out")));
        assert_eq!(trail(rig, "?state=review").await, [json!(["review", "review", REVOKED])]);
        assert_eq!(consent(rig, "GET", CALLER).await.1["state"], "review");

        // The list shows numbers masked, so an entry is decided on by its id.
        let page = rig.api("/v1/opt-outs?state=review").await;
        let (entry, shown) = (page["items"][0]["id"].as_str().expect("an id"), &page["items"][0]["respondent"]);
        assert_eq!(shown, "+1415***0123");
        let (status, kept) = consent(rig, "PUT", entry).await;
        assert_eq!((status, &kept["state"], &kept["respondent"]), (200, &json!("opted_out"), &json!("+1415***0123")));
        assert_eq!(trail(rig, "?state=review").await, Vec::<Value>::new());
        assert_eq!(trail(rig, "?state=opted_out").await, [json!(["opted_out", "api", null])]);

        let (status, back) = consent(rig, "DELETE", entry).await;
        assert_eq!((status, &back["opted_out"], &back["state"], &back["since"]), (200, &json!(false), &json!("opted_in"), &json!(null)));
        rig.call_ends("CA4", "").await;
        rig.after(HOUR).await;
        assert_eq!(rig.sent().len(), 2);
        let whole = [json!(["past", "review", REVOKED]), json!(["past", "api", null]), json!(["opted_in", "api", null])];
        assert_eq!(trail(rig, "").await, whole);
    })
    .await;
}

#[tokio::test]
async fn a_stop_after_a_request_in_words_of_their_own_leaves_nothing_to_decide() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.text("SM1", REVOKED).await;
    assert!(!rig.text("SM2", "STOP").await.body.contains("<Message>"), "it was confirmed before");
    assert_eq!(trail(&rig, "").await, [json!(["past", "review", REVOKED]), json!(["opted_out", "keyword", "STOP"])]);
}

#[tokio::test]
async fn an_answer_with_a_request_to_stop_counts_and_the_rest_is_not_asked() {
    on_each_store(BY_TEXT, async |rig| {
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        let reply = rig.text("SM1", "2, stop texting me please").await;
        assert!(reply.body.contains("<Message>") && !reply.body.contains("What went wrong"), "{reply:?}");
        assert_eq!(dispositions(rig).await, ["opted_out"]);
        assert_eq!(rig.response().await["scores"]["csat"], 2);
        assert_eq!(trail(rig, "?state=review").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_request_to_stop_after_the_thanks_and_one_of_a_stranger_count_too() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.text("SM1", "5").await;
    rig.text("SM2", "none").await;
    rig.text("SM3", "别再发短信了").await;
    rig.text_from("+14155550177", "SM4", REVOKED).await;
    assert_eq!(dispositions(&rig).await, ["completed"], "what was completed stays so");
    assert_eq!(trail(&rig, "?state=review").await.len(), 2);
    rig.call_ends("CA2", "").await;
    rig.call_of("+14155550177", "CA3", "").await;
    assert_eq!((reason_of(&rig, "CA2").await, reason_of(&rig, "CA3").await), (json!("opted_out"), json!("opted_out")));
    assert_eq!(rig.unmatched().await, [(REVOKED.to_owned(), "no_session".to_owned())]);
}

/// A yes answers what was said last, and that was the confirmation that nothing comes any more.
#[tokio::test]
async fn a_plain_yes_opens_nothing_again_in_any_language_and_start_does() {
    on_each_store(BY_TEXT, async |rig| {
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        rig.text("SM0", "退订").await;
        for (at, yes) in ["yes", "Sí", "sim", "oui", "ja", "نعم", "हाँ", "是", "はい"].iter().enumerate() {
            assert!(!rig.text(&format!("SM-yes-{at}"), yes).await.body.contains("<Message>"), "{yes}");
        }
        assert_eq!(consent(rig, "GET", CALLER).await.1["opted_out"], true);
        rig.text("SM-start", "订阅").await;
        assert_eq!(consent(rig, "GET", CALLER).await.1["opted_out"], false);
        rig.call_ends("CA2", "").await;
        rig.settle().await;
        assert_eq!(rig.sent().len(), 2);
        assert_eq!(rig.unmatched().await.iter().filter(|(_, reason)| reason == "after_opt_out").count(), 10);
    })
    .await;
}

#[tokio::test]
async fn what_a_providers_own_handling_took_for_stop_start_and_help_counts() {
    on_each_store(BY_TEXT, async |rig| {
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        let help = handled_by_twilio(rig, "SM1", ("AYUDA PLEASE", "HELP")).await;
        assert!(!help.body.contains("<Message>"), "the provider has answered: {help:?}");
        assert_eq!(dispositions(rig).await, ["open"]);
        let stop = handled_by_twilio(rig, "SM2", ("ENOUGH", "STOP")).await;
        assert!(!stop.body.contains("<Message>"), "{stop:?}");
        assert_eq!(dispositions(rig).await, ["opted_out"]);
        handled_by_twilio(rig, "SM3", ("YES", "START")).await;
        rig.call_ends("CA2", "").await;
        rig.settle().await;
        // And the list that the provider keeps.
        rig.call_of("+14155550124", "CA3", "").await;
        rig.twilio.script(vec![Answer::Refuse(21610)]);
        rig.settle().await;
        let shown = consent(rig, "GET", "+14155550124").await.1;
        assert_eq!((&shown["state"], &shown["source"]), (&json!("opted_out"), &json!("provider")));
        let whole = [json!(["past", "provider", "ENOUGH"]), json!(["opted_in", "provider", "YES"]), json!(["opted_out", "provider", null])];
        assert_eq!(by_partition(trail(rig, "").await), by_partition(whole.to_vec()));
    })
    .await;
}

/// Changes of different respondents come from different queues, in any order.
fn by_partition(mut rows: Vec<Value>) -> Vec<String> {
    rows.sort_by_key(ToString::to_string);
    rows.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn an_opt_out_by_the_api_ends_what_runs_and_drops_what_waits() {
    on_each_store(BY_TEXT, async |rig| {
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        rig.call_ends("CA2", "").await;
        let (status, put) = consent(rig, "PUT", "%2B14155550123").await;
        assert_eq!((status, &put["opted_out"], &put["state"]), (200, &json!(true), &json!("opted_out")));
        assert!(put["since"].is_string(), "{put:#}");
        rig.call_ends("CA3", "").await;
        rig.after(HOUR * 24).await;
        assert_eq!(rig.sent().len(), 1);
        assert_eq!((dispositions(rig).await, reason_of(rig, "CA3").await), (vec!["opted_out".to_owned(); 2], json!("opted_out")));
        let (_, again) = consent(rig, "PUT", CALLER).await;
        assert_eq!(again["since"], put["since"], "since when is not moved");
        assert_eq!(consent(rig, "GET", CALLER).await, (200, with(&put, "source", "api", rig).await));
        assert_eq!(consent(rig, "DELETE", CALLER).await.1["opted_out"], false);
        assert_eq!(consent(rig, "DELETE", CALLER).await.1["opted_out"], false, "and once more changes nothing");
        assert_eq!(trail(rig, "").await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn after_an_opt_out_by_the_api_nobody_is_reminded() {
    let rig = Rig::as_shipped(&format!("{BY_TEXT}\nquiet_hours = {{ applies_to = \"off\" }}\nreminders = [\"4h\", \"8h\"]")).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR * 4).await;
    assert_eq!(rig.sent().len(), 2, "the question and a reminder");
    assert_eq!(consent(&rig, "PUT", CALLER).await.0, 200);
    rig.after(HOUR * 24).await;
    assert_eq!(rig.sent().len(), 2);
}

/// What is read later also says by whose word it was, and when that was told last.
async fn with(put: &Value, member: &str, value: &str, rig: &Rig) -> Value {
    let mut whole = put.clone();
    whole[member] = json!(value);
    whole["changed_at"] = rig.api("/v1/opt-outs").await["items"].as_array().and_then(|items| items.last()).expect("an entry")["at"].clone();
    whole
}

#[tokio::test]
async fn consent_is_the_tenants_own_and_only_an_administrator_changes_it() {
    let second =
        "[[account]]\nname = \"other\"\nprovider = \"simulator\"\ntenant = \"other\"\nsignature = \"none\"\nallow_from = [\"127.0.0.1\"]\n";
    let rig = Rig::start(&format!("{second}{BY_TEXT}")).await;
    rig.call_ends("CA1", "").await;
    rig.text("SM1", "STOP").await;
    let theirs = rig.app.create_token("other", Role::Admin).await.expect("a token");
    assert_eq!(as_role(&rig, &theirs, ("GET", CALLER)).await.1["opted_out"], false);
    let entry = rig.api("/v1/opt-outs").await["items"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(as_role(&rig, &theirs, ("DELETE", &entry)).await.0, 404, "not theirs to see");
    let call = json!({"account": "other", "call_id": "X1", "respondent": CALLER, "ended_at": "2026-11-23T10:00:00Z"});
    let request = rig.client.post(format!("{}/v1/calls", rig.base)).bearer_auth(&theirs).body(call.to_string());
    let answer = request.send().await.expect("an answer").text().await.expect("a text");
    assert!(answer.contains("\"started\""), "{answer}");

    for role in [Role::Read, Role::Ingest] {
        let token = rig.app.create_token("default", role).await.expect("a token");
        for method in ["PUT", "DELETE"] {
            assert_eq!(as_role(&rig, &token, (method, CALLER)).await.0, 403, "{role:?} {method}");
        }
        let read = as_role(&rig, &token, ("GET", CALLER)).await.0;
        assert_eq!(read, if role == Role::Read { 200 } else { 403 });
    }
    assert_eq!(consent(&rig, "GET", "nobody").await.0, 404);
    assert_eq!(consent(&rig, "GET", "+14155550199").await.1["state"], "opted_in");
}

#[tokio::test]
async fn the_trail_is_paged_and_shows_no_number_whole() {
    let rig = Rig::start(BY_TEXT).await;
    for at in 0..5 {
        rig.text_from(&format!("+1415555012{at}"), &format!("SM{at}"), "STOP").await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = rig.api(&format!("/v1/opt-outs?limit=2&cursor={cursor}")).await;
        seen.extend(page["items"].as_array().expect("items").iter().map(|item| item["respondent"].as_str().expect("a number").to_owned()));
        cursor = page["next_cursor"].as_str().expect("a cursor").to_owned();
        if page["has_more"] == false {
            break;
        }
    }
    assert_eq!(seen, ["+1415***0120", "+1415***0121", "+1415***0122", "+1415***0123", "+1415***0124"]);
}
