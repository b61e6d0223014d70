//! The way out to webhooks and mailboxes.

use std::collections::BTreeMap;
use std::sync::Once;

use crate::ports::Pending;
use crate::ports::notice::{Couriers, Delivered, Letter, Mail};

pub use mail::{MailSettings, Mailbox, Unusable};
pub use webhook::{Webhook, WebhookSettings};

pub mod address;
mod mail;
pub mod signature;
mod webhook;

/// All recipients of a configuration.
pub struct Outside {
    /// By name.
    pub webhooks: BTreeMap<String, Webhook>,
    /// Where e-mails leave.
    pub mailbox: Option<Mailbox>,
}

impl Couriers for Outside {
    fn post<'a>(&'a self, webhook: &'a str, letter: &'a Letter) -> Pending<'a, Delivered> {
        Box::pin(async move {
            match self.webhooks.get(webhook) {
                Some(webhook) => webhook.post(letter).await,
                None => Delivered::Failed { retry_after: None, detail: "no webhook of that name is configured".to_owned() },
            }
        })
    }

    fn mail<'a>(&'a self, mail: &'a Mail) -> Pending<'a, Delivered> {
        Box::pin(async move {
            match &self.mailbox {
                Some(mailbox) => mailbox.send(mail).await,
                None => Delivered::Failed { retry_after: None, detail: "no [mail] is configured".to_owned() },
            }
        })
    }
}

/// Makes ring the process's TLS provider, where there is none yet.
fn install_tls() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if rustls::crypto::ring::default_provider().install_default().is_err() {
            tracing::debug!("a TLS provider is installed already");
        }
    });
}
