//! The call centre in the making: agents of known quality, cheaters, moods, and callers who keep silent when they are unhappy.

use super::deeds::{Asked, Complaint, Deed, Helper, Part, Reply};

pub const HOUR: i64 = 3_600_000;
pub const DAY: i64 = 24 * HOUR;
/// Monday 2026-10-12, midnight UTC; clocks in New York are put back on 1 November.
pub const FIRST: i64 = 1_791_763_200_000;
/// Five weeks.
pub const DAYS: i64 = 35;

pub const AGENTS: [&str; 24] = [
    "ann", "bob", "cem", "dan", "eva", "fay", "gus", "hal", "ida", "jon", "kim", "lee", "mia", "ned", "ola", "pam", "quy", "rob", "sue",
    "tim", "uma", "vic", "wes", "zoe",
];
const TEAMS: [Option<&str>; 5] = [Some("blue"), Some("red"), Some("green"), Some("blue/late"), None];
pub const REGIONS: [&str; 7] = ["cn/js/nanjing", "cn/js/suzhou", "cn/js", "cn/jsx", "cn/zj/hangzhou", "de/by", "us"];
const REASONS: [&str; 16] = [
    "no_rule",
    "sampled_out",
    "quota",
    "frequency_cap",
    "budget",
    "quiet_hours_expired",
    "opted_out",
    "no_consent",
    "not_allowed_country",
    "not_textable",
    "talk_too_short",
    "test_call",
    "survey_call",
    "no_respondent",
    "agent_declined",
    "erased",
];
const LATE: i64 = 72 * HOUR;

type Random = fastrand::Rng;

fn pick<T: Copy>(random: &mut Random, from: &[T]) -> T {
    from[random.usize(..from.len())]
}

/// So many calls by that seed.
pub fn made(seed: u64, count: usize) -> Vec<Deed> {
    let mut random = Random::with_seed(seed);
    (0..count).map(|number| deed(&mut random, number)).collect()
}

/// Who took the call: by the place among the agents.
fn helper(random: &mut Random, at: usize) -> Helper {
    let seconds = (random.u8(..12) > 0).then(|| random.u32(0..900));
    Helper { id: AGENTS[at], team: TEAMS[at % 5], seconds }
}

fn ended(random: &mut Random) -> i64 {
    let day = FIRST + random.i64(0..DAYS) * DAY;
    match random.u8(..40) {
        // Midnights of several zones, to the second, and the hours around the change of clocks.
        0 => day + pick(random, &[0, 16 * HOUR, 4 * HOUR, 5 * HOUR, 18 * HOUR + HOUR / 2]) + pick(random, &[-1000, -1, 0, 999]),
        1 => FIRST + 20 * DAY + 4 * HOUR + random.i64(0..4 * HOUR),
        _ => day + random.i64(0..DAY),
    }
}

fn deed(random: &mut Random, number: usize) -> Deed {
    let main = random.usize(..AGENTS.len());
    let mut helpers = vec![helper(random, main)];
    match random.u8(..20) {
        0 => helpers.clear(),
        1..=3 => helpers.insert(0, {
            let other = random.usize(..AGENTS.len());
            helper(random, other)
        }),
        4 => helpers.insert(0, helper(random, main)),
        _ => {}
    }
    let ended = ended(random);
    let wait = pick(random, &[0, 5, 20, 21, 60, 61, 300]);
    let talk = random.i64(5..900) * 1000;
    let mut deed = Deed {
        number,
        tenant: if random.u8(..8) == 0 { "other" } else { "default" },
        account: pick(random, &["main", "main", "spare", "dear", "free"]),
        line: pick(random, &[None, Some("+14155550100"), Some("+14155550101")]),
        caller: (random.u8(..25) > 0).then(|| random.u32(..10_000)),
        direction: pick(random, &[None, Some("inbound"), Some("inbound"), Some("inbound"), Some("outbound")]),
        started: (random.u8(..8) > 0).then_some(ended - talk - wait * 1000),
        answered: (random.u8(..8) > 0).then_some(ended - talk),
        ended,
        ended_by: if main == 2 {
            Some("caller")
        } else {
            pick(random, &[None, Some("caller"), Some("agent"), Some("agent"), Some("agent"), Some("system")])
        },
        outcome: pick(random, &[None, Some("answered"), Some("answered"), Some("answered"), Some("unanswered")]),
        language: pick(random, &[None, Some("en"), Some("zh-CN"), Some("de")]),
        invited_by: pick(random, &[None, Some("system"), Some("system"), Some("agent")]),
        queue: pick(random, &[None, Some("support"), Some("support"), Some("sales"), Some("billing/late")]),
        helpers,
        attributes: attributes(random),
        reason: None,
        asked: None,
    };
    settle(random, &mut deed, (main, wait));
    deed
}

fn attributes(random: &mut Random) -> Vec<(&'static str, &'static str)> {
    let mut attributes = Vec::new();
    if random.u8(..6) > 0 {
        attributes.push(("region", pick(random, &REGIONS)));
    }
    if random.u8(..3) > 0 {
        attributes.push(("brand", pick(random, &["acme", "acme/care", "other"])));
    }
    if random.bool() {
        attributes.push(("tier", pick(random, &["vip", "plain", "50%_'\""])));
    }
    attributes
}

