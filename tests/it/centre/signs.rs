//! Signs of steered scores once more: every count from what happened, every test by another way.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::chance::{self, Duels, Sides, Tail};
use super::deeds::{Asked, Deed};
use super::outliers::{Crowd, Rates, count, median, whole};
use super::question::{Question, Row};

/// A test of an agent.
pub struct Test {
    pub agent: &'static str,
    pub signal: &'static str,
    pub evidence: Value,
    pub p_value: f64,
    /// How far the gateway may be off, as a part: where it takes a sum as normal it says itself that it errs by a tenth.
    pub within: f64,
}

/// Everything counted, by the agent who had the caller last.
#[derive(Default)]
struct Seen<'a> {
    talks: Vec<(&'static str, Row<'a>)>,
}

/// All tests of a question, whatever they found.
pub fn tests(question: &Question, deeds: &[Deed]) -> Vec<Test> {
    let everybody =
        Question { filters: question.filters.iter().filter(|(name, _)| *name != "agent").cloned().collect(), ..question.clone() };
    let slots = everybody.slots(everybody.calls(deeds));
    let rows = slots.values().flatten().filter_map(|(row, _)| Some((row.deed.helpers.last()?.id, *row)));
    let seen = Seen { talks: rows.collect() };
    let mut tests = seen.invites();
    tests.extend(seen.releases());
    tests.extend(seen.responses());
    tests.extend(seen.best());
    tests.extend(seen.lifts());
    tests.extend(super::bursts::tests(&seen.talks));
    tests.extend(seen.repeats());
    tests
}

fn queue(deed: &Deed) -> String {
    deed.queue.unwrap_or_default().to_owned()
}

fn is_eligible(deed: &Deed) -> bool {
    !matches!(deed.reason, Some("no_rule" | "no_respondent" | "test_call" | "survey_call"))
}

fn is_invited(row: &Row<'_>) -> bool {
    row.asked.is_some_and(|asked| asked.invited.is_some())
}

/// Whether the agent let the caller go.
fn released(deed: &Deed) -> Option<bool> {
    let ended_by = deed.ended_by.filter(|_| deed.outcome != Some("unanswered"))?;
    ["agent", "caller"].contains(&ended_by).then_some(ended_by == "agent")
}

/// A survey on the phone that never began, though the caller had not hung up.
fn never_began(row: &Row<'_>) -> bool {
    let missed = |asked: &Asked| {
        asked.channel == "ivr" && asked.invited.is_none() && !["open", "undeliverable", "opted_out"].contains(&asked.disposition)
    };
    row.asked.is_some_and(missed) && released(row.deed) != Some(false)
}

/// The first answer to a measure of one question: measure and value.
fn scored(row: &Row<'_>) -> Option<(&'static str, i64)> {
    let replies = &row.asked?.replies;
    replies.iter().find(|reply| !["kano", "index"].contains(&reply.measure)).map(|reply| (reply.measure, reply.value))
}

fn scale(measure: &str) -> (i64, i64) {
    match measure {
        "csat" => (1, 5),
        "nps" => (0, 10),
        "ces" => (1, 7),
        "fcr" => (0, 1),
        _ => (1, 6),
    }
}

/// Queue, channel and measure in one.
fn stratum(row: &Row<'_>, measure: &str) -> String {
    format!("{} | {} | {measure}", queue(row.deed), row.asked.map_or("", |asked| asked.channel))
}

