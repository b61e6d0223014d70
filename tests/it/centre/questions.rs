//! What both stores are asked.

use super::clock::Zone;
use super::figures::FIGURES;
use super::made::{DAY, FIRST, HOUR};
use super::question::Question;
use super::scores::MEASURES;

const DIMENSIONS: [&str; 21] = [
    "agent",
    "team",
    "queue",
    "line",
    "account",
    "tenant",
    "survey",
    "survey_version",
    "variant",
    "channel",
    "language",
    "disposition",
    "invited_by",
    "silent",
    "brand",
    "hour",
    "weekday",
    "attr.region",
    "attr.region:2",
    "attr.tier",
    "team:1",
];
const FILTERS: [(&str, &[&str]); 16] = [
    ("attr.region", &["cn/js"]),
    ("attr.region", &["cn/js/*", "us"]),
    ("attr.tier", &["50%_'\"", "vip"]),
    ("brand", &["acme"]),
    ("agent", &["ann", "b*", "zoe"]),
    ("team", &["blue*"]),
    ("queue", &["support", "bill*"]),
    ("survey", &["csat", "recovery", "both"]),
    ("survey_version", &["1*"]),
    ("channel", &["ivr", "call"]),
    ("language", &["zh*"]),
    ("disposition", &["completed", "suppressed:*"]),
    ("invited_by", &["system"]),
    ("silent", &["false"]),
    ("hour", &["0", "9", "23"]),
    ("weekday", &["1", "7"]),
];

/// A week in the middle, of which a day is that of the change of clocks.
fn week(question: Question) -> Question {
    Question { from: Some(FIRST + 18 * DAY), to: Some(FIRST + 22 * DAY + 7 * HOUR), ..question }
}

fn both(route: &'static str) -> Question {
    Question { measures: [&MEASURES[..], &FIGURES[..]].concat(), ..Question::new(route) }
}

/// Everything without a group, compared with the month before, and nothing at all.
fn whole() -> Vec<Question> {
    let november = Question { from: Some(FIRST + 20 * DAY), to: Some(FIRST + 50 * DAY), compare: true, ..both("/v1/measures") };
    let half = Question { from: Some(FIRST + 20 * DAY), to: Some(FIRST + 27 * DAY + 7), compare: true, ..both("/v1/measures") };
    let weeks = Question {
        from: Some(FIRST + 7 * DAY - 8 * HOUR),
        to: Some(FIRST + 14 * DAY - 8 * HOUR),
        zone: Zone::Shanghai,
        compare: true,
        by: vec!["agent"],
        ..both("/v1/measures")
    };
    let nothing = Question { filters: vec![("queue", vec!["nowhere"])], ..both("/v1/measures") };
    vec![both("/v1/measures"), november, half, weeks, nothing]
}

