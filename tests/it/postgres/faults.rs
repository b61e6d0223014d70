use std::time::{Duration, Instant};

use aftercall::http::auth::digest;
use aftercall::ports::report::{Fact, PageQuery, ReportError, ReportStore, ReportWriter, Table, TokenStore, Unmatched};
use aftercall::reports::postgres::{Options, PostgresReports};
use aftercall::survey::response::Response;

use super::{Opened, opened};
use crate::contract::report_store::{self as suite, Stage, moment, of_tenant, pages};
use crate::support::chaos::{Mode, Proxy};
use crate::support::samples;
use crate::support::servers::{Postgres, eventually};

fn away<T: std::fmt::Debug>(outcome: Result<T, ReportError>) {
    assert!(matches!(outcome, Err(ReportError::Away(_))), "{outcome:?}");
}

fn row(id: &str) -> Fact {
    Fact::Response(Box::new(suite::response(id, Some(3))))
}

async fn count(reports: &PostgresReports) -> usize {
    let wanted = PageQuery { limit: 100, ..pages(Table::Responses, of_tenant("default")) };
    reports.page(&wanted).await.expect("a page").rows.len()
}

#[tokio::test]
async fn while_postgresql_is_stopped_it_is_away_and_when_it_is_back_all_goes_on() {
    let postgres = Postgres::own().await;
    let database = postgres.create().await;
    let reports = PostgresReports::open(&database.url(), Options::default()).await.expect("a store");
    reports.write(&[row("s1")]).await.expect("a commit");
    for crashed in [false, true] {
        if crashed {
            postgres.crash()
        } else {
            postgres.stop()
        }
        let begun = Instant::now();
        away(reports.write(&[row("s2")]).await);
        away(reports.page(&pages(Table::Responses, of_tenant("default"))).await);
        away(reports.find(digest("t")).await);
        away(reports.check().await);
        away(PostgresReports::open(&database.url(), Options::default()).await);
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        postgres.start().await;
        assert_eq!(reports.check().await, Ok(()));
        reports.write(&[row("s2")]).await.expect("a commit");
        assert_eq!(count(&reports).await, 2);
    }
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_away_in_time_and_taken_back_when_it_does() {
    let database = Postgres::database().await;
    let proxy = Proxy::before(database.address()).await;
    let quick = Duration::from_millis(400);
    let options = Options { connections: 2, patience: quick, longest_read: quick, longest_write: quick, ..Options::default() };
    let reports = PostgresReports::open(&database.url_at(proxy.address()), options).await.expect("a store");
    reports.write(&[row("s1")]).await.expect("a commit");
    proxy.set(Mode::BlackHole);
    let begun = Instant::now();
    for _ in 0..3 {
        away(reports.write(&[row("s2")]).await);
        away(reports.page(&pages(Table::Responses, of_tenant("default"))).await);
    }
    assert!(begun.elapsed() < Duration::from_secs(12), "{:?}", begun.elapsed());
    proxy.set(Mode::Pass);
    eventually("a commit after the silence", || async { reports.write(&[row("s2")]).await.is_ok() }).await;
    assert_eq!(count(&reports).await, 2);
}

#[tokio::test]
async fn many_at_once_share_a_few_connections() {
    let opened = opened().await;
    let options = Options { connections: 3, patience: Duration::from_secs(20), ..Options::default() };
    let reports = PostgresReports::open(&opened.database.url(), options).await.expect("a store");
    let mut tasks = tokio::task::JoinSet::new();
    for at in 0..60 {
        let reports = reports.clone();
        tasks.spawn(async move {
            reports.write(&[row(&format!("s{at}"))]).await.expect("a commit");
            count(&reports).await
        });
    }
    assert_eq!(tasks.join_all().await.into_iter().max(), Some(60));
    drop(opened.reports);
    let held = "SELECT count(*) <= 4 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'aftercall'";
    assert_eq!(opened.database.psql(held).await, "t");
}

fn poisoned() -> Vec<Fact> {
    let mut random = fastrand::Rng::with_seed(1);
    let letters: String = std::iter::repeat_with(|| random.alphanumeric()).take(20_000).collect();
    let good = suite::response("poison", Some(3));
    vec![
        Fact::Response(Box::new(Response { version: u64::MAX, ..good.clone() })),
        Fact::Response(Box::new(Response { call_ended_at: moment(i64::MIN), ..good.clone() })),
        Fact::Response(Box::new(Response { session_id: letters, ..good })),
    ]
}

#[tokio::test]
async fn a_fact_that_postgresql_cannot_hold_is_refused_alone_and_kept_aside() {
    for poison in poisoned() {
        let opened = opened().await;
        let batch = [row("s1"), poison.clone(), row("s2")];
        let refused = opened.reports.write(&batch).await.expect_err("a refusal");
        assert!(matches!(&refused, ReportError::Refused(why) if why.len() < 200), "{refused:?}");
        assert_eq!(count(&opened.reports).await, 0, "all or none");
        for fact in &batch {
            let written = opened.reports.write(std::slice::from_ref(fact)).await;
            assert_eq!(written.is_ok(), *fact != poison, "{written:?}");
        }
        assert_eq!(count(&opened.reports).await, 2);
        for _ in 0..2 {
            opened.reports.set_aside(&poison, "why\0not", moment(1_795_428_000_123)).await.expect("kept");
        }
        let kept =
            opened.database.psql("SELECT refused_at AT TIME ZONE 'UTC', reason, convert_from(fact, 'UTF8') FROM refused_facts").await;
        let wanted = format!("2026-11-23 10:00:00.123|why\u{fffd}not|{}", serde_json::to_string(&poison).expect("JSON"));
        assert_eq!(kept, wanted, "once, and whole");
    }
}

/// Makes the database fail with the code that a text says.
const FAILING: &str = "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'it holds +14155550123' USING ERRCODE = NEW.text; END $$;
    CREATE TRIGGER fail BEFORE INSERT ON unmatched_replies FOR EACH ROW EXECUTE FUNCTION fail()";

async fn failed(opened: &Opened, code: &str) -> ReportError {
    let Fact::Unmatched(reply) = samples::fact("u1") else { panic!("another fact") };
    let fact = Fact::Unmatched(Unmatched { text: code.into(), ..reply });
    opened.reports.write(&[fact]).await.expect_err("a failure")
}

#[tokio::test]
async fn what_may_be_tried_again_what_never_and_what_is_broken_are_told_apart() {
    let opened = opened().await;
    opened.database.psql(FAILING).await;
    for code in ["40001", "40P01", "55P03", "57014", "57P01", "57P03", "53100", "53300", "08006", "25006"] {
        away::<()>(Err(failed(&opened, code).await));
    }
    for code in ["22003", "22P05", "23502", "23505", "54000"] {
        let refused = failed(&opened, code).await;
        assert!(matches!(&refused, ReportError::Refused(why) if why.contains(code) && !why.contains("555")), "{refused:?}");
    }
    for code in ["42P01", "42501", "XX000", "P0001"] {
        let failed = failed(&opened, code).await;
        assert!(matches!(&failed, ReportError::Failed(why) if why.contains(code)), "{failed:?}");
    }
    opened.write(&[row("s1")]).await;
}
