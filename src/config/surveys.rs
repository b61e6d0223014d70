//! Survey files: read, checked as a whole, and put beside the ones that are shipped.

use std::path::{Path, PathBuf};

use ring::digest;

use super::fault::{Fault, Findings, Place};
use super::section::Section;
use super::value::{count, name, parsed};
use super::{file, tree};
use crate::survey::model::{Locale, Said, Survey, SurveyKey};
use question::Draft;

pub(super) use conditions::matcher;
pub use texts::{TextRow, report};

mod announced;
mod arms;
mod branches;
mod conditions;
mod kind;
mod manner;
mod parts;
mod question;
pub mod shipped;
mod texts;
mod translations;

/// Reads a survey from its text; `file_name` stands in the faults.
///
/// # Errors
/// Every fault of the text.
pub fn parse(file_name: &str, text: &str) -> Result<Survey, Vec<Fault>> {
    let findings = Findings::default();
    let survey = examine(file_name, text, &findings);
    survey.ok_or_else(|| findings.into_lists().0)
}

/// Reads every `*.toml` of a folder.
///
/// # Errors
/// Every fault of every file.
pub fn load_dir(dir: &Path) -> Result<Vec<Survey>, Vec<Fault>> {
    let findings = Findings::default();
    let shelf = folder(dir, &findings);
    let (errors, _) = findings.into_lists();
    if errors.is_empty() { Ok(shelf.surveys) } else { Err(errors) }
}

/// Surveys and the ids that rules can name.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// Without fault, by file name.
    pub surveys: Vec<Survey>,
    /// Their ids, and those of faulty files.
    pub ids: Vec<String>,
}

/// The shipped surveys and the operator's own ones; one of the operator's replaces a shipped one of the same id.
pub(super) fn gather(dir: Option<&Path>, findings: &Findings) -> Shelf {
    let mut shelf = dir.map(|dir| folder(dir, findings)).unwrap_or_default();
    for survey in shipped::all() {
        if !shelf.ids.contains(&survey.key.id) {
            shelf.ids.push(survey.key.id.clone());
            shelf.surveys.push(survey);
        }
    }
    shelf
}

fn folder(dir: &Path, findings: &Findings) -> Shelf {
    let mut shelf = Shelf::default();
    let place = Place::top(&dir.display().to_string());
    let mut paths: Vec<PathBuf> = match std::fs::read_dir(dir) {
        Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_survey(path)).collect(),
        Err(wrong) => {
            findings.error(&place, format!("the folder of surveys cannot be read: {wrong}"));
            return shelf;
        }
    };
    paths.sort();
    for path in paths {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let survey = file::read(&path, findings).and_then(|text| examine(&path.display().to_string(), &text, findings));
        let place = Place::top(&path.display().to_string());
        match survey {
            Some(survey) if shelf.ids.contains(&survey.key.id) => {
                findings.error(&place, format!("there is another survey `{}`", survey.key.id));
            }
            Some(survey) => {
                if survey.key.id != stem {
                    findings.warning(&place, format!("holds survey `{}`: its file should be called {}.toml", survey.key.id, survey.key.id));
                }
                shelf.ids.push(survey.key.id.clone());
                shelf.surveys.push(survey);
            }
            None => shelf.ids.push(stem),
        }
    }
    shelf
}

fn is_survey(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml") && path.is_file()
}

/// Reads and checks one survey; `None` if it has any fault. Faults and warnings go to `findings`.
fn examine(file: &str, text: &str, findings: &Findings) -> Option<Survey> {
    let own = Findings::default();
    let survey = tree::read_document(file, text, &own).and_then(|table| survey(&Section::root(&table, file, &own), text));
    let sound = !own.any_error();
    findings.absorb(own);
    survey.filter(|_| sound)
}

fn survey(root: &Section<'_>, text: &str) -> Option<Survey> {
    let id = root.required("id", name);
    let version = root.value_or("version", 1, count(1, u32::MAX));
    let locale = parsed("a language such as \"en\" or \"zh-CN\"", Locale::parse);
    let default_locale = root.value("default_locale", locale).or_else(|| Locale::parse("en"))?;
    let mut drafts: Vec<Draft> = root.sections("question").into_iter().filter_map(question::read).collect();
    if drafts.is_empty() && !root.findings.any_error() {
        root.error("question", "is missing: a survey needs at least one [[question]]");
    }
    let closing = root.section("closing");
    let closing_place = closing.place.clone();
    let said = texts::read(&closing);
    closing.finish();
    question::check_ids(&drafts, root.findings);
    let variants = manner::variants(root);
    let phone = manner::phone(root);
    let locales = drafts.iter().take(1).flat_map(|draft| draft.question.said.sms.keys().chain(draft.question.said.voice.keys())).collect();
    branches::check(&conditions::Grounds { drafts: &drafts, variants: &variants, locales }, root.findings);
    let drivers = parts::drivers(&root.section("index"));
    parts::settle(&mut drafts, &drivers, id.as_deref().unwrap_or_default(), root.findings);
    translations::check(&drafts, (&said, &closing_place), root, &default_locale);
    arms::check(&drafts, &variants, root.findings);
    let wording = wording(&root.section("wording"), &drafts);
    root.finish();
    let key = SurveyKey { id: id?, version, digest: fingerprint(text) };
    let questions = drafts.into_iter().map(|draft| draft.question).collect();
    Some(Survey { key, source: text.to_owned(), default_locale, questions, closing: said, wording, variants, phone })
}

fn wording(section: &Section<'_>, drafts: &[Draft]) -> std::collections::BTreeMap<String, Said> {
    const NAMES: [&str; 9] = ["invalid", "silence", "exhausted", "call_back", "time_is_up", "ambiguous", "opted_out", "opted_in", "help"];
    let given = NAMES.into_iter().filter(|name| section.has(name));
    let read = given.map(|name| {
        let inner = section.section(name);
        let said = texts::read(&inner);
        inner.finish();
        (name.to_owned(), said)
    });
    let read = read.collect();
    arms::wording(&read, drafts, section);
    section.finish();
    read
}

/// The first 16 hex digits of the text's SHA-256.
fn fingerprint(text: &str) -> String {
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    hash.as_ref().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
