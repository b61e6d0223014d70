use aftercall::ports::report::{Condition, ConsentOf, Fact, Filter, OptOutFact, Table};
use serde_json::{Value, json};

use super::{Stage, all, moment, of_tenant, only, pages};
use crate::support::samples::caller;

fn change(id: &str, (of, opted_out): (u8, bool), source: &str) -> OptOutFact {
    OptOutFact {
        id: id.into(),
        tenant: "default".into(),
        account: if source == "api" { "" } else { "main" }.into(),
        respondent: caller(of),
        opted_out,
        source: source.into(),
        text: (source == "review").then(|| "leave me alone".into()),
        at: moment(1_795_428_000_000),
    }
}

async fn listed(stage: &impl Stage, conditions: Vec<Condition>) -> Vec<(String, String)> {
    let filter = Filter { conditions, ..of_tenant("default") };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = all(stage.store(), pages(Table::OptOuts, filter)).await.0;
    rows.iter().map(|row| (text(&row["id"]), text(&row["state"]))).collect()
}

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(id, state)| ((*id).to_owned(), (*state).to_owned())).collect()
}

pub async fn changes_of_consent_say_what_they_stand_for_now(stage: &impl Stage) {
    let facts = [
        change("o1", (1, true), "keyword"),
        change("o2", (2, true), "review"),
        change("o3", (1, false), "keyword"),
        change("o4", (3, true), "review"),
        change("o5", (2, true), "api"),
        OptOutFact { tenant: "other".into(), ..change("o6", (3, false), "keyword") },
    ];
    let facts: Vec<Fact> = facts.into_iter().map(Fact::OptOut).collect();
    stage.write(&facts).await;
    stage.write(&facts).await;
    let whole = [("o1", "past"), ("o2", "past"), ("o3", "opted_in"), ("o4", "review"), ("o5", "opted_out")];
    assert_eq!(listed(stage, vec![]).await, named(&whole));
    assert_eq!(listed(stage, vec![only("state", &["review"])]).await, named(&[("o4", "review")]));
    assert_eq!(listed(stage, vec![only("state", &["opted_out", "opted_in"])]).await, named(&[("o3", "opted_in"), ("o5", "opted_out")]));
    assert_eq!(listed(stage, vec![only("account", &["main"]), only("state", &["past"])]).await, named(&[("o1", "past"), ("o2", "past")]));

    let (respondent, row) = stage.store().consent("default", ConsentOf::Change("o2")).await.expect("an answer").expect("a row");
    assert_eq!((&respondent, &row["id"], &row["account"], &row["opted_out"]), (&caller(2), &json!("o5"), &json!(null), &json!(true)));
    let three = caller(3);
    let (_, row) = stage.store().consent("default", ConsentOf::Respondent(&three)).await.expect("an answer").expect("a row");
    let told = [&row["text"], &row["state"], &row["at"]];
    assert_eq!(told, [&json!("leave me alone"), &json!("review"), &json!("2026-11-23T10:00:00.000Z")]);
    assert!(!row.values().any(|value| value.as_str() == Some(three.expose())), "masked");
    let nine = caller(9);
    for (tenant, of) in
        [("default", ConsentOf::Respondent(&nine)), ("default", ConsentOf::Change("o6")), ("other", ConsentOf::Change("o4"))]
    {
        assert_eq!(stage.store().consent(tenant, of).await, Ok(None));
    }
}
