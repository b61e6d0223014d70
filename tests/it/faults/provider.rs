//! A provider that refuses for now, breaks off, lies or cannot be reached: each message leaves once, or is in doubt and said to be so
//! (F7, F8: P8).

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::callers::{Caller, Kind};
use super::field::{ALL, FILE, Field};
use super::site::{Site, eventually, everything, metric};
use crate::support::chaos::{Mode, Proxy};
use crate::support::rig::{ACCOUNT_SID, LINE, PUBLIC};
use crate::support::servers::{Redis, RedisSetup};
use crate::support::twilio_stand_in::{Answer, Attempt};

/// Both take the time with their own clocks.
const INEXACT: Duration = Duration::from_millis(50);

async fn sends(field: &Field, outcome: &str) -> f64 {
    metric(&field.gateway, &format!("aftercall_sends_total{{account=\"main\",outcome=\"{outcome}\"}}")).await
}

/// Waits until so many sends have had one of these outcomes.
async fn outcomes(field: &Field, of: &[&str], least: f64) {
    eventually(|| async {
        let mut sum = 0.0;
        for outcome in of {
            sum += sends(field, outcome).await;
        }
        if sum >= least { Ok(()) } else { Err(format!("{sum} of {least} {of:?}: {}", field.gateway.log())) }
    })
    .await;
}

