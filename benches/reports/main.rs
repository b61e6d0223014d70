//! Loads responses and their calls into a reporting store, packs them, and times what the dashboard asks.
//!
//! `cargo bench --bench reports -- sqlite:FILE|postgres://… [ROWS [COMMAND]]`: the file or database must be empty, or one that this has
//! filled before; ROWS is 10 000 000. COMMAND empties the caches: a shell runs it before each question is put for the first time.

use std::time::{Duration, Instant};

use aftercall::call::Moment;
use aftercall::ports::report::{
    Condition, Dimension, Filter, Grouping, IntegrityQuery, Interval, MeasureQuery, Packing, RankingQuery, ReportStore,
};
use aftercall::reports::postgres::{Options, PostgresReports};
use aftercall::reports::sqlite::SqliteReports;
use aftercall::survey::model::Measure;
use anyhow::Context;
use jiff::tz::TimeZone;

mod rows;
mod writes;

use writes::{Place, Writer, peak};

/// Rows loaded with one statement.
const PIECE: u64 = 100_000;
const RUNS: usize = 5;
const DAY: i64 = 86_400_000;

/// What the questions are put to.
struct Bench {
    reports: Box<dyn ReportStore>,
    packing: Box<dyn Packing>,
    database: Database,
    place: Place,
    rows: u64,
    cold: Option<String>,
}

enum Database {
    Sqlite(rusqlite::Connection),
    Postgres(tokio_postgres::Client),
}

impl Database {
    fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    async fn run(&self, sql: &str) -> anyhow::Result<()> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Self::Postgres(client) => Ok(client.batch_execute(sql).await?),
        }
    }

    /// How many rows a question has.
    async fn count(&self, sql: &str) -> anyhow::Result<usize> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare(sql)?;
                let mut rows = statement.query([])?;
                let mut count = 0;
                while rows.next()?.is_some() {
                    count += 1;
                }
                Ok(count)
            }
            Self::Postgres(client) => Ok(client.query(sql, &[]).await?.len()),
        }
    }

    async fn number(&self, sql: &str) -> anyhow::Result<i64> {
        match self {
            Self::Sqlite(connection) => Ok(connection.query_row(sql, [], |row| row.get(0))?),
            Self::Postgres(client) => Ok(client.query_one(sql, &[]).await?.try_get(0)?),
        }
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let store = arguments.first().context("name a store: sqlite:FILE or postgres://…")?;
    let rows = arguments.get(1).map_or(Ok(10_000_000), |rows| rows.parse())?;
    let bench = Bench { cold: arguments.get(2).cloned(), ..open(store, rows).await? };
    if bench.database.number("SELECT count(*) FROM (SELECT 1 FROM responses LIMIT 1) r").await? == 0 {
        bench.load().await?;
    }
    bench.pack().await?;
    bench.sizes().await?;
    let before = peak()?;
    let idle = peak()?;
    bench.ask().await?;
    println!("memory    {:>9} MB at most while these were asked; {idle} MB before, up to {before} MB while packing", peak()?);
    bench.writes().await?;
    bench.scan().await
}

