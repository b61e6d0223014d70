//! Every dialect gives the same conversation and the same session: an abstract telephone plays the same callers through the real HTTP
//! routes, on the documents of each.

use std::time::Duration;

use aftercall::ports::clock::Clock;
use aftercall::ports::store::SessionKey;
use serde_json::{Value, json};

use self::phone::{Heard, Move, Request, Then};
use crate::support::rig::{Reply, Rig};

mod away;
mod browser;
mod dom;
mod door;
mod phone;
mod schema;
mod simulator;
mod twiml;
mod voicexml;

use Move::{Again, HangUp, HangUpSpeaking, Press, Silence, Speak, Wait};

const GRAND: &str = include_str!("../fixtures/surveys/grand.toml");

const ACCOUNTS: &str = "[[account]]\nname = \"ivr\"\nprovider = \"voicexml\"\nsecret = \"open sesame\"\nrecordings = \"https://keep.example.com/calls\"\n\
    [[account]]\nname = \"bare\"\nprovider = \"voicexml\"\nsignature = \"none\"\nallow_from = [\"127.0.0.1\"]\ncontent_type = \"text/vxml\"\n\
    [[account]]\nname = \"toy\"\nprovider = \"simulator\"\nsignature = \"none\"\nallow_from = [\"127.0.0.1\"]\n\
    [[rule]]\nsurvey = \"grand\"\nchannels = [\"ivr\"]\n[policy]\nfrequency_cap = { max = 0, per = \"7d\" }";

/// The survey with everything but what differs from session to session.
fn grand() -> String {
    let variants = "[[variant]]\nname = \"long\"\nweight = 1\n[[variant]]\nname = \"short\"\nweight = 1\n";
    assert!(GRAND.contains(variants) && GRAND.contains("shuffle = true\nshuffle_keep_last = 1\n"));
    let same_for_all = GRAND.replace(variants, "").replace("shuffle = true\nshuffle_keep_last = 1\n", "");
    same_for_all.lines().filter(|line| !line.starts_with("variant.")).collect::<Vec<_>>().join("\n")
}

async fn rig() -> Rig {
    Rig::with_surveys(ACCOUNTS, &[("grand.toml", &grand())]).await
}

/// How a platform speaks with us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Twiml,
    VoiceXml,
    Simulator,
}

impl Dialect {
    const ALL: [Self; 3] = [Self::Twiml, Self::VoiceXml, Self::Simulator];

    fn account(self) -> &'static str {
        match self {
            Self::Twiml => "main",
            Self::VoiceXml => "ivr",
            Self::Simulator => "toy",
        }
    }

    fn enters(self, call_id: &str, query: &str) -> Request {
        match self {
            Self::Twiml => twiml::enters(call_id, query),
            Self::VoiceXml => voicexml::enters(call_id, query),
            Self::Simulator => simulator::enters(call_id, query),
        }
    }

    fn heard(self, document: &str) -> Heard {
        match self {
            Self::Twiml => twiml::heard(document),
            Self::VoiceXml => voicexml::heard(document),
            Self::Simulator => simulator::heard(document),
        }
    }

    fn does(self, document: &str, call_id: &str, this: Move) -> Vec<Request> {
        match self {
            Self::Twiml => twiml::does(document, call_id, this),
            Self::VoiceXml => voicexml::does(document, this),
            Self::Simulator => simulator::does(document, call_id, this),
        }
    }
}

async fn post(rig: &Rig, request: &Request) -> Reply {
    let form: Vec<(&str, &str)> = request.form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    if request.target.starts_with("/hooks/main/") {
        return rig.hook(&request.target, &form).await;
    }
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = rig.client.post(format!("{}{}", rig.base, request.target)).header("Content-Type", "application/x-www-form-urlencoded");
    reply(request.body(body)).await
}

async fn reply(request: reqwest::RequestBuilder) -> Reply {
    let answer = request.send().await.expect("an answer");
    let outcome = answer.headers().get("aftercall-outcome").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    Reply { status: answer.status().as_u16(), outcome, body: answer.text().await.expect("a text") }
}

/// A caller on the phone.
struct Walk<'a> {
    rig: &'a Rig,
    dialect: Dialect,
    call_id: String,
    documents: Vec<String>,
    heard: Vec<Heard>,
    last: Option<Request>,
}

impl<'a> Walk<'a> {
    async fn begin(rig: &'a Rig, dialect: Dialect, (name, query): (&str, &str)) -> Self {
        let call_id = format!("{name}-{}", dialect.account());
        let mut walk = Self { rig, dialect, call_id, documents: Vec::new(), heard: Vec::new(), last: None };
        let enters = dialect.enters(&walk.call_id, query);
        walk.bring(enters, "accepted").await;
        walk
    }

    async fn bring(&mut self, request: Request, outcome: &str) {
        let reply = post(self.rig, &request).await;
        let taken = reply.status < 300 && [outcome, "duplicate"].contains(&reply.outcome.as_str());
        assert!(taken, "{:?} {} {request:?}: {reply:?}", self.dialect, self.call_id);
        if request.heard {
            self.heard.push(self.dialect.heard(&reply.body));
            self.documents.push(reply.body);
            self.last = Some(request);
        }
    }

    async fn plays(&mut self, moves: &[Move]) {
        for this in moves {
            let document = self.documents.last().expect("a document").clone();
            for request in self.dialect.does(&document, &self.call_id, *this) {
                self.bring(request, "accepted").await;
            }
            match this {
                Again => {
                    let again = self.last.clone().expect("a request");
                    // Who enters once more is told the open question, which changes nothing.
                    let outcome =
                        if again.target.contains("/voice?") || again.target.ends_with("/voice") { "ignored" } else { "duplicate" };
                    self.bring(again, outcome).await;
                    assert_eq!(self.documents.last(), Some(&document), "a repeated post gets the same document");
                }
                Wait(seconds) => self.rig.clock.advance(Duration::from_secs(*seconds)),
                _ => {}
            }
        }
    }

