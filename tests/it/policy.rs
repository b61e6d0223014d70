//! Who is asked and when, through HTTP: each refusal shows with its reason in `/v1/calls`.

use std::time::Duration;

use aftercall::call::Moment;
use serde_json::{Value, json};

use crate::support::rig::{CALLER, Rig, start};
use crate::support::servers::Redis;
use crate::support::twilio_stand_in::Answer;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n";
const UNCAPPED: &str = "frequency_cap = { max = 0, per = \"7d\" }\n";

/// What operators read about these keys.
const PAGE: &str = include_str!("../../docs/policy.md");

async fn rig(rule: &str, policy: &str) -> Rig {
    Rig::as_shipped(&format!("{BY_TEXT}{rule}\n[policy]\n{policy}")).await
}

/// Each call with why its caller is not asked, in the order of the calls' ids.
async fn reasons(rig: &Rig) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("asked").to_owned();
    let page = rig.api("/v1/calls").await;
    let mut calls: Vec<_> =
        page["items"].as_array().expect("items").iter().map(|item| (text(&item["call_id"]), text(&item["reason"]))).collect();
    calls.sort();
    calls
}

async fn expect(rig: &Rig, expected: &[(&str, &str)]) {
    let found = reasons(rig).await;
    let found: Vec<(&str, &str)> = found.iter().map(|(call, reason)| (call.as_str(), reason.as_str())).collect();
    assert_eq!(found, expected);
}

async fn until(rig: &Rig, moment: &str) {
    rig.clock.set(Moment::parse(moment).expect("a time"));
    rig.settle().await;
}

#[tokio::test]
async fn a_delayed_text_waits_for_the_morning_at_the_respondents_place() {
    let rig = rig("delay = \"45m\"", "reminders = []").await;
    rig.call_ends("CA1", "").await;
    // Begins at two in the morning in California.
    rig.after(HOUR * 6).await;
    assert_eq!(rig.sent().len(), 0);
    until(&rig, "2026-11-23T16:59:59.999Z").await;
    assert_eq!(rig.sent().len(), 0);
    until(&rig, "2026-11-23T17:00:00Z").await;
    assert_eq!(rig.sent().len(), 1);
}

#[tokio::test]
async fn the_morning_comes_an_hour_later_by_utc_after_the_clocks_were_put_back() {
    let rig = rig("delay = \"45m\"", "reminders = []").await;
    // New York, 2026-11-01, an hour before the change; the day before nine o'clock was at 13:00 UTC.
    until(&rig, "2026-11-01T05:00:00Z").await;
    rig.call_of("+12125550123", "CA1", "").await;
    until(&rig, "2026-11-01T13:59:59Z").await;
    assert_eq!(rig.sent().len(), 0);
    until(&rig, "2026-11-01T14:00:00Z").await;
    assert_eq!(rig.sent().len(), 1);
}

#[tokio::test]
async fn who_could_be_asked_only_after_the_surveys_end_is_not_asked_and_counted() {
    let rig = rig("delay = \"45m\"", "valid_for = \"6h\"").await;
    rig.call_ends("CA1", "").await;
    rig.call_of("+8613800138000", "CA2", "").await;
    rig.after(HOUR * 24).await;
    expect(&rig, &[("CA1", "quiet_hours_expired"), ("CA2", "asked")]).await;
}

#[tokio::test]
async fn a_message_that_fails_until_into_the_night_waits_for_the_morning() {
    let rig = rig("", "reminders = []").await;
    rig.twilio.script(vec![Answer::Status(500, None); 400]);
    rig.call_ends("CA1", "").await;
    for _ in 0..31 {
        rig.after(MINUTE).await;
    }
    let tried = rig.sent().len();
    rig.after(HOUR * 5).await;
    assert_eq!(rig.sent().len(), tried);
    rig.twilio.script(Vec::new());
    until(&rig, "2026-11-23T17:00:00Z").await;
    assert!(rig.sent().len() > tried);
}

