use aftercall::ports::report::{Fact, Table};
use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use super::Sqlite;
use super::door::Door;
use crate::contract::report_store::{Stage, call, generated, response, ticket};

/// What only some measures, or only comparisons, show.
const OWN_FIGURES: [&str; 15] = [
    "share_5_7",
    "worse",
    "worse_low",
    "worse_high",
    "shares",
    "drivers",
    "previous",
    "change",
    "p_value",
    "differs",
    "spearman",
    "answers_n",
    "all_expected",
    "all_lowest",
    "all_highest",
];

const READ: [&str; 12] = [
    "/v1/responses",
    "/v1/responses/s1",
    "/v1/answers",
    "/v1/calls",
    "/v1/unmatched",
    "/v1/opt-outs",
    "/v1/measures?measure=csat&by=agent,attr.region",
    "/v1/measures?measure=silent_csat,repeat_rate&by=brand,hour&tz=Asia/Tokyo&silent=true",
    "/v1/funnel?by=queue",
    "/v1/agents/ranking?measure=csat&min_n=1",
    "/v1/integrity?q=1",
    "/v1/export",
];

async fn stage() -> (Sqlite, Door) {
    let stage = Sqlite::new();
    let row = response("s1", Some(5));
    stage.write(&[Fact::Call(Box::new(call(&row))), Fact::Response(Box::new(row))]).await;
    let door = Door::new(&stage).await;
    (stage, door)
}

#[tokio::test]
async fn without_a_good_token_nothing_opens() {
    let (_stage, door) = stage().await;
    for target in READ {
        for header in [None, Some("Bearer nonsense"), Some("Basic default-read"), Some("default-read")] {
            let mut request = Request::get(target);
            if let Some(header) = header {
                request = request.header("authorization", header);
            }
            let answer = door.call(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(answer.problem().1, "unauthorized", "{target} {header:?}");
            assert!(answer.headers["www-authenticate"].to_str().is_ok_and(|value| value.starts_with("Bearer")));
        }
    }
}

#[tokio::test]
async fn a_token_opens_what_its_role_allows() {
    let (_stage, door) = stage().await;
    for target in READ {
        assert_eq!(door.get("default-read", target).await.status, 200, "{target}");
        assert_eq!(door.get("default-admin", target).await.status, 200, "{target}");
        assert_eq!(door.get("default-ingest", target).await.problem().0, 403, "{target}");
    }
    assert_eq!(door.post("default-read", "/v1/calls", "{}".into()).await.problem().1, "forbidden");
    for token in ["default-ingest", "default-admin"] {
        assert_eq!(door.post(token, "/v1/calls", "{}".into()).await.problem(), (400, "invalid".into(), "account: missing".into()));
    }
}

#[tokio::test]
async fn another_tenant_sees_nothing() {
    let (_stage, door) = stage().await;
    assert_eq!(door.get("other-read", "/v1/responses/s1").await.problem().1, "not_found");
    for target in ["/v1/responses", "/v1/answers", "/v1/calls", "/v1/unmatched", "/v1/opt-outs", "/v1/responses?tenant=default"] {
        assert_eq!(door.get("other-read", target).await.json()["items"], json!([]), "{target}");
    }
    assert_eq!(door.get("other-read", "/v1/measures").await.json()["items"], json!([]));
    assert_eq!(door.get("other-read", "/v1/funnel").await.json()["items"][0]["calls"], 0);
    assert_eq!(door.get("other-admin", "/v1/export?format=ndjson").await.body, b"");
}

#[tokio::test]
async fn pages_go_on_from_their_cursor() {
    let stage = Sqlite::new();
    let rows: Vec<_> = generated(20).into_iter().filter(|row| row.tenant == "default").collect();
    stage.write(&rows.iter().cloned().map(|row| Fact::Response(Box::new(row))).collect::<Vec<_>>()).await;
    let door = Door::new(&stage).await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = door.get("default-read", &format!("/v1/responses?limit=50&cursor={cursor}")).await.json();
        seen.extend(page["items"].as_array().expect("items").iter().map(|item| item["session_id"].as_str().expect("an id").to_owned()));
        cursor = page["next_cursor"].as_str().expect("a cursor").to_owned();
        if page["has_more"] == false {
            break;
        }
    }
    assert_eq!(seen, rows.iter().map(|row| row.session_id.clone()).collect::<Vec<_>>());
    let after = door.get("default-read", &format!("/v1/responses?cursor={cursor}")).await.json();
    assert_eq!(after, json!({"items": [], "next_cursor": cursor, "has_more": false}));
    assert_eq!(door.get("default-read", "/v1/responses?cursor=x").await.problem().1, "bad_cursor");
    assert_eq!(door.get("default-read", "/v1/responses?curser=x").await.problem().2, "unknown parameter: curser");
}

