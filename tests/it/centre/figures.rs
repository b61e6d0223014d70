//! Figures that no question asks for: complaints, repetition, correlation, and what the silent would say.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use super::deeds::Deed;
use super::formulas::{self, Figure};
use super::made::DAY;
use super::question::{Filled, Question, Row, Rows, Slot};
use super::scores::{compared, group, median, percent, span, time};

pub const FIGURES: [&str; 5] = ["complaint_rate", "repeat_rate", "fcr_behaviour", "csat_nps_correlation", "silent_csat"];

/// Whether the caller had called before, and called again.
type Around = HashMap<usize, (bool, bool)>;

/// What is counted of a call for a question.
struct Seen<'a> {
    question: &'a Question,
    around: Around,
    days: i64,
    now: i64,
}

fn counts(deed: &Deed) -> bool {
    let ours = deed.direction == Some("outbound") || matches!(deed.reason, Some("test_call" | "survey_call"));
    deed.caller.is_some() && !ours
}

/// The calls of each number on each subject, one after the other.
fn around(deeds: &[Deed], subject: &str, days: i64) -> Around {
    let on = |deed: &Deed| match subject {
        "none" => None,
        "queue" => deed.queue,
        "brand" => deed.attribute("brand"),
        other => deed.attribute(other.strip_prefix("attr.").expect("an attribute")),
    };
    let mut calls: HashMap<_, Vec<(i64, usize)>> = HashMap::new();
    for deed in deeds.iter().filter(|deed| deed.tenant == "default" && counts(deed)) {
        calls.entry((deed.caller, on(deed))).or_default().push((deed.ended, deed.number));
    }
    let mut found = Around::new();
    for calls in calls.values_mut() {
        calls.sort_unstable();
        for (at, (ended, number)) in calls.iter().enumerate() {
            let near = |other: Option<&(i64, usize)>| other.is_some_and(|(other, _)| (other - ended).abs() <= days * DAY);
            found.insert(*number, (near(at.checked_sub(1).and_then(|at| calls.get(at))), near(calls.get(at + 1))));
        }
    }
    found
}

/// All figures of a question, in the order of the API.
pub fn expected(question: &Question, deeds: &[Deed], now: i64) -> Vec<Value> {
    let more = |name: &str, usual: &'static str| question.more.iter().find(|(given, _)| *given == name).map_or(usual, |(_, value)| value);
    let days: i64 = more("within_days", "7").parse().expect("days");
    let seen = Seen { question, around: around(deeds, more("subject", "queue"), days), days, now };
    let slots = question.slots(question.calls(deeds));
    let mut filled = question.filled(&slots);
    if filled.is_empty() && question.by.is_empty() && question.interval == "none" {
        filled.push(Filled { slot: (None, Vec::new()), rows: Vec::new(), before: Vec::new() });
    }
    let everyone = Question { by: Vec::new(), ..question.clone() };
    let everyone = everyone.slots(question.calls(deeds));
    let everyone: BTreeMap<Option<i64>, Filled<'_>> = question.everyone(&everyone);
    let mut items = Vec::new();
    for figure in FIGURES.into_iter().filter(|figure| question.measures.contains(figure)) {
        items.extend(filled.iter().map(|slot| seen.item(figure, slot, everyone.get(&slot.slot.0))));
    }
    items
}

impl Question {
    /// All groups of each interval together.
    fn everyone<'a>(&self, slots: &BTreeMap<(Slot, bool), Rows<'a>>) -> BTreeMap<Option<i64>, Filled<'a>> {
        let mut all: BTreeMap<Option<i64>, Filled<'a>> = BTreeMap::new();
        for filled in self.filled(slots) {
            all.insert(filled.slot.0, filled);
        }
        all
    }
}

