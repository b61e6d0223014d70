//! The views for tools that read the database itself, in both stores.

use aftercall::ports::report::{Fact, Filter, Grouping, Interval, MeasureQuery, ReportStore};
use aftercall::survey::model::Measure;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::Sqlite;
use crate::contract::report_store::{Stage, facts, generated, of_tenant, ticket};

const VIEWS: [&str; 6] = ["bi_responses", "bi_answers", "bi_calls", "bi_call_agents", "bi_tickets", "bi_funnel_daily"];

/// Rows of cells, as `psql` writes them.
type Rows = Vec<Vec<String>>;

fn in_sqlite(stage: &Sqlite, query: &str) -> Rows {
    let file = Connection::open(stage.path()).expect("the file");
    let mut statement = file.prepare(query).unwrap_or_else(|error| panic!("{error}: {query}"));
    let width = statement.column_count();
    let cell = |value: ValueRef<'_>| match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(_) => panic!("a blob"),
    };
    let rows = statement.query_map([], |row| (0..width).map(|at| row.get_ref(at).map(cell)).collect()).expect("rows");
    rows.collect::<Result<_, _>>().expect("rows")
}

async fn in_postgres(opened: &crate::postgres::Opened, query: &str) -> Rows {
    let text = opened.database.psql(query).await;
    text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
}

/// The queries of the document.
fn examples() -> Vec<String> {
    let document = include_str!("../../../docs/reporting.md");
    document.split("```sql\n").skip(1).map(|block| block.split("```").next().expect("a query").to_owned()).collect()
}

fn told() -> Vec<Fact> {
    let rows = generated(6);
    let mut told = facts(&rows);
    told.push(Fact::Ticket(Box::new(ticket("t1", "s0001"))));
    told
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

#[tokio::test]
async fn the_queries_of_the_document_give_what_the_api_gives_in_both_stores() {
    let (sqlite, postgres) = (Sqlite::new(), crate::postgres::opened().await);
    sqlite.write(&told()).await;
    postgres.write(&told()).await;
    let examples = examples();
    assert_eq!(examples.len(), 2);
    let (by_queue, by_day) = (in_sqlite(&sqlite, &examples[0]), in_sqlite(&sqlite, &examples[1]));
    for (query, found) in examples.iter().zip([&by_queue, &by_day]) {
        let other = in_postgres(&postgres, query).await;
        let plain = |rows: &Rows| -> Rows {
            // A queue that is not known sorts first here and last there.
            let mut rows: Rows = rows.iter().map(|row| row.iter().map(|cell| cell.trim_end_matches(".0").to_owned()).collect()).collect();
            rows.sort();
            rows
        };
        assert_eq!(plain(found), plain(&other), "{query}");
    }
    let query = MeasureQuery {
        measures: vec![Measure::Csat],
        filter: of_tenant("default"),
        by: vec![Grouping::parse("queue").expect("a group")],
        interval: Interval::None,
        compare: false,
        prices: Default::default(),
    };
    let scores = sqlite.reports.measures(&query).await.expect("scores");
    for score in &scores {
        let shown = serde_json::to_value(score).expect("JSON");
        let (n, value) = (shown["n"].as_f64().expect("a number"), shown["value"].as_f64());
        let Some(value) = value.filter(|_| n > 0.0) else { continue };
        let queue = shown["group"]["queue"].as_str().unwrap_or_default().to_owned();
        let row = by_queue.iter().find(|row| row[0] == queue).unwrap_or_else(|| panic!("{queue}: {by_queue:?}"));
        assert_eq!((number(&row[1]), number(&row[2])), (n, value.round()), "{queue}");
    }
    let funnel = &sqlite.reports.funnel(&of_tenant("default"), &[]).await.expect("a funnel")[0];
    let sum = |at: usize| by_day.iter().map(|row| number(&row[at])).sum::<f64>();
    assert_eq!([sum(1), sum(2), sum(3)], [funnel.calls, funnel.invited, funnel.answered].map(|count| count as f64));
}

#[tokio::test]
async fn the_daily_funnel_adds_up_to_the_funnel_in_both_stores() {
    let (sqlite, postgres) = (Sqlite::new(), crate::postgres::opened().await);
    sqlite.write(&told()).await;
    postgres.write(&told()).await;
    let sums = "SELECT sum(calls), sum(eligible), sum(invited), sum(delivered), sum(undeliverable), sum(answered), sum(partial), sum(completed), \
        sum(opted_out), sum(silent), sum(tickets), sum(recovered) FROM bi_funnel_daily";
    let all = &sqlite.reports.funnel(&Filter::default(), &[]).await.expect("a funnel")[0];
    let wanted = [
        all.calls,
        all.eligible,
        all.invited,
        all.delivered,
        all.undeliverable,
        all.answered,
        all.partial,
        all.completed,
        all.opted_out,
        all.silent,
        all.tickets,
        all.recovered,
    ];
    let wanted: Rows = vec![wanted.map(|count| count.to_string()).to_vec()];
    assert_eq!(in_sqlite(&sqlite, sums), wanted);
    assert_eq!(in_postgres(&postgres, sums).await, wanted);
}

#[tokio::test]
async fn every_view_has_the_same_columns_in_both_stores_and_shows_no_number_whole() {
    let (sqlite, postgres) = (Sqlite::new(), crate::postgres::opened().await);
    sqlite.write(&told()).await;
    postgres.write(&told()).await;
    for view in VIEWS {
        let here = in_sqlite(&sqlite, &format!("SELECT name FROM pragma_table_info('{view}') ORDER BY cid"));
        let order = "ORDER BY ordinal_position";
        let there =
            in_postgres(&postgres, &format!("SELECT column_name FROM information_schema.columns WHERE table_name = '{view}' {order}"))
                .await;
        assert_eq!(here, there, "{view}");
        assert!(include_str!("../../../docs/reporting.md").contains(&format!("| `{view}` |")), "{view} is not in the document");
        let all = format!("SELECT * FROM {view}");
        let (mine, theirs) = (in_sqlite(&sqlite, &all), in_postgres(&postgres, &all).await);
        let count = format!("SELECT count(*) FROM {view}");
        assert_eq!(in_postgres(&postgres, &count).await, [[mine.len().to_string()]], "{view}");
        assert!(!mine.is_empty(), "{view}");
        for rows in [mine, theirs] {
            let text = format!("{rows:?}");
            for number in generated(6).iter().filter_map(|row| Some(row.respondent.as_ref()?.expose().to_owned())) {
                assert!(!text.contains(&number), "{view}");
            }
        }
    }
    let masked = in_sqlite(&sqlite, "SELECT DISTINCT respondent FROM bi_calls WHERE respondent IS NOT NULL ORDER BY 1");
    let wanted: std::collections::BTreeSet<String> =
        generated(6).iter().filter_map(|row| Some(row.respondent.as_ref()?.masked())).collect();
    assert!(masked.iter().map(|row| &row[0]).eq(wanted.iter()), "{masked:?}");
    assert_eq!(
        in_postgres(&postgres, "SELECT DISTINCT respondent COLLATE \"C\" FROM bi_calls WHERE respondent IS NOT NULL ORDER BY 1").await,
        masked
    );
}
