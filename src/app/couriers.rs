//! Webhooks and the mailbox of a configuration.

use anyhow::Context;

use crate::config::Settings;
use crate::couriers::{MailSettings, Mailbox, Outside, Webhook, WebhookSettings};

/// Makes every recipient of a configuration; connects to none.
///
/// # Errors
/// An address that cannot be used, or no HTTP client to be had.
pub fn make(settings: &Settings) -> anyhow::Result<Outside> {
    let mut webhooks = std::collections::BTreeMap::new();
    for webhook in &settings.webhooks {
        let url = webhook.url.parse().with_context(|| format!("webhook `{}`: url", webhook.name))?;
        let secrets = webhook.secrets.iter().map(|secret| secret.expose().to_owned()).collect();
        webhooks.insert(webhook.name.clone(), Webhook::new(WebhookSettings { url, secrets, allow_private: webhook.allow_private })?);
    }
    let mailbox = settings.mail.as_ref().map(|mail| {
        Mailbox::new(MailSettings {
            host: mail.host.clone(),
            port: mail.port,
            security: mail.security,
            ca: mail.ca.clone(),
            login: mail.login.as_ref().map(|(user, password)| (user.clone(), password.expose().to_owned())),
            from: mail.from.clone(),
        })
    });
    Ok(Outside { webhooks, mailbox: mailbox.transpose().context("[mail]")? })
}
