//! Things that happen at the same moment have one winner, and nothing is lost.

use serde_json::{Value, json};

use super::{BY_TEXT, HOUR, asked, on_each_store, response};
use crate::support::rig::Rig;
use crate::support::servers::eventually;

const SECOND: std::time::Duration = std::time::Duration::from_secs(1);

/// The raw texts that stand as answers, and those kept as unmatched.
async fn kept(rig: &Rig, call_id: &str) -> (Vec<Value>, Vec<(String, String)>) {
    let row = response(rig, call_id).await;
    (row["answers"].as_array().expect("answers").iter().map(|answer| answer["raw"].clone()).collect(), rig.unmatched().await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_that_races_a_stop_is_an_answer_before_it_or_unmatched_after_it() {
    on_each_store(BY_TEXT, &[], async |rig| {
        for round in 0..8 {
            let (caller, call_id) = (format!("+1415555013{round}"), format!("CA{round}"));
            rig.call_of(&caller, &call_id, "").await;
            rig.settle().await;
            let before = rig.unmatched().await.len();
            let (score, stop) = (format!("SM{round}-score"), format!("SM{round}-stop"));
            let (one, other) = tokio::join!(rig.text_from(&caller, &score, "4"), rig.text_from(&caller, &stop, "退订"));
            assert_eq!([one.outcome.as_str(), other.outcome.as_str()], ["accepted", "accepted"]);
            rig.settle().await;
            assert_eq!(response(rig, &call_id).await["disposition"], "opted_out");
            let (answers, unmatched) = kept(rig, &call_id).await;
            let after: Vec<_> = unmatched[before..].iter().map(|(text, reason)| (text.as_str(), reason.as_str())).collect();
            let whole = (answers.as_slice(), after.as_slice());
            let (as_answer, as_unmatched) = ([json!("4")], [("4", "after_opt_out")]);
            assert!(whole == (&as_answer, &[]) || whole == (&[], &as_unmatched), "{whole:?}");
        }
        let sent = rig.sent().len();
        rig.after(HOUR).await;
        assert_eq!(rig.sent().len(), sent);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_that_races_the_surveys_end_counts_once_in_time_or_late() {
    let rules = format!("{BY_TEXT}\nvalid_for = \"1s\"");
    on_each_store(&rules, &[], async |rig| {
        asked(rig, &[("CA1", "")], 0).await;
        rig.clock.advance(SECOND * 2);
        // A shared store's timers go by its own clock.
        let ended = eventually("the session's end", async || {
            rig.settle().await;
            response(rig, "CA1").await["disposition"] != "open"
        });
        let (reply, ()) = tokio::join!(rig.text("SM1", "4"), ended);
        assert_eq!(reply.outcome, "accepted");
        rig.settle().await;
        let row = response(rig, "CA1").await;
        assert_eq!((&row["disposition"], &row["scores"]["csat"], &row["late"]), (&json!("partial"), &json!(4), &json!(true)), "{row:#}");
        assert_eq!(kept(rig, "CA1").await, (vec![json!("4")], vec![]));
    })
    .await;
}
