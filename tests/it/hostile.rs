//! Bad input on every webhook route of a real account gets a clear answer, changes nothing, and loses nothing that went before.

use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, CALLER, LINE, PUBLIC, Reply, Rig, sign};

const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";
const BY_KEYS: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\"]";
const ROUTES: [&str; 6] = ["call", "voice", "voice/AAAA?q=score&try=0", "recording/AAAA?q=improve&try=0", "sms", "receipt"];

/// A post with any body and headers; the signature is what the sender says it is.
async fn post(rig: &Rig, target: &str, content_type: &str, signature: &str, body: Vec<u8>) -> Reply {
    let request = rig.client.post(format!("{}{target}", rig.base)).header("X-Twilio-Signature", signature);
    let answer = request.header("Content-Type", content_type).body(body).send().await.expect("an answer");
    let outcome = answer.headers().get("aftercall-outcome").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    Reply { status: answer.status().as_u16(), outcome, body: answer.text().await.expect("a text") }
}

/// Signed over raw text as it is, for bodies that are no form.
fn signed_over(text: &str) -> String {
    use base64::Engine;
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, AUTH_TOKEN.as_bytes());
    base64::engine::general_purpose::STANDARD.encode(ring::hmac::sign(&key, text.as_bytes()))
}

const FORM: &str = "application/x-www-form-urlencoded";

async fn nothing_happened(rig: &Rig) {
    for table in ["calls", "responses", "unmatched"] {
        assert_eq!(rig.api(&format!("/v1/{table}")).await["items"], serde_json::json!([]), "{table}");
    }
}

#[tokio::test]
async fn every_route_refuses_what_is_forged_unsigned_or_too_large_and_does_not_know_strangers() {
    let rig = Rig::start(BY_TEXT).await;
    for route in ROUTES {
        let target = format!("/hooks/main/{route}");
        for signature in ["", "AAAA", "YWJj", &"A".repeat(4000)] {
            let reply = post(&rig, &target, FORM, signature, b"CallSid=CA1".to_vec()).await;
            assert_eq!((reply.status, reply.outcome.as_str(), reply.body.as_str()), (403, "bad_signature", ""), "{target} {signature}");
        }
        let large = post(&rig, &target, FORM, "x", vec![b'a'; 65 * 1024]).await;
        assert_eq!(large.status, 413, "{target}");
        let stranger = post(&rig, &format!("/hooks/nobody/{route}"), FORM, "x", Vec::new()).await;
        assert_eq!(stranger.status, 404, "{target}");
    }
    nothing_happened(&rig).await;
}

#[tokio::test]
async fn signed_nonsense_is_400_or_the_polite_end_and_changes_nothing() {
    let rig = Rig::start(BY_TEXT).await;
    for route in ROUTES {
        let target = format!("/hooks/main/{route}");
        let empty = rig.hook(&target, &[]).await;
        let heard = route.starts_with("voice");
        let expected = if heard { 200 } else { 400 };
        // A token that is not ours is ignored before anything is missed.
        assert!([expected, 204, 200].contains(&empty.status), "{target}: {empty:?}");
        assert!(heard || empty.outcome == "malformed" || empty.outcome == "ignored", "{target}: {empty:?}");
        if heard {
            assert!(empty.body.contains("<Hangup"), "{target}: {empty:?}");
        }
        let not_utf8 = post(&rig, &target, FORM, &sign(AUTH_TOKEN, &target, &[]), b"CallSid=%FF%FE&From=%C3".to_vec()).await;
        assert!([400, 403].contains(&not_utf8.status) || heard, "{target}: {not_utf8:?}");
        let plain = post(&rig, &target, "text/plain", &signed_over(&format!("{PUBLIC}{target}")), b"hello".to_vec()).await;
        assert!([400, 403].contains(&plain.status) || heard, "{target}: {plain:?}");
    }
    nothing_happened(&rig).await;
}

#[tokio::test]
async fn ten_thousand_parameters_and_repeated_ones_are_taken_in_stride() {
    let rig = Rig::start(BY_TEXT).await;
    let names: Vec<String> = (0..3_000).map(|n| format!("p{n}")).collect();
    let mut params: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    params.extend([("CallSid", "CA1"), ("CallSid", "CA2"), ("From", CALLER), ("To", LINE), ("CallStatus", "completed")]);
    assert_eq!(rig.hook("/hooks/main/call", &params).await.outcome, "accepted");
    let short: Vec<(&str, &str)> = (0..10_000).map(|_| ("a", "")).collect();
    let reply = rig.hook("/hooks/main/call", &short).await;
    assert_eq!((reply.status, reply.outcome.as_str()), (400, "malformed"));
    let calls = rig.api("/v1/calls").await;
    assert_eq!(calls["items"].as_array().map(Vec::len), Some(1), "{calls:#}");
}

