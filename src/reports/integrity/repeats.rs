use std::collections::{BTreeMap, HashMap};

use super::rates::{Compares, Rates};
use super::talk::Case;
use super::{Test, percent, short};
use crate::phone;
use crate::ports::report::{Repeats, Seen};
use crate::statistics::exact::{Side, binomial_at_least};
use crate::statistics::outliers::Compared;
use crate::survey::measure::round;

/// Answers by queue.
type Queues = BTreeMap<String, u64>;

/// Who answered for whom.
#[derive(Default)]
pub struct Respondents {
    /// Answers of each respondent for each agent.
    pairs: BTreeMap<usize, HashMap<String, Queues>>,
    /// Answers of each respondent for all agents.
    respondents: HashMap<String, Queues>,
    /// Answers for each agent.
    agents: BTreeMap<usize, Queues>,
    /// Hits are answers of callers who had answered for the agent in the same queue before.
    repeats: Rates<String>,
}

/// A respondent among those of an agent.
struct Pair<'a> {
    respondent: &'a str,
    answers: u64,
    of: u64,
    expected: f64,
    p_value: f64,
}

impl Respondents {
    pub fn add(&mut self, agent: usize, case: &Case<'_>) {
        let Some(respondent) = case.talk.respondent.as_ref().filter(|_| case.talk.answered) else { return };
        let queues = self.pairs.entry(agent).or_default().entry(respondent.clone()).or_default();
        let answers = queues.entry(case.queue().to_owned()).or_default();
        self.repeats.add(agent, case.queue().to_owned(), *answers > 0);
        *answers += 1;
        *self.respondents.entry(respondent.clone()).or_default().entry(case.queue().to_owned()).or_default() += 1;
        *self.agents.entry(agent).or_default().entry(case.queue().to_owned()).or_default() += 1;
    }

    pub fn tests(&self) -> Vec<Test> {
        let mut whole = Queues::new();
        for (queue, answers) in self.agents.values().flatten() {
            *whole.entry(queue.clone()).or_default() += answers;
        }
        let compares = self.repeats.compared();
        compares.agents.iter().filter_map(|(agent, compared)| self.test(*agent, (&compares, compared), &whole)).collect()
    }

    /// The larger one of two: that the caller came to the agent by chance so often, and that the agent's callers come again as those of
    /// all agents do.
    fn test(&self, agent: usize, (compares, compared): (&Compares, &Compared), whole: &Queues) -> Option<Test> {
        let respondents = self.pairs.get(&agent)?;
        let pair = self.most_unlikely(agent, respondents, whole)?;
        let by_chance = (pair.p_value * respondents.len() as f64).min(1.0);
        let p_value = by_chance.max(compares.p_value(compared, Side::Many));
        let seen = Seen::SameRespondent(Repeats {
            n: respondents.values().flat_map(Queues::values).sum(),
            respondent: phone::mask(pair.respondent),
            answers: pair.answers,
            of: pair.of,
            expected: round(pair.expected),
            repeated: compared.hits,
            repeated_share: percent(compared.share()),
            others_repeated_share: percent(compared.others_share()),
            p_value: short(p_value),
        });
        Some(Test { agent, p_value, seen })
    }

    fn most_unlikely<'a>(&'a self, agent: usize, respondents: &'a HashMap<String, Queues>, whole: &Queues) -> Option<Pair<'a>> {
        let own = self.agents.get(&agent)?;
        let share = |queue: &String| *own.get(queue).unwrap_or(&0) as f64 / (*whole.get(queue).unwrap_or(&0)).max(1) as f64;
        let pair = |(respondent, answers): (&'a String, &Queues)| {
            let answers: u64 = answers.values().sum();
            let queues = self.respondents.get(respondent)?;
            let of: u64 = queues.values().sum();
            let expected: f64 = queues.iter().map(|(queue, answers)| *answers as f64 * share(queue)).sum();
            let p_value = binomial_at_least(answers, of, (expected / of.max(1) as f64).min(1.0));
            Some(Pair { respondent, answers, of, expected, p_value })
        };
        let pairs = respondents.iter().filter_map(pair);
        // Of those alike by number, so that every store names the same one.
        pairs.min_by(|one, other| one.p_value.total_cmp(&other.p_value).then(one.respondent.cmp(other.respondent)))
    }
}
