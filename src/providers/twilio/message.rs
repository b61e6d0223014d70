//! Message webhooks. Source: <https://www.twilio.com/docs/messaging/guides/webhook-request> and
//! <https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks>.

use super::super::{in_query, required};
use super::call;
use super::sms::OPTED_OUT;
use crate::ports::provider::{Content, Delivery, Inbound, Malformed, Message, OptOutType, Receipt};

/// A message from a caller.
pub fn received(content: &Content) -> Result<Inbound, Malformed> {
    let message_id = message_id(content)?;
    let (line, from) = (required(content, "To")?.to_owned(), required(content, "From")?);
    let Some(from) = call::number(from) else { return Ok(Inbound::Nothing) };
    let text = content.given("Body").unwrap_or_default().to_owned();
    let opt_out = content.get("OptOutType").and_then(opt_out);
    Ok(Inbound::Message(Message { message_id, line, from, text, opt_out }))
}

/// What became of a message of ours.
pub fn receipt(content: &Content) -> Result<Inbound, Malformed> {
    let message_id = message_id(content)?;
    let status = content.get("MessageStatus").or(content.get("SmsStatus"));
    let code = content.get("ErrorCode").filter(|code| *code != "0").map(str::to_owned);
    let state = match status.ok_or_else(|| Malformed("MessageStatus is missing".to_owned()))? {
        "sent" => Delivery::Sent,
        "delivered" | "read" => Delivery::Delivered,
        "undelivered" | "failed" | "canceled" if code.as_deref() == Some(OPTED_OUT) => Delivery::OptedOut,
        "undelivered" | "failed" | "canceled" => Delivery::Failed,
        _ => return Ok(Inbound::Nothing),
    };
    let (task_id, session_id) = (in_query(content, "task"), in_query(content, "session"));
    Ok(Inbound::Receipt(Receipt { message_id, task_id, session_id, state, code }))
}

fn message_id(content: &Content) -> Result<String, Malformed> {
    content
        .get("SmsSid")
        .filter(|_| content.get("MessageSid").is_none())
        .map_or_else(|| required(content, "MessageSid"), Ok)
        .map(str::to_owned)
}

fn opt_out(text: &str) -> Option<OptOutType> {
    match text {
        "STOP" => Some(OptOutType::Stop),
        "START" => Some(OptOutType::Start),
        "HELP" => Some(OptOutType::Help),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn read(given: &[(&str, &str)]) -> Result<Inbound, Malformed> {
        received(&Content { pairs: pairs(given), ..Content::default() })
    }

    const ENDS: [(&str, &str); 2] = [("From", "+14155550123"), ("To", "+14155550100")];

    #[test]
    fn a_text_is_told_as_it_was_sent() {
        let Ok(Inbound::Message(message)) = read(&[&ENDS[..], &[("MessageSid", "SM1"), ("SmsSid", "SM0"), ("Body", " 5! ")]].concat())
        else {
            panic!("a message")
        };
        assert_eq!((message.message_id.as_str(), message.line.as_str()), ("SM1", "+14155550100"));
        assert_eq!((message.from.expose(), message.text.as_str(), message.opt_out), ("+14155550123", " 5! ", None));
    }

    #[test]
    fn an_empty_text_the_older_id_and_the_opt_out_type_are_understood() {
        for (word, kind) in [("STOP", OptOutType::Stop), ("START", OptOutType::Start), ("HELP", OptOutType::Help)] {
            let Ok(Inbound::Message(message)) = read(&[&ENDS[..], &[("SmsSid", "SM0"), ("Body", ""), ("OptOutType", word)]].concat())
            else {
                panic!("a message")
            };
            assert_eq!((message.message_id.as_str(), message.text.as_str(), message.opt_out), ("SM0", "", Some(kind)));
        }
    }

    #[test]
    fn a_sender_without_a_number_says_nothing_and_a_missing_one_is_malformed() {
        for from in ["MYBANK", "72975", "whatsapp:+14155550123"] {
            assert_eq!(read(&[("MessageSid", "SM1"), ("From", from), ("To", "+14155550100")]), Ok(Inbound::Nothing), "{from}");
        }
        assert_eq!(read(&ENDS), Err(Malformed("MessageSid is missing".to_owned())));
        assert_eq!(read(&[("MessageSid", "SM1"), ENDS[0]]), Err(Malformed("To is missing".to_owned())));
        assert_eq!(read(&[("MessageSid", "SM1"), ENDS[1]]), Err(Malformed("From is missing".to_owned())));
    }

    fn told(given: &[(&str, &str)]) -> Result<Inbound, Malformed> {
        receipt(&Content { pairs: pairs(given), query: pairs(&[("session", "s1"), ("task", "t1")]), headers: Vec::new() })
    }

    #[test]
    fn a_receipt_tells_state_code_and_our_own_ids() {
        let expected = Receipt {
            message_id: "SM1".to_owned(),
            task_id: Some("t1".to_owned()),
            session_id: Some("s1".to_owned()),
            state: Delivery::Failed,
            code: Some("30003".to_owned()),
        };
        let failed = [("MessageSid", "SM1"), ("MessageStatus", "undelivered"), ("ErrorCode", "30003")];
        assert_eq!(told(&failed), Ok(Inbound::Receipt(expected)));
    }

    #[test]
    fn message_states_become_deliveries() {
        let state = |status: &str, code: &str| match told(&[("SmsSid", "SM1"), ("SmsStatus", status), ("ErrorCode", code)]) {
            Ok(Inbound::Receipt(receipt)) => Some(receipt.state),
            Ok(Inbound::Nothing) => None,
            other => panic!("{status}: {other:?}"),
        };
        assert_eq!(state("sent", ""), Some(Delivery::Sent));
        assert_eq!(["delivered", "read"].map(|status| state(status, "")), [Some(Delivery::Delivered); 2]);
        assert_eq!(["undelivered", "failed", "canceled"].map(|status| state(status, "")), [Some(Delivery::Failed); 3]);
        assert_eq!(["undelivered", "failed"].map(|status| state(status, "21610")), [Some(Delivery::OptedOut); 2]);
        assert_eq!(["queued", "accepted", "sending", "scheduled", "received", "new"].map(|status| state(status, "")), [None; 6]);
        assert_eq!(told(&[("MessageSid", "SM1")]), Err(Malformed("MessageStatus is missing".to_owned())));
        assert_eq!(told(&[("MessageStatus", "sent")]), Err(Malformed("MessageSid is missing".to_owned())));
    }
}
