//! Which call does a text answer? Through HTTP, in the embedded store and in a shared one.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, Reply, Rig};
use crate::support::servers::Redis;

mod again;
mod pools;
mod races;

const HOUR: Duration = Duration::from_secs(3600);
const MINUTE: Duration = Duration::from_secs(60);
const UNCAPPED: &str = "[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";
const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";

/// Calls of queue `solved` are asked whether it is solved, all others for a score.
const TWO_SURVEYS: &str = "[[rule]]\nwhen = { queue = \"solved\" }\nsurvey = \"fcr\"\nchannels = [\"sms\"]\n\
    [[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";

const TWICE: &str = r#"
id = "twice"
version = 1
default_locale = "en"
[[question]]
id = "first"
kind = "yes_no"
sms.en = "Was it solved? Reply yes or no. Reply STOP to opt out."
[[question]]
id = "second"
kind = "yes_no"
sms.en = "Was it quick? Reply yes or no."
[closing]
sms.en = "Thank you."
"#;

/// The same gateway on the embedded store and on a shared one.
async fn on_each_store(rules: &str, surveys: &[(&str, &str)], trip: impl AsyncFn(&Rig)) {
    trip(&Rig::with_surveys(rules, surveys).await).await;
    let redis = Redis::start().await;
    trip(&Rig::on_redis(&redis.url(), rules, surveys).await).await;
}

/// The calls end and are asked about in turn, so many minutes apart.
async fn asked(rig: &Rig, calls: &[(&str, &str)], apart: u32) {
    for (call_id, query) in calls {
        rig.call_ends(call_id, query).await;
        rig.settle().await;
        rig.clock.advance(MINUTE * apart);
    }
}

/// Question and value of each answer, by call.
async fn answers(rig: &Rig, call_id: &str) -> Vec<(String, Value)> {
    rig.settle().await;
    let row = response(rig, call_id).await;
    let answers = row["answers"].as_array().expect("answers").iter();
    answers.map(|answer| (answer["question"].as_str().expect("a question").to_owned(), answer["value"].clone())).collect()
}

async fn response(rig: &Rig, call_id: &str) -> Value {
    let page = rig.api("/v1/responses?limit=1000").await;
    let rows: Vec<&Value> = page["items"].as_array().expect("items").iter().filter(|row| row["call_id"] == call_id).collect();
    assert_eq!(rows.len(), 1, "{call_id}: {page:#}");
    rows[0].clone()
}

/// A text from the usual caller to one of our numbers.
async fn text_to(rig: &Rig, line: &str, message_id: &str, text: &str) -> Reply {
    let params =
        [("MessageSid", message_id), ("AccountSid", ACCOUNT_SID), ("From", CALLER), ("To", line), ("Body", text), ("NumMedia", "0")];
    rig.hook("/hooks/main/sms", &params).await
}

fn one(question: &str, value: Value) -> (String, Value) {
    (question.to_owned(), value)
}

#[tokio::test]
async fn two_replies_of_no_answer_two_questions() {
    let rules = format!("[[rule]]\nsurvey = \"twice\"\nchannels = [\"sms\"]\n{UNCAPPED}");
    on_each_store(&rules, &[("twice.toml", TWICE)], async |rig| {
        asked(rig, &[("CA1", "")], 1).await;
        assert!(rig.text("SM1", "no").await.body.contains("Was it quick"));
        assert!(rig.text("SM2", "No.").await.body.contains("Thank you"));
        assert_eq!(answers(rig, "CA1").await, [one("first", json!("no")), one("second", json!("no"))]);
        assert_eq!(response(rig, "CA1").await["disposition"], "completed");
    })
    .await;
}

#[tokio::test]
async fn a_second_one_answers_the_next_question_and_a_message_that_comes_twice_does_not() {
    on_each_store(BY_TEXT, &[], async |rig| {
        asked(rig, &[("CA1", "")], 1).await;
        let first = rig.text("SM1", "1").await;
        assert!(first.body.contains("What went wrong"), "{first:?}");
        assert_eq!(rig.text("SM1", "1").await, Reply { outcome: "duplicate".to_owned(), ..first });
        rig.text("SM2", "1").await;
        assert_eq!(answers(rig, "CA1").await, [one("score", json!(1)), one("part", json!("attitude"))]);
    })
    .await;
}

