//! Plays the calls: telephony reports them, phones get messages, and their owners do what their conduct says.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::time::Duration;

use anyhow::{Context, bail};
use fastrand::Rng;
use serde_json::{Value, json};

use super::callers::PlannedCall;
use super::centre::{Phone, REGIONS};
use super::conduct::{Arrival, Writes};
use super::stage::{Left, Stage};
use super::{lead, words};
use crate::app::{SimulatedCall, SimulatedSms};
use crate::call::Moment;
use crate::ports::clock::Clock;

/// Our number that texts come to.
pub(super) const LINE: &str = "+14155550100";
/// How long a text is on its way.
const DELIVERY: Duration = Duration::from_secs(4);
/// How long it takes to read a question and answer it.
const READING: Duration = Duration::from_secs(35);

/// One caller in so many wants to be forgotten, so long after the call.
const FORGOTTEN: usize = 400;
const REGRET: Duration = Duration::from_secs(6 * 86_400 + 5_000);
/// How often somebody looks at the tickets.
const TENDING: Duration = Duration::from_secs(12 * 3600);

/// What happens at one moment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Event {
    /// A call ends; whoever stays on the line answers the survey now.
    CallEnds(usize),
    /// Who stayed on the line presses the next key, or none, or hangs up.
    Presses(OnTheLine),
    /// What became of a text.
    Receipt { url: String, message_id: String, state: &'static str, code: Option<&'static str> },
    /// A phone that the gateway rings picks up, or does not.
    Answers(Ring),
    /// A call that the gateway placed is over.
    RingEnds(Ring, &'static str),
    /// A caller writes the next of their texts.
    Writes(usize),
    /// A caller writes something after all that.
    Adds(usize),
    /// Somebody who was asked nothing writes.
    Strays(usize),
    /// A caller wants to be forgotten; the telephony system tells their call once more afterwards.
    IsForgotten(usize),
    /// Somebody looks at the tickets, and will again.
    Tends(u64),
    /// A caller who was asked again after a complaint says what they think now.
    Reassesses(usize, u32),
}

/// A question that somebody on the line has heard.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OnTheLine {
    /// In which of the calls.
    pub(super) index: usize,
    /// How many questions they heard before.
    pub(super) heard: usize,
    /// Where a key is told.
    pub(super) action: String,
    /// And where, that none came.
    pub(super) silence: String,
}

/// A call of the gateway's to a caller.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ring {
    /// About which of the calls.
    pub(super) index: usize,
    /// How their phone answers.
    pub(super) phone: Phone,
    /// Its own id.
    pub(super) call_id: String,
    /// Where a phone that is picked up asks what to say.
    pub(super) page_url: String,
    /// Where its end is told.
    pub(super) status_url: String,
}

/// How far a caller is.
#[derive(Debug, Clone, Copy, Default)]
struct Progress {
    /// Messages that came without having been asked for: the invitation and reminders.
    told: u32,
    /// Texts that they wrote.
    written: usize,
    /// How often their phone rang.
    rung: usize,
}

/// The play.
pub struct Play<'a> {
    pub(super) stage: &'a Stage,
    pub(super) calls: &'a [PlannedCall],
    progress: Vec<Progress>,
    /// The last call of each number.
    latest: BTreeMap<String, usize>,
    /// The last one of each number that its caller may be rung back about.
    rung_about: BTreeMap<String, usize>,
    /// The last one of each number whose complaint was settled, until its caller is asked again.
    pub(super) settled: BTreeMap<String, usize>,
    events: BinaryHeap<Reverse<(Moment, usize, Event)>>,
    count: usize,
}

impl<'a> Play<'a> {
    /// Of these calls, and of a few who write without having been asked.
    pub fn new(stage: &'a Stage, calls: &'a [PlannedCall]) -> Self {
        let progress = vec![Progress::default(); calls.len()];
        let (latest, rung_about, settled) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut play = Self { stage, calls, progress, latest, rung_about, settled, events: BinaryHeap::new(), count: 0 };
        for (index, call) in calls.iter().enumerate() {
            play.at(call.ended_at, Event::CallEnds(index));
            if let Writes::Ended(after) = call.conduct.writes {
                play.at(call.ended_at.plus(after), Event::Writes(index));
            }
            if index % FORGOTTEN == FORGOTTEN / 2 && call.agents.len() == 1 && call.number.is_some() {
                play.at(call.ended_at.plus(REGRET), Event::IsForgotten(index));
            }
            if index % 150 == 75 {
                play.at(call.ended_at.plus(READING), Event::Strays(index));
            }
        }
        if let Some(first) = calls.iter().map(|call| call.ended_at).min() {
            play.at(first.plus(TENDING), Event::Tends(0));
        }
        play
    }

