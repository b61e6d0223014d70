use aftercall::ports::report::{Condition, Fact, Filter, Grouping, Interval, MeasureQuery, Note, Table, Ticket, TicketState};
use aftercall::survey::measure::interval::wilson;
use aftercall::survey::model::Measure;
use aftercall::survey::response::Response;
use serde_json::{Value, json};

use super::{FIRST, Stage, all, call, moment, of_tenant, only, pages, response};

/// An open ticket of that id, of a session.
pub fn ticket(id: &str, session: &str) -> Ticket {
    Ticket {
        id: id.to_owned(),
        version: 1,
        tenant: "default".to_owned(),
        account: "main".to_owned(),
        session_id: session.to_owned(),
        call_id: format!("CA-{session}"),
        queue: Some("support".to_owned()),
        state: TicketState::Open,
        owner: Some("lead".to_owned()),
        reason: "low\0 score 投诉".to_owned(),
        opened_at: moment(FIRST),
        due_at: Some(moment(FIRST + 3_600_000)),
        assigned_at: None,
        resolved_at: None,
        closed_at: None,
        escalated_at: None,
        escalate_to: Some("head@example.com".to_owned()),
        email: vec!["lead@example.com".to_owned()],
        recovery: Some("recovery".to_owned()),
        recovery_session_id: None,
        recovered: None,
        notes: Vec::new(),
    }
}

fn fact(ticket: &Ticket) -> Fact {
    Fact::Ticket(Box::new(ticket.clone()))
}

pub async fn a_ticket_stands_at_its_newest_version(stage: &impl Stage) {
    let first = ticket("K1", "s1");
    let second = Ticket {
        state: TicketState::Resolved,
        resolved_at: Some(moment(FIRST + 60_000)),
        recovered: Some(false),
        notes: vec![Note { at: moment(FIRST), by: None, text: "called back".to_owned() }],
        ..first.clone().later()
    };
    let foreign = Ticket { tenant: "other".to_owned(), ..ticket("K2", "s2") };
    stage.write(&[fact(&first), fact(&second), fact(&first), fact(&foreign)]).await;
    let (rows, at) = all(stage.store(), pages(Table::Tickets, of_tenant("default"))).await;
    assert_eq!(rows.len(), 1);
    let read: Ticket = serde_json::from_value(Value::Object(rows[0].clone())).expect("a ticket");
    assert_eq!(read, Ticket { reason: "low\u{fffd} score 投诉".to_owned(), ..second.clone() });
    assert_eq!((&rows[0]["opened_at"], &rows[0]["assigned_at"]), (&json!(moment(FIRST).to_string()), &Value::Null));
    assert_eq!(stage.store().ticket("default", "K1").await, Ok(Some(rows[0].clone())));
    assert_eq!((stage.store().ticket("other", "K1").await, stage.store().ticket("default", "K9").await), (Ok(None), Ok(None)));
    stage.write(&[fact(&Ticket { state: TicketState::Closed, ..second.clone().later() })]).await;
    let (rows, _) = all(stage.store(), super::PageQuery { after: at, ..pages(Table::Tickets, of_tenant("default")) }).await;
    assert_eq!(rows.iter().map(|row| row["state"].clone()).collect::<Vec<_>>(), ["closed"]);
    for (condition, found) in [("state", "closed"), ("owner", "le*"), ("queue", "support")].map(|(name, value)| (only(name, &[value]), 1)) {
        assert_eq!(count(stage, vec![condition]).await, found);
    }
    assert_eq!(count(stage, vec![only("state", &["open", "assigned"])]).await, 0);
}

async fn count(stage: &impl Stage, conditions: Vec<Condition>) -> usize {
    all(stage.store(), pages(Table::Tickets, Filter { conditions, ..of_tenant("default") })).await.0.len()
}

fn opening(session: &str, ticket: &str) -> Response {
    Response { ticket_id: Some(ticket.to_owned()), ..response(session, Some(1)) }
}

pub async fn handling_is_told_by_the_groups_of_the_response(stage: &impl Stage) {
    let after = |seconds: i64| Some(moment(FIRST + seconds * 1000));
    let asked = |ticket: Ticket, seconds, recovered| Ticket {
        assigned_at: after(10),
        resolved_at: after(seconds),
        recovery_session_id: Some("r".to_owned()),
        recovered,
        ..ticket
    };
    let tickets = [
        asked(ticket("K1", "s1"), 100, Some(true)),
        asked(ticket("K2", "s2"), 7200, Some(false)),
        asked(ticket("K3", "s3"), 300, Some(true)),
        Ticket { escalated_at: after(3600), ..ticket("K4", "s4") },
    ];
    for ticket in &tickets {
        let row = opening(&ticket.session_id, &ticket.id);
        stage.write(&[Fact::Call(Box::new(call(&row))), Fact::Response(Box::new(row)), fact(ticket)]).await;
    }
    let by = [Grouping::parse("agent").expect("a group")];
    let items = stage.store().handling(&of_tenant("default"), &by).await.expect("items");
    let [item] = items.as_slice() else { panic!("one agent: {items:?}") };
    assert_eq!(item.group.get("agent"), Some(&Some("alice".to_owned())));
    let counts = [item.opened, item.assigned, item.resolved, item.resolved_in_time, item.overdue];
    assert_eq!(counts, [4, 3, 3, 2, 1]);
    assert_eq!((item.asked_again, item.answered_again, item.recovered), (3, 3, 2));
    assert_eq!((item.median_seconds_to_assign, item.median_seconds_to_resolve), (Some(10), Some(300)));
    let rate = item.recovery_rate.expect("a rate");
    let ends = wilson(2.0 / 3.0, 3.0);
    assert!(
        (rate.value - 200.0 / 3.0).abs() < 0.01
            && (rate.low - 100.0 * ends.low).abs() < 0.01
            && (rate.high - 100.0 * ends.high).abs() < 0.01
    );
    let funnel = stage.store().funnel(&of_tenant("default"), &[]).await.expect("a funnel");
    assert_eq!((funnel[0].tickets, funnel[0].recovered), (4, 2));
    let nobody = stage.store().handling(&of_tenant("nobody"), &[]).await.expect("items");
    assert_eq!((nobody[0].opened, nobody[0].recovery_rate), (0, None));
}

pub async fn who_is_asked_again_after_a_complaint_counts_where_that_survey_is_asked_for(stage: &impl Stage) {
    let first = response("s1", Some(1));
    let again = Response {
        survey: "recovery".to_owned(),
        previous_session_id: Some("s1".to_owned()),
        call_id: first.call_id.clone(),
        ..response("s2", Some(5))
    };
    stage.write(&[Fact::Call(Box::new(call(&first))), Fact::Response(Box::new(first)), Fact::Response(Box::new(again))]).await;
    let scores = async |filter: Filter| {
        let (measures, by, interval) = (vec![Measure::Csat], Vec::new(), Interval::None);
        let query = MeasureQuery { measures, filter, by, interval, compare: false, prices: super::prices() };
        let scores = stage.store().measures(&query).await.expect("scores");
        scores.iter().map(|score| (score.estimate.value, score.estimate.n)).collect::<Vec<_>>()
    };
    assert_eq!(scores(of_tenant("default")).await, [(Some(0.0), 1)]);
    let asked_for = Filter { conditions: vec![only("survey", &["recovery"])], ..of_tenant("default") };
    assert_eq!(scores(asked_for).await, [(Some(100.0), 1)]);
}
