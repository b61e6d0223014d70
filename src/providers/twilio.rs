//! Twilio: form webhooks signed with the auth token, TwiML, the Messages resource.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::Client;

use self::signature::{Body, Keys, Signed};
use super::RING;
use super::form::{self, Media};
use crate::call::Moment;
use crate::ivr::{Document, Page, twiml};
use crate::ports::Pending;
use crate::ports::provider::{AccountName, Content, Hook, Inbound, Malformed, NewCall, Provider, RawRequest, Refusal, Sent, Sms};

mod call;
mod message;
pub mod signature;
mod sms;

/// Twilio's API.
pub const API_BASE: &str = "https://api.twilio.com";

/// The words that Twilio's default opt-out handling takes and answers by itself; HELP is ours to answer.
const ANSWERED_BY_TWILIO: [&str; 10] = ["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL", "START", "UNSTOP"];

/// A connection to Twilio. Holds secrets, so it has no `Debug`.
pub struct TwilioSettings {
    /// `AC…`.
    pub account_sid: String,
    /// The first one signs our requests; each of them is taken in webhooks, so that tokens can be rotated.
    pub auth_tokens: Vec<String>,
    /// Shared webhook keys by their id (public beta).
    pub shared_keys: BTreeMap<String, String>,
    /// [`API_BASE`], or another address in tests.
    pub api_base: String,
    /// Sends through a Messaging Service; a sender that is given must be in its pool.
    pub messaging_service_sid: Option<String>,
    /// From [`super::rest::client`].
    pub client: Client,
    /// Longest wait for the answer to a send, normally [`super::rest::TOTAL`].
    pub timeout: Duration,
}

/// The dialect of Twilio.
pub struct Twilio {
    keys: Keys,
    sender: sms::Sender,
}

impl Twilio {
    /// For one account.
    #[must_use]
    pub fn new(settings: TwilioSettings) -> Self {
        let keys = Keys::new(&settings.auth_tokens, &settings.shared_keys);
        Self { keys, sender: sms::Sender::new(settings) }
    }

    fn check(&self, request: &RawRequest<'_>, body: Body<'_, '_>) -> Result<(), Refusal> {
        self.keys.verify(&Signed { base: request.public_base, target: request.target, headers: request.headers, body })
    }

    fn verified_pairs(&self, request: &RawRequest<'_>) -> Result<Vec<(String, String)>, Refusal> {
        match Media::of(request.headers) {
            Media::Form => {
                let pairs = form::decode(request.body);
                self.check(request, Body::Form(&pairs))?;
                form::text(pairs).map_err(|_| Refusal::Unreadable)
            }
            Media::Json => {
                self.check(request, Body::Whole(request.body))?;
                form::json(request.body).map_err(|_| Refusal::Unreadable)
            }
            Media::Other => Err(Refusal::Unreadable),
        }
    }
}

impl Provider for Twilio {
    fn verify(&self, request: &RawRequest<'_>) -> Result<Content, Refusal> {
        if request.method == "POST" {
            let pairs = self.verified_pairs(request)?;
            let query = form::query(request.target).map_err(|_| Refusal::Unreadable)?;
            return Ok(Content { pairs, query, headers: Vec::new() });
        }
        self.check(request, Body::Form(&[]))?;
        let query = form::query(request.target).map_err(|_| Refusal::Unreadable)?;
        Ok(Content { pairs: query.clone(), query, headers: Vec::new() })
    }

    fn read_unsigned(&self, request: &RawRequest<'_>) -> Result<Content, Malformed> {
        form::content(request)
    }

    fn parse(&self, hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
        match hook {
            Hook::Call | Hook::Answer if super::in_query(content, RING).is_some() => call::placed(hook, content, account, now),
            Hook::Call => call::ended(content, account, now),
            Hook::Voice => call::entered(content, account, now),
            Hook::Answer => call::answered(content, account, now),
            Hook::Recording => call::recorded(content),
            Hook::Sms => message::received(content),
            Hook::Receipt => message::receipt(content),
        }
    }

    fn render_page(&self, page: &Page) -> Document {
        twiml::render(page)
    }

    fn render_reply(&self, text: Option<&str>) -> Document {
        twiml::message(text)
    }

    fn answers_itself(&self, text: &str) -> bool {
        ANSWERED_BY_TWILIO.iter().any(|word| text.trim().eq_ignore_ascii_case(word))
    }

    fn send<'a>(&'a self, message: &'a Sms) -> Pending<'a, Sent> {
        Box::pin(self.sender.send(message))
    }

    fn place_call<'a>(&'a self, call: &'a NewCall) -> Pending<'a, Sent> {
        Box::pin(self.sender.place_call(call))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::rest;

    #[test]
    fn twilios_own_keywords_are_left_to_twilio_and_help_is_ours() {
        let twilio = Twilio::new(TwilioSettings {
            account_sid: "AC1".to_owned(),
            auth_tokens: vec!["token".to_owned()],
            shared_keys: BTreeMap::new(),
            api_base: API_BASE.to_owned(),
            messaging_service_sid: None,
            client: rest::client().expect("a client"),
            timeout: rest::TOTAL,
        });
        assert!(["STOP", " stop\n", "StopAll", "optout", "START", "unstop"].iter().all(|word| twilio.answers_itself(word)));
        assert!(["HELP", "stop it", "TD", "5", ""].iter().all(|word| !twilio.answers_itself(word)));
    }
}
