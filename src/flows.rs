//! The use cases: load, decide (pure), commit state and outbox in one transaction, act later from the outbox.

use std::sync::{Arc, RwLock};

use crate::ivr::Page;
use crate::policy::Policy;
use crate::ports::account::Account;
use crate::ports::clock::{Clock, Ids};
use crate::ports::journal::Journal;
use crate::ports::provider::{CallReport, Malformed, Message, Receipt, Sent};
use crate::ports::store::{Change, Committed, Leased, Outgoing, SessionStore, StoreError};
use crate::survey::model::Book;

pub use call_back::CallDue;
pub use consent::Standing;
pub use errand::{Done, Said};
pub use leaving::Leaves;

pub mod attributes;
mod call_back;
mod call_ended;
mod change;
mod consent;
pub mod erase;
mod errand;
pub mod export;
mod follow_up;
mod leaving;
mod outage;
mod page;
pub mod replay;
mod reply;
mod sending;
pub mod tickets;
mod token;
mod voice;

/// Everything the use cases need; made once by `app`.
pub struct Flows {
    /// Correlation store.
    pub store: Arc<dyn SessionStore>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Identities.
    pub ids: Arc<dyn Ids>,
    /// Where what cannot be carried out now is kept, where the store can be away.
    pub journal: Option<Arc<dyn Journal>>,
    /// How texts are answered.
    pub replies: Replies,
    /// Surveys and policy; exchanged as a whole on reload.
    pub rulebook: Arc<RwLock<Arc<Rulebook>>>,
    /// `server.public_url` without a slash at its end; addresses in documents begin with it.
    pub public_url: String,
    /// Signs voice tokens.
    pub secret: ring::hmac::Key,
    /// Told when a task that is due now was committed, so that it does not wait for the next look at the outbox.
    pub wake: Arc<tokio::sync::Notify>,
}

/// How texts are answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Replies {
    /// With the answer to their webhook.
    #[default]
    Inline,
    /// With a message of their own: the webhook was answered long ago.
    Queued,
}

/// Surveys and policy in force.
#[derive(Debug, Clone, Default)]
pub struct Rulebook {
    /// The surveys.
    pub book: Book,
    /// The policy.
    pub policy: Policy,
}

/// What came of a webhook; the header `aftercall-outcome`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It had its effect, and that is fsynced.
    Accepted,
    /// It had its effect earlier.
    Duplicate,
    /// Well-formed, with nothing to do.
    Ignored,
}

/// What came of a call-end, as `POST /v1/calls` answers.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CallResult {
    /// `started`, `duplicate` or `suppressed`; `accepted` where the decision waits for the store.
    pub result: String,
    /// The session, if the caller is asked.
    pub session_id: Option<String>,
    /// Why the caller is not asked.
    pub reason: Option<String>,
    /// `sms`, `ivr` or `call`.
    pub channel: Option<String>,
}

/// The answer to a call-end.
#[derive(Debug)]
pub struct CallAnswer {
    /// For the outcome header.
    pub outcome: Outcome,
    /// For `POST /v1/calls`.
    pub result: CallResult,
    /// The first page, where the caller is on the line and is asked by keypad.
    pub page: Option<Page>,
}

/// The answer to a person on the phone.
#[derive(Debug)]
pub struct VoiceAnswer {
    /// For the outcome header.
    pub outcome: Outcome,
    /// What they hear.
    pub page: Page,
}

/// The answer to an inbound message.
#[derive(Debug)]
pub struct MessageAnswer {
    /// For the outcome header.
    pub outcome: Outcome,
    /// The text to send back, if any.
    pub text: Option<String>,
}

/// Keys (or silence) on the phone, with the address they were posted to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPress<'a> {
    /// From the path.
    pub token: &'a str,
    /// `q` of the query.
    pub question: &'a str,
    /// `try` of the query.
    pub attempt: u16,
    /// `None`: no key came.
    pub digits: Option<String>,
}

