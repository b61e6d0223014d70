//! A batch has the effect of its facts one by one.

use aftercall::ports::report::{CallFact, Fact, OptOutFact, Order, PageQuery, Row, Table, Unmatched, UnmatchedReason};
use aftercall::survey::response::Response;

use super::opened;
use crate::contract::report_store::{self as suite, Stage, all, moment, of_tenant, pages};
use crate::reports::Sqlite;
use crate::support::samples::caller;

/// Any fact about a few calls, in any order and version.
fn fact(random: &mut fastrand::Rng) -> Fact {
    let id = format!("s{}", random.u8(..5));
    let disposition = ["open", "completed", "partial"][random.usize(..3)];
    let row = Response { version: random.u64(1..6), disposition: disposition.into(), ..suite::response(&id, Some(random.i64(1..=5))) };
    match random.u8(..8) {
        0..4 => Fact::Response(Box::new(row)),
        4..6 => Fact::Call(Box::new(CallFact { shares: vec![random.f64()], ..suite::call(&row) })),
        6 => Fact::Unmatched(Unmatched {
            id,
            tenant: "default".into(),
            account: "main".into(),
            line: None,
            respondent: caller(7),
            text: random.u8(..).to_string(),
            received_at: moment(random.i64(0..1 << 40)),
            reason: UnmatchedReason::Expired,
        }),
        _ => Fact::OptOut(OptOutFact {
            id,
            tenant: "default".into(),
            account: "main".into(),
            respondent: caller(7),
            opted_out: random.bool(),
            source: ["keyword", "review"][random.usize(..2)].into(),
            text: random.bool().then(|| "STOP".into()),
            at: moment(1),
        }),
    }
}

async fn everything(stage: &impl Stage) -> Vec<Vec<Row>> {
    let mut found = Vec::new();
    for order in [Order::Change, Order::Identity] {
        for table in [Table::Responses, Table::Calls, Table::Unmatched, Table::OptOuts] {
            found.push(all(stage.store(), PageQuery { order, ..pages(table, of_tenant("default")) }).await.0);
        }
    }
    found
}

#[tokio::test]
async fn a_batch_has_the_effect_of_its_facts_one_by_one_also_where_they_meet_in_a_row() {
    let (together, apart, sqlite) = (opened().await, opened().await, Sqlite::new());
    for seed in 0..20 {
        let mut random = fastrand::Rng::with_seed(seed);
        let facts: Vec<Fact> = (0..random.usize(1..30)).map(|_| fact(&mut random)).collect();
        together.write(&facts).await;
        sqlite.write(&facts).await;
        for fact in &facts {
            apart.write(std::slice::from_ref(fact)).await;
        }
        let wanted = everything(&sqlite).await;
        assert_eq!(everything(&apart).await, wanted, "seed {seed}, one by one");
        assert_eq!(everything(&together).await, wanted, "seed {seed}, together");
    }
}

#[tokio::test]
async fn an_opt_out_is_kept_once_for_the_audit() {
    let opened = opened().await;
    let fact = Fact::OptOut(OptOutFact {
        id: "o1".into(),
        tenant: "default".into(),
        account: "main".into(),
        respondent: caller(1),
        opted_out: true,
        source: "keyword".into(),
        text: Some("STOP".into()),
        at: moment(1_795_428_000_123),
    });
    opened.write(&[fact.clone(), fact.clone()]).await;
    opened.write(&[fact]).await;
    let kept = "SELECT id, opted_out, source, text, at AT TIME ZONE 'UTC', respondent FROM opt_outs";
    assert_eq!(opened.database.psql(kept).await, format!("o1|t|keyword|STOP|2026-11-23 10:00:00.123|{}", caller(1).expose()));
}
