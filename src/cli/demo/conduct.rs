//! What a caller does when asked: follows from how satisfied they are, from the agent's manner and from chance.

use std::time::Duration;

use fastrand::Rng;

use super::callers::{PlannedCall, weighted};
use super::centre::{self, Manner, Phone};
use super::words;

/// What one caller does about the survey of one call.
#[derive(Debug, Clone, Default)]
pub struct Conduct {
    /// Stays on the line and presses these keys, `None` for silence; hangs up when there are none left.
    pub on_the_line: Option<Vec<Option<String>>>,
    /// How their phone answers each time that it is rung; nobody picks up after that.
    pub rung: Vec<Phone>,
    /// What they press then, as on the line.
    pub rung_keys: Vec<Option<String>>,
    /// What the agent says about who invited.
    pub invited_by: Option<&'static str>,
    /// Whether the caller hung up, and not the agent.
    pub hung_up: bool,
    /// What becomes of the texts to them.
    pub arrival: Arrival,
    /// When they write.
    pub writes: Writes,
    /// What they write, one text for each question; what is left over they keep to themselves.
    pub texts: Vec<String>,
    /// They write if this is below how ready they are.
    pub mind: f64,
    /// 0 to 1 and more.
    pub ready: f64,
    /// A last word after the thanks, or long after.
    pub afterwards: Option<(Duration, String)>,
}

/// What becomes of a text on its way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Arrival {
    /// It arrives, and a receipt says so.
    #[default]
    Delivered,
    /// Nothing is said about it.
    Untold,
    /// The number is no longer in service.
    Failed,
    /// The provider holds back what goes to a number on its own list.
    OptedOut,
}

/// When a caller writes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Writes {
    /// Never.
    #[default]
    Never,
    /// So long after the invitation.
    Asked(Duration),
    /// So long after a reminder.
    Reminded(Duration),
    /// So long after the call's end, asked or not.
    Ended(Duration),
}

const MINUTE: u64 = 60;
const HOUR: u64 = 3600;

/// Draws it. Who rang the wrong queue first answers at once, and says then which call is meant.
pub fn conduct(call: &PlannedCall, rang_twice: bool, rng: &mut Rng) -> Conduct {
    let mut conduct = Conduct {
        mind: rng.f64(),
        ready: readiness(call.satisfaction, call.repeat),
        arrival: weighted([(Arrival::Delivered, 960), (Arrival::Untold, 10), (Arrival::Failed, 26), (Arrival::OptedOut, 4)], rng)
            .unwrap_or_default(),
        ..Conduct::default()
    };
    by_manner(call, &mut conduct, rng);
    on_the_phone(call, &mut conduct, rng);
    by_text(call, &mut conduct, rng);
    if call.is_rung_back() {
        rung_back(call, &mut conduct, rng);
    }
    if rang_twice {
        let score = mark(call, 5.0, rng);
        conduct.arrival = Arrival::Delivered;
        (conduct.writes, conduct.ready) = (Writes::Asked(Duration::from_secs(90)), 2.0);
        conduct.texts = vec![score.to_string(), format!("B {score}"), words::remark(call.language, score > 3, rng)];
    }
    conduct
}

/// Who is very satisfied or angry answers rather than the others.
fn readiness(satisfaction: f64, repeat: bool) -> f64 {
    let extreme = if satisfaction > 1.3 {
        0.16
    } else if satisfaction < -0.9 {
        0.13
    } else {
        0.0
    };
    0.34 + extreme - if repeat { 0.06 } else { 0.0 }
}

fn by_manner(call: &PlannedCall, conduct: &mut Conduct, rng: &mut Rng) {
    conduct.hung_up = rng.u32(..10) < 6;
    conduct.invited_by = match call.manner() {
        Manner::Steers if call.satisfaction > 0.4 => Some("agent"),
        Manner::Steers => Some("declined"),
        Manner::Offers => Some(if rng.u32(..20) == 0 { "declined" } else { "agent" }),
        Manner::Fair | Manner::Coaches | Manner::Lingers => None,
    };
}

