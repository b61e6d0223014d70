//! A session: one attempt to survey one call. Stored as JSON that begins with its schema number.

use serde::{Deserialize, Serialize};

use super::call_back::CallBack;
use super::measure::part::Piece;
use super::model::{Channel, Locale, Measure, SurveyKey, Value};
use crate::call::{Call, Moment};

/// The schema that this binary writes; it refuses a newer one.
pub const SCHEMA: u16 = 1;

/// One attempt to survey one call; at most one per call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// [`SCHEMA`] of the writer.
    pub schema: u16,
    /// Identity, a UUID v7.
    pub id: String,
    /// Grows by one with every commit; starts at 1.
    pub version: u64,
    /// The call it is about.
    pub call: Call,
    /// The definition it runs.
    pub survey: SurveyKey,
    /// The language it runs in.
    pub locale: Locale,
    /// The A/B arm, where the survey has arms.
    pub variant: Option<String>,
    /// The channel in use.
    pub channel: Channel,
    /// Channels used so far, in the order in which they came into use.
    pub channels: Vec<Channel>,
    /// Channels still to be tried, in order.
    pub fallback: Vec<Channel>,
    /// The number that messages leave from; with the respondent the thread that replies come in on.
    pub line: Option<String>,
    /// The account that messages leave by, where it is not that of the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_account: Option<String>,
    /// Where it stands.
    pub state: State,
    /// In the order in which they were given; one per question (`afterword` and `comment` may repeat).
    pub answers: Vec<Answer>,
    /// Everything that the caller sent and what was said to it; a repeated post is answered from here.
    pub exchanges: Vec<Exchange>,
    /// When the call-end was accepted.
    pub created_at: Moment,
    /// When the provider took the first message, or the first prompt was served.
    pub invited_at: Option<Moment>,
    /// When a receipt said that the invitation arrived.
    pub delivered_at: Option<Moment>,
    /// When the first answer came.
    pub first_answer_at: Option<Moment>,
    /// When the end of the questionnaire was reached.
    pub completed_at: Option<Moment>,
    /// Then the session ends.
    pub valid_until: Moment,
    /// Until then an answer still counts, marked late.
    pub late_until: Moment,
    /// When the first message leaves, if the survey is by text: no reply can come before.
    #[serde(default)]
    pub send_at: Option<Moment>,
    /// The provider's error code, where a message could not be delivered.
    pub provider_code: Option<String>,
    /// When the caller heard the first prompt of the leg on the phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_phone_since: Option<Moment>,
    /// Calls to ring the caller back, where that is one of its channels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_back: Option<CallBack>,
    /// The ticket that its answers have opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket_id: Option<String>,
    /// What it follows up, where it asks again after a ticket was handled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
    /// Parts of text messages that were paid for so far.
    #[serde(default, skip_serializing_if = "is_none_yet")]
    pub parts: u32,
}

/// What a session that asks again follows up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follows {
    /// The session whose answers opened the ticket.
    pub session_id: String,
    /// Its call; the session's own is known under another id, since a call has at most one session.
    pub call_id: String,
    /// The ticket.
    pub ticket_id: String,
}

fn is_none_yet(parts: &u32) -> bool {
    *parts == 0
}

/// Where a session stands; each state carries only its own data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum State {
    /// A question is (or is about to be) before the caller.
    Open {
        /// Which one.
        asking: Asking,
    },
    /// Ended for good; a late answer may still be added.
    Ended {
        /// How.
        disposition: Disposition,
        /// When.
        at: Moment,
        /// The question that was open at the end: a late answer belongs to it.
        asking: Option<Asking>,
    },
}

/// The question before the caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Its id.
    pub question: String,
    /// Grows with each time that it is asked again; 0 at first.
    pub attempt: u16,
    /// Times that no key came.
    pub silences: u8,
    /// Times that the reply was no answer.
    pub invalids: u8,
    /// When it was last put to the caller; `None` while the invitation waits to leave.
    pub asked_at: Option<Moment>,
    /// The attempt that this leg on the phone began with; those before were made on an earlier one.
    #[serde(default, skip_serializing_if = "is_first")]
    pub from: u16,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_first(from: &u16) -> bool {
    *from == 0
}

impl Asking {
    /// The question put for the first time.
    #[must_use]
    pub fn first(question: &str, asked_at: Option<Moment>) -> Self {
        Self { question: question.to_owned(), attempt: 0, silences: 0, invalids: 0, asked_at, from: 0 }
    }

    /// The question put for the first time on another leg.
    #[must_use]
    pub fn anew(question: &str, from: u16, asked_at: Option<Moment>) -> Self {
        Self { attempt: from, from, ..Self::first(question, asked_at) }
    }
}