/// A finished voice comment, with the address it was announced to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceComment<'a> {
    /// From the path.
    pub token: &'a str,
    /// `q` of the query.
    pub question: &'a str,
    /// Where the provider keeps the recording.
    pub url: &'a str,
}

/// Why a use case could not be carried out; nothing was accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FlowError {
    /// The store could not; 503.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Others changed the same session again and again; 503.
    #[error("the session is changed by others at the same time")]
    Contended,
    /// The webhook says something impossible; 400.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// A session runs a survey definition that is not at hand.
    #[error("the definition of survey {0} that a session runs is missing")]
    MissingDefinition(String),
}

impl Flows {
    /// A call has ended or has left its agent: decides whether and how the caller is asked.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn call_ended(&self, account: &Account, report: CallReport) -> Result<CallAnswer, FlowError> {
        call_ended::run(self, account, report).await
    }

    /// A caller enters the survey on the phone: goes on with the call's session, or begins one.
    ///
    /// # Errors
    /// [`FlowError`]; the HTTP side then says the polite end.
    pub async fn voice_entry(&self, account: &Account, report: CallReport) -> Result<VoiceAnswer, FlowError> {
        voice::enter(self, account, report).await
    }

    /// A caller pressed keys, or none in time.
    ///
    /// # Errors
    /// [`FlowError`]; the HTTP side then says the polite end.
    pub async fn keys(&self, account: &Account, press: KeyPress<'_>) -> Result<VoiceAnswer, FlowError> {
        voice::keys(self, account, press).await
    }

    /// A caller hung up while they heard the page of that address.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn line_down(&self, account: &Account, press: KeyPress<'_>) -> Result<VoiceAnswer, FlowError> {
        voice::line_down(self, account, press).await
    }

    /// A recorded voice comment is ready.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn recording(&self, account: &Account, comment: VoiceComment<'_>) -> Result<Outcome, FlowError> {
        voice::recording(self, account, comment).await
    }

    /// A caller sent a text message.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn message(&self, account: &Account, message: Message) -> Result<MessageAnswer, FlowError> {
        reply::run(self, account, message).await
    }

    /// A provider says what became of a message.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn receipt(&self, account: &Account, receipt: Receipt) -> Result<Outcome, FlowError> {
        sending::receipt(self, account, receipt).await
    }

    /// Says what became of an attempt to send; returns the name of the outcome for metrics.
    ///
    /// # Errors
    /// [`FlowError`]; then the task stays leased and is in doubt when its lease runs out.
    pub async fn sent(&self, account: &Account, leased: &Leased, sent: Sent) -> Result<(), FlowError> {
        sending::sent(self, account, leased, sent).await
    }

    /// Whether a message that is due leaves now.
    ///
    /// # Errors
    /// [`FlowError`]; then the task stays leased and comes again.
    pub async fn leaves(&self, leased: &Leased, outgoing: &Outgoing) -> Result<Leaves, FlowError> {
        leaving::leaves(self, leased, outgoing).await
    }

    /// What is to be done about the calls of a session, where a task that looks after them is due.
    ///
    /// # Errors
    /// [`FlowError`]; then the task stays leased and comes again.
    pub async fn call_due(&self, leased: &Leased, outgoing: &Outgoing) -> Result<CallDue, FlowError> {
        call_back::due(self, leased, outgoing).await
    }

    /// Ends a session whose time is over.
    ///
    /// # Errors
    /// [`FlowError`]; then the task stays leased and comes again.
    pub async fn expire(&self, leased: &Leased) -> Result<(), FlowError> {
        sending::expire(self, leased).await
    }

    async fn commit(&self, mut change: Change) -> Result<Committed, FlowError> {
        self.tell_of_consent(&mut change);
        let now = change.now;
        let due = change.tasks.iter().any(|task| task.due <= now);
        let outcome = self.store.commit(change).await?;
        if due && outcome == Committed::Done {
            self.wake.notify_one();
        }
        Ok(outcome)
    }

    /// The surveys and policy in force now.
    #[must_use]
    pub fn rulebook(&self) -> Arc<Rulebook> {
        Arc::clone(&self.rulebook.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}
