//! The ranking once more: every spread between agents counts, by a fine sum over all of them, and places are drawn again.

use serde_json::{Value, json};

use super::chance::Beta;
use super::compare::difference;
use super::deeds::Deed;
use super::formulas::{self, Moments, ln_gamma};
use super::question::Question;
use super::scores;

/// Spreads that are summed.
const STEPS: u32 = 1500;
/// Rankings that are drawn.
const DRAWN: usize = 4000;

/// An agent as the calculation sees it.
pub struct Placed {
    pub agent: String,
    pub value: Value,
    pub n: usize,
    pub enough: bool,
    pub known: Option<Known>,
}

/// What is known of an agent's true score, in the measure's unit.
pub struct Known {
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    /// Drawn from it.
    draws: Vec<f64>,
}

/// Mean and variance of an agent's score, the spread being given, by its weight.
struct Spread {
    ln_weight: f64,
    agents: Vec<(f64, f64)>,
}

/// All agents of a question, in the order of their names.
pub fn placed(question: &Question, deeds: &[Deed]) -> Vec<Placed> {
    let least = question.more.iter().find(|(name, _)| *name == "min_n").map_or(30, |(_, value)| value.parse().expect("a number"));
    let (measure, by_agent) = (question.measures[0], Question { by: vec!["agent"], ..question.clone() });
    let slots = by_agent.slots(by_agent.asked(deeds));
    let mut agents = Vec::new();
    for filled in by_agent.filled(&slots) {
        let Some(agent) = filled.slot.1[0].clone() else { continue };
        if let Some(answers) = scores::answers(&filled.rows, measure) {
            agents.push((agent, answers));
        }
    }
    let samples: Vec<Option<Moments>> = agents.iter().map(|(_, answers)| formulas::moments(&answers.points)).collect();
    let mut known = known(measure, &samples).into_iter();
    let one = |(agent, answers): (String, scores::Answers)| Placed {
        agent,
        value: answers.value,
        n: answers.n,
        enough: answers.n >= usize::max(least, 1),
        known: known.next(),
    };
    agents.into_iter().map(one).collect()
}

/// Least and most of what an answer adds, and the factor to the measure's unit.
fn scale(measure: &str) -> (f64, f64, f64) {
    match measure {
        "nps" => (-1.0, 1.0, 100.0),
        "ces" => (1.0, 7.0, 1.0),
        "index" => (0.0, 100.0, 1.0),
        _ => (0.0, 1.0, 100.0),
    }
}

fn known(measure: &str, samples: &[Option<Moments>]) -> Vec<Known> {
    if samples.iter().all(Option::is_none) {
        return Vec::new();
    }
    let (lowest, highest, factor) = scale(measure);
    let quarter = (highest - lowest) / 4.0;
    let are_shares = !["nps", "ces", "index"].contains(&measure);
    let most = if are_shares { 0.5 } else { quarter };
    let at = |step: u32| most * (f64::from(step) + 0.5) / f64::from(STEPS);
    let pooled = pooled(samples, quarter);
    let spread = |step| if are_shares { of_shares(samples, at(step)) } else { of_means(samples, pooled, at(step)) };
    let spreads: Vec<Spread> = (0..STEPS).map(spread).collect();
    let mut random = fastrand::Rng::with_seed(77);
    let one = |(mean, variance): (f64, f64)| {
        let shown = |x: f64| factor * x.clamp(lowest, highest);
        let (low, high, draws) =
            if are_shares { drawn_beta(mean, variance, &mut random) } else { drawn_normal(mean, variance, &mut random) };
        Known { mean: shown(mean), low: shown(low), high: shown(high), draws }
    };
    mixed(&spreads).into_iter().map(one).collect()
}

/// Mean and variance of each agent over all spreads.
fn mixed(spreads: &[Spread]) -> Vec<(f64, f64)> {
    let best = spreads.iter().map(|spread| spread.ln_weight).fold(f64::NEG_INFINITY, f64::max);
    let weight = |spread: &Spread| (spread.ln_weight - best).exp();
    let total: f64 = spreads.iter().map(weight).sum();
    let over = |of: &dyn Fn(&Spread) -> f64| spreads.iter().map(|spread| weight(spread) * of(spread)).sum::<f64>() / total;
    let one = |at: usize| {
        let mean = over(&|spread| spread.agents[at].0);
        // Within each spread, and between them.
        (mean, over(&|spread| spread.agents[at].1 + (spread.agents[at].0 - mean).powi(2)))
    };
    (0..spreads[0].agents.len()).map(one).collect()
}

fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// True shares from a beta distribution whose two answers of one agent correlate by the spread's square; the centre is the mean of all,
/// each answer weighing less the more of them an agent has.
fn of_shares(samples: &[Option<Moments>], spread: f64) -> Spread {
    let square = spread * spread;
    let worth = (1.0 - square) / square;
    let known = || samples.iter().flatten();
    let weight = |s: &Moments| s.n / (1.0 + (s.n - 1.0).max(0.0) * square);
    let total: f64 = known().map(weight).sum();
    let least = 0.5 / (total + 1.0);
    let centre = (known().map(|s| weight(s) * s.mean).sum::<f64>() / total).clamp(least, 1.0 - least);
    let variance = centre * (1.0 - centre) / total;
    let (a, b) = (centre * worth, (1.0 - centre) * worth);
    let fit: f64 = known().map(|s| ln_beta(a + s.mean * s.n, b + (1.0 - s.mean) * s.n) - ln_beta(a, b)).sum();
    let agent = |s: &Option<Moments>| {
        let (hits, of) = s.map_or((0.0, 0.0), |s| (s.mean * s.n, s.n));
        let (a, b) = (a + hits, b + of - hits);
        let borrowed = worth / (worth + of);
        (a / (a + b), a * b / ((a + b).powi(2) * (a + b + 1.0)) + borrowed * borrowed * variance)
    };
    Spread { ln_weight: fit + variance.ln() / 2.0 + spread.ln(), agents: samples.iter().map(agent).collect() }
}

/// The variance within agents, all together; one more answer is a quarter of the scale off.
fn pooled(samples: &[Option<Moments>], quarter: f64) -> f64 {
    let (mut squares, mut freedom) = (quarter * quarter, 1.0);
    for sample in samples.iter().flatten() {
        squares += sample.n * sample.variance;
        freedom += (sample.n - 1.0).max(0.0);
    }
    squares / freedom
}

/// True means from a normal distribution, the answers' variance being the agent's own with ten answers of all.
fn of_means(samples: &[Option<Moments>], pooled: f64, spread: f64) -> Spread {
    let error = |s: &Moments| (s.n * s.variance + 10.0 * pooled) / ((s.n - 1.0).max(0.0) + 10.0) / s.n;
    let known: Vec<(f64, f64)> = samples.iter().flatten().map(|s| (s.mean, error(s) + spread * spread)).collect();
    let total: f64 = known.iter().map(|(_, variance)| 1.0 / variance).sum();
    let centre = known.iter().map(|(mean, variance)| mean / variance).sum::<f64>() / total;
    let fit: f64 = known.iter().map(|(mean, variance)| -(variance.ln() + (mean - centre).powi(2) / variance) / 2.0).sum();
    let agent = |s: &Option<Moments>| match s {
        None => (centre, spread * spread + 1.0 / total),
        Some(s) => {
            let (own, between) = (error(s), spread * spread);
            let borrowed = own / (own + between);
            (borrowed * centre + (1.0 - borrowed) * s.mean, own * between / (own + between) + borrowed * borrowed / total)
        }
    };
    Spread { ln_weight: fit - total.ln() / 2.0 + spread.ln(), agents: samples.iter().map(agent).collect() }
}

fn drawn_beta(mean: f64, variance: f64, random: &mut fastrand::Rng) -> (f64, f64, Vec<f64>) {
    let beta = Beta::of(mean, variance);
    (beta.quantile(0.025), beta.quantile(0.975), (0..DRAWN).map(|_| beta.quantile(random.f64())).collect())
}

fn drawn_normal(mean: f64, variance: f64, random: &mut fastrand::Rng) -> (f64, f64, Vec<f64>) {
    let error = variance.sqrt();
    // Twelve even numbers make a normal one, near enough for places.
    let mut draw = || mean + error * ((0..12).map(|_| random.f64()).sum::<f64>() - 6.0);
    (mean - 1.959_964 * error, mean + 1.959_964 * error, (0..DRAWN).map(|_| draw()).collect())
}

