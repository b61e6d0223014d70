//! The running gateway as the demo sees it: by its address, but for the clock, the outbox and the phones that its messages reach.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::Value;

use crate::app::world::SetClock;
use crate::app::{App, SimulatedCall, SimulatedSms, Simulator};
use crate::call::Moment;
use crate::lifecycle::Stop;
use crate::ports::clock::Clock;
use crate::ports::report::Role;

/// How far the clock goes at once where nobody does anything: what is due then (reminders, ends of surveys) is not later than this.
const STEP: Duration = Duration::from_secs(600);

/// What has left the gateway for callers' phones.
pub struct Left {
    /// Messages.
    pub texts: Vec<SimulatedSms>,
    /// Calls that ring there.
    pub calls: Vec<SimulatedCall>,
}

/// The gateway and the way to it.
pub struct Stage {
    /// Its address.
    pub base: String,
    /// Keeps its connections.
    pub client: reqwest::Client,
    /// The gateway itself.
    pub app: Arc<App>,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// Reads results.
    pub reader: String,
    /// Reports calls.
    pub reporter: String,
    /// Signs a browser in; also for tickets, which people change.
    pub visitor: String,
    /// Ends it.
    pub stop: Stop,
    /// Where its messages go.
    pub phones: Arc<Simulator>,
}

impl Stage {
    /// Lets some time pass, not beyond that moment, and what becomes due happen; gives what left.
    pub async fn step(&self, to: Moment) -> anyhow::Result<Left> {
        self.clock.set(to.min(self.clock.now().plus(STEP)));
        self.settle().await
    }

    /// Lets everything that is due happen; gives what left.
    pub async fn settle(&self) -> anyhow::Result<Left> {
        while self.app.outbox.run_once().await? > 0 {}
        let (mut texts, mut calls) = (self.phones.take_new(), self.phones.take_calls());
        // Those that leave at once do so in any order, and the same seed gives the same play.
        texts.sort_by(|one, other| (&one.to, &one.receipt_url).cmp(&(&other.to, &other.receipt_url)));
        calls.sort_by(|one, other| (&one.call.to, &one.call.status_url).cmp(&(&other.call.to, &other.call.status_url)));
        Ok(Left { texts, calls })
    }

    /// A change by somebody who may.
    pub async fn patch(&self, path: &str, body: &Value) -> anyhow::Result<()> {
        let answer = self.client.patch(format!("{}{path}", self.base)).bearer_auth(&self.visitor).json(body).send().await?;
        let status = answer.status();
        if !status.is_success() {
            bail!("{path} answered {status}: {}", answer.text().await?);
        }
        Ok(())
    }

    /// A webhook; gives the answer's document, with `null` for none.
    pub async fn post(&self, to: &str, body: &Value) -> anyhow::Result<Value> {
        let whole = if to.starts_with('/') { format!("{}{to}", self.base) } else { to.to_owned() };
        let answer = self.client.post(whole).bearer_auth(&self.reporter).json(body).send().await.context("the gateway did not answer")?;
        let status = answer.status();
        let text = answer.text().await?;
        if !status.is_success() {
            bail!("the gateway answered {status}: {text}");
        }
        if text.is_empty() { Ok(Value::Null) } else { Ok(serde_json::from_str(&text)?) }
    }

    /// Somebody with an administrator's token erases a number.
    pub async fn erase(&self, number: &str) -> anyhow::Result<()> {
        let token = self.app.create_token("default", Role::Admin).await?;
        let path = format!("{}/v1/respondents/{number}", self.base);
        let answer = self.client.delete(path).bearer_auth(token).send().await?;
        if !answer.status().is_success() {
            bail!("an erasure was answered {}", answer.status());
        }
        Ok(())
    }

    /// A page of the API.
    pub async fn get(&self, path: &str) -> anyhow::Result<Value> {
        let answer = self.client.get(format!("{}{path}", self.base)).bearer_auth(&self.reader).send().await?;
        let status = answer.status();
        let text = answer.text().await?;
        if !status.is_success() {
            bail!("{path} answered {status}: {text}");
        }
        Ok(serde_json::from_str(&text)?)
    }

    /// Every item of a paged list.
    pub async fn all(&self, path: &str) -> anyhow::Result<Vec<Value>> {
        self.all_of(path, "").await
    }

    /// Those of them that fit these parameters, each with an `&` before it.
    pub async fn all_of(&self, path: &str, which: &str) -> anyhow::Result<Vec<Value>> {
        let mut items = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = self.get(&format!("{path}?limit=1000{which}{cursor}")).await?;
            items.extend(page["items"].as_array().into_iter().flatten().cloned());
            let next = page["next_cursor"].as_str().unwrap_or_default().to_owned();
            if page["has_more"] != Value::Bool(true) {
                return Ok(items);
            }
            cursor = format!("&cursor={next}");
        }
    }
}