impl Seen<'_> {
    fn item(&self, figure: &'static str, filled: &Filled<'_>, everyone: Option<&Filled<'_>>) -> Value {
        let nobody = Rows::new();
        let (all, all_before) = everyone.map_or((&nobody, &nobody), |filled| (&filled.rows, &filled.before));
        let mut item = Map::new();
        item.insert("measure".into(), json!(figure));
        item.insert("group".into(), group(self.question, &filled.slot.1));
        item.insert("interval_start".into(), time(filled.slot.0));
        let unit = match figure {
            "complaint_rate" => "per_million",
            "csat_nps_correlation" => "correlation",
            _ => "percent",
        };
        item.insert("unit".into(), json!(unit));
        item.insert("distribution".into(), json!({}));
        item.extend(answering(&filled.rows));
        let now = self.stated(figure, &filled.rows, all);
        item.insert("n".into(), json!(now.n));
        item.extend(span(now.figure).as_object().expect("an object").clone());
        item.extend(now.detail.clone());
        if self.question.compare {
            let before = self.stated(figure, &filled.before, all_before);
            compared(&mut item, (now.figure, before.figure), (before.n, now.differs(&before)));
        }
        Value::Object(item)
    }

    fn repeated(&self, row: &Row<'_>) -> Option<bool> {
        let over = counts(row.deed) && self.now - row.deed.ended >= self.days * DAY;
        over.then(|| self.around[&row.deed.number].1)
    }

    fn stated(&self, figure: &str, rows: &Rows<'_>, all: &Rows<'_>) -> Stated {
        let repeats = |wanted: bool| {
            let one = |(row, weight): &(Row<'_>, f64)| Some((f64::from(u8::from(self.repeated(row)? == wanted)), *weight));
            Stated::shares(rows.iter().filter_map(one).collect(), 100.0)
        };
        match figure {
            "complaint_rate" => {
                let complained = |row: &Row<'_>| row.asked.is_some_and(|asked| asked.complaint.is_some());
                Stated::shares(rows.iter().map(|(row, weight)| (f64::from(u8::from(complained(row))), *weight)).collect(), 1e6)
            }
            "repeat_rate" => repeats(true),
            "fcr_behaviour" => repeats(false),
            "csat_nps_correlation" => {
                let pair = |(row, weight): &(Row<'_>, f64)| Some((given(row, "csat")?, given(row, "nps")?, *weight));
                Stated::pairs(rows.iter().filter_map(pair).collect())
            }
            _ => self.silent(rows, all),
        }
    }

    /// What the call shows.
    fn shows(&self, row: &Row<'_>) -> Signs {
        let deed = row.deed;
        let waited = deed.started.zip(deed.answered).map(|(started, answered)| match (answered - started) / 1000 {
            ..=20 => 0,
            21..=60 => 1,
            _ => 2,
        });
        let repeated = self.around.get(&deed.number).map(|(before, again)| *before || *again);
        (repeated, deed.helpers.len() > 1, waited, deed.ended_by.map(|by| by == "caller"))
    }

    fn silent(&self, rows: &Rows<'_>, all: &Rows<'_>) -> Stated {
        let (own, known) = (self.strata(rows), self.strata(all));
        let sum = |strata: &Strata| strata.values().fold([0.0; 3], |sum, one| [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]]);
        let ([n, k, m], [all_n, all_k, _]) = (sum(&own), sum(&known));
        let estimate = (all_n > 0.0 && m > 0.0).then(|| {
            let overall = (all_k + 0.5) / (all_n + 1.0);
            let stratum = |(signs, own): (&Signs, &[f64; 3])| {
                let [n, k, _] = known.get(signs).copied().unwrap_or_default();
                (ShareOf { share: (k + 10.0 * overall) / (n + 10.0), n: n + 10.0 }, *own)
            };
            poststratified(&own.iter().map(stratum).collect::<Vec<_>>())
        });
        let share = |satisfied: f64| (n + m > 0.0).then(|| 100.0 * satisfied / (n + m));
        let figure = estimate.map(|(share, error)| formulas::logistic((share / (1.0 - share)).ln(), error));
        let expected = estimate.map_or_else(|| share(k).filter(|_| m <= 0.0), |(expected, _)| share(k + expected * m));
        let answers = rows.iter().filter(|(row, _)| given(row, "csat").is_some()).count();
        let detail = json!({"answers_n": answers, "all_expected": expected, "all_lowest": share(k), "all_highest": share(k + m)});
        let logit = estimate.map(|(share, error)| ((share / (1.0 - share)).ln(), error));
        Stated {
            n: rows.iter().filter(|(row, _)| is_silent(row)).count(),
            figure,
            detail: detail.as_object().expect("an object").clone(),
            rest: Rest::Logit(logit),
        }
    }

    /// Answers, satisfied ones and silent callers, weighed, by what their calls show.
    fn strata(&self, rows: &Rows<'_>) -> Strata {
        let mut strata = Strata::new();
        for (row, weight) in rows {
            let csat = given(row, "csat");
            if csat.is_none() && !is_silent(row) {
                continue;
            }
            let counts = strata.entry(self.shows(row)).or_default();
            match csat {
                Some(csat) => (counts[0], counts[1]) = (counts[0] + weight, counts[1] + if csat > 3.5 { *weight } else { 0.0 }),
                None => counts[2] += weight,
            }
        }
        strata
    }
}

