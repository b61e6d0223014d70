//! Load: callers of several kinds, each with words and a number that occur nowhere else, and what the gateway told them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::ledger::Ledger;
use crate::commands::program::KeptWaiting;
use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, LINE, PUBLIC, attribute, sign};

/// Longest that anyone on the phone waits for a document (promise P10).
const ON_THE_PHONE: Duration = Duration::from_secs(2);

/// What a machine that does not let the gateway run may add to that, at most; whatever is more is the gateway's.
const A_BUSY_MACHINE: Duration = Duration::from_secs(1);

/// So long a webhook is delivered again and again.
const A_PROVIDERS_PATIENCE: Duration = Duration::from_secs(180);

/// What a caller does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Ends a call and never answers.
    Silent,
    /// Ends a call and texts a score, then a comment.
    Texter,
    /// Ends a call and texts STOP.
    Stopper,
    /// Is on the line after the call and presses two keys.
    Presser,
}

/// One caller.
#[derive(Debug, Clone)]
pub struct Caller {
    pub kind: Kind,
    pub number: String,
    pub index: usize,
}

/// Where callers' webhooks go: gateways behind a balancer that takes the next when one is gone.
#[derive(Clone)]
pub struct Door {
    pub client: reqwest::Client,
    pub bases: Arc<std::sync::Mutex<Vec<String>>>,
    pub ledger: Arc<Ledger>,
    /// Deliveries so far: each begins at the next gateway.
    turns: Arc<AtomicUsize>,
}

/// What a webhook was answered.
#[derive(Debug, Clone)]
pub struct Told {
    pub status: u16,
    pub outcome: String,
    pub body: String,
}

impl Caller {
    /// Callers from that index on, the kinds in turn.
    pub fn some(from: usize, count: usize, kinds: &[Kind]) -> Vec<Self> {
        let one = |index: usize| Self {
            kind: kinds[index % kinds.len()],
            number: format!("+1{}55501{:02}", 201 + index / 100, index % 100),
            index,
        };
        (from..from + count).map(one).collect()
    }

    pub fn call_id(&self) -> String {
        format!("CA{:032x}", self.index)
    }

    /// Everything that this caller does, as a provider delivers it: again and again until it is taken.
    pub async fn live(&self, door: &Door) {
        match self.kind {
            Kind::Silent => drop(self.end_call(door).await),
            Kind::Texter => {
                self.end_call(door).await;
                self.text(door, 0, &format!("4, note {:06} first", self.index)).await;
                self.text(door, 1, &format!("note {:06} second, all was well", self.index)).await;
            }
            Kind::Stopper => {
                self.end_call(door).await;
                self.stop(door).await;
            }
            Kind::Presser => self.press_keys(door).await,
        }
    }

    pub async fn end_call(&self, door: &Door) -> Option<Told> {
        let call_id = self.call_id();
        let params = [
            ("CallSid", call_id.as_str()),
            ("AccountSid", ACCOUNT_SID),
            ("From", &self.number),
            ("To", LINE),
            ("CallStatus", "completed"),
            ("Direction", "inbound"),
            ("CallDuration", "63"),
        ];
        let told = door.deliver("/hooks/main/call", &params).await?;
        door.ledger.call(&call_id, &self.number, self.kind);
        // Some come twice, as networks do it.
        if self.index.is_multiple_of(3) {
            door.deliver("/hooks/main/call", &params).await;
        }
        Some(told)
    }

    pub async fn text(&self, door: &Door, nth: usize, words: &str) {
        let message_id = format!("SM{:030x}{nth:02x}", self.index);
        let params = [
            ("MessageSid", message_id.as_str()),
            ("AccountSid", ACCOUNT_SID),
            ("From", &self.number),
            ("To", LINE),
            ("Body", words),
            ("NumMedia", "0"),
        ];
        if door.deliver("/hooks/main/sms", &params).await.is_some() {
            door.ledger.text(words);
            if self.index.is_multiple_of(4) {
                door.deliver("/hooks/main/sms", &params).await;
            }
        }
    }

    pub async fn stop(&self, door: &Door) {
        let message_id = format!("SM{:030x}ff", self.index);
        let params = [
            ("MessageSid", message_id.as_str()),
            ("AccountSid", ACCOUNT_SID),
            ("From", &self.number),
            ("To", LINE),
            ("Body", "STOP"),
            ("NumMedia", "0"),
        ];
        if door.deliver("/hooks/main/sms", &params).await.is_some() {
            door.ledger.stopped(&self.number, Instant::now());
        }
    }

