//! PostgreSQL stopped, cut off, slow, its connections ended: results wait, everything else goes on (F6).

use std::sync::Arc;
use std::time::Duration;

use super::callers::{Caller, Door, Kind};
use super::field::{ALL, FILE, Field, pause};
use super::site::{Site, eventually};
use crate::support::chaos::{Mode, Proxy};
use crate::support::servers::{Postgres, Redis};

/// Sessions in a file of the gateway.
const EMBEDDED: &str = "embedded:FOLDER/aftercall.db";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_postgresql_is_stopped_results_wait_and_callers_notice_nothing() {
    let (redis, postgres) = (Redis::start().await, Postgres::own().await);
    let field = Field::on(Site::new(&redis.url(), &postgres.create().await.url()).await).await;
    field
        .through(async {
            pause(200).await;
            postgres.stop();
            let (calls, ..) = field.ledger.counts();
            says_that_it_cannot_read(&field).await;
            pause(3000).await;
            assert!(field.ledger.counts().0 > calls, "callers wait for results");
            says_that_it_cannot_read(&field).await;
            postgres.start().await;
        })
        .await;
    assert_eq!(field.shed().await, 0.0);
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_to_postgresql_that_end_again_and_again_lose_and_double_nothing() {
    let (redis, postgres) = (Redis::start().await, Postgres::own().await);
    let field = Field::on(Site::new(&redis.url(), &postgres.create().await.url()).await).await;
    field
        .through(async {
            for _ in 0..40 {
                postgres.terminate_connections().await;
                pause(50).await;
            }
        })
        .await;
    assert_eq!(field.shed().await, 0.0);
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_behind_a_bad_network_costs_time_and_nothing_else() {
    let (redis, database) = (Redis::start().await, Postgres::database().await);
    let proxy = Proxy::before(database.address()).await;
    let field = Field::on(Site::new(&redis.url(), &database.url_at(proxy.address())).await).await;
    field
        .through(async {
            // The commit has been sent and its answer is lost: it is brought again and stands once.
            for _ in 0..20 {
                proxy.set(Mode::CutAfter(0));
                pause(100).await;
            }
            for mode in [Mode::Latency(Duration::from_millis(300)), Mode::BlackHole, Mode::CutAfter(200), Mode::Reset, Mode::HalfClose] {
                proxy.set(mode);
                pause(700).await;
            }
            proxy.set(Mode::Pass);
        })
        .await;
    assert_eq!(field.shed().await, 0.0);
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_wait_in_the_embedded_store_also_through_the_death_of_the_gateway() {
    let postgres = Postgres::own().await;
    let field = Field::on(Site::new(EMBEDDED, &postgres.create().await.url()).await).await;
    field.door.crowd(Caller::some(0, 80, &ALL), 16).await;
    postgres.crash();
    field.door.crowd(Caller::some(80, 80, &ALL), 16).await;
    let field = field.reborn().await;
    says_that_it_cannot_read(&field).await;
    field.door.crowd(Caller::some(160, 100, &ALL), 16).await;
    postgres.start().await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_another_program_holds_the_file_of_results_they_wait() {
    let field = Field::on(Site::new(EMBEDDED, FILE).await).await;
    let file = rusqlite::Connection::open(field.site.folder("reports.db")).expect("the file of results");
    field
        .through(async {
            file.execute_batch("BEGIN EXCLUSIVE").expect("held");
            pause(7000).await;
            let (status, page) = field.gateway.get(&field.token, "/v1/responses").await;
            assert_eq!(status, 200, "what is there can be read: {page}");
            file.execute_batch("ROLLBACK").expect("let go");
        })
        .await;
    assert_eq!(field.shed().await, 0.0);
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_result_that_postgresql_refuses_is_set_aside_and_keeps_no_other() {
    let (redis, database) = (Redis::start().await, Postgres::database().await);
    let field = Field::on(Site::new(&redis.url(), &database.url()).await).await;
    let odd: Vec<_> = [7001, 7002, 7003].map(|index| Caller::some(index, 1, &[Kind::Silent])).concat();
    for (table, caller) in ["responses", "calls", "responses"].iter().zip(&odd) {
        let rule = format!("ALTER TABLE {table} ADD CHECK (call_id <> '{}')", caller.call_id());
        database.psql(&rule).await;
    }
    let unaccounted = Door::to(&[&field.gateway.base], &Arc::default());
    field.through(unaccounted.crowd(odd.clone(), 3)).await;
    for caller in &odd {
        let asked = format!("SELECT count(*) FROM refused_facts WHERE convert_from(fact, 'UTF8') LIKE '%{}%'", caller.call_id());
        eventually(|| async { if database.psql(&asked).await == "0" { Err(caller.call_id()) } else { Ok(()) } }).await;
    }
    field.ends_well().await;
}

/// Whoever reads results is told to come again, as a problem document.
async fn says_that_it_cannot_read(field: &Field) {
    eventually(|| async {
        let request = field.gateway.client.get(format!("{}/v1/responses", field.gateway.base)).bearer_auth(&field.token);
        let answer = request.send().await.expect("an answer");
        let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let told = (answer.status().as_u16(), header("content-type"), header("retry-after").is_empty());
        let problem: serde_json::Value = serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON");
        let expected = (503, "application/problem+json".to_owned(), false);
        if told == expected && problem["code"] == "unavailable" { Ok(()) } else { Err(format!("{told:?} {problem}")) }
    })
    .await;
}
