//! Facts to fill a store with.

use std::collections::BTreeMap;

use aftercall::call::{Agent, Call, InvitedBy, Moment};
use aftercall::phone::Respondent;
use aftercall::ports::report::{CallFact, Fact};
use aftercall::survey::model::{Channel, Measure, Value};
use aftercall::survey::response::{AgentShare, Response, Scored};
use aftercall::survey::session::Answer;

use super::several;

pub const DAY: i64 = 86_400_000;
/// Monday 2026-11-02, midnight.
pub const FIRST: i64 = 1_793_577_600_000;

pub fn moment(millis: i64) -> Moment {
    Moment::from_millis(millis)
}

/// A row of the tenant `default`, answered with a CSAT of that score if there is one.
pub fn response(id: &str, score: Option<i64>) -> Response {
    let ended = moment(FIRST);
    let answered = score.map(|_| moment(FIRST + 90_000));
    let answer = |score: i64| Answer {
        question: "score".into(),
        measure: Some(Measure::Csat),
        kind: "rating".into(),
        value: Some(Value::Number(score)),
        label: None,
        text: None,
        raw: score.to_string(),
        channel: Channel::Sms,
        answered_at: moment(FIRST + 90_000),
        late: false,
        part: None,
        outcome: Default::default(),
    };
    Response {
        session_id: id.into(),
        version: 1,
        tenant: "default".into(),
        account: "main".into(),
        call_id: format!("CA-{id}"),
        line: Some("+14155550100".into()),
        respondent: Respondent::parse("+14155550123").ok(),
        queue: Some("support".into()),
        agents: vec![AgentShare { id: "alice".into(), team: Some("blue".into()), share: 1.0 }],
        attributes: BTreeMap::from([("region".into(), "cn/js/nanjing".into())]),
        invited_by: None,
        survey: "csat".into(),
        survey_version: 1,
        variant: None,
        locale: "en".into(),
        channel: Channel::Sms,
        channels: vec![Channel::Sms],
        disposition: if score.is_some() { "completed" } else { "open" }.into(),
        late: false,
        call_ended_at: ended,
        invited_at: Some(moment(FIRST + 1000)),
        delivered_at: None,
        first_answer_at: answered,
        completed_at: answered,
        answers: score.into_iter().map(answer).collect(),
        scores: BTreeMap::from([("csat".into(), score.map(Value::Number).map(Scored::Plain))]),
        measures: vec![Measure::Csat],
        ticket_id: None,
        previous_session_id: None,
        provider_code: None,
        parts: 0,
    }
}

/// The ended call of a response.
pub fn call(of: &Response) -> CallFact {
    let agent = |share: &AgentShare| Agent { id: share.id.clone(), team: share.team.clone(), seconds: Some(60) };
    let call = Call {
        account: of.account.clone(),
        tenant: of.tenant.clone(),
        call_id: of.call_id.clone(),
        line: of.line.clone(),
        respondent: of.respondent.clone(),
        direction: None,
        started_at: None,
        answered_at: None,
        ended_at: of.call_ended_at,
        ended_by: None,
        outcome: None,
        language: Some(of.locale.clone()),
        invited_by: of.invited_by,
        agents: of.agents.iter().map(agent).collect(),
        queue: of.queue.clone(),
        attributes: of.attributes.clone(),
    };
    CallFact {
        call,
        shares: of.agents.iter().map(|agent| agent.share).collect(),
        session_id: Some(of.session_id.clone()),
        reason: None,
        version: 1,
    }
}

fn pick<T: Clone>(random: &mut fastrand::Rng, from: &[T]) -> T {
    from[random.usize(..from.len())].clone()
}

fn agents(random: &mut fastrand::Rng) -> Vec<AgentShare> {
    let share = |(id, team): (&str, &str), share| AgentShare { id: id.into(), team: Some(team.into()), share };
    let (a, b, c) = (("alice", "blue"), ("bob", "blue"), ("carol", "red"));
    match random.u8(..6) {
        0 => vec![],
        1 => vec![share(a, 0.25), share(b, 0.5), share(a, 0.25)],
        2 => vec![share(b, 0.0), share(c, 1.0)],
        3 => vec![share(b, 1.0)],
        4 => vec![share(c, 1.0)],
        _ => vec![share(a, 1.0)],
    }
}

