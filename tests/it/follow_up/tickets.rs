use std::time::Duration;

use aftercall::ports::report::Role;
use serde_json::{Value, json};

use super::{BY_TEXT, HOUR, TICKET, address, answered, asked, send, send_as, ticket};
use crate::support::receiver::Receiver;
use crate::support::rig::Rig;

async fn rig(more: &str) -> Rig {
    Rig::start(&format!("{BY_TEXT}{TICKET}{more}")).await
}

/// A caller who gives a 1, and the ticket that this opens.
async fn complained(rig: &Rig) {
    asked(rig, "CA1").await;
    rig.text("SM1", "1").await;
    rig.settle().await;
}

#[tokio::test]
async fn a_low_score_opens_one_ticket_and_a_good_one_none() {
    let rig = rig("").await;
    answered(&rig, "CA0").await;
    complained(&rig).await;
    for (id, text) in [("SM2", "waiting"), ("SM3", "1 is what I said"), ("SM4", "really")] {
        rig.text(id, text).await;
    }
    rig.settle().await;
    let ticket = ticket(&rig).await;
    let wanted = json!({"call_id": "CA1", "state": "open", "owner": "lead", "reason": "low score", "opened_at": "2026-11-23T10:00:00.000Z",
        "due_at": "2026-11-24T10:00:00.000Z", "resolved_at": null, "recovery_session_id": null, "recovered": null, "queue": "support"});
    for (name, value) in wanted.as_object().expect("an object") {
        assert_eq!(&ticket[name], value, "{name}");
    }
    let responses = rig.api("/v1/responses").await;
    let of = |call: &str| responses["items"].as_array().expect("items").iter().find(|row| row["call_id"] == call).cloned().expect("a row");
    assert_eq!((&of("CA1")["ticket_id"], &of("CA1")["session_id"]), (&ticket["id"], &ticket["session_id"]));
    assert_eq!(of("CA0")["ticket_id"], Value::Null);
    assert_eq!(rig.api("/v1/funnel").await["items"][0]["tickets"], 1);
}

#[tokio::test]
async fn a_ticket_may_be_opened_by_a_reason_by_a_word_and_for_some_calls_alone() {
    let rules = "[[ticket]]\nreason = \"attitude\"\nwhen = { answer.part = \"attitude\", queue = \"support\" }\n\
        [[ticket]]\nreason = \"may leave\"\nwhen = { words = [\"lawyer\", \"cancel*\", \"退款\"], agent = \"alice\" }\n";
    let rig = Rig::start(&format!("{BY_TEXT}{rules}")).await;
    for (call, query, texts, reason) in [
        ("CA1", "?queue=support", ["2", "1"], Some("attitude")),
        ("CA2", "?queue=sales", ["2", "1"], None),
        ("CA3", "?agent=alice", ["5", "I am cancelling tomorrow"], Some("may leave")),
        ("CA4", "?agent=alice", ["5", "no lawyers here"], None),
        ("CA5", "?agent=alice", ["5", "我要退款"], Some("may leave")),
        ("CA6", "?agent=bob", ["5", "cancel it"], None),
    ] {
        let caller = format!("+141555501{}", &call[2..].parse::<u8>().map(|n| 30 + n).expect("a number"));
        rig.call_of(&caller, call, query).await;
        rig.settle().await;
        for (at, text) in texts.iter().enumerate() {
            rig.text_from(&caller, &format!("{call}-{at}"), text).await;
        }
        rig.settle().await;
        let tickets = rig.api("/v1/tickets?limit=1000").await;
        let found = tickets["items"].as_array().expect("items").iter().find(|ticket| ticket["call_id"] == call).cloned();
        assert_eq!(found.map(|ticket| ticket["reason"].clone()), reason.map(|reason| json!(reason)), "{call}");
    }
}

