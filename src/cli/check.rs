//! `aftercall check`: every fault of the configuration and of the surveys, and what each text costs.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use crate::config::surveys::{self, TextRow};
use crate::config::{self, AccountSettings, Environment, ExportSettings, Fault, Inspection, Settings, WebhookSettings};
use crate::ports::account::SignatureRule;
use crate::ports::erasure::{Class, Retention};
use crate::survey::measure::round;

/// For `--help`.
pub const EXAMPLES: &str = "Examples:\n  aftercall check --config /etc/aftercall/aftercall.toml\n  \
                            aftercall check --json | jq .errors\n\nThe exit code is 0, or 2 if anything must be mended.";

/// What `check` was asked to look at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'a> {
    /// `--config`; without it the usual place, else the built-in configuration.
    pub config: Option<&'a Path>,
    /// `--data`
    pub data: Option<&'a Path>,
}

#[derive(Serialize)]
struct Report<'a> {
    errors: &'a [Fault],
    warnings: &'a [Fault],
    texts: Vec<Priced<'a>>,
    accounts: Vec<AccountRow<'a>>,
    /// Days by class.
    retention: BTreeMap<&'static str, Option<u64>>,
    webhooks: Vec<WebhookRow<'a>>,
    exports: Vec<ExportRow<'a>>,
}

/// A webhook out; its address may hold a secret, so only its host is shown.
#[derive(Serialize)]
struct WebhookRow<'a> {
    name: &'a str,
    tenant: &'a str,
    host: String,
    events: Vec<&'static str>,
    allow_private: bool,
}

impl<'a> WebhookRow<'a> {
    fn all(settings: &'a Settings) -> Vec<Self> {
        let row = |webhook: &'a WebhookSettings| {
            let told = settings.policy.subscriptions.iter().find(|one| one.webhook == webhook.name)?;
            let host = webhook.url.parse::<reqwest::Url>().ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
            let events = told.events.iter().map(|event| event.name()).collect();
            Some(Self { name: &webhook.name, tenant: &told.tenant, host, events, allow_private: webhook.allow_private })
        };
        settings.webhooks.iter().filter_map(row).collect()
    }
}

#[derive(Serialize)]
struct ExportRow<'a> {
    name: &'a str,
    table: &'static str,
    format: &'static str,
    every: String,
    folder: String,
}

impl<'a> From<&'a ExportSettings> for ExportRow<'a> {
    fn from(of: &'a ExportSettings) -> Self {
        let every = format!("{:?}", of.every).to_lowercase();
        Self { name: &of.name, table: of.table.name(), format: of.format, every, folder: of.folder.display().to_string() }
    }
}

/// A text and what it costs by each account that says so.
#[derive(Serialize)]
struct Priced<'a> {
    #[serde(flatten)]
    text: &'a TextRow,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    cost: BTreeMap<&'a str, f64>,
}

impl<'a> Priced<'a> {
    fn all(texts: &'a [TextRow], accounts: &'a [AccountSettings]) -> Vec<Self> {
        let cost = |text: &TextRow| {
            let of = |account: &'a AccountSettings| Some((account.name.as_str(), round(account.price_per_part? * text.parts as f64)));
            if text.encoding.is_some() { accounts.iter().filter_map(of).collect() } else { BTreeMap::new() }
        };
        texts.iter().map(|text| Self { text, cost: cost(text) }).collect()
    }
}

#[derive(Serialize)]
struct AccountRow<'a> {
    name: &'a str,
    tenant: &'a str,
    provider: &'a str,
    signature: &'static str,
}

/// Reads the configuration. Secrets that are not in this environment are warnings here, so that a configuration can be checked away
/// from where it will run.
#[must_use]
pub fn look(request: &Request<'_>, environment: Environment) -> Inspection {
    let source = config::find(request.config);
    config::inspect(source.as_deref(), request.data, &environment.without_secrets())
}

/// Writes what was found and gives the exit code: 0, or 2 if anything must be mended.
///
/// # Errors
/// If `out` cannot be written.
pub fn report(found: &Inspection, json: bool, out: &mut dyn Write) -> io::Result<u8> {
    let texts = surveys::report(&found.surveys);
    if json {
        write_json(found, &texts, out)?;
    } else {
        write_plain(found, &texts, out)?;
    }
    Ok(if found.errors.is_empty() { 0 } else { 2 })
}

fn write_json(found: &Inspection, texts: &[TextRow], out: &mut dyn Write) -> io::Result<()> {
    let accounts = found.settings.accounts.iter().map(row).collect();
    let webhooks = WebhookRow::all(&found.settings);
    let texts = Priced::all(texts, &found.settings.accounts);
    let exports = found.settings.exports.iter().map(ExportRow::from).collect();
    serde_json::to_writer(
        &mut *out,
        &Report {
            errors: &found.errors,
            warnings: &found.settings.warnings,
            texts,
            accounts,
            webhooks,
            exports,
            retention: kept_days(&found.settings.retention),
        },
    )?;
    writeln!(out)
}

