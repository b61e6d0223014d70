use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::phone::Respondent;
use crate::ports::provider::{NewCall, Sms};

/// Most messages that are kept (promise P13).
const MOST: usize = 10_000;

/// A message that went nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedSms {
    /// The simulator's id of it.
    pub message_id: String,
    /// From which of our numbers.
    pub from: Option<String>,
    /// To whom.
    pub to: Respondent,
    /// The words.
    pub text: String,
    /// The task that sent it.
    pub task_id: String,
    /// Where its delivery is to be reported.
    pub receipt_url: String,
}

/// A call that rings nowhere.
#[derive(Clone, Debug)]
pub struct SimulatedCall {
    /// The simulator's id of it.
    pub call_id: String,
    /// As it was asked for.
    pub call: NewCall,
}

/// The newest messages and calls.
#[derive(Default)]
pub struct Outbox(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    messages: VecDeque<SimulatedSms>,
    /// How many were ever sent.
    count: u64,
    /// How many at the back have not been taken.
    new: usize,
    calls: VecDeque<SimulatedCall>,
}

impl Outbox {
    /// Keeps the message, drops the oldest if there are too many, and gives the id: the task makes it unique over restarts, the
    /// count within one run.
    pub fn keep(&self, sms: &Sms) -> String {
        let mut kept = self.lock();
        kept.count += 1;
        let message_id = format!("SM-{}-{}", sms.task_id, kept.count);
        kept.messages.push_back(SimulatedSms {
            message_id: message_id.clone(),
            from: sms.from.clone(),
            to: sms.to.clone(),
            text: sms.text.clone(),
            task_id: sms.task_id.clone(),
            receipt_url: sms.receipt_url.clone(),
        });
        if kept.messages.len() > MOST {
            kept.messages.pop_front();
        }
        kept.new = (kept.new + 1).min(MOST);
        message_id
    }

    /// Keeps the call as it does messages; it is given once.
    pub fn keep_call(&self, call: &NewCall) -> String {
        let mut kept = self.lock();
        kept.count += 1;
        let call_id = format!("CA-{}-{}", call.task_id, kept.count);
        kept.calls.push_back(SimulatedCall { call_id: call_id.clone(), call: call.clone() });
        if kept.calls.len() > MOST {
            kept.calls.pop_front();
        }
        call_id
    }

    pub fn take_calls(&self) -> Vec<SimulatedCall> {
        self.lock().calls.drain(..).collect()
    }

    pub fn calls_to(&self, to: &Respondent) -> Vec<SimulatedCall> {
        self.lock().calls.iter().filter(|call| call.call.to == *to).cloned().collect()
    }

    pub fn to(&self, to: &Respondent) -> Vec<SimulatedSms> {
        self.lock().messages.iter().filter(|message| message.to == *to).cloned().collect()
    }

    pub fn take_new(&self) -> Vec<SimulatedSms> {
        let mut kept = self.lock();
        let taken = kept.messages.len() - std::mem::take(&mut kept.new);
        kept.messages.range(taken..).cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_ten_thousand_messages_are_kept() {
        let outbox = Outbox::default();
        let to = Respondent::parse("+14155550123").expect("a number");
        for n in 1..=MOST + 5 {
            let (text, task_id) = (n.to_string(), format!("t{n}"));
            outbox.keep(&Sms { to: to.clone(), from: None, text, receipt_url: String::new(), task_id });
        }
        assert_eq!(outbox.to(&to).first().map(|message| message.text.clone()), Some("6".to_owned()));
        assert_eq!((outbox.take_new().len(), outbox.take_new().len()), (MOST, 0));
    }
}
