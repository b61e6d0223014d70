use serde_json::json;

use super::{BY_TEXT, HOUR, SECOND, address, asked, send};
use crate::support::rig::Rig;
use crate::support::servers::MailServer;

const TICKET: &str = "[[ticket]]\nreason = \"low score 投诉\"\nwhen = { measure.csat = \"1..=2\" }\ndue = \"24h\"\n\
    email = [\"lead@example.com\"]\nescalate_to = \"head@example.com\"\n";

fn configured(server: &MailServer, mode: &str) -> String {
    let protected = format!("user = \"gateway\"\npassword = \"mail-password\"\nca = \"{}\"\n", server.authority().display());
    let more = if mode == "none" { String::new() } else { protected };
    format!("[mail]\nhost = \"localhost\"\nport = {}\ntls = \"{mode}\"\nfrom = \"Surveys <surveys@example.com>\"\n{more}", server.port())
}

async fn rig(server: &MailServer, mode: &str) -> Rig {
    let rig = Rig::start(&format!("{BY_TEXT}{TICKET}{}", configured(server, mode))).await;
    asked(&rig, "CA1").await;
    rig.text("SM1", "1 because 4155550123 did not ring").await;
    rig
}

#[tokio::test]
async fn a_ticket_is_told_by_mail_however_the_server_protects_its_door() {
    for mode in ["starttls", "tls", "none"] {
        let server = MailServer::start(mode).await;
        let rig = rig(&server, mode).await;
        rig.settle().await;
        let messages = server.messages();
        let [message] = messages.as_slice() else { panic!("{mode}: {messages:?}\n{}", server.log()) };
        assert_eq!((&message["from"], &message["to"]), (&json!("surveys@example.com"), &json!(["lead@example.com"])), "{mode}");
        let protected = mode != "none";
        assert_eq!((&message["tls"], message["login"] == "gateway"), (&json!(protected), protected), "{mode}");
        let content = message["content"].as_str().expect("a text");
        assert!(content.contains("From: Surveys <surveys@example.com>") && content.contains("Auto-Submitted: auto-generated"), "{content}");
        assert!(content.contains("CA1") && !content.contains("4155550123"), "{content}");
        assert!(content.contains("Message-ID: <") && content.contains("Date: "), "{content}");
    }
}

#[tokio::test]
async fn a_mail_waits_for_a_server_that_is_away_and_its_ticket_that_is_overdue_goes_to_others_too() {
    let server = MailServer::start("none").await;
    server.down();
    let rig = rig(&server, "none").await;
    rig.settle().await;
    assert_eq!(server.messages().len(), 0);
    server.up().await;
    rig.after(6 * SECOND).await;
    assert_eq!(server.messages().len(), 1);
    rig.after(25 * HOUR).await;
    let messages = server.messages();
    let mut receivers: Vec<&str> = messages[1..].iter().filter_map(|message| message["to"][0].as_str()).collect();
    receivers.sort_unstable();
    assert_eq!(receivers, ["head@example.com", "lead@example.com"]);
    assert!(messages[1]["content"].as_str().is_some_and(|text| text.contains("Ticket overdue")));
    send(&rig, "PATCH", &address(&rig).await, &json!({"state": "closed"})).await;
    rig.after(48 * HOUR).await;
    assert_eq!(server.messages().len(), 3);
}

#[tokio::test]
async fn a_server_that_offers_no_protection_gets_no_mail_where_protection_is_wanted() {
    let server = MailServer::start("none").await;
    let mail = configured(&server, "none").replace("tls = \"none\"", "tls = \"starttls\"");
    let rig = Rig::start(&format!("{BY_TEXT}{TICKET}{mail}")).await;
    asked(&rig, "CA1").await;
    rig.text("SM1", "1").await;
    rig.settle().await;
    assert_eq!(server.messages().len(), 0);
}
