//! A TwiML document as its provider reads it: well-formed, only verbs and attributes that there are, each value as allowed.
//! Source: <https://www.twilio.com/docs/voice/twiml>, pages of Say, Gather, Record, Redirect, Hangup and Message.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::support::rig::PUBLIC;

/// Tags by which Twilio's voices go for the languages of the ready surveys, in the order of the list of languages.
pub const VOICES: [&str; 10] = ["en-US", "cmn-CN", "cmn-TW", "es-ES", "fr-FR", "de-DE", "pt-BR", "arb", "hi-IN", "ja-JP"];
/// Longest text of a `<Say>`, in characters.
const LONGEST_SAY: usize = 4096;

/// What a document says and does.
#[derive(Debug, Default)]
pub struct Document {
    /// The words of every `<Say>` and `<Message>`.
    pub texts: Vec<String>,
    /// The language of every `<Say>`.
    pub voices: Vec<String>,
    /// Verbs in order of their beginnings.
    pub verbs: Vec<String>,
}

impl Document {
    /// Reads a document; whatever the provider would refuse fails the test.
    pub fn read(body: &str) -> Self {
        let mut reader = Reader::from_str(body);
        let (mut document, mut open) = (Self::default(), Vec::new());
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Start(element) => open.push(document.begin(&element, open.last(), body)),
                Event::Empty(element) => drop(document.begin(&element, open.last(), body)),
                Event::Text(part) => document.hear(open.last(), &part),
                Event::GeneralRef(name) => document.hear(open.last(), resolved(&name)),
                Event::End(_) => drop(open.pop()),
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!((open.len(), document.verbs.first().map(String::as_str)), (0, Some("Response")), "{body}");
        assert!(document.texts.iter().all(|text| !text.trim().is_empty() && text.chars().count() <= LONGEST_SAY), "{body}");
        document
    }

    fn begin(&mut self, element: &BytesStart<'_>, parent: Option<&String>, body: &str) -> String {
        let name: String = element.name().as_ref().to_owned();
        let parents: &[&str] = match name.as_str() {
            "Response" => &[],
            "Say" => &["Response", "Gather"],
            _ => &["Response"],
        };
        assert!(parent.map_or(parents.is_empty(), |parent| parents.contains(&parent.as_str())), "{name} in {parent:?}: {body}");
        for attribute in element.attributes() {
            let attribute = attribute.expect("an attribute");
            let (key, value): (&str, String) = (attribute.key.as_ref(), attribute.value.replace("&amp;", "&"));
            assert!(is_allowed(&name, key, &value), "{name} {key}={value:?}: {body}");
            if (name.as_str(), key) == ("Say", "language") {
                self.voices.push(value);
            }
        }
        if matches!(name.as_str(), "Say" | "Message") {
            self.texts.push(String::new());
        }
        self.verbs.push(name.clone());
        name
    }

    fn hear(&mut self, within: Option<&String>, words: &str) {
        if let Some(text) = self.texts.last_mut().filter(|_| within.is_some_and(|name| matches!(name.as_str(), "Say" | "Message"))) {
            text.push_str(words);
        }
    }
}

fn resolved(entity: &str) -> &'static str {
    match entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        other => panic!("unknown entity {other}"),
    }
}

fn is_allowed(verb: &str, attribute: &str, value: &str) -> bool {
    let number = |least: u32, most: u32| value.parse().is_ok_and(|n: u32| (least..=most).contains(&n));
    let ours = value.starts_with(&format!("{PUBLIC}/hooks/"));
    match (verb, attribute) {
        ("Say", "language") => VOICES.contains(&value),
        ("Gather", "input") => value == "dtmf",
        ("Gather", "numDigits") => number(1, 2),
        ("Gather" | "Record", "timeout") => number(1, 60),
        ("Gather" | "Record", "finishOnKey") => value == "#",
        ("Gather" | "Record", "action") | ("Record", "recordingStatusCallback") => ours,
        ("Gather" | "Record" | "Redirect", "method") | ("Record", "recordingStatusCallbackMethod") => matches!(value, "POST" | "GET"),
        ("Record", "maxLength") => number(1, 14_400),
        ("Record", "playBeep") => matches!(value, "true" | "false"),
        _ => false,
    }
}
