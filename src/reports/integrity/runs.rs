use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::talk::Case;
use super::{Test, short};
use crate::call::Moment;
use crate::ports::report::{Burst, Seen};
use crate::statistics::outliers::median;
use crate::statistics::runs;

/// Two answers within this follow each other closely, in milliseconds.
const CLOSE: i64 = 60_000;
/// Answers further apart than this belong to different shifts.
const SHIFT: i64 = 4 * 3_600_000;
/// Invitations that left later than this after their call had waited: they leave together, so their answers come together.
const WAITED: i64 = 30 * 60_000;
/// Nobody's answers usually follow each other more often closely than this many times the others'.
const DENSEST: f64 = 3.0;
/// How often any two answers follow each other closely at least, and at most.
const LEAST: f64 = 0.002;
const MOST: f64 = 0.9;

/// When answers came and what they said, by agent.
#[derive(Default)]
pub struct Times {
    agents: BTreeMap<usize, Vec<(i64, u32)>>,
    numbers: HashMap<String, u32>,
}

/// When, and what was said.
type Answers<'a> = Vec<(i64, &'a str)>;

/// What an agent's answers look like in time.
struct Shape {
    /// Pauses between answers of one shift.
    pauses: Vec<i64>,
    close: usize,
    longest: Run,
}

/// Close answers alike, by their places among the agent's answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Run {
    first: usize,
    /// Pairs, one less than answers.
    pairs: usize,
}

impl Times {
    pub fn add(&mut self, agent: usize, case: &Case<'_>) {
        let (Some(at), Some(invited)) = (case.answered_at(), case.talk.invited_at) else { return };
        let said = case.said();
        if said.is_empty() || invited.millis() - case.talk.ended_at.millis() > WAITED {
            return;
        }
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let said = *self.numbers.entry(Value::Object(said).to_string()).or_insert(next);
        self.agents.entry(agent).or_default().push((at.millis(), said));
    }

    pub fn tests(&self) -> Vec<Test> {
        let texts: HashMap<u32, &str> = self.numbers.iter().map(|(said, number)| (*number, said.as_str())).collect();
        let sorted = |answers: &Vec<(i64, u32)>| {
            let text = |number: &u32| texts.get(number).copied().unwrap_or_default();
            let mut answers: Answers<'_> = answers.iter().map(|(at, said)| (*at, text(said))).collect();
            answers.sort_unstable();
            answers
        };
        let agents: Vec<_> = self.agents.iter().map(|(agent, answers)| (*agent, sorted(answers))).collect();
        let shapes: Vec<Shape> = agents.iter().map(|(_, answers)| Shape::of(answers)).collect();
        let whole = shapes.iter().fold((0, 0), |(close, all), shape| (close + shape.close, all + shape.pauses.len()));
        let test = |(given, shape): (&(usize, Answers<'_>), &Shape)| {
            let (agent, answers) = given;
            let others = (whole.0 - shape.close) as f64 / (whole.1 - shape.pauses.len()).max(1) as f64;
            (answers.len() > 1).then(|| shape.test(*agent, answers, others))
        };
        agents.iter().zip(&shapes).filter_map(test).collect()
    }
}

impl Shape {
    fn of(answers: &[(i64, &str)]) -> Self {
        let pairs = answers.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?)));
        let (mut pauses, mut close) = (Vec::new(), 0);
        let (mut longest, mut run) = (Run::default(), Run::default());
        for (at, ((before, said), (after, then))) in pairs.enumerate() {
            let pause = after - before;
            if pause <= SHIFT {
                pauses.push(pause);
            }
            close += usize::from(pause <= CLOSE);
            run = if pause <= CLOSE && said == then { Run { pairs: run.pairs + 1, ..run } } else { Run { first: at + 1, pairs: 0 } };
            if run.pairs > longest.pairs {
                longest = run;
            }
        }
        Self { pauses, close, longest }
    }

    /// With exponential pauses of that median, how likely one is close; at least as likely as the others' are.
    fn closeness(&self, others: f64) -> f64 {
        let usual = median(self.pauses.iter().map(|pause| *pause as f64).collect());
        let own = if self.pauses.is_empty() { 0.0 } else { 1.0 - 0.5_f64.powf(CLOSE as f64 / usual.max(1.0)) };
        let least = others.max(LEAST);
        own.clamp(least, least * DENSEST).min(MOST)
    }

    fn test(&self, agent: usize, answers: &[(i64, &str)], others: f64) -> Test {
        let Run { first, pairs } = self.longest;
        let said = answers.get(first).map_or("", |(_, said)| *said);
        let alike = answers.iter().filter(|(_, other)| *other == said).count();
        let success = self.closeness(others) * alike as f64 / answers.len() as f64;
        let p_value = runs::at_least(pairs, answers.len() - 1, success);
        let at = |place: usize| Moment::from_millis(answers.get(place).map_or(0, |(at, _)| *at));
        let usual = median(self.pauses.iter().map(|pause| *pause as f64 / 1000.0).collect());
        let seen = Seen::Burst(Burst {
            n: answers.len() as u64,
            run: pairs as u64 + 1,
            answers: serde_json::from_str(said).unwrap_or_default(),
            alike: alike as u64,
            from: at(first),
            to: at(first + pairs),
            within_seconds: CLOSE.unsigned_abs() / 1000,
            usual_seconds_between: (!self.pauses.is_empty()).then_some(usual as u64),
            p_value: short(p_value),
        });
        Test { agent, p_value, seen }
    }
}