#[tokio::test]
async fn a_score_has_the_shape_of_the_contract() {
    let (_stage, door) = stage().await;
    let body =
        door.get("default-read", "/v1/measures?measure=csat&by=agent&interval=day&tz=Asia/Shanghai&to=2027-01-01T00:00:00Z").await.json();
    let wanted = json!({"from": null, "to": "2027-01-01T00:00:00.000Z", "items": [{
        "measure": "csat", "group": {"agent": "alice"}, "interval_start": "2026-11-01T16:00:00.000Z", "value": 100.0, "unit": "percent", "n": 1,
        "low": 20.6549, "high": 100.0, "invited": 1, "answered": 1, "response_rate": 100.0, "median_seconds_to_answer": 90,
        "distribution": {"1": 0, "2": 0, "3": 0, "4": 0, "5": 1}, "late_n": 0, "within_24h": 1.0, "within_72h": 1.0, "cost": null, "cost_per_answer": null, "cost_per_point": null}]});
    assert_eq!(body, wanted);
}

#[tokio::test]
async fn a_comparison_has_its_previous_value_and_says_whether_it_is_more_than_chance() {
    let (_stage, door) = stage().await;
    let ask = "/v1/measures?measure=csat&compare=previous&from=2026-11-02T00:00:00Z&to=2026-11-03T00:00:00Z&weekday=1&hour=0,1";
    let item = door.get("default-read", ask).await.json()["items"][0].clone();
    assert_eq!(item["previous"], json!({"value": null, "low": null, "high": null, "n": 0}));
    assert_eq!((&item["change"], &item["p_value"], &item["differs"], &item["n"]), (&json!(null), &json!(null), &json!(null), &json!(1)));
    let next = ask.replace("-02T", "-03T").replace("to=2026-11-03", "to=2026-11-04").replace("&weekday=1&hour=0,1", "");
    let item = door.get("default-read", &next).await.json()["items"][0].clone();
    assert_eq!((&item["previous"]["value"], &item["previous"]["n"], &item["n"]), (&json!(100.0), &json!(1), &json!(0)));
    let interval = door.get("default-read", "/v1/measures?measure=csat&compare=previous&interval=day").await.json();
    assert_eq!(interval["items"][0]["previous"]["n"], 0);
    assert_eq!(door.get("default-read", "/v1/responses?hour=1").await.problem().2, "unknown parameter: hour");
}

#[tokio::test]
async fn figures_stand_behind_the_measures_that_were_asked_for() {
    let (_stage, door) = stage().await;
    let ask = "/v1/measures?measure=silent_csat,csat,complaint_rate,csat_nps_correlation,fcr_behaviour&subject=attr.region&within_days=3";
    let items = door.get("default-read", ask).await.json()["items"].clone();
    let names: Vec<_> = items.as_array().expect("items").iter().map(|item| item["measure"].as_str().expect("a name")).collect();
    assert_eq!(names, ["csat", "silent_csat", "complaint_rate", "csat_nps_correlation", "fcr_behaviour"]);
    let complaints = json!({"measure": "complaint_rate", "group": {}, "interval_start": null, "value": 0.0, "low": 0.0, "high": 793_450.685_6,
        "unit": "per_million", "n": 1, "invited": 1, "answered": 1, "response_rate": 100.0, "median_seconds_to_answer": 90, "distribution": {}});
    assert_eq!(items[2], complaints);
    assert_eq!((&items[1]["n"], &items[1]["all_lowest"], &items[1]["answers_n"]), (&json!(0), &json!(100.0), &json!(1)));
    assert_eq!((&items[3]["n"], &items[3]["spearman"]["value"], &items[3]["unit"]), (&json!(0), &json!(null), &json!("correlation")));
    let alone = door.get("default-read", "/v1/measures?measure=repeat_rate&by=agent&interval=month").await.json();
    assert_eq!((alone["items"].as_array().map(Vec::len), &alone["items"][0]["group"]["agent"]), (Some(1), &json!("alice")));
}

