use super::talk::Rated;
use super::*;
use crate::call::Moment;
use crate::ports::report::{Filter, Pattern};
use crate::survey::model::{Measure, Value};
use crate::survey::response::AgentShare;

mod simulation;

const MINUTE: i64 = 60_000;

fn share(agent: &str) -> AgentShare {
    AgentShare { id: agent.into(), team: Some(if agent < "m" { "blue" } else { "red" }.into()), share: 1.0 }
}

/// A call of that agent, invited by text and not answered.
fn talk(agent: &str, at: i64) -> Talk {
    Talk {
        agents: vec![share(agent)],
        queue: Some("support".into()),
        ended_by: Some("agent".into()),
        respondent: Some(format!("+861380013{:04}", at / MINUTE % 10_000)),
        ended_at: Moment::from_millis(at),
        disposition: Some("expired".into()),
        channel: Some("sms".into()),
        invited_at: Some(Moment::from_millis(at + 1000)),
        ..Talk::default()
    }
}

fn answered(talk: Talk, value: i64, after: i64) -> Talk {
    let answered_at = Moment::from_millis(talk.ended_at.millis() + after);
    let answer = Rated { question: "score".into(), measure: Some(Measure::Csat), value: Some(Value::Number(value)), answered_at };
    Talk { answered: true, answers: vec![answer], disposition: Some("completed".into()), ..talk }
}

fn declined(talk: Talk) -> Talk {
    let none = Talk { invited_at: None, channel: None, invited_by: Some("declined".into()), ..talk };
    Talk { reason: Some("agent_declined".into()), disposition: Some("suppressed:agent_declined".into()), ..none }
}

fn signs(talks: &[Talk], query: IntegrityQuery) -> Vec<Sign> {
    let mut integrity = Integrity::new(&query);
    talks.iter().for_each(|talk| integrity.add(talk));
    integrity.signs()
}

fn up_to(q: f64) -> IntegrityQuery {
    IntegrityQuery { filter: Filter::default(), agents: vec![], q }
}

/// Eight agents with a hundred calls each, half an hour apart; `of` says what becomes of each call.
fn centre(of: impl Fn(&str, usize, Talk) -> Talk) -> Vec<Talk> {
    let agents = ["ann", "bob", "cem", "dan", "eva", "rob", "sue", "tim"];
    let calls = (0..100).flat_map(|call| agents.iter().enumerate().map(move |(at, agent)| (call, at, *agent)));
    calls.map(|(call, at, agent)| of(agent, call, talk(agent, (call * 37 + at * 3) as i64 * MINUTE))).collect()
}

fn named(signs: &[Sign]) -> Vec<(&str, &str)> {
    signs.iter().map(|sign| (sign.agent.as_str(), sign.seen.name())).collect()
}

#[test]
fn where_all_do_alike_there_is_no_sign() {
    let talks = centre(|_, call, talk| if call % 2 == 0 { answered(talk, 3 + call as i64 % 3, 10 * MINUTE) } else { talk });
    assert_eq!(signs(&talks, up_to(0.05)), vec![]);
    assert_eq!(signs(&[], up_to(1.0)), vec![]);
    assert!(!signs(&talks, up_to(1.0)).is_empty(), "each test is shown where all are asked for");
}

#[test]
fn who_does_not_offer_the_survey_is_seen_by_the_numbers() {
    let talks = centre(|agent, call, talk| if agent == "sue" && call % 3 == 0 || call % 50 == 7 { declined(talk) } else { talk });
    let found = signs(&talks, up_to(0.05));
    assert_eq!(named(&found), [("sue", "low_invite_rate")]);
    let Seen::LowInviteRate(seen) = &found[0].seen else { panic!("invitations") };
    assert_eq!((seen.eligible, seen.in_hand, seen.invited, seen.declined), (100, 100, 65, 35));
    assert_eq!((seen.invite_rate, seen.others_invite_rate, seen.expected), (65.0, 98.0, 98.0));
    assert!(seen.p_value < 1e-6 && found[0].q_value >= seen.p_value, "{found:?}");
    let json = serde_json::to_value(&found[0]).expect("JSON");
    assert_eq!((&json["agent"], &json["signal"], &json["evidence"]["invited"]), (&"sue".into(), &"low_invite_rate".into(), &65.into()));
}

/// Samples, quotas and caps do not lie with the agent.
#[test]
fn who_is_sampled_less_is_no_cheater() {
    let sampled = |talk: Talk| Talk {
        invited_at: None,
        disposition: Some("suppressed:sampled_out".into()),
        reason: Some("sampled_out".into()),
        ..talk
    };
    let talks = centre(|agent, call, talk| if agent == "sue" && call % 4 > 0 { sampled(talk) } else { talk });
    assert_eq!(signs(&talks, up_to(0.05)), vec![]);
}

#[test]
fn agents_are_compared_within_their_queue() {
    let busy = |agent: &str| ["ann", "bob", "cem", "dan"].contains(&agent);
    let talks = centre(|agent, call, talk| {
        let queue = Some(if busy(agent) { "sales" } else { "support" }.into());
        let talk = Talk { queue, ..talk };
        if busy(agent) && call % 2 == 0 { declined(talk) } else { answered(talk, if busy(agent) { 2 } else { 5 }, 10 * MINUTE) }
    });
    assert_eq!(signs(&talks, up_to(0.05)), vec![]);
}

