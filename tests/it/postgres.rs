//! The PostgreSQL reporting store, on real servers.

use aftercall::call::Moment;
use aftercall::ports::erasure::{Erasure, Receipt, Traces};
use aftercall::ports::report::{Fact, ReportStore, ReportWriter};
use aftercall::reports::postgres::{Options, PostgresReports};

use crate::contract::report_store::{self as suite, Stage};
use crate::support::servers::{Database, Postgres};

mod batches;
mod faults;
mod feed;
mod identical;
mod migrations;
mod packing;
mod texts;
mod tls;
mod tokens;

/// A store in a database of its own.
pub struct Opened {
    pub database: Database,
    pub reports: PostgresReports,
}

impl Opened {
    /// Another gateway on the same database.
    pub async fn another(&self) -> PostgresReports {
        PostgresReports::open(&self.database.url(), Options::default()).await.expect("a store")
    }
}

pub async fn opened() -> Opened {
    let database = Postgres::database().await;
    let reports = PostgresReports::open(&database.url(), Options::default()).await.expect("a store");
    Opened { database, reports }
}

impl Stage for Opened {
    async fn write(&self, facts: &[Fact]) {
        self.reports.write(facts).await.expect("a commit");
    }

    fn store(&self) -> &dyn ReportStore {
        &self.reports
    }

    async fn erase(&self, erasure: &Erasure, traces: &Traces, now: Moment) -> Receipt {
        self.reports.erase(erasure, traces, now).await.expect("an erasure")
    }
}

suite::report_store_contract!(opened);

#[tokio::test]
async fn answers_and_agents_are_views_for_people_who_ask_the_database_itself() {
    let opened = opened().await;
    let row = suite::response("s1", Some(5));
    opened.write(&[Fact::Call(Box::new(suite::call(&row))), Fact::Response(Box::new(row))]).await;
    let answers = "SELECT position, question, value, late, answered_at AT TIME ZONE 'UTC' FROM answers";
    assert_eq!(opened.database.psql(answers).await, "0|score|5|f|2026-11-02 00:01:30");
    assert_eq!(opened.database.psql("SELECT agent, team, seconds, share FROM call_agents").await, "alice|blue|60|1");
    let held = "SELECT count(*) FROM responses WHERE to_jsonb(responses) - 'respondent' @? '$.** ? (@ like_regex \"4155550123\")'";
    assert_eq!(opened.database.psql(held).await, "0", "a number stands in one column");
}