/// What becomes of the call: satisfaction follows agent and waiting, and who is asked and who answers follows satisfaction.
fn settle(random: &mut Random, deed: &mut Deed, (agent, wait): (usize, i64)) {
    let quality = 0.55 + 0.02 * (agent % 20) as f64 - if wait > 60 { 0.2 } else { 0.0 };
    let happy = random.f64() < quality;
    if agent == 3 {
        // Invites the happy in person and leaves the others to the system.
        deed.invited_by = Some(if happy { "agent" } else { "system" });
    }
    let steered = agent == 0 && !happy && random.u8(..4) > 0;
    if steered {
        (deed.reason, deed.invited_by) = (Some("agent_declined"), Some("declined"));
    } else if random.u8(..4) == 0 {
        deed.reason = Some(pick(random, &REASONS));
    } else {
        let mut asked = asked(random, deed.ended, happy);
        if agent == 1 && !asked.replies.is_empty() && random.bool() {
            deed.caller = Some(7);
            asked.replies.iter_mut().filter(|reply| reply.measure == "csat").for_each(|reply| reply.value = 5);
        }
        deed.asked = Some(asked);
    }
}

fn asked(random: &mut Random, ended: i64, happy: bool) -> Asked {
    let survey = pick(random, &["csat", "csat", "both", "wide", "several", "nps"]);
    let invited = (random.u8(..10) > 0).then(|| ended + random.i64(1..4000) * 1000);
    let mut asked = Asked {
        survey,
        version: random.u32(1..=11),
        variant: pick(random, &[None, Some("a"), Some("b")]),
        locale: pick(random, &["en", "zh-CN", "de"]),
        channel: pick(random, &["sms", "sms", "ivr", "call"]),
        disposition: "open",
        invited,
        delivered: invited.filter(|_| random.bool()).map(|at| at + 2000),
        replies: Vec::new(),
        parts: random.u32(0..6),
        complaint: None,
        corrected: None,
    };
    if asked.invited.is_some() && random.u8(..100) < if happy { 60 } else { 30 } {
        reply(random, &mut asked, (ended, happy));
    } else {
        asked.disposition = pick(random, &["open", "expired", "expired", "expired", "failed", "undeliverable", "opted_out", "refused"]);
    }
    if asked.replies.iter().any(|reply| reply.measure == "csat" && reply.value <= 2) && random.u8(..3) > 0 {
        asked.complaint = Some(Box::new(complaint(random, &asked)));
    }
    asked
}

fn reply(random: &mut Random, asked: &mut Asked, (ended, happy): (i64, bool)) {
    let mut parts: Vec<(&'static str, Part)> = asked.measures().iter().map(|measure| (*measure, Part::None)).collect();
    if asked.survey == "several" {
        parts = several(random);
    }
    let first = ended + pick(random, &[30, 400, 4000, 80_000, 86_400, 86_401, 259_200, 300_000]) * 1000;
    for (measure, part) in parts {
        if random.u8(..9) == 0 {
            continue;
        }
        let at = first + random.i64(0..30) * 1000;
        let value = value(random, measure, happy);
        asked.replies.push(Reply { measure, value, part, at, late: at > ended + LATE });
    }
    asked.disposition = match asked.replies.len() {
        0 => "expired",
        _ => pick(random, &["completed", "completed", "completed", "partial"]),
    };
    asked.corrected = (random.u8(..10) == 0).then(|| random.usize(..=asked.replies.len()));
}

fn value(random: &mut Random, measure: &str, happy: bool) -> i64 {
    let of = |random: &mut Random, low: std::ops::RangeInclusive<i64>, high: std::ops::RangeInclusive<i64>| {
        random.i64(if happy { high } else { low })
    };
    match measure {
        "csat" => of(random, 1..=3, 4..=5),
        "nps" => of(random, 0..=8, 6..=10),
        "ces" => of(random, 1..=5, 3..=7),
        "fcr" => of(random, 0..=1, 1..=1),
        "service_level" => of(random, 1..=4, 3..=6),
        _ => random.i64(1..=5),
    }
}

fn several(random: &mut Random) -> Vec<(&'static str, Part)> {
    let mut parts = Vec::new();
    for feature in ["same_agent", "call_back"] {
        for having in [true, false] {
            parts.push(("kano", Part::Kano(feature, having, random.u8(1..=5))));
        }
    }
    for (driver, weight) in [("service", 0.5), ("service", 0.5), ("image", 0.3), ("value", 0.2)] {
        parts.push(("index", Part::Index(driver, weight, f64::from(random.u8(0..=9)) / 9.0 * 100.0)));
    }
    parts
}

fn complaint(random: &mut Random, asked: &Asked) -> Complaint {
    let opened = asked.first().unwrap_or_default() + 1000;
    let after =
        |random: &mut Random, from: Option<i64>| from.filter(|_| random.u8(..4) > 0).map(|from| from + random.i64(1..200_000) * 1000);
    let due = (random.u8(..5) > 0).then_some(opened + DAY);
    let assigned = after(random, Some(opened));
    let resolved = after(random, assigned);
    let closed = after(random, resolved);
    let again = resolved.filter(|_| random.u8(..3) > 0).map(|at| again(random, asked, at));
    let content = again.as_ref().and_then(|again| again.replies.first()).map(|reply| reply.value >= 4);
    let escalated = due.filter(|due| resolved.is_none_or(|at| at > *due));
    Complaint { opened, due, assigned, resolved, closed, escalated, recovered: content, again }
}

/// The caller is asked again once the matter is settled.
fn again(random: &mut Random, asked: &Asked, at: i64) -> Asked {
    let answered = random.bool();
    let reply = Reply { measure: "csat", value: random.i64(1..=5), part: Part::None, at: at + 60_000, late: false };
    Asked {
        survey: "recovery",
        version: 1,
        disposition: if answered { "completed" } else { "expired" },
        invited: Some(at),
        delivered: None,
        replies: if answered { vec![reply] } else { Vec::new() },
        corrected: None,
        complaint: None,
        ..asked.clone()
    }
}
