use std::collections::{BTreeMap, BTreeSet};

use super::super::section::{Section, short};
use super::super::value::{count, flag, name};
use super::kind::{answer, is_key};
use super::{conditions, texts};
use crate::survey::model::{Kind, Manner, Phone, Said, Shuffle, Variant};

/// When and how a question is asked, beside the usual.
pub fn read(section: &Section<'_>, kind: &Kind, sets_language: bool) -> Manner {
    Manner {
        ask_when: conditions::read(&section.section("ask_when")),
        shuffle: shuffle(section, kind),
        refuse: refuse(section, kind),
        sets_language,
        in_variant: in_variant(section),
        no_repeat: section.value("repeat", flag).is_some_and(|repeat| !repeat) || is_key(kind, "*"),
        barge_in: section.value("barge_in", flag),
    }
}

fn shuffle(section: &Section<'_>, kind: &Kind) -> Option<Shuffle> {
    let wanted = section.value_or("shuffle", false, flag);
    let keep_last = section.value_or("shuffle_keep_last", 0, count(0, 20)) as usize;
    if !wanted {
        return None;
    }
    match kind {
        Kind::Choice { options } if options.len() >= keep_last + 2 => Some(Shuffle { keep_last }),
        Kind::Choice { .. } => {
            section.error("shuffle_keep_last", "leaves fewer than two options to be mixed");
            None
        }
        _ => {
            section.error("shuffle", "only the options of a choice can be mixed");
            None
        }
    }
}

fn refuse(section: &Section<'_>, kind: &Kind) -> Option<String> {
    let key = section.value("refuse", answer)?;
    if !section.value_or("optional", false, flag) {
        section.error("refuse", "only an optional question can be declined: write optional = true");
    }
    if kind.is_open() {
        section.error("refuse", "a question that takes free words has no keys");
    } else if is_key(kind, &key) {
        section.error("refuse", &format!("key `{}` is an answer", short(&key)));
    } else if !super::kind::can_be_pressed(&key) {
        section.error("refuse", &format!("key `{}` cannot be pressed on a phone", short(&key)));
    }
    Some(key)
}

/// `variant.NAME.sms.en = "…"`.
fn in_variant(section: &Section<'_>) -> BTreeMap<String, Said> {
    let arms = section.section("variant");
    let read = arms.members().filter_map(|(arm, node)| {
        let own = arms.member_section(arm, node)?;
        let said = texts::read(&own);
        own.finish();
        Some((arm.to_owned(), said))
    });
    read.collect()
}

/// Every `[[variant]]` of a survey.
pub fn variants(root: &Section<'_>) -> Vec<Variant> {
    let mut seen = BTreeSet::new();
    let sections = root.sections("variant");
    let read: Vec<Variant> = sections
        .iter()
        .filter_map(|section| {
            let (name, weight) = (section.required("name", name), section.value_or("weight", 1, count(0, 1_000_000)));
            section.finish();
            let name = name?;
            if !seen.insert(name.clone()) {
                section.error("name", &format!("there is another variant `{name}`"));
            }
            Some(Variant { name, weight })
        })
        .collect();
    if !read.is_empty() && read.iter().all(|variant| variant.weight == 0) {
        root.error("variant", "no variant has a weight above 0");
    }
    read
}

/// `[voice]`: how a survey is held on the phone.
pub fn phone(root: &Section<'_>) -> Phone {
    let usual = Phone::default();
    let section = root.section("voice");
    let seconds = |key, usual: u16, (least, most)| section.value_or(key, u32::from(usual), count(least, most)).try_into().unwrap_or(usual);
    let short = |key, usual: u8| seconds(key, u16::from(usual), (1, 60)).try_into().unwrap_or(usual);
    let phone = Phone {
        barge_in: section.value_or("barge_in", usual.barge_in, flag),
        timeout_seconds: short("timeout", usual.timeout_seconds),
        key_timeout_seconds: short("key_timeout", usual.key_timeout_seconds),
        most_seconds: seconds("most_seconds", usual.most_seconds, (30, 3600)),
    };
    section.finish();
    phone
}
