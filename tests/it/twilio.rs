//! Twilio's signature against vectors, and sends against a stand-in.
#![expect(clippy::expect_used, reason = "what prepares a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use aftercall::phone::Respondent;
use aftercall::ports::provider::{Content, Provider, RawRequest, Refusal, Sent, Sms};
use aftercall::providers::rest;
use aftercall::providers::twilio::{Twilio, TwilioSettings};
use axum::http::{HeaderMap, HeaderName};
use proptest::prelude::*;
use serde::Deserialize;

use crate::support::twilio_stand_in::{Answer, TwilioStandIn};

#[derive(Clone, Deserialize)]
struct Vector {
    name: String,
    method: String,
    url: String,
    headers: BTreeMap<String, String>,
    #[serde(default)]
    params: Vec<(String, String)>,
    body: String,
    secret: String,
    expect: Expect,
}

#[derive(Clone, Deserialize)]
struct Expect {
    valid: bool,
}

fn vectors() -> Vec<Vector> {
    serde_json::from_str(include_str!("../fixtures/vectors/twilio.json")).expect("vectors")
}

fn settings(secret: &str, api_base: String) -> TwilioSettings {
    TwilioSettings {
        account_sid: TwilioStandIn::ACCOUNT_SID.to_owned(),
        auth_tokens: vec![secret.to_owned(), "the other token".to_owned()],
        shared_keys: BTreeMap::from([("webhooks_sharedkey_01abc".to_owned(), "shk_secret_7c1b2a".to_owned())]),
        api_base,
        messaging_service_sid: None,
        client: rest::client().expect("a client"),
        timeout: Duration::from_secs(5),
    }
}

const SIGNATURE: &str = "X-Twilio-Signature";

/// A request as bytes, so that it can be tampered with.
#[derive(Clone)]
struct Post {
    method: String,
    base: String,
    target: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Post {
    fn of(vector: &Vector) -> Self {
        let path = vector.url.match_indices('/').nth(2).expect("a path").0;
        let (base, target) = vector.url.split_at(path);
        Self {
            method: vector.method.clone(),
            base: base.to_owned(),
            target: target.to_owned(),
            headers: vector.headers.clone(),
            body: vector.body.clone().into_bytes(),
        }
    }

    fn verify(&self, twilio: &Twilio) -> Result<Content, Refusal> {
        let header = |(name, value): (&String, &String)| Some((name.parse::<HeaderName>().ok()?, value.parse().ok()?));
        let headers: HeaderMap = self.headers.iter().filter_map(header).collect();
        twilio.verify(&RawRequest {
            method: &self.method,
            public_base: &self.base,
            target: &self.target,
            headers: &headers,
            body: &self.body,
            peer: [127, 0, 0, 1].into(),
        })
    }

    /// What the signature covers, made in another way than the product does: address and the set of parameters.
    fn covered(&self) -> String {
        let mut text = self.target.clone();
        if self.method == "POST" && self.is_form() {
            let pairs: BTreeSet<(String, String)> = form_urlencoded::parse(&self.body).into_owned().collect();
            text.extend(pairs.into_iter().flat_map(|(name, value)| [name, value]));
        } else if self.method == "POST" {
            text.push_str(&String::from_utf8_lossy(&self.body));
        }
        text
    }

    fn is_form(&self) -> bool {
        self.headers.get("Content-Type").is_none_or(|kind| kind.starts_with("application/x-www-form"))
    }
}

#[test]
fn every_vector_gets_its_verdict() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 27);
    for vector in vectors {
        let twilio = Twilio::new(settings(&vector.secret, String::new()));
        let verdict = Post::of(&vector).verify(&twilio);
        assert_eq!(verdict.is_ok(), vector.expect.valid, "{}: {verdict:?}", vector.name);
        if let Ok(content) = verdict
            && !vector.params.is_empty()
        {
            assert_eq!(content.pairs, vector.params, "{}", vector.name);
        }
    }
}

