//! What a call's row holds beside the call itself.

use serde::Serialize;

use crate::call::Agent;
use crate::ports::report::CallFact;

/// An agent of a call with the share of its credit.
#[derive(Serialize)]
pub struct Credited<'a> {
    id: &'a str,
    team: Option<&'a str>,
    seconds: Option<u32>,
    share: f64,
}

impl<'a> Credited<'a> {
    fn of((agent, share): (&'a Agent, f64)) -> Self {
        Self { id: &agent.id, team: agent.team.as_deref(), seconds: agent.seconds, share }
    }
}

/// The agents of a call, in its order.
pub fn agents(fact: &CallFact) -> Vec<Credited<'_>> {
    let shares = fact.shares.iter().copied().chain(std::iter::repeat(0.0));
    fact.call.agents.iter().zip(shares).map(Credited::of).collect()
}

/// How the call's row shows what became of it, until its response says more.
pub fn disposition(fact: &CallFact) -> Option<String> {
    let suppressed = fact.reason.as_ref().map(|reason| format!("suppressed:{reason}"));
    suppressed.or_else(|| fact.session_id.as_ref().map(|_| "open".to_owned()))
}