#[tokio::test]
async fn a_rule_holds_at_its_hours_and_on_its_days_only() {
    let hours = "when = { weekday = \"mon-fri\", hours = \"09:00-17:00\" }\nzone = \"Europe/Berlin\"";
    let rig = rig(hours, UNCAPPED).await;
    // Ten o'clock UTC on a Monday.
    rig.call_ends("CA1", "").await;
    rig.after(HOUR * 6).await;
    rig.call_ends("CA2", "").await;
    until(&rig, "2026-11-28T10:00:00Z").await;
    rig.call_ends("CA3", "").await;
    expect(&rig, &[("CA1", "asked"), ("CA2", "no_rule"), ("CA3", "no_rule")]).await;
}

#[tokio::test]
async fn a_landline_gets_no_text() {
    let rig = rig("", UNCAPPED).await;
    rig.call_of("+4930901820", "CA1", "").await;
    rig.after(HOUR).await;
    expect(&rig, &[("CA1", "not_textable")]).await;
    assert_eq!(rig.sent().len(), 0);
}

#[tokio::test]
async fn where_consent_is_required_only_who_has_agreed_is_asked() {
    let rig = rig("", &format!("{UNCAPPED}require_consent = true")).await;
    rig.call_ends("CA1", "").await;
    rig.call_ends("CA2", "?attr.consent=yes").await;
    rig.call_ends("CA3", "?attr.consent=no").await;
    let call = json!({"account": "main", "call_id": "CA4", "respondent": CALLER, "ended_at": start().to_string(), "consent": true});
    let answer = rig.client.post(format!("{}/v1/calls", rig.base)).bearer_auth(&rig.token).body(call.to_string()).send().await;
    assert_eq!(answer.expect("an answer").status(), 202);
    expect(&rig, &[("CA1", "no_consent"), ("CA2", "asked"), ("CA3", "no_consent"), ("CA4", "asked")]).await;
}

#[tokio::test]
async fn a_cap_by_queue_counts_each_queue_apart() {
    let rig = rig("", &format!("{UNCAPPED}caps = [{{ max = 1, per = \"1d\", by = [\"queue\"] }}]")).await;
    for (call, queue) in [("CA1", "support"), ("CA2", "support"), ("CA3", "sales")] {
        rig.call_ends(call, &format!("?queue={queue}")).await;
    }
    rig.after(HOUR * 24).await;
    rig.call_ends("CA4", "?queue=support").await;
    expect(&rig, &[("CA1", "asked"), ("CA2", "frequency_cap"), ("CA3", "asked"), ("CA4", "asked")]).await;
}

#[tokio::test]
async fn numbers_of_one_prefix_share_a_cap() {
    let rig = rig("", "caps = [{ max = 2, per = \"1d\", by = [\"prefix\"] }]").await;
    for (at, caller) in ["+14155550121", "+14155550122", "+14155550123", "+14165550123"].iter().enumerate() {
        rig.call_of(caller, &format!("CA{at}"), "").await;
    }
    expect(&rig, &[("CA0", "asked"), ("CA1", "asked"), ("CA2", "frequency_cap"), ("CA3", "asked")]).await;
}

#[tokio::test]
async fn a_tenants_budget_is_spent_by_whoever_is_asked_and_comes_back_with_time() {
    let rig = rig("", &format!("{UNCAPPED}budget = {{ per_hour = 2, per_day = 5 }}")).await;
    for call in ["CA1", "CA2", "CA3"] {
        rig.call_ends(call, "").await;
    }
    rig.after(HOUR).await;
    // Told again when there is room, the third stays what it was, and takes nobody's place.
    for call in ["CA4", "CA3", "CA5", "CA6"] {
        rig.call_ends(call, "").await;
    }
    rig.after(HOUR).await;
    for call in ["CA7", "CA8"] {
        rig.call_ends(call, "").await;
    }
    let reasons = ["asked", "asked", "budget", "asked", "asked", "budget", "asked", "budget"];
    let calls = ["CA1", "CA2", "CA3", "CA4", "CA5", "CA6", "CA7", "CA8"];
    expect(&rig, &calls.into_iter().zip(reasons).collect::<Vec<_>>()).await;
}