type Signs = (Option<bool>, bool, Option<u8>, Option<bool>);
type Strata = BTreeMap<Signs, [f64; 3]>;

#[derive(Clone, Copy)]
struct ShareOf {
    share: f64,
    n: f64,
}

/// The expected share of the silent, and the standard error of its logit: the level of the group is where its surplus of satisfied callers
/// is the level itself (a normal prior of variance 1), found by halving; the error by the delta method.
fn poststratified(strata: &[(ShareOf, [f64; 3])]) -> (f64, f64) {
    let at = |of: ShareOf, level: f64| {
        let odds = of.share / (1.0 - of.share) * level.exp();
        odds / (1.0 + odds)
    };
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..70 {
        let level = (low + high) / 2.0;
        let surplus: f64 = strata.iter().map(|(of, [n, k, _])| k - n * at(*of, level)).sum();
        if surplus > level { low = level } else { high = level }
    }
    let slope = |of: ShareOf| at(of, low) * (1.0 - at(of, low));
    let silent: f64 = strata.iter().map(|(_, [_, _, m])| m).sum();
    let share = strata.iter().map(|(of, [_, _, m])| m / silent * at(*of, low)).sum::<f64>();
    let slopes = strata.iter().map(|(of, [_, _, m])| m / silent * slope(*of)).sum::<f64>();
    let curvature = 1.0 + strata.iter().map(|(of, [n, ..])| n * slope(*of)).sum::<f64>();
    // Each stratum's logit has the variance 1 ÷ (n · p · (1 − p)).
    let single = |(of, [_, _, m]): &(ShareOf, [f64; 3])| (m / silent * slope(*of)).powi(2) / (of.n * of.share * (1.0 - of.share));
    let variance = slopes * slopes / curvature + strata.iter().map(single).sum::<f64>();
    (share, variance.sqrt() / (share * (1.0 - share)))
}

fn given(row: &Row<'_>, measure: &str) -> Option<f64> {
    row.asked?.replies.iter().find(|reply| reply.measure == measure).map(|reply| reply.value as f64)
}

fn is_silent(row: &Row<'_>) -> bool {
    row.asked.is_some_and(|asked| asked.is_silent() && asked.measures().contains(&"csat"))
}

fn answering(rows: &Rows<'_>) -> Map<String, Value> {
    let invited = rows.iter().filter(|(row, _)| row.asked.is_some_and(|asked| asked.invited.is_some())).count();
    let seconds = |(row, _): &(Row<'_>, f64)| Some((row.asked?.first()? - row.deed.ended) / 1000);
    let seconds: Vec<i64> = rows.iter().filter_map(seconds).collect();
    let answered = seconds.len();
    let value = json!({"invited": invited, "answered": answered, "response_rate": percent(answered, invited), "median_seconds_to_answer": median(seconds)});
    value.as_object().expect("an object").clone()
}

/// A figure with what it is compared by.
struct Stated {
    n: usize,
    figure: Option<Figure>,
    detail: Map<String, Value>,
    rest: Rest,
}

enum Rest {
    Shares(Vec<(f64, f64)>),
    Pairs(Vec<(f64, f64, f64)>),
    Logit(Option<(f64, f64)>),
}

impl Stated {
    fn shares(values: Vec<(f64, f64)>, factor: f64) -> Self {
        Self { n: values.len(), figure: formulas::share(&values, factor), detail: Map::new(), rest: Rest::Shares(values) }
    }

    fn pairs(pairs: Vec<(f64, f64, f64)>) -> Self {
        let detail = json!({"spearman": span(formulas::spearman(&pairs))});
        let detail = detail.as_object().expect("an object").clone();
        Self { n: pairs.len(), figure: formulas::pearson(&pairs), detail, rest: Rest::Pairs(pairs) }
    }

    fn differs(&self, before: &Self) -> Option<f64> {
        match (&self.rest, &before.rest) {
            (Rest::Shares(one), Rest::Shares(other)) => formulas::shares_differ(one, other),
            (Rest::Pairs(one), Rest::Pairs(other)) => formulas::correlations_differ(one, other),
            (Rest::Logit(one), Rest::Logit(other)) => {
                let ((one, error), (other, other_error)) = (*one).zip(*other)?;
                Some(formulas::normal_outside((one - other) / (error * error + other_error * other_error).sqrt()))
            }
            _ => None,
        }
    }
}
