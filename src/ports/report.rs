//! The reporting store: facts go in with the commit that made them true, results come out for the API, exports and dashboards.

use serde::{Deserialize, Serialize};

use crate::call::{Call, Moment};
use crate::phone::Respondent;
use crate::survey::response::Response;

/// Something that reports need to know. Written as one row each, a newer one of the same identity replaces the older.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// An ended call: the denominator of every rate.
    Call(Box<CallFact>),
    /// A session as reports see it, guarded by its version.
    Response(Box<Response>),
    /// A text that belongs to no session.
    Unmatched(Unmatched),
    /// A change of consent, for the audit.
    OptOut(OptOutFact),
}

/// An ended call and what was decided about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallFact {
    /// The call.
    pub call: Call,
    /// Each agent's share of the credit, in the order of `call.agents`.
    pub shares: Vec<f64>,
    /// The session, if the caller is asked.
    pub session_id: Option<String>,
    /// Why the caller is not asked.
    pub reason: Option<String>,
}

/// A text that belongs to no session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// Identity.
    pub id: String,
    /// Tenant.
    pub tenant: String,
    /// Account.
    pub account: String,
    /// Our number.
    pub line: Option<String>,
    /// Who sent it.
    pub respondent: Respondent,
    /// The words (or keys).
    pub text: String,
    /// When.
    pub received_at: Moment,
    /// Why.
    pub reason: UnmatchedReason,
}

/// Why a text belongs to no session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnmatchedReason {
    /// Nobody was asked on that thread.
    NoSession,
    /// It fits several open surveys equally.
    Ambiguous,
    /// Too late.
    Expired,
    /// The sender has opted out.
    AfterOptOut,
}

/// A change of consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptOutFact {
    /// Identity.
    pub id: String,
    /// Tenant.
    pub tenant: String,
    /// Account it came in on.
    pub account: String,
    /// Who.
    pub respondent: Respondent,
    /// Out (`true`) or back in.
    pub opted_out: bool,
    /// `keyword`, `provider`, `api`.
    pub source: String,
    /// When.
    pub at: Moment,
}

/// Where results are read. Every adapter passes the same suite of queries.
pub trait ReportStore: Send + Sync {}

/// Where API tokens rest, hashed.
pub trait TokenStore: Send + Sync {}
