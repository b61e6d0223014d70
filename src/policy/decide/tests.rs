use std::time::Duration;

use super::*;
use crate::phone::Respondent;
use crate::policy::When;

const ENDED: &str = "2026-11-23T20:00:00Z";

fn call(number: &str, consent: Option<&str>) -> Call {
    let call = Call::bare(("main", "default"), "CA1", Moment::parse(ENDED).expect("a time"));
    let attributes = consent.map(|said| ("consent".to_owned(), said.to_owned())).into_iter().collect();
    Call { respondent: Respondent::parse(number).ok(), attributes, ..call }
}

fn policy(channels: &[Channel]) -> Policy {
    let (when, survey) = (When::default(), "csat".to_owned());
    let rule = Rule { when, survey, channels: channels.to_vec(), sample: 1.0, delay: Duration::ZERO, quota: None };
    Policy { rules: vec![rule], ..Policy::default() }
}

fn decided(policy: &Policy, call: &Call, phone: Phone, after: Duration) -> Result<(Vec<Channel>, String), Suppression> {
    let standing = Standing { opted_out: false, invitations: &[], earlier: &[], phone };
    match decide(policy, call, standing, call.ended_at.plus(after)) {
        Decision::Ask { channels, send_at, .. } => Ok((channels, send_at.to_string())),
        Decision::Suppress(reason) => Err(reason),
    }
}

#[test]
fn a_landline_is_asked_by_keypad_only_and_by_text_never() {
    use Channel::{Ivr, Sms};
    let landline = "+4930901820";
    let cases = [
        (vec![Sms], Phone::OnTheLine, Err(Suppression::NotTextable)),
        (vec![Sms], Phone::Gone, Err(Suppression::NotTextable)),
        (vec![Ivr, Sms], Phone::OnTheLine, Ok(vec![Ivr])),
        (vec![Ivr, Sms], Phone::Gone, Err(Suppression::NotTextable)),
        (vec![Ivr], Phone::Gone, Ok(vec![])),
    ];
    for (channels, phone, expected) in cases {
        let found = decided(&policy(&channels), &call(landline, None), phone, Duration::ZERO).map(|(channels, _)| channels);
        assert_eq!(found, expected, "{channels:?} {phone:?}");
    }
    let mobile = decided(&policy(&[Ivr, Sms]), &call("+4915112345678", None), Phone::Gone, Duration::ZERO);
    assert_eq!(mobile.map(|(channels, _)| channels), Ok(vec![Sms]));
}

#[test]
fn who_has_not_agreed_is_not_asked_where_consent_is_required_and_who_declined_never() {
    let of = |require_consent, said| {
        let policy = Policy { require_consent, ..policy(&[Channel::Sms]) };
        decided(&policy, &call("+14155550123", said), Phone::Gone, Duration::ZERO).map(drop)
    };
    for said in ["yes", "true", "1", "YES"] {
        assert_eq!([of(true, Some(said)), of(false, Some(said))], [Ok(()), Ok(())], "{said}");
    }
    for said in ["no", "false", "0", "No"] {
        assert_eq!([of(true, Some(said)), of(false, Some(said))], [Err(Suppression::NoConsent); 2], "{said}");
    }
    for said in [None, Some("perhaps"), Some("")] {
        assert_eq!([of(true, said), of(false, said)], [Err(Suppression::NoConsent), Ok(())], "{said:?}");
    }
}

#[test]
fn a_test_call_is_one_whatever_else_is_wrong_with_it() {
    let tests = Policy { test_numbers: vec![Respondent::parse("+14155550199").expect("a number")], ..policy(&[Channel::Sms]) };
    let marked = |said: &str| {
        let mut call = call("+14155550123", Some("no"));
        call.attributes.insert("test".to_owned(), said.to_owned());
        decided(&tests, &call, Phone::Gone, Duration::ZERO).map(drop)
    };
    assert_eq!([marked("yes"), marked("TRUE"), marked("1")], [Err(Suppression::TestCall); 3]);
    assert_eq!([marked("no"), marked("perhaps")], [Err(Suppression::NoConsent); 2]);
    let of = |policy: &Policy, number| decided(policy, &call(number, None), Phone::Gone, Duration::ZERO).map(drop);
    assert_eq!([of(&tests, "+14155550199"), of(&tests, "+14155550198")], [Err(Suppression::TestCall), Ok(())]);
    let without_rules = Policy { rules: Vec::new(), ..tests };
    assert_eq!(of(&without_rules, "+14155550199"), Err(Suppression::TestCall), "it is one also where no rule covers it");
}

#[test]
fn a_late_text_waits_for_the_morning_and_one_that_cannot_is_suppressed() {
    let hours = |hours: u64| Duration::from_secs(hours * 3600);
    let text = policy(&[Channel::Sms]);
    let late = |policy: &Policy, phone| decided(policy, &call("+14155550123", None), phone, hours(9)).map(|(_, at)| at);
    // The call ended at noon in California; nine hours later it is quiet there.
    assert_eq!(late(&text, Phone::Gone), Ok("2026-11-24T17:00:00.000Z".to_owned()));
    let short = Policy { valid_for: hours(20), ..text };
    assert_eq!(late(&short, Phone::Gone), Err(Suppression::QuietHoursExpired));
    let by_phone = Policy { valid_for: hours(20), ..policy(&[Channel::Ivr, Channel::Sms]) };
    assert!(late(&by_phone, Phone::OnTheLine).is_ok(), "who is on the line is asked there");
    let over = Policy { valid_for: hours(1), ..policy(&[Channel::Sms]) };
    assert!(late(&over, Phone::Gone).is_ok(), "what had expired before is no matter of quiet hours");
}
