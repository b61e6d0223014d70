//! Whether the machinery works: dependencies, accounts, queues.

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use tokio::time::timeout;

use super::frame::{Frame, Place};
use super::responses::minute;
use super::visitor::Visitor;
use super::words::fill;
use super::{PageError, html, shown};
use crate::http::Gateway;
use crate::ports::account::SignatureRule;

/// How long the depth of the queues is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Template)]
#[template(path = "system.html")]
struct System {
    frame: Frame,
    is_ready: bool,
    dependencies: Vec<(String, bool, Vec<String>)>,
    accounts: Vec<Connection>,
    queues: Vec<(&'static str, String)>,
    outgoing: Vec<Outgoing>,
}

/// A webhook out.
struct Outgoing {
    name: String,
    events: String,
    is_on: bool,
    said: String,
}

/// An account of the visitor's tenant.
struct Connection {
    name: String,
    lines: String,
    is_signed: bool,
    rule: &'static str,
    webhooks: String,
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor) -> Result<Response, PageError> {
    let frame = Frame::new(&gateway, &visitor, Place::System);
    let notes = gateway.readiness.notes();
    let dependency = |(name, up): (String, bool)| (name.clone(), up, notes.get(&name).cloned().unwrap_or_default());
    let own = gateway.accounts.values().filter(|account| account.name.tenant == visitor.tenant);
    let connection = |account: &crate::ports::account::Account| Connection {
        name: account.name.name.clone(),
        lines: account.lines.join(", "),
        is_signed: account.signature == SignatureRule::Provider,
        rule: if account.signature == SignatureRule::Provider { frame.words.signed } else { frame.words.by_address },
        webhooks: format!("{}/hooks/{}/…", gateway.flows.public_url, account.name.name),
    };
    let accounts = own.map(connection).collect();
    let outgoing = outgoing(&gateway, &visitor, &frame).await?;
    let queues = queues(&gateway, &frame).await;
    html(&System {
        is_ready: gateway.readiness.is_ready(),
        dependencies: gateway.readiness.dependencies().into_iter().map(dependency).collect(),
        accounts,
        queues,
        outgoing,
        frame,
    })
}

/// The tenant's webhooks out; one that answered 410 is off.
async fn outgoing(gateway: &Gateway, visitor: &Visitor, frame: &Frame) -> Result<Vec<Outgoing>, PageError> {
    let rules = gateway.flows.rulebook();
    let off = gateway.switches.switched_off().await?;
    let own = rules.policy.subscriptions.iter().filter(|one| one.tenant == visitor.tenant);
    let shown = own.map(|one| {
        let since = off.iter().find(|off| off.name == one.webhook).map(|off| minute(&off.at.to_string()));
        Outgoing {
            name: one.webhook.clone(),
            events: one.events.iter().map(|event| event.name()).collect::<Vec<_>>().join(", "),
            is_on: since.is_none(),
            said: since.map_or_else(|| frame.words.switched_on.to_owned(), |since| fill(frame.words.switched_off, &[since])),
        }
    });
    Ok(shown.collect())
}

/// Depths of the queues; none if the store does not say in time.
async fn queues(gateway: &Gateway, frame: &Frame) -> Vec<(&'static str, String)> {
    let health = timeout(PATIENCE, gateway.flows.store.health(gateway.flows.clock.now())).await;
    let Ok(Ok(health)) = health else { return Vec::new() };
    let words = frame.words;
    let journal = gateway.flows.journal.as_ref().map(|journal| (words.journal_rows, shown::count(journal.depth())));
    let mut queues = vec![
        (words.open_surveys, shown::count(health.open_sessions)),
        (words.waiting, shown::count(health.waiting)),
        (words.on_their_way, shown::count(health.leased)),
        (words.in_doubt, shown::count(health.parked)),
        (words.oldest, shown::duration(words, Some(health.oldest_due_seconds))),
    ];
    queues.extend(journal);
    queues
}
