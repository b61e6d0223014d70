//! A telephony provider: who may speak to us, what was said, how to answer, how to send.

use std::net::IpAddr;
use std::time::Duration;

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

use super::Pending;
use crate::call::{Call, Moment};
use crate::ivr::{Document, Page};
use crate::phone::Respondent;
use crate::survey::call_back::News;

/// One dialect: signatures, webhooks, documents, REST. New provider = one folder in `providers`, its fixtures, one line in `app`.
pub trait Provider: Send + Sync {
    /// Verifies the signature over the raw request and gives the content that it covers. Constant time; touches nothing else.
    ///
    /// # Errors
    /// [`Refusal`] if the request is not the provider's.
    fn verify(&self, request: &RawRequest<'_>) -> Result<Content, Refusal>;

    /// Reads content without a signature, for accounts that say `signature = "none"`.
    ///
    /// # Errors
    /// [`Malformed`] if it is no form or JSON object.
    fn read_unsigned(&self, request: &RawRequest<'_>) -> Result<Content, Malformed>;

    /// What the webhook says.
    ///
    /// # Errors
    /// [`Malformed`] names the parameter that is missing or wrong.
    fn parse(&self, hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed>;

    /// A survey page as the document of this provider's dialect.
    fn render_page(&self, page: &Page) -> Document;

    /// The document by which a platform tells who calls, where its request for [`Hook::Voice`] said nothing ([`Inbound::Nothing`]): it
    /// comes again at that address, for a call with that id. `None` where every request says so.
    fn ask_who_calls(&self, _address: &str, _call_id: &str) -> Option<Document> {
        None
    }

    /// The answer to an inbound message: a text, or none.
    fn render_reply(&self, text: Option<&str>) -> Document;

    /// Whether the answer to an inbound message carries the reply; else the reply leaves as a message of its own.
    fn carries_replies(&self) -> bool {
        true
    }

    /// The answer where there is nothing to say, to a receipt for example; `None` is an empty one with status 204.
    fn acknowledgement(&self) -> Option<Document> {
        None
    }

    /// Whether the provider itself answers this keyword message, so that we must not.
    fn answers_itself(&self, text: &str) -> bool;

    /// The telephones of a provider without a network, to be shown on a screen.
    fn handset(&self) -> Option<&dyn Handset> {
        None
    }

    /// Sends a text message; never fails, the outcome says what is known.
    fn send<'a>(&'a self, message: &'a Sms) -> Pending<'a, Sent>;

    /// Places a call; never fails, the outcome says what is known ([`Sent::Accepted`] with the provider's id of the call). A provider that
    /// places none refuses it. What becomes of it is told at its addresses, as [`Inbound::PlacedCall`].
    fn place_call<'a>(&'a self, _call: &'a NewCall) -> Pending<'a, Sent> {
        Box::pin(std::future::ready(Sent::Rejected { code: "no_calls".to_owned(), opted_out: false }))
    }
}

/// Telephones that exist on a screen alone.
pub trait Handset: Send + Sync {
    /// The texts that one of them has got and still keeps, oldest first.
    fn texts(&self, to: &Respondent) -> Vec<HandsetText>;

    /// The calls that were placed to one of them and are still kept, oldest first.
    fn calls(&self, to: &Respondent) -> Vec<HandsetCall>;
}

/// A call that rings on a telephone of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandsetCall {
    /// Its id at the provider.
    pub call_id: String,
    /// Which number it shows.
    pub from: Option<String>,
    /// Where the first page is asked for when it is picked up.
    pub page_url: String,
    /// Where its end is to be reported.
    pub status_url: String,
    /// How long it rings.
    pub ring_seconds: u64,
}

/// A text on a telephone of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandsetText {
    /// Its id at the provider.
    pub message_id: String,
    /// Who sent it.
    pub from: Option<String>,
    /// The words.
    pub text: String,
    /// Where its delivery is to be reported.
    pub receipt_url: String,
}

/// A request as it came in.
#[derive(Debug)]
pub struct RawRequest<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// `server.public_url` without a slash at its end; where it is not configured `http://` and the Host header.
    pub public_base: &'a str,
    /// Path and query as received, never decoded or written anew.
    pub target: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body, whole.
    pub body: &'a [u8],
    /// Who connected (or whom a trusted proxy names).
    pub peer: IpAddr,
}

/// The verified parameters in wire order, empty and repeated ones kept; JSON objects are flattened to their scalar members.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Content {
    /// Of the body (of the query for GET).
    pub pairs: Vec<(String, String)>,
    /// Of the query.
    pub query: Vec<(String, String)>,
    /// Headers that matter to `parse`, by lower-case name.
    pub headers: Vec<(String, String)>,
}

impl Content {
    /// The first value of that name in the body, if it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The first value of that name in the body, also if it is empty.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }
}

/// The request is not the provider's. Which test failed is for metrics, never for the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No signature, an empty or a repeated one.
    #[error("the signature is missing")]
    Missing,
    /// It does not fit.
    #[error("the signature does not fit")]
    Wrong,
    /// The address is not on the list of the account.
    #[error("the address is not allowed")]
    Address,
    /// The body could not be read as what it says it is, so nothing could be verified.
    #[error("the body cannot be read")]
    Unreadable,
}

/// A webhook that passed verification but cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub String);

