//! Whatever comes in whatever order, how often and at once: each call has one session, one disposition and one response, and no text is
//! lost or counted twice (promises P2 to P5).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use aftercall::app::SimulatedSms;
use aftercall::call::Moment;
use aftercall::phone::Respondent;
use aftercall::ports::clock::Clock;
use aftercall::ports::store::Owner;
use aftercall::survey::model::Channel;
use aftercall::survey::session::{Prompt, Session};
use fastrand::Rng;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::rig::Rig;

const LINE: &str = "+14155550100";
const ENDS: [&str; 7] = ["completed", "partial", "refused", "opted_out", "expired", "undeliverable", "failed"];
/// None of them is a text too: late keys are kept as unmatched as well.
const KEYS: [&str; 5] = ["5", "1", "2", "9", "#"];
const WORDS: [&str; 18] = [
    "4",
    "3",
    "3!",
    "4!",
    "7",
    "10",
    "yes",
    "no",
    "hello?",
    "no thanks",
    "the agent was kind",
    "A 4",
    "B 2",
    "HELP",
    "STOP",
    "STOP",
    "START",
    "",
];

/// One gateway for all cases; nothing has to survive it.
async fn gateway() -> Rig {
    let rules = "[policy]\nfrequency_cap = { max = 3, per = \"7d\" }\nquiet_hours = { applies_to = \"off\" }\n\
        [[rule]]\nwhen = { queue = \"both\" }\nsurvey = \"csat\"\nchannels = [\"ivr\", \"sms\"]\n\
        [[rule]]\nwhen = { queue = \"keys\" }\nsurvey = \"csat-fcr\"\nchannels = [\"ivr\"]\n\
        [[rule]]\nwhen = { queue = \"texts\" }\nsurvey = \"csat-nps\"\nchannels = [\"sms\"]\ndelay = \"2m\"\nquota = 2\n";
    let config = |folder: &std::path::Path| {
        let path = folder.display();
        format!(
            "[store]\nurl = \"embedded:{path}/aftercall.db\"\n[[account]]\nname = \"main\"\nprovider = \"simulator\"\nsignature = \"none\"\n\
             allow_from = [\"127.0.0.1\"]\nlines = [\"{LINE}\"]\n{rules}"
        )
    };
    let rig = Rig::configured(config, &[]).await;
    rig.app.sync(false).await.expect("a store");
    rig
}