    async fn press_keys(&self, door: &Door) {
        let call_id = self.call_id();
        let params = [
            ("CallSid", call_id.as_str()),
            ("AccountSid", ACCOUNT_SID),
            ("From", &self.number),
            ("To", LINE),
            ("CallStatus", "in-progress"),
            ("Direction", "inbound"),
            ("DialCallStatus", "completed"),
            ("DialCallDuration", "61"),
        ];
        let Some(mut heard) = door.deliver_by_phone("/hooks/main/call", &params).await else { return };
        if heard.outcome == "accepted" || heard.outcome == "duplicate" {
            door.ledger.call(&call_id, &self.number, self.kind);
        }
        for (question, key) in [("score", "1"), ("part", "3")] {
            if !heard.body.contains("<Gather") {
                return;
            }
            let target = attribute(&heard.body, "action").strip_prefix(PUBLIC).expect("an address of ours").to_owned();
            assert!(target.contains(&format!("q={question}")), "{target}");
            let params = [
                ("CallSid", call_id.as_str()),
                ("AccountSid", ACCOUNT_SID),
                ("From", self.number.as_str()),
                ("To", LINE),
                ("CallStatus", "in-progress"),
                ("Digits", key),
            ];
            let Some(next) = door.deliver_by_phone(&target, &params).await else { return };
            if next.outcome == "accepted" || next.outcome == "duplicate" {
                door.ledger.key(&call_id, question);
            }
            heard = next;
        }
    }
}

fn client() -> reqwest::Client {
    let client = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(64).timeout(Duration::from_secs(15)).build();
    client.expect("a client")
}

impl Door {
    pub fn to(bases: &[&str], ledger: &Arc<Ledger>) -> Self {
        let bases = bases.iter().map(|base| (*base).to_owned()).collect();
        let (client, bases) = (client(), Arc::new(std::sync::Mutex::new(bases)));
        Self { client, bases, ledger: Arc::clone(ledger), turns: Arc::default() }
    }

    /// The same with connections of its own.
    pub fn on_its_own(&self) -> Self {
        Self { client: client(), ..self.clone() }
    }

    /// Where webhooks go from now on.
    pub fn lead_to(&self, bases: &[&str]) {
        *self.bases.lock().expect("a lock") = bases.iter().map(|base| (*base).to_owned()).collect();
    }

    /// Delivers a webhook as a patient provider does: on 5xx and broken connections again, with pauses, for some minutes.
    /// `None` if it was never taken.
    pub async fn deliver(&self, target: &str, params: &[(&str, &str)]) -> Option<Told> {
        let mut pause = Duration::from_millis(50);
        let started = Instant::now();
        for attempt in self.turn().. {
            if let Some(told) = self.post(target, params, attempt).await {
                if (200..300).contains(&told.status) {
                    return Some(told);
                }
                assert_eq!(told.status, 503, "{target}: {told:?}");
            }
            if started.elapsed() > A_PROVIDERS_PATIENCE {
                return None;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(2));
        }
        None
    }

    /// Delivers a post of a call in progress: once to each gateway, and whoever answers does so in time with a valid document.
    pub async fn deliver_by_phone(&self, target: &str, params: &[(&str, &str)]) -> Option<Told> {
        let gateways = self.bases.lock().expect("a lock").len();
        let turn = self.turn();
        for attempt in turn..turn + gateways.max(1) {
            let base = self.base(attempt).unwrap_or_default();
            let (asked, before) = (Instant::now(), KeptWaiting::at(&base));
            let Some(told) = self.post(target, params, attempt).await else { continue };
            let kept_waiting = KeptWaiting::at(&base).since(&before).min(A_BUSY_MACHINE);
            let took = asked.elapsed().saturating_sub(kept_waiting);
            self.ledger.heard(took);
            assert!(took < ON_THE_PHONE, "a caller waited {took:?}: {told:?}");
            assert_eq!(told.status, 200, "{told:?}");
            assert_well_formed(&told.body);
            return Some(told);
        }
        None
    }

    fn base(&self, attempt: usize) -> Option<String> {
        let bases = self.bases.lock().expect("a lock");
        bases.get(attempt % bases.len().max(1)).cloned()
    }

    fn turn(&self) -> usize {
        self.turns.fetch_add(1, Ordering::Relaxed)
    }

    async fn post(&self, target: &str, params: &[(&str, &str)], attempt: usize) -> Option<Told> {
        let base = self.base(attempt)?;
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
        let request = self.client.post(format!("{base}{target}")).header("X-Twilio-Signature", sign(AUTH_TOKEN, target, params));
        let answer = request.header("Content-Type", "application/x-www-form-urlencoded").body(body).send().await.ok()?;
        let outcome = answer.headers().get("aftercall-outcome").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        Some(Told { status: answer.status().as_u16(), outcome, body: answer.text().await.ok()? })
    }

    /// Lets them all live, so many at a time.
    pub async fn crowd(&self, callers: Vec<Caller>, at_once: usize) {
        let gate = Arc::new(tokio::sync::Semaphore::new(at_once));
        let mut living = tokio::task::JoinSet::new();
        for caller in callers {
            let (door, gate) = (self.clone(), Arc::clone(&gate));
            living.spawn(async move {
                let _place = gate.acquire().await.expect("a gate");
                caller.live(&door).await;
            });
        }
        while let Some(done) = living.join_next().await {
            done.expect("a caller without complaint");
        }
    }
}

fn assert_well_formed(document: &str) {
    let mut reader = Reader::from_str(document);
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{error}: {document}"),
        }
    }
    assert!(depth == 0 && document.contains("<Response"), "{document}");
}
