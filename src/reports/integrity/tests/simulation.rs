//! Call centres with cheaters of every kind among honest agents who differ by nature: how many are found, and how many honest agents are.

use super::*;
use crate::statistics::shrink::Posterior;

const DAY: i64 = 24 * 60 * MINUTE;

/// How an agent comes by good scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Honest,
    /// Does not offer the survey to most unhappy callers.
    Declines,
    /// Lets most unhappy callers hang up before the survey.
    Keeps,
    /// Asks for the best score.
    Hints,
    /// Offers it to happy callers; the system asks some of the others.
    Chooses,
    /// Answers from phones of friends, a few in a row.
    Fakes,
    /// Has a friend who calls.
    Befriends,
}

impl Way {
    const CHEATS: [(Self, &'static str); 6] = [
        (Self::Declines, "low_invite_rate"),
        (Self::Keeps, "call_not_released"),
        (Self::Hints, "skewed_distribution"),
        (Self::Chooses, "agent_invited_lift"),
        (Self::Fakes, "burst"),
        (Self::Befriends, "same_respondent"),
    ];
}

struct Worker {
    name: String,
    way: Way,
    queue: &'static str,
    happy: f64,
    hung_up: f64,
    replies: f64,
}

fn around(mean: f64, deviation: f64, random: &mut fastrand::Rng) -> f64 {
    let worth = mean * (1.0 - mean) / (deviation * deviation) - 1.0;
    Posterior::beta(mean * worth, (1.0 - mean) * worth).draw(random)
}

/// Honest agents differ in how happy they make callers, how often those hang up first, and how many of them answer.
fn worker(at: usize, way: Way, random: &mut fastrand::Rng) -> Worker {
    let queue = ["phone", "text"][at % 2];
    let (happy, hung_up, replies) = (around(0.75, 0.06, random), around(0.12, 0.03, random), around(0.5, 0.04, random));
    Worker { name: format!("a{at:02}"), way, queue: if way == Way::Keeps { "phone" } else { queue }, happy, hung_up, replies }
}

fn score(happy: bool, random: &mut fastrand::Rng) -> i64 {
    if happy { 4 + i64::from(random.f64() < 0.7) } else { 1 + i64::from(random.u8(..3)) }
}

/// One call of an agent.
fn ordinary(worker: &Worker, at: i64, random: &mut fastrand::Rng) -> Talk {
    let happy = random.f64() < worker.happy;
    let (spoken, unhappy) = (worker.queue == "phone", !happy);
    let kept = worker.way == Way::Keeps && unhappy && random.f64() < 0.9;
    let hung_up = kept || random.f64() < worker.hung_up;
    let call = Talk {
        queue: Some(worker.queue.into()),
        channel: Some(if spoken { "ivr" } else { "sms" }.into()),
        ended_by: Some(if hung_up { "caller" } else { "agent" }.into()),
        respondent: Some(format!("caller-{}", random.u32(..4000))),
        ..talk(&worker.name, at)
    };
    if worker.way == Way::Declines && unhappy && random.f64() < 0.7 || random.f64() < 0.02 {
        return declined(call);
    }
    if spoken && hung_up {
        return Talk { invited_at: None, disposition: Some("failed".into()), ..call };
    }
    let by_agent = if worker.way == Way::Chooses { happy && random.f64() < 0.7 } else { random.f64() < 0.3 };
    let call = Talk { invited_by: Some(if by_agent { "agent" } else { "system" }.into()), ..call };
    let invited = call.ended_at;
    let call = Talk { invited_at: Some(invited), ..call };
    if random.f64() >= worker.replies {
        return call;
    }
    let hinted = worker.way == Way::Hints && random.f64() < 0.7;
    let value = if hinted { 5 } else { score(happy, random) };
    answered(call, value, if spoken { 40_000 } else { (random.f64().powi(3) * 600.0 * MINUTE as f64) as i64 + 30_000 })
}

/// Twenty days, eight hours, about fifteen calls a day.
fn month(worker: &Worker, random: &mut fastrand::Rng) -> Vec<Talk> {
    let mut talks = Vec::new();
    for day in 0..20 {
        let mut at = day * DAY + 8 * 60 * MINUTE;
        while at < day * DAY + 16 * 60 * MINUTE {
            at += 4 * MINUTE - ((1.0 - random.f64()).ln() * 28.0 * MINUTE as f64) as i64;
            talks.push(ordinary(worker, at, random));
        }
    }
    let fake = |at: i64, respondent: String| Talk {
        queue: Some(worker.queue.into()),
        respondent: Some(respondent),
        invited_by: Some("system".into()),
        ..talk(&worker.name, at)
    };
    match worker.way {
        Way::Fakes => {
            let runs = [3, 9, 15].into_iter().flat_map(|day| (0..6).map(move |at| day * DAY + 990 * MINUTE + at * 35_000));
            talks.extend(runs.map(|at| answered(fake(at, format!("friend-{at}")), 5, 20_000)));
        }
        Way::Befriends => talks.extend((0..16).map(|day| answered(fake(day * DAY + 990 * MINUTE, "+14155550123".into()), 5, 60_000))),
        _ => {}
    }
    talks
}

/// How often each way of cheating was found by its own sign, and how often an honest agent by any; each with how many there were.
type Found = BTreeMap<Way, (u32, u32)>;

fn found(seed: u64, counts: &mut Found) {
    let mut random = fastrand::Rng::with_seed(seed);
    let cheats = Way::CHEATS.map(|(way, _)| way).into_iter().chain(std::iter::repeat(Way::Honest));
    let workers: Vec<Worker> = cheats.take(40).enumerate().map(|(at, way)| worker(at, way, &mut random)).collect();
    let talks: Vec<Talk> = workers.iter().flat_map(|worker| month(worker, &mut random)).collect();
    let signs = signs(&talks, up_to(0.05));
    for worker in &workers {
        let own = Way::CHEATS.iter().find(|(way, _)| *way == worker.way).map(|(_, sign)| *sign);
        let seen = signs.iter().any(|sign| sign.agent == worker.name && own.is_none_or(|own| sign.seen.name() == own));
        let (hits, of) = counts.entry(worker.way).or_default();
        *hits += u32::from(seen);
        *of += 1;
    }
}

#[test]
fn cheaters_are_found_and_honest_agents_are_not() {
    let part = |of: u64| {
        move || {
            let mut counts = Found::new();
            (0..40).filter(|seed| seed % 2 == of).for_each(|seed| found(seed, &mut counts));
            counts
        }
    };
    let other = std::thread::spawn(part(1));
    let mut counts = part(0)();
    for (way, (hits, of)) in other.join().expect("the other half") {
        let sum = counts.entry(way).or_default();
        *sum = (sum.0 + hits, sum.1 + of);
    }
    let share = |way: &Way| f64::from(counts[way].0) / f64::from(counts[way].1);
    for (way, (hits, of)) in &counts {
        println!("{way:?}: {hits} of {of} found");
    }
    for (way, sign) in Way::CHEATS {
        assert!(share(&way) >= 0.9, "{sign}: {}", share(&way));
    }
    assert!(share(&Way::Honest) <= 0.05, "{} of the honest agents", share(&Way::Honest));
}
