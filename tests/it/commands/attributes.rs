//! `POST /v1/calls/{account}/{call_id}/attributes`: what is known of a call only after its end.

use std::time::Duration;

use aftercall::ports::report::Role;
use serde_json::{Value, json};

use crate::support::rig::{CALLER, LINE, Rig};
use crate::support::servers::{Postgres, Redis};

const RULES: &str = "[[rule]]\nwhen = { queue = \"care\" }\nsurvey = \"branch\"\nchannels = [\"sms\"]\n\
    [policy]\nfrequency_cap = { max = 0, per = \"7d\" }";

/// What is asked second depends on an attribute.
const BRANCH: &str = r#"
id = "branch"
version = 1
default_locale = "en"
[[question]]
id = "score"
measure = "csat"
kind = "rating"
min = 1
max = 5
sms.en = "How was it? Reply 1 to 5."
next = [{ when = { attr.tier = "gold" }, goto = "gold" }, { goto = "end" }]
[[question]]
id = "gold"
kind = "yes_no"
sms.en = "Was the gold desk quick? 1 yes 2 no"
[closing]
sms.en = "Thank you."
"#;

fn call(call_id: &str, queue: &str) -> Value {
    json!({"account": "main", "call_id": call_id, "line": LINE, "respondent": CALLER, "ended_at": "2026-11-23T09:59:00.000Z",
        "agents": [{"id": "alice", "team": "blue", "seconds": 170}], "queue": queue, "attributes": {"region": "cn/js", "tier": "plain"}})
}

struct Desk {
    rig: Rig,
    ingest: String,
}

impl Desk {
    async fn at(rig: Rig) -> Self {
        let ingest = rig.app.create_token("default", Role::Ingest).await.expect("a token");
        Self { rig, ingest }
    }

    async fn post(&self, token: &str, path: &str, body: &Value) -> (u16, Value) {
        let request = self.rig.client.post(format!("{}{path}", self.rig.base)).bearer_auth(token);
        let answer = request.body(body.to_string()).send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON"))
    }

    async fn reports(&self, call_id: &str, queue: &str) {
        assert_eq!(self.post(&self.ingest, "/v1/calls", &call(call_id, queue)).await.0, 202);
        self.rig.settle().await;
    }

    async fn adds(&self, call_id: &str, attributes: Value) -> (u16, Value) {
        self.post(&self.ingest, &format!("/v1/calls/main/{call_id}/attributes"), &json!({"attributes": attributes})).await
    }

    /// The row of `/v1/calls`.
    async fn row(&self, call_id: &str) -> Value {
        let page = self.rig.api("/v1/calls").await;
        page["items"].as_array().expect("items").iter().find(|row| row["call_id"] == call_id).expect("a row").clone()
    }
}

async fn a_running_survey_its_response_and_its_call_learn_of_an_attribute(desk: &Desk) {
    desk.reports("CA1", "care").await;
    let before = desk.rig.response().await;
    let cursor = desk.rig.api("/v1/responses").await["next_cursor"].clone();
    let (status, told) = desk.adds("CA1", json!({"tier": "gold", "ward": 7, "region": null})).await;
    assert_eq!(status, 200, "{told}");
    assert_eq!(told["attributes"], json!({"tier": "gold", "ward": "7"}));
    assert!(told["version"].as_u64() > Some(1) && told["response_version"].as_u64() > before["version"].as_u64(), "{told}");
    desk.rig.settle().await;

    let mut row = desk.row("CA1").await;
    row["response_version"] = told["response_version"].clone();
    assert_eq!(row, told, "the answer is the call as it stands");
    let behind = desk.rig.api(&format!("/v1/responses?cursor={}", cursor.as_str().expect("a cursor"))).await;
    assert_eq!((&behind["items"][0]["attributes"], &behind["items"][0]["version"]), (&told["attributes"], &told["response_version"]));
    assert_eq!(desk.rig.api("/v1/measures?measure=csat&by=attr.ward").await["items"][0]["group"], json!({"attr.ward": "7"}));

    desk.rig.text("SM1", "5").await;
    desk.rig.settle().await;
    let asked = desk.rig.text("SM2", "1").await.body;
    desk.rig.settle().await;
    let response = desk.rig.response().await;
    assert_eq!((&response["disposition"], response["answers"].as_array().map(Vec::len)), (&json!("completed"), Some(2)), "{asked}");
    let (_, again) = desk.adds("CA1", json!({"tier": "gold"})).await;
    assert_eq!((&again["version"], &again["disposition"]), (&told["version"], &json!("completed")), "nothing new makes no new version");
}

