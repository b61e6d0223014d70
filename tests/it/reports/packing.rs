//! Rows packed in SQLite.

use aftercall::call::Moment;
use aftercall::ports::erasure::{Erasure, Receipt, Traces};
use aftercall::ports::report::{Fact, Packing, ReportStore};
use rusqlite::Connection;

use super::Sqlite;
use crate::contract::report_store::packing::{Packable, answers_are_those_of_a_store_that_never_packs};
use crate::contract::report_store::{self as suite, Stage};

impl Packable for Sqlite {
    fn packing(&self) -> &dyn Packing {
        &self.reports
    }

    async fn run(&self, sql: &str) {
        Connection::open(self.path()).expect("the file").execute_batch(sql).expect("done");
    }

    fn cuts(&self) -> [(&'static str, &'static str); 2] {
        [
            ("CREATE TRIGGER cut BEFORE UPDATE OF upto ON packing BEGIN SELECT raise(ABORT, 'cut'); END", "DROP TRIGGER cut"),
            ("CREATE TRIGGER cut BEFORE INSERT ON segment_columns BEGIN SELECT raise(ABORT, 'cut'); END", "DROP TRIGGER cut"),
        ]
    }
}

/// Packs after every write.
struct Eager(Sqlite);

impl Stage for Eager {
    async fn write(&self, facts: &[Fact]) {
        self.0.write(facts).await;
        while self.0.reports.pack(1).await.expect("packed") > 0 {}
        while self.0.reports.merge().await.expect("merged") {}
    }

    fn store(&self) -> &dyn ReportStore {
        self.0.store()
    }

    async fn erase(&self, erasure: &Erasure, traces: &Traces, now: Moment) -> Receipt {
        self.0.erase(erasure, traces, now).await
    }
}

async fn eager() -> Eager {
    Eager(Sqlite::new())
}

mod always {
    use super::*;
    suite::report_store_contract!(eager);
}

#[tokio::test]
async fn packed_rows_give_the_answers_of_the_rows_themselves() {
    for seed in 0..6 {
        answers_are_those_of_a_store_that_never_packs(seed, &Sqlite::new(), &Sqlite::new()).await;
    }
}
