//! The correlation store: sessions, marks against repetition, tasks and timers, opt-outs; one commit writes them all or nothing.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Pending;
use super::erasure::{Erasure, Traces};
use super::notice::{Notice, TicketErrand};
use super::report::Fact;
use crate::call::{Moment, Partition};
use crate::phone::Respondent;
use crate::policy::Share;
use crate::survey::model::SurveyKey;
use crate::survey::session::Session;

/// Keeps what must survive a crash. Every adapter passes the same contract suite (`tests/it/contract/session_store.rs`).
///
/// A method's `Ok` after a write means that it is fsynced.
pub trait SessionStore: Send + Sync {
    /// The session found by one of its keys.
    fn session<'a>(&'a self, key: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>>;

    /// What is known of an ended call and its caller, read at once. From then on the call belongs to the session id that is given
    /// back: the `candidate`, or an earlier one's (promise P3: also where two deliveries name different callers).
    fn known_call<'a>(&'a self, call: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>>;

    /// What is known of a respondent: opt-out, erasure, earlier invitations, sessions open or ended not before `since`, and
    /// the answer that was given when `mark` was first seen.
    fn dossier<'a>(&'a self, of: Owner<'a>, mark: Option<&'a Mark>, since: Moment) -> Pending<'a, Result<Dossier, StoreError>>;

    /// Writes a change as a whole, or nothing of it.
    fn commit(&self, change: Change) -> Pending<'_, Result<Committed, StoreError>>;

    /// Takes a place for `holder` under each of these limits, or under none: then the answer is which of them has none free. A place
    /// that the holder has already stays its own; each comes free by itself when [`Share::per`] has passed. In a shared store that
    /// loses data, places are lost with it.
    fn take<'a>(&'a self, holder: &'a str, shares: &'a [Share], now: Moment) -> Pending<'a, Result<Option<usize>, StoreError>>;

    /// Takes up to `most` due tasks for `ttl`, messages about opt-outs first. A [`TaskKind::Send`] to someone who has opted out is not
    /// handed out but dropped, unless it is marked as a confirmation. A task whose lease ran out is handed out again with
    /// `attempt` and `fence` one higher.
    fn lease(&self, most: usize, ttl: Duration, now: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>>;

    /// Says what became of a leased task. With a stale fence nothing changes and the answer is `false`; so it is for
    /// [`Settlement::Started`] where the task has been cancelled or its receiver has opted out meanwhile (promise P9).
    fn settle<'a>(&'a self, task: &'a Leased, to: Settlement) -> Pending<'a, Result<bool, StoreError>>;

    /// Whether one of these tasks is still to be done. Only for tasks that are neither a timer's nor ever parked.
    fn awaits<'a>(&'a self, tasks: &'a [String]) -> Pending<'a, Result<bool, StoreError>>;

    /// Survey definitions that sessions began with: keeps these (none: only reads) and gives back all kept ones as (key, source text).
    fn definitions(&self, keep: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>>;

    /// Deletes marks, ended sessions and settled tasks from before that moment, at most `most` rows; gives the number deleted.
    fn purge(&self, before: Moment, most: usize) -> Pending<'_, Result<usize, StoreError>>;

    /// Removes what is kept of a respondent: sessions, tasks, facts on their way, the number itself. Their [`crate::ports::seal::Seal`] stays, with
    /// when that was and whether they had opted out: [`Dossier::erased_at`] and [`Dossier::opted_out_at`] go on saying so. `Ok` means that
    /// nothing is left in the store's files either. May be done again.
    fn erase<'a>(&'a self, erasure: &'a Erasure, now: Moment) -> Pending<'a, Result<Traces, StoreError>>;

    /// Depth of the queues, for metrics and readiness.
    fn health(&self, now: Moment) -> Pending<'_, Result<Health, StoreError>>;
}

/// Facts on their way to a reporting store that does not share the correlation store's commit.
pub trait FactQueue: Send + Sync {
    /// Facts that wait, oldest first within a partition, at most about `most`. Others may be handed the same ones meanwhile only
    /// after `hold` has passed without [`FactQueue::forwarded`]. Facts that cannot be read any more are given as [`Queued::Damaged`].
    fn waiting(&self, most: usize, hold: Duration) -> Pending<'_, Result<Vec<Queued>, StoreError>>;

    /// They have arrived, or were set aside: they go.
    fn forwarded(&self, keys: Vec<String>) -> Pending<'_, Result<(), StoreError>>;

    /// How many wait.
    fn depth(&self) -> Pending<'_, Result<u64, StoreError>>;
}

/// A fact in the queue.
#[derive(Debug, Clone, PartialEq)]
pub enum Queued {
    /// As it was committed.
    Fact {
        /// Its place in the queue.
        key: String,
        /// The fact.
        fact: Box<Fact>,
    },
    /// It cannot be read by this version.
    Damaged {
        /// Its place in the queue.
        key: String,
    },
}

/// How a session is found.
#[derive(Debug, Clone, Copy)]
pub enum SessionKey<'a> {
    /// By its id.
    Id(&'a str),
    /// By its call.
    Call {
        /// The account that reported it.
        account: &'a str,
        /// The provider's call id.
        call_id: &'a str,
    },
    /// By the provider's id of a message that we sent for it.
    Message {
        /// The account that sent it.
        account: &'a str,
        /// The provider's message id.
        message_id: &'a str,
    },
}

/// A question about an ended call.
#[derive(Debug, Clone, Copy)]
pub struct CallQuery<'a> {
    /// The account that reported it.
    pub account: &'a str,
    /// The provider's call id.
    pub call_id: &'a str,
    /// The id that its session shall have if it has none yet; names the call's [`Partition`].
    pub candidate: &'a str,
    /// Its caller, where known.
    pub caller: Option<Owner<'a>>,
    /// How far back the caller's dossier goes.
    pub since: Moment,
}