/// Three weeks of responses of two tenants, in three surveys and every state.
pub fn generated(seed: u64) -> Vec<Response> {
    many(seed, 400).collect()
}

/// So many of them.
pub fn many(seed: u64, count: usize) -> impl Iterator<Item = Response> {
    let mut random = fastrand::Rng::with_seed(seed);
    (0..count).map(move |at| one(&mut random, at))
}

fn one(random: &mut fastrand::Rng, at: usize) -> Response {
    let mut row = response(&format!("s{at:04}"), None);
    row.tenant = pick(random, &["default", "default", "other"]).into();
    row.queue = pick(random, &[Some("support".to_owned()), Some("sales".to_owned()), None]);
    row.agents = agents(random);
    row.attributes = match random.u8(..4) {
        0 => BTreeMap::new(),
        _ => {
            BTreeMap::from([("region".into(), pick(random, &["cn/js/nanjing", "cn/js/suzhou", "cn/zj/hangzhou", "de", "50%_'\""]).into())])
        }
    };
    if random.bool() {
        row.attributes.insert("brand".into(), pick(random, &["acme", "acme/care", "other"]).into());
    }
    row.invited_by = pick(random, &[None, Some(InvitedBy::System), Some(InvitedBy::Agent)]);
    row.channel = pick(random, &[Channel::Sms, Channel::Ivr]);
    row.locale = pick(random, &["en", "zh-CN"]).into();
    row.call_ended_at = moment(FIRST + random.i64(0..21 * DAY));
    row.parts = random.u32(0..5);
    row.invited_at = Some(row.call_ended_at).filter(|_| random.u8(..4) < 3);
    match random.u8(..3) {
        0 => {}
        1 => (row.survey, row.measures) = ("both".into(), vec![Measure::Csat, Measure::Nps, Measure::Ces, Measure::Fcr]),
        _ => (row.survey, row.measures) = ("several".into(), vec![Measure::Kano, Measure::Index]),
    }
    if row.invited_at.is_some() && random.u8(..10) < 7 {
        if row.survey == "several" {
            several::answer(random, &mut row, blank)
        } else {
            answer(random, &mut row)
        }
        row.late = row.answers.iter().any(|answer| answer.late);
        row.first_answer_at = row.answers.first().map(|answer| answer.answered_at);
        row.disposition = if row.answers.len() >= row.measures.len() { "completed" } else { "partial" }.into();
    } else {
        row.disposition = pick(random, &["open", "expired", "undeliverable", "opted_out"]).into();
    }
    row
}

fn answer(random: &mut fastrand::Rng, row: &mut Response) {
    for measure in row.measures.clone() {
        let value = match measure {
            Measure::Csat => Value::Number(random.i64(1..=5)),
            Measure::Nps => Value::Number(random.i64(0..=10)),
            Measure::Ces => Value::Number(random.i64(1..=7)),
            _ => Value::Name(pick(random, &["yes", "no"]).into()),
        };
        row.scores.insert(measure.name().into(), Some(Scored::Plain(value.clone())));
        let answer = blank(random, row, measure);
        row.answers.push(Answer { raw: value.to_string(), value: Some(value), ..answer });
        if random.u8(..6) == 0 {
            break;
        }
    }
}

/// An answer to the measure's question, some time after the call, without its value.
fn blank(random: &mut fastrand::Rng, row: &Response, measure: Measure) -> Answer {
    let seconds = pick(random, &[30, 400, 80_000, 86_400, 90_000, 300_000]);
    Answer {
        question: measure.name().into(),
        measure: Some(measure),
        kind: "rating".into(),
        value: None,
        label: None,
        text: random.bool().then(|| "=cmd|' /C calc'!A0, \"quoted\"\r\nnext line 谢谢".into()),
        raw: String::new(),
        channel: row.channel,
        answered_at: moment(row.call_ended_at.millis() + seconds * 1000),
        late: seconds > 259_200,
        part: None,
        outcome: Default::default(),
    }
}

pub fn facts(rows: &[Response]) -> Vec<Fact> {
    rows.iter().flat_map(|row| [Fact::Call(Box::new(call(row))), Fact::Response(Box::new(row.clone()))]).collect()
}
