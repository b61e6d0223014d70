//! The telephone of the simulator.

use serde_json::Value;

use super::phone::{Heard, Move, Request, Then, taken};
use crate::support::rig::{CALLER, LINE};

pub fn enters(call_id: &str, query: &str) -> Request {
    Request::post(&format!("/hooks/toy/voice{query}"), &of_call(call_id, &[]))
}

fn of_call<'a>(call_id: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let common = [("call_id", call_id), ("from", CALLER), ("to", LINE), ("direction", "inbound")];
    common.iter().chain(more).copied().collect()
}

fn words(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|words| text(words).to_owned()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

pub fn heard(document: &str) -> Heard {
    let page: Value = serde_json::from_str(document).expect("JSON");
    let mut said = words(&page["say"]);
    let number = |value: &Value| value.as_u64().expect("a number");
    let then = match (&page["ask"], &page["record"]) {
        (Value::Null, Value::Null) => {
            assert_eq!(page["end"], true);
            Then::End
        }
        (Value::Null, record) => {
            said.push(text(&record["say"]).to_owned());
            Then::Voice { most_seconds: number(&record["most_seconds"]).try_into().expect("seconds") }
        }
        (ask, _) => {
            said.push(text(&ask["say"]).to_owned());
            said.extend(ask["more"].as_array().expect("a list").iter().map(|more| text(&more["say"]).to_owned()));
            let barge_in = ask["barge_in"].as_bool().expect("a flag");
            Then::Keys { most: number(&ask["digits"]).try_into().expect("keys"), barge_in }
        }
    };
    Heard { said, tongues: None, then }
}

pub fn does(document: &str, call_id: &str, this: Move) -> Vec<Request> {
    let page: Value = serde_json::from_str(document).expect("JSON");
    let (ask, record) = (&page["ask"], &page["record"]);
    let silence = || vec![Request::post(text(&ask["silence"]), &[])];
    let recorded = || Request::aside(text(&record["ready"]), &[("url", "https://toy.example.com/1"), ("seconds", "4")]);
    let over = Request::aside("/hooks/toy/call", &of_call(call_id, &[]));
    match this {
        Move::Press(keys) => {
            let most = ask["digits"].as_u64().expect("a number");
            let digits = taken(keys, most.try_into().expect("keys"));
            if digits.is_empty() { silence() } else { vec![Request::post(text(&ask["action"]), &[("digits", &digits)])] }
        }
        Move::Silence if ask.is_null() => vec![Request::post(text(&record["action"]), &[])],
        Move::Silence => silence(),
        Move::Speak => vec![Request::post(text(&record["action"]), &[("digits", "#")]), recorded()],
        Move::HangUp => vec![over],
        Move::HangUpSpeaking => vec![recorded(), over],
        Move::Again | Move::Wait(_) => Vec::new(),
    }
}
