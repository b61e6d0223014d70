//! Answers to measures of several questions, and what they make, counted by plain loops.

use std::collections::BTreeMap;

use aftercall::survey::measure::kano::Side;
use aftercall::survey::measure::part::Piece;
use aftercall::survey::model::{Measure, Value};
use aftercall::survey::response::{Response, Scored};
use aftercall::survey::session::Answer;

/// Seconds from the call's end to the answer, and whether it was late.
type Timed = (u64, bool);

/// The parts of the generated survey: two features, and three drivers of which one has two items.
fn parts(random: &mut fastrand::Rng) -> Vec<(Measure, Piece)> {
    let mut parts = Vec::new();
    for feature in ["same_agent", "call_back"] {
        for side in [Side::Functional, Side::Dysfunctional] {
            parts.push((Measure::Kano, Piece::Kano { feature: feature.into(), side, step: random.u8(1..=5) }));
        }
    }
    for (driver, weight) in [("service", 0.5), ("service", 0.5), ("image", 0.3), ("value", 0.2)] {
        parts.push((Measure::Index, Piece::Index { driver: driver.into(), weight, points: f64::from(random.u8(0..=9)) / 9.0 * 100.0 }));
    }
    parts
}

/// Answers some of the questions; `blank` makes an answer of a measure, with its time.
pub fn answer(random: &mut fastrand::Rng, row: &mut Response, blank: impl Fn(&mut fastrand::Rng, &Response, Measure) -> Answer) {
    for (measure, part) in parts(random) {
        if random.u8(..10) > 0 {
            let value = Value::Number(random.i64(1..=5));
            let answer = blank(random, row, measure);
            row.answers.push(Answer { part: Some(part), raw: value.to_string(), value: Some(value), ..answer });
        }
    }
    let letter = letters(row).first().map(|(letter, _)| Scored::Plain(Value::Name(letter.to_string())));
    row.scores.insert("kano".into(), letter);
    row.scores.insert("index".into(), index(row).map(|(index, _)| Scored::Index((index * 100.0).round() / 100.0)));
}

/// The letter of two answers by the rules behind the table: contradictions first, then what each end of the scale says.
pub fn letter(functional: u8, dysfunctional: u8) -> char {
    match (functional, dysfunctional) {
        (1, 1) | (5, 5) => 'Q',
        (1, 5) => 'O',
        (1, _) => 'A',
        (_, 5) => 'M',
        (5, _) | (_, 1) => 'R',
        _ => 'I',
    }
}

fn both(row: &Response, answers: &[&Answer]) -> Timed {
    let seconds = answers.iter().map(|answer| answer.answered_at.seconds_since(row.call_ended_at)).max();
    (seconds.expect("an answer"), answers.iter().any(|answer| answer.late))
}

/// The letter of every feature with both answers.
pub fn letters(row: &Response) -> Vec<(char, Timed)> {
    let mut found = Vec::new();
    for wanted in ["same_agent", "call_back"] {
        let half = |which: Side| {
            row.answers.iter().find_map(|answer| match &answer.part {
                Some(Piece::Kano { feature, side, step }) if feature == wanted && *side == which => Some((answer, *step)),
                _ => None,
            })
        };
        if let (Some((one, functional)), Some((other, dysfunctional))) = (half(Side::Functional), half(Side::Dysfunctional)) {
            found.push((letter(functional, dysfunctional), both(row, &[one, other])));
        }
    }
    found
}

/// The index of a response in which each of the three drivers has an answer.
pub fn index(row: &Response) -> Option<(f64, Timed)> {
    let mut drivers: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    let mut items = Vec::new();
    for answer in &row.answers {
        if let Some(Piece::Index { driver, weight, points }) = &answer.part {
            drivers.entry(driver).or_default().push((*weight, *points));
            items.push(answer);
        }
    }
    let mean = |items: &Vec<(f64, f64)>| items[0].0 * items.iter().map(|(_, points)| points).sum::<f64>() / items.len() as f64;
    (drivers.len() == 3).then(|| (drivers.values().map(mean).sum(), both(row, &items)))
}
