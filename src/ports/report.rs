//! The reporting store: facts go in with the commit that made them true, results come out for the API, exports and dashboards.

use serde::{Deserialize, Serialize};

pub use audit::{Audit, Deed, Unmasked, Unmasking};
pub use figure::{Figure, FigureDetail, FigureItem, FigureQuery, Repeat};
pub use filter::{Condition, Dimension, Filter, Grouping, Pattern};
pub use integrity::{Best, Burst, IntegrityQuery, Invites, Lift, RankingQuery, Releases, Repeats, Responses, Seen, Sign};
pub use rows::{BadCursor, Changed, Changes, Cursor, Held, Order, Page, PageQuery, Row, Table};
pub use score::{Comparison, FunnelItem, HandlingItem, Interval, MeasureQuery, Previous, Score, Share};
pub use ticket::{Backwards, Note, Ticket, TicketPatch, TicketState};
pub use token::{ApiToken, Digest, NewToken, Role};

use super::Pending;
use super::erasure::{Class, Erasure, Receipt, Traces};
use super::notice::SwitchedOff;
use crate::call::{Call, Moment};
use crate::phone::Respondent;
use crate::survey::measure::ranking::Ranked;
use crate::survey::response::Response;

mod audit;
mod figure;
mod filter;
mod integrity;
mod rows;
mod score;
mod ticket;
mod token;

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
    /// A ticket, guarded by its version.
    Ticket(Box<Ticket>),
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
    /// A row with a higher version replaces this one: 1, and more where attributes were added after the call's end.
    #[serde(default = "first")]
    pub version: u64,
}

fn first() -> u64 {
    1
}

/// A call as the reporting store holds it, the number whole.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCall {
    /// The call and what was decided about it.
    pub fact: CallFact,
    /// What became of it: `open`, how its session ended, or `suppressed:<reason>`.
    pub disposition: Option<String>,
    /// The response of its session, if there is one.
    pub response: Option<Response>,
}

/// Which call of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallName<'a> {
    /// The tenant.
    pub tenant: &'a str,
    /// The account that reported it.
    pub account: &'a str,
    /// The provider's call id.
    pub call_id: &'a str,
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
    /// By whose word: `keyword`, `provider`, `api`, `review` (a request in words of their own, in force until a person has decided).
    pub source: String,
    /// The caller's own words, where there are any.
    #[serde(default)]
    pub text: Option<String>,
    /// When.
    pub at: Moment,
}

/// How someone's consent is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentOf<'a> {
    /// By the number.
    Respondent(&'a Respondent),
    /// By the id of any change of it: lists show numbers masked.
    Change(&'a str),
}

/// Where results are read. Every adapter passes the same suite of queries (`tests/it/contract/report_store.rs`).
/// Rows come out as the API shows them: numbers masked, times as RFC 3339.
pub trait ReportStore: Send + Sync {
    /// The rows behind a cursor. In [`Order::Change`] a reader that goes on from each page's cursor sees every row and every later
    /// correction of it, each at its newest version; in [`Order::Identity`] it sees every row once.
    fn page<'a>(&'a self, query: &'a PageQuery) -> Pending<'a, Result<Page, ReportError>>;

    /// The tenant's rows of all tables behind that place of the feed, each at its newest version, and the keys of those that are gone: at most
    /// `limit`, from 1 on.
    fn changes<'a>(&'a self, tenant: &'a str, after: Cursor, limit: usize) -> Pending<'a, Result<Changes, ReportError>>;

    /// The response of a session, if it belongs to the tenant.
    fn response<'a>(&'a self, tenant: &'a str, session_id: &'a str) -> Pending<'a, Result<Option<Row>, ReportError>>;

    /// The call of that name and its response, if it belongs to the tenant.
    fn call<'a>(&'a self, name: CallName<'a>) -> Pending<'a, Result<Option<KeptCall>, ReportError>>;

    /// The ticket of that id, if it belongs to the tenant.
    fn ticket<'a>(&'a self, tenant: &'a str, id: &'a str) -> Pending<'a, Result<Option<Row>, ReportError>>;

    /// Scores by group and interval, ordered by measure, interval and group.
    fn measures<'a>(&'a self, query: &'a MeasureQuery) -> Pending<'a, Result<Vec<Score>, ReportError>>;

    /// The newest change of a respondent's consent within a tenant, and whose it is.
    fn consent<'a>(&'a self, tenant: &'a str, of: ConsentOf<'a>) -> Pending<'a, Result<Option<(Respondent, Row)>, ReportError>>;

    /// Figures that no question asks for, by group and interval, ordered by figure, interval and group.
    fn figures<'a>(&'a self, query: &'a FigureQuery) -> Pending<'a, Result<Vec<FigureItem>, ReportError>>;

    /// How many calls came how far, by group; ordered by group.
    fn funnel<'a>(&'a self, filter: &'a Filter, by: &'a [Grouping]) -> Pending<'a, Result<Vec<FunnelItem>, ReportError>>;

    /// How tickets were handled, by group of the response that opened them; ordered by group.
    fn handling<'a>(&'a self, filter: &'a Filter, by: &'a [Grouping]) -> Pending<'a, Result<Vec<HandlingItem>, ReportError>>;

    /// The agents in the order of their scores.
    fn ranking<'a>(&'a self, query: &'a RankingQuery) -> Pending<'a, Result<Vec<Ranked>, ReportError>>;

    /// Signs of steered scores, the least likely to be chance first.
    fn integrity<'a>(&'a self, query: &'a IntegrityQuery) -> Pending<'a, Result<Vec<Sign>, ReportError>>;
}

