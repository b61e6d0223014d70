//! Figures that follow from calls, counted by plain loops over every pair of them.

use std::collections::BTreeMap;

use aftercall::call::{Agent, Direction, Party};
use aftercall::phone::Respondent;
use aftercall::ports::report::{
    CallFact, Dimension, Fact, Figure, FigureDetail, FigureItem, FigureQuery, Grouping, Interval, MeasureQuery, Repeat,
};
use aftercall::survey::model::{Measure, Value};
use aftercall::survey::response::{AgentShare, Response};
use aftercall::survey::session::Answer;

use super::{DAY, FIRST, Stage, call, moment, of_tenant, response};

/// A call and what became of it.
pub struct Told {
    call: CallFact,
    response: Option<Response>,
}

/// A month of calls of a few callers, among them tests, calls of ours and calls of unknown numbers.
pub fn told(seed: u64, count: usize) -> Vec<Told> {
    let mut random = fastrand::Rng::with_seed(seed);
    (0..count).map(|at| one(&mut random, at)).collect()
}

fn one(random: &mut fastrand::Rng, at: usize) -> Told {
    let mut row = response(&format!("f{at:04}"), None);
    row.tenant = if random.u8(..8) == 0 { "other" } else { "default" }.into();
    row.respondent = Respondent::parse(&format!("+141555501{:02}", random.u8(..60))).ok().filter(|_| random.u8(..10) > 0);
    row.queue = [None, Some("support".to_owned()), Some("sales".to_owned())][random.usize(..3)].clone();
    row.attributes = BTreeMap::from([("product".to_owned(), ["tv", "net"][random.usize(..2)].to_owned())]);
    row.call_ended_at = moment(FIRST + random.i64(0..30 * DAY / 1000) * 1000);
    let share = |id: &str, share: f64| AgentShare { id: id.into(), team: None, share };
    row.agents =
        if random.u8(..4) == 0 { vec![share("alice", 0.25), share("bob", 0.75)] } else { vec![share(["alice", "bob"][at % 2], 1.0)] };
    row.measures = vec![Measure::Csat, Measure::Nps];
    settle(random, &mut row);
    let mut fact = call(&row);
    let seconds = |moment_: i64, seconds: i64| moment(moment_ - seconds * 1000);
    let ended = row.call_ended_at.millis();
    fact.call.started_at = (random.u8(..5) > 0).then(|| seconds(ended, 300));
    fact.call.answered_at = (random.u8(..5) > 0).then(|| seconds(ended, [290, 280, 260, 240, 239, 100][random.usize(..6)]));
    fact.call.ended_by = [None, Some(Party::Caller), Some(Party::Agent), Some(Party::System)][random.usize(..4)];
    fact.call.direction = [None, Some(Direction::Inbound), Some(Direction::Inbound), Some(Direction::Outbound)][random.usize(..4)];
    fact.call.agents = row.agents.iter().map(|agent| Agent { id: agent.id.clone(), team: None, seconds: Some(60) }).collect();
    if random.u8(..6) > 0 {
        return Told { call: fact, response: Some(row) };
    }
    (fact.session_id, fact.reason) = (None, Some(["test_call", "survey_call", "sampled_out"][random.usize(..3)].to_owned()));
    Told { call: fact, response: None }
}

fn settle(random: &mut fastrand::Rng, row: &mut Response) {
    row.invited_at = Some(row.call_ended_at).filter(|_| random.u8(..10) > 0);
    row.disposition = ["open", "opted_out", "undeliverable", "expired", "expired", "expired", "failed"][random.usize(..7)].into();
    if row.invited_at.is_none() || random.u8(..10) < 4 {
        return;
    }
    row.disposition = "completed".into();
    let csat = random.i64(1..=5);
    let at = moment(row.call_ended_at.millis() + random.i64(10..5000) * 1000);
    row.first_answer_at = Some(at);
    let recommend = (csat * 2 + random.i64(-3..=1)).clamp(0, 10);
    for (measure, value) in [(Measure::Csat, csat), (Measure::Nps, recommend)].into_iter().take(random.usize(1..=2)) {
        row.answers.push(Answer {
            question: measure.name().into(),
            measure: Some(measure),
            kind: "rating".into(),
            value: Some(Value::Number(value)),
            label: None,
            text: None,
            raw: value.to_string(),
            channel: row.channel,
            answered_at: at,
            late: false,
            part: None,
            outcome: Default::default(),
        });
    }
    row.ticket_id = (csat <= 2 && random.bool()).then(|| format!("T-{}", row.session_id));
}

