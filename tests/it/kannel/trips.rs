//! Whole trips: gateway, bearerbox, smsbox, fake message centre, telephone, and all the way back.

use serde_json::json;

use super::desk::{CALLER, Desk, LINE, report};
use crate::support::servers::eventually;

/// A question longer than one part, with characters that no GSM alphabet has.
const LONG: &str = r#"
id = "long"
version = 1
default_locale = "en"
[[question]]
id = "score"
measure = "csat"
kind = "rating"
min = 1
max = 5
sms.en = "您好😀感谢您的来电。为了不断改进我们的服务,请您对刚才与客服代表的通话满意程度打分:1分表示非常不满意,2分表示不满意,3分表示一般,4分表示满意,5分表示非常满意😀。请直接回复1至5之间的一个数字,退订请回复T。谢谢您的支持!"
[closing]
sms.en = "谢谢您的评价😀"
"#;

#[tokio::test]
async fn a_reported_call_is_rated_by_text_and_what_became_of_each_text_is_known() {
    let desk = Desk::open("csat", &[]).await;
    desk.kannel.telephone(None);
    assert_eq!(report(&desk.rig, "C1").await["result"], "started");
    let heard = desk.hears(1).await;
    assert!(heard[0].text.contains("Reply 1") && !heard[0].part, "{heard:?}");
    assert_eq!((heard[0].from.as_str(), heard[0].to.as_str()), (LINE, CALLER));
    desk.becomes("a delivered invitation", |response| response["delivered_at"].is_string()).await;

    desk.says("5, the agent was kind");
    let heard = desk.hears(2).await;
    assert!(heard[1].text.contains("What should we improve"), "{heard:?}");
    desk.says("nothing at all");
    let response = desk.becomes("a completed survey", |response| response["disposition"] == "completed").await;
    assert_eq!((&response["scores"]["csat"], &response["respondent"]), (&json!(5), &json!("+1415***0123")));
    assert_eq!(response["answers"][0]["text"], "the agent was kind");
    let heard = desk.hears(3).await;
    assert_eq!((heard.len(), desk.rig.unmatched().await), (3, Vec::new()));
}

#[tokio::test]
async fn a_long_text_beyond_the_gsm_alphabet_arrives_whole_and_so_does_the_reply() {
    let desk = Desk::open("long", &[("long.toml", LONG)]).await;
    desk.kannel.telephone(None);
    report(&desk.rig, "C1").await;
    let heard = desk.hears(2).await;
    assert!(heard.iter().all(|text| text.part), "{heard:?}");
    let whole = desk.becomes("a delivered invitation", |response| response["delivered_at"].is_string()).await;
    assert_eq!(whole["disposition"], "open");
    let words: String = desk.kannel.heard().into_iter().map(|text| text.text).collect();
    let asked = LONG.split("sms.en = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("the question");
    assert!(words.starts_with(&asked[..asked.len() - "谢谢您的支持!".len()]), "{words}");

    // 5分,上网很快 with the bytes of blanks and line ends in it.
    desk.kannel.telephone(Some(&format!("{CALLER} {LINE} ucs2 %005R%06%FF%0CN%0A%7FQ%5F%88%5F%EB")));
    let response = desk.becomes("a completed survey", |response| response["disposition"] == "completed").await;
    assert_eq!((&response["scores"]["csat"], &response["answers"][0]["text"]), (&json!(5), &json!("上网很快")));
}

#[tokio::test]
async fn stop_ends_everything_with_one_confirmation_until_start() {
    let desk = Desk::open("csat", &[]).await;
    desk.kannel.telephone(None);
    report(&desk.rig, "C1").await;
    desk.hears(1).await;
    desk.says("STOP");
    desk.becomes("an opted-out caller", |response| response["disposition"] == "opted_out").await;
    let heard = desk.hears(2).await;
    assert!(!heard[1].text.contains('?'), "{heard:?}");
    let again = report(&desk.rig, "C2").await;
    assert_eq!((&again["result"], &again["reason"]), (&json!("suppressed"), &json!("opted_out")));

    desk.says("START");
    let heard = desk.hears(3).await;
    assert_eq!(heard.len(), 3, "{heard:?}");
    let reasons = desk.rig.unmatched().await;
    assert_eq!(reasons, [("START".to_owned(), "after_opt_out".to_owned())]);
}

#[tokio::test]
async fn a_reply_to_nothing_is_kept_as_unmatched() {
    let desk = Desk::open("csat", &[]).await;
    desk.says("5");
    eventually("a reply that was kept", async || desk.rig.unmatched().await.len() == 1).await;
    assert_eq!(desk.rig.unmatched().await, [("5".to_owned(), "no_session".to_owned())]);
}
