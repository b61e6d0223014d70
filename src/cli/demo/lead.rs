//! Whoever looks after unhappy callers: takes tickets, notes what was done, and settles most of them in time.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde_json::{Value, json};

use super::stage::Stage;

/// Those who take tickets.
const LEADS: [&str; 3] = ["Mia", "Jon", "Li Na"];
/// What they write.
const NOTES: [&str; 5] = [
    "Rang the caller and apologised; the bill is corrected.",
    "The technician comes again tomorrow, free of charge.",
    "Waited 40 minutes in the queue. Told the shift lead.",
    "Already solved when I rang.",
    "Refunded the fee.",
];
/// Of a hundred tickets that somebody has taken so many are settled with each look, and of the settled ones so many closed.
const SETTLED: u32 = 45;
const CLOSED: u32 = 30;

/// One look at the board; gives the calls whose complaints are settled now.
pub async fn tend(stage: &Stage, look: u64) -> anyhow::Result<BTreeSet<String>> {
    let mut settled = BTreeSet::new();
    // The settled first: nobody takes, settles and closes one within the same look.
    for state in ["resolved", "assigned", "open"] {
        for ticket in stage.all_of("/v1/tickets", &format!("&state={state}")).await? {
            let call_id = ticket["call_id"].as_str().unwrap_or_default();
            let Some(patch) = patch(&mut chance(call_id, look), state, &ticket["owner"]) else { continue };
            let id = ticket["id"].as_str().unwrap_or_default();
            stage.patch(&format!("/v1/tickets/{id}"), &patch).await?;
            if patch["state"] == "resolved" {
                settled.insert(call_id.to_owned());
            }
        }
    }
    Ok(settled)
}

/// The same for the same call and look, in whichever order the tickets come.
fn chance(call_id: &str, look: u64) -> Rng {
    let call = call_id.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    Rng::with_seed(call.rotate_left(20) ^ look)
}

fn patch(rng: &mut Rng, state: &str, owner: &Value) -> Option<Value> {
    let (chance, lead, note) = (rng.u32(..100), LEADS[rng.usize(..LEADS.len())], NOTES[rng.usize(..NOTES.len())]);
    match state {
        "open" => Some(json!({"owner": lead})),
        "assigned" if chance < SETTLED => Some(json!({"state": "resolved", "note": note, "by": owner})),
        "resolved" if chance < CLOSED => Some(json!({"state": "closed"})),
        _ => None,
    }
}
