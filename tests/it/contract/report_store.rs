//! What every reporting store must do. The expected values are computed here by plain loops over the facts.

use std::collections::{BTreeMap, BTreeSet};

use aftercall::call::{InvitedBy, Moment};
use aftercall::phone::Respondent;
use aftercall::ports::erasure::{Erasure, Receipt, Traces};
use aftercall::ports::report::{
    CallFact, Condition, Cursor, Dimension, Fact, Filter, FunnelItem, Grouping, Interval, MeasureQuery, Order, PageQuery, ReportStore, Row,
    Score, Table, Unmatched, UnmatchedReason,
};
use aftercall::survey::model::{Channel, Measure};
use aftercall::survey::response::Response;
pub use figures::{figures_are_those_of_a_recount, figures_of_a_period_look_beyond_it_and_are_compared, figures_of_nothing_say_so};
pub use generated::{DAY, FIRST, call, facts, generated, many, moment, response};
use jiff::tz::TimeZone;
pub use later::attributes_that_come_later_replace_a_call_and_its_response;
use recount::naive;
pub use tickets::{
    a_ticket_stands_at_its_newest_version, handling_is_told_by_the_groups_of_the_response, ticket,
    who_is_asked_again_after_a_complaint_counts_where_that_survey_is_asked_for,
};

pub use erasure::{the_feed_shows_rows_in_one_order_and_what_is_gone, who_is_erased_leaves_every_table_and_the_figures_of_others_stay};

pub use agents::{
    a_ranking_shows_the_scores_and_draws_them_together, honest_agents_show_no_sign, signs_of_steering_stand_with_their_evidence,
};

mod agents;
mod erasure;
pub mod figures;
mod generated;
mod later;
pub mod packing;
mod recount;
pub mod several;
mod tickets;

pub use consent::changes_of_consent_say_what_they_stand_for_now;
mod consent;

/// A store under test and the door by which facts come in.
pub trait Stage {
    async fn write(&self, facts: &[Fact]);
    fn store(&self) -> &dyn ReportStore;
    async fn erase(&self, erasure: &Erasure, traces: &Traces, now: Moment) -> Receipt;
}

/// The whole suite; `$open` is an async function that gives a fresh, empty [`Stage`].
macro_rules! report_store_contract {
    ($open:path) => {
        $crate::contract::report_store::report_store_contract!($open:
            a_reader_sees_every_row_and_every_later_correction
            an_older_or_repeated_version_changes_nothing
            an_export_sees_each_row_once_while_rows_change
            rows_come_out_in_the_shape_of_the_contract
            answers_are_paged_one_by_one
            a_suppressed_call_is_a_row_with_its_reason
            changes_of_consent_say_what_they_stand_for_now
            attributes_that_come_later_replace_a_call_and_its_response
            tenants_never_see_each_others_rows
            filters_let_through_what_they_say
            periods_include_their_begin_and_not_their_end
            scores_are_those_of_a_recount
            paths_are_grouped_by_their_first_levels
            intervals_cover_each_response_once
            hours_and_weekdays_are_counted_in_the_zone
            silent_callers_are_a_group_of_their_own
            scores_are_compared_with_the_period_before
            intervals_are_compared_with_the_one_before
            figures_are_those_of_a_recount
            figures_of_a_period_look_beyond_it_and_are_compared
            figures_of_nothing_say_so
            a_score_of_nothing_says_so
            a_filter_on_agents_gives_groups_of_those_agents_alone
            the_funnel_counts_every_call_once
            a_ticket_stands_at_its_newest_version
            handling_is_told_by_the_groups_of_the_response
            who_is_asked_again_after_a_complaint_counts_where_that_survey_is_asked_for
            who_is_erased_leaves_every_table_and_the_figures_of_others_stay
            the_feed_shows_rows_in_one_order_and_what_is_gone

            a_ranking_shows_the_scores_and_draws_them_together
            signs_of_steering_stand_with_their_evidence
            honest_agents_show_no_sign);
    };
    ($open:path: $($name:ident)+) => {
        $(
            #[tokio::test]
            async fn $name() {
                $crate::contract::report_store::$name(&$open().await).await;
            }
        )+
    };
}
pub(crate) use report_store_contract;