    /// The session, without what is the call's or the provider's own.
    async fn session(&self) -> Value {
        let key = SessionKey::Call { account: self.dialect.account(), call_id: &self.call_id };
        let session = self.rig.app.gateway.flows.store.session(key).await.expect("a store").expect("a session");
        let mut session = serde_json::to_value(session).expect("JSON");
        for own in ["id", "call", "line"] {
            session.as_object_mut().expect("an object").remove(own);
        }
        for answer in session["answers"].as_array_mut().expect("answers").iter_mut().filter(|answer| answer["kind"] == "voice") {
            answer["raw"] = json!("an address");
        }
        // Whether a key ended a recording is the provider's to tell.
        for exchange in session["exchanges"].as_array_mut().expect("exchanges").iter_mut().filter(|e| e["question"] == "improve") {
            exchange["text"] = json!("");
        }
        session
    }

    /// The row of reports.
    async fn row(&self) -> Value {
        let page = self.rig.api(&format!("/v1/responses?limit=1000&account={}", self.dialect.account())).await;
        let own = page["items"].as_array().expect("items").iter().find(|item| item["call_id"] == self.call_id.as_str());
        let row = own.expect("a response");
        let answers: Vec<Value> =
            row["answers"].as_array().expect("answers").iter().map(|a| json!([a["question"], a["value"], a["outcome"]])).collect();
        json!([row["disposition"], row["version"], answers, row["locale"], row["agents"], row["attributes"], row["scores"]])
    }
}

/// A caller: a name, what the flow says of the call, what they do, how it ends, and how many answers there are then.
type Script = (&'static str, &'static str, &'static [Move], &'static str, usize);

const SCRIPTS: [Script; 20] = [
    ("presses", "", &[Press("9"), Press("2"), Speak], "completed", 3),
    ("ten", "?agent=alice&queue=support", &[Press("10"), Press("1"), Silence], "completed", 2),
    ("gold", "?attr.tier=gold", &[Press("10")], "completed", 1),
    ("silence", "", &[Silence, Press("3"), Silence, Press("4"), Speak], "completed", 3),
    ("wrong", "", &[Press("11"), Press("7"), Press("9"), Press("1"), Silence], "completed", 2),
    ("gives-up", "", &[Silence, Silence, Press("9"), Press("8"), Press("7"), Silence], "failed", 0),
    ("wrong-then-skipped", "", &[Press("55"), Press("66"), Press("4"), Speak], "partial", 2),
    ("star", "", &[Press("*"), Press("*"), Press("5"), Press("*"), Press("2"), Silence], "completed", 2),
    ("hash-alone", "", &[Press("#"), Press("5#"), Press("#"), Press("2"), Silence], "completed", 2),
    ("too-many-keys", "", &[Press("105"), Press("2"), Silence], "completed", 2),
    ("declines", "", &[Press("0"), Press("0"), Silence], "completed", 2),
    ("language", "?attr.ask_language=yes", &[Press("2"), Press("8"), Press("3"), Speak], "completed", 3),
    ("no-barge-in", "?attr.product=goods", &[Press("6"), Press("1"), Press("2"), Silence], "completed", 3),
    ("hangs-up-at-once", "", &[HangUp], "failed", 0),
    ("hangs-up", "", &[Press("7"), HangUp], "partial", 1),
    ("hangs-up-before-speaking", "", &[Press("7"), Press("1"), HangUp], "partial", 2),
    ("hangs-up-speaking", "", &[Press("7"), Press("1"), HangUpSpeaking], "partial", 3),
    ("repeated-by-the-network", "", &[Again, Press("7"), Again, Silence, Again, Press("1"), Again, Speak], "completed", 3),
    ("too-long", "", &[Press("7"), Wait(121), Press("1")], "partial", 2),
    ("too-long-silent", "", &[Wait(121), Silence], "failed", 0),
];

#[tokio::test]
async fn every_dialect_gives_every_caller_the_same_conversation_and_the_same_session() {
    let rig = rig().await;
    let mut pages = Vec::new();
    for (name, query, moves, end, answers) in SCRIPTS {
        let start = rig.clock.now();
        let mut walks = Vec::new();
        for dialect in Dialect::ALL {
            rig.clock.set(start);
            let mut walk = Walk::begin(&rig, dialect, (name, query)).await;
            walk.plays(moves).await;
            let (session, row) = (walk.session().await, walk.row().await);
            assert_eq!((&row[0], row[2].as_array().map(Vec::len)), (&json!(end), Some(answers)), "{name} {dialect:?} {row:#}");
            walks.push((walk, session, row));
        }
        let (model, session, row) = &walks[0];
        for (walk, other, other_row) in &walks[1..] {
            assert_eq!(conversation(&walk.heard), conversation(&model.heard), "{name} {:?}", walk.dialect);
            assert_eq!(other, session, "{name} {:?}", walk.dialect);
            assert_eq!(other_row, row, "{name} {:?}", walk.dialect);
        }
        assert_eq!(tongues(&walks[1].0.heard), tongues(&model.heard), "{name}");
        pages.extend(std::mem::take(&mut walks[1].0.documents));
    }
    schema::assert_valid(pages);
    assert_eq!(rig.unmatched().await, []);
}

fn conversation(heard: &[Heard]) -> Vec<(&[String], &Then)> {
    heard.iter().map(|turn| (turn.said.as_slice(), &turn.then)).collect()
}

fn tongues(heard: &[Heard]) -> Vec<Option<&[String]>> {
    heard.iter().map(|turn| turn.tongues.as_deref()).collect()
}
