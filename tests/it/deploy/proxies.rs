//! A gateway behind a real nginx and a real Caddy.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::proxy::{Kind, Proxy, free};
use crate::commands::program::{Program, Serving};
use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, LINE, config, sign};
use crate::support::twilio_stand_in::TwilioStandIn;

/// Besides the signed account one that knows its webhooks by their address.
const REST: &str = "[[account]]\nname = \"open\"\nprovider = \"simulator\"\nsignature = \"none\"\nallow_from = [\"127.0.0.2\"]\n\
                    lines = [\"+14155550101\"]\n[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";

/// A gateway process that trusts proxies on loopback's first address.
struct Gateway {
    serving: Serving,
    _folder: tempfile::TempDir,
    _twilio: TwilioStandIn,
}

impl Gateway {
    async fn start() -> Self {
        let (folder, twilio) = (tempfile::tempdir().expect("a folder"), TwilioStandIn::start().await);
        let file = folder.path().join("aftercall.toml");
        std::fs::write(&file, config(&folder, &twilio.base(), REST)).expect("written");
        let program = Program::new(&["serve"]).config(&file).env("AFTERCALL__SERVER__TRUSTED_PROXIES", "[\"127.0.0.1/32\"]");
        Self { serving: program.serve().await, _folder: folder, _twilio: twilio }
    }

    fn address(&self) -> SocketAddr {
        self.serving.base.strip_prefix("http://").and_then(|address| address.parse().ok()).expect("an address")
    }
}

/// The parameters of a call's end.
fn ended<'a>(call_id: &'a str, caller: &'a str) -> [(&'a str, &'a str); 7] {
    [
        ("CallSid", call_id),
        ("AccountSid", ACCOUNT_SID),
        ("From", caller),
        ("To", LINE),
        ("CallStatus", "completed"),
        ("Direction", "inbound"),
        ("CallDuration", "63"),
    ]
}

/// Addresses that a careless proxy would write anew.
const AWKWARD: [&str; 8] = [
    "/hooks/main/call?agent=anna%2Fb&queue=a%2fb%2Fc&attr.region=cn%2fjs%2Fnanjing",
    "/hooks/main/call?agent=anna+b%20c%2Bd&queue=100%25&team=%2525",
    "/hooks/main/call?attr.who=%E5%BC%A0%c3%a9&attr.tilde=~%7E&attr.dot=%2E%2e",
    "/hooks/main/call?agent=one&agent=two&agent=&team=&queue&&=&attr.x=y=z",
    "/hooks/main/call?queue=a;b:c@d/e?f,g!h$i(j)k*l",
    "/hooks/main/call?attr.marks=|{}[]^`",
    "/hooks/main/call?",
    "/hooks/main/call?queue=../../x&attr.path=//a/./b",
];

/// Paths of the same kind; no token of ours looks like that, but a signed one is answered politely.
const AWKWARD_PATHS: [&str; 3] =
    ["/hooks/main/voice/a%2Fb%2fc", "/hooks/main/voice/%7Ea~b%20c+d?q=score&try=1", "/hooks/main/voice/a.b=c:d@e,f;g%25"];

async fn addresses_stay_as_they_were_signed(kind: Kind) {
    let gateway = Gateway::start().await;
    let proxy = Proxy::start(kind, &[gateway.address()]).await;
    for (number, target) in AWKWARD.into_iter().enumerate() {
        let (call_id, caller) = (format!("CA{number}"), format!("+141555501{number:02}"));
        let params = ended(&call_id, &caller);
        let accepted = proxy.hook(target, &params).await;
        assert_eq!((accepted.status / 100, accepted.outcome.as_str()), (2, "accepted"), "{kind:?} {target}");
        let other = sign(AUTH_TOKEN, &format!("{target}x"), &params);
        assert_eq!(proxy.hook_signed(other, target, &params).await.outcome, "bad_signature", "{kind:?} {target}");
    }
    for target in AWKWARD_PATHS {
        let answer = proxy.hook(target, &ended("CA0", "+14155550100")).await;
        assert_eq!((answer.status, answer.outcome.as_str()), (200, "duplicate"), "{kind:?} {target}: the polite end, for the call is over");
    }
}

#[tokio::test]
async fn nginx_hands_on_path_and_query_as_they_were_signed() {
    addresses_stay_as_they_were_signed(Kind::Nginx).await;
}

#[tokio::test]
async fn caddy_hands_on_path_and_query_as_they_were_signed() {
    addresses_stay_as_they_were_signed(Kind::Caddy).await;
}

