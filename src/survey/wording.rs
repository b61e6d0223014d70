//! The words of a prompt, in the survey's own wording or the shipped one.
//!
//! Both may hold `{min}`, `{max}`, `{options}` and `{readings}`.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod hi;
mod ja;
mod pt;
mod zh;
mod zh_tw;

use super::answer::{self, text_in};
use super::model::{Channel, Choice, Kind, Locale, Question, Survey};
use super::session::{Lead, Prompt};

/// The shipped words of one language; adding a language is adding a table.
struct Wording {
    /// A language, or the whole tag where a region has its own words.
    language: &'static str,
    /// What is no answer, by text message: to a rating, a choice, a yes or no, an open question.
    invalid_sms: [&'static str; 4],
    /// The same, spoken.
    invalid_voice: [&'static str; 4],
    /// No key came.
    silence_voice: &'static str,
    /// Several readings.
    ambiguous_sms: &'static str,
    /// Confirmation of an opt-out.
    opted_out: &'static str,
    /// Confirmation of an opt-in.
    opted_in: &'static str,
    /// Who asks and how to stop.
    help: &'static str,
    /// Which of two calls a text is about.
    which_call: &'static str,
    /// The end of a call.
    polite_end: &'static str,
    /// Between the last two of several readings.
    or: &'static str,
    /// Between others.
    comma: &'static str,
    /// A value with its word.
    with_label: &'static str,
}

const SHIPPED: [&Wording; 10] = [
    &en::ENGLISH,
    &zh::CHINESE,
    &zh_tw::TRADITIONAL,
    &ja::JAPANESE,
    &es::SPANISH,
    &pt::PORTUGUESE,
    &fr::FRENCH,
    &de::GERMAN,
    &ar::ARABIC,
    &hi::HINDI,
];

impl Wording {
    fn of(survey: Option<&Survey>, locale: &Locale) -> &'static Self {
        let called = |name: &str| SHIPPED.into_iter().find(|wording| wording.language == name);
        let speaks = |locale: &Locale| called(written_as(locale)).or_else(|| called(locale.language()));
        speaks(locale).or_else(|| speaks(&survey?.default_locale)).unwrap_or(&en::ENGLISH)
    }

    fn labelled(&self, key: &str, label: &str) -> String {
        self.with_label.replace("{key}", key).replace("{label}", label)
    }

    /// "4 or 5", "1, 2 or 3".
    fn one_of(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => first.join(self.comma) + self.or + last,
        }
    }
}

/// The tag whose words a caller reads: Hong Kong and Macao write as Taiwan does.
fn written_as(locale: &Locale) -> &str {
    let traditional = locale.language() == "zh" && ["-HK", "-MO", "-Hant"].iter().any(|part| locale.tag().contains(part));
    if traditional { "zh-TW" } else { locale.tag() }
}

/// The words of a prompt on a channel; `None` where nothing is said.
/// For a voice question the lead-in is separate: see [`lead`].
#[must_use]
pub fn say(survey: &Survey, locale: &Locale, channel: Channel, prompt: &Prompt) -> Option<String> {
    let shipped = Wording::of(Some(survey), locale);
    let short = |key: &str, words: &str| own(survey, locale, channel, key).unwrap_or(words).to_owned();
    let spoken = |key: &str, words: &str| Some(short(key, if channel.is_voice() { shipped.polite_end } else { words }));
    match prompt {
        Prompt::Ask { question, .. } => ask(survey.question(question)?, survey, (locale, channel), prompt),
        Prompt::Close => closing(survey, locale, channel),
        Prompt::OptedOut => spoken("opted_out", shipped.opted_out),
        Prompt::OptedIn => spoken("opted_in", shipped.opted_in),
        Prompt::Help => spoken("help", shipped.help),
        Prompt::WhichCall => Some(shipped.which_call.to_owned()),
        Prompt::Nothing => None,
    }
}

/// Why a question is asked again, in words; `None` where it is asked for the first time.
#[must_use]
pub fn lead(survey: &Survey, locale: &Locale, channel: Channel, prompt: &Prompt) -> Option<String> {
    let Prompt::Ask { question, lead: Some(why), .. } = prompt else { return None };
    let question = survey.question(question)?;
    let shipped = Wording::of(Some(survey), locale);
    let template = own(survey, locale, channel, key(why)).or_else(|| shipped_lead(shipped, channel, question, why))?;
    Some(fill(template, shipped, question, (locale, why)))
}

/// Said on the phone when something is broken behind it; no survey may be at hand.
#[must_use]
pub fn polite_end(locale: &Locale) -> String {
    Wording::of(None, locale).polite_end.to_owned()
}

/// On SMS a lead-in that tells what to answer stands alone: one message, one part.
fn ask(question: &Question, survey: &Survey, (locale, channel): (&Locale, Channel), prompt: &Prompt) -> Option<String> {
    let asked = text_in(question.said.on(channel), &[locale, &survey.default_locale]).map(str::to_owned);
    if channel.is_voice() {
        return asked;
    }
    match (lead(survey, locale, channel, prompt), asked) {
        (Some(lead), _) if tells_what_to_answer(question, &lead, prompt) => Some(lead),
        (Some(lead), Some(asked)) => Some(format!("{lead} {asked}")),
        (None, asked) => asked,
        (lead, None) => lead,
    }
}