pub fn of_tenant(tenant: &str) -> Filter {
    Filter { tenant: Some(tenant.into()), ..Filter::default() }
}

pub fn only(dimension: &str, values: &[&str]) -> Condition {
    let dimension = Dimension::named(dimension).expect("a dimension");
    let any_of = values.iter().map(|value| dimension.pattern(value).expect("a pattern")).collect();
    Condition { dimension, any_of }
}

pub fn pages(table: Table, filter: Filter) -> PageQuery {
    PageQuery { table, filter, order: Order::Change, after: Cursor::default(), limit: 7 }
}

/// Every row from the query's cursor on, and where the reader then stands.
pub async fn all(store: &dyn ReportStore, mut query: PageQuery) -> (Vec<Row>, Cursor) {
    let mut rows = Vec::new();
    loop {
        let page = store.page(&query).await.expect("a page");
        assert!(page.rows.len() <= query.limit && (!page.more || page.rows.len() == query.limit));
        rows.extend(page.rows);
        query.after = Cursor::parse(&page.next.to_string()).expect("a cursor");
        if !page.more {
            return (rows, query.after);
        }
    }
}

fn text<'a>(row: &'a Row, column: &str) -> &'a str {
    row[column].as_str().unwrap_or_default()
}

fn ids(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| text(row, "session_id")).collect()
}

pub async fn a_reader_sees_every_row_and_every_later_correction(stage: &impl Stage) {
    let mut rows: Vec<Response> = generated(1).into_iter().filter(|row| row.tenant == "default").collect();
    stage.write(&facts(&rows)).await;
    let (seen, at) = all(stage.store(), pages(Table::Responses, of_tenant("default"))).await;
    assert_eq!(ids(&seen), rows.iter().map(|row| row.session_id.as_str()).collect::<Vec<_>>());
    let wanted = pages(Table::Responses, of_tenant("default"));
    assert_eq!(all(stage.store(), PageQuery { after: at, ..wanted.clone() }).await, (vec![], at), "nothing new, and the cursor stays good");

    for row in rows.iter_mut().take(20) {
        row.version += 1;
        row.ticket_id = Some("T1".into());
    }
    stage.write(&facts(&rows[..20])).await;
    let (corrected, _) = all(stage.store(), PageQuery { after: at, ..wanted }).await;
    assert_eq!(ids(&corrected), ids(&seen)[..20]);
    assert!(corrected.iter().all(|row| row["version"] == 2 && row["ticket_id"] == "T1"));
}

pub async fn an_older_or_repeated_version_changes_nothing(stage: &impl Stage) {
    let newer = Response { version: 5, ..response("s1", Some(4)) };
    stage.write(&facts(std::slice::from_ref(&newer))).await;
    let wanted = pages(Table::Responses, of_tenant("default"));
    let (before, at) = all(stage.store(), wanted.clone()).await;
    for version in [5, 4, 1] {
        stage.write(&[Fact::Response(Box::new(Response { version, ..response("s1", Some(1)) }))]).await;
    }
    assert_eq!(all(stage.store(), wanted.clone()).await, (before, at));
    assert_eq!(all(stage.store(), PageQuery { after: at, ..wanted }).await.0, vec![]);
}

pub async fn an_export_sees_each_row_once_while_rows_change(stage: &impl Stage) {
    let rows: Vec<Response> = generated(2).into_iter().filter(|row| row.tenant == "default").collect();
    stage.write(&facts(&rows)).await;
    let mut query = PageQuery { order: Order::Identity, ..pages(Table::Responses, of_tenant("default")) };
    let first = stage.store().page(&query).await.expect("a page");
    stage.write(&[Fact::Response(Box::new(Response { version: 9, ..rows[0].clone() }))]).await;
    stage.write(&[Fact::Response(Box::new(Response { version: 9, ..rows[50].clone() }))]).await;
    query.after = first.next;
    let (rest, _) = all(stage.store(), query).await;
    assert_eq!([ids(&first.rows), ids(&rest)].concat(), rows.iter().map(|row| row.session_id.as_str()).collect::<Vec<_>>());
    assert_eq!(rest[50 - first.rows.len()]["version"], 9);
}

