//! The telephone of a VoiceXML platform.

use super::browser::{Browser, Event, Wish};
use super::phone::{Heard, Move, Request};
use crate::support::rig::{CALLER, LINE};

pub fn enters(call_id: &str, query: &str) -> Request {
    let join = if query.is_empty() { "?" } else { "&" };
    let (caller, line) = (format!("tel:{CALLER}"), format!("sip:{LINE}@gateway.example.com"));
    let form = [("session.sessionid", call_id), ("session.connection.remote.uri", &caller), ("session.connection.local.uri", &line)];
    Request::post(&format!("/hooks/ivr/voice{query}{join}key=open+sesame"), &form)
}

pub fn heard(document: &str) -> Heard {
    Browser::open(document).heard()
}

pub fn does(document: &str, this: Move) -> Vec<Request> {
    let mut browser = Browser::open(document);
    let (event, heard) = match this {
        Move::Press(keys) => (Event::Keys(keys), true),
        Move::Silence => (Event::Silence, true),
        Move::Speak => (Event::Spoken, true),
        Move::HangUp => (Event::HangUp { recorded: false }, false),
        Move::HangUpSpeaking => (Event::HangUp { recorded: true }, false),
        Move::Again | Move::Wait(_) => return Vec::new(),
    };
    let wish = browser.happens(event);
    assert_eq!(browser.kept.len(), usize::from(matches!(this, Move::Speak | Move::HangUpSpeaking)));
    vec![Request { heard, ..request(&wish.expect("a way on")) }]
}

/// What the platform posts for a page.
pub fn request(wish: &Wish) -> Request {
    let Wish::Submit { next, form } = wish else { panic!("the page hangs up") };
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Request::post(next, &form)
}
