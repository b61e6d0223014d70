use proptest::prelude::*;

use super::super::Spoken;
use super::super::xml::reading::text_of;
use super::*;

const LOOK: Look<'_> = Look { content_type: MEDIA_TYPE, keep: Some("https://keep.example.com/a.wav") };

fn ask(say: &str) -> Ask {
    Ask {
        say: say.to_owned(),
        more: Vec::new(),
        action: "https://h.example.com/hooks/ivr/voice/T?q=score&try=1".to_owned(),
        silence: String::new(),
        digits: 1,
        keys: vec!["1".to_owned()],
        timeout_seconds: 6,
        key_timeout_seconds: 4,
        barge_in: true,
    }
}

fn rendered(lead: &[&str], then: Turn, look: Look<'_>) -> String {
    let lead = lead.iter().map(|words| (*words).to_owned()).collect();
    let document = render(&Page { locale: "en".to_owned(), lead, then }, look);
    assert_eq!(document.content_type, "application/voicexml+xml");
    text_of(&document.body).expect("well-formed");
    document.body
}

#[test]
fn a_question_takes_any_key_and_brings_it_and_silence_to_the_gateway() {
    insta::assert_snapshot!(rendered(&["Thank you."], Turn::Ask(ask("Press 1 & <2>.")), LOOK), @r##"<?xml version="1.0" encoding="UTF-8"?><vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-US"><property name="inputmodes" value="dtmf"/><property name="interdigittimeout" value="4s"/><property name="termchar" value="#"/><form id="turn"><var name="event" expr="&apos;keys&apos;"/><catch event="error.badfetch"><if cond="event == &apos;keys&apos;"><submit next="https://h.example.com/hooks/ivr/voice/T?q=score&amp;try=1" method="post" namelist="keys"/><else/><submit next="https://h.example.com/hooks/ivr/voice/T?q=score&amp;try=1" method="post" namelist="event"/></if></catch><catch event="error.badfetch" count="2"><prompt bargein="false" xml:lang="en-US">Thank you for your call. Goodbye.</prompt><disconnect/></catch><catch event="error"><prompt bargein="false" xml:lang="en-US">Thank you for your call. Goodbye.</prompt><disconnect/></catch><catch event="connection.disconnect.hangup"><assign name="event" expr="&apos;hangup&apos;"/><submit next="https://h.example.com/hooks/ivr/voice/T?q=score&amp;try=1" method="post" namelist="event"/></catch><field name="keys"><grammar mode="dtmf" version="1.0" root="keys"><rule id="keys" scope="public"><item repeat="1"><one-of><item>0</item><item>1</item><item>2</item><item>3</item><item>4</item><item>5</item><item>6</item><item>7</item><item>8</item><item>9</item><item>*</item></one-of></item></rule></grammar><prompt bargein="false" xml:lang="en-US">Thank you.</prompt><prompt bargein="true" timeout="6s" xml:lang="en-US">Press 1 &amp; &lt;2&gt;.</prompt><noinput><assign name="event" expr="&apos;noinput&apos;"/><submit next="https://h.example.com/hooks/ivr/voice/T?q=score&amp;try=1" method="post" namelist="event"/></noinput><nomatch><assign name="event" expr="&apos;nomatch&apos;"/><submit next="https://h.example.com/hooks/ivr/voice/T?q=score&amp;try=1" method="post" namelist="event"/></nomatch><filled><submit next="https://h.example.com/hooks/ivr/voice/T?q=score&amp;try=1" method="post" namelist="keys"/></filled></field></form></vxml>"##);
}

#[test]
fn a_question_of_two_keys_in_two_languages_waits_for_the_second_key() {
    let more = vec![Spoken { locale: "zh-CN".to_owned(), say: "请按键".to_owned() }];
    let document = rendered(&[], Turn::Ask(Ask { digits: 2, barge_in: false, more, ..ask("Press.") }), LOOK);
    assert!(document.contains(r#"<item repeat="1-2"><one-of>"#), "{document}");
    assert!(document.contains(r#"<property name="interdigittimeout" value="4s"/>"#), "{document}");
    let prompts = r#"<prompt bargein="false" timeout="6s" xml:lang="en-US">Press.</prompt><prompt bargein="false" timeout="6s" xml:lang="zh-CN">请按键</prompt>"#;
    assert!(document.contains(prompts), "{document}");
}

fn comment() -> Turn {
    Turn::Record {
        say: "Please speak.".to_owned(),
        action: "https://h.example.com/a?q=x&try=1".to_owned(),
        ready: "https://h.example.com/r?q=x".to_owned(),
        most_seconds: 60,
    }
}

#[test]
fn a_spoken_comment_is_kept_before_it_is_told_of_also_when_the_line_goes_down() {
    insta::assert_snapshot!(rendered(&[], comment(), LOOK), @r##"<?xml version="1.0" encoding="UTF-8"?><vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-US"><form id="turn"><var name="event" expr="&apos;lost&apos;"/><var name="seconds" expr="0"/><var name="recording_url" expr="&apos;https://keep.example.com/a.wav&apos;"/><catch event="error.badfetch"><if cond="event == &apos;recorded&apos;"><submit next="https://h.example.com/a?q=x&amp;try=1" method="post" namelist="event recording_url seconds"/><else/><submit next="https://h.example.com/a?q=x&amp;try=1" method="post" namelist="event"/></if></catch><catch event="error.badfetch" count="2"><prompt bargein="false" xml:lang="en-US">Thank you for your call. Goodbye.</prompt><disconnect/></catch><catch event="error"><prompt bargein="false" xml:lang="en-US">Thank you for your call. Goodbye.</prompt><disconnect/></catch><catch event="connection.disconnect.hangup"><assign name="event" expr="&apos;hangup&apos;"/><if cond="recording != undefined"><data src="https://keep.example.com/a.wav" method="post" enctype="multipart/form-data" namelist="recording"/><submit next="https://h.example.com/a?q=x&amp;try=1" method="post" namelist="event recording_url"/></if><submit next="https://h.example.com/a?q=x&amp;try=1" method="post" namelist="event"/></catch><record name="recording" beep="true" maxtime="60s" finalsilence="5s" dtmfterm="true" type="audio/x-wav"><prompt bargein="false" xml:lang="en-US">Please speak.</prompt><noinput><assign name="event" expr="&apos;noinput&apos;"/><submit next="https://h.example.com/a?q=x&amp;try=1" method="post" namelist="event"/></noinput><filled><assign name="seconds" expr="Math.round(recording$.duration / 1000)"/><data src="https://keep.example.com/a.wav" method="post" enctype="multipart/form-data" namelist="recording"/><assign name="event" expr="&apos;recorded&apos;"/><submit next="https://h.example.com/a?q=x&amp;try=1" method="post" namelist="event recording_url seconds"/></filled></record></form></vxml>"##);
}

#[test]
fn a_spoken_comment_that_cannot_be_kept_is_not_asked_for() {
    let document = rendered(&["No matter."], comment(), Look { keep: None, ..LOOK });
    assert!(!document.contains("Please speak.") && !document.contains("<record"), "{document}");
    let block = r#"<block><prompt bargein="false" xml:lang="en-US">No matter.</prompt><submit next="https://h.example.com/a?q=x&amp;try=1" method="post" namelist="event"/></block>"#;
    assert!(document.contains(block), "{document}");
}

#[test]
fn the_end_hangs_up_with_or_without_words() {
    insta::assert_snapshot!(render(&Page::polite_end("zh-CN", "谢谢。再见。"), LOOK).body, @r##"<?xml version="1.0" encoding="UTF-8"?><vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="zh-CN"><form id="turn"><block><prompt bargein="false" xml:lang="zh-CN">谢谢。再见。</prompt><disconnect/></block></form></vxml>"##);
    insta::assert_snapshot!(rendered(&[], Turn::End { say: None }, LOOK), @r##"<?xml version="1.0" encoding="UTF-8"?><vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-US"><form id="turn"><block><disconnect/></block></form></vxml>"##);
}

#[test]
fn locales_become_tags_that_platforms_know() {
    let given = ["en", "zh", "zh-CN", "zh-Hant", "es", "fr", "de", "pt", "ar", "hi", "ja", "en-GB", "<x>", ""];
    let tags =
        ["en-US", "zh-CN", "zh-CN", "zh-TW", "es-ES", "fr-FR", "de-DE", "pt-BR", "ar-SA", "hi-IN", "ja-JP", "en-GB", "en-US", "en-US"];
    assert_eq!(given.map(language), tags);
}

#[test]
fn an_address_cannot_leave_its_literal() {
    assert_eq!(literal("https://a/'+x()+'\\\n\u{2028}"), r"'https://a/\'+x()+\'\\'");
}

proptest! {
    #[test]
    fn any_text_gives_a_well_formed_document_that_says_it(text in proptest::collection::vec(any::<char>(), 0..200)) {
        let text: String = text.into_iter().collect();
        let expected = xml::permitted(&text).into_owned();
        let end = render(&Page { locale: text.clone(), lead: Vec::new(), then: Turn::End { say: Some(text.clone()) } }, LOOK);
        prop_assert_eq!(text_of(&end.body), Ok(if expected.trim().is_empty() { String::new() } else { expected }));
        let asked = Turn::Ask(Ask { action: text.clone(), ..ask(&text) });
        let recorded = Turn::Record { say: text.clone(), action: text.clone(), ready: String::new(), most_seconds: 1 };
        for then in [asked, recorded] {
            let page = Page { locale: text.clone(), lead: vec![text.clone()], then };
            let body = render(&page, Look { keep: Some(&text), ..LOOK }).body;
            prop_assert!(text_of(&body).is_ok() && xml::permitted(&body) == body);
        }
    }
}