#[test]
fn a_get_is_read_from_its_query_and_json_from_its_members() {
    let read = |name: &str| {
        let vector = vectors().into_iter().find(|vector| vector.name == name).expect("the vector");
        Post::of(&vector).verify(&Twilio::new(settings(&vector.secret, String::new()))).expect("content")
    };
    let get = read("get-request-params-in-url");
    assert_eq!((get.get("From"), get.get("CallStatus"), get.pairs == get.query), (Some("+14155550100"), Some("ringing"), true));
    let json = read("json-bodysha256");
    assert_eq!((json.get("n"), json.get("text")), (Some("3"), Some("Größe 5 ✓")));
    assert_eq!(json.query.first(), Some(&("tenant".to_owned(), "1".to_owned())));
}

#[test]
fn a_token_that_was_rotated_out_of_first_place_still_verifies() {
    let vector = vectors().into_iter().find(|vector| vector.name == "gather-digits").expect("the vector");
    let mut rotated = settings("a new token", String::new());
    rotated.auth_tokens.push(vector.secret.clone());
    assert!(Post::of(&vector).verify(&Twilio::new(rotated)).is_ok());
    assert_eq!(Post::of(&vector).verify(&Twilio::new(settings("a new token", String::new()))), Err(Refusal::Wrong));
}

#[test]
fn a_signed_form_that_is_not_utf_8_is_unreadable_and_an_unsigned_one_wrong() {
    let vector = vectors().into_iter().find(|vector| vector.name == "gather-digits").expect("the vector");
    let twilio = Twilio::new(settings("12345", String::new()));
    let mut post = Post::of(&vector);
    post.body = b"Body=%ff".to_vec();
    assert_eq!(post.verify(&twilio), Err(Refusal::Wrong));
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, b"12345");
    let signed = [post.base.as_bytes(), post.target.as_bytes(), b"Body\xff"].concat();
    let signature = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, ring::hmac::sign(&key, &signed));
    post.headers.insert(SIGNATURE.to_owned(), signature);
    assert_eq!(post.verify(&twilio), Err(Refusal::Unreadable));
}

/// The twin with one byte of one part changed to another one that a request can hold there.
fn tampered(post: &Post, part: usize, at: usize, to: u8) -> Option<Post> {
    let mut twin = post.clone();
    let change = |bytes: &mut Vec<u8>| {
        let at = at % bytes.len();
        let changed = bytes[at] != to;
        bytes[at] = to;
        changed
    };
    let text = |text: &mut String| {
        let mut bytes = std::mem::take(text).into_bytes();
        let changed = change(&mut bytes);
        *text = String::from_utf8(bytes).ok()?;
        Some(changed)
    };
    let changed = match part {
        0 => text(&mut twin.target)?,
        1 => text(twin.headers.get_mut(SIGNATURE)?)?,
        _ if twin.body.is_empty() => return None,
        _ => change(&mut twin.body),
    };
    changed.then_some(twin)
}

fn valid() -> Vec<(Post, Twilio)> {
    let valid = vectors().into_iter().filter(|vector| vector.expect.valid);
    valid.map(|vector| (Post::of(&vector), Twilio::new(settings(&vector.secret, String::new())))).collect()
}

