use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::tz::TimeZone;

use super::fault::Fault;
use super::secret::{InstallationSecret, Secret};
use crate::call::Moment;
use crate::policy::Policy;
use crate::ports::account::{AddressRange, Rate, SignatureRule};
use crate::ports::address::RedisUrl;
use crate::ports::erasure::Retention;
use crate::ports::notice::Security;
use crate::ports::report::Table;
use crate::survey::model::Channel;

/// A configuration in which everything has been checked.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `[server]`
    pub server: Server,
    /// `[store]`
    pub store: Store,
    /// `[reporting]`
    pub reporting: Reporting,
    /// `[surveys]`
    pub surveys: SurveyFiles,
    /// Every `[[account]]`; names are unique.
    pub accounts: Vec<AccountSettings>,
    /// Every `[[webhook]]`; names are unique. What each is told of stands in the policy.
    pub webhooks: Vec<WebhookSettings>,
    /// Every `[[export]]`; names are unique.
    pub exports: Vec<ExportSettings>,
    /// `[mail]`
    pub mail: Option<MailSettings>,
    /// `[policy]`, `[credit]`, every `[[rule]]` and `[[ticket]]`, and what webhooks are told of.
    pub policy: Policy,
    /// `[retention]`
    pub retention: Retention,
    /// What may surprise: keys that are not in force, texts of several parts, …
    pub warnings: Vec<Fault>,
}

/// `[server]`: where and how the gateway listens.
#[derive(Debug, Clone)]
pub struct Server {
    /// Port 0 picks a free one.
    pub listen: SocketAddr,
    /// How providers reach the gateway, without a slash at its end.
    pub public_url: Option<String>,
    /// Time for work in flight after SIGTERM.
    pub grace: Duration,
    /// Longest body of a request, in bytes.
    pub max_body: usize,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<AddressRange>,
    /// Most connections at once.
    pub max_connections: usize,
    /// Most connections at once from one address.
    pub max_connections_per_address: usize,
    /// `None`: made on first start and kept in the data folder.
    pub secret: Option<InstallationSecret>,
}

/// `[store]`: where sessions live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    /// Its address.
    pub url: StoreUrl,
    /// When a node writes its changes into its journal, where the store is shared.
    pub journal: JournalRule,
    /// Where the journal is, where the store is shared.
    pub journal_path: PathBuf,
    /// File and line of the address, for what is found out about it later.
    pub place: (String, u32),
}

/// `store.journal`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum JournalRule {
    /// Each change, before it is acknowledged.
    #[default]
    Always,
    /// What comes while the shared store is away.
    Outage,
}

/// `[reporting]`: where results live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    /// Its address; by default the embedded store's own file.
    pub url: ReportingUrl,
    /// File and line of the address, for what is found out about it later.
    pub place: (String, u32),
}

/// The address of a correlation store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreUrl {
    /// A SQLite file, `embedded:PATH`.
    Embedded(PathBuf),
    /// Redis or Valkey, which several gateways may share.
    Redis(RedisUrl),
}

/// The address of a reporting store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportingUrl {
    /// A SQLite file, `embedded:PATH`.
    Embedded(PathBuf),
    /// PostgreSQL; the address may hold a password.
    Postgres(Secret),
}

/// `[surveys]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyFiles {
    /// The folder of the operator's survey files; `None`: only the shipped ones.
    pub dir: Option<PathBuf>,
}

/// An `[[account]]`: one connection to a provider.
#[derive(Debug, Clone)]
pub struct AccountSettings {
    /// Unique; stands in the addresses of webhooks.
    pub name: String,
    /// Who owns it.
    pub tenant: String,
    /// Which dialect, with what it needs.
    pub provider: ProviderSettings,
    /// How its webhooks prove themselves.
    pub signature: SignatureRule,
    /// Our numbers, short codes and sender ids; the first is the default sender.
    pub lines: Vec<String>,
    /// Names taken from a webhook's query; empty takes every known one.
    pub query: Vec<String>,
    /// Pace of sends.
    pub rate: Option<Rate>,
    /// Send again although the first attempt may have arrived.
    pub resend_on_unknown: bool,
    /// The account by which texts about its calls leave.
    pub text_through: Option<String>,
    /// The account by which its callers are rung back.
    pub call_through: Option<String>,
    /// What the provider takes for one part of a text, in the currency of all accounts.
    pub price_per_part: Option<f64>,
}

impl AccountSettings {
    /// Whether callers of this account can be asked by that channel.
    #[must_use]
    pub fn serves(&self, channel: Channel) -> bool {
        match channel {
            Channel::Ivr => self.provider.serves(channel),
            Channel::Sms => self.text_through.is_some() || self.provider.serves(channel),
            Channel::Call => self.call_through.is_some() || self.provider.serves(channel),
        }
    }
}

