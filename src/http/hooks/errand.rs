use axum::http::Uri;

use super::segment;
use crate::flows::{FlowError, KeyPress, Outcome, VoiceComment};
use crate::http::Gateway;
use crate::ivr::{Document, Page, Turn};
use crate::ports::account::Account;
use crate::ports::provider::{CallReport, Hook, Inbound};

/// What a verified webhook wants, with what its address says.
#[derive(Debug)]
pub struct Errand {
    hook: Hook,
    token: String,
    question: String,
    attempt: u16,
    inbound: Inbound,
}

/// What was done.
#[derive(Debug)]
pub struct Done {
    /// For the header and the metrics.
    pub outcome: Outcome,
    /// The answer's body; none for receipts and recordings.
    pub document: Option<Document>,
}

impl Errand {
    /// Takes the token of the path, and `q` and `try` of the query; a `try` that is no number counts as the first (0).
    pub fn new(hook: Hook, uri: &Uri, inbound: Inbound) -> Self {
        let mut errand = Self { hook, token: String::new(), question: String::new(), attempt: 0, inbound };
        if matches!(hook, Hook::Answer | Hook::Recording) {
            segment(uri.path(), 4).clone_into(&mut errand.token);
            for (name, value) in form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
                match &*name {
                    "q" => errand.question = value.into_owned(),
                    "try" => errand.attempt = value.parse().unwrap_or(0),
                    _ => {}
                }
            }
        }
        errand
    }
}

/// Does what the webhook wants. What does not belong to its route has no effect.
pub async fn carry_out(gateway: &Gateway, account: &Account, errand: Errand) -> Result<Done, FlowError> {
    let Errand { hook, token, question, attempt, inbound } = errand;
    let (flows, provider) = (&gateway.flows, &account.provider);
    match (hook, inbound) {
        (Hook::Voice, Inbound::Call(report)) => {
            let answer = flows.voice_entry(account, report).await?;
            Ok(Done { outcome: answer.outcome, document: Some(provider.render_page(&answer.page)) })
        }
        (_, Inbound::Call(report)) => call_ended(gateway, account, hook, report).await,
        (Hook::Answer, Inbound::Recording { url, .. }) => {
            let comment = VoiceComment { token: &token, question: &question, url: &url };
            let outcome = flows.recording(account, comment).await?;
            let press = KeyPress { token: &token, question: &question, attempt, digits: None };
            let page = flows.keys(account, press).await?.page;
            Ok(Done { outcome, document: Some(provider.render_page(&page)) })
        }
        (_, Inbound::Recording { url, .. }) => {
            let comment = VoiceComment { token: &token, question: &question, url: &url };
            Ok(Done { outcome: flows.recording(account, comment).await?, document: None })
        }
        (Hook::Answer, Inbound::Keys(digits)) => {
            let press = KeyPress { token: &token, question: &question, attempt, digits };
            let answer = flows.keys(account, press).await?;
            Ok(Done { outcome: answer.outcome, document: Some(provider.render_page(&answer.page)) })
        }
        (_, Inbound::Message(message)) => {
            let answer = flows.message(account, message).await?;
            Ok(Done { outcome: answer.outcome, document: Some(provider.render_reply(answer.text.as_deref())) })
        }
        (_, Inbound::Receipt(receipt)) => Ok(Done { outcome: flows.receipt(account, receipt).await?, document: None }),
        (_, Inbound::Keys(_) | Inbound::Nothing) => Ok(Done { outcome: Outcome::Ignored, document: nothing_to_say(account, hook) }),
    }
}

async fn call_ended(gateway: &Gateway, account: &Account, hook: Hook, report: CallReport) -> Result<Done, FlowError> {
    let answer = gateway.flows.call_ended(account, report).await?;
    let document = match answer.page {
        Some(page) => Some(account.provider.render_page(&page)),
        None => nothing_to_say(account, hook),
    };
    Ok(Done { outcome: answer.outcome, document })
}

/// The empty answer of a route.
fn nothing_to_say(account: &Account, hook: Hook) -> Option<Document> {
    match hook {
        Hook::Voice | Hook::Answer => {
            let end = Page { locale: "en".to_owned(), lead: Vec::new(), then: Turn::End { say: None } };
            Some(account.provider.render_page(&end))
        }
        Hook::Call | Hook::Sms => Some(account.provider.render_reply(None)),
        Hook::Recording | Hook::Receipt => None,
    }
}