#[tokio::test]
async fn of_two_open_surveys_each_gets_the_reply_that_fits_it_alone() {
    on_each_store(TWO_SURVEYS, &[], async |rig| {
        asked(rig, &[("CA1", "?queue=solved"), ("CA2", "")], 1).await;
        // Both left within the time in which they can be confused, but only one takes a yes.
        rig.text("SM1", "yes").await;
        assert_eq!((answers(rig, "CA1").await, answers(rig, "CA2").await), (vec![one("resolved", json!("yes"))], vec![]));
        rig.text("SM2", "4").await;
        assert_eq!(answers(rig, "CA2").await[0], one("score", json!(4)));
        assert_eq!(rig.unmatched().await, []);
    })
    .await;
}

#[tokio::test]
async fn a_reply_that_fits_none_of_two_open_surveys_is_asked_again_by_the_newest() {
    on_each_store(TWO_SURVEYS, &[], async |rig| {
        asked(rig, &[("CA1", "?queue=solved"), ("CA2", "")], 1).await;
        let again = rig.text("SM1", "17").await;
        assert!(again.body.contains("from 1 to 5"), "{again:?}");
        assert_eq!((answers(rig, "CA1").await, answers(rig, "CA2").await), (vec![], vec![]));
    })
    .await;
}

#[tokio::test]
async fn which_of_two_calls_is_meant_is_asked_once_and_the_letter_of_the_answer_decides() {
    on_each_store(BY_TEXT, &[], async |rig| {
        asked(rig, &[("CA1", ""), ("CA2", "")], 1).await;
        assert!(rig.text("SM1", "4").await.body.contains("two calls"));
        assert!(!rig.text("SM2", "4").await.body.contains("<Message>"), "once is enough");
        let kept = [("4".to_owned(), "ambiguous".to_owned()), ("4".to_owned(), "ambiguous".to_owned())];
        rig.settle().await;
        assert_eq!(rig.unmatched().await, kept);
        rig.text("SM3", "B 2").await;
        rig.text("SM4", "a:5").await;
        assert_eq!((&answers(rig, "CA1").await[0], &answers(rig, "CA2").await[0]), (&one("score", json!(2)), &one("score", json!(5))));
    })
    .await;
}

#[tokio::test]
async fn questions_that_left_long_after_one_another_are_not_confused() {
    let rig = Rig::start(BY_TEXT).await;
    asked(&rig, &[("CA1", ""), ("CA2", "")], 11).await;
    rig.text("SM1", "4").await;
    assert_eq!((answers(&rig, "CA1").await, &answers(&rig, "CA2").await[0]), (vec![], &one("score", json!(4))));
    // The newest question now is one for words; a second score is a comment to it, not an answer about the other call.
    rig.text("SM2", "2").await;
    assert_eq!(answers(&rig, "CA1").await, []);
}

#[tokio::test]
async fn a_word_that_begins_with_the_letter_of_a_call_names_no_call() {
    let rig = Rig::start(BY_TEXT).await;
    asked(&rig, &[("CA1", ""), ("CA2", "")], 1).await;
    assert!(rig.text("SM1", "Bob was kind, 4").await.body.contains("two calls"));
    assert_eq!((answers(&rig, "CA1").await, answers(&rig, "CA2").await), (vec![], vec![]));
}

#[tokio::test]
async fn thanks_for_a_survey_are_kept_with_it_while_the_next_question_has_yet_to_leave() {
    let rules = "[[rule]]\nwhen = { queue = \"slow\" }\nsurvey = \"csat\"\nchannels = [\"sms\"]\ndelay = \"2h\"\n";
    let rig = Rig::start(&format!("{rules}{BY_TEXT}")).await;
    asked(&rig, &[("CA1", "")], 1).await;
    rig.text("SM1", "5").await;
    rig.text("SM2", "none").await;
    rig.call_ends("CA2", "?queue=slow").await;
    rig.text("SM3", "thanks again").await;
    assert_eq!(answers(&rig, "CA1").await.last(), Some(&one("afterword", Value::Null)));
    assert_eq!(rig.unmatched().await, []);
}

