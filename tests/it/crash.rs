//! SIGKILL again and again: nothing that was acknowledged is lost, nothing happens twice (promises P1–P6 and P8).

use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aftercall::app::world::{RandomIds, SystemClock};
use aftercall::app::{App, World};
use aftercall::config::Environment;
use aftercall::ports::report::Role;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, LINE, config, sign};
use crate::support::twilio_stand_in::TwilioStandIn;

const KILLS: usize = 50;
const CALLERS_PER_ROUND: usize = 12;
const RULES: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";

/// What was acknowledged, by what must be found later.
#[derive(Default)]
struct Ledger {
    calls: BTreeSet<String>,
    texts: BTreeSet<String>,
}

/// One caller: a call-end, then a text whose words occur nowhere else.
#[derive(Clone)]
struct Caller {
    number: String,
    call_id: String,
    text: String,
}

fn callers(round: usize) -> Vec<Caller> {
    let caller = |n: usize| {
        let index = round * CALLERS_PER_ROUND + n;
        let number = format!("+1{}55501{:02}", 201 + index / 100, index % 100);
        Caller { number, call_id: format!("CA{index:06}"), text: format!("4, note {index:06} end") }
    };
    (0..CALLERS_PER_ROUND).map(caller).collect()
}

struct Serving {
    child: Child,
    base: String,
}

async fn serve(config: &std::path::Path) -> Serving {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aftercall"))
        .args(["serve", "--config"])
        .arg(config)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let line = lines.next_line().await.expect("a line").expect("a line before its end");
    let base = line.strip_prefix("listening on ").expect("the address").to_owned();
    Serving { child, base }
}

/// Posts until it is acknowledged or the server is gone; true if it was.
async fn post(client: &reqwest::Client, base: &str, target: &str, params: &[(&str, &str)]) -> bool {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
    let request = client.post(format!("{base}{target}")).header("X-Twilio-Signature", sign(AUTH_TOKEN, target, params));
    let answer = request.header("Content-Type", "application/x-www-form-urlencoded").body(body).send().await;
    matches!(answer, Ok(answer) if answer.status().is_success())
}

impl Caller {
    async fn ends_call(&self, client: &reqwest::Client, base: &str) -> bool {
        let params = [
            ("CallSid", self.call_id.as_str()),
            ("AccountSid", ACCOUNT_SID),
            ("From", &self.number),
            ("To", LINE),
            ("CallStatus", "completed"),
            ("Direction", "inbound"),
            ("CallDuration", "63"),
        ];
        post(client, base, "/hooks/main/call", &params).await
    }

    async fn writes(&self, client: &reqwest::Client, base: &str) -> bool {
        let id = self.call_id.replace("CA", "SM");
        let params = [("MessageSid", id.as_str()), ("AccountSid", ACCOUNT_SID), ("From", &self.number), ("To", LINE), ("Body", &self.text)];
        post(client, base, "/hooks/main/sms", &params).await
    }
}