    pub(super) fn at(&mut self, at: Moment, event: Event) {
        self.count += 1;
        self.events.push(Reverse((at, self.count, event)));
    }

    /// Plays everything up to that moment, and says how many calls have ended.
    pub async fn run(&mut self, until: Moment, say: impl Fn(usize)) -> anyhow::Result<()> {
        let mut ended = 0;
        loop {
            if self.stage.stop.has_begun() {
                bail!("stopped after {ended} of {} calls", self.calls.len());
            }
            let now = self.stage.clock.now();
            let next = self.events.peek().map_or(until, |Reverse((at, ..))| until.min(*at));
            let left = if next > now {
                self.stage.step(next).await?
            } else if now < until
                && let Some(Reverse((_, _, event))) = self.events.pop()
            {
                ended += usize::from(matches!(event, Event::CallEnds(_)));
                self.happen(event).await?;
                say(ended);
                self.stage.settle().await?
            } else {
                return Ok(());
            };
            self.reach(&left).await?;
        }
    }

    /// What was about to happen then happens at its time, until one of it does not: the clock must run. New texts and calls are left to
    /// whoever holds the telephone on the screen.
    pub async fn go_on(mut self) {
        while let Some(Reverse((at, _, event))) = self.events.pop() {
            tokio::time::sleep(Duration::from_secs(at.seconds_since(self.stage.clock.now()))).await;
            if let Err(error) = self.happen(event).await {
                tracing::warn!(%error, "the simulated callers have stopped");
                return;
            }
        }
    }

    async fn happen(&mut self, event: Event) -> anyhow::Result<()> {
        let calls = self.calls;
        match event {
            Event::CallEnds(index) => {
                let call = &calls[index];
                if let Some(number) = &call.number {
                    self.latest.insert(number.clone(), index);
                    if call.is_rung_back() {
                        self.rung_about.insert(number.clone(), index);
                    }
                }
                self.end(index).await.with_context(|| format!("call {}", call.call_id))
            }
            Event::Receipt { url, message_id, state, code } => {
                let receipt = json!({"message_id": message_id, "state": state, "code": code});
                self.stage.post(&url, &receipt).await.map(drop)
            }
            Event::Presses(question) => self.press(question).await.with_context(|| "somebody on the line"),
            Event::Answers(ring) => self.answer(ring).await,
            Event::RingEnds(ring, status) => self.over(&ring, status).await,
            Event::Writes(index) => self.write(index).await.with_context(|| format!("a text about {}", calls[index].call_id)),
            Event::Adds(index) => {
                let call = &calls[index];
                let Some((_, text)) = &call.conduct.afterwards else { return Ok(()) };
                let id = format!("{}-after", call.call_id);
                self.text(&id, call.number.as_deref().unwrap_or_default(), text).await.map(drop)
            }
            Event::IsForgotten(index) => self.forget(&calls[index]).await,
            Event::Strays(index) => {
                let mut rng = Rng::with_seed(index as u64);
                let number = format!("+1{}55501{:02}", 203 + index % 7, rng.u32(..100));
                let language = REGIONS[index % REGIONS.len()].languages[0].0;
                self.text(&format!("stray-{index}"), &number, &words::nonsense(language)).await.map(drop)
            }
            Event::Tends(look) => {
                // After the last call nobody looks any more: some tickets stay open.
                let last = calls.iter().map(|call| call.ended_at).max();
                if last.is_some_and(|last| self.stage.clock.now() < last) {
                    self.at(self.stage.clock.now().plus(TENDING), Event::Tends(look + 1));
                }
                let settled = lead::tend(self.stage, look).await?;
                self.note(&settled);
                Ok(())
            }
            Event::Reassesses(index, score) => {
                let call = &calls[index];
                let id = format!("{}-again", call.call_id);
                self.text(&id, call.number.as_deref().unwrap_or_default(), &score.to_string()).await.map(drop)
            }
        }
    }

    async fn forget(&self, call: &PlannedCall) -> anyhow::Result<()> {
        let Some(number) = &call.number else { return Ok(()) };
        self.stage.erase(number).await?;
        let told = json!({"account": "simulator", "call_id": call.call_id, "respondent": number, "ended_at": call.ended_at});
        let answer = self.stage.post("/v1/calls", &told).await?;
        if answer["session_id"].is_string() {
            bail!("a caller who was erased is asked about {}", call.call_id);
        }
        Ok(())
    }

    pub(super) fn number(&self, index: usize) -> Option<&str> {
        self.calls[index].number.as_deref()
    }

    async fn reach(&mut self, left: &Left) -> anyhow::Result<()> {
        self.deliver(&left.texts).await?;
        self.ring(&left.calls)
    }

