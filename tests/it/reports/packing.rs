//! Rows packed in SQLite.

use aftercall::ports::report::Packing;
use rusqlite::Connection;

use super::Sqlite;
use crate::contract::report_store as suite;
use crate::contract::report_store::packing::{Eager, Packable, answers_are_those_of_a_store_that_never_packs};

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

async fn eager() -> Eager<Sqlite> {
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
