//! `serve` as an operator meets it: start, faults, signals.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tokio::io::AsyncBufReadExt;

use super::program::{Serving, aftercall, token};
use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, LINE, completed, config, sign};
use crate::support::twilio_stand_in::TwilioStandIn;

const RULES: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";

/// A configuration with surveys of its own, a Twilio stand-in behind it, and a serve.
struct Shop {
    folder: tempfile::TempDir,
    twilio: TwilioStandIn,
}

impl Shop {
    async fn open() -> Self {
        let shop = Self { folder: tempfile::tempdir().expect("a folder"), twilio: TwilioStandIn::start().await };
        std::fs::create_dir(shop.folder.path().join("surveys")).expect("made");
        shop.survey(1, "How was it? Reply 1 to 5.", "Thanks from the first.");
        shop.rules(RULES);
        shop
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("aftercall.toml")
    }

    fn rules(&self, rules: &str) {
        std::fs::write(self.file(), config(&self.folder, &self.twilio.base(), rules)).expect("written");
    }

    fn survey(&self, version: u32, question: &str, closing: &str) {
        let text = format!(
            "id = \"csat\"\nversion = {version}\ndefault_locale = \"en\"\n[[question]]\nid = \"score\"\nmeasure = \"csat\"\nkind = \"rating\"\nmin = 1\nmax = 5\n\
             sms.en = \"{question}\"\n[[question]]\nid = \"improve\"\nkind = \"text\"\nsms.en = \"Why? ({version})\"\n[closing]\nsms.en = \"{closing}\"\n"
        );
        std::fs::write(self.folder.path().join("surveys/csat.toml"), text).expect("written");
    }

    async fn serve(&self) -> Serving {
        aftercall("serve").config(&self.file()).serve().await
    }

    async fn token(&self, role: &str) -> String {
        token(self.folder.path(), role).await
    }
}

async fn hook(serving: &Serving, path: &str, params: &[(&str, &str)]) -> String {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
    let request = serving.client.post(format!("{}{path}", serving.base)).header("X-Twilio-Signature", sign(AUTH_TOKEN, path, params));
    let answer = request.header("Content-Type", "application/x-www-form-urlencoded").body(body).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{}", answer.status());
    answer.text().await.expect("a text")
}

async fn call_ends(serving: &Serving, call_id: &str, caller: &str) {
    hook(serving, "/hooks/main/call", &completed(caller, call_id)).await;
}

async fn text(serving: &Serving, id: &str, caller: &str, words: &str) -> String {
    let params = [("MessageSid", id), ("AccountSid", ACCOUNT_SID), ("From", caller), ("To", LINE), ("Body", words)];
    hook(serving, "/hooks/main/sms", &params).await
}

/// Version of the survey by call.
async fn versions(serving: &Serving, reader: &str) -> Value {
    let (_, page) = serving.get(reader, "/v1/responses").await;
    let mut pairs: Vec<Value> =
        page["items"].as_array().expect("items").iter().map(|item| json!([item["call_id"], item["survey_version"]])).collect();
    // Which of the two changed last is no matter here.
    pairs.sort_by_key(ToString::to_string);
    pairs.into()
}

#[tokio::test]
async fn new_sessions_get_a_reloaded_survey_and_running_ones_keep_theirs_through_a_restart() {
    let shop = Shop::open().await;
    let reader = shop.token("read").await;
    let serving = shop.serve().await;
    call_ends(&serving, "CA1", "+14155550101").await;
    shop.survey(2, "How did we do? Reply 1 to 5.", "Thanks from the second.");
    serving.signal("-HUP").await;
    serving.logs("read anew", 1).await;
    call_ends(&serving, "CA2", "+14155550102").await;
    assert_eq!(versions(&serving, &reader).await, json!([["CA1", 1], ["CA2", 2]]));
    assert!(text(&serving, "SM1", "+14155550101", "4").await.contains("Why? (1)"));
    assert!(text(&serving, "SM2", "+14155550102", "4").await.contains("Why? (2)"));
    assert_eq!(serving.stop().await.code, 0);

    let serving = shop.serve().await;
    assert!(text(&serving, "SM3", "+14155550101", "no reason").await.contains("Thanks from the first."));
    assert!(text(&serving, "SM4", "+14155550102", "no reason").await.contains("Thanks from the second."));
    assert_eq!(serving.stop().await.code, 0);
}

#[tokio::test]
async fn reloaded_rules_hold_for_the_next_call_and_a_broken_file_changes_nothing() {
    let shop = Shop::open().await;
    let reader = shop.token("read").await;
    let serving = shop.serve().await;
    shop.rules(&RULES.replace("csat", "nosuch"));
    serving.signal("-HUP").await;
    serving.logs("stay in force", 1).await;
    call_ends(&serving, "CA1", "+14155550101").await;
    std::fs::write(shop.file(), "[[rule").expect("written");
    serving.signal("-HUP").await;
    serving.logs("stay in force", 2).await;
    call_ends(&serving, "CA2", "+14155550102").await;
    shop.rules("[[rule]]\nwhen = { queue = \"vip\" }\nsurvey = \"csat\"\nchannels = [\"sms\"]");
    serving.signal("-HUP").await;
    serving.logs("read anew", 1).await;
    call_ends(&serving, "CA3", "+14155550103").await;
    let (_, calls) = serving.get(&reader, "/v1/calls").await;
    let reasons: Vec<_> = calls["items"].as_array().expect("items").iter().map(|call| call["reason"].clone()).collect();
    assert_eq!(reasons, [Value::Null, Value::Null, json!("no_rule")]);
    let ended = serving.stop().await;
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("aftercall.toml:") && ended.err.contains("nosuch"), "{}", ended.err);
}

