//! Ways through a questionnaire, by table.

use super::*;

fn way(survey: &Survey, caller: &Caller, replies: &[&str]) -> (Vec<String>, Talk<'static>) {
    // The survey outlives the test; there are few.
    let survey: &'static Survey = Box::leak(Box::new(survey.clone()));
    let mut talk = Talk::of(survey, caller);
    let mut stops = vec![talk.stands()];
    for reply in replies {
        talk.says(reply);
        stops.push(talk.stands());
    }
    (stops, talk)
}

#[test]
fn questions_are_asked_by_what_is_known_of_the_call() {
    let grand = survey(GRAND);
    let (sms, ivr) = (Caller::by(Channel::Sms), Caller::by(Channel::Ivr));
    let cases: [(Caller, &[&str], &[&str]); 6] = [
        (sms.clone(), &["7", "4", "nothing"], &["recommend", "part", "improve", "completed"]),
        (sms.clone().with("product", "goods"), &["7", "4", "1"], &["recommend", "part", "delivery", "improve"]),
        (sms.clone().with("product", "goods/books"), &["7", "4", "1"], &["recommend", "part", "delivery", "improve"]),
        (sms.clone().with("product", "goodsx"), &["7", "4"], &["recommend", "part", "improve"]),
        (ivr.clone().with("ask_language", "yes"), &["1", "10"], &["tongue", "recommend", "part"]),
        (ivr.with("tier", "gold"), &["10"], &["recommend", "completed"]),
    ];
    for (caller, replies, expected) in cases {
        assert_eq!(way(&grand, &caller, replies).0, expected, "{:?} {replies:?}", caller.attributes);
    }
}

#[test]
fn branches_may_ask_for_channel_language_queue_agent_and_variant() {
    let holds = |when: &str, caller: &Caller| {
        let survey = altered("{ recommend = \"9..=10\", attr.tier = \"gold\" }", when);
        way(&survey, caller, &["5"]).0[1] == "completed"
    };
    let sms = Caller::by(Channel::Sms);
    let chinese = Caller { locale: "zh-CN", ..sms.clone() };
    let short = Caller { variant: Some("short"), ..sms.clone() };
    let waited = sms.clone().with("wait", "75");
    let cases = [
        ("{ channel = \"sms\" }", &sms, true),
        ("{ channel = [\"ivr\", \"call\"] }", &sms, false),
        ("{ language = \"zh\" }", &chinese, true),
        ("{ language = \"zh-CN\" }", &chinese, true),
        ("{ language = \"zh\" }", &sms, false),
        ("{ queue = [\"sales\", \"support\"] }", &sms, true),
        ("{ queue = \"sup*\" }", &sms, true),
        ("{ queue = \"sales\" }", &sms, false),
        ("{ agent = \"alice\" }", &sms, true),
        ("{ agent = \"carol\" }", &sms, false),
        ("{ variant = \"short\" }", &short, true),
        ("{ variant = \"short\" }", &sms, false),
        ("{ attr.wait = \"60..=120\" }", &waited, true),
        ("{ attr.wait = \"80..=120\" }", &waited, false),
        ("{ \"attr.wait\" = 75, recommend = 5 }", &waited, true),
        ("{ attr.wait = 75, recommend = 6 }", &waited, false),
        ("{ attr.wait = \"1..=9\" }", &sms, false),
    ];
    for (when, caller, expected) in cases {
        assert_eq!(holds(when, caller), expected, "{when}");
    }
}

#[test]
fn a_question_that_is_not_for_this_call_is_not_missed() {
    let strict = survey(&GRAND.replace(
        "id = \"improve\"\nkind = \"voice\"\noptional = true",
        "id = \"improve\"\nkind = \"voice\"\nask_when = { queue = \"sales\" }",
    ));
    let (stops, talk) = way(&strict, &Caller::by(Channel::Sms), &["7", "4"]);
    assert_eq!(stops.last().map(String::as_str), Some("completed"));
    assert_eq!(talk.reported(), ["recommend=7", "part=other"]);
}

