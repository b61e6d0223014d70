//! A reader that goes on from each page's cursor misses nothing, whoever writes at the same time and whatever is cut off.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aftercall::ports::report::{Fact, PageQuery, ReportError, ReportStore, ReportWriter, Table};
use aftercall::reports::postgres::{Options, PostgresReports};
use aftercall::survey::response::Response;
use tokio::task::JoinSet;

use super::{Opened, opened};
use crate::contract::report_store::{self as suite, of_tenant, pages};

const WRITERS: u64 = 16;
/// Sessions that several writers correct at the same time.
const SHARED: u64 = 20;

/// Pauses inside the transactions, between a number's being drawn and its commit.
const PAUSES: &str =
    "CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(random() * 0.006); RETURN NULL; END $$;
    CREATE TRIGGER pause AFTER INSERT ON responses FOR EACH STATEMENT EXECUTE FUNCTION pause()";

type Versions = BTreeMap<String, u64>;

fn version(id: String, version: u64) -> Fact {
    let disposition = if version.is_multiple_of(3) { "completed" } else { "open" };
    Fact::Response(Box::new(Response { version, disposition: disposition.into(), ..suite::response(&id, Some(4)) }))
}

/// Its own sessions in growing versions, and those that all writers share.
fn batch(random: &mut fastrand::Rng, writer: u64, round: u64) -> Vec<Fact> {
    let own = (0..random.u64(1..8)).map(|at| version(format!("w{writer}-{}", at + round / 3 * 8), round + 1));
    let mut facts: Vec<Fact> = own.collect();
    facts.extend((0..4).map(|_| version(format!("shared-{}", random.u64(..SHARED)), random.u64(1..200))));
    random.shuffle(&mut facts);
    facts
}

/// Writes until it is committed; a batch whose fate is unknown is written again.
async fn insist(reports: &PostgresReports, facts: &[Fact]) {
    loop {
        match reports.write(facts).await {
            Ok(()) => return,
            Err(ReportError::Away(_)) => tokio::time::sleep(Duration::from_millis(5)).await,
            Err(other) => panic!("{other}"),
        }
    }
}

async fn writer(reports: PostgresReports, number: u64, rounds: u64) -> Versions {
    let mut random = fastrand::Rng::with_seed(number);
    let mut written = Versions::new();
    for round in 0..rounds {
        tokio::time::sleep(Duration::from_micros(random.u64(..4000))).await;
        let facts = batch(&mut random, number, round);
        insist(&reports, &facts).await;
        for fact in facts {
            let Fact::Response(row) = fact else { continue };
            newest(&mut written, row.session_id, row.version);
        }
    }
    written
}

fn newest(versions: &mut Versions, id: String, version: u64) {
    let known = versions.entry(id).or_default();
    *known = version.max(*known);
}

/// Follows the feed until the writers have ended and nothing is left; the last version seen of each session.
async fn follow(reports: PostgresReports, writing: Arc<AtomicUsize>) -> Versions {
    let mut seen = Versions::new();
    let mut wanted = PageQuery { limit: 13, ..pages(Table::Responses, of_tenant("default")) };
    loop {
        let last = writing.load(Ordering::SeqCst) == 0;
        let page = match reports.page(&wanted).await {
            Ok(page) => page,
            Err(ReportError::Away(_)) => continue,
            Err(other) => panic!("{other}"),
        };
        for row in &page.rows {
            let (id, version) = (row["session_id"].as_str().expect("an id"), row["version"].as_u64().expect("a version"));
            let before = seen.insert(id.to_owned(), version);
            assert!(before.is_none_or(|before| before < version), "{id} came again with version {version} after {before:?}");
        }
        wanted.after = page.next;
        if last && !page.more {
            return seen;
        }
    }
}

/// Sixteen writers at four gateways, and a reader beside them; what was written and what was seen.
async fn run(opened: &Opened, rounds: u64) -> (Versions, Versions) {
    let mut gateways = Vec::new();
    for _ in 0..4 {
        // Made while connections are being cut, so they must find the tables in order when they are first used.
        gateways.push(PostgresReports::at(&opened.database.url(), Options::default()).expect("an address"));
    }
    let writing = Arc::new(AtomicUsize::new(1));
    let reader = tokio::spawn(follow(opened.reports.clone(), Arc::clone(&writing)));
    let mut writers: JoinSet<Versions> = JoinSet::new();
    for number in 0..WRITERS {
        writers.spawn(writer(gateways[usize::try_from(number % 4).expect("small")].clone(), number, rounds));
    }
    let mut written = Versions::new();
    for (id, version) in writers.join_all().await.into_iter().flatten() {
        newest(&mut written, id, version);
    }
    writing.store(0, Ordering::SeqCst);
    (written, reader.await.expect("a reader"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_writers_that_pause_and_a_paging_reader_end_with_equal_sets() {
    let opened = opened().await;
    opened.database.psql(PAUSES).await;
    let (written, seen) = run(&opened, 12).await;
    assert_eq!(seen, written);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_are_cut_again_and_again_lose_and_double_nothing() {
    let opened = opened().await;
    let database = opened.database.clone();
    let cutting = tokio::spawn(async move {
        let others = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'aftercall'";
        loop {
            database.psql(&format!("SELECT count(pg_terminate_backend(pid)) {others}")).await;
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    });
    let (written, seen) = run(&opened, 12).await;
    cutting.abort();
    assert_eq!(seen, written);
    assert_eq!(opened.database.psql("SELECT count(*) FROM responses").await, written.len().to_string());
}
