//! Scores, numbers and intervals against the formulas, written down here a second time: Wilson's bounds as the roots of his equation,
//! Student's quantile by integrating cosines, Kano's letters by their rules.

use std::collections::BTreeMap;

use aftercall::ports::report::Fact;
use serde_json::Value;

use super::generated::{Made, made};
use crate::contract::report_store::several::letter;
use crate::contract::report_store::{Stage, call};
use crate::reports::Sqlite;
use crate::reports::door::Door;

const Z: f64 = 1.959_963_985;

/// A figure and the ends of its interval.
type Figure = (f64, f64, f64);

/// Values, each with its weight.
type Weighed = Vec<(f64, f64)>;

/// Mean, variance and Kish's effective number.
fn moments(values: &Weighed) -> (f64, f64, f64) {
    let total: f64 = values.iter().map(|(_, w)| w).sum();
    let mean = values.iter().map(|(x, w)| x * w).sum::<f64>() / total;
    let variance = values.iter().map(|(x, w)| (x - mean) * (x - mean) * w).sum::<f64>() / total;
    (mean, variance, total * total / values.iter().map(|(_, w)| w * w).sum::<f64>())
}

/// Both p of (share − p)² = z² · p(1 − p) ÷ n.
fn wilson(values: &Weighed) -> Figure {
    let (share, _, n) = moments(values);
    let (a, b, c) = (1.0 + Z * Z / n, -(2.0 * share + Z * Z / n), share * share);
    let root = (b * b - 4.0 * a * c).sqrt();
    (100.0 * share, 100.0 * (-b - root) / (2.0 * a), 100.0 * (-b + root) / (2.0 * a))
}

fn normal(values: &Weighed) -> Figure {
    let (mean, variance, n) = moments(values);
    let half = Z * (variance / n).sqrt();
    (100.0 * mean, 100.0 * (mean - half), 100.0 * (mean + half))
}

fn student(values: &Weighed) -> Figure {
    let (mean, variance, n) = moments(values);
    let half = quantile(n - 1.0) * (variance / (n - 1.0)).sqrt();
    (mean, mean - half, mean + half)
}

/// With t = √ν · tan φ, P(|T| < t) is the integral of cos^(ν − 1) up to φ as a share of the whole.
fn quantile(freedom: f64) -> f64 {
    const STEPS: usize = 20_000;
    let width = std::f64::consts::FRAC_PI_2 / STEPS as f64;
    let slices: Vec<f64> = (0..STEPS).map(|at| ((at as f64 + 0.5) * width).cos().powf(freedom - 1.0)).collect();
    let wanted = slices.iter().sum::<f64>() * 0.95;
    let mut sum = 0.0;
    let at = slices.iter().position(|slice| {
        sum += slice;
        sum >= wanted
    });
    let at = at.expect("a quantile");
    let part = 1.0 - (sum - wanted) / slices[at];
    freedom.sqrt() * ((at as f64 + part) * width).tan()
}

/// What a group holds: each response's answers and its weight there.
type Group<'a> = Vec<(&'a Made, f64)>;

fn values(group: &Group<'_>, question: &str) -> Weighed {
    group.iter().filter_map(|(made, weight)| Some((*made.given.get(question)?, *weight))).collect()
}

fn share_of(values: Weighed, good: impl Fn(f64) -> bool) -> Weighed {
    values.into_iter().map(|(x, w)| (if good(x) { 1.0 } else { 0.0 }, w)).collect()
}

fn letters(group: &Group<'_>) -> Vec<(char, f64)> {
    let pair = |made: &Made, one: &str, other: &str| Some(letter(*made.given.get(one)? as u8, *made.given.get(other)? as u8));
    let both = |(made, weight): &(&Made, f64)| {
        [pair(made, "with", "without"), pair(made, "back", "no_back")].map(|letter| Some((letter?, *weight)))
    };
    group.iter().flat_map(both).flatten().collect()
}

/// Among the letters that count, those that are wanted.
fn coefficient(letters: &[(char, f64)], wanted: &str) -> Figure {
    let counted = letters.iter().filter(|(letter, _)| "AOMI".contains(*letter));
    wilson(&counted.map(|(letter, w)| (f64::from(u8::from(wanted.contains(*letter))), *w)).collect())
}

/// The drivers of a response, by the weights of the fixture: 5, 3 and 0.5 of 8.5.
fn drivers(made: &Made) -> BTreeMap<&'static str, f64> {
    let part = |id: &str, low: f64, high: f64| made.given.get(id).map(|x| 100.0 * (x - low) / (high - low));
    let mean = |items: [Option<f64>; 2]| {
        let found: Vec<f64> = items.into_iter().flatten().collect();
        (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64)
    };
    let service = mean([part("polite", 1.0, 10.0), part("able", 1.0, 5.0)]);
    let found = [("service", service), ("image", part("trusted", 0.0, 10.0)), ("price", part("worth", 1.0, 10.0))];
    found.into_iter().filter_map(|(name, score)| Some((name, score?))).collect()
}

fn index(made: &Made) -> Option<f64> {
    let drivers = drivers(made);
    Some((5.0 * drivers.get("service")? + 3.0 * drivers.get("image")? + 0.5 * drivers.get("price")?) / 8.5)
}

fn indices(group: &Group<'_>) -> Weighed {
    group.iter().filter_map(|(made, weight)| Some((index(made)?, *weight))).collect()
}

fn driver(group: &Group<'_>, name: &str) -> Weighed {
    group.iter().filter_map(|(made, weight)| Some((*drivers(made).get(name)?, *weight))).collect()
}

