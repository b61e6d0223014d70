//! Rows packed in PostgreSQL.

use aftercall::call::Moment;
use aftercall::ports::erasure::{Erasure, Receipt, Traces};
use aftercall::ports::report::{Fact, Packing, ReportStore};

use super::{Opened, opened};
use crate::contract::report_store::packing::{Packable, answers_are_those_of_a_store_that_never_packs};
use crate::contract::report_store::{self as suite, Stage};

impl Packable for Opened {
    fn packing(&self) -> &dyn Packing {
        &self.reports
    }

    async fn run(&self, sql: &str) {
        self.database.psql(sql).await;
    }

    fn cuts(&self) -> [(&'static str, &'static str); 2] {
        [
            (
                "CREATE OR REPLACE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cut'; END $$; \
                 CREATE TRIGGER cut BEFORE UPDATE OF upto ON packing FOR EACH ROW EXECUTE FUNCTION cut()",
                "DROP TRIGGER cut ON packing",
            ),
            (
                "ALTER TABLE segment_columns ADD CONSTRAINT cut CHECK (name = '') NOT VALID",
                "ALTER TABLE segment_columns DROP CONSTRAINT cut",
            ),
        ]
    }
}

/// Packs after every write.
struct Eager(Opened);

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
    Eager(opened().await)
}

mod always {
    use super::*;
    suite::report_store_contract!(eager);
}

#[tokio::test]
async fn packed_rows_give_the_answers_of_the_rows_themselves() {
    for seed in 0..3 {
        answers_are_those_of_a_store_that_never_packs(seed, &opened().await, &opened().await).await;
    }
}
