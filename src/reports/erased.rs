//! What stays of rows about somebody who was erased, whatever store they lie in.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::phone::Respondent;
use crate::ports::seal::Seal;

/// How much a response holds of the caller's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answered {
    pub answers: u64,
    /// Those with words.
    pub texts: u64,
}

impl Answered {
    /// Of the column `answers`.
    pub fn of(column: &str) -> Self {
        let answers: Vec<Value> = serde_json::from_str(column).unwrap_or_default();
        let texts = answers.iter().filter(|answer| answer["text"].is_string()).count();
        Self { answers: answers.len() as u64, texts: texts as u64 }
    }
}

/// The attributes of a call without those that tell the number.
pub fn attributes(column: &str, respondent: &Respondent) -> String {
    let mut held: BTreeMap<String, Value> = serde_json::from_str(column).unwrap_or_default();
    held.retain(|_, value| !value.as_str().is_some_and(|text| respondent.is_told_by(text)));
    serde_json::to_string(&held).unwrap_or_else(|_| "{}".to_owned())
}

/// What stands in the column of a number that is kept no longer, so that calls of one caller still count as such.
pub fn pseudonym(seal: &Seal) -> String {
    format!("#{}", seal.as_str())
}