/// What is known of an ended call.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KnownCall {
    /// The id that its session has or shall have.
    pub id: String,
    /// Its session, if there is one.
    pub session: Option<Session>,
    /// Its caller's dossier; empty where there is a session, or the caller is not known.
    pub dossier: Dossier,
}

/// Whose dossier.
#[derive(Debug, Clone, Copy)]
pub struct Owner<'a> {
    /// The tenant.
    pub tenant: &'a str,
    /// The caller.
    pub respondent: &'a Respondent,
}

/// What is known of a respondent within a tenant.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dossier {
    /// Grows with each commit that names the respondent; 0 if there was none. Guards caps and opt-outs against races.
    pub version: u64,
    /// Since when the respondent has opted out.
    pub opted_out_at: Option<Moment>,
    /// When the respondent was erased last; whatever happened before is not to be known any more.
    pub erased_at: Option<Moment>,
    /// When surveys were begun, newest last (those not before the `since` asked for).
    pub invitations: Vec<Moment>,
    /// Sessions that are open or ended recently, newest first.
    pub sessions: Vec<Session>,
    /// The answer given when the mark was first seen.
    pub seen: Option<String>,
}

/// A mark against repetition: one delivery of one thing has one effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// For example `call:main:CA1`, `sms:main:SM1`.
    pub key: String,
    /// What was answered; a repetition gets it again.
    pub reply: String,
}

/// One atomic change.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Change {
    /// Where all that it names belongs: the respondent, and the ids of sessions and tasks, whose last byte says so.
    pub partition: Partition,
    /// Refused as [`Committed::Duplicate`] if it is already there.
    pub mark: Option<Mark>,
    /// New sessions (`version` 1, must not exist: neither the id nor the call) and next versions (the stored one must be `version` − 1).
    pub sessions: Vec<Session>,
    /// What changes for a respondent.
    pub respondent: Option<RespondentChange>,
    /// Tasks to add.
    pub tasks: Vec<Task>,
    /// Sessions whose tasks are dropped. Of those that a worker has started (only they cannot be called back) a later
    /// [`Settlement::Retry`] drops them. Applied before `tasks` are added.
    pub cancel: Vec<String>,
    /// A message id of the provider that now belongs to a session: (account, message id, session id).
    pub message: Option<(String, String, String)>,
    /// For the reporting store, in order.
    pub facts: Vec<Fact>,
    /// A leased task that is done with this change; with a stale fence the whole change is refused as [`Committed::Conflict`].
    pub done: Option<(String, u64)>,
    /// When; stamped on marks and rows.
    pub now: Moment,
}

