use axum::http::Uri;

use super::segment;
use crate::flows::{FlowError, Outcome, Said};
use crate::http::Gateway;
use crate::ivr::{Document, Page, Turn};
use crate::ports::account::Account;
use crate::ports::journal::Errand;
use crate::ports::provider::{Hook, Inbound};

/// What was done, as the webhook is answered.
#[derive(Debug)]
pub struct Done {
    /// For the header and the metrics.
    pub outcome: Outcome,
    /// The answer's body; for receipts and recordings only where the provider wants one.
    pub document: Option<Document>,
}

/// Takes the token of the path, and `q` and `try` of the query; a `try` that is no number counts as the first (0).
pub fn errand(hook: Hook, uri: &Uri, inbound: Inbound) -> Errand {
    let mut errand = Errand { hook, token: String::new(), question: String::new(), attempt: 0, inbound };
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

/// Does what the webhook wants and writes the answer in the provider's dialect.
pub async fn carry_out(gateway: &Gateway, account: &Account, errand: Errand) -> Result<Done, FlowError> {
    let hook = errand.hook;
    let done = gateway.flows.attend(account, errand).await?;
    let document = match done.said {
        Said::Page(page) => Some(account.provider.render_page(&page)),
        Said::Text(text) => Some(account.provider.render_reply(text.as_deref())),
        Said::Nothing => nothing_to_say(account, hook),
    };
    Ok(Done { outcome: done.outcome, document })
}

/// The empty answer of a route.
fn nothing_to_say(account: &Account, hook: Hook) -> Option<Document> {
    match hook {
        Hook::Voice | Hook::Answer => {
            let end = Page { locale: "en".to_owned(), lead: Vec::new(), then: Turn::End { say: None } };
            Some(account.provider.render_page(&end))
        }
        Hook::Call | Hook::Sms => Some(account.provider.render_reply(None)),
        Hook::Recording | Hook::Receipt => account.provider.acknowledgement(),
    }
}