#[test]
fn callers_who_are_kept_from_hanging_on_are_seen_where_agents_end_calls() {
    let kept = |agent: &str, call: usize, talk: Talk| {
        let caller = agent == "tim" && call.is_multiple_of(2) || call % 25 == 3;
        Talk { ended_by: Some(if caller { "caller" } else { "agent" }.into()), ..talk }
    };
    let found = signs(&centre(kept), up_to(0.05));
    assert_eq!(named(&found), [("tim", "call_not_released")]);
    let Seen::CallNotReleased(seen) = &found[0].seen else { panic!("ends of calls") };
    assert_eq!((seen.calls, seen.not_released, seen.others_share), (100, 52, 4.0));
    // Where callers usually hang up first, it says nothing.
    let usual = centre(|agent, call, talk| {
        let caller = agent == "tim" || call % 10 < 7;
        Talk { ended_by: Some(if caller { "caller" } else { "agent" }.into()), ..talk }
    });
    assert_eq!(signs(&usual, up_to(0.05)), vec![]);
}

#[test]
fn too_many_of_the_best_answer_are_seen() {
    let talks = centre(|agent, call, talk| answered(talk, if agent == "rob" { 5 } else { 1 + call as i64 % 5 }, 10 * MINUTE));
    let found = signs(&talks, up_to(0.05));
    assert_eq!(named(&found), [("rob", "skewed_distribution")]);
    let Seen::SkewedDistribution(seen) = &found[0].seen else { panic!("answers") };
    assert_eq!((seen.n, seen.best, seen.others_share, seen.distribution["csat"]["5"]), (100, 100, 20.0, 100));
}

#[test]
fn callers_whom_the_agent_chose_answer_better() {
    let talks = centre(|agent, call, talk| {
        let by_agent = call % 2 == 0;
        let talk = Talk { invited_by: Some(if by_agent { "agent" } else { "system" }.into()), ..talk };
        answered(talk, if agent == "eva" && by_agent { 5 } else { 1 + (call / 2) as i64 % 5 }, 10 * MINUTE)
    });
    let found = signs(&talks, up_to(0.05));
    let lifts =
        found.iter().filter_map(|sign| if let Seen::AgentInvitedLift(seen) = &sign.seen { Some((&*sign.agent, seen)) } else { None });
    let [("eva", seen)] = lifts.collect::<Vec<_>>()[..] else { panic!("{found:?}") };
    assert_eq!((seen.agent_invited, seen.system_invited, seen.agent_invited_mean, seen.system_invited_mean), (50, 50, 100.0, 50.0));
    assert_eq!((seen.superiority, seen.usual_superiority), (90.0, 50.0));
}

#[test]
fn the_same_answers_in_quick_succession_are_seen() {
    let mut talks = centre(|_, call, talk| answered(talk, 4 + call as i64 % 2, 10 * MINUTE));
    for fake in 0..7 {
        talks.push(answered(talk("ann", 90_000 * MINUTE + fake * 30_000), 5, 20_000));
    }
    let found = signs(&talks, up_to(0.05));
    assert_eq!(named(&found), [("ann", "burst")]);
    let Seen::Burst(seen) = &found[0].seen else { panic!("a run") };
    assert_eq!((seen.n, seen.run, &seen.answers["score"], seen.alike), (107, 7, &5.into(), 57));
    assert_eq!((seen.to.seconds_since(seen.from), seen.usual_seconds_between), (180, Some(37 * 60)));
    // Invitations that had waited for the morning leave together.
    let waited = |talk: Talk| Talk { invited_at: Some(Moment::from_millis(talk.ended_at.millis() + 600 * MINUTE)), ..talk };
    let morning: Vec<Talk> = talks.into_iter().map(waited).collect();
    assert_eq!(signs(&morning, up_to(0.05)), vec![]);
}

#[test]
fn a_caller_who_answers_for_one_agent_again_and_again_is_seen_and_stays_masked() {
    let talks = centre(|agent, call, talk| {
        let friend = agent == "bob" && call % 12 == 0;
        let respondent = if friend { Some("+14155550123".into()) } else { talk.respondent.clone() };
        answered(Talk { respondent, ..talk }, 3 + call as i64 % 3, 10 * MINUTE)
    });
    let found = signs(&talks, up_to(0.05));
    assert_eq!(named(&found), [("bob", "same_respondent")]);
    let Seen::SameRespondent(seen) = &found[0].seen else { panic!("a caller") };
    assert_eq!((seen.respondent.as_str(), seen.answers, seen.of, seen.n, seen.repeated), ("+1415***0123", 9, 9, 100, 8));
}

#[test]
fn a_response_rate_far_from_the_others_is_seen_on_both_sides() {
    let talks = centre(|agent, call, talk| match agent {
        "ann" => answered(talk, 3 + call as i64 % 3, 10 * MINUTE),
        "tim" => talk,
        _ if call % 2 == 0 => answered(talk, 3 + call as i64 / 2 % 3, 10 * MINUTE),
        _ => talk,
    });
    let found = signs(&talks, up_to(0.05));
    assert_eq!(named(&found).into_iter().filter(|(_, name)| *name == "response_rate_outlier").count(), 2, "{found:?}");
}

#[test]
fn a_call_belongs_to_the_agent_who_had_the_caller_last() {
    let talks = centre(|agent, call, talk| {
        let talk = Talk { agents: vec![share("zoe"), share(agent)], ..talk };
        if agent == "sue" && call % 3 == 0 { declined(talk) } else { talk }
    });
    assert_eq!(named(&signs(&talks, up_to(0.05))), [("sue", "low_invite_rate")]);
}

#[test]
fn asking_for_one_agent_compares_with_all() {
    let talks = centre(|agent, call, talk| if agent == "sue" && call % 3 == 0 { declined(talk) } else { talk });
    let sue = IntegrityQuery { agents: vec![Pattern::Is("sue".into())], ..up_to(0.05) };
    assert_eq!(signs(&talks, sue), signs(&talks, up_to(0.05)));
    assert_eq!(signs(&talks, IntegrityQuery { agents: vec![Pattern::Is("bob".into())], ..up_to(0.05) }), vec![]);
}
