//! The ready surveys in every language: their texts, their labels, and whole conversations by text and by keypad.

mod conversations;
mod document;
mod texts;
mod trips;

use aftercall::config::surveys::shipped;
use aftercall::survey::answer::{keys, label, read_keys};
use aftercall::survey::model::{Channel, Kind, Locale, Question, Survey, Value};

const LANGUAGES: [&str; 10] = ["en", "zh-CN", "zh-TW", "es", "fr", "de", "pt", "ar", "hi", "ja"];
/// Languages whose letters are in the GSM alphabet, with the words of each text chosen so that it is.
const GSM: [&str; 5] = ["en", "es", "fr", "de", "pt"];
/// Said to an open question; no language takes it for anything else.
const COMMENT: &str = "Alice 2000";

/// Ways through the ready surveys: question and value, a dash where the question is open.
const WAYS: [(&str, &[(&str, &str)]); 12] = [
    ("csat", &[("score", "2"), ("part", "waiting"), ("improve", "-")]),
    ("csat", &[("score", "5"), ("improve", "-")]),
    ("nps", &[("recommend", "10")]),
    ("ces", &[("effort", "6")]),
    ("fcr", &[("resolved", "no")]),
    ("service-level", &[("level", "3")]),
    ("recovery", &[("score", "4")]),
    ("csat-fcr", &[("score", "5"), ("resolved", "yes")]),
    ("csat-fcr", &[("score", "4"), ("resolved", "no"), ("part", "result"), ("reason", "-")]),
    ("csat-nps", &[("score", "1"), ("recommend", "0")]),
    ("kano", &[("functional", "like"), ("dysfunctional", "live_with")]),
    ("index", &[("service", "4"), ("image", "3"), ("expectation", "5"), ("value", "2"), ("complaints", "1")]),
];

/// One answer on the way.
#[derive(Debug)]
struct Station<'s> {
    question: &'s Question,
    /// `None` where the question is open.
    value: Option<Value>,
}

impl Station<'_> {
    /// What is written: the value's label, the number where it has none, words to an open question.
    fn text(&self, locale: &Locale) -> String {
        let Some(value) = &self.value else { return COMMENT.to_owned() };
        label(self.question, value, locale).unwrap_or_else(|| value.to_string())
    }

    /// What is pressed; the key that ends a recording where the question is open.
    fn key(&self) -> String {
        let Some(value) = &self.value else { return "#".to_owned() };
        let gives_it = |key: &String| read_keys(self.question, key).as_ref() == Some(value);
        keys(self.question).into_iter().find(gives_it).expect("a key for the value")
    }
}

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a language tag")
}

fn surveys() -> Vec<Survey> {
    shipped::all().collect()
}

/// The stations of a way that the channel has a text for.
fn stations<'s>(survey: &'s Survey, way: &[(&str, &str)], channel: Channel) -> Vec<Station<'s>> {
    let station = |(id, value): &(&str, &str)| {
        let question = survey.question(id).expect("a question of the survey");
        let number = || value.parse().map(Value::Number);
        let value = match question.kind {
            Kind::Text | Kind::Voice => None,
            _ => Some(number().unwrap_or_else(|_| Value::Name((*value).to_owned()))),
        };
        Station { question, value }
    };
    way.iter().map(station).filter(|station| !station.question.said.on(channel).is_empty()).collect()
}

/// Every value that a question can be answered with; none for open questions.
fn values(question: &Question) -> Vec<Value> {
    keys(question).iter().filter_map(|key| read_keys(question, key)).collect()
}

#[test]
fn every_ready_survey_is_walked_through() {
    for survey in surveys() {
        assert!(WAYS.iter().any(|(id, _)| *id == survey.key.id), "{} has no way in this table", survey.key.id);
    }
}