    /// Phones ring, for as long as it takes to answer one or to give up.
    fn ring(&mut self, placed: &[SimulatedCall]) -> anyhow::Result<()> {
        for SimulatedCall { call_id, call } in placed {
            let index = *self.rung_about.get(call.to.expose()).context("a call goes to somebody who is not to be rung back")?;
            let phone = self.calls[index].conduct.rung.get(self.progress[index].rung).copied().unwrap_or(Phone::Nobody);
            self.progress[index].rung += 1;
            let until = match phone {
                Phone::Busy | Phone::Dead => Duration::from_secs(2),
                Phone::Person | Phone::Machine => call.ring / 2,
                Phone::Nobody => call.ring,
            };
            let (call_id, page_url, status_url) = (call_id.clone(), call.page_url.clone(), call.status_url.clone());
            self.at(self.stage.clock.now().plus(until), Event::Answers(Ring { index, phone, call_id, page_url, status_url }));
        }
        Ok(())
    }

    /// What somebody who picks up hears and presses takes its time.
    async fn answer(&mut self, ring: Ring) -> anyhow::Result<()> {
        let call = &self.calls[ring.index];
        let status = self.pick_up(call, &ring).await.with_context(|| format!("the call-back about {}", call.call_id))?;
        let keys = if ring.phone == Phone::Person { call.conduct.rung_keys.len() } else { 0 };
        let talk = if status == "completed" { Duration::from_secs(5 + 8 * keys as u64) } else { Duration::ZERO };
        self.at(self.stage.clock.now().plus(talk), Event::RingEnds(ring, status));
        Ok(())
    }

    /// Messages reach phones: receipts follow, and what their owners do.
    async fn deliver(&mut self, left: &[SimulatedSms]) -> anyhow::Result<()> {
        for sms in left {
            let again = self.asks_again(sms).await?;
            let Some(index) = again.or_else(|| self.latest.get(sms.to.expose()).copied()) else { continue };
            let (now, conduct) = (self.stage.clock.now(), &self.calls[index].conduct);
            let (state, code) = match conduct.arrival {
                Arrival::Delivered | Arrival::Untold => ("delivered", None),
                Arrival::Failed => ("failed", Some("30005")),
                Arrival::OptedOut => ("opted_out", Some("21610")),
            };
            if conduct.arrival != Arrival::Untold {
                let (url, message_id) = (sms.receipt_url.clone(), sms.message_id.clone());
                self.at(now.plus(DELIVERY), Event::Receipt { url, message_id, state, code });
            }
            match (state, again) {
                ("delivered", Some(index)) => self.reassess(index, now.plus(DELIVERY)),
                ("delivered", None) => self.read(index, &sms.text, now.plus(DELIVERY)),
                _ => {}
            }
        }
        Ok(())
    }

    fn read(&mut self, index: usize, text: &str, now: Moment) {
        let call = &self.calls[index];
        let told = self.progress[index].told;
        self.progress[index].told += 1;
        let short = call.queue.name == "billing" && text.chars().count() < if call.language == "zh-CN" { 25 } else { 80 };
        let ready = call.conduct.ready + if short { super::centre::SHORT_ARM / 100.0 } else { 0.0 };
        let after = match call.conduct.writes {
            Writes::Asked(after) if told == 0 => after,
            Writes::Reminded(after) if told == 1 => after,
            _ => return,
        };
        if call.conduct.mind < ready {
            self.at(now.plus(after), Event::Writes(index));
        }
    }

    /// The next text of a caller; every second one is delivered twice, as networks do.
    async fn write(&mut self, index: usize) -> anyhow::Result<()> {
        let call = &self.calls[index];
        let (Some(number), Some(text)) = (&call.number, call.conduct.texts.get(self.progress[index].written)) else { return Ok(()) };
        let written = self.progress[index].written;
        self.progress[index].written += 1;
        let id = format!("{}-{written}", call.call_id);
        let reply = self.text(&id, number, text).await?;
        if written % 2 == 1 && self.text(&id, number, text).await? != reply {
            bail!("a repeated message got another reply than the first time");
        }
        let now = self.stage.clock.now();
        if written + 1 < call.conduct.texts.len() && reply["reply"].is_string() {
            self.at(now.plus(READING * (1 + index as u32 % 4)), Event::Writes(index));
        } else if let Some((after, _)) = &call.conduct.afterwards {
            self.at(now.plus(*after), Event::Adds(index));
        }
        Ok(())
    }

    async fn text(&self, message_id: &str, from: &str, text: &str) -> anyhow::Result<Value> {
        self.stage.post("/hooks/simulator/sms", &json!({"message_id": message_id, "from": from, "to": LINE, "text": text})).await
    }
}
