//! The demo: the same seed, the same figures, whichever way one asks for them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use aftercall::app::world::SystemClock;
use aftercall::ports::clock::Clock;
use serde_json::{Value, json};

use super::program::{Program, Serving, aftercall, token};

const ONCE: &str = "demo --once --calls 200 --json --listen 127.0.0.1:0";

/// A program whose temporary files lie in that folder.
fn in_folder(arguments: &str, temporary: &Path) -> Program {
    aftercall(arguments).env("TMPDIR", &temporary.display().to_string())
}

fn is_empty(folder: &Path) -> bool {
    folder.read_dir().expect("a folder").next().is_none()
}

#[tokio::test]
async fn the_same_seed_gives_the_same_object_and_another_seed_another() {
    let temporary = tempfile::tempdir().expect("a folder");
    let run = |seed: u64| in_folder(&format!("{ONCE} --seed {seed}"), temporary.path()).run();
    let (first, again, other) = tokio::join!(run(1), run(1), run(2));
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    assert_eq!(first.out, again.out);
    assert_ne!(first.out, other.out);
    assert!(is_empty(temporary.path()), "the demo left its folder behind");

    let object = first.json();
    let fields: Vec<_> = object.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(fields, ["calls", "dispositions", "measures", "responses", "sessions", "suppressed", "unmatched_replies"]);
    let sum = |counts: &Value| counts.as_object().expect("counts").values().filter_map(Value::as_u64).sum::<u64>();
    assert_eq!(object["calls"], 200);
    let ours = object["suppressed"]["survey_call"].as_u64().unwrap_or(0);
    assert_eq!(object["sessions"].as_u64().map(|sessions| sessions + sum(&object["suppressed"]) - ours), Some(200));
    assert_eq!((&object["responses"], sum(&object["dispositions"])), (&object["sessions"], object["sessions"].as_u64().unwrap_or(0)));
    assert_eq!(object["dispositions"].get("open"), None, "all surveys have ended");
    for measure in object["measures"].as_array().expect("measures") {
        for field in [
            "measure",
            "group",
            "interval_start",
            "value",
            "unit",
            "n",
            "low",
            "high",
            "invited",
            "answered",
            "response_rate",
            "median_seconds_to_answer",
            "distribution",
        ] {
            assert!(measure.get(field).is_some(), "{field}: {measure}");
        }
        assert!(measure["low"].as_f64() <= measure["value"].as_f64() && measure["value"].as_f64() <= measure["high"].as_f64());
    }
}

/// Every disposition and every reason of the contract.
#[tokio::test]
async fn a_busy_centre_shows_every_end_of_a_survey_and_every_reason_not_to_ask() {
    let (calls, days) = if std::env::var_os("AFTERCALL_SOAK").is_some() { (20_000, 30) } else { (5_000, 7) };
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("kept");
    let arguments = format!("demo --once --calls {calls} --days {days} --seed 1 --json --listen 127.0.0.1:0");
    let ended = aftercall(&arguments).data(&data).run().await;
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let object = ended.json();
    let names = |field: &str| object[field].as_object().expect("counts").keys().cloned().collect::<BTreeSet<_>>();
    let of = |names: &str| names.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(names("dispositions"), of("completed partial refused opted_out expired undeliverable failed"));
    let reasons = "no_rule sampled_out quota frequency_cap budget quiet_hours_expired opted_out no_consent not_allowed_country not_textable \
        talk_too_short test_call no_respondent agent_declined survey_call erased";
    assert_eq!(names("suppressed"), of(&reasons.split_whitespace().collect::<Vec<_>>().join(" ")));
    assert!(object["unmatched_replies"].as_u64() > Some(10), "{object}");
    callers_are_rung_back(&data, &object).await;
}

