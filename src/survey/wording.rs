//! The words of a prompt, in the survey's own wording or the shipped one.
//!
//! Both may hold `{min}`, `{max}`, `{options}` and `{readings}`, and what [`places`] knows of the call.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod hi;
mod ja;
mod pause;
pub mod places;
mod pt;
mod zh;
mod zh_tw;

use std::borrow::Cow;

use super::answer::{self, text_in};
use super::model::{Channel, Choice, Kind, Locale, Question, Survey, Texts};
use super::session::{Lead, Prompt, Session};

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
    /// The first words of a call that we have placed.
    call_back: &'static str,
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

/// The words of a prompt on a channel, to anybody; `None` where nothing is said. What a session would fill in is left to its fallbacks.
/// For a voice question the lead-in is separate: see [`lead`].
#[must_use]
pub fn say(survey: &Survey, locale: &Locale, channel: Channel, prompt: &Prompt) -> Option<String> {
    Speaker { survey, locale, channel, session: None }.say(prompt)
}

/// Why a question is asked again, in words; `None` where it is asked for the first time.
#[must_use]
pub fn lead(survey: &Survey, locale: &Locale, channel: Channel, prompt: &Prompt) -> Option<String> {
    Speaker { survey, locale, channel, session: None }.lead(prompt)
}

/// Said on the phone when something is broken behind it; no survey may be at hand.
#[must_use]
pub fn polite_end(locale: &Locale) -> String {
    Wording::of(None, locale).polite_end.to_owned()
}

/// Whose words, in which language and channel, and to whom.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// The language.
    pub locale: &'a Locale,
    /// The channel.
    pub channel: Channel,
    /// The session whose arm, order of options and call the words follow.
    pub session: Option<&'a Session>,
}

impl<'a> Speaker<'a> {
    /// The words for a session in its own language.
    #[must_use]
    pub fn to(session: &'a Session, survey: &'a Survey, channel: Channel) -> Self {
        Self { survey, locale: &session.locale, channel, session: Some(session) }
    }

    /// The words of a prompt; `None` where nothing is said.
    #[must_use]
    pub fn say(&self, prompt: &Prompt) -> Option<String> {
        let shipped = self.shipped();
        let spoken = |key: &str, words: &str| {
            let words = if self.channel.is_voice() { shipped.polite_end } else { words };
            Some(self.fill(self.own(key).unwrap_or(words), None))
        };
        match prompt {
            Prompt::Ask { question, .. } => self.ask(self.question(question)?.as_ref(), prompt),
            Prompt::Close => self.closing(),
            // The shipped words lead over to a further question; here none follows.
            Prompt::GaveUp => join(self.own("exhausted").map(|words| self.fill(words, None)), self.closing()),
            Prompt::TimeIsUp => spoken("time_is_up", shipped.polite_end),
            Prompt::OptedOut => spoken("opted_out", shipped.opted_out),
            Prompt::OptedIn => spoken("opted_in", shipped.opted_in),
            Prompt::Help => spoken("help", shipped.help),
            Prompt::WhichCall => Some(shipped.which_call.to_owned()),
            Prompt::Nothing => None,
        }
    }

    /// Why a question is asked again, or what became of the one before; `None` where there is nothing to explain.
    #[must_use]
    pub fn lead(&self, prompt: &Prompt) -> Option<String> {
        let Prompt::Ask { question, lead: Some(why), .. } = prompt else { return None };
        if *why == Lead::Exhausted {
            return self.gave_up();
        }
        let question = self.question(question)?;
        let template = self.own(key(why)).or_else(|| shipped_lead(self.shipped(), self.channel, &question, why))?;
        Some(self.fill(template, Some((&question, why))))
    }

    /// The question in every language that it is written in, the session's first: a caller who is to choose understands one of them.
    #[must_use]
    pub fn in_every_language(&self, question: &str) -> Vec<(Locale, String)> {
        let Some(question) = self.question(question) else { return Vec::new() };
        let texts = self.texts(&question);
        let (own, others): (Vec<_>, Vec<_>) = texts.iter().partition(|(locale, _)| *locale == self.locale);
        let said = |(locale, text): (&Locale, &String)| (locale.clone(), self.fill(text, Some((&question, &Lead::Silence))));
        own.into_iter().chain(others).map(said).collect()
    }