/// Only those of `support` are put through to the survey.
fn on_the_phone(call: &PlannedCall, conduct: &mut Conduct, rng: &mut Rng) {
    let kept = call.manner() == Manner::Lingers && call.satisfaction < 0.3;
    conduct.hung_up |= kept;
    if call.queue.name != "support" || kept || call.agents.is_empty() || rng.u32(..100) >= 42 {
        return;
    }
    conduct.hung_up = false;
    let score = mark(call, 5.0, rng);
    let mut keys = match rng.u32(..8) {
        0 => vec![Some("9".to_owned())],
        1 => vec![None],
        _ => Vec::new(),
    };
    keys.push(Some(score.to_string()));
    if score <= 2 {
        keys.push(Some(rng.u32(1..=5).to_string()));
    }
    conduct.on_the_line = Some(match rng.u32(..100) {
        0..12 => Vec::new(),
        12..20 => vec![None; 4],
        20..26 if score <= 2 => vec![Some(score.to_string())],
        _ => keys,
    });
}

fn by_text(call: &PlannedCall, conduct: &mut Conduct, rng: &mut Rng) {
    let soon = Duration::from_secs(20 + (f64::from(rng.u32(..100)).powf(1.6) * 6.0) as u64);
    conduct.writes = Writes::Asked(soon);
    conduct.texts = answers(call, rng);
    match rng.u32(..1000) {
        0..14 => {
            (conduct.ready, conduct.texts) = (2.0, vec![words::stop(call.language)]);
            conduct.afterwards = match rng.u32(..6) {
                0 => Some((Duration::from_secs(50 * HOUR), words::start(call.language))),
                1 => Some((Duration::from_secs(10 * MINUTE), words::nonsense(call.language))),
                _ => None,
            };
        }
        14..24 => (conduct.ready, conduct.texts) = (2.0, vec![words::refusal(call.language)]),
        24..54 => conduct.writes = Writes::Ended(Duration::from_secs((78 + rng.u64(..90)) * HOUR)),
        54..60 => conduct.writes = Writes::Ended(Duration::from_secs((30 + rng.u64(..3)) * 24 * HOUR)),
        60..180 => (conduct.writes, conduct.ready) = (Writes::Reminded(soon), 0.6),
        180..200 => conduct.texts.insert(0, words::nonsense(call.language)),
        200..230 => conduct.afterwards = Some((Duration::from_secs(5 * MINUTE), words::thanks(call.language))),
        _ => {}
    }
}

fn rung_back(call: &PlannedCall, conduct: &mut Conduct, rng: &mut Rng) {
    conduct.rung = (0..2).filter_map(|_| weighted(centre::PHONES, rng)).collect();
    let first = match rng.u32(..8) {
        0 => vec![Some("9".to_owned())],
        1 => vec![None],
        _ => Vec::new(),
    };
    let place = rng.u32(..100);
    conduct.rung_keys = if place < centre::HANG_UP {
        Vec::new()
    } else if place < centre::HANG_UP + centre::LISTEN {
        vec![None; 4]
    } else {
        [first, vec![Some(settled(call))]].concat()
    };
}

/// Whether it was settled: 1 for yes, 2 for no.
fn settled(call: &PlannedCall) -> String {
    if call.satisfaction > -0.4 { "1" } else { "2" }.to_owned()
}

/// The answers to the questions of the queue's survey.
fn answers(call: &PlannedCall, rng: &mut Rng) -> Vec<String> {
    let (language, satisfied) = (call.language, call.satisfaction > 0.0);
    let (mut texts, remarks) = match call.queue.name {
        "billing" => (vec![mark(call, 10.0, rng).to_string()], 6),
        "repairs" => (vec![settled(call)], 0),
        _ => {
            let score = mark(call, 5.0, rng);
            let part = (score <= 2).then(|| rng.u32(1..=5).to_string());
            ([words::score(language, score, rng)].into_iter().chain(part).collect(), 7)
        }
    };
    if rng.u32(..10) < remarks {
        texts.push(words::remark(language, satisfied, rng));
    }
    texts
}

/// The mark that a caller gives: of 1 to 5, or of 0 to 10. Coached callers give the best one where they are not angry.
fn mark(call: &PlannedCall, best: f64, rng: &mut Rng) -> u32 {
    let satisfaction = call.satisfaction;
    if call.manner() == Manner::Coaches && satisfaction > -0.8 && rng.u32(..10) < 8 {
        return best as u32;
    }
    if best > 5.0 {
        return (7.6 + 1.7 * satisfaction).round().clamp(0.0, 10.0) as u32;
    }
    of_five(satisfaction)
}

/// From angry to very satisfied.
pub fn of_five(satisfaction: f64) -> u32 {
    [-1.3, -0.7, -0.1, 0.7].iter().filter(|limit| satisfaction > **limit).count() as u32 + 1
}
