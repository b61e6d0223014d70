use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, Url};
use ring::hmac;

use super::address::{PublicOnly, is_public, literal};
use super::signature::{key, sign};
use crate::ports::notice::{Delivered, Letter};

/// Longest wait for a connection, and for an answer; the specification wants the second to be 15 to 30 s.
const CONNECT: Duration = Duration::from_secs(5);
const TOTAL: Duration = Duration::from_secs(20);
/// A receiver's wish to wait is obeyed up to this.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 3600);

/// What a webhook is made from.
#[derive(Clone)]
pub struct WebhookSettings {
    /// http or https.
    pub url: Url,
    /// `whsec_…`; each signs, the newest first.
    pub secrets: Vec<String>,
    /// Whether it may lie inside the own network.
    pub allow_private: bool,
}

/// One receiver.
pub struct Webhook {
    client: Client,
    url: Url,
    keys: Vec<hmac::Key>,
    allow_private: bool,
}

impl Webhook {
    /// Follows no redirect, uses no proxy, and connects to public addresses only unless it is allowed otherwise.
    ///
    /// # Errors
    /// If no HTTP client can be made.
    pub fn new(settings: WebhookSettings) -> Result<Self, reqwest::Error> {
        super::install_tls();
        let mut client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .connect_timeout(CONNECT)
            .timeout(TOTAL)
            .user_agent(concat!("aftercall/", env!("CARGO_PKG_VERSION")));
        if !settings.allow_private {
            client = client.dns_resolver(Arc::new(PublicOnly));
        }
        let keys = settings.secrets.iter().filter_map(|secret| key(secret)).collect();
        Ok(Self { client: client.build()?, url: settings.url, keys, allow_private: settings.allow_private })
    }

    /// Posts it once. Nothing is read of the answer but its head.
    pub async fn post(&self, letter: &Letter) -> Delivered {
        let host = self.url.host_str().and_then(literal);
        if host.is_some_and(|address| !self.allow_private && !is_public(address)) {
            return failed("the address is not public; allow_private = true lets it be used");
        }
        let seconds = letter.at.millis().div_euclid(1000);
        let request = self
            .client
            .post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", &letter.id)
            .header("webhook-timestamp", seconds.to_string())
            .header("webhook-signature", sign(&self.keys, (&letter.id, seconds), &letter.body));
        match request.body(letter.body.clone()).send().await {
            Ok(answer) => by_status(answer.status(), answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok())),
            Err(error) => failed(&causes(error)),
        }
    }
}

fn by_status(status: StatusCode, retry_after: Option<&str>) -> Delivered {
    match status.as_u16() {
        200..=299 => Delivered::Arrived,
        410 => Delivered::Gone,
        other => {
            // A date would be by the receiver's clock; the own pauses are as good.
            let seconds = retry_after.and_then(|text| text.trim().parse().ok()).map(Duration::from_secs);
            Delivered::Failed { retry_after: seconds.map(|wait| wait.min(LONGEST_WAIT)), detail: format!("answered {other}") }
        }
    }
}

fn failed(detail: &str) -> Delivered {
    Delivered::Failed { retry_after: None, detail: detail.to_owned() }
}

/// The chain of causes; without the address, which may carry a secret of the receiver.
fn causes(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
