//! A questionnaire as the engine uses it: everything in it has been checked (see `config::surveys`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use super::answer::Cuts;
pub use super::book::Book;
pub use super::condition::{Branch, Condition, Matcher, Subject, Target};
pub use super::locale::Locale;
pub use super::manner::{Manner, Phone, Shuffle, Variant, pick};
use super::measure::part::Part;
use super::session::Answer;

/// Texts of one thing by language.
pub type Texts = BTreeMap<Locale, String>;

/// How the caller is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By text message.
    Sms,
    /// By keypad while the caller is still on the line.
    Ivr,
    /// By ringing back and asking by keypad.
    Call,
}

impl Channel {
    /// Whether the caller answers with keys and hears the question.
    #[must_use]
    pub fn is_voice(self) -> bool {
        self != Self::Sms
    }

    /// The name in configuration and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Ivr => "ivr",
            Self::Call => "call",
        }
    }
}

/// What a question feeds. Formulas: see `survey::measure`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Customer satisfaction: share of the two best answers of 1–5.
    Csat,
    /// Net promoter score, 0–10.
    Nps,
    /// Customer effort, mean of 1–7.
    Ces,
    /// First contact resolution: share of yes.
    Fcr,
    /// Six service levels: share of 4–6.
    ServiceLevel,
    /// What a feature is to callers, from two questions about it: see `survey::measure::kano`.
    Kano,
    /// Weighted mean of drivers, each of one or more questions: see `survey::measure::index`.
    Index,
}

impl Measure {
    /// Every measure, in the order of reports.
    pub const ALL: [Self; 7] = [Self::Csat, Self::Nps, Self::Ces, Self::Fcr, Self::ServiceLevel, Self::Kano, Self::Index];

    /// The name in configuration, API and columns.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csat => "csat",
            Self::Nps => "nps",
            Self::Ces => "ces",
            Self::Fcr => "fcr",
            Self::ServiceLevel => "service_level",
            Self::Kano => "kano",
            Self::Index => "index",
        }
    }

    /// The measure of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

/// Which definition a session runs: id and version as the operator names them, and a digest of the text, because two
/// definitions may wrongly carry the same version.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SurveyKey {
    /// The survey's id.
    pub id: String,
    /// The operator's version number.
    pub version: u32,
    /// Digest of the definition's text, 16 hex digits.
    pub digest: String,
}

/// A versioned questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// Identity of this definition.
    pub key: SurveyKey,
    /// The text of the file it was read from; kept with the sessions that run it.
    pub source: String,
    /// The language of callers whose own is not offered.
    pub default_locale: Locale,
    /// In the order of the file; never empty, ids unique, every `goto` leads forward to one of them or to the end.
    pub questions: Vec<Question>,
    /// What is said at the end.
    pub closing: Said,
    /// What the engine says by itself, where the file overrides the shipped wording: `invalid`, `silence`, `exhausted`,
    /// `call_back`, `time_is_up`, `ambiguous`, `opted_out`, `opted_in`, `help`.
    pub wording: BTreeMap<String, Said>,
    /// The A/B arms; empty where there is but one way to ask.
    pub variants: Vec<Variant>,
    /// How it is held on the phone.
    pub phone: Phone,
}

/// One text for each channel and language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// By text message.
    pub sms: Texts,
    /// Spoken.
    pub voice: Texts,
}

impl Said {
    /// The texts of a channel.
    #[must_use]
    pub fn on(&self, channel: Channel) -> &Texts {
        if channel.is_voice() { &self.voice } else { &self.sms }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Unique in the survey.
    pub id: String,
    /// What can be answered.
    pub kind: Kind,
    /// What the answer feeds.
    pub measure: Option<Measure>,
    /// Its part in it, where several questions make the measure.
    pub part: Option<Part>,
    /// A skipped optional question does not make the response partial.
    pub optional: bool,
    /// Its texts.
    pub said: Said,
    /// How often it is asked again.
    pub retry: Retry,
    /// First match decides; none: the next question in the file.
    pub next: Vec<Branch>,
    /// When and how it is asked, beside the usual.
    pub manner: Manner,
    /// Its words as replies are compared with them; nothing to fill in.
    pub cuts: Cuts,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A whole number from `min` to `max`, with words for single values, e.g. 5 → "very satisfied".
    Rating {
        /// Lowest value.
        min: i64,
        /// Highest value.
        max: i64,
        /// Words for values.
        labels: BTreeMap<i64, Texts>,
    },
    /// One of several options.
    Choice {
        /// In the order of the file; keys unique.
        options: Vec<Choice>,
    },
    /// Yes or no, by key or word; the value is `"yes"` or `"no"`.
    YesNo {
        /// The key that means yes.
        yes: String,
        /// The key that means no.
        no: String,
    },
    /// Free text.
    Text,
    /// A recorded voice comment (on SMS: free text).
    Voice,
}

impl Kind {
    /// The name in survey files and JSON.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Rating { .. } => "rating",
            Self::Choice { .. } => "choice",
            Self::YesNo { .. } => "yes_no",
            Self::Text => "text",
            Self::Voice => "voice",
        }
    }

    /// Whether the answer is words and not one of a few values.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Text | Self::Voice)
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The key or number that picks it.
    pub key: String,
    /// The value that reports show.
    pub value: String,
    /// Its name by language.
    pub label: Texts,
    /// Further words by which a text picks it, by language.
    pub words: BTreeMap<Locale, Vec<String>>,
}

/// How often a question is asked again, and what then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    /// Times after no key.
    pub silence: u8,
    /// Times after a wrong key or a text that is no answer.
    pub invalid: u8,
    /// What follows when they are spent.
    pub then: Exhausted,
}

impl Default for Retry {
    fn default() -> Self {
        Self { silence: 1, invalid: 2, then: Exhausted::Skip }
    }
}

/// What follows when the retries are spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exhausted {
    /// Go on with the next question.
    Skip,
    /// End the survey.
    End,
}

/// The value of an answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Of a rating.
    Number(i64),
    /// Of a choice (the option's value) or of yes/no.
    Name(String),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(n) => write!(f, "{n}"),
            Self::Name(name) => f.write_str(name),
        }
    }
}

impl Survey {
    /// The question of that id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// Whether an entry of a session is the answer to a question, not declined and not the choice of a language.
    #[must_use]
    pub fn counts(&self, answer: &Answer) -> bool {
        answer.outcome.is_answer() && self.question(&answer.question).is_some_and(|question| !question.manner.sets_language)
    }

    /// Whether any question feeds the measure.
    #[must_use]
    pub fn measures(&self, measure: Measure) -> bool {
        self.questions.iter().any(|question| question.measure == Some(measure))
    }

    /// Every language that the first question is written in.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> + Clone {
        self.questions.iter().take(1).flat_map(|question| question.said.sms.keys().chain(question.said.voice.keys()))
    }
}