/// Some answer by key, others are not reached; no call of ours passes for one of a caller's.
async fn callers_are_rung_back(data: &Path, object: &Value) {
    let export = |table: &str| aftercall(&format!("export --format csv --table {table}")).data(data).run();
    let (calls, responses, answers) = tokio::join!(export("calls"), export("responses"), export("answers"));
    assert_eq!([calls.code, responses.code, answers.code], [0; 3]);
    let ours: Vec<_> = records(&calls.out).into_iter().filter(|call| call["reason"] == "survey_call").collect();
    assert_eq!(object["suppressed"]["survey_call"], ours.len());
    for call in ours {
        let shown =
            (call["line"].as_str(), call["direction"].as_str(), call["respondent"].contains("***") || call["respondent"].is_empty());
        assert_eq!(shown, ("'+14155550100", "outbound", true), "{call:?}");
    }
    let rung = records(&responses.out).into_iter().filter(|response| response["channel"] == "call");
    let ends: BTreeSet<_> = rung.map(|response| response["disposition"].clone()).collect();
    assert!(ends.contains("completed") && ends.contains("failed"), "{ends:?}");
    let pressed = records(&answers.out).into_iter().filter(|answer| answer["channel"] == "call");
    let values: BTreeSet<_> = pressed.map(|answer| answer["value"].clone()).collect();
    assert!(values.contains("yes") && values.contains("no"), "{values:?}");
}

#[tokio::test]
async fn the_table_shows_the_figures_of_the_object() {
    let object = aftercall(&format!("{ONCE} --seed 3")).run().await.json();
    let table = aftercall("demo --once --calls 200 --seed 3 --listen 127.0.0.1:0").run().await;
    assert_eq!((table.code, table.err.as_str()), (0, ""));
    assert!(table.out.starts_with("listening on http://127.0.0.1:"), "{}", table.out);
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<_> = table.out.lines().map(words).collect();
    for measure in object["measures"].as_array().expect("measures") {
        let number = |name: &str| measure[name].as_f64().map_or_else(|| "-".to_owned(), |value| format!("{value:.1}"));
        let agent = measure["group"]["agent"].as_str().expect("an agent").to_owned();
        let interval = format!("{}-{}", number("low"), number("high"));
        let (n, invited) = (measure["n"].to_string(), measure["invited"].to_string());
        let expected = [agent, number("value"), "%".to_owned(), interval, n, invited, number("response_rate"), "%".to_owned()];
        assert!(rows.contains(&expected.to_vec()), "{expected:?}: {}", table.out);
    }
    let totals = format!("200 calls, {} surveys begun, {} unmatched replies", object["sessions"], object["unmatched_replies"]);
    assert!(table.out.contains(&totals), "{}", table.out);
    for (name, count) in ["suppressed", "dispositions"].iter().flat_map(|field| object[*field].as_object().expect("counts")) {
        assert!(table.out.contains(&format!("{name} {count}")), "{name}: {}", table.out);
    }
}

/// What an agent's callers said, counted from the files.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    n: u64,
    good: f64,
    weight: f64,
    invited: u64,
}

fn records(text: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.expect("a row")).collect()
}

/// Recomputes the scores from the two files alone.
fn tally(responses: &str, answers: &str) -> BTreeMap<String, Tally> {
    let mut shares: BTreeMap<String, Vec<(String, f64)>> = BTreeMap::new();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for row in records(responses).iter().filter(|row| row["survey"] == "csat") {
        let of: Value = serde_json::from_str(&row["agents"]).expect("JSON");
        for agent in of.as_array().expect("agents") {
            let (id, share) = (agent["id"].as_str().expect("an id").to_owned(), agent["share"].as_f64().expect("a share"));
            tallies.entry(id.clone()).or_default().invited += u64::from(!row["invited_at"].is_empty());
            shares.entry(row["session_id"].clone()).or_default().push((id, share));
        }
    }
    for row in records(answers).iter().filter(|row| row["measure"] == "csat" && row["survey"] == "csat") {
        for (agent, share) in &shares[&row["session_id"]] {
            let tally = tallies.get_mut(agent).expect("an agent");
            tally.n += 1;
            tally.weight += share;
            tally.good += if ["4", "5"].contains(&row["value"].as_str()) { *share } else { 0.0 };
        }
    }
    tallies
}