async fn the_clients_own_address_counts(kind: Kind) {
    let gateway = Gateway::start().await;
    let proxy = Proxy::start(kind, &[gateway.address()]).await;
    let known = proxy.post_from([127, 0, 0, 2], "127.0.0.9", "/hooks/open/call").await;
    assert_ne!((known.status, known.outcome.as_str()), (403, "bad_signature"), "{kind:?}");
    let liar = proxy.post_from([127, 0, 0, 3], "127.0.0.2", "/hooks/open/call").await;
    assert_eq!((liar.status, liar.outcome.as_str()), (403, "bad_signature"), "{kind:?}");
}

#[tokio::test]
async fn nginx_tells_the_clients_address_and_believes_none_that_the_client_writes() {
    the_clients_own_address_counts(Kind::Nginx).await;
}

#[tokio::test]
async fn caddy_tells_the_clients_address_and_believes_none_that_the_client_writes() {
    the_clients_own_address_counts(Kind::Caddy).await;
}

/// A node that is well until it gets work: it reads a webhook and cuts the connection. Counts the webhooks.
struct Rude {
    address: SocketAddr,
    seen: Arc<AtomicUsize>,
    serving: JoinHandle<()>,
}

impl Rude {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let (address, seen) = (listener.local_addr().expect("an address"), Arc::new(AtomicUsize::new(0)));
        let counted = Arc::clone(&seen);
        let serving = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut head = [0; 4096];
                let read = stream.read(&mut head).await.unwrap_or_default();
                if head[..read].starts_with(b"GET ") {
                    let well = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                    stream.write_all(well).await.unwrap_or_default();
                } else if read > 0 {
                    counted.fetch_add(1, Ordering::SeqCst);
                }
            }
        });
        Self { address, seen, serving }
    }
}

impl Drop for Rude {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn no_webhook_is_lost_with_a_node(kind: Kind) {
    let (gateway, rude) = (Gateway::start().await, Rude::start().await);
    let proxy = Proxy::start(kind, &[rude.address, gateway.address()]).await;
    for number in 0..12 {
        let (call_id, caller) = (format!("CA{number}"), format!("+141555501{number:02}"));
        let answer = proxy.hook("/hooks/main/call?agent=a%2Fb", &ended(&call_id, &caller)).await;
        assert_eq!(answer.outcome, "accepted", "{kind:?} {number}: {answer:?} {}", proxy.logs());
    }
    assert!(rude.seen.load(Ordering::SeqCst) > 0, "{kind:?} never asked the node that breaks off");
    let dead = Proxy::start(kind, &[free(), gateway.address()]).await;
    for number in 0..4 {
        let answer = dead.hook("/hooks/main/call", &ended(&format!("CB{number}"), "+14155550150")).await;
        assert_eq!(answer.outcome, "accepted", "{kind:?} {number}: {answer:?}");
    }
}

#[tokio::test]
async fn nginx_repeats_a_webhook_at_the_other_node_when_one_breaks_off_or_is_gone() {
    no_webhook_is_lost_with_a_node(Kind::Nginx).await;
}

#[tokio::test]
async fn caddy_repeats_a_webhook_at_the_other_node_when_one_breaks_off_or_is_gone() {
    no_webhook_is_lost_with_a_node(Kind::Caddy).await;
}

async fn what_is_ours_stays_inside(kind: Kind) {
    let gateway = Gateway::start().await;
    let proxy = Proxy::start(kind, &[gateway.address()]).await;
    for own in ["/metrics", "/readyz", "/healthz", "/%6detrics", "//metrics"] {
        assert_eq!(proxy.get(own).await.status, 404, "{kind:?} {own}");
    }
    assert_eq!(proxy.get("/openapi.json").await.status, 200);
    let long = "x".repeat(70_000);
    let large = proxy.hook("/hooks/main/sms", &[("Body", &long)]).await;
    assert_eq!((large.status, large.outcome.is_empty()), (413, false), "{kind:?}: the gateway itself says it and counts it");
    gateway.serving.kill().await;
    for target in ["/hooks/main/sms?From=%2B14155550123&Body=5", "/v1/opt-outs/%2B14155550123"] {
        let status = proxy.get(target).await.status;
        assert!((502..=504).contains(&status), "{kind:?} {status}");
    }
    assert!(!proxy.logs().contains("4155550123"), "{kind:?} wrote a number down: {}", proxy.logs());
}

#[tokio::test]
async fn nginx_shows_no_inner_page_and_logs_no_number() {
    what_is_ours_stays_inside(Kind::Nginx).await;
}

#[tokio::test]
async fn caddy_shows_no_inner_page_and_logs_no_number() {
    what_is_ours_stays_inside(Kind::Caddy).await;
}
