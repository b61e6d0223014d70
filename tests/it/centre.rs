//! A call centre of a hundred thousand calls, made up by seed: every figure of every route, in both stores, beside a calculation of its own
//! from what happened. It shares no code with the gateway. `AFTERCALL_SOAK=1` asks every combination.

use std::sync::Arc;

use aftercall::ports::report::{Fact, Packing};
use aftercall::reports::sqlite::SqliteWriter;
use serde_json::Value;

use crate::contract::report_store::Stage;
use crate::reports::Sqlite;
use crate::reports::door::Door;
use deeds::Deed;
use made::{DAY, FIRST};
use question::Question;

mod clock;
mod compare;
mod counts;
mod deeds;
mod desk;
mod facts;
mod figures;
mod formulas;
mod made;
mod question;
mod questions;
mod scores;

const CALLS: usize = 100_000;
/// The last days are not over for repetition.
const NOW: i64 = FIRST + 33 * DAY;

/// Both stores with the same centre behind the same API: most of it packed, the rest and its corrections not.
struct Centre {
    deeds: Vec<Deed>,
    doors: [(&'static str, Door); 2],
    _stages: (Sqlite, crate::postgres::Opened),
}

async fn tell(stages: &(Sqlite, crate::postgres::Opened), facts: Vec<Fact>) {
    for part in facts.chunks(20_000) {
        tokio::join!(stages.0.write(part), async {
            for batch in part.chunks(1000) {
                stages.1.write(batch).await;
            }
        });
    }
}

async fn pack(store: &impl Packing) {
    while store.pack(1).await.expect("packed") > 0 {}
}

impl Centre {
    async fn opened(count: usize) -> Self {
        let deeds = made::made(12, count);
        let stages = (Sqlite::new(), crate::postgres::opened().await);
        let (most, rest) = deeds.split_at(count - count / 20);
        for part in most.chunks(10_000) {
            tell(&stages, part.iter().flat_map(facts::first).collect()).await;
        }
        tokio::join!(pack(&stages.0.reports), pack(&stages.1.reports));
        tell(&stages, rest.iter().flat_map(facts::first).collect()).await;
        tell(&stages, deeds.iter().flat_map(facts::second).collect()).await;
        let writer = SqliteWriter::open(&stages.0.path()).expect("a writer");
        let sqlite = desk::door(&stages.0.reports, Arc::new(writer), NOW).await;
        let postgres = desk::door(&stages.1.reports, Arc::new(stages.1.reports.clone()), NOW).await;
        let doors = [("sqlite", sqlite), ("postgres", postgres)];
        assert!(stages.0.store().funnel(&Default::default(), &[]).await.is_ok_and(|items| items[0].calls == count as u64));
        Self { deeds, doors, _stages: stages }
    }

    async fn ask(&self, (store, door): &(&'static str, Door), question: &Question) -> (String, Value) {
        let target = question.target();
        let answer = door.get("default-read", &target).await;
        assert_eq!(answer.status, 200, "{store} {target}: {}", String::from_utf8_lossy(&answer.body));
        (format!("{store} {target}"), answer.json())
    }

    /// How many items there are, and where a store does not say what is expected.
    async fn check(&self, question: &Question) -> (usize, Vec<String>) {
        let wanted = self.expected(question);
        let (sqlite, postgres) = tokio::join!(self.ask(&self.doors[0], question), self.ask(&self.doors[1], question));
        let differing = [sqlite, postgres].into_iter().filter_map(|(target, found)| compare::differing(&target, &found, &wanted));
        (wanted.len(), differing.collect())
    }

    fn expected(&self, question: &Question) -> Vec<Value> {
        match question.route {
            "/v1/funnel" => counts::funnel(question, &self.deeds),
            "/v1/tickets/summary" => counts::handling(question, &self.deeds),
            _ => {
                let figures = question.measures.iter().any(|name| figures::FIGURES.contains(name));
                let scores = !figures || question.measures.iter().any(|name| scores::MEASURES.contains(name));
                let mut items = if scores { scores::expected(question, &self.deeds) } else { Vec::new() };
                items.extend(figures::expected(question, &self.deeds, NOW));
                items
            }
        }
    }

    /// Places follow the shrunken scores, and those lie within their intervals.
    async fn check_ranking(&self, question: &Question) {
        let wanted = counts::ranked(question, &self.deeds);
        for door in &self.doors {
            let (target, found) = self.ask(door, question).await;
            let items = found["items"].as_array().expect("items");
            assert_eq!(items.len(), wanted.len(), "{target}");
            let mut place = (f64::INFINITY, 0);
            for (at, item) in (1..).zip(items) {
                let (value, n, enough) = &wanted[item["agent"].as_str().expect("an agent")];
                assert!(compare::difference(&item["value"], value).is_none(), "{target}: {item} but {value}");
                assert_eq!((&item["n"], &item["enough"]), (&Value::from(*n), &Value::from(*enough)), "{target}: {item}");
                let number = |name: &str| item[name].as_f64().unwrap_or(f64::NAN);
                if item["shrunken"].is_null() {
                    continue;
                }
                assert!(number("low") <= number("shrunken") && number("shrunken") <= number("high"), "{target}: {item}");
                if *enough {
                    place = if number("shrunken") < place.0 { (number("shrunken"), at) } else { place };
                    assert_eq!(item["rank"], place.1, "{target}: {item}");
                    assert!(number("rank_low") <= number("rank") && number("rank") <= number("rank_high"), "{target}: {item}");
                }
            }
        }
    }
}

fn calls() -> usize {
    std::env::var("AFTERCALL_CENTRE").ok().and_then(|count| count.parse().ok()).unwrap_or(CALLS)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_figure_of_every_route_is_that_of_a_calculation_of_its_own() {
    let centre = Centre::opened(calls()).await;
    let whole = std::env::var_os("AFTERCALL_SOAK").is_some();
    let (mut items, mut differing) = (0, Vec::new());
    for question in questions::all(whole) {
        let (more, found) = centre.check(&question).await;
        items += more;
        differing.extend(found);
    }
    assert!(
        differing.is_empty(),
        "{} answers differ; the first of them:\n{}",
        differing.len(),
        differing[..differing.len().min(6)].join("\n")
    );
    assert!(items > 1000, "{items} items were compared");
    for question in questions::rankings() {
        centre.check_ranking(&question).await;
    }
}