/// Something that happens, perhaps several times.
#[derive(Debug, Clone)]
enum Event {
    /// A call has ended, or has left its agent.
    Ends(usize, &'static str),
    /// A caller enters the survey.
    Enters(usize),
    /// A key, or silence, on one of the pages heard so far.
    Key(usize, Option<&'static str>),
    /// A caller hangs up while one of them is heard.
    HangsUp(usize),
    /// A text with its id.
    Text(usize, u32, &'static str),
    /// What became of one of the messages that left.
    Receipt(usize, &'static str),
    /// Time passes.
    Waits(u64),
    /// The outbox works.
    Works,
}

/// One case: two callers, five calls, and what happens to them.
struct Case<'a> {
    rig: &'a Rig,
    seed: u64,
    began: Moment,
    callers: Vec<String>,
    /// What was heard, with the call that it was heard in.
    pages: Vec<(usize, Value)>,
    sent: Vec<SimulatedSms>,
    texts: BTreeMap<String, (String, &'static str)>,
    told: BTreeSet<usize>,
}

const CALLS: usize = 5;
const QUEUES: [&str; CALLS] = ["both", "texts", "keys", "texts", "nobody"];

fn events(rng: &mut Rng) -> Vec<Event> {
    let count = 18 + rng.usize(..14);
    let mut events: Vec<Event> = (0..CALLS).map(|call| Event::Ends(call, ["completed", "on_line"][rng.usize(..2)])).collect();
    events.extend((0..count as u32).map(|id| event(id, rng)));
    for again in 0..events.len() {
        if rng.u32(..3) == 0 {
            events.push(events[again].clone());
        }
    }
    rng.shuffle(&mut events);
    events
}

fn event(id: u32, rng: &mut Rng) -> Event {
    let any = rng.usize(..1000);
    match rng.u32(..20) {
        0..2 => Event::Ends(any % CALLS, ["completed", "on_line"][rng.usize(..2)]),
        2 => Event::Enters(any % CALLS),
        3..7 => Event::Key(any, KEYS.get(rng.usize(..KEYS.len() + 1)).copied()),
        7 => Event::HangsUp(any),
        8..14 => Event::Text(any % 2, id, WORDS[rng.usize(..WORDS.len())]),
        14..16 => Event::Receipt(any, ["sent", "delivered", "delivered", "failed", "opted_out"][rng.usize(..5)]),
        16..18 => Event::Waits([20, 200, 5 * 3600, 80 * 3600][[0, 0, 1, 1, 1, 2, 2, 3][rng.usize(..8)]]),
        _ => Event::Works,
    }
}

impl<'a> Case<'a> {
    fn new(rig: &'a Rig, seed: u64) -> Self {
        let callers = (0..2).map(|caller| (seed * 2 + caller) % 80_000);
        let callers = callers.map(|place| format!("+1{}55501{:02}", 200 + place / 100, place % 100)).collect();
        let began = rig.clock.now();
        Self { rig, seed, began, callers, pages: Vec::new(), sent: Vec::new(), texts: BTreeMap::new(), told: BTreeSet::new() }
    }

    fn call_id(&self, call: usize) -> String {
        format!("C{}-{call}", self.seed)
    }

    /// What is said of a call.
    fn body(&self, call: usize) -> Value {
        json!({"call_id": self.call_id(call), "from": self.callers[call % 2], "to": LINE, "direction": "inbound", "talk_seconds": 60,
            "ended_at": self.began.plus(Duration::from_secs(call as u64)).to_string(), "outcome": "answered"})
    }

    /// The address and body of an event's request; none for what is no request, or has nothing to be about yet.
    fn request(&mut self, event: &Event) -> Option<(String, Value)> {
        let base = self.rig.base.clone();
        let page = |at: usize| self.pages.get(at.checked_rem(self.pages.len())?);
        Some(match event {
            Event::Ends(call, status) => {
                let mut body = self.body(*call);
                body["status"] = json!(status);
                self.told.insert(*call);
                (format!("{base}/hooks/main/call?queue={}&agent=a{}", QUEUES[*call], self.seed), body)
            }
            Event::Enters(call) => {
                self.told.insert(*call);
                (format!("{base}/hooks/main/voice?queue={}&agent=a{}", QUEUES[*call], self.seed), self.body(*call))
            }
            Event::Key(at, digits) => {
                let field = if digits.is_some() { "action" } else { "silence" };
                (page(*at)?.1[field].as_str()?.to_owned(), json!({"digits": digits.unwrap_or_default()}))
            }
            Event::HangsUp(at) => {
                let (call, ask) = page(*at)?;
                let mut body = self.body(*call);
                body["event"] = json!("hangup");
                (ask["action"].as_str()?.to_owned(), body)
            }
            Event::Text(caller, id, words) => {
                let (id, from) = (format!("M{}-{id}", self.seed), self.callers[*caller].clone());
                self.texts.insert(id.clone(), (from.clone(), words));
                (format!("{base}/hooks/main/sms"), json!({"message_id": id, "from": from, "to": LINE, "text": words}))
            }
            Event::Receipt(at, state) => {
                let sms = self.sent.get(at.checked_rem(self.sent.len())?)?;
                (sms.receipt_url.clone(), json!({"message_id": sms.message_id, "state": state, "code": "30005"}))
            }
            Event::Waits(_) | Event::Works => return None,
        })
    }

    /// What happens at once: each request on its own, and the outbox beside them.
    async fn happen(&mut self, events: &[Event]) {
        let mut running = JoinSet::new();
        for event in events {
            if let Event::Waits(seconds) = event {
                self.rig.clock.advance(Duration::from_secs(*seconds));
            }
            if let Some((to, body)) = self.request(event) {
                let request = self.rig.client.post(&to).json(&body);
                let call = self.about(event);
                running.spawn(async move {
                    let answer = request.send().await.expect("an answer");
                    assert!(answer.status().is_success(), "{to} {body}: {}", answer.status());
                    (call, serde_json::from_str::<Value>(&answer.text().await.expect("a text")).unwrap_or(Value::Null))
                });
            } else {
                let outbox = Arc::clone(&self.rig.app.outbox);
                running.spawn(async move {
                    outbox.run_once().await.expect("the outbox runs");
                    (0, Value::Null)
                });
            }
        }
        while let Some(answer) = running.join_next().await {
            let (call, answer) = answer.expect("no panic");
            if answer["ask"].is_object() {
                self.pages.push((call, answer["ask"].clone()));
            }
        }
        self.sent.extend(self.rig.app.simulator("main").expect("a simulator").take_new());
    }

    /// The call that an answer's page is heard in.
    fn about(&self, event: &Event) -> usize {
        match event {
            Event::Ends(call, _) | Event::Enters(call) => *call,
            Event::Key(at, _) | Event::HangsUp(at) => self.pages[at % self.pages.len()].0,
            Event::Text(..) | Event::Receipt(..) | Event::Waits(_) | Event::Works => 0,
        }
    }

    async fn sessions(&self, caller: &str) -> Vec<Session> {
        let respondent = Respondent::parse(caller).expect("a number");
        let owner = Owner { tenant: "default", respondent: &respondent };
        self.rig.app.gateway.flows.store.dossier(owner, None, self.began.minus(Duration::from_secs(1))).await.expect("a dossier").sessions
    }

    async fn rows(&self, table: &str) -> Vec<Value> {
        let to = self.began.plus(Duration::from_secs(600));
        let page = self.rig.api(&format!("/v1/{table}?limit=1000&from={}&to={to}", self.began)).await;
        assert_eq!(page["has_more"], false);
        page["items"].as_array().expect("items").clone()
    }

    /// Everything that must hold when it is all over.
    async fn check(&self, unmatched: &[Value]) {
        let (calls, responses) = (self.rows("calls").await, self.rows("responses").await);
        let of = |rows: &[Value], field: &str| -> Vec<String> {
            let mut values: Vec<String> = rows.iter().filter_map(|row| row[field].as_str()).map(str::to_owned).collect();
            values.sort();
            values
        };
        let told: Vec<String> = self.told.iter().map(|call| self.call_id(*call)).collect();
        assert_eq!(of(&calls, "call_id"), told, "each call stands once");
        assert!(calls.iter().all(|call| call["session_id"].is_null() != call["reason"].is_null()), "asked or not: {calls:#?}");
        assert_eq!(of(&calls, "session_id"), of(&responses, "session_id"), "one response for each session");
        for response in &responses {
            assert!(ENDS.contains(&response["disposition"].as_str().unwrap_or_default()), "{response:#}");
            let call = calls.iter().find(|call| call["session_id"] == response["session_id"]).expect("its call");
            assert_eq!((&call["call_id"], &call["disposition"]), (&response["call_id"], &response["disposition"]));
            let questions = response["answers"].as_array().expect("answers").iter().filter_map(|answer| answer["question"].as_str());
            let mut questions: Vec<&str> = questions.filter(|id| !["comment", "afterword"].contains(id)).collect();
            let count = questions.len();
            questions.sort_unstable();
            questions.dedup();
            assert_eq!(questions.len(), count, "a question has two answers: {response:#}");
        }
        let mut ids = Vec::new();
        for caller in &self.callers {
            let sessions = self.sessions(caller).await;
            self.each_text_once(caller, &sessions, unmatched);
            ids.extend(sessions.into_iter().map(|session| session.id));
        }
        ids.sort();
        assert_eq!(ids, of(&responses, "session_id"), "the store knows no other session");
    }

    /// Each text of a caller belongs to one session, or is kept as unmatched.
    fn each_text_once(&self, caller: &str, sessions: &[Session], unmatched: &[Value]) {
        let exchanges = sessions.iter().flat_map(|session| &session.exchanges).filter(|exchange| exchange.channel == Channel::Sms);
        // That the caller was asked which call is meant; the text itself is kept as unmatched.
        let exchanges = exchanges.filter(|exchange| exchange.prompt != Prompt::WhichCall);
        let masked = Respondent::parse(caller).expect("a number").masked();
        let stray = unmatched.iter().filter(|reply| reply["respondent"] == masked.as_str());
        let stray = stray.filter_map(|reply| reply["text"].as_str()).map(str::to_owned);
        // A session that STOP ends beside the one that it was sent to gets an exchange without words.
        let stray = stray.filter(|words| !KEYS.contains(&words.as_str()));
        let mut kept: Vec<String> =
            exchanges.map(|exchange| exchange.text.clone()).chain(stray).filter(|words| !words.is_empty()).collect();
        let texts = self.texts.values().filter(|(from, words)| from == caller && !words.is_empty());
        let mut sent: Vec<String> = texts.map(|(_, words)| (*words).to_owned()).collect();
        // What names its call is kept as the answer to that call alone.
        let bare = |words: &mut String| *words = words.trim_start_matches(['A', 'B', ' ']).to_owned();
        kept.iter_mut().for_each(bare);
        sent.iter_mut().for_each(bare);
        kept.sort();
        sent.sort();
        assert_eq!(kept, sent, "each text is an answer, an afterword, a keyword or unmatched, once");
    }
}

async fn play(rig: &Rig, seed: u64, cursor: &mut String) {
    let mut rng = Rng::with_seed(seed);
    let mut case = Case::new(rig, seed);
    let events = events(&mut rng);
    let mut rest = events.as_slice();
    while !rest.is_empty() {
        let at_once = if rng.u32(..3) == 0 { 2 + rng.usize(..3) } else { 1 };
        let (now, later) = rest.split_at(at_once.min(rest.len()));
        case.happen(now).await;
        rest = later;
    }
    // By steps, so that nothing is due before its time.
    for _ in 0..16 {
        rig.after(Duration::from_secs(5 * 3600)).await;
    }
    let page = rig.api(&format!("/v1/unmatched?limit=1000{cursor}")).await;
    *cursor = format!("&cursor={}", page["next_cursor"].as_str().expect("a cursor"));
    case.check(page["items"].as_array().expect("items")).await;
    drop(rig.app.simulator("main").expect("a simulator").take_new());
}

#[tokio::test]
async fn whatever_comes_in_whatever_order_each_call_has_one_session_one_end_and_one_response_and_no_text_is_lost() {
    let cases = if std::env::var_os("AFTERCALL_SOAK").is_some() { 5_000 } else { 200 };
    let rig = gateway().await;
    let mut cursor = String::new();
    for seed in 0..cases {
        eprintln!("case {seed}");
        play(&rig, seed, &mut cursor).await;
    }
}
