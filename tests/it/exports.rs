//! Exports to folders: each period once, whole, also over crashes.

use std::any::Any;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use aftercall::app::world::SetClock;
use aftercall::call::Moment;
use aftercall::flows::export::Format;
use aftercall::ports::report::{Fact, ReportStore, Table};
use aftercall::workers::export::{Every, Exports, Plan};
use jiff::tz::TimeZone;

use crate::commands::program::aftercall;
use crate::contract::report_store::{Stage, response};
use crate::reports::Sqlite;

const HOUR: Duration = Duration::from_secs(3600);

fn at(text: &str) -> Moment {
    Moment::parse(text).expect("a time")
}

struct Desk {
    reports: Arc<dyn ReportStore>,
    _stage: Box<dyn Any>,
    folder: tempfile::TempDir,
    clock: Arc<SetClock>,
}

impl Desk {
    /// One response for each hour of three days.
    async fn open(now: &str) -> Self {
        let stage = Sqlite::new();
        Self::at(now, Arc::new(stage.reports.clone()), stage).await
    }

    async fn on_postgres(now: &str) -> Self {
        let stage = crate::postgres::opened().await;
        Self::at(now, Arc::new(stage.another().await), stage).await
    }

    async fn at(now: &str, reports: Arc<dyn ReportStore>, stage: impl Stage + 'static) -> Self {
        let mut rows = Vec::new();
        for hour in 0..72 {
            let mut row = response(&format!("s{hour:02}"), Some(5));
            row.call_ended_at = at("2026-11-20T00:00:00Z").plus(HOUR * hour);
            rows.push(Fact::Response(Box::new(row)));
        }
        stage.write(&rows).await;
        Self { reports, _stage: Box::new(stage), folder: tempfile::tempdir().expect("a folder"), clock: Arc::new(SetClock::at(at(now))) }
    }

    fn plan(&self) -> Plan {
        Plan {
            name: "warehouse".into(),
            table: Table::Responses,
            format: Format::Ndjson,
            folder: self.folder.path().join("out"),
            every: Every::Day(TimeZone::UTC),
            wait: HOUR * 2,
            from: Some(at("2026-11-20T00:00:00Z")),
            tenant: None,
            keep: None,
        }
    }

    async fn run(&self, plan: &Plan) -> usize {
        self.worker(plan).run_once().await.expect("a run")
    }

    fn worker(&self, plan: &Plan) -> Exports {
        Exports { reports: Arc::clone(&self.reports), clock: Arc::clone(&self.clock) as _, plans: vec![plan.clone()] }
    }

    fn files(&self) -> BTreeSet<String> {
        names(&self.folder.path().join("out")).into_iter().filter(|name| !name.starts_with('.')).collect()
    }

    fn sessions(&self, file: &str) -> Vec<String> {
        let text = std::fs::read_to_string(self.folder.path().join("out").join(file)).expect("a file");
        let id =
            |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["session_id"].as_str().expect("an id").to_owned();
        text.lines().map(id).collect()
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("one").file_name().to_string_lossy().into_owned()).collect()
}

#[tokio::test]
async fn each_period_is_written_once_when_it_is_over_and_none_is_left_out() {
    writes_each_period_once(Desk::open("2026-11-21T01:59:59Z").await).await;
    writes_each_period_once(Desk::on_postgres("2026-11-21T01:59:59Z").await).await;
}

async fn writes_each_period_once(desk: Desk) {
    let plan = desk.plan();
    assert_eq!(desk.run(&plan).await, 0, "not before its wait is over");
    desk.clock.advance(Duration::from_secs(1));
    assert_eq!((desk.run(&plan).await, desk.run(&plan).await), (1, 0));
    // Away for two days: both are made up for.
    desk.clock.advance(HOUR * 48);
    assert_eq!(desk.run(&plan).await, 2);
    let wanted = ["warehouse-2026-11-20.ndjson", "warehouse-2026-11-21.ndjson", "warehouse-2026-11-22.ndjson"];
    assert_eq!(desk.files(), wanted.map(str::to_owned).into());
    let all: Vec<String> = wanted.iter().flat_map(|file| desk.sessions(file)).collect();
    assert_eq!(all, (0..72).map(|hour| format!("s{hour:02}")).collect::<Vec<_>>(), "every row in one file");
    // Somebody has fetched a file: it does not come again.
    std::fs::remove_file(desk.folder.path().join("out").join(wanted[0])).expect("removed");
    assert_eq!((desk.run(&plan).await, desk.files().len()), (0, 2));
}

