//! Silence, no key and `#` on the keypad, on the line and rung back.

use super::*;

/// Two questions that must be answered; silence is asked about once more, then passed over.
const PAIR: &str = r#"
id = "pair"
version = 1
default_locale = "en"
[[question]]
id = "score"
measure = "csat"
kind = "rating"
min = 1
max = 5
voice.en = "How was it? Press 1 to 5."
retry = { silence = 1, invalid = 1, then = "skip" }
[[question]]
id = "solved"
measure = "fcr"
kind = "yes_no"
voice.en = "Was it solved? Press 1 for yes or 2 for no."
[closing]
voice.en = "Thank you. Goodbye."
"#;

async fn rig(channel: &str) -> Rig {
    Rig::with_surveys(&format!("[[rule]]\nsurvey = \"pair\"\nchannels = [\"{channel}\"]"), &[("pair.toml", PAIR)]).await
}

#[tokio::test]
async fn silence_no_key_and_hash_are_asked_about_as_laid_down_and_then_passed_over() {
    for (first, second) in [(None, None), (Some(""), None), (None, Some("")), (Some("#"), Some("#"))] {
        for channel in ["ivr", "call"] {
            let rig = rig(channel).await;
            let mut page = if channel == "ivr" {
                rig.agent_leaves("CA1", "").await
            } else {
                rig.call_ends("CA1", "").await;
                rung(&rig, 1).await.picked_up(&rig, "human").await
            };
            for keys in [first, second] {
                asks(&page, "How was it?");
                page = rig.press(&page.body, "CA1", keys).await;
            }
            asks(&page, "Was it solved?");
            ends_politely(&rig.press(&page.body, "CA1", Some("1")).await);
            let response = rig.response().await;
            assert_eq!(
                (&response["disposition"], answers(&response)),
                (&json!("partial"), json!([["solved", "yes", channel]])),
                "{first:?}"
            );
        }
    }
}
