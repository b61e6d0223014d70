//! The demo's telephony: reports ended calls through both doors, and puts callers through to the survey.

use std::time::Duration;

use anyhow::{Context, bail};
use form_urlencoded::Serializer;
use serde_json::{Value, json};

use super::callers::PlannedCall;
use super::centre::{Phone, TEAMS};
use super::play::{Event, LINE, OnTheLine, Play, Ring};
use crate::ports::clock::Clock;

/// How long a question is heard at least before a key is pressed.
const HEARING: Duration = Duration::from_secs(5);

impl Play<'_> {
    /// A call between teams is reported by the CRM, which knows each agent's team; every other one by the telephone system.
    pub(super) async fn end(&mut self, index: usize) -> anyhow::Result<()> {
        let call = &self.calls[index];
        if call.agents.len() > 1 && call.team().is_none() {
            return self.stage.post("/v1/calls", &reported(call)).await.map(drop);
        }
        if call.number.is_none() || call.conduct.on_the_line.is_none() {
            return self.hang_up(call).await;
        }
        let page = self.stage.post(&hook(call), &body(call, "on_line")).await?;
        self.listen(index, 0, &page).await
    }

    /// The telephony system says that the call is over.
    async fn hang_up(&self, call: &PlannedCall) -> anyhow::Result<()> {
        self.stage.post(&hook(call), &body(call, "completed")).await.map(drop)
    }

    /// Hears a page out; where it asks nothing the call is over.
    async fn listen(&mut self, index: usize, heard: usize, page: &Value) -> anyhow::Result<()> {
        let address = |field: &str| page["ask"][field].as_str().map(str::to_owned);
        let (Some(action), Some(silence)) = (address("action"), address("silence")) else { return self.hang_up(&self.calls[index]).await };
        let takes = HEARING + Duration::from_secs((index + heard) as u64 % 7);
        self.at(self.stage.clock.now().plus(takes), Event::Presses(OnTheLine { index, heard, action, silence }));
        Ok(())
    }

    /// Presses the next key, if there is one; every third page is asked for twice, as a provider's retry does.
    pub(super) async fn press(&mut self, question: OnTheLine) -> anyhow::Result<()> {
        let OnTheLine { index, heard, action, silence } = question;
        let call = &self.calls[index];
        let Some(key) = call.conduct.on_the_line.as_ref().and_then(|keys| keys.get(heard)) else { return self.hang_up(call).await };
        let page = self.tell((if key.is_some() { &action } else { &silence }, key.as_deref()), heard).await?;
        self.listen(index, heard + 1, &page).await
    }

    /// A phone that the gateway rings is picked up, or not; gives how the call ends then.
    pub(super) async fn pick_up(&self, call: &PlannedCall, ring: &Ring) -> anyhow::Result<&'static str> {
        let by = match ring.phone {
            Phone::Busy => return Ok("busy"),
            Phone::Nobody => return Ok("no_answer"),
            Phone::Dead => return Ok("failed"),
            Phone::Person => "person",
            Phone::Machine => "machine",
        };
        let body = json!({"call_id": ring.call_id, "from": LINE, "to": call.number, "answered_by": by});
        let page = self.stage.post(&ring.page_url, &body).await?;
        if ring.phone == Phone::Person {
            self.press_all(page, &call.conduct.rung_keys).await?;
        } else if page["end"] != true || page["say"] != json!([]) {
            bail!("a machine was told something");
        }
        Ok("completed")
    }

    /// The end of a call of the gateway's; every second one is told twice, as providers do.
    pub(super) async fn over(&self, ring: &Ring, status: &str) -> anyhow::Result<()> {
        let body = json!({"call_id": ring.call_id, "from": LINE, "to": self.number(ring.index), "status": status});
        for _ in 0..=ring.index % 2 {
            self.stage.post(&ring.status_url, &body).await?;
        }
        Ok(())
    }

    /// Presses keys as long as there are questions.
    async fn press_all(&self, mut page: Value, keys: &[Option<String>]) -> anyhow::Result<()> {
        for (heard, key) in keys.iter().enumerate() {
            let Some(ask) = page.get("ask").filter(|ask| !ask.is_null()) else { return Ok(()) };
            let field = if key.is_some() { "action" } else { "silence" };
            let to = ask.get(field).and_then(Value::as_str).context("a page that asks has an address for the answer")?.to_owned();
            page = self.tell((&to, key.as_deref()), heard).await?;
        }
        Ok(())
    }

    /// Every third page is asked for twice, as a provider's retry does.
    async fn tell(&self, (to, key): (&str, Option<&str>), heard: usize) -> anyhow::Result<Value> {
        let body = json!({"digits": key.unwrap_or_default()});
        let page = self.stage.post(to, &body).await?;
        if heard % 3 == 2 && self.stage.post(to, &body).await? != page {
            bail!("a repeated answer got another page than the first time");
        }
        Ok(page)
    }
}

fn hook(call: &PlannedCall) -> String {
    format!("/hooks/simulator/call?{}", query(call))
}

/// What the operator's flow knows of a call.
fn tags(call: &PlannedCall) -> Vec<(&'static str, String)> {
    let mut tags = vec![
        ("region", call.region.path.to_owned()),
        ("tier", call.tier.to_owned()),
        ("wait", call.wait_seconds.to_string()),
        ("repeat", if call.repeat { "yes" } else { "no" }.to_owned()),
    ];
    if call.declines {
        tags.push(("consent", "no".to_owned()));
    }
    if call.test {
        tags.push(("test", "yes".to_owned()));
    }
    tags
}

fn query(call: &PlannedCall) -> String {
    let mut query = Serializer::new(String::new());
    for (agent, seconds) in &call.agents {
        query.append_pair("agent", &format!("{}:{seconds}", agent.id));
    }
    query.append_pair("queue", call.queue.name).append_pair("language", call.language);
    query.extend_pairs(call.team().map(|team| ("team", team)));
    query.extend_pairs(call.conduct.invited_by.map(|by| ("invited_by", by)));
    query.extend_pairs(tags(call).into_iter().map(|(name, value)| (format!("attr.{name}"), value)));
    query.finish()
}

fn ended_by(call: &PlannedCall) -> &'static str {
    if call.conduct.hung_up { "caller" } else { "agent" }
}

/// What the telephone system says.
fn body(call: &PlannedCall, status: &str) -> Value {
    let outcome = if call.agents.is_empty() && call.queue.name != "switchboard" { "unanswered" } else { "answered" };
    json!({"call_id": call.call_id, "from": call.number.as_deref().unwrap_or("anonymous"), "to": LINE, "direction": "inbound",
        "status": status, "ended_at": call.ended_at.to_string(), "talk_seconds": call.talk_seconds(), "outcome": outcome,
        "ended_by": ended_by(call)})
}

/// What the CRM says.
fn reported(call: &PlannedCall) -> Value {
    let agents: Vec<Value> =
        call.agents.iter().map(|(agent, seconds)| json!({"id": agent.id, "team": TEAMS[agent.team], "seconds": seconds})).collect();
    let attributes: serde_json::Map<String, Value> = tags(call).into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    json!({"account": "simulator", "call_id": call.call_id, "line": LINE, "respondent": call.number, "direction": "inbound",
        "ended_at": call.ended_at.to_string(), "ended_by": ended_by(call), "outcome": "answered", "language": call.language,
        "invited_by": call.conduct.invited_by, "agents": agents, "queue": call.queue.name, "attributes": attributes})
}
