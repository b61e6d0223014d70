//! Someone is on the phone while Redis goes and comes.

use serde_json::{Value, json};

use super::{BY_KEYS, Shop, TOUR, gist};
use crate::support::chaos::{Mode, Proxy};
use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, PUBLIC, Reply, Rig, attribute, element};

/// What someone on the phone does.
#[derive(Debug, Clone, Copy)]
enum Move {
    Keys(&'static str),
    Silence,
    /// The last post comes once more.
    Again,
    /// Speaks and presses a key, and the recording is announced afterwards.
    Speak,
    /// The recording is announced before the key arrives.
    SpeakLate,
}

use Move::{Again, Keys, Silence, Speak, SpeakLate};

/// When Redis goes and when it is back, and whether the journal is carried out then or only at the end; by the number of moves.
#[derive(Debug, Clone, Copy)]
struct Outage {
    from: usize,
    to: usize,
    drained: bool,
}

/// All that the caller heard, without the tokens, and the row that it led to.
async fn walk(shop: &Shop, call_id: &str, moves: &[Move], outage: Outage) -> (Vec<String>, Value) {
    let mut page = shop.rig.agent_leaves(call_id, shop.query).await.body;
    let mut heard = vec![without_token(&page)];
    let mut last = String::new();
    for (at, this) in moves.iter().enumerate() {
        if outage.from == at {
            shop.cut_off();
        }
        if outage.to == at {
            shop.mend().await;
            if outage.drained {
                shop.rig.settle().await;
            }
        }
        if !matches!(this, Again) {
            last.clone_from(&page);
        }
        let reply = moved(
            &shop.rig,
            &last,
            call_id,
            match this {
                Again => moves[at - 1],
                other => *other,
            },
        )
        .await;
        assert_eq!(reply.status, 200);
        page = reply.body;
        heard.push(without_token(&page));
    }
    shop.mend().await;
    shop.rig.settle().await;
    (heard, gist(&shop.response(call_id).await))
}

async fn moved(rig: &Rig, page: &str, call_id: &str, this: Move) -> Reply {
    match this {
        Keys(digits) => rig.press(page, call_id, Some(digits)).await,
        Silence => rig.press(page, call_id, None).await,
        Speak | SpeakLate | Again => {
            let place = |name: &str| attribute(page, name).strip_prefix(PUBLIC).expect("an address of ours").to_owned();
            let url = ("RecordingUrl", "https://api.example.com/recordings/RE1");
            let announced = [("CallSid", call_id), ("AccountSid", ACCOUNT_SID), ("RecordingStatus", "completed"), url];
            let spoken = [("CallSid", call_id), ("From", CALLER), ("To", LINE), ("CallStatus", "in-progress"), ("Digits", "#"), url];
            let announce = async || {
                let ready = rig.hook(&place("recordingStatusCallback"), &announced).await;
                assert_eq!((ready.status, ready.outcome.as_str()), (204, "accepted"));
            };
            if matches!(this, SpeakLate) {
                announce().await;
                return rig.hook(&place("action"), &spoken).await;
            }
            let reply = rig.hook(&place("action"), &spoken).await;
            announce().await;
            reply
        }
    }
}

fn without_token(page: &str) -> String {
    let mut parts = page.split("/voice/");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest: String = parts.map(|part| format!("/voice/…?{}", part.split_once('?').map_or("", |(_, query)| query))).collect();
    let whole = first + &rest;
    match whole.split_once("/recording/") {
        Some((before, after)) => format!("{before}/recording/…?{}", after.split_once('?').map_or("", |(_, query)| query)),
        None => whole,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_part_of_a_survey_on_the_phone_redis_is_away_for_the_caller_hears_the_same_and_all_keys_stand_once() {
    let shop = Shop::open(BY_KEYS).await;
    let never = Outage { from: usize::MAX, to: usize::MAX, drained: false };
    let ways: [&[Move]; 5] = [
        &[Silence, Keys("9"), Keys("2"), Again, Keys("1"), Speak],
        &[Silence, Silence, Silence, Keys("2")],
        &[Keys("7"), Again, Keys("8"), Keys("9"), Keys("1")],
        &[Keys("5"), Keys("2"), Again],
        &[Keys("1"), Keys("2"), SpeakLate],
    ];
    for (number, moves) in ways.into_iter().enumerate() {
        let calm = walk(&shop, &format!("CA{number}"), moves, never).await;
        assert!(calm.0[0].contains("<Gather") && calm.0.last().is_some_and(|end| end.contains("<Hangup")), "{calm:#?}");
        assert_ne!(calm.1[0], "open", "{moves:?}");
        for from in 0..moves.len() {
            for to in from + 1..=moves.len() {
                for drained in [true, false] {
                    let outage = Outage { from, to, drained };
                    let call_id = format!("CA{number}-{from}-{to}-{drained}");
                    assert_eq!(walk(&shop, &call_id, moves, outage).await, calm, "{moves:?} {outage:?}");
                }
            }
        }
    }
    // Three times of silence, then a branch by the answer before last, then the recording.
    let (heard, row) = walk(&shop, "CA-last", ways[0], Outage { from: 0, to: 6, drained: false }).await;
    assert!(heard[5].contains("<Record") && element(&heard[1], "Say") != element(&heard[0], "Say"), "{heard:#?}");
    assert_eq!(row[0], "completed", "{row:#}");
    assert_eq!(shop.rig.unmatched().await, []);
}

/// The same with everything that a questionnaire can have: what the next prompt needs of the call comes from the address.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_that_looks_at_the_call_sounds_the_same_while_redis_is_away() {
    let shop = Shop::open_for("grand", include_str!("../../fixtures/surveys/grand.toml")).await;
    let never = Outage { from: usize::MAX, to: usize::MAX, drained: false };
    let ways: [&[Move]; 3] = [
        &[Keys("2"), Keys("*"), Keys("10"), Again, Keys("0"), Keys("1"), Speak],
        &[Keys("1"), Silence, Keys("11"), Keys("2"), Keys("2"), Keys("#")],
        &[Keys("9"), Keys("1"), Keys("9"), Keys("4"), Keys("*"), Keys("1")],
    ];
    for (number, moves) in ways.into_iter().enumerate() {
        let calm = walk(&shop, &format!("CA{number}"), moves, never).await;
        for (from, to) in [(0, moves.len()), (0, 2), (1, 3), (2, 4), (3, moves.len())] {
            for drained in [true, false] {
                let outage = Outage { from, to, drained };
                let call_id = format!("CA{number}-{from}-{to}-{drained}");
                // The order of the options is the session's own.
                let (heard, row) = walk(&shop, &call_id, moves, outage).await;
                assert_eq!((unmixed(&heard), mattered(&row)), (unmixed(&calm.0), mattered(&calm.1)), "{moves:?} {outage:?}");
            }
        }
    }
    assert_eq!(shop.rig.unmatched().await, []);
}

/// What was heard, without the list of mixed options.
fn unmixed(heard: &[String]) -> Vec<String> {
    let cut = |page: &String| match page.split_once("1 ").filter(|_| page.contains("attitude") || page.contains("态度")) {
        Some((before, rest)) => before.to_owned() + rest.split_once('4').map_or("", |(_, after)| after),
        None => page.clone(),
    };
    heard.iter().map(cut).collect()
}

/// The row, without which of the mixed options it was.
fn mattered(row: &Value) -> Value {
    let mut row = row.clone();
    for answer in row[2].as_array_mut().into_iter().flatten().filter(|answer| answer[0] == "part" && !answer[1].is_null()) {
        answer[1] = json!("one of them");
    }
    row
}

/// A balancer sends a caller's keys to whichever gateway it likes, also while one of them, or both, cannot reach Redis.
#[tokio::test]
async fn a_caller_whose_keys_go_to_two_gateways_in_turn_goes_on_and_all_keys_stand_once() {
    for second_is_away_too in [false, true] {
        let shop = Shop::open(BY_KEYS).await;
        let proxy = Proxy::before(shop.redis.address()).await;
        let second = Rig::on_redis(&shop.redis.url_at(proxy.address()), BY_KEYS, &[("tour.toml", TOUR)]).await;
        let score = shop.rig.agent_leaves("CA1", "").await.body;
        shop.cut_off();
        if second_is_away_too {
            proxy.set(Mode::Refuse);
        }
        let again = second.press(&score, "CA1", None).await.body;
        let solved = shop.rig.press(&again, "CA1", Some("2")).await.body;
        assert!(solved.contains("Was it solved?"), "{solved}");
        let why = second.press(&solved, "CA1", Some("1")).await.body;
        assert!(why.contains("<Record"), "{why}");
        proxy.set(Mode::Pass);
        second.back().await;
        second.settle().await;
        shop.mend().await;
        assert_eq!(shop.rig.app.drain.as_ref().expect("a drain").run_once().await, Ok(1));
        let end = moved(&second, &why, "CA1", Speak).await.body;
        assert!(end.contains("<Hangup"), "{end}");
        second.settle().await;
        let row = gist(&second.response().await);
        assert_eq!((&row[0], &row[1]), (&json!("completed"), &json!(2)), "{row:#}");
        assert_eq!((&row[2][0][3], &row[2][1][3], row[2].as_array().map(Vec::len)), (&json!("2"), &json!("1"), Some(3)), "{row:#}");
        assert_eq!(second.unmatched().await, []);
    }
}

#[tokio::test]
async fn a_forged_token_hears_the_polite_end_and_nothing_is_kept() {
    let shop = Shop::open(BY_KEYS).await;
    let question = shop.rig.agent_leaves("CA1", "").await.body;
    shop.cut_off();
    let own = attribute(&question, "action").strip_prefix(PUBLIC).expect("an address of ours").to_owned();
    let (before, token_and_query) = own.split_once("/voice/").expect("a token");
    let (token, query) = token_and_query.split_once('?').expect("a query");
    for place in [5, token.len() / 2, token.len() - 1] {
        let mut forged: Vec<char> = token.chars().collect();
        forged[place] = if forged[place] == 'A' { 'B' } else { 'A' };
        let target = format!("{before}/voice/{}?{query}", forged.into_iter().collect::<String>());
        let params = [("CallSid", "CA1"), ("From", CALLER), ("To", LINE), ("CallStatus", "in-progress"), ("Digits", "5")];
        let reply = shop.rig.hook(&target, &params).await;
        assert_eq!((reply.status, reply.outcome.as_str()), (200, "ignored"));
        assert!(reply.body.contains("<Hangup"), "{}", reply.body);
    }
    assert_eq!(shop.waiting().await, 0);
}
