//! Signs that scores may be steered, agent by agent, with what they were seen by.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use self::evidence::{Pair, said, title};
use super::frame::{Frame, Place};
use super::view::View;
use super::visitor::Visitor;
use super::words::fill;
use super::{PageError, html, shown};
use crate::http::Gateway;
use crate::ports::report::{Condition, Dimension, Filter, IntegrityQuery, Sign};

pub mod count;
mod evidence;

/// Largest shares of chance among the signs: those that can be chosen, and the usual.
const SHARES: [f64; 4] = [0.01, 0.05, 0.1, 0.2];
const USUAL: f64 = 0.05;
/// The parameter that this page alone has.
const OWN: &[&str] = &["q"];

#[derive(Template)]
#[template(path = "integrity.html")]
struct Integrity {
    frame: Frame,
    view: View,
    shares: Vec<(String, String, bool)>,
    suspects: Vec<Suspect>,
}

/// An agent with signs.
struct Suspect {
    name: String,
    responses: String,
    signs: Vec<Shown>,
}

/// A sign in words.
struct Shown {
    kind: &'static str,
    title: &'static str,
    said: String,
    pair: Option<Pair>,
    q: String,
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let view = View::read(query.as_deref(), (&visitor.tenant, gateway.flows.clock.now()), OWN)?;
    let q = view.own("q").map_or(Some(USUAL), |text| text.parse().ok().filter(|q| *q > 0.0 && *q <= 1.0));
    let q = q.ok_or_else(|| PageError::Invalid("q: not a number above 0 and up to 1".to_owned()))?;
    let signs = gateway.reports.integrity(&asked(&view, q)).await?;
    let frame = Frame::new(&gateway, &visitor, Place::Integrity);
    let share = |share: f64| (view.link("q", &share.to_string()), shown::per_cent(share * 100.0), (share - q).abs() < 1e-9);
    html(&Integrity { shares: SHARES.into_iter().map(share).collect(), suspects: suspects(&frame, &signs), frame, view })
}

/// Whose signs are shown is one thing, with whom they are compared another: a condition on agents chooses the former.
fn asked(view: &View, q: f64) -> IntegrityQuery {
    let (agents, conditions): (Vec<Condition>, Vec<Condition>) =
        view.filter.conditions.iter().cloned().partition(|condition| condition.dimension == Dimension::Agent);
    let agents = agents.into_iter().flat_map(|condition| condition.any_of).collect();
    IntegrityQuery { filter: Filter { conditions, ..view.filter.clone() }, agents, q }
}

/// The agent with the least likely sign first.
fn suspects(frame: &Frame, signs: &[Sign]) -> Vec<Suspect> {
    let mut suspects: Vec<Suspect> = Vec::new();
    for sign in signs {
        let shown = Shown {
            kind: sign.seen.name(),
            title: title(frame.words, &sign.seen),
            said: said(frame.words, &sign.seen),
            pair: Pair::of(&sign.seen),
            q: fill(frame.words.by_chance, &[shown::small(sign.q_value)]),
        };
        match suspects.iter_mut().find(|suspect| suspect.name == sign.agent) {
            Some(suspect) => suspect.signs.push(shown),
            None => {
                let query = form_urlencoded::Serializer::new(String::new()).append_pair("agent", &sign.agent).finish();
                let responses = format!("/responses?{query}");
                suspects.push(Suspect { name: sign.agent.clone(), responses, signs: vec![shown] });
            }
        }
    }
    suspects
}