pub fn facts_of(told: &[Told]) -> Vec<Fact> {
    let response = |told: &Told| told.response.clone().map(|row| Fact::Response(Box::new(row)));
    told.iter().flat_map(|told| [Some(Fact::Call(Box::new(told.call.clone()))), response(told)]).flatten().collect()
}

pub fn query(by: &[&str], interval: Interval, now: i64) -> FigureQuery {
    let by = by.iter().map(|by| Grouping::parse(by).expect("a grouping")).collect();
    let asked = MeasureQuery { measures: vec![], filter: of_tenant("default"), by, interval, compare: false, prices: super::prices() };
    FigureQuery { figures: Figure::ALL.to_vec(), asked, repeat: Repeat::default(), now: moment(now) }
}

fn ended(told: &Told) -> i64 {
    told.call.call.ended_at.millis()
}

fn counts(told: &Told) -> bool {
    let call = &told.call.call;
    let of_us = matches!(told.call.reason.as_deref(), Some("test_call" | "survey_call")) || call.direction == Some(Direction::Outbound);
    call.respondent.is_some() && !of_us
}

fn subject(told: &Told, repeat: &Repeat) -> Option<String> {
    match &repeat.subject {
        None => None,
        Some(Dimension::Queue) => told.call.call.queue.clone(),
        Some(_) => told.call.call.attributes.get("product").cloned(),
    }
}

/// Whether the caller called again, and whether they had called before.
fn around(all: &[Told], told: &Told, repeat: &Repeat) -> (bool, bool) {
    let same = |other: &&Told| {
        counts(other)
            && other.call.call.tenant == told.call.call.tenant
            && other.call.call.respondent == told.call.call.respondent
            && subject(other, repeat) == subject(told, repeat)
            && (ended(other) - ended(told)).abs() <= i64::from(repeat.days) * DAY
    };
    let others: Vec<&Told> = all.iter().filter(same).collect();
    (others.iter().any(|other| ended(other) > ended(told)), others.iter().any(|other| ended(other) < ended(told)))
}

fn weight(told: &Told, agent: Option<&str>) -> Option<f64> {
    let Some(agent) = agent else { return Some(1.0) };
    told.call.call.agents.iter().zip(&told.call.shares).find(|(of, _)| of.id == agent).map(|(_, share)| *share)
}

fn answer(told: &Told, measure: Measure) -> Option<f64> {
    let of_it = told.response.as_ref()?.answers.iter().find(|answer| answer.measure == Some(measure))?;
    of_it.value.as_ref().and_then(|value| value.to_string().parse().ok())
}

fn silent(told: &Told) -> bool {
    told.response.as_ref().is_some_and(super::silent)
}

/// What a call shows, in words.
fn shows(all: &[Told], told: &Told, repeat: &Repeat) -> String {
    let call = &told.call.call;
    let (again, before) = around(all, told, repeat);
    let waited = call.started_at.zip(call.answered_at).map(|(start, answer)| match answer.seconds_since(start) {
        61.. => "long",
        21.. => "some",
        _ => "little",
    });
    let by = call.ended_by.map(|by| by == Party::Caller);
    format!("{:?} {} {waited:?} {by:?}", counts(told).then_some(again || before), call.agents.len() > 1)
}

fn near(a: Option<f64>, b: f64) -> bool {
    a.is_some_and(|a| (a - b).abs() < 2e-4 * b.abs().max(1.0))
}

