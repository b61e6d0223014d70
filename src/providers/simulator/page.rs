use serde::Serialize;
use serde_json::to_string;

use crate::ivr::{Document, Page, Turn};

const CONTENT_TYPE: &str = "application/json; charset=utf-8";

/// A page as a telephone without a voice can show it.
#[derive(Serialize)]
struct Shown<'a> {
    say: Vec<&'a str>,
    ask: Option<Asked<'a>>,
    record: Option<Recorded<'a>>,
    end: bool,
    locale: &'a str,
}

#[derive(Serialize)]
struct Asked<'a> {
    say: &'a str,
    more: Vec<Said<'a>>,
    barge_in: bool,
    action: &'a str,
    silence: &'a str,
    keys: &'a [String],
    digits: u8,
    timeout_seconds: u8,
}

/// The same question in a further language.
#[derive(Serialize)]
struct Said<'a> {
    locale: &'a str,
    say: &'a str,
}

#[derive(Serialize)]
struct Recorded<'a> {
    say: &'a str,
    action: &'a str,
    ready: &'a str,
    most_seconds: u16,
}

#[derive(Serialize)]
struct Reply<'a> {
    reply: Option<&'a str>,
}

/// A survey page.
pub fn render(page: &Page) -> Document {
    let say = page.lead.iter().map(String::as_str).collect();
    let mut shown = Shown { say, ask: None, record: None, end: false, locale: &page.locale };
    match &page.then {
        Turn::Ask(ask) => {
            shown.ask = Some(Asked {
                say: &ask.say,
                more: ask.more.iter().map(|more| Said { locale: &more.locale, say: &more.say }).collect(),
                barge_in: ask.barge_in,
                action: &ask.action,
                silence: &ask.silence,
                keys: &ask.keys,
                digits: ask.digits,
                timeout_seconds: ask.timeout_seconds,
            });
        }
        Turn::Record { say, action, ready, most_seconds } => {
            shown.record = Some(Recorded { say, action, ready, most_seconds: *most_seconds });
        }
        Turn::End { say } => {
            shown.say.extend(say.as_deref());
            shown.end = true;
        }
    }
    Document { content_type: CONTENT_TYPE, body: to_string(&shown).unwrap_or_else(|_| r#"{"say":[],"end":true}"#.to_owned()) }
}

/// The answer to an inbound message.
pub fn reply(text: Option<&str>) -> Document {
    let body = to_string(&Reply { reply: text }).unwrap_or_else(|_| r#"{"reply":null}"#.to_owned());
    Document { content_type: CONTENT_TYPE, body }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ivr::{Ask, Spoken};

    fn shown(lead: &[&str], then: Turn) -> String {
        let lead = lead.iter().map(|words| (*words).to_owned()).collect();
        let document = render(&Page { locale: "en".to_owned(), lead, then });
        assert_eq!(document.content_type, "application/json; charset=utf-8");
        document.body
    }

    #[test]
    fn a_question_shows_its_keys_and_addresses() {
        let ask = Ask {
            say: "Press 1 or 2.".to_owned(),
            action: "http://h/a?q=1".to_owned(),
            silence: "http://h/a?q=1&silence=1".to_owned(),
            digits: 1,
            keys: vec!["1".to_owned(), "2".to_owned()],
            timeout_seconds: 6,
            key_timeout_seconds: 4,
            barge_in: true,
            more: vec![Spoken { locale: "es".to_owned(), say: "Marque 1 o 2.".to_owned() }],
        };
        insta::assert_snapshot!(shown(&["Thanks."], Turn::Ask(ask)), @r##"{"say":["Thanks."],"ask":{"say":"Press 1 or 2.","more":[{"locale":"es","say":"Marque 1 o 2."}],"barge_in":true,"action":"http://h/a?q=1","silence":"http://h/a?q=1&silence=1","keys":["1","2"],"digits":1,"timeout_seconds":6},"record":null,"end":false,"locale":"en"}"##);
    }

    #[test]
    fn a_recording_shows_where_it_goes() {
        let then =
            Turn::Record { say: "Speak.".to_owned(), action: "http://h/a".to_owned(), ready: "http://h/r".to_owned(), most_seconds: 60 };
        insta::assert_snapshot!(shown(&[], then), @r##"{"say":[],"ask":null,"record":{"say":"Speak.","action":"http://h/a","ready":"http://h/r","most_seconds":60},"end":false,"locale":"en"}"##);
    }

    #[test]
    fn the_end_says_its_last_words() {
        insta::assert_snapshot!(shown(&["Sorry."], Turn::End { say: Some("Bye.".to_owned()) }), @r##"{"say":["Sorry.","Bye."],"ask":null,"record":null,"end":true,"locale":"en"}"##);
        insta::assert_snapshot!(shown(&[], Turn::End { say: None }), @r##"{"say":[],"ask":null,"record":null,"end":true,"locale":"en"}"##);
    }

    #[test]
    fn a_reply_is_a_text_or_null() {
        insta::assert_snapshot!(reply(Some("Thank \"you\"")).body, @r##"{"reply":"Thank \"you\""}"##);
        insta::assert_snapshot!(reply(None).body, @r##"{"reply":null}"##);
    }
}
