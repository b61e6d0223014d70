//! What a platform posts. The standard names the caller and our number; for the call's id each platform has a word of its own, and the
//! operator's flow writes ours. Source: <https://www.w3.org/TR/voicexml20/#dml5.1.4> and the platforms' manuals.

use std::time::Duration;

use super::super::bare_call;
use crate::call::{Call, CallOutcome, Direction, Moment};
use crate::phone::Respondent;
use crate::ports::provider::{AccountName, CallReport, Content, Inbound, Malformed, Whereabouts};

/// Names of the call's id: ours, then those of platforms.
const CALL_ID: [&str; 5] = ["call_id", "callid", "session.sessionid", "session.id", "session_id"];
/// Names of the caller.
const CALLER: [&str; 7] = ["caller", "from", "session.connection.remote.uri", "session.callerid", "session.telephone.ani", "remote", "ani"];
/// Names of our number.
const CALLED: [&str; 7] = ["called", "to", "session.connection.local.uri", "session.calledid", "session.telephone.dnis", "local", "dnis"];

/// The platform, or whatever reports its calls, says that one has ended.
pub fn ended(content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    call(content, account, now).map(|call| Inbound::Call(CallReport { call, caller: Whereabouts::Gone }))
}

/// A caller enters the survey; a request that names neither call nor caller tells nothing.
pub fn entered(content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    if named(content, &CALL_ID).is_none() {
        return Ok(Inbound::Nothing);
    }
    call(content, account, now).map(|call| Inbound::Call(CallReport { call, caller: Whereabouts::OnTheLine }))
}

/// What a page of ours brings: keys, a recording's address, or what happened instead. A key that is none (`#` alone, `A` to `D`) is
/// silence, as in every dialect.
pub fn answered(content: &Content) -> Inbound {
    let recording = || content.get("recording_url").map(str::to_owned);
    match content.get("event") {
        Some("hangup") => Inbound::LineDown { recording: recording() },
        Some("recorded") => match recording() {
            Some(url) => Inbound::Recording { url, seconds: content.get("seconds").and_then(|text| text.parse().ok()) },
            None => Inbound::Keys(None),
        },
        _ => Inbound::Keys(content.get("keys").map(keys).filter(|keys| !keys.is_empty())),
    }
}

/// Some platforms write several keys with blanks between them, some leave the key that ended the input.
fn keys(given: &str) -> String {
    let kept: String = given.chars().filter(|c| !c.is_whitespace()).collect();
    kept.trim_end_matches('#').to_owned()
}

fn call(content: &Content, account: &AccountName, now: Moment) -> Result<Call, Malformed> {
    let call_id = named(content, &CALL_ID).ok_or_else(|| Malformed("call_id is missing".to_owned()))?;
    let mut call = bare_call(account, call_id, moment(content, "ended_at")?.unwrap_or(now));
    call.direction = match content_or_query(content, "direction") {
        Some("inbound") => Some(Direction::Inbound),
        Some("outbound") => Some(Direction::Outbound),
        _ => None,
    };
    let (caller, called) = (named(content, &CALLER), named(content, &CALLED));
    let (caller, called) = if call.direction == Some(Direction::Outbound) { (called, caller) } else { (caller, called) };
    call.respondent = caller.and_then(|text| Respondent::parse(bare(text)).ok());
    call.line = called.map(line);
    let talk = content_or_query(content, "talk_seconds").and_then(|text| text.parse().ok()).map(Duration::from_secs);
    call.answered_at = talk.map(|talk| call.ended_at.minus(talk));
    call.outcome = talk.map(|_| CallOutcome::Answered);
    Ok(call)
}

/// Our number as `tel:` or `sip:` address, in international form where it is one.
fn line(text: &str) -> String {
    let bare = bare(text);
    Respondent::parse(bare).map_or_else(|_| bare.to_owned(), |number| number.expose().to_owned())
}

/// The user of an address such as `<sips:+14155550123@gateway;user=phone>`.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>');
    let user = ["tel:", "sip:", "sips:"].iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    user.unwrap_or(text).split(['@', ';']).next().unwrap_or_default()
}

fn named<'a>(content: &'a Content, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| content_or_query(content, name))
}

/// Platforms bring variables in the body, flows write words into the address.
fn content_or_query<'a>(content: &'a Content, name: &str) -> Option<&'a str> {
    let in_query = || content.query.iter().find(|(given, value)| given == name && !value.is_empty()).map(|(_, value)| value.as_str());
    content.get(name).filter(|value| *value != "undefined").or_else(in_query)
}

