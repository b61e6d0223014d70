//! `try`, `read` and `check`.

use serde_json::{Value, json};

use super::program::{Program, aftercall};

/// Who said it, the question, what it was taken for.
fn gist(conversation: &Value) -> Vec<(String, Value, Value)> {
    let lines = conversation.as_array().expect("a list");
    let keys = |line: &Value| line.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    for line in lines {
        assert_eq!(keys(line), ["answer", "from", "question", "text"]);
    }
    lines.iter().map(|line| (line["from"].as_str().expect("a text").to_owned(), line["question"].clone(), line["answer"].clone())).collect()
}

fn gateway(question: &str) -> (String, Value, Value) {
    ("gateway".to_owned(), json!(question), Value::Null)
}

fn caller(question: &str, value: &Value, outcome: &str) -> (String, Value, Value) {
    ("caller".to_owned(), json!(question), json!({"value": value, "outcome": outcome}))
}

fn closing() -> (String, Value, Value) {
    ("gateway".to_owned(), Value::Null, Value::Null)
}

#[tokio::test]
async fn a_script_is_held_as_a_conversation() {
    let ended =
        Program::new(&["try", "csat", "--channel", "sms", "--locale", "en", "--script", "5,the agent was kind", "--json"]).run().await;
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let expected =
        [gateway("score"), caller("score", &json!(5), "answer"), gateway("improve"), caller("improve", &Value::Null, "answer"), closing()];
    assert_eq!(gist(&ended.json()), expected);
    assert_eq!(ended.json()[3]["text"], "the agent was kind");
}

#[tokio::test]
async fn a_low_score_leads_to_the_part_that_went_wrong() {
    let ended = Program::new(&["try", "csat", "--script", "2,waiting,a shorter queue", "--json"]).run().await;
    let expected = [
        gateway("score"),
        caller("score", &json!(2), "answer"),
        gateway("part"),
        caller("part", &json!("waiting"), "answer"),
        gateway("improve"),
        caller("improve", &Value::Null, "answer"),
        closing(),
    ];
    assert_eq!(gist(&ended.json()), expected);
}

#[tokio::test]
async fn on_the_phone_in_chinese_wrong_keys_and_silence_are_asked_again() {
    let ended = Program::new(&["try", "csat", "--channel", "ivr", "--locale", "zh-CN", "--script", "9,,1,2", "--json"]).run().await;
    let lines = ended.json();
    let expected = [
        gateway("score"),
        caller("score", &Value::Null, "invalid"),
        gateway("score"),
        caller("score", &Value::Null, "silence"),
        gateway("score"),
        caller("score", &json!(1), "answer"),
        gateway("part"),
        caller("part", &json!("knowledge"), "answer"),
        closing(),
    ];
    assert_eq!(gist(&lines), expected);
    assert!(lines[0]["text"].as_str().is_some_and(|text| text.contains("满意")), "{lines}");
    assert!(lines[2]["text"] != lines[4]["text"], "silence and a wrong key sound the same: {lines}");
}

