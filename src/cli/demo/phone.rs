//! The callers' phones: plays what they do through the gateway's real HTTP routes.

use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::Stage;
use super::callers::{Behaviour, Caller};

/// Our number in the demo.
const LINE: &str = "+14155550100";
/// When late answers come, after the call's end: the survey has ended, and the answer still counts.
const LATE: Duration = Duration::from_secs(80 * 3600);

/// What happens when in the demo.
#[derive(Debug)]
pub struct Event {
    /// After the demo's start.
    pub at: Duration,
    /// Whose call.
    pub caller: usize,
    /// What.
    pub action: Action,
}

/// What a caller does at one moment.
#[derive(Debug, Clone)]
pub enum Action {
    /// The call ends; whoever stays on the line answers the survey now.
    CallEnds,
    /// A text is sent; its number within the call.
    Text(usize, String),
}

/// Every event of every caller, in the order of time.
#[must_use]
pub fn events(callers: &[Caller]) -> Vec<Event> {
    let mut events: Vec<Event> = callers.iter().enumerate().flat_map(|(index, caller)| events_of(index, caller)).collect();
    events.sort_by_key(|event| event.at);
    events
}

fn events_of(index: usize, caller: &Caller) -> Vec<Event> {
    let mut events = vec![Event { at: caller.at, caller: index, action: Action::CallEnds }];
    let texts: Vec<(Duration, String)> = match &caller.behaviour {
        Behaviour::Texts(texts) => {
            let spread = u64::from(caller.talk_seconds);
            (1..).zip(texts.iter().cloned()).map(|(n, text)| (Duration::from_secs(n * (60 + spread)), text)).collect()
        }
        Behaviour::Late(text) => vec![(LATE, text.clone())],
        Behaviour::Keys(_) | Behaviour::HangsUp(_) | Behaviour::Silent => Vec::new(),
    };
    events.extend(texts.into_iter().enumerate().map(|(number, (after, text))| Event {
        at: caller.at + after,
        caller: index,
        action: Action::Text(number, text),
    }));
    events
}

impl Stage {
    /// Plays one event.
    pub async fn play(&self, caller: &Caller, action: &Action) -> anyhow::Result<()> {
        match action {
            Action::CallEnds => self.end_call(caller).await,
            Action::Text(number, text) => self.send_text(caller, *number, text).await,
        }
    }

    async fn end_call(&self, caller: &Caller) -> anyhow::Result<()> {
        let on_line = matches!(caller.behaviour, Behaviour::Keys(_) | Behaviour::HangsUp(_));
        let query = format!("agent={}&queue={}&attr.region={}", caller.agent, caller.queue, caller.region);
        let status = if on_line { "on_line" } else { "completed" };
        let body = json!({"call_id": caller.call_id, "from": caller.number, "to": LINE, "direction": "inbound", "status": status,
            "ended_at": self.now().to_string(), "talk_seconds": caller.talk_seconds, "outcome": "answered"});
        let page = self.post(&format!("{}/hooks/simulator/call?{query}", self.base), &body).await?;
        match &caller.behaviour {
            Behaviour::Keys(keys) => self.press(page, keys).await?,
            Behaviour::HangsUp(keys) => {
                let keys: Vec<Option<&str>> = keys.iter().copied().map(Some).collect();
                self.press(page, &keys).await?;
            }
            Behaviour::Texts(_) | Behaviour::Late(_) | Behaviour::Silent => return Ok(()),
        }
        let over = json!({"call_id": caller.call_id, "from": caller.number, "to": LINE, "direction": "inbound", "status": "completed",
            "ended_at": self.now().to_string()});
        self.post(&format!("{}/hooks/simulator/call?{query}", self.base), &over).await?;
        Ok(())
    }

    /// Presses keys as long as there are questions; every third page is asked for twice, as a provider's retry does.
    async fn press(&self, mut page: Value, keys: &[Option<&str>]) -> anyhow::Result<()> {
        for (count, key) in keys.iter().enumerate() {
            let Some(ask) = page.get("ask").filter(|ask| !ask.is_null()) else { return Ok(()) };
            let field = if key.is_some() { "action" } else { "silence" };
            let to = ask.get(field).and_then(Value::as_str).context("a page that asks has an address for the answer")?.to_owned();
            let body = json!({"digits": key.unwrap_or_default()});
            let next = self.post(&to, &body).await?;
            if count % 3 == 2 {
                let again = self.post(&to, &body).await?;
                if again != next {
                    bail!("a repeated answer got another page than the first time");
                }
            }
            page = next;
        }
        Ok(())
    }

    async fn send_text(&self, caller: &Caller, number: usize, text: &str) -> anyhow::Result<()> {
        let id = format!("{}-{number}", caller.call_id);
        let body = json!({"message_id": id, "from": caller.number, "to": LINE, "text": text});
        let to = format!("{}/hooks/simulator/sms", self.base);
        let first = self.post(&to, &body).await?;
        if number % 2 == 1 && self.post(&to, &body).await? != first {
            bail!("a repeated message got another reply than the first time");
        }
        Ok(())
    }

    async fn post(&self, to: &str, body: &Value) -> anyhow::Result<Value> {
        let answer = self.client.post(to).json(body).send().await.context("the gateway did not answer")?;
        let status = answer.status();
        if !status.is_success() {
            bail!("the gateway answered {status}");
        }
        let text = answer.text().await?;
        if text.is_empty() { Ok(Value::Null) } else { Ok(serde_json::from_str(&text)?) }
    }
}