/// The door by which facts come into a reporting store that is not the correlation store's own file (promise P6: at least once
/// forwarded, exactly once there). Every adapter passes the suite of `tests/it/contract/report_store.rs`.
pub trait ReportWriter: Send + Sync {
    /// Writes facts in order, all or none; a repeated or older one changes nothing. `Ok` means that they are committed and that
    /// each reader of [`Order::Change`] will find them behind every cursor handed out before.
    ///
    /// # Errors
    /// [`ReportError::Away`] if they may be tried again as they are; [`ReportError::Refused`] if the store will never take one of them.
    fn write<'a>(&'a self, facts: &'a [Fact]) -> Pending<'a, Result<(), ReportError>>;

    /// Keeps a fact that the store refuses, with the reason, where operators find it (table `refused_facts`), so that it blocks no other.
    fn set_aside<'a>(&'a self, fact: &'a Fact, reason: &'a str, now: Moment) -> Pending<'a, Result<(), ReportError>>;

    /// Removes a respondent of a tenant from every table, with these sessions of theirs, and keeps the receipt, which says how much with what
    /// other stores have `removed` before. Responses and unmatched replies go and leave their keys in the feed; calls, tickets and changes of
    /// consent stay without the person. Facts of theirs that come later and happened before `now` are written like that too, or not at all.
    /// May be done again.
    fn erase<'a>(&'a self, erasure: &'a Erasure, traces: &'a Traces, now: Moment) -> Pending<'a, Result<Receipt, ReportError>>;

    /// Removes what is kept no longer of calls that ended before that moment, a batch of at most so many rows of each table; gives how many
    /// were old enough. What was removed shows in the feed.
    fn retain(&self, class: Class, before: Moment, most: usize) -> Pending<'_, Result<u64, ReportError>>;

    /// Whether the store answers; for readiness and metrics.
    fn check(&self) -> Pending<'_, Result<(), ReportError>>;
}

/// Packing rows of the past so that questions about millions of them are answered at once; the answers are the same before and after.
pub trait Packing: Send + Sync {
    /// Packs some of the rows that wait, if there are at least so many; gives how many. One process at a time does.
    fn pack(&self, worth: u32) -> Pending<'_, Result<usize, ReportError>>;

    /// Brings small or largely outdated segments together, those of one day at a time; whether there were any.
    fn merge(&self) -> Pending<'_, Result<bool, ReportError>>;

    /// What is packed and what waits.
    fn waiting(&self) -> Pending<'_, Result<Waiting, ReportError>>;
}

/// How far packing has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Calls and responses that are not packed, or have changed since; at most 100 000 of either are counted.
    pub rows: u64,
    /// Segments.
    pub segments: u64,
}

/// Where API tokens rest, hashed.
pub trait TokenStore: Send + Sync {
    /// Keeps a new token.
    fn create(&self, token: NewToken) -> Pending<'_, Result<(), ReportError>>;

    /// The token with that digest, if it is not revoked.
    fn find(&self, digest: Digest) -> Pending<'_, Result<Option<ApiToken>, ReportError>>;

    /// All tokens, oldest first, revoked ones too.
    fn list(&self) -> Pending<'_, Result<Vec<ApiToken>, ReportError>>;

    /// Makes a token worthless from now on; `false` if there is no such token or it was revoked before.
    fn revoke<'a>(&'a self, id: &'a str, now: Moment) -> Pending<'a, Result<bool, ReportError>>;
}

/// Which webhooks are switched off, for all gateways.
pub trait WebhookSwitches: Send + Sync {
    /// Those that are off, by name.
    fn switched_off(&self) -> Pending<'_, Result<Vec<SwitchedOff>, ReportError>>;

    /// Switches one off; one that is off already stays so since then.
    fn switch_off<'a>(&'a self, name: &'a str, now: Moment) -> Pending<'a, Result<(), ReportError>>;

    /// Switches one on again; `false` if it was not off.
    fn switch_on<'a>(&'a self, name: &'a str) -> Pending<'a, Result<bool, ReportError>>;
}

/// Why results could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// It cannot read or write.
    #[error("the reporting store failed: {0}")]
    Failed(String),
    /// It cannot be reached, is overloaded or asks to try again (deadlock, serialisation failure, shutdown); nothing was written.
    #[error("the reporting store is away: {0}")]
    Away(String),
    /// It will never take what was given: data that its columns cannot hold. The text never carries a stored value.
    #[error("the reporting store refuses a fact: {0}")]
    Refused(String),
    /// What it holds was written by a newer version or is damaged.
    #[error("the reporting store holds something this version cannot read: {0}")]
    Unreadable(String),
}
