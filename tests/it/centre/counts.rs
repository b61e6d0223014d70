//! The funnel, the handling of tickets, and the plain part of the ranking.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::deeds::{Complaint, Deed};
use super::formulas::wilson;
use super::question::{Key, Question, Row, Rows};
use super::scores::{group, median};

/// The rows of each group; one of nobody where everything is one group.
fn groups<'a>(question: &Question, rows: Vec<Row<'a>>) -> BTreeMap<Key, Rows<'a>> {
    let mut groups: BTreeMap<Key, Rows<'a>> = BTreeMap::new();
    if question.by.is_empty() {
        groups.insert(Vec::new(), Vec::new());
    }
    for (((_, key), _), rows) in question.slots(rows) {
        groups.entry(key).or_default().extend(rows);
    }
    groups
}

pub fn funnel(question: &Question, deeds: &[Deed]) -> Vec<Value> {
    groups(question, question.calls(deeds)).iter().map(|(key, rows)| stages(question, key, rows)).collect()
}

fn stages(question: &Question, key: &Key, rows: &Rows<'_>) -> Value {
    let count = |is: &dyn Fn(&Row<'_>) -> bool| rows.iter().filter(|(row, _)| is(row)).count();
    let ended = |as_: &str| count(&|row| row.asked.is_some_and(|asked| asked.disposition == as_));
    let mut suppressed: BTreeMap<&str, u64> = BTreeMap::new();
    rows.iter().filter_map(|(row, _)| row.deed.reason).for_each(|reason| *suppressed.entry(reason).or_default() += 1);
    let not_meant = ["no_rule", "no_respondent", "test_call", "survey_call"];
    let delivered =
        |row: &Row<'_>| row.asked.is_some_and(|asked| asked.delivered.is_some() || (asked.channel != "sms" && asked.invited.is_some()));
    let complaint = |row: &Row<'_>| row.asked.and_then(|asked| asked.complaint.clone());
    json!({
        "group": group(question, key),
        "calls": rows.len(),
        "eligible": count(&|row| !row.deed.reason.is_some_and(|reason| not_meant.contains(&reason))),
        "suppressed": suppressed,
        "invited": count(&|row| row.asked.is_some_and(|asked| asked.invited.is_some())),
        "delivered": count(&delivered),
        "undeliverable": ended("undeliverable"),
        "answered": count(&|row| row.asked.is_some_and(|asked| !asked.replies.is_empty())),
        "partial": ended("partial"),
        "completed": ended("completed"),
        "opted_out": ended("opted_out"),
        "silent": count(&|row| row.asked.is_some_and(|asked| asked.is_silent())),
        "tickets": count(&|row| complaint(row).is_some()),
        "recovered": count(&|row| complaint(row).is_some_and(|complaint| complaint.recovered == Some(true))),
    })
}

pub fn handling(question: &Question, deeds: &[Deed]) -> Vec<Value> {
    let complained = question.asked(deeds).into_iter().filter(|row| row.asked.is_some_and(|asked| asked.complaint.is_some())).collect();
    groups(question, complained).iter().map(|(key, rows)| handled(question, key, rows)).collect()
}

fn handled(question: &Question, key: &Key, rows: &Rows<'_>) -> Value {
    let tickets: Vec<&Complaint> = rows.iter().filter_map(|(row, _)| row.asked?.complaint.as_deref()).collect();
    let count = |is: &dyn Fn(&&&Complaint) -> bool| tickets.iter().filter(is).count();
    let in_time = |ticket: &&&Complaint| ticket.resolved.is_some_and(|at| ticket.due.is_none_or(|due| at <= due));
    let (won, again) = (count(&|ticket| ticket.recovered == Some(true)), count(&|ticket| ticket.recovered.is_some()));
    let rate = (again > 0).then(|| {
        let share = won as f64 / again as f64;
        let (low, high) = wilson(share, again as f64);
        json!({"value": 100.0 * share, "low": 100.0 * low, "high": 100.0 * high})
    });
    let middle = |at: fn(&Complaint) -> Option<i64>| {
        median(tickets.iter().filter_map(|ticket| Some((at(ticket)? - ticket.opened) / 1000)).collect())
    };
    json!({
        "group": group(question, key),
        "opened": tickets.len(),
        "assigned": count(&|ticket| ticket.assigned.is_some()),
        "resolved": count(&|ticket| ticket.resolved.is_some()),
        "resolved_in_time": count(&in_time),
        "closed": count(&|ticket| ticket.closed.is_some()),
        "overdue": count(&|ticket| ticket.escalated.is_some()),
        "asked_again": count(&|ticket| ticket.again.is_some()),
        "answered_again": again,
        "recovered": won,
        "recovery_rate": rate,
        "median_seconds_to_assign": middle(|ticket| ticket.assigned),
        "median_seconds_to_resolve": middle(|ticket| ticket.resolved),
    })
}
