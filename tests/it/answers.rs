//! Replies as callers write them, read as the shipped surveys ask.
#![expect(clippy::expect_used, reason = "a broken fixture fails the test")]

use std::collections::BTreeMap;

use aftercall::message::segments::segments;
use aftercall::survey::answer::{Reading, keys, label, read_keys, read_text};
use aftercall::survey::model::{Choice, Cuts, Kind, Locale, Manner, Measure, Question, Retry, Said, Texts, Value};
use proptest::prelude::*;

const SURVEYS: [&str; 6] = [
    include_str!("../../config/surveys/csat.toml"),
    include_str!("../../config/surveys/nps.toml"),
    include_str!("../../config/surveys/ces.toml"),
    include_str!("../../config/surveys/fcr.toml"),
    include_str!("../../config/surveys/service-level.toml"),
    include_str!("../../config/surveys/recovery.toml"),
];

const LANGUAGES: [&str; 10] = ["en", "zh-CN", "zh-TW", "ja", "es", "pt", "fr", "de", "ar", "hi"];

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a language tag")
}

fn texts(table: Option<&toml::Value>) -> Texts {
    let entries = table.and_then(toml::Value::as_table).into_iter().flatten();
    entries.map(|(tag, text)| (locale(tag), text.as_str().expect("a text").to_owned())).collect()
}

fn option(table: &toml::Value) -> Choice {
    let text = |key: &str| table[key].as_str().expect("a text").to_owned();
    let list = |words: &toml::Value| words.as_array().expect("a list").iter().map(|w| w.as_str().expect("a word").to_owned()).collect();
    let words = table["words"].as_table().expect("a table").iter().map(|(tag, words)| (locale(tag), list(words))).collect();
    Choice { key: text("key"), value: text("value"), label: texts(table.get("label")), words }
}

fn kind(table: &toml::Value) -> Kind {
    let number = |key: &str| table[key].as_integer().expect("a number");
    match table["kind"].as_str().expect("a kind") {
        "rating" => {
            let labels = table.get("label").and_then(toml::Value::as_table).into_iter().flatten();
            let labels = labels.map(|(value, words)| (value.parse().expect("a value"), texts(Some(words)))).collect();
            Kind::Rating { min: number("min"), max: number("max"), labels }
        }
        "choice" => Kind::Choice { options: table["option"].as_array().expect("options").iter().map(option).collect() },
        "yes_no" => Kind::YesNo { yes: "1".to_owned(), no: "2".to_owned() },
        _ => Kind::Text,
    }
}

fn question(table: &toml::Value) -> Question {
    Question {
        id: table["id"].as_str().expect("an id").to_owned(),
        kind: kind(table),
        measure: table.get("measure").and_then(toml::Value::as_str).and_then(Measure::named),
        part: None,
        optional: table.get("optional").is_some(),
        said: Said { sms: texts(table.get("sms")), voice: texts(table.get("voice")) },
        retry: Retry::default(),
        next: Vec::new(),
        manner: Manner::default(),
        cuts: Cuts::default(),
    }
}

/// Every question of the shipped surveys by survey and id.
fn questions() -> BTreeMap<String, Question> {
    let surveys = SURVEYS.iter().map(|text| text.parse::<toml::Table>().expect("a survey file"));
    let named = |survey: toml::Table| {
        let id = survey["id"].as_str().expect("an id").to_owned();
        let questions = survey["question"].as_array().expect("questions").clone();
        questions.into_iter().map(move |table| (format!("{id}/{}", table["id"].as_str().expect("an id")), question(&table)))
    };
    surveys.flat_map(named).collect()
}

fn asked<'q>(questions: &'q BTreeMap<String, Question>, name: &str) -> &'q Question {
    let key = match name {
        "csat" => "csat/score",
        "part" => "csat/part",
        "text" => "csat/improve",
        "nps" => "nps/recommend",
        "ces" => "ces/effort",
        "fcr" => "fcr/resolved",
        "level" => "service-level/level",
        other => panic!("no question {other}"),
    };
    &questions[key]
}

/// Outcome, values and comment as the tables write them.
fn written(reading: &Reading) -> [String; 3] {
    let none = || "-".to_owned();
    let values = |values: &[Value]| values.iter().map(Value::to_string).collect::<Vec<_>>().join(",");
    match reading {
        Reading::Answer { value, comment, .. } => ["answer".to_owned(), value.to_string(), comment.clone().unwrap_or_else(none)],
        Reading::Ambiguous(several) => ["ambiguous".to_owned(), values(several), none()],
        Reading::Refused => ["refused".to_owned(), none(), none()],
        Reading::OptOut => ["opt_out".to_owned(), none(), none()],
        Reading::Help => ["help".to_owned(), none(), none()],
        Reading::Comment(text) => ["comment".to_owned(), none(), text.clone()],
        Reading::Invalid => ["invalid".to_owned(), none(), none()],
    }
}

