//! Who is asked, about what, by which channel, when. Pure: every refusal is a counted reason.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::call::{Call, Direction, InvitedBy, Moment, Party};
use crate::phone::Respondent;
use crate::survey::call_back::Redial;
use crate::survey::model::Channel;

pub use caps::{Budget, By, Cap, Earlier, Quota, REMEMBERED, Share};
pub use decide::{Decision, Phone, Standing, Suppression, decide};
pub use follow_up::{Event, Subscription, TicketRule};
pub use hours::{Hours, Times};
pub use quiet::Quiet;

mod caps;
mod decide;
mod follow_up;
mod hours;
pub mod quiet;
mod sample;
mod textable;
pub mod zone;

/// What an operator has laid down: the rules, and what holds for all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// First match decides.
    pub rules: Vec<Rule>,
    /// At most so many surveys per respondent (or whatever they are counted by) and time; all must hold.
    pub caps: Vec<Cap>,
    /// Counted from the end of the call; then the session ends.
    pub valid_for: Duration,
    /// Counted from the end of the call; until then an answer still counts, marked late.
    pub late_until: Duration,
    /// Two questions sent within this time can be confused by the caller.
    pub ambiguity: Duration,
    /// Beginnings of numbers that may be asked, e.g. `+1`; empty: all.
    pub allowed_countries: Vec<String>,
    /// Whose calls are tests; they are never asked.
    pub test_numbers: Vec<Respondent>,
    /// When messages wait.
    pub quiet: Quiet,
    /// At most so many surveys of a tenant.
    pub budget: Budget,
    /// Whether only callers are asked whose call says that they agreed (attribute `consent`).
    pub require_consent: bool,
    /// How long after the invitation a caller who has said nothing is reminded.
    pub reminders: Vec<Duration>,
    /// How callers are rung back.
    pub call_back: Redial,
    /// Share of the credit among the agents of a call.
    pub credit: crate::call::Credit,
    /// Which answers open a ticket; the first that fits decides.
    pub tickets: Vec<TicketRule>,
    /// Which webhooks are told of what.
    pub subscriptions: Vec<Subscription>,
}

impl Default for Policy {
    fn default() -> Self {
        const DAY: u64 = 86_400;
        Self {
            rules: Vec::new(),
            caps: vec![Cap { most: 1, per: Duration::from_secs(7 * DAY), by: Vec::new() }],
            valid_for: Duration::from_secs(3 * DAY),
            late_until: Duration::from_secs(30 * DAY),
            ambiguity: Duration::from_secs(600),
            allowed_countries: Vec::new(),
            test_numbers: Vec::new(),
            quiet: Quiet::default(),
            budget: Budget::default(),
            require_consent: false,
            reminders: vec![Duration::from_secs(4 * 3600)],
            call_back: Redial::default(),
            credit: crate::call::Credit::default(),
            tickets: Vec::new(),
            subscriptions: Vec::new(),
        }
    }
}

/// A rule: which calls, and how they are asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Which calls; all given conditions must hold.
    pub when: When,
    /// The survey's id.
    pub survey: String,
    /// In the order in which they are tried; never empty.
    pub channels: Vec<Channel>,
    /// Share of calls that are asked, 0 to 1; decided by the call's identity, so that a repetition decides alike.
    pub sample: f64,
    /// A text message leaves so much after the call's end.
    pub delay: Duration,
    /// At most so many surveys about calls of one agent.
    pub quota: Option<Quota>,
}

/// Conditions on a call. An empty list holds for every call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct When {
    /// One of these queues; a trailing `*` stands for any rest, here and below.
    pub queue: Vec<String>,
    /// One of our numbers.
    pub line: Vec<String>,
    /// Any agent of the call.
    pub agent: Vec<String>,
    /// Any agent's team.
    pub team: Vec<String>,
    /// The account.
    pub account: Vec<String>,
    /// The tenant.
    pub tenant: Vec<String>,
    /// The caller's language.
    pub language: Vec<String>,
    /// Attributes by name; `cn/js` includes `cn/js/nanjing`.
    pub attributes: BTreeMap<String, Vec<String>>,
    /// From whose side the call was.
    pub direction: Option<Direction>,
    /// Who hung up.
    pub ended_by: Option<Party>,
    /// Who offered the survey.
    pub invited_by: Option<InvitedBy>,
    /// When the call ended.
    pub times: Times,
    /// Shortest conversation. A call that only misses this is suppressed as `talk_too_short`, not passed to the next rule.
    pub min_talk: Option<Duration>,
}

impl When {
    /// Whether every condition but `min_talk` holds.
    #[must_use]
    pub fn covers(&self, call: &Call) -> bool {
        let one = |list: &[String], value: Option<&str>| list.is_empty() || value.is_some_and(|value| any_fits(list, value));
        let agents = |list: &[String], pick: fn(&crate::call::Agent) -> Option<&str>| {
            list.is_empty() || call.agents.iter().filter_map(pick).any(|value| any_fits(list, value))
        };
        one(&self.queue, call.queue.as_deref())
            && one(&self.line, call.line.as_deref())
            && one(&self.account, Some(&call.account))
            && one(&self.tenant, Some(&call.tenant))
            && (self.language.is_empty() || call.language.as_deref().is_some_and(|spoken| self.language.iter().any(|l| speaks(l, spoken))))
            && agents(&self.agent, |agent| Some(&agent.id))
            && agents(&self.team, |agent| agent.team.as_deref())
            && self
                .attributes
                .iter()
                .all(|(name, list)| call.attributes.get(name).is_some_and(|value| list.iter().any(|p| within(p, value))))
            && self.direction.is_none_or(|direction| call.direction == Some(direction))
            && self.ended_by.is_none_or(|party| call.ended_by == Some(party))
            && self.invited_by.is_none_or(|by| call.invited_by.unwrap_or(InvitedBy::System) == by)
            && self.times.hold(call)
    }

    /// Whether the conversation was long enough; an unknown length passes.
    #[must_use]
    pub fn talked_enough(&self, call: &Call) -> bool {
        match (self.min_talk, call.talk_seconds()) {
            (Some(least), Some(talked)) => talked >= least.as_secs(),
            _ => true,
        }
    }
}

fn any_fits(patterns: &[String], value: &str) -> bool {
    patterns.iter().any(|pattern| fits(pattern, value))
}

fn fits(pattern: &str, value: &str) -> bool {
    pattern == value || pattern.strip_suffix('*').is_some_and(|start| value.starts_with(start))
}

/// `en` covers `en-US`.
fn speaks(pattern: &str, language: &str) -> bool {
    fits(pattern, language) || language.strip_prefix(pattern).is_some_and(|rest| rest.starts_with('-'))
}

/// Whether a hierarchical value is that of the pattern or below it.
fn within(pattern: &str, value: &str) -> bool {
    fits(pattern, value) || value.strip_prefix(pattern).is_some_and(|rest| rest.starts_with('/'))
}

impl Policy {
    /// How far back invitations matter to any cap.
    #[must_use]
    pub fn memory(&self) -> Duration {
        self.caps.iter().map(|cap| cap.per).max().unwrap_or_default()
    }

    /// When a session about a call that ended then must have been answered, and until when an answer still counts.
    #[must_use]
    pub fn deadlines(&self, ended_at: Moment) -> (Moment, Moment) {
        (ended_at.plus(self.valid_for), ended_at.plus(self.late_until.max(self.valid_for)))
    }
}
