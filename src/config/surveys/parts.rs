use std::collections::BTreeSet;

use super::super::fault::{Findings, Place};
use super::super::section::{Section, nearest, short};
use super::super::tree::Node;
use super::super::value::{number, one_of, owned};
use super::question::Draft;
use crate::survey::measure::kano::Side;
use crate::survey::measure::part::Part;
use crate::survey::model::Measure;

/// Longest name of a feature or driver, in characters.
const LONGEST: usize = 64;
/// A driver weighs more than this and at most so much.
const WEIGHTS: (f64, f64) = (0.0, 1_000_000.0);

/// A question's part as its own table tells it.
pub struct PartDraft {
    told: Told,
    place: Place,
}

enum Told {
    Kano { feature: Option<String>, side: Side },
    Index { driver: String },
}

/// A driver of the `[index]` table.
pub struct Weighed {
    name: String,
    weight: f64,
    place: Place,
}

/// What a question says about its part in a measure of several questions.
pub fn read(section: &Section<'_>, measure: Option<Measure>) -> Option<PartDraft> {
    match measure? {
        Measure::Kano => {
            let sides = [("functional", Side::Functional), ("dysfunctional", Side::Dysfunctional)];
            let (feature, side) = (section.value("feature", named), section.required("kano", one_of(&sides)));
            Some(PartDraft { told: Told::Kano { feature, side: side? }, place: section.place_of("kano") })
        }
        Measure::Index => {
            let driver = section.required("driver", named)?;
            Some(PartDraft { told: Told::Index { driver }, place: section.place_of("driver") })
        }
        _ => None,
    }
}

/// The drivers of `[index]` and what each weighs.
pub fn drivers(section: &Section<'_>) -> Vec<Weighed> {
    let drivers = section.section("drivers");
    let one = |(name, node): (&str, &Node)| {
        let weight = weight(node).map_err(|wrong| section.findings.error(&node.place, format!("{}: {wrong}", drivers.name(&short(name)))));
        // A driver whose weight is wrong still is a driver: its items are no fault of their own.
        Weighed { name: name.to_owned(), weight: weight.unwrap_or(1.0), place: node.place.clone() }
    };
    let read = drivers.members().map(one).collect();
    section.finish();
    read
}

fn weight(node: &Node) -> Result<f64, String> {
    let (least, most) = WEIGHTS;
    let weight = number(least, most)(node)?;
    if weight > least { Ok(weight) } else { Err("must be greater than 0".to_owned()) }
}

fn named(node: &Node) -> Result<String, String> {
    let name = owned(node)?;
    if name.chars().count() <= LONGEST { Ok(name) } else { Err(format!("is longer than {LONGEST} characters")) }
}

/// Gives each question its part; every pair must be whole and every driver have its items.
pub fn settle(drafts: &mut [Draft], drivers: &[Weighed], survey: &str, findings: &Findings) {
    let total: f64 = drivers.iter().map(|driver| driver.weight).sum();
    let mut pairs = Pairs::default();
    let mut used = BTreeSet::new();
    for draft in drafts {
        let Some(PartDraft { told, place }) = draft.part.take() else { continue };
        draft.question.part = match told {
            Told::Kano { feature, side } => {
                let feature = feature.unwrap_or_else(|| survey.to_owned());
                pairs.add((&feature, side), place, findings);
                Some(Part::Kano { feature, side })
            }
            Told::Index { driver } => match drivers.iter().find(|known| known.name == driver) {
                Some(known) => {
                    used.insert(driver.clone());
                    Some(Part::Index { driver, weight: known.weight / total })
                }
                None => {
                    findings.error(&place, unknown(&driver, drivers));
                    None
                }
            },
        };
    }
    pairs.check(findings);
    for driver in drivers.iter().filter(|driver| !used.contains(&driver.name)) {
        findings.error(&driver.place, format!("index.drivers.{}: no question has this driver", short(&driver.name)));
    }
}

fn unknown(driver: &str, drivers: &[Weighed]) -> String {
    let names: Vec<&str> = drivers.iter().map(|known| known.name.as_str()).collect();
    if let Some(near) = nearest(driver, &names) {
        return format!("question.driver: `{}` is not in [index] drivers, did you mean `{}`?", short(driver), short(near));
    }
    let known = if names.is_empty() {
        "write [index] drivers = { NAME = WEIGHT, … }".to_owned()
    } else {
        format!("there are {}", short(&names.join(", ")))
    };
    format!("question.driver: `{}` is not in [index] drivers ({known})", short(driver))
}

/// The questions seen about each feature.
#[derive(Default)]
struct Pairs {
    seen: Vec<(String, Side, Place)>,
}

impl Pairs {
    fn add(&mut self, (feature, side): (&str, Side), place: Place, findings: &Findings) {
        if self.has(feature, side) {
            findings.error(&place, format!("question.kano: there is another {} question about `{}`", name(side), short(feature)));
        }
        self.seen.push((feature.to_owned(), side, place));
    }

    fn has(&self, feature: &str, side: Side) -> bool {
        self.seen.iter().any(|(known, of, _)| known == feature && *of == side)
    }

    fn check(&self, findings: &Findings) {
        for (feature, side, place) in &self.seen {
            let other = if *side == Side::Functional { Side::Dysfunctional } else { Side::Functional };
            if !self.has(feature, other) {
                findings.error(place, format!("question.kano: there is no {} question about `{}`", name(other), short(feature)));
            }
        }
    }
}

fn name(side: Side) -> &'static str {
    match side {
        Side::Functional => "functional",
        Side::Dysfunctional => "dysfunctional",
    }
}