    fn shipped(&self) -> &'static Wording {
        Wording::of(Some(self.survey), self.locale)
    }

    fn question(&self, id: &str) -> Option<Cow<'a, Question>> {
        let question = self.survey.question(id)?;
        Some(self.session.map_or(Cow::Borrowed(question), |session| question.shown_in(&session.id)))
    }

    fn texts<'q>(&self, question: &'q Question) -> Cow<'q, Texts> {
        question.texts(self.channel, self.session.and_then(|session| session.variant.as_deref()))
    }

    /// On SMS a lead-in that tells what to answer stands alone: one message, one part.
    fn ask(&self, question: &Question, prompt: &Prompt) -> Option<String> {
        let texts = self.texts(question);
        let text = text_in(&texts, &[self.locale, &self.survey.default_locale]);
        let asked = text.map(|text| self.fill(text, Some((question, &Lead::Silence))));
        if self.channel.is_voice() {
            return asked;
        }
        match self.lead(prompt) {
            Some(lead) if tells_what_to_answer(question, &lead, prompt) => Some(lead),
            lead => join(lead, asked),
        }
    }

    /// The survey's own words.
    fn own(&self, key: &str) -> Option<&'a str> {
        text_in(self.survey.wording.get(key)?.on(self.channel), &[self.locale, &self.survey.default_locale])
    }

    fn gave_up(&self) -> Option<String> {
        let shipped = || pause::going_on(self.locale).filter(|_| self.channel.is_voice());
        self.own("exhausted").or_else(shipped).map(|words| self.fill(words, None))
    }

    fn closing(&self) -> Option<String> {
        let own = text_in(self.survey.closing.on(self.channel), &[self.locale, &self.survey.default_locale]);
        let polite = || self.channel.is_voice().then(|| self.shipped().polite_end);
        own.or_else(polite).map(|words| self.fill(words, None))
    }

    /// Puts what the question and the call say into the places of a text.
    fn fill(&self, template: &str, about: Option<(&Question, &Lead)>) -> String {
        let shipped = self.shipped();
        let of_question = |name: &str| {
            let (question, why) = about?;
            let [min, max] = ends(question);
            match name {
                "min" => Some(min),
                "max" => Some(max),
                "options" => Some(options(shipped, question, self.locale)),
                "readings" => Some(readings(shipped, question, why)),
                _ => None,
            }
        };
        places::fill(template, |place| of_question(place.name).or_else(|| places::of_call(place, self.session)))
    }
}

fn join(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some(format!("{first} {second}")),
        (first, second) => first.or(second),
    }
}

fn tells_what_to_answer(question: &Question, lead: &str, prompt: &Prompt) -> bool {
    if let Prompt::Ask { lead: Some(Lead::Exhausted), .. } = prompt {
        return false;
    }
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

fn key(why: &Lead) -> &'static str {
    match why {
        Lead::Silence => "silence",
        Lead::Invalid => "invalid",
        Lead::Exhausted => "exhausted",
        Lead::CallBack => "call_back",
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
        (Lead::Exhausted, true) => None,
        (Lead::Silence, true) => Some(shipped.silence_voice),
        (Lead::CallBack, true) => Some(shipped.call_back),
        (Lead::Silence | Lead::Exhausted | Lead::CallBack, false) => None,
        (Lead::Ambiguous { .. }, false) => Some(shipped.ambiguous_sms),
        (Lead::Invalid, false) => Some(by_kind(&shipped.invalid_sms)),
        (Lead::Invalid | Lead::Ambiguous { .. }, true) => Some(by_kind(&shipped.invalid_voice)),
    }
}

/// The lowest and highest key of a question.
fn ends(question: &Question) -> [String; 2] {
    match &question.kind {
        Kind::Rating { min, max, .. } => [min.to_string(), max.to_string()],
        Kind::YesNo { yes, no } => [yes.clone(), no.clone()],
        _ => [String::new(), String::new()],
    }
}

fn readings(shipped: &Wording, question: &Question, why: &Lead) -> String {
    let Lead::Ambiguous { readings } = why else { return String::new() };
    shipped.one_of(&readings.iter().map(|reading| with_number(shipped, question, reading)).collect::<Vec<_>>())
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