/// What a provider needs to know of an account.
#[derive(Debug, Clone)]
pub enum ProviderSettings {
    /// Twilio.
    Twilio(TwilioSettings),
    /// A platform that fetches VoiceXML pages.
    VoiceXml(VoiceXmlSettings),
    /// Kannel.
    Kannel(KannelSettings),
    /// The provider that is built in for trying out.
    Simulator {
        /// Signs its webhooks.
        secret: Option<Secret>,
    },
}

impl ProviderSettings {
    /// Whether it can ask by that channel itself.
    #[must_use]
    pub fn serves(&self, channel: Channel) -> bool {
        match (self, channel) {
            (Self::Twilio(_) | Self::Simulator { .. }, _) => true,
            (Self::VoiceXml(_), channel) => channel == Channel::Ivr,
            (Self::Kannel(_), channel) => channel == Channel::Sms,
        }
    }

    /// The name in the configuration.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Twilio(_) => "twilio",
            Self::VoiceXml(_) => "voicexml",
            Self::Kannel(_) => "kannel",
            Self::Simulator { .. } => "simulator",
        }
    }
}

/// A `[[webhook]]`.
#[derive(Debug, Clone)]
pub struct WebhookSettings {
    /// Unique.
    pub name: String,
    /// http or https.
    pub url: String,
    /// `whsec_…`; each signs, so that they can be rotated.
    pub secrets: Vec<Secret>,
    /// It may lie inside the own network.
    pub allow_private: bool,
}

/// How long the period of an export's file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodLength {
    /// `hour`
    Hour,
    /// `day`
    Day,
    /// `week`
    Week,
    /// `month`
    Month,
}

/// An `[[export]]`: a file for each period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportSettings {
    /// Unique; files begin with it.
    pub name: String,
    /// Of what.
    pub table: Table,
    /// `csv`, `ndjson` or `parquet`.
    pub format: &'static str,
    /// CSV begins with a byte order mark.
    pub bom: bool,
    /// Where to.
    pub folder: PathBuf,
    /// How long a period is.
    pub every: PeriodLength,
    /// In which zone it begins.
    pub zone: TimeZone,
    /// How long after its end it is written.
    pub wait: Duration,
    /// The first period lies there; else it is the last one that was over at the first start.
    pub from: Option<Moment>,
    /// Whose rows; `None`: all.
    pub tenant: Option<String>,
    /// For how long files are kept; `None`: for ever.
    pub keep: Option<Duration>,
}

/// `[mail]`: how e-mails leave.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How it is spoken to.
    pub security: Security,
    /// Certificate authorities as PEM, beside those of the system.
    pub ca: Option<Vec<u8>>,
    /// User and password.
    pub login: Option<(String, Secret)>,
    /// The sender.
    pub from: String,
}

/// A platform that fetches VoiceXML pages.
#[derive(Debug, Clone)]
pub struct VoiceXmlSettings {
    /// Each opens the account's door as `key` in an address. Empty where the platform is known by its network addresses.
    pub secrets: Vec<Secret>,
    /// What pages are announced as.
    pub content_type: &'static str,
    /// Where recordings are kept, without a slash at its end.
    pub recordings: Option<String>,
}

/// A Twilio account.
#[derive(Debug, Clone)]
pub struct TwilioSettings {
    /// `AC…`
    pub account_sid: String,
    /// The first signs requests to Twilio; each verifies webhooks, so that tokens can be rotated. Never empty.
    pub auth_tokens: Vec<Secret>,
    /// Keys of Twilio's shared-key webhook signatures (public beta) by their id.
    pub shared_keys: BTreeMap<String, Secret>,
    /// Where its REST API is, without a slash at its end.
    pub api_base: String,
    /// `MG…`: messages leave through this service instead of a line.
    pub messaging_service_sid: Option<String>,
}

/// A user of a Kannel.
#[derive(Debug, Clone)]
pub struct KannelSettings {
    /// Where smsbox takes texts, without a slash at its end.
    pub api_base: String,
    /// Of the group `sendsms-user`.
    pub username: String,
    /// Likewise.
    pub password: Secret,
    /// The first signs addresses of receipts; each verifies webhooks, so that they can be rotated.
    pub secrets: Vec<Secret>,
    /// The `smsc-id` that texts leave by.
    pub smsc: Option<String>,
    /// Callers' numbers arrive in international form without a plus.
    pub add_plus: bool,
}

impl Settings {
    /// The folder in which the embedded store, the installation's secret and the journal lie.
    #[must_use]
    pub fn data_folder(&self) -> &Path {
        let path = match &self.store.url {
            StoreUrl::Embedded(path) => path,
            StoreUrl::Redis(_) => &self.store.journal_path,
        };
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }
}
