//! Voice webhooks. Source: <https://www.twilio.com/docs/voice/twiml#request-parameters> and the pages on Dial, Gather and Record.

use std::time::Duration;

use super::super::{bare_call, placed_call, required};
use crate::call::{Call, CallOutcome, Direction, Moment};
use crate::phone::Respondent;
use crate::ports::provider::{AccountName, CallReport, Content, Hook, Inbound, Malformed, Whereabouts};
use crate::survey::call_back::News;

/// A status callback that says it is older than this is taken to have a wrong clock.
const OLDEST: Duration = Duration::from_secs(24 * 3600);
/// Callers without a number arrive as these words, spelled on a keypad behind a `+`.
const WITHHELD: [&str; 5] = ["ANONYMOUS", "RESTRICTED", "BLOCKED", "UNKNOWN", "UNAVAILABLE"];

/// A status callback, or the action of a `<Dial>` whose agent has left.
pub fn ended(content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    let leg = Leg::read(content, account, now)?;
    if leg.dialled.is_some() {
        let on_line = leg.status == Some("in-progress");
        return Ok(leg.report(on_line));
    }
    let status = leg.status.ok_or_else(|| Malformed("CallStatus is missing".to_owned()))?;
    match outcome(status) {
        None => Ok(Inbound::Nothing),
        // An agent who did not answer: the caller's own leg goes on, and its end will be told.
        Some(CallOutcome::Unanswered) if leg.parent.is_some() => Ok(Inbound::Nothing),
        Some(_) => Ok(leg.report(false)),
    }
}

/// A caller enters the survey.
pub fn entered(content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    let leg = Leg::read(content, account, now)?;
    let on_line = leg.status.and_then(outcome).is_none();
    Ok(leg.report(on_line))
}

/// Keys, silence, the end of a recording (which counts as the key `#`), or the end of the call.
pub fn answered(content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    let digits = content.get("Digits").filter(|digits| *digits != "hangup");
    if digits.is_none() && (content.get("Digits").is_some() || content.get("CallStatus").and_then(outcome).is_some()) {
        return Leg::read(content, account, now).map(|leg| leg.report(false));
    }
    let recorded = content.get("RecordingUrl").map(|_| "#");
    Ok(Inbound::Keys(digits.or(recorded).map(str::to_owned)))
}

/// What is heard of a call that we have placed: who has picked it up, where a page is asked for, else how it has ended.
pub fn placed(hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
    let leg = Leg::read(content, account, now)?;
    let machine = content.get("AnsweredBy").is_some_and(|by| by.starts_with("machine") || by == "fax");
    let news = match (leg.status.unwrap_or_default(), hook) {
        ("completed", _) if machine => News::Machine,
        ("completed", _) => News::Completed,
        ("busy", _) => News::Busy,
        ("no-answer", _) => News::NoAnswer,
        ("failed", _) => News::Failed,
        ("canceled", _) => News::Canceled,
        (_, Hook::Answer) if machine => News::Machine,
        (_, Hook::Answer) => News::Person,
        _ => return Ok(Inbound::Nothing),
    };
    let Inbound::Call(report) = leg.report(false) else { return Ok(Inbound::Nothing) };
    Ok(placed_call(content, report.call, news))
}

/// A recording's own status callback.
pub fn recorded(content: &Content) -> Result<Inbound, Malformed> {
    if content.get("RecordingStatus").is_some_and(|status| status != "completed") {
        return Ok(Inbound::Nothing);
    }
    let url = required(content, "RecordingUrl")?.to_owned();
    Ok(Inbound::Recording { url, seconds: seconds(content, "RecordingDuration") })
}

/// One leg of a call, as a webhook tells it.
struct Leg<'a> {
    content: &'a Content,
    status: Option<&'a str>,
    dialled: Option<&'a str>,
    /// The caller's leg, if this one is an agent's.
    parent: Option<&'a str>,
    call: Call,
}

impl<'a> Leg<'a> {
    fn read(content: &'a Content, account: &AccountName, now: Moment) -> Result<Self, Malformed> {
        let own = required(content, "CallSid")?;
        let parent = content.get("ParentCallSid").filter(|_| content.get("Direction") == Some("outbound-dial"));
        let call = bare_call(account, parent.unwrap_or(own), ended_at(content, now));
        Ok(Self { content, status: content.get("CallStatus"), dialled: content.get("DialCallStatus"), parent, call })
    }

