//! TwiML, the dialect of Twilio. Source: <https://www.twilio.com/docs/voice/twiml>. Pure.

use std::borrow::Cow;
use std::io;

use super::xml::{self, XmlWriter};
use super::{Ask, Document, Page, Turn};

const CONTENT_TYPE: &str = "text/xml; charset=utf-8";
/// Longest text of a `<Say>`, in characters.
const LONGEST_SAY: usize = 4096;
/// Longest text of a message, in characters.
const LONGEST_MESSAGE: usize = 1600;
/// Seconds of silence that end a recording.
const RECORDING_SILENCE: &str = "5";
/// Hangs up without a word: the last resort, should a document not be writable.
const HANG_UP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Hangup/></Response>";

/// A survey page.
#[must_use]
pub fn render(page: &Page) -> Document {
    let language = voice_language(&page.locale);
    document(|writer| {
        for words in &page.lead {
            say(writer, &language, words)?;
        }
        match &page.then {
            Turn::Ask(ask) => gather(writer, &language, ask),
            Turn::Record { say: question, action, ready, most_seconds } => {
                say(writer, &language, question)?;
                record(writer, action, ready, *most_seconds)
            }
            Turn::End { say: last } => {
                last.iter().try_for_each(|words| say(writer, &language, words))?;
                xml::empty_element(writer, "Hangup", &[])
            }
        }
    })
}

/// The answer to an inbound message; without text nothing is sent back.
#[must_use]
pub fn message(text: Option<&str>) -> Document {
    match text.map(xml::permitted).filter(|text| !text.is_empty()) {
        Some(text) => document(|writer| xml::text_element(writer, "Message", &[], cut(&text, LONGEST_MESSAGE))),
        None => finished(xml::document(|writer| xml::empty_element(writer, "Response", &[]))),
    }
}

fn document(content: impl FnOnce(&mut XmlWriter) -> io::Result<()>) -> Document {
    finished(xml::document(|writer| {
        writer.create_element("Response").write_inner_content(content)?;
        Ok(())
    }))
}

fn finished(written: io::Result<String>) -> Document {
    Document { content_type: CONTENT_TYPE, body: written.unwrap_or_else(|_| HANG_UP.to_owned()) }
}

fn say(writer: &mut XmlWriter, language: &str, text: &str) -> io::Result<()> {
    if xml::permitted(text).trim().is_empty() {
        return Ok(());
    }
    xml::text_element(writer, "Say", &[("language", language)], cut(text, LONGEST_SAY))
}

/// Without a key the `<Gather>` ends and the `<Redirect>` behind it runs. What is said inside of it is interrupted by a key, what is
/// said before it is not.
fn gather(writer: &mut XmlWriter, language: &str, ask: &Ask) -> io::Result<()> {
    let (digits, timeout) = (ask.digits.max(1).to_string(), timeout(ask).to_string());
    if !ask.barge_in {
        question(writer, language, ask)?;
    }
    let attributes = [
        ("input", "dtmf"),
        ("numDigits", digits.as_str()),
        ("timeout", timeout.as_str()),
        ("finishOnKey", "#"),
        ("action", ask.action.as_str()),
        ("method", "POST"),
    ];
    let element = writer.create_element("Gather").with_attributes(xml::attributes(&attributes));
    element.write_inner_content(|writer| if ask.barge_in { question(writer, language, ask) } else { Ok(()) })?;
    redirect(writer, &ask.silence)
}

fn question(writer: &mut XmlWriter, language: &str, ask: &Ask) -> io::Result<()> {
    say(writer, language, &ask.say)?;
    ask.more.iter().try_for_each(|more| say(writer, &voice_language(&more.locale), &more.say))
}

/// Twilio knows one time for the first key and for further ones. Where there may be a second key, nearly every caller presses one and
/// waits for nothing, so that the shorter time is taken.
fn timeout(ask: &Ask) -> u8 {
    if ask.digits > 1 { ask.key_timeout_seconds.max(1) } else { ask.timeout_seconds.max(1) }
}

/// With an empty recording the action is not called and the `<Redirect>` behind it runs.
fn record(writer: &mut XmlWriter, action: &str, ready: &str, most_seconds: u16) -> io::Result<()> {
    let attributes = [
        ("action", action),
        ("method", "POST"),
        ("recordingStatusCallback", ready),
        ("recordingStatusCallbackMethod", "POST"),
        ("maxLength", &most_seconds.max(1).to_string()),
        ("playBeep", "true"),
        ("finishOnKey", "#"),
        ("timeout", RECORDING_SILENCE),
    ];
    xml::empty_element(writer, "Record", &attributes)?;
    redirect(writer, action)
}

