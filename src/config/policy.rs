use std::time::Duration;

use super::countries::calling_code;
use super::quiet;
use super::section::{Read, Section};
use super::tree::Node;
use super::value::{count, duration, flag, one_of, parsed};
use crate::call::Credit;
use crate::phone::Respondent;
use crate::policy::{Budget, By, Cap, Policy, REMEMBERED};
use crate::survey::call_back::Redial;

/// `[policy]`, without its rules.
pub fn read(section: Section<'_>) -> Policy {
    let default = Policy::default();
    let valid_for = section.value_or("valid_for", default.valid_for, duration);
    let late_until = section.value_or("late_until", default.late_until, duration);
    let policy = Policy {
        rules: Vec::new(),
        caps: caps(&section, late_until.max(valid_for)),
        valid_for,
        late_until,
        ambiguity: section.value_or("ambiguity", default.ambiguity, duration),
        allowed_countries: section.list("allowed_countries", calling_code),
        test_numbers: section
            .list("test_numbers", parsed("an international number such as \"+14155550123\"", |text| Respondent::parse(text).ok())),
        quiet: quiet::read(&section),
        budget: budget(section.section("budget")),
        require_consent: section.value_or("require_consent", false, flag),
        reminders: if section.has("reminders") { section.list("reminders", duration) } else { default.reminders },
        call_back: call_back(section.section("call_back")),
        credit: Credit::default(),
        tickets: Vec::new(),
        subscriptions: Vec::new(),
    };
    if policy.valid_for.is_zero() {
        section.error("valid_for", "must be longer than nothing: no caller could ever answer");
    }
    if policy.late_until < policy.valid_for {
        section.warning("late_until", "is shorter than valid_for and has no effect");
    }
    if policy.reminders.iter().any(|after| after.is_zero() || *after >= policy.valid_for) {
        section.warning("reminders", "one that comes at once, or not before the session's end, never leaves");
    }
    if policy.call_back.after >= policy.valid_for {
        section.warning("call_back", "after: is not shorter than valid_for: a text that nobody answers never gives way to a call");
    }
    section.finish();
    policy
}

fn call_back(section: Section<'_>) -> Redial {
    let default = Redial::default();
    let redial = Redial {
        attempts: section.value_or("attempts", default.attempts, count(1, 10)),
        pause: section.value_or("pause", default.pause, duration),
        ring: section.value_or("ring", default.ring, duration),
        after: section.value_or("after", default.after, duration),
    };
    if !(Duration::from_secs(5)..=Duration::from_secs(600)).contains(&redial.ring) {
        section.error("ring", "is not between 5s and 10m");
    }
    if redial.pause < Duration::from_secs(60) {
        section.error("pause", "is shorter than a minute");
    }
    section.finish();
    redial
}

/// `[credit]`
pub fn read_credit(section: Section<'_>) -> Credit {
    let words = [("seconds", Credit::Seconds), ("equal", Credit::Equal), ("last", Credit::Last)];
    let credit = section.value_or("agents", Credit::default(), one_of(&words));
    section.finish();
    credit
}

fn caps(section: &Section<'_>, kept: Duration) -> Vec<Cap> {
    let one = section.section("frequency_cap");
    let most = one.value_or("max", 1, count(0, 1_000_000));
    let per = one.value_or("per", Duration::from_secs(7 * 86_400), duration);
    remembered(&one, per);
    one.finish();
    let first = (most > 0).then_some(Cap { most, per, by: Vec::new() });
    first.into_iter().chain(section.sections("caps").into_iter().filter_map(|section| cap(section, kept))).collect()
}

fn remembered(section: &Section<'_>, per: Duration) {
    if per > REMEMBERED {
        section.error("per", "is longer than 90 days: when somebody was asked is not remembered for longer");
    }
}

/// A further cap. What is counted by more than the number is counted from sessions, which a store keeps for as long as late answers count.
fn cap(section: Section<'_>, kept: Duration) -> Option<Cap> {
    let most = section.required("max", count(0, 1_000_000));
    let per = section.required("per", duration);
    let cap = Cap { most: most?, per: per?, by: section.list("by", by) };
    remembered(&section, cap.per);
    if !cap.by.is_empty() && !cap.is_shared() && cap.per > kept {
        section.error("per", "is longer than late_until: what is counted `by` something is not remembered for longer");
    }
    section.finish();
    Some(cap).filter(|cap| cap.most > 0)
}

/// `queue`, `agent`, `line`, `account`, `attr.NAME`, `prefix` or `prefix:DIGITS`.
fn by(node: &Node) -> Read<By> {
    parsed("one of queue, agent, line, account, attr.NAME, prefix, prefix:DIGITS", |text| match text {
        "queue" => Some(By::Queue),
        "agent" => Some(By::Agent),
        "line" => Some(By::Line),
        "account" => Some(By::Account),
        "prefix" => Some(By::Prefix(None)),
        _ => match (text.strip_prefix("attr."), text.strip_prefix("prefix:")) {
            (Some(name), _) if !name.is_empty() => Some(By::Attribute(name.to_owned())),
            (_, Some(digits)) => digits.parse().ok().filter(|digits| (1..=14).contains(digits)).map(|digits| By::Prefix(Some(digits))),
            _ => None,
        },
    })(node)
}

fn budget(section: Section<'_>) -> Budget {
    let per_hour = section.value_or("per_hour", 0, count(0, u32::MAX));
    let per_day = section.value_or("per_day", 0, count(0, u32::MAX));
    section.finish();
    Budget { per_hour, per_day }
}