pub async fn rows_come_out_in_the_shape_of_the_contract(stage: &impl Stage) {
    stage.write(&facts(&[response("s1", Some(5))])).await;
    let row = stage.store().response("default", "s1").await.expect("an answer").expect("a row");
    assert_eq!(row.keys().map(String::as_str).collect::<BTreeSet<_>>(), Table::Responses.columns().collect::<BTreeSet<_>>());
    assert_eq!(row["respondent"], "+1415***0123");
    assert_eq!(row["agents"], serde_json::json!([{"id": "alice", "team": "blue", "share": 1.0}]));
    assert_eq!(row["call_ended_at"], "2026-11-02T00:00:00.000Z");
    assert_eq!((&row["late"], &row["variant"], &row["scores"]["csat"]), (&false.into(), &serde_json::Value::Null, &5.into()));
    assert_eq!(row["answers"][0]["answered_at"], "2026-11-02T00:01:30.000Z");
    let call = all(stage.store(), pages(Table::Calls, of_tenant("default"))).await.0.remove(0);
    assert_eq!((text(&call, "disposition"), text(&call, "session_id"), text(&call, "respondent")), ("completed", "s1", "+1415***0123"));
    let answer = all(stage.store(), pages(Table::Answers, of_tenant("default"))).await.0.remove(0);
    assert_eq!((&answer["value"], &answer["position"], text(&answer, "survey")), (&5.into(), &0.into(), "csat"));
    assert_eq!(answer.keys().map(String::as_str).collect::<BTreeSet<_>>(), Table::Answers.columns().collect::<BTreeSet<_>>());
}

pub async fn answers_are_paged_one_by_one(stage: &impl Stage) {
    let rows = generated(3);
    stage.write(&facts(&rows)).await;
    let wanted: Vec<(&str, &str)> = rows
        .iter()
        .filter(|row| row.tenant == "other")
        .flat_map(|row| row.answers.iter().map(|answer| (row.session_id.as_str(), answer.question.as_str())))
        .collect();
    for limit in [1, 2, 5, 1000] {
        let (seen, _) = all(stage.store(), PageQuery { limit, ..pages(Table::Answers, of_tenant("other")) }).await;
        assert_eq!(seen.iter().map(|row| (text(row, "session_id"), text(row, "question"))).collect::<Vec<_>>(), wanted);
    }
}

pub async fn a_suppressed_call_is_a_row_with_its_reason(stage: &impl Stage) {
    let asked = response("s1", None);
    let not = CallFact { session_id: None, reason: Some("sampled_out".into()), ..call(&response("s2", None)) };
    stage.write(&facts(std::slice::from_ref(&asked))).await;
    stage.write(&[Fact::Call(Box::new(not))]).await;
    let (calls, at) = all(stage.store(), pages(Table::Calls, of_tenant("default"))).await;
    assert_eq!((text(&calls[0], "disposition"), text(&calls[1], "disposition")), ("open", "suppressed:sampled_out"));
    assert_eq!((&calls[1]["session_id"], text(&calls[1], "reason")), (&serde_json::Value::Null, "sampled_out"));
    stage.write(&[Fact::Response(Box::new(Response { version: 2, ..response("s1", Some(3)) }))]).await;
    let (ended, _) = all(stage.store(), PageQuery { after: at, ..pages(Table::Calls, of_tenant("default")) }).await;
    assert_eq!(ended.iter().map(|row| (text(row, "call_id"), text(row, "disposition"))).collect::<Vec<_>>(), [("CA-s1", "completed")]);
}

pub async fn tenants_never_see_each_others_rows(stage: &impl Stage) {
    let rows = generated(4);
    stage.write(&facts(&rows)).await;
    let unmatched = |tenant: &str| Unmatched {
        id: format!("u-{tenant}"),
        tenant: tenant.into(),
        account: "main".into(),
        line: None,
        respondent: Respondent::parse("+8613800138000").expect("a number"),
        text: "hello?".into(),
        received_at: moment(FIRST),
        reason: UnmatchedReason::NoSession,
    };
    stage.write(&[Fact::Unmatched(unmatched("default")), Fact::Unmatched(unmatched("other"))]).await;
    for table in [Table::Responses, Table::Answers, Table::Calls, Table::Unmatched] {
        for tenant in ["default", "other"] {
            let (seen, _) = all(stage.store(), pages(table, of_tenant(tenant))).await;
            assert!(!seen.is_empty() && seen.iter().all(|row| row["tenant"] == tenant), "{table:?}");
            assert!(seen.iter().all(|row| row["respondent"] != "+8613800138000"));
        }
    }
    let foreign = rows.iter().find(|row| row.tenant == "other").expect("one");
    assert_eq!(stage.store().response("default", &foreign.session_id).await, Ok(None));
    assert_eq!(stage.store().response("nobody", &foreign.session_id).await, Ok(None));
    let filter = Filter { conditions: vec![only("tenant", &["other"])], ..of_tenant("default") };
    assert_eq!(all(stage.store(), pages(Table::Responses, filter)).await.0, vec![]);
}

