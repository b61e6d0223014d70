//! Reading answers: text and keys to value.

use super::model::{Locale, Question, Value};

/// How a text was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// One value, surely enough; with the words that came along.
    Answer {
        /// The value.
        value: Value,
        /// What was said beside it.
        comment: Option<String>,
        /// 0.0 to 1.0.
        confidence: f32,
    },
    /// Two or three values fit; asked again, never guessed.
    Ambiguous(Vec<Value>),
    /// "No, thank you."
    Refused,
    /// A request to stop.
    OptOut,
    /// A request for help.
    Help,
    /// Words that are no answer but worth keeping (for open questions: the answer).
    Comment(String),
    /// Nothing that can be used.
    Invalid,
}

/// Reads a text message as the answer to a question.
#[must_use]
pub fn read_text(_question: &Question, _locale: &Locale, _text: &str) -> Reading {
    Reading::Invalid
}

/// Reads keys as the answer to a question; `None` if they are none.
#[must_use]
pub fn read_keys(_question: &Question, _digits: &str) -> Option<Value> {
    None
}

/// The value in words, in that language (or the survey's default).
#[must_use]
pub fn label(_question: &Question, _value: &Value, _locale: &Locale) -> Option<String> {
    None
}

/// Every key sequence that is an answer on the phone; empty for open questions.
#[must_use]
pub fn keys(_question: &Question) -> Vec<String> {
    Vec::new()
}
