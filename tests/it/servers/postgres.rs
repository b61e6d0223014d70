//! PostgreSQL for all tests, and one that a test has to itself.

use tokio_postgres::NoTls;

use crate::support::servers::{Database, Postgres};

/// A client as the program's own.
async fn client(database: &Database) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(&database.url(), NoTls).await.expect("a connection");
    tokio::spawn(connection);
    client
}

#[tokio::test]
async fn each_database_is_fresh_and_belongs_to_no_superuser() {
    let (one, other) = (Postgres::database().await, Postgres::database().await);
    one.psql("CREATE TABLE calls (id int)").await;
    assert_eq!(other.psql("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'").await, "0");
    assert_eq!(one.psql("SELECT current_user, usesuper FROM pg_user WHERE usename = current_user").await, "aftercall|f");
    assert_eq!(one.address(), other.address());
}

#[tokio::test]
async fn one_of_its_own_stops_crashes_and_starts_with_its_data() {
    let postgres = Postgres::own().await;
    let database = postgres.create().await;
    database.psql("CREATE TABLE calls (id int)").await;
    let client = client(&database).await;
    postgres.stop();
    assert!(client.simple_query("SELECT 1").await.is_err());
    postgres.start().await;
    database.psql("INSERT INTO calls VALUES (1)").await;
    postgres.crash();
    postgres.start().await;
    assert_eq!(database.psql("SELECT id FROM calls").await, "1");
}

#[tokio::test]
async fn its_connections_are_cut_and_new_ones_are_taken() {
    let postgres = Postgres::own().await;
    let database = postgres.create().await;
    let (one, other) = (client(&database).await, client(&database).await);
    assert_eq!(postgres.terminate_connections().await, 2);
    assert!(one.simple_query("SELECT 1").await.is_err() && other.simple_query("SELECT 1").await.is_err());
    assert!(client(&database).await.simple_query("SELECT 1").await.is_ok());
}
