//! Every field of a score of `/v1/measures`, from the answers themselves.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::deeds::{Asked, Part, Reply};
use super::formulas::{self, Figure};
use super::question::{Filled, Key, Question, Rows};

/// A part of a text, by account: `spare` sends through `main`, `free` names no price.
pub const PRICES: [(&str, f64); 3] = [("main", 0.0075), ("spare", 0.0075), ("dear", 0.04)];

pub const MEASURES: [&str; 7] = ["csat", "nps", "ces", "fcr", "service_level", "kano", "index"];

/// An answer, a pair or an index: its value (of a letter its code), when it came, and whether late.
type Counted = (f64, i64, bool);

/// All scores of a question, in the order of the API.
pub fn expected(question: &Question, deeds: &[super::deeds::Deed]) -> Vec<Value> {
    let slots = question.slots(question.asked(deeds));
    let (filled, mut items) = (question.filled(&slots), Vec::new());
    let one = question.by.is_empty() && question.interval == "none";
    for measure in MEASURES {
        let named = question.measures.contains(&measure);
        if !(named || question.measures.is_empty()) {
            continue;
        }
        let before = items.len();
        for slot in &filled {
            let slot = of_measure(slot, measure);
            if !slot.rows.is_empty() {
                items.push(score(question, measure, &slot));
            }
        }
        if named && one && items.len() == before {
            let before = slots.iter().filter(|((_, before), _)| *before).flat_map(|(_, rows)| rows.clone()).collect();
            let nothing = Filled { slot: (None, Vec::new()), rows: Vec::new(), before };
            items.push(score(question, measure, &of_measure(&nothing, measure)));
        }
    }
    items
}

fn of_measure<'a>(filled: &Filled<'a>, measure: &str) -> Filled<'a> {
    let part = |rows: &Rows<'a>| rows.iter().filter(|row| asks(row, measure)).copied().collect();
    Filled { slot: filled.slot.clone(), rows: part(&filled.rows), before: part(&filled.before) }
}

/// The letter by the rules behind the table: contradictions first, then what each end of the scale says.
fn letter(with: u8, without: u8) -> char {
    match (with, without) {
        (1, 1) | (5, 5) => 'Q',
        (1, 5) => 'O',
        (1, _) => 'A',
        (_, 5) => 'M',
        (5, _) | (_, 1) => 'R',
        _ => 'I',
    }
}

fn letters(asked: &Asked) -> Vec<Counted> {
    let half = |wanted: &str, wants: bool| {
        asked.replies.iter().find_map(|reply| match reply.part {
            Part::Kano(feature, having, step) if feature == wanted && having == wants => Some((reply, step)),
            _ => None,
        })
    };
    let pair = |feature: &&str| {
        let ((one, with), (other, without)) = half(feature, true).zip(half(feature, false))?;
        Some((f64::from(u32::from(letter(with, without))), one.at.max(other.at), one.late || other.late))
    };
    ["same_agent", "call_back"].iter().filter_map(pair).collect()
}

/// Weight and score of each driver with an answer.
fn drivers(asked: &Asked) -> BTreeMap<&'static str, (f64, f64)> {
    let mut items: BTreeMap<&'static str, Vec<(f64, f64)>> = BTreeMap::new();
    for reply in &asked.replies {
        if let Part::Index(driver, weight, points) = reply.part {
            items.entry(driver).or_default().push((weight, points));
        }
    }
    let mean = |items: Vec<(f64, f64)>| (items[0].0, items.iter().map(|(_, points)| points).sum::<f64>() / items.len() as f64);
    items.into_iter().map(|(driver, items)| (driver, mean(items))).collect()
}

fn index(asked: &Asked) -> Option<Counted> {
    let drivers = drivers(asked);
    let items = || asked.replies.iter().filter(|reply| matches!(reply.part, Part::Index(..)));
    let whole = drivers.len() == 3;
    whole.then(|| {
        // A response's index is kept to a millionth.
        let value = (drivers.values().map(|(weight, score)| weight * score).sum::<f64>() * 1e6).round() / 1e6;
        (value, items().map(|reply| reply.at).max().expect("items"), items().any(|reply| reply.late))
    })
}

