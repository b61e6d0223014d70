use super::{FlowError, Flows, MessageAnswer};
use crate::ports::account::Account;
use crate::ports::provider::Message;

pub async fn run(_flows: &Flows, _account: &Account, _message: Message) -> Result<MessageAnswer, FlowError> {
    Err(FlowError::Contended)
}
