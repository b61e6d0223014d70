//! Runs of the same answers, one soon after the other.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::chance;
use super::outliers::median;
use super::question::Row;
use super::signs::Test;

const MINUTE: i64 = 60_000;

/// When, and what was said.
type Answers = Vec<(i64, String)>;

/// Of an agent with two answers and more.
pub fn tests(talks: &[(&'static str, Row<'_>)]) -> Vec<Test> {
    let mut agents: BTreeMap<&'static str, Answers> = BTreeMap::new();
    for (agent, row) in talks {
        let Some(asked) = row.asked else { continue };
        let Some((at, invited)) = asked.first().zip(asked.invited) else { continue };
        if invited - row.deed.ended <= 30 * MINUTE {
            let said: Map<String, Value> = asked.replies.iter().map(|reply| (reply.measure.to_owned(), said(reply))).collect();
            agents.entry(agent).or_default().push((at, Value::Object(said).to_string()));
        }
    }
    agents.values_mut().for_each(|answers| answers.sort_unstable());
    let one = |(agent, answers): (&&'static str, &Answers)| {
        let others: Vec<i64> = agents.iter().filter(|(other, _)| *other != agent).flat_map(|(_, answers)| steps(answers)).collect();
        (answers.len() > 1).then(|| burst(agent, answers, &others))
    };
    agents.iter().filter_map(one).collect()
}

fn said(reply: &super::deeds::Reply) -> Value {
    if reply.measure == "fcr" { json!(if reply.value == 1 { "yes" } else { "no" }) } else { json!(reply.value) }
}

/// Milliseconds from each answer to the next one.
fn steps(answers: &Answers) -> Vec<i64> {
    answers.windows(2).map(|pair| pair[1].0 - pair[0].0).collect()
}

fn of_a_shift(steps: &[i64]) -> Vec<f64> {
    steps.iter().filter(|step| **step <= 240 * MINUTE).map(|step| *step as f64).collect()
}

/// The first of the longest runs: its begin and its number of answers.
fn longest(answers: &Answers) -> (usize, usize) {
    let goes_on = |at: usize| at > 0 && answers[at].0 - answers[at - 1].0 <= MINUTE && answers[at].1 == answers[at - 1].1;
    let length = |from: usize| 1 + (from + 1..answers.len()).take_while(|at| goes_on(*at)).count();
    let begins = (0..answers.len()).filter(|at| !goes_on(*at)).map(|at| (at, length(at)));
    begins.fold((0, 0), |best, run| if run.1 > best.1 { run } else { best })
}

fn burst(agent: &'static str, answers: &Answers, others: &[i64]) -> Test {
    let (first, run) = longest(answers);
    let alike = answers.iter().filter(|(_, said)| *said == answers[first].1).count();
    let pauses = of_a_shift(&steps(answers));
    let usual = median(pauses.clone());
    // Exponential pauses of that median.
    let own = if pauses.is_empty() { 0.0 } else { 1.0 - (-(2.0_f64.ln()) * MINUTE as f64 / usual.max(1.0)).exp() };
    let close = others.iter().filter(|step| **step <= MINUTE).count() as f64 / of_a_shift(others).len().max(1) as f64;
    let least = close.max(0.002);
    let chance = own.clamp(least, 3.0 * least).min(0.9) * alike as f64 / answers.len() as f64;
    let time = |at: usize| json!(aftercall::call::Moment::from_millis(answers[at].0).to_string());
    let said: Value = serde_json::from_str(&answers[first].1).expect("what was said");
    // Without a run nothing in particular is alike: any answer may stand there.
    let evidence = json!({"n": answers.len(), "run": run, "answers": said, "alike": alike, "from": time(first), "to": time(first + run - 1),
        "within_seconds": 60, "usual_seconds_between": (!pauses.is_empty()).then_some((usual / 1000.0) as u64)});
    Test { agent, signal: "burst", evidence, p_value: chance::run(run - 1, answers.len() - 1, chance), within: 0.006 }
}