    fn report(self, on_line: bool) -> Inbound {
        let caller = match (on_line, self.parent) {
            (true, _) => Whereabouts::OnTheLine,
            (false, None) => Whereabouts::Gone,
            (false, Some(_)) => Whereabouts::BetweenLegs,
        };
        let (outcome, talk) = self.talk();
        let Self { content, mut call, .. } = self;
        (call.direction, call.respondent, call.line) = ends(content);
        call.outcome = outcome;
        call.answered_at = talk.map(|talk| call.ended_at.minus(talk));
        Inbound::Call(CallReport { call, caller })
    }

    /// Whether anyone spoke, and for how long if that is told.
    fn talk(&self) -> (Option<CallOutcome>, Option<Duration>) {
        let (outcome, name) = match (self.dialled, self.status) {
            (Some("completed" | "answered"), _) => (Some(CallOutcome::Answered), "DialCallDuration"),
            (Some(_), _) => (Some(CallOutcome::Unanswered), "DialCallDuration"),
            (None, status) => (status.and_then(outcome), "CallDuration"),
        };
        let answered = outcome == Some(CallOutcome::Answered);
        let talk = seconds(self.content, name).filter(|_| answered).map(|seconds| Duration::from_secs(seconds.into()));
        (outcome, talk)
    }
}

/// The outcome that a final status tells; `None` while the call goes on.
fn outcome(status: &str) -> Option<CallOutcome> {
    match status {
        "completed" => Some(CallOutcome::Answered),
        "busy" | "failed" | "no-answer" | "canceled" => Some(CallOutcome::Unanswered),
        _ => None,
    }
}

/// Direction, caller and our line. The leg to an agent (`outbound-dial`) shows the caller as From and the agent's telephone as To.
fn ends(content: &Content) -> (Option<Direction>, Option<Respondent>, Option<String>) {
    let (from, to) = (content.get("From"), content.get("To"));
    let (direction, caller, line) = match content.get("Direction") {
        Some("outbound-api") => (Some(Direction::Outbound), to, from),
        Some("outbound-dial") => (Some(Direction::Inbound), from, None),
        Some("inbound") => (Some(Direction::Inbound), from, to),
        _ => (None, from, to),
    };
    (direction, caller.and_then(number), line.map(str::to_owned))
}

/// The number of a caller who shows one.
pub fn number(text: &str) -> Option<Respondent> {
    let number = Respondent::parse(text).ok()?;
    let digits = number.expose().trim_start_matches('+');
    if WITHHELD.iter().any(|word| word.bytes().map(key_of).eq(digits.bytes())) { None } else { Some(number) }
}

/// The telephone key that carries a capital letter (ITU-T E.161).
fn key_of(letter: u8) -> u8 {
    match letter {
        b'A'..=b'C' => b'2',
        b'D'..=b'F' => b'3',
        b'G'..=b'I' => b'4',
        b'J'..=b'L' => b'5',
        b'M'..=b'O' => b'6',
        b'P'..=b'S' => b'7',
        b'T'..=b'V' => b'8',
        _ => b'9',
    }
}

/// The time of the event (RFC 2822) where it is given and not in the future, else now.
fn ended_at(content: &Content, now: Moment) -> Moment {
    let given = content.get("Timestamp").and_then(|text| jiff::fmt::rfc2822::parse(text).ok());
    let given = given.map(|at| Moment::from_millis(at.timestamp().as_millisecond()));
    given.filter(|at| (now.minus(OLDEST)..=now).contains(at)).unwrap_or(now)
}

