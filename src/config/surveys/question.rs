use std::collections::BTreeSet;

use super::super::fault::{Findings, Place};
use super::super::section::Section;
use super::super::value::{count, flag, name, one_of};
use super::parts::{self, PartDraft};
use super::{announced, branches, kind, manner, texts};
use crate::survey::model::{Branch, Cuts, Exhausted, Kind, Measure, Question, Retry, Subject};

/// Ids that mean something else: the target of a branch, and the names of answers that no question asked for.
const RESERVED: [&str; 3] = ["end", "afterword", "comment"];

/// A question with the places that later checks report.
pub struct Draft {
    /// The question.
    pub question: Question,
    /// Where it begins.
    pub place: Place,
    /// Where `ask_when` stands.
    pub ask_when_place: Place,
    /// Where each of its branches stands.
    pub branch_places: Vec<Place>,
    /// Its part in a measure of several questions, to be checked against the others.
    pub part: Option<PartDraft>,
}

/// One `[[question]]`.
pub fn read(section: Section<'_>) -> Option<Draft> {
    let id = section.required("id", name);
    let sets_language = kind::is_language(&section);
    let kind = kind::read(&section);
    let measure = section.value("measure", one_of(&Measure::ALL.map(|measure| (measure.name(), measure))));
    let part = parts::read(&section, measure);
    let said = texts::read(&section);
    if said.sms.is_empty() && said.voice.is_empty() {
        section.findings.error(&section.place, "question: has no text: write sms.en = \"…\" or voice.en = \"…\"");
    }
    if let Some(kind) = &kind {
        fits(&section, measure, kind);
        kind::check_keys(&section, kind, !said.voice.is_empty());
    }
    let manner = kind.as_ref().map(|kind| manner::read(&section, kind, sets_language)).unwrap_or_default();
    if let Some(kind) = &kind {
        announced::check(&section, kind, &manner);
    }
    // Who chooses no language goes on in the one that the call gave.
    let optional = section.value_or("optional", false, flag) || sets_language;
    let retry = retry(&section.section("retry"));
    let (next, branch_places): (Vec<Branch>, Vec<Place>) = branches::read(&section).into_iter().unzip();
    if kind.is_some() {
        section.finish();
    }
    let ask_when_place = section.place_of("ask_when");
    let question = Question { id: id?, kind: kind?, measure, part: None, optional, said, retry, next, manner, cuts: Cuts::default() };
    Some(Draft { question, place: section.place, ask_when_place, branch_places, part })
}

fn retry(section: &Section<'_>) -> Retry {
    let default = Retry::default();
    let times = |key, default: u8| section.value_or(key, u32::from(default), count(0, 5)).try_into().unwrap_or(default);
    let retry = Retry {
        silence: times("silence", default.silence),
        invalid: times("invalid", default.invalid),
        then: section.value_or("then", default.then, one_of(&[("skip", Exhausted::Skip), ("end", Exhausted::End)])),
    };
    section.finish();
    retry
}

/// A measure's formula holds for its own scale alone.
fn fits(section: &Section<'_>, measure: Option<Measure>, kind: &Kind) {
    let scale = |least, most| matches!(kind, Kind::Rating { min, max, .. } if (*min, *max) == (least, most));
    let Some(measure) = measure else { return };
    let (fine, wanted) = match measure {
        Measure::Csat => (scale(1, 5), "a rating from 1 to 5"),
        Measure::Nps => (scale(0, 10), "a rating from 0 to 10"),
        Measure::Ces => (scale(1, 7), "a rating from 1 to 7"),
        Measure::ServiceLevel => (scale(1, 6), "a rating from 1 to 6"),
        Measure::Fcr => (matches!(kind, Kind::YesNo { .. }), "a yes_no question"),
        Measure::Kano => {
            let five = matches!(kind, Kind::Choice { options } if options.len() == 5);
            (five || scale(1, 5), "a choice of five options or a rating from 1 to 5")
        }
        Measure::Index => (matches!(kind, Kind::Rating { .. }), "a rating"),
    };
    if !fine {
        section.error("measure", &format!("{} needs {wanted}", measure.name()));
    }
}

/// Ids must differ and not be reserved.
pub fn check_ids(drafts: &[Draft], findings: &Findings) {
    let mut seen = BTreeSet::new();
    for Draft { question, place, .. } in drafts {
        if RESERVED.iter().chain(&Subject::RESERVED).any(|taken| *taken == question.id) {
            findings.error(place, format!("question.id: `{}` means something else; take another name", question.id));
        }
        if !seen.insert(&question.id) {
            findings.error(place, format!("question.id: there is another question `{}`", question.id));
        }
    }
}
