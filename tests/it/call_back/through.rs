//! Accounts that text and ring through another one.

use super::*;

const IVR: &str = "[[account]]\nname = \"ivr\"\nprovider = \"voicexml\"\nsecret = \"sesame\"\ntext_through = \"main\"\ncall_through = \"main\"\n\
    [[account]]\nname = \"modem\"\nprovider = \"kannel\"\nusername = \"u\"\npassword = \"p\"\nsecret = \"s\"\nlines = [\"40404\"]\ncall_through = \"main\"\n";

async fn post(rig: &Rig, target: &str, form: &[(&str, &str)]) -> String {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = rig.client.post(format!("{}{target}", rig.base)).header("Content-Type", "application/x-www-form-urlencoded");
    let answer = request.body(body).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{target}: {}", answer.status());
    answer.text().await.expect("a text")
}

#[tokio::test]
async fn who_hangs_up_on_a_platform_without_texts_is_texted_and_rung_by_another_account() {
    let rig = Rig::start(&format!("{IVR}{BY_ALL}")).await;
    let page =
        post(&rig, "/hooks/ivr/voice?key=sesame&agent=alice", &[("call_id", "V1"), ("caller", CALLER), ("called", "+14155550188")]).await;
    assert!(page.contains("How satisfied"), "{page}");
    post(&rig, "/hooks/ivr/call?key=sesame", &[("call_id", "V1"), ("caller", CALLER), ("called", "+14155550188")]).await;
    rig.settle().await;
    let form: BTreeMap<String, String> = rig.twilio.sent().pop().expect("a message").into_iter().collect();
    assert_eq!((form["From"].as_str(), form["To"].as_str()), (LINE, CALLER));
    // The receipt comes to the account that sent it.
    let receipt = form["StatusCallback"].strip_prefix(PUBLIC).expect("an address of ours").to_owned();
    assert!(receipt.starts_with("/hooks/main/receipt"), "{receipt}");
    let id = rig.twilio.message_ids().pop().expect("an id");
    let delivered =
        [("MessageSid", id.as_str()), ("MessageStatus", "delivered"), ("AccountSid", ACCOUNT_SID), ("From", LINE), ("To", CALLER)];
    assert_eq!(rig.hook(&receipt, &delivered).await.outcome, "accepted");
    assert!(rig.text("SM1", "2").await.body.contains("What went wrong"));
    rig.after(HOUR * 24).await;
    let call = rung(&rig, 1).await;
    assert!(call.target("Url").starts_with("/hooks/main/voice/") && call.form["From"] == LINE, "{:?}", call.form);
    let page = call.picked_up(&rig, "human").await;
    asks(&page, "What went wrong");
    call.press(&rig, &page, Some("1")).await;
    call.ends(&rig, "completed").await;
    let response = rig.response().await;
    assert_eq!((&response["account"], &response["disposition"]), (&json!("ivr"), &json!("completed")));
    assert_eq!(response["channels"], json!(["ivr", "sms", "call"]));
    assert_eq!(answers(&response), json!([["score", 2, "sms"], ["part", "attitude", "call"]]));
}

#[tokio::test]
async fn callers_of_an_account_that_carries_texts_alone_are_rung_by_another_one() {
    let rig = Rig::start(&format!("{IVR}{BY_CALL}")).await;
    let call =
        json!({"account": "modem", "call_id": "CRM1", "line": "40404", "respondent": CALLER, "ended_at": "2026-11-23T09:59:00.000Z"});
    let request = rig.client.post(format!("{}/v1/calls", rig.base)).bearer_auth(&rig.token).body(call.to_string());
    let answer: Value = serde_json::from_str(&request.send().await.expect("an answer").text().await.expect("a text")).expect("JSON");
    assert_eq!((&answer["result"], &answer["channel"]), (&json!("started"), &json!("call")));
    let call = rung(&rig, 1).await;
    let page = call.picked_up(&rig, "human").await;
    call.press(&rig, &page, Some("5")).await;
    call.ends(&rig, "completed").await;
    let response = rig.response().await;
    assert_eq!((&response["account"], &response["disposition"]), (&json!("modem"), &json!("completed")));
}

/// What `check` says of a configuration: errors, or else warnings.
fn said(accounts: &str, channels: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.toml");
    let base = "[server]\npublic_url = \"https://h.example.com\"\n";
    std::fs::write(&file, format!("{base}{accounts}[[rule]]\nsurvey = \"csat\"\nchannels = [{channels}]\n")).expect("written");
    let found = aftercall::config::inspect(Some(&file), None, &aftercall::config::Environment::new([]));
    let faults = if found.errors.is_empty() { found.settings.warnings } else { found.errors };
    faults.iter().map(|fault| fault.message.clone()).collect::<Vec<_>>().join("\n")
}

fn account(name: &str, provider: &str, more: &str) -> String {
    format!("[[account]]\nname = \"{name}\"\nprovider = \"{provider}\"\nsecret = \"s\"\n{more}\n")
}

#[test]
fn a_way_through_another_account_that_leads_nowhere_is_named() {
    let toy = account("toy", "simulator", "lines = [\"+14155550100\"]");
    let other = account("other", "simulator", "tenant = \"else\"\nlines = [\"+14155550100\"]");
    let bare = account("bare", "simulator", "");
    let all = format!("{toy}{other}{bare}");
    for (more, fault) in [
        ("text_through = \"tou\"", "account.text_through: there is no account `tou`, did you mean `toy`?"),
        ("call_through = \"other\"", "account.call_through: account `other` belongs to another tenant"),
        ("call_through = \"ivr\"", "account.call_through: names its own account: leave it out"),
        ("text_through = \"bare\"", "account.text_through: account `bare` has no `lines` to show as the sender"),
    ] {
        assert_eq!(said(&format!("{all}{}", account("ivr", "voicexml", more)), "\"ivr\""), fault);
    }
    let chain = account("ivr", "voicexml", "text_through = \"toy\"") + &account("next", "voicexml", "text_through = \"ivr\"");
    let fault = "account.text_through: account `ivr` goes through another one itself: name that one";
    assert_eq!(said(&format!("{toy}{chain}"), "\"ivr\""), fault);
    let silent = account("ivr", "voicexml", "") + &account("next", "voicexml", "call_through = \"ivr\"");
    assert_eq!(said(&silent, "\"ivr\""), "account.call_through: account `ivr` is voicexml, which places no calls");
    let right = account("ivr", "voicexml", "text_through = \"toy\"\ncall_through = \"toy\"");
    assert_eq!(said(&format!("{toy}{right}"), "\"ivr\", \"sms\", \"call\""), "");
}

#[test]
fn channels_that_an_account_cannot_serve_are_warned_of() {
    let modem = "username = \"u\"\npassword = \"p\"\nlines = [\"40404\"]";
    let warned = said(&account("modem", "kannel", modem), "\"ivr\"");
    assert_eq!(warned, "rule.channels: account `modem` is kannel, which can ask by none of them (ivr)");
    let warned = said(&account("modem", "kannel", modem), "\"sms\", \"call\"");
    assert_eq!(warned, "rule.channels: account `modem` is kannel, which places no calls: `call_through` names an account that does");
    assert_eq!(said(&account("modem", "kannel", modem), "\"ivr\", \"sms\""), "");
}
