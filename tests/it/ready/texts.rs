//! What is shipped: complete, in one part, and each label read back.

use std::fmt::Write;

use aftercall::message::segments::{Encoding, segments};
use aftercall::message::{Keyword, keyword};
use aftercall::survey::answer::{Reading, label, read_text};
use aftercall::survey::model::{Kind, Locale, Question, Said, Survey, Value};

use super::{GSM, LANGUAGES, locale, surveys, values};

fn things(survey: &Survey) -> Vec<(String, &Said)> {
    let questions = survey.questions.iter().map(|question| (question.id.clone(), &question.said));
    questions.chain([("closing".to_owned(), &survey.closing)]).collect()
}

fn is_read_as(question: &Question, locale: &Locale, text: &str, value: &Value) -> bool {
    matches!(read_text(question, locale, text), Reading::Answer { value: found, confidence, .. } if found == *value && confidence >= 0.9)
}

#[test]
fn every_text_is_there_in_every_language() {
    for survey in surveys() {
        for (thing, said) in things(&survey) {
            for texts in [&said.sms, &said.voice].into_iter().filter(|texts| !texts.is_empty()) {
                let found: Vec<&str> = LANGUAGES.into_iter().filter(|tag| texts.contains_key(&locale(tag))).collect();
                assert_eq!(found, LANGUAGES, "{} {thing}", survey.key.id);
            }
        }
    }
}

#[test]
fn every_text_message_is_one_part_in_the_alphabet_of_its_language() {
    for survey in surveys() {
        for (thing, said) in things(&survey) {
            for (tag, text) in &said.sms {
                let cost = segments(text);
                let alphabet = if GSM.contains(&tag.tag()) { Encoding::Gsm7 } else { Encoding::Ucs2 };
                assert_eq!((cost.encoding, cost.parts), (alphabet, 1), "{} {thing} {tag} {}: {text}", survey.key.id, cost.units);
            }
        }
    }
}

#[test]
fn the_word_that_the_first_message_gives_as_the_way_out_is_one() {
    for survey in surveys() {
        for (index, question) in survey.questions.iter().enumerate() {
            for text in question.said.sms.values() {
                let names_one = ["STOP", "回T"].iter().any(|way_out| text.contains(way_out));
                assert_eq!(names_one, index == 0, "{} {text}", survey.key.id);
            }
        }
    }
    for word in ["STOP", "T"] {
        assert_eq!(keyword(word), Some(Keyword::Stop));
    }
}

#[test]
fn every_step_and_every_option_has_a_label_in_every_language() {
    for survey in surveys() {
        for question in &survey.questions {
            for value in values(question) {
                let texts = match (&question.kind, &value) {
                    // Between the ends of 0-10 no words are in use: whoever writes some is asked for the number.
                    (Kind::Rating { min: 0, max: 10, .. }, Value::Number(1..=9)) => continue,
                    (Kind::Rating { labels, .. }, Value::Number(n)) => &labels[n],
                    (Kind::Choice { options }, Value::Name(name)) => {
                        &options.iter().find(|option| option.value == *name).expect("an option").label
                    }
                    _ => continue,
                };
                let found: Vec<&str> = LANGUAGES.into_iter().filter(|tag| texts.contains_key(&locale(tag))).collect();
                assert_eq!(found, LANGUAGES, "{} {} {value}", survey.key.id, question.id);
            }
        }
    }
}

#[test]
fn a_label_that_is_sent_back_gives_its_value_in_every_language() {
    let mut wrong = Vec::new();
    for survey in surveys() {
        for question in &survey.questions {
            for (tag, value) in LANGUAGES.into_iter().flat_map(|tag| values(question).into_iter().map(move |value| (tag, value))) {
                let Some(words) = label(question, &value, &locale(tag)) else { continue };
                for words in [words.clone(), words.to_uppercase(), format!("{words}.")] {
                    if !is_read_as(question, &locale(tag), &words, &value) {
                        let found = read_text(question, &locale(tag), &words);
                        wrong.push(format!("{} {} {tag} {words:?} is {value}, read as {found:?}", survey.key.id, question.id));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_label_stands_for_two_values_of_a_question() {
    for survey in surveys() {
        for question in &survey.questions {
            for tag in LANGUAGES {
                let mut labels: Vec<String> = values(question).iter().filter_map(|value| label(question, value, &locale(tag))).collect();
                let count = labels.len();
                labels.sort();
                labels.dedup();
                assert_eq!(labels.len(), count, "{} {} {tag}", survey.key.id, question.id);
            }
        }
    }
}

#[test]
fn every_further_word_of_an_option_picks_it() {
    let mut wrong = Vec::new();
    for survey in surveys() {
        for question in &survey.questions {
            let Kind::Choice { options } = &question.kind else { continue };
            for option in options {
                for (tag, words) in &option.words {
                    assert!(words.len() >= 5, "{} {tag} has {} words", option.value, words.len());
                    let picks = |word: &&String| is_read_as(question, tag, word, &Value::Name(option.value.clone()));
                    wrong.extend(
                        words.iter().filter(|word| !picks(word)).map(|word| format!("{} {} {tag} {word}", survey.key.id, option.value)),
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every text of a language with encoding, units and parts; labels and words of options behind their question.
fn sheet(tag: &Locale) -> String {
    let mut sheet = String::new();
    for survey in surveys() {
        for (thing, said) in things(&survey) {
            let name = format!("{}/{thing}", survey.key.id);
            if let Some(text) = said.sms.get(tag) {
                let cost = segments(text);
                writeln!(sheet, "{name} sms {} {} {} | {text}", cost.encoding.name(), cost.units, cost.parts).expect("a string");
            }
            if let Some(text) = said.voice.get(tag) {
                writeln!(sheet, "{name} voice {} | {text}", text.chars().count()).expect("a string");
            }
            if let Some(question) = survey.question(&thing) {
                sheet.push_str(&labels(question, tag));
            }
        }
    }
    sheet
}

fn labels(question: &Question, tag: &Locale) -> String {
    let line = |value: Value| {
        let words = match &question.kind {
            Kind::Choice { options } => options.iter().find(|option| Value::Name(option.value.clone()) == value),
            _ => None,
        };
        let words = words.and_then(|option| option.words.get(tag)).map(|words| format!(" ({})", words.join(", "))).unwrap_or_default();
        let named = !matches!((&question.kind, &value), (Kind::Rating { labels, .. }, Value::Number(n)) if !labels.contains_key(n));
        let label = label(question, &value, tag).filter(|_| named)?;
        Some(format!("    {value} = {label}{words}\n"))
    };
    values(question).into_iter().filter_map(line).collect()
}

#[test]
fn the_texts_of_each_language_are_those_that_were_looked_at() {
    for tag in LANGUAGES {
        insta::assert_snapshot!(format!("texts_{tag}"), sheet(&locale(tag)));
    }
}
