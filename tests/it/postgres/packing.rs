//! Rows packed in PostgreSQL.

use aftercall::ports::report::Packing;

use super::{Opened, opened};
use crate::contract::report_store as suite;
use crate::contract::report_store::packing::{Eager, Packable, answers_are_those_of_a_store_that_never_packs};

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

async fn eager() -> Eager<Opened> {
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