#[tokio::test]
async fn a_broken_survey_leaves_the_old_one_in_force_and_says_where_it_is_broken() {
    let shop = Shop::open().await;
    let reader = shop.token("read").await;
    let serving = shop.serve().await;
    let file = shop.folder.path().join("surveys/csat.toml");
    let sound = std::fs::read_to_string(&file).expect("a survey");
    std::fs::write(&file, sound.replace("version = 1", "version = 2").replace("kind = \"text\"", "kind = \"essay\"")).expect("written");
    serving.signal("-HUP").await;
    serving.logs("stay in force", 1).await;
    call_ends(&serving, "CA1", "+14155550101").await;
    assert_eq!(versions(&serving, &reader).await, json!([["CA1", 1]]));
    shop.survey(3, "How did we do? Reply 1 to 5.", "Thanks from the third.");
    serving.signal("-HUP").await;
    serving.logs("read anew", 1).await;
    call_ends(&serving, "CA2", "+14155550102").await;
    assert_eq!(versions(&serving, &reader).await, json!([["CA1", 1], ["CA2", 3]]));
    let ended = serving.stop().await;
    assert!(ended.code == 0 && ended.err.contains("csat.toml:13: question.kind: `essay`"), "{}", ended.err);
}

#[tokio::test]
async fn a_second_serve_on_the_same_store_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let serve = || aftercall("serve").data(folder.path()).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0");
    let serving = serve().serve().await;
    let second = serve().run().await;
    assert_eq!((second.code, second.out.as_str()), (1, ""));
    assert!(second.err.contains("in use") && second.err.contains("--data"), "{}", second.err);
    assert_eq!(second.err.lines().count(), 1, "{}", second.err);
    serving.kill().await;
    // However it ended, the next one may begin.
    assert_eq!(serve().serve().await.stop().await.code, 0);
}

#[tokio::test]
async fn a_taken_address_ends_with_1_and_names_it() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let ended = aftercall("serve").env("AFTERCALL__SERVER__LISTEN", &address).run().await;
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains(&address) && ended.err.contains("server.listen"), "{}", ended.err);
}

#[tokio::test]
async fn a_broken_configuration_ends_with_2_and_every_fault_on_a_line_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("broken.toml");
    let text = "[server]\nlisten = \"nowhere\"\n[[account]]\nname = \"main\"\nprovider = \"pigeon\"\n[[rule]]\nsurvey = \"nosuch\"\nchannels = [\"sms\"]\n";
    std::fs::write(&file, text).expect("written");
    let ended = aftercall("serve").config(&file).data(&folder.path().join("data")).run().await;
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    let places: Vec<_> = ended.err.lines().map(|line| place(line, &file)).collect();
    assert!([2, 5, 7].iter().all(|line| places.contains(line)), "{}", ended.err);
    assert!(!folder.path().join("data").exists(), "nothing was begun");
    // Every other command that needs the configuration says the same.
    for line in ["try csat", "read csat score", "token create --role read", "export"] {
        let other = aftercall(line).config(&file).run().await;
        assert_eq!((other.code, other.err), (2, ended.err.clone()), "{line}");
    }
}

/// The line number of `FILE:LINE: message`.
fn place(line: &str, file: &Path) -> u32 {
    let rest = line.strip_prefix(&format!("{}:", file.display())).unwrap_or_else(|| panic!("no place: {line}"));
    let (number, message) = rest.split_once(": ").expect("a message");
    assert!(!message.is_empty());
    number.parse().expect("a line number")
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_one_ends_with_1_and_is_named() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let ended = aftercall("serve").data(file.path()).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").run().await;
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains(&file.path().display().to_string()), "{}", ended.err);
}

#[tokio::test]
async fn a_gateway_whose_output_nobody_reads_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = aftercall("serve").data(folder.path()).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0");
    let (mut child, log) = program.unheard();
    let mut lines = log.lines();
    let mut line = String::new();
    while !line.contains("nobody reads") {
        line = lines.next_line().await.expect("a readable line").expect("a log that goes on");
    }
    let address = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('"').next()).expect("an address").to_owned();
    let alive = super::program::client().get(format!("http://127.0.0.1:{address}/healthz")).send().await.expect("an answer");
    assert!(alive.status().is_success());
    child.kill().await.expect("killed");
}

#[tokio::test]
async fn an_interrupt_ends_it_as_orderly_as_a_termination() {
    let folder = tempfile::tempdir().expect("a folder");
    for signal in ["-TERM", "-INT"] {
        let serving = aftercall("serve").data(folder.path()).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").serve().await;
        serving.signal(signal).await;
        let ended = serving.ended().await;
        assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
    }
}