#[tokio::test]
async fn no_output_shows_a_number_whole() {
    let (_stage, door) = stage().await;
    for target in READ {
        let answer = door.get("default-read", target).await;
        assert!(!String::from_utf8_lossy(&answer.body).contains("+14155550123"), "{target}");
    }
}

#[tokio::test]
async fn a_reported_call_needs_an_account_of_the_tenant() {
    let (_stage, door) = stage().await;
    let body = json!({"account": "main", "call_id": "CA1", "respondent": "+14155550123", "ended_at": "2026-11-23T10:03:00Z"});
    assert_eq!(
        door.post("default-ingest", "/v1/calls", body.to_string()).await.problem(),
        (404, "not_found".into(), "account not found".into())
    );
    let long = format!("{{\"account\": \"{}\"}}", "x".repeat(70_000));
    assert_eq!(door.post("default-ingest", "/v1/calls", long).await.problem().0, 413);
}

#[tokio::test]
async fn exports_stream_every_row_once() {
    let stage = Sqlite::new();
    let rows: Vec<Fact> = (0..1700).map(|at| Fact::Response(Box::new(response(&format!("s{at}"), Some(at % 5 + 1))))).collect();
    stage.write(&rows).await;
    let door = Door::new(&stage).await;
    let answer = door.get("default-read", "/v1/export?table=responses&format=csv&bom=1").await;
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let text = String::from_utf8(answer.body).expect("UTF-8");
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').expect("a mark").as_bytes());
    assert!(reader.headers().expect("a header").iter().eq(Table::Responses.columns()));
    assert_eq!(
        reader.records().map(|record| record.expect("a record")[0].to_owned()).collect::<std::collections::BTreeSet<_>>().len(),
        1700
    );
    let wrong = door.get("default-read", "/v1/export?format=xlsx").await.problem().2;
    assert_eq!(wrong, "format: not one of csv, ndjson, parquet");
    assert_eq!(door.get("default-read", "/v1/export?table=secrets").await.problem().0, 400);
}

