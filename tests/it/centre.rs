//! A call centre of a hundred thousand calls, made up by seed: every figure of every route, in both stores, beside a calculation of its own
//! from what happened. It shares no code with the gateway. `AFTERCALL_SOAK=1` asks every combination, `AFTERCALL_CENTRE` says how many
//! calls there are.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aftercall::ports::report::{Fact, Packing};
use aftercall::reports::sqlite::SqliteWriter;
use serde_json::Value;

use crate::contract::report_store::Stage;
use crate::reports::Sqlite;
use crate::reports::door::Door;
use deeds::Deed;
use made::{DAY, FIRST};
use question::Question;

mod bursts;
mod chance;
mod clock;
mod compare;
mod counts;
mod deeds;
mod desk;
mod facts;
mod figures;
mod formulas;
mod made;
mod outliers;
mod question;
mod questions;
mod ranking;
mod scores;
mod signs;
mod verdict;

const CALLS: usize = 100_000;
/// The last days are not over for repetition.
const NOW: i64 = FIRST + 33 * DAY;

type Stages = (Sqlite, crate::postgres::Opened);

/// Both stores with the same centre behind the same API.
struct Centre {
    /// What they know of.
    deeds: Vec<Deed>,
    doors: [(&'static str, Door); 2],
    stages: Stages,
}

/// Into both stores, each at its own pace.
async fn tell(stages: &Stages, facts: Vec<Fact>) {
    tokio::join!(stages.0.write(&facts), async {
        for batch in facts.chunks(2000) {
            stages.1.write(batch).await;
        }
    });
}

async fn pack(store: &impl Packing) {
    while store.pack(1).await.expect("packed") > 0 {}
}

impl Centre {
    async fn opened() -> Self {
        let stages = (Sqlite::new(), crate::postgres::opened().await);
        let writer = SqliteWriter::open(&stages.0.path()).expect("a writer");
        let sqlite = desk::door(&stages.0.reports, Arc::new(writer), NOW).await;
        let postgres = desk::door(&stages.1.reports, Arc::new(stages.1.reports.clone()), NOW).await;
        Self { deeds: Vec::new(), doors: [("sqlite", sqlite), ("postgres", postgres)], stages }
    }

    /// What a gateway tells while it happens; of some sessions no more than the beginning.
    async fn told_first(&mut self, deeds: &[Deed]) {
        for part in deeds.chunks(10_000) {
            tell(&self.stages, part.iter().flat_map(facts::first).collect()).await;
        }
        self.stages.1.database.psql("ANALYZE").await;
        self.deeds = deeds.iter().map(Deed::at_first).collect();
    }

    /// The rest of the calls, and how all that had only begun has ended.
    async fn told_all(&mut self, deeds: Vec<Deed>) {
        let rest = &deeds[self.deeds.len()..];
        tell(&self.stages, rest.iter().flat_map(facts::first).collect()).await;
        tell(&self.stages, deeds.iter().flat_map(facts::second).collect()).await;
        self.deeds = deeds;
    }

    async fn packed(&self) {
        tokio::join!(pack(&self.stages.0.reports), pack(&self.stages.1.reports));
    }

    async fn ask(&self, (store, door): &(&'static str, Door), question: &Question) -> (String, Value) {
        let target = question.target();
        let answer = door.get("default-read", &target).await;
        assert_eq!(answer.status, 200, "{store} {target}: {}", String::from_utf8_lossy(&answer.body));
        (format!("{store} {target}"), answer.json())
    }

    /// How many items there are, and where a store does not say what is expected.
    async fn check(self: &Arc<Self>, question: &Question) -> (usize, Vec<String>) {
        let (centre, asked) = (Arc::clone(self), question.clone());
        let wanted = tokio::task::spawn_blocking(move || centre.expected(&asked));
        let (wanted, sqlite, postgres) = tokio::join!(wanted, self.ask(&self.doors[0], question), self.ask(&self.doors[1], question));
        let wanted = wanted.expect("a calculation");
        let differing = |(target, found): (String, Value)| Some(format!("{target}: {}", wanted.differing(question, &found)?));
        (wanted.len(), [sqlite, postgres].into_iter().filter_map(differing).collect())
    }

    fn expected(&self, question: &Question) -> Wanted {
        match question.route {
            "/v1/agents/ranking" => Wanted::Places(ranking::placed(question, &self.deeds)),
            "/v1/integrity" => Wanted::Signs(signs::tests(question, &self.deeds)),
            "/v1/funnel" => Wanted::Items(counts::funnel(question, &self.deeds)),
            "/v1/tickets/summary" => Wanted::Items(counts::handling(question, &self.deeds)),
            _ => {
                let figures = question.measures.iter().any(|name| figures::FIGURES.contains(name));
                let scores = !figures || question.measures.iter().any(|name| scores::MEASURES.contains(name));
                let mut items = if scores { scores::expected(question, &self.deeds) } else { Vec::new() };
                items.extend(figures::expected(question, &self.deeds, NOW));
                Wanted::Items(items)
            }
        }
    }

    /// Asks all of them, two at a time; gives how many items were compared.
    async fn check_all(self: &Arc<Self>, questions: Vec<Question>) -> usize {
        let (questions, next) = (Arc::new(questions), Arc::new(AtomicUsize::new(0)));
        let work = |centre: Arc<Self>, questions: Arc<Vec<Question>>, next: Arc<AtomicUsize>| async move {
            let (mut items, mut differing) = (0, Vec::new());
            while let Some(question) = questions.get(next.fetch_add(1, Ordering::Relaxed)) {
                let (more, found) = centre.check(question).await;
                items += more;
                differing.extend(found);
            }
            (items, differing)
        };
        let start = || tokio::spawn(work(Arc::clone(self), Arc::clone(&questions), Arc::clone(&next)));
        let (one, two) = (start(), start());
        let ((items, mut differing), (more, others)) = (one.await.expect("answers"), two.await.expect("answers"));
        differing.extend(others);
        assert!(
            differing.is_empty(),
            "{} answers differ; the first of them:\n{}",
            differing.len(),
            differing[..differing.len().min(6)].join("\n")
        );
        items + more
    }

    /// Who steers is found, and of the honest agents' tests no more are signs than chance allows.
    fn check_found(&self) {
        let (planted, alarms) = verdict::found(&signs::tests(&Question::new("/v1/integrity"), &self.deeds));
        println!("{planted} of {} who steer are found, {alarms:.4} of the tests of honest agents are signs", verdict::PLANTED.len());
        assert!(planted == verdict::PLANTED.len() && alarms <= 0.05, "{planted}, {alarms}");
    }
}

/// What the calculation says.
enum Wanted {
    Items(Vec<Value>),
    Places(Vec<ranking::Placed>),
    Signs(Vec<signs::Test>),
}

impl Wanted {
    fn len(&self) -> usize {
        match self {
            Self::Items(items) => items.len(),
            Self::Places(agents) => agents.len(),
            Self::Signs(tests) => tests.len(),
        }
    }

    fn differing(&self, question: &Question, found: &Value) -> Option<String> {
        match self {
            Self::Items(items) => compare::differing(found, items),
            Self::Places(agents) => ranking::differing(found, agents),
            Self::Signs(tests) => verdict::differing(found, (question, tests)),
        }
    }
}

fn calls() -> usize {
    std::env::var("AFTERCALL_CENTRE").ok().and_then(|count| count.parse().ok()).unwrap_or(CALLS)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_figure_of_every_route_is_that_of_a_calculation_of_its_own() {
    let begun = std::time::Instant::now();
    let deeds = made::made(12, calls());
    let most = deeds.len() - deeds.len() / 20;
    let mut centre = Centre::opened().await;
    centre.told_first(&deeds[..most]).await;
    let centre = Arc::new(centre);
    let mut items = centre.check_all(questions::few()).await;
    centre.packed().await;
    items += centre.check_all(questions::few()).await;
    let mut centre = Arc::into_inner(centre).expect("nobody else asks");
    // Most is packed, the rest and all corrections are not.
    centre.told_all(deeds).await;
    let centre = Arc::new(centre);
    items += centre.check_all(questions::all(std::env::var_os("AFTERCALL_SOAK").is_some())).await;
    assert!(items > 1000, "{items} items were compared");
    if centre.deeds.len() >= CALLS {
        centre.check_found();
    }
    println!("{items} items were compared within {} s", begun.elapsed().as_secs());
}
