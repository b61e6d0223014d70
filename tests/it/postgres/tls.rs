//! PostgreSQL by TLS: who is trusted, and what is said where nobody is.

use std::path::Path;

use aftercall::ports::report::{ReportError, ReportWriter};
use aftercall::reports::postgres::{Options, PostgresReports};

use crate::support::servers::{Postgres, certificates};

async fn open(address: &str, query: &str) -> Result<PostgresReports, ReportError> {
    PostgresReports::open(&format!("{address}?{query}"), Options::default()).await
}

/// The words of the refusal.
async fn refused(address: &str, query: &str) -> String {
    let refusal = open(address, query).await.err().unwrap_or_else(|| panic!("{query} is taken")).to_string();
    assert!(!refusal.contains("not-a-secret"), "{refusal}");
    refusal
}

fn by(mode: &str, authority: &Path) -> String {
    format!("sslmode={mode}&sslrootcert={}", authority.join("ca.crt").display())
}

#[tokio::test]
async fn a_server_that_demands_tls_gets_it_and_is_believed_only_by_its_own_authority() {
    let postgres = Postgres::with_tls().await;
    let database = postgres.create().await;
    let stranger = tempfile::tempdir().expect("a folder");
    certificates::make(stranger.path()).await;
    for query in ["", "sslmode=prefer", "sslmode=require", &by("verify-full", postgres.folder()), &by("require", postgres.folder())] {
        let reports = open(&database.url(), query).await.unwrap_or_else(|error| panic!("{query}: {error}"));
        assert_eq!(reports.check().await, Ok(()), "{query}");
        let encrypted = "SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'aftercall'";
        assert_eq!(database.psql(encrypted).await, "t", "{query}");
    }
    for query in [&by("verify-full", stranger.path()), &by("require", stranger.path()), "sslmode=verify-full"] {
        let words = refused(&database.url(), query).await;
        assert!(words.contains("certificate"), "{query}: {words}");
    }
    let words = refused(&database.url(), "sslmode=disable").await;
    assert!(words.contains("no encryption") || words.contains("pg_hba.conf"), "{words}");
}

#[tokio::test]
async fn a_certificate_of_another_name_is_refused() {
    let postgres = Postgres::with_tls().await;
    let database = postgres.create().await;
    let elsewhere = database.url().replace("127.0.0.1", "db.example.com");
    let refusal = refused(&elsewhere, &format!("hostaddr=127.0.0.1&{}", by("verify-full", postgres.folder()))).await;
    assert!(refusal.contains("certificate") && refusal.contains("db.example.com"), "{refusal}");
}

#[tokio::test]
async fn a_server_without_tls_gets_no_password_where_tls_is_wanted_and_missing_authorities_are_named() {
    let database = Postgres::database().await;
    let words = refused(&database.url(), "sslmode=require").await;
    assert!(words.to_lowercase().contains("tls"), "{words}");
    let words = refused(&database.url(), "sslmode=verify-full&sslrootcert=/nowhere/ca.crt").await;
    assert!(words.contains("/nowhere/ca.crt"), "{words}");
}