fn responses_in_doubt(rows: &[Value]) -> usize {
    rows.iter().filter(|row| row["provider_code"] == "unknown").count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_refuses_for_now_is_tried_again_when_it_wants_also_by_the_next_process() {
    let redis = Redis::start().await;
    let mut field = Field::at(&redis.url()).await;
    let refusals = [
        (Answer::Status(429, Some("4")), 4),
        (Answer::Status(500, None), 2),
        (Answer::Status(503, Some("3")), 3),
        (Answer::Status(429, None), 2),
        (Answer::Status(503, Some("Wed, 21 Oct 2015 07:28:05 GMT")), 5),
    ];
    let script: Vec<Answer> = refusals.iter().cycle().take(30).map(|(answer, _)| answer.clone()).collect();
    field.site.twilio.script(script);
    field.door.crowd(Caller::some(0, 40, &ALL), 8).await;
    outcomes(&field, &["throttled", "error"], 10.0).await;
    // In an orderly way: a kill may find a message begun, and that is in doubt.
    field.gateway.signal("-TERM").await;
    assert_eq!(field.gateway.dies().await.code(), Some(0));
    field.serve_again().await;
    field.ledger.check(&field.site, &field.gateway, &field.token).await;
    let attempts = field.site.twilio.attempts();
    assert_eq!(attempts.iter().filter(|attempt| attempt.answer.surely_refuses()).count(), 30, "every refusal was heard");
    for (at, refused) in attempts.iter().enumerate().filter(|(_, attempt)| attempt.answer.surely_refuses()) {
        let Some(next) = attempts[at + 1..].iter().find(|next| next.to == refused.to) else { continue };
        let wanted = refusals.iter().find(|(answer, _)| *answer == refused.answer).map_or(0, |(_, seconds)| *seconds);
        let waited = next.at - refused.at;
        assert!(waited + INEXACT >= Duration::from_secs(wanted), "again after {waited:?}: {:?}", refused.answer);
    }
    field.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_with_a_pace_sends_no_faster() {
    let redis = Redis::start().await;
    let mut site = Site::new(&redis.url(), FILE).await;
    site.account_options = "rate = { per_second = 5, burst = 3 }".to_owned();
    let field = Field::on(site).await;
    let begun = Instant::now();
    field.door.crowd(Caller::some(0, 24, &[Kind::Silent]), 24).await;
    outcomes(&field, &["accepted"], 24.0).await;
    for (before, (.., at)) in field.site.twilio.arrivals().into_iter().enumerate() {
        let earliest = Duration::from_secs_f64((before as f64 + 1.0 - 3.0).max(0.0) / 5.0);
        assert!(at - begun + INEXACT >= earliest, "message {before} left after {:?}, not {earliest:?}", at - begun);
    }
    field.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_without_a_clear_answer_is_in_doubt_and_settled_by_a_receipt_or_a_reply() {
    let redis = Redis::start().await;
    let field = Field::at(&redis.url()).await;
    let unclear =
        [Answer::Never, Answer::Cut, Answer::CutHalfway, Answer::Say(200, "<html>"), Answer::Say(201, "{}"), Answer::Status(502, None)];
    field.site.twilio.script(unclear.to_vec());
    field.door.crowd(Caller::some(0, unclear.len(), &[Kind::Silent]), 8).await;
    outcomes(&field, &["unknown"], unclear.len() as f64).await;
    let doubted = |count: usize| in_doubt(&field, count);
    doubted(unclear.len()).await;
    let attempts = field.site.twilio.attempts();
    assert_eq!(attempts.len(), unclear.len(), "{attempts:?}");
    let (by_receipt, by_reply) = attempts.split_at(unclear.len() / 2);
    for attempt in by_receipt {
        confirm(&field, attempt).await;
    }
    for (nth, attempt) in by_reply.iter().enumerate() {
        let message_id = format!("SM{nth:032x}");
        let params = [("MessageSid", message_id.as_str()), ("AccountSid", ACCOUNT_SID), ("From", &attempt.to), ("To", LINE), ("Body", "4")];
        field.door.deliver("/hooks/main/sms", &params).await.expect("taken");
    }
    doubted(0).await;
    assert_eq!(field.site.twilio.attempts().len(), unclear.len(), "nothing was sent again");
    field.ends_clean().await;
}

/// Waits until so many responses are in doubt; only those are not known to be invited.
async fn in_doubt(field: &Field, count: usize) {
    eventually(|| async {
        let rows = everything(&field.gateway, &field.token, "/v1/responses").await;
        let uninvited = rows.iter().filter(|row| row["invited_at"].is_null()).count();
        if responses_in_doubt(&rows) == count && uninvited == count { Ok(()) } else { Err(format!("not {count}: {rows:#?}")) }
    })
    .await;
}

/// The provider's word that a message has arrived.
async fn confirm(field: &Field, attempt: &Attempt) {
    let target = attempt.receipt_url.strip_prefix(PUBLIC).expect("an address of ours");
    let params = [
        ("MessageSid", "SMlate"),
        ("MessageStatus", "delivered"),
        ("AccountSid", ACCOUNT_SID),
        ("From", LINE),
        ("To", attempt.to.as_str()),
    ];
    let told = field.door.deliver(target, &params).await.expect("taken");
    assert_eq!(told.outcome, "accepted");
}

fn stand_in(site: &Site) -> SocketAddr {
    site.twilio.base().trim_start_matches("http://").parse().expect("an address")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_bad_network_no_message_is_sent_twice() {
    let redis = Redis::start().await;
    let mut site = Site::new(&redis.url(), FILE).await;
    let proxy = Proxy::before(stand_in(&site)).await;
    site.provider = format!("http://{}", proxy.address());
    let field = Field::on(site).await;
    field.ledger.allow_doubt();
    let mut from = 0;
    let late = Mode::Latency(Duration::from_secs(1));
    for mode in [Mode::CutAfter(0), Mode::Reset, Mode::HalfClose, Mode::CutAfter(30), Mode::BlackHole, late, Mode::Refuse] {
        proxy.set(mode);
        field.door.crowd(Caller::some(from, 4, &[Kind::Silent]), 4).await;
        from += 4;
        // Whether a reset came before or after the request had left is not always known.
        outcomes(&field, &["accepted", "unknown", "error"], from as f64).await;
        proxy.set(Mode::Pass);
    }
    let rows = everything(&field.gateway, &field.token, "/v1/responses").await;
    assert!(responses_in_doubt(&rows) > 8, "{rows:#?}");
    field.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_refuses_connections_gets_each_message_once_when_it_takes_them() {
    let redis = Redis::start().await;
    let mut site = Site::new(&redis.url(), FILE).await;
    // Bound and not listening: its port is nobody else's, and a connection is refused.
    let closed = tokio::net::TcpSocket::new_v4().expect("a socket");
    closed.bind(([127, 0, 0, 1], 0).into()).expect("a port");
    site.provider = format!("http://{}", closed.local_addr().expect("an address"));
    let field = Field::on(site).await;
    field.door.crowd(Caller::some(0, 20, &ALL), 4).await;
    outcomes(&field, &["error"], 8.0).await;
    assert_eq!((sends(&field, "accepted").await, field.site.twilio.attempts().len()), (0.0, 0));
    let _open = Proxy::on(closed.listen(64).expect("open now"), stand_in(&field.site));
    field.ledger.check(&field.site, &field.gateway, &field.token).await;
    assert_eq!(sends(&field, "unknown").await, 0.0, "a message that surely never left is not in doubt");
    field.ends_clean().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_said_to_a_provider_that_cannot_prove_who_it_is() {
    let redis = Redis::start().await;
    // Whatever speaks TLS with a certificate that nobody has vouched for will do.
    let stranger = RedisSetup::default().tls().start().await;
    let mut field = Field::at(&redis.url()).await;
    let provider = field.site.provider.clone();
    let plain = provider.replace("http:", "https:");
    let mut from = 0;
    for unproved in [format!("https://localhost:{}", stranger.port()), plain] {
        restart_with(&mut field, unproved).await;
        field.door.crowd(Caller::some(from, 4, &[Kind::Silent]), 4).await;
        from += 4;
        outcomes(&field, &["error"], 4.0).await;
        assert_eq!((sends(&field, "unknown").await, sends(&field, "accepted").await), (0.0, 0.0));
    }
    assert_eq!((field.site.twilio.attempts().len(), field.site.twilio.refusals().len()), (0, 0));
    restart_with(&mut field, provider).await;
    outcomes(&field, &["accepted"], 8.0).await;
    field.ends_clean().await;
}

async fn restart_with(field: &mut Field, provider: String) {
    field.gateway.signal("-TERM").await;
    assert_eq!(field.gateway.dies().await.code(), Some(0));
    field.site.provider = provider;
    field.serve_again().await;
}
