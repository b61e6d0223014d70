//! Sessions of a survey that asks for everything, with answers at random.

use std::collections::BTreeMap;

use aftercall::call::{Agent, Credit};
use aftercall::config::surveys;
use aftercall::survey::model::{Kind, Survey, Value};
use aftercall::survey::response::Response;
use aftercall::survey::session::{Answer, Session};

use crate::support::samples::{at, caller, session};

/// A response and what it was made from: the place of each answer from 0, by question, and what each agent weighs.
pub struct Made {
    pub response: Response,
    pub given: BTreeMap<&'static str, f64>,
    pub agents: BTreeMap<&'static str, f64>,
}

/// The survey's questions, with lowest and highest answer.
pub const QUESTIONS: [(&str, i64, i64); 13] = [
    ("csat", 1, 5),
    ("nps", 0, 10),
    ("ces", 1, 7),
    ("fcr", 0, 1),
    ("service_level", 1, 6),
    ("with", 1, 5),
    ("back", 1, 5),
    ("without", 1, 5),
    ("no_back", 1, 5),
    ("polite", 1, 10),
    ("able", 1, 5),
    ("trusted", 0, 10),
    ("worth", 1, 10),
];

pub fn survey() -> Survey {
    let text = include_str!("../../fixtures/surveys/everything.toml");
    surveys::parse("everything.toml", text).expect("a survey without a fault")
}

/// The answer that stands for a number: of yes/no 1 is yes, of a choice the number is the option's place.
fn value(kind: &Kind, number: i64) -> Value {
    match kind {
        Kind::YesNo { .. } => Value::Name(if number == 1 { "yes" } else { "no" }.to_owned()),
        Kind::Choice { options } => Value::Name(options[number as usize - 1].value.clone()),
        _ => Value::Number(number),
    }
}

/// So many responses, each question answered nine times of ten, some calls by two agents.
pub fn made(seed: u64, count: usize) -> Vec<Made> {
    let mut random = fastrand::Rng::with_seed(seed);
    let survey = survey();
    (0..count).map(|at| one(&mut random, &survey, at)).collect()
}

fn one(random: &mut fastrand::Rng, survey: &Survey, number: usize) -> Made {
    let mut session = session(&format!("m{number}"), caller(1));
    (session.survey, session.invited_at) = (survey.key.clone(), Some(at(1)));
    let agents = agents(random);
    let handled = |(id, seconds): &(&str, u32)| Agent { id: (*id).to_owned(), team: None, seconds: Some(*seconds) };
    session.call.agents = agents.iter().map(handled).collect();
    let mut given = BTreeMap::new();
    for (id, lowest, highest) in QUESTIONS {
        if random.u8(..10) > 0 {
            let number = random.i64(lowest..=highest);
            given.insert(id, number as f64);
            answer(&mut session, survey, (id, number));
        }
    }
    let total: u32 = agents.iter().map(|(_, seconds)| seconds).sum();
    let agents = agents.into_iter().map(|(id, seconds)| (id, f64::from(seconds) / f64::from(total))).collect();
    Made { response: Response::of(&session, survey, Credit::Seconds), given, agents }
}

fn agents(random: &mut fastrand::Rng) -> Vec<(&'static str, u32)> {
    match random.u8(..4) {
        0 => vec![("alice", 30), ("bob", 90)],
        1 => vec![("bob", 100), ("alice", 50)],
        2 => vec![("alice", 60)],
        _ => vec![("bob", 60)],
    }
}

fn answer(session: &mut Session, survey: &Survey, (id, number): (&str, i64)) {
    let question = survey.question(id).expect("a question");
    session.first_answer_at.get_or_insert(at(60));
    session.answers.push(Answer {
        question: id.to_owned(),
        measure: question.measure,
        kind: question.kind.name().to_owned(),
        value: Some(value(&question.kind, number)),
        label: None,
        text: None,
        raw: number.to_string(),
        channel: session.channel,
        answered_at: at(60),
        late: false,
        part: None,
        outcome: Default::default(),
    });
}
