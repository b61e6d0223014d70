//! Unhappy callers are looked after, on the board.

use reqwest::header::COOKIE;
use serde_json::json;

use super::House;
use crate::commands::program::token;

const RULE: &str = "[[ticket]]\nreason = \"low score\"\nwhen = { measure.csat = \"1..=2\" }\ndue = \"24h\"\n";
const CALLER: &str = "+14155550123";

/// A house with one open ticket; the unhappy caller's answers are in.
async fn with_a_ticket() -> House {
    let house = House::with(RULE).await;
    let call = [("call_id", "C1"), ("from", CALLER), ("to", "+14155550100"), ("talk_seconds", "60")];
    house.hook("call?agent=alice&queue=support", &call).await;
    for (id, text) in [("M1", "1"), ("M2", "1"), ("M3", "never again")] {
        house.hook("sms", &[("message_id", id), ("from", CALLER), ("to", "+14155550100"), ("text", text)]).await;
    }
    house.go("/tickets").await;
    house.tab.reads(".board-of-tickets section:nth-child(1)", "low score").await;
    house
}

#[tokio::test]
async fn a_ticket_is_assigned_noted_and_resolved_and_the_caller_is_asked_again() {
    let house = with_a_ticket().await;
    house.tab.click(".ticket h3 a").await;
    house.tab.reads("h1", "low score").await;
    house.tab.click("[name=owner]").await;
    house.tab.write("Ann <b>").await;
    house.tab.click("[value=assign]").await;
    house.tab.reads("h1 .state", "Assigned").await;
    house.tab.reads(".facts", "Ann <b>").await;
    house.tab.click("[name=note]").await;
    house.tab.write("Rang her, <script>alert(1)</script> a refund is on its way").await;
    house.tab.click("[name=by]").await;
    house.tab.write("Ann").await;
    house.tab.click("[value=resolve]").await;
    house.tab.reads("h1 .state", "Resolved").await;
    house.tab.reads(".remarks", "Rang her, <script>alert(1)</script> a refund").await;
    house.tab.until("document.querySelector('[value=resolve]') === null").await;
    house.tab.picture("ticket-resolved").await;
    house.go("/tickets").await;
    house.tab.reads(".board-of-tickets section:nth-child(3)", "low score").await;
    recovers(&house).await;
    house.close().await;
}

/// The caller is asked how the matter was handled, and says 5.
async fn recovers(house: &House) {
    house.shows("/tickets", "document.querySelector('.ticket .links a:nth-child(2)')").await;
    let inbox = "fetch('/phone/inbox?number=%2B14155550123').then((answer) => answer.json()).then((inbox) => inbox.texts.length > 1)";
    house.shows("/phone", inbox).await;
    house.hook("sms", &[("message_id", "M9"), ("from", CALLER), ("to", "+14155550100"), ("text", "5")]).await;
    house.shows("/tickets", "document.querySelector('.ticket .state.completed')?.textContent.includes('won back')").await;
    assert_eq!(house.tab.barriers().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_cannot_be_done_is_said_and_nothing_is_changed() {
    let house = with_a_ticket().await;
    house.tab.click(".ticket h3 a").await;
    house.tab.reads("h1", "low score").await;
    house.tab.click("[value=note]").await;
    house.tab.reads("[role=alert]", "Write a name or a note first").await;
    assert!(house.tab.complaints().iter().all(|complaint| complaint.contains("409")));
    house.tab.click("[value=close]").await;
    house.tab.reads("h1 .state", "Closed").await;
    house.tab.until("document.querySelector('.work') === null").await;
    let address = house.tab.js("location.href").await.as_str().expect("an address").to_owned();
    let cookie = cookie(&house).await;
    let sent = |site: &'static str, cookie: String| {
        let post = house.serving.client.post(&address).header("Sec-Fetch-Site", site).header(COOKIE, cookie);
        post.form(&[("act", "note"), ("note", "from elsewhere")]).send()
    };
    assert_eq!(sent("cross-site", cookie.clone()).await.expect("an answer").status().as_u16(), 403);
    house.go("/tickets").await;
    house.tab.click(".ticket h3 a").await;
    house.tab.reads("main", "No note yet.").await;
    house.close().await;
}

/// The browser's own, as its owner alone can read it.
async fn cookie(house: &House) -> String {
    let cookies = house.tab.order("Network.getCookies", json!({"urls": [house.serving.base]})).await;
    let session = cookies["cookies"].as_array().expect("cookies").iter().find(|cookie| cookie["name"] == "aftercall").expect("signed in");
    assert_eq!((&session["httpOnly"], &session["sameSite"]), (&json!(true), &json!("Strict")));
    format!("aftercall={}", session["value"].as_str().expect("a value"))
}

#[tokio::test]
async fn who_may_only_read_sees_the_board_and_changes_nothing() {
    let house = with_a_ticket().await;
    let reader = token(house.data.path(), "read").await;
    house.tab.click(".ticket h3 a").await;
    house.tab.reads("h1", "low score").await;
    let address = house.tab.js("location.href").await.as_str().expect("an address").to_owned();
    house.tab.open(&format!("{}/sign-in#{reader}", house.serving.base)).await;
    house.tab.until("location.pathname === '/' && document.readyState === 'complete'").await;
    house.tab.open(&address).await;
    house.tab.reads("main", "needs a token with the role admin").await;
    let post = house.serving.client.post(&address).header("Sec-Fetch-Site", "same-origin").header(COOKIE, cookie(&house).await);
    assert_eq!(post.form(&[("act", "close")]).send().await.expect("an answer").status().as_u16(), 403);
    house.close().await;
}
