//! The demo's telephony: reports ended calls through both doors, and puts callers through to the survey.

use anyhow::{Context, bail};
use form_urlencoded::Serializer;
use serde_json::{Value, json};

use super::callers::PlannedCall;
use super::centre::{Phone, TEAMS};
use super::play::{LINE, Play, Ring};

impl Play<'_> {
    /// A call between teams is reported by the CRM, which knows each agent's team; every other one by the telephone system.
    pub(super) async fn end(&self, call: &PlannedCall) -> anyhow::Result<()> {
        if call.agents.len() > 1 && call.team().is_none() {
            return self.stage.post("/v1/calls", &reported(call)).await.map(drop);
        }
        let hook = format!("/hooks/simulator/call?{}", query(call));
        let Some(keys) = call.conduct.on_the_line.as_ref().filter(|_| call.number.is_some()) else {
            return self.stage.post(&hook, &body(call, "completed")).await.map(drop);
        };
        let page = self.stage.post(&hook, &body(call, "on_line")).await?;
        self.press(page, keys).await?;
        self.stage.post(&hook, &body(call, "completed")).await.map(drop)
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
            self.press(page, &call.conduct.rung_keys).await?;
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

    /// Presses keys as long as there are questions; every third page is asked for twice, as a provider's retry does.
    async fn press(&self, mut page: Value, keys: &[Option<String>]) -> anyhow::Result<()> {
        for (count, key) in keys.iter().enumerate() {
            let Some(ask) = page.get("ask").filter(|ask| !ask.is_null()) else { return Ok(()) };
            let field = if key.is_some() { "action" } else { "silence" };
            let to = ask.get(field).and_then(Value::as_str).context("a page that asks has an address for the answer")?.to_owned();
            let body = json!({"digits": key.as_deref().unwrap_or_default()});
            let next = self.stage.post(&to, &body).await?;
            if count % 3 == 2 && self.stage.post(&to, &body).await? != next {
                bail!("a repeated answer got another page than the first time");
            }
            page = next;
        }
        Ok(())
    }
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
