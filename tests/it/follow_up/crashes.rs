//! The gateway dies between a delivery and the note of it.

use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use super::BY_TEXT;
use crate::support::receiver::Receiver;
use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, CALLER, LINE, config, sign};
use crate::support::servers::eventually;
use crate::support::twilio_stand_in::TwilioStandIn;

async fn serve(config: &std::path::Path, crash_at: Option<&str>) -> (Child, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aftercall"));
    command.args(["serve", "--config"]).arg(config).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    command.env("AFTERCALL__POLICY__QUIET_HOURS__APPLIES_TO", "off");
    if let Some(place) = crash_at {
        command.env("AFTERCALL_CRASH_AT", place);
    }
    let mut child = command.spawn().expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let line = lines.next_line().await.expect("a line").expect("a line before its end");
    (child, line.strip_prefix("listening on ").expect("the address").to_owned())
}

async fn post(base: &str, target: &str, params: &[(&str, &str)]) {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
    let client = aftercall::providers::rest::client().expect("a client");
    let request = client.post(format!("{base}{target}")).header("X-Twilio-Signature", sign(AUTH_TOKEN, target, params));
    let answer = request.header("Content-Type", "application/x-www-form-urlencoded").body(body).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{}", answer.status());
}

#[tokio::test]
async fn a_delivery_that_was_not_noted_comes_again_under_its_id_after_a_crash() {
    let (folder, twilio, receiver) = (tempfile::tempdir().expect("a folder"), TwilioStandIn::start().await, Receiver::start().await);
    let file = folder.path().join("aftercall.toml");
    std::fs::write(&file, config(&folder, &twilio.base(), &format!("{BY_TEXT}{}", receiver.configured("crm", "")))).expect("written");
    let (mut child, base) = serve(&file, Some("notice brought")).await;
    let call = [
        ("CallSid", "CA1"),
        ("AccountSid", ACCOUNT_SID),
        ("From", CALLER),
        ("To", LINE),
        ("CallStatus", "completed"),
        ("Direction", "inbound"),
        ("CallDuration", "63"),
    ];
    post(&base, "/hooks/main/call", &call).await;
    for (id, text) in [("SM1", "5"), ("SM2", "nothing")] {
        let params = [("MessageSid", id), ("AccountSid", ACCOUNT_SID), ("From", CALLER), ("To", LINE), ("Body", text)];
        post(&base, "/hooks/main/sms", &params).await;
    }
    let died = tokio::time::timeout(std::time::Duration::from_secs(60), child.wait()).await.expect("it dies").expect("its end");
    assert!(!died.success());
    assert_eq!(receiver.deliveries().len(), 1);
    let (_child, _base) = serve(&file, None).await;
    eventually("it comes again", || async { receiver.deliveries().len() > 1 }).await;
    let deliveries = receiver.deliveries();
    assert!(deliveries.iter().all(|delivery| delivery.genuine && delivery.id == deliveries[0].id));
    assert_eq!(deliveries[1].body, deliveries[0].body);
}