/// The end of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// The end of the questionnaire reached and no required question skipped.
    Completed,
    /// Some answers, but not all that are required.
    Partial,
    /// The caller said no.
    Refused,
    /// The caller opted out (by text, or the provider's own list says so).
    OptedOut,
    /// No answer in time.
    Expired,
    /// The provider could not deliver the message.
    Undeliverable,
    /// A keypad survey without any answer.
    Failed,
}

impl Disposition {
    /// The name in JSON and columns.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Partial => "partial",
            Self::Refused => "refused",
            Self::OptedOut => "opted_out",
            Self::Expired => "expired",
            Self::Undeliverable => "undeliverable",
            Self::Failed => "failed",
        }
    }
}

/// An answer that counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's id; `afterword` for a text after the thanks, `comment` for one that was no answer but worth keeping.
    pub question: String,
    /// What it feeds.
    pub measure: Option<Measure>,
    /// The question's kind by name.
    pub kind: String,
    /// `None` for free text.
    pub value: Option<Value>,
    /// The value in words, in the session's language.
    pub label: Option<String>,
    /// Free text, or the comment that came with a score.
    pub text: Option<String>,
    /// What the caller sent.
    pub raw: String,
    /// By which channel.
    pub channel: Channel,
    /// When it was received.
    pub answered_at: Moment,
    /// After `valid_until`.
    pub late: bool,
    /// What it adds to a measure of several questions; only in responses, which are read without the survey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Piece>,
    /// Whether the question was answered at all.
    #[serde(default, skip_serializing_if = "Outcome::is_answer")]
    pub outcome: Outcome,
}

/// What the caller did with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Answered it.
    #[default]
    Answer,
    /// Declined it by its own key; such an entry has no value and feeds nothing.
    Refused,
}

impl Outcome {
    /// Whether it is the usual one, which is not written down.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        *self == Self::Answer
    }
}

/// One input of the caller and what was said to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    /// By which channel.
    pub channel: Channel,
    /// The question it was read for; `None` after the end.
    pub question: Option<String>,
    /// Which time of asking.
    pub attempt: u16,
    /// What the caller sent: a text, keys, or empty for silence.
    pub text: String,
    /// How it was read.
    pub reading: Read,
    /// When.
    pub at: Moment,
    /// What was said to it.
    pub prompt: Prompt,
}

/// How an input was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Read {
    /// As an answer.
    Answer,
    /// As no answer.
    Invalid,
    /// As one of several answers.
    Ambiguous,
    /// As "no, thank you".
    Refused,
    /// As a comment.
    Comment,
    /// No key came.
    Silence,
    /// As a wish to hear the question again.
    Repeat,
    /// As STOP.
    OptOut,
    /// As HELP.
    Help,
    /// As a text after the end.
    Afterword,
}

/// What is said to the caller next. Its words are made by `survey::wording`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "say", rename_all = "snake_case")]
pub enum Prompt {
    /// A question, with a lead-in where it is asked again.
    Ask {
        /// Its id.
        question: String,
        /// Which time.
        attempt: u16,
        /// Why it is asked again.
        lead: Option<Lead>,
    },
    /// The closing line; then the line is hung up.
    Close,
    /// The same, because a question was asked as often as it may be.
    GaveUp,
    /// The end because the caller has been on the phone long enough; then the line is hung up.
    TimeIsUp,
    /// Confirmation of an opt-out.
    OptedOut,
    /// Confirmation of an opt-in.
    OptedIn,
    /// Who asks and how to stop.
    Help,
    /// Which of two calls a text is about.
    WhichCall,
    /// Nothing at all.
    Nothing,
}

/// Why a question is asked again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Lead {
    /// No key came.
    Silence,
    /// It was no answer.
    Invalid,
    /// The question before was asked as often as it may be.
    Exhausted,
    /// Not again: we have rung the caller back, and say why.
    CallBack,
    /// It can be read in several ways; the readings as labels.
    Ambiguous {
        /// At most three readings.
        readings: Vec<String>,
    },
}

impl Session {
    /// How it ended, if it has.
    #[must_use]
    pub fn disposition(&self) -> Option<Disposition> {
        match &self.state {
            State::Ended { disposition, .. } => Some(*disposition),
            State::Open { .. } => None,
        }
    }

    /// Whether it still waits for answers.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open { .. })
    }

    /// The question before the caller, or the one that was when it ended.
    #[must_use]
    pub fn asking(&self) -> Option<&Asking> {
        match &self.state {
            State::Open { asking } => Some(asking),
            State::Ended { asking, .. } => asking.as_ref(),
        }
    }

    /// The answer to a question.
    #[must_use]
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }
}
