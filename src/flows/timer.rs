use super::{FlowError, Flows, Outcome};
use crate::ports::account::Account;
use crate::ports::provider::Receipt;

pub async fn receipt(_flows: &Flows, _account: &Account, _receipt: Receipt) -> Result<Outcome, FlowError> {
    Err(FlowError::Contended)
}
