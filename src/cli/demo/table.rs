use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

/// The figures beside the scores.
pub struct Totals {
    /// Callers' ended calls; the gateway's own to them stand among the suppressed, as `survey_call`.
    pub calls: usize,
    /// Callers that were to be asked.
    pub sessions: usize,
    /// Callers who were asked again after a complaint.
    pub again: usize,
    /// Texts that belong to no session.
    pub unmatched: usize,
    /// Calls not asked about, by reason.
    pub suppressed: BTreeMap<String, usize>,
    /// Ends of sessions.
    pub dispositions: BTreeMap<String, usize>,
}

/// CSAT by agent with interval, n and response rate, and the totals.
#[must_use]
pub fn render(measures: &Value, totals: &Totals) -> String {
    let mut out =
        String::from("\nCSAT by agent (share of 4-5, 95 % interval)\n\n  agent        CSAT      interval       n   asked  response rate\n");
    for item in measures.as_array().into_iter().flatten() {
        let agent = item["group"]["agent"].as_str().unwrap_or("-");
        let number = |name: &str| item[name].as_f64().map_or_else(|| "-".to_owned(), |value| format!("{value:.1}"));
        let interval = format!("{}-{}", number("low"), number("high"));
        let (n, asked) = (item["n"].to_string(), item["invited"].to_string());
        let (value, rate) = (number("value"), number("response_rate"));
        // Writing into a String cannot fail.
        writeln!(out, "  {agent:<10} {value:>6} % {interval:>13} {n:>7} {asked:>7} {rate:>12} %").ok();
    }
    writeln!(out, "\n{} calls, {} surveys begun, {} unmatched replies", totals.calls, totals.sessions, totals.unmatched).ok();
    writeln!(out, "  not asked: {}", list(&totals.suppressed)).ok();
    let (open, ended): (BTreeMap<_, _>, BTreeMap<_, _>) = totals.dispositions.clone().into_iter().partition(|(name, _)| name == "open");
    writeln!(out, "  how surveys ended: {}", list(&ended)).ok();
    // Only a play that stays up leaves surveys open, and asks again.
    if !open.is_empty() || totals.again > 0 {
        writeln!(out, "  still open {}; asked again after a complaint {}", open.values().sum::<usize>(), totals.again).ok();
    }
    out
}

/// Where to go on: the phone first, then what changes by it. The token stands behind the hash, which no browser sends and no server logs.
#[must_use]
pub fn doors(base: &str, visitor: &str, reader: &str) -> String {
    format!(
        "\nOpen the phone, end a call, answer the survey, and watch the dashboard change:\n\n\
         \x20 Phone:      {base}/sign-in?next=/phone#{visitor}\n\
         \x20 Dashboard:  {base}/sign-in#{visitor}\n\
         \x20 Results:    curl -H 'Authorization: Bearer {reader}' '{base}/v1/measures?measure=csat&by=agent'\n\n\
         The gateway stays up until Ctrl-C.\n"
    )
}

fn list(counts: &BTreeMap<String, usize>) -> String {
    let parts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}
