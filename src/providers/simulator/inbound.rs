use std::time::Duration;

use super::super::{RING, bare_call, in_query, placed_call, required};
use crate::call::{Call, CallOutcome, Direction, Moment, Party};
use crate::phone::Respondent;
use crate::ports::provider::{AccountName, CallReport, Content, Delivery, Hook, Inbound, Malformed, Message, Receipt, Whereabouts};
use crate::survey::call_back::News;

/// What a webhook of the simulator says.
pub fn read(hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    match hook {
        Hook::Call | Hook::Answer if in_query(content, RING).is_some() => placed(hook, content, account, now),
        Hook::Call => match content.get("status").unwrap_or("completed") {
            "completed" => report(content, account, now, false),
            "on_line" => report(content, account, now, true),
            _ => Ok(Inbound::Nothing),
        },
        Hook::Voice => report(content, account, now, true),
        Hook::Answer if content.get("event") == Some("hangup") => report(content, account, now, false),
        Hook::Answer => Ok(Inbound::Keys(content.get("digits").map(str::to_owned))),
        Hook::Recording => {
            let url = required(content, "url")?.to_owned();
            Ok(Inbound::Recording { url, seconds: number(content, "seconds")? })
        }
        Hook::Sms => message(content),
        Hook::Receipt => receipt(content),
    }
}

fn report(content: &Content, account: &AccountName, now: Moment, on_line: bool) -> Result<Inbound, Malformed> {
    let call = call(content, account, now, None)?;
    let caller = if on_line { Whereabouts::OnTheLine } else { Whereabouts::Gone };
    Ok(Inbound::Call(CallReport { call, caller }))
}

/// A phone that we ring: `answered_by` is `person` or `machine` where a page is asked for, `status` says how the call has ended.
fn placed(hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    let ends = [
        ("completed", News::Completed),
        ("busy", News::Busy),
        ("no_answer", News::NoAnswer),
        ("failed", News::Failed),
        ("canceled", News::Canceled),
    ];
    let news = match hook {
        Hook::Answer => word(content, "answered_by", &[("person", News::Person), ("machine", News::Machine)])?.unwrap_or(News::Person),
        _ => word(content, "status", &ends)?.ok_or_else(|| Malformed("status is missing".to_owned()))?,
    };
    let call = call(content, account, now, Some(Direction::Outbound))?;
    Ok(placed_call(content, call, news))
}

fn call(content: &Content, account: &AccountName, now: Moment, ours: Option<Direction>) -> Result<Call, Malformed> {
    let mut call = bare_call(account, required(content, "call_id")?, moment(content, "ended_at")?.unwrap_or(now));
    let told = word(content, "direction", &[("inbound", Direction::Inbound), ("outbound", Direction::Outbound)])?;
    call.direction = ours.or(told);
    let (from, to) = (content.get("from"), content.get("to"));
    let (caller, line) = if call.direction == Some(Direction::Outbound) { (to, from) } else { (from, to) };
    call.respondent = caller.and_then(|text| Respondent::parse(text).ok());
    call.line = line.map(str::to_owned);
    call.started_at = moment(content, "started_at")?;
    let talk = number(content, "talk_seconds")?.map(|seconds| Duration::from_secs(seconds.into()));
    call.answered_at = moment(content, "answered_at")?.or(talk.map(|talk| call.ended_at.minus(talk)));
    call.ended_by = word(content, "ended_by", &[("caller", Party::Caller), ("agent", Party::Agent), ("system", Party::System)])?;
    call.outcome = word(content, "outcome", &[("answered", CallOutcome::Answered), ("unanswered", CallOutcome::Unanswered)])?;
    Ok(call)
}

fn message(content: &Content) -> Result<Inbound, Malformed> {
    let (message_id, line) = (required(content, "message_id")?.to_owned(), required(content, "to")?.to_owned());
    let Ok(from) = Respondent::parse(required(content, "from")?) else { return Ok(Inbound::Nothing) };
    let text = content.given("text").unwrap_or_default().to_owned();
    Ok(Inbound::Message(Message { message_id, line, from, text, opt_out: None }))
}

