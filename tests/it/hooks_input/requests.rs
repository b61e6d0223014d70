//! One request at a time: what is answered, and what was touched.

use std::net::IpAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use aftercall::http::Limits;
use aftercall::ports::account::{AddressRange, SignatureRule};
use aftercall::telemetry::logs;

use super::house::{House, Mood, Paper, Plan, signed};

/// Status and outcome of an answer.
fn gist(answer: &str) -> (u16, String) {
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let outcome = answer.lines().find_map(|line| line.strip_prefix("aftercall-outcome: ")).unwrap_or("none");
    (status, outcome.to_owned())
}

fn expect(answer: &str, status: u16, outcome: &str) {
    assert_eq!(gist(answer), (status, outcome.to_owned()), "{answer}");
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

#[tokio::test]
async fn every_hook_answers_in_its_own_way() {
    let house = House::usual().await;
    let call = house.post("/hooks/main/call", "id=CA1").await;
    expect(&call, 200, "accepted");
    assert_eq!(body(&call), "<reply></reply>");
    assert!(call.contains("content-type: text/xml; charset=utf-8"));
    let voice = house.post("/hooks/main/voice", "id=CA2&on_line=1").await;
    expect(&voice, 200, "accepted");
    assert!(body(&voice).starts_with("<end"), "{voice}");
    let old_token = house.post("/hooks/main/voice/no-such-token?q=score&try=x", "keys=5").await;
    expect(&old_token, 200, "ignored");
    assert!(body(&old_token).starts_with("<end"), "{old_token}");
    expect(&house.post("/hooks/main/recording/no-such-token?q=improve", "id=RE1").await, 204, "ignored");
    expect(&house.post("/hooks/main/sms", "id=SM1&text=5").await, 200, "accepted");
    expect(&house.post("/hooks/main/receipt", "id=SM9").await, 204, "ignored");
    expect(&house.say(signed("GET", "/hooks/main/call?id=CA3", "")).await, 200, "accepted");
    expect(&house.post("/hooks/main/sms", "mood=nothing").await, 200, "ignored");
    let nothing = house.post("/hooks/main/voice", "mood=nothing").await;
    expect(&nothing, 200, "ignored");
    assert_eq!(body(&nothing), "<end lang=\"en\"></end>");
}

#[tokio::test]
async fn a_forged_signature_is_refused_in_silence_and_nothing_behind_it_is_touched() {
    let house = House::usual().await;
    for path in ["call", "voice", "voice/token", "recording/token", "sms", "receipt"] {
        for header in ["", "x-sham: bad\r\n"] {
            let forged = format!(
                "POST /hooks/main/{path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{header}content-length: 15\r\n\r\nid=1&mood=panic"
            );
            let answer = house.say(forged).await;
            expect(&answer, 403, "bad_signature");
            assert_eq!(body(&answer), "");
        }
    }
    assert_eq!((house.provider.parsed.load(Ordering::SeqCst), house.store.calls.load(Ordering::SeqCst)), (0, 0));
    assert!(house.metric("aftercall_webhooks_total{account=\"main\",kind=\"sms\",outcome=\"bad_signature\"} 2"));
}

#[tokio::test]
async fn an_unknown_account_and_an_unknown_method_are_told_apart() {
    let house = House::usual().await;
    expect(&house.post("/hooks/nobody/call", "id=CA1").await, 404, "malformed");
    expect(&house.say(signed("PUT", "/hooks/main/call", "id=CA1")).await, 405, "malformed");
    expect(
        &house.say("HEAD /hooks/main/call?id=CA1 HTTP/1.1\r\nhost: x\r\nx-sham: good\r\nconnection: close\r\n\r\n").await,
        405,
        "malformed",
    );
    assert!(house.metric("aftercall_webhooks_total{account=\"\",kind=\"call\",outcome=\"unknown_account\"} 1"));
    assert_eq!(house.provider.parsed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn what_cannot_be_understood_is_named_but_a_person_on_the_phone_hears_the_polite_end() {
    let house = House::usual().await;
    let empty = house.post("/hooks/main/sms", "").await;
    expect(&empty, 400, "malformed");
    assert_eq!(body(&empty), "id is missing");
    let voice = house.post("/hooks/main/voice?language=zh_cn", "").await;
    expect(&voice, 200, "malformed");
    assert!(body(&voice).starts_with("<end lang=\"zh-CN\">") && body(&voice).len() > 30, "{voice}");
    let mut not_text = signed("POST", "/hooks/main/call", "id=????").into_bytes();
    let end = not_text.len();
    not_text[end - 4..].copy_from_slice(&[0xff, 0x00, 0xc3, 0x28]);
    expect(&house.say(not_text).await, 400, "malformed");
    let json = signed("POST", "/hooks/main/call", "id=CA1").replace("application/x-www-form-urlencoded", "application/zip");
    expect(&house.say(json).await, 400, "malformed");
    assert_eq!(house.store.calls.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn ten_thousand_parameters_are_no_burden() {
    let house = House::usual().await;
    let many: String = (0..10_000).map(|n| format!("&{n}=")).collect();
    assert!(many.len() < 65_000);
    expect(&house.post("/hooks/main/call", &format!("id=CA1{many}")).await, 200, "accepted");
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_whether_declared_or_streamed() {
    let house = House::usual().await;
    let large = "x".repeat(65_537);
    let declared = house.post("/hooks/main/call", &large).await;
    expect(&declared, 413, "malformed");
    let head = "POST /hooks/main/call HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-sham: good\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunk = format!("4000\r\n{}\r\n", "x".repeat(0x4000));
    expect(&house.say(format!("{head}{}0\r\n\r\n", chunk.repeat(20))).await, 413, "malformed");
    let polite =
        "POST /hooks/main/call HTTP/1.1\r\nhost: x\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-length: 99999999\r\n\r\n";
    expect(&house.say(polite).await, 413, "malformed");
    assert!(house.metric("aftercall_webhooks_total{account=\"main\",kind=\"call\",outcome=\"too_large\"} 3"));
    assert_eq!(house.provider.parsed.load(Ordering::SeqCst), 0);
    let most = format!("id=CA1&x={}", "x".repeat(65_536 - 9));
    expect(&house.post("/hooks/main/call", &most).await, 200, "accepted");
}

#[tokio::test]
async fn a_chunked_body_within_the_limit_is_put_together_and_broken_chunks_are_refused() {
    let house = House::usual().await;
    let head = "POST /hooks/main/call HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-sham: good\r\ntransfer-encoding: chunked\r\n\r\n";
    expect(&house.say(format!("{head}2\r\nid\r\n1\r\n=\r\n3\r\nCA1\r\n0\r\n\r\n")).await, 200, "accepted");
    expect(&house.say(format!("{head}zz\r\nid\r\n")).await, 400, "malformed");
}

#[tokio::test]
async fn a_store_that_fails_sheds_with_503_and_the_phone_hears_the_polite_end() {
    let house = House::open(Plan { mood: Mood::Fails, ..Plan::default() }).await;
    let call = house.post("/hooks/main/call", "id=CA1").await;
    expect(&call, 503, "shed");
    assert!(call.contains("retry-after: 1"), "{call}");
    for (path, form) in [("/hooks/main/voice", "id=CA2&on_line=1"), ("/hooks/main/call", "id=CA3&on_line=1")] {
        let answer = house.post(path, form).await;
        expect(&answer, 200, "shed");
        assert!(body(&answer).starts_with("<end"), "{answer}");
    }
    assert_eq!(house.store.commits.load(Ordering::SeqCst), 0);
    assert!(house.metric("aftercall_webhooks_total{account=\"main\",kind=\"voice\",outcome=\"shed\"} 1"));
}

#[tokio::test]
async fn a_store_that_hangs_keeps_nobody_waiting_and_the_work_goes_on_behind_the_polite_end() {
    let short = Duration::from_millis(50);
    let limits = Limits { voice_reply: short, reply: short, ..Limits::default() };
    let house = House::open(Plan { mood: Mood::Hangs, limits, ..Plan::default() }).await;
    expect(&house.post("/hooks/main/call", "id=CA1").await, 503, "shed");
    let voice = house.post("/hooks/main/voice", "id=CA2&on_line=1").await;
    expect(&voice, 200, "shed");
    assert_eq!(house.store.commits.load(Ordering::SeqCst), 0);
    house.store.release.add_permits(1);
    super::house::within(async {
        while house.store.commits.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_full_lane_sheds_before_any_work_and_leaves_the_phone_its_own() {
    let limits = Limits { max_in_flight: 1, voice_reply: Duration::from_millis(50), ..Limits::default() };
    let house = House::open(Plan { mood: Mood::Hangs, limits, ..Plan::default() }).await;
    let mut first = house.visit().await;
    first.send(signed("POST", "/hooks/main/call", "id=CA1")).await;
    super::house::within(house.store.hanging.acquire()).await.expect("it hangs").forget();
    let before = house.store.calls.load(Ordering::SeqCst);
    expect(&house.post("/hooks/main/sms", "id=SM1").await, 503, "shed");
    assert_eq!(house.store.calls.load(Ordering::SeqCst), before);
    expect(&house.post("/hooks/main/voice", "id=CA2&on_line=1").await, 200, "shed");
    assert!(house.store.calls.load(Ordering::SeqCst) > before);
    house.store.release.add_permits(2);
    expect(&first.rest().await, 200, "accepted");
}

#[tokio::test]
async fn a_panic_ends_one_request_only() {
    let house = House::open(Plan { mood: Mood::Panics, ..Plan::default() }).await;
    expect(&house.post("/hooks/main/sms", "mood=panic").await, 500, "shed");
    expect(&house.post("/hooks/main/voice", "mood=panic").await, 200, "shed");
    expect(&house.post("/hooks/main/call", "id=CA1").await, 500, "shed");
    let voice = house.post("/hooks/main/voice", "id=CA2&on_line=1").await;
    expect(&voice, 200, "shed");
    assert!(body(&voice).starts_with("<end"), "{voice}");
    assert!(house.metric("aftercall_panics_total 4"));
    assert!(house.say("GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.ends_with("ok\n"));
}

#[tokio::test]
async fn forwarded_headers_count_only_from_a_trusted_proxy() {
    let forwarded = signed("POST", "/hooks/main/call?a=%41&b", "id=CA1").replace(
        "connection: close",
        "connection: close\r\nx-forwarded-for: 203.0.113.9, 198.51.100.7\r\nx-forwarded-for: 127.0.0.9\r\nx-forwarded-proto: https\r\nx-forwarded-host: pbx.example.com",
    );
    let seen = |house: &House| house.provider.seen.lock().expect("seen").clone().expect("a request");
    let stranger = House::usual().await;
    stranger.say(&forwarded).await;
    assert_eq!(seen(&stranger), ("http://gateway.test/hooks/main/call?a=%41&b".to_owned(), IpAddr::from([127, 0, 0, 1])));
    let trusted_proxies = vec![AddressRange::parse("127.0.0.0/8").expect("a range")];
    let behind = House::open(Plan { trusted_proxies, ..Plan::default() }).await;
    behind.say(&forwarded).await;
    assert_eq!(seen(&behind), ("https://pbx.example.com/hooks/main/call?a=%41&b".to_owned(), IpAddr::from([198, 51, 100, 7])));
}

#[tokio::test]
async fn an_account_without_signature_is_open_to_its_addresses_only_and_readiness_shows_it() {
    let rule = |range: &str| SignatureRule::Addresses(vec![AddressRange::parse(range).expect("a range")]);
    let unsigned = "GET /hooks/main/call?id=CA1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let open = House::open(Plan { signature: rule("127.0.0.1"), ..Plan::default() }).await;
    expect(&open.say(unsigned).await, 200, "accepted");
    let closed = House::open(Plan { signature: rule("192.0.2.0/24"), ..Plan::default() }).await;
    expect(&closed.say(unsigned).await, 403, "bad_signature");
    open.gateway.readiness.set("store", true);
    let ready = open.say("GET /readyz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert_eq!(gist(&ready).0, 200);
    assert_eq!(body(&ready), r#"{"ready":true,"dependencies":{"store":true},"accounts":{"main":"none"}}"#);
    open.gateway.readiness.set("store", false);
    assert_eq!(gist(&open.say("GET /readyz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await).0, 503);
}

#[tokio::test]
async fn the_metrics_are_well_formed_and_hold_no_number() {
    let house = House::usual().await;
    house.gateway.readiness.set("store", true);
    for path in ["/hooks/main/call", "/hooks/+14155550123/call", "/hooks/main/sms"] {
        house.post(path, "id=+14155550123&text=%2B14155550123").await;
    }
    let answer = house.say("GET /metrics HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(answer.contains("content-type: application/openmetrics-text; version=1.0.0; charset=utf-8"), "{answer}");
    let text = body(&answer);
    assert!(text.ends_with("# EOF\n") && !text.contains("555"), "{text}");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (series, value) = line.rsplit_once(' ').expect("a value");
        assert!(series.starts_with("aftercall_") && value.parse::<f64>().is_ok(), "{line}");
    }
    assert!(text.contains("aftercall_tasks{state=\"waiting\"} 3") && text.contains("aftercall_dependency_up{name=\"store\"} 1"), "{text}");
}

#[tokio::test]
async fn a_number_in_an_error_or_a_request_reaches_no_log_line() {
    let paper = Paper::default();
    let (subscriber, logs) = logs::json_to(paper.clone());
    let listening = tracing::subscriber::set_default(subscriber);
    let house = House::open(Plan { mood: Mood::Fails, ..Plan::default() }).await;
    house.post("/hooks/main/call?from=%2B14155550123", "id=%2B14155550123").await;
    house.post("/hooks/main/sms?to=+14155550123", "text=secret+words").await;
    drop((listening, logs));
    let text = paper.text();
    assert!(text.contains("no space for +1415***0123"), "{text}");
    assert!(!text.contains("5555012") && !text.contains("secret"), "{text}");
}
