//! Options in an order of the session's own, and A/B arms.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn numbered(number: u32) -> Caller {
    Caller { id: format!("01936f00-0000-7000-8000-{number:012x}"), ..Caller::by(Channel::Sms) }
}

/// Keys and labels as a text lists them.
fn listed(text: &str) -> Vec<(String, String)> {
    let list = text.split('?').nth(1).and_then(|rest| rest.split('.').next()).expect("a list").trim();
    list.split(", ").map(|entry| entry.split_once(' ').map(|(key, label)| (key.to_owned(), label.to_owned())).expect("an entry")).collect()
}

#[test]
fn every_order_comes_up_and_the_key_that_is_shown_gives_the_value_that_is_named() {
    let grand = survey(GRAND);
    let mut orders = BTreeSet::new();
    for number in 0..200 {
        let caller = numbered(number);
        let mut talk = Talk::of(&grand, &caller);
        let shown = listed(&talk.says("7").hears());
        assert_eq!(shown.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4"]);
        assert_eq!(shown[3].1, "something else", "it stays last");
        for (key, label) in &shown {
            for channel in [Channel::Sms, Channel::Ivr] {
                let caller = Caller { channels: vec![channel], ..caller.clone() };
                let mut talk = Talk::of(&grand, &caller);
                talk.says("7").says(key);
                let value = if label == "something else" { "other" } else { label };
                assert_eq!(talk.reported()[1], format!("part={value}"), "{number} {shown:?}");
            }
            // By name it is the same.
            let mut talk = Talk::of(&grand, &caller);
            talk.says("7").says(label);
            assert!(talk.reported().len() == 2, "{label}");
        }
        orders.insert(shown);
    }
    assert_eq!(orders.len(), 6);
}

#[test]
fn an_arm_has_its_own_texts_and_stands_in_the_report() {
    let grand = survey(GRAND);
    for (variant, locale, expected) in [
        (Some("short"), "en", "Recommend us? 0 to 10."),
        (Some("short"), "zh-CN", "推荐我们吗?0至10。"),
        (Some("long"), "en", "Would you recommend us after your talk with bob? Reply 0 to 10."),
        (None, "en", "Would you recommend us after your talk with bob? Reply 0 to 10."),
    ] {
        let mut talk = Talk::of(&grand, &Caller { variant, locale, ..Caller::by(Channel::Sms) });
        talk.prompt = Prompt::Ask { question: "recommend".to_owned(), attempt: 0, lead: None };
        assert_eq!(talk.hears(), expected);
        let row = Response::of(&talk.session, &grand, aftercall::call::Credit::default());
        assert_eq!(row.variant.as_deref(), variant);
    }
}

#[test]
fn arms_are_pinned_and_drawn_by_weight() {
    let grand = survey(GRAND);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for draw in 0..1000_u64 {
        let arm = aftercall::survey::model::pick(&grand.variants, draw.wrapping_mul(0x9e37_79b9_7f4a_7c15)).expect("an arm");
        *counts.entry(arm.name.as_str()).or_default() += 1;
    }
    assert!(counts.values().all(|count| (450..550).contains(count)), "{counts:?}");
}