#[tokio::test]
async fn people_take_a_ticket_remark_on_it_and_bring_it_forward_and_never_back() {
    let rig = rig("").await;
    complained(&rig).await;
    let address = address(&rig).await;
    let (status, taken) = send(&rig, "PATCH", &address, &json!({"owner": "ann"})).await;
    assert_eq!((status, &taken["state"], &taken["owner"]), (200, &json!("assigned"), &json!("ann")));
    let (status, noted) = send(&rig, "PATCH", &address, &json!({"note": "called back", "by": "ann"})).await;
    assert_eq!((status, &noted["notes"]), (200, &json!([{"at": "2026-11-23T10:00:00.000Z", "by": "ann", "text": "called back"}])));
    rig.after(HOUR).await;
    let (status, resolved) = send(&rig, "PATCH", &address, &json!({"state": "resolved"})).await;
    assert_eq!((status, &resolved["resolved_at"]), (200, &json!("2026-11-23T11:00:00.000Z")));
    let (status, said) = send(&rig, "PATCH", &address, &json!({"state": "open"})).await;
    assert_eq!((status, &said["code"]), (409, &json!("conflict")));
    assert_eq!(send(&rig, "PATCH", &address, &json!({"state": "closed"})).await.1["state"], "closed");
    for (body, code) in [(json!({}), 400), (json!({"state": "gone"}), 400), (json!({"colour": "red"}), 400), (json!({"owner": " "}), 400)] {
        assert_eq!(send(&rig, "PATCH", &address, &body).await.0, code, "{body}");
    }
    assert_eq!(send(&rig, "PATCH", "/v1/tickets/nobodys", &json!({"note": "x"})).await.0, 404);
    for state in ["closed", "open,closed"] {
        assert_eq!(rig.api(&format!("/v1/tickets?state={state}")).await["items"].as_array().map(Vec::len), Some(1));
    }
    assert_eq!(rig.api("/v1/tickets?state=open").await["items"], json!([]));
    assert_eq!(rig.api(&address).await["owner"], "ann");
}

#[tokio::test]
async fn only_an_administrator_of_the_tenant_changes_a_ticket() {
    let rig = rig("").await;
    complained(&rig).await;
    let address = address(&rig).await;
    let reader = rig.app.create_token("default", Role::Read).await.expect("a token");
    let stranger = rig.app.create_token("other", Role::Admin).await.expect("a token");
    let note = json!({"note": "x"});
    assert_eq!(send_as(&rig, &reader, ("PATCH", &address), &note).await.0, 403);
    assert_eq!(send_as(&rig, &stranger, ("PATCH", &address), &note).await.0, 404);
    assert_eq!(send_as(&rig, "ac_none", ("PATCH", &address), &note).await.0, 401);
}

#[tokio::test]
async fn of_many_who_change_a_ticket_at_once_no_change_is_lost() {
    let rig = std::sync::Arc::new(rig("").await);
    complained(&rig).await;
    let address = address(&rig).await;
    let mut changing = tokio::task::JoinSet::new();
    for n in 0..8 {
        let (rig, address) = (std::sync::Arc::clone(&rig), address.clone());
        changing.spawn(async move { send(&rig, "PATCH", &address, &json!({"note": format!("note {n}")})).await.0 });
    }
    let answers = changing.join_all().await;
    let made = answers.iter().filter(|status| **status == 200).count();
    assert!(answers.iter().all(|status| [200, 409].contains(status)) && made > 0, "{answers:?}");
    assert_eq!(ticket(&rig).await["notes"].as_array().map(Vec::len), Some(made));
}

#[tokio::test]
async fn a_ticket_that_nobody_resolves_in_time_is_told_to_others_once() {
    let receiver = Receiver::start().await;
    let rig = rig(&receiver.configured("crm", "events = [\"ticket.opened\", \"ticket.overdue\"]")).await;
    complained(&rig).await;
    assert_eq!(receiver.taken(), ["ticket.opened"]);
    let told = receiver.deliveries()[0].clone();
    assert!(told.genuine);
    assert_eq!(told.body["data"], ticket(&rig).await);
    rig.after(23 * HOUR).await;
    assert_eq!(receiver.taken().len(), 1);
    rig.after(2 * HOUR).await;
    rig.after(48 * HOUR).await;
    assert_eq!(receiver.taken(), ["ticket.opened", "ticket.overdue"]);
    assert_eq!(ticket(&rig).await["escalated_at"], "2026-11-24T11:00:00.000Z");
}

#[tokio::test]
async fn a_ticket_that_is_resolved_in_time_is_never_overdue() {
    let receiver = Receiver::start().await;
    let rig = rig(&receiver.configured("crm", "events = [\"ticket.overdue\"]")).await;
    complained(&rig).await;
    send(&rig, "PATCH", &address(&rig).await, &json!({"state": "resolved"})).await;
    rig.after(48 * HOUR).await;
    assert_eq!((receiver.taken().len(), ticket(&rig).await["escalated_at"].clone()), (0, Value::Null));
}