#[tokio::test]
async fn files_exports_and_a_later_serve_tell_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("kept");
    let object = aftercall(&format!("{ONCE} --seed 1")).data(&data).run().await.json();
    assert!(data.join("aftercall.db").is_file());
    let export = |table: &str| aftercall(&format!("export --format csv --table {table}")).data(&data).run();
    let (responses, answers) = (export("responses").await, export("answers").await);
    assert_eq!((responses.code, responses.err.as_str(), answers.code), (0, "", 0));
    assert_eq!(records(&responses.out).len() as u64, object["responses"].as_u64().unwrap_or(0));

    let tallies = tally(&responses.out, &answers.out);
    let measures = object["measures"].as_array().expect("measures");
    assert_eq!(measures.len(), tallies.len());
    for measure in measures {
        let tally = &tallies[measure["group"]["agent"].as_str().expect("an agent")];
        assert_eq!((measure["n"].as_u64(), measure["invited"].as_u64()), (Some(tally.n), Some(tally.invited)), "{measure}");
        let value = 100.0 * tally.good / tally.weight;
        assert!(tally.n == 0 || (measure["value"].as_f64().expect("a number") - value).abs() < 0.001, "{measure}: {value}");
    }
    let ids: BTreeSet<_> = records(&responses.out).iter().map(|row| row["session_id"].clone()).collect();
    assert_eq!(ids.len() as u64, object["responses"].as_u64().unwrap_or(0), "each stands once");

    let reader = token(&data, "read").await;
    let serving = aftercall("serve").data(&data).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").serve().await;
    let (status, page) = serving.get(&reader, "/v1/measures?measure=csat&by=agent").await;
    assert_eq!((status, &page["items"]), (200, &object["measures"]));
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn a_demo_that_stays_is_open_to_a_look_around_and_leaves_nothing_when_it_is_stopped() {
    let temporary = tempfile::tempdir().expect("a folder");
    let mut serving = in_folder("demo --calls 20 --listen 127.0.0.1:0", temporary.path()).serve().await;
    let (mut doors, mut hint) = (Vec::new(), String::new());
    while !hint.contains("Bearer ") {
        hint = serving.line().await;
        doors.extend(hint.split_whitespace().find(|word| word.contains("/sign-in")).map(str::to_owned));
    }
    let [phone, dashboard] = doors.as_slice() else { panic!("{doors:?}") };
    assert!(phone.starts_with(&format!("{}/sign-in?next=/phone#ac_", serving.base)), "{phone}");
    assert!(dashboard.starts_with(&format!("{}/sign-in#ac_", serving.base)), "{dashboard}");
    enters(&serving, phone, "/phone").await;
    enters(&serving, dashboard, "/").await;
    let token = hint.split("Bearer ").nth(1).and_then(|rest| rest.split('\'').next()).expect("a token");
    let (status, page) = serving.get(token, "/v1/calls?limit=1000").await;
    assert_eq!((status, page["items"].as_array().map(Vec::len)), (200, Some(20)));
    assert_eq!(serving.stop().await.code, 0);
    assert!(is_empty(temporary.path()));
}

/// In whole minutes since 1970.
fn minutes(moment: &str) -> i64 {
    moment.parse::<jiff::Timestamp>().expect("a moment").as_second() / 60
}

