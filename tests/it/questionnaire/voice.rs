//! The survey on the phone: repeating, giving up, time.

use super::*;

#[test]
fn a_star_repeats_the_question_at_no_cost() {
    let grand = survey(GRAND);
    let mut talk = Talk::of(&grand, &Caller::by(Channel::Ivr));
    for _ in 0..5 {
        talk.says("*");
        assert_eq!(talk.hears(), "Would you recommend us after your talk with bob? Press 0 to 10.");
    }
    let asking = talk.session.asking().expect("a question").clone();
    assert_eq!((asking.silences, asking.invalids, asking.attempt), (0, 0, 5));
    talk.says("9");
    assert_eq!(talk.reported(), ["recommend=9"]);
}

#[test]
fn a_star_without_end_is_a_wrong_key_in_the_end() {
    let grand = survey(GRAND);
    let mut talk = Talk::of(&grand, &Caller::by(Channel::Ivr));
    for _ in 0..7 {
        talk.says("*");
    }
    assert_eq!(talk.stands(), "part", "five repetitions, a wrong key that is asked again, one that is not");
}

#[test]
fn a_star_that_is_an_answer_or_switched_off_repeats_nothing() {
    let off = altered("id = \"recommend\"\n", "id = \"recommend\"\nrepeat = false\n");
    let mut talk = Talk::of(&off, &Caller::by(Channel::Ivr));
    talk.says("*");
    assert_eq!(talk.session.asking().map(|asking| asking.invalids), Some(1));
    let star = survey(&GRAND.replace("key = \"4\"", "key = \"*\""));
    let mut talk = Talk::of(&star, &Caller::by(Channel::Ivr));
    talk.says("7").says("*");
    assert_eq!(talk.reported()[1], "part=other");
}

#[test]
fn silence_wrong_keys_and_giving_up_have_counts_and_words_of_their_own() {
    let grand = survey(GRAND);
    let mut talk = Talk::of(&grand, &Caller::by(Channel::Ivr));
    let silent = talk.says("").hears();
    let wrong = talk.says("11").hears();
    let given_up = talk.says("12").hears();
    assert!(silent.starts_with("I did not hear a key. Would you recommend"), "{silent}");
    assert!(wrong.starts_with("Please enter a number from 0 to 10. Would you recommend"), "{wrong}");
    assert!(given_up.starts_with("We could not make that out. What mattered most?"), "{given_up}");
    assert_eq!(talk.stands(), "part");
    // The shipped words, in the language of the session, only where something follows.
    let plain =
        survey(&GRAND.replace("exhausted.voice.en = \"We could not make that out.\"\nexhausted.voice.zh-CN = \"没有听清。\"\n", ""));
    let mut talk = Talk::of(&plain, &Caller { locale: "zh-CN", ..Caller::by(Channel::Ivr) });
    let lead = talk.says("").says("").hears();
    assert!(lead.starts_with("没关系"), "{lead}");
    let ends = altered("retry = { silence = 1, invalid = 1, then = \"skip\" }", "retry = { silence = 0, invalid = 0, then = \"end\" }");
    let mut talk = Talk::of(&ends, &Caller::by(Channel::Ivr));
    assert_eq!(talk.says("").hears(), "We could not make that out. Thank you. Goodbye.");
    assert_eq!(talk.stands(), "failed");
}

#[test]
fn a_call_that_lasts_too_long_ends_politely_and_keeps_what_was_said() {
    let grand = survey(GRAND);
    let mut talk = Talk::of(&grand, &Caller::by(Channel::Ivr));
    talk.second = 117;
    talk.says("*");
    assert_eq!(talk.stands(), "recommend");
    talk.second = 119;
    talk.says("6");
    assert_eq!(
        (talk.prompt.clone(), talk.stands(), talk.hears()),
        (Prompt::TimeIsUp, "partial".to_owned(), "We must stop here. Goodbye.".to_owned())
    );
    assert_eq!(talk.reported(), ["recommend=6"]);
    // What is missing is asked by text, where the rule says so.
    let caller = Caller { channels: vec![Channel::Ivr, Channel::Sms], ..Caller::by(Channel::Ivr).with("product", "goods") };
    let mut talk = Talk::of(&grand, &caller);
    talk.second = 200;
    talk.says("6");
    assert_eq!((talk.prompt.clone(), talk.session.channel, talk.stands()), (Prompt::TimeIsUp, Channel::Sms, "part".to_owned()));
    // The last answer completes it, however late.
    let mut talk = Talk::of(&grand, &Caller::by(Channel::Ivr).with("tier", "gold"));
    talk.second = 500;
    talk.says("10");
    assert_eq!((talk.prompt.clone(), talk.stands()), (Prompt::Close, "completed".to_owned()));
}
