//! The same facts in both stores give the same answers.

use aftercall::cli::export::{ExportArguments, ExportFormat, ExportTable, run};
use aftercall::ports::report::{
    Condition, Cursor, Fact, Filter, Grouping, IntegrityQuery, Interval, MeasureQuery, Order, PageQuery, RankingQuery, ReportStore, Row,
    Table,
};
use aftercall::survey::model::Measure;
use jiff::tz::TimeZone;

use super::opened;
use crate::contract::report_store::{self as suite, DAY, FIRST, Stage, facts, moment, of_tenant, only};
use crate::reports::Sqlite;

const CALLS: usize = 100_000;

/// Both stores with the same calls: some twice, some corrected, some suppressed.
async fn filled() -> (super::Opened, Sqlite) {
    let (postgres, sqlite) = (opened().await, Sqlite::new());
    let mut rows = suite::many(77, CALLS);
    loop {
        let part: Vec<_> = rows.by_ref().take(400).collect();
        let Some(first) = part.first() else { break };
        let mut batch = facts(&part);
        let mut corrected = first.clone();
        (corrected.version, corrected.disposition) = (2, "completed".into());
        let mut suppressed = suite::call(&suite::response(&format!("x{}", first.session_id), None));
        (suppressed.session_id, suppressed.reason) = (None, Some("sampled_out".into()));
        batch.extend([Fact::Call(Box::new(suite::call(first))), Fact::Response(Box::new(corrected)), Fact::Call(Box::new(suppressed))]);
        tokio::join!(sqlite.write(&batch), postgres.write(&batch));
    }
    (postgres, sqlite)
}

fn filters() -> Vec<Filter> {
    let with = |conditions: Vec<Condition>| Filter { conditions, ..of_tenant("default") };
    vec![
        of_tenant("default"),
        of_tenant("nobody"),
        Filter { from: Some(moment(FIRST + 2 * DAY)), to: Some(moment(FIRST + 4 * DAY)), ..Filter::default() },
        with(vec![only("attr.region", &["cn/js/*", "de"]), only("queue", &["support", "sa*"])]),
        with(vec![only("agent", &["alice", "bob"]), only("team", &["b*"])]),
        with(vec![only("survey", &["both"]), only("survey_version", &["1"]), only("language", &["zh*"])]),
        with(vec![only("channel", &["ivr"]), only("disposition", &["completed", "par*"]), only("invited_by", &["system"])]),
        with(vec![only("attr.region", &["50%_'\"", "cn/js"]), only("hour", &["9", "23"]), only("weekday", &["1", "7"])]),
        with(vec![only("variant", &["*"])]),
    ]
}

async fn same_scores((ours, theirs): (&dyn ReportStore, &dyn ReportStore), query: MeasureQuery) -> usize {
    let (scores, wanted) = tokio::join!(ours.measures(&query), theirs.measures(&query));
    assert_eq!(scores, wanted, "{query:?}");
    scores.expect("scores").len()
}

async fn measures(stores: (&dyn ReportStore, &dyn ReportStore)) {
    let zone = |name: &str| TimeZone::get(name).expect("a zone");
    let by = |groups: &[&str]| groups.iter().map(|by| Grouping::parse(by).expect("a grouping")).collect::<Vec<_>>();
    let all = of_tenant("default");
    let mut found = 0;
    let cases: [(&[&str], Interval, &str); 5] = [
        (&["hour", "weekday", "brand", "silent"], Interval::None, "America/New_York"),
        (&["agent", "attr.region:2"], Interval::None, "UTC"),
        (&["queue", "channel", "invited_by"], Interval::Week, "Asia/Shanghai"),
        (&["team", "survey"], Interval::Month, "America/New_York"),
        (&[], Interval::Day, "Europe/Berlin"),
    ];
    for (at, (groups, interval, name)) in cases.into_iter().enumerate() {
        let query = MeasureQuery {
            measures: vec![],
            filter: Filter { zone: zone(name), ..all.clone() },
            by: by(groups),
            interval,
            compare: at % 2 == 0,
            prices: suite::prices(),
        };
        found += same_scores(stores, query).await;
    }
    for filter in filters().into_iter().skip(2).step_by(2) {
        let query = MeasureQuery {
            measures: vec![Measure::Csat, Measure::Nps, Measure::Kano, Measure::Index],
            filter: Filter { zone: zone("Asia/Kolkata"), ..filter },
            by: by(&["agent"]),
            interval: Interval::Hour,
            compare: true,
            prices: suite::prices(),
        };
        found += same_scores(stores, query).await;
    }
    assert!(found > 1000, "{found} scores were compared");
}