fn tells_what_to_answer(question: &Question, lead: &str, prompt: &Prompt) -> bool {
    if let Prompt::Ask { lead: Some(Lead::Ambiguous { readings }), .. } = prompt {
        return !readings.is_empty() && readings.iter().all(|reading| lead.contains(reading.as_str()));
    }
    let numbers: Vec<&str> = lead.split(|c: char| !c.is_ascii_digit()).collect();
    let has = |key: &String| numbers.contains(&key.as_str());
    match &question.kind {
        Kind::Rating { min, max, .. } => has(&min.to_string()) && has(&max.to_string()),
        Kind::Choice { options } => {
            options.iter().all(|option| has(&option.key) && option.label.values().any(|label| lead.contains(label.as_str())))
        }
        Kind::YesNo { yes, no } => has(yes) && has(no),
        Kind::Text | Kind::Voice => false,
    }
}

/// The survey's own words.
fn own<'s>(survey: &'s Survey, locale: &Locale, channel: Channel, key: &str) -> Option<&'s str> {
    text_in(survey.wording.get(key)?.on(channel), &[locale, &survey.default_locale])
}

fn closing(survey: &Survey, locale: &Locale, channel: Channel) -> Option<String> {
    let own = text_in(survey.closing.on(channel), &[locale, &survey.default_locale]).map(str::to_owned);
    own.or_else(|| channel.is_voice().then(|| Wording::of(Some(survey), locale).polite_end.to_owned()))
}

fn key(why: &Lead) -> &'static str {
    match why {
        Lead::Silence => "silence",
        Lead::Invalid => "invalid",
        Lead::Ambiguous { .. } => "ambiguous",
    }
}

fn shipped_lead(shipped: &'static Wording, channel: Channel, question: &Question, why: &Lead) -> Option<&'static str> {
    let by_kind = |table: &[&'static str; 4]| match question.kind {
        Kind::Rating { .. } => table[0],
        Kind::Choice { .. } => table[1],
        Kind::YesNo { .. } => table[2],
        Kind::Text | Kind::Voice => table[3],
    };
    match (why, channel.is_voice()) {
        (Lead::Silence, true) => Some(shipped.silence_voice),
        (Lead::Silence, false) => None,
        (Lead::Ambiguous { .. }, false) => Some(shipped.ambiguous_sms),
        (Lead::Invalid, false) => Some(by_kind(&shipped.invalid_sms)),
        (Lead::Invalid | Lead::Ambiguous { .. }, true) => Some(by_kind(&shipped.invalid_voice)),
    }
}

/// Puts the numbers, options and readings of the question in their places.
fn fill(template: &str, shipped: &Wording, question: &Question, (locale, why): (&Locale, &Lead)) -> String {
    let (min, max) = match &question.kind {
        Kind::Rating { min, max, .. } => (min.to_string(), max.to_string()),
        Kind::YesNo { yes, no } => (yes.clone(), no.clone()),
        _ => (String::new(), String::new()),
    };
    let readings = match why {
        Lead::Ambiguous { readings } => {
            shipped.one_of(&readings.iter().map(|reading| with_number(shipped, question, reading)).collect::<Vec<_>>())
        }
        Lead::Silence | Lead::Invalid => String::new(),
    };
    let filled = template.replace("{min}", &min).replace("{max}", &max);
    let filled = if filled.contains("{options}") { filled.replace("{options}", &options(shipped, question, locale)) } else { filled };
    filled.replace("{readings}", &readings)
}

/// "1 attitude, 2 price".
fn options(shipped: &Wording, question: &Question, locale: &Locale) -> String {
    let Kind::Choice { options } = &question.kind else { return String::new() };
    let named = |option: &Choice| format!("{} {}", option.key, text_in(&option.label, &[locale]).unwrap_or(&option.value));
    options.iter().map(named).collect::<Vec<_>>().join(shipped.comma)
}

/// A reading with the number that gives it: "4 (satisfied)"; as it is where that is not known.
fn with_number(shipped: &Wording, question: &Question, reading: &str) -> String {
    let is_it = |key: &String| answer::read_keys(question, key).is_some_and(|value| is_label(question, &value, reading));
    match answer::keys(question).into_iter().find(is_it) {
        Some(key) => shipped.labelled(&key, reading),
        None => reading.to_owned(),
    }
}

fn is_label(question: &Question, value: &super::model::Value, reading: &str) -> bool {
    let spoken = SHIPPED.iter().filter_map(|wording| Locale::parse(wording.language));
    match &question.kind {
        Kind::Rating { labels, .. } => {
            matches!(value, super::model::Value::Number(n) if labels.get(n).is_some_and(|t| t.values().any(|l| l == reading)))
        }
        Kind::Choice { options } => options.iter().any(|o| o.value == value.to_string() && o.label.values().any(|label| label == reading)),
        _ => spoken.into_iter().any(|locale| answer::label(question, value, &locale).as_deref() == Some(reading)),
    }
}

#[cfg(test)]
mod tests;