impl<'a> Seen<'a> {
    fn of(&self, agent: &str) -> impl Iterator<Item = &Row<'a>> {
        self.talks.iter().filter(move |(other, _)| *other == agent).map(|(_, row)| row)
    }

    fn eligible(&self) -> impl Iterator<Item = &(&'static str, Row<'a>)> {
        self.talks.iter().filter(|(_, row)| is_eligible(row.deed))
    }

    fn invites(&self) -> Vec<Test> {
        let mut rates = Rates::new();
        for (agent, row) in self.eligible() {
            if is_invited(row) || row.deed.reason == Some("agent_declined") || never_began(row) {
                count(&mut rates, (agent, queue(row.deed)), is_invited(row));
            }
        }
        let crowd = Crowd::of(&rates);
        let one = |(agent, beside): (&&'static str, &super::outliers::Beside)| {
            let eligible = self.of(agent).filter(|row| is_eligible(row.deed)).count();
            let declined = self.of(agent).filter(|row| row.deed.reason == Some("agent_declined")).count();
            let evidence = json!({"eligible": eligible, "in_hand": beside.of, "invited": beside.hits, "declined": declined,
                "invite_rate": beside.share(), "others_invite_rate": beside.others_share(), "expected": beside.expected});
            test((&crowd, agent), "low_invite_rate", (crowd.p_value(agent, Tail::Few), evidence))
        };
        crowd.agents.iter().map(one).collect()
    }

    fn releases(&self) -> Vec<Test> {
        let (mut rates, mut spoken) = (Rates::new(), BTreeSet::new());
        for (agent, row) in self.eligible() {
            if let Some(released) = released(row.deed) {
                count(&mut rates, (agent, queue(row.deed)), !released);
            }
            if row.asked.is_some_and(|asked| asked.channel == "ivr") {
                spoken.insert(queue(row.deed));
            }
        }
        let whole = whole(&rates);
        rates.values_mut().for_each(|strata| strata.retain(|queue, _| spoken.contains(queue) || 2 * whole[queue].0 < whole[queue].1));
        let crowd = Crowd::of(&rates);
        let one = |(agent, beside): (&&'static str, &super::outliers::Beside)| {
            let evidence = json!({"calls": beside.of, "not_released": beside.hits, "share": beside.share(),
                "others_share": beside.others_share(), "expected": beside.expected});
            test((&crowd, agent), "call_not_released", (crowd.p_value(agent, Tail::Many), evidence))
        };
        crowd.agents.iter().map(one).collect()
    }

    fn responses(&self) -> Vec<Test> {
        let mut rates = Rates::new();
        for (agent, row) in self.eligible().filter(|(_, row)| is_invited(row)) {
            let Some(asked) = row.asked.filter(|asked| asked.disposition != "open") else { continue };
            count(&mut rates, (agent, stratum(row, "")), !asked.replies.is_empty());
        }
        let crowd = Crowd::of(&rates);
        let one = |(agent, beside): (&&'static str, &super::outliers::Beside)| {
            let p_value = 2.0 * crowd.p_value(agent, Tail::Few).min(crowd.p_value(agent, Tail::Many));
            let evidence = json!({"invited": beside.of, "answered": beside.hits, "response_rate": beside.share(),
                "others_response_rate": beside.others_share(), "expected": beside.expected});
            test((&crowd, agent), "response_rate_outlier", (p_value.min(1.0), evidence))
        };
        crowd.agents.iter().map(one).collect()
    }

    fn best(&self) -> Vec<Test> {
        let mut rates = Rates::new();
        for (agent, row) in &self.talks {
            if let Some((measure, value)) = scored(row) {
                count(&mut rates, (agent, stratum(row, measure)), value == scale(measure).1);
            }
        }
        let crowd = Crowd::of(&rates);
        let one = |(agent, beside): (&&'static str, &super::outliers::Beside)| {
            let mut distribution: BTreeMap<&str, BTreeMap<String, u64>> = BTreeMap::new();
            for (measure, value) in self.of(agent).filter_map(scored) {
                *distribution.entry(measure).or_default().entry(value.to_string()).or_default() += 1;
            }
            let evidence = json!({"n": beside.of, "best": beside.hits, "share": beside.share(), "others_share": beside.others_share(),
                "expected": beside.expected, "distribution": distribution});
            test((&crowd, agent), "skewed_distribution", (crowd.p_value(agent, Tail::Many), evidence))
        };
        crowd.agents.iter().map(one).collect()
    }

    fn lifts(&self) -> Vec<Test> {
        let mut agents: BTreeMap<&'static str, BTreeMap<(String, &str), Sides>> = BTreeMap::new();
        for (agent, row) in &self.talks {
            let Some((measure, value)) = scored(row) else { continue };
            let sides = agents.entry(agent).or_default().entry((stratum(row, measure), measure)).or_default();
            let at = sides.partition_point(|(known, ..)| *known < value);
            if sides.get(at).is_none_or(|(known, ..)| *known != value) {
                sides.insert(at, (value, 0, 0));
            }
            if row.deed.invited_by == Some("agent") { sides[at].1 += 1 } else { sides[at].2 += 1 }
        }
        let strata = |agent: &str| agents[agent].values().cloned().collect::<Vec<Sides>>();
        let both: Vec<(&'static str, Duels)> =
            agents.keys().map(|agent| (*agent, chance::duels(&strata(agent)))).filter(|(_, duels)| duels.pairs > 0.0).collect();
        let one = |(agent, duels): &(&'static str, Duels)| {
            let others: Vec<f64> = both.iter().filter(|(other, _)| other != agent).map(|(_, other)| other.wins / other.pairs).collect();
            let usual = if others.len() < 5 { 0.5 } else { median(others).max(0.5) };
            let alike = if duels.pairs > 400.0 { chance::duels_above(duels, 0.5) } else { chance::duels_by_ranks(&strata(agent)) };
            let (by_agent, by_system) = (mean(&agents[agent], |sides| sides.1), mean(&agents[agent], |sides| sides.2));
            let evidence = json!({"agent_invited": by_agent.0, "system_invited": by_system.0, "agent_invited_mean": by_agent.1,
                "system_invited_mean": by_system.1, "superiority": 100.0 * duels.wins / duels.pairs, "usual_superiority": 100.0 * usual});
            Test { agent, signal: "agent_invited_lift", evidence, p_value: alike.max(chance::duels_above(duels, usual)), within: 0.006 }
        };
        both.iter().map(one).collect()
    }

    fn repeats(&self) -> Vec<Test> {
        let answering = self.talks.iter().filter(|(_, row)| row.asked.is_some_and(|asked| !asked.replies.is_empty()));
        let answers: Vec<(&'static str, u32, String)> =
            answering.filter_map(|(agent, row)| Some((*agent, row.deed.caller?, queue(row.deed)))).collect();
        let (mut rates, mut known) = (Rates::new(), BTreeSet::new());
        let mut callers: BTreeMap<u32, Vec<(&'static str, &str)>> = BTreeMap::new();
        for one in &answers {
            count(&mut rates, (one.0, one.2.clone()), !known.insert(one));
            callers.entry(one.1).or_default().push((one.0, &one.2));
        }
        let (whole, crowd) = (whole(&rates), Crowd::of(&rates));
        let one = |(agent, beside): (&&'static str, &super::outliers::Beside)| {
            let share = |queue: &str| rates[agent].get(queue).map_or(0.0, |own| own.1 as f64 / whole[queue].1 as f64);
            let own = callers.iter().filter(|(_, answers)| answers.iter().any(|(of, _)| of == agent));
            let pair = |(caller, answers): (&u32, &Vec<(&str, &str)>)| {
                let here = answers.iter().filter(|(of, _)| of == agent).count();
                let expected: f64 = answers.iter().map(|(_, queue)| share(queue)).sum();
                (
                    chance::binomial_many((here, answers.len()), (expected / answers.len() as f64).min(1.0)),
                    *caller,
                    here,
                    answers.len(),
                    expected,
                )
            };
            let pairs: Vec<_> = own.map(pair).collect();
            let (least, caller, here, of, expected) =
                pairs.iter().copied().min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))).expect("a caller");
            let evidence = json!({"n": rates[agent].values().map(|(_, of)| of).sum::<usize>(), "respondent": format!("+8613***{caller:04}"),
                "answers": here, "of": of, "expected": expected, "repeated": beside.hits, "repeated_share": beside.share(),
                "others_repeated_share": beside.others_share()});
            let by_chance = (least * pairs.len() as f64).min(1.0);
            test((&crowd, agent), "same_respondent", (by_chance.max(crowd.p_value(agent, Tail::Many)), evidence))
        };
        crowd.agents.iter().map(one).collect()
    }
}

fn test((crowd, agent): (&Crowd, &&'static str), signal: &'static str, (p_value, evidence): (f64, Value)) -> Test {
    Test { agent, signal, evidence, p_value, within: if crowd.is_large(agent) { 0.1 } else { 0.006 } }
}

/// Answers of a side, and their mean from 0 for the worst to 100 for the best.
fn mean(strata: &BTreeMap<(String, &str), Sides>, side: fn(&(i64, usize, usize)) -> usize) -> (usize, f64) {
    let (mut n, mut sum) = (0, 0.0);
    for ((_, measure), sides) in strata {
        let (low, high) = scale(measure);
        for value in sides {
            n += side(value);
            sum += (side(value) as i64 * (value.0 - low)) as f64 / (high - low) as f64 * 100.0;
        }
    }
    (n, sum / n.max(1) as f64)
}