/// Invited, ended, and nothing heard.
pub fn silent(row: &Response) -> bool {
    row.invited_at.is_some() && row.answers.is_empty() && !["open", "opted_out", "undeliverable"].contains(&row.disposition.as_str())
}

pub async fn filters_let_through_what_they_say(stage: &impl Stage) {
    let rows = generated(5);
    stage.write(&facts(&rows)).await;
    let region = |row: &Response| row.attributes.get("region").cloned().unwrap_or_default();
    type Holds<'a> = Box<dyn Fn(&Response) -> bool + 'a>;
    let cases: Vec<(Condition, Holds<'_>)> = vec![
        (only("queue", &["support"]), Box::new(|row| row.queue.as_deref() == Some("support"))),
        (only("queue", &["support", "sales"]), Box::new(|row| row.queue.is_some())),
        (only("agent", &["alice"]), Box::new(|row| row.agents.iter().any(|agent| agent.id == "alice"))),
        (only("team", &["r*"]), Box::new(|row| row.agents.iter().any(|agent| agent.team.as_deref() == Some("red")))),
        (only("survey", &["both"]), Box::new(|row| row.survey == "both")),
        (only("survey_version", &["1"]), Box::new(|_| true)),
        (only("disposition", &["completed", "partial"]), Box::new(|row| !row.answers.is_empty())),
        (only("channel", &["ivr"]), Box::new(|row| row.channel == Channel::Ivr)),
        (only("language", &["zh*"]), Box::new(|row| row.locale == "zh-CN")),
        (only("invited_by", &["system"]), Box::new(|row| row.invited_by != Some(InvitedBy::Agent))),
        (only("attr.region", &["cn/js/*"]), Box::new(|row| region(row).starts_with("cn/js/"))),
        (only("attr.region", &["50%_'\""]), Box::new(|row| region(row) == "50%_'\"")),
        (only("attr.reg%", &["*"]), Box::new(|_| false)),
        (only("attr.region", &["cn/js"]), Box::new(|row| region(row).starts_with("cn/js/"))),
        (only("attr.region", &["cn/j", "de"]), Box::new(|row| region(row) == "de")),
        (only("brand", &["acme"]), Box::new(|row| row.attributes.get("brand").is_some_and(|brand| brand.starts_with("acme")))),
        (only("silent", &["true"]), Box::new(silent)),
        (only("line", &["+14155550100"]), Box::new(|_| true)),
        (only("account", &["main' OR 1=1 --"]), Box::new(|_| false)),
    ];
    for (condition, holds) in cases {
        let wanted: Vec<&str> =
            rows.iter().filter(|row| row.tenant == "default" && holds(row)).map(|row| row.session_id.as_str()).collect();
        let filter = Filter { conditions: vec![condition.clone()], ..of_tenant("default") };
        let (seen, _) = all(stage.store(), pages(Table::Responses, filter.clone())).await;
        assert_eq!(ids(&seen), wanted, "{condition:?}");
        let mut calls = all(stage.store(), pages(Table::Calls, filter)).await.0;
        calls.sort_by(|a, b| text(a, "session_id").cmp(text(b, "session_id")));
        assert_eq!(ids(&calls), wanted, "calls with {condition:?}");
    }
}

pub async fn periods_include_their_begin_and_not_their_end(stage: &impl Stage) {
    let rows = generated(6);
    stage.write(&facts(&rows)).await;
    let default = || rows.iter().filter(|row| row.tenant == "default");
    let mut ends: Vec<Moment> = default().map(|row| row.call_ended_at).collect();
    ends.sort();
    let (from, to) = (ends[40], ends[120]);
    let wanted: Vec<&str> =
        default().filter(|row| row.call_ended_at >= from && row.call_ended_at < to).map(|row| row.session_id.as_str()).collect();
    let filter = Filter { from: Some(from), to: Some(to), ..of_tenant("default") };
    assert_eq!(ids(&all(stage.store(), pages(Table::Responses, filter)).await.0), wanted);
}