#[tokio::test]
async fn each_agent_has_a_quota_of_surveys() {
    let rig = rig("quota = 2", UNCAPPED).await;
    for at in 0..3 {
        rig.call_ends(&format!("CA{at}"), "?agent=alice").await;
    }
    rig.call_ends("CA3", "?agent=bob").await;
    rig.call_ends("CA4", "").await;
    expect(&rig, &[("CA0", "asked"), ("CA1", "asked"), ("CA2", "quota"), ("CA3", "asked"), ("CA4", "asked")]).await;
}

#[tokio::test]
async fn caps_budgets_and_quotas_hold_in_a_shared_store_too() {
    let redis = Redis::start().await;
    let policy =
        "caps = [{ max = 1, per = \"1d\", by = [\"queue\"] }, { max = 3, per = \"1d\", by = [\"prefix\"] }]\nbudget = { per_hour = 4 }";
    let rules = format!("{BY_TEXT}quota = 2\n[policy]\n{UNCAPPED}{policy}");
    let rig = Rig::on_redis(&redis.url(), &rules, &[]).await;
    let calls = [
        ("CA1", "+14155550121", "?queue=a&agent=alice"),
        ("CA2", "+14155550121", "?queue=a&agent=bob"),
        ("CA3", "+14155550122", "?queue=a&agent=alice"),
        ("CA4", "+14155550123", "?queue=a&agent=alice"),
        ("CA5", "+14155550124", "?queue=a&agent=bob"),
        ("CA6", "+14155550125", "?queue=a"),
        ("CA7", "+14165550126", "?queue=a"),
        ("CA8", "+14165550127", "?queue=a"),
    ];
    for (call, caller, query) in calls.iter().chain(&calls) {
        rig.call_of(caller, call, query).await;
    }
    rig.settle().await;
    let reasons = ["asked", "frequency_cap", "asked", "quota", "asked", "frequency_cap", "asked", "budget"];
    let expected: Vec<(&str, &str)> = calls.iter().map(|(call, ..)| *call).zip(reasons).collect();
    expect(&rig, &expected).await;
}

#[tokio::test]
async fn who_says_nothing_is_reminded_once_after_four_hours_but_not_at_night() {
    let rig = rig("", "").await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.after(HOUR * 4).await;
    assert_eq!(rig.sent().len(), 1, "it is six in the morning");
    until(&rig, "2026-11-23T17:00:00Z").await;
    rig.after(HOUR * 48).await;
    let sent = rig.sent();
    assert_eq!((sent.len(), &sent[0]), (2, &sent[1]));
    rig.text("SM1", "4").await;
    assert_eq!(rig.response().await["scores"]["csat"], 4);
}

#[tokio::test]
async fn nobody_is_reminded_after_an_answer_or_a_stop() {
    for reply in ["4", "1", "what?", "STOP"] {
        let rig = rig("", "quiet_hours = { applies_to = \"off\" }").await;
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        rig.text("SM1", reply).await;
        rig.settle().await;
        let sent = rig.sent().len();
        rig.after(HOUR * 24).await;
        assert_eq!(rig.sent().len(), sent, "{reply}");
    }
}

#[tokio::test]
async fn a_reminder_that_the_provider_refuses_ends_nothing() {
    let rig = rig("", "quiet_hours = { applies_to = \"off\" }").await;
    rig.call_ends("CA1", "").await;
    rig.settle().await;
    rig.twilio.script(vec![Answer::Refuse(30003)]);
    rig.after(HOUR * 5).await;
    assert_eq!((rig.sent().len(), rig.response().await["disposition"].clone()), (2, json!("open")));
}

#[test]
fn the_examples_of_the_page_are_without_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aftercall.toml");
    let examples: Vec<&str> = PAGE.split("```toml").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    std::fs::write(&file, examples.concat()).expect("written");
    let loaded = aftercall::config::load(Some(&file), None, &aftercall::config::Environment::new([])).expect("no fault");
    let warnings: Vec<&str> = loaded.settings.warnings.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!((examples.len(), warnings), (2, vec![]));
}
