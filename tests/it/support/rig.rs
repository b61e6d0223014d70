//! A whole gateway on a free port with a Twilio stand-in, a clock that is set and workers that are driven.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use aftercall::app::world::{RandomIds, SetClock, SystemClock};
use aftercall::app::{App, World};
use aftercall::call::Moment;
use aftercall::config::Environment;
use aftercall::lifecycle::Stop;
use aftercall::ports::clock::Clock;
use aftercall::ports::report::Role;
use base64::Engine;
use serde_json::Value;

use super::servers::eventually;
use super::twilio_stand_in::TwilioStandIn;

/// What providers know as our address.
pub const PUBLIC: &str = "https://survey.example.com";
/// The account's secret.
pub const AUTH_TOKEN: &str = TwilioStandIn::AUTH_TOKEN;
/// Our number.
pub const LINE: &str = "+14155550100";
/// A caller.
pub const CALLER: &str = "+14155550123";
/// The account's id at Twilio.
pub const ACCOUNT_SID: &str = TwilioStandIn::ACCOUNT_SID;

/// The secret of a gateway at a shared store.
const SECRET: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// Nothing leaves or waits by the time of day, where the test is about something else.
const AT_ANY_HOUR: [(&str, &str); 2] = [("AFTERCALL__POLICY__QUIET_HOURS__APPLIES_TO", "off"), ("AFTERCALL__POLICY__REMINDERS", "[]")];

/// Every gateway of a test run makes identities of its own.
static SEED: AtomicU64 = AtomicU64::new(1);

/// The moment at which tests begin.
pub fn start() -> Moment {
    Moment::parse("2026-11-23T10:00:00Z").expect("a time")
}

/// A running gateway.
pub struct Rig {
    pub app: Arc<App>,
    pub base: String,
    pub clock: Arc<SetClock>,
    pub twilio: TwilioStandIn,
    pub client: reqwest::Client,
    pub folder: tempfile::TempDir,
    pub token: String,
    overlay: &'static [(&'static str, &'static str)],
    stop: Stop,
    serving: tokio::task::JoinHandle<()>,
}

/// What the gateway answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub outcome: String,
    pub body: String,
}

impl Rig {
    /// Starts one with these rules (and whatever else) behind the usual account; without quiet hours and reminders.
    pub async fn start(rules: &str) -> Self {
        Self::start_over(rules, &AT_ANY_HOUR).await
    }

    /// The same with the quiet hours and reminders that are shipped.
    pub async fn as_shipped(rules: &str) -> Self {
        Self::start_over(rules, &[]).await
    }

    async fn start_over(rules: &str, overlay: &'static [(&'static str, &'static str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let twilio = TwilioStandIn::start().await;
        let config = config(&folder, &twilio.base(), rules);
        let file = folder.path().join("aftercall.toml");
        std::fs::write(&file, config).expect("written");
        Self::open(folder, twilio, Arc::new(SetClock::at(start())), overlay).await
    }

    /// One with surveys of its own as (file name, text).
    pub async fn with_surveys(rules: &str, surveys: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let twilio = TwilioStandIn::start().await;
        std::fs::write(folder.path().join("aftercall.toml"), config(&folder, &twilio.base(), rules)).expect("written");
        write_surveys(&folder, surveys);
        Self::open(folder, twilio, Arc::new(SetClock::at(start())), &AT_ANY_HOUR).await
    }

    /// One whose account has these numbers, written as a TOML list.
    pub async fn with_lines(lines: &str, rules: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let twilio = TwilioStandIn::start().await;
        let config = config(&folder, &twilio.base(), rules).replacen(&format!("[\"{LINE}\"]"), lines, 1);
        std::fs::write(folder.path().join("aftercall.toml"), config).expect("written");
        Self::open(folder, twilio, Arc::new(SetClock::at(start())), &AT_ANY_HOUR).await
    }

    /// One with a journal at this Redis, and with surveys of its own as (file name, text). Its clock stands an hour back: what it says
    /// is due is due by the clock of Redis.
    pub async fn on_redis(url: &str, rules: &str, surveys: &[(&str, &str)]) -> Self {
        Self::on_servers((url, None), rules, surveys).await
    }

    /// The same with its results in this database.
    pub async fn on_servers((url, database): (&str, Option<&str>), rules: &str, surveys: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let twilio = TwilioStandIn::start().await;
        let own = folder.path().display().to_string();
        let config = config(&folder, &twilio.base(), rules)
            .replacen("[server]", &format!("[server]\nsecret = \"{SECRET}\""), 1)
            .replacen(&format!("embedded:{own}/aftercall.db"), url, 1)
            .replacen("[reporting]", &format!("journal_path = \"{own}/journal.db\"\n[reporting]"), 1);
        let config = match database {
            Some(database) => config.replacen(&format!("embedded:{own}/aftercall.db"), database, 1),
            None => config,
        };
        std::fs::write(folder.path().join("aftercall.toml"), config).expect("written");
        write_surveys(&folder, surveys);
        let clock = SystemClock.now().minus(Duration::from_secs(3600));
        let rig = Self::open(folder, twilio, Arc::new(SetClock::at(clock)), &AT_ANY_HOUR).await;
        rig.back().await;
        rig
    }

