//! Accounts of the configuration with the providers that speak for them. A new provider is one line here.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{self, AccountSettings, ProviderSettings, Settings};
use crate::ports::account::{Account, Through};
use crate::ports::provider::{AccountName, Provider};
use crate::providers::kannel::{Kannel, KannelSettings};
use crate::providers::rest;
use crate::providers::simulator::Simulator;
use crate::providers::twilio::{Twilio, TwilioSettings};
use crate::providers::voicexml::{VoiceXml, VoiceXmlSettings};

/// The accounts by name, and the simulators among them.
#[derive(Default)]
pub struct Made {
    pub accounts: BTreeMap<String, Account>,
    pub simulators: BTreeMap<String, Arc<Simulator>>,
}

impl Made {
    fn simulator(&mut self, account: &AccountSettings, secret: Option<&config::Secret>) -> Arc<Simulator> {
        let simulator = Arc::new(Simulator::new(secret.map(|secret| secret.expose())));
        self.simulators.insert(account.name.clone(), Arc::clone(&simulator));
        simulator
    }
}

/// Makes every account of a configuration, by name.
///
/// # Errors
/// If no HTTP client can be made (for example without root certificates).
pub fn make(settings: &Settings) -> anyhow::Result<Made> {
    let client = rest::client()?;
    let mut made = Made::default();
    for account in &settings.accounts {
        let provider: Arc<dyn Provider> = match &account.provider {
            ProviderSettings::Twilio(twilio) => Arc::new(Twilio::new(TwilioSettings {
                account_sid: twilio.account_sid.clone(),
                auth_tokens: twilio.auth_tokens.iter().map(|token| token.expose().to_owned()).collect(),
                shared_keys: twilio.shared_keys.iter().map(|(id, key)| (id.clone(), key.expose().to_owned())).collect(),
                api_base: twilio.api_base.clone(),
                messaging_service_sid: twilio.messaging_service_sid.clone(),
                client: client.clone(),
                timeout: rest::TOTAL,
            })),
            ProviderSettings::VoiceXml(platform) => Arc::new(VoiceXml::new(VoiceXmlSettings {
                secrets: platform.secrets.iter().map(|secret| secret.expose().to_owned()).collect(),
                content_type: platform.content_type,
                recordings: platform.recordings.clone(),
            })),
            ProviderSettings::Kannel(settings) => Arc::new(kannel(account, settings, client.clone())),
            ProviderSettings::Simulator { secret } => made.simulator(account, secret.as_ref()),
        };
        let through = |name: &Option<String>| name.as_deref().and_then(|name| other(settings, name));
        let (text_through, call_through) = (through(&account.text_through), through(&account.call_through));
        made.accounts.insert(account.name.clone(), Account { text_through, call_through, ..with(account, provider) });
    }
    Ok(made)
}

fn kannel(account: &AccountSettings, settings: &config::KannelSettings, client: reqwest::Client) -> Kannel {
    Kannel::new(KannelSettings {
        api_base: settings.api_base.clone(),
        username: settings.username.clone(),
        password: settings.password.expose().to_owned(),
        secrets: settings.secrets.iter().map(|secret| secret.expose().to_owned()).collect(),
        smsc: settings.smsc.clone(),
        lines: account.lines.clone(),
        add_plus: settings.add_plus,
        client,
        timeout: rest::TOTAL,
    })
}

fn with(settings: &AccountSettings, provider: Arc<dyn Provider>) -> Account {
    Account {
        name: AccountName { name: settings.name.clone(), tenant: settings.tenant.clone() },
        provider,
        signature: settings.signature.clone(),
        lines: settings.lines.clone(),
        query: settings.query.clone(),
        rate: settings.rate,
        resend_on_unknown: settings.resend_on_unknown,
        text_through: None,
        call_through: None,
        price_per_part: settings.price_per_part,
    }
}

fn other(settings: &Settings, name: &str) -> Option<Through> {
    let account = settings.accounts.iter().find(|account| account.name == name)?;
    Some(Through { account: account.name.clone(), lines: account.lines.clone() })
}