fn counted(asked: &Asked, measure: &str) -> Vec<Counted> {
    match measure {
        "kano" => letters(asked),
        "index" => index(asked).into_iter().collect(),
        _ => {
            let plain = |reply: &Reply| (reply.value as f64, reply.at, reply.late);
            asked.replies.iter().filter(|reply| reply.measure == measure).map(plain).collect()
        }
    }
}

/// Values with their weights.
fn values(rows: &Rows<'_>, measure: &str) -> Vec<(f64, f64)> {
    let of = |(row, weight): &(super::question::Row<'_>, f64)| {
        let asked = row.asked.map(|asked| counted(asked, measure)).unwrap_or_default();
        asked.into_iter().map(|(value, ..)| (value, *weight)).collect::<Vec<_>>()
    };
    rows.iter().flat_map(of).collect()
}

fn is_letter(value: f64, letters: &str) -> bool {
    letters.chars().any(|letter| f64::from(u32::from(letter)) == value)
}

/// Of those that `counts` takes, which are good: 1 and 0.
fn goods(values: &[(f64, f64)], good: impl Fn(f64) -> bool) -> Vec<(f64, f64)> {
    values.iter().map(|(value, weight)| (f64::from(u8::from(good(*value))), *weight)).collect()
}

/// What each answer adds to the score.
fn points(values: &[(f64, f64)], measure: &str) -> Vec<(f64, f64)> {
    match measure {
        "csat" | "service_level" => goods(values, |x| x > 3.5),
        "fcr" => goods(values, |x| x > 0.5),
        "nps" => values.iter().map(|(x, w)| (f64::from(u8::from(*x > 8.5)) - f64::from(u8::from(*x < 6.5)), *w)).collect(),
        "kano" => letters_among(values, "AO"),
        _ => values.to_vec(),
    }
}

fn letters_among(values: &[(f64, f64)], wanted: &str) -> Vec<(f64, f64)> {
    let counted: Vec<(f64, f64)> = values.iter().filter(|(x, _)| is_letter(*x, "AOMI")).copied().collect();
    goods(&counted, |x| is_letter(x, wanted))
}

fn figure(values: &[(f64, f64)], measure: &str) -> Option<Figure> {
    let points = points(values, measure);
    match measure {
        "nps" => formulas::net(&points),
        "ces" => formulas::mean(&points, (1.0, 7.0)),
        "index" => formulas::mean(&points, (0.0, 100.0)),
        _ => formulas::share(&points, 100.0),
    }
}

/// The answers of a group to a measure, for the ranking.
pub struct Answers {
    /// What each adds to the score, with its weight.
    pub points: Vec<(f64, f64)>,
    pub n: usize,
    pub value: Value,
}

/// `None` of a group that was never asked for it.
pub fn answers(rows: &Rows<'_>, measure: &'static str) -> Option<Answers> {
    rows.iter().any(|row| asks(row, measure)).then(|| {
        let values = values(rows, measure);
        Answers { points: points(&values, measure), n: values.len(), value: json!(figure(&values, measure).map(|(value, _)| value)) }
    })
}