fn row(account: &AccountSettings) -> AccountRow<'_> {
    let signature = match account.signature {
        SignatureRule::Provider => "provider",
        SignatureRule::Addresses(_) => "none",
    };
    AccountRow { name: &account.name, tenant: &account.tenant, provider: account.provider.name(), signature }
}

fn write_plain(found: &Inspection, texts: &[TextRow], out: &mut dyn Write) -> io::Result<()> {
    let warnings = &found.settings.warnings;
    for fault in &found.errors {
        writeln!(out, "{fault}")?;
    }
    for fault in warnings {
        writeln!(out, "{}:{}: warning: {}", fault.file, fault.line, fault.message)?;
    }
    if !(found.errors.is_empty() && warnings.is_empty()) {
        writeln!(out)?;
    }
    write_table(&accounts_table(&found.settings.accounts), out)?;
    write_table(&retention_table(&found.settings.retention), out)?;
    write_table(&webhooks_table(&found.settings), out)?;
    write_table(&exports_table(&found.settings.exports), out)?;
    write_table(&texts_table(&Priced::all(texts, &found.settings.accounts)), out)?;
    writeln!(out, "{}, {}", counted(found.errors.len(), "error"), counted(warnings.len(), "warning"))
}

/// Days by class; `None`: for good.
fn kept_days(retention: &Retention) -> BTreeMap<&'static str, Option<u64>> {
    Class::ALL.into_iter().map(|class| (class.name(), retention.of(class).map(|kept| kept.as_secs() / 86_400))).collect()
}

fn retention_table(retention: &Retention) -> Vec<Vec<String>> {
    let head = vec!["kept".to_owned(), "days".to_owned()];
    let days = |kept: Option<u64>| kept.map_or_else(|| "forever".to_owned(), |days| days.to_string());
    let kept = kept_days(retention);
    let row = |class: Class| vec![class.name().to_owned(), days(kept[class.name()])];
    std::iter::once(head).chain(Class::ALL.into_iter().map(row)).collect()
}

fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

fn accounts_table(accounts: &[AccountSettings]) -> Vec<Vec<String>> {
    let head = ["account", "tenant", "provider", "webhooks are proved by"].map(str::to_owned).to_vec();
    let body = accounts.iter().map(|account| {
        let rule = match &account.signature {
            SignatureRule::Provider => "signature".to_owned(),
            SignatureRule::Addresses(ranges) => format!("address alone ({} allowed)", ranges.len()),
        };
        vec![account.name.clone(), account.tenant.clone(), account.provider.name().to_owned(), rule]
    });
    std::iter::once(head).chain(body).collect()
}

fn webhooks_table(settings: &Settings) -> Vec<Vec<String>> {
    let head = ["webhook out", "tenant", "host", "is told of"].map(str::to_owned).to_vec();
    let body = WebhookRow::all(settings).into_iter().map(|row| {
        let host = if row.allow_private { format!("{} (also private addresses)", row.host) } else { row.host };
        vec![row.name.to_owned(), row.tenant.to_owned(), host, row.events.join(", ")]
    });
    std::iter::once(head).chain(body).collect()
}

fn exports_table(exports: &[ExportSettings]) -> Vec<Vec<String>> {
    let head = ["export", "table", "format", "every", "folder"].map(str::to_owned).to_vec();
    let cells = |row: ExportRow<'_>| vec![row.name.to_owned(), row.table.to_owned(), row.format.to_owned(), row.every, row.folder];
    std::iter::once(head).chain(exports.iter().map(ExportRow::from).map(cells)).collect()
}

fn texts_table(texts: &[Priced<'_>]) -> Vec<Vec<String>> {
    let priced = texts.iter().any(|text| !text.cost.is_empty());
    let mut head = ["survey", "text", "locale", "channel", "characters", "encoding", "parts"].map(str::to_owned).to_vec();
    head.extend(priced.then(|| "cost".to_owned()));
    let body = texts.iter().map(|Priced { text, cost }| {
        let (encoding, parts) = text.encoding.map_or(("-", "-".to_owned()), |encoding| (encoding, text.parts.to_string()));
        let characters = text.characters.to_string();
        let words = [&text.survey, &text.question, &text.locale, text.channel, &characters, encoding, &parts];
        let mut cells = words.map(str::to_owned).to_vec();
        let costs: Vec<String> = cost.iter().map(|(account, cost)| format!("{account} {cost}")).collect();
        cells.extend(priced.then(|| costs.join(", ")));
        cells
    });
    std::iter::once(head).chain(body).collect()
}

/// Columns under each other; numbers end where their column ends.
fn write_table(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    if rows.len() < 2 {
        return Ok(());
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            if cell.bytes().all(|b| b.is_ascii_digit()) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out)
}
