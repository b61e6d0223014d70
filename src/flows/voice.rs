use super::{FlowError, Flows, KeyPress, Outcome, VoiceAnswer, VoiceComment};
use crate::ports::account::Account;
use crate::ports::provider::CallReport;

pub async fn enter(_flows: &Flows, _account: &Account, _report: CallReport) -> Result<VoiceAnswer, FlowError> {
    Err(FlowError::Contended)
}

pub async fn keys(_flows: &Flows, _account: &Account, _press: KeyPress<'_>) -> Result<VoiceAnswer, FlowError> {
    Err(FlowError::Contended)
}

pub async fn recording(_flows: &Flows, _account: &Account, _comment: VoiceComment<'_>) -> Result<Outcome, FlowError> {
    Err(FlowError::Contended)
}
