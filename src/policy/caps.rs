//! How often callers are asked: caps of each respondent, and limits that many callers share.

use std::time::Duration;

use super::{Policy, Rule, Suppression};
use crate::call::{Call, Moment};

/// At most `most` surveys within `per` for each respondent of a tenant, or for each of what `by` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    /// At least 1; a cap of 0 in the configuration means none.
    pub most: u32,
    /// Looking back from now.
    pub per: Duration,
    /// What is counted apart. A cap is one of each respondent, unless it names a prefix: then all numbers of the prefix share it.
    pub by: Vec<By>,
}

/// How long the correlation stores remember at least when somebody was asked: no cap looks back further.
pub const REMEMBERED: Duration = Duration::from_secs(90 * 86_400);

/// What surveys are counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// The queue.
    Queue,
    /// Each agent of the call.
    Agent,
    /// Our number.
    Line,
    /// The account.
    Account,
    /// An attribute of that name.
    Attribute(String),
    /// The first so many digits of the number; `None`: all but the last four.
    Prefix(Option<usize>),
}

/// At most so many surveys of a tenant (0: no limit).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Budget {
    /// Within any hour.
    pub per_hour: u32,
    /// Within any 24 hours.
    pub per_day: u32,
}

/// At most `most` surveys within `per` about calls of one agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// At least 1.
    pub most: u32,
    /// Looking back from now.
    pub per: Duration,
}

/// A limit that many callers share: a place under it has to be free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Whose limit: with the same name the same places.
    pub name: String,
    /// How many places there are.
    pub most: u32,
    /// For how long a place is taken.
    pub per: Duration,
    /// Why a caller is not asked where none is free.
    pub reason: Suppression,
}

/// A survey that the caller was asked earlier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Earlier<'a> {
    /// When it was begun.
    pub at: Moment,
    /// About which call.
    pub call: &'a Call,
}

impl Cap {
    /// Whether callers share it.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.by.iter().any(|by| matches!(by, By::Prefix(_)))
    }

    /// Whether it is reached by what the respondent was asked before.
    pub(super) fn is_reached(&self, call: &Call, (invitations, earlier): (&[Moment], &[Earlier<'_>]), now: Moment) -> bool {
        let since = now.minus(self.per);
        let count = if self.by.is_empty() {
            invitations.iter().filter(|at| **at > since).count()
        } else {
            earlier.iter().filter(|asked| asked.at > since && self.by.iter().all(|by| by.alike(call, asked.call))).count()
        };
        !self.is_shared() && count >= self.most as usize
    }

    /// The limit that the call shares with others; `None` where it lacks what they are counted by.
    fn share(&self, call: &Call) -> Option<Share> {
        let values: Option<Vec<String>> = self.by.iter().map(|by| by.value(call)).collect();
        let name = format!("cap\0{}\0{:?}\0{:?}\0{}", call.tenant, self.per, self.by, values?.join("\0"));
        Some(Share { name, most: self.most, per: self.per, reason: Suppression::FrequencyCap })
    }
}

impl By {
    /// Whether two calls count as the same; what is not known is like nothing.
    fn alike(&self, one: &Call, other: &Call) -> bool {
        match self {
            Self::Agent => one.agents.iter().any(|agent| other.agents.iter().any(|theirs| theirs.id == agent.id)),
            _ => self.value(one).is_some_and(|value| Some(value) == self.value(other)),
        }
    }

    fn value(&self, call: &Call) -> Option<String> {
        match self {
            Self::Queue => call.queue.clone(),
            Self::Agent => call.agents.last().map(|agent| agent.id.clone()),
            Self::Line => call.line.clone(),
            Self::Account => Some(call.account.clone()),
            Self::Attribute(name) => call.attributes.get(name).cloned(),
            Self::Prefix(digits) => {
                let number = call.respondent.as_ref()?.expose();
                let length = digits.map_or(number.len().saturating_sub(4), |digits| digits + 1);
                number.get(..length.min(number.len())).map(str::to_owned)
            }
        }
    }
}

impl Policy {
    /// The limits under which the call needs a place before its caller is asked, in the order in which they are named as the reason.
    #[must_use]
    pub fn shares(&self, call: &Call, rule: &Rule) -> Vec<Share> {
        const HOUR: Duration = Duration::from_secs(3600);
        let caps = self.caps.iter().filter(|cap| cap.is_shared()).filter_map(|cap| cap.share(call));
        let quota = rule.quota.iter().filter_map(|quota| self.agents_share(*quota, call, rule));
        let budgets = [(self.budget.per_hour, HOUR), (self.budget.per_day, HOUR * 24)].into_iter().filter(|(most, _)| *most > 0);
        let budget = |(most, per): (u32, Duration)| {
            let name = format!("budget\0{}\0{per:?}", call.tenant);
            Share { name, most, per, reason: Suppression::Budget }
        };
        caps.chain(quota).chain(budgets.map(budget)).collect()
    }

    /// The place among the surveys about calls of one agent: the one with the greatest share of the call, the last of several.
    fn agents_share(&self, quota: Quota, call: &Call, rule: &Rule) -> Option<Share> {
        let shares = call.credit(self.credit);
        let (agent, _) = call.agents.iter().zip(shares).max_by(|(_, one), (_, other)| one.total_cmp(other))?;
        let name = format!("quota\0{}\0{}\0{:?}\0{}", call.tenant, rule.survey, quota.per, agent.id);
        Some(Share { name, most: quota.most, per: quota.per, reason: Suppression::Quota })
    }
}

#[cfg(test)]
mod tests;
