use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::call::Moment;
use crate::survey::measure::on_scale;
use crate::survey::model::{Measure, Value};
use crate::survey::response::AgentShare;

/// Reasons of calls that no survey was meant for.
pub const NOT_ELIGIBLE: [&str; 4] = ["no_rule", "no_respondent", "test_call", "survey_call"];

/// What signs need of a call and its session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Talk {
    pub agents: Vec<AgentShare>,
    pub queue: Option<String>,
    pub reason: Option<String>,
    pub ended_by: Option<String>,
    pub outcome: Option<String>,
    pub invited_by: Option<String>,
    /// The whole number.
    pub respondent: Option<String>,
    pub ended_at: Moment,
    pub disposition: Option<String>,
    pub channel: Option<String>,
    pub invited_at: Option<Moment>,
    pub answered: bool,
    pub answers: Vec<Rated>,
}

/// What signs need of an answer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Rated {
    pub question: String,
    pub measure: Option<Measure>,
    pub value: Option<Value>,
    pub answered_at: Moment,
}

/// A call as the tests see it.
pub struct Case<'a> {
    pub talk: &'a Talk,
    /// Its first answer to a measure of one question, and the measure.
    pub scored: Option<(Measure, i64)>,
}

impl<'a> Case<'a> {
    pub fn of(talk: &'a Talk) -> Self {
        let scored = |answer: &Rated| Some((answer.measure?, on_scale(answer.measure?, answer.value.as_ref()?)?));
        Self { talk, scored: talk.answers.iter().find_map(scored) }
    }

    pub fn queue(&self) -> &'a str {
        self.talk.queue.as_deref().unwrap_or_default()
    }

    pub fn channel(&self) -> &'a str {
        self.talk.channel.as_deref().unwrap_or_default()
    }

    pub fn is_eligible(&self) -> bool {
        !self.talk.reason.as_deref().is_some_and(|reason| NOT_ELIGIBLE.contains(&reason))
    }

    pub fn is_invited(&self) -> bool {
        self.talk.invited_at.is_some()
    }

    pub fn is_declined(&self) -> bool {
        self.talk.reason.as_deref() == Some("agent_declined")
    }

    /// Whether there is a session, and it is over.
    pub fn has_ended(&self) -> bool {
        self.talk.disposition.as_deref().is_some_and(|disposition| disposition != "open" && !disposition.starts_with("suppressed:"))
    }

    /// Whether it lay with the agent that the caller was asked: samples, quotas and caps do not, nor do texts that could not leave. A
    /// caller who hung up before the survey on the phone is looked at by the end of the call.
    pub fn is_in_hand(&self) -> bool {
        let never_begun =
            self.has_ended() && !["undeliverable", "opted_out"].contains(&self.talk.disposition.as_deref().unwrap_or_default());
        self.is_invited()
            || self.is_declined()
            || (never_begun && self.talk.reason.is_none() && self.is_spoken() && self.is_released() != Some(false))
    }

    pub fn is_spoken(&self) -> bool {
        self.channel() == "ivr"
    }

    /// Whether the agent ended the call; `None` where nobody spoke, or where it is not known or was neither side.
    pub fn is_released(&self) -> Option<bool> {
        if self.talk.outcome.as_deref() == Some("unanswered") {
            return None;
        }
        match self.talk.ended_by.as_deref() {
            Some("agent") => Some(true),
            Some("caller") => Some(false),
            _ => None,
        }
    }

    /// When the first answer came.
    pub fn answered_at(&self) -> Option<Moment> {
        self.talk.answers.iter().map(|answer| answer.answered_at).min()
    }

    /// What was answered, without what was said freely.
    pub fn said(&self) -> Map<String, Json> {
        let value = |value: &Value| match value {
            Value::Number(number) => Json::from(*number),
            Value::Name(name) => Json::from(name.as_str()),
        };
        self.talk.answers.iter().filter_map(|answer| Some((answer.question.clone(), value(answer.value.as_ref()?)))).collect()
    }
}
