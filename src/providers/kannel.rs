//! Kannel, the SMS gateway: texts out by its sendsms interface, texts and receipts in by the addresses that it fetches. It has no voice.
//! Source: <https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html>, chapters on SMS push and on sms-service.

use self::proof::Secrets;
use self::sms::Sender;
use super::form;
use crate::call::Moment;
use crate::ivr::{Document, Page};
use crate::ports::Pending;
use crate::ports::provider::{AccountName, Content, Hook, Inbound, Malformed, Provider, RawRequest, Refusal, Sent, Sms};

mod inbound;
mod proof;
mod sms;

/// Any other body would be sent to the caller as a text.
const NO_WORDS: Document = Document { content_type: "text/plain; charset=utf-8", body: String::new() };

/// A connection to Kannel. Holds secrets, so it has no `Debug`.
pub struct KannelSettings {
    /// Where smsbox listens for sendsms.
    pub api_base: String,
    /// Of the group `sendsms-user`.
    pub username: String,
    /// Likewise.
    pub password: String,
    /// Prove webhooks. The first one signs the addresses of receipts; each of them is taken, so that they can be rotated.
    pub secrets: Vec<String>,
    /// The `smsc-id` that texts leave by; `None` leaves the choice to Kannel.
    pub smsc: Option<String>,
    /// Our numbers, to which the numbers that callers wrote to are matched, with or without a plus.
    pub lines: Vec<String>,
    /// The numbers of callers arrive in international form without a plus.
    pub add_plus: bool,
    /// From [`super::rest::client`].
    pub client: reqwest::Client,
    /// Longest wait for the answer to a send, normally [`super::rest::TOTAL`].
    pub timeout: std::time::Duration,
}

/// The dialect of Kannel.
pub struct Kannel {
    secrets: Secrets,
    numbers: inbound::Numbers,
    sender: Sender,
}

impl Kannel {
    /// For one account.
    #[must_use]
    pub fn new(mut settings: KannelSettings) -> Self {
        let numbers = inbound::Numbers { lines: std::mem::take(&mut settings.lines), add_plus: settings.add_plus };
        Self { secrets: Secrets::new(&settings.secrets), numbers, sender: Sender::new(settings) }
    }
}

impl Provider for Kannel {
    fn verify(&self, request: &RawRequest<'_>) -> Result<Content, Refusal> {
        self.secrets.verify(request.target, request.headers)?;
        inbound::content(form::raw_query(request.target)).map_err(|_| Refusal::Unreadable)
    }

    fn read_unsigned(&self, request: &RawRequest<'_>) -> Result<Content, Malformed> {
        inbound::content(form::raw_query(request.target))
    }

    fn parse(&self, hook: Hook, content: &Content, _account: &AccountName, _now: Moment) -> Result<Inbound, Malformed> {
        match hook {
            Hook::Sms => self.numbers.message(content),
            Hook::Receipt => inbound::receipt(content),
            Hook::Call | Hook::Voice | Hook::Answer | Hook::Recording => {
                Err(Malformed("Kannel has no voice: ended calls are reported at /v1/calls".to_owned()))
            }
        }
    }

    fn render_page(&self, _page: &Page) -> Document {
        NO_WORDS
    }

    fn render_reply(&self, _text: Option<&str>) -> Document {
        NO_WORDS
    }

    /// A reply as body could choose neither its coding nor a receipt.
    fn carries_replies(&self) -> bool {
        false
    }

    /// Kannel fetches an address again that answers with anything but 200 and 202.
    fn acknowledgement(&self) -> Option<Document> {
        Some(NO_WORDS)
    }

    fn answers_itself(&self, _text: &str) -> bool {
        false
    }

    fn send<'a>(&'a self, message: &'a Sms) -> Pending<'a, Sent> {
        let receipt_url = self.secrets.receipt_url(&message.receipt_url);
        Box::pin(self.sender.send(message, receipt_url))
    }
}