/// What changes for a respondent; refused as [`Committed::Conflict`] if the dossier's version is not `expected`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RespondentChange {
    /// The tenant.
    pub tenant: String,
    /// The caller.
    pub respondent: Respondent,
    /// [`Dossier::version`] that the decision was made on.
    pub expected: u64,
    /// Opted out at, or back in.
    pub opted_out: Option<OptOut>,
    /// A survey begins now; counts for the frequency caps.
    pub invited: bool,
}

/// A change of someone's consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OptOut {
    /// No message leaves any more; waiting ones of all sessions are dropped.
    Out,
    /// Back in.
    In,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Committed {
    /// All of it is fsynced.
    Done,
    /// The mark was there: nothing was written; this was answered the first time.
    Duplicate(String),
    /// Something the change was decided on has changed: load and decide again.
    Conflict,
}

/// Work to be done later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Identity.
    pub id: String,
    /// Whose it is.
    pub session_id: Option<String>,
    /// Not before; of a leased task by the clock of a shared store.
    pub due: Moment,
    /// What.
    pub kind: TaskKind,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum TaskKind {
    /// Send a text message, or look after the calls of a session ([`Purpose::CallBack`]).
    Send(Outgoing),
    /// End the session if it is still open.
    Expire,
    /// Tell somebody outside what has happened.
    Notify(Box<Notice>),
    /// See to a ticket.
    Ticket(TicketErrand),
    /// Erase somebody.
    Erase(Erasure),
}

/// A text message to be sent, or a call to be placed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outgoing {
    /// The tenant, whose opt-outs count.
    pub tenant: String,
    /// Through which account.
    pub account: String,
    /// From which of our numbers.
    pub line: Option<String>,
    /// To whom.
    pub to: Respondent,
    /// The words; none of a call.
    pub text: String,
    /// What for.
    pub purpose: Purpose,
}

/// What a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The first question.
    Invitation,
    /// A later question or word of the survey, where no webhook's answer can carry it.
    Question,
    /// Confirms an opt-out or opt-in; may leave after STOP, and goes first.
    Confirmation,
    /// The first question again, to someone who has said nothing.
    Reminder,
    /// A call to ring the respondent back; no text.
    CallBack,
}

/// A task handed to a worker.
#[derive(Debug, Clone, PartialEq)]
pub struct Leased {
    /// The task.
    pub task: Task,
    /// Grows with each lease; an older holder's settlement has no effect.
    pub fence: u64,
    /// 1 at first.
    pub attempt: u32,
    /// An earlier holder had said [`Settlement::Started`] and nothing since: the fate of its request is unknown (promise P8).
    pub in_doubt: bool,
}

/// What became of a leased task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settlement {
    /// The request is about to leave; from here on a crash leaves its fate unknown.
    Started,
    /// Done: the task goes.
    Done,
    /// Surely not done: again at that moment, no longer in doubt.
    Retry(Moment),
    /// Fate unknown: kept aside, never handed out again.
    Parked,
    /// Not begun (too fast for the account): handed out again at that moment, the attempt not counted.
    Postponed(Moment),
    /// Not begun (shutdown): handed out again at once, the attempt not counted.
    Released,
}

/// Depth of the queues.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Health {
    /// Due or not, not leased.
    pub waiting: u64,
    /// Held by a worker.
    pub leased: u64,
    /// Set aside with unknown fate.
    pub parked: u64,
    /// Age in seconds of the oldest due task.
    pub oldest_due_seconds: u64,
    /// Sessions that wait for answers.
    pub open_sessions: u64,
}

/// Why the store could not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Its queue is full; shed load.
    #[error("the store is busy")]
    Busy,
    /// It cannot be reached, or does not answer in time. Whether a change was made is not known; to make it again does no harm.
    #[error("the store is away: {0}")]
    Away(String),
    /// It cannot read or write.
    #[error("the store failed: {0}")]
    Failed(String),
    /// What it holds was written by a newer version or is damaged.
    #[error("the store holds something this version cannot read: {0}")]
    Unreadable(String),
}
