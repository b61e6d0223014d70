//! Every page as people with any screen, language and way of using it find it.

use serde_json::{Value, json};

use super::House;
use crate::commands::program::{Serving, aftercall};
use crate::support::browser::Tab;

const PAGES: [&str; 9] = [
    "/",
    "/?by=agent&period=90d",
    "/agents?min_n=1",
    "/responses",
    "/tickets",
    "/live",
    "/integrity?q=0.2&period=90d",
    "/system",
    "/phone",
];

/// A demo with enough calls for every page, and a tab that has followed its link.
async fn demo() -> (Serving, Tab) {
    let mut serving = aftercall("demo --calls 400 --listen 127.0.0.1:0").serve().await;
    let link = loop {
        let line = serving.line().await;
        if let Some(link) = line.split_whitespace().find(|word| word.contains("/sign-in#")) {
            break link.to_owned();
        }
    };
    let tab = Tab::new().await;
    tab.open(&link).await;
    tab.until("location.pathname === '/' && document.readyState === 'complete'").await;
    (serving, tab)
}

/// All pages, with one response and one ticket among them, and the door.
async fn addresses(serving: &Serving, tab: &Tab) -> Vec<String> {
    let mut all: Vec<String> = PAGES.iter().map(|page| format!("{}{page}", serving.base)).collect();
    for (list, link) in [("/responses", "#lines a"), ("/tickets", ".ticket h3 a")] {
        tab.open(&format!("{}{list}", serving.base)).await;
        let one = tab.js(&format!("document.querySelector({}).href", json!(link))).await;
        all.push(one.as_str().expect("an address").to_owned());
    }
    all.push(format!("{}/no/such/page/none", serving.base));
    all.push(format!("{}/sign-in", serving.base));
    all
}

fn name(base: &str, address: &str) -> String {
    let path = address.strip_prefix(base).expect("a page of ours").split('?').next().unwrap_or_default();
    let first = path.trim_matches('/').split('/').enumerate().map(|(at, part)| if at == 0 { part } else { "one" });
    if path.ends_with("/none") {
        return "missing".to_owned();
    }
    let name = first.collect::<Vec<_>>().join("-");
    if name.is_empty() { "overview".to_owned() } else { name }
}

