//! Whole trips through a gateway whose shared store goes away and comes back: what callers hear and get meanwhile, and what stands
//! afterwards.

use std::sync::Arc;
use std::time::Duration;

use aftercall::ports::clock::Clock;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::chaos::{Mode, Proxy};
use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, PUBLIC, Reply, Rig};
use crate::support::servers::Redis;

mod phone;

const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";
const BY_KEYS: &str = "[[rule]]\nsurvey = \"tour\"\nchannels = [\"ivr\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";

/// What is asked third depends on what was answered first.
const TOUR: &str = r#"
id = "tour"
version = 1
default_locale = "en"
[[question]]
id = "score"
measure = "csat"
kind = "rating"
min = 1
max = 5
voice.en = "How was it? Press 1 to 5."
retry = { silence = 2, invalid = 2, then = "skip" }
[[question]]
id = "solved"
measure = "fcr"
kind = "yes_no"
voice.en = "Was it solved? Press 1 for yes or 2 for no."
next = [{ when = { score = "1..=2" }, goto = "why" }, { goto = "end" }]
[[question]]
id = "why"
kind = "voice"
voice.en = "Tell us why after the tone."
[closing]
voice.en = "Thank you. Goodbye."
"#;

/// A gateway on a Redis that can be cut off.
struct Shop {
    rig: Arc<Rig>,
    proxy: Proxy,
    redis: Redis,
    /// What the agent's webhook says of the call.
    query: &'static str,
}

impl Shop {
    async fn open(rules: &str) -> Self {
        let redis = Redis::start().await;
        let proxy = Proxy::before(redis.address()).await;
        let rig = Rig::on_redis(&redis.url_at(proxy.address()), rules, &[("tour.toml", TOUR)]).await;
        Self { rig: Arc::new(rig), proxy, redis, query: "" }
    }

    /// One that asks a survey of its own by keypad, about calls of which much is known.
    async fn open_for(id: &str, text: &str) -> Self {
        let redis = Redis::start().await;
        let proxy = Proxy::before(redis.address()).await;
        let rules = BY_KEYS.replace("tour", id);
        let rig = Rig::on_redis(&redis.url_at(proxy.address()), &rules, &[(&format!("{id}.toml"), text)]).await;
        Self { rig: Arc::new(rig), proxy, redis, query: "?agent=alice&attr.ask_language=yes&attr.product=goods&attr.note=unused" }
    }

    fn cut_off(&self) {
        self.proxy.set(Mode::Refuse);
    }

    /// Redis is in use again; what was kept is not carried out yet.
    async fn mend(&self) {
        self.proxy.set(Mode::Pass);
        self.rig.back().await;
    }

    /// How many events wait in the journal.
    async fn waiting(&self) -> usize {
        let text = self.rig.client.get(format!("{}/metrics", self.rig.base)).send().await.expect("an answer").text().await.expect("a text");
        let line = text.lines().find(|line| line.starts_with("aftercall_journal_rows ")).expect("a metric");
        line.rsplit(' ').next().and_then(|value| value.parse().ok()).expect("a number")
    }

    /// The row of a call.
    async fn response(&self, call_id: &str) -> Value {
        let page = self.rig.api("/v1/responses?limit=1000").await;
        let rows: Vec<&Value> = page["items"].as_array().expect("items").iter().filter(|row| row["call_id"] == call_id).collect();
        assert_eq!(rows.len(), 1, "{call_id}: {rows:#?}");
        rows[0].clone()
    }
}

/// What does not depend on how often it was looked at.
fn gist(response: &Value) -> Value {
    let answers: Vec<Value> = response["answers"]
        .as_array()
        .expect("answers")
        .iter()
        .map(|answer| json!([answer["question"], answer["value"], answer["text"], answer["raw"], answer["late"]]))
        .collect();
    json!([response["disposition"], response["scores"]["csat"], answers, response["invited_at"].is_string(), response["provider_code"]])
}