fn asks((row, _): &(super::question::Row<'_>, f64), measure: &str) -> bool {
    row.asked.is_some_and(|asked| asked.measures().contains(&measure))
}

pub fn span(figure: Option<Figure>) -> Value {
    let ends = figure.and_then(|(_, ends)| ends);
    json!({"value": figure.map(|(value, _)| value), "low": ends.map(|ends| ends.0), "high": ends.map(|ends| ends.1)})
}

/// The group as the API names it.
pub fn group(question: &Question, key: &Key) -> Value {
    let plain = |(by, value): (&&str, &Option<String>)| {
        let value = if *by == "hour" {
            value.as_ref().map(|hour| hour.trim_start_matches('0')).map(|hour| if hour.is_empty() { "0" } else { hour }.to_owned())
        } else {
            value.clone()
        };
        ((*by).to_owned(), json!(value))
    };
    Value::Object(question.by.iter().zip(key).map(plain).collect())
}

/// As the API writes it.
pub fn time(at: Option<i64>) -> Value {
    json!(at.map(|at| aftercall::call::Moment::from_millis(at).to_string()))
}

/// The middle one; between two halfway, without fractions.
pub fn median(mut seconds: Vec<i64>) -> Option<i64> {
    seconds.sort_unstable();
    let last = seconds.len().checked_sub(1)?;
    Some((seconds[last / 2] + seconds[last.div_ceil(2)]) / 2)
}

pub fn percent(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| 100.0 * part as f64 / whole as f64)
}

fn score(question: &Question, measure: &'static str, filled: &Filled<'_>) -> Value {
    let values = values(&filled.rows, measure);
    let mut item = Map::new();
    let unit = match measure {
        "nps" => "points",
        "ces" => "mean",
        "index" => "index",
        _ => "percent",
    };
    let found = figure(&values, measure);
    item.insert("measure".into(), json!(measure));
    item.insert("group".into(), group(question, &filled.slot.1));
    item.insert("interval_start".into(), time(filled.slot.0));
    item.extend(span(found).as_object().expect("an object").clone());
    item.insert("n".into(), json!(values.len()));
    item.insert("unit".into(), json!(unit));
    item.insert("distribution".into(), distribution(&values, measure));
    item.extend(times(&filled.rows, measure));
    item.extend(detail(&filled.rows, &values, measure));
    let gained = question.compare.then(|| comparison(&mut item, (&values, measure), filled)).flatten();
    item.extend(cost(&filled.rows, values.len(), gained));
    Value::Object(item)
}

fn times(rows: &Rows<'_>, measure: &str) -> Map<String, Value> {
    let of = |(row, _): &(super::question::Row<'_>, f64)| {
        let counted = row.asked.map(|asked| counted(asked, measure)).unwrap_or_default();
        counted.into_iter().map(|(_, at, late)| ((at - row.deed.ended) / 1000, late)).collect::<Vec<_>>()
    };
    let timed: Vec<(i64, bool)> = rows.iter().flat_map(of).collect();
    let invited = rows.iter().filter(|(row, _)| row.asked.is_some_and(|asked| asked.invited.is_some())).count();
    let answered = rows.iter().filter(|(row, _)| row.asked.is_some_and(|asked| !asked.replies.is_empty())).count();
    let within = |hours: i64| percent(timed.iter().filter(|(seconds, _)| *seconds <= hours * 3600).count(), timed.len()).map(|x| x / 100.0);
    let late = timed.iter().filter(|(_, late)| *late).count();
    let value = json!({"late_n": late, "within_24h": within(24), "within_72h": within(72), "invited": invited, "answered": answered,
        "response_rate": percent(answered, invited), "median_seconds_to_answer": median(timed.iter().map(|(seconds, _)| *seconds).collect())});
    value.as_object().expect("an object").clone()
}

fn distribution(values: &[(f64, f64)], measure: &str) -> Value {
    let count = |is: &dyn Fn(f64) -> bool| json!(values.iter().filter(|(x, _)| is(*x)).count());
    let scale = |low: i64, high: i64| (low..=high).map(|at| (at.to_string(), count(&|x| x == at as f64))).collect();
    Value::Object(match measure {
        "csat" => scale(1, 5),
        "nps" => scale(0, 10),
        "ces" => scale(1, 7),
        "service_level" => scale(1, 6),
        "fcr" => [("yes", 1.0), ("no", 0.0)].into_iter().map(|(name, at)| (name.to_owned(), count(&|x| x == at))).collect(),
        "kano" => ["M", "O", "A", "I", "R", "Q"].into_iter().map(|name| (name.to_owned(), count(&|x| is_letter(x, name)))).collect(),
        _ => {
            let step = |at: i64| (at as f64 * 10.0 - 1e-6, if at == 9 { 101.0 } else { at as f64 * 10.0 + 10.0 - 1e-6 });
            let steps = (0..10).map(|at| (format!("{}-{}", at * 10, at * 10 + 10), count(&|x| x >= step(at).0 && x < step(at).1)));
            steps.collect()
        }
    })
}

