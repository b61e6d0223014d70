//! How many agents have signs, for the first page: counted beside it, kept for a while, and never for two pages at once.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::sync::Mutex;

use super::super::PageError;
use super::super::view::View;
use super::super::visitor::Visitor;
use super::super::words::{Words, fill};
use super::{USUAL, asked};
use crate::call::Moment;
use crate::http::Gateway;

/// For so many calls signs are looked for unasked; it reads each of them. For more, whoever wants to know opens the page.
const MOST_CALLS: u64 = 200_000;
/// How long a count stands.
const FRESH: Duration = Duration::from_secs(600);
/// Most counts that are kept.
const MOST_KEPT: usize = 100;

/// The last counts, by tenant and by what the address says. Whoever counts holds them, so that one count is made at a time.
#[derive(Debug, Default)]
pub struct Signs(Mutex<BTreeMap<(String, String), Count>>);

#[derive(Debug, Clone, Copy)]
struct Count {
    agents: usize,
    at: Moment,
}

/// Where the first page asks for the count, unless that is too much.
pub fn address(view: &View, calls: u64) -> Option<String> {
    (calls <= MOST_CALLS).then(|| format!("/integrity/count{}", view.link_of(&[])))
}

/// The count in words.
pub async fn count(State(gateway): State<Gateway>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let now = gateway.flows.clock.now();
    let view = View::read(query.as_deref(), (&visitor.tenant, now), &[])?;
    let calls = gateway.reports.funnel(&view.filter, &[]).await?.into_iter().next().map_or(0, |item| item.calls);
    if calls > MOST_CALLS {
        return Err(PageError::NotFound);
    }
    let key = (visitor.tenant.clone(), view.link_of(&[("measure", ""), ("by", "")]));
    let mut kept = gateway.signs.0.lock().await;
    kept.retain(|_, count| now < count.at.plus(FRESH) && count.at <= now);
    let agents = match kept.get(&key) {
        Some(count) => count.agents,
        None => {
            let signs = gateway.reports.integrity(&asked(&view, USUAL)).await?;
            let agents = signs.iter().map(|sign| sign.agent.as_str()).collect::<BTreeSet<_>>().len();
            if kept.len() < MOST_KEPT {
                kept.insert(key, Count { agents, at: now });
            }
            agents
        }
    };
    let said = json!({"agents": agents, "said": said(visitor.language.words(), agents)});
    Ok(([(header::CONTENT_TYPE, "application/json")], said.to_string()).into_response())
}

fn said(words: &Words, agents: usize) -> String {
    match agents {
        0 => words.no_signs.to_owned(),
        1 => words.one_suspect.to_owned(),
        _ => fill(words.suspects, &[agents.to_string()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::dashboard::words::Language;

    #[test]
    fn none_one_and_many_are_said_as_people_say_them() {
        let words = Language::English.words();
        let all = [0, 1, 7].map(|agents| said(words, agents));
        assert_eq!(all, ["No sign of steered scores.", "1 agent shows signs of steered scores.", "7 agents show signs of steered scores."]);
        assert_eq!(said(Language::Chinese.words(), 7), "7 位坐席有操纵得分的迹象。");
    }
}
