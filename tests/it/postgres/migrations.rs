use aftercall::ports::report::{ReportError, ReportWriter};
use aftercall::reports::postgres::{Options, PostgresReports};

use super::opened;
use crate::support::servers::Postgres;

async fn reopened(url: &str) -> Result<(), ReportError> {
    PostgresReports::open(url, Options::default()).await.map(drop)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gateways_that_start_at_once_migrate_once() {
    let database = Postgres::database().await;
    let starts: Vec<_> = (0..8)
        .map(|_| {
            let url = database.url();
            tokio::spawn(async move { reopened(&url).await })
        })
        .collect();
    for start in starts {
        assert_eq!(start.await.expect("no panic"), Ok(()));
    }
    assert_eq!(
        database.psql("SELECT number, name, needs FROM schema_migrations ORDER BY number").await,
        "1|reporting|1\n2|consent|1\n3|tickets|1\n4|parts|1\n5|segments|1\n6|erasure|1\n7|versions|1\n8|views|1\n9|ticketed|1"
    );
    assert_eq!(reopened(&database.url()).await, Ok(()), "and once only");
}

#[tokio::test]
async fn tables_that_need_a_newer_version_are_refused_and_additions_to_them_are_not() {
    let opened = opened().await;
    let later =
        |needs: u8| format!("INSERT INTO schema_migrations (number, name, checksum, needs) VALUES ({needs}0, 'more', 'x', {needs})");
    let known: u8 = opened.database.psql("SELECT max(number) FROM schema_migrations").await.parse().expect("a number");
    opened.database.psql(&later(known)).await;
    assert_eq!(reopened(&opened.database.url()).await, Ok(()), "an older binary goes on beside a newer one");
    opened.database.psql(&later(known + 1)).await;
    let needs = known + 1;
    let told =
        format!("tables whose migration {needs}0 (more) needs an aftercall that knows migration {needs}; this one knows up to {known}");
    assert_eq!(reopened(&opened.database.url()).await, Err(ReportError::Unreadable(told)));
}

#[tokio::test]
async fn tables_made_by_another_script_are_refused() {
    let opened = opened().await;
    opened.database.psql("UPDATE schema_migrations SET checksum = 'other'").await;
    let refused = reopened(&opened.database.url()).await;
    assert!(
        matches!(&refused, Err(ReportError::Unreadable(why)) if why.starts_with("tables whose migration 1 (reporting)")),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_store_that_is_not_yet_connected_migrates_when_it_is_used() {
    let database = Postgres::database().await;
    let reports = PostgresReports::at(&database.url(), Options::default()).expect("an address");
    assert_eq!(database.psql("SELECT to_regclass('calls') IS NULL").await, "t");
    assert_eq!(reports.check().await, Ok(()));
    assert_eq!(database.psql("SELECT to_regclass('calls') IS NULL").await, "f");
}

#[tokio::test]
async fn the_password_shows_in_no_error_and_no_debug_output() {
    let database = Postgres::database().await;
    let wrong = database.url().replace(":not-a-secret@", ":s3cret@");
    let refused = reopened(&wrong).await.expect_err("a wrong password");
    assert!(matches!(&refused, ReportError::Failed(why) if why.contains("28P01")), "{refused:?}");
    let held = PostgresReports::at(&wrong, Options::default()).expect("an address");
    assert!(!format!("{refused} {refused:?} {held:?}").contains("s3cret"));
}
