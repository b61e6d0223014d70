//! The whole way, on the telephone of the screen, until the score stands on the dashboard.

use serde_json::json;

use super::House;
use crate::commands::program::aftercall;
use crate::support::browser::Tab;

/// Waits for a text of the gateway and answers it.
async fn answers(tab: &Tab, asked: &str, answer: &str) {
    tab.until(&format!("[...document.querySelectorAll('#bubbles .gateway')].at(-1)?.textContent.includes({})", json!(asked))).await;
    tab.click("#text").await;
    tab.write(answer).await;
    tab.press(&["Enter"]).await;
}

#[tokio::test]
async fn a_newcomer_opens_the_link_of_the_demo_answers_by_text_and_sees_the_score_on_the_dashboard() {
    let mut serving = aftercall("demo --calls 20 --listen 127.0.0.1:0").serve().await;
    let link = loop {
        let line = serving.line().await;
        if let Some(link) = line.split_whitespace().find(|word| word.contains("/sign-in")) {
            break link.to_owned();
        }
    };
    let tab = Tab::new().await;
    tab.open(&link).await;
    tab.until("location.pathname === '/phone' && document.readyState === 'complete'").await;
    tab.until("location.hash === ''").await;
    tab.js("document.getElementById('agent').value = 'zoe'").await;
    tab.click("#by-text").await;
    answers(&tab, "1 (very unhappy) to 5 (very happy)", "2").await;
    answers(&tab, "What went wrong?", "3").await;
    answers(&tab, "What should we improve?", "I waited <b>twenty</b> minutes").await;
    tab.reads("#bubbles", "Thank you").await;
    tab.reads("#newest", "CSAT 2").await;
    tab.picture("phone-text").await;
    tab.click("#newest a").await;
    tab.until("location.pathname.startsWith('/responses/') && document.readyState === 'complete'").await;
    tab.reads(".bubbles", "I waited <b>twenty</b> minutes").await;
    tab.reads("h1", "***").await;
    tab.open(&format!("{}/?agent=zoe&period=7d", serving.base)).await;
    tab.reads(".tile strong", "0.0%").await;
    tab.reads(".tile dl", "1").await;
    assert_eq!(tab.complaints(), Vec::<String>::new());
    tab.close().await;
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn a_caller_who_stays_on_the_line_presses_keys_and_stands_on_the_dashboard() {
    let house = House::open().await;
    house.go("/phone").await;
    house.tab.click("#by-keys").await;
    house.tab.reads("#said", "Press a key from 1").await;
    house.tab.picture("phone-keys").await;
    house.tab.click("[data-key='5']").await;
    house.tab.reads("#said", "Thank you").await;
    house.tab.reads("#newest", "CSAT 5").await;
    house.tab.until("document.getElementById('calling').hidden").await;
    house.go("/?period=7d").await;
    house.tab.reads(".tile strong", "100.0%").await;
    house.close().await;
}

const CALL_BACK: &str = "[[rule]]\nwhen = { queue = \"call-back\" }\nsurvey = \"csat\"\nchannels = [\"call\"]\n";

#[tokio::test]
async fn the_phone_rings_for_a_call_back_is_picked_up_and_answered() {
    let house = House::with(CALL_BACK).await;
    house.go("/phone").await;
    house.tab.click("#by-call").await;
    house.tab.reads("#ringing-from", "+14155550100").await;
    house.tab.picture("phone-rings").await;
    house.tab.click("#pick-up").await;
    house.tab.reads("#said", "short survey").await;
    house.tab.click("[data-key='4']").await;
    house.tab.reads("#said", "Thank you").await;
    house.tab.reads("#newest", "CSAT 4").await;
    house.shows("/responses", "document.querySelector('#lines')?.textContent.includes('call')").await;
    house.close().await;
}

#[tokio::test]
async fn a_call_back_that_is_declined_ends_and_is_tried_again_later() {
    let house = House::with(CALL_BACK).await;
    house.go("/phone").await;
    house.tab.click("#by-call").await;
    house.tab.until("!document.getElementById('ringing').hidden").await;
    house.tab.click("#decline").await;
    house.tab.until("!document.getElementById('texting').hidden").await;
    house.tab.reads("#trace li", "accepted").await;
    house.close().await;
}

#[tokio::test]
async fn a_call_that_is_not_asked_about_says_why_on_the_phone() {
    let house = House::with("[[rule]]\nwhen = { queue = \"nobody\" }\nsurvey = \"csat\"\nchannels = [\"sms\"]\nsample = 0.0\n").await;
    house.go("/phone").await;
    house.tab.click("#queue").await;
    house.tab.js("document.getElementById('queue').value = 'nobody'").await;
    house.tab.click("#by-text").await;
    house.tab.reads("#fate", "sampled_out").await;
    house.close().await;
}

#[tokio::test]
async fn prompts_are_read_aloud_in_the_callers_language_unless_that_is_switched_off() {
    let house = House::open().await;
    house.tab.order("Page.addScriptToEvaluateOnNewDocument", json!({"source": LISTENER})).await;
    house.go("/phone").await;
    house
        .tab
        .js("document.getElementById('locale').value = 'zh-CN'; document.getElementById('locale').dispatchEvent(new Event('change'))")
        .await;
    house.tab.click("#by-keys").await;
    house.tab.until("window.spoken.some((one) => one.lang === 'zh-CN' && one.text.includes('满意'))").await;
    house.tab.click("#aloud").await;
    house.tab.js("window.spoken.length = 0").await;
    house.tab.click("[data-key='5']").await;
    house.tab.until("document.getElementById('calling').hidden").await;
    assert_eq!(house.tab.js("window.spoken.length").await, json!(0));
    house.close().await;
}

/// A survey that asks for the language first.
const TONGUES: &str = r#"id = "tongues"
version = 1
default_locale = "en"
[[question]]
id = "tongue"
kind = "language"
voice.en = "For English, press 1."
voice.es = "Para español, marque 2."
option = [{ key = "1", value = "en", label = { en = "English" } }, { key = "2", value = "es", label = { es = "español" } }]
[[question]]
id = "score"
kind = "rating"
measure = "csat"
min = 1
max = 5
voice.en = "How was it? Press 1 to 5."
voice.es = "¿Qué tal? Marque del 1 al 5."
[closing]
voice.en = "Thank you."
voice.es = "Gracias."
"#;

#[tokio::test]
async fn the_question_for_the_language_is_read_aloud_in_each_of_them() {
    let rule = "[[rule]]\nwhen = { queue = \"tongues\" }\nsurvey = \"tongues\"\nchannels = [\"ivr\"]\n";
    let house = House::with_survey(rule, ("tongues", TONGUES)).await;
    house.tab.order("Page.addScriptToEvaluateOnNewDocument", json!({"source": LISTENER})).await;
    house.go("/phone").await;
    house.tab.js("document.getElementById('queue').value = 'tongues'").await;
    house.tab.click("#by-keys").await;
    house.tab.reads("#said", "press 1").await;
    assert_eq!(
        house.tab.js("[...document.querySelectorAll('#said p')].map((part) => part.lang + ' ' + part.textContent)").await,
        json!(["en For English, press 1.", "es Para español, marque 2."])
    );
    let said = "window.spoken.map((one) => one.lang + ' ' + one.text)";
    assert_eq!(house.tab.js(said).await, json!(["en For English, press 1.", "es Para español, marque 2."]));
    house.tab.js("window.spoken.length = 0").await;
    house.tab.click("[data-key='2']").await;
    house.tab.reads("#said", "Qué tal").await;
    assert_eq!(house.tab.js(said).await, json!(["es ¿Qué tal? Marque del 1 al 5."]));
    house.tab.click("[data-key='4']").await;
    house.tab.until("document.getElementById('calling').hidden").await;
    house.close().await;
}

/// Stands in for the voices that a headless browser does not have; keeps what was to be said.
const LISTENER: &str = "window.spoken = []; \
    Object.defineProperty(window, 'speechSynthesis', {value: {cancel() {}, getVoices: () => [{}], \
    speak(one) { window.spoken.push({text: one.text, lang: one.lang}); setTimeout(() => one.dispatchEvent(new Event('end')), 0); }}});";

#[tokio::test]
async fn who_watches_the_feed_sees_an_answer_come_in_without_a_reload() {
    let house = House::open().await;
    house.go("/live").await;
    house.tab.until("document.getElementById('pulse').classList.contains('on')").await;
    let call = [("call_id", "C1"), ("from", "+14155550123"), ("to", "+14155550100"), ("talk_seconds", "60")];
    house.hook("call?agent=alice", &call).await;
    house.tab.reads("#lines .state", "open").await;
    house.hook("sms", &[("message_id", "M1"), ("from", "+14155550123"), ("to", "+14155550100"), ("text", "4")]).await;
    house.tab.reads("#lines", "CSAT 4").await;
    assert_eq!(
        house.tab.js("document.querySelectorAll('#lines tr').length").await,
        json!(1),
        "the newer line stands in place of the older"
    );
    house.close().await;
}
