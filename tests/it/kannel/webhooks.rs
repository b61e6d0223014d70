//! What Kannel fetches, by hand: proofs, receipts and repeats, against a sendsms that answers by script.

use serde_json::json;

use super::desk::{CALLER, SECRET, config, report};
use super::sendsms::SendSms;
use crate::support::rig::{Reply, Rig};

/// A gateway and the sendsms that it knows.
async fn open() -> (Rig, SendSms) {
    let sendsms = SendSms::start().await;
    let rig = Rig::configured(|folder| config(folder, &sendsms.base(), "csat"), &[]).await;
    (rig, sendsms)
}

async fn fetch(rig: &Rig, target: &str) -> Reply {
    let answer = rig.client.get(format!("{}{target}", rig.base)).send().await.expect("an answer");
    let outcome = answer.headers().get("aftercall-outcome").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    Reply { status: answer.status().as_u16(), outcome, body: answer.text().await.expect("a text") }
}

fn text(id: &str, words: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("secret", SECRET),
            ("from", CALLER),
            ("to", "40404"),
            ("cs", "UTF-8"),
            ("coding", "0"),
            ("id", id),
            ("text", words),
        ])
        .finish();
    format!("/hooks/modem/sms?{query}")
}

/// The address of the last text's receipts, as Kannel fetches it.
fn receipt(rig: &Rig, sendsms: &SendSms, kind: &str, answer: &str) -> String {
    let address = sendsms.last("dlr-url").replace("%d", kind).replace("%A", answer).replace("%%", "%");
    address.strip_prefix(&rig.base).expect("our address").to_owned()
}

#[tokio::test]
async fn a_send_says_all_that_kannel_must_know() {
    let (rig, sendsms) = open().await;
    report(&rig, "C1").await;
    rig.settle().await;
    let given = ["username", "password", "from", "to", "charset", "coding", "dlr-mask"].map(|name| sendsms.last(name));
    assert_eq!(given, ["gateway", "kannel-password", "40404", CALLER, "UTF-8", "0", "27"]);
    assert!(sendsms.last("text").contains("Reply 1") && !sendsms.last("dlr-url").contains(SECRET));
}

#[tokio::test]
async fn texts_prove_themselves_and_are_answered_with_nothing_that_could_be_sent() {
    let (rig, sendsms) = open().await;
    report(&rig, "C1").await;
    rig.settle().await;
    let forged = text("m1", "1").replace(SECRET, "kannel-webhook-secreT");
    let refused = fetch(&rig, &forged).await;
    assert_eq!((refused.status, refused.outcome.as_str()), (403, "bad_signature"));
    let bare = fetch(&rig, &text("m1", "1").replace("secret=", "secrets=")).await;
    assert_eq!((bare.status, bare.outcome.as_str()), (403, "bad_signature"));
    let answers = [fetch(&rig, &text("m1", "5")).await, fetch(&rig, &text("m1", "5")).await];
    assert_eq!(answers.each_ref().map(|answer| (answer.status, answer.outcome.as_str())), [(200, "accepted"), (200, "duplicate")]);
    assert!(answers.iter().all(|answer| answer.body.is_empty()), "{answers:?}");
    rig.settle().await;
    assert_eq!((rig.response().await["scores"]["csat"].clone(), sendsms.count()), (json!(5), 2));
    let broken = fetch(&rig, &text("m2", "5").replace("id=m2", "id=")).await;
    assert_eq!((broken.status, broken.outcome.as_str()), (400, "malformed"));
}

#[tokio::test]
async fn receipts_are_told_once_and_a_forged_or_moved_one_never() {
    let (rig, sendsms) = open().await;
    report(&rig, "C1").await;
    rig.settle().await;
    let delivered = receipt(&rig, &sendsms, "1", "");
    let forged = [
        delivered.replace("proof=", "proof=0"),
        delivered.replace("/receipt", "/sms") + "&from=%2B14155550123&to=40404&id=m1&text=1",
        "/hooks/modem/receipt?session=s&task=t&type=2".to_owned(),
    ];
    for target in forged {
        assert_eq!(fetch(&rig, &target).await.outcome, "bad_signature", "{target}");
    }
    let told = [fetch(&rig, &delivered).await, fetch(&rig, &delivered).await];
    assert_eq!(told.each_ref().map(|told| (told.status, told.outcome.as_str())), [(200, "accepted"), (200, "duplicate")]);
    assert!(rig.response().await["delivered_at"].is_string());
}

#[tokio::test]
async fn a_text_that_the_message_centre_refuses_is_undeliverable() {
    let (rig, sendsms) = open().await;
    report(&rig, "C1").await;
    rig.settle().await;
    let told = fetch(&rig, &receipt(&rig, &sendsms, "16", "NACK%2F0x0000000b%2FInvalid")).await;
    assert_eq!((told.status, told.outcome.as_str()), (200, "accepted"));
    assert_eq!(rig.response().await["disposition"], "undeliverable");
}

#[tokio::test]
async fn each_answer_of_sendsms_has_its_meaning() {
    for (status, words, disposition, sends) in [
        (202, "3: Queued for later delivery", "open", 1),
        (403, "Authorization failed for sendsms", "undeliverable", 1),
        (403, "Not routable. Do not try again.", "undeliverable", 1),
        (503, "Temporal failure, try again later.", "open", 2),
        (429, "slowly", "open", 2),
        (502, "a proxy's", "open", 1),
    ] {
        let (rig, sendsms) = open().await;
        sendsms.answer(status, words);
        report(&rig, "C1").await;
        rig.settle().await;
        rig.after(std::time::Duration::from_secs(60)).await;
        assert_eq!((rig.response().await["disposition"].as_str(), sendsms.count()), (Some(disposition), sends), "{status} {words}");
    }
}

#[tokio::test]
async fn a_text_whose_fate_was_unknown_is_settled_by_its_receipt() {
    let (rig, sendsms) = open().await;
    sendsms.answer(502, "");
    report(&rig, "C1").await;
    rig.settle().await;
    fetch(&rig, &receipt(&rig, &sendsms, "1", "")).await;
    let response = rig.response().await;
    assert!(response["invited_at"].is_string() && response["delivered_at"].is_string(), "{response:#}");
    assert_eq!(sendsms.count(), 1);
}

#[tokio::test]
async fn kannel_has_no_voice() {
    let (rig, _sendsms) = open().await;
    let call = fetch(&rig, &format!("/hooks/modem/call?secret={SECRET}")).await;
    assert!(call.status == 400 && call.body.contains("/v1/calls"), "{call:?}");
    let voice = fetch(&rig, &format!("/hooks/modem/voice?secret={SECRET}")).await;
    assert_eq!((voice.status, voice.outcome.as_str()), (200, "malformed"));
}