fn seconds(content: &Content, name: &str) -> Option<u32> {
    content.get(name)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGENT_LEG: &str = "CallSid=CA2 ParentCallSid=CA1 Direction=outbound-dial From=+14155550123 To=+14155550177";

    fn content(pairs: &str) -> Content {
        let pair = |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), value.replace('_', " ")));
        Content { pairs: pairs.split_whitespace().filter_map(pair).collect(), ..Content::default() }
    }

    fn now() -> Moment {
        Moment::parse("2026-11-23T10:00:00Z").expect("a time")
    }

    type Read = fn(&Content, &AccountName, Moment) -> Result<Inbound, Malformed>;

    fn read(read: Read, pairs: &str) -> Result<Inbound, Malformed> {
        read(&content(pairs), &AccountName { name: "main".to_owned(), tenant: "default".to_owned() }, now())
    }

    fn report(how: Read, pairs: &str) -> CallReport {
        match read(how, pairs) {
            Ok(Inbound::Call(report)) => report,
            other => panic!("{pairs}: {other:?}"),
        }
    }

    #[test]
    fn a_completed_call_is_over_and_tells_caller_line_and_talk() {
        let pairs = "CallSid=CA1 From=+14155550123 To=+14155550100 CallStatus=completed Direction=inbound CallDuration=63 \
                     Timestamp=Mon,_23_Nov_2026_09:59:30_+0000";
        let CallReport { call, caller } = report(ended, pairs);
        assert_eq!(caller, Whereabouts::Gone);
        assert_eq!((call.account.as_str(), call.tenant.as_str(), call.call_id.as_str()), ("main", "default", "CA1"));
        assert_eq!(call.respondent, Respondent::parse("+14155550123").ok());
        assert_eq!((call.line.as_deref(), call.direction), (Some("+14155550100"), Some(Direction::Inbound)));
        assert_eq!(call.ended_at.to_string(), "2026-11-23T09:59:30.000Z");
        assert_eq!((call.outcome, call.talk_seconds()), (Some(CallOutcome::Answered), Some(63)));
    }

    #[test]
    fn a_final_status_ends_the_call_and_every_other_one_says_nothing() {
        for (status, outcome) in [("completed", CallOutcome::Answered), ("busy", CallOutcome::Unanswered)] {
            assert_eq!(report(ended, &format!("CallSid=x1 CallStatus={status}")).call.outcome, Some(outcome));
        }
        for status in ["failed", "no-answer", "canceled"] {
            let report = report(ended, &format!("CallSid=CA1 CallStatus={status} CallDuration=9"));
            assert!(report.caller == Whereabouts::Gone && report.call.talk_seconds() == Some(0), "{status}");
        }
        for status in ["ringing", "in-progress", "queued", "initiated", "new"] {
            assert_eq!(read(ended, &format!("CallSid=CA1 CallStatus={status}")), Ok(Inbound::Nothing), "{status}");
        }
    }

    #[test]
    fn a_webhook_without_call_or_status_is_malformed() {
        for how in [ended, entered] as [Read; 2] {
            assert_eq!(read(how, "CallStatus=completed"), Err(Malformed("CallSid is missing".to_owned())));
        }
        assert_eq!(read(ended, "CallSid=CA1"), Err(Malformed("CallStatus is missing".to_owned())));
        assert_eq!(read(answered, "CallStatus=completed"), Err(Malformed("CallSid is missing".to_owned())));
    }

    #[test]
    fn after_a_dial_the_caller_is_on_the_line_unless_the_call_is_over() {
        let stayed = report(ended, "CallSid=CA1 CallStatus=in-progress DialCallStatus=completed DialCallDuration=170 Direction=inbound");
        assert_eq!(stayed.caller, Whereabouts::OnTheLine);
        assert_eq!((stayed.call.outcome, stayed.call.talk_seconds()), (Some(CallOutcome::Answered), Some(170)));
        let left = report(ended, "CallSid=CA1 CallStatus=completed DialCallStatus=answered DialCallDuration=20 CallDuration=300");
        assert!(left.caller == Whereabouts::Gone && left.call.talk_seconds() == Some(20));
        let unanswered = report(ended, "CallSid=CA1 CallStatus=in-progress DialCallStatus=no-answer");
        assert!(unanswered.caller == Whereabouts::OnTheLine && unanswered.call.outcome == Some(CallOutcome::Unanswered));
    }

    #[test]
    fn an_agents_leg_tells_of_its_callers_call_and_does_not_end_it() {
        let CallReport { call, caller } = report(ended, &format!("{AGENT_LEG} CallStatus=completed CallDuration=9"));
        assert!(caller == Whereabouts::BetweenLegs && call.call_id == "CA1" && call.line.is_none());
        assert_eq!(call.respondent, Respondent::parse("+14155550123").ok());
        assert_eq!(read(ended, &format!("{AGENT_LEG} CallStatus=no-answer")), Ok(Inbound::Nothing));
        let alone = report(ended, "CallSid=CA2 Direction=outbound-dial From=+14155550123 CallStatus=completed");
        assert!(alone.caller == Whereabouts::Gone && alone.call.call_id == "CA2");
    }

    #[test]
    fn the_respondent_of_a_call_that_we_started_is_the_one_we_rang() {
        let call = report(ended, "CallSid=CA1 CallStatus=completed Direction=outbound-api From=+14155550100 To=+14155550123").call;
        assert_eq!((call.direction, call.line.as_deref()), (Some(Direction::Outbound), Some("+14155550100")));
        assert_eq!(call.respondent, Respondent::parse("+14155550123").ok());
    }

    #[test]
    fn callers_without_a_number_are_nobody() {
        for from in ["anonymous", "Restricted", "+266696687", "client:alice", "2001", "sip:alice@host", ""] {
            assert_eq!(report(ended, &format!("CallSid=CA1 CallStatus=completed From={from}")).call.respondent, None, "{from}");
        }
        let keypad = |word: &str| word.bytes().map(|letter| char::from(key_of(letter))).collect::<String>();
        assert!(WITHHELD.iter().all(|word| number(&format!("+{}", keypad(word))).is_none()));
        assert_eq!(keypad("ANONYMOUS"), "266696687");
    }

    #[test]
    fn an_implausible_timestamp_gives_way_to_now() {
        for timestamp in
            ["Thu,_01_Jan_2026_00:00:00_+0000", "Mon,_23_Nov_2026_10:00:01_+0000", "yesterday", "Tue,_23_Nov_2026_09:00:00_+0000"]
        {
            let call = report(ended, &format!("CallSid=CA1 CallStatus=completed Timestamp={timestamp}")).call;
            assert_eq!(call.ended_at, now(), "{timestamp}");
        }
    }

    #[test]
    fn a_caller_enters_the_survey_unless_the_call_is_over() {
        let there = report(entered, "CallSid=CA1 CallStatus=in-progress From=+14155550123");
        assert!(there.caller == Whereabouts::OnTheLine && there.call.outcome.is_none() && there.call.ended_at == now());
        assert_eq!(report(entered, "CallSid=CA1").caller, Whereabouts::OnTheLine);
        let gone = report(entered, "CallSid=CA1 CallStatus=completed");
        assert_eq!(gone.caller, Whereabouts::Gone);
    }

    #[test]
    fn keys_silence_recordings_and_hang_ups_are_told_apart() {
        let keys = |pairs: &str| match read(answered, pairs) {
            Ok(Inbound::Keys(keys)) => keys,
            other => panic!("{pairs}: {other:?}"),
        };
        assert_eq!(keys("CallSid=CA1 CallStatus=in-progress Digits=4").as_deref(), Some("4"));
        assert_eq!(keys("CallSid=CA1 CallStatus=completed Digits=4").as_deref(), Some("4"));
        assert_eq!([keys("CallSid=CA1 CallStatus=in-progress Digits="), keys("CallSid=CA1")], [None, None]);
        assert_eq!(keys("CallSid=CA1 CallStatus=in-progress RecordingUrl=https://r").as_deref(), Some("#"));
        for over in ["CallSid=CA1 CallStatus=completed", "CallSid=CA1 CallStatus=completed RecordingUrl=https://r Digits=hangup"] {
            assert_eq!(report(answered, over).caller, Whereabouts::Gone, "{over}");
        }
    }

    #[test]
    fn a_recording_is_told_when_it_is_ready() {
        let recorded = |pairs| recorded(&content(pairs));
        let ready = Inbound::Recording { url: "https://r/RE1".to_owned(), seconds: Some(7) };
        assert_eq!(recorded("RecordingUrl=https://r/RE1 RecordingDuration=7 RecordingStatus=completed"), Ok(ready));
        assert_eq!(recorded("RecordingStatus=absent"), Ok(Inbound::Nothing));
        assert_eq!(recorded("CallSid=CA1"), Err(Malformed("RecordingUrl is missing".to_owned())));
    }
}
