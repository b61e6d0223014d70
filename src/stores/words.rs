//! How stores find what belongs to somebody who is to be erased, and count it.

use crate::ports::erasure::{Erasure, Removed};
use crate::ports::seal::Sealer;
use crate::survey::session::Session;

/// Adds the answers of a session, and those of them that are in the caller's own words.
pub fn count(session: &Session, removed: &mut Removed) {
    removed.answers += session.answers.len() as u64;
    removed.texts += session.answers.iter().filter(|answer| answer.text.is_some()).count() as u64;
}

/// What a stored task holds, as JSON, if it is about them: a confirmation to them, a notice of their consent or of one of their sessions.
pub fn needles(erasure: &Erasure, sealer: &Sealer, sessions: &[String]) -> Vec<String> {
    let seal = sealer.seal(&erasure.tenant, &erasure.respondent);
    let theirs = [format!("\"to\":\"{}\"", erasure.respondent.expose()), format!("\"whose\":\"{}\"", seal.as_str())];
    theirs.into_iter().chain(sessions.iter().map(|session| format!("\"about\":\"{session}\""))).collect()
}
