use std::collections::BTreeMap;
use std::time::Duration;

use jiff::tz::TimeZone;

use super::accounts::line;
use super::quiet;
use super::section::{Read, Section, nearest, short};
use super::settings::{AccountSettings, ProviderSettings};
use super::tree::{Node, Value};
use super::value::{count, duration, number, one_of, owned, text};
use crate::call::{Direction, InvitedBy, Party};
use crate::policy::{Policy, Quota, Rule, When};
use crate::survey::model::{Channel, Locale, Question, Survey};

/// What rules refer to.
pub struct Known<'a> {
    /// Ids of surveys, also of those whose file is faulty.
    pub ids: &'a [String],
    /// The surveys.
    pub surveys: &'a [Survey],
    /// The accounts; empty if any of them is faulty.
    pub accounts: &'a [AccountSettings],
}

/// Every `[[rule]]`.
pub fn read(root: &Section<'_>, known: &Known<'_>, policy: &Policy) -> Vec<Rule> {
    let sections = root.sections("rule");
    if sections.is_empty() {
        root.findings.warning(&root.place, "there is no [[rule]]: no caller is asked");
    }
    sections.into_iter().filter_map(|section| rule(section, known, policy)).collect()
}

fn rule(section: Section<'_>, known: &Known<'_>, policy: &Policy) -> Option<Rule> {
    let zone = section.value("zone", quiet::zone);
    let when = when(section.section("when"), known.accounts, zone);
    let survey = section.required("survey", |node| survey(node, known.ids));
    let channels = channels(&section);
    let found = survey.as_ref().and_then(|id| known.surveys.iter().find(|survey| survey.key.id == *id));
    if let Some(found) = found {
        check_texts(&section, found, &channels);
    }
    check_accounts(&section, (found, &channels), known.accounts.iter().filter(|account| covers(&when, account)));
    let sample = section.value_or("sample", 1.0, number(0.0, 1.0));
    let delay = section.value_or("delay", Duration::ZERO, duration);
    if !delay.is_zero() && delay >= policy.valid_for {
        section.error("delay", "is not shorter than policy.valid_for: the message would leave after its session's end");
    }
    let quota = quota(&section);
    section.finish();
    Some(Rule { when, survey: survey?, channels, sample, delay, quota })
}

/// A number of surveys for each agent and day, or `{ max = 5, per = "2h" }`.
fn quota(section: &Section<'_>) -> Option<Quota> {
    const DAY: Duration = Duration::from_secs(86_400);
    if let Some(Node { value: Value::Table(_), .. }) = section.node("quota") {
        let inner = section.section("quota");
        let most = inner.required("max", count(1, 1_000_000));
        let per = inner.value_or("per", DAY, duration);
        inner.finish();
        return most.map(|most| Quota { most, per });
    }
    section.value("quota", count(1, 1_000_000)).map(|most| Quota { most, per: DAY })
}

/// A channel on which the survey has nothing to say is passed over; a rule with no other asks nobody.
fn check_texts(section: &Section<'_>, survey: &Survey, channels: &[Channel]) {
    let silent = |channel: &&Channel| survey.questions.iter().all(|question| question.said.on(**channel).is_empty());
    let all = channels.iter().all(|channel| silent(&channel));
    for channel in channels.iter().filter(silent) {
        let message = format!("survey `{}` has no text for channel `{}`", survey.key.id, channel.name());
        if all { section.error("channels", &message) } else { section.warning("channels", &message) }
    }
}

fn covers(when: &When, account: &AccountSettings) -> bool {
    let names = |list: &[String], name: &String| list.is_empty() || list.contains(name);
    names(&when.account, &account.name) && names(&when.tenant, &account.tenant)
}

/// What the accounts of a rule cannot do.
fn check_accounts<'a>(
    section: &Section<'_>,
    (survey, channels): (Option<&Survey>, &[Channel]),
    accounts: impl Iterator<Item = &'a AccountSettings>,
) {
    let spoken = |question: &&Question| question.kind.is_open() && !question.said.voice.is_empty();
    let comment = survey.and_then(|survey| survey.questions.iter().find(spoken)).filter(|_| channels.contains(&Channel::Ivr));
    for account in accounts {
        let name = &account.name;
        check_channels(section, channels, account);
        let keeps_none = matches!(&account.provider, ProviderSettings::VoiceXml(platform) if platform.recordings.is_none());
        if let Some(question) = comment.filter(|_| keeps_none) {
            let what = format!("account `{name}` has no `recordings`: the spoken comment `{}` is left out on its calls", question.id);
            section.warning("survey", &what);
        }
    }
}

