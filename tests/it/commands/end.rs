//! The end of a process: what is in flight is answered, what was held comes again (promise P12), and a flood passes (promise P13).

use std::sync::Arc;
use std::time::{Duration, Instant};

use aftercall::app::world::SystemClock;
use aftercall::call::Moment;
use aftercall::ports::clock::Clock;
use aftercall::ports::store::StoreError;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::program::{Serving, aftercall, token, within};
use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, CALLER, LINE, Rig, config, sign, start};
use crate::support::twilio_stand_in::{Answer, TwilioStandIn};

const RULES: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";

async fn serve(data: &std::path::Path) -> Serving {
    aftercall("serve").data(data).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").serve().await
}

/// A request whose head the server has read and whose body it waits for.
struct HalfRequest {
    stream: TcpStream,
    body: String,
}

impl HalfRequest {
    async fn begin(base: &str, bearer: &str, body: String) -> Self {
        let address = base.strip_prefix("http://").expect("an address");
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        let head = format!(
            "POST /v1/calls HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {bearer}\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.expect("written");
        let mut go_on = [0; 25];
        stream.read_exact(&mut go_on).await.expect("an answer");
        assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
        Self { stream, body }
    }

    async fn finish(mut self) -> String {
        self.stream.write_all(self.body.as_bytes()).await.expect("written");
        let mut answer = String::new();
        self.stream.read_to_string(&mut answer).await.expect("an answer and the end");
        answer
    }
}

/// Waits until nobody listens there any more.
async fn refused(base: &str) {
    let address = base.strip_prefix("http://").expect("an address");
    within(async { while TcpStream::connect(address).await.is_ok() {} }).await;
}

#[tokio::test]
async fn a_request_in_flight_is_answered_after_the_signal_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let (ingest, reader) = (token(folder.path(), "ingest").await, token(folder.path(), "read").await);
    let serving = serve(folder.path()).await;
    let body = json!({"account": "simulator", "call_id": "CA1", "respondent": CALLER, "ended_at": "2026-11-23T09:59:00Z"});
    let half = HalfRequest::begin(&serving.base, &ingest, body.to_string()).await;
    let base = serving.base.clone();
    serving.signal("-TERM").await;
    refused(&base).await;
    let answer = half.finish().await;
    assert!(answer.starts_with("HTTP/1.1 202") && answer.contains("started"), "{answer}");
    assert_eq!(serving.ended().await.code, 0);

    let serving = serve(folder.path()).await;
    let (_, calls) = serving.get(&reader, "/v1/calls").await;
    assert_eq!(calls["items"][0]["call_id"], "CA1");
    assert_eq!(serving.stop().await.code, 0);
}

/// A serve whose provider never answers, with that grace and a message on its way.
async fn stuck(folder: &tempfile::TempDir, twilio: &TwilioStandIn, grace: &str) -> (Serving, String) {
    twilio.script(vec![Answer::Never]);
    let file = folder.path().join("aftercall.toml");
    let text = config(folder, &twilio.base(), RULES).replace("[server]", &format!("[server]\ngrace = \"{grace}\""));
    std::fs::write(&file, text).expect("written");
    let admin = token(folder.path(), "admin").await;
    let serving = aftercall("serve").config(&file).serve().await;
    assert_eq!(serving.report(&admin, &call("CA1", CALLER)).await.0, 202);
    until(&serving, &admin, || !twilio.sent().is_empty()).await;
    (serving, admin)
}

/// A call that ended just now, by the machine's clock.
fn call(id: &str, number: &str) -> Value {
    json!({"account": "main", "call_id": id, "respondent": number, "ended_at": SystemClock.now().to_string()})
}

/// Waits, by asking the gateway, until something has happened.
async fn until(serving: &Serving, token: &str, happened: impl Fn() -> bool) {
    let asking = async {
        while !happened() {
            assert_eq!(serving.get(token, "/v1/calls").await.0, 200);
        }
    };
    within(asking).await;
}

#[tokio::test]
async fn a_send_that_hangs_is_cut_at_the_grace_and_never_sent_a_second_time() {
    let (folder, twilio) = (tempfile::tempdir().expect("a folder"), TwilioStandIn::start().await);
    let (serving, admin) = stuck(&folder, &twilio, "1s").await;
    let ended = serving.stop().await;
    assert!(ended.code == 0 && ended.err.contains("did not end in time"), "{ended:?}");

    // The next one marks it as unknown at once and goes on with what is new.
    let serving = aftercall("serve").config(&folder.path().join("aftercall.toml")).serve().await;
    serving.logs("fate of a message is unknown", 1).await;
    assert_eq!(serving.report(&admin, &call("CA2", "+14155550124")).await.0, 202);
    until(&serving, &admin, || !twilio.message_ids().is_empty()).await;
    assert_eq!(serving.stop().await.code, 0);
    let to: Vec<_> = twilio.sent().iter().flatten().filter(|(name, _)| name == "To").map(|(_, to)| to.clone()).collect();
    assert_eq!(to, [CALLER, "+14155550124"]);
}