fn query(measures: &[Measure], by: &[&str], interval: Interval) -> MeasureQuery {
    let by = by.iter().map(|by| Grouping::parse(by).expect("a grouping")).collect();
    MeasureQuery { measures: measures.to_vec(), filter: of_tenant("default"), by, interval, compare: false, prices: prices() }
}

/// What the texts of the one account cost.
pub fn prices() -> BTreeMap<String, f64> {
    BTreeMap::from([("main".to_owned(), 0.0125)])
}

fn whole(row: &Response) -> Vec<(Option<String>, f64)> {
    vec![(row.queue.clone(), 1.0)]
}

fn by_agent(row: &Response) -> Vec<(Option<String>, f64)> {
    let mut shares: BTreeMap<Option<String>, f64> = BTreeMap::new();
    row.agents.iter().for_each(|agent| *shares.entry(Some(agent.id.clone())).or_default() += agent.share);
    if shares.is_empty() { vec![(None, 1.0)] } else { shares.into_iter().collect() }
}

pub async fn scores_are_those_of_a_recount(stage: &impl Stage) {
    let rows = generated(7);
    stage.write(&facts(&rows)).await;
    for (by, of) in [("queue", whole as fn(&Response) -> _), ("agent", by_agent)] {
        for measure in [Measure::Csat, Measure::Nps, Measure::Ces, Measure::Fcr, Measure::Kano, Measure::Index] {
            let scores = stage.store().measures(&query(&[measure], &[by], Interval::None)).await.expect("scores");
            let wanted = naive(&rows, measure, of);
            assert_eq!(scores.iter().map(|score| score.group[by].clone()).collect::<Vec<_>>(), wanted.keys().cloned().collect::<Vec<_>>());
            scores.iter().for_each(|score| wanted[&score.group[by]].assert(score));
        }
    }
}

pub async fn paths_are_grouped_by_their_first_levels(stage: &impl Stage) {
    let rows = generated(8);
    stage.write(&facts(&rows)).await;
    let scores = stage.store().measures(&query(&[Measure::Csat], &["attr.region:2"], Interval::None)).await.expect("scores");
    let two = |row: &Response| row.attributes.get("region").map(|region| region.splitn(3, '/').take(2).collect::<Vec<_>>().join("/"));
    let wanted = naive(&rows, Measure::Csat, |row| vec![(two(row), 1.0)]);
    assert_eq!(scores.len(), wanted.len());
    scores.iter().for_each(|score| wanted[&score.group["attr.region:2"]].assert(score));
    assert!(wanted.contains_key(&Some("cn/js".to_owned())));
}

pub async fn intervals_cover_each_response_once(stage: &impl Stage) {
    let rows = generated(9);
    stage.write(&facts(&rows)).await;
    for (interval, length) in [(Interval::Day, DAY), (Interval::Week, 7 * DAY), (Interval::Hour, 3_600_000)] {
        let start = |row: &Response| moment(FIRST + (row.call_ended_at.millis() - FIRST) / length * length).to_string();
        let wanted = naive(&rows, Measure::Csat, |row| vec![(Some(start(row)), 1.0)]);
        let scores = stage.store().measures(&query(&[Measure::Csat], &[], interval)).await.expect("scores");
        assert_eq!(scores.len(), wanted.len());
        scores.iter().for_each(|score| wanted[&score.interval_start.map(|at| at.to_string())].assert(score));
    }
}