/// Each of the intervals in a zone of its own, some compared.
fn intervals() -> Vec<Question> {
    let kinds = [
        ("hour", Zone::NewYork),
        ("day", Zone::NewYork),
        ("day", Zone::Kolkata),
        ("week", Zone::Shanghai),
        ("month", Zone::Utc),
        ("hour", Zone::Kolkata),
    ];
    let one = |(at, (interval, zone)): (usize, (&'static str, Zone))| {
        let question = Question { interval, zone, compare: at % 2 == 0, ..both("/v1/measures") };
        let queues = |question| Question { by: vec!["queue"], ..question };
        match interval {
            "hour" => week(question),
            "day" => queues(week(question)),
            _ => queues(Question { from: Some(FIRST + 3 * DAY + HOUR), ..question }),
        }
    };
    kinds.into_iter().enumerate().map(one).collect()
}

/// One dimension, on every route that counts by groups.
fn single(at: usize, dimension: &'static str) -> Vec<Question> {
    let zone = Zone::ALL[at % 4];
    let by = vec![dimension];
    let scores = Question { by: by.clone(), zone, ..Question::new("/v1/measures") };
    let figures = Question { measures: FIGURES.to_vec(), by: by.clone(), zone, ..week(Question::new("/v1/measures")) };
    let funnel = Question { by: by.clone(), zone, ..Question::new("/v1/funnel") };
    vec![scores, figures, funnel, Question { by, zone, ..Question::new("/v1/tickets/summary") }]
}

/// A filter, a pair or a triple, a zone and a subject by seed.
fn mixed(random: &mut fastrand::Rng, filter: (&'static str, &[&'static str])) -> Question {
    let route = ["/v1/measures", "/v1/measures", "/v1/funnel", "/v1/tickets/summary"][random.usize(..4)];
    let mut by: Vec<&'static str> = Vec::new();
    while by.len() < random.usize(2..=3) {
        let dimension = DIMENSIONS[random.usize(..DIMENSIONS.len())];
        if !by.contains(&dimension) {
            by.push(dimension);
        }
    }
    let mut question =
        Question { by, zone: Zone::ALL[random.usize(..4)], filters: vec![(filter.0, filter.1.to_vec())], ..week(Question::new(route)) };
    if route == "/v1/measures" {
        question.measures = if random.bool() { MEASURES.to_vec() } else { FIGURES.to_vec() };
        question.compare = random.bool();
        question.interval = ["none", "day", "week"][random.usize(..3)];
        question.more = vec![
            ("subject", ["queue", "none", "brand", "attr.tier"][random.usize(..4)]),
            ("within_days", ["1", "3", "14"][random.usize(..3)]),
        ];
    }
    question
}

/// One of each route: before rows are packed, and once they are.
pub fn few() -> Vec<Question> {
    let by = |route, by: &[&'static str]| Question { by: by.to_vec(), zone: Zone::Kolkata, ..Question::new(route) };
    let region = vec![("attr.region", vec!["cn/js"])];
    vec![
        both("/v1/measures"),
        Question { interval: "week", filters: region.clone(), ..by("/v1/measures", &["agent"]) },
        Question { filters: region, ..by("/v1/funnel", &["queue", "hour"]) },
        by("/v1/tickets/summary", &["attr.tier"]),
    ]
}

/// All of them, or so many as a minute allows.
pub fn all(whole_set: bool) -> Vec<Question> {
    let mut random = fastrand::Rng::with_seed(4);
    let mut questions = whole();
    questions.extend(intervals());
    for (at, dimension) in DIMENSIONS.into_iter().enumerate() {
        let routes = single(at, dimension);
        questions
            .extend(routes.into_iter().enumerate().filter(|(route, _)| whole_set || route % 4 == at % 4).map(|(_, question)| question));
    }
    let rounds = if whole_set { 4 } else { 1 };
    questions.extend((0..rounds * FILTERS.len()).map(|at| mixed(&mut random, FILTERS[at % FILTERS.len()])));
    questions.extend(rankings());
    questions.extend(signs());
    questions
}

fn rankings() -> Vec<Question> {
    let by = |measure| Question { measures: vec![measure], ..Question::new("/v1/agents/ranking") };
    let few = Question { more: vec![("min_n", "400")], filters: vec![("queue", vec!["support"])], ..by("csat") };
    vec![few, by("nps"), by("ces"), week(Question { filters: vec![("agent", vec!["a*", "bob"])], ..by("index") })]
}

/// Every test of everybody, the signs that are shown, and those of a queue, a region and some agents.
fn signs() -> Vec<Question> {
    let by = |q| Question { more: vec![("q", q)], ..Question::new("/v1/integrity") };
    let filtered = |filter: (&'static str, &[&'static str]), q| Question { filters: vec![(filter.0, filter.1.to_vec())], ..by(q) };
    vec![
        by("1"),
        filtered(("queue", &["sales"]), "0.05"),
        filtered(("agent", &["ann", "zoe"]), "0.2"),
        week(filtered(("attr.region", &["cn/js"]), "1")),
    ]
}
