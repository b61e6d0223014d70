//! Telling others outside what has happened: webhooks and e-mails, and what is still to be done about tickets.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::Pending;
use crate::call::Moment;
use crate::policy::Event;
use crate::ports::seal::Seal;

/// Somebody is to be told of something. What is told is read when it leaves, from the reporting store: nobody hears outside what the
/// API does not show, and what has been erased is not told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Whose.
    pub tenant: String,
    /// Who is told.
    pub to: Recipient,
    /// Of what.
    pub event: Event,
    /// The session, the ticket or the change of consent.
    pub about: String,
    /// What is told is not older than this version.
    pub version: u64,
    /// Tasks that must be done before: what is told of one thing comes in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// When it happened.
    pub at: Moment,
    /// Whose consent has changed; if they are erased meanwhile, nobody is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whose: Option<Seal>,
    /// What is told, where the API has no page of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<serde_json::Value>,
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The `[[webhook]]` of that name.
    Webhook(String),
    /// That e-mail address.
    Mail(String),
}

/// Something to be done about a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketErrand {
    /// Whose.
    pub tenant: String,
    /// Which.
    pub ticket: String,
    /// What.
    pub step: TicketStep,
}

/// What is to be done about a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketStep {
    /// It is due: if nobody has resolved it, others are told.
    Due,
    /// It is resolved: the caller is asked again.
    AskAgain,
    /// The caller has answered, and was satisfied (or not).
    Answered(bool),
}

/// A message for a webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The same at each attempt.
    pub id: String,
    /// When this attempt is made.
    pub at: Moment,
    /// JSON.
    pub body: Vec<u8>,
}

/// An e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The same at each attempt; becomes the Message-ID.
    pub id: String,
    /// The address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// What became of an attempt to tell somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    /// It arrived.
    Arrived,
    /// The receiver wants nothing any more (410).
    Gone,
    /// Not this time.
    Failed {
        /// The receiver's wish to wait.
        retry_after: Option<Duration>,
        /// For the log.
        detail: String,
    },
}

/// Who brings what is told.
pub trait Couriers: Send + Sync {
    /// Brings a message to the webhook of that name.
    fn post<'a>(&'a self, webhook: &'a str, letter: &'a Letter) -> Pending<'a, Delivered>;

    /// Sends an e-mail.
    fn mail<'a>(&'a self, mail: &'a Mail) -> Pending<'a, Delivered>;
}

/// A webhook whose receiver has answered that it is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SwitchedOff {
    /// Its name.
    pub name: String,
    /// Since when.
    pub at: Moment,
}

/// The bytes of a webhook's secret: `whsec_` and 24 to 64 bytes as base64 (Standard Webhooks, "Signature scheme"); `None` if it is none.
#[must_use]
pub fn secret_bytes(secret: &str) -> Option<Vec<u8>> {
    let bytes = STANDARD.decode(secret.strip_prefix("whsec_")?).ok()?;
    (24..=64).contains(&bytes.len()).then_some(bytes)
}

/// How the way to a mail server is protected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Security {
    /// TLS begins after STARTTLS (RFC 3207); a server without it is not used.
    #[default]
    StartTls,
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// Not at all.
    None,
}