fn redirect(writer: &mut XmlWriter, url: &str) -> io::Result<()> {
    xml::text_element(writer, "Redirect", &[("method", "POST")], url)
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// The tag that Twilio's voices go by: a bare language gets its most spoken region.
fn voice_language(locale: &str) -> Cow<'_, str> {
    let known = match locale.to_ascii_lowercase().as_str() {
        "en" => "en-US",
        "zh" | "zh-cn" | "zh-hans" => "cmn-CN",
        "zh-tw" | "zh-hant" => "cmn-TW",
        "es" => "es-ES",
        "fr" => "fr-FR",
        "de" => "de-DE",
        "pt" => "pt-BR",
        "ar" => "arb",
        "hi" => "hi-IN",
        "ja" => "ja-JP",
        _ => return xml::permitted(locale),
    };
    Cow::Borrowed(known)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::xml::reading::text_of;
    use super::*;

    fn page(locale: &str, lead: &[&str], then: Turn) -> Page {
        Page { locale: locale.to_owned(), lead: lead.iter().map(|words| (*words).to_owned()).collect(), then }
    }

    fn ask(say: &str) -> Turn {
        Turn::Ask(Ask {
            say: say.to_owned(),
            action: "https://h.example.com/hooks/main/voice/T?q=score&try=1".to_owned(),
            silence: "https://h.example.com/hooks/main/voice/T?q=score&try=1&silence=1".to_owned(),
            digits: 1,
            keys: vec!["1".to_owned()],
            timeout_seconds: 6,
            key_timeout_seconds: 4,
            barge_in: true,
            more: Vec::new(),
        })
    }

    fn checked(document: Document) -> String {
        assert_eq!(document.content_type, "text/xml; charset=utf-8");
        text_of(&document.body).expect("well-formed");
        document.body
    }

    #[test]
    fn a_question_gathers_keys_and_goes_on_in_silence() {
        insta::assert_snapshot!(checked(render(&page("en", &["Thank you."], ask("Press 1 & <2>.")))), @r##"<?xml version="1.0" encoding="UTF-8"?><Response><Say language="en-US">Thank you.</Say><Gather input="dtmf" numDigits="1" timeout="6" finishOnKey="#" action="https://h.example.com/hooks/main/voice/T?q=score&amp;try=1" method="POST"><Say language="en-US">Press 1 &amp; &lt;2&gt;.</Say></Gather><Redirect method="POST">https://h.example.com/hooks/main/voice/T?q=score&amp;try=1&amp;silence=1</Redirect></Response>"##);
    }

    #[test]
    fn a_spoken_comment_is_recorded() {
        let then = Turn::Record {
            say: "Please speak.".to_owned(),
            action: "https://h.example.com/a?q=x&try=1".to_owned(),
            ready: "https://h.example.com/r?q=x".to_owned(),
            most_seconds: 60,
        };
        insta::assert_snapshot!(checked(render(&page("de", &[], then))), @r##"<?xml version="1.0" encoding="UTF-8"?><Response><Say language="de-DE">Please speak.</Say><Record action="https://h.example.com/a?q=x&amp;try=1" method="POST" recordingStatusCallback="https://h.example.com/r?q=x" recordingStatusCallbackMethod="POST" maxLength="60" playBeep="true" finishOnKey="#" timeout="5"/><Redirect method="POST">https://h.example.com/a?q=x&amp;try=1</Redirect></Response>"##);
    }

    #[test]
    fn the_end_hangs_up_with_or_without_words() {
        insta::assert_snapshot!(checked(render(&Page::polite_end("zh-CN", "谢谢。再见。"))), @r##"<?xml version="1.0" encoding="UTF-8"?><Response><Say language="cmn-CN">谢谢。再见。</Say><Hangup/></Response>"##);
        insta::assert_snapshot!(checked(render(&page("en-GB", &[], Turn::End { say: None }))), @r##"<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>"##);
    }

    #[test]
    fn a_reply_is_a_message_or_nothing() {
        insta::assert_snapshot!(checked(message(Some("Thanks \"you\" & \u{1}bye"))), @r##"<?xml version="1.0" encoding="UTF-8"?><Response><Message>Thanks &quot;you&quot; &amp; bye</Message></Response>"##);
        insta::assert_snapshot!(checked(message(None)), @r##"<?xml version="1.0" encoding="UTF-8"?><Response/>"##);
    }

    #[test]
    fn locales_become_the_tags_of_twilios_voices() {
        let given = ["en", "zh-CN", "zh-TW", "es", "fr", "de", "pt", "ar", "hi", "ja", "en-GB", "nl-NL"];
        let tags = ["en-US", "cmn-CN", "cmn-TW", "es-ES", "fr-FR", "de-DE", "pt-BR", "arb", "hi-IN", "ja-JP", "en-GB", "nl-NL"];
        assert_eq!(given.map(voice_language), tags);
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_at_a_character() {
        let said = text_of(&render(&Page::polite_end("en", &"é".repeat(5000))).body);
        assert_eq!(said.map(|text| text.chars().count()), Ok(4096));
        assert_eq!(text_of(&message(Some(&"é".repeat(5000))).body).map(|text| text.chars().count()), Ok(1600));
    }

    proptest! {
        #[test]
        fn any_text_gives_a_well_formed_document_that_says_it(text in proptest::collection::vec(any::<char>(), 0..200)) {
            let text: String = text.into_iter().collect();
            let expected: String = text.chars().filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect();
            prop_assert_eq!(text_of(&message(Some(&text)).body), Ok(expected.clone()));
            let spoken = text_of(&render(&Page::polite_end("en", &text)).body);
            prop_assert_eq!(spoken, Ok(if expected.trim().is_empty() { String::new() } else { expected }));
            let mut asked = page(&text, std::slice::from_ref(&text.as_str()), ask(&text));
            if let Turn::Ask(ask) = &mut asked.then {
                (ask.action, ask.silence) = (text.clone(), text);
            }
            let body = render(&asked).body;
            prop_assert!(text_of(&body).is_ok() && xml::permitted(&body) == body);
        }
    }
}