/// Plays a round and kills the server after a seeded number of acknowledgements, in the middle of whatever it does.
async fn round(serving: Serving, callers: Vec<Caller>, kill_after: usize, ledger: &mut Ledger) {
    let Serving { mut child, base } = serving;
    let client = aftercall::providers::rest::client().expect("a client");
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let enough = Arc::new(tokio::sync::Notify::new());
    let mut running = tokio::task::JoinSet::new();
    for caller in callers {
        let (client, base, acknowledged, enough) = (client.clone(), base.clone(), Arc::clone(&acknowledged), Arc::clone(&enough));
        running.spawn(async move {
            let count = |done: bool| {
                if done && acknowledged.fetch_add(1, Ordering::SeqCst) + 1 == kill_after {
                    enough.notify_one();
                }
                done
            };
            let call = count(caller.ends_call(&client, &base).await);
            let again = call && count(caller.ends_call(&client, &base).await);
            let text = count(caller.writes(&client, &base).await);
            let repeated = text && count(caller.writes(&client, &base).await);
            (caller, call || again, text || repeated)
        });
    }
    enough.notified().await;
    child.kill().await.expect("killed");
    while let Some(done) = running.join_next().await {
        let (caller, call, text) = done.expect("no panic");
        ledger.calls.extend(call.then_some(caller.call_id));
        ledger.texts.extend(text.then_some(caller.text));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_and_nothing_is_sent_twice_through_fifty_kills() {
    let folder = tempfile::tempdir().expect("a folder");
    let twilio = TwilioStandIn::start().await;
    let file = folder.path().join("aftercall.toml");
    std::fs::write(&file, config(&folder, &twilio.base(), RULES)).expect("written");
    let mut rng = fastrand::Rng::with_seed(7);
    let mut ledger = Ledger::default();
    for number in 0..KILLS {
        let mut callers = callers(number);
        if number > 0 {
            // What the round before left unacknowledged comes again, as a provider's retries do.
            callers.extend(self::callers(number - 1));
        }
        let kill_after = rng.usize(1..=callers.len() * 4 - 1);
        round(serve(&file).await, callers, kill_after, &mut ledger).await;
    }
    assert!(
        ledger.calls.len() > KILLS && ledger.texts.len() > KILLS,
        "the kills left no traffic: {} {}",
        ledger.calls.len(),
        ledger.texts.len()
    );
    audit(&file, &ledger, &twilio).await;
}

/// Holds the ledger against the final state.
async fn audit(file: &std::path::Path, ledger: &Ledger, twilio: &TwilioStandIn) {
    let loaded = aftercall::config::load(Some(file), None, &Environment::new([])).expect("a sound configuration");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let world = World { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds::seeded(2)), address };
    let app = Arc::new(App::build(loaded, world).await.expect("an app"));
    let stop = aftercall::lifecycle::Stop::new();
    let serving = tokio::spawn(Arc::clone(&app).serve(listener, stop.clone()));
    while app.outbox.run_once().await.expect("the outbox runs") > 0 {}
    let token = app.create_token("default", Role::Read).await.expect("a token");
    let responses = all(&format!("http://{address}"), &token, "/v1/responses").await;
    let unmatched = all(&format!("http://{address}"), &token, "/v1/unmatched").await;
    stop.begin();
    serving.await.expect("no panic");

    let mut sessions: BTreeMap<String, usize> = BTreeMap::new();
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    for response in &responses {
        *sessions.entry(response["call_id"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        for answer in response["answers"].as_array().into_iter().flatten() {
            *texts.entry(answer["raw"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        }
    }
    for reply in &unmatched {
        *texts.entry(reply["text"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    let lost_calls: Vec<_> = ledger.calls.iter().filter(|call| !sessions.contains_key(*call)).collect();
    let lost_texts: Vec<_> = ledger.texts.iter().filter(|text| !texts.contains_key(*text)).collect();
    let doubled: Vec<_> = sessions.iter().chain(&texts).filter(|(_, count)| **count > 1).collect();
    assert_eq!((lost_calls, lost_texts, doubled), (vec![], vec![], vec![]));

    let mut sent: BTreeMap<Vec<(String, String)>, usize> = BTreeMap::new();
    for form in twilio.sent() {
        let message = form.into_iter().filter(|(name, _)| name == "To" || name == "Body").collect();
        *sent.entry(message).or_default() += 1;
    }
    assert_eq!(sent.values().filter(|count| **count > 1).count(), 0, "a question was sent twice");
}

async fn all(base: &str, token: &str, path: &str) -> Vec<Value> {
    let client = aftercall::providers::rest::client().expect("a client");
    let mut items = Vec::new();
    let mut cursor = String::new();
    loop {
        let url = format!("{base}{path}?limit=500{cursor}");
        let text = client.get(url).bearer_auth(token).send().await.expect("an answer").text().await.expect("a text");
        let page: Value = serde_json::from_str(&text).expect("JSON");
        items.extend(page["items"].as_array().expect("items").iter().cloned());
        if page["has_more"] != Value::Bool(true) {
            return items;
        }
        cursor = format!("&cursor={}", page["next_cursor"].as_str().expect("a cursor"));
    }
}
