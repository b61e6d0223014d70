use std::collections::BTreeSet;

use super::address::web_address;
use super::environment::Context;
use super::secret::{named_secrets, secrets};
use super::section::{Read, Section, short};
use super::settings::{AccountSettings, ProviderSettings, TwilioSettings, VoiceXmlSettings};
use super::tree::Node;
use super::value::{count, flag, name, number, one_of, parsed, text};
use crate::phone::Respondent;
use crate::ports::account::{AddressRange, Rate, SignatureRule};

mod kannel;

/// Providers that the design knows and this version does not have.
const LATER: [&str; 10] = ["plivo", "vonage", "telnyx", "bandwidth", "signalwire", "sinch", "jambonz", "freeswitch", "asterisk", "aliyun"];

/// Every `[[account]]`.
pub fn read(root: &Section<'_>, context: &Context<'_>) -> Vec<AccountSettings> {
    let mut names = BTreeSet::new();
    let mut accounts = Vec::new();
    for section in root.sections("account") {
        let place = section.place_of("name");
        let findings = section.findings;
        let Some(account) = account(section, context) else { continue };
        if names.insert(account.name.clone()) {
            accounts.push(account);
        } else {
            findings.error(&place, format!("account.name: there is another account named `{}`", account.name));
        }
    }
    accounts
}

fn account(section: Section<'_>, context: &Context<'_>) -> Option<AccountSettings> {
    let given = section.required("name", name);
    let provider = provider(&section, context);
    let account = AccountSettings {
        name: given.clone().unwrap_or_default(),
        tenant: section.value_or("tenant", "default".to_owned(), name),
        signature: signature(&section, provider.as_ref()),
        lines: section.list("lines", line),
        query: section.list("query", query_name),
        rate: rate(&section),
        resend_on_unknown: section.value_or("resend_on_unknown", false, flag),
        provider: provider.clone().unwrap_or(ProviderSettings::Simulator { secret: None }),
    };
    if provider.is_some() {
        section.finish();
    }
    given.and(provider).map(|_| account)
}

fn provider(section: &Section<'_>, context: &Context<'_>) -> Option<ProviderSettings> {
    #[derive(Clone, Copy)]
    enum Built {
        Twilio,
        VoiceXml,
        Kannel,
        Simulator,
    }
    let read = |node: &Node| {
        let given = text(node)?;
        if LATER.contains(&given) {
            return Err(format!("{given} is not built into this version (twilio, voicexml, kannel and simulator are)"));
        }
        let built = [("twilio", Built::Twilio), ("voicexml", Built::VoiceXml), ("kannel", Built::Kannel), ("simulator", Built::Simulator)];
        one_of(&built)(node)
    };
    Some(match section.required("provider", read)? {
        Built::Twilio => ProviderSettings::Twilio(twilio(section, context)),
        Built::VoiceXml => ProviderSettings::VoiceXml(voicexml(section, context)),
        Built::Kannel => ProviderSettings::Kannel(kannel::read(section, context)),
        Built::Simulator => ProviderSettings::Simulator { secret: secrets(section, "secret", context).into_iter().next() },
    })
}

fn twilio(section: &Section<'_>, context: &Context<'_>) -> TwilioSettings {
    if !section.has("auth_token") {
        section.error("auth_token", "is missing");
    }
    let api_base = section.value("api_base", parsed("an http or https address", web_address));
    TwilioSettings {
        account_sid: section.required("account_sid", sid("AC")).unwrap_or_default(),
        auth_tokens: secrets(section, "auth_token", context),
        shared_keys: named_secrets(&section.section("shared_keys"), context),
        api_base: api_base.unwrap_or_else(|| "https://api.twilio.com".to_owned()),
        messaging_service_sid: section.value("messaging_service_sid", sid("MG")),
    }
}