#[tokio::test]
async fn a_call_that_ends_while_redis_is_away_is_asked_about_afterwards() {
    let shop = Shop::open(BY_TEXT).await;
    shop.cut_off();
    let call = json!({"account": "main", "call_id": "CRM1", "respondent": "+14155550124", "ended_at": shop.rig.clock.now().to_string()});
    for _ in 0..2 {
        assert_eq!(shop.rig.call_ends("CA1", "").await.outcome, "accepted");
        let request = shop.rig.client.post(format!("{}/v1/calls", shop.rig.base)).bearer_auth(&shop.rig.token).body(call.to_string());
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 202);
        let result: Value = serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON");
        assert_eq!((&result["result"], &result["session_id"]), (&json!("accepted"), &json!(null)));
    }
    assert_eq!((shop.waiting().await, shop.rig.sent().len()), (4, 0));
    shop.mend().await;
    shop.rig.settle().await;
    assert_eq!(shop.waiting().await, 0);
    assert_eq!(shop.rig.sent().len(), 2);
    for call_id in ["CA1", "CRM1"] {
        assert_eq!(shop.response(call_id).await["disposition"], "open");
    }
    assert_eq!(shop.rig.api("/v1/calls").await["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_reply_while_redis_is_away_gets_its_next_question_afterwards_as_a_message_of_its_own() {
    let shop = Shop::open(BY_TEXT).await;
    shop.rig.call_ends("CA1", "").await;
    shop.rig.settle().await;
    shop.cut_off();
    for _ in 0..2 {
        let reply = shop.rig.text("SM1", "2").await;
        assert_eq!((reply.status, reply.outcome.as_str(), reply.body.contains("<Message>")), (200, "accepted", false));
    }
    assert_eq!(shop.rig.sent().len(), 1);
    shop.mend().await;
    shop.rig.settle().await;
    let sent = shop.rig.sent();
    assert!(sent.len() == 2 && sent[1].contains("What went wrong"), "{sent:?}");
    let again = shop.rig.text("SM1", "2").await;
    assert_eq!((again.outcome.as_str(), again.body.contains("<Message>")), ("duplicate", false));
    assert!(shop.rig.text("SM2", "3").await.body.contains("improve"), "the next reply is answered as ever");
    shop.rig.settle().await;
    let row = shop.response("CA1").await;
    assert_eq!((&row["scores"]["csat"], row["answers"].as_array().map(Vec::len)), (&json!(2), Some(2)));
}

#[tokio::test]
async fn a_text_that_comes_before_the_journal_is_carried_out_does_not_overtake_it() {
    let shop = Shop::open(BY_TEXT).await;
    shop.rig.call_ends("CA1", "").await;
    shop.rig.settle().await;
    shop.cut_off();
    shop.rig.text("SM1", "2").await;
    shop.mend().await;
    let second = shop.rig.text("SM2", "3").await;
    assert_eq!((second.outcome.as_str(), second.body.contains("<Message>"), shop.waiting().await), ("accepted", false, 2));
    // Somebody else's is not kept waiting.
    assert_eq!(shop.rig.text_from("+14155550177", "SM3", "hello").await.outcome, "accepted");
    assert_eq!(shop.waiting().await, 2);
    shop.rig.settle().await;
    let row = shop.response("CA1").await;
    let values: Vec<_> = row["answers"].as_array().expect("answers").iter().map(|answer| answer["value"].clone()).collect();
    assert_eq!(values, [json!(2), json!("waiting")]);
    let sent = shop.rig.sent();
    assert!(sent.len() == 2 && sent[1].contains("improve"), "what has been answered is not asked any more: {sent:?}");
}

#[tokio::test]
async fn stop_while_redis_is_away_drops_what_waits_and_is_confirmed_once_and_help_is_helped() {
    let shop = Shop::open(BY_TEXT).await;
    shop.rig.call_ends("CA1", "").await;
    shop.rig.settle().await;
    shop.rig.call_of("+14155550124", "CA2", "").await;
    shop.rig.settle().await;
    shop.rig.call_ends("CA3", "").await;
    shop.cut_off();
    shop.rig.text("SM1", "hello there").await;
    for _ in 0..2 {
        // Twilio does not answer this word itself.
        assert!(!shop.rig.text("SM2", "退订").await.body.contains("<Message>"));
    }
    shop.rig.text_from("+14155550124", "SM3", "HELP").await;
    shop.mend().await;
    assert_eq!(shop.rig.app.drain.as_ref().expect("a drain").run_once().await, Ok(4));
    shop.rig.settle().await;
    let to = |number: &str| -> Vec<String> {
        shop.rig.twilio.arrivals().into_iter().filter(|(to, ..)| to == number).map(|(_, words, _)| words).collect()
    };
    let (stopped, helped) = (to(CALLER), to("+14155550124"));
    assert!(stopped.len() == 2 && !stopped[1].contains("Reply 1"), "the question of CA1 and one confirmation: {stopped:?}");
    assert!(helped.len() == 2 && helped[1] != helped[0], "a question and help: {helped:?}");
    for call_id in ["CA1", "CA3"] {
        assert_eq!(shop.response(call_id).await["disposition"], "opted_out");
    }
    assert_eq!(shop.response("CA2").await["disposition"], "open");
    assert_eq!(shop.rig.unmatched().await, [("hello there".to_owned(), "after_opt_out".to_owned())], "STOP goes first");
}

/// Something that providers tell of a call after its first message has left.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Told {
    CallEnd,
    Sent,
    Delivered,
    Reply,
}