#[tokio::test]
async fn a_call_and_an_arm_can_be_given_to_try() {
    let survey = include_str!("../../fixtures/surveys/grand.toml");
    let tried = async |arguments: &str| {
        let command = aftercall(&format!("try grand --json {arguments}")).file("config/surveys/grand.toml", survey);
        command.file("config/aftercall.toml", "[server]\n").run().await
    };
    let short = tried("--variant short --script 9,0,none").await.json();
    assert_eq!((&short[0]["text"], &short[1]["answer"]), (&json!("Recommend us? 0 to 10."), &json!({"value": 9, "outcome": "answer"})));
    assert_eq!(short[3]["answer"], json!({"value": null, "outcome": "refused"}));
    let gold = tried("--attr tier=gold --attr product=goods --agent alice --queue vip --script 10").await.json();
    assert_eq!(
        (&gold[0]["text"], &gold[2]["text"]),
        (&json!("Would you recommend us after your talk with alice? Reply 0 to 10."), &json!("Thank you."))
    );
    let phone = tried("--channel ivr --attr ask_language=yes --script 2,*,3,4").await.json();
    let outcomes: Vec<_> = phone.as_array().expect("a list").iter().filter_map(|line| line["answer"]["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["answer", "repeat", "answer", "answer"]);
    assert!(phone[2]["text"].as_str().is_some_and(|text| text.contains("请按0到10")), "{phone:#}");
    for (wrong, word) in [("--variant nosuch", "long, short"), ("--attr tier", "KEY=VALUE")] {
        let ended = tried(wrong).await;
        assert!(ended.code == 2 && ended.err.contains(word), "{ended:?}");
    }
}

#[tokio::test]
async fn every_shipped_survey_can_be_tried_on_every_channel_in_every_language_it_has() {
    for survey in aftercall::config::surveys::shipped::all() {
        let locales: std::collections::BTreeSet<String> = survey.locales().map(ToString::to_string).collect();
        for locale in &locales {
            for channel in ["sms", "ivr"] {
                let id = &survey.key.id;
                let line = format!("try {id} --channel {channel} --locale {locale} --script 1,1,1,1,1,1,1,1 --json");
                let ended = aftercall(&line).run().await;
                assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{line}");
                let lines = ended.json();
                let lines = lines.as_array().expect("a list");
                assert_eq!(lines[1]["answer"]["outcome"], "answer", "{line}: {lines:#?}");
                let last = lines.last().expect("a line");
                assert_eq!((&last["from"], &last["question"]), (&json!("gateway"), &Value::Null), "{line} does not end: {lines:#?}");
            }
        }
    }
}

#[tokio::test]
async fn stop_ends_a_conversation_and_what_comes_after_is_not_read() {
    let ended = aftercall("try csat --script STOP,5 --json").run().await;
    let lines = gist(&ended.json());
    assert_eq!(lines[1].2["outcome"], "opt_out");
    assert_eq!(lines.iter().filter(|line| line.0 == "caller").count(), 1);
}

#[tokio::test]
async fn without_a_script_the_terminal_is_the_caller() {
    let ended = aftercall("try csat").input(b"\xff\xfe\n5\r\nmore of alice\nnot read any more\n").run().await;
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let spoken: Vec<_> = ended.out.lines().collect();
    assert_eq!(spoken.len(), 4, "{}", ended.out);
    assert!(spoken.iter().all(|line| line.starts_with("< ")), "{}", ended.out);
    assert!(spoken[2].contains("What should we improve"), "{}", ended.out);
    // Input that ends early ends the conversation, not the program.
    let ended = aftercall("try csat").run().await;
    assert_eq!((ended.code, ended.out.lines().count()), (0, 1));
}

#[tokio::test]
async fn an_unknown_survey_question_or_language_is_answered_with_what_there_is() {
    let cases = [
        ("try nosuch", vec!["nosuch", "ces, csat", "nps"]),
        ("read nosuch score", vec!["nosuch", "ces, csat", "nps"]),
        ("read csat nosuch", vec!["nosuch", "score, part, improve"]),
        ("read csat score --locale !!", vec!["!!", "zh-CN"]),
        ("try csat --locale !!", vec!["!!", "zh-CN"]),
    ];
    for (line, words) in cases {
        let ended = aftercall(line).run().await;
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{line}");
        assert!(words.iter().all(|word| ended.err.contains(word)), "{line}: {}", ended.err);
    }
}

#[tokio::test]
async fn every_line_is_read_whatever_its_bytes() {
    let mut input = b"5\n\n\xff\xfe\n4 or 5\r\nSTOP\nHELP\n5, the agent was kind\n".to_vec();
    input.extend(std::iter::repeat_n(b'5', 1_000_000));
    input.extend("\n没有\nlast line without an end".as_bytes());
    let ended = aftercall("read csat score --locale en --json").input(input).run().await;
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let lines = ended.json_lines();
    let outcome: Vec<_> = lines[..8].iter().map(|line| line["outcome"].as_str().unwrap_or_default()).collect();
    assert_eq!(outcome, ["answer", "invalid", "invalid", "ambiguous", "opt_out", "help", "answer", "invalid"]);
    assert_eq!(lines.len(), 10);
    for line in &lines {
        let confidence = line["confidence"].as_f64().expect("a number");
        assert!((0.0..=1.0).contains(&confidence));
        assert!(["outcome", "value", "comment"].iter().all(|field| line.get(field).is_some()), "{line}");
    }
    assert_eq!((&lines[0]["value"], &lines[0]["comment"]), (&json!(5), &Value::Null));
    assert_eq!((&lines[6]["value"], &lines[6]["comment"]), (&json!(5), &json!("the agent was kind")));
}

#[tokio::test]
async fn the_configuration_in_its_usual_place_is_taken_with_the_surveys_beside_it() {
    let survey = "id = \"own\"\nversion = 1\ndefault_locale = \"en\"\n[[question]]\nid = \"score\"\nkind = \"rating\"\nmin = 1\nmax = 3\n\
                  sms.en = \"One to three?\"\n[closing]\nsms.en = \"Thanks.\"\n";
    let command = || aftercall("try own --script 3").file("config/surveys/own.toml", survey);
    let ended = command().file("config/aftercall.toml", "[server]\n").run().await;
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (0, "< One to three?\n< Thanks.\n", ""));
    let broken = command().file("config/aftercall.toml", "[server]\nnosuch = 1\n").run().await;
    assert_eq!(broken.code, 2);
    assert!(broken.err.starts_with("config/aftercall.toml:2: "), "{}", broken.err);
}

#[tokio::test]
async fn nothing_to_read_is_no_fault() {
    let ended = aftercall("read csat score --locale zh-CN --json").run().await;
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (0, "", ""));
}