/// Score with interval, and number.
fn wanted(measure: &str, group: &Group<'_>) -> (Figure, usize) {
    let own = || values(group, measure);
    let nps = |x: f64| {
        if x > 8.5 {
            1.0
        } else if x < 6.5 {
            -1.0
        } else {
            0.0
        }
    };
    let figure = match measure {
        "csat" | "service_level" => wilson(&share_of(own(), |x| x > 3.5)),
        "fcr" => wilson(&own()),
        "nps" => normal(&own().into_iter().map(|(x, w)| (nps(x), w)).collect()),
        "ces" => student(&own()),
        "kano" => coefficient(&letters(group), "AO"),
        _ => student(&indices(group)),
    };
    let n = match measure {
        "kano" => letters(group).len(),
        "index" => indices(group).len(),
        _ => own().len(),
    };
    (figure, n)
}

fn near(found: &Value, (value, low, high): Figure, names: [&str; 3]) {
    for (name, wanted) in names.into_iter().zip([value, low, high]) {
        let shown = found[name].as_f64().unwrap_or(f64::NAN);
        assert!((shown - wanted).abs() < 2e-4, "{name} should be {wanted}: {found:#}");
    }
}

const SPAN: [&str; 3] = ["value", "low", "high"];

fn check(item: &Value, group: &Group<'_>) {
    let measure = item["measure"].as_str().expect("a measure");
    let (figure, n) = wanted(measure, group);
    near(item, figure, SPAN);
    assert_eq!(item["n"], n, "{item:#}");
    assert_eq!(item["distribution"].as_object().expect("counts").values().filter_map(Value::as_u64).sum::<u64>(), n as u64);
    match measure {
        "ces" => near(&item["share_5_7"], wilson(&share_of(values(group, "ces"), |x| x > 4.5)), SPAN),
        "kano" => check_kano(item, &letters(group)),
        "index" => check_drivers(item, group),
        _ => {}
    }
}

fn check_kano(item: &Value, letters: &[(char, f64)]) {
    near(item, coefficient(letters, "OM"), ["worse", "worse_low", "worse_high"]);
    for wanted in "MOAIRQ".chars() {
        let name = wanted.to_string();
        near(&item["shares"][&name], wilson(&letters.iter().map(|(l, w)| (f64::from(u8::from(*l == wanted)), *w)).collect()), SPAN);
        assert_eq!(item["distribution"][&name], letters.iter().filter(|(letter, _)| *letter == wanted).count());
    }
}

fn check_drivers(item: &Value, group: &Group<'_>) {
    assert_eq!(item["unit"], "index");
    for name in ["service", "image", "price"] {
        let values = driver(group, name);
        near(&item["drivers"][name], student(&values), SPAN);
        assert_eq!(item["drivers"][name]["n"], values.len());
    }
    for at in 0..10 {
        let (low, high) = (f64::from(at * 10), if at == 9 { 101.0 } else { f64::from(at * 10 + 10) });
        let count = indices(group).iter().filter(|(x, _)| *x + 1e-7 >= low && *x + 1e-7 < high).count();
        assert_eq!(item["distribution"][format!("{}-{}", at * 10, at * 10 + 10)], count, "{item:#}");
    }
}

#[test]
fn the_quantiles_of_this_file_are_those_of_the_tables() {
    for (freedom, wanted) in [(4.0, 2.776_445), (9.0, 2.262_157), (30.0, 2.042_272), (100.0, 1.983_972)] {
        assert!((quantile(freedom) - wanted).abs() < 1e-5, "{freedom}: {}", quantile(freedom));
    }
}

#[tokio::test]
async fn every_measure_shows_the_score_number_and_interval_of_its_formula() {
    let rows = made(4, 300);
    let stage = Sqlite::new();
    let facts = rows.iter().flat_map(|made| [Fact::Call(Box::new(call(&made.response))), Fact::Response(Box::new(made.response.clone()))]);
    stage.write(&facts.collect::<Vec<_>>()).await;
    let door = Door::new(&stage).await;

    let whole = door.get("default-read", "/v1/measures?survey=everything").await.json();
    let items = whole["items"].as_array().expect("items");
    let names: Vec<&str> = items.iter().filter_map(|item| item["measure"].as_str()).collect();
    assert_eq!(names, ["csat", "nps", "ces", "fcr", "service_level", "kano", "index"]);
    let everyone: Group<'_> = rows.iter().map(|made| (made, 1.0)).collect();
    items.iter().for_each(|item| check(item, &everyone));

    let by_agent = door.get("default-read", "/v1/measures?by=agent&survey=everything").await.json();
    let items = by_agent["items"].as_array().expect("items");
    assert_eq!(items.len(), 14);
    for item in items {
        let agent = item["group"]["agent"].as_str().expect("an agent");
        let group: Group<'_> = rows.iter().filter_map(|made| Some((made, *made.agents.get(agent)?))).collect();
        check(item, &group);
    }
}

#[test]
fn each_response_shows_its_first_letter_and_its_index() {
    for made in made(5, 100) {
        let scores = serde_json::to_value(&made.response.scores).expect("JSON");
        let pair = |one: &str, other: &str| Some(letter(*made.given.get(one)? as u8, *made.given.get(other)? as u8).to_string());
        let wanted = pair("with", "without").or_else(|| pair("back", "no_back"));
        assert_eq!(scores["kano"], wanted.map_or(Value::Null, Value::from), "{:?}", made.given);
        assert_eq!(scores["index"].as_f64(), index(&made).map(|index| (index * 100.0).round() / 100.0));
    }
}
