use std::collections::BTreeSet;

use axum::http::Uri;

use super::environment::Context;
use super::rules::{self, Known};
use super::secret::{self, Secret};
use super::section::{Read, Section, short};
use super::settings::{MailSettings, WebhookSettings};
use super::surveys::matcher;
use super::tree::{Node, Value};
use super::value::{count, duration, flag, name, one_of, owned, parsed, text};
use crate::policy::{Event, Subscription, TicketRule};
use crate::ports::notice::{Security, secret_bytes};
use crate::survey::condition::Matcher;
use crate::survey::model::Measure;

/// The survey that asks again, where a ticket's rule names none.
const RECOVERY: &str = "recovery";

/// Every `[[webhook]]`, and what each is told of.
pub fn read_webhooks(root: &Section<'_>, context: &Context<'_>) -> (Vec<WebhookSettings>, Vec<Subscription>) {
    let mut names = BTreeSet::new();
    let mut found = (Vec::new(), Vec::new());
    for section in root.sections("webhook") {
        let read = webhook(&section, context);
        section.finish();
        let Some((webhook, subscription)) = read else { continue };
        if names.insert(webhook.name.clone()) {
            found.0.push(webhook);
            found.1.push(subscription);
        } else {
            section.error("name", &format!("`{}` is the name of another webhook", short(&webhook.name)));
        }
    }
    found
}

fn webhook(section: &Section<'_>, context: &Context<'_>) -> Option<(WebhookSettings, Subscription)> {
    let given = section.required("name", name);
    let url = section.required("url", parsed("an http or https address", address));
    let secrets = secrets(section, context);
    let tenant = section.value_or("tenant", "default".to_owned(), owned);
    let events = section.one_or_more("events", one_of(&Event::ALL.map(|event| (event.name(), event))));
    if events.is_empty() && section.has("events") {
        section.error("events", "names nothing that it could be told of");
    }
    let events = if section.has("events") { events } else { Event::ALL.to_vec() };
    let allow_private = section.value_or("allow_private", false, flag);
    if url.as_ref().is_some_and(|url: &String| url.starts_with("http://")) && !allow_private {
        section.warning("url", "is not https: whoever is on the way can read what callers said");
    }
    let subscription = Subscription { webhook: given.clone()?, tenant, events };
    Some((WebhookSettings { name: given?, url: url?, secrets, allow_private }, subscription))
}

fn address(text: &str) -> Option<String> {
    let uri = text.parse::<Uri>().ok()?;
    (matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some()).then(|| text.to_owned())
}

fn secrets(section: &Section<'_>, context: &Context<'_>) -> Vec<Secret> {
    if !section.has("secret") {
        section.error("secret", "is missing: whsec_ and 24 to 64 random bytes as base64, which the receiver knows too");
    }
    let secrets = secret::secrets(section, "secret", context);
    // Empty where a secret may be missing, since the configuration is only being looked at.
    if secrets.iter().any(|secret| !secret.expose().is_empty() && secret_bytes(secret.expose()).is_none()) {
        section.error("secret", "is none: write whsec_ and 24 to 64 random bytes as base64");
    }
    secrets
}

/// `[mail]`; `None` where nothing of it is given.
pub fn read_mail(root: &Section<'_>, context: &Context<'_>) -> Option<MailSettings> {
    if !root.has("mail") {
        return None;
    }
    let section = root.section("mail");
    let host = section.required("host", owned);
    let words = [("starttls", Security::StartTls), ("tls", Security::Tls), ("none", Security::None)];
    let security = section.value_or("tls", Security::default(), one_of(&words));
    let usual = match security {
        Security::StartTls => 587,
        Security::Tls => 465,
        Security::None => 25,
    };
    let port = section.value_or("port", usual, count(1, 65_535));
    let from = section.required("from", mailbox);
    let user = section.value("user", owned);
    let password = secret::secrets(&section, "password", context).into_iter().next();
    let ca = section.value("ca", |node| {
        let path = context.folder.join(text(node)?);
        std::fs::read(&path).map_err(|wrong| format!("the file {} cannot be read: {wrong}", path.display()))
    });
    if user.is_some() != password.is_some() {
        section.error("user", "and password go together");
    }
    if security == Security::None && user.is_some() {
        section.warning("tls", "is \"none\": the password crosses the network for all to read");
    }
    section.finish();
    Some(MailSettings { host: host?, port: u16::try_from(port).ok()?, security, ca, login: user.zip(password), from: from? })
}