#[tokio::test]
async fn no_page_keeps_anybody_out_or_scrolls_sideways_in_any_look() {
    let (serving, tab) = demo().await;
    let addresses = addresses(&serving, &tab).await;
    let mut faults = Vec::new();
    for address in &addresses {
        let name = name(&serving.base, address);
        for (width, scheme) in [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")] {
            tab.look(width, scheme).await;
            tab.open(address).await;
            let found = tab.barriers().await;
            faults.extend(found.into_iter().map(|found| format!("{name} {width} {scheme}: {found}")));
            faults.extend(too_wide(&tab, width).await.map(|wide| format!("{name} {width} {scheme}: {wide}")));
            tab.picture(&format!("{name}-{width}-{scheme}")).await;
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    only_the_missing_page_is_missed(&tab);
    tab.close().await;
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn the_first_page_says_how_many_agents_have_signs_of_steered_scores() {
    let (serving, tab) = demo().await;
    tab.open(&format!("{}/?period=90d", serving.base)).await;
    tab.reads("#signs", "steered scores.").await;
    let first = tab.text("#signs").await;
    let shown = tab.js("fetch('/integrity/count?period=90d').then((answer) => answer.json())").await;
    assert_eq!(shown["said"], json!(first));
    tab.click("#signs").await;
    tab.until("location.pathname === '/integrity' && document.readyState === 'complete'").await;
    assert_eq!(tab.js("document.querySelectorAll('.suspect').length").await, shown["agents"], "{first}");
    tab.open(&format!("{}/?period=90d&queue=none", serving.base)).await;
    tab.open(&format!("{}/?period=90d&agent=alice", serving.base)).await;
    tab.reads("#signs", "No sign of steered scores.").await;
    assert_eq!(tab.complaints(), Vec::<String>::new());
    tab.close().await;
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn chinese_pages_say_everything_in_chinese_and_fit_a_small_screen() {
    let (serving, tab) = demo().await;
    let addresses = addresses(&serving, &tab).await;
    tab.open(&format!("{}/language?to=zh-CN", serving.base)).await;
    tab.look(360, "light").await;
    let mut faults = Vec::new();
    for address in &addresses {
        let name = name(&serving.base, address);
        tab.open(address).await;
        faults.extend(too_wide(&tab, 360).await.map(|wide| format!("{name}: {wide}")));
        assert_eq!(tab.js("document.documentElement.lang").await, "zh-CN", "{name}");
        tab.picture(&format!("{name}-360-chinese")).await;
    }
    assert_eq!(faults, Vec::<String>::new());
    tab.open(&addresses[0]).await;
    let said = tab.text("h1").await;
    assert_eq!(said, "概览");
    only_the_missing_page_is_missed(&tab);
    tab.close().await;
    assert_eq!(serving.stop().await.code, 0);
}

/// Chromium says on the console that a page was not found; of all pages one was not.
fn only_the_missing_page_is_missed(tab: &Tab) {
    let complaints: Vec<String> = tab.complaints().into_iter().filter(|complaint| !complaint.contains("/page/none")).collect();
    assert_eq!(complaints, Vec::<String>::new());
}

/// What reaches beyond the right side, if anything makes the page scroll.
async fn too_wide(tab: &Tab, width: u32) -> Option<String> {
    let wide = tab.js("document.documentElement.scrollWidth").await.as_u64().expect("a number");
    if wide <= u64::from(width) {
        return None;
    }
    let beyond = "[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 \
        && !one.closest('.scroll, nav')).slice(0, 5).map((one) => one.tagName + '.' + one.getAttribute('class')).join(' ')";
    Some(format!("{wide} pixels wide: {}", tab.js(beyond).await))
}

#[tokio::test]
async fn the_keyboard_alone_signs_in_takes_a_survey_and_looks_at_the_score() {
    let house = House::open().await;
    house.tab.order("Network.clearBrowserCookies", json!({})).await;
    house.go("/sign-in?next=/phone").await;
    house.tab.tab_to("#token").await;
    house.tab.write(&house.token).await;
    house.tab.press(&["Enter"]).await;
    house.tab.until("location.pathname === '/phone' && document.readyState === 'complete'").await;
    house.tab.press(&["Tab"]).await;
    house.tab.until("document.activeElement.matches('.skip')").await;
    house.tab.press(&["Enter"]).await;
    house.tab.until("location.hash === '#main'").await;
    assert!(house.tab.tab_to("#by-keys").await < 12, "the skip link leads past the navigation");
    house.tab.press(&["Enter"]).await;
    house.tab.reads("#said", "Press a key from 1").await;
    house.tab.press(&["5"]).await;
    house.tab.reads("#said", "Thank you").await;
    house.tab.reads("#newest", "CSAT 5").await;
    house.tab.tab_to("#newest a").await;
    house.tab.press(&["Enter"]).await;
    house.tab.until("location.pathname.startsWith('/responses/') && document.readyState === 'complete'").await;
    // Where one is can always be seen.
    house.tab.tab_to("nav a").await;
    assert_ne!(house.tab.js("getComputedStyle(document.activeElement).outlineStyle").await, json!("none"));
    house.close().await;
}

#[tokio::test]
async fn what_these_tests_look_for_would_be_noticed() {
    let house = House::open().await;
    let add = |name: &str, rest: &str| {
        format!("{{ const made = document.createElement('{name}'); {rest}; document.querySelector('main').append(made) }}")
    };
    house.tab.js(&add("script", "made.textContent = 'window.robbed = 1'")).await;
    house.tab.js(&add("img", "made.src = '/assets/icon.svg'")).await;
    house.tab.js(&add("p", "made.textContent = 'W'.repeat(2000)")).await;
    assert!(house.tab.barriers().await.iter().any(|found| found.starts_with("image-alt")));
    assert!(too_wide(&house.tab, 1440).await.is_some());
    let complaints = house.tab.complaints();
    assert!(complaints.iter().any(|complaint| complaint.contains("Content Security Policy")), "{complaints:?}");
    assert_eq!(house.tab.js("window.robbed ?? null").await, json!(null), "no inline script runs");
    house.close().await;
}

#[tokio::test]
async fn a_gateway_without_a_single_call_says_what_to_do() {
    let house = House::open().await;
    for (page, words) in [
        ("/", "No call has ended in this period."),
        ("/agents", "No agent has a response in this period."),
        ("/responses", "No response yet."),
        ("/tickets", "No ticket has been opened."),
        ("/integrity", "No sign of steered scores."),
        ("/system", "Ready for work"),
    ] {
        house.go(page).await;
        house.tab.reads("main", words).await;
        assert_eq!(house.tab.barriers().await, Vec::<String>::new(), "{page}");
    }
    house.close().await;
}

#[tokio::test]
async fn responses_are_found_by_agent_and_by_how_they_stand() {
    let house = House::open().await;
    for (id, agent) in [("0126", "alice"), ("0127", "bilal")] {
        let from = format!("+1415555{id}");
        let call = [("call_id", id), ("from", from.as_str()), ("to", "+14155550100"), ("talk_seconds", "60")];
        house.hook(&format!("call?agent={agent}"), &call).await;
    }
    house.go("/responses").await;
    assert_eq!(house.tab.js("document.querySelectorAll('#lines tr').length").await, json!(2));
    house.tab.click("[name=agent]").await;
    house.tab.write("bilal").await;
    house.tab.js("document.querySelector('[name=disposition]').value = 'open'").await;
    house.tab.press(&["Enter"]).await;
    house.tab.until("location.search.includes('bilal') && document.readyState === 'complete'").await;
    house.tab.reads("#lines", "bilal").await;
    assert_eq!(house.tab.js("document.querySelectorAll('#lines tr').length").await, json!(1));
    assert_eq!(house.tab.js("document.querySelector('[name=disposition]').value").await, json!("open"));
    house.go("/responses?agent=bilal&disposition=completed").await;
    house.tab.reads("main", "No response fits these filters.").await;
    house.close().await;
}

#[tokio::test]
async fn a_thousand_agents_are_ranked_paged_and_found() {
    let house = House::open().await;
    let agents: Vec<String> = (0..1000).map(|at| format!("agent-{at:04}")).collect();
    let half = agents.len() / 2;
    tokio::join!(all_answered(&house, &agents[..half]), all_answered(&house, &agents[half..]));
    house.go("/agents?min_n=1").await;
    house.tab.reads("main", "1 to 50 of 1").await;
    assert_eq!(house.tab.js("document.querySelectorAll('tbody tr').length").await, json!(50));
    house.tab.picture("agents-thousand").await;
    house.tab.click(".pager [rel=next]").await;
    house.tab.reads("main", "51 to 100 of 1").await;
    house.tab.click("#search").await;
    house.tab.write("AGENT-0777").await;
    house.tab.press(&["Enter"]).await;
    house.tab.reads("main", "1 to 1 of 1").await;
    house.tab.reads("tbody th", "agent-0777").await;
    // Half of them are alike: they share their place.
    house.tab.reads("tbody .place", "shared").await;
    house.tab.click("tbody a").await;
    house.tab.until("location.pathname === '/' && document.readyState === 'complete'").await;
    house.tab.reads(".chip", "agent-0777").await;
    house.close().await;
}

async fn all_answered(house: &House, agents: &[String]) {
    for agent in agents {
        answered(house, agent).await;
    }
}

/// A call with that agent whose caller presses 5, or 2 for every other agent.
async fn answered(house: &House, agent: &str) {
    let number: u32 = agent[6..].parse().expect("a number");
    let (from, id) = (format!("+1{}5550{:03}", 201 + number / 100, 100 + number % 100), format!("C{number}"));
    let call = [("call_id", id.as_str()), ("from", from.as_str()), ("to", "+14155550100"), ("talk_seconds", "60")];
    let target = format!("{}/hooks/simulator/voice?agent={agent}", house.serving.base);
    let page = house.serving.client.post(target).form(&call).send().await.expect("an answer").text().await.expect("a text");
    let page: Value = serde_json::from_str(&page).expect("JSON");
    let action = page["ask"]["action"].as_str().expect("a question");
    let digits = if number.is_multiple_of(2) { "5" } else { "2" };
    let answer = house.serving.client.post(action).form(&[("digits", digits), ("call_id", &id)]).send().await.expect("an answer");
    assert!(answer.status().is_success());
}
