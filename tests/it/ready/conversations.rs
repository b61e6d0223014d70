//! `aftercall try` through every ready survey, in every language, by text and by keypad.

use aftercall::cli::try_survey;
use aftercall::survey::model::{Book, Channel, Survey};
use clap::Parser;
use serde_json::{Value, json};

use super::{LANGUAGES, WAYS, locale, stations, surveys};
use crate::commands::program::Program;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    arguments: try_survey::Args,
}

/// The script of a way: labels by text, keys on the phone.
fn script(survey: &Survey, way: &[(&str, &str)], channel: Channel, tag: &str) -> String {
    let stations = stations(survey, way, channel);
    let said = stations.iter().map(|station| if channel.is_voice() { station.key() } else { station.text(&locale(tag)) });
    said.collect::<Vec<_>>().join(",")
}

fn arguments<'a>(id: &'a str, channel: Channel, tag: &'a str, script: &'a str) -> Vec<&'a str> {
    vec!["try", id, "--channel", channel.name(), "--locale", tag, "--script", script, "--json"]
}

/// The conversation as the survey's own texts in that language make it.
fn expected(survey: &Survey, way: &[(&str, &str)], channel: Channel, tag: &str) -> Vec<Value> {
    let mut lines = Vec::new();
    for station in stations(survey, way, channel) {
        let asked = &station.question.said.on(channel)[&locale(tag)];
        let said = if channel.is_voice() { station.key() } else { station.text(&locale(tag)) };
        let answer = json!({"value": station.value, "outcome": "answer"});
        lines.push(json!({"from": "gateway", "text": asked, "question": station.question.id, "answer": null}));
        lines.push(json!({"from": "caller", "text": said, "question": station.question.id, "answer": answer}));
    }
    let closing = &survey.closing.on(channel)[&locale(tag)];
    lines.push(json!({"from": "gateway", "text": closing, "question": null, "answer": null}));
    lines
}

#[test]
fn every_ready_survey_can_be_tried_in_every_language_on_both_channels() {
    let surveys = surveys();
    let mut book = Book::default();
    surveys.iter().for_each(|survey| book.publish(survey.clone()));
    for (id, way) in WAYS {
        let survey = book.current(id).expect("a ready survey");
        for tag in LANGUAGES {
            for channel in [Channel::Sms, Channel::Ivr] {
                let script = script(survey, way, channel, tag);
                let line = Line::try_parse_from(arguments(id, channel, tag, &script)).expect("arguments");
                let mut out = Vec::new();
                try_survey::run(&line.arguments, &book, std::io::empty(), &mut out).expect("a conversation");
                let found: Vec<Value> = serde_json::from_slice(&out).expect("JSON");
                assert_eq!(found, expected(survey, way, channel, tag), "{id} {channel:?} {tag} {script}");
            }
        }
    }
}

#[tokio::test]
async fn the_program_itself_holds_the_same_conversation() {
    let surveys = surveys();
    for (number, channel, tag) in [(0, Channel::Sms, "hi"), (8, Channel::Sms, "ar"), (8, Channel::Ivr, "ja"), (9, Channel::Sms, "zh-TW")] {
        let (id, way) = WAYS[number];
        let survey = surveys.iter().find(|survey| survey.key.id == id).expect("a ready survey");
        let ended = Program::new(&arguments(id, channel, tag, &script(survey, way, channel, tag))).run().await;
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        assert_eq!(ended.json(), json!(expected(survey, way, channel, tag)));
    }
}
