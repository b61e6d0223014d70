use std::time::Duration;

use super::countries::calling_code;
use super::quiet;
use super::section::Section;
use super::value::{count, duration, flag, one_of, owned, parsed};
use crate::call::Credit;
use crate::policy::{Cap, Policy};

/// Said of keys that the grammar has and this version does not carry out.
const NOT_IN_FORCE: &str = "is not in force in this version";

/// `[policy]`, without its rules.
pub fn read(section: Section<'_>) -> Policy {
    let default = Policy::default();
    let policy = Policy {
        rules: Vec::new(),
        caps: caps(&section),
        valid_for: section.value_or("valid_for", default.valid_for, duration),
        late_until: section.value_or("late_until", default.late_until, duration),
        ambiguity: section.value_or("ambiguity", default.ambiguity, duration),
        allowed_countries: section.list("allowed_countries", calling_code),
        quiet: quiet::read(&section),
        credit: Credit::default(),
    };
    if policy.valid_for.is_zero() {
        section.error("valid_for", "must be longer than nothing: no caller could ever answer");
    }
    if policy.late_until < policy.valid_for {
        section.warning("late_until", "is shorter than valid_for and has no effect");
    }
    later(&section);
    section.finish();
    policy
}

/// `[credit]`
pub fn read_credit(section: Section<'_>) -> Credit {
    let words = [("seconds", Credit::Seconds), ("equal", Credit::Equal), ("last", Credit::Last)];
    let credit = section.value_or("agents", Credit::default(), one_of(&words));
    section.finish();
    credit
}

fn caps(section: &Section<'_>) -> Vec<Cap> {
    let one = section.section("frequency_cap");
    let default = Cap { most: 1, per: Duration::from_secs(7 * 86_400) };
    let most = one.value_or("max", default.most, count(0, 1_000_000));
    let per = one.value_or("per", default.per, duration);
    one.finish();
    let first = (most > 0).then_some(Cap { most, per });
    first.into_iter().chain(section.sections("caps").into_iter().filter_map(cap)).collect()
}

/// A further cap. One that counts by queue or the like is left out: taken without its `by` it would hold back too many.
fn cap(section: Section<'_>) -> Option<Cap> {
    let most = section.required("max", count(0, 1_000_000));
    let per = section.required("per", duration);
    let by = !section.list("by", owned).is_empty();
    if by {
        section.warning("by", "a cap with `by` is not in force in this version");
    }
    section.finish();
    Some(Cap { most: most?, per: per? }).filter(|cap| cap.most > 0 && !by)
}

/// Keys that are checked for their shape and not carried out yet.
fn later(section: &Section<'_>) {
    if !section.list("reminders", duration).is_empty() {
        section.warning("reminders", NOT_IN_FORCE);
    }
    if section.value_or("require_consent", false, flag) {
        section.warning("require_consent", NOT_IN_FORCE);
    }
    let budget = section.section("budget");
    let limits = [budget.value("per_hour", count(0, u32::MAX)), budget.value("per_day", count(0, u32::MAX))];
    budget.finish();
    if limits.into_iter().flatten().any(|limit| limit > 0) {
        section.warning("budget", NOT_IN_FORCE);
    }
}

/// Every `[[webhook]]`: checked for its shape and not carried out yet.
pub fn read_webhooks(root: &Section<'_>) {
    const EVENTS: [&str; 5] = ["response.completed", "response.updated", "ticket.opened", "ticket.overdue", "opt_out"];
    for section in root.sections("webhook") {
        section.required("name", owned);
        section.required("url", parsed("an http or https address", |text| text.parse::<axum::http::Uri>().ok()));
        section.has("secret");
        section.list("events", one_of(&EVENTS.map(|event| (event, ()))));
        section.value("allow_private", flag);
        section.findings.warning(&section.place, format!("webhook: {NOT_IN_FORCE}"));
        section.finish();
    }
}
