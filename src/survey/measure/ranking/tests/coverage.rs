//! How often the intervals hold the truth, by simulation: agents of known quality answer at random.

use std::thread;

use super::*;

/// How agents differ, and what their answers look like.
#[derive(Clone, Copy)]
struct World {
    measure: Measure,
    /// Mean and standard deviation of the agents' own happiness, 0 to 1.
    quality: (f64, f64),
    agents: usize,
    answers: (u64, u64),
}

/// Values, each with its chance among happy and among other callers.
fn scale_of(measure: Measure) -> &'static [(i64, f64, f64)] {
    match measure {
        Measure::Nps => &[(10, 0.6, 0.0), (9, 0.3, 0.05), (8, 0.1, 0.25), (6, 0.0, 0.3), (2, 0.0, 0.4)],
        Measure::Ces => &[(7, 0.5, 0.0), (6, 0.3, 0.1), (5, 0.2, 0.2), (3, 0.0, 0.4), (1, 0.0, 0.3)],
        _ => &[(5, 0.7, 0.0), (4, 0.3, 0.0), (3, 0.0, 0.4), (1, 0.0, 0.6)],
    }
}

fn answer(measure: Measure, happy: bool, random: &mut fastrand::Rng) -> i64 {
    let mut left = random.f64();
    for (value, among_happy, among_others) in scale_of(measure) {
        left -= if happy { among_happy } else { among_others };
        if left < 0.0 {
            return *value;
        }
    }
    scale_of(measure)[0].0
}

/// The score of an agent who makes that share of callers happy, if all of them answered.
fn truth(measure: Measure, quality: f64) -> f64 {
    let score =
        |(value, happy, other): &(i64, f64, f64)| (quality * happy + (1.0 - quality) * other) * points(measure, *value).expect("points");
    shown(measure, scale_of(measure).iter().map(score).sum())
}

/// How many agents, and for how many of them score and place lay in their intervals.
#[derive(Clone, Copy, Default)]
struct Held {
    agents: u32,
    scores: u32,
    places: u32,
}

fn one(world: World, seed: u64) -> Held {
    let mut random = fastrand::Rng::with_seed(seed);
    let worth = world.quality.0 * (1.0 - world.quality.0) / world.quality.1.powi(2) - 1.0;
    let prior = Posterior::beta(world.quality.0 * worth, (1.0 - world.quality.0) * worth);
    let qualities: Vec<f64> = (0..world.agents).map(|_| prior.draw(&mut random)).collect();
    let mut agents = Vec::new();
    for (at, quality) in qualities.iter().enumerate() {
        let n = random.u64(world.answers.0..=world.answers.1);
        let answers = (0..n).map(|_| {
            let happy = random.f64() < *quality;
            answer(world.measure, happy, &mut random)
        });
        agents.push((at.to_string(), tally(world.measure, answers)));
    }
    let rows = ranked(world.measure, agents, 1);
    let mut held = Held::default();
    for row in &rows {
        let quality = qualities[row.agent.parse::<usize>().expect("a number")];
        let (score, place) = (truth(world.measure, quality), 1 + qualities.iter().filter(|other| **other > quality).count() as u64);
        held.agents += 1;
        held.scores += u32::from(row.low <= Some(score) && Some(score) <= row.high);
        held.places += u32::from(row.rank_low <= Some(place) && Some(place) <= row.rank_high);
    }
    held
}

/// Shares of scores and places that lay in their intervals over so many seeded runs.
fn held(world: World, runs: u64) -> (f64, f64) {
    let part = |of: u64| move || (0..runs).filter(|run| run % 2 == of).map(|run| one(world, run)).collect::<Vec<_>>();
    let other = thread::spawn(part(1));
    let mut all = part(0)();
    all.extend(other.join().expect("the other half"));
    let sum = |what: fn(&Held) -> u32| f64::from(all.iter().map(what).sum::<u32>());
    let agents = sum(|held| held.agents);
    (sum(|held| held.scores) / agents, sum(|held| held.places) / agents)
}

/// Thirty to two hundred answers of each agent.
const MANY: (u64, u64) = (30, 200);

fn shown_held(world: World, runs: u64) -> (f64, f64) {
    let (scores, places) = held(world, runs);
    let World { measure, agents, answers: (least, most), .. } = world;
    println!("{}, {agents} agents, n {least}-{most}: scores {:.1} %, places {:.1} %", measure.name(), scores * 100.0, places * 100.0);
    (scores, places)
}

#[test]
fn intervals_of_scores_and_places_hold_the_truth_in_two_thousand_runs() {
    let (scores, places) = shown_held(World { measure: Measure::Csat, quality: (0.8, 0.08), agents: 6, answers: MANY }, 2000);
    assert!((0.93..=0.97).contains(&scores), "{scores}");
    // Places are whole numbers: their intervals hold more than they need to where agents are few.
    assert!(places >= 0.93, "{places}");
}

#[test]
fn intervals_of_every_kind_of_score_hold_the_truth() {
    for (measure, agents) in [(Measure::Csat, 20), (Measure::Nps, 12), (Measure::Ces, 12)] {
        let (scores, places) = shown_held(World { measure, quality: (0.85, 0.05), agents, answers: MANY }, 200);
        assert!((0.925..=0.975).contains(&scores), "{measure:?}: {scores}");
        assert!(places >= 0.93, "{measure:?}: {places}");
    }
}

/// What small samples hold is shown, not promised: `docs/analytics.md`.
#[test]
fn intervals_of_small_samples_are_not_far_off() {
    for (measure, answers) in [(Measure::Csat, (5, 29)), (Measure::Csat, (1, 4)), (Measure::Nps, (5, 29)), (Measure::Nps, (1, 4))] {
        let (scores, places) = shown_held(World { measure, quality: (0.8, 0.08), agents: 10, answers }, 120);
        assert!(scores > 0.85 && places > 0.85, "{measure:?} {answers:?}: {scores} {places}");
    }
}