fn table_holds(tag: &str, table: &str) {
    let questions = questions();
    let mut wrong = Vec::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, text, expected @ ..] = cells.as_slice() else { panic!("a short row: {line}") };
        let text = text.replace("\\n", "\n");
        let found = written(&read_text(asked(&questions, name), &locale(tag), &text));
        if found.iter().map(String::as_str).ne(expected.iter().copied()) {
            wrong.push(format!("{name}: {text:?} expected {expected:?} found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english_replies_are_read_as_the_table_says() {
    table_holds("en", include_str!("../fixtures/answers/en.tsv"));
}

#[test]
fn chinese_replies_are_read_as_the_table_says() {
    table_holds("zh-CN", include_str!("../fixtures/answers/zh-CN.tsv"));
}

#[test]
fn spanish_replies_are_read_as_the_table_says() {
    table_holds("es", include_str!("../fixtures/answers/es.tsv"));
}

#[test]
fn portuguese_replies_are_read_as_the_table_says() {
    table_holds("pt", include_str!("../fixtures/answers/pt.tsv"));
}

#[test]
fn french_replies_are_read_as_the_table_says() {
    table_holds("fr", include_str!("../fixtures/answers/fr.tsv"));
}

#[test]
fn german_replies_are_read_as_the_table_says() {
    table_holds("de", include_str!("../fixtures/answers/de.tsv"));
}

#[test]
fn replies_in_traditional_characters_are_read_as_the_table_says() {
    table_holds("zh-TW", include_str!("../fixtures/answers/zh-TW.tsv"));
}

#[test]
fn japanese_replies_are_read_as_the_table_says() {
    table_holds("ja", include_str!("../fixtures/answers/ja.tsv"));
}

#[test]
fn arabic_replies_are_read_as_the_table_says() {
    table_holds("ar", include_str!("../fixtures/answers/ar.tsv"));
}

#[test]
fn hindi_replies_are_read_as_the_table_says() {
    table_holds("hi", include_str!("../fixtures/answers/hi.tsv"));
}

#[test]
fn labels_and_keys_read_back_to_their_value_in_each_language() {
    for (name, question) in questions() {
        for tag in LANGUAGES {
            for key in keys(&question) {
                let value = read_keys(&question, &key).expect("a key of the question");
                assert_eq!(read_keys(&question, &format!("{key}#")), Some(value.clone()));
                assert_eq!(read_keys(&question, &format!("0{key}")).filter(|_| key != "0"), None, "{name} {key}");
                let as_text = read_text(&question, &locale(tag), &key);
                assert!(
                    matches!(&as_text, Reading::Answer { value: found, confidence, .. } if *found == value && *confidence == 1.0),
                    "{name} {key} {as_text:?}"
                );
                let Some(words) = label(&question, &value, &locale(tag)) else { continue };
                let back = read_text(&question, &locale(tag), &words);
                assert!(matches!(&back, Reading::Answer { value: found, .. } if *found == value), "{name} {words} {back:?}");
            }
        }
    }
}

#[test]
fn every_shipped_text_message_fits_one_part_and_the_first_says_how_to_opt_out() {
    for text in SURVEYS {
        let survey: toml::Table = text.parse().expect("a survey file");
        for (at, table) in survey["question"].as_array().expect("questions").iter().enumerate() {
            for (tag, words) in texts(table.get("sms")) {
                assert_eq!(segments(&words).parts, 1, "{words}: {:?}", segments(&words));
                let way_out = match tag.tag() {
                    "zh-CN" => "退订回T",
                    "zh-TW" => "退訂回T",
                    _ => "STOP",
                };
                assert!(at > 0 || words.contains(way_out), "{words}");
            }
        }
    }
}

#[test]
fn a_reply_of_a_hundred_thousand_words_gives_no_sure_score() {
    let questions = questions();
    for piece in ["5 ", "5,", "满意", "満足", "ので5", "⭐", "very satisfied or ", "very very ", "1-", "(", "a\u{301}", "no "] {
        let text = piece.repeat(100_000);
        for question in questions.values() {
            let reading = read_text(question, &locale("en"), &text);
            assert!(question.kind.is_open() || !matches!(reading, Reading::Answer { confidence: 1.0, .. }), "{piece:?} {reading:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_reply_is_too_strange(text in "\\PC{0,60}|[0-9 .,/⭐五分满意不満足点でですyesno\\-\n]{0,40}") {
        for question in questions().values() {
            for tag in LANGUAGES {
                let _ = read_text(question, &locale(tag), &text);
                let _ = read_keys(question, &text);
            }
        }
    }

    #[test]
    fn a_digit_inside_a_longer_number_is_never_a_score(number in "[0-9]{2,12}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{4}|\\+?1 [0-9]{3} 555 01[0-9]{2}", before in "|order |call me on |my number is |订单|commande |rappelez-moi au |Bestellung |meine Nummer ist ", after in "| please| thanks|!| merci| bitte") {
        let questions = questions();
        let text = format!("{before}{number}{after}");
        for tag in ["en", "zh-CN", "fr", "de"] {
            let reading = read_text(&questions["csat/score"], &locale(tag), &text);
            prop_assert!(!matches!(reading, Reading::Answer { .. } | Reading::Ambiguous(_)), "{text} {reading:?}");
        }
    }

    #[test]
    fn a_number_off_the_scale_is_never_a_score(n in 6i64..1000, after in "|!| stars|分| thanks|, the agent was kind") {
        let questions = questions();
        let reading = read_text(&questions["csat/score"], &locale("en"), &format!("{n}{after}"));
        prop_assert!(!matches!(reading, Reading::Answer { .. } | Reading::Ambiguous(_)), "{n}{after} {reading:?}");
    }
}