    /// One with accounts of its own; the configuration is given its folder.
    pub async fn configured(config: impl FnOnce(&std::path::Path) -> String, surveys: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("aftercall.toml"), config(folder.path())).expect("written");
        write_surveys(&folder, surveys);
        Self::open(folder, TwilioStandIn::start().await, Arc::new(SetClock::at(start())), &[]).await
    }

    async fn open(
        folder: tempfile::TempDir,
        twilio: TwilioStandIn,
        clock: Arc<SetClock>,
        overlay: &'static [(&'static str, &'static str)],
    ) -> Self {
        let file = folder.path().join("aftercall.toml");
        let loaded = aftercall::config::load(Some(&file), None, &environment(overlay)).expect("a sound configuration");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let world = World {
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            ids: Arc::new(RandomIds::seeded(SEED.fetch_add(1, Ordering::SeqCst))),
            address,
        };
        let app = Arc::new(App::build(loaded, world).await.expect("an app"));
        let stop = Stop::new();
        let running = Arc::clone(&app).serve(listener, stop.clone());
        let serving = tokio::spawn(running);
        let token = app.create_token("default", Role::Admin).await.expect("a token");
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { app, base: format!("http://{address}"), clock, twilio, client, folder, token, overlay, stop, serving }
    }

    /// Stops it in an orderly way and starts it again on the same files.
    pub async fn restart(self) -> Self {
        self.stop.begin();
        self.serving.await.expect("stopped");
        self.app.close().await;
        drop(self.app);
        Self::open(self.folder, self.twilio, self.clock, self.overlay).await
    }

    /// Lets everything that is due happen.
    pub async fn settle(&self) {
        while self.work().await > 0 {}
    }

    /// Every worker once, what waits in the journal first; the number of things done.
    async fn work(&self) -> usize {
        let drained = match &self.app.drain {
            Some(drain) => drain.run_once().await.expect("the journal is carried out"),
            None => 0,
        };
        let sent = self.app.outbox.run_once().await.expect("the outbox runs");
        let forwarded = match &self.app.forward {
            Some(forward) => forward.run_once().await.expect("results arrive"),
            None => 0,
        };
        drained + sent + forwarded
    }

    /// Waits until the shared store is in use.
    pub async fn back(&self) {
        eventually("a shared store in use", || self.app.look()).await;
    }

    /// Moves the clock and lets everything that is due happen.
    pub async fn after(&self, time: Duration) {
        self.clock.advance(time);
        self.settle().await;
    }

    /// A webhook as Twilio signs it, to a path (with query) below the public address.
    pub async fn hook(&self, target: &str, params: &[(&str, &str)]) -> Reply {
        self.hook_signed_with(AUTH_TOKEN, target, params).await
    }

    /// The same with another secret.
    pub async fn hook_signed_with(&self, secret: &str, target: &str, params: &[(&str, &str)]) -> Reply {
        let signature = sign(secret, target, params);
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
        let request = self.client.post(format!("{}{target}", self.base)).header("X-Twilio-Signature", signature);
        let answer = request.header("Content-Type", "application/x-www-form-urlencoded").body(body).send().await.expect("an answer");
        let outcome = answer.headers().get("aftercall-outcome").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        Reply { status: answer.status().as_u16(), outcome, body: answer.text().await.expect("a text") }
    }

    /// A status callback: the call is over.
    pub async fn call_ends(&self, call_id: &str, query: &str) -> Reply {
        self.call_of(CALLER, call_id, query).await
    }

    /// The same for another caller.
    pub async fn call_of(&self, caller: &str, call_id: &str, query: &str) -> Reply {
        let params = completed(caller, call_id);
        self.hook(&format!("/hooks/main/call{query}"), &params).await
    }

    /// The agent has left and the caller is still on the line.
    pub async fn agent_leaves(&self, call_id: &str, query: &str) -> Reply {
        let params = [
            ("CallSid", call_id),
            ("AccountSid", ACCOUNT_SID),
            ("From", CALLER),
            ("To", LINE),
            ("CallStatus", "in-progress"),
            ("Direction", "inbound"),
            ("DialCallStatus", "completed"),
            ("DialCallDuration", "61"),
        ];
        self.hook(&format!("/hooks/main/call{query}"), &params).await
    }

    /// A text from the usual caller.
    pub async fn text(&self, message_id: &str, text: &str) -> Reply {
        self.text_from(CALLER, message_id, text).await
    }

    /// A text from somebody.
    pub async fn text_from(&self, caller: &str, message_id: &str, text: &str) -> Reply {
        let params =
            [("MessageSid", message_id), ("AccountSid", ACCOUNT_SID), ("From", caller), ("To", LINE), ("Body", text), ("NumMedia", "0")];
        self.hook("/hooks/main/sms", &params).await
    }

    /// Keys pressed for the question of a document (silence: `None`, through its redirect).
    pub async fn press(&self, document: &str, call_id: &str, digits: Option<&str>) -> Reply {
        let target = match digits {
            Some(_) => attribute(document, "action"),
            None => element(document, "Redirect"),
        };
        let target = target.strip_prefix(PUBLIC).expect("an address of ours").to_owned();
        let mut params =
            vec![("CallSid", call_id), ("AccountSid", ACCOUNT_SID), ("From", CALLER), ("To", LINE), ("CallStatus", "in-progress")];
        params.extend(digits.map(|digits| ("Digits", digits)));
        self.hook(&target, &params).await
    }

    /// A page of the API.
    pub async fn api(&self, path: &str) -> Value {
        let answer = self.client.get(format!("{}{path}", self.base)).bearer_auth(&self.token).send().await.expect("an answer");
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON")
    }

    /// The only response.
    pub async fn response(&self) -> Value {
        let page = self.api("/v1/responses").await;
        assert_eq!(page["items"].as_array().map(Vec::len), Some(1), "{page:#}");
        page["items"][0].clone()
    }

    /// Texts of unmatched replies with their reasons.
    pub async fn unmatched(&self) -> Vec<(String, String)> {
        let page = self.api("/v1/unmatched").await;
        let pair = |item: &Value| (text_of(&item["text"]), text_of(&item["reason"]));
        page["items"].as_array().expect("items").iter().map(pair).collect()
    }

    /// The words of all messages that left.
    pub fn sent(&self) -> Vec<String> {
        self.twilio.sent().into_iter().map(|form| form.into_iter().collect::<BTreeMap<_, _>>()["Body"].clone()).collect()
    }
}