fn moment(content: &Content, name: &str) -> Result<Option<Moment>, Malformed> {
    content_or_query(content, name).map(|text| Moment::parse(text).map_err(|error| Malformed(format!("{name} is {error}")))).transpose()
}

#[cfg(test)]
mod tests {
    use super::super::super::form;
    use super::*;

    fn content(body: &str, query: &str) -> Content {
        let pairs = |text: &str| form::text(form::decode(text.as_bytes())).expect("text");
        Content { pairs: pairs(body), query: pairs(query), headers: Vec::new() }
    }

    fn read(body: &str, query: &str) -> Result<Call, Malformed> {
        let account = AccountName { name: "ivr".to_owned(), tenant: "default".to_owned() };
        match ended(&content(body, query), &account, Moment::parse("2026-11-23T10:00:00Z").expect("a time"))? {
            Inbound::Call(CallReport { call, caller: Whereabouts::Gone }) => Ok(call),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_caller_and_our_number_are_known_by_many_names_and_forms() {
        for (caller, called) in [
            (
                "session.connection.remote.uri=tel:%2B14155550123",
                "session.connection.local.uri=sip:%2B14155550100@gw.example.com;user=phone",
            ),
            ("caller=%2B1+415+555+0123", "called=%2B14155550100"),
            ("session.callerid=%3Csips:%2B14155550123@gw%3E", "dnis=0014155550100"),
            ("ani=%2B14155550123&caller=undefined", "to=TEL:%2B1-415-555-0100"),
        ] {
            let call = read(&format!("call_id=C1&{caller}&{called}"), "").expect("a call");
            assert_eq!(call.respondent, Respondent::parse("+14155550123").ok(), "{caller}");
            assert_eq!(call.line.as_deref(), Some("+14155550100"), "{called}");
        }
        let call = read("call_id=C1&caller=anonymous&called=8000", "").expect("a call");
        assert_eq!((call.respondent, call.line.as_deref()), (None, Some("8000")));
    }

    #[test]
    fn the_calls_id_comes_from_the_flow_or_from_the_platform() {
        for (body, query) in [("call_id=C1", ""), ("", "call_id=C1"), ("session.sessionid=C1", "queue=a"), ("callid=C1&session.id=C2", "")]
        {
            assert_eq!(read(body, query).expect("a call").call_id, "C1");
        }
        assert_eq!(read("caller=%2B14155550123", ""), Err(Malformed("call_id is missing".to_owned())));
        let enters = |body: &str| {
            let account = AccountName { name: "ivr".to_owned(), tenant: "default".to_owned() };
            entered(&content(body, "queue=a"), &account, Moment::parse("2026-11-23T10:00:00Z").expect("a time")).expect("understood")
        };
        assert_eq!(enters("caller=%2B14155550123"), Inbound::Nothing, "the platform is asked who calls");
        assert!(matches!(enters("call_id=C1"), Inbound::Call(CallReport { caller: Whereabouts::OnTheLine, .. })));
    }

    #[test]
    fn the_talk_before_the_survey_and_an_outbound_call_are_understood() {
        let call = read("call_id=C1&caller=%2B14155550100&called=%2B14155550123", "direction=outbound&talk_seconds=63").expect("a call");
        assert_eq!(call.respondent, Respondent::parse("+14155550123").ok());
        assert_eq!((call.talk_seconds(), call.outcome), (Some(63), Some(CallOutcome::Answered)));
        assert!(read("call_id=C1&ended_at=now", "").is_err());
    }

    #[test]
    fn keys_silence_recordings_and_hanging_up_are_told() {
        let said = |body: &str| answered(&content(body, "q=score&try=0"));
        let pressed = |keys: &str| Inbound::Keys(Some(keys.to_owned()));
        assert_eq!([said("keys=5"), said("keys=1+0"), said("keys=10%23"), said("keys=*")], ["5", "10", "10", "*"].map(pressed));
        for silent in ["event=noinput", "event=nomatch", "event=lost", "keys=", "keys=%23", "", "event=recorded"] {
            assert_eq!(said(silent), Inbound::Keys(None), "{silent}");
        }
        let url = "https://keep.example.com/a.wav".to_owned();
        assert_eq!(
            said("event=recorded&recording_url=https://keep.example.com/a.wav&seconds=9"),
            Inbound::Recording { url: url.clone(), seconds: Some(9) }
        );
        assert_eq!(said("event=hangup"), Inbound::LineDown { recording: None });
        assert_eq!(said("event=hangup&recording_url=https://keep.example.com/a.wav"), Inbound::LineDown { recording: Some(url) });
    }
}