async fn figures((ours, theirs): (&dyn ReportStore, &dyn ReportStore)) {
    let mut found = 0;
    for (filter, (by, interval)) in
        filters().into_iter().zip([(&["agent"][..], Interval::Day), (&[], Interval::None), (&["queue"], Interval::Week)])
    {
        let mut query = suite::figures::query(by, interval, FIRST + 30 * DAY);
        query.asked.filter = filter;
        query.asked.compare = interval != Interval::None;
        let (figures, wanted) = tokio::join!(ours.figures(&query), theirs.figures(&query));
        assert_eq!(figures, wanted, "{query:?}");
        found += figures.expect("figures").len();
    }
    assert!(found > 100, "{found} figures were compared");
}

async fn funnels((ours, theirs): (&dyn ReportStore, &dyn ReportStore)) {
    let mut counted = 0;
    for (at, filter) in filters().into_iter().enumerate() {
        let groups = [&["queue", "survey"][..], &[], &["agent"], &["attr.region:1", "disposition"]][at % 4];
        let by: Vec<Grouping> = groups.iter().map(|by| Grouping::parse(by).expect("a grouping")).collect();
        let (funnel, wanted) = tokio::join!(ours.funnel(&filter, &by), theirs.funnel(&filter, &by));
        assert_eq!(funnel, wanted, "{filter:?} {by:?}");
        counted += funnel.expect("a funnel").iter().map(|item| item.calls).sum::<u64>();
    }
    assert!(counted > 100_000, "{counted} calls were counted");
}

/// With a q of 1 every test that was made is shown.
async fn agents((ours, theirs): (&dyn ReportStore, &dyn ReportStore)) {
    let (mut ranked, mut signs) = (0, 0);
    for (at, filter) in filters().into_iter().enumerate() {
        let query = RankingQuery { measure: Measure::ALL[at % Measure::ALL.len()], filter: filter.clone(), min_n: 30 };
        let (rows, wanted) = tokio::join!(ours.ranking(&query), theirs.ranking(&query));
        assert_eq!(rows, wanted, "{query:?}");
        ranked += rows.expect("a ranking").len();
        let query = IntegrityQuery { filter, agents: vec![], q: 1.0 };
        let (found, wanted) = tokio::join!(ours.integrity(&query), theirs.integrity(&query));
        assert_eq!(found, wanted, "{query:?}");
        signs += found.expect("signs").len();
    }
    assert!(ranked > 10 && signs > 50, "{ranked} agents and {signs} tests were compared");
}

/// Some pages from there on.
async fn leafed(store: &dyn ReportStore, mut query: PageQuery, most: usize) -> (Vec<Row>, Cursor, bool) {
    let (mut rows, mut more) = (Vec::new(), true);
    for _ in 0..most {
        let page = store.page(&query).await.expect("a page");
        rows.extend(page.rows);
        (query.after, more) = (page.next, page.more);
        if !more {
            break;
        }
    }
    (rows, query.after, more)
}

async fn leaves((ours, theirs): (&dyn ReportStore, &dyn ReportStore)) {
    let mut compared = 0;
    for filter in filters() {
        for table in [Table::Responses, Table::Answers, Table::Calls] {
            for order in [Order::Change, Order::Identity] {
                // Numbers of the feed are those of SQLite, so a reader could go on at the other store; those of identity are not.
                let after = if order == Order::Change { Cursor { row: 150_000, part: 0 } } else { Cursor::default() };
                let query = PageQuery { table, filter: filter.clone(), order, after, limit: 40 };
                let ((rows, at, more), (wanted, place, rest)) = tokio::join!(leafed(ours, query.clone(), 2), leafed(theirs, query, 2));
                assert_eq!((&rows, more), (&wanted, rest), "{table:?} {order:?} {filter:?}");
                assert!(order == Order::Identity || at == place);
                compared += rows.len();
            }
        }
    }
    assert!(compared > 2000, "{compared} rows were compared");
}

async fn exported(store: &dyn ReportStore, table: ExportTable, format: ExportFormat) -> Vec<u8> {
    let (from, to) = (Some(moment(FIRST + DAY)), Some(moment(FIRST + DAY + DAY / 8)));
    let mut out = Vec::new();
    run(&ExportArguments { table, format, from, to, tenant: None, bom: false }, store, &mut out).await.expect("an export");
    out
}

async fn exports((ours, theirs): (&dyn ReportStore, &dyn ReportStore)) {
    for (table, format) in
        [(ExportTable::Responses, ExportFormat::Csv), (ExportTable::Answers, ExportFormat::Ndjson), (ExportTable::Calls, ExportFormat::Csv)]
    {
        let bytes = exported(ours, table, format).await;
        assert!(bytes.len() > 10_000 && bytes == exported(theirs, table, format).await, "{table:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_stores_give_identical_answers_about_the_same_hundred_thousand_calls() {
    let (postgres, sqlite) = filled().await;
    let stores: (&dyn ReportStore, &dyn ReportStore) = (postgres.store(), sqlite.store());
    measures(stores).await;
    funnels(stores).await;
    figures(stores).await;
    agents(stores).await;
    leaves(stores).await;
    exports(stores).await;
}
