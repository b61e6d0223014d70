//! The words of a prompt, in the survey's own wording or the shipped one.

use super::answer;
use super::model::{Channel, Kind, Locale, Question, Said, Survey, Texts};
use super::session::{Lead, Prompt};
use shipped::Words;

mod shipped;

/// The words of a prompt on a channel; `None` where nothing is said.
/// For a voice question the lead-in is separate: see [`lead`]. A text that asks again says what to reply and no more, to stay short.
#[must_use]
pub fn say(survey: &Survey, locale: &Locale, channel: Channel, prompt: &Prompt) -> Option<String> {
    match prompt {
        Prompt::Ask { lead: Some(_), .. } if channel == Channel::Sms => lead(survey, locale, channel, prompt),
        Prompt::Ask { question, .. } => written(survey.question(question)?.said.on(channel), survey, locale),
        Prompt::Close => written(survey.closing.on(channel), survey, locale),
        Prompt::OptedOut => spoken(survey, locale, channel, ("opted_out", |words| words.opted_out)),
        Prompt::OptedIn => spoken(survey, locale, channel, ("opted_in", |words| words.opted_in)),
        Prompt::Help => spoken(survey, locale, channel, ("help", |words| words.help)),
        Prompt::Nothing => None,
    }
}

/// Why a question is asked again, in words; `None` where it is asked for the first time.
#[must_use]
pub fn lead(survey: &Survey, locale: &Locale, channel: Channel, prompt: &Prompt) -> Option<String> {
    let Prompt::Ask { question, lead: Some(lead), .. } = prompt else { return None };
    let question = survey.question(question)?;
    match lead {
        Lead::Silence => spoken(survey, locale, channel, ("silence", |words| words.silence)),
        Lead::Invalid if channel.is_voice() => spoken(survey, locale, channel, ("invalid", |words| words.invalid_key)),
        Lead::Invalid => own(survey, locale, channel, "invalid").or_else(|| Some(what_to_reply(question, locale))),
        Lead::Ambiguous { readings } => {
            let pattern = own(survey, locale, channel, "ambiguous").unwrap_or_else(|| shipped::of(locale).ambiguous.to_owned());
            Some(pattern.replace("{readings}", &either(question, readings, locale)))
        }
    }
}

/// Said on the phone when something is broken behind it; no survey may be at hand.
#[must_use]
pub fn polite_end(locale: &Locale) -> String {
    shipped::of(locale).polite_end.to_owned()
}

/// The survey's own words of that name, else the shipped ones.
fn spoken(survey: &Survey, locale: &Locale, channel: Channel, word: (&str, fn(&Words) -> &'static str)) -> Option<String> {
    own(survey, locale, channel, word.0).or_else(|| Some(word.1(shipped::of(locale)).to_owned()))
}

fn own(survey: &Survey, locale: &Locale, channel: Channel, name: &str) -> Option<String> {
    let texts = survey.wording.get(name).map(|said: &Said| said.on(channel))?;
    nearest(texts, locale).cloned()
}

/// In the caller's language, else in one like it, else in the survey's, else in any.
fn written(texts: &Texts, survey: &Survey, locale: &Locale) -> Option<String> {
    nearest(texts, locale).or_else(|| nearest(texts, &survey.default_locale)).or_else(|| texts.values().next()).cloned()
}

fn nearest<'a>(texts: &'a Texts, locale: &Locale) -> Option<&'a String> {
    texts.get(locale).or_else(|| texts.iter().find(|(offered, _)| offered.language() == locale.language()).map(|(_, text)| text))
}

fn what_to_reply(question: &Question, locale: &Locale) -> String {
    let words = shipped::of(locale);
    match &question.kind {
        Kind::Rating { min, max, .. } => words.reply_number.replace("{min}", &min.to_string()).replace("{max}", &max.to_string()),
        Kind::YesNo { yes, no } => words.reply_yes_no.replace("{yes}", yes).replace("{no}", no),
        Kind::Choice { options } => {
            let listed: Vec<String> = options
                .iter()
                .map(|option| match nearest(&option.label, locale) {
                    Some(label) => format!("{} {label}", option.key),
                    None => option.key.clone(),
                })
                .collect();
            words.reply_choice.replace("{options}", &listed.join(words.comma))
        }
        Kind::Text | Kind::Voice => words.reply_text.to_owned(),
    }
}

/// The readings as the caller can send them: numbers as they are, options and yes/no by their names.
fn either(question: &Question, readings: &[String], locale: &Locale) -> String {
    let named = |reading: &String| {
        let value = reading.parse().map_or_else(|_| super::model::Value::Name(reading.clone()), super::model::Value::Number);
        match &question.kind {
            Kind::Rating { .. } => reading.clone(),
            _ => answer::label(question, &value, locale).unwrap_or_else(|| reading.clone()),
        }
    };
    readings.iter().map(named).collect::<Vec<_>>().join(shipped::of(locale).or)
}
