//! In, out, and who is not let in.

use reqwest::header::COOKIE;
use serde_json::json;

use super::House;
use crate::commands::program::aftercall;

#[tokio::test]
async fn a_wrong_token_is_refused_in_words_and_a_right_one_opens_the_page_that_was_wanted() {
    let house = House::open().await;
    house.tab.order("Network.clearBrowserCookies", json!({})).await;
    house.go("/system").await;
    house.tab.until("location.pathname === '/sign-in'").await;
    house.tab.click("#token").await;
    house.tab.write("ac_wrong").await;
    house.tab.press(&["Enter"]).await;
    house.tab.reads("[role=alert]", "not known").await;
    let refused = house.tab.complaints();
    assert!(refused.len() == 1 && refused[0].contains("403"), "{refused:?}");
    house.tab.picture("sign-in-refused").await;
    house.tab.click("#token").await;
    house.tab.write(&house.token).await;
    house.tab.press(&["Enter"]).await;
    house.tab.until("location.pathname === '/system' && document.readyState === 'complete'").await;
    assert_eq!(house.tab.js("document.cookie").await, "", "no script reads the cookie");
    house.tab.click(".who button").await;
    house.tab.until("location.pathname === '/sign-in' && document.readyState === 'complete'").await;
    house.go("/responses").await;
    house.tab.until("location.pathname === '/sign-in'").await;
    house.close().await;
}

#[tokio::test]
async fn a_revoked_token_shuts_its_browsers_out() {
    let house = House::open().await;
    house.tab.reads("h1", "Overview").await;
    let list = aftercall("token list --json").data(house.data.path()).run().await.json();
    let revoke = format!("token revoke {}", list[0]["id"].as_str().expect("an id"));
    assert_eq!(aftercall(&revoke).data(house.data.path()).run().await.code, 0);
    house.go("/").await;
    house.tab.until("location.pathname === '/sign-in'").await;
    house.close().await;
}

#[tokio::test]
async fn forms_of_other_sites_change_nothing() {
    let house = House::open().await;
    let base = &house.serving.base;
    let sent = |address: &str, site: &'static str| {
        let post = house.serving.client.post(format!("{base}{address}")).header("Sec-Fetch-Site", site);
        post.header(COOKIE, "aftercall=x").form(&[("token", house.token.as_str())]).send()
    };
    for address in ["/sign-in", "/sign-out"] {
        for site in ["cross-site", "same-site", "none"] {
            assert_eq!(sent(address, site).await.expect("an answer").status().as_u16(), 403, "{address} from {site}");
        }
    }
    // A page elsewhere, in the same browser: its form reaches the gateway, without the cookie.
    let elsewhere = format!(
        "data:text/html,<form method=post action={base}/sign-out><button>x</button></form><script>document.forms[0].submit()</script>"
    );
    house.tab.open(&elsewhere).await;
    house.tab.until(&format!("location.origin === '{base}'")).await;
    house.tab.complaints();
    house.go("/").await;
    house.tab.reads("h1", "Overview").await;
    house.close().await;
}