#[tokio::test]
async fn late_stray_and_last_words_are_kept_in_a_shared_store_too() {
    let redis = Redis::start().await;
    let rig = Rig::on_redis(&redis.url(), BY_TEXT, &[]).await;
    asked(&rig, &[("CA1", "")], 1).await;
    rig.text_from("+14155550177", "SM0", "who are you").await;
    rig.text("SM1", "5").await;
    rig.text("SM2", "none").await;
    rig.settle().await;
    let version = response(&rig, "CA1").await["version"].as_u64();
    rig.text("SM3", "and thanks to alice").await;
    assert_eq!(answers(&rig, "CA1").await.last(), Some(&one("afterword", Value::Null)));
    assert_eq!(response(&rig, "CA1").await["version"].as_u64(), version.map(|version| version + 1));
    assert_eq!(rig.unmatched().await, [("who are you".to_owned(), "no_session".to_owned())]);
}

#[tokio::test]
async fn an_answer_by_text_ends_the_survey_on_the_phone_and_both_are_one_response() {
    let rules = format!("[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\", \"sms\"]\n{UNCAPPED}");
    on_each_store(&rules, &[], async |rig| {
        let page = rig.agent_leaves("CA1", "").await;
        assert!(rig.text("SM1", "2").await.body.contains("What went wrong"));
        let late_key = rig.press(&page.body, "CA1", Some("5")).await;
        assert!(late_key.body.contains("<Hangup"), "{late_key:?}");
        rig.call_ends("CA1", "").await;
        rig.settle().await;
        assert_eq!(rig.sent().len(), 0, "the question by text was asked in the answer already");
        rig.text("SM2", "3").await;
        rig.text("SM3", "nothing").await;
        let row = response(rig, "CA1").await;
        assert_eq!((&row["scores"]["csat"], &row["channels"]), (&json!(2), &json!(["ivr", "sms"])), "{row:#}");
    })
    .await;
}

#[tokio::test]
async fn all_agents_of_a_call_that_was_handed_on_twice_share_it_in_their_order() {
    on_each_store(BY_TEXT, &[], async |rig| {
        asked(rig, &[("CA1", "?agent=alice:60&agent=bob:30&agent=carol:30&queue=support")], 1).await;
        rig.text("SM1", "4").await;
        rig.settle().await;
        let agent = |id: &str, share: f64| json!({"id": id, "team": null, "share": share});
        let row = response(rig, "CA1").await;
        assert_eq!(row["agents"], json!([agent("alice", 0.5), agent("bob", 0.25), agent("carol", 0.25)]));
        let scores = rig.api("/v1/measures?measure=csat&by=agent").await;
        let counted: Vec<_> =
            scores["items"].as_array().expect("items").iter().map(|item| (item["group"]["agent"].clone(), item["n"].clone())).collect();
        assert_eq!(counted, ["alice", "bob", "carol"].map(|agent| (json!(agent), json!(1))));
    })
    .await;
}

#[tokio::test]
async fn the_same_calls_are_sampled_on_every_gateway_and_at_every_delivery() {
    let rules = format!("[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\nsample = 0.5\n{UNCAPPED}");
    let decided = async |rig: &Rig| -> Vec<String> {
        for at in (0..40).chain(0..40) {
            rig.call_ends(&format!("CA{at}"), "").await;
        }
        rig.settle().await;
        let page = rig.api("/v1/calls?limit=1000").await;
        let mut calls: Vec<String> =
            page["items"].as_array().expect("items").iter().map(|call| format!("{} {}", call["call_id"], call["reason"])).collect();
        calls.sort();
        calls
    };
    let embedded = decided(&Rig::start(&rules).await).await;
    let redis = Redis::start().await;
    assert_eq!(decided(&Rig::on_redis(&redis.url(), &rules, &[]).await).await, embedded);
    let left_out = embedded.iter().filter(|call| call.ends_with("\"sampled_out\"")).count();
    assert_eq!(embedded.len(), 40);
    assert!((10..=30).contains(&left_out), "{left_out} of 40 at one half");
}

/// Where the reply comes in on another of our numbers than the question left from, it belongs to nobody's thread.
#[tokio::test]
async fn a_text_to_another_of_our_numbers_is_kept_as_unmatched() {
    let rig = Rig::with_lines("[\"+14155550100\", \"+14155550101\"]", BY_TEXT).await;
    asked(&rig, &[("CA1", "")], 1).await;
    text_to(&rig, "+14155550101", "SM1", "4").await;
    assert_eq!(rig.unmatched().await, [("4".to_owned(), "no_session".to_owned())]);
    text_to(&rig, LINE, "SM2", "4").await;
    assert_eq!(answers(&rig, "CA1").await[0], one("score", json!(4)));
    rig.after(HOUR).await;
}
