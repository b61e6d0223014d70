//! A telephone on the screen, for accounts whose provider has no network: calls and texts go through the same webhooks as everywhere.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::frame::{Frame, Place};
use super::visitor::Visitor;
use super::{PageError, html};
use crate::http::Gateway;
use crate::phone::Respondent;
use crate::policy::Rule;
use crate::ports::account::{Account, SignatureRule};
use crate::ports::report::{Cursor, Filter, Order, PageQuery, Table};
use crate::survey::model::Channel;

/// A call that has just ended is among so many of the newest.
const NEWEST: usize = 50;

#[derive(Template)]
#[template(path = "phone.html")]
struct Phone {
    frame: Frame,
    account: String,
    line: String,
    /// The queue that the next call is of.
    queue: String,
    queues: Vec<String>,
    /// One whose callers are rung back.
    call_back: Option<String>,
    /// Webhooks need a signature that no page can make.
    is_sealed: bool,
}

/// The visitor's account that has telephones to show.
pub fn account<'a>(gateway: &'a Gateway, visitor: &Visitor) -> Option<&'a Account> {
    gateway.accounts.values().find(|account| account.name.tenant == visitor.tenant && account.provider.handset().is_some())
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor) -> Result<Response, PageError> {
    let account = account(&gateway, &visitor).ok_or(PageError::NotFound)?;
    let offers = offers(&gateway.flows.rulebook().policy.rules);
    let queue = offers.iter().find(|offer| !offer.by_call).map_or_else(|| "support".to_owned(), |offer| offer.queue.clone());
    html(&Phone {
        frame: Frame::new(&gateway, &visitor, Place::Phone),
        account: account.name.name.clone(),
        line: account.lines.first().cloned().unwrap_or_default(),
        queue,
        call_back: offers.iter().find(|offer| offer.by_call).map(|offer| offer.queue.clone()),
        queues: offers.into_iter().map(|offer| offer.queue).collect(),
        is_sealed: account.signature == SignatureRule::Provider,
    })
}

/// What has reached the telephone with this number: texts and calls; and whether the caller is asked about the call of that id.
pub async fn inbox(State(gateway): State<Gateway>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let account = account(&gateway, &visitor).ok_or(PageError::NotFound)?;
    let handset = account.provider.handset().ok_or(PageError::NotFound)?;
    let pairs = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes()).into_owned().collect::<Vec<_>>();
    let given = |name: &str| pairs.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value.as_str());
    let number = Respondent::parse(given("number")).map_err(|_| PageError::Invalid("number: not a telephone number".to_owned()))?;
    let reason = not_asked(&gateway, account, given("call")).await?;
    let inbox = json!({"texts": handset.texts(&number), "calls": handset.calls(&number), "not_asked": reason});
    Ok(([(header::CONTENT_TYPE, "application/json")], inbox.to_string()).into_response())
}

/// Why nobody is asked about a call that has just ended; `None` also while that is not known.
async fn not_asked(gateway: &Gateway, account: &Account, call_id: &str) -> Result<Option<String>, PageError> {
    if call_id.is_empty() {
        return Ok(None);
    }
    let (filter, order) = (Filter { tenant: Some(account.name.tenant.clone()), ..Filter::default() }, Order::Newest);
    let page = gateway.reports.page(&PageQuery { table: Table::Calls, filter, order, after: Cursor::LAST, limit: NEWEST }).await?;
    let call = page.rows.into_iter().find(|row| row.get("call_id").is_some_and(|id| id == call_id));
    Ok(call.and_then(|row| Some(row.get("reason")?.as_str()?.to_owned())))
}

/// A way to ask that can be tried at once.
struct Offer {
    queue: String,
    by_call: bool,
}

/// The queues whose callers are asked at once, as the rules have it; any queue where the rules do not name one.
fn offers(rules: &[Rule]) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let soon = rules.iter().filter(|rule| rule.delay.is_zero() && rule.when.attributes.is_empty());
    for rule in soon {
        let by_call = rule.channels.first() == Some(&Channel::Call);
        let named = rule.when.queue.iter().filter(|queue| !queue.ends_with('*')).cloned();
        let queues = if rule.when.queue.is_empty() { vec!["support".to_owned()] } else { named.collect() };
        for queue in queues {
            if offers.iter().all(|offer| offer.queue != queue) {
                offers.push(Offer { queue, by_call });
            }
        }
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::When;

    #[test]
    fn only_what_can_be_tried_at_once_is_offered() {
        let rule = |queue: &[&str], channel, seconds| Rule {
            when: When { queue: queue.iter().map(|queue| (*queue).to_owned()).collect(), ..When::default() },
            survey: "csat".to_owned(),
            channels: vec![channel],
            sample: 1.0,
            delay: std::time::Duration::from_secs(seconds),
            quota: None,
        };
        let rules = [rule(&["late"], Channel::Sms, 60), rule(&["ring", "r*"], Channel::Call, 0), rule(&[], Channel::Sms, 0)];
        let offered: Vec<(String, bool)> = offers(&rules).into_iter().map(|offer| (offer.queue, offer.by_call)).collect();
        assert_eq!(offered, [("ring".to_owned(), true), ("support".to_owned(), false)]);
    }
}
