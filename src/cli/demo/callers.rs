//! Who calls in the demo, and how they behave: the same seed gives the same callers.

use std::time::Duration;

use fastrand::Rng;

/// One caller of the demo.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The call's id.
    pub call_id: String,
    /// The caller's number, from the ranges kept for fiction and tests.
    pub number: String,
    /// Who spoke with them.
    pub agent: &'static str,
    /// The queue that they waited in.
    pub queue: &'static str,
    /// Where they live, for the reports.
    pub region: &'static str,
    /// Seconds of conversation.
    pub talk_seconds: u32,
    /// After the demo's start.
    pub at: Duration,
    /// What they do.
    pub behaviour: Behaviour,
}

/// What a caller does when asked.
#[derive(Debug, Clone)]
pub enum Behaviour {
    /// Stays on the line and presses keys; `None`: presses nothing.
    Keys(Vec<Option<&'static str>>),
    /// Stays on the line, presses these keys and hangs up.
    HangsUp(Vec<&'static str>),
    /// Answers by text, one text per question; every second one is delivered twice, as networks do.
    Texts(Vec<String>),
    /// Answers after the survey has ended.
    Late(String),
    /// Says nothing.
    Silent,
}

/// Name of the agent, and how many of ten callers are happy.
const AGENTS: [(&str, u32); 6] = [("alice", 9), ("bilal", 8), ("chen", 7), ("dana", 6), ("emeka", 8), ("fatima", 4)];
const QUEUES: [&str; 3] = ["support", "billing", "orders"];
const PRAISE: [&str; 4] = ["all good", "the agent was kind", "quick and clear", "no complaints"];
const PRAISE_ZH: [&str; 3] = ["服务很好", "非常专业", "很满意,谢谢"];
const BLAME: [&str; 4] = ["waited far too long", "nobody knew the answer", "still not solved", "too expensive"];

/// Makes the callers.
#[must_use]
pub fn callers(count: usize, seed: u64) -> Vec<Caller> {
    let mut rng = Rng::with_seed(seed ^ 0x00af_7e2c_a110_0000);
    (0..count).map(|index| caller(index, &mut rng)).collect()
}

fn caller(index: usize, rng: &mut Rng) -> Caller {
    let (agent, happy) = AGENTS[rng.usize(..AGENTS.len())];
    let chinese = rng.u32(..10) < 2;
    // One in twenty rings again within the week and must not be asked again.
    let person = if index > 20 && rng.u32(..20) == 0 { index - 20 } else { index };
    let score = if rng.u32(..10) < happy { rng.u32(4..=5) } else { rng.u32(1..=3) };
    Caller {
        call_id: format!("demo-{index:05}"),
        number: number(person, chinese),
        agent,
        queue: QUEUES[rng.usize(..QUEUES.len())],
        region: if chinese { ["cn/js/nanjing", "cn/sh"][rng.usize(..2)] } else { ["us/ca", "us/ny", "us/tx"][rng.usize(..3)] },
        // A few calls are too short to be asked about.
        talk_seconds: if rng.u32(..25) == 0 { 4 } else { rng.u32(40..600) },
        at: Duration::from_secs(index as u64 * 120 + rng.u64(..60)),
        behaviour: behaviour(score, chinese, rng),
    }
}

fn number(person: usize, chinese: bool) -> String {
    if chinese { format!("+861380013{:04}", person % 10_000) } else { format!("+1{}55501{:02}", 201 + (person / 100) % 788, person % 100) }
}

fn behaviour(score: u32, chinese: bool, rng: &mut Rng) -> Behaviour {
    match rng.u32(..100) {
        0..30 => Behaviour::Keys(keys(score, rng)),
        30..34 => Behaviour::Keys(vec![None, None, None, None]),
        34..38 => Behaviour::HangsUp(if score < 3 { vec![digit(score)] } else { Vec::new() }),
        38..72 => Behaviour::Texts(texts(score, chinese, rng)),
        72..75 => Behaviour::Texts(vec![if chinese { "退订" } else { "STOP" }.to_owned()]),
        75..79 => Behaviour::Late(score.to_string()),
        _ => Behaviour::Silent,
    }
}

fn keys(score: u32, rng: &mut Rng) -> Vec<Option<&'static str>> {
    let mut keys = Vec::new();
    match rng.u32(..6) {
        0 => keys.push(Some("9")),
        1 => keys.push(None),
        _ => {}
    }
    keys.push(Some(digit(score)));
    if score <= 2 {
        keys.push(Some(digit(rng.u32(1..=5))));
    }
    keys
}

fn digit(value: u32) -> &'static str {
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"][value as usize % 10]
}

fn texts(score: u32, chinese: bool, rng: &mut Rng) -> Vec<String> {
    let words: &[&str] = match (chinese, score) {
        (true, _) => &PRAISE_ZH,
        (false, 1..=3) => &BLAME,
        (false, _) => &PRAISE,
    };
    let words = words[rng.usize(..words.len())];
    let first = match (chinese, rng.u32(..5)) {
        (false, 0) => format!("{score} stars"),
        (false, 1) => ["zero", "one", "two", "three", "four", "five"][score as usize].to_owned(),
        (true, 0) => format!("{score}分"),
        (true, 1) => ["零", "一", "二", "三", "四", "五"][score as usize].to_owned(),
        _ => score.to_string(),
    };
    let mut texts = Vec::new();
    if rng.u32(..8) == 0 {
        texts.push("hello?".to_owned());
    }
    texts.push(first);
    if score <= 2 {
        texts.push(digit(rng.u32(1..=5)).to_owned());
    }
    if rng.u32(..4) > 0 {
        texts.push(words.to_owned());
    }
    texts
}
