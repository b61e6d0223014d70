use aftercall::cli::export::{ExportArguments, run};
use aftercall::ports::report::{Fact, Table};
use clap::Parser;

use super::Sqlite;
use crate::contract::report_store::{Stage, response};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    arguments: ExportArguments,
}

async fn exported(stage: &Sqlite, line: &str) -> String {
    let arguments = Line::try_parse_from(std::iter::once("export").chain(line.split(' '))).expect("arguments").arguments;
    let mut out = Vec::new();
    run(&arguments, stage.store(), &mut out).await.expect("an export");
    String::from_utf8(out).expect("UTF-8")
}

const HOSTILE: [&str; 12] =
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "a,b", "say \"hi\"", "two\r\nlines", "谢谢,很好", "=cmd|' /C calc'!A0"];

async fn stage() -> Sqlite {
    let stage = Sqlite::new();
    for (at, text) in HOSTILE.iter().enumerate() {
        let mut row = response(&format!("s{at:02}"), Some(1));
        row.queue = Some((*text).into());
        row.answers[0].text = Some((*text).into());
        row.attributes.insert((*text).into(), (*text).into());
        stage.write(&[Fact::Response(Box::new(row))]).await;
    }
    stage
}

#[tokio::test]
async fn hostile_texts_come_back_from_csv_and_run_nowhere() {
    let stage = stage().await;
    for (table, line, column) in [(Table::Responses, "--table responses", "queue"), (Table::Answers, "--table answers", "text")] {
        let text = exported(&stage, line).await;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let at = table.columns().position(|name| name == column).expect("a column");
        let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
        for (record, wanted) in records.iter().zip(HOSTILE) {
            let risky = wanted.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert_eq!(record[at], if risky { format!("'{wanted}") } else { wanted.to_owned() });
            assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{record:?}");
        }
        assert_eq!(records.len(), HOSTILE.len());
        assert!(text.contains("\r\n") && !text.contains("+14155550123"));
    }
}

#[tokio::test]
async fn all_formats_have_the_same_columns_with_lists_as_json_text() {
    let stage = stage().await;
    let csv_text = exported(&stage, "--format csv").await;
    let mut reader = csv::Reader::from_reader(csv_text.as_bytes());
    let lines = exported(&stage, "--format ndjson").await;
    for (record, line) in reader.records().zip(lines.lines()) {
        let (record, object): (_, serde_json::Value) = (record.expect("a record"), serde_json::from_str(line).expect("JSON"));
        for (cell, column) in record.iter().zip(Table::Responses.columns()) {
            let wanted = match &object[column] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                plain => plain.to_string(),
            };
            assert_eq!(cell.strip_prefix('\'').filter(|rest| *rest == wanted).unwrap_or(cell), wanted, "{column}");
        }
        let answers: serde_json::Value = serde_json::from_str(object["answers"].as_str().expect("a text")).expect("JSON");
        assert_eq!(answers[0]["question"], "score");
    }
}

#[tokio::test]
async fn numbers_stay_numbers() {
    let stage = Sqlite::new();
    let mut row = response("s1", Some(1));
    row.answers[0].value = Some(aftercall::survey::model::Value::Number(-5));
    stage.write(&[Fact::Response(Box::new(row))]).await;
    let text = exported(&stage, "--table answers").await;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let at = Table::Answers.columns().position(|name| name == "value").expect("a column");
    assert_eq!(&reader.records().next().expect("one").expect("a record")[at], "-5");
}

#[tokio::test]
async fn an_export_may_be_of_a_period_and_a_tenant_and_of_nothing() {
    let stage = stage().await;
    let rows = async |line: &str| exported(&stage, line).await.lines().count();
    assert_eq!(rows("--format ndjson --from 2026-11-02T00:00:00Z --to 2026-11-03T00:00:00Z --tenant default").await, HOSTILE.len());
    assert_eq!(rows("--format ndjson --to 2026-11-02T00:00:00Z").await, 0);
    assert_eq!(rows("--tenant other").await, 1, "the header alone");
}