async fn a_call_that_is_not_asked_about_learns_of_it_too(desk: &Desk) {
    desk.reports("CA2", "sales").await;
    let (status, told) = desk.adds("CA2", json!({"ward": "9"})).await;
    let shown = json!([told["version"], told["reason"], told["disposition"], told["response_version"], told["respondent"]]);
    assert_eq!((status, shown), (200, json!([2, "no_rule", "suppressed:no_rule", null, "+1415***0123"])));
    desk.rig.settle().await;
    assert_eq!(desk.row("CA2").await["attributes"], json!({"region": "cn/js", "tier": "plain", "ward": "9"}));
    assert_eq!(desk.adds("CA2", json!({"ward": "10"})).await.1["version"], 3);
    desk.rig.settle().await;
    // The call is told again: what was added stays.
    desk.reports("CA2", "sales").await;
    assert_eq!((&desk.row("CA2").await["version"], &desk.row("CA2").await["attributes"]["ward"]), (&json!(3), &json!("10")));
}

/// The correlation store has forgotten the session; the reports have not forgotten the response.
async fn a_survey_that_is_long_over_learns_of_it_too(desk: &Desk) {
    let flows = &desk.rig.app.gateway.flows;
    while flows.store.purge(flows.clock.now().plus(Duration::from_secs(300 * 86_400)), 1000).await.expect("purged") > 0 {}
    let before = desk.rig.response().await;
    let (status, told) = desk.adds("CA1", json!({"churned": true})).await;
    assert_eq!((status, &told["attributes"]["churned"], &told["disposition"]), (200, &json!("true"), &json!("completed")), "{told}");
    desk.rig.settle().await;
    let after = desk.rig.response().await;
    assert!(after["version"].as_u64() > before["version"].as_u64() && after["version"] == told["response_version"]);
    assert_eq!((&after["attributes"], &after["answers"]), (&told["attributes"], &before["answers"]));
}

async fn the_whole_trip(rig: Rig) {
    let desk = Desk::at(rig).await;
    a_running_survey_its_response_and_its_call_learn_of_an_attribute(&desk).await;
    a_call_that_is_not_asked_about_learns_of_it_too(&desk).await;
    a_survey_that_is_long_over_learns_of_it_too(&desk).await;
}

#[tokio::test]
async fn attributes_are_added_with_the_embedded_stores() {
    the_whole_trip(Rig::with_surveys(RULES, &[("branch.toml", BRANCH)]).await).await;
}

#[tokio::test]
async fn attributes_are_added_with_redis_and_postgresql() {
    let (redis, database) = (Redis::start().await, Postgres::database().await);
    the_whole_trip(Rig::on_servers((&redis.url(), Some(&database.url())), RULES, &[("branch.toml", BRANCH)]).await).await;
}

#[tokio::test]
async fn what_is_no_call_of_the_tenant_or_no_attribute_is_refused_and_changes_nothing() {
    let desk = Desk::at(Rig::with_surveys(RULES, &[("branch.toml", BRANCH)]).await).await;
    desk.reports("CA1", "care").await;
    let before = desk.row("CA1").await;
    let path = "/v1/calls/main/CA1/attributes";
    let token = |tenant: &'static str, role: Role| desk.rig.app.create_token(tenant, role);
    let (read, foreign) = (token("default", Role::Read).await.expect("one"), token("other", Role::Admin).await.expect("one"));
    let good = json!({"attributes": {"a": "b"}});
    assert_eq!(desk.post("ac_nothing", path, &good).await.0, 401);
    assert_eq!(desk.post(&read, path, &good).await.0, 403);
    assert_eq!(desk.post(&foreign, path, &good).await.0, 404);
    for unknown in ["/v1/calls/main/CA9/attributes", "/v1/calls/other/CA1/attributes", "/v1/calls/main/CA1%2Frecovery/attributes"] {
        assert_eq!(desk.post(&desk.ingest, unknown, &good).await.0, 404, "{unknown}");
    }
    let many: serde_json::Map<String, Value> = (0..49).map(|at| (format!("k{at}"), at.into())).collect();
    let cases = [
        (json!([]), "the body is not a JSON object"),
        (json!({}), "attributes: missing"),
        (json!({"attributes": 5}), "attributes: not an object with at most 50 members"),
        (json!({"attributes": {"a": [1]}}), "attributes: a value is not a text, number or boolean"),
        (json!({"attributes": many}), "attributes: a call has at most 50 attributes"),
    ];
    for (body, detail) in cases {
        let (status, problem) = desk.post(&desk.ingest, path, &body).await;
        assert_eq!((status, &problem["code"], &problem["detail"]), (400, &json!("invalid"), &json!(detail)));
    }
    assert_eq!(desk.row("CA1").await, before);
}
