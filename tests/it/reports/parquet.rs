//! Parquet files, read back by DuckDB.

use std::path::Path;
use std::time::Duration;

use aftercall::cli::export::{ExportArguments, ExportFormat, ExportTable, run};
use aftercall::phone::Respondent;
use aftercall::ports::report::{Fact, OptOutFact, Table, Unmatched, UnmatchedReason};
use rusqlite::Connection;
use serde_json::Value;
use tokio::io::AsyncReadExt;

use super::Sqlite;
use crate::contract::report_store::{FIRST, Stage, facts, generated, moment, ticket};
use crate::support::tools::{said, tool};

const TABLES: [(ExportTable, Table); 6] = [
    (ExportTable::Responses, Table::Responses),
    (ExportTable::Answers, Table::Answers),
    (ExportTable::Calls, Table::Calls),
    (ExportTable::Unmatched, Table::Unmatched),
    (ExportTable::OptOuts, Table::OptOuts),
    (ExportTable::Tickets, Table::Tickets),
];

/// The columns with their types, then the rows, times as the API writes them.
const READ: &str = r#"
import duckdb, json, sys
con = duckdb.connect()
con.execute("SET TimeZone = 'UTC'")
table = f"read_parquet('{sys.argv[1]}')"
columns = con.execute(f"DESCRIBE SELECT * FROM {table}").fetchall()
shown = [f"strftime(\"{name}\", '%Y-%m-%dT%H:%M:%S.%gZ')" if kind.startswith("TIMESTAMP") else f'"{name}"' for name, kind, *_ in columns]
print(json.dumps([[name, kind] for name, kind, *_ in columns]))
for row in con.execute(f"SELECT {', '.join(shown)} FROM {table}").fetchall():
    print(json.dumps(row))
"#;

async fn read(file: &Path) -> Vec<Value> {
    let mut command = tool("python");
    command.args(["-c", READ]).arg(file);
    let said = said(command, Duration::from_secs(60)).await;
    assert!(said.well, "{}", said.text);
    said.text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

async fn export(stage: &Sqlite, table: ExportTable, format: ExportFormat) -> Vec<u8> {
    let mut out = Vec::new();
    let arguments = ExportArguments { table, format, from: None, to: None, tenant: None, bom: false };
    run(&arguments, stage.store(), &mut out).await.expect("an export");
    out
}

async fn stage() -> Sqlite {
    let stage = Sqlite::new();
    let rows = generated(6);
    stage.write(&facts(&rows)).await;
    let respondent = Respondent::parse("+8613800138000").expect("a number");
    let (tenant, account) = ("default".to_owned(), "main".to_owned());
    let unmatched = Unmatched {
        id: "u".into(),
        tenant: tenant.clone(),
        account: account.clone(),
        line: None,
        respondent: respondent.clone(),
        text: "=1+1, \"谢谢\"\n".into(),
        received_at: moment(FIRST + 7),
        reason: UnmatchedReason::NoSession,
    };
    let source = "keyword".to_owned();
    let opt_out = OptOutFact { id: "o".into(), tenant, account, respondent, opted_out: true, source, text: None, at: moment(FIRST) };
    stage.write(&[Fact::Unmatched(unmatched), Fact::OptOut(opt_out), Fact::Ticket(Box::new(ticket("t1", "s0001")))]).await;
    stage
}

#[tokio::test]
async fn another_reader_finds_the_same_rows_in_a_parquet_file_as_in_json() {
    let stage = stage().await;
    let folder = tempfile::tempdir().expect("a folder");
    for (table, columns) in TABLES {
        let file = folder.path().join("rows.parquet");
        std::fs::write(&file, export(&stage, table, ExportFormat::Parquet).await).expect("written");
        let mut found = read(&file).await.into_iter();
        let heads: Vec<(String, String)> = serde_json::from_value(found.next().expect("columns")).expect("pairs");
        assert!(heads.iter().map(|(name, _)| name.as_str()).eq(columns.columns()), "{table:?}: {heads:?}");
        for (name, kind) in &heads {
            let wanted = match name.as_str() {
                "version" | "survey_version" | "position" | "parts" => "BIGINT",
                "late" | "opted_out" | "recovered" => "BOOLEAN",
                time if time == "at" || time.ends_with("_at") => "TIMESTAMP WITH TIME ZONE",
                _ => "VARCHAR",
            };
            assert_eq!(kind, wanted, "{table:?} {name}");
        }
        let lines = String::from_utf8(export(&stage, table, ExportFormat::Ndjson).await).expect("UTF-8");
        let mut count = 0;
        for (row, line) in found.by_ref().zip(lines.lines()) {
            let object: Value = serde_json::from_str(line).expect("JSON");
            for ((name, kind), cell) in heads.iter().zip(row.as_array().expect("cells")) {
                let wanted = match &object[name] {
                    Value::Number(number) if kind == "VARCHAR" => Value::String(number.to_string()),
                    other => other.clone(),
                };
                assert_eq!(cell, &wanted, "{table:?} {name}");
            }
            count += 1;
        }
        assert_eq!((count, found.next()), (lines.lines().count(), None), "{table:?}");
        assert!(count > 0, "{table:?}");
    }
}

#[tokio::test]
async fn an_export_of_nothing_is_a_file_with_columns() {
    let stage = Sqlite::new();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("none.parquet");
    std::fs::write(&file, export(&stage, ExportTable::Responses, ExportFormat::Parquet).await).expect("written");
    let found = read(&file).await;
    assert_eq!((found.len(), found[0].as_array().map(Vec::len)), (1, Some(Table::Responses.columns().count())));
}

/// The most memory that a process has had, in MiB.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

#[tokio::test]
async fn two_hundred_thousand_rows_are_exported_in_constant_memory() {
    const ROWS: usize = 200_000;
    let stage = Sqlite::new();
    let file = Connection::open(stage.path()).expect("the file");
    let more = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1) INSERT INTO unmatched_replies \
        (row_id, seq, id, tenant, account, line, respondent, text, received_at, reason) SELECT n, n, 'u' || n, 'default', 'main', '+14155550100', \
        '+14155550123', 'a text of ' || n || ' that belongs to nobody, as long as texts are', 1763892000000 + n, 'no_session' FROM numbers";
    file.execute(more, [i64::try_from(ROWS).expect("a number")]).expect("rows");
    drop(file);
    for format in ["csv", "parquet"] {
        let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_aftercall"));
        command.args(["export", "--table", "unmatched", "--format", format, "--data"]).arg(stage.path().parent().expect("a folder"));
        let mut child = command.stdout(std::process::Stdio::piped()).kill_on_drop(true).spawn().expect("it starts");
        let (process, mut out) = (child.id().expect("a process"), child.stdout.take().expect("its output"));
        let (mut most, mut bytes, mut piece, mut lines) = (0, 0, vec![0; 1 << 18], 0);
        loop {
            let length = out.read(&mut piece).await.expect("its output");
            if length == 0 {
                break;
            }
            bytes += length;
            lines += piece[..length].iter().filter(|byte| **byte == b'\n').count();
            most = most.max(peak(process).unwrap_or_default());
        }
        assert!(child.wait().await.expect("its end").success(), "{format}");
        assert!(format != "csv" || lines == ROWS + 1, "{lines}");
        assert!(bytes > 1_000_000 && (1..120).contains(&most), "{format}: {bytes} bytes with {most} MiB");
    }
}