async fn open(store: &str, rows: u64) -> anyhow::Result<Bench> {
    if let Some(path) = store.strip_prefix("sqlite:") {
        let reports = SqliteReports::open(path.as_ref())?;
        let connection = rusqlite::Connection::open(path)?;
        connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000")?;
        return Ok(Bench {
            reports: Box::new(reports.clone()),
            packing: Box::new(reports),
            database: Database::Sqlite(connection),
            place: Place::Sqlite(path.into()),
            rows,
            cold: None,
        });
    }
    let longest = Options { longest_read: Duration::from_secs(600), ..Options::default() };
    let reports = PostgresReports::open(store, longest).await?;
    let (client, connection) = tokio_postgres::connect(store, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    Ok(Bench {
        reports: Box::new(reports.clone()),
        packing: Box::new(reports),
        database: Database::Postgres(client),
        place: Place::Postgres(store.to_owned()),
        rows,
        cold: None,
    })
}

impl Bench {
    async fn load(&self) -> anyhow::Result<()> {
        let postgres = self.database.is_postgres();
        let begun = Instant::now();
        for first in (0..self.rows).step_by(usize::try_from(PIECE)?) {
            let last = (first + PIECE).min(self.rows);
            self.database.run(&rows::insert_all((first, last), self.rows, postgres)).await?;
            if last.is_multiple_of(1_000_000) {
                eprintln!("loaded {last}, {:.0} responses and calls a second", 2.0 * last as f64 / begun.elapsed().as_secs_f64());
            }
        }
        if postgres {
            self.database.run("VACUUM (ANALYZE) responses, calls").await?;
        }
        println!("load      {:>9.1} s", begun.elapsed().as_secs_f64());
        Ok(())
    }

    async fn pack(&self) -> anyhow::Result<()> {
        let writer = Writer::start(&self.place);
        let (begun, mut packed, mut longest) = (Instant::now(), 0, Duration::ZERO);
        loop {
            let turn = Instant::now();
            let rows = self.packing.pack(1).await?;
            if rows == 0 && !self.packing.merge().await? {
                break;
            }
            longest = longest.max(turn.elapsed());
            if (packed + rows) / 1_000_000 > packed / 1_000_000 {
                eprintln!("packed {}, {:.0} a second", packed + rows, (packed + rows) as f64 / begun.elapsed().as_secs_f64());
            }
            packed += rows;
        }
        println!("pack      {:>9.1} s, {packed} rows, longest turn {:.2} s", begun.elapsed().as_secs_f64(), longest.as_secs_f64());
        let (writes, longest, most) = writer.stop()?;
        let millis = |took: Duration| took.as_secs_f64() * 1000.0;
        println!("writer    {writes} writes meanwhile, the longest {:.1} ms, 99 % within {:.1} ms", millis(longest), millis(most));
        Ok(())
    }

    async fn sizes(&self) -> anyhow::Result<()> {
        let packed = self.database.number("SELECT CAST(coalesce(sum(length(data)), 0) AS bigint) FROM segment_columns").await?;
        let whole = match &self.database {
            Database::Sqlite(_) => {
                self.database.number("SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)").await?
            }
            Database::Postgres(_) => self.database.number("SELECT pg_database_size(current_database())").await?,
        };
        let segments = self.packing.waiting().await?.segments;
        println!("size      {:>9} MB, of it packed {} MB in {segments} segments", whole / 1_000_000, packed / 1_000_000);
        Ok(())
    }

    /// Each question [`RUNS`] times: the first, and the median of all.
    async fn ask(&self) -> anyhow::Result<()> {
        println!("{:<44} {:>9} {:>9} {:>9} {:>9}", "question", "first ms", "median ms", "least ms", "own cpu");
        for (name, query) in questions() {
            self.time(name, async || Ok(self.reports.measures(&query).await?.len())).await?;
        }
        let (whole, by) = (filter(None, &[]), |name| vec![Grouping { dimension: name, levels: None }]);
        for (name, by) in [("funnel", Vec::new()), ("funnel by queue", by(Dimension::Queue)), ("funnel by agent", by(Dimension::Agent))] {
            self.time(name, async || Ok(self.reports.funnel(&whole, &by).await?.len())).await?;
        }
        let ranking = RankingQuery { measure: Measure::Csat, filter: whole.clone(), min_n: 30 };
        self.time("ranking of agents", async || Ok(self.reports.ranking(&ranking).await?.len())).await?;
        for (name, days) in [("handling of tickets, a year", (0, 365)), ("handling of tickets, 30 days", (300, 330))] {
            let filter = filter(Some(days), &[]);
            self.time(name, async || Ok(self.reports.handling(&filter, &[]).await?.len())).await?;
        }
        for (name, days) in [("integrity, 7 days", (300, 307)), ("integrity, 30 days", (300, 330))] {
            let query = IntegrityQuery { filter: filter(Some(days), &[]), agents: Vec::new(), q: 0.1 };
            self.time(name, async || Ok(self.reports.integrity(&query).await?.len())).await?;
        }
        Ok(())
    }

    async fn time(&self, name: &str, ask: impl AsyncFn() -> anyhow::Result<usize>) -> anyhow::Result<()> {
        let mut took = Vec::new();
        let mut items = 0;
        let busy = writes::busy()?;
        for run in 0..RUNS {
            if let Some(command) = self.cold.as_ref().filter(|_| run == 0) {
                anyhow::ensure!(std::process::Command::new("sh").args(["-c", command]).status()?.success(), "{command}");
            }
            let begun = Instant::now();
            items = ask().await?;
            took.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        let first = took.first().copied().unwrap_or_default();
        took.sort_by(f64::total_cmp);
        let busy = (writes::busy()? - busy).as_secs_f64() * 1000.0 / RUNS as f64;
        let at = |place: usize| took.get(place).copied().unwrap_or_default();
        println!("{name:<44} {first:>9.0} {:>9.0} {:>9.0} {busy:>9.0}   {items} items", at(RUNS / 2), at(0));
        Ok(())
    }

    /// The same by a plain scan of the rows, once.
    async fn scan(&self) -> anyhow::Result<()> {
        let begun = Instant::now();
        let agents = self.database.count(rows::SCAN).await?;
        println!("{:<44} {:>9.0}             {agents} items", "SELECT agent, avg(answer)", begun.elapsed().as_secs_f64() * 1000.0);
        Ok(())
    }
}

fn filter(days: Option<(i64, i64)>, conditions: &[(Dimension, &str)]) -> Filter {
    let at = |day: i64| Moment::from_millis(rows::FIRST + day * DAY);
    let condition = |(dimension, text): &(Dimension, &str)| {
        let any_of = dimension.pattern(text).into_iter().collect();
        Condition { dimension: dimension.clone(), any_of }
    };
    Filter {
        tenant: Some("default".to_owned()),
        from: days.map(|(from, _)| at(from)),
        to: days.map(|(_, to)| at(to)),
        conditions: conditions.iter().map(condition).collect(),
        zone: TimeZone::get("Asia/Shanghai").unwrap_or(TimeZone::UTC),
    }
}

/// What the dashboard asks, of everything and of parts.
fn questions() -> Vec<(&'static str, MeasureQuery)> {
    let ask = |filter: Filter, by: &[Dimension], interval| MeasureQuery {
        measures: Vec::new(),
        compare: false,
        filter,
        by: by.iter().map(|dimension| Grouping { dimension: dimension.clone(), levels: None }).collect(),
        interval,
        prices: [("main".to_owned(), 0.0079)].into(),
    };
    let (whole, none) = (|| filter(None, &[]), Interval::None);
    let compared = |query: MeasureQuery| MeasureQuery { compare: true, ..query };
    let region = || Dimension::Attribute("region".to_owned());
    vec![
        ("all measures, a year", ask(whole(), &[], none)),
        ("csat, a year", MeasureQuery { measures: vec![Measure::Csat], ..ask(whole(), &[], none) }),
        ("by day (Shanghai)", ask(whole(), &[], Interval::Day)),
        ("by week", ask(whole(), &[], Interval::Week)),
        ("by queue", ask(whole(), &[Dimension::Queue], none)),
        ("by agent", ask(whole(), &[Dimension::Agent], none)),
        ("csat by agent", MeasureQuery { measures: vec![Measure::Csat], ..ask(whole(), &[Dimension::Agent], none) }),
        ("by channel", ask(whole(), &[Dimension::Channel], none)),
        ("by queue and channel and weekday", ask(whole(), &[Dimension::Queue, Dimension::Channel, Dimension::Weekday], none)),
        ("half a year compared with the one before", compared(ask(filter(Some((182, 364)), &[]), &[], none))),
        ("region=cn/js by agent", ask(filter(None, &[(region(), "cn/js")]), &[Dimension::Agent], none)),
        ("queue=q1, channel=sms by day", ask(filter(None, &[(Dimension::Queue, "q1"), (Dimension::Channel, "sms")]), &[], Interval::Day)),
        ("30 days compared", compared(ask(filter(Some((300, 330)), &[]), &[], none))),
        ("30 days by agent", ask(filter(Some((300, 330)), &[]), &[Dimension::Agent], none)),
        ("30 days by day", ask(filter(Some((300, 330)), &[]), &[], Interval::Day)),
    ]
}
