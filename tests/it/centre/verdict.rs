//! What `/v1/integrity` says beside the tests made here.

use serde_json::Value;

use super::chance::false_discoveries;
use super::compare::difference;
use super::question::Question;
use super::signs::Test;

/// Who steers, and how it shows.
pub const PLANTED: [(&str, &str); 4] =
    [("ann", "low_invite_rate"), ("bob", "same_respondent"), ("cem", "call_not_released"), ("dan", "agent_invited_lift")];

/// What differs first.
pub fn differing(found: &Value, (question, wanted): (&Question, &[Test])) -> Option<String> {
    let items = found["items"].as_array().expect("items");
    let q: f64 = question.more.iter().find(|(name, _)| *name == "q").map_or(0.05, |(_, value)| value.parse().expect("a number"));
    let agents: Option<&Vec<&str>> = question.filters.iter().find(|(name, _)| *name == "agent").map(|(_, agents)| agents);
    let shares = false_discoveries(&wanted.iter().map(|test| test.p_value).collect::<Vec<_>>());
    let shown = |test: &Test| agents.is_none_or(|agents| agents.contains(&test.agent));
    // Near the bound it may be on either side.
    let tests = wanted.iter().zip(shares).filter(|(test, share)| shown(test) && *share <= q * (1.0 + test.within));
    let sure = tests.clone().filter(|(test, share)| *share <= q * (1.0 - test.within) || q >= 1.0).count();
    if items.len() < sure || items.len() > tests.clone().count() || !items.is_sorted_by_key(|item| item["q_value"].as_f64().expect("a q")) {
        return Some(format!("{} signs instead of {sure} and more, or not in their order", items.len()));
    }
    items.iter().find_map(|item| {
        let same = |(test, _): &(&Test, f64)| item["agent"] == test.agent && item["signal"] == test.signal;
        let Some((test, share)) = tests.clone().find(same) else { return Some(format!("not expected: {item}")) };
        sign(item, test, share).map(|how| format!("{how}\nfound {item}\nwanted {} with p {} and q {share}", test.evidence, test.p_value))
    })
}

fn sign(item: &Value, test: &Test, share: f64) -> Option<String> {
    let mut evidence = item["evidence"].clone();
    let p_value = evidence.as_object_mut().and_then(|evidence| evidence.remove("p_value")).and_then(|p| p.as_f64())?;
    let mut wanted = test.evidence.clone();
    if wanted["run"] == 1 {
        ["answers", "alike", "from", "to"].iter().for_each(|name| (wanted[*name], evidence[*name]) = (Value::Null, Value::Null));
    }
    // Below 10⁻¹⁵ nothing is told apart.
    let off = |found: f64, wanted: f64| (found - wanted).abs() > test.within * wanted + 1e-15;
    let q_value = item["q_value"].as_f64()?;
    let chance = off(p_value, test.p_value).then(|| format!("p_value {p_value} instead of {}", test.p_value));
    let rate = off(q_value, share).then(|| format!("q_value {q_value} instead of {share}"));
    difference(&evidence, &wanted).or(chance).or(rate)
}

/// Of the planted ones how many are found up to 0.05, and of the tests of honest agents how many are signs.
pub fn found(tests: &[Test]) -> (usize, f64) {
    let shares = false_discoveries(&tests.iter().map(|test| test.p_value).collect::<Vec<_>>());
    let signs: Vec<&Test> = tests.iter().zip(shares).filter(|(_, share)| *share <= 0.05).map(|(test, _)| test).collect();
    let is_found = |(agent, signal): &&(&str, &str)| signs.iter().any(|sign| sign.agent == *agent && sign.signal == *signal);
    let is_honest = |test: &&&Test| PLANTED.iter().all(|(agent, _)| *agent != test.agent);
    let honest = tests.iter().filter(|test| is_honest(&test)).count();
    (PLANTED.iter().filter(is_found).count(), signs.iter().filter(is_honest).count() as f64 / honest as f64)
}