/// Every documented route is there, and every member that a row has is documented.
#[tokio::test]
async fn the_description_of_the_api_is_true() {
    let (stage, door) = stage().await;
    let api = door.get("", "/openapi.json").await.json();
    assert_eq!(api["openapi"], "3.1.0");
    stage.write(&[Fact::Ticket(Box::new(ticket("s1", "s1")))]).await;
    let here = |path: &str| path.starts_with("/v1/") || path == "/openapi.json";
    for (path, methods) in api["paths"].as_object().expect("paths").iter().filter(|(path, _)| here(path)) {
        let target = path.replace("{id}", "s1").replace("{name}", "crm").replace("{phone}", "+14155550123");
        // What asks the correlation store finds it away here.
        let there = match path.as_str() {
            path if path.contains("{phone}") => 503,
            "/v1/audit" => 403,
            _ => 200,
        };
        if methods.get("get").is_some() {
            assert_eq!(door.get("default-read", &target).await.status, there, "{path}");
        } else if methods.get("delete").is_some() {
            let request =
                axum::http::Request::delete(&target).header("authorization", "Bearer default-read").body(axum::body::Body::empty());
            assert_eq!(door.call(request.expect("a request")).await.status, 403, "{path}");
        } else if !path.starts_with("/v1/calls") {
            assert_eq!(door.post("default-read", &target, String::new()).await.status, 403, "{path}");
        }
    }
    let members =
        |schema: &str| api["components"]["schemas"][schema]["properties"].as_object().expect("members").keys().cloned().collect::<Vec<_>>();
    let own_figures = |name: &String| OWN_FIGURES.contains(&name.as_str());
    for (schema, target) in [
        ("Response", "/v1/responses"),
        ("AnswerRow", "/v1/answers"),
        ("Call", "/v1/calls"),
        ("Score", "/v1/measures"),
        ("Figure", "/v1/measures?measure=complaint_rate"),
        ("FunnelItem", "/v1/funnel"),
        ("Ticket", "/v1/tickets"),
        ("HandlingItem", "/v1/tickets/summary"),
        ("Ranked", "/v1/agents/ranking"),
    ] {
        let row = door.get("default-read", target).await.json()["items"][0].clone();
        let documented: Vec<String> = members(schema).into_iter().filter(|name| !own_figures(name)).collect();
        assert_eq!(row.as_object().expect("a row").keys().cloned().collect::<Vec<_>>(), documented, "{target}");
    }
    assert_eq!(members("Unmatched").len(), Table::Unmatched.columns().count());
    assert_eq!(members("OptOut").len(), Table::OptOuts.columns().count());
}

#[tokio::test]
async fn a_ranking_and_its_signs_have_the_shape_of_the_contract() {
    let (stage, door) = stage().await;
    let ranking = door.get("default-read", "/v1/agents/ranking?measure=csat&min_n=30&from=2026-11-01T00:00:00Z").await.json();
    let members = |value: &serde_json::Value| value.as_object().expect("members").keys().cloned().collect::<Vec<_>>();
    assert_eq!(members(&ranking), ["from", "items", "measure", "min_n", "to"]);
    let item = &ranking["items"][0];
    assert_eq!((&item["agent"], &item["value"], &item["n"]), (&json!("alice"), &json!(100.0), &json!(1)));
    assert_eq!(
        (&item["rank"], &item["rank_low"], &item["rank_high"], &item["enough"]),
        (&json!(null), &json!(null), &json!(null), &json!(false))
    );
    assert!(item["low"].as_f64() < item["shrunken"].as_f64() && item["shrunken"].as_f64() <= item["high"].as_f64(), "{item}");
    let one = door.get("default-read", "/v1/agents/ranking?min_n=1").await.json();
    assert_eq!((&one["items"][0]["rank"], &one["items"][0]["enough"]), (&json!(1), &json!(true)));

    let mut rows: Vec<_> = (0..40).map(|at| response(&format!("r{at}"), Some(3 + at % 3))).collect();
    rows.iter_mut().skip(20).for_each(|row| row.agents[0].id = "bob".into());
    stage.write(&crate::contract::report_store::facts(&rows)).await;
    let signs = door.get("default-read", "/v1/integrity?q=1").await.json();
    assert_eq!((members(&signs), &signs["q"]), (vec!["from".into(), "items".into(), "q".into(), "to".into()], &json!(1.0)));
    let items = signs["items"].as_array().expect("items");
    assert_eq!(members(&items[0]), ["agent", "evidence", "q_value", "signal"]);
    assert!(items.iter().any(|item| item["signal"] == "same_respondent" && item["evidence"]["respondent"] == "+1415***0123"), "{items:#?}");
    let api = door.get("", "/openapi.json").await.json();
    let schemas = api["components"]["schemas"]["Sign"]["properties"]["evidence"]["oneOf"].as_array().expect("schemas");
    for item in items {
        let schema = schemas.iter().find(|schema| schema["title"] == item["signal"]).expect("a documented signal");
        assert_eq!(members(&item["evidence"]), members(&schema["properties"]), "{}", item["signal"]);
    }
    assert_eq!(door.get("default-read", "/v1/integrity?q=0").await.problem().2, "q: not a number above 0 and up to 1");
}
