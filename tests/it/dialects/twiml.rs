//! Twilio's telephone.

use super::dom::Element;
use super::phone::{Heard, Move, Request, Then, taken};
use crate::support::rig::{ACCOUNT_SID, CALLER, LINE};

const RECORDED: &str = "https://api.example.com/recordings/RE1";

pub fn enters(call_id: &str, query: &str) -> Request {
    Request::post(&format!("/hooks/main/voice{query}"), &of_call(call_id, "in-progress", &[("Direction", "inbound")]))
}

fn of_call<'a>(call_id: &'a str, status: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let common = [("CallSid", call_id), ("AccountSid", ACCOUNT_SID), ("From", CALLER), ("To", LINE), ("CallStatus", status)];
    common.iter().chain(more).copied().collect()
}

pub fn heard(document: &str) -> Heard {
    let response = Element::parse(document);
    let says = response.all("Say");
    let tongue = |say: &&Element| say.attribute("language").replace("cmn-", "zh-");
    let then = match response.children.iter().find(|verb| verb.name != "Say").expect("a verb") {
        verb if verb.name == "Gather" => {
            Then::Keys { most: verb.attribute("numDigits").parse().expect("a number"), barge_in: verb.child("Say").is_some() }
        }
        verb if verb.name == "Record" => Then::Voice { most_seconds: verb.attribute("maxLength").parse().expect("a number") },
        verb => {
            assert_eq!(verb.name, "Hangup");
            Then::End
        }
    };
    Heard { said: says.iter().map(|say| say.text.clone()).collect(), tongues: Some(says.iter().map(tongue).collect()), then }
}

pub fn does(document: &str, call_id: &str, this: Move) -> Vec<Request> {
    let response = Element::parse(document);
    let verb = |name: &str| response.child(name).unwrap_or_else(|| panic!("no {name} in {document}"));
    // Without a key, a Gather is passed by.
    let redirect = || vec![Request::post(&verb("Redirect").text, &of_call(call_id, "in-progress", &[]))];
    let over = Request::aside("/hooks/main/call", &of_call(call_id, "completed", &[("Direction", "inbound")]));
    let ready = || {
        let form = [("CallSid", call_id), ("RecordingStatus", "completed"), ("RecordingUrl", RECORDED), ("RecordingDuration", "4")];
        Request::aside(verb("Record").attribute("recordingStatusCallback"), &form)
    };
    let spoken = |status, more: &[(&'static str, &'static str)]| {
        let form = [&[("RecordingUrl", RECORDED), ("RecordingDuration", "4")], more].concat();
        Request::post(verb("Record").attribute("action"), &of_call(call_id, status, &form))
    };
    match this {
        Move::Press(keys) => {
            let gather = verb("Gather");
            let digits = taken(keys, gather.attribute("numDigits").parse().expect("a number"));
            if digits.is_empty() {
                return redirect();
            }
            vec![Request::post(gather.attribute("action"), &of_call(call_id, "in-progress", &[("Digits", &digits)]))]
        }
        Move::Silence => redirect(),
        Move::Speak => vec![spoken("in-progress", &[]), ready()],
        Move::HangUp => vec![over],
        Move::HangUpSpeaking => {
            let action = spoken("completed", &[("Digits", "hangup")]);
            vec![Request { heard: false, ..action }, ready(), over]
        }
        Move::Again | Move::Wait(_) => Vec::new(),
    }
}
