//! Each parameter that is described is taken, and each that is taken is described.

use std::collections::BTreeSet;

use super::operations;
use super::town::Town;

/// A value that the parameter can have.
fn sample(name: &str) -> &str {
    match name {
        "from" | "to" => "2026-11-23T00:00:00Z",
        "limit" | "min_n" | "within_days" | "weekday" | "hour" => "5",
        "cursor" => "MS4wLjA",
        "measure" => "csat",
        "interval" => "day",
        "compare" => "previous",
        "by" | "subject" => "queue",
        "q" => "0.5",
        "silent" => "true",
        "tz" => "Asia/Shanghai",
        "table" => "responses",
        "format" => "csv",
        "bom" => "1",
        _ => "x",
    }
}

#[tokio::test]
async fn every_parameter_that_is_taken_is_described_and_the_other_way_round() {
    let town = Town::open().await;
    let all: BTreeSet<String> = operations().iter().flat_map(|operation| operation.parameters("query")).collect();
    assert!(all.len() > 25, "{all:?}");
    for operation in operations() {
        let described = operation.parameters("query");
        if operation.method != "get" || described.is_empty() {
            continue;
        }
        for name in &all {
            let named = if name == "attributes" { "attr.region" } else { name };
            let target = format!("{}?{named}={}", operation.path, sample(name).replace('/', "%2F"));
            let (status, body) = town.rig_get(&target).await;
            let unknown = body.contains(&format!("unknown parameter: {named}"));
            assert_eq!(unknown, !described.contains(name), "{target}: {status} {body}");
            assert!(unknown || status == 200 || name == "compare", "{target}: {status} {body}");
        }
        let (status, body) = town.rig_get(&format!("{}?surprise=1", operation.path)).await;
        assert!(status == 400 && body.contains("unknown parameter: surprise"), "{}", operation.path);
    }
}

impl Town {
    async fn rig_get(&self, target: &str) -> (u16, String) {
        self.send(&self.rig.token, ("GET", target), None).await
    }
}