/// Every figure over those calls that the group takes.
pub fn assert(item: &FigureItem, (all, group): (&[Told], &[&Told]), query: &FigureQuery) {
    let agent = item.group.get("agent").and_then(|agent| agent.as_deref());
    let weighed: Vec<(&Told, f64)> = group.iter().filter_map(|told| Some((*told, weight(told, agent)?))).collect();
    let over = |told: &Told| counts(told) && query.now.millis() - ended(told) >= i64::from(query.repeat.days) * DAY;
    let (good, of): (Vec<bool>, Vec<(&Told, f64)>) = match item.measure {
        Figure::ComplaintRate => {
            (weighed.iter().map(|(told, _)| told.response.as_ref().is_some_and(|row| row.ticket_id.is_some())).collect(), weighed.clone())
        }
        Figure::RepeatRate | Figure::FcrBehaviour => {
            let of: Vec<(&Told, f64)> = weighed.iter().filter(|(told, _)| over(told)).copied().collect();
            let wanted = item.measure == Figure::RepeatRate;
            (of.iter().map(|(told, _)| around(all, told, &query.repeat).0 == wanted).collect(), of)
        }
        Figure::CsatNpsCorrelation => return correlation(item, &weighed),
        Figure::SilentCsat => return expectation(item, (all, &weighed), query),
    };
    let total: f64 = of.iter().map(|(_, weight)| weight).sum();
    let share = good.iter().zip(&of).map(|(good, (_, weight))| f64::from(u8::from(*good)) * weight).sum::<f64>() / total;
    let factor = if item.measure == Figure::ComplaintRate { 1e6 } else { 100.0 };
    assert_eq!(item.n, of.len() as u64, "{item:?}");
    assert!(near(item.span.value, share * factor), "{item:?} is not {}", share * factor);
    // Both ends solve (share − p)² = z² · p(1 − p) ÷ n.
    let n = total * total / of.iter().map(|(_, weight)| weight * weight).sum::<f64>();
    for end in [item.span.low, item.span.high] {
        let p = end.expect("an end") / factor;
        assert!(((share - p).powi(2) - 1.96_f64.powi(2) * p * (1.0 - p) / n).abs() < 1e-4 / n, "{item:?}");
    }
}

/// Σxy, Σx², … as textbooks write it.
fn correlation(item: &FigureItem, weighed: &[(&Told, f64)]) {
    let pair = |(told, weight): &(&Told, f64)| Some((answer(told, Measure::Csat)?, answer(told, Measure::Nps)?, *weight));
    let pairs: Vec<(f64, f64, f64)> = weighed.iter().filter_map(pair).collect();
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y, w)| w * of(*x, *y)).sum::<f64>();
    let (n, x, y) = (sum(&|_, _| 1.0), sum(&|x, _| x), sum(&|_, y| y));
    let r = (n * sum(&|x, y| x * y) - x * y) / ((n * sum(&|x, _| x * x) - x * x) * (n * sum(&|_, y| y * y) - y * y)).sqrt();
    assert_eq!(item.n, pairs.len() as u64);
    assert!((item.span.value.expect("a value") - r).abs() < 1e-4, "{item:?} is not {r}");
    let effective = n * n / pairs.iter().map(|(_, _, w)| w * w).sum::<f64>();
    let z = |r: f64| 0.5 * ((1.0 + r) / (1.0 - r)).ln();
    let width = z(item.span.high.expect("an end")) - z(item.span.low.expect("an end"));
    assert!((width - 2.0 * 1.96 / (effective - 3.0).sqrt()).abs() < 3e-3, "{item:?}");
    assert!(matches!(item.detail, FigureDetail::Correlation { .. }));
}

/// The strata by hand, and the group's level by halving.
fn expectation(item: &FigureItem, (all, weighed): (&[Told], &[(&Told, f64)]), query: &FigureQuery) {
    let satisfied = |told: &Told| answer(told, Measure::Csat).map(|csat| csat > 3.5);
    let ours: Vec<&Told> = all.iter().filter(|told| told.call.call.tenant == "default").collect();
    let mut strata: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for (told, good) in ours.iter().filter_map(|told| Some((told, satisfied(told)?))) {
        let (n, k) = strata.entry(shows(all, told, &query.repeat)).or_default();
        (*n, *k) = (*n + 1.0, *k + f64::from(u8::from(good)));
    }
    let (n, k) = strata.values().fold((0.0, 0.0), |(n, k), (more, good)| (n + more, k + good));
    let overall = (k + 0.5) / (n + 1.0);
    let share = |told: &Told, level: f64| {
        let (n, k) = strata.get(&shows(all, told, &query.repeat)).copied().unwrap_or_default();
        let share = (k + 10.0 * overall) / (n + 10.0);
        let odds = share / (1.0 - share) * level.exp();
        odds / (1.0 + odds)
    };
    let answers: Vec<(&Told, f64, bool)> = weighed.iter().filter_map(|(told, w)| Some((*told, *w, satisfied(told)?))).collect();
    let (mut low, mut high) = (-20.0, 20.0);
    for _ in 0..60 {
        let level = (low + high) / 2.0;
        let surplus = answers.iter().map(|(told, w, good)| w * (f64::from(u8::from(*good)) - share(told, level))).sum::<f64>();
        if surplus > level { low = level } else { high = level }
    }
    let silent: Vec<&(&Told, f64)> = weighed.iter().filter(|(told, _)| silent(told)).collect();
    let (m, expected) = silent.iter().fold((0.0, 0.0), |(m, sum), (told, w)| (m + w, sum + w * share(told, low)));
    assert!(near(item.span.value, expected / m * 100.0), "{item:?} is not {}", expected / m * 100.0);
    assert_eq!(item.n, silent.len() as u64);
    let FigureDetail::Silent { answers_n: given, all_expected, all_lowest, all_highest } = item.detail else { panic!("{item:?}") };
    let (n, k) = answers.iter().fold((0.0, 0.0), |(n, k), (_, w, good)| (n + w, k + w * f64::from(u8::from(*good))));
    assert_eq!(given, answers.len() as u64);
    for (found, satisfied) in [(all_lowest, 0.0), (all_expected, expected), (all_highest, m)] {
        assert!(near(found, (k + satisfied) / (n + m) * 100.0), "{item:?}");
    }
}