/// Kathmandu is 5:45 ahead of UTC; 2026-11-02 is a Monday.
pub async fn hours_and_weekdays_are_counted_in_the_zone(stage: &impl Stage) {
    let rows = generated(12);
    stage.write(&facts(&rows)).await;
    let local = |row: &Response| row.call_ended_at.millis() - FIRST + (5 * 60 + 45) * 60_000;
    let hour = |row: &Response| local(row).rem_euclid(DAY) / (DAY / 24);
    let weekday = |row: &Response| local(row).div_euclid(DAY).rem_euclid(7) + 1;
    let mut query = query(&[Measure::Csat], &["hour"], Interval::None);
    query.filter.zone = TimeZone::get("Asia/Kathmandu").expect("a zone");
    let scores = stage.store().measures(&query).await.expect("scores");
    assert_eq!(
        scores.iter().map(|score| score.group["hour"].clone()).collect::<Vec<_>>(),
        (0..24).map(|h| Some(h.to_string())).collect::<Vec<_>>()
    );
    let wanted = naive(&rows, Measure::Csat, |row| vec![(Some(hour(row).to_string()), 1.0)]);
    scores.iter().for_each(|score| wanted[&score.group["hour"]].assert(score));

    query.by = vec![Grouping::parse("weekday").expect("a grouping")];
    query.filter.conditions = vec![only("hour", &["9", "10", "0"]), only("weekday", &["1", "7"])];
    let chosen: Vec<Response> =
        rows.iter().filter(|row| [0, 9, 10].contains(&hour(row)) && [1, 7].contains(&weekday(row))).cloned().collect();
    let wanted = naive(&chosen, Measure::Csat, |row| vec![(Some(weekday(row).to_string()), 1.0)]);
    let scores = stage.store().measures(&query).await.expect("scores");
    assert_eq!(scores.len(), wanted.len());
    scores.iter().for_each(|score| wanted[&score.group["weekday"]].assert(score));
    let funnel = stage.store().funnel(&query.filter, &query.by).await.expect("a funnel");
    let calls = chosen.iter().filter(|row| row.tenant == "default").count() as u64;
    assert_eq!(funnel.iter().map(|item| item.calls).sum::<u64>(), calls);
}

const WEEK: i64 = 7 * DAY;

/// The first full week against the one before, both counted by loops; z is that of the score test.
pub async fn scores_are_compared_with_the_period_before(stage: &impl Stage) {
    let rows = generated(14);
    stage.write(&facts(&rows)).await;
    let within = |from: i64| {
        let wanted = |row: &&Response| (from..from + WEEK).contains(&row.call_ended_at.millis());
        naive(&rows.iter().filter(wanted).cloned().collect::<Vec<_>>(), Measure::Csat, whole)
    };
    let (now, before) = (within(FIRST + WEEK), within(FIRST));
    let mut query = MeasureQuery { compare: true, ..query(&[Measure::Csat], &["queue"], Interval::None) };
    (query.filter.from, query.filter.to) = (Some(moment(FIRST + WEEK)), Some(moment(FIRST + 2 * WEEK)));
    let scores = stage.store().measures(&query).await.expect("scores");
    assert_eq!(scores.len(), now.len());
    for score in scores {
        let queue = &score.group["queue"];
        now[queue].assert(&score);
        let comparison = score.comparison.as_ref().expect("a comparison");
        let ((value, n), (was, before_n)) = (now[queue].share(), before[queue].share());
        assert_eq!(comparison.previous.n, before_n as u64);
        let near = |a: Option<f64>, b: f64| (a.expect("a value") - b).abs() < 1e-3;
        assert!(near(comparison.previous.span.value, was * 100.0) && near(comparison.change, (value - was) * 100.0), "{score:?}");
        let pooled = (value * n + was * before_n) / (n + before_n);
        let z = (value - was) / (pooled * (1.0 - pooled) * (1.0 / n + 1.0 / before_n)).sqrt();
        assert_eq!(comparison.differs, Some(z.abs() > 1.96), "{score:?}: z = {z}");
    }
}

pub async fn intervals_are_compared_with_the_one_before(stage: &impl Stage) {
    stage.write(&facts(&generated(15))).await;
    let mut plain = query(&[Measure::Csat, Measure::Nps, Measure::Ces], &["agent"], Interval::Week);
    let all = stage.store().measures(&plain).await.expect("scores");
    // From the middle of the second week on: what was before is read whole all the same.
    plain.filter.from = Some(moment(FIRST + WEEK + 3 * DAY));
    let compared = stage.store().measures(&MeasureQuery { compare: true, ..plain }).await.expect("scores");
    assert!(!compared.is_empty());
    for score in compared {
        let start = score.interval_start.expect("a start").millis();
        assert!(start >= FIRST + WEEK);
        let before = |other: &&Score| {
            other.measure == score.measure && other.group == score.group && other.interval_start == Some(moment(start - WEEK))
        };
        let estimate = all.iter().find(before).map(|other| other.estimate);
        let comparison = score.comparison.as_ref().expect("a comparison");
        assert_eq!(comparison.previous.span.value, estimate.and_then(|estimate| estimate.value));
        assert_eq!(comparison.previous.n, estimate.map_or(0, |estimate| estimate.n));
    }
}

