use aftercall::ports::report::{CallFact, CallName, Fact, Table};
use aftercall::survey::response::Response;

use super::{Stage, all, call, of_tenant, pages, response};

fn name<'a>(tenant: &'a str, call_id: &'a str) -> CallName<'a> {
    CallName { tenant, account: "main", call_id }
}

/// A call is given whole to who changes it; a newer version of it replaces the older one, in whatever order they come.
pub async fn attributes_that_come_later_replace_a_call_and_its_response(stage: &impl Stage) {
    let row = Response { version: 3, ..response("s1", Some(4)) };
    let first = call(&row);
    let alone = CallFact { session_id: None, reason: Some("sampled_out".into()), ..call(&response("s2", None)) };
    stage.write(&[Fact::Call(Box::new(first.clone())), Fact::Response(Box::new(row.clone())), Fact::Call(Box::new(alone.clone()))]).await;

    let kept = stage.store().call(name("default", "CA-s1")).await.expect("read").expect("a call");
    assert_eq!((&kept.fact, kept.disposition.as_deref(), kept.response.as_ref()), (&first, Some("completed"), Some(&row)));
    let kept = stage.store().call(name("default", "CA-s2")).await.expect("read").expect("a call");
    assert_eq!((kept.fact, kept.disposition.as_deref(), kept.response), (alone, Some("suppressed:sampled_out"), None));
    for unknown in [name("other", "CA-s1"), name("default", "CA-s3"), name("default", "")] {
        assert_eq!(stage.store().call(unknown).await, Ok(None));
    }

    let (_, at) = all(stage.store(), pages(Table::Calls, of_tenant("default"))).await;
    let mut newer = CallFact { version: 4, ..first.clone() };
    newer.call.attributes.insert("ward".into(), "7".into());
    let corrected = Response { version: 4, attributes: newer.call.attributes.clone(), ..row };
    stage.write(&[Fact::Call(Box::new(newer.clone())), Fact::Response(Box::new(corrected.clone()))]).await;
    // What a journal tells again changes nothing.
    stage.write(&[Fact::Call(Box::new(first))]).await;
    let (changed, _) = all(stage.store(), super::PageQuery { after: at, ..pages(Table::Calls, of_tenant("default")) }).await;
    let shown: Vec<_> =
        changed.iter().map(|row| (&row["call_id"], &row["version"], &row["attributes"]["ward"], &row["disposition"])).collect();
    assert_eq!(serde_json::json!(shown), serde_json::json!([["CA-s1", 4, "7", "completed"]]));
    let kept = stage.store().call(name("default", "CA-s1")).await.expect("read").expect("a call");
    assert_eq!((kept.fact, kept.response), (newer, Some(corrected)));
}