#[tokio::test]
async fn check_finds_nothing_in_the_shipped_configuration() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/config/aftercall.toml");
    let ended = aftercall("check --json").config(file.as_ref()).run().await;
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let report = ended.json();
    assert_eq!(report["errors"], json!([]));
    let text = report["texts"].as_array().and_then(|texts| texts.iter().find(|text| text["survey"] == "csat" && text["channel"] == "sms"));
    let text = text.expect("a text of csat").as_object().expect("an object");
    for field in ["survey", "question", "locale", "channel", "encoding", "parts", "characters"] {
        assert!(text.contains_key(field), "{field}");
    }
    assert!(report["texts"].as_array().is_some_and(|texts| texts.iter().any(|text| text["encoding"] == "ucs2")), "{report:#}");
    let table = aftercall("check").run().await;
    assert!(table.code == 0 && table.out.contains("0 errors"), "{table:?}");
}

#[tokio::test]
async fn check_names_every_fault_by_file_and_line_and_ends_with_2() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("broken.toml");
    std::fs::write(&file, "[server]\nlisten = \"nowhere\"\n\n[policy]\nvalid_for = \"soon\"\nnosuch = 1\n").expect("written");
    let ended = aftercall("check --json").config(&file).run().await;
    assert_eq!(ended.code, 2);
    let errors = ended.json()["errors"].clone();
    let lines: Vec<_> = errors.as_array().expect("a list").iter().map(|error| error["line"].as_u64().unwrap_or(0)).collect();
    assert!([2, 5, 6].iter().all(|line| lines.contains(line)), "{errors:#}");
    assert!(errors.as_array().is_some_and(|errors| errors.iter().all(|e| e["file"] == file.display().to_string().as_str())), "{errors:#}");
    let plain = aftercall("check").config(&file).run().await;
    assert_eq!(plain.code, 2);
    assert!(plain.out.contains(&format!("{}:2: ", file.display())), "{}", plain.out);
    let absent = aftercall("check").config(&folder.path().join("nosuch.toml")).run().await;
    assert!(absent.code == 2 && absent.out.contains("nosuch.toml"), "{absent:?}");
}