/// Of those with enough answers, how often in the drawn rankings the agent stands before that place, and how often there or before.
pub fn before(agents: &[Placed], agent: &str, place: usize) -> (f64, f64) {
    let known: Vec<(&str, &Known)> =
        agents.iter().filter(|agent| agent.enough).filter_map(|agent| Some((agent.agent.as_str(), agent.known.as_ref()?))).collect();
    let own = known.iter().find(|(name, _)| *name == agent).expect("an agent with enough answers").1;
    let place_in = |draw: usize| 1 + known.iter().filter(|(_, other)| other.draws[draw] > own.draws[draw]).count();
    let (mut before, mut there) = (0, 0);
    for draw in 0..DRAWN {
        let drawn = place_in(draw);
        (before, there) = (before + usize::from(drawn < place), there + usize::from(drawn <= place));
    }
    (before as f64 / DRAWN as f64, there as f64 / DRAWN as f64)
}

/// What differs first.
pub fn differing(found: &Value, wanted: &[Placed]) -> Option<String> {
    let items = found["items"].as_array().expect("items");
    let number = |item: &Value, name: &str| item[name].as_f64().unwrap_or(f64::NEG_INFINITY);
    let order = |item: &Value| (item["enough"] == false, -number(item, "shrunken"), item["agent"].as_str().map(str::to_owned));
    if items.len() != wanted.len() || !items.is_sorted_by_key(order) {
        return Some(format!("{} agents instead of {}, or not in their order", items.len(), wanted.len()));
    }
    items.iter().find_map(|item| {
        let one = wanted.iter().find(|one| item["agent"] == *one.agent)?;
        let better = |other: &&Value| other["enough"] == true && number(other, "shrunken") > number(item, "shrunken");
        let rank = one.enough.then(|| 1 + items.iter().filter(better).count());
        let plain = json!({"agent": one.agent, "value": one.value, "n": one.n, "enough": one.enough, "rank": rank});
        let mut rest = item.clone();
        ["shrunken", "low", "high", "rank_low", "rank_high"].iter().for_each(|name| rest[*name] = Value::Null);
        let plain = difference(&rest, &with_nulls(plain));
        plain.or_else(|| drawn_towards(item, one)).or_else(|| places(item, (one, wanted))).map(|how| format!("{how}: {item}"))
    })
}

fn with_nulls(mut item: Value) -> Value {
    ["shrunken", "low", "high", "rank_low", "rank_high"].iter().for_each(|name| item[*name] = Value::Null);
    item
}

/// Score and interval: the gateway looks at 24 likely spreads, so that a hundredth of the interval is left to it.
fn drawn_towards(item: &Value, one: &Placed) -> Option<String> {
    let Some(known) = &one.known else { return (!item["shrunken"].is_null()).then(|| "drawn towards nobody".to_owned()) };
    let within = 0.01 * (known.high - known.low) + 1e-4;
    let off = |(name, wanted): &(&str, f64)| item[*name].as_f64().is_none_or(|found| (found - wanted).abs() > within);
    let fields = [("shrunken", known.mean), ("low", known.low), ("high", known.high)];
    fields.into_iter().find(off).map(|(name, wanted)| format!("{name} instead of {wanted}"))
}

/// The ends are 2.5 and 97.5 % quantiles of a thousand rankings, which leave them this uncertain (five standard errors).
fn places(item: &Value, (one, wanted): (&Placed, &[Placed])) -> Option<String> {
    if !one.enough || one.known.is_none() {
        let none = item["rank_low"].is_null() && item["rank_high"].is_null();
        return (!none).then(|| "places of somebody who has none".to_owned());
    }
    let place = |name: &str| item[name].as_u64().map(|place| place as usize).expect("a place");
    let (low, rank, high) = (place("rank_low"), place("rank"), place("rank_high"));
    let ((before, to), (short, reached)) = (before(wanted, &one.agent, low), before(wanted, &one.agent, high));
    let is_low = low <= rank && before < 0.05 && (to > 0.005 || low == rank);
    let is_high = rank <= high && reached > 0.95 && (short < 0.995 || high == rank);
    (!is_low || !is_high).then(|| format!("before {before}, to {to} of rank_low; {short} and {reached} of rank_high"))
}
