use std::collections::{BTreeMap, BTreeSet};

use super::super::section::{Section, short};
use super::super::tree::{Node, Value};
use super::super::value::{one_of, owned, text, whole};
use super::texts;
use crate::message::{Keyword, keyword};
use crate::survey::model::{Choice, Kind, Locale, Texts};

/// Most options of a choice.
const MOST: usize = 20;

#[derive(Clone, Copy)]
enum Word {
    Rating,
    Choice,
    YesNo,
    Text,
    Voice,
    Language,
}

const WORDS: [(&str, Word); 6] = [
    ("rating", Word::Rating),
    ("choice", Word::Choice),
    ("yes_no", Word::YesNo),
    ("text", Word::Text),
    ("voice", Word::Voice),
    ("language", Word::Language),
];

/// Whether the question chooses the language.
pub fn is_language(section: &Section<'_>) -> bool {
    section.members().any(|(key, node)| key == "kind" && text(node).is_ok_and(|kind| kind == "language"))
}

/// The kind of a question with everything that belongs to it.
pub fn read(section: &Section<'_>) -> Option<Kind> {
    match section.required("kind", one_of(&WORDS))? {
        Word::Rating => rating(section),
        Word::Choice => choice(section),
        Word::Language => language(section),
        Word::YesNo => yes_no(section),
        Word::Text => Some(Kind::Text),
        Word::Voice => Some(Kind::Voice),
    }
}

fn rating(section: &Section<'_>) -> Option<Kind> {
    let limits = (section.required("min", whole(0, 100)), section.required("max", whole(0, 100)));
    let labels = section.section("label");
    let (Some(min), Some(max)) = limits else {
        // Without limits the labels cannot be judged; a second fault about each would only hide the first.
        return None;
    };
    if min >= max {
        section.error("max", "must be greater than min");
    }
    let labels = labels.members().filter_map(|(key, node)| label(&labels, key, node, (min, max))).collect();
    Some(Kind::Rating { min, max, labels })
}

fn label(section: &Section<'_>, key: &str, node: &Node, (min, max): (i64, i64)) -> Option<(i64, Texts)> {
    let value = key.parse().ok().filter(|value| (min..=max).contains(value));
    if value.is_none() {
        section.findings.error(&node.place, format!("{}: is no value from {min} to {max}", section.name(&short(key))));
    }
    Some((value?, names(&section.member_section(key, node)?)))
}

/// Names of a value, by which a caller can answer too.
fn names(section: &Section<'_>) -> Texts {
    for (tag, node) in section.members() {
        if let (Ok(_), Err(wrong)) = (text(node), answer(node)) {
            section.findings.error(&node.place, format!("{}: {wrong}", section.name(tag)));
        }
    }
    texts::by_locale(section)
}

fn choice(section: &Section<'_>) -> Option<Kind> {
    let sections = section.sections("option");
    if !(2..=MOST).contains(&sections.len()) {
        section.error("option", &format!("a choice needs 2 to {MOST} options"));
    }
    let (mut keys, mut values) = (BTreeSet::new(), BTreeSet::new());
    let mut options = Vec::new();
    for section in sections {
        let Some(option) = option(&section) else { continue };
        for (what, word, seen) in [("key", &option.key, &mut keys), ("value", &option.value, &mut values)] {
            if !seen.insert(word.to_lowercase()) {
                section.error(what, &format!("there is another option with the {what} `{}`", short(word)));
            }
        }
        options.push(option);
    }
    Some(Kind::Choice { options })
}

/// A choice whose values are languages.
fn language(section: &Section<'_>) -> Option<Kind> {
    let kind = choice(section)?;
    if let Kind::Choice { options } = &kind {
        for option in options.iter().filter(|option| Locale::parse(&option.value).is_none_or(|locale| locale.tag() != option.value)) {
            section.error("option", &format!("value `{}` is no language such as en or zh-CN", short(&option.value)));
        }
    }
    Some(kind)
}

fn option(section: &Section<'_>) -> Option<Choice> {
    let key = section.required("key", answer);
    let value = section.required("value", answer);
    let label = names(&section.section("label"));
    let words = words(&section.section("words"));
    section.finish();
    Some(Choice { key: key?, value: value?, label, words })
}

fn words(section: &Section<'_>) -> BTreeMap<Locale, Vec<String>> {
    let mut found = BTreeMap::new();
    for (tag, node) in section.members() {
        let Some(locale) = texts::locale(section, tag, node) else { continue };
        let Value::List(items) = &node.value else {
            section.findings.error(&node.place, format!("{}: a list in [ ] is expected, not {}", section.name(tag), node.value.kind()));
            continue;
        };
        let read = items.iter().filter_map(|item| {
            let word = answer(item);
            word.map_err(|wrong| section.findings.error(&item.place, format!("{}: {wrong}", section.name(tag)))).ok()
        });
        found.insert(locale, read.collect());
    }
    found
}

fn yes_no(section: &Section<'_>) -> Option<Kind> {
    let yes = section.value_or("yes", "1".to_owned(), answer);
    let no = section.value_or("no", "2".to_owned(), answer);
    if yes == no {
        section.error("no", "must be another key than yes");
    }
    Some(Kind::YesNo { yes, no })
}

/// A word by which a caller answers; never one that is a command.
pub fn answer(node: &Node) -> Result<String, String> {
    let word = owned(node)?;
    let word = word.trim();
    match keyword(word) {
        Some(Keyword::Stop) => Err(format!("`{}` opts the caller out and cannot be an answer", short(word))),
        Some(Keyword::Help) => Err(format!("`{}` asks for help and cannot be an answer", short(word))),
        _ => text(node).map(|_| word.to_owned()),
    }
}

/// What is asked by voice must be answerable by keypad.
pub fn check_keys(section: &Section<'_>, kind: &Kind, voiced: bool) {
    let keys: Vec<&String> = match kind {
        Kind::Choice { options } => options.iter().map(|option| &option.key).collect(),
        Kind::YesNo { yes, no } => vec![yes, no],
        Kind::Rating { .. } | Kind::Text | Kind::Voice => Vec::new(),
    };
    for key in keys.into_iter().filter(|key| voiced && !can_be_pressed(key)) {
        section.error("voice", &format!("key `{}` cannot be pressed on a phone", short(key)));
    }
}

/// Whether it is one or two keys of a phone; `#` ends what is typed and is part of no answer.
pub fn can_be_pressed(key: &str) -> bool {
    (1..=2).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_digit() || b == b'*')
}

/// Whether the digits are an answer by keypad.
pub fn is_key(kind: &Kind, digits: &str) -> bool {
    match kind {
        Kind::Rating { min, max, .. } => digits.parse().is_ok_and(|n: i64| (*min..=*max).contains(&n)),
        Kind::Choice { options } => options.iter().any(|option| option.key == digits),
        Kind::YesNo { yes, no } => yes == digits || no == digits,
        Kind::Text | Kind::Voice => true,
    }
}