pub async fn silent_callers_are_a_group_of_their_own(stage: &impl Stage) {
    let rows = generated(13);
    stage.write(&facts(&rows)).await;
    let by = [Grouping::parse("silent").expect("a grouping"), Grouping::parse("agent").expect("a grouping")];
    let funnel = stage.store().funnel(&of_tenant("default"), &by).await.expect("a funnel");
    let mut groups: BTreeMap<(bool, Option<String>), u64> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.tenant == "default") {
        by_agent(row).into_iter().for_each(|(agent, _)| *groups.entry((silent(row), agent)).or_default() += 1);
    }
    let shown = |item: &FunnelItem| ((item.group["silent"].as_deref() == Some("true"), item.group["agent"].clone()), item.calls);
    assert_eq!(funnel.iter().map(shown).collect::<BTreeMap<_, _>>(), groups);
    assert!(funnel.iter().all(|item| item.silent == if item.group["silent"].as_deref() == Some("true") { item.calls } else { 0 }));
}

pub async fn a_score_of_nothing_says_so(stage: &impl Stage) {
    let scores = stage.store().measures(&query(&[Measure::Nps], &[], Interval::None)).await.expect("scores");
    assert_eq!(scores.len(), 1);
    assert_eq!(
        (scores[0].estimate.value, scores[0].estimate.n, scores[0].response_rate, scores[0].median_seconds_to_answer),
        (None, 0, None, None)
    );
    assert_eq!(stage.store().measures(&query(&[], &[], Interval::None)).await, Ok(vec![]));
}

pub async fn a_filter_on_agents_gives_groups_of_those_agents_alone(stage: &impl Stage) {
    stage.write(&facts(&generated(10))).await;
    let mut query = query(&[Measure::Csat], &["agent"], Interval::None);
    let everyone = stage.store().measures(&query).await.expect("scores");
    query.filter.conditions = vec![only("agent", &["alice"])];
    let alice = stage.store().measures(&query).await.expect("scores");
    let wanted: Vec<Score> = everyone.into_iter().filter(|score| score.group["agent"].as_deref() == Some("alice")).collect();
    assert_eq!(alice, wanted);
}

pub async fn the_funnel_counts_every_call_once(stage: &impl Stage) {
    let rows = generated(11);
    stage.write(&facts(&rows)).await;
    for (at, reason) in ["no_rule", "sampled_out", "sampled_out"].into_iter().enumerate() {
        let call = call(&response(&format!("x{at}"), None));
        stage.write(&[Fact::Call(Box::new(CallFact { session_id: None, reason: Some(reason.into()), ..call }))]).await;
    }
    let funnel = stage.store().funnel(&of_tenant("default"), &[]).await.expect("a funnel").remove(0);
    let count = |holds: &dyn Fn(&Response) -> bool| rows.iter().filter(|row| row.tenant == "default" && holds(row)).count() as u64;
    assert_eq!((funnel.calls, funnel.eligible), (count(&|_| true) + 3, count(&|_| true) + 2));
    assert_eq!(funnel.suppressed, BTreeMap::from([("no_rule".into(), 1), ("sampled_out".into(), 2)]));
    assert_eq!(funnel.invited, count(&|row| row.invited_at.is_some()));
    assert_eq!(funnel.answered, count(&|row| !row.answers.is_empty()));
    assert_eq!(
        (funnel.completed, funnel.partial),
        (count(&|row| row.disposition == "completed"), count(&|row| row.disposition == "partial"))
    );
    assert_eq!(funnel.silent, count(&|row| row.invited_at.is_some() && row.disposition == "expired"));
    let queues = stage.store().funnel(&of_tenant("default"), &[Grouping::parse("queue").expect("one")]).await.expect("a funnel");
    assert_eq!(queues.iter().map(|item| item.calls).sum::<u64>(), funnel.calls);
}