#[tokio::test]
async fn a_crash_leaves_no_half_file_under_its_name_and_the_next_start_makes_it_whole() {
    let desk = Desk::open("2026-11-22T03:00:00Z").await;
    let plan = desk.plan();
    assert_eq!(desk.run(&plan).await, 2);
    let out = desk.folder.path().join("out");
    // As after a crash behind the rename and before the ledger, with half a file of the next attempt.
    std::fs::write(out.join(".warehouse.ledger"), "{\"next\":\"2026-11-21T00:00:00.000Z\"}").expect("written");
    std::fs::write(out.join(".warehouse-2026-11-21-77.part"), "{\"half").expect("written");
    assert_eq!(desk.run(&plan).await, 1);
    assert_eq!((desk.files().len(), desk.sessions("warehouse-2026-11-21.ndjson").len()), (2, 24));
    desk.clock.advance(HOUR * 24 * 400);
    let plan = Plan { keep: Some(HOUR * 24 * 30), ..plan };
    desk.run(&plan).await;
    assert!(names(&out).iter().all(|name| !name.ends_with(".part")), "{:?}", names(&out));
    assert_eq!(desk.files().len(), 30, "older ones are removed");
    std::fs::write(out.join(".warehouse.ledger"), "half").expect("written");
    let (name, error) = desk.worker(&plan).run_once().await.expect_err("a fault");
    assert!(name == "warehouse" && error.to_string().contains(".warehouse.ledger"), "{error}");
}

#[tokio::test]
async fn the_first_period_is_the_last_one_that_is_over_where_nothing_else_is_said() {
    let desk = Desk::open("2026-11-22T12:00:00Z").await;
    let plan = Plan { from: None, every: Every::Hour, wait: Duration::ZERO, ..desk.plan() };
    assert_eq!((desk.run(&plan).await, desk.files()), (1, ["warehouse-20261122T11Z.ndjson".to_owned()].into()));
    assert_eq!(desk.sessions("warehouse-20261122T11Z.ndjson"), ["s59"]);
}

#[tokio::test]
async fn a_serve_writes_what_is_configured_and_check_shows_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, out) = (folder.path().join("data"), folder.path().join("out"));
    let file = folder.path().join("aftercall.toml");
    let config =
        format!("[server]\nlisten = \"127.0.0.1:0\"\n[[export]]\nname = \"daily\"\nfolder = \"{}\"\ntable = \"calls\"\n", out.display());
    std::fs::write(&file, &config).expect("written");
    let shown = aftercall("check --json").config(&file).run().await;
    let exports = shown.json()["exports"].clone();
    let wanted = serde_json::json!([{"name": "daily", "table": "calls", "format": "csv", "every": "day", "folder": out}]);
    assert_eq!((shown.code, exports), (0, wanted));
    assert!(aftercall("check").config(&file).run().await.out.contains("daily"));
    let serving = aftercall("serve").config(&file).data(&data).serve().await;
    crate::support::servers::eventually("a file", async || out.is_dir() && names(&out).iter().any(|name| name.starts_with("daily-"))).await;
    assert_eq!(serving.stop().await.code, 0);
    std::fs::write(&file, config.replace("calls", "clals")).expect("written");
    let wrong = aftercall("check").config(&file).run().await;
    assert!(wrong.code == 2 && wrong.out.contains("export") && wrong.out.contains("table"), "{wrong:?}");
}
