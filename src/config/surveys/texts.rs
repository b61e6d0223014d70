use serde::Serialize;

use super::super::section::{Section, short};
use super::super::tree::Node;
use super::super::value::text;
use crate::message::segments::segments;
use crate::survey::model::{Locale, Said, Survey, Texts};
use crate::survey::wording::places::{OF_THE_QUESTION, places, with_fallbacks};

/// Longest text message that providers take, in characters (Twilio: 1600).
const LONGEST: usize = 1600;
/// Longest text that is read to a caller, in characters.
const LONGEST_SPOKEN: usize = 3000;

/// The texts of a question, of the closing line or of a wording, by channel and language.
pub fn read(section: &Section<'_>) -> Said {
    let (sms, voice) = (section.section("sms"), section.section("voice"));
    for (tag, node) in sms.members() {
        check_sms(&sms, tag, node);
    }
    for (section, (tag, node)) in sms.members().map(|member| (&sms, member)).chain(voice.members().map(|member| (&voice, member))) {
        check_places(section, tag, node);
    }
    for (tag, node) in voice.members() {
        if text(node).is_ok_and(|text| text.chars().count() > LONGEST_SPOKEN) {
            voice.findings.error(&node.place, format!("{}: is longer than {LONGEST_SPOKEN} characters", voice.name(tag)));
        }
    }
    Said { sms: by_locale(&sms), voice: by_locale(&voice) }
}

/// A table of language and text.
pub fn by_locale(section: &Section<'_>) -> Texts {
    let mut texts = Texts::new();
    for (tag, node) in section.members() {
        let Some(locale) = locale(section, tag, node) else { continue };
        match text(node) {
            Ok(_) if texts.contains_key(&locale) => {
                section.findings.error(&node.place, format!("{}: there is another text in {locale}", section.name(tag)));
            }
            Ok(text) => drop(texts.insert(locale, text.to_owned())),
            Err(wrong) => section.findings.error(&node.place, format!("{}: {wrong}", section.name(tag))),
        }
    }
    texts
}

/// The language that a key names.
pub fn locale(section: &Section<'_>, tag: &str, node: &Node) -> Option<Locale> {
    let locale = Locale::parse(tag);
    if locale.is_none() {
        section.findings.error(&node.place, format!("{}: is no language such as en or zh-CN", section.name(&short(tag))));
    }
    locale
}

/// Every place can be filled, and says something where the call does not.
fn check_places(section: &Section<'_>, tag: &str, node: &Node) {
    for place in text(node).into_iter().flat_map(places) {
        let name = section.name(tag);
        match place.subject() {
            None if OF_THE_QUESTION.contains(&place.name) => {}
            None => {
                let known = "agent, queue, line, attr.KEY, min, max, options";
                section
                    .findings
                    .error(&node.place, format!("{name}: {{{}}} is nothing that can be shown; there are {known}", short(place.name)));
            }
            Some(_) if place.fallback.is_none() => {
                let hint = format!("{{{0}}} shows nothing where it is not known: write {{{0}|our colleague}}", short(place.name));
                section.findings.warning(&node.place, format!("{name}: {hint}"));
            }
            Some(_) => {}
        }
    }
}

fn check_sms(section: &Section<'_>, tag: &str, node: &Node) {
    let Ok(text) = text(node) else { return };
    let text = &with_fallbacks(text);
    let (name, characters) = (section.name(tag), text.chars().count());
    if characters > LONGEST {
        section.findings.error(&node.place, format!("{name}: is {characters} characters long; a text message has at most {LONGEST}"));
        return;
    }
    let parts = segments(text).parts;
    let odd = odd_characters(text);
    let without: String = text.chars().filter(|c| !odd.contains(c)).collect();
    let fewer = segments(&without).parts;
    if fewer < parts {
        let listed: Vec<String> = odd.iter().map(|c| format!("`{c}` (U+{:04X})", u32::from(*c))).collect();
        let listed = listed.join(", ");
        section.findings.warning(
            &node.place,
            format!("{name}: {listed} takes the whole text out of the GSM alphabet: {parts} parts, without it {fewer}"),
        );
    } else if parts > 1 {
        section.findings.warning(&node.place, format!("{name}: is sent as {parts} parts"));
    }
}

/// The few characters that alone make a text UCS-2, such as a curly quote; none where the script itself does.
fn odd_characters(text: &str) -> Vec<char> {
    let outside: Vec<char> = text.chars().filter(|c| !is_gsm(*c)).collect();
    if outside.len() * 10 > text.chars().count() {
        return Vec::new();
    }
    let mut odd = outside;
    odd.sort_unstable();
    odd.dedup();
    odd
}

fn is_gsm(c: char) -> bool {
    segments(c.encode_utf8(&mut [0; 4])).encoding == crate::message::segments::Encoding::Gsm7
}

/// One text of a survey and what it costs to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextRow {
    /// The survey's id.
    pub survey: String,
    /// The question's id; `closing` or `wording.NAME` for the other texts.
    pub question: String,
    /// Its language.
    pub locale: String,
    /// `sms` or `voice`.
    pub channel: &'static str,
    /// `gsm7` or `ucs2`; `None` for spoken texts.
    pub encoding: Option<&'static str>,
    /// Parts of the text message; 0 for spoken texts.
    pub parts: usize,
    /// Its length in characters.
    pub characters: usize,
}

/// Every text of every survey.
#[must_use]
pub fn report(surveys: &[Survey]) -> Vec<TextRow> {
    surveys.iter().flat_map(|survey| things(survey).into_iter().flat_map(|(thing, said)| rows(&survey.key.id, &thing, said))).collect()
}

fn things(survey: &Survey) -> Vec<(String, &Said)> {
    let questions = survey.questions.iter().flat_map(|question| {
        let arms = question.manner.in_variant.iter().map(|(arm, said)| (format!("{}.variant.{arm}", question.id), said));
        std::iter::once((question.id.clone(), &question.said)).chain(arms)
    });
    let wording = survey.wording.iter().map(|(name, said)| (format!("wording.{name}"), said));
    questions.chain([("closing".to_owned(), &survey.closing)]).chain(wording).collect()
}

fn rows(survey: &str, question: &str, said: &Said) -> Vec<TextRow> {
    let row = |channel, locale: &Locale, text: &str| TextRow {
        survey: survey.to_owned(),
        question: question.to_owned(),
        locale: locale.to_string(),
        channel,
        encoding: None,
        parts: 0,
        characters: text.chars().count(),
    };
    let sms = said.sms.iter().map(|(locale, text)| {
        let cost = segments(&with_fallbacks(text));
        TextRow { encoding: Some(cost.encoding.name()), parts: cost.parts, ..row("sms", locale, text) }
    });
    sms.chain(said.voice.iter().map(|(locale, text)| row("voice", locale, text))).collect()
}
