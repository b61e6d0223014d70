//! The door for VoiceXML platforms: who comes in, and what is heard when something is broken.

use aftercall::ivr::voicexml::{Look, MEDIA_TYPE, render};
use aftercall::ivr::{Ask, Page, Spoken, Turn};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::json;

use super::browser::{Browser, Event, Wish};
use super::phone::{Move, Request};
use super::{Dialect, Walk, post, reply, rig, schema, voicexml};
use crate::support::rig::{CALLER, LINE, Rig};

async fn begins<'a>(rig: &'a Rig, name: &str) -> Walk<'a> {
    Walk::begin(rig, Dialect::VoiceXml, (name, "")).await
}

#[tokio::test]
async fn nobody_comes_in_without_the_key_of_the_flow_or_the_proof_of_a_page() {
    let rig = rig().await;
    let enters = voicexml::enters("C1", "");
    for query in ["", "?key=", "?key=open", "?mac=AAAA", "?key=open+sesame&key=open+sesame"] {
        let answer = post(&rig, &Request { target: format!("/hooks/ivr/voice{query}"), ..enters.clone() }).await;
        assert_eq!((answer.status, answer.outcome.as_str(), answer.body.as_str()), (403, "bad_signature", ""), "{query}");
    }
    let walk = begins(&rig, "C1").await;
    let [answer] = voicexml::does(&walk.documents[0], Move::Press("5")).try_into().expect("one request");
    assert!(!answer.target.contains("sesame") && answer.target.contains("&mac="), "{}", answer.target);
    for forged in [answer.target.replace("try=0", "try=1"), answer.target.split("&mac=").next().expect("an address").to_owned()] {
        let refused = post(&rig, &Request { target: forged.clone(), ..answer.clone() }).await;
        assert_eq!((refused.status, refused.outcome.as_str()), (403, "bad_signature"), "{forged}");
    }
    assert_eq!(post(&rig, &answer).await.outcome, "accepted");
    assert_eq!(rig.api("/v1/calls").await["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_page_can_be_fetched_with_everything_in_the_address_and_is_never_kept_for_another_caller() {
    let rig = rig().await;
    let query = "call_id=C1&ani=%2B14155550123&dnis=%2B14155550100&agent=alice&queue=support&talk_seconds=63";
    for (account, key, media) in [("ivr", "key=open+sesame&", MEDIA_TYPE), ("bare", "", "text/vxml; charset=utf-8")] {
        let answer = rig.client.get(format!("{}/hooks/{account}/voice?{key}{query}", rig.base)).send().await.expect("an answer");
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(
            (answer.status().as_u16(), header("content-type"), header("cache-control")),
            (200, media.to_owned(), "no-store".to_owned())
        );
        let heard = voicexml::heard(&answer.text().await.expect("a text"));
        assert!(heard.said[0].contains("your talk with alice"), "{heard:?}");
    }
    let calls = rig.api("/v1/calls?account=ivr").await;
    let call = &calls["items"][0];
    assert_eq!((&call["line"], &call["respondent"], &call["queue"]), (&json!(LINE), &json!("+1415***0123"), &json!("support")));
}

#[tokio::test]
async fn a_platform_that_has_nothing_but_an_address_is_asked_who_calls() {
    let rig = rig().await;
    let answer = rig.client.get(format!("{}/hooks/ivr/voice?key=open+sesame&agent=alice&attr.note=a%26b", rig.base));
    let entry = reply(answer).await;
    assert_eq!((entry.status, entry.outcome.as_str()), (200, "ignored"));
    let mut browser = Browser::open(&entry.body);
    let tells = voicexml::request(&browser.goes_on().expect("a request"));
    assert!(!entry.body.contains("sesame") && browser.said.is_empty(), "{}", entry.body);
    assert_eq!(voicexml::request(&browser.happens(Event::FetchFailed).expect("a request")), tells, "the same once more");
    let question = post(&rig, &tells).await;
    let again = post(&rig, &tells).await;
    assert_eq!((question.outcome.as_str(), again.outcome.as_str(), &again.body), ("accepted", "ignored", &question.body));
    let heard = voicexml::heard(&question.body);
    assert!(heard.said[0].contains("your talk with alice"), "{heard:?}");
    let calls = rig.api("/v1/calls").await["items"].clone();
    assert_eq!(
        (calls.as_array().map(Vec::len), &calls[0]["line"], &calls[0]["respondent"]),
        (Some(1), &json!(LINE), &json!("+1415***0123"))
    );
    assert_eq!(calls[0]["attributes"], json!({"note": "a&b"}));
    // One that does not know it either hears the polite end: there is nobody to ask.
    let mut stranger = Browser::open(&entry.body);
    stranger.knows_who_calls = false;
    let nobody = voicexml::request(&stranger.goes_on().expect("a request"));
    assert_eq!(nobody.form, [("caller".to_owned(), String::new()), ("called".to_owned(), String::new())]);
    schema::assert_valid([entry.body]);
}

#[tokio::test]
async fn a_page_that_cannot_be_had_is_fetched_once_more_and_then_the_caller_hears_the_polite_end() {
    let rig = rig().await;
    let walk = begins(&rig, "C1").await;
    for event in [Event::Keys("7"), Event::Silence] {
        let mut browser = Browser::open(&walk.documents[0]);
        let first = browser.happens(event).expect("a request");
        assert_eq!(browser.happens(Event::FetchFailed), Some(first), "the same once more");
        assert_eq!((browser.happens(Event::FetchFailed), browser.said.len()), (Some(Wish::Disconnect), 1));
        assert!(browser.said[0].contains("Goodbye"), "{:?}", browser.said);
    }
    // Where the first one had arrived, the second one is answered the same and counts nothing.
    let mut browser = Browser::open(&walk.documents[0]);
    let keys = voicexml::request(&browser.happens(Event::Keys("7")).expect("a request"));
    let part = post(&rig, &keys).await;
    let again = post(&rig, &voicexml::request(&browser.happens(Event::FetchFailed).expect("a request"))).await;
    assert_eq!((part.outcome.as_str(), again.outcome.as_str(), &again.body), ("accepted", "duplicate", &part.body));
}

#[tokio::test]
async fn a_comment_that_cannot_be_kept_is_passed_over_and_the_survey_goes_on() {
    let rig = rig().await;
    let mut walk = begins(&rig, "C1").await;
    walk.plays(&[Move::Press("7"), Move::Press("1")]).await;
    let mut browser = Browser::open(walk.documents.last().expect("a document"));
    browser.keeps = false;
    let spoken = voicexml::request(&browser.happens(Event::Spoken).expect("a request"));
    assert_eq!(spoken.form, [("event".to_owned(), "lost".to_owned())]);
    walk.bring(spoken, "accepted").await;
    assert_eq!(walk.row().await[0], "completed");
    // An account that has no place for recordings does not ask for them.
    let enters = Request::post("/hooks/bare/voice", &[("call_id", "C2"), ("caller", CALLER)]);
    let mut page = post(&rig, &enters).await.body;
    for keys in ["7", "1"] {
        let wish = Browser::open(&page).happens(Event::Keys(keys)).expect("a request");
        page = post(&rig, &voicexml::request(&wish)).await.body;
    }
    let mut browser = Browser::open(&page);
    assert_eq!(browser.heard().said, Vec::<String>::new());
    let end = post(&rig, &voicexml::request(&browser.goes_on().expect("a request"))).await.body;
    assert_eq!(
        (Browser::open(&end).heard().said, Browser::open(&end).goes_on()),
        (vec!["Thank you. Goodbye.".to_owned()], Some(Wish::Disconnect))
    );
    schema::assert_valid([page, end]);
}

#[tokio::test]
async fn a_call_that_a_telephone_exchange_reports_over_ends_the_survey_on_it() {
    let rig = rig().await;
    let mut walk = begins(&rig, "C1").await;
    walk.plays(&[Move::Press("7")]).await;
    let over = Request::aside("/hooks/ivr/call?key=open+sesame", &[("call_id", &walk.call_id), ("caller", CALLER)]);
    walk.bring(over.clone(), "accepted").await;
    assert_eq!(walk.row().await[0], "partial");
    assert_eq!(post(&rig, &over).await.outcome, "duplicate");
    // The page's own word comes too, and late.
    let [gone] = voicexml::does(walk.documents.last().expect("a document"), Move::HangUp).try_into().expect("one request");
    assert_eq!(post(&rig, &gone).await.outcome, "ignored");
}

#[tokio::test]
async fn whatever_is_broken_the_caller_hears_a_page_of_their_platform() {
    let rig = rig().await;
    let walk = begins(&rig, "C1").await;
    let nameless = post(&rig, &Request::post("/hooks/ivr/voice?key=open+sesame", &[("call_id", "C2"), ("ended_at", "now")])).await;
    assert_eq!((nameless.status, nameless.outcome.as_str()), (200, "malformed"));
    let stale = Request::post("/hooks/bare/voice/AAAA?q=recommend&try=0", &[("event", "hangup")]);
    let strange = post(&rig, &stale).await;
    assert_eq!((strange.status, strange.outcome.as_str()), (200, "ignored"));
    rig.app.close().await;
    let [keys] = voicexml::does(&walk.documents[0], Move::Press("7")).try_into().expect("one request");
    let shed = post(&rig, &keys).await;
    assert_eq!((shed.status, shed.outcome.as_str()), (200, "shed"));
    for page in [&nameless.body, &strange.body, &shed.body] {
        let mut browser = Browser::open(page);
        assert!(browser.heard().said.last().is_some_and(|words| words.contains("Goodbye")), "{page}");
        assert_eq!(browser.goes_on(), Some(Wish::Disconnect));
    }
    schema::assert_valid([nameless.body, strange.body, shed.body]);
}

#[tokio::test]
async fn what_is_no_form_is_refused_and_messages_are_not_for_this_door() {
    let rig = rig().await;
    let url = format!("{}/hooks/ivr/voice?key=open+sesame", rig.base);
    let multipart = rig.client.post(url).header("Content-Type", "multipart/form-data; boundary=x").body("--x--");
    assert_eq!(reply(multipart).await.status, 400);
    for route in ["sms", "receipt", "recording/AAAA"] {
        let request = Request::post(&format!("/hooks/ivr/{route}?key=open+sesame"), &[("text", "5")]);
        assert_eq!(post(&rig, &request).await.outcome, "ignored", "{route}");
    }
}

/// Pages of any words, in any number of languages.
fn pages() -> impl Strategy<Value = Page> {
    let words = || "\\PC{0,40}|[ -~\u{1}\u{2028}]{0,40}";
    let locale = || prop::sample::select(vec!["en", "zh-CN", "zh-Hant-HK", "pt", "ar", "x", "en-GB"]).prop_map(str::to_owned);
    let address = || {
        words().prop_map(|end| {
            format!("https://h.example.com/hooks/ivr/voice/T?q={}", form_urlencoded::byte_serialize(end.as_bytes()).collect::<String>())
        })
    };
    let more = prop::collection::vec((locale(), words()).prop_map(|(locale, say)| Spoken { locale, say }), 0..3);
    let asks =
        (words(), more, address(), 0..3_u8, any::<(u8, u8, bool)>()).prop_map(|(say, more, action, digits, (first, further, barge_in))| {
            Turn::Ask(Ask {
                say,
                more,
                silence: action.clone(),
                action,
                digits,
                keys: Vec::new(),
                timeout_seconds: first,
                key_timeout_seconds: further,
                barge_in,
            })
        });
    let records = (words(), address(), any::<u16>()).prop_map(|(say, action, most_seconds)| Turn::Record {
        say,
        ready: action.clone(),
        action,
        most_seconds,
    });
    let ends = prop::option::of(words()).prop_map(|say| Turn::End { say });
    (locale(), prop::collection::vec(words(), 0..2), prop_oneof![asks, records, ends]).prop_map(|(locale, lead, then)| Page {
        locale,
        lead,
        then,
    })
}

#[test]
fn every_page_is_valid_by_the_schema_of_the_w3c() {
    let mut runner = TestRunner::deterministic();
    let page = || pages().new_tree(&mut runner).expect("a page").current();
    let pages: Vec<Page> = std::iter::repeat_with(page).take(300).collect();
    let looks = [Some("https://keep.example.com/a.wav"), None].map(|keep| Look { content_type: MEDIA_TYPE, keep });
    schema::assert_valid(pages.iter().flat_map(|page| looks.map(|look| render(page, look).body)));
}