fn mailbox(node: &Node) -> Read<String> {
    parsed("an e-mail address such as \"surveys@example.com\"", |text| {
        let (name, domain) = text.trim_end_matches('>').rsplit_once('@')?;
        (!name.is_empty() && domain.contains(|c: char| c.is_alphanumeric()) && !text.contains(char::is_control)).then(|| text.to_owned())
    })(node)
}

/// Every `[[ticket]]`.
pub fn read_tickets(root: &Section<'_>, known: &Known<'_>, has_mail: bool) -> Vec<TicketRule> {
    root.sections("ticket").into_iter().filter_map(|section| ticket(&section, known, has_mail)).collect()
}

fn ticket(section: &Section<'_>, known: &Known<'_>, has_mail: bool) -> Option<TicketRule> {
    let reason = section.required("reason", owned);
    let inner = section.section("when");
    let (measures, answers) = (measures(&inner), answers(&inner, known));
    let words = inner.one_or_more("words", owned);
    let when = rules::conditions(&inner, known.accounts, None);
    inner.finish();
    if measures.is_empty() && answers.is_empty() && words.is_empty() {
        section.warning("when", "names no measure, answer or words: the first answer of every caller opens a ticket");
    }
    let email = section.one_or_more("email", mailbox);
    let escalate_to = section.value("escalate_to", owned);
    if !has_mail && (!email.is_empty() || escalate_to.as_ref().is_some_and(|to| to.contains('@'))) {
        section.error("email", "needs a [mail] section that says how e-mails leave");
    }
    let due = section.value("due", duration);
    if escalate_to.is_some() && due.is_none() {
        section.warning("escalate_to", "has no effect without `due`");
    }
    let rule = TicketRule {
        reason: reason?,
        when,
        measures,
        answers,
        words,
        owner: section.value("owner", owned),
        due,
        escalate_to,
        email,
        recovery: recovery(section, known),
    };
    section.finish();
    Some(rule)
}

/// `recovery = false`, or the survey that asks again.
fn recovery(section: &Section<'_>, known: &Known<'_>) -> Option<String> {
    match section.node("recovery") {
        None => Some(RECOVERY.to_owned()),
        Some(Node { value: Value::Flag(wanted), .. }) => wanted.then(|| RECOVERY.to_owned()),
        Some(_) => section.value("recovery", |node| rules::survey(node, known.ids)),
    }
}

/// `measure.csat = "1..=2"`
fn measures(section: &Section<'_>) -> Vec<(Measure, Matcher)> {
    let read = |key: &str, node: &Node| {
        let measure = Measure::named(key).ok_or_else(|| format!("there is no measure `{}`", short(key)))?;
        Ok((measure, matcher(node)?))
    };
    each(section, ("measure", "measure."), read)
}

/// `answer.part = "attitude"`
fn answers(section: &Section<'_>, known: &Known<'_>) -> Vec<(String, Matcher)> {
    let read = |key: &str, node: &Node| {
        let is_asked = known.surveys.iter().any(|survey| survey.question(key).is_some());
        if is_asked { Ok((key.to_owned(), matcher(node)?)) } else { Err(format!("no survey has a question `{}`", short(key))) }
    };
    each(section, ("answer", "answer."), read)
}

/// A table of names, or the same names after a dot in quotes.
fn each<T>(section: &Section<'_>, (key, dotted): (&'static str, &'static str), read: impl Fn(&str, &Node) -> Read<T>) -> Vec<T> {
    let members: Vec<_> = section.section(key).members().chain(section.starting(dotted)).collect();
    let mut found = Vec::new();
    for (name, node) in members {
        match read(name, node) {
            Ok(one) => found.push(one),
            Err(wrong) => section.findings.error(&node.place, format!("{}: {wrong}", section.name(key))),
        }
    }
    found
}