/// A keypad survey that an account without voice never begins is passed over in silence, unless there is nothing else.
fn check_channels(section: &Section<'_>, channels: &[Channel], account: &AccountSettings) {
    let (name, provider) = (&account.name, account.provider.name());
    if !channels.is_empty() && !channels.iter().any(|channel| account.serves(*channel)) {
        let names = channels.iter().map(|channel| channel.name()).collect::<Vec<_>>().join(", ");
        section.warning("channels", &format!("account `{name}` is {provider}, which can ask by none of them ({names})"));
    }
    for (channel, does, key) in
        [(Channel::Sms, "sends no text messages", "text_through"), (Channel::Call, "places no calls", "call_through")]
    {
        if channels.contains(&channel) && !account.serves(channel) {
            section.warning("channels", &format!("account `{name}` is {provider}, which {does}: `{key}` names an account that does"));
        }
    }
}

/// The id of a survey that there is.
pub fn survey(node: &Node, ids: &[String]) -> Read<String> {
    let id = text(node)?;
    if ids.iter().any(|known| known == id) {
        return Ok(id.to_owned());
    }
    let words: Vec<&str> = ids.iter().map(String::as_str).collect();
    let hint = nearest(id, &words).map_or_else(|| format!(" (there are {})", words.join(", ")), |near| format!(", did you mean `{near}`?"));
    Err(format!("there is no survey `{}`{hint}", short(id)))
}

fn channels(section: &Section<'_>) -> Vec<Channel> {
    let words = [("sms", Channel::Sms), ("ivr", Channel::Ivr), ("call", Channel::Call)];
    let given = section.one_or_more("channels", one_of(&words));
    let mut channels = Vec::new();
    for channel in given {
        if channels.contains(&channel) {
            section.error("channels", &format!("names `{}` twice", channel.name()));
        } else {
            channels.push(channel);
        }
    }
    match (channels.is_empty(), section.has("channels")) {
        (true, true) => section.error("channels", "names no channel that can be used"),
        (true, false) => channels.push(Channel::Sms),
        (false, _) => {}
    }
    channels
}

fn when(section: Section<'_>, accounts: &[AccountSettings], zone: Option<TimeZone>) -> When {
    let when = conditions(&section, accounts, zone);
    section.finish();
    when
}

/// Conditions on a call, in a table that may hold others.
pub fn conditions(section: &Section<'_>, accounts: &[AccountSettings], zone: Option<TimeZone>) -> When {
    let account = known_name("account", accounts.iter().map(|account| account.name.as_str()).collect());
    let tenant = known_name("tenant", accounts.iter().map(|account| account.tenant.as_str()).collect());
    When {
        queue: section.one_or_more("queue", owned),
        line: section.one_or_more("line", |node| if text(node)?.ends_with('*') { owned(node) } else { line(node) }),
        agent: section.one_or_more("agent", owned),
        team: section.one_or_more("team", owned),
        account: section.one_or_more("account", account),
        tenant: section.one_or_more("tenant", tenant),
        language: section.one_or_more("language", language),
        attributes: attributes(section),
        direction: section.value("direction", one_of(&[("inbound", Direction::Inbound), ("outbound", Direction::Outbound)])),
        ended_by: section.value("ended_by", one_of(&[("caller", Party::Caller), ("agent", Party::Agent), ("system", Party::System)])),
        invited_by: section.value("invited_by", one_of(&[("system", InvitedBy::System), ("agent", InvitedBy::Agent)])),
        times: quiet::read_times(section, zone),
        min_talk: section.value("min_talk", duration),
    }
}

fn known_name(what: &'static str, names: Vec<&str>) -> impl Fn(&Node) -> Read<String> {
    move |node| {
        let given = text(node)?;
        if given.ends_with('*') || names.is_empty() || names.contains(&given) {
            return Ok(given.to_owned());
        }
        let hint = nearest(given, &names).map(|near| format!(", did you mean `{near}`?")).unwrap_or_default();
        Err(format!("no account has the {what} `{}`{hint}", short(given)))
    }
}

fn language(node: &Node) -> Read<String> {
    let given = text(node)?;
    let tag = given.trim_end_matches('*').trim_end_matches('-');
    Locale::parse(tag).map(|_| given.to_owned()).ok_or_else(|| format!("`{}` is no language such as \"en\" or \"zh-CN\"", short(given)))
}

/// `attr.region = "cn/js"`, or the same name in quotes.
fn attributes(section: &Section<'_>) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for (key, node) in section.section("attr").members().chain(section.starting("attr.")) {
        let values: Read<Vec<String>> = match &node.value {
            Value::List(items) => items.iter().map(owned).collect(),
            _ => owned(node).map(|value| vec![value]),
        };
        match values {
            Ok(values) => drop(found.insert(key.to_owned(), values)),
            Err(wrong) => section.findings.error(&node.place, format!("{}: {wrong}", section.name(&format!("attr.{}", short(key))))),
        }
    }
    found
}