#[test]
fn every_byte_of_every_vector_counts() {
    for (post, twilio) in valid() {
        let lengths = [post.target.len(), post.headers[SIGNATURE].len(), post.body.len()];
        for (part, length) in lengths.into_iter().enumerate() {
            for twin in (0..length).filter_map(|at| tampered(&post, part, at, b'~')) {
                if part == 1 || twin.covered() != post.covered() {
                    assert_eq!(twin.verify(&twilio).err(), Some(Refusal::Wrong), "{} {:?}", twin.target, twin.headers.get(SIGNATURE));
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn a_tampered_twin_of_a_valid_vector_is_refused(which in 0..100_usize, part in 0..3_usize, at in 0..4096_usize, to in 0x21..0x7f_u8) {
        thread_local!(static VALID: Vec<(Post, Twilio)> = valid());
        VALID.with(|valid| {
            let (post, twilio) = &valid[which % valid.len()];
            let Some(twin) = tampered(post, part, at, to) else { return Ok(()) };
            let same = part != 1 && twin.covered() == post.covered();
            prop_assert_eq!(twin.verify(twilio).is_ok(), same);
            Ok(())
        })?;
    }
}

fn sms() -> Sms {
    Sms {
        to: Respondent::parse("+14155550123").expect("a number"),
        from: Some("+14155550100".to_owned()),
        text: "How was it? 1–5 & more".to_owned(),
        receipt_url: "https://h.example.com/hooks/main/receipt?session=s1&task=t1".to_owned(),
        task_id: "t1".to_owned(),
    }
}

async fn send_to(stand_in: &TwilioStandIn, answer: Answer) -> Sent {
    stand_in.script(vec![answer]);
    Twilio::new(settings(TwilioStandIn::AUTH_TOKEN, stand_in.base())).send(&sms()).await
}

#[tokio::test]
async fn a_send_is_what_twilio_expects_and_gives_the_message_id() {
    let stand_in = TwilioStandIn::start().await;
    let sent = send_to(&stand_in, Answer::Accept).await;
    assert_eq!(sent, Sent::Accepted { message_id: "SM00000000000000000000000000000001".to_owned() });
    assert_eq!(stand_in.message_ids(), ["SM00000000000000000000000000000001"]);
    assert!(stand_in.refusals().is_empty());
    let expected = [
        ("To", "+14155550123"),
        ("From", "+14155550100"),
        ("Body", "How was it? 1–5 & more"),
        ("StatusCallback", "https://h.example.com/hooks/main/receipt?session=s1&task=t1"),
    ];
    let sent = stand_in.sent();
    let pairs: Vec<(&str, &str)> = sent[0].iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!((sent.len(), pairs), (1, expected.to_vec()));
}

#[tokio::test]
async fn a_messaging_service_can_choose_the_sender() {
    let stand_in = TwilioStandIn::start().await;
    let mut settings = settings(TwilioStandIn::AUTH_TOKEN, stand_in.base());
    settings.messaging_service_sid = Some("MG1".to_owned());
    let twilio = Twilio::new(settings);
    let sent = twilio.send(&Sms { from: None, ..sms() }).await;
    assert_eq!(sent.name(), "accepted");
    let names: Vec<String> = stand_in.sent().concat().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["To", "MessagingServiceSid", "Body", "StatusCallback"]);
}

#[tokio::test]
async fn an_answer_says_what_became_of_the_send() {
    let rejected = |code: &str, opted_out| Sent::Rejected { code: code.to_owned(), opted_out };
    let after = |seconds| Some(Duration::from_secs(seconds));
    let failed = |code: &str, retry_after| Sent::Failed { retry_after, detail: code.to_owned() };
    let unknown = |detail: &str| Sent::Unknown { detail: detail.to_owned() };
    let stand_in = TwilioStandIn::start().await;
    for (answer, expected) in [
        (Answer::Say(200, r#"{"sid": "SM7"}"#), Sent::Accepted { message_id: "SM7".to_owned() }),
        (Answer::Refuse(21610), rejected("21610", true)),
        (Answer::Refuse(21211), rejected("21211", false)),
        (Answer::Say(404, "<html>"), rejected("http_404", false)),
        (Answer::Status(307, None), rejected("http_307", false)),
        (Answer::Status(429, Some("7")), Sent::Throttled { retry_after: after(7) }),
        (Answer::Status(429, Some("Wed, 21 Oct 2015 07:28:30 GMT")), Sent::Throttled { retry_after: after(30) }),
        (Answer::Status(429, None), Sent::Throttled { retry_after: None }),
        (Answer::Status(500, None), failed("http_500", None)),
        (Answer::Status(503, Some("999999")), failed("http_503", after(3600))),
        (Answer::Status(502, None), unknown("http_502")),
        (Answer::Status(504, None), unknown("http_504")),
        (Answer::Say(201, "<html>thank you</html>"), unknown("http_201: no message id in the answer")),
        (Answer::Status(204, None), unknown("http_204: no message id in the answer")),
    ] {
        assert_eq!(send_to(&stand_in, answer.clone()).await, expected, "{answer:?}");
    }
    assert_eq!((stand_in.sent().len(), stand_in.refusals()), (14, Vec::new()));
}

#[tokio::test]
async fn wrong_credentials_are_a_refusal() {
    let stand_in = TwilioStandIn::start().await;
    let sent = Twilio::new(settings("another token", stand_in.base())).send(&sms()).await;
    assert_eq!(sent, Sent::Rejected { code: "20003".to_owned(), opted_out: false });
    assert_eq!((stand_in.refusals(), stand_in.sent()), (vec![20003], Vec::new()));
}

#[tokio::test]
async fn a_request_that_left_and_was_not_answered_is_unknown_and_sent_once() {
    let stand_in = TwilioStandIn::start().await;
    let mut details = Vec::new();
    for answer in [Answer::Cut, Answer::CutHalfway, Answer::Never] {
        stand_in.script(vec![answer.clone()]);
        let mut settings = settings(TwilioStandIn::AUTH_TOKEN, stand_in.base());
        settings.timeout = Duration::from_millis(if answer == Answer::Never { 200 } else { 5000 });
        match Twilio::new(settings).send(&sms()).await {
            Sent::Unknown { detail } => details.push(detail),
            other => panic!("{answer:?}: {other:?}"),
        }
    }
    assert_eq!(stand_in.sent().len(), 3);
    assert_discreet(&details);
}

#[tokio::test]
async fn a_connection_that_was_reused_and_cut_is_unknown() {
    let stand_in = TwilioStandIn::start().await;
    stand_in.script(vec![Answer::Accept, Answer::Cut]);
    let twilio = Twilio::new(settings(TwilioStandIn::AUTH_TOKEN, stand_in.base()));
    assert_eq!(twilio.send(&sms()).await.name(), "accepted");
    assert_eq!(twilio.send(&sms()).await.name(), "unknown");
    assert_eq!(stand_in.sent().len(), 2);
}

#[tokio::test]
async fn without_a_connection_the_send_failed_for_sure() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let nobody = format!("http://{}", free.local_addr().expect("an address"));
    drop(free);
    let plain = TwilioStandIn::start().await;
    let no_tls = plain.base().replace("http://", "https://");
    for base in [nobody, no_tls, "no address".to_owned()] {
        match Twilio::new(settings(TwilioStandIn::AUTH_TOKEN, base.clone())).send(&sms()).await {
            Sent::Failed { retry_after: None, detail } => assert_discreet(&[detail]),
            other => panic!("{base}: {other:?}"),
        }
    }
    assert!(plain.sent().is_empty());
}

#[tokio::test]
async fn an_endless_answer_is_not_read_to_its_end() {
    let stand_in = TwilioStandIn::start().await;
    let long: &'static str = Box::leak(format!("{}{{\"sid\": \"SM1\"}}", " ".repeat(200_000)).into_boxed_str());
    assert_eq!(send_to(&stand_in, Answer::Say(201, long)).await.name(), "unknown");
}

fn assert_discreet(details: &[String]) {
    for detail in details {
        let secrets = ["4155550", "How was it", TwilioStandIn::ACCOUNT_SID, TwilioStandIn::AUTH_TOKEN, "Basic "];
        assert!(!detail.is_empty() && secrets.iter().all(|secret| !detail.contains(secret)), "{detail}");
    }
}
