use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::filter::{Filter, Pattern};
use crate::call::Moment;
use crate::survey::model::Measure;

/// A ranking to compute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankingQuery {
    /// By which measure.
    pub measure: Measure,
    /// Of which responses; conditions on agents choose who is ranked.
    pub filter: Filter,
    /// Fewest answers for a place.
    pub min_n: u64,
}

/// Signs to look for.
#[derive(Debug, Clone, PartialEq)]
pub struct IntegrityQuery {
    /// In which calls. A condition on agents would leave nobody to compare with: it belongs into `agents`.
    pub filter: Filter,
    /// Of whom signs are shown, all others being compared with; empty: of all.
    pub agents: Vec<Pattern>,
    /// Largest q-value that is shown: of all signs with one up to this, at most that share is expected to be chance.
    pub q: f64,
}

/// A sign that an agent's scores may be steered, as `/v1/integrity` shows it. A sign is a reason to look, no proof.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sign {
    /// Whose: the agent who had the caller last.
    pub agent: String,
    /// Of what kind, and what it was seen by.
    #[serde(flatten)]
    pub seen: Seen,
    /// The sign's q-value among all agents and kinds.
    pub q_value: f64,
}

/// Kind of a sign with its evidence. Shares are per cent, times seconds; `expected` is what the agent would have with the shares that the
/// others have in the same queues (and channels, and measures).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "signal", content = "evidence", rename_all = "snake_case")]
pub enum Seen {
    /// Of the calls in which it lay with the agent, too few were invited.
    LowInviteRate(Invites),
    /// Too many callers hung up before the agent let them go, where agents end the calls.
    CallNotReleased(Releases),
    /// Too many answers of the best value.
    SkewedDistribution(Best),
    /// Callers invited by the agent answer better than those invited by the system, by more than elsewhere.
    AgentInvitedLift(Lift),
    /// The same answers in quick succession.
    Burst(Burst),
    /// The same caller answers for the same agent again and again.
    SameRespondent(Repeats),
    /// Too few or too many of the invited answer.
    ResponseRateOutlier(Responses),
}

impl Seen {
    /// Its name in the API.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::LowInviteRate(_) => "low_invite_rate",
            Self::CallNotReleased(_) => "call_not_released",
            Self::SkewedDistribution(_) => "skewed_distribution",
            Self::AgentInvitedLift(_) => "agent_invited_lift",
            Self::Burst(_) => "burst",
            Self::SameRespondent(_) => "same_respondent",
            Self::ResponseRateOutlier(_) => "response_rate_outlier",
        }
    }
}

/// Invitations of an agent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Invites {
    /// Calls that a survey was meant for, as `/v1/funnel` counts them.
    pub eligible: u64,
    /// Those in which it lay with the agent: invited, declined, or a survey on the phone that never began.
    pub in_hand: u64,
    /// Invited ones.
    pub invited: u64,
    /// The agent did not offer it (`agent_declined`).
    pub declined: u64,
    /// Invited among `in_hand`.
    pub invite_rate: f64,
    /// That of the others.
    pub others_invite_rate: f64,
    /// Invited ones that were to be expected.
    pub expected: f64,
    /// Of this test alone.
    pub p_value: f64,
}

/// Ends of an agent's calls.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Releases {
    /// Calls ended by caller or agent.
    pub calls: u64,
    /// Those that the agent did not end.
    pub not_released: u64,
    /// Their share.
    pub share: f64,
    /// That of the others.
    pub others_share: f64,
    /// Calls not ended by the agent that were to be expected.
    pub expected: f64,
    /// Of this test alone.
    pub p_value: f64,
}

/// Best answers of an agent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Best {
    /// Answers, the first to a measure in each response.
    pub n: u64,
    /// Those of the best value that there is.
    pub best: u64,
    /// Their share.
    pub share: f64,
    /// That of the others.
    pub others_share: f64,
    /// Best answers that were to be expected.
    pub expected: f64,
    /// Answers per measure and value.
    pub distribution: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// Of this test alone.
    pub p_value: f64,
}

/// Answers of callers invited by an agent, beside those invited by the system.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lift {
    /// Answers of callers whom the agent invited.
    pub agent_invited: u64,
    /// Of callers whom the system invited.
    pub system_invited: u64,
    /// Mean answer of the former, 0 for the worst value of the scale and 100 for the best.
    pub agent_invited_mean: f64,
    /// Of the latter.
    pub system_invited_mean: f64,
    /// Of two such callers, how often in a hundred the one whom the agent invited answers better (equal answers count half).
    pub superiority: f64,
    /// The median of that among the other agents; 50 where too few are known.
    pub usual_superiority: f64,
    /// Of this test alone.
    pub p_value: f64,
}

/// A run of answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Burst {
    /// Answers, without those to invitations that had waited.
    pub n: u64,
    /// Of them, so many alike in a row, each soon after the one before.
    pub run: u64,
    /// What they say.
    pub answers: Value,
    /// How many of the agent's answers say that in all.
    pub alike: u64,
    /// When the first of the run came.
    pub from: Moment,
    /// And the last.
    pub to: Moment,
    /// At most so many seconds lie between two of them.
    pub within_seconds: u64,
    /// Median of the seconds between two answers of a shift.
    pub usual_seconds_between: Option<u64>,
    /// Of this test alone.
    pub p_value: f64,
}

/// Answers of one caller for one agent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repeats {
    /// Answers with a number.
    pub n: u64,
    /// Whose, masked.
    pub respondent: String,
    /// Answers of that caller for the agent.
    pub answers: u64,
    /// For all agents.
    pub of: u64,
    /// Answers for the agent that were to be expected of that many.
    pub expected: f64,
    /// Answers for the agent of callers who had answered for the agent in the same queue before.
    pub repeated: u64,
    /// Their share.
    pub repeated_share: f64,
    /// That of the others.
    pub others_repeated_share: f64,
    /// Of this test alone.
    pub p_value: f64,
}

/// How many answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Responses {
    /// Invited, and the session has ended.
    pub invited: u64,
    /// Those with any answer.
    pub answered: u64,
    /// Their share.
    pub response_rate: f64,
    /// That of the others.
    pub others_response_rate: f64,
    /// Answering ones that were to be expected.
    pub expected: f64,
    /// Of this test alone, on two sides.
    pub p_value: f64,
}
