//! Callers and operators write what they like; pages show it and do nothing else with it.

use serde_json::json;

use super::House;

const LINE: &str = "+14155550100";
const SCRIPT: &str = "<script>window.robbed = 1</script><img src=x onerror='window.robbed = 2'>\"'><svg onload=window.robbed=3>";

/// A caller says 2, the reason 1, and then this, about an agent and a queue of these names.
async fn said(house: &House, id: &str, names: (&str, &str), comment: &str) {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("agent", names.0).append_pair("queue", names.1).finish();
    let from = format!("+1415555{id}");
    let call = [("call_id", id), ("from", from.as_str()), ("to", LINE), ("talk_seconds", "60")];
    house.hook(&format!("call?{query}"), &call).await;
    for (at, text) in ["2", "1", comment].iter().enumerate() {
        let message_id = format!("{id}-{at}");
        house.hook("sms", &[("message_id", message_id.as_str()), ("from", from.as_str()), ("to", LINE), ("text", text)]).await;
    }
}

/// Every page that shows what was said.
async fn nothing_happens(house: &House, words: &str) {
    house.go("/live").await;
    house.tab.until("document.getElementById('pulse').classList.contains('on')").await;
    for page in ["/", "/?by=agent", "/responses", "/live"] {
        house.go(page).await;
        fits(house, page).await;
    }
    house.go("/responses").await;
    house.tab.reads("#lines", words).await;
    house.tab.click("#lines a").await;
    house.tab.until("location.pathname.startsWith('/responses/') && document.readyState === 'complete'").await;
    house.tab.reads(".bubbles", words).await;
    fits(house, "a response").await;
    assert_eq!(house.tab.js("window.robbed ?? null").await, json!(null));
}

async fn fits(house: &House, page: &str) {
    assert_eq!(house.tab.js("window.robbed ?? null").await, json!(null), "{page}");
    let wide = house.tab.js("document.documentElement.scrollWidth").await;
    assert!(wide.as_u64() <= Some(1440), "{page} is {wide} wide");
}

#[tokio::test]
async fn scripts_are_words() {
    let house = House::open().await;
    said(&house, "0123", (SCRIPT, SCRIPT), SCRIPT).await;
    nothing_happens(&house, SCRIPT).await;
    house.go("/phone").await;
    house.tab.until("document.getElementById('number').textContent").await;
    house.tab.click("#text").await;
    house.tab.write(SCRIPT).await;
    house.tab.press(&["Enter"]).await;
    house.tab.reads("#bubbles .caller", SCRIPT).await;
    fits(&house, "/phone").await;
    house.close().await;
}

#[tokio::test]
async fn marks_that_turn_the_direction_of_writing_stay_within_their_words() {
    let house = House::open().await;
    let turned = "\u{202e}evil txt.exe\u{2066} \u{5d0}\u{5d1} \u{202d}";
    said(&house, "0124", ("\u{202e}ecila", "\u{2067}queue"), turned).await;
    nothing_happens(&house, "evil txt.exe").await;
    house.go("/responses").await;
    let direction = "[...document.querySelectorAll('#lines tr > *')].map((cell) => getComputedStyle(cell).direction).join()";
    assert!(!house.tab.js(direction).await.as_str().expect("text").contains("rtl"));
    // Each foreign word stands in a box of its own, in which its marks end.
    assert_eq!(house.tab.js("document.querySelectorAll('#lines tr bdi').length").await, json!(3));
    house.tab.picture("hostile-marks").await;
    house.close().await;
}

#[tokio::test]
async fn ten_thousand_characters_are_shown_and_break_nothing() {
    let house = House::open().await;
    let long = "W".repeat(10_000);
    said(&house, "0125", (&"a".repeat(190), &"q".repeat(190)), &long).await;
    for (width, name) in [(1440, "hostile-long-1440"), (360, "hostile-long-360")] {
        house.tab.look(width, "light").await;
        for page in ["/", "/?by=agent", "/responses", "/live"] {
            house.go(page).await;
            let wide = house.tab.js("document.documentElement.scrollWidth").await;
            assert!(wide.as_u64() <= Some(width.into()), "{page} is {wide} wide at {width}");
        }
        house.go("/responses").await;
        house.tab.picture(name).await;
    }
    house.tab.look(1440, "light").await;
    nothing_happens(&house, "WWWWWWWWWW").await;
    house.close().await;
}
