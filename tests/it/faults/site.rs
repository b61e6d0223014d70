//! A place where gateways run: their configuration, their processes and what they all share.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use crate::commands::program::{Program, Serving, within};
use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, LINE, PUBLIC};
use crate::support::twilio_stand_in::TwilioStandIn;

/// The secret that all gateways of a site share.
const SECRET: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
/// Text first asks by SMS; whoever is on the line is asked by keypad.
const RULES: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"ivr\", \"sms\"]\n";

/// Where gateways run.
pub struct Site {
    pub twilio: Arc<TwilioStandIn>,
    store: String,
    reporting: String,
    /// Where the provider is, if not at the stand-in's own address (a proxy before it).
    pub provider: String,
    /// More lines for the configuration, before its first section of another name.
    pub store_options: String,
    /// More lines for the account.
    pub account_options: String,
    /// Where journals lie, if not each in its gateway's own folder.
    pub journals: Option<PathBuf>,
    /// Environment of every process.
    pub environment: Vec<(String, String)>,
    /// A command and its arguments that every process is started by, as `nsenter`.
    pub before: Vec<String>,
    folder: tempfile::TempDir,
}

impl Site {
    /// Gateways at this store and this reporting store (addresses as in the configuration; `FOLDER` is a folder of the site).
    pub async fn new(store: &str, reporting: &str) -> Self {
        let twilio = Arc::new(TwilioStandIn::start().await);
        let folder = tempfile::tempdir().expect("a folder");
        let place = |url: &str| url.replace("FOLDER", &folder.path().display().to_string());
        let (store, reporting, provider) = (place(store), place(reporting), twilio.base());
        let (store_options, account_options) = (String::new(), String::new());
        let (journals, environment, before) = (None, Vec::new(), Vec::new());
        Self { twilio, store, reporting, provider, store_options, account_options, journals, environment, before, folder }
    }

    /// The dependency that callers wait for, as metrics name it.
    pub fn dependency(&self) -> &'static str {
        if self.store.starts_with("redis") { "redis" } else { "store" }
    }

    /// The folder of a gateway: its journal, its configuration.
    pub fn folder(&self, gateway: &str) -> PathBuf {
        self.folder.path().join(gateway)
    }

    /// Writes a gateway's configuration and gives its path.
    pub fn configure(&self, gateway: &str) -> PathBuf {
        let folder = self.folder(gateway);
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join("aftercall.toml");
        let journals = self.journals.as_ref().unwrap_or(&folder).display();
        let journal = if self.store.starts_with("redis") { format!("journal_path = \"{journals}/journal.db\"\n") } else { String::new() };
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:0\"\npublic_url = \"{PUBLIC}\"\nsecret = \"{SECRET}\"\ngrace = \"5s\"\nmax_connections_per_address = 2000\n\
             max_connections = 4000\n[store]\nurl = \"{}\"\n{journal}{}\n[reporting]\nurl = \"{}\"\n[policy]\nfrequency_cap = {{ max = 0, per = \"1d\" }}\nreminders = []\nquiet_hours = {{ applies_to = \"off\" }}\n\
             [[account]]\nname = \"main\"\nprovider = \"twilio\"\naccount_sid = \"{ACCOUNT_SID}\"\nauth_token = \"{AUTH_TOKEN}\"\napi_base = \"{}\"\n\
             lines = [\"{LINE}\"]\n{}\n{RULES}",
            self.store, self.store_options, self.reporting, self.provider, self.account_options
        );
        std::fs::write(&file, text).expect("written");
        file
    }

    /// Starts a gateway and waits until it listens.
    pub async fn serve(&self, gateway: &str) -> Serving {
        self.program(gateway, &["serve"]).serve().await
    }

    /// A command with a gateway's configuration.
    pub fn program(&self, gateway: &str, arguments: &[&str]) -> Program {
        let file = self.configure(gateway);
        let program = Program::under(&self.before, arguments).config(&file);
        self.environment.iter().fold(program, |program, (name, value)| program.env(name, value))
    }

    /// A token that reads everything.
    pub async fn token(&self, gateway: &str) -> String {
        let create = ["token", "create", "--role", "admin", "--json"];
        let made = Program::under(&self.before, &create).config(&self.configure(gateway)).run().await;
        assert_eq!(made.code, 0, "{}", made.err);
        made.json()["token"].as_str().expect("a token").to_owned()
    }
}

/// Everything of a page of the API, page by page.
pub async fn everything(serving: &Serving, token: &str, path: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut cursor = String::new();
    loop {
        let (status, page) = serving.get(token, &format!("{path}?limit=1000{cursor}")).await;
        assert_eq!(status, 200, "{page}");
        items.extend(page["items"].as_array().expect("items").iter().cloned());
        if page["has_more"] != Value::Bool(true) {
            return items;
        }
        cursor = format!("&cursor={}", page["next_cursor"].as_str().expect("a cursor"));
    }
}

/// Looks again and again until it holds; after some minutes the last look's words are the failure.
pub async fn eventually<F: Future<Output = Result<(), String>>>(mut look: impl FnMut() -> F) {
    let started = std::time::Instant::now();
    loop {
        match within(look()).await {
            Ok(()) => return,
            Err(still) if started.elapsed() > Duration::from_secs(180) => panic!("{still}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// The sum of a metric over the lines that begin so and hold this as well.
pub async fn sum(serving: &Serving, start: &str, part: &str) -> f64 {
    let text = serving.client.get(format!("{}/metrics", serving.base)).send().await.expect("an answer").text().await.expect("a text");
    let lines = text.lines().filter(|line| line.starts_with(start) && line.contains(part));
    lines.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum()
}

/// The value of a metric whose line begins so; 0 if it is not there.
pub async fn metric(serving: &Serving, start: &str) -> f64 {
    let text = serving.client.get(format!("{}/metrics", serving.base)).send().await.expect("an answer").text().await.expect("a text");
    let line = text.lines().find(|line| line.starts_with(start));
    line.and_then(|line| line.rsplit(' ').next()).and_then(|value| value.parse().ok()).unwrap_or(0.0)
}