/// Which route was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hook {
    /// `/hooks/{account}/call`
    Call,
    /// `/hooks/{account}/voice`
    Voice,
    /// `/hooks/{account}/voice/{token}`
    Answer,
    /// `/hooks/{account}/recording/{token}`
    Recording,
    /// `/hooks/{account}/sms`
    Sms,
    /// `/hooks/{account}/receipt`
    Receipt,
}

impl Hook {
    /// The name in metrics.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Voice => "voice",
            Self::Answer => "answer",
            Self::Recording => "recording",
            Self::Sms => "sms",
            Self::Receipt => "receipt",
        }
    }

    /// Whether a person on the phone hears the answer (promise P10).
    #[must_use]
    pub fn is_voice(self) -> bool {
        matches!(self, Self::Voice | Self::Answer)
    }
}

/// The names that a parsed call carries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountName {
    /// The account.
    pub name: String,
    /// Its tenant.
    pub tenant: String,
}

/// What a webhook says, in words of no provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Inbound {
    /// A call has ended, has left its agent, or enters the survey.
    Call(CallReport),
    /// An answer on the phone; `None` if no key came before the time was over.
    Keys(Option<String>),
    /// A voice comment is ready.
    Recording {
        /// Where the provider keeps it.
        url: String,
        /// Its length.
        seconds: Option<u32>,
    },
    /// The caller hung up while a page was heard.
    LineDown {
        /// Where the provider keeps what was spoken until then.
        recording: Option<String>,
    },
    /// A text message from a caller.
    Message(Message),
    /// What became of a message that we sent.
    Receipt(Receipt),
    /// What became of a call that we placed.
    PlacedCall(PlacedCall),
    /// Well-formed and of no use, e.g. a call that still rings.
    Nothing,
}

/// What became of a call that we placed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlacedCall {
    /// Our task that placed it (we put it into the call's addresses).
    pub task_id: String,
    /// Our session, likewise; the address of its pages says so by its token.
    pub session_id: Option<String>,
    /// What is heard of it.
    pub news: News,
    /// The call itself.
    pub call: Call,
}

/// A call and where its caller is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallReport {
    /// The call.
    pub call: Call,
    /// Whether the caller can still be asked by keypad.
    pub caller: Whereabouts,
}

/// Where a caller is when a call is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whereabouts {
    /// On the line: hears what we answer.
    OnTheLine,
    /// The whole call is over, and so is a survey leg on it.
    Gone,
    /// Another system than the telephone exchange reports the call: the caller may still enter the survey.
    Unknown,
    /// An agent's leg has ended; what becomes of the caller's own will be told.
    BetweenLegs,
}

/// A text message from a caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The provider's id; the same for every delivery of it.
    pub message_id: String,
    /// Our number.
    pub line: String,
    /// The caller.
    pub from: Respondent,
    /// The words, as sent.
    pub text: String,
    /// The provider says that its own opt-out handling took it (Twilio: `OptOutType`).
    pub opt_out: Option<OptOutType>,
}

/// What a provider's own opt-out handling made of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OptOutType {
    /// Opted out.
    Stop,
    /// Opted back in.
    Start,
    /// Asked for help.
    Help,
}

/// What became of a message that we sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The provider's id of it.
    pub message_id: String,
    /// Our task that sent it (we put it into the receipt's address), for receipts that overtake the answer to the send.
    pub task_id: Option<String>,
    /// Our session, likewise.
    pub session_id: Option<String>,
    /// Its state.
    pub state: Delivery,
    /// The provider's error code.
    pub code: Option<String>,
}

/// The state of a message; never steps back from a final one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Delivery {
    /// On its way.
    Sent,
    /// Arrived.
    Delivered,
    /// Will not arrive.
    Failed,
    /// The provider's own opt-out list forbids it.
    OptedOut,
}

/// A text message to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sms {
    /// To whom.
    pub to: Respondent,
    /// From which of our numbers.
    pub from: Option<String>,
    /// The words.
    pub text: String,
    /// Where the provider reports delivery; carries session and task.
    pub receipt_url: String,
    /// Our task, as idempotency key where the provider takes one.
    pub task_id: String,
}

/// A call to place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCall {
    /// To whom.
    pub to: Respondent,
    /// Which of our numbers it shows.
    pub from: Option<String>,
    /// Where the provider asks for the first page when it is picked up, by whomever; carries session and task.
    pub page_url: String,
    /// Where the provider reports its end; likewise.
    pub status_url: String,
    /// How long it rings.
    pub ring: Duration,
    /// Our task, as idempotency key where the provider takes one.
    pub task_id: String,
}

/// What is known after an attempt to send, or to place a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The provider has it.
    Accepted {
        /// Its id.
        message_id: String,
    },
    /// It will never take this message.
    Rejected {
        /// The provider's error code.
        code: String,
        /// Because the number is on its opt-out list.
        opted_out: bool,
    },
    /// Too fast; surely not sent.
    Throttled {
        /// When the provider wants it again.
        retry_after: Option<Duration>,
    },
    /// Surely not sent: no connection, or a refusal that will pass.
    Failed {
        /// When the provider wants it again.
        retry_after: Option<Duration>,
        /// For the log, without number or text.
        detail: String,
    },
    /// The request left and nobody knows (promise P8).
    Unknown {
        /// For the log, without number or text.
        detail: String,
    },
}

impl Sent {
    /// The name in metrics.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Accepted { .. } => "accepted",
            Self::Rejected { .. } => "rejected",
            Self::Throttled { .. } => "throttled",
            Self::Failed { .. } => "error",
            Self::Unknown { .. } => "unknown",
        }
    }
}