#[tokio::test]
async fn once_the_matter_is_resolved_the_caller_is_asked_again_and_won_back() {
    let rig = rig("").await;
    complained(&rig).await;
    for (id, text) in [("SM2", "waiting"), ("SM3", "answer faster")] {
        rig.text(id, text).await;
    }
    let first = rig.response().await;
    rig.after(30 * HOUR).await;
    send(&rig, "PATCH", &address(&rig).await, &json!({"state": "resolved"})).await;
    rig.settle().await;
    assert!(rig.sent().last().is_some_and(|text| text.contains("complaint has been handled")), "{:?}", rig.sent());
    assert_eq!(ticket(&rig).await["recovered"], Value::Null);
    rig.text("SM4", "5").await;
    rig.settle().await;
    let ticket = ticket(&rig).await;
    assert_eq!(ticket["recovered"], true);
    let again = rig.api(&format!("/v1/responses/{}", ticket["recovery_session_id"].as_str().expect("an id"))).await;
    assert_eq!((&again["previous_session_id"], &again["call_id"]), (&first["session_id"], &first["call_id"]));
    assert_eq!((&again["survey"], &again["disposition"], &again["ticket_id"]), (&json!("recovery"), &json!("completed"), &Value::Null));
    let measures = rig.api("/v1/measures?measure=csat").await;
    assert_eq!((&measures["items"][0]["n"], &measures["items"][0]["value"]), (&json!(1), &json!(0.0)), "the call's own score stands");
    let funnel = rig.api("/v1/funnel").await;
    assert_eq!(
        (&funnel["items"][0]["calls"], &funnel["items"][0]["tickets"], &funnel["items"][0]["recovered"]),
        (&json!(1), &json!(1), &json!(1))
    );
    let summary = rig.api("/v1/tickets/summary?by=agent").await;
    assert_eq!(
        (&summary["items"][0]["group"], &summary["items"][0]["recovery_rate"]["value"]),
        (&json!({"agent": "alice"}), &json!(100.0))
    );
    assert_eq!(summary["items"][0]["median_seconds_to_resolve"], 30 * 3600);
}

#[tokio::test]
async fn a_caller_who_is_still_unhappy_opens_no_second_ticket() {
    let rig = rig("").await;
    complained(&rig).await;
    send(&rig, "PATCH", &address(&rig).await, &json!({"state": "resolved"})).await;
    rig.settle().await;
    rig.text("SM4", "1").await;
    rig.settle().await;
    assert_eq!(ticket(&rig).await["recovered"], false);
}

#[tokio::test]
async fn nobody_who_has_opted_out_is_asked_again() {
    let rig = rig("").await;
    complained(&rig).await;
    rig.text("SM2", "STOP").await;
    rig.settle().await;
    let sent = rig.sent().len();
    send(&rig, "PATCH", &address(&rig).await, &json!({"state": "resolved"})).await;
    rig.settle().await;
    assert_eq!(rig.sent().len(), sent);
    let ticket = ticket(&rig).await;
    assert_eq!((&ticket["recovery_session_id"], &ticket["notes"][0]["text"]), (&Value::Null, &json!("not asked again: opted out")));
}

#[tokio::test]
async fn whoever_is_asked_again_is_not_woken_at_night() {
    let rig = Rig::as_shipped(&format!("{BY_TEXT}{TICKET}")).await;
    // 10:00 UTC is 02:00 where the caller lives: the call was just over, so its own text left at once.
    complained(&rig).await;
    let sent = rig.sent().len();
    rig.after(HOUR).await;
    send(&rig, "PATCH", &address(&rig).await, &json!({"state": "resolved"})).await;
    rig.after(Duration::from_secs(300)).await;
    assert_eq!(rig.sent().len(), sent);
    rig.after(6 * HOUR).await;
    assert!(rig.sent().iter().any(|text| text.contains("complaint has been handled")), "{:?}", rig.sent());
}

#[tokio::test]
async fn with_nothing_configured_an_answer_leaves_no_task_behind() {
    let rig = Rig::start(BY_TEXT).await;
    answered(&rig, "CA1").await;
    assert_eq!(rig.app.outbox.run_once().await.expect("the outbox runs"), 0);
    assert_eq!(rig.api("/v1/tickets").await["items"], json!([]));
    assert_eq!(rig.api("/v1/webhooks").await["items"], json!([]));
}

#[tokio::test]
async fn a_ticket_closed_without_being_resolved_asks_nobody() {
    let rig = rig("recovery = false").await;
    complained(&rig).await;
    let sent = rig.sent().len();
    send(&rig, "PATCH", &address(&rig).await, &json!({"state": "closed"})).await;
    rig.after(HOUR).await;
    assert_eq!((rig.sent().len(), ticket(&rig).await["resolved_at"].clone()), (sent, Value::Null));
}