/// What pages can be announced as: by RFC 4267, else for platforms that are older.
const MEDIA_TYPES: [(&str, &str); 5] = [
    ("application/voicexml+xml", "application/voicexml+xml"),
    ("application/voicexml", "application/voicexml"),
    ("application/xml", "application/xml"),
    ("text/vxml", "text/vxml; charset=utf-8"),
    ("text/xml", "text/xml; charset=utf-8"),
];

fn voicexml(section: &Section<'_>, context: &Context<'_>) -> VoiceXmlSettings {
    VoiceXmlSettings {
        secrets: secrets(section, "secret", context),
        content_type: section.value_or("content_type", MEDIA_TYPES[0].1, one_of(&MEDIA_TYPES)),
        recordings: section.value("recordings", parsed("an http or https address", web_address)),
    }
}

/// Twilio's identifiers: two letters and 32 hex digits (<https://www.twilio.com/docs/glossary/what-is-a-sid>).
fn sid(start: &'static str) -> impl Fn(&Node) -> Read<String> {
    parsed(if start == "AC" { "AC and 32 hex digits" } else { "MG and 32 hex digits" }, move |text| {
        let digits = text.strip_prefix(start)?;
        (digits.len() == 32 && digits.bytes().all(|b| b.is_ascii_hexdigit())).then(|| text.to_owned())
    })
}

/// The rule by which webhooks prove themselves; without one the account does not start (promise P7).
fn signature(section: &Section<'_>, provider: Option<&ProviderSettings>) -> SignatureRule {
    let own = section.value_or("signature", true, one_of(&[("provider", true), ("none", false)]));
    let ranges = section.list("allow_from", parsed("an address or a range such as \"10.0.0.0/8\"", AddressRange::parse));
    let by_secret =
        matches!(provider, Some(ProviderSettings::Simulator { .. } | ProviderSettings::VoiceXml(_) | ProviderSettings::Kannel(_)));
    let unsigned = by_secret && !section.has("secret");
    if !own && ranges.is_empty() {
        section.findings.error(&section.place, "account: signature = \"none\" needs allow_from = [\"ADDRESS\", …]: who may speak to it");
    }
    if own && unsigned {
        let how = "account: has no signature rule: give it a `secret`, or signature = \"none\" and allow_from = [\"ADDRESS\", …]";
        section.findings.error(&section.place, how);
    } else if own && !ranges.is_empty() {
        section.warning("allow_from", "has no effect on an account whose webhooks are signed");
    }
    if own { SignatureRule::Provider } else { SignatureRule::Addresses(ranges) }
}

/// One of our own numbers: international, a short code, or an alphanumeric sender id (GSM 03.40: up to 11 characters).
pub fn line(node: &Node) -> Read<String> {
    let text = text(node)?.trim();
    if let Ok(number) = Respondent::parse(text) {
        return Ok(number.expose().to_owned());
    }
    let short_code = (3..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let sender_id = text.len() <= 11
        && text.bytes().any(|b| b.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-' | b'_' | b'.' | b'&'));
    if short_code || sender_id {
        return Ok(text.to_owned());
    }
    Err(format!("`{}` is no number (+14155550100), short code (3 to 8 digits) or sender id (up to 11 characters)", short(text)))
}

fn query_name(node: &Node) -> Read<String> {
    parsed("one of agent, queue, team, language, invited_by, attr.NAME, attr.*", |text| {
        let attribute = text.strip_prefix("attr.").is_some_and(|rest| !rest.is_empty());
        (attribute || matches!(text, "agent" | "queue" | "team" | "language" | "invited_by" | "*")).then(|| text.to_owned())
    })(node)
}

fn rate(section: &Section<'_>) -> Option<Rate> {
    if !section.has("rate") {
        return None;
    }
    let rate = section.section("rate");
    let per_second = rate.required("per_second", number(0.001, 10_000.0));
    let burst = rate.value("burst", count(1, 1_000_000));
    rate.finish();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 10000")]
    per_second.map(|per_second| Rate { per_second, burst: burst.unwrap_or(per_second.ceil().max(1.0) as u32) })
}
