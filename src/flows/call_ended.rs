use super::{CallAnswer, FlowError, Flows};
use crate::ports::account::Account;
use crate::ports::provider::CallReport;

pub async fn run(_flows: &Flows, _account: &Account, _report: CallReport) -> Result<CallAnswer, FlowError> {
    Err(FlowError::Contended)
}
