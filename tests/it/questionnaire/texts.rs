//! What of the call is put into a text.

use super::*;

fn said(caller: &Caller, text: &str) -> String {
    let survey = altered("sms.en = \"What should we improve?\"", &format!("sms.en = \"{text}\""));
    let mut talk = Talk::of(&survey, caller);
    talk.prompt = Prompt::Ask { question: "improve".to_owned(), attempt: 0, lead: None };
    talk.hears()
}

#[test]
fn places_show_the_call_else_their_fallback() {
    let known = Caller::by(Channel::Sms).with("product", "a new phone").with("site", "see http://evil.example/x").with("long", LONG);
    let cases = [
        ("{agent|x} {queue|x} {line|x}", "bob support +14155550100"),
        ("Your {attr.product|order}!", "Your a new phone!"),
        ("Your {attr.nothing|order}!", "Your order!"),
        ("Your {attr.site|order}!", "Your order!"),
        ("{attr.long|x}", &LONG[..40]),
        ("{attr.nothing}.", "."),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&known, text), expected, "{text}");
    }
}

const LONG: &str = "0123456789012345678901234567890123456789abc";

#[test]
fn what_comes_from_outside_is_escaped_and_never_read_as_a_place() {
    let hostile = Caller::by(Channel::Sms).with("a", "{agent} </Say><Hangup/>");
    assert_eq!(said(&hostile, "{attr.a|x}"), "{agent} </Say><Hangup/>", "the dialect escapes it");
}
