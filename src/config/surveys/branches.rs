use super::super::fault::{Findings, Place};
use super::super::section::{Section, short};
use super::super::value::owned;
use super::conditions::{self, Grounds};
use crate::survey::model::{Branch, Target};

/// Where a question leads (`next`), each branch with its place.
pub fn read(section: &Section<'_>) -> Vec<(Branch, Place)> {
    section.sections("next").into_iter().filter_map(|branch| Some((one(&branch)?, branch.place))).collect()
}

fn one(section: &Section<'_>) -> Option<Branch> {
    let when = conditions::read(&section.section("when"));
    let goto = section.required("goto", owned);
    section.finish();
    let goto = goto?;
    Some(Branch { when, goto: if goto == "end" { Target::End } else { Target::Question(goto) } })
}

/// Every branch leads forward to a question or to the end, asks for answers that can be, and every question can be reached.
pub fn check(grounds: &Grounds<'_>, findings: &Findings) {
    for (at, draft) in grounds.drafts.iter().enumerate() {
        for (branch, place) in draft.question.next.iter().zip(&draft.branch_places) {
            if let Some(wrong) = target(grounds, at, &branch.goto).err() {
                findings.error(place, format!("question.next.goto: {wrong}"));
            }
            for wrong in branch.when.iter().filter_map(|condition| grounds.check(condition, at + 1).err()) {
                findings.error(place, format!("question.next.when: {wrong}"));
            }
        }
        for wrong in draft.question.manner.ask_when.iter().filter_map(|condition| grounds.check(condition, at).err()) {
            findings.error(&draft.ask_when_place, format!("question.ask_when: {wrong}"));
        }
        let sure = draft.question.next.iter().position(|branch| branch.when.is_empty());
        if let Some(place) = sure.and_then(|sure| draft.branch_places.get(sure + 1)) {
            findings.warning(place, "question.next: the branch before this one always holds, so this one never does");
        }
    }
    unreachable(grounds, findings);
}

/// The index of a branch's target; the number of questions for the end.
fn target(grounds: &Grounds<'_>, from: usize, goto: &Target) -> Result<usize, String> {
    let Target::Question(id) = goto else { return Ok(grounds.drafts.len()) };
    match grounds.place_of(id) {
        None => Err(format!("there is no question `{}`", short(id))),
        Some(to) if to <= from => Err(format!("`{id}` is not later in the file: a branch that leads back could loop")),
        Some(to) => Ok(to),
    }
}

fn unreachable(grounds: &Grounds<'_>, findings: &Findings) {
    let drafts = grounds.drafts;
    let mut reached = vec![false; drafts.len() + 1];
    reached[0] = true;
    for (at, draft) in drafts.iter().enumerate() {
        if !reached[at] {
            findings.error(&draft.place, format!("question: `{}` can never be reached", draft.question.id));
            continue;
        }
        let sure = draft.question.next.iter().position(|branch| branch.when.is_empty());
        for branch in draft.question.next.iter().take(sure.map_or(usize::MAX, |sure| sure + 1)) {
            if let Ok(to) = target(grounds, at, &branch.goto) {
                reached[to] = true;
            }
        }
        if sure.is_none() {
            reached[at + 1] = true;
        }
    }
}