fn detail(rows: &Rows<'_>, values: &[(f64, f64)], measure: &str) -> Map<String, Value> {
    let share = |good: Vec<(f64, f64)>| span(formulas::share(&good, 100.0));
    let detail = match measure {
        "ces" => json!({"share_5_7": share(goods(values, |x| x > 4.5))}),
        "kano" => {
            let worse = share(letters_among(values, "OM"));
            let letters = "MOAIRQ".chars().map(|one| (one.to_string(), share(goods(values, |x| is_letter(x, &one.to_string())))));
            let shares: Map<String, Value> = letters.collect();
            json!({"worse": worse["value"], "worse_low": worse["low"], "worse_high": worse["high"], "shares": shares})
        }
        "index" => {
            let mut found: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
            for (row, weight) in rows {
                for (driver, (_, score)) in row.asked.map(drivers).unwrap_or_default() {
                    found.entry(driver).or_default().push((score, *weight));
                }
            }
            let driver = |(name, values): (&str, Vec<(f64, f64)>)| {
                let mut span = span(formulas::mean(&values, (0.0, 100.0)));
                span["n"] = json!(values.len());
                (name.to_owned(), span)
            };
            json!({"drivers": found.into_iter().map(driver).collect::<Map<_, _>>()})
        }
        _ => json!({}),
    };
    detail.as_object().expect("an object").clone()
}

fn rounded(x: f64) -> f64 {
    (x * 1e4).round() / 1e4
}

/// What `compare=previous` adds; gives what was gained.
pub fn compared(
    item: &mut Map<String, Value>,
    (now, before): (Option<Figure>, Option<Figure>),
    (n, p): (usize, Option<f64>),
) -> Option<f64> {
    let mut previous = span(before);
    previous["n"] = json!(n);
    let change = now.zip(before).map(|((now, _), (before, _))| rounded(rounded(now) - rounded(before)));
    item.insert("previous".into(), previous);
    item.insert("change".into(), json!(change));
    item.insert("p_value".into(), json!(p));
    item.insert("differs".into(), json!(p.map(|p| p < 0.05)));
    change.filter(|change| *change > 0.0)
}

fn comparison(item: &mut Map<String, Value>, (now, measure): (&[(f64, f64)], &str), filled: &Filled<'_>) -> Option<f64> {
    let before = values(&filled.before, measure);
    let (one, other) = (points(now, measure), points(&before, measure));
    let p = match measure {
        "nps" => formulas::nets_differ(&one, &other),
        "ces" | "index" => formulas::means_differ(&one, &other),
        _ => formulas::shares_differ(&one, &other),
    };
    compared(item, (figure(now, measure), figure(&before, measure)), (before.len(), p))
}

fn cost(rows: &Rows<'_>, n: usize, gained: Option<f64>) -> Map<String, Value> {
    let price = |account: &str| PRICES.into_iter().find(|(name, _)| *name == account).map(|(_, price)| price);
    let priced = rows.iter().filter_map(|(row, _)| Some(price(row.deed.account)? * f64::from(row.asked?.parts)));
    let priced: Vec<f64> = priced.collect();
    let cost = (!priced.is_empty()).then(|| priced.iter().sum::<f64>());
    let value = json!({"cost": cost, "cost_per_answer": cost.filter(|_| n > 0).map(|cost| cost / n as f64),
        "cost_per_point": cost.zip(gained).map(|(cost, gained)| cost / gained)});
    value.as_object().expect("an object").clone()
}
