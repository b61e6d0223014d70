//! Alerts and panels speak of metrics that are there.

use std::collections::BTreeSet;

use super::text;
use crate::support::rig::Rig;

/// Names of ours in a text.
fn names(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.filter(|word| word.starts_with("aftercall_")).collect()
}

#[tokio::test]
async fn every_metric_of_an_alert_or_a_panel_is_one_that_the_gateway_shows() {
    let rig = Rig::start("[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]").await;
    assert_eq!(rig.call_ends("CA1", "").await.outcome, "accepted");
    rig.settle().await;
    assert_eq!(rig.text("SM1", "STOP").await.outcome, "accepted");
    rig.settle().await;
    let shown = rig.client.get(format!("{}/metrics", rig.base)).send().await.expect("an answer").text().await.expect("a text");
    let (shown, watched) = (names(&shown), ["prometheus/alerts.yml", "grafana/aftercall.json"].map(text));
    for watched in &watched {
        let unknown: Vec<_> = names(watched).difference(&shown).copied().collect();
        assert_eq!(unknown, Vec::<&str>::new());
    }
}

#[test]
fn the_dashboard_is_json_and_every_panel_asks_something() {
    let dashboard: serde_json::Value = serde_json::from_str(&text("grafana/aftercall.json")).expect("JSON");
    let panels = dashboard["panels"].as_array().expect("panels");
    assert!(panels.len() >= 8);
    for panel in panels {
        let asked = panel["targets"].as_array().is_some_and(|targets| targets.iter().all(|target| target["expr"].is_string()));
        assert!(asked, "{panel}");
    }
}
