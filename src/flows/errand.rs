//! A webhook on its way to the use case that it wants.

use super::{CallResult, FlowError, Flows, KeyPress, Outcome, VoiceComment, call_back};
use crate::ivr::Page;
use crate::ports::account::Account;
use crate::ports::journal::Errand;
use crate::ports::provider::{CallReport, Hook, Inbound};
use crate::ports::store::StoreError;

/// What was done.
#[derive(Debug)]
pub struct Done {
    /// For the header and the metrics.
    pub outcome: Outcome,
    /// What the answer says.
    pub said: Said,
}

/// What the answer to a webhook says.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// A page, to a person on the phone.
    Page(Page),
    /// A text, or no text, to whoever wrote one.
    Text(Option<String>),
    /// Nothing.
    Nothing,
}

impl Flows {
    /// Carries a webhook out, or, while the store is away, keeps it in the journal and says what can be said without the store.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn attend(&self, account: &Account, errand: Errand) -> Result<Done, FlowError> {
        let Some(journal) = &self.journal else { return self.carry_out(account, errand).await };
        let partition = self.partition(account, &errand);
        if !journal.has_waiting(partition) {
            match self.carry_out(account, errand.clone()).await {
                Err(FlowError::Store(StoreError::Away(reason))) => tracing::debug!(reason, "kept for later"),
                done => return done,
            }
        }
        self.keep(journal.as_ref(), account, errand).await
    }

    /// An ended call that another system than a provider reports: as [`Flows::attend`], with the decision for an answer. A call
    /// that is kept for later is `accepted`: whether its caller is asked is decided once the store is back.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn reported(&self, account: &Account, report: CallReport) -> Result<CallResult, FlowError> {
        let Some(journal) = &self.journal else { return Ok(self.call_ended(account, report).await?.result) };
        if !journal.has_waiting(report.call.partition()) {
            match self.call_ended(account, report.clone()).await {
                Err(FlowError::Store(StoreError::Away(reason))) => tracing::debug!(reason, "kept for later"),
                answer => return Ok(answer?.result),
            }
        }
        let errand = Errand { hook: Hook::Call, token: String::new(), question: String::new(), attempt: 0, inbound: Inbound::Call(report) };
        self.keep(journal.as_ref(), account, errand).await?;
        Ok(CallResult { result: "accepted".to_owned(), session_id: None, reason: None, channel: None })
    }

    /// Does what the webhook wants. What does not belong to its route has no effect.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn carry_out(&self, account: &Account, errand: Errand) -> Result<Done, FlowError> {
        let Errand { hook, token, question, attempt, inbound } = errand;
        let (token, question) = (token.as_str(), question.as_str());
        let press = |digits| KeyPress { token, question, attempt, digits };
        match (hook, inbound) {
            (Hook::Voice, Inbound::Call(report)) => Ok(self.voice_entry(account, report).await?.into()),
            (_, Inbound::Call(report)) => {
                let answer = self.call_ended(account, report).await?;
                Ok(Done { outcome: answer.outcome, said: answer.page.map_or(Said::Nothing, Said::Page) })
            }
            (Hook::Answer, Inbound::Recording { url, .. }) => {
                let outcome = self.recording(account, VoiceComment { token, question, url: &url }).await?;
                Ok(Done { outcome, said: Said::Page(self.keys(account, press(None)).await?.page) })
            }
            (_, Inbound::Recording { url, .. }) => {
                let outcome = self.recording(account, VoiceComment { token, question, url: &url }).await?;
                Ok(Done { outcome, said: Said::Nothing })
            }
            (Hook::Answer, Inbound::Keys(digits)) => Ok(self.keys(account, press(digits)).await?.into()),
            (Hook::Answer, Inbound::LineDown { recording }) => {
                if let Some(url) = &recording {
                    self.recording(account, VoiceComment { token, question, url }).await?;
                }
                Ok(self.line_down(account, press(None)).await?.into())
            }
            (_, Inbound::Message(message)) => {
                let answer = self.message(account, message).await?;
                Ok(Done { outcome: answer.outcome, said: Said::Text(answer.text) })
            }
            (_, Inbound::Receipt(receipt)) => Ok(Done { outcome: self.receipt(account, receipt).await?, said: Said::Nothing }),
            (_, Inbound::PlacedCall(placed)) => call_back::heard(self, account, (hook, token), placed).await,
            (_, Inbound::Keys(_) | Inbound::LineDown { .. } | Inbound::Nothing) => {
                Ok(Done { outcome: Outcome::Ignored, said: Said::Nothing })
            }
        }
    }
}

impl From<super::VoiceAnswer> for Done {
    fn from(answer: super::VoiceAnswer) -> Self {
        Self { outcome: answer.outcome, said: Said::Page(answer.page) }
    }
}