#[tokio::test]
async fn requests_and_workers_share_one_grace() {
    let (folder, twilio) = (tempfile::tempdir().expect("a folder"), TwilioStandIn::start().await);
    let (serving, admin) = stuck(&folder, &twilio, "3s").await;
    let half = HalfRequest::begin(&serving.base, &admin, "{}".to_owned()).await;
    let begun = Instant::now();
    assert_eq!(serving.stop().await.code, 0);
    assert!(begun.elapsed() < Duration::from_secs(6), "{:?}", begun.elapsed());
    drop(half);
}

#[tokio::test]
async fn a_second_signal_waits_for_nobody() {
    let (folder, twilio) = (tempfile::tempdir().expect("a folder"), TwilioStandIn::start().await);
    let (serving, admin) = stuck(&folder, &twilio, "1h").await;
    let half = HalfRequest::begin(&serving.base, &admin, "{}".to_owned()).await;
    serving.signal("-TERM").await;
    serving.logs("finishing what is in flight", 1).await;
    serving.signal("-TERM").await;
    assert_eq!(serving.ended().await.code, 0);
    drop(half);
}

#[tokio::test]
async fn what_a_gone_worker_held_comes_again_at_the_next_start_and_leaves_once() {
    let rig = Rig::start(RULES).await;
    rig.call_ends("CA1", "").await;
    // A worker takes the task and is gone before its request leaves.
    let store = rig.app.gateway.flows.store.clone();
    assert_eq!(store.lease(32, Duration::from_secs(60), start()).await.expect("leased").len(), 1);
    drop(store);
    rig.settle().await;
    assert_eq!(rig.sent().len(), 0, "it is held");
    let rig = rig.restart().await;
    rig.settle().await;
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
}

/// More writes than the queue and the writer's hands hold.
const FLOOD: usize = 1400;

/// Writes that wait because another process holds the file; returns when the first is refused.
async fn flood(rig: &Rig) -> JoinSet<Result<usize, StoreError>> {
    let mut waiting = JoinSet::new();
    for _ in 0..FLOOD {
        let store = Arc::clone(&rig.app.gateway.flows.store);
        waiting.spawn(async move { store.purge(Moment::default(), 1).await });
    }
    let refused = waiting.join_next().await.expect("a write").expect("no panic");
    assert_eq!(refused, Err(StoreError::Busy));
    waiting
}

/// Status, outcome and Retry-After of a call-end.
async fn call_end(rig: &Rig, call_id: &str) -> (u16, String, Option<String>) {
    let params = [("CallSid", call_id), ("AccountSid", ACCOUNT_SID), ("From", CALLER), ("To", LINE), ("CallStatus", "completed")];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
    let request = rig.client.post(format!("{}/hooks/main/call", rig.base));
    let request = request.header("X-Twilio-Signature", sign(AUTH_TOKEN, "/hooks/main/call", &params));
    let answer = request.header("Content-Type", "application/x-www-form-urlencoded").body(body).send().await.expect("an answer");
    let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    (answer.status().as_u16(), header("aftercall-outcome").unwrap_or_default(), header("retry-after"))
}

#[tokio::test]
async fn a_full_queue_sheds_with_503_and_retry_after_and_heals_by_itself() {
    let rig = Rig::start(RULES).await;
    let other = rusqlite::Connection::open(rig.folder.path().join("aftercall.db")).expect("the file");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let mut waiting = flood(&rig).await;

    assert_eq!(call_end(&rig, "CA1").await, (503, "shed".to_owned(), Some("1".to_owned())));
    let heard = rig.agent_leaves("CA2", "").await;
    assert_eq!((heard.status, heard.outcome.as_str()), (200, "shed"));
    assert!(heard.body.contains("<Hangup"), "{}", heard.body);
    let call = json!({"account": "main", "call_id": "CA3", "respondent": CALLER, "ended_at": "2026-11-23T09:59:00Z"});
    let request = rig.client.post(format!("{}/v1/calls", rig.base)).bearer_auth(&rig.token).body(call.to_string());
    let answer = request.send().await.expect("an answer");
    assert!(answer.status().as_u16() == 503 && answer.headers().contains_key("retry-after"), "{answer:?}");

    other.execute_batch("ROLLBACK").expect("let go");
    while let Some(done) = waiting.join_next().await {
        let done = done.expect("no panic");
        assert!(matches!(done, Ok(0) | Err(StoreError::Busy)), "{done:?}");
    }
    assert_eq!(call_end(&rig, "CA1").await, (200, "accepted".to_owned(), None), "nothing was accepted before");
    rig.settle().await;
    assert_eq!(rig.sent().len(), 1);
    let calls = rig.api("/v1/calls").await;
    let ids: Vec<_> = calls["items"].as_array().expect("items").iter().map(|call| call["call_id"].clone()).collect();
    assert_eq!(ids, ["CA1"]);
}
