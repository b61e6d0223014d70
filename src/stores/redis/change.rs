//! A change as the scripts read it.

use std::time::Duration;

use super::keys::{digest, packed};
use super::pack;
use super::scripts::Words;
use crate::call::Moment;
use crate::phone::Respondent;
use crate::ports::seal::Sealer;
use crate::ports::store::{Change, OptOut, Outgoing, Purpose, RespondentChange, StoreError, Task, TaskKind};
use crate::survey::session::Session;

/// A session stays so much longer than late answers are taken: it still answers repeated webhooks.
const MARGIN: Duration = Duration::from_secs(48 * 3600);

/// The short name of a respondent of a tenant.
pub(super) fn owner(tenant: &str, respondent: &Respondent) -> Vec<u8> {
    digest(&[tenant, respondent.expose()])
}

/// In the order in which `scripts/change.lua` takes them.
pub(super) fn write(words: Words, change: &Change, (retention, sealer): (Duration, &Sealer)) -> Result<Words, StoreError> {
    let bodies = change.sessions.iter().map(pack::session).collect::<Result<Vec<_>, _>>()?;
    let sessions: Vec<_> = change.sessions.iter().zip(bodies).collect();
    let bodies = change.tasks.iter().map(|task| pack::task(&task.kind)).collect::<Result<Vec<_>, _>>()?;
    let tasks: Vec<_> = change.tasks.iter().zip(bodies).collect();
    let facts = change.facts.iter().map(pack::fact).collect::<Result<Vec<_>, _>>()?;
    let words = words.number(change.now.millis()).number(retention.as_millis());
    let words = match &change.mark {
        Some(mark) => words.bytes(digest(&[&mark.key])).bytes(mark.reply.as_str()),
        None => words.bytes("").bytes(""),
    };
    let words = match &change.done {
        Some((task, fence)) => words.bytes(packed(task)).number(fence),
        None => words.bytes("").number(0),
    };
    let words = write_respondent(words, change.respondent.as_ref(), sealer);
    let words = match &change.message {
        Some((account, message, session)) => words.bytes(digest(&[account, message])).bytes(packed(session)),
        None => words.bytes("").bytes(""),
    };
    Ok(words
        .each(&sessions, |words, (session, body)| write_session(words, session, body, change.now))
        .each(&tasks, |words, (task, body)| write_task(words, task, body))
        .each(&change.cancel, |words, session| words.bytes(packed(session)))
        .each(&facts, |words, fact| words.bytes(fact.as_slice())))
}

fn write_respondent(words: Words, change: Option<&RespondentChange>, sealer: &Sealer) -> Words {
    match change {
        Some(named) => words
            .bytes(owner(&named.tenant, &named.respondent))
            .number(named.expected)
            .bytes(match named.opted_out {
                Some(OptOut::Out) => "out",
                Some(OptOut::In) => "in",
                None => "",
            })
            .flag(named.invited)
            .bytes(sealer.seal(&named.tenant, &named.respondent).as_str()),
        None => words.bytes("").number(0).bytes("").flag(false).bytes(""),
    }
}

fn write_session(words: Words, session: &Session, body: &[u8], now: Moment) -> Words {
    let call = &session.call;
    let owner = call.respondent.as_ref().map(|respondent| owner(&call.tenant, respondent)).unwrap_or_default();
    let kept = session.late_until.millis().saturating_sub(now.millis()).max(0);
    let ttl = kept.saturating_add(i64::try_from(MARGIN.as_millis()).unwrap_or(i64::MAX));
    let words = words.bytes(packed(&session.id)).number(session.version);
    words.flag(!session.is_open()).flag(session.invited_at.is_some()).bytes(owner).number(ttl).bytes(body)
}

fn write_task(words: Words, task: &Task, body: &[u8]) -> Words {
    let (lane, sends, owner) = match &task.kind {
        TaskKind::Send(Outgoing { purpose: Purpose::Confirmation, .. }) => (0, true, Vec::new()),
        TaskKind::Send(Outgoing { tenant, to, .. }) => (1, true, owner(tenant, to)),
        // Kept as a record of its own, as a message is.
        TaskKind::Notify(_) | TaskKind::Ticket(_) | TaskKind::Erase(_) => (1, true, Vec::new()),
        TaskKind::Expire => (1, false, Vec::new()),
    };
    let session = task.session_id.as_deref().map(packed).unwrap_or_default();
    words.bytes(packed(&task.id)).bytes(session).number(task.due.millis()).number(lane).flag(sends).bytes(owner).bytes(body)
}