#[test]
fn an_early_end_completes_what_required_questions_behind_it_would_not() {
    let strict = survey(&GRAND.replace("optional = true\nsms.en = \"What should", "sms.en = \"What should"));
    let gold = Caller::by(Channel::Sms).with("tier", "gold");
    assert_eq!(way(&strict, &gold, &["9"]).0, ["recommend", "completed"]);
    let (stops, _) = way(&strict, &gold, &["8", "4", "no thanks"]);
    assert_eq!(stops.last().map(String::as_str), Some("partial"), "a required one on the way was declined");
}

#[test]
fn what_is_declined_by_its_key_stands_as_refused_and_is_no_score() {
    let grand = survey(GRAND);
    for (channel, no) in [(Channel::Sms, "0"), (Channel::Sms, "٠"), (Channel::Sms, "no thanks"), (Channel::Ivr, "0"), (Channel::Ivr, "0#")]
    {
        let (stops, talk) = way(&grand, &Caller::by(channel), &["7", no]);
        assert_eq!((stops[2].as_str(), talk.reported()), ("improve", vec!["recommend=7".to_owned(), "part=refused".to_owned()]), "{no}");
        assert_eq!(talk.session.exchanges.last().map(|last| last.reading), Some(Read::Refused));
        let row = Response::of(&talk.session, &grand, aftercall::call::Credit::default());
        let json = serde_json::to_value(&row.answers[1]).expect("JSON");
        assert_eq!(
            (&json["value"], &json["outcome"], &json["measure"]),
            (&serde_json::Value::Null, &"refused".into(), &serde_json::Value::Null)
        );
    }
    let measured = altered("id = \"part\"\n", "id = \"part\"\n");
    let (_, talk) = way(&measured, &Caller::by(Channel::Ivr), &["", "", "0"]);
    assert_eq!(talk.session.first_answer_at, None, "to decline is not to answer");
    let (stops, _) = way(&grand, &Caller::by(Channel::Ivr), &["", "", "0", "#"]);
    assert_eq!(stops.last().map(String::as_str), Some("failed"), "nothing was answered");
}

#[test]
fn the_chosen_language_goes_on_and_is_no_result() {
    let grand = survey(GRAND);
    let caller = Caller::by(Channel::Ivr).with("ask_language", "yes");
    let (_, mut talk) = way(&grand, &caller, &["2"]);
    assert!(talk.hears().contains("推荐"), "{}", talk.hears());
    assert_eq!((talk.session.locale.tag(), talk.reported().len(), talk.session.first_answer_at), ("zh-CN", 0, None));
    talk.says("3").says("4").says("#");
    assert_eq!((talk.stands(), talk.reported()), ("completed".to_owned(), vec!["recommend=3".to_owned(), "part=other".to_owned()]));
    // By text, in words too.
    let (_, talk) = way(&grand, &Caller::by(Channel::Sms).with("ask_language", "yes"), &["中文"]);
    assert_eq!((talk.session.locale.tag(), talk.stands().as_str()), ("zh-CN", "recommend"));
    // Who chooses none goes on as the call said.
    let (stops, talk) = way(&grand, &caller, &["", "", "7", "4", "#"]);
    assert_eq!((stops[2].as_str(), stops[5].as_str(), talk.session.locale.tag()), ("recommend", "completed", "en"));
}

#[test]
fn a_spoken_comment_and_a_written_one_answer_the_same_question() {
    let grand = survey(GRAND);
    let (_, talk) = way(&grand, &Caller::by(Channel::Sms), &["7", "4", "shorter queues"]);
    let last = talk.session.answers.last().expect("an answer");
    assert_eq!((last.question.as_str(), last.text.as_deref(), talk.stands().as_str()), ("improve", Some("shorter queues"), "completed"));
    let (_, talk) = way(&grand, &Caller::by(Channel::Ivr), &["7", "4", "#"]);
    let url = "https://api.example.com/recordings/RE1";
    let Step::Next(session, _) = step(&talk.session, &grand, &Input::Recording { question: "improve", url }, at(90)) else {
        panic!("kept")
    };
    let last = session.answers.last().expect("an answer");
    assert_eq!((last.question.as_str(), last.raw.as_str(), last.kind.as_str()), ("improve", url, "voice"));
    assert_eq!(session.disposition(), Some(Disposition::Completed));
}