fn receipt(content: &Content) -> Result<Inbound, Malformed> {
    let states =
        [("sent", Delivery::Sent), ("delivered", Delivery::Delivered), ("failed", Delivery::Failed), ("opted_out", Delivery::OptedOut)];
    let message_id = required(content, "message_id")?.to_owned();
    let state = word(content, "state", &states)?.ok_or_else(|| Malformed("state is missing".to_owned()))?;
    let (task_id, session_id) = (in_query(content, "task"), in_query(content, "session"));
    Ok(Inbound::Receipt(Receipt { message_id, task_id, session_id, state, code: content.get("code").map(str::to_owned) }))
}

fn moment(content: &Content, name: &str) -> Result<Option<Moment>, Malformed> {
    content.get(name).map(|text| Moment::parse(text).map_err(|error| Malformed(format!("{name} is {error}")))).transpose()
}

fn number(content: &Content, name: &str) -> Result<Option<u32>, Malformed> {
    content.get(name).map(|text| text.parse().map_err(|_| Malformed(format!("{name} is no whole number")))).transpose()
}

fn word<T: Copy>(content: &Content, name: &str, known: &[(&str, T)]) -> Result<Option<T>, Malformed> {
    let Some(given) = content.get(name) else { return Ok(None) };
    let found = known.iter().find(|(word, _)| *word == given).map(|(_, meaning)| *meaning);
    found
        .map(Some)
        .ok_or_else(|| Malformed(format!("{name} is none of {}", known.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(hook: Hook, body: &str) -> Result<Inbound, Malformed> {
        let pairs = |text| crate::providers::form::text(crate::providers::form::decode(text)).expect("text");
        let content = Content { pairs: pairs(body.as_bytes()), query: pairs(b"task=t1&session=s1"), headers: Vec::new() };
        let now = Moment::parse("2026-11-23T10:00:00Z").expect("a time");
        super::read(hook, &content, &AccountName { name: "simulator".to_owned(), tenant: "default".to_owned() }, now)
    }

    fn report(hook: Hook, body: &str) -> CallReport {
        match read(hook, body) {
            Ok(Inbound::Call(report)) => report,
            other => panic!("{body}: {other:?}"),
        }
    }

    #[test]
    fn a_call_says_all_that_a_call_can_say() {
        let CallReport { call, caller } = report(
            Hook::Call,
            "call_id=C1&from=%2B14155550123&to=%2B14155550100&direction=inbound&ended_at=2026-11-23T09:00:00Z\
             &started_at=2026-11-23T08:50:00Z&ended_by=caller&outcome=answered&talk_seconds=60",
        );
        assert_eq!(caller, Whereabouts::Gone);
        assert_eq!((call.call_id.as_str(), call.line.as_deref()), ("C1", Some("+14155550100")));
        assert_eq!(call.respondent, Respondent::parse("+14155550123").ok());
        assert_eq!((call.direction, call.ended_by), (Some(Direction::Inbound), Some(Party::Caller)));
        assert_eq!((call.ended_at.to_string(), call.talk_seconds()), ("2026-11-23T09:00:00.000Z".to_owned(), Some(60)));
        assert_eq!(call.started_at.map(|at| at.to_string()), Some("2026-11-23T08:50:00.000Z".to_owned()));
    }

    #[test]
    fn a_caller_stays_on_the_line_or_hangs_up() {
        let stays = report(Hook::Call, "call_id=C1&status=on_line");
        let enters = report(Hook::Voice, "call_id=C1&from=%2B14155550123&to=%2B14155550100");
        let leaves = report(Hook::Answer, "call_id=C1&event=hangup");
        let whereabouts = [stays.caller, enters.caller, leaves.caller];
        assert_eq!(whereabouts, [Whereabouts::OnTheLine, Whereabouts::OnTheLine, Whereabouts::Gone]);
        assert_eq!(read(Hook::Call, "call_id=C1&status=ringing"), Ok(Inbound::Nothing));
    }

    #[test]
    fn the_respondent_of_an_outbound_call_is_the_one_we_rang() {
        let call = report(Hook::Call, "call_id=C1&from=%2B14155550100&to=%2B14155550123&direction=outbound").call;
        assert_eq!((call.line.as_deref(), call.respondent), (Some("+14155550100"), Respondent::parse("+14155550123").ok()));
    }

    #[test]
    fn the_respondent_of_a_call_that_we_placed_is_never_taken_for_a_line_of_ours() {
        let pairs = |text: &[u8]| crate::providers::form::text(crate::providers::form::decode(text)).expect("text");
        let (body, query) = (b"call_id=CA-t1-1&to=%2B14155550123&status=busy", b"session=s1&ring=t1");
        let content = Content { pairs: pairs(body), query: pairs(query), headers: Vec::new() };
        let account = AccountName { name: "simulator".to_owned(), tenant: "default".to_owned() };
        let Ok(Inbound::PlacedCall(placed)) = super::read(Hook::Call, &content, &account, Moment::from_millis(0)) else {
            panic!("a call of ours")
        };
        assert_eq!((placed.news, placed.call.direction), (News::Busy, Some(Direction::Outbound)));
        assert_eq!((placed.call.respondent, placed.call.line), (Respondent::parse("+14155550123").ok(), None));
    }

    #[test]
    fn keys_silence_and_recordings_are_told() {
        assert_eq!(read(Hook::Answer, "digits=5"), Ok(Inbound::Keys(Some("5".to_owned()))));
        assert_eq!([read(Hook::Answer, "digits="), read(Hook::Answer, "")], [Ok(Inbound::Keys(None)), Ok(Inbound::Keys(None))]);
        let recording = Inbound::Recording { url: "http://h/r".to_owned(), seconds: Some(9) };
        assert_eq!(read(Hook::Recording, "url=http://h/r&seconds=9"), Ok(recording));
    }

    #[test]
    fn messages_and_receipts_are_told() {
        let Ok(Inbound::Message(message)) = read(Hook::Sms, "message_id=M1&from=%2B14155550123&to=%2B14155550100&text=5") else {
            panic!("a message")
        };
        assert_eq!((message.message_id.as_str(), message.line.as_str(), message.text.as_str()), ("M1", "+14155550100", "5"));
        for (word, state) in
            [("sent", Delivery::Sent), ("delivered", Delivery::Delivered), ("failed", Delivery::Failed), ("opted_out", Delivery::OptedOut)]
        {
            let Ok(Inbound::Receipt(receipt)) = read(Hook::Receipt, &format!("message_id=M1&state={word}&code=7")) else {
                panic!("a receipt")
            };
            assert_eq!((receipt.state, receipt.code.as_deref()), (state, Some("7")));
            assert_eq!((receipt.task_id.as_deref(), receipt.session_id.as_deref()), (Some("t1"), Some("s1")));
        }
        assert_eq!(read(Hook::Sms, "message_id=M1&from=BANK&to=%2B14155550100"), Ok(Inbound::Nothing));
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        let wrong = |hook, body| read(hook, body).err().map(|Malformed(text)| text);
        assert_eq!(wrong(Hook::Call, "from=x").as_deref(), Some("call_id is missing"));
        assert_eq!(wrong(Hook::Call, "call_id=1&direction=up").as_deref(), Some("direction is none of inbound, outbound"));
        assert_eq!(wrong(Hook::Call, "call_id=1&talk_seconds=x").as_deref(), Some("talk_seconds is no whole number"));
        assert!(wrong(Hook::Call, "call_id=1&ended_at=now").is_some_and(|text| text.starts_with("ended_at is not an RFC 3339 time")));
        assert_eq!(wrong(Hook::Receipt, "message_id=1").as_deref(), Some("state is missing"));
        assert_eq!(wrong(Hook::Recording, "").as_deref(), Some("url is missing"));
    }
}
