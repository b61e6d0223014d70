//! Texts that break things elsewhere come back as they went in.

use aftercall::ports::report::{Condition, Dimension, Fact, Filter, PageQuery, Pattern, ReportStore, Table};
use aftercall::survey::response::AgentShare;

use super::opened;
use crate::contract::report_store::{self as suite, Stage, all, of_tenant, pages};
use crate::reports::Sqlite;

fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "'; DROP TABLE responses; --",
        "\"quoted\" \\ \\u0000 \\' $1 ?",
        "\u{202e}txet\u{202c} \u{200b}\u{feff}",
        "a\0b",
        "{}[]\r\n\t\u{1}\u{7f}",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("😀".repeat(10_000));
    texts.push("\u{10ffff}\u{fffe}e\u{301}é".into());
    texts
}

fn facts() -> Vec<Fact> {
    let row = |(at, text): (usize, String)| {
        let mut row = suite::response(&format!("s{at}"), Some(3));
        row.queue = Some(text.clone());
        row.agents = vec![AgentShare { id: text.clone(), team: None, share: 1.0 / 3.0 }];
        row.attributes = [(text.clone(), text.clone())].into();
        row.answers[0].raw.clone_from(&text);
        row.answers[0].text = Some(text);
        [Fact::Call(Box::new(suite::call(&row))), Fact::Response(Box::new(row))]
    };
    hostile().into_iter().enumerate().flat_map(row).collect()
}

#[tokio::test]
async fn hostile_texts_come_back_from_both_stores_alike() {
    let (postgres, sqlite) = (opened().await, Sqlite::new());
    postgres.write(&facts()).await;
    sqlite.write(&facts()).await;
    for table in [Table::Responses, Table::Answers, Table::Calls] {
        let (ours, _) = all(postgres.store(), pages(table, of_tenant("default"))).await;
        assert_eq!(ours.len(), hostile().len());
        assert_eq!(ours, all(sqlite.store(), pages(table, of_tenant("default"))).await.0);
    }
    let (rows, _) = all(postgres.store(), pages(Table::Responses, of_tenant("default"))).await;
    for (row, text) in rows.iter().zip(hostile()) {
        let kept = text.replace('\0', "\u{fffd}");
        assert_eq!((&row["queue"], &row["answers"][0]["text"]), (&kept.clone().into(), &kept.clone().into()));
        assert_eq!(row["attributes"][&kept].as_str(), Some(kept.as_str()));
    }
}

#[tokio::test]
async fn hostile_texts_are_found_by_both_stores_alike() {
    let (postgres, sqlite) = (opened().await, Sqlite::new());
    postgres.write(&facts()).await;
    sqlite.write(&facts()).await;
    for (at, text) in hostile().into_iter().enumerate() {
        let start: String = text.chars().take(3).collect();
        for pattern in [Pattern::Is(text.clone()), Pattern::Begins(start)] {
            for dimension in [Dimension::Queue, Dimension::Agent, Dimension::Attribute(text.clone())] {
                let filter = Filter { conditions: vec![Condition { dimension, any_of: vec![pattern.clone()] }], ..of_tenant("default") };
                let wanted = PageQuery { limit: 100, ..pages(Table::Calls, filter) };
                let ours = postgres.store().page(&wanted).await.expect("a page").rows;
                assert_eq!(ours, sqlite.store().page(&wanted).await.expect("a page").rows);
                assert_eq!(ours.iter().map(|row| row["session_id"].clone()).collect::<Vec<_>>(), [format!("s{at}")]);
            }
        }
        assert_eq!(postgres.reports.response(&text, &text).await, Ok(None));
    }
}
