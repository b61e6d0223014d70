use super::{Earlier, Policy, Rule, sample, textable};
use crate::call::{Call, CallOutcome, InvitedBy, Moment};
use crate::survey::model::Channel;

/// What is decided about a call.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision<'a> {
    /// The caller is asked.
    Ask {
        /// The rule that says so.
        rule: &'a Rule,
        /// The channels to try, in order; empty: none of the rule's channels can reach this caller any more.
        channels: Vec<Channel>,
        /// No text message leaves and no call is placed before.
        send_at: Moment,
    },
    /// The caller is not asked.
    Suppress(Suppression),
}

/// Why a caller is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suppression {
    /// No rule covers the call.
    NoRule,
    /// The sample leaves it out.
    SampledOut,
    /// The agent has got all the surveys that the rule grants.
    Quota,
    /// Asked too recently.
    FrequencyCap,
    /// The tenant has used up what it may send.
    Budget,
    /// The message would have to wait for longer than the session lasts.
    QuietHoursExpired,
    /// Has opted out.
    OptedOut,
    /// Has not agreed to be asked, or has declined.
    NoConsent,
    /// The country is not on the list.
    NotAllowedCountry,
    /// The number cannot get text messages and the caller is not on the line.
    NotTextable,
    /// The conversation was shorter than the rule wants, or there was none.
    TalkTooShort,
    /// The operator itself rang, to try the line.
    TestCall,
    /// The number is withheld.
    NoRespondent,
    /// The agent was to offer the survey and did not.
    AgentDeclined,
    /// The call was one of our own surveys.
    SurveyCall,
    /// The caller has been erased.
    Erased,
}

impl Suppression {
    /// The name in JSON and columns.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoRule => "no_rule",
            Self::SampledOut => "sampled_out",
            Self::Quota => "quota",
            Self::FrequencyCap => "frequency_cap",
            Self::Budget => "budget",
            Self::QuietHoursExpired => "quiet_hours_expired",
            Self::OptedOut => "opted_out",
            Self::NoConsent => "no_consent",
            Self::NotAllowedCountry => "not_allowed_country",
            Self::NotTextable => "not_textable",
            Self::TalkTooShort => "talk_too_short",
            Self::TestCall => "test_call",
            Self::NoRespondent => "no_respondent",
            Self::AgentDeclined => "agent_declined",
            Self::SurveyCall => "survey_call",
            Self::Erased => "erased",
        }
    }
}

/// What is known of the caller when the decision is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing<'a> {
    /// Opted out of this tenant's messages.
    pub opted_out: bool,
    /// When earlier surveys were begun.
    pub invitations: &'a [Moment],
    /// The same with their calls, as far as they are still known.
    pub earlier: &'a [Earlier<'a>],
    /// Whether a keypad survey is possible.
    pub phone: Phone,
}

/// Whether the caller can be asked by keypad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phone {
    /// On the line, hears us now.
    OnTheLine,
    /// May still enter the survey; asked so only where the rule knows no other channel.
    MayEnter,
    /// The call is over.
    Gone,
}

/// Decides about a call. The order is that of the reasons an operator would name first: rule, sample, then the caller's own standing.
#[must_use]
pub fn decide<'a>(policy: &'a Policy, call: &Call, standing: Standing<'_>, now: Moment) -> Decision<'a> {
    let Some(number) = call.respondent.as_ref() else { return Decision::Suppress(Suppression::NoRespondent) };
    if is_test(policy, call) {
        return Decision::Suppress(Suppression::TestCall);
    }
    let Some(rule) = policy.rules.iter().find(|rule| rule.when.covers(call)) else { return Decision::Suppress(Suppression::NoRule) };
    let channels = reachable(rule, standing.phone, number.expose());
    let asked = (standing.invitations, standing.earlier);
    let barred = [
        (call.invited_by == Some(InvitedBy::Declined), Suppression::AgentDeclined),
        (call.outcome == Some(CallOutcome::Unanswered) || !rule.when.talked_enough(call), Suppression::TalkTooShort),
        (standing.opted_out, Suppression::OptedOut),
        (!agreed(policy, call), Suppression::NoConsent),
        (!allowed(policy, number.expose()), Suppression::NotAllowedCountry),
        (channels.is_none(), Suppression::NotTextable),
        (policy.caps.iter().any(|cap| cap.is_reached(call, asked, now)), Suppression::FrequencyCap),
        (!sample::is_in(rule.sample, &call.account, &call.call_id), Suppression::SampledOut),
    ];
    if let Some((_, reason)) = barred.into_iter().find(|(holds, _)| *holds) {
        return Decision::Suppress(reason);
    }
    let channels = channels.unwrap_or_default();
    let send_at = leaves(policy, (rule, &channels), call, now);
    send_at.map_or(Decision::Suppress(Suppression::QuietHoursExpired), |send_at| Decision::Ask { rule, channels, send_at })
}

/// When a text message may leave or a call be placed; `None` if that is what the caller is to be asked by and quiet hours hold it back until it is too late.
fn leaves(policy: &Policy, (rule, channels): (&Rule, &[Channel]), call: &Call, now: Moment) -> Option<Moment> {
    let wanted = call.ended_at.plus(rule.delay).max(now);
    let (valid_until, _) = policy.deadlines(call.ended_at);
    let Some(number) = call.respondent.as_ref().filter(|_| wanted < valid_until) else { return Some(wanted) };
    match channels.first() {
        Some(Channel::Sms) => policy.quiet.leaves((number.expose(), call.ended_at), wanted, valid_until),
        Some(Channel::Call) => policy.quiet.rings(number.expose(), wanted, valid_until),
        _ => policy.quiet.leaves((number.expose(), call.ended_at), wanted, valid_until).or(Some(wanted)),
    }
}

/// The rule's channels that can reach the caller now; `None` where none does for the reason that the number is no mobile.
fn reachable(rule: &Rule, phone: Phone, number: &str) -> Option<Vec<Channel>> {
    let only_by_keypad = rule.channels.iter().all(|channel| *channel == Channel::Ivr);
    let by_keypad = phone == Phone::OnTheLine || (phone == Phone::MayEnter && only_by_keypad);
    let by_text = textable::may_be(number);
    let reaches = |channel: &Channel| match channel {
        Channel::Ivr => by_keypad,
        Channel::Sms => by_text,
        Channel::Call => true,
    };
    let channels: Vec<Channel> = rule.channels.iter().copied().filter(reaches).collect();
    let missed = channels.is_empty() && !by_text && rule.channels.contains(&Channel::Sms);
    (!missed).then_some(channels)
}

/// A caller who declined is never asked; one who said nothing only where consent is not required.
fn agreed(policy: &Policy, call: &Call) -> bool {
    said(call, "consent").unwrap_or(!policy.require_consent)
}

/// Whether the call says of itself that it is one, or comes from a number that the operator tries its lines with.
fn is_test(policy: &Policy, call: &Call) -> bool {
    said(call, "test") == Some(true) || call.respondent.as_ref().is_some_and(|number| policy.test_numbers.contains(number))
}

/// An attribute that means yes or no.
fn said(call: &Call, attribute: &str) -> Option<bool> {
    match call.attributes.get(attribute)?.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

fn allowed(policy: &Policy, number: &str) -> bool {
    policy.allowed_countries.is_empty() || policy.allowed_countries.iter().any(|start| number.starts_with(start.as_str()))
}

#[cfg(test)]
mod tests;
