use super::super::fault::{Findings, Place};
use super::super::section::{Read, Section, short};
use super::super::tree::{Node, Value};
use super::super::value::{owned, text};
use super::question::Draft;
use crate::survey::model::{Branch, Kind, Matcher, Target};

/// Where a question leads (`next`), each branch with its place.
pub fn read(section: &Section<'_>) -> Vec<(Branch, Place)> {
    section.sections("next").into_iter().filter_map(|branch| Some((one(&branch)?, branch.place))).collect()
}

fn one(section: &Section<'_>) -> Option<Branch> {
    let conditions = section.section("when");
    let mut when = Vec::new();
    for (question, node) in conditions.members() {
        let matcher = matcher(node).unwrap_or_else(|wrong| {
            section.findings.error(&node.place, format!("{}: {wrong}", conditions.name(question)));
            // Still a condition: without it the branch would seem to hold always.
            Matcher::OneOf(Vec::new())
        });
        when.push((question.to_owned(), matcher));
    }
    let goto = section.required("goto", owned);
    section.finish();
    let goto = goto?;
    Some(Branch { when, goto: if goto == "end" { Target::End } else { Target::Question(goto) } })
}

/// `"1..=2"`, `5`, `"yes"` or a list of values.
fn matcher(node: &Node) -> Read<Matcher> {
    match &node.value {
        Value::Whole(n) => Ok(Matcher::OneOf(vec![n.to_string()])),
        Value::List(items) if !items.is_empty() => items.iter().map(plain).collect::<Read<_>>().map(Matcher::OneOf),
        Value::List(_) => Err("the list is empty".to_owned()),
        _ => {
            let text = text(node)?;
            let Some((low, high)) = text.split_once("..=") else {
                return if text.contains("..") { Err(range(text)) } else { Ok(Matcher::OneOf(vec![text.to_owned()])) };
            };
            match (low.trim().parse(), high.trim().parse()) {
                (Ok(low), Ok(high)) if low <= high => Ok(Matcher::Between(low, high)),
                _ => Err(range(text)),
            }
        }
    }
}

fn range(text: &str) -> String {
    format!("`{}` is no range such as \"1..=2\"", short(text))
}

fn plain(node: &Node) -> Read<String> {
    match node.value {
        Value::Whole(n) => Ok(n.to_string()),
        _ => owned(node),
    }
}

/// Every branch leads forward to a question or to the end, asks for answers that can be, and every question can be reached.
pub fn check(drafts: &[Draft], findings: &Findings) {
    for (at, draft) in drafts.iter().enumerate() {
        for (branch, place) in draft.question.next.iter().zip(&draft.branch_places) {
            if let Some(wrong) = target(drafts, at, &branch.goto).err() {
                findings.error(place, format!("question.next.goto: {wrong}"));
            }
            for (question, matcher) in &branch.when {
                if let Err(wrong) = condition(drafts, at, question, matcher) {
                    findings.error(place, format!("question.next.when: {wrong}"));
                }
            }
        }
        let sure = draft.question.next.iter().position(|branch| branch.when.is_empty());
        if let Some(place) = sure.and_then(|sure| draft.branch_places.get(sure + 1)) {
            findings.warning(place, "question.next: the branch before this one always holds, so this one never does");
        }
    }
    unreachable(drafts, findings);
}

fn place_of(drafts: &[Draft], id: &str) -> Option<usize> {
    drafts.iter().position(|draft| draft.question.id == id)
}

/// The index of a branch's target; the number of questions for the end.
fn target(drafts: &[Draft], from: usize, goto: &Target) -> Result<usize, String> {
    let Target::Question(id) = goto else { return Ok(drafts.len()) };
    match place_of(drafts, id) {
        None => Err(format!("there is no question `{}`", short(id))),
        Some(to) if to <= from => Err(format!("`{id}` is not later in the file: a branch that leads back could loop")),
        Some(to) => Ok(to),
    }
}

fn condition(drafts: &[Draft], from: usize, id: &str, matcher: &Matcher) -> Result<(), String> {
    match place_of(drafts, id) {
        None => Err(format!("there is no question `{}`", short(id))),
        Some(at) if at > from => Err(format!("`{id}` has not been asked yet")),
        Some(at) => possible(&drafts[at].question.kind, matcher).map_err(|wrong| format!("`{id}` {wrong}")),
    }
}

/// Whether any answer can fulfil each part of the condition.
fn possible(kind: &Kind, matcher: &Matcher) -> Result<(), String> {
    let never = |value: &str| format!("is never `{}`", short(value));
    match (kind, matcher) {
        (Kind::Rating { min, max, .. }, Matcher::Between(low, high)) if low < min || high > max => Err(format!("goes from {min} to {max}")),
        (Kind::Rating { .. }, Matcher::Between(..)) => Ok(()),
        (_, Matcher::Between(..)) => Err("has no numbers to lie in a range".to_owned()),
        (Kind::Rating { min, max, .. }, Matcher::OneOf(values)) => {
            let fits = |value: &String| value.parse().is_ok_and(|n: i64| (*min..=*max).contains(&n) && n.to_string() == *value);
            values.iter().find(|value| !fits(value)).map_or(Ok(()), |value| Err(never(value)))
        }
        (Kind::Choice { options }, Matcher::OneOf(values)) => {
            let fits = |value: &&String| options.iter().any(|option| option.value == **value);
            values.iter().find(|value| !fits(value)).map_or(Ok(()), |value| Err(never(value)))
        }
        (Kind::YesNo { .. }, Matcher::OneOf(values)) => {
            values.iter().find(|value| !matches!(value.as_str(), "yes" | "no")).map_or(Ok(()), |value| Err(never(value)))
        }
        (Kind::Text | Kind::Voice, Matcher::OneOf(_)) => Err("is answered in free words, so nothing can depend on it".to_owned()),
    }
}

fn unreachable(drafts: &[Draft], findings: &Findings) {
    let mut reached = vec![false; drafts.len() + 1];
    reached[0] = true;
    for (at, draft) in drafts.iter().enumerate() {
        if !reached[at] {
            findings.error(&draft.place, format!("question: `{}` can never be reached", draft.question.id));
            continue;
        }
        let sure = draft.question.next.iter().position(|branch| branch.when.is_empty());
        for branch in draft.question.next.iter().take(sure.map_or(usize::MAX, |sure| sure + 1)) {
            if let Ok(to) = target(drafts, at, &branch.goto) {
                reached[to] = true;
            }
        }
        if sure.is_none() {
            reached[at + 1] = true;
        }
    }
}
