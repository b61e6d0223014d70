//! The ended call and the words that describe it. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use moment::{Moment, NotAMoment};
pub use partition::Partition;
pub use tags::Tags;

use crate::phone::Respondent;

mod moment;
mod partition;
mod tags;

/// Who ended the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The respondent hung up.
    Caller,
    /// The agent hung up or transferred the caller to the survey.
    Agent,
    /// The telephone system ended it.
    System,
}

/// From whose side the call was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The respondent rang us.
    Inbound,
    /// We rang the respondent.
    Outbound,
}

/// Whether anyone spoke with the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallOutcome {
    /// The call was answered.
    Answered,
    /// Nobody answered, the line was busy, or the call failed.
    Unanswered,
}

/// Who offered the survey; agent-invited scores are kept apart from system-invited ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitedBy {
    /// Every caller is asked by rule.
    System,
    /// The agent offered it.
    Agent,
    /// The agent was to offer it and did not.
    Declined,
}

/// One agent's part in the call, in the order in which they spoke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// The agent's id in the operator's own system.
    pub id: String,
    /// The team at the time of the call.
    #[serde(default)]
    pub team: Option<String>,
    /// Handling time in seconds, where known.
    #[serde(default)]
    pub seconds: Option<u32>,
}

/// A call that has ended (or has left its agent while the caller is still on the line).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// The configured connection that reported it.
    pub account: String,
    /// The tenant that owns the account.
    pub tenant: String,
    /// The provider's id of the call; with `account` the identity of the call.
    pub call_id: String,
    /// Our number that was called or that called.
    pub line: Option<String>,
    /// The caller; `None` where the number is withheld.
    pub respondent: Option<Respondent>,
    /// `None` where the provider does not say.
    pub direction: Option<Direction>,
    /// When the first ring was.
    pub started_at: Option<Moment>,
    /// When an agent or system answered.
    pub answered_at: Option<Moment>,
    /// When it ended; every period of a report looks at this.
    pub ended_at: Moment,
    /// Who ended it.
    pub ended_by: Option<Party>,
    /// Whether anyone spoke with the caller.
    pub outcome: Option<CallOutcome>,
    /// The caller's language as BCP 47 tag.
    pub language: Option<String>,
    /// Who offered the survey.
    pub invited_by: Option<InvitedBy>,
    /// In the order in which they spoke.
    pub agents: Vec<Agent>,
    /// The queue that the caller waited in.
    pub queue: Option<String>,
    /// Further dimensions, for example `region` = `cn/js/nanjing`.
    pub attributes: BTreeMap<String, String>,
}

impl Call {
    /// The part of a shared store that the call belongs to: its respondent's, or where that is withheld its own.
    #[must_use]
    pub fn partition(&self) -> Partition {
        match &self.respondent {
            Some(respondent) => Partition::of_respondent(&self.tenant, respondent),
            None => Partition::of_call(&self.account, &self.call_id),
        }
    }

    /// A call of which no more is known than who reported it (account and tenant), its id and its end.
    #[must_use]
    pub fn bare((account, tenant): (&str, &str), call_id: &str, ended_at: Moment) -> Self {
        Self {
            account: account.to_owned(),
            tenant: tenant.to_owned(),
            call_id: call_id.to_owned(),
            line: None,
            respondent: None,
            direction: None,
            started_at: None,
            answered_at: None,
            ended_at,
            ended_by: None,
            outcome: None,
            language: None,
            invited_by: None,
            agents: Vec::new(),
            queue: None,
            attributes: BTreeMap::new(),
        }
    }

    /// Seconds of conversation: the agents' handling time where it is known, else from answer to end; `None` if neither is known.
    #[must_use]
    pub fn talk_seconds(&self) -> Option<u64> {
        if self.outcome == Some(CallOutcome::Unanswered) {
            return Some(0);
        }
        let handled: u64 = self.agents.iter().filter_map(|agent| agent.seconds).map(u64::from).sum();
        if handled > 0 {
            return Some(handled);
        }
        self.answered_at.map(|answered| self.ended_at.seconds_since(answered))
    }

    /// Each agent with the share of the call's credit: by handling time where all are known, else equal. The shares add up to 1.
    #[must_use]
    pub fn credit(&self, rule: Credit) -> Vec<f64> {
        let count = self.agents.len();
        let equal = vec![1.0 / count.max(1) as f64; count];
        match rule {
            Credit::Equal => equal,
            Credit::Last => (0..count).map(|at| if at + 1 == count { 1.0 } else { 0.0 }).collect(),
            Credit::Seconds => {
                let seconds: Option<Vec<f64>> = self.agents.iter().map(|agent| agent.seconds.map(f64::from)).collect();
                let total: f64 = seconds.iter().flatten().sum();
                match seconds {
                    Some(seconds) if total > 0.0 => seconds.iter().map(|s| s / total).collect(),
                    _ => equal,
                }
            }
        }
    }
}

/// How the agents of a transferred call share its score (`[credit] agents`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Credit {
    /// By handling time, equal where unknown.
    #[default]
    Seconds,
    /// All alike.
    Equal,
    /// The last agent alone.
    Last,
}