async fn tell(rig: &Rig, told: Told) {
    let reply = match told {
        Told::CallEnd => rig.call_ends("CA1", "").await,
        Told::Reply => rig.text("SM1", "5, kind").await,
        Told::Sent => receipt(rig, "sent").await,
        Told::Delivered => receipt(rig, "delivered").await,
    };
    assert!(matches!(reply.status, 200 | 204), "{told:?}: {reply:?}");
}

async fn receipt(rig: &Rig, status: &str) -> Reply {
    let form = rig.twilio.sent().into_iter().next().expect("a message left");
    let callback = form.into_iter().find(|(name, _)| name == "StatusCallback").expect("an address").1;
    let target = callback.strip_prefix(PUBLIC).expect("an address of ours").to_owned();
    let id = rig.twilio.message_ids()[0].clone();
    let params = [("MessageSid", id.as_str()), ("MessageStatus", status), ("AccountSid", ACCOUNT_SID), ("From", LINE), ("To", CALLER)];
    rig.hook(&target, &params).await
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_whatever_order_and_how_often_a_calls_events_come_its_final_state_is_one(
        order in Just(vec![Told::CallEnd, Told::CallEnd, Told::Sent, Told::Delivered, Told::Delivered, Told::Reply, Told::Reply]).prop_shuffle(),
        (from, lasts) in (0..7_usize, 0..8_usize),
        drained in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let shop = Shop::open(BY_TEXT).await;
            shop.rig.call_ends("CA1", "").await;
            shop.rig.settle().await;
            for (at, told) in order.iter().enumerate() {
                if at == from && lasts > 0 {
                    shop.cut_off();
                }
                if at == from + lasts {
                    shop.mend().await;
                    if drained {
                        shop.rig.settle().await;
                    }
                }
                tell(&shop.rig, *told).await;
            }
            shop.mend().await;
            shop.rig.settle().await;
            let row = shop.response("CA1").await;
            let wanted = json!(["open", 5, [["score", 5, "kind", "5, kind", false]], true, null]);
            assert_eq!(gist(&row), wanted);
            assert!(row["delivered_at"].is_string(), "{row:#}");
            assert_eq!(shop.rig.unmatched().await, []);
            assert_eq!(shop.rig.api("/v1/calls").await["items"].as_array().map(Vec::len), Some(1));
            let asked = shop.rig.sent().iter().filter(|words| words.contains("Reply 1")).count();
            assert_eq!(asked, 1);
        });
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_texts_at_once_of_a_caller_with_two_open_surveys_each_belongs_to_exactly_one() {
    let shop = Shop::open(&format!("{BY_TEXT}\nambiguity = \"30s\"")).await;
    for call_id in ["CA1", "CA2"] {
        shop.rig.call_ends(call_id, "").await;
        shop.rig.settle().await;
        shop.rig.clock.advance(Duration::from_secs(60));
    }
    let texts: Vec<String> = (0..64).map(|number| format!("4, note {number:02} here")).collect();
    let mut writing = tokio::task::JoinSet::new();
    for (number, text) in texts.iter().cloned().enumerate() {
        let rig = Arc::clone(&shop.rig);
        writing.spawn(async move {
            // Where too many write at once, the provider is told to come again.
            while rig.text(&format!("SM{number}"), &text).await.status != 200 {}
        });
    }
    while let Some(written) = writing.join_next().await {
        written.expect("no panic");
    }
    shop.rig.settle().await;
    let page = shop.rig.api("/v1/responses").await;
    let rows = page["items"].as_array().expect("items");
    assert_eq!(rows.len(), 2);
    let answers = rows.iter().flat_map(|row| row["answers"].as_array().into_iter().flatten());
    let mut kept: Vec<String> = answers.filter_map(|answer| answer["raw"].as_str().map(str::to_owned)).collect();
    kept.extend(shop.rig.unmatched().await.into_iter().map(|(text, _)| text));
    kept.sort();
    assert_eq!(kept, texts);
    for row in rows {
        let scores = row["answers"].as_array().into_iter().flatten().filter(|answer| answer["question"] == "score").count();
        assert!(scores <= 1, "{row:#}");
    }
}