#[tokio::test]
async fn whoever_looks_around_sees_today_open_surveys_and_callers_who_were_won_back() {
    let mut serving = aftercall("demo --calls 1500 --days 10 --listen 127.0.0.1:0").serve().await;
    let mut hint = String::new();
    while !hint.contains("Bearer ") {
        hint = serving.line().await;
    }
    let reader = hint.split("Bearer ").nth(1).and_then(|rest| rest.split('\'').next()).expect("a token").to_owned();
    let now = SystemClock.now().millis() / 60_000;
    let ends = |page: &Value| {
        page["items"].as_array().expect("items").iter().map(|row| minutes(row["ended_at"].as_str().expect("an end"))).collect::<Vec<_>>()
    };
    let mut all = Vec::new();
    let mut cursor = String::new();
    loop {
        let (status, page) = serving.get(&reader, &format!("/v1/calls?limit=1000{cursor}")).await;
        assert_eq!(status, 200);
        all.extend(ends(&page));
        cursor = format!("&cursor={}", page["next_cursor"].as_str().unwrap_or_default());
        if page["has_more"] != true {
            break;
        }
    }
    let (first, last) = (now - all.iter().min().expect("a call"), now - all.iter().max().expect("a call"));
    assert!((9 * 1440..=10 * 1440 + 30).contains(&first) && (0..360).contains(&last), "from {first} to {last} minutes ago");
    let since = |hours: i64| all.iter().filter(|at| now - **at < hours * 60).count();
    assert!(since(24) >= 20 && since(48) > since(24), "{} in a day, {} in two", since(24), since(48));
    let (_, open) = serving.get(&reader, "/v1/responses?disposition=open&limit=1000").await;
    assert!(open["items"].as_array().is_some_and(|items| items.len() >= 10), "{open}");
    let (_, summary) = serving.get(&reader, "/v1/tickets/summary").await;
    let of = |name: &str| summary["items"][0][name].as_u64().unwrap_or_default();
    assert!(of("recovered") > 0 && of("answered_again") > of("recovered") && of("opened") > of("resolved"), "{summary}");
    let (_, funnel) = serving.get(&reader, "/v1/funnel").await;
    assert_eq!(funnel["items"][0]["recovered"].as_u64(), Some(of("recovered")));
    assert!(funnel["items"][0]["suppressed"]["budget"].as_u64() > Some(0), "the outage is on a busy day: {funnel}");
    assert_eq!(serving.stop().await.code, 0);
}

/// Does what a browser does with the link: reads the form and sends it with the token behind the hash; then the page opens.
async fn enters(serving: &Serving, link: &str, page: &str) {
    let (door, token) = link.split_once('#').expect("a token");
    let form = serving.client.get(door).send().await.expect("an answer").text().await.expect("a text");
    assert!(form.contains(&format!("name=\"next\" value=\"{page}\"")), "{form}");
    let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let sent = client.post(format!("{}/sign-in", serving.base)).form(&[("next", page), ("token", token)]).send().await.expect("an answer");
    assert_eq!((sent.status().as_u16(), sent.headers()["location"].to_str().expect("text")), (303, page));
    let cookie = sent.headers()["set-cookie"].to_str().expect("text").split(';').next().expect("a cookie").to_owned();
    assert!(!cookie.contains(token), "the cookie holds the token");
    let opened = client.get(format!("{}{page}", serving.base)).header("Cookie", cookie).send().await.expect("an answer");
    assert_eq!(opened.status().as_u16(), 200);
}

#[tokio::test]
async fn a_demo_that_is_stopped_in_the_middle_says_so_and_leaves_nothing() {
    let temporary = tempfile::tempdir().expect("a folder");
    let serving = in_folder("demo --once --calls 50000 --listen 127.0.0.1:0", temporary.path()).serve().await;
    let ended = serving.stop().await;
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains("stopped after"), "{}", ended.err);
    assert!(is_empty(temporary.path()));
}

#[tokio::test]
async fn a_demo_on_a_taken_address_ends_with_1_and_names_it() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let ended = aftercall(&format!("demo --once --calls 1 --listen {address}")).run().await;
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains(&address), "{}", ended.err);
    assert_eq!(json!(ended.err.lines().count()), json!(1));
}