#[tokio::test]
async fn missing_parameters_are_named() {
    let rig = Rig::start(BY_TEXT).await;
    for (route, params, missing) in [
        ("call", vec![("CallStatus", "completed"), ("From", CALLER)], "CallSid"),
        ("sms", vec![("From", CALLER), ("To", LINE), ("Body", "5")], "MessageSid"),
        ("receipt", vec![("MessageStatus", "delivered")], "MessageSid"),
    ] {
        let reply = rig.hook(&format!("/hooks/main/{route}"), &params).await;
        assert_eq!((reply.status, reply.outcome.as_str()), (400, "malformed"), "{route}: {reply:?}");
        assert!(reply.body.contains(missing), "{route}: {reply:?}");
    }
}

#[tokio::test]
async fn hostile_texts_end_up_whole_in_reports_and_harmless_in_documents() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "?agent=%00%1Fal%3Cice%3E&queue=%E2%80%AE%26quot%3B&attr.note=%3D1%2B1").await;
    rig.settle().await;
    rig.text("SM1", "5").await;
    let nasty = "</Message><Say>\u{1}\u{8}\u{b}&amp;\"'<script>alert(1)</script>\u{202e}\u{0}😀=cmd|' /C calc'!A0";
    let reply = rig.text("SM2", nasty).await;
    assert_eq!((reply.status, reply.outcome.as_str()), (200, "accepted"));
    let long = "x".repeat(9_000);
    assert_eq!(rig.text("SM3", &long).await.status, 200);
    let response = rig.response().await;
    assert!(
        response["answers"][1]["text"].as_str().is_some_and(|text| text.contains("<script>") && !text.contains('\u{1}')),
        "{response:#}"
    );
    assert_eq!(response["agents"][0]["id"], "al<ice>");
    let csv = rig.client.get(format!("{}/v1/export?table=answers&format=csv", rig.base)).bearer_auth(&rig.token).send().await.expect("csv");
    let csv = csv.text().await.expect("text");
    assert!(!csv.lines().any(|line| line.split(',').any(|cell| cell.starts_with('='))), "{csv}");
}

#[tokio::test]
async fn control_characters_in_an_operators_own_query_leave_the_document_well_formed() {
    let rig = Rig::start(BY_KEYS).await;
    let page = rig.agent_leaves("CA1", "?agent=%01%0B&queue=%3C%26%22&language=%00en").await;
    assert!(page.body.contains("<Gather"), "{page:?}");
    let mut reader = quick_xml::Reader::from_str(&page.body);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{error}: {}", page.body),
        }
    }
}

#[tokio::test]
async fn numbers_stand_masked_in_every_answer_of_the_api_and_in_the_metrics() {
    let rig = Rig::start(BY_TEXT).await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.text("SM1", "5").await;
    rig.text_from("+14155550188", "SM2", "who is this").await;
    let mut seen = String::new();
    for path in ["/v1/responses", "/v1/answers", "/v1/calls", "/v1/unmatched", "/v1/measures?measure=csat", "/v1/funnel"] {
        seen += &rig.api(path).await.to_string();
    }
    for path in ["/v1/export?table=responses&format=csv", "/v1/export?table=calls&format=ndjson", "/metrics", "/readyz", "/openapi.json"] {
        let answer = rig.client.get(format!("{}{path}", rig.base)).bearer_auth(&rig.token).send().await.expect("an answer");
        seen += &answer.text().await.expect("a text");
    }
    for number in [CALLER, "4155550123", "4155550188"] {
        assert!(!seen.contains(number), "{number} is shown whole");
    }
    assert!(seen.contains("+1415***0123") && !seen.contains(ACCOUNT_SID));
}

#[tokio::test]
async fn addresses_that_are_none_of_ours_say_so_in_the_way_of_their_neighbours() {
    let rig = Rig::start(BY_TEXT).await;
    for path in ["/hooks/main/nosuch", "/hooks/main", "/hooks/main/call/extra"] {
        let answer = rig.client.post(format!("{}{path}", rig.base)).send().await.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.headers().contains_key("aftercall-outcome")), (404, true), "{path}");
    }
    let unknown = rig.client.get(format!("{}/v1/nosuch", rig.base)).send().await.expect("an answer");
    let wrong = rig.client.delete(format!("{}/v1/responses", rig.base)).send().await.expect("an answer");
    for (answer, status) in [(unknown, 404), (wrong, 405)] {
        assert_eq!(answer.status().as_u16(), status);
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
    }
}
