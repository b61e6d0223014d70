//! Rankings and signs, whatever store they are read from.

use std::collections::BTreeMap;

use aftercall::call::{InvitedBy, Party};
use aftercall::phone::Respondent;
use aftercall::ports::report::{CallFact, Fact, Grouping, IntegrityQuery, Interval, MeasureQuery, Pattern, RankingQuery, Seen};
use aftercall::survey::measure::ranking::Ranked;
use aftercall::survey::model::{Channel, Measure};
use aftercall::survey::response::{AgentShare, Response};

use super::{DAY, FIRST, Stage, call, facts, generated, moment, of_tenant, only, response};

fn ranking(measure: Measure, min_n: u64) -> RankingQuery {
    RankingQuery { measure, filter: of_tenant("default"), min_n }
}

/// The ranking shows the agents' scores as `/v1/measures` has them, and draws them together.
pub async fn a_ranking_shows_the_scores_and_draws_them_together(stage: &impl Stage) {
    stage.write(&facts(&generated(12))).await;
    for measure in [Measure::Csat, Measure::Nps, Measure::Ces, Measure::Fcr, Measure::Kano, Measure::Index] {
        let by = vec![Grouping::parse("agent").expect("a grouping")];
        let (measures, filter, interval) = (vec![measure], of_tenant("default"), Interval::None);
        let query = MeasureQuery { measures, filter, by, interval, compare: false, prices: super::prices() };
        let scores = stage.store().measures(&query).await.expect("scores");
        let rows = stage.store().ranking(&ranking(measure, 1)).await.expect("a ranking");
        let named: BTreeMap<&str, &Ranked> = rows.iter().map(|row| (row.agent.as_str(), row)).collect();
        assert_eq!(named.keys().copied().collect::<Vec<_>>(), ["alice", "bob", "carol"]);
        for score in scores.iter().filter(|score| score.group["agent"].is_some()) {
            let row = named[score.group["agent"].as_deref().expect("an agent")];
            assert_eq!((row.value, row.n, row.enough), (score.estimate.value, score.estimate.n, score.estimate.n > 0), "{measure:?}");
            assert!(row.low < row.shrunken && row.shrunken < row.high, "{row:?}");
            assert!(row.rank_low <= row.rank && row.rank <= row.rank_high && row.rank_high <= Some(3), "{row:?}");
        }
        let spread = |of: fn(&Ranked) -> Option<f64>| {
            let values = || rows.iter().filter_map(of);
            values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)
        };
        assert!(spread(|row| row.shrunken) < spread(|row| row.value), "{measure:?}: {rows:?}");
        assert!(rows.windows(2).all(|pair| pair[0].shrunken >= pair[1].shrunken));
    }
    let few = stage.store().ranking(&ranking(Measure::Csat, 1_000)).await.expect("a ranking");
    assert!(few.iter().all(|row| !row.enough && row.rank.is_none()), "{few:?}");
    let mut blue = ranking(Measure::Csat, 1);
    blue.filter.conditions = vec![only("team", &["blue"])];
    assert_eq!(stage.store().ranking(&blue).await.expect("a ranking").len(), 2);
}

const AGENTS: [&str; 8] = ["ann", "bob", "cem", "dan", "eva", "rob", "sue", "tim"];

/// Sixty calls of each agent, one every other hour; every second one is answered.
fn month() -> Vec<(CallFact, Response)> {
    let mut rows = Vec::new();
    for (at, agent) in (0..60).flat_map(|call| AGENTS.map(|agent| (call, agent))) {
        let score = (at % 2 == 0).then_some(2 + at / 2 % 4);
        let mut row = response(&format!("{agent}-{at}"), score);
        row.agents = vec![AgentShare { id: agent.into(), team: Some("blue".into()), share: 1.0 }];
        row.call_ended_at = moment(FIRST + at * DAY / 12);
        row.invited_at = Some(row.call_ended_at);
        row.answers.iter_mut().for_each(|answer| answer.answered_at = moment(FIRST + at * DAY / 12 + 600_000));
        row.disposition = if score.is_some() { "completed" } else { "expired" }.into();
        row.respondent = Respondent::parse(&format!("+861380013{:04}", rows.len())).ok();
        let mut call = call(&row);
        call.call.ended_by = Some(Party::Agent);
        rows.push((call, row));
    }
    rows
}

async fn write(stage: &impl Stage, rows: &[(CallFact, Response)]) {
    let fact = |(call, row): &(CallFact, Response)| {
        let response = call.session_id.as_ref().map(|_| Fact::Response(Box::new(row.clone())));
        [Some(Fact::Call(Box::new(call.clone()))), response]
    };
    stage.write(&rows.iter().flat_map(fact).flatten().collect::<Vec<_>>()).await;
}

/// Every third caller of sue is not asked, tim lets every other one hang up, and all answers for ann are the best.
fn steered() -> Vec<(CallFact, Response)> {
    let mut rows = month();
    for (at, (call, row)) in rows.iter_mut().enumerate() {
        let number = at / AGENTS.len();
        match AGENTS[at % AGENTS.len()] {
            "sue" if number.is_multiple_of(3) => {
                (call.session_id, call.reason) = (None, Some("agent_declined".into()));
                call.call.invited_by = Some(InvitedBy::Declined);
            }
            "tim" if number.is_multiple_of(2) => call.call.ended_by = Some(Party::Caller),
            "ann" => {
                let best = response("best", Some(5)).answers;
                row.answers.iter_mut().for_each(|answer| answer.value.clone_from(&best[0].value));
            }
            _ => {}
        }
    }
    rows
}

pub async fn signs_of_steering_stand_with_their_evidence(stage: &impl Stage) {
    write(stage, &steered()).await;
    let mut query = IntegrityQuery { filter: of_tenant("default"), agents: vec![], q: 0.05 };
    let signs = stage.store().integrity(&query).await.expect("signs");
    let mut named: Vec<(&str, &str)> = signs.iter().map(|sign| (sign.agent.as_str(), sign.seen.name())).collect();
    named.sort_unstable();
    assert_eq!(named, [("ann", "skewed_distribution"), ("sue", "low_invite_rate"), ("tim", "call_not_released")]);
    for sign in &signs {
        match &sign.seen {
            Seen::LowInviteRate(seen) => {
                assert_eq!((seen.eligible, seen.invited, seen.declined, seen.others_invite_rate), (60, 40, 20, 100.0));
            }
            Seen::CallNotReleased(seen) => assert_eq!((seen.calls, seen.not_released, seen.others_share), (60, 30, 0.0)),
            Seen::SkewedDistribution(seen) => assert_eq!((seen.n, seen.best, seen.distribution["csat"]["5"]), (30, 30, 30)),
            other => panic!("{other:?}"),
        }
    }
    query.agents = vec![Pattern::Is("sue".into())];
    assert_eq!(stage.store().integrity(&query).await.expect("signs").len(), 1);
    query.filter = of_tenant("other");
    assert_eq!(stage.store().integrity(&query).await, Ok(vec![]));
}

pub async fn honest_agents_show_no_sign(stage: &impl Stage) {
    let mut rows = month();
    rows.iter_mut().for_each(|(_, row)| row.channel = Channel::Ivr);
    write(stage, &rows).await;
    let query = |q| IntegrityQuery { filter: of_tenant("default"), agents: vec![], q };
    assert_eq!(stage.store().integrity(&query(0.05)).await, Ok(vec![]));
    assert!(stage.store().integrity(&query(1.0)).await.expect("all tests").len() > 30);
}