fn environment(overlay: &[(&str, &str)]) -> Environment {
    Environment::new(overlay.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

fn write_surveys(folder: &tempfile::TempDir, surveys: &[(&str, &str)]) {
    std::fs::create_dir(folder.path().join("surveys")).expect("a folder");
    for (name, text) in surveys {
        std::fs::write(folder.path().join("surveys").join(name), text).expect("written");
    }
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The configuration of the usual account with these rules.
pub fn config(folder: &tempfile::TempDir, api_base: &str, rules: &str) -> String {
    format!(
        "[server]\nlisten = \"127.0.0.1:0\"\npublic_url = \"{PUBLIC}\"\n[store]\nurl = \"embedded:{path}/aftercall.db\"\n[reporting]\nurl = \"embedded:{path}/aftercall.db\"\n\
         [[account]]\nname = \"main\"\nprovider = \"twilio\"\naccount_sid = \"{ACCOUNT_SID}\"\nauth_token = \"{AUTH_TOKEN}\"\n\
         api_base = \"{api_base}\"\nlines = [\"{LINE}\"]\n{rules}\n",
        path = folder.path().display()
    )
}

/// A status callback of Twilio: the caller's call is over.
pub fn completed<'a>(caller: &'a str, call_id: &'a str) -> [(&'static str, &'a str); 7] {
    [
        ("CallSid", call_id),
        ("AccountSid", ACCOUNT_SID),
        ("From", caller),
        ("To", LINE),
        ("CallStatus", "completed"),
        ("Direction", "inbound"),
        ("CallDuration", "63"),
    ]
}

/// Twilio's signature, written down here a second time from its public description.
pub fn sign(secret: &str, target: &str, params: &[(&str, &str)]) -> String {
    let mut sorted = params.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let text = sorted.iter().fold(format!("{PUBLIC}{target}"), |text, (name, value)| text + name + value);
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret.as_bytes());
    base64::engine::general_purpose::STANDARD.encode(ring::hmac::sign(&key, text.as_bytes()))
}

/// The value of the first attribute of that name in a document.
pub fn attribute(document: &str, name: &str) -> String {
    let start = document.find(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {document}")) + name.len() + 3;
    document[start..].split('"').next().expect("a value").replace("&amp;", "&")
}

/// The text of the first element of that name.
pub fn element(document: &str, name: &str) -> String {
    let start = document.find(&format!("<{name}")).unwrap_or_else(|| panic!("no {name} in {document}"));
    let inner = document[start..].split_once('>').expect("an element").1;
    inner.split('<').next().expect("a text").replace("&amp;", "&")
}