pub async fn figures_are_those_of_a_recount(stage: &impl Stage) {
    let all = told(21, 600);
    stage.write(&facts_of(&all)).await;
    let ours: Vec<&Told> = all.iter().filter(|told| told.call.call.tenant == "default").collect();
    let product = Dimension::Attribute("product".into());
    for (subject, days, by) in [(Some(Dimension::Queue), 7, None), (None, 3, Some("agent")), (Some(product), 10, Some("queue"))] {
        let query = FigureQuery {
            repeat: Repeat { subject, days },
            ..query(&by.into_iter().collect::<Vec<_>>(), Interval::None, FIRST + 25 * DAY)
        };
        let items = stage.store().figures(&query).await.expect("figures");
        assert_eq!(items.len(), Figure::ALL.len() * by.map_or(1, |by| if by == "agent" { 2 } else { 3 }));
        for item in items {
            let of = |told: &&&Told| item.group.get("queue").is_none_or(|queue| told.call.call.queue == *queue);
            assert(&item, (&all, &ours.iter().filter(of).copied().collect::<Vec<_>>()), &query);
        }
    }
}

/// The days at the edges look at calls outside of the period; a period of its own gives what it is compared with.
pub async fn figures_of_a_period_look_beyond_it_and_are_compared(stage: &impl Stage) {
    let all = told(22, 800);
    stage.write(&facts_of(&all)).await;
    let part = |from: i64, to: i64| {
        let mut query = query(&["agent"], Interval::None, FIRST + 60 * DAY);
        (query.asked.filter.from, query.asked.filter.to) = (Some(moment(from)), Some(moment(to)));
        query
    };
    let (first, second) = (part(FIRST, FIRST + 14 * DAY), part(FIRST + 14 * DAY, FIRST + 28 * DAY));
    let before = stage.store().figures(&first).await.expect("figures");
    let mut compared = second.clone();
    compared.asked.compare = true;
    let items = stage.store().figures(&compared).await.expect("figures");
    let plain = stage.store().figures(&second).await.expect("figures");
    assert_eq!(items.iter().map(|item| item.span).collect::<Vec<_>>(), plain.iter().map(|item| item.span).collect::<Vec<_>>());
    let within = |told: &&Told| told.call.call.tenant == "default" && (FIRST + 14 * DAY..FIRST + 28 * DAY).contains(&ended(told));
    let group: Vec<&Told> = all.iter().filter(within).collect();
    for (item, was) in items.iter().zip(&before) {
        if item.measure != Figure::SilentCsat {
            assert(item, (&all, &group), &compared);
        }
        let comparison = item.comparison.as_ref().expect("a comparison");
        assert_eq!((comparison.previous.span, comparison.previous.n), (was.span, was.n));
        assert!(comparison.p_value.is_some_and(|p| (0.0..=1.0).contains(&p)), "{item:?}");
    }
}

pub async fn figures_of_nothing_say_so(stage: &impl Stage) {
    let items = stage.store().figures(&query(&[], Interval::None, FIRST)).await.expect("figures");
    assert_eq!(items.len(), Figure::ALL.len());
    assert!(items.iter().all(|item| item.n == 0 && item.span.value.is_none() && item.response_rate.is_none()));
    assert_eq!(stage.store().figures(&query(&["agent"], Interval::Day, FIRST)).await, Ok(vec![]));
}
